//! Nouns in which a verb hides: what officialese writes, and what it means.
//!
//! Owns the data and nothing else: a row a noun. `light` are the verbs that carry it
//! (`do` stands for those of doing); `frames` what may follow and what becomes of it:
//!
//! - `of`: it goes (`a review of the plan` → `review the plan`);
//! - `to=to`: it stays (`an objection to the plan` → `object to the plan`);
//! - `to=about`: another takes its place (`thought to it` → `think about it`);
//! - `to+`: it stays, and a verb follows (`an attempt to move` → `try to move`).
//!
//! A noun whose plural is used so, too, has it behind a slash. A verb that the British
//! spell otherwise has both. What has a sense of its own (`take place`, `take part`,
//! `give notice`, `make decisions`) is in no row.

/// A row of the table.
pub(super) struct Row {
    pub(super) noun: &'static str,
    pub(super) verb: &'static str,
    pub(super) light: &'static str,
    pub(super) frames: &'static str,
}

const fn row(
    noun: &'static str,
    verb: &'static str,
    light: &'static str,
    frames: &'static str,
) -> Row {
    Row {
        noun,
        verb,
        light,
        frames,
    }
}

/// Verbs that only say that something is done; `do` in a row stands for all of them.
pub(super) const DOING: &str = "conduct, carry out, do, perform, undertake";

/// The light verbs in their forms: base, third person, past, participle and -ing; the
/// second word of a verb that has one follows the form.
#[rustfmt::skip]
pub(super) const LIGHTS: &[(&str, [&str; 5])] = &[
    ("achieve", ["achieve", "achieves", "achieved", "achieved", "achieving"]),
    ("bring about", ["bring", "brings", "brought", "brought", "bringing"]),
    ("carry out", ["carry", "carries", "carried", "carried", "carrying"]),
    ("come to", ["come", "comes", "came", "come", "coming"]),
    ("conduct", ["conduct", "conducts", "conducted", "conducted", "conducting"]),
    ("do", ["do", "does", "did", "done", "doing"]),
    ("draw", ["draw", "draws", "drew", "drawn", "drawing"]),
    ("effect", ["effect", "effects", "effected", "effected", "effecting"]),
    ("enter into", ["enter", "enters", "entered", "entered", "entering"]),
    ("establish", ["establish", "establishes", "established", "established", "establishing"]),
    ("exercise", ["exercise", "exercises", "exercised", "exercised", "exercising"]),
    ("exert", ["exert", "exerts", "exerted", "exerted", "exerting"]),
    ("express", ["express", "expresses", "expressed", "expressed", "expressing"]),
    ("extend", ["extend", "extends", "extended", "extended", "extending"]),
    ("file", ["file", "files", "filed", "filed", "filing"]),
    ("give", ["give", "gives", "gave", "given", "giving"]),
    ("grant", ["grant", "grants", "granted", "granted", "granting"]),
    ("have", ["have", "has", "had", "had", "having"]),
    ("hold", ["hold", "holds", "held", "held", "holding"]),
    ("impose", ["impose", "imposes", "imposed", "imposed", "imposing"]),
    ("issue", ["issue", "issues", "issued", "issued", "issuing"]),
    ("launch", ["launch", "launches", "launched", "launched", "launching"]),
    ("lay", ["lay", "lays", "laid", "laid", "laying"]),
    ("lend", ["lend", "lends", "lent", "lent", "lending"]),
    ("lodge", ["lodge", "lodges", "lodged", "lodged", "lodging"]),
    ("make", ["make", "makes", "made", "made", "making"]),
    ("offer", ["offer", "offers", "offered", "offered", "offering"]),
    ("pay", ["pay", "pays", "paid", "paid", "paying"]),
    ("perform", ["perform", "performs", "performed", "performed", "performing"]),
    ("place", ["place", "places", "placed", "placed", "placing"]),
    ("provide", ["provide", "provides", "provided", "provided", "providing"]),
    ("put", ["put", "puts", "put", "put", "putting"]),
    ("raise", ["raise", "raises", "raised", "raised", "raising"]),
    ("reach", ["reach", "reaches", "reached", "reached", "reaching"]),
    ("send", ["send", "sends", "sent", "sent", "sending"]),
    ("set", ["set", "sets", "set", "set", "setting"]),
    ("show", ["show", "shows", "showed", "shown", "showing"]),
    ("submit", ["submit", "submits", "submitted", "submitted", "submitting"]),
    ("take", ["take", "takes", "took", "taken", "taking"]),
    ("undertake", ["undertake", "undertakes", "undertook", "undertaken", "undertaking"]),
];

/// The table, by noun.
#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    row("addition/additions", "add", "make", "to=to"), // They made an addition to the list.
    row("adjustment/adjustments", "adjust", "make", "to of"), // She made adjustments to the plan.
    row("admission", "admit", "make", "of that+"), // He made an admission of guilt.
    row("advice", "advise", "give, offer, provide", "on=on about=on"), // They give advice on tax.
    row("agreement", "agree", "come to, enter into, make, reach", "with=with on=on about=on to+"), // We reached an agreement with them.
    row("allegation/allegations", "allege", "make", "that+"), // He made the allegation that it leaked.
    row("allocation/allocations", "allocate", "make", "of"), // They made an allocation of the rooms.
    row("alteration/alterations", "change", "make", "to of"), // They made alterations to the house.
    row("amendment/amendments", "change", "make", "to of"), // We made an amendment to the rule.
    row("analysis/analyses", "analyze/analyse", "do, make, provide", "of"), // She did an analysis of the data.
    row("announcement", "announce", "make", "of that+"), // They made an announcement of the date.
    row("answer/answers", "answer", "give, offer, provide", "to"), // He gave an answer to the question.
    row("apology/apologies", "apologize/apologise", "give, issue, make, offer", "for=for to=to"), // They offered an apology for the delay.
    row("application/applications", "apply", "file, make, submit", "for=for"), // She made an application for a grant.
    row("appointment", "appoint", "make", "of"), // They made the appointment of a judge.
    row("approval", "approve", "give, grant", "to of for"), // She gave her approval to the plan.
    row("argument", "argue", "make", "that+"), // He made the argument that it costs less.
    row("arrangement/arrangements", "arrange", "make", "for=for"), // They made arrangements for a visit.
    row("assessment/assessments", "assess", "do, make", "of"), // We made an assessment of the risk.
    row("assistance", "help", "give, lend, offer, provide", "to with=with"), // They give assistance to the poor.
    row("assumption", "assume", "make", "that+"), // We made the assumption that it holds.
    row("attempt/attempts", "try", "make", "to+"), // He made an attempt to move it.
    row("audit/audits", "audit", "do", "of"), // They conducted an audit of the books.
    row("authorization", "authorize/authorise", "give, grant, provide", "for"), // She gave authorization for the trip.
    row("ban", "ban", "impose, place, put", "on"), // They placed a ban on the trade.
    row("belief", "believe", "have, hold", "that+ in=in"), // We have a belief that it works.
    row("bid/bids", "bid", "make, place, submit", "for=for"), // They made a bid for the work.
    row("calculation/calculations", "calculate", "do, make", "of"), // She did a calculation of the cost.
    row("change/changes", "change", "effect, make", "to in of"), // We made changes to the plan.
    row("check/checks", "check", "do, make", "of on"), // They carried out checks on the lift.
    row("choice", "choose", "make", "of between=between"), // He made a choice between the two.
    row("claim/claims", "claim", "make, submit", "that+ for=for"), // She made the claim that it works.
    row("classification", "classify", "do, make, provide", "of"), // He made a classification of the plants.
    row("collection", "collect", "do", "of"), // They undertook the collection of the data.
    row("comment/comments", "comment", "make, offer, provide", "on=on about=on"), // She made comments on the draft.
    row("comparison/comparisons", "compare", "do, draw, make", "of between"), // We made a comparison of the two.
    row("complaint/complaints", "complain", "file, lodge, make, submit", "about=about"), // He made a complaint about the noise.
    row("concession/concessions", "concede", "make", "that+"), // They made the concession that it hurts.
    row("conclusion", "conclude", "come to, draw, reach", "that+"), // We came to the conclusion that it works.
    row("confession", "confess", "make", "to=to"), // He made a confession to the theft.
    row("confirmation", "confirm", "give, provide", "of that+"), // She gave confirmation of the date.
    row("consent", "consent", "give, grant", "to=to for=to"), // They gave consent to the test.
    row("consideration", "consider", "give", "to of"), // We gave consideration to the plan.
    row("construction", "build", "do", "of"), // They undertook the construction of a bridge.
    row("consultation/consultations", "consult", "do, hold", "with of"), // They held consultations with the staff.
    row("contact", "contact", "establish, make", "with"), // She made contact with the owner.
    row("contribution/contributions", "contribute", "make", "to=to"), // He made a contribution to the cost.
    row("control", "control", "exercise, exert, have", "over of"), // They exercise control over the funds.
    row("conversation/conversations", "talk", "have, hold", "with=with about=about"), // We had a conversation with the mayor.
    row("correction/corrections", "correct", "make", "to of"), // She made corrections to the text.
    row("count", "count", "do, make", "of"), // They did a count of the votes.
    row("decision", "decide", "come to, make, reach, take", "on=on about=about regarding=on to+"), // They took a decision on the bid.
    row("declaration", "declare", "make", "that+"), // He made the declaration that it works.
    row("delivery", "deliver", "do, make", "of"), // They made delivery of the goods.
    row("demonstration", "show", "give, provide", "of"), // She gave a demonstration of the tool.
    row("description/descriptions", "describe", "give, offer, provide", "of"), // He gave a description of the car.
    row("desire", "want", "have", "to+ for"), // They have a desire to help.
    row("determination", "find", "make", "of"), // We made a determination of the cause.
    row("development", "develop", "do", "of"), // They undertook the development of a tool.
    row("disclosure/disclosures", "reveal", "make", "of"), // She made a disclosure of her shares.
    row("discussion/discussions", "discuss", "do, have, hold", "of about on"), // We had a discussion about the fee.
    row("distinction", "distinguish", "draw, make", "between=between"), // They drew a distinction between the two.
    row("distribution", "distribute", "do, make", "of"), // He undertook the distribution of the mail.
    row("donation/donations", "donate", "make", "of to=to"), // She made a donation to the school.
    row("doubt/doubts", "doubt", "have", "that+"), // We have doubts that it works.
    row("effect/effects", "affect", "have", "on upon"), // It has an effect on the price.
    row("effort/efforts", "try", "make", "to+"), // They made an effort to listen.
    row("emphasis", "stress", "lay, place, put", "on upon"), // He placed emphasis on the cost.
    row("encouragement", "encourage", "give, offer, provide", "to"), // They give encouragement to the young.
    row("enquiry/enquiries", "ask", "make", "about=about"), // She made enquiries about the house.
    row("estimate/estimates", "estimate", "give, make, provide", "of"), // He gave an estimate of the cost.
    row("estimation", "estimate", "make", "of"), // He made an estimation of the cost.
    row("evaluation/evaluations", "evaluate", "do, make", "of"), // They did an evaluation of the course.
    row("examination/examinations", "examine", "do, make", "of"), // She made an examination of the wound.
    row("experiment/experiments", "experiment", "do", "on=on with=with"), // They conduct experiments on mice.
    row("explanation/explanations", "explain", "give, offer, provide", "of for"), // He gave an explanation of the rule.
    row("exploration", "explore", "do, make", "of"), // They undertook an exploration of the cave.
    row("forecast/forecasts", "forecast", "make, provide", "of"), // She made a forecast of the sales.
    row("guarantee", "guarantee", "give, offer, provide", "of that+"), // They give a guarantee of the price.
    row("guess", "guess", "make", "at"), // He made a guess at the price.
    row("guidance", "advise", "give, offer, provide", "on=on about=on"), // They provide guidance on tax.
    row("help", "help", "give, lend, offer, provide", "to with=with"), // They provide help to the old.
    row("hope", "hope", "have", "that+ to+"), // We have the hope that it works.
    row("identification", "identify", "do, make", "of"), // She made an identification of the man.
    row("impact/impacts", "affect", "have", "on upon"), // It had an impact on the price.
    row("implementation", "carry out", "conduct, do, perform, undertake", "of"), // They undertook the implementation of the plan.
    row("improvement/improvements", "improve", "achieve, bring about, effect, make", "in to of"), // We made improvements to the site.
    row("increase/increases", "increase", "bring about, effect, make", "in to"), // It brought about an increase in the cost.
    row("indication/indications", "show", "give, offer, provide", "of that+"), // It gives an indication of the cost.
    row("influence", "influence", "exercise, exert, have", "on over upon"), // They have an influence on the young.
    row("inquiry/inquiries", "ask", "make", "about=about"), // He made inquiries about the job.
    row("inspection/inspections", "inspect", "do, make", "of"), // They carried out an inspection of the roof.
    row("installation", "install", "do", "of"), // They did the installation of the pump.
    row("intention", "intend", "have", "to+"), // We have an intention to move.
    row("interpretation", "interpret", "give, make, offer, provide", "of"), // She offered an interpretation of the poem.
    row("interview/interviews", "interview", "carry out, conduct, hold", "with of"), // He held an interview with the owner.
    row("introduction", "introduce", "make", "of"), // They made the introduction of a fee.
    row("investigation/investigations", "investigate", "do, launch, make", "of into"), // They conducted an investigation into the fire.
    row("investment/investments", "invest", "make", "in=in"), // We made an investment in the firm.
    row("invitation/invitations", "invite", "extend, give, issue, send", "to"), // They extended an invitation to the mayor.
    row("judgment", "judge", "make", "of about"), // She made a judgment of the risk.
    row("knowledge", "know", "have", "of=of about=about"), // They have knowledge of the case.
    row("limit/limits", "limit", "impose, place, put, set", "on"), // They placed a limit on the fee.
    row("limitation/limitations", "limit", "impose, place, put", "on"), // They placed limitations on the use.
    row("list/lists", "list", "give, make, provide", "of"), // He made a list of the guests.
    row("look", "look", "have, take", "at=at"), // We took a look at the map.
    row("maintenance", "maintain", "do", "of on"), // They perform maintenance on the lift.
    row("management", "manage", "do", "of"), // She undertook the management of the farm.
    row("measurement/measurements", "measure", "do, make, take", "of"), // They took measurements of the room.
    row("mention", "mention", "make", "of"), // He made mention of the fee.
    row("modification/modifications", "change", "make", "to of in"), // They made modifications to the plan.
    row("monitoring", "monitor", "do", "of"), // They carry out monitoring of the river.
    row("need", "need", "have", "of for"), // We have need of a map.
    row("negotiation/negotiations", "negotiate", "do, enter into, have, hold", "with=with about=about"), // They held negotiations with the union.
    row("nomination/nominations", "nominate", "make", "of"), // She made the nomination of a chair.
    row("note", "note", "make, take", "of"), // He took note of the date.
    row("objection/objections", "object", "have, make, raise", "to=to"), // They raised an objection to the plan.
    row("observation/observations", "observe", "do, make", "of that+"), // She made observations of the birds.
    row("offer/offers", "offer", "make", "of"), // They made an offer of a loan.
    row("order/orders", "order", "place", "for"), // He placed an order for the books.
    row("payment/payments", "pay", "effect, make", "of to for=for"), // She made payment of the fee.
    row("permission", "allow", "give, grant", "for"), // They gave permission for the fair.
    row("plan/plans", "plan", "make", "for=for to+"), // We made plans for the move.
    row("prediction/predictions", "predict", "make", "of that+"), // He made a prediction of the result.
    row("preference", "prefer", "express, have, show", "for"), // They have a preference for the old map.
    row("preparation/preparations", "prepare", "do, make", "for=for of"), // They made preparations for the fair.
    row("presentation", "present", "give, make", "of"), // She gave a presentation of the plan.
    row("proposal/proposals", "propose", "make, submit", "that+"), // He made the proposal that they move.
    row("protection", "protect", "give, offer, provide", "to for of"), // They provide protection for the birds.
    row("provision", "provide", "make", "for=for"), // They made provision for the poor.
    row("purchase/purchases", "buy", "make", "of"), // We made a purchase of a van.
    row("recommendation", "recommend", "make", "that+"), // She made the recommendation that they wait.
    row("record", "record", "make", "of"), // He made a record of the call.
    row("reduction/reductions", "reduce", "achieve, bring about, effect, make", "in"), // We made a reduction in the cost.
    row("reference", "refer", "make", "to=to"), // He made reference to the law.
    row("registration", "register", "do, make", "of"), // They did the registration of the guests.
    row("reliance", "rely", "place, put", "on=on upon=on"), // They place reliance on the old map.
    row("removal", "remove", "do, effect", "of"), // They carried out the removal of the tree.
    row("repair/repairs", "repair", "do, make", "to of on"), // They made repairs to the roof.
    row("replacement", "replace", "do, make", "of"), // They carried out the replacement of the pump.
    row("reply", "reply", "give, make, provide, send", "to=to"), // She gave a reply to the letter.
    row("report/reports", "report", "give, make, provide", "on=on"), // He gave a report on the work.
    row("request/requests", "ask", "file, make, submit", "for=for"), // She made a request for a map.
    row("research", "research", "do", "on into"), // They conduct research into the cause.
    row("response/responses", "respond", "give, make, provide", "to=to"), // He gave a response to the letter.
    row("restriction/restrictions", "restrict", "impose, place, put", "on"), // They placed restrictions on the use.
    row("review/reviews", "review", "do, make", "of"), // They conducted a review of the plan.
    row("revision/revisions", "revise", "do, make", "to of"), // She made revisions to the text.
    row("sale", "sell", "make", "of"), // He made a sale of the land.
    row("search/searches", "search", "do, make", "of for=for"), // They conducted a search of the house.
    row("selection", "choose", "make", "of from=from"), // She made a selection of the books.
    row("start", "start", "make", "on"), // They made a start on the roof.
    row("statement", "state", "make", "that+"), // He made the statement that it rained.
    row("study/studies", "study", "do, make", "of"), // They did a study of the river.
    row("suggestion", "suggest", "make", "that+"), // She made the suggestion that they wait.
    row("summary/summaries", "summarize/summarise", "give, make, offer, provide", "of"), // He gave a summary of the report.
    row("supervision", "supervise", "do, exercise, provide", "of over"), // They provide supervision of the work.
    row("support", "support", "give, lend, offer, provide", "to for"), // They provide support for the poor.
    row("survey/surveys", "survey", "do, make", "of"), // They conducted a survey of the staff.
    row("suspicion", "suspect", "have", "that+"), // We have a suspicion that it leaks.
    row("tendency", "tend", "have, show", "to+"), // They have a tendency to wait.
    row("test/tests", "test", "do", "of on"), // They did tests on the pump.
    row("testing", "test", "do", "of on"), // They do testing of the pump.
    row("thought", "think", "give", "to=about"), // We gave thought to the matter.
    row("training", "train", "give, offer, provide", "to"), // They provide training to the staff.
    row("transfer/transfers", "transfer", "do, effect, make", "of"), // They made a transfer of the funds.
    row("translation", "translate", "do, make, provide", "of"), // She did a translation of the poem.
    row("treatment", "treat", "do, give, provide", "of to"), // They give treatment to the sick.
    row("trust", "trust", "have, place, put", "in"), // They place trust in the mayor.
    row("understanding", "understand", "have", "of"), // We have an understanding of the rule.
    row("use", "use", "make", "of"), // They make use of the hall.
    row("validation", "validate", "do", "of"), // They perform validation of the form.
    row("verification", "verify", "do, make", "of"), // They perform verification of the form.
    row("visit/visits", "visit", "make, pay", "to"), // She made a visit to the farm.
    row("vote", "vote", "hold, take", "on=on"), // They held a vote on the plan.
    row("warning/warnings", "warn", "give, issue", "of=of about=about that+"), // They gave a warning of the flood.
    row("wish", "want", "have", "to+"), // We have a wish to help.
];

/// Nouns whose `that` says what they are about, whatever their article; behind others it
/// may belong to the noun as well (`a claim that nobody believed`).
#[rustfmt::skip]
pub(super) const CLAUSAL: &[&str] = &[
    "belief", "confirmation", "doubt/doubts", "guarantee", "hope", "indication/indications",
    "suspicion", "warning/warnings",
];

/// Nouns that everybody uses with an adjective, and so in no officialese.
#[rustfmt::skip]
pub(super) const EVERYDAY: &[&str] = &[
    "answer", "answers", "change", "changes", "choice", "comment", "comments", "conversation",
    "count", "guess", "help", "hope", "knowledge", "list", "lists", "look", "need", "note", "offer",
    "offers", "order", "plan", "plans", "record", "reply", "report", "reports", "search", "start",
    "test", "tests", "thought", "understanding", "use", "visit", "vote", "wish",
];

/// Adjectives before such a noun, and the adverbs that they become before the verb.
#[rustfmt::skip]
pub(super) const ADVERBS: &[(&str, &str)] = &[
    ("accurate", "accurately"), ("adverse", "adversely"), ("automatic", "automatically"),
    ("brief", "briefly"), ("careful", "carefully"), ("cautious", "cautiously"),
    ("clear", "clearly"), ("close", "closely"), ("comprehensive", "comprehensively"),
    ("considerable", "considerably"), ("constant", "constantly"), ("continuous", "continuously"),
    ("critical", "critically"), ("direct", "directly"), ("drastic", "drastically"),
    ("explicit", "explicitly"), ("extensive", "extensively"), ("fair", "fairly"),
    ("firm", "firmly"), ("formal", "formally"), ("frequent", "frequently"), ("full", "fully"),
    ("honest", "honestly"), ("immediate", "immediately"), ("independent", "independently"),
    ("indirect", "indirectly"), ("informal", "informally"), ("joint", "jointly"),
    ("manual", "manually"), ("negative", "negatively"), ("objective", "objectively"),
    ("official", "officially"), ("partial", "partly"), ("periodic", "periodically"),
    ("profound", "profoundly"), ("prompt", "promptly"), ("proper", "properly"),
    ("public", "publicly"), ("quick", "quickly"), ("radical", "radically"),
    ("random", "randomly"), ("rapid", "rapidly"), ("regular", "regularly"),
    ("rigorous", "rigorously"), ("separate", "separately"), ("serious", "seriously"),
    ("significant", "significantly"), ("slight", "slightly"), ("strong", "strongly"),
    ("substantial", "substantially"), ("swift", "swiftly"), ("systematic", "systematically"),
    ("thorough", "thoroughly"), ("visual", "visually"),
];

//! The word lists behind `inflect`: words that English inflects irregularly, and
//! words that show which part of a phrase is inflected.
//!
//! All lists are in lower case. Those that may be long are sorted and searched by
//! halves. A row of forms starts with the word itself, then come its forms, and a
//! slash parts accepted spellings, the usual one (in American English) first.
//! How regular words are spelled is the business of `inflect`.

use super::inflection::Inflection;

/// Verb and the form that goes with "it".
const THIRD_PERSONS: &[&str] = &["be is", "have has"];

/// Verb, past, and past participle where it differs from the past.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "arise arose arisen", "awake awoke awoken", "babysit babysat", "be was/were been", "bear bore borne/born",
    "beat beat beaten", "become became become", "befall befell befallen", "begin began begun", "behold beheld",
    "bend bent", "beset beset", "bet bet/betted", "bid bid/bade bid/bidden", "bind bound", "bite bit bitten",
    "bleed bled", "blow blew blown", "break broke broken", "breed bred", "bring brought",
    "broadcast broadcast/broadcasted", "browbeat browbeat browbeaten", "build built", "burn burned/burnt",
    "burst burst", "buy bought", "cast cast", "catch caught", "choose chose chosen", "cling clung", "come came come",
    "cost cost/costed", "cowrite cowrote cowritten", "creep crept", "cut cut", "deal dealt", "dig dug",
    "disprove disproved disproved/disproven", "dive dived/dove dived", "do did done", "draw drew drawn",
    "dream dreamed/dreamt", "drink drank drunk", "drive drove driven", "dwell dwelt/dwelled", "eat ate eaten",
    "exec execed/exec'd", "fall fell fallen", "feed fed", "feel felt", "fight fought", "find found", "fit fit/fitted",
    "flee fled", "fling flung", "fly flew flown", "forbear forbore forborne", "forbid forbade/forbad forbidden",
    "forecast forecast/forecasted", "forget forgot forgotten/forgot", "forgive forgave forgiven",
    "forsake forsook forsaken", "freeze froze frozen", "gaslight gaslighted/gaslit", "get got got/gotten",
    "give gave given", "go went gone", "grandstand grandstanded", "greenlight greenlit/greenlighted", "grind ground",
    "grow grew grown", "handwrite handwrote handwritten", "hang hung/hanged", "have had", "hear heard",
    "hide hid hidden", "highlight highlighted", "hit hit", "hold held", "hurt hurt", "input input/inputted",
    "inset inset", "interweave interwove interwoven", "keep kept", "kneel knelt/kneeled", "knit knitted/knit",
    "know knew known", "lay laid", "lead led", "lean leaned/leant", "leap leaped/leapt", "learn learned/learnt",
    "leave left", "lend lent", "let let", "lie lay/lied lain/lied", "light lit/lighted", "lose lost", "make made",
    "mean meant", "meet met", "misspell misspelled/misspelt", "moonlight moonlighted", "mow mowed mown/mowed",
    "multicast multicast/multicasted", "offset offset", "outfit outfitted", "output output/outputted",
    "overlie overlay overlain", "pay paid", "plead pleaded/pled", "podcast podcasted/podcast", "preset preset",
    "proofread proofread", "prove proved proved/proven", "put put", "quit quit/quitted", "read read",
    "refit refitted/refit", "relay relayed", "rend rent", "reprove reproved", "reset reset", "retrofit retrofitted",
    "rid rid/ridded", "ride rode ridden", "ring rang rung", "rise rose risen", "run ran run", "saw sawed sawn/sawed",
    "say said", "see saw seen", "seek sought", "sell sold", "send sent", "set set", "sew sewed sewn/sewed",
    "shake shook shaken", "shave shaved shaved/shaven", "shear sheared shorn/sheared", "shed shed",
    "shine shone/shined", "shoe shod/shoed", "shoot shot", "show showed shown/showed", "shrink shrank/shrunk shrunk",
    "shut shut", "simulcast simulcast/simulcasted", "sing sang sung", "sink sank/sunk sunk", "sit sat",
    "slay slew slain", "sleep slept", "slide slid", "sling slung", "slink slunk", "slit slit", "smell smelled/smelt",
    "sneak sneaked/snuck", "sow sowed sown/sowed", "speak spoke spoken", "spec specced/spec'd", "speed sped/speeded",
    "spell spelled/spelt", "spend spent", "spill spilled/spilt", "spin spun", "spit spat/spit", "split split",
    "spoil spoiled/spoilt", "spotlight spotlighted/spotlit", "spread spread", "spring sprang/sprung sprung",
    "stand stood", "steal stole stolen", "stick stuck", "sting stung", "stink stank/stunk stunk",
    "stride strode stridden", "strike struck struck/stricken", "string strung", "strive strove/strived striven/strived",
    "sunset sunset/sunsetted", "swear swore sworn", "sweep swept", "swell swelled swollen/swelled", "swim swam swum",
    "swing swung", "take took taken", "teach taught", "tear tore torn", "tell told", "think thought",
    "thrive thrived/throve thrived/thriven", "throw threw thrown", "thrust thrust",
    "tread trod/treaded trodden/treaded", "typecast typecast", "underlie underlay underlain", "understand understood",
    "unlearn unlearned/unlearnt", "upset upset", "wake woke/waked woken/waked", "waylay waylaid", "wear wore worn",
    "weave wove/weaved woven/weaved", "webcast webcast/webcasted", "wed wed/wedded", "weep wept", "wet wet/wetted",
    "win won", "wind wound", "withdraw withdrew withdrawn", "withhold withheld", "withstand withstood", "wring wrung",
    "write wrote written",
];

/// Verb and its form in -ing, where the rules for a final e or c mislead.
#[rustfmt::skip]
const PRESENT_PARTICIPLES: &[&str] = &[
    "age aging/ageing", "be being", "binge bingeing/binging", "cue cueing/cuing", "dequeue dequeueing/dequeuing",
    "enqueue enqueueing/enqueuing", "exec execing", "eye eyeing/eying", "queue queueing/queuing",
    "route routing/routeing", "singe singeing", "spec speccing", "swinge swingeing", "tinge tingeing/tinging",
    "whinge whingeing/whinging",
];

/// Verbs of several syllables that double their last letter because they are
/// stressed on the last syllable or end in a short verb ("sandbag").
#[rustfmt::skip]
const DOUBLING_VERBS: &[&str] = &[
    "abet", "abhor", "acquit", "admit", "airdrop", "allot", "annul", "babysit", "backlog", "backstop", "befit", "beget",
    "begin", "bikeshed", "bootstrap", "catnap", "commit", "compel", "concur", "confer", "control", "corral", "debar",
    "debug", "defer", "defog", "defrag", "demur", "deter", "diagram", "disbar", "dispel", "distil", "eavesdrop",
    "embed", "emit", "enrol", "enthral", "entrap", "enwrap", "equip", "excel", "expel", "extol", "forget", "format",
    "fulfil", "handicap", "hashtag", "hobnob", "hotplug", "hotswap", "humbug", "imbed", "impel", "incur", "infer",
    "input", "instil", "inter", "kidnap", "kneecap", "leapfrog", "occur", "omit", "outfit", "output", "patrol",
    "permit", "prefer", "program", "propel", "rebel", "rebut", "recur", "refer", "regret", "remit", "repel", "retrofit",
    "sandbag", "sideslip", "sidestep", "sublet", "submit", "subnet", "sunset", "transfer", "transmit", "transship",
    "typeset", "waterlog", "wiretap", "workshop", "zigzag",
];

/// Verbs of which both spellings, with one last letter or two, are in use.
#[rustfmt::skip]
const EITHER_DOUBLING_VERBS: &[&str] = &[
    "benefit", "bias", "bus", "combat", "focus", "refocus", "revel", "worship",
];

/// Words in a consonant and -o that take -es.
#[rustfmt::skip]
const TAKES_OES: &[&str] = &[
    "antihero", "do", "domino", "echo", "embargo", "forego", "forgo", "go", "hero", "no", "outdo", "overdo", "potato",
    "redo", "superhero", "tomato", "torpedo", "undergo", "undo", "veto",
];

/// Words in a consonant and -o that take -es or -s.
#[rustfmt::skip]
const TAKES_OES_OR_OS: &[&str] = &[
    "buffalo", "cargo", "grotto", "mango", "mosquito", "motto", "tornado", "volcano", "zero",
];

/// Noun and plural. Nouns that look like plurals but are singular are here too.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "abacus abacuses/abaci", "addendum addenda/addendums", "aircraft aircraft", "alga algae", "alias aliases",
    "alumnus alumni", "antenna antennas/antennae", "apex apexes/apices", "apparatus apparatuses/apparatus",
    "appendix appendices/appendixes", "atlas atlases", "automaton automata/automatons", "axis axes",
    "bacterium bacteria", "barracks barracks", "bias biases", "bison bison", "bureau bureaus/bureaux",
    "bus buses/busses", "cactus cactuses/cacti", "calculus calculuses/calculi", "calf calves", "canvas canvases",
    "chassis chassis", "chateau chateaux/chateaus", "child children", "codex codices",
    "consortium consortia/consortiums", "continuum continua/continuums", "corps corps", "corpus corpora/corpuses",
    "cortex cortices/cortexes", "cosmos cosmoses", "criterion criteria", "crossroads crossroads",
    "curriculum curricula/curriculums", "datum data", "deer deer", "die dice/dies", "dormouse dormice",
    "dwarf dwarfs/dwarves", "elf elves", "epoch epochs", "equilibrium equilibria/equilibriums", "erratum errata",
    "ethos ethoses", "fish fish/fishes", "flyby flybys", "focus focuses/foci", "foot feet", "formula formulas/formulae",
    "fungus fungi/funguses", "gallows gallows", "gas gases/gasses", "genus genera", "goose geese", "half halves",
    "halo halos/haloes",
    "headquarters headquarters", "helix helices/helixes", "hoof hooves/hoofs", "hovercraft hovercraft",
    "index indexes/indices", "iris irises", "knife knives", "kudos kudos", "larva larvae", "layby laybys",
    "leaf leaves", "lemma lemmas/lemmata", "lens lenses", "life lives", "loaf loaves", "locus loci", "louse lice",
    "man men", "mantis mantises", "matriarch matriarchs", "matrix matrices/matrixes", "maximum maximums/maxima",
    "means means", "medium media/mediums", "memorandum memorandums/memoranda", "metropolis metropolises",
    "millennium millennia/millenniums", "minimum minimums/minima", "modulus moduli", "monarch monarchs",
    "mongoose mongooses", "moose moose", "mouse mice", "nebula nebulae/nebulas", "nucleus nuclei/nucleuses",
    "octopus octopuses/octopi", "offspring offspring", "optimum optimums/optima", "opus opuses/opera", "ovum ova",
    "ox oxen", "passerby passersby", "patriarch patriarchs", "pelvis pelvises", "penny pennies/pence",
    "person people/persons", "persona personas/personae", "phenomenon phenomena", "plateau plateaus/plateaux",
    "praxis praxes", "quantum quanta", "radius radii/radiuses", "radix radices/radixes",
    "referendum referendums/referenda", "rhinoceros rhinoceroses", "scarf scarves/scarfs", "schema schemas/schemata",
    "self selves", "series series", "sheaf sheaves", "sheep sheep", "shelf shelves", "shrimp shrimp/shrimps",
    "spacecraft spacecraft", "species species", "spectrum spectra/spectrums", "staff staff/staffs", "standby standbys",
    "stigma stigmas/stigmata", "stimulus stimuli", "stomach stomachs", "stratum strata", "summons summonses",
    "syllabus syllabuses/syllabi", "symposium symposia/symposiums", "tableau tableaux/tableaus", "tech techs",
    "terminus termini/terminuses", "thesaurus thesauruses/thesauri", "thief thieves", "tooth teeth",
    "torus tori/toruses", "trellis trellises", "vertebra vertebrae/vertebras", "vertex vertices/vertexes",
    "vortex vortices/vortexes", "watercraft watercraft", "wharf wharves/wharfs", "wife wives", "wolf wolves",
    "woman women", "yes yeses/yesses", "zero zeros/zeroes",
];

/// Nouns that are not counted in ordinary use.
#[rustfmt::skip]
const UNCOUNTABLE: &[&str] = &[
    "accountability", "accounting", "advertising", "advice", "agility", "aiops", "air", "analytics", "assistance",
    "autonomy", "awareness", "baggage", "bandwidth", "banking", "bikeshedding", "bluetooth", "boilerplate",
    "brainstorming", "casework", "cash", "chaos", "clothing", "compliance", "computing", "connectivity",
    "courage", "cryptography", "daas", "data", "devops", "devsecops", "documentation", "downtime", "economics",
    "electricity", "electronics", "equipment", "ergonomics", "ethernet", "ethics", "evidence", "faas", "fairness",
    "feedback", "fieldwork", "finops", "footwork", "fun", "furniture", "gaming", "garbage", "genetics", "gitops",
    "governance", "groundwork", "groupwork", "guidance", "happiness", "health", "homework", "housework", "housing",
    "iaas", "information", "integrity", "internet", "interoperability", "jargon", "jewellery", "jewelry",
    "knowledge", "legwork", "leverage", "linguistics", "literature", "logistics", "luck", "luggage", "machinery",
    "mail", "maintainability", "marketing", "mathematics", "maths", "metadata", "mlops", "momentum", "money", "music",
    "networking", "news", "observability", "offboarding", "onboarding", "outreach", "overtime", "oxygen", "paas",
    "paperwork", "parking", "patience", "personnel", "phishing", "physics", "plumbing", "poetry", "politics", "postage",
    "productivity", "programming", "progress", "readiness", "research", "rice", "robotics", "saas", "sand",
    "scalability", "scenery", "slang", "spam", "stationery", "storage", "stuff", "teamwork", "telemetry", "traffic",
    "transparency", "trash", "usability", "visibility", "water", "wealth", "weather", "wifi", "wisdom",
];

/// Adjective, comparative, superlative.
#[rustfmt::skip]
const ADJECTIVES: &[&str] = &[
    "able abler ablest", "ample ampler amplest", "bad worse worst", "bitter bitterer bitterest",
    "clever cleverer cleverest", "common commoner commonest", "dry drier/dryer driest/dryest",
    "far farther/further farthest/furthest", "feeble feebler feeblest", "gentle gentler gentlest", "good better best",
    "handsome handsomer handsomest", "hollow hollower hollowest", "humble humbler humblest", "idle idler idlest",
    "ill worse worst", "little less/littler least/littlest", "many more most", "mature maturer maturest",
    "mellow mellower mellowest", "much more most", "narrow narrower narrowest", "nimble nimbler nimblest",
    "noble nobler noblest", "obscure obscurer obscurest", "old older/elder oldest/eldest", "polite politer politest",
    "quiet quieter quietest", "remote remoter remotest", "secure securer securest", "severe severer severest",
    "shallow shallower shallowest", "shy shyer/shier shyest/shiest", "simple simpler simplest",
    "sincere sincerer sincerest", "slender slenderer slenderest", "sly slyer/slier slyest/sliest",
    "stable stabler stablest", "subtle subtler subtlest", "supple suppler supplest", "tender tenderer tenderest",
    "well better best", "wry wryer/wrier wryest/wriest",
];

/// Words of one or two syllables that have no degrees.
#[rustfmt::skip]
const NOT_GRADABLE: &[&str] = &[
    "ad", "all", "any", "back", "best", "better", "born", "both", "built", "bulk", "chief", "cross", "cut", "daily",
    "dead", "done", "down", "drawn", "due", "each", "else", "ex", "fake", "first", "front", "fun", "gone", "gross",
    "grown", "half", "held", "hourly", "hurt", "in", "joint", "just", "kept", "key", "known", "last", "least", "less",
    "like", "live", "lone", "lost", "made", "main", "mere", "mid", "monthly", "more", "most", "net", "next", "no",
    "non", "none", "null", "off", "on", "one", "only", "out", "own", "past", "per", "post", "prime", "pro", "put",
    "read", "real", "right", "run", "same", "seen", "sent", "set", "shown", "shut", "side", "sold", "sole", "spent",
    "split", "still", "such", "then", "three", "top", "two", "up", "very", "void", "web", "weekly", "whole", "worse",
    "worst", "worth", "wrong", "yearly",
];

/// Adjectives in -ly, which would else be taken for adverbs.
#[rustfmt::skip]
const ADJECTIVES_IN_LY: &[&str] = &[
    "bubbly", "burly", "chilly", "costly", "cuddly", "curly", "deadly", "early", "friendly", "ghastly", "hilly", "holy",
    "homely", "jolly", "likely", "lively", "lonely", "lovely", "lowly", "manly", "oily", "sickly", "silly", "smelly",
    "stately", "surly", "timely", "ugly", "unfriendly", "unholy", "unlikely", "untimely", "wobbly", "woolly",
];

/// Verbs that are also written as one word, and then still inflected in their
/// first part: "backup" becomes "backed up".
#[rustfmt::skip]
const MERGED_PHRASAL_VERBS: &[&str] = &[
    "back up", "build out", "check in", "check out", "clean up", "fail over", "fall back", "follow up", "hand off",
    "hand over", "hook up", "kick off", "log in", "log off", "log on", "log out", "look up", "roll back", "roll out",
    "roll up", "scale up", "set up", "shut down", "sign in", "sign off", "sign up", "speed up", "spin up", "start up",
    "tear down", "write up",
];

/// Beginnings after which a verb is inflected as without them.
#[rustfmt::skip]
const VERB_PREFIXES: &[&str] = &[
    "back", "copy", "cross", "day", "down", "fore", "for", "ghost", "hand", "hot", "mis", "non", "off", "out", "over",
    "pre", "proof", "re", "sub", "type", "under", "un", "up",
];

/// Beginnings after which a noun is inflected as without them.
#[rustfmt::skip]
const NOUN_PREFIXES: &[&str] = &[
    "anti", "after", "bi", "co", "counter", "god", "grand", "hyper", "inter", "macro", "meta", "micro", "mini",
    "multi", "non", "over", "pre", "pseudo", "re", "step", "sub", "super", "tri", "under",
];

/// Last parts of compound nouns that keep their own irregular plural.
const NOUN_ENDINGS: &[&str] = &[
    "woman", "man", "person", "child", "shelf", "knife", "wife", "wolf",
];

/// Words in -man that are not compounds of "man".
const NOT_MEN: &[&str] = &[
    "caiman", "german", "human", "norman", "ottoman", "roman", "shaman", "talisman",
];

/// Words between the parts of a noun phrase: its head stands before the first.
#[rustfmt::skip]
const LINKS: &[&str] = &[
    "about", "across", "after", "against", "among", "as", "at", "before", "behind", "between", "beyond", "by", "during",
    "for", "from", "in", "into", "of", "on", "over", "per", "that", "through", "to", "under", "via", "when", "where",
    "which", "who", "whose", "with", "within", "without",
];

/// Words that follow a verb: before one of them, a modifier is the verb itself
/// ("double down").
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "a", "along", "an", "apart", "around", "aside", "away", "back", "down", "forward", "in", "it", "off", "on", "out",
    "over", "the", "through", "together", "up",
];

/// Modifiers that stand before a verb and are no verbs themselves in jargon.
#[rustfmt::skip]
const MODIFIERS: &[&str] = &[
    "auto", "battle", "beta", "black", "cherry", "cold", "deep", "double", "fast", "gold", "green", "hard", "hot",
    "mass", "pair", "peer", "pressure", "quick", "right", "self", "smoke", "soft", "stress", "triple", "unit", "white",
];

/// Open compound verbs whose first word could itself be the verb.
#[rustfmt::skip]
const COMPOUND_VERBS: &[(&str, &str)] = &[
    ("code", "review"), ("dry", "run"), ("fact", "check"), ("force", "push"), ("load", "balance"), ("load", "test"),
    ("name", "drop"), ("rate", "limit"), ("ring", "fence"), ("spot", "check"), ("test", "drive"), ("time", "box"),
];

/// First parts of hyphenated adjectives that are compared: "higher-level".
#[rustfmt::skip]
const COMPARED_FIRST_PARTS: &[&str] = &[
    "broad", "deep", "fast", "fine", "hard", "heavy", "high", "large", "light", "long", "low", "short", "slow", "small",
    "strong", "weak", "wide",
];

/// The accepted irregular spellings of a form of a word, if it has any.
pub(super) fn forms(word: &str, inflection: Inflection) -> Option<Vec<String>> {
    match inflection {
        Inflection::Base => None,
        Inflection::ThirdPerson => field(THIRD_PERSONS, 0, word, &[]),
        Inflection::Past => field(VERBS, 0, word, VERB_PREFIXES),
        Inflection::PastParticiple => field(VERBS, 1, word, VERB_PREFIXES),
        Inflection::PresentParticiple => field(PRESENT_PARTICIPLES, 0, word, VERB_PREFIXES),
        Inflection::Plural => plurals(word),
        Inflection::Comparative => field(ADJECTIVES, 0, word, &[]),
        Inflection::Superlative => field(ADJECTIVES, 1, word, &[]),
    }
}

fn plurals(noun: &str) -> Option<Vec<String>> {
    if NOT_MEN.iter().any(|name| noun.ends_with(name)) {
        return None;
    }
    field(NOUNS, 0, noun, NOUN_PREFIXES).or_else(|| {
        let ending = NOUN_ENDINGS.iter().find(|ending| noun.ends_with(*ending))?;
        field(NOUNS, 0, noun, &[noun.strip_suffix(ending)?])
    })
}

/// Whether a verb of several syllables doubles its last letter.
pub(super) fn is_doubling_verb(verb: &str) -> bool {
    contains(DOUBLING_VERBS, verb)
}

/// Whether a verb is spelled with one last letter or with two.
pub(super) fn is_either_doubling_verb(verb: &str) -> bool {
    contains(EITHER_DOUBLING_VERBS, verb)
}

/// What remains of a verb after each prefix it can be read to start with.
pub(super) fn verb_stems(verb: &str) -> impl Iterator<Item = &str> {
    VERB_PREFIXES
        .iter()
        .filter_map(|prefix| verb.strip_prefix(prefix))
}

/// The verb and the particle, with a space before it, that a verb such as "backup"
/// is merged from.
pub(super) fn unmerged(verb: &str) -> Option<(&'static str, &'static str)> {
    let letters = |row: &'static str| row.bytes().filter(|letter| *letter != b' ');
    let found = MERGED_PHRASAL_VERBS.binary_search_by(|row| letters(row).cmp(verb.bytes()));
    let row = MERGED_PHRASAL_VERBS[found.ok()?];
    Some(row.split_at(row.find(' ')?))
}

/// The endings of the plural or third person of a word in a consonant and -o.
pub(super) fn endings_after_o(word: &str) -> &'static [&'static str] {
    if contains(TAKES_OES, word) {
        &["es"]
    } else if contains(TAKES_OES_OR_OS, word) {
        &["es", "s"]
    } else {
        &["s"]
    }
}

/// Whether the first word of a verb phrase modifies the second, which is the verb.
pub(super) fn modifies_verb(first: &str, second: &str) -> bool {
    let is_verb_in_ly = first.ends_with("ply") || matches!(first, "bully" | "rally" | "tally");
    let is_manner = first.len() > 4 && first.ends_with("ly") && !is_verb_in_ly;
    let is_modifier = contains(MODIFIERS, first) || first.contains('/') || is_manner;
    (is_modifier && !is_particle(second)) || COMPOUND_VERBS.contains(&(first, second))
}

/// Whether a word can belong to a phrasal verb, or follow a verb for other reasons.
pub(super) fn is_particle(word: &str) -> bool {
    contains(PARTICLES, word)
}

/// Whether `word` parts the head of a noun phrase from what qualifies it. It does
/// not at the end ("add on"), where `after` is empty, nor after a word that is no
/// noun ("out of office message", "log in page"), nor between two equal words
/// ("peer to peer network").
pub(super) fn links(before: &str, word: &str, after: &str) -> bool {
    let parts = contains(LINKS, word) && !after.is_empty() && after != before;
    let is_phrasal = || match word {
        "in" => matches!(
            before,
            "built" | "buy" | "check" | "log" | "opt" | "plug" | "sign"
        ),
        "on" => matches!(before, "add" | "follow" | "log" | "sign"),
        _ => matches!(before, "out" | "up" | "off"),
    };
    parts && !contains(LINKS, before) && !is_phrasal()
}

/// Whether a hyphenated adjective is compared in this, its first part.
pub(super) fn is_compared_first_part(part: &str) -> bool {
    COMPARED_FIRST_PARTS.contains(&part)
}

/// Whether a noun is not counted: by the table, or as a kind of wares or data.
pub(super) fn is_uncountable_noun(noun: &str) -> bool {
    contains(UNCOUNTABLE, noun) || noun.ends_with("ware") || noun.ends_with("data")
}

/// Whether a short word cannot take -er, such as "main" or an adverb in -ly.
pub(super) fn is_not_gradable(word: &str) -> bool {
    let is_adverb = word.len() > 4 && word.ends_with("ly") && !contains(ADJECTIVES_IN_LY, word);
    is_adverb || contains(NOT_GRADABLE, word)
}

/// The spellings in the `nth` field, or the last, of the row for `word` or else
/// for what follows one of its prefixes.
fn field(table: &[&'static str], nth: usize, word: &str, prefixes: &[&str]) -> Option<Vec<String>> {
    [""].iter().chain(prefixes).find_map(|prefix| {
        let stem = word.strip_prefix(prefix)?;
        let word = |row: &'static str| row.bytes().take_while(|letter| *letter != b' ');
        let row = table.binary_search_by(|row| word(row).cmp(stem.bytes()));
        let (_, forms) = table[row.ok()?].split_once(' ')?;
        let spellings = forms.split(' ').take(nth + 1).last()?.split('/');
        Some(spellings.map(|form| format!("{prefix}{form}")).collect())
    })
}

fn contains(table: &[&str], word: &str) -> bool {
    table.binary_search(&word).is_ok()
}

#[cfg(test)]
#[path = "irregular_tests.rs"]
mod tests;

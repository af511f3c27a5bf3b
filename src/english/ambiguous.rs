//! Which words English uses both as a noun and as a verb. Only for these do the
//! words around have to decide; a wrong answer here costs a rewrite or a
//! sentence, so what is not known counts by what its form allows.

/// Words that are in common use both as a noun and as a verb, in order.
#[rustfmt::skip]
const BOTH: &[&str] = &[
    "abstract", "access", "account", "act", "address", "advance", "advocate", "affiliate", "aggregate", "aid", "aim",
    "alert", "alias", "anchor", "answer", "appeal", "approach", "arrest", "ask", "assay", "associate", "attack",
    "attempt", "audit", "author", "award", "back", "backfill", "backport", "backup", "balance", "ban", "bank", "bar",
    "base", "batch", "bear", "benchmark", "benefit", "bet", "bid", "bill", "bind", "blend", "block", "blog", "bloom",
    "board", "bond", "book", "boost", "boot", "bootstrap", "bottleneck", "bounce", "bound", "box", "brainstorm",
    "branch", "brand", "break", "bridge", "brief", "broadcast", "browse", "bucket", "budget", "buffer", "bug",
    "build", "bump", "bundle", "burn", "burst", "bypass", "cache", "call", "campaign", "cap", "capture", "care",
    "cascade", "cast", "catch", "cause", "certificate", "chain", "challenge", "champion", "chance", "change",
    "channel", "charge", "chart", "chat", "check", "checkout", "churn", "claim", "clamp", "class", "clean", "click",
    "climb", "clone", "close", "cloud", "cluster", "coach", "code", "collapse", "combat", "comment", "commit",
    "compile", "complement", "composite", "compound", "compromise", "concern", "conduct", "conflict", "consent",
    "consult", "contact", "contract", "contrast", "control", "convert", "cook", "coordinate", "copy", "correlate",
    "cost", "counsel", "count", "counter", "couple", "course", "cover", "crash", "crawl", "credit", "cross", "cure",
    "curve", "cut", "cycle", "damage", "dash", "date", "deal", "debate", "debug", "decay", "decline", "decrease",
    "default", "defect", "delay", "delegate", "delete", "delight", "demand", "demo", "deploy", "deposit", "design",
    "desire", "detail", "detour", "diff", "dig", "digest", "direct", "discharge", "discount", "discourse", "dispatch",
    "display", "dispute", "disregard", "ditch", "dive", "divide", "dock", "document", "dogfood", "double", "doubt",
    "downgrade", "download", "draft", "drain", "draw", "dream", "dress", "drift", "drill", "drink", "drive", "drop",
    "duel", "dump", "duplicate", "echo", "edit", "effect", "effort", "email", "embed", "end", "endeavor", "endeavour",
    "engineer", "equal", "escape", "escrow", "estimate", "evidence", "excess", "exchange", "excuse", "exercise",
    "exhibit", "exit", "expense", "experience", "experiment", "exploit", "export", "extract", "face", "factor",
    "fail", "fall", "fan", "fast", "fault", "favor", "favour", "fear", "feature", "feed", "feel", "fetch", "field",
    "fight", "figure", "file", "fill", "film", "filter", "finance", "find", "fine", "finish", "fire", "fit", "fix",
    "flag", "flash", "flip", "float", "flood", "flow", "flush", "focus", "fold", "follow", "force", "forecast",
    "fork", "form", "format", "forward", "frame", "freeze", "front", "fuel", "function", "fund", "fuzz", "gain",
    "gate", "gauge", "gear", "glance", "goal", "grade", "graduate", "grant", "graph", "grep", "grip", "ground",
    "group", "grow", "guarantee", "guard", "guess", "guide", "hack", "halt", "hand", "handle", "handshake", "hang",
    "harm", "harvest", "hash", "haul", "head", "heap", "heat", "help", "highlight", "hint", "hire", "hit", "hoist",
    "hold", "hook", "hope", "host", "hotfix", "house", "hype", "image", "impact", "implement", "import", "impress",
    "increase", "increment", "index", "influence", "ingest", "initiate", "input", "insert", "install", "instance",
    "instrument", "insult", "interest", "interface", "interrupt", "interview", "invite", "invoice", "issue",
    "iterate", "jail", "job", "join", "joke", "judge", "jump", "keep", "key", "kick", "kickstart", "kill", "knock",
    "label", "lack", "land", "lapse", "lasso", "last", "laugh", "launch", "layer", "layout", "lead", "leak", "lean",
    "learn", "lease", "leave", "lecture", "leverage", "licence", "license", "lie", "lift", "light", "like", "limit",
    "line", "link", "lint", "list", "listen", "load", "loan", "lobby", "lock", "log", "look", "loop", "loss", "love",
    "mail", "make", "man", "mandate", "map", "mark", "market", "mask", "master", "match", "matter", "mean", "measure",
    "meet", "mention", "merge", "mesh", "message", "meter", "mind", "mine", "mirror", "miss", "mistake", "mix",
    "mock", "model", "mold", "monitor", "mount", "move", "murder", "name", "need", "nest", "net", "network", "note",
    "notice", "number", "object", "offer", "offload", "offset", "onboard", "open", "orbit", "order", "outline",
    "output", "outsource", "overhaul", "overlap", "override", "overview", "own", "pace", "package", "pad", "page",
    "pair", "panic", "parent", "park", "parse", "part", "partner", "pass", "patch", "pattern", "pause", "pay", "peak",
    "peer", "perfume", "permit", "phase", "phone", "pick", "picture", "piece", "pilot", "pin", "ping", "pipe",
    "pitch", "pivot", "place", "plan", "plant", "play", "plot", "plug", "point", "poll", "pool", "pop", "port",
    "position", "post", "pound", "power", "practice", "praise", "predicate", "preset", "press", "preview", "price",
    "print", "prize", "probe", "process", "produce", "product", "profile", "profit", "program", "progress", "project",
    "promise", "prompt", "proof", "protest", "prototype", "provision", "proxy", "prune", "publish", "pull", "pump",
    "punch", "purchase", "purge", "push", "query", "quest", "question", "queue", "quiz", "quote", "race", "raise",
    "ramp", "range", "rank", "rate", "reach", "read", "rebase", "rebate", "reboot", "rebound", "rebuild", "recall",
    "recap", "record", "recruit", "redesign", "redirect", "redo", "reduce", "refactor", "reference", "reform",
    "refresh", "refund", "refuse", "regard", "regret", "rehash", "reject", "relaunch", "relay", "release", "remark",
    "remote", "rename", "render", "rent", "repair", "repeat", "replay", "replica", "replicate", "reply", "report",
    "repost", "request", "rerun", "rescue", "research", "reserve", "reset", "resize", "resolve", "resort", "resource",
    "respect", "rest", "restart", "restore", "result", "resume", "retake", "retreat", "retry", "return", "reuse",
    "revamp", "reveal", "reverse", "revert", "review", "revise", "reward", "rework", "rewrite", "ride", "ring",
    "rise", "risk", "rival", "roll", "rollback", "roof", "root", "rotate", "round", "roundtable", "route", "row",
    "rule", "run", "rush", "salt", "sample", "sanction", "sandbox", "save", "say", "scale", "scan", "schedule",
    "scheme", "scope", "score", "scrape", "screen", "script", "scroll", "scrub", "seal", "search", "seat", "secret",
    "section", "seed", "segment", "sell", "sense", "sequence", "serve", "service", "set", "setup", "shape", "shard",
    "share", "shell", "shift", "shim", "ship", "shock", "shop", "shortcut", "shot", "show", "showcase", "shutdown",
    "sidestep", "sign", "signal", "silo", "sink", "size", "sketch", "skip", "slice", "slide", "slip", "slot", "smell",
    "smile", "smoke", "snap", "snapshot", "solicit", "sort", "sound", "source", "space", "spam", "span", "spark",
    "spec", "speed", "spell", "spend", "spike", "spill", "spin", "split", "sponsor", "spot", "spotlight", "spread",
    "sprint", "stack", "staff", "stage", "stake", "stall", "stamp", "stand", "standup", "star", "start", "state",
    "stay", "stem", "step", "stick", "stock", "stop", "store", "stream", "stress", "stretch", "strike", "string",
    "strip", "structure", "stub", "study", "style", "subject", "subset", "sum", "summon", "sunset", "supply",
    "support", "surface", "surge", "survey", "suspect", "swap", "swarm", "sweep", "swing", "switch", "symbol", "sync",
    "syndicate", "table", "tag", "tailor", "take", "talk", "target", "task", "taste", "tax", "team", "tear",
    "template", "tenant", "term", "test", "text", "thank", "think", "thread", "throttle", "throw", "tick", "ticket",
    "tie", "time", "timebox", "timeout", "tip", "title", "toggle", "token", "toll", "tool", "top", "total", "touch",
    "tour", "trace", "track", "trade", "traffic", "trail", "train", "transfer", "transform", "transit", "transport",
    "trap", "travel", "treat", "trend", "triage", "trial", "trigger", "trip", "trouble", "trust", "try", "tune",
    "tunnel", "turn", "tweak", "twist", "type", "undertake", "update", "upgrade", "uplift", "upload", "upsell",
    "upset", "use", "value", "vector", "vent", "venture", "version", "veto", "view", "visit", "voice", "volume",
    "vote", "wait", "wake", "walk", "want", "warrant", "wash", "waste", "watch", "wave", "wear", "weight", "whisper",
    "whiteboard", "whitelist", "will", "win", "wind", "wish", "witness", "wonder", "word", "work", "workshop",
    "worry", "wrap", "wreck", "yield", "zip", "zoom",
];

/// Words behind which a two-word verb is a noun as often: `the roll out`.
const PARTICLES: &[&str] = &[
    "up", "out", "off", "down", "in", "over", "on", "back", "away", "around", "through",
];

/// Whether a verb's base form can also be a noun. A verb that is not known can,
/// unless its ending makes verbs only.
pub fn can_be_noun(verb: &str) -> bool {
    let verb = verb.to_lowercase();
    let mut words = verb.split([' ', '-']);
    match (words.next(), words.next(), words.next()) {
        (Some(word), None, _) => is_both(word) || !ends_as_verb(word),
        (Some(_), Some(particle), None) => PARTICLES.contains(&particle),
        _ => false,
    }
}

/// Whether a verb of several words begins or ends with one that can also be a
/// noun: `interface with`, and `the interface with the bank`; `the touch base`.
pub fn holds_noun(verb: &str) -> bool {
    verb.split_once(' ')
        .is_some_and(|(first, _)| is_both(&first.to_lowercase()))
        || ends_as_either(verb)
}

/// Whether a verb's hyphen makes a noun of it as well: `the cherry-pick`.
pub fn is_hyphenated_noun(verb: &str) -> bool {
    !verb.contains(' ') && ends_as_either(verb)
}

/// Whether a form is a word and a particle: `work around`, which is a verb,
/// whatever `workaround` is.
pub fn ends_with_particle(form: &str) -> bool {
    let mut words = form.split_whitespace().skip(1);
    words.next().is_some_and(|word| PARTICLES.contains(&word)) && words.next().is_none()
}

/// Whether a form has several words, hyphens or spaces between.
pub fn is_compound(form: &str) -> bool {
    form.contains(joins_words)
}

fn joins_words(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether a form of several words ends with one that is noun and verb: `feature
/// flag`, `cherry-picks`.
pub fn ends_as_either(form: &str) -> bool {
    form.rsplit_once(joins_words).is_some_and(|(_, last)| {
        let last = last.to_lowercase();
        let bare = last.strip_suffix('s').unwrap_or(&last);
        is_both(&last) || is_both(bare)
    })
}

/// Whether a noun can also be a verb. One that is not known cannot.
pub fn can_be_verb(noun: &str) -> bool {
    is_both(&noun.to_lowercase()) && !noun.starts_with(char::is_uppercase)
}

/// Whether a noun can also be the -ing form of a verb: `learning`, `onboarding`.
pub fn can_be_gerund(noun: &str) -> bool {
    let stem = noun.strip_suffix("ing").unwrap_or_default();
    stem.len() > 2 && stem.contains(['a', 'e', 'i', 'o', 'u', 'y']) && !noun.contains(' ')
}

/// Whether a word, in small letters, is in common use both as a noun and as a verb.
pub(super) fn is_both(word: &str) -> bool {
    BOTH.binary_search(&word).is_ok()
}

/// Whether a word is the base form of a verb, whatever else it is.
pub(super) fn is_verb(word: &str) -> bool {
    let word = word.to_lowercase();
    is_both(&word) || ends_as_verb(&word)
}

/// Whether a word is the base form of a verb and hardly ever a noun.
pub(super) fn is_verb_only(word: &str) -> bool {
    let word = word.to_lowercase();
    ends_as_verb(&word) && !is_both(&word)
}

/// Whether a word is the form in -s of a verb that is no noun: `accepts`, `applies`.
pub(super) fn is_verb_in_s(word: &str) -> bool {
    let word = word.to_lowercase();
    let stem = word.strip_suffix('s').unwrap_or_default();
    let in_y = stem.strip_suffix("ie").map(|stem| format!("{stem}y"));
    let bare = stem.strip_suffix('e');
    let stems = [Some(stem), bare, in_y.as_deref()];
    stems.into_iter().flatten().any(is_verb_only)
}

/// Endings and beginnings that make verbs, and verbs that are nothing else.
fn ends_as_verb(word: &str) -> bool {
    ["ize", "ise", "yze", "yse", "ify", "ate"]
        .iter()
        .any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending))
        || VERBS_ONLY.binary_search(&word).is_ok()
}

/// Common verbs that are never nouns and whose form does not tell, in order.
#[rustfmt::skip]
const VERBS_ONLY: &[&str] = &[
    "accept", "accompany", "accomplish", "accrue", "achieve", "acquire", "adapt", "add", "adhere", "adjust", "admit",
    "adopt", "afford", "agree", "align", "allow", "amend", "annoy", "appear", "append", "apply", "appoint",
    "ascertain", "assert", "assess", "assign", "assist", "assume", "attach", "attain", "avoid", "become", "begin",
    "believe", "belong", "choose", "circumvent", "combine", "come", "commence", "compare", "compel", "comply",
    "comprise", "compute", "conceal", "concur", "configure", "confirm", "connect", "consider", "consist", "constitute",
    "construe", "consume", "contain", "continue", "contravene", "contribute", "convey", "convince", "craft", "create",
    "declare", "decode", "decouple", "deem", "defer", "define", "deliver", "denote", "depend", "depict", "deprecate",
    "derive", "describe", "deserve", "destroy", "detect", "determine", "develop", "disable", "disclose", "discontinue",
    "discover", "discuss", "disrupt", "distribute", "divest", "divulge", "effectuate", "elect", "elicit", "eliminate",
    "embrace", "employ", "empower", "enable", "encode", "encompass", "encounter", "encourage", "encrypt", "enforce",
    "engage", "engender", "enhance", "enjoin", "ensue", "ensure", "entail", "enter", "escalate", "establish", "evince",
    "evolve", "exceed", "execute", "exist", "expand", "expect", "expedite", "expend", "explain", "explore", "expose",
    "extend", "forbid", "forego", "foster", "fulfil", "fulfill", "furnish", "gamify", "garner", "gather", "give",
    "harden", "hear", "hydrate", "identify", "impart", "impede", "imply", "impose", "improve", "include", "incur",
    "inform", "inherit", "inhibit", "inquire", "inspect", "instruct", "integrate", "introduce", "invoke", "involve",
    "know", "let", "liaise", "maintain", "manage", "marshal", "minify", "mutate", "negotiate", "notify", "obey",
    "observe", "obtain", "obviate", "occur", "offboard", "omit", "operate", "oversee", "perform", "persist", "pertain",
    "peruse", "possess", "precede", "preclude", "prepare", "prepend", "prescribe", "preserve", "pretend", "prevent",
    "proceed", "procure", "prohibit", "promote", "propose", "protect", "prove", "provide", "pursue", "quantify",
    "receive", "recommend", "reconcile", "recur", "redeploy", "refer", "reflect", "reimburse", "relate", "relinquish",
    "rely", "remain", "remember", "remit", "remove", "replace", "represent", "require", "rescind", "reside", "respond",
    "restrict", "retain", "retrieve", "satisfy", "seek", "seem", "select", "send", "socialize", "solve", "specify",
    "strengthen", "strive", "submit", "succeed", "suffice", "suggest", "supersede", "suppose", "sustain", "tell",
    "tend", "transmit", "transpire", "understand", "unleash", "unlock", "unpack", "utilize", "vary", "verify", "warn",
    "write",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_order() {
        let mut both = BOTH.to_vec();
        both.sort_unstable();
        both.dedup();
        assert_eq!(BOTH, both);
        let mut verbs = VERBS_ONLY.to_vec();
        verbs.sort_unstable();
        verbs.dedup();
        assert_eq!(VERBS_ONLY, verbs);
    }

    #[test]
    fn words_are_ambiguous_or_not() {
        for verb in ["impact", "deploy", "yeet", "roll out", "estimate"] {
            assert!(can_be_noun(verb), "{verb}");
        }
        for verb in [
            "utilize",
            "facilitate",
            "commence",
            "reach out to",
            "clarify",
        ] {
            assert!(!can_be_noun(verb), "{verb}");
        }
        for noun in ["ask", "build"] {
            assert!(can_be_verb(noun), "{noun}");
        }
        for noun in ["API", "repo", "endpoint", "user story"] {
            assert!(!can_be_verb(noun), "{noun}");
        }
    }
}

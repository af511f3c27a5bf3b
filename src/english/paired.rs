//! Words that prose joins by a slash (`read/write`, `client/server`). Other words in small
//! letters that slashes join are a path.

/// Words that stand in such pairs, and are called by nothing else in a project.
#[rustfmt::skip]
const PAIRED: [&str; 84] = [
    "and", "answer", "author", "before", "after", "business", "buy", "call", "client", "close", "company", "cost",
    "customer", "day", "decrease", "department", "developer", "download", "driver", "employee", "employer", "end",
    "fail", "false", "father", "female", "for", "from", "give", "group", "he", "her", "him", "his", "home", "if", "in",
    "increase", "input", "man", "male", "manager", "mother", "night", "no", "not", "of", "off", "office", "on", "open",
    "or", "out", "output", "pass", "person", "price", "problem", "product", "provider", "question", "read", "receiver",
    "sales", "sell", "sender", "server", "service", "she", "sign", "stop", "student", "take", "teacher", "team", "their",
    "them", "they", "to", "true", "upload", "user", "write", "yes",
];

/// Endings of words that are seldom a folder's name.
#[rustfmt::skip]
const ENDINGS: [&str; 14] = [
    "able", "ance", "ed", "ence", "ful", "ible", "ing", "ity", "ive", "less", "ly", "ment", "ness", "tion",
];

/// Whether prose joins a word to another by a slash.
pub fn is_paired(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    PAIRED.contains(&word)
        || PAIRED.contains(&singular)
        || ENDINGS.iter().any(|ending| singular.ends_with(ending))
}

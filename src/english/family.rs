//! Whether two words are of one family: `show` and `showcase`, `use` and `user`.
//!
//! Owns the endings and the beginnings that make one word of another. A reader stumbles
//! over two of them in one sentence, whatever grammar says; so it is enough to be right
//! about common words, and to be wrong costs a rewrite and no sentence.

use super::inflect::{Inflection, WordClass, inflect};

/// Endings of words that are made of others, the longer before those they end with.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "ations", "ation", "ments", "ment", "fully", "ful", "less", "ness", "able", "ings", "ing",
    "edly", "ed", "ers", "er", "ors", "or", "ies", "es", "s", "ly", "e",
];

/// What stands behind a word of four letters or more and makes one word with it.
#[rustfmt::skip]
const BEHIND: &[&str] = &[
    "back", "board", "book", "case", "down", "field", "flow", "force", "hold", "house", "less",
    "like", "line", "list", "load", "man", "mark", "mate", "off", "out", "over", "piece", "place",
    "point", "proof", "room", "sheet", "shop", "space", "stream", "time", "up", "way", "ward",
    "work", "worker", "works",
];

/// What stands before one.
const BEFORE: &[&str] = &[
    "co", "fore", "mis", "out", "over", "pre", "re", "un", "under", "up",
];

/// Whether `other`, in any capitals, is `word` or is made of it, or both of a third.
pub fn is_of_family(word: &str, other: &str) -> bool {
    let first = |word: &str| word.chars().next().map(|c| c.to_ascii_lowercase());
    let shares_start = first(word) == first(other);
    // Nearly all words begin with another letter and end otherwise.
    if !shares_start && !other.ends_with(word) {
        return false;
    }
    let (word, other) = (word.to_lowercase(), other.to_lowercase());
    let other = other.trim_end_matches("'s").trim_end_matches("’s");
    word == other
        || is_inside(&word, other)
        || shares_start
            && (stem(&word) == stem(other) || is_compound(&word, other) || is_form(&word, other))
}

/// `restart` has `start` in it.
fn is_inside(word: &str, other: &str) -> bool {
    let before = other.strip_suffix(word);
    word.len() >= 4 && before.is_some_and(|before| BEFORE.contains(&before))
}

fn is_compound(word: &str, other: &str) -> bool {
    let behind = other.strip_prefix(word);
    word.len() >= 4 && behind.is_some_and(|behind| BEHIND.contains(&behind))
}

/// A form that no ending makes: `begun`, `men`.
fn is_form(word: &str, other: &str) -> bool {
    let verb = Inflection::of(WordClass::Verb).iter();
    let verb = verb.map(|&inflection| (WordClass::Verb, inflection));
    let mut all = verb.chain([(WordClass::Noun, Inflection::Plural)]);
    all.any(|(class, inflection)| {
        let forms = inflect(word, class, inflection);
        forms.iter().any(|form| form == other)
    })
}

/// A word without its endings, its last letter single.
fn stem(word: &str) -> &str {
    let mut stem = word;
    while let Some(rest) = ENDINGS.iter().find_map(|ending| stem.strip_suffix(ending)) {
        if rest.len() < 2 || !rest.contains(['a', 'e', 'i', 'o', 'u', 'y']) {
            break;
        }
        stem = rest;
    }
    let bytes = stem.as_bytes();
    match bytes {
        [.., last, end] if last == end && end.is_ascii() && bytes.len() > 3 => {
            &stem[..stem.len() - 1]
        }
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_family_are_known() {
        for (word, other) in [
            ("show", "showcase"),
            ("show", "shown"),
            ("use", "Users"),
            ("use", "usable"),
            ("begin", "began"),
            ("begin", "beginning"),
            ("start", "restart"),
            ("plan", "planning"),
            ("help", "helpful"),
            ("pay", "payments"),
            ("try", "tries"),
            ("now", "now"),
            ("buy", "bought"),
            ("end", "ended"),
        ] {
            assert!(is_of_family(word, other), "{word}, {other}");
        }
    }

    #[test]
    fn others_are_not() {
        for (word, other) in [
            ("plan", "plant"),
            ("part", "party"),
            ("end", "endure"),
            ("form", "format"),
            ("list", "listen"),
            ("test", "contest"),
            ("now", "know"),
            ("time", "sometimes"),
        ] {
            assert!(!is_of_family(word, other), "{word}, {other}");
        }
    }
}

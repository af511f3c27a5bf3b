//! What says when, and nothing else.
//!
//! Owns `in June` and `twice a year` at a sentence's end: where nothing else
//! follows a word that may be a verb, the sentence has no other.

use super::super::lexicon;
use super::super::sentence::{Gap, Word, words_after};

/// Adverbs of time that also stand alone.
const WHEN: &[&str] = &[
    "again", "daily", "early", "late", "monthly", "now", "once", "soon", "today", "tomorrow",
    "twice", "weekly", "yearly",
];

/// Whether `after` ends its sentence and says no more than when.
pub(super) fn is_time_alone(after: &str) -> bool {
    let ends = after.trim_end().ends_with(['.', '!', '?']);
    let mut words = words_after(after).peekable();
    let opens = words.peek().is_some_and(opens_time);
    let mut dated = false;
    ends && opens
        && words.all(|word| {
            dated |= is_time(word.text);
            word.gap == Gap::Space && (is_time(word.text) || links(word.text))
        })
        && dated
}

fn opens_time(word: &Word) -> bool {
    let class = lexicon::class(word.text);
    class.is(lexicon::PREPOSITION) || is_when(word.text) || word.text == "every"
}

/// `June`, `Monday`, `2025`, `year`, `twice`.
fn is_time(word: &str) -> bool {
    let dated = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    dated || lexicon::class(word).is(lexicon::TIME) || is_when(word)
}

fn is_when(word: &str) -> bool {
    WHEN.binary_search(&word).is_ok()
}

/// Whether a word may stand between them: `the`, `last`, `three`.
fn links(word: &str) -> bool {
    let class = lexicon::class(word);
    let small = lexicon::ARTICLE
        | lexicon::PREPOSITION
        | lexicon::DEMONSTRATIVE
        | lexicon::QUANTIFIER
        | lexicon::NUMBER
        | lexicon::ADJECTIVE;
    class.is(small) && !class.is(lexicon::AUXILIARY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_says_when_and_nothing_else() {
        assert!(WHEN.is_sorted());
        let table = [
            (" in June.", true),
            (" on Monday.", true),
            (" twice a year.", true),
            (" at the end of the last quarter.", false),
            (" in the first quarter.", true),
            (" early.", true),
            (" in June", false),
            (" in June, and we left.", false),
            (" on load hinder us.", false),
            (" requests.", false),
            (".", false),
            ("", false),
        ];
        for (after, expected) in table {
            assert_eq!(is_time_alone(after), expected, "{after}");
        }
    }
}

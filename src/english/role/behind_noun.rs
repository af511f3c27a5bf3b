//! Whether another noun tells apart what the match names.
//!
//! Owns `application downtime` and `shell code snippets`: a noun that stands before
//! the match belongs to its first word, so that words which go on behind their head
//! (`shell pieces of code`) or begin with an adjective (`team proposed change`) do not
//! fit there. Adjectives and verbs may stay.

use super::super::lexicon;
use super::context::{Context, Token, View};

/// Whether the word right before a noun is likely a noun itself, or code.
pub fn is_behind_noun(context: Context) -> bool {
    let view = View::of(context);
    let word = view.left(0);
    if !word.is_adjacent() || word.is_article() {
        return false;
    }
    let plain = word.is_open() && !word.is_number() && !ends_borrowed(&view);
    word.is_inline_object() || plain && !is_adjectival(word) && !is_verb(&view)
}

/// Adjectives of two words that English has from Latin.
const BORROWED: [[&str; 2]; 6] = [
    ["ad", "hoc"],
    ["bona", "fide"],
    ["de", "facto"],
    ["pro", "bono"],
    ["pro", "forma"],
    ["pro", "rata"],
];

/// Whether the word before a noun ends such an adjective: `an ad hoc dashboard`.
fn ends_borrowed(view: &View) -> bool {
    let (last, first) = (view.left(0), view.left(1));
    let reads = |[one, two]: &[&str; 2]| first.reads(&[*one]) && last.reads(&[*two]);
    BORROWED.iter().any(reads)
}

/// Endings of adjectives and participles that few nouns have; `-al` and `-ent` are
/// those of `terminal` and `client`, too.
const ENDINGS: &[&str] = &[
    "ing", "ous", "ful", "less", "ible", "ional", "ical", "atial", "atic", "etic", "braic", "sive",
    "itive",
];

/// Last words of adjectives with a hyphen that are none by themselves.
const LAST_PARTS: &[&str] = &["in", "party", "specific", "wide", "proof", "ready", "based"];

/// Whether words begin with an adjective or a participle: `proposed change`, which
/// cannot stand between a noun and what that noun belongs to.
pub fn begins_with_adjective(words: &str) -> bool {
    words
        .split_once(' ')
        .is_some_and(|(first, _)| lexicon::class(first).is(lexicon::ADJECTIVE) || is_past(first))
}

fn is_adjectival(word: Token) -> bool {
    if word.is_capital() {
        return false;
    }
    if let Some((_, last)) = word.text.rsplit_once(['-', '‑']) {
        return LAST_PARTS.contains(&last)
            || lexicon::class(last).is(lexicon::CLOSED)
            || is_past(word.text);
    }
    is_past(word.text) || ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// `planned`; not `feed`.
fn is_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")
}

/// `to avoid downtime`, `we require backward compatibility`, `Avoid downtime.`
fn is_verb(view: &View) -> bool {
    let word = view.left(0);
    let before = view.left(view.past_adverbs(1));
    let subject = lexicon::SUBJECT | lexicon::EITHER_PRONOUN | lexicon::AUXILIARY;
    word.is(lexicon::FINITE_S)
        || before.is_none() && word.is_capital()
        || before.reads(&["to"])
        || before.is(subject) && !before.is(lexicon::BE)
}

#[cfg(test)]
mod tests {
    use super::super::context::hold;
    use super::{begins_with_adjective, is_behind_noun};

    #[test]
    fn a_noun_before_a_noun_is_told_from_an_adjective_and_a_verb() {
        let table = [
            ("The application [downtime] was long.", true),
            ("It shows shell [code snippets].", true),
            ("It shows reStructuredText [code snippets].", true),
            ("A \u{fffc} [data type] holds it.", true),
            ("The long [downtime] hurts.", false),
            ("The planned [downtime] hurts.", false),
            ("An ad hoc [downtime] hurts.", false),
            ("A spatial [data type] is here.", false),
            ("The user's [data type] is here.", false),
            ("We want to avoid [downtime].", false),
            ("We require [downtime].", false),
            ("They do not maintain [data types].", false),
            ("Avoid [downtime].", false),
            ("A limit of 10 [data types] holds.", false),
            ("It is a third-party [data type].", false),
            ("The client [data type] is here.", true),
            ("The [data type] is here.", false),
            ("[Downtime] hurts.", false),
            ("For apps, [downtime] hurts.", false),
        ];
        hold(&table, is_behind_noun);
    }

    #[test]
    fn adjectives_and_participles_begin_some_words() {
        for words in ["proposed change", "new employee", "saved changes"] {
            assert!(begins_with_adjective(words), "{words}");
        }
        for words in ["code store", "feed reader", "red", "change"] {
            assert!(!begins_with_adjective(words), "{words}");
        }
    }
}

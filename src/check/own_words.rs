//! Whether a text says in its own words what a term is: `GitHub is a website …`, `the
//! text format JSON`.

use crate::english::inflect::{Inflection, WordClass, head, inflect};
use crate::english::role::{Description, description};
use crate::glossary::meaning::starts_with_meaning;
use crate::glossary::term::{Entry, PartOfSpeech};
use crate::matcher::{Match, ReadingPlace};

/// How many words can stand before the noun that says what a term is, with it.
const MOST_WORDS_TO_KIND: usize = 6;

/// Words that make a noun before them the subject of a sentence of its own.
#[rustfmt::skip]
const SAYING: &[&str] = &[
    "are", "can", "cannot", "did", "does", "had", "has", "have", "is", "may", "must", "should", "was", "were", "will",
];

/// Whether the sentence around a match says what its term is. Of a name any description
/// tells that; of another noun one that has the noun which the glossary has for it.
pub(super) fn describe(matched: &Match<'_>, text: &str) -> bool {
    let entry = matched.entry;
    let is_name = entry.part_of_speech == PartOfSpeech::ProperNoun;
    if !is_described(matched) {
        return false;
    }
    let form = &text[matched.span().range()];
    match description(matched.context(text)) {
        None => false,
        // `the product launch` is a compound, `the text format JSON` is none.
        Some(Description::Noun(noun)) => {
            is_name || form.contains(char::is_uppercase) && kinds(entry).any(|kind| kind == noun)
        }
        Some(Description::Subject(noun)) => is_name && kinds(entry).any(|kind| kind == noun),
        Some(Description::Predicate(words)) => {
            is_name && words.starts_with('a')
                || goes_beyond_kind(entry, words)
                || starts_with_meaning(words, entry, form)
        }
        Some(Description::Apposition(words)) => {
            is_name && (words.starts_with('a') || is_kind(entry, words))
                || goes_beyond_kind(entry, words)
        }
    }
}

/// Whether words that stand for the meaning of a match's term say in their own way what
/// it is.
pub(super) fn tells_kind(matched: &Match<'_>, words: &str) -> bool {
    is_described(matched) && goes_beyond_kind(matched.entry, words)
}

/// Whether a match names its thing, so that what is said of it is said of the term.
fn is_described(matched: &Match<'_>) -> bool {
    let class = matched.entry.part_of_speech;
    matches!(class, PartOfSpeech::ProperNoun | PartOfSpeech::Noun)
        && matched.reading.place == ReadingPlace::Own
        && matched.possessive().is_none()
}

/// The nouns that the glossary explains a term with.
fn kinds(entry: &Entry) -> impl Iterator<Item = &str> {
    let meanings = entry
        .plain
        .iter()
        .chain(&entry.plain_gb)
        .map(String::as_str);
    meanings
        .chain(entry.definition.as_deref())
        .map(|meaning| &meaning[head(meaning, WordClass::Noun)])
}

/// Whether a word is a noun that the glossary explains a term with, in any number.
fn names_kind(entry: &Entry, word: &str) -> bool {
    kinds(entry).any(|kind| {
        word.eq_ignore_ascii_case(kind)
            || inflect(kind, WordClass::Noun, Inflection::Plural)
                .iter()
                .any(|kinds| word.eq_ignore_ascii_case(kinds))
    })
}

/// Whether words are that noun and nothing more: `a list`.
fn is_kind(entry: &Entry, words: &str) -> bool {
    let noun = clause(words).split_once(' ').map(|(_, noun)| noun);
    noun.is_some_and(|noun| names_kind(entry, noun))
}

/// Whether words hold that noun, and say more of it: `a way for programs to talk`; not
/// `a good way`, nor `the way is long`.
fn goes_beyond_kind(entry: &Entry, words: &str) -> bool {
    let mut words = clause(words).split_whitespace();
    let mut group = words.by_ref().take(MOST_WORDS_TO_KIND);
    let noun = group.find(|word| matches!(*word, "and" | "or") || names_kind(entry, word));
    let has_kind = noun.is_some_and(|noun| names_kind(entry, noun));
    let next = words.next().filter(|_| has_kind);
    next.is_some_and(|next| !SAYING.contains(&next))
}

/// Words up to the next mark.
fn clause(words: &str) -> &str {
    let end = words.find([',', '.', ';', ':', '!', '?', '(', ')', '–', '—']);
    words[..end.unwrap_or(words.len())].trim()
}

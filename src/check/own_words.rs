//! Whether a text says in its own words what a term is: `GitHub is a website …`, `the
//! text format JSON`.

use crate::english::inflect::{WordClass, head};
use crate::english::role::{Description, description};
use crate::glossary::term::{Entry, PartOfSpeech};
use crate::matcher::{Match, ReadingPlace};

/// Whether the sentence around a match says what its term is. Of a name any description
/// tells that; of another noun one that has the noun which the glossary has for it.
pub(super) fn describe(matched: &Match<'_>, text: &str) -> bool {
    let entry = matched.entry;
    let is_name = entry.part_of_speech == PartOfSpeech::ProperNoun;
    let is_noun = is_name || entry.part_of_speech == PartOfSpeech::Noun;
    if !is_noun || matched.reading.place != ReadingPlace::Own || matched.possessive.is_some() {
        return false;
    }
    match description(matched.context(text)) {
        None => false,
        Some(Description::Noun(noun)) => is_name || names_kind(entry, noun),
        Some(Description::Predicate(words) | Description::Apposition(words)) => {
            is_name && words.starts_with('a') || names_kind(entry, words)
        }
    }
}

/// Whether words hold the noun that the glossary explains a term with.
fn names_kind(entry: &Entry, words: &str) -> bool {
    let kinds = entry.plain.iter().map(String::as_str);
    let mut kinds = kinds
        .chain(entry.definition.as_deref())
        .map(|kind| &kind[head(kind, WordClass::Noun)]);
    kinds.any(|kind| {
        let mut words = words.split(|c: char| !c.is_alphanumeric());
        words.any(|word| word.eq_ignore_ascii_case(kind))
    })
}

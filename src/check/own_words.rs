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
    if !is_noun || matched.reading.place != ReadingPlace::Own || matched.possessive().is_some() {
        return false;
    }
    let form = &text[matched.span().range()];
    match description(matched.context(text)) {
        None => false,
        // `the product launch` is a compound, `the text format JSON` is none.
        Some(Description::Noun(noun)) => {
            is_name || form.contains(char::is_uppercase) && kinds(entry).any(|kind| kind == noun)
        }
        Some(Description::Predicate(words) | Description::Apposition(words)) => {
            is_name && words.starts_with('a') || goes_beyond_kind(entry, words)
        }
    }
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

/// Whether words hold the noun that the glossary explains a term with, and say more of it:
/// `a way for programs to talk`; not `a good way`.
fn goes_beyond_kind(entry: &Entry, words: &str) -> bool {
    kinds(entry).any(|kind| {
        let mut rest = words
            .split(' ')
            .skip_while(|word| !word.eq_ignore_ascii_case(kind));
        rest.next().is_some() && rest.next().is_some()
    })
}

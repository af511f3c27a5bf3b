//! Explanations at the first use of a term: its full form, its meaning in
//! brackets, or a footnote.

use std::collections::HashSet;

use crate::document::Markup;
use crate::english::casing::{capitalize, is_capitalized};
use crate::english::determiner::{introduced, names_act};
use crate::english::inflect::{Inflection, WordClass, inflect};
use crate::finding::{Held, Note};
use crate::glossary::term::{Entry, PartOfSpeech, Rewrite};
use crate::text::fold::fold;

use super::place::Place;
use super::room::{self, Explanations, Room};
use super::wording::Wording;

/// An explanation to be written.
pub(super) struct FirstUse {
    /// What the reader then sees, as a suggestion.
    pub(super) shown: String,
    /// How it gets there.
    pub(super) edit: Written,
    /// What goes to the end of the document.
    pub(super) note: Option<Note>,
}

/// Where an explanation is written.
pub(super) enum Written {
    /// Behind the match's noun group, in the part's markup.
    Behind(usize, String),
    /// In the place of the match.
    Instead(String),
    /// Only at the end of the document.
    AtEnd,
}

/// Where a term is explained in a place, by the mark of a footnote or in its words, or why
/// it is not explained there.
pub(super) fn room(
    place: &Place<'_>,
    how: Rewrite,
    is_mark: bool,
    explanations: &Explanations,
) -> Result<Room, Held> {
    let room = if is_mark {
        room::of_mark(place)
    } else if how == Rewrite::Explain && disagrees(place) {
        return Err(Held::Agreement);
    } else {
        room::of_words(place, how, explanations)
    };
    // Doubt is the reason of most places that have none: whoever reads it can decide.
    room.ok_or_else(|| place.doubtful().unwrap_or(Held::NoRoom))
}

/// The explanation of a match where there is room for it; as a footnote, if the labels
/// are given that are taken already.
pub(super) fn written(
    place: &Place<'_>,
    how: Rewrite,
    room: Room,
    footnotes: Option<&HashSet<String>>,
) -> FirstUse {
    let entry = place.matched.entry;
    let spelled = place.spelled();
    if let Some(taken) = footnotes {
        return as_footnote(place, taken);
    }
    match (how, &entry.expansion) {
        (Rewrite::Expand, Some(expansion)) => {
            let long = match place.matched.reading.inflection {
                Some(Inflection::Plural) => plural(expansion),
                _ => expansion.clone(),
            };
            let words = format!("{} ({spelled})", capitalize(&long, place.capitals()));
            FirstUse {
                shown: words.clone(),
                edit: Written::Instead(words),
                note: None,
            }
        }
        _ => {
            let name = if room.is_named {
                format!("{}: ", name(place))
            } else {
                String::new()
            };
            let behind = format!(" ({name}{})", meaning(place));
            let group = &place.text[place.matched.span().start..room.end];
            let written = place.part.markup.escape(&behind).into_owned();
            FirstUse {
                shown: format!("{group}{behind}"),
                edit: Written::Behind(room.end, written),
                note: None,
            }
        }
    }
}

/// The match as it is written in mid-sentence.
fn name(place: &Place<'_>) -> String {
    let form = place.form();
    let entry = place.matched.entry;
    if !is_capitalized(form) || is_capitalized(&entry.term) {
        return form.to_owned();
    }
    let folded = fold(form);
    let mut spellings = entry
        .aliases
        .iter()
        .map(String::as_str)
        .chain([&*entry.term]);
    match spellings.find(|spelling| fold(spelling) == folded) {
        Some(spelling) => spelling.to_owned(),
        None => with_small_initial(form),
    }
}

fn plural(noun: &str) -> String {
    inflect(noun, WordClass::Noun, Inflection::Plural)
        .into_iter()
        .next()
        .unwrap_or_else(|| noun.to_owned())
}

/// What stands in the brackets: the plain words in the match's number, or the
/// definition as part of a sentence.
pub(super) fn meaning(place: &Place<'_>) -> String {
    let entry = place.matched.entry;
    let Some(plain) = place.plain().first() else {
        return definition_inside(entry);
    };
    let wording = Wording::of(place, 0);
    let words = wording.first();
    let nominal = matches!(
        entry.part_of_speech,
        PartOfSpeech::Noun | PartOfSpeech::ProperNoun
    );
    let plural = place.matched.reading.inflection == Some(Inflection::Plural);
    if !nominal || plural || wording.uncountable {
        return words.to_owned();
    }
    match entry.inflected(place.whole.variety, 0) {
        Some(inflected) if words == plain => inflected.explanation(|| introduced(words)).to_owned(),
        _ => introduced(words),
    }
}

/// Whether the explanation of a plural would be one act (`installation`), for which
/// the glossary has no plural. A mass is none: `callbacks (code to be called later)`.
fn disagrees(place: &Place<'_>) -> bool {
    let plural = place.matched.reading.inflection == Some(Inflection::Plural);
    let plain = place.plain().first();
    plural && plain.is_some_and(|plain| names_act(plain)) && Wording::of(place, 0).uncountable
}

/// `A way to …` becomes `a way to …`; a name or an initialism keeps its capital.
fn definition_inside(entry: &Entry) -> String {
    let definition = entry.definition.as_deref().unwrap_or_default();
    let text = definition.trim().trim_end_matches('.');
    let first_word = text.split(' ').next().unwrap_or_default();
    let own_capitals = first_word.chars().skip(1).any(char::is_uppercase);
    if !is_capitalized(first_word) || own_capitals || first_word == "I" {
        return text.to_owned();
    }
    with_small_initial(text)
}

fn with_small_initial(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_lowercase);
    first.chain(chars.as_str().chars()).collect()
}

fn as_footnote(place: &Place<'_>, taken: &HashSet<String>) -> FirstUse {
    let entry = place.matched.entry;
    let text = match &entry.definition {
        Some(definition) => definition.to_string(),
        None => place.plain().first().cloned().unwrap_or_default(),
    };
    let label = free_label(place, entry, taken);
    let mark = format!("[^{label}]");
    let in_text = place.part.markup == Markup::Markdown;
    FirstUse {
        shown: format!("{} ({text})", place.spelled()),
        edit: if in_text {
            Written::Behind(place.matched.whole().end, mark)
        } else {
            Written::AtEnd
        },
        note: Some(Note {
            label,
            term: entry.term.to_string(),
            text,
        }),
    }
}

/// The entry's id, with a number behind it if the document has that label.
fn free_label(place: &Place<'_>, entry: &Entry, taken: &HashSet<String>) -> String {
    let id = entry.rule.rsplit('/').next().unwrap_or_default();
    let taken = |label: &str| taken.contains(label) || place.part.footnote_labels.contains(label);
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.to_owned())
        .chain(numbered)
        .find(|label| !taken(label))
        .unwrap_or_default()
}

//! Term bases of any tool as glossaries: the header, then a concept after another.
//! A term base has many languages; a glossary has one, and the others are counted.

use super::super::record::{self, Record, Row, Wordlist};
use super::super::{Losses, Reading, Refused, Remark, decode};
use super::concept::Concept;
use super::tree::{self, Element};
use super::{HEADER, take};
use crate::text::language::{is_within, primary};

/// Reads a term base, in one of its languages: the one asked for, else English, else
/// its first.
///
/// # Errors
///
/// When it is no XML, or none of this standard, or not in that language.
pub fn read(bytes: &[u8], language: Option<&str>) -> Result<Reading, Refused> {
    let root = tree::read(&decode::text(bytes)?)?;
    let file = root
        .children
        .iter()
        .find(|child| ["tbx", "martif"].contains(&child.name.as_str()));
    let Some(file) = file else {
        return Err(Refused::new(
            "its root is neither `tbx` nor `martif`: it is no term base",
        ));
    };
    let mut concepts = Vec::new();
    file.find_all(&["conceptEntry", "termEntry"], &mut concepts);
    let (language, first) = chosen(&concepts, language)?;
    let mut reading = Reading {
        unit: "entry",
        ..Reading::default()
    };
    let headers = headers(file);
    // What this program wrote comes back to the letter; others indent their text.
    let exact = !headers.is_empty();
    reading.lists = headers
        .into_iter()
        .map(|header| Wordlist {
            header,
            terms: Vec::new(),
        })
        .collect();
    if reading.lists.is_empty() {
        let mut header = Record::default();
        if let Some(title) = file.find("title").map(|title| title.text.trim()) {
            header.say("title", title);
        }
        if first != "en" {
            header.say("language", first);
        }
        reading.lists.push(Wordlist {
            header,
            terms: Vec::new(),
        });
    }
    for (place, element) in (1..).zip(concepts) {
        let concept = Concept::of(element, &language, exact, &mut reading.losses);
        take_concept(place, concept, &mut reading.lists, &mut reading.losses);
    }
    Ok(reading)
}

fn take_concept(
    place: usize,
    concept: Result<Concept, String>,
    lists: &mut [Wordlist],
    losses: &mut Losses,
) {
    let concept = match concept {
        Ok(concept) => concept,
        Err(reason) => {
            losses.unreadable.push(Remark::new(place, reason));
            return;
        }
    };
    let list = concept
        .list
        .and_then(|name| lists.iter().position(|list| list.name() == name));
    if let Some(list) = lists.get_mut(list.unwrap_or_default()) {
        list.terms.push(Row {
            place,
            record: concept.record,
        });
    }
}

/// What this program has said of its glossaries.
fn headers(file: &Element) -> Vec<Record> {
    let mut sources = Vec::new();
    file.find_all(&["sourceDesc"], &mut sources);
    let headers = sources.into_iter().map(|source| {
        let mut header = Record::default();
        for paragraph in &source.children {
            if let Some(said) = paragraph.text.strip_prefix(HEADER) {
                take(&mut header, record::HEADER, said);
            }
        }
        header
    });
    headers.filter(|header| !header.is_empty()).collect()
}

/// The language to read, and the first of its tags in the file: those of one language
/// and several regions are one.
fn chosen(concepts: &[&Element], wanted: Option<&str>) -> Result<(String, String), Refused> {
    let mut tags: Vec<&str> = Vec::new();
    for concept in concepts {
        let mut sections = Vec::new();
        concept.find_all(&["langSec", "langSet"], &mut sections);
        tags.extend(
            sections
                .iter()
                .map(|section| section.attribute("xml:lang").unwrap_or("en")),
        );
    }
    let first_of = |wanted: &str| tags.iter().copied().find(|tag| is_within(tag, wanted));
    let wanted = match (wanted, tags.first()) {
        (Some(wanted), _) => wanted.to_owned(),
        (None, Some(first)) if first_of("en").is_none() => primary(first),
        (None, _) => "en".to_owned(),
    };
    match first_of(&wanted) {
        Some(first) => Ok((wanted, first.to_owned())),
        None if tags.is_empty() => Ok((wanted.clone(), wanted)),
        None => {
            tags.sort_unstable();
            tags.dedup();
            let known = tags.join(", ");
            Err(Refused::new(format!(
                "it has no language `{wanted}`, but {known}"
            )))
        }
    }
}

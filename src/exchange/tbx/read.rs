//! Term bases of any tool as glossaries: the header, then a concept after another.
//! A term base has many languages; a glossary has one, and the others are counted.

use std::collections::BTreeMap;

use super::super::record::{self, Record, Row, Wordlist};
use super::super::{Losses, Reading, Refused, Remark, decode};
use super::concept::Concept;
use super::tree::{self, Element};
use super::{HEADER, take};

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
    let language = chosen(&concepts, language)?;
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
            header.set_text("title", title);
        }
        if language != "en" {
            header.set_text("language", &language);
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

/// The language to read, as the file writes it.
fn chosen(concepts: &[&Element], wanted: Option<&str>) -> Result<String, Refused> {
    let mut languages: BTreeMap<String, usize> = BTreeMap::new();
    let mut first = None;
    for concept in concepts {
        let mut sections = Vec::new();
        concept.find_all(&["langSec", "langSet"], &mut sections);
        for section in sections {
            let language = section.attribute("xml:lang").unwrap_or("en").to_owned();
            first.get_or_insert_with(|| language.clone());
            *languages.entry(language).or_default() += 1;
        }
    }
    let is = |language: &str, wanted: &str| {
        let [language, wanted] = [language, wanted].map(str::to_lowercase);
        language == wanted
            || language
                .strip_prefix(&wanted)
                .is_some_and(|rest| rest.starts_with(['-', '_']))
    };
    let most_used = |wanted: &str| {
        let mut found: Vec<_> = languages
            .iter()
            .filter(|(language, _)| is(language, wanted))
            .collect();
        found.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        found.first().map(|(language, _)| (*language).clone())
    };
    match wanted {
        Some(wanted) => most_used(wanted).ok_or_else(|| {
            let known: Vec<&str> = languages.keys().map(String::as_str).collect();
            Refused::new(format!(
                "it has no language `{wanted}`, but {}",
                known.join(", ")
            ))
        }),
        None => Ok(most_used("en").or(first).unwrap_or_else(|| "en".to_owned())),
    }
}

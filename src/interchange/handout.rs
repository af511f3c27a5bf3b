//! Glossaries for people who learn their words: a page to print or to search, a
//! table for a wiki, cards to practice with. What readers need is shown; what only
//! this program needs is named as left out. Drafts are nobody's to learn yet.

use std::collections::BTreeSet;

use serde_json::Value;

use super::record::{Record, TERM, Wordlist};
use super::{Losses, Refused};

mod anki;
mod html;
mod markdown;

/// A handout's format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handout {
    /// One page without anything outside of it.
    Html,
    /// A table that GitHub shows.
    Markdown,
    /// Cards for Anki, as the CSV that it imports.
    Anki,
}

/// The fields that each format shows.
const SHOWN: &[&str] = &[
    "term",
    "id",
    "expansion",
    "aliases",
    "plain",
    "definition",
    "meanings",
    "note",
    "status",
];
const SHOWN_BY_SOME: &[(&str, &[Handout])] = &[
    ("part-of-speech", &[Handout::Html, Handout::Anki]),
    ("see-also", &[Handout::Html, Handout::Markdown]),
    ("examples", &[Handout::Html, Handout::Anki]),
    ("tags", &[Handout::Html, Handout::Anki]),
    ("known-to", &[Handout::Html]),
    ("source", &[Handout::Html]),
];

/// An entry as it is shown.
struct Card<'w> {
    list: &'w Wordlist,
    record: &'w Record,
    /// Its rule: unlike that of any other.
    rule: String,
}

impl<'w> Card<'w> {
    fn term(&self) -> &'w str {
        self.record.text("term").unwrap_or_default()
    }

    /// What each audience understands by it, by the audience's name.
    fn meanings(&self) -> Vec<(&'w str, &'w str)> {
        let table = self.record.get("meanings").and_then(Value::as_object);
        let pairs = table.into_iter().flatten();
        let mut meanings: Vec<(&str, &str)> = pairs
            .filter_map(|(audience, text)| Some((audience.as_str(), text.as_str()?)))
            .collect();
        meanings.sort_unstable();
        meanings
    }

    /// Sentences with it, and what becomes of them, if anything does.
    fn examples(&self) -> Vec<(&'w str, Option<&'w str>)> {
        let examples = self.record.get("examples").and_then(Value::as_array);
        let part = |example: &'w Value, name: &str| example.get(name).and_then(Value::as_str);
        let examples = examples.into_iter().flatten();
        examples
            .filter_map(|example| {
                let text = part(example, "text")?;
                Some((
                    text,
                    part(example, "becomes").filter(|becomes| *becomes != text),
                ))
            })
            .collect()
    }
}

/// Writes a handout, and what it does not show.
///
/// # Errors
///
/// When it cannot be written, which memory alone can cause.
pub fn write(lists: &[Wordlist], handout: Handout) -> Result<(Vec<u8>, Losses), Refused> {
    let mut losses = Losses::default();
    let cards = cards(lists, handout, &mut losses);
    let bytes = match handout {
        Handout::Html => html::write(lists, &cards).into_bytes(),
        Handout::Markdown => markdown::write(lists, &cards).into_bytes(),
        Handout::Anki => anki::write(lists, &cards)?,
    };
    Ok((bytes, losses))
}

/// The entries that are no drafts, by term. Of two with one rule the later holds.
fn cards<'w>(lists: &'w [Wordlist], handout: Handout, losses: &mut Losses) -> Vec<Card<'w>> {
    let mut cards: Vec<Card<'w>> = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for list in lists.iter().rev() {
        for row in list.terms.iter().rev() {
            let record = &row.record;
            let rule = rule(list, record);
            if record.text("status") == Some("draft") {
                losses.leave("drafts");
            } else if seen.insert(rule.clone()) {
                for (field, _) in record
                    .said(TERM)
                    .filter(|(field, _)| !is_shown(field.name, handout))
                {
                    losses.leave(format!("`{}`", field.name));
                }
                cards.push(Card { list, record, rule });
            }
        }
    }
    cards.sort_by_cached_key(|card| (card.term().to_lowercase(), card.rule.clone()));
    cards
}

fn is_shown(field: &str, handout: Handout) -> bool {
    let some = SHOWN_BY_SOME.iter().find(|(name, _)| *name == field);
    SHOWN.contains(&field) || some.is_some_and(|(_, handouts)| handouts.contains(&handout))
}

fn rule(list: &Wordlist, record: &Record) -> String {
    let id = record.text("id").map(str::to_owned);
    let id = id.unwrap_or_else(|| crate::glossary::slug(record.text("term").unwrap_or_default()));
    format!("{}/{id}", list.name())
}

/// What a handout of these glossaries is called.
fn title(lists: &[Wordlist]) -> String {
    let titles: Vec<&str> = lists
        .iter()
        .filter_map(|list| list.header.text("title"))
        .collect();
    match titles[..] {
        [] => "Glossary".to_owned(),
        [title] => title.to_owned(),
        _ => format!("Glossary: {}", titles.join(", ")),
    }
}

/// `text` in HTML. What no page may hold is shown as missing.
fn escape(text: &str) -> String {
    let held: String = text
        .chars()
        .map(|c| {
            if c.is_control() && !c.is_whitespace() {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect();
    quick_xml::escape::escape(held).into_owned()
}

#[cfg(test)]
#[path = "handout/handout_tests.rs"]
mod tests;

//! An entry more: written in the order in which people read one, and put where the
//! order of the file asks.

use super::{Revision, finished, opened, quoted};
use crate::glossary::layout::{Layout, Piece, slug_of};
use crate::glossary::problem::{Problem, SourceFile};
use crate::glossary::term::{PartOfSpeech, Rewrite, Status};
use crate::text::edit::Edit;
use crate::text::fold::fold;
use crate::text::span::Span;

/// An entry that is to be written: what is empty is left out.
#[derive(Clone, Debug, Default)]
pub struct NewEntry {
    /// The dictionary form.
    pub term: String,
    /// The id, where it is not to follow the term.
    pub id: Option<String>,
    /// What it is in a sentence.
    pub part_of_speech: Option<PartOfSpeech>,
    /// The full form of an abbreviation.
    pub expansion: Option<String>,
    /// Plain equivalents, the one to write first.
    pub plain: Vec<String>,
    /// What it means.
    pub definition: Option<String>,
    /// Other spellings and synonyms.
    pub aliases: Vec<String>,
    /// What `translate` may do by itself.
    pub rewrite: Option<Rewrite>,
    /// Usage advice.
    pub note: Option<String>,
    /// Related terms.
    pub see_also: Vec<String>,
    /// Labels.
    pub tags: Vec<String>,
    /// Where the entry comes from.
    pub source: Option<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// How far it is agreed on.
    pub status: Option<Status>,
}

/// A file with one entry more.
///
/// # Errors
///
/// What is wrong with the file; that it has the entry already; what would be wrong
/// with it then.
pub fn added(source: SourceFile<'_>, entry: &NewEntry) -> Result<Revision, Vec<Problem>> {
    let (layout, name) = opened(source)?;
    let id = free_id(source, &layout, &name, entry)?;
    let lines = entry.lines();
    let text = lines
        .iter()
        .fold(String::new(), |text, line| text + line + "\n");
    let place = layout.place_for(&entry.term);
    let apart = if are_apart(&layout) { "\n" } else { "" };
    let (at, before, after) = match layout.entries.get(place) {
        Some(next) if place == 0 => (next.span.start, String::new(), apart),
        Some(_) => (layout.entries[place - 1].span.end, apart.to_owned(), ""),
        None => (layout.text.len(), end_of(layout.text, apart), ""),
    };
    let edit = Edit::new(Span::new(at, at), format!("{before}{text}{after}"));
    finished(source, &[edit], format!("{name}/{id}"), at)
}

/// Whether a file can take an entry of that term and id, as far as that can be said
/// before the rest of it is known.
///
/// # Errors
///
/// What is wrong with the file, or that it has the entry already.
pub fn can_take(source: SourceFile<'_>, entry: &NewEntry) -> Result<(), Vec<Problem>> {
    let (layout, name) = opened(source)?;
    free_id(source, &layout, &name, entry).map(|_| ())
}

/// The id of an entry, if no other has it.
fn free_id(
    source: SourceFile<'_>,
    layout: &Layout<'_>,
    name: &str,
    entry: &NewEntry,
) -> Result<String, Vec<Problem>> {
    let id = match &entry.id {
        Some(id) => id.clone(),
        None => slug_of(&entry.term),
    };
    match layout.entry(&id) {
        Some(there) => Err(vec![taken(source, there, name)]),
        None => Ok(id),
    }
}

impl NewEntry {
    fn lines(&self) -> Vec<String> {
        let mut lines = vec!["[[term]]".to_owned()];
        let mut field = |key: &str, value: Option<String>| {
            lines.extend(value.map(|value| format!("{key} = {value}")));
        };
        let text = |text: &Option<String>| text.as_deref().map(quoted);
        field("term", Some(quoted(&self.term)));
        field("id", text(&self.id));
        field("part-of-speech", self.part_of_speech.and_then(named));
        field("expansion", text(&self.expansion));
        field("aliases", list(&self.aliases));
        field(
            "plain",
            match &self.plain[..] {
                [only] => Some(quoted(only)),
                many => list(many),
            },
        );
        field("definition", text(&self.definition));
        field("rewrite", self.rewrite.and_then(named));
        field("note", text(&self.note));
        field("see-also", list(&self.see_also));
        field("tags", list(&self.tags));
        field("source", text(&self.source));
        field("owner", text(&self.owner));
        field("status", self.status.and_then(named));
        lines
    }
}

/// A name of the format as it is written.
fn named(value: impl serde::Serialize) -> Option<String> {
    Some(toml::Value::try_from(value).ok()?.to_string())
}

fn list(values: &[String]) -> Option<String> {
    let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
    (!values.is_empty()).then(|| format!("[{}]", values.join(", ")))
}

/// Whether blank lines stand between entries, as they do where nothing says more.
fn are_apart(layout: &Layout<'_>) -> bool {
    let mut gaps = layout.entries.iter().skip(1).map(|piece| piece.gap);
    layout.entries.len() < 2 || gaps.any(|gap| !gap.is_empty())
}

/// What comes between the end of a file and an entry behind it.
fn end_of(text: &str, apart: &str) -> String {
    let is_ended = text.is_empty() || text.ends_with('\n');
    let last_line = text.lines().next_back().unwrap_or_default();
    let is_blank = is_ended && last_line.trim().is_empty();
    let end = if is_ended { "" } else { "\n" };
    format!("{end}{}", if is_blank { "" } else { apart })
}

fn taken(source: SourceFile<'_>, there: &Piece, name: &str) -> Problem {
    let at = there
        .field("term")
        .map_or(there.heading, |field| field.written);
    let Piece { id, term, .. } = there;
    Problem::at(
        &source,
        at,
        format!("`{}` is here already, as {name}/{id}", fold(term)),
    )
    .with_remedy("change that entry; a second sense of the word takes an `--id` of its own")
}

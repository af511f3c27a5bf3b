//! An entry more: written in the order in which people read one, and put where the
//! order of the file asks.

use super::{Revision, finished, opened};
use crate::glossary::layout::{Layout, Piece, slug_of};
use crate::glossary::problem::{Problem, SourceFile};
use crate::glossary::written::Glossary;
use crate::interchange::{Record, toml};
use crate::text::edit::Edit;
use crate::text::fold::fold;
use crate::text::span::Span;

/// A file with one entry more.
///
/// # Errors
///
/// What is wrong with the file; that it has the entry already; what would be wrong
/// with it then.
pub fn added(source: SourceFile<'_>, entry: &Record) -> Result<Revision, Vec<Problem>> {
    let (layout, Glossary { name, .. }) = opened(source)?;
    let id = free_id(source, &layout, &name, entry)?;
    let text = format!("[[term]]\n{}", toml::lines_of(entry));
    let place = layout.place_for(term_of(entry));
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
pub fn can_take(source: SourceFile<'_>, entry: &Record) -> Result<(), Vec<Problem>> {
    let (layout, Glossary { name, .. }) = opened(source)?;
    free_id(source, &layout, &name, entry).map(|_| ())
}

/// The id of an entry, if no other has it.
fn free_id(
    source: SourceFile<'_>,
    layout: &Layout<'_>,
    name: &str,
    entry: &Record,
) -> Result<String, Vec<Problem>> {
    let id = match entry.text("id") {
        Some(id) => id.to_owned(),
        None => slug_of(term_of(entry)),
    };
    match layout.entry(&id) {
        Some(there) => Err(vec![taken(source, there, name)]),
        None => Ok(id),
    }
}

fn term_of(entry: &Record) -> &str {
    entry.text("term").unwrap_or_default()
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

//! Changes to a glossary's file: an entry more, an entry less, an entry with another
//! term. The file is edited, never written anew, so that its comments, its order and
//! its layout stay; and what comes out is a glossary, or nothing does. Which file it
//! is and who is asked is not decided here.

use crate::glossary::layout::{Layout, Piece, line_ending};
use crate::glossary::problem::{Problem, SourceFile};
use crate::glossary::written::{Glossary, Written};
use crate::text::edit::{Edit, splice};
use crate::text::fold::fold;
use crate::text::position::LineIndex;
use crate::text::span::Span;

mod add;
mod config;
mod examples;
mod rename;

pub use add::{added, can_take};
pub use config::rule_renamed;
pub use rename::{Renaming, renamed};

/// A file as it is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// Its text.
    pub text: String,
    /// The rule of the entry that was changed: `NAME/ID`.
    pub rule: String,
    /// The 1-based line of the entry, or of what stands in its place.
    pub line: usize,
    /// What the program could not do.
    pub left: Vec<String>,
}

/// The entries of a file that a name means: those of that rule or id, else those of
/// that term, whatever its case.
pub fn named<'l>(layout: &'l Layout<'_>, glossary: &str, name: &str) -> Vec<&'l Piece> {
    let id = match name.split_once('/') {
        Some((before, id)) if before == glossary => id,
        _ => name,
    };
    let with = |is: &dyn Fn(&Piece) -> bool| -> Vec<&'l Piece> {
        layout.entries.iter().filter(|piece| is(piece)).collect()
    };
    let folded = fold(name);
    let by_term = with(&|piece| fold(&piece.term) == folded);
    if by_term.is_empty() {
        with(&|piece| piece.id == id)
    } else {
        by_term
    }
}

/// A file without the entry of an id.
///
/// # Errors
///
/// What is wrong with the file, or would be.
pub fn removed(source: SourceFile<'_>, id: &str) -> Result<Revision, Vec<Problem>> {
    let (layout, Glossary { name, .. }) = opened(source)?;
    let piece = wanted(&layout, source, id)?;
    let is_blank = layout.at(piece.gap).trim().is_empty();
    let is_last =
        layout.foot().start == piece.span.end && layout.at(layout.foot()).trim().is_empty();
    let span = if is_blank || is_last {
        let above = layout.at(piece.gap);
        let kept = above.trim_end().len();
        let line_end = above[kept..].find('\n').map_or(0, |at| at + 1);
        let start = if kept == 0 { 0 } else { kept + line_end };
        Span::new(piece.gap.start + start, piece.span.end)
    } else {
        // What stands above stays, with one blank line below it.
        let behind = &layout.text[piece.span.end..];
        let blank: usize = behind
            .split_inclusive('\n')
            .take_while(|line| line.trim().is_empty())
            .map(str::len)
            .sum();
        Span::new(piece.span.start, piece.span.end + blank)
    };
    finished(
        source,
        &[Edit::new(span, "")],
        format!("{name}/{id}"),
        span.start,
    )
}

/// The pieces of a glossary that is right, and what it says.
fn opened(source: SourceFile<'_>) -> Result<(Layout<'_>, Glossary), Vec<Problem>> {
    let written = Written::read(source);
    let glossary = written.survey().right()?;
    Ok((Layout::of(&written)?, glossary))
}

fn wanted<'l>(
    layout: &'l Layout<'_>,
    source: SourceFile<'_>,
    id: &str,
) -> Result<&'l Piece, Vec<Problem>> {
    layout.entry(id).ok_or_else(|| vec![absent(source, id)])
}

fn absent(source: SourceFile<'_>, id: &str) -> Problem {
    let message = format!("there is no entry of the id `{id}`");
    Problem::at(&source, Span::default(), message)
}

/// The edited file, if it is a glossary whose entries can be told apart. `at` is
/// where an entry stood that it has no more.
fn finished(
    source: SourceFile<'_>,
    edits: &[Edit],
    rule: String,
    at: usize,
) -> Result<Revision, Vec<Problem>> {
    let ending = line_ending(source.text);
    let ended = |text: &str| text.replace("\r\n", "\n").replace('\n', ending);
    let edits: Vec<Edit> = edits
        .iter()
        .map(|edit| Edit::new(edit.span, ended(&edit.replacement)))
        .collect();
    let bytes = splice(source.text.as_bytes(), &edits);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let edited = SourceFile {
        text: &text,
        ..source
    };
    let (layout, _) = opened(edited)?;
    let entry = rule.split_once('/').and_then(|(_, id)| layout.entry(id));
    let at = entry.map_or(at.min(text.len()), |piece| piece.heading.start);
    Ok(Revision {
        line: LineIndex::new(&text).position(at).line,
        rule,
        text,
        left: Vec::new(),
    })
}

/// A text as a value of TOML.
fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

#[cfg(test)]
#[path = "edit/edit_tests.rs"]
mod tests;

//! Records into a glossary file: new entries at its end, fields that an entry
//! lacks into it, comments and order kept. What an entry says otherwise already is
//! a conflict, and stays unless force is asked for. The glossary's own reader
//! judges the result; rows that it takes exception to are left out and named.

use std::collections::BTreeSet;
use std::path::Path;

use toml_edit::{ArrayOfTables, DocumentMut, Item};

use super::record::{Record, Row, Wordlist};
use super::{Remark, toml};
use crate::glossary::problem::{Problem, SourceFile};
use crate::glossary::written::Written;
use crate::text::span::Span;

mod draft;

use draft::Draft;

/// Entries to take over.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'r> {
    /// The entries with their places.
    pub rows: &'r [Row],
    /// How their places are counted: `row`, `line`, `entry`.
    pub unit: &'r str,
}

/// What became of the rows.
#[derive(Debug, Default)]
pub struct Merged {
    /// The glossary file.
    pub text: String,
    /// How many entries are new.
    pub added: usize,
    /// How many entries say more than before, or something else.
    pub changed: usize,
    /// How many rows say nothing new.
    pub unchanged: usize,
    /// What the file and the rows say differently.
    pub conflicts: Vec<Conflict>,
    /// Rows that would break the glossary.
    pub rejected: Vec<Remark>,
}

/// A field that has one value in the file and another in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The row.
    pub place: usize,
    /// The entry's term.
    pub term: String,
    /// The field.
    pub field: &'static str,
    /// What the file says, as TOML.
    pub ours: String,
    /// What the row says, as TOML.
    pub theirs: String,
}

/// A new glossary of these rows.
///
/// # Errors
///
/// What is wrong with the header.
pub fn fresh(path: &Path, header: &Record, rows: &Rows<'_>) -> Result<Merged, Vec<Problem>> {
    let text = toml::heading(header);
    into(SourceFile { path, text: &text }, rows, false)
}

/// A glossary file with these rows. With `force` a conflict is decided for the row.
///
/// # Errors
///
/// What is wrong with the file; then nothing was done.
pub fn into(source: SourceFile<'_>, rows: &Rows<'_>, force: bool) -> Result<Merged, Vec<Problem>> {
    let ours = Wordlist::parse(source.path, source.text)?;
    let document = open(source)?;
    let mut rejected: Vec<Remark> = Vec::new();
    let mut out: BTreeSet<usize> = BTreeSet::new();
    loop {
        let mut draft = Draft::new(document.clone(), &ours);
        for (index, row) in rows.rows.iter().enumerate() {
            if !out.contains(&index) {
                draft.take(index, row, force);
            }
        }
        let text = with_line_ends_of(source.text, draft.document.to_string());
        let wrong = wrong_rows(source.path, &text, &draft.owners, rows);
        if wrong.is_empty() {
            rejected.sort_by_key(|remark| remark.place);
            draft.merged.text = text;
            draft.merged.rejected = rejected;
            return Ok(draft.merged);
        }
        for (index, message) in wrong {
            match index.or_else(|| draft.owners.iter().flatten().max().copied()) {
                Some(index) if out.insert(index) => {
                    rejected.push(Remark::new(rows.rows[index].place, message));
                }
                Some(_) => {}
                None => {
                    let source = SourceFile {
                        text: &text,
                        ..source
                    };
                    return Err(Written::read(source).survey().problems);
                }
            }
        }
    }
}

/// The file as a document whose entries are `[[term]]` tables.
fn open(source: SourceFile<'_>) -> Result<DocumentMut, Vec<Problem>> {
    let problem = |message: String| vec![Problem::at(&source, Span::default(), message)];
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(source.text);
    let mut document: DocumentMut = text
        .parse()
        .map_err(|error: toml_edit::TomlError| problem(error.to_string()))?;
    let terms = document
        .entry("term")
        .or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    if terms.as_array_of_tables().is_none() {
        return Err(problem(
            "the entries are one list; write `[[term]]` above each, so that others can be added"
                .to_owned(),
        ));
    }
    Ok(document)
}

/// The rows that the glossary's reader takes exception to, with its reason; `None`
/// where the entry is no row's.
fn wrong_rows(
    path: &Path,
    text: &str,
    owners: &[Option<usize>],
    rows: &Rows<'_>,
) -> Vec<(Option<usize>, String)> {
    let written = Written::read(SourceFile { path, text });
    let survey = written.survey();
    let problems: Vec<&Problem> = survey.problems.iter().chain(&survey.claims).collect();
    if problems.is_empty() {
        return Vec::new();
    }
    let starts: Vec<usize> = written.terms().map(|(span, _)| span.start).collect();
    let owner_of = |at: usize| {
        let table = starts.partition_point(|start| *start <= at);
        table
            .checked_sub(1)
            .and_then(|table| owners.get(table).copied().flatten())
    };
    let start_of = |line: usize| {
        let lines = text.split_inclusive('\n').take(line);
        lines.map(str::len).sum::<usize>().saturating_sub(1)
    };
    let mut wrong = Vec::new();
    for problem in problems {
        let owner = owner_of(problem.span.start);
        // The line is one of a file that nobody has seen; what is known is the row.
        let row_of = |line: usize| {
            let row = rows.rows.get(owner_of(start_of(line))?)?;
            Some(format!("{} {}", rows.unit, row.place))
        };
        wrong.push((owner, problem.said(row_of)));
    }
    // A row's own mistakes explain the others' better than the others do.
    if wrong.iter().any(|(owner, _)| owner.is_some()) {
        wrong.retain(|(owner, _)| owner.is_some());
    }
    wrong
}

/// The text with the line ends and the byte order mark that the file had.
fn with_line_ends_of(source: &str, text: String) -> String {
    let windows = source.contains('\n') && !source.replace("\r\n", "").contains('\n');
    let text = if windows {
        text.replace("\r\n", "\n").replace('\n', "\r\n")
    } else {
        text
    };
    if source.starts_with('\u{feff}') {
        format!("\u{feff}{text}")
    } else {
        text
    }
}

#[cfg(test)]
#[path = "merge/merge_tests.rs"]
mod tests;

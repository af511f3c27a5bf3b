//! Term bases, ISO 30042 (TBX), which terminology tools exchange. What is written
//! is the dialect TBX-Basic in the style DCA of the edition of 2019; what is read is
//! that, the style DCT, and the edition before (`martif`). What a glossary says and
//! TBX has no place for stands in notes, so that nothing is lost.

use super::cell;
use super::record::Record;
use crate::glossary::field::Field;

mod concept;
mod read;
mod tree;
mod write;

pub use read::read;
pub use write::write;

/// How notes begin that hold a field: `dejargon rewrite: explain`.
const MARK: &str = "dejargon ";
/// The note of a term that is what to write instead.
const PLAIN: &str = "dejargon plain";
/// How the note of a sentence begins that says what becomes of it.
const BECOMES: &str = "dejargon becomes: ";
/// How the paragraphs begin that hold what is said of a glossary.
const HEADER: &str = "dejargon glossary.";

/// Parts of speech in a glossary and in TBX.
const PARTS_OF_SPEECH: &[(&str, &str)] = &[
    ("noun", "noun"),
    ("verb", "verb"),
    ("adjective", "adjective"),
    ("adverb", "adverb"),
];

/// How far a term is agreed on, in a glossary and in TBX.
const STATUSES: &[(&str, &str)] = &[
    ("preferred", "preferredTerm-admn-sts"),
    ("admitted", "admittedTerm-admn-sts"),
    ("deprecated", "deprecatedTerm-admn-sts"),
];

/// The notes of a field: one, or one a key.
fn notes(field: &Field, value: &serde_json::Value) -> Vec<String> {
    let cells = cell::write(field, value).into_iter();
    cells
        .map(|(column, cell)| format!("{MARK}{column}: {cell}"))
        .collect()
}

/// Takes a field from a note or a paragraph: `rewrite: explain`. Whether it was one.
fn take(record: &mut Record, fields: &'static [Field], said: &str) -> bool {
    let found = fields.iter().find_map(|field| {
        let rest = said.strip_prefix(field.name)?;
        rest.starts_with([':', '.']).then_some((field, rest))
    });
    let Some((field, rest)) = found else {
        return false;
    };
    let taken = match rest.strip_prefix(": ") {
        Some(cell) => cell::read(record, field, None, cell),
        None => cell::key_and_cell(&rest[1..]).map_or(Ok(()), |(key, cell)| {
            cell::read(record, field, Some(key), cell)
        }),
    };
    taken.is_ok()
}

#[cfg(test)]
#[path = "tbx/tbx_tests.rs"]
mod tests;

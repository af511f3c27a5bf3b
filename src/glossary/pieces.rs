//! Reads a glossary's tables, those of a large file in pieces side by side.
//!
//! A parser of TOML keeps all tokens of its text; thousands of entries at once cost
//! more memory, and so time, than the same entries a few at a time. Where a piece is
//! not right the file is read as a whole: only then is a mistake where it seems to be.

use serde::Deserialize;

use super::schema::{File, Term};
use super::value::FileValue;
use crate::parallel::side_by_side;

/// How much text a piece has, about, in bytes; what is no longer is read at once.
const PIECE: usize = 64 * 1024;

/// Where an entry begins.
const TERM: &str = "\n[[term]]";

/// The tables behind a file's first piece.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Piece {
    term: Vec<Term>,
}

/// The tables of a glossary.
///
/// # Errors
///
/// When it is no TOML, or not of the format.
pub(super) fn read(text: &str) -> Result<File, toml::de::Error> {
    match in_pieces(text) {
        Some(file) => Ok(file),
        None => toml::from_str(text),
    }
}

/// The same, where the text is worth it and every piece is right by itself.
fn in_pieces(text: &str) -> Option<File> {
    let (first, others) = pieces(text);
    if others.is_empty() {
        return None;
    }
    let mut file: File = toml::from_str(first).ok()?;
    for terms in side_by_side(&others, |&(start, piece)| terms(start, piece)) {
        file.term.extend(terms?);
    }
    Some(file)
}

fn terms(start: usize, piece: &str) -> Option<Vec<Term>> {
    let mut terms = toml::from_str::<Piece>(piece).ok()?.term;
    terms.shift(start);
    Some(terms)
}

/// The text up to an entry, and what follows from entry to entry, with the offset at
/// which it starts.
fn pieces(text: &str) -> (&str, Vec<(usize, &str)>) {
    let next = |from: usize| {
        let from = text.ceil_char_boundary(from.saturating_add(PIECE).min(text.len()));
        text[from..].find(TERM).map(|at| from + at + 1)
    };
    let mut starts = Vec::new();
    let mut end = 0;
    while let Some(start) = next(end) {
        starts.push(start);
        end = start;
    }
    let ends = starts.iter().copied().skip(1).chain([text.len()]);
    let others = starts.iter().zip(ends);
    let first = starts.first().map_or(text, |&start| &text[..start]);
    (
        first,
        others
            .map(|(&start, end)| (start, &text[start..end]))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    /// A glossary of that many entries.
    fn glossary(entries: usize) -> String {
        let mut text = "[glossary]\nname = \"g\"\ntitle = \"G\"\n".to_owned();
        for number in 0..entries {
            // Writing to a string cannot fail.
            let _ = write!(
                text,
                "\n[[term]]\nterm = \"wörd{number}\"\nid = \"w{number}\"\naliases = [\"w-{number}\"]\n\
                 except = [\"a w{number}\"]\nonly-when = [{{ before = \"x\", after = \"y\" }}]\n"
            );
        }
        text
    }

    #[test]
    fn pieces_are_what_the_whole_is() {
        let text = glossary(4000);
        assert!(pieces(&text).1.len() > 3);
        let whole: File = toml::from_str(&text).expect("it is right");
        let read = in_pieces(&text).expect("each piece is right");
        assert_eq!(format!("{:?}", read.term), format!("{:?}", whole.term));
    }

    #[test]
    fn a_small_file_is_one_piece() {
        let text = glossary(3);
        assert!(in_pieces(&text).is_none());
        assert_eq!(read(&text).map(|file| file.term.len()), Ok(3));
    }

    #[test]
    fn a_header_inside_a_text_is_no_entry() {
        let filler = "x".repeat(PIECE);
        let text = format!("{}definition = '''\n{filler}\n[[term]]\n'''\n", glossary(1));
        assert!(in_pieces(&text).is_none());
        assert_eq!(read(&text).map(|file| file.term.len()), Ok(1));
    }
}

//! Several names in a row, and their full forms in another: `minimum viable products and
//! service level agreements (MVPs and SLAs)`, and the other way around.

use memchr::memchr3;

use super::{Beside, CLOSING, OPENING, REACH};
use crate::english::abbreviation::{looks_abbreviated, without_plural};
use crate::text::span::Span;

/// What parts the full forms of a row.
const SEPARATORS: [&str; 5] = [" and ", ", ", "; ", " or ", " & "];

/// How many full forms a row has at most.
const MOST: usize = 6;

/// Adds the places of the row that belongs to the row of a name.
pub(super) fn in_rows<'t>(text: &'t str, name: Span, found: &mut Vec<Beside<'t>>) {
    // Nearly no text has brackets; a wide one begins with the last byte.
    if memchr3(b'(', b'[', 0xef, text.as_bytes()).is_none() {
        return;
    }
    let start = text.ceil_char_boundary(name.start.saturating_sub(REACH));
    let end = text.floor_char_boundary(name.end + REACH);
    let before = &text[start..name.start];
    let behind = &text[name.end..end];
    let open = before.rfind(OPENING);
    if let Some(open) = open.filter(|open| !before[*open..].contains(CLOSING)) {
        let close = name.end + behind.find(CLOSING).unwrap_or(0);
        if names(&text[start + open..close]).is_some_and(|names| names > 1) {
            let forms = &before[..open];
            found.extend(parts(forms).map(|at| beside(&forms[..at.start], true)));
        }
        return;
    }
    let Some((gap, inside)) = behind.split_once(OPENING) else {
        return;
    };
    if names(gap).is_some() {
        let forms = inside.split(CLOSING).next().unwrap_or_default();
        found.push(beside(forms, false));
        found.extend(parts(forms).map(|at| beside(&forms[at.end..], false)));
    }
}

fn beside(text: &str, ends: bool) -> Beside<'_> {
    Beside {
        text,
        ends,
        is_certain: true,
    }
}

/// Where the full forms of a row are parted.
fn parts(forms: &str) -> impl Iterator<Item = Span> {
    let marks = SEPARATORS.iter();
    let places = marks.flat_map(move |mark| forms.match_indices(mark).take(MOST));
    places.map(|(at, mark)| Span::new(at, at + mark.len()))
}

/// How many names stand in a row; `None` if something else does.
fn names(row: &str) -> Option<usize> {
    let words = row.split(|c: char| !c.is_alphanumeric());
    let mut names = 0;
    for word in words.filter(|word| !matches!(*word, "" | "and" | "or" | "the")) {
        if !looks_abbreviated(without_plural(word)) {
            return None;
        }
        names += 1;
    }
    Some(names)
}

//! Lines of quoted-printable have at most 76 letters. Those that a rewrite made longer
//! are broken anew, with breaks that are none to the reader.

use std::collections::HashSet;

use super::entity::{Encoding, Entity};
use super::leaves;
use crate::text::edit::{Edit, apply, composed};
use crate::text::span::Span;

/// The longest line, without the sign of a break that is none.
const WIDTH: usize = 75;

/// Edits, with breaks in the lines that they make too long.
pub(super) fn folded(source: &str, edits: Vec<Edit>) -> Vec<Edit> {
    if edits.is_empty() {
        return edits;
    }
    let Ok(after) = String::from_utf8(apply(source.as_bytes(), &edits)) else {
        return edits;
    };
    let before: HashSet<&str> = source.lines().collect();
    let newline = if source.contains("\r\n") {
        "=\r\n"
    } else {
        "=\n"
    };
    let whole = Entity::read(&after, Span::new(0, after.len()));
    let mut breaks = Vec::new();
    for leaf in leaves(&after, whole) {
        if leaf.entity.encoding != Encoding::QuotedPrintable {
            continue;
        }
        let mut at = leaf.entity.body.start;
        for line in after[leaf.entity.body.range()].split_inclusive('\n') {
            let text = line.trim_end_matches(['\r', '\n']);
            if text.len() > WIDTH + 1 && !before.contains(text) {
                let places = places(text).into_iter();
                breaks.extend(
                    places.map(|place| Edit::new(Span::new(at + place, at + place), newline)),
                );
            }
            at += line.len();
        }
    }
    if breaks.is_empty() {
        return edits;
    }
    composed(source.len(), &edits, &breaks)
}

/// Where a line is broken: behind a space if one is near, never inside `=3D`.
fn places(line: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut from = 0;
    while line.len() - from > WIDTH {
        let reach = line.floor_char_boundary(from + WIDTH);
        let near = &line[from..reach];
        let space = near.rfind(' ').filter(|space| *space > WIDTH / 2);
        let mut place = space.map_or(reach, |space| from + space + 1);
        // An escape stays whole.
        if let Some(escape) = line[from..place].rfind('=')
            && place - (from + escape) < 3
            && from + escape > from
        {
            place = from + escape;
        }
        if place <= from {
            break;
        }
        places.push(place);
        from = place;
    }
    places
}

//! Lines of quoted-printable have at most 76 letters. Those that a rewrite made longer
//! are broken anew, with breaks that are none to the reader.

use std::collections::HashSet;

use super::entity::{Encoding, Entity};
use super::leaves;
use crate::text::edit::{Edit, landed, splice};
use crate::text::span::Span;

/// The longest line, without the sign of a break that is none.
const WIDTH: usize = 75;

/// Breaks the lines that fixes make too long: each break goes with the edit before it,
/// or with the first one.
pub(super) fn fold(source: &str, fixes: &mut [Vec<Edit>]) {
    let mut edits: Vec<(usize, Edit)> = Vec::new();
    for (number, fix) in fixes.iter_mut().enumerate() {
        edits.extend(fix.drain(..).map(|edit| (number, edit)));
    }
    edits.sort_by_key(|(_, edit)| edit.span);
    let breaks = breaks(source, &edits);
    let spans = landed(edits.iter().map(|(_, edit)| edit));
    let newline = if source.contains("\r\n") {
        "=\r\n"
    } else {
        "=\n"
    };
    // From the last on, so that no place moves before its turn.
    for place in breaks.into_iter().rev() {
        let near = spans.partition_point(|span| span.start <= place);
        let near = near.saturating_sub(1);
        let (Some(span), Some((fix, edit))) = (spans.get(near), edits.get_mut(near)) else {
            continue;
        };
        if span.start < place && place < span.end {
            edit.replacement.insert_str(place - span.start, newline);
            continue;
        }
        let at = if place <= span.start {
            edit.span.start - (span.start - place)
        } else {
            edit.span.end + (place - span.end)
        };
        fixes[*fix].push(Edit::new(Span::new(at, at), newline));
    }
    for (fix, edit) in edits {
        fixes[fix].push(edit);
    }
}

/// Where lines that edits make too long are broken, in what the source becomes.
fn breaks(source: &str, edits: &[(usize, Edit)]) -> Vec<usize> {
    let mut breaks = Vec::new();
    let after = splice(source.as_bytes(), edits.iter().map(|(_, edit)| edit));
    let (false, Ok(after)) = (edits.is_empty(), String::from_utf8(after)) else {
        return breaks;
    };
    let before: HashSet<&str> = source.lines().collect();
    let whole = Entity::read(&after, Span::new(0, after.len()));
    for leaf in leaves(&after, whole) {
        if leaf.entity.encoding != Encoding::QuotedPrintable {
            continue;
        }
        let mut at = leaf.entity.body.start;
        for line in after[leaf.entity.body.range()].split_inclusive('\n') {
            let text = line.trim_end_matches(['\r', '\n']);
            if text.len() > WIDTH + 1 && !before.contains(text) {
                breaks.extend(places(text).into_iter().map(|place| at + place));
            }
            at += line.len();
        }
    }
    breaks
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

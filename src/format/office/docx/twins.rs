//! Texts that a document has twice, for newer and for older programs (a text box in
//! `mc:AlternateContent`): they are reported once, and rewritten in both places.

use super::read::{Side, Twin};
use crate::document::{Part, Piece};
use crate::text::edit::Edit;
use crate::text::span::Span;

/// Adds to fixes the edits of the copies of the same texts. A copy that reads
/// otherwise, or whose runs end inside an edit of a fix, keeps its words.
pub(super) fn follow(source: &str, fixes: &mut [Vec<Edit>]) {
    if fixes.iter().all(Vec::is_empty) || !source.contains("AlternateContent") {
        return;
    }
    let (first, blocks) = super::read(source, Side::Choice);
    let (second, copies) = super::read(source, Side::Fallback);
    for block in blocks {
        let same = |copy: &&Twin| (copy.alternate, copy.number) == (block.alternate, block.number);
        let Some(copy) = copies.iter().find(same) else {
            continue;
        };
        let (own, other) = (
            &first.segments[block.segment],
            &second.segments[copy.segment],
        );
        if first.text(own) != second.text(other) {
            continue;
        }
        let bounds = first.source_span(own, own.prose);
        for fix in &mut *fixes {
            let here = fix.iter().filter(|edit| bounds.contains(edit.span));
            let moved: Option<Vec<Edit>> = here
                .map(|edit| {
                    let place = prose_of(&first, block.segment, edit.span)?;
                    let (start, end) = (place.start - own.prose.start, place.end - own.prose.start);
                    let span = source_of(&second, copy.segment, Span::new(start, end))?;
                    Some(Edit::new(span, edit.replacement.clone()))
                })
                .collect();
            fix.extend(moved.unwrap_or_default());
        }
    }
}

/// The prose that a stretch of the source stands for.
fn prose_of(part: &Part<'_>, segment: usize, source: Span) -> Option<Span> {
    let segment = &part.segments[segment];
    let pieces: Vec<Piece> = part.pieces(segment, segment.prose).collect();
    let place = |at: usize, ends: bool| {
        let piece = pieces.iter().find(|piece| {
            let source = piece.source;
            source.start <= at
                && at <= source.end
                && (if ends {
                    source.start < at
                } else {
                    at < source.end
                })
        })?;
        if at == piece.source.end {
            return Some(piece.prose.end);
        }
        Some(piece.prose.start + (at - piece.source.start).min(piece.prose.len()))
    };
    if source.is_empty() {
        let at = place(source.start, true).or_else(|| place(source.start, false))?;
        return Some(Span::new(at, at));
    }
    Some(Span::new(
        place(source.start, false)?,
        place(source.end, true)?,
    ))
}

/// Where a stretch of a segment's prose stands in the source, in one piece.
fn source_of(part: &Part<'_>, segment: usize, place: Span) -> Option<Span> {
    let segment = &part.segments[segment];
    let prose = place.shifted(segment.prose.start);
    if prose.is_empty() {
        let before = part.prose[..prose.start].chars().next_back()?;
        let last = Span::new(prose.start - before.len_utf8(), prose.start);
        let end = part.source_span(segment, last).end;
        return Some(Span::new(end, end));
    }
    let mut pieces = part.pieces(segment, prose);
    let first = pieces.next()?;
    let goes_on = |end: usize, next: Piece| (end == next.source.start).then_some(next.source.end);
    let end = pieces.try_fold(first.source.end, goes_on)?;
    Some(Span::new(first.source.start, end))
}

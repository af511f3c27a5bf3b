//! Whether a rewritten part is read as it was meant: it has the blocks and the markup
//! that it had, what was written is read as it was written, and all else as before. In
//! Markdown a bracket behind a run of asterisks can decide what the run means, and a
//! dash at the start of a line begins a list; what that happens to is better left alone.

use super::Part;
use super::piece::PieceKind;
use super::segment::{Area, AreaKind, Segment, SegmentKind};
use crate::text::edit::Edit;
use crate::text::span::Span;

/// A fix as it was made.
#[derive(Debug)]
pub struct Made<'e> {
    /// The segment whose words it changes.
    pub segment: usize,
    /// What it was meant to write there.
    pub meant: &'e [Edit],
    /// Every stretch of the source that this took the place of, and where it stands now.
    pub places: &'e [(Span, Span)],
    /// Whether what it wrote is no prose: the mark of a footnote.
    pub is_mark: bool,
}

impl Part<'_> {
    /// Which of the fixes that made `after` of this part, in the order of their
    /// segments, are to be taken back, since it is not read as it was meant.
    pub fn torn_by(&self, after: &Part<'_>, made: &[Made<'_>]) -> Vec<usize> {
        let explanations = after.segments.iter().rev();
        let explanations = explanations
            .take(after.segments.len().saturating_sub(self.segments.len()))
            .take_while(|segment| segment.kind == SegmentKind::Explanation);
        let now = &after.segments[..after.segments.len() - explanations.count()];
        let mut torn = Vec::new();
        let same = |number: usize, now: &Segment| {
            let from = made.partition_point(|fix| fix.segment < number);
            let fixes = &made[from..];
            let fixes = &fixes[..fixes.partition_point(|fix| fix.segment == number)];
            self.is_read_as_meant(&self.segments[number], after, now, fixes)
        };
        if self.segments.len() == now.len() {
            for (number, now) in now.iter().enumerate() {
                if !same(number, now) {
                    torn.extend(nearest(made, number));
                }
            }
        } else {
            // Blocks came or went between the first and the last that are not the same.
            let number = (0..self.segments.len()).zip(now);
            let first = number
                .take_while(|(number, now)| same(*number, now))
                .count();
            let number = (first..self.segments.len()).rev();
            let last = number.zip(now[first..].iter().rev());
            let last = last.take_while(|(number, now)| same(*number, now)).count();
            torn.extend(nearest(made, first));
            torn.extend(nearest(made, self.segments.len().saturating_sub(last + 1)));
        }
        torn.sort_unstable();
        torn.dedup();
        torn
    }

    /// Whether a block is what it was but for what fixes have written.
    fn is_read_as_meant(
        &self,
        before: &Segment,
        after: &Part<'_>,
        now: &Segment,
        fixes: &[Made<'_>],
    ) -> bool {
        // How words look may change with them: a bold word can go.
        let kinds = |areas: &[Area]| {
            let kinds = areas.iter().map(|area| area.kind);
            kinds
                .filter(|kind| *kind != AreaKind::Emphasis)
                .collect::<Vec<_>>()
        };
        let same_kind = (before.kind, before.quoted) == (now.kind, now.quoted)
            && kinds(self.areas(before)) == kinds(after.areas(now));
        let (was, is) = (self.text(before), after.text(now));
        if fixes.is_empty() || !same_kind {
            return same_kind && was == is;
        }
        let (mut gone, mut come) = (0, 0);
        for fix in fixes {
            let written = |(_, now_at): &(Span, Span)| after.prose_at(now, *now_at);
            let written: String = fix.places.iter().map(written).collect();
            let replaced = fix.places.iter();
            let replaced = replaced.map(|(place, _)| self.prose_at(before, *place).len());
            gone += replaced.sum::<usize>();
            come += written.len();
            if !fix.is_mark && !self.is_what_was_meant(before, fix.meant, &written) {
                return false;
            }
        }
        was.len() + come == is.len() + gone
    }

    /// Whether prose is what edits were meant to write, line breaks aside.
    fn is_what_was_meant(&self, block: &Segment, meant: &[Edit], written: &str) -> bool {
        let start = meant.iter().map(|edit| edit.span.start).min();
        let end = meant.iter().map(|edit| edit.span.end).max();
        let (Some(start), Some(end)) = (start, end) else {
            return written.is_empty();
        };
        let mut meant: String = meant.iter().map(|edit| &*edit.replacement).collect();
        let pieces = self.pieces_at(block, Span::new(start, end));
        for line_break in pieces.filter(|piece| piece.kind == PieceKind::SoftBreak) {
            meant = meant.replace(&self.source[line_break.source.range()], "");
        }
        let written = self.markup.escape(written);
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        letters(&meant) == letters(&written)
    }

    /// What a stretch of the source says in a block.
    fn prose_at(&self, segment: &Segment, source: Span) -> String {
        let pieces = self.pieces_at(segment, source);
        pieces
            .map(|piece| &self.prose[piece.prose.range()])
            .collect()
    }
}

/// The fixes of the last segment up to `number` that has any, or else of the first
/// behind it.
fn nearest(made: &[Made<'_>], number: usize) -> std::ops::Range<usize> {
    let behind = made.partition_point(|fix| fix.segment <= number);
    let near = match behind.checked_sub(1) {
        Some(before) => made.get(before),
        None => made.first(),
    };
    let segment = near.map_or(0, |fix| fix.segment);
    let from = made.partition_point(|fix| fix.segment < segment);
    from..made.partition_point(|fix| fix.segment <= segment)
}

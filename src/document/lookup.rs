//! What is asked of a part that was read: what stands where, in its prose and in its
//! source.

use std::ops::Range;

use super::Part;
use super::piece::{Piece, lines};
use super::segment::{Area, AreaKind, Segment};
use crate::text::span::Span;
use crate::text::spot::Spot;

impl Part<'_> {
    /// Where a segment stands, in a document that has no lines.
    pub fn spot(&self, segment: usize) -> Option<&Spot> {
        self.spots.get(segment)
    }

    /// Whether its segments stand in a document that has no lines.
    pub fn has_spots(&self) -> bool {
        !self.spots.is_empty()
    }

    /// The last segment that starts at or before a place in the source, or the first.
    pub fn segment_near(&self, offset: usize) -> Option<usize> {
        let starts = self.starts.get_or_init(|| self.starts());
        let behind = starts.partition_point(|(start, _)| *start <= offset);
        let near = behind.checked_sub(1).map(|before| starts[before].1);
        near.or((!starts.is_empty()).then_some(0))
    }

    /// Where segments start in the source, in order, each with the last one that
    /// starts up to there: a footnote can stand before its paragraph.
    fn starts(&self) -> Vec<(usize, usize)> {
        let start = |segment: &Segment| self.pieces.source_start(range(&segment.pieces).start);
        let numbered = self.segments.iter().zip(0..);
        let mut starts: Vec<(usize, usize)> = numbered
            .map(|(segment, number)| (start(segment), number))
            .collect();
        starts.sort_unstable();
        let mut last = 0;
        for (_, number) in &mut starts {
            last = last.max(*number);
            *number = last;
        }
        starts
    }

    /// The prose of a segment.
    pub fn text(&self, segment: &Segment) -> &str {
        &self.prose[segment.prose.range()]
    }

    /// The areas of a segment, by kind and place; those of one kind are apart.
    pub fn areas(&self, segment: &Segment) -> &[Area] {
        &self.areas[range(&segment.areas)]
    }

    /// Whether `span` of the prose shares a byte with an area of `kind`.
    pub fn is_in(&self, segment: &Segment, span: Span, kind: AreaKind) -> bool {
        self.areas_at(segment, span, kind).next().is_some()
    }

    /// The areas of `kind` that `span` of the prose shares a byte with.
    pub fn areas_at(
        &self,
        segment: &Segment,
        span: Span,
        kind: AreaKind,
    ) -> impl Iterator<Item = &Area> {
        let areas = self.areas(segment);
        let at = areas.partition_point(|area| (area.kind, area.prose.end) <= (kind, span.start));
        let here = move |area: &&Area| area.kind == kind && area.prose.overlaps(span);
        areas[at..].iter().take_while(here)
    }

    /// The pieces that hold `span` of the segment's prose; what stands byte for byte in
    /// the source is cut to it.
    pub fn pieces(&self, segment: &Segment, span: Span) -> impl Iterator<Item = Piece> {
        let numbers = range(&segment.pieces);
        let pieces = self.pieces.inside(numbers, segment.prose.end, span);
        pieces.flat_map(|piece| lines(piece, &self.prose, &self.source))
    }

    /// The pieces of a segment that share a byte with a stretch of the source; what
    /// stands byte for byte is cut to it.
    pub fn pieces_at(&self, segment: &Segment, source: Span) -> impl Iterator<Item = Piece> {
        let numbers = range(&segment.pieces);
        let pieces = self.pieces.at_source(numbers, segment.prose.end, source);
        pieces.flat_map(|piece| lines(piece, &self.prose, &self.source))
    }

    /// Where `span` of the segment's prose stands in the source, markup between
    /// its words included.
    pub fn source_span(&self, segment: &Segment, span: Span) -> Span {
        let numbers = range(&segment.pieces);
        let mut pieces = self.pieces.inside(numbers, segment.prose.end, span);
        let Some(first) = pieces.next() else {
            return Span::default();
        };
        let last = pieces.next_back().unwrap_or(first);
        Span::new(first.source.start, last.source.end)
    }
}

/// Numbers to slice with.
fn range(numbers: &Range<u32>) -> Range<usize> {
    numbers.start as usize..numbers.end as usize
}

//! Whether a rewritten document still has the blocks and the markup that it had.
//! In Markdown a bracket behind a run of asterisks can decide what the run means;
//! where that happens, the block's words are better left alone.

use super::{AreaKind, Part, Segment, SegmentKind};
use crate::text::span::Span;

/// What a block is apart from its words: its kind, its areas, and the signs of
/// markup that read as text.
type Shape = (SegmentKind, bool, Vec<AreaKind>, usize);

impl Part<'_> {
    /// The blocks of this part, as places in its source, that are no longer what
    /// they were in `after`. Explanations that `after` has at its end are no
    /// change.
    pub fn torn_in(&self, after: &Part<'_>) -> Vec<Span> {
        let added = after.segments.iter().skip(self.segments.len());
        let same_blocks = after.segments.len() >= self.segments.len()
            && added
                .into_iter()
                .all(|segment| segment.kind == SegmentKind::Explanation);
        if !same_blocks {
            return vec![Span::new(0, self.source.len())];
        }
        self.segments
            .iter()
            .zip(&after.segments)
            .filter(|(before, now)| self.shape(before) != after.shape(now))
            .map(|(before, _)| self.source_span(before, before.prose))
            .collect()
    }

    fn shape(&self, segment: &Segment) -> Shape {
        let signs = self
            .text(segment)
            .bytes()
            .filter(|byte| b"*_~`[]<>|".contains(byte));
        let areas = self.areas(segment).iter().map(|area| area.kind);
        (segment.kind, segment.quoted, areas.collect(), signs.count())
    }
}

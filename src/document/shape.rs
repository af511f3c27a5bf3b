//! Whether a rewritten document still has the blocks and the markup that it had.
//! In Markdown a bracket behind a run of asterisks can decide what the run means;
//! where that happens, the block's words are better left alone.

use super::{Area, Part, Segment, SegmentKind};
use crate::text::span::Span;

/// Whether a byte is a sign of markup that reads as text.
const SIGNS: [bool; 256] = {
    let mut signs = [false; 256];
    let mut rest: &[u8] = b"*_~`[]<>|";
    while let [sign, behind @ ..] = rest {
        signs[*sign as usize] = true;
        rest = behind;
    }
    signs
};

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
            .filter(|(before, now)| !self.is_shaped_as(before, after, now))
            .map(|(before, _)| self.source_span(before, before.prose))
            .collect()
    }

    /// Whether a block is what it was apart from its words: its kind, its areas,
    /// and how many signs of markup read as text.
    fn is_shaped_as(&self, before: &Segment, after: &Part<'_>, now: &Segment) -> bool {
        let (was, is) = (self.text(before), after.text(now));
        let signs = |text: &str| {
            text.bytes()
                .filter(|byte| SIGNS[usize::from(*byte)])
                .count()
        };
        let kinds = |areas: &[Area]| areas.iter().map(|area| area.kind).collect::<Vec<_>>();
        (before.kind, before.quoted) == (now.kind, now.quoted)
            && kinds(self.areas(before)) == kinds(after.areas(now))
            && (was == is || signs(was) == signs(is))
    }
}

//! What stands in a text and is none of it: placeholders of templates. Markup does not
//! know them, so that they are marked in blocks that were read already.

use super::Part;
use super::draft::merged;
use super::piece::PieceKind;
use super::segment::{Area, AreaKind, Segment};
use crate::text::span::{Span, narrow};

impl Part<'_> {
    /// Marks as no prose what these places of the source were read as; they are in order
    /// and apart.
    pub fn hide_in_source(&mut self, places: &[Span]) {
        if !places.is_empty() {
            self.hide(|part, segment| part.read_from(segment, places));
        }
    }

    /// Marks as no prose what `find` finds in the text of a block.
    pub fn hide_in_text(&mut self, find: impl Fn(&str) -> Vec<Span>) {
        self.hide(|part, segment| {
            let found = find(part.text(segment)).into_iter();
            found
                .map(|span| span.shifted(segment.prose.start))
                .collect()
        });
    }

    fn hide(&mut self, find: impl Fn(&Self, &Segment) -> Vec<Span>) {
        let mut all = Vec::with_capacity(self.areas.len());
        let mut ranges = Vec::with_capacity(self.segments.len());
        for segment in &self.segments {
            let hidden = find(self, segment).into_iter().map(|prose| Area {
                prose,
                kind: AreaKind::Opaque,
            });
            let mut areas: Vec<Area> = self.areas(segment).iter().copied().chain(hidden).collect();
            merged(&mut areas);
            let from = all.len();
            all.extend(areas);
            ranges.push(narrow(from)..narrow(all.len()));
        }
        self.areas = all;
        for (segment, range) in self.segments.iter_mut().zip(ranges) {
            segment.areas = range;
        }
    }

    /// What of a segment's prose was read from these places of the source.
    fn read_from(&self, segment: &Segment, places: &[Span]) -> Vec<Span> {
        let read = self.pieces(segment, segment.prose).flat_map(|piece| {
            let from = places.partition_point(|place| place.end <= piece.source.start);
            let here = places[from..].iter();
            let here = here.take_while(move |place| place.start < piece.source.end);
            here.map(move |place| {
                if piece.kind != PieceKind::Verbatim {
                    return piece.prose;
                }
                let start = place.start.saturating_sub(piece.source.start);
                let end = place.end.min(piece.source.end) - piece.source.start;
                Span::new(piece.prose.start + start, piece.prose.start + end)
            })
        });
        read.filter(|span| !span.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Draft, Markup, SegmentKind};
    use super::*;

    fn hidden(part: &Part<'_>) -> Vec<String> {
        let areas = part.segments.iter().flat_map(|segment| part.areas(segment));
        let areas = areas.filter(|area| area.kind == AreaKind::Opaque);
        areas
            .map(|area| part.prose[area.prose.range()].to_owned())
            .collect()
    }

    #[test]
    fn what_is_hidden_is_found_by_its_place_or_its_text() {
        let source = "a {b *c*} d {e}";
        let mut draft = Draft::default();
        let mut part = Part::new(source, Markup::Plain);
        draft.verbatim(source, Span::new(0, 5));
        draft.decoded("C", Span::new(5, 8));
        draft.verbatim(source, Span::new(8, 12));
        part.push(&mut draft, SegmentKind::Text, false);
        draft.verbatim(source, Span::new(12, 15));
        part.push(&mut draft, SegmentKind::Text, true);
        part.hide_in_source(&[Span::new(2, 9)]);
        assert_eq!(hidden(&part), ["{b C}"]);
        part.hide_in_text(|text| {
            text.find("{e")
                .map(|at| Span::new(at, at + 3))
                .into_iter()
                .collect()
        });
        assert_eq!(hidden(&part), ["{b C}", "{e}"]);
    }
}

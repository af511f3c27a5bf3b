//! Where findings are, in lines and columns: an index of each part, made once for all of
//! its findings.

use crate::document::Document;
use crate::finding::Location;
use crate::text::position::LineIndex;
use crate::text::span::Span;

/// Lines and columns in every part of a document.
pub(super) struct Lines<'d>(Vec<LineIndex<'d>>);

impl<'d> Lines<'d> {
    pub(super) fn of(document: &'d Document<'_>) -> Self {
        let parts = document.parts.iter();
        Self(parts.map(|part| LineIndex::new(&part.source)).collect())
    }

    pub(super) fn locate(&mut self, part: usize, span: Span) -> Location {
        let lines = &mut self.0[part];
        Location {
            part,
            span,
            start: lines.position(span.start),
            end: lines.position(span.end),
        }
    }
}

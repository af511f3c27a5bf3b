//! A block of prose while a format reads it, piece by piece. One draft serves a
//! whole document, so that reading allocates nothing per block.

use super::piece::{Piece, PieceKind, Pieces};
use super::segment::{Area, AreaKind};
use crate::text::span::Span;
use crate::text::word::OBJECT;

/// A segment being built; offsets of its pieces and areas start at its own text.
#[derive(Debug, Default)]
pub struct Draft {
    pub(super) text: String,
    pub(super) pieces: Pieces,
    pub(super) areas: Vec<Area>,
}

impl Draft {
    /// Prose that stands in the source as it is read.
    pub fn verbatim(&mut self, source: &str, span: Span) {
        self.append(&source[span.range()], span, PieceKind::Verbatim);
    }

    /// Prose that the source spells in another way.
    pub fn decoded(&mut self, text: &str, span: Span) {
        self.append(text, span, PieceKind::Decoded);
    }

    /// A line break that reads as a space: `newline` in the source, and the
    /// next line's prose or markup at `next`. White space at the line's end and
    /// the prefix of the next line (indentation, `> `) belong to the break.
    pub fn soft_break(&mut self, source: &str, newline: Span, next: usize) {
        let line = &source[..newline.start];
        let blank = line.len() - line.trim_end_matches([' ', '\t']).len();
        let end_of_prose = self.pieces.source_end();
        let start = (newline.start - blank).max(end_of_prose).min(newline.start);
        let span = Span::new(start, next.max(newline.end));
        // A space for a byte: the lines stand in the source as they are read.
        let kind = match &source[span.range()] {
            "\n" => PieceKind::Verbatim,
            _ => PieceKind::SoftBreak,
        };
        self.append(" ", span, kind);
    }

    /// A line break that the author asked for.
    pub fn hard_break(&mut self, span: Span) {
        self.append("\n", span, PieceKind::Object);
    }

    /// An object that is no prose.
    pub fn object(&mut self, span: Span) {
        self.append(OBJECT.encode_utf8(&mut [0; 4]), span, PieceKind::Object);
    }

    /// A character that the source has as an object: a tab, a soft hyphen.
    pub fn sign(&mut self, text: &str, span: Span) {
        self.append(text, span, PieceKind::Object);
    }

    /// Where the text that comes next will stand.
    pub fn position(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing was read yet.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// What was read so far, as a reader sees it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Marks what was read since `from`.
    pub fn area(&mut self, from: usize, kind: AreaKind) {
        self.area_at(Span::new(from, self.text.len()), kind);
    }

    /// Marks a stretch of what was read.
    pub fn area_at(&mut self, prose: Span, kind: AreaKind) {
        if !prose.is_empty() {
            self.areas.push(Area { prose, kind });
        }
    }

    /// The areas by kind and place, those of one kind that touch as one.
    pub(super) fn merged_areas(&mut self) -> impl Iterator<Item = Area> + '_ {
        merged(&mut self.areas);
        self.areas.iter().copied()
    }

    /// Empties it for the next block.
    pub fn clear(&mut self) {
        self.text.clear();
        self.pieces.clear();
        self.areas.clear();
    }

    fn append(&mut self, text: &str, source: Span, kind: PieceKind) {
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push(Piece {
            prose: Span::new(start, self.text.len()),
            source,
            kind,
        });
    }
}

/// Brings areas in order by kind and place; those of one kind that touch become one.
pub(super) fn merged(areas: &mut Vec<Area>) {
    areas.sort_unstable_by_key(|area| (area.kind, area.prose));
    areas.dedup_by(|next, area| {
        let touches = next.kind == area.kind && next.prose.start <= area.prose.end;
        if touches {
            area.prose.end = area.prose.end.max(next.prose.end);
        }
        touches
    });
}

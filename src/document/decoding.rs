//! A text that was decoded from a stretch of a source: what a mail holds in
//! quoted-printable or base64. Owns which letters stand where; a part that was read
//! from the text becomes one of the source.

use std::borrow::Cow;
use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::Part;
use super::markup::Markup;
use super::piece::{Piece, PieceKind, Pieces};
use super::segment::{Area, AreaKind};
use crate::text::span::{Span, narrow};
use crate::text::spot::{BlockNumber, Spot};

/// A decoded text and where it stands.
#[derive(Debug, Default)]
pub struct Decoding {
    text: String,
    stretches: Vec<Stretch>,
}

/// A stretch of the text, as it is in the source or decoded as a whole.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    text: Span,
    source: Span,
    verbatim: bool,
}

impl Decoding {
    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Text that the source has as it is.
    pub fn verbatim(&mut self, source: &str, span: Span) {
        if span.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(&source[span.range()]);
        let end = self.text.len();
        match self.stretches.last_mut() {
            Some(last) if last.verbatim && last.source.end == span.start => {
                last.text.end = end;
                last.source.end = span.end;
            }
            _ => self.stretches.push(Stretch {
                text: Span::new(start, end),
                source: span,
                verbatim: true,
            }),
        }
    }

    /// Text that the source spells in another way.
    pub fn decoded(&mut self, text: &str, span: Span) {
        let start = self.text.len();
        self.text.push_str(text);
        self.stretches.push(Stretch {
            text: Span::new(start, self.text.len()),
            source: span,
            verbatim: false,
        });
    }

    /// The stretches that a span of the text reaches into, cut to it.
    fn inside(&self, span: Span) -> impl Iterator<Item = Stretch> {
        let from = self
            .stretches
            .partition_point(|stretch| stretch.text.end <= span.start);
        self.stretches[from..]
            .iter()
            .take_while(move |stretch| stretch.text.start < span.end)
            .map(move |stretch| {
                let start = stretch.text.start.max(span.start);
                let end = stretch.text.end.min(span.end);
                let source = if stretch.verbatim {
                    let start_in = stretch.source.start + (start - stretch.text.start);
                    Span::new(start_in, start_in + (end - start))
                } else {
                    stretch.source
                };
                Stretch {
                    text: Span::new(start, end),
                    source,
                    verbatim: stretch.verbatim,
                }
            })
    }

    /// Where a span of the text stands, as a whole.
    fn place(&self, span: Span) -> Span {
        let reach = if span.is_empty() {
            Span::new(span.start, span.start + 1)
        } else {
            span
        };
        let mut places = self.inside(reach).map(|stretch| stretch.source);
        let Some(first) = places.next() else {
            let end = self.stretches.last().map_or(0, |last| last.source.end);
            return Span::new(end, end);
        };
        let last = places.last().unwrap_or(first);
        Span::new(first.start, last.end.max(first.end))
    }

    /// `part`, which was read from the text, as a part of the source.
    pub fn part<'s>(&self, part: &Part<'_>, source: &'s str, markup: Markup) -> Part<'s> {
        let mut moved = Part {
            source: Cow::Borrowed(source),
            markup,
            prose: part.prose.clone(),
            segments: Vec::with_capacity(part.segments.len()),
            directives: part.directives.clone(),
            foreign: part.foreign,
            footnote_labels: FxHashSet::default(),
            starts: OnceLock::new(),
            spots: Vec::new(),
            pieces: Pieces::default(),
            areas: part.areas.clone(),
        };
        for directive in &mut moved.directives {
            directive.span = self.place(directive.span);
        }
        for segment in &part.segments {
            let mut pieces = Pieces::default();
            for piece in part.pieces(segment, segment.prose) {
                self.piece(piece, &mut pieces);
            }
            let from = moved.pieces.len();
            moved.pieces.append(&pieces, 0);
            let mut segment = segment.clone();
            segment.pieces = narrow(from)..narrow(moved.pieces.len());
            moved.segments.push(segment);
        }
        moved
    }

    fn piece(&self, piece: Piece, pieces: &mut Pieces) {
        if piece.kind != PieceKind::Verbatim {
            pieces.push(Piece {
                source: self.place(piece.source),
                ..piece
            });
            return;
        }
        for stretch in self.inside(piece.source) {
            let start = piece.prose.start + (stretch.text.start - piece.source.start);
            pieces.push(Piece {
                prose: Span::new(start, start + stretch.text.len()),
                source: stretch.source,
                kind: if stretch.verbatim {
                    PieceKind::Verbatim
                } else {
                    PieceKind::Decoded
                },
            });
        }
    }
}

impl Part<'_> {
    /// Marks all blocks as ones that take no other words.
    pub fn fix(&mut self) {
        self.areas.clear();
        for segment in &mut self.segments {
            let from = self.areas.len();
            self.areas.push(Area {
                prose: segment.prose,
                kind: AreaKind::Fixed,
            });
            segment.areas = narrow(from)..narrow(from + 1);
        }
    }

    /// Names the blocks by their number, since its source has no lines that say
    /// anything: those of an encoded text. `label` is what the text is called.
    pub fn count_blocks(&mut self, label: &str) {
        let spot = |number| Spot {
            member: label.into(),
            start: 0,
            label: label.into(),
            block: BlockNumber::Paragraph(number),
        };
        self.spots = (1..=self.segments.len()).map(spot).collect();
    }
}

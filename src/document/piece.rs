//! How prose stands in its source, stretch by stretch. Text has very many stretches,
//! so they are kept in a few bytes each, and lines of a paragraph that stand in the
//! source as they are read make one: what is read of a line break there is a space.

use std::ops::Range;

use memchr::memchr_iter;

use crate::text::span::{Span, narrow};

/// How a stretch of prose stands in its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// Byte for byte.
    Verbatim,
    /// In another spelling: an entity, an escape.
    Decoded,
    /// A line break with the prefix of the next line, a space to the reader.
    SoftBreak,
    /// An object that is no prose.
    Object,
}

/// A stretch of prose and the stretch of source that it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it is, in [`Part::prose`](super::Part::prose).
    pub prose: Span,
    /// Where it is in the source.
    pub source: Span,
    /// How the two relate.
    pub kind: PieceKind,
}

impl Piece {
    /// Without so many bytes before and behind; all of it, if it does not stand byte for
    /// byte.
    fn cut(self, before: usize, behind: usize) -> Self {
        if self.kind != PieceKind::Verbatim {
            return self;
        }
        let cut = |whole: Span| Span::new(whole.start + before, whole.end - behind);
        Self {
            prose: cut(self.prose),
            source: cut(self.source),
            kind: self.kind,
        }
    }
}

/// Pieces one behind the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces(Vec<Run>);

/// A piece, or lines that stand byte for byte, with their breaks. Its prose goes up to
/// where that of the next one starts.
#[derive(Clone, Copy, Debug)]
struct Run {
    prose: u32,
    source_start: u32,
    source_end: u32,
    kind: PieceKind,
}

impl Run {
    fn source(self) -> Span {
        Span::new(self.source_start as usize, self.source_end as usize)
    }
}

impl Pieces {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Where the source of the last piece ends.
    pub(super) fn source_end(&self) -> usize {
        self.0.last().map_or(0, |run| run.source_end as usize)
    }

    /// Where the source of a piece starts.
    pub(super) fn source_start(&self, number: usize) -> usize {
        self.0[number].source_start as usize
    }

    /// Adds a piece behind the others.
    pub(super) fn push(&mut self, piece: Piece) {
        match self.0.last_mut() {
            Some(last)
                if piece.kind == PieceKind::Verbatim
                    && last.kind == PieceKind::Verbatim
                    && last.source().end == piece.source.start =>
            {
                last.source_end = narrow(piece.source.end);
            }
            _ => self.0.push(Run {
                prose: narrow(piece.prose.start),
                source_start: narrow(piece.source.start),
                source_end: narrow(piece.source.end),
                kind: piece.kind,
            }),
        }
    }

    /// Adds all pieces of others, whose prose now starts at `shift`.
    pub(super) fn append(&mut self, others: &Self, shift: usize) {
        let moved = others.0.iter().map(|run| Run {
            prose: run.prose + narrow(shift),
            ..*run
        });
        self.0.extend(moved);
    }

    /// The pieces of these numbers that hold `span` of the prose, which goes up to
    /// `end`. What stands byte for byte is cut to `span`.
    pub(super) fn inside(
        &self,
        numbers: Range<usize>,
        end: usize,
        span: Span,
    ) -> impl DoubleEndedIterator<Item = Piece> {
        let runs = &self.0[numbers];
        let upto = runs.partition_point(|run| (run.prose as usize) < span.end);
        let behind = runs.partition_point(|run| run.prose as usize <= span.start);
        // The last that starts up to there is the only one that can hold it.
        let mut from = behind.saturating_sub(1);
        if from < upto && prose(runs, from, end).end <= span.start {
            from += 1;
        }
        (from..upto).map(move |number| {
            let piece = piece(runs, number, end);
            let before = span.start.saturating_sub(piece.prose.start);
            piece.cut(before, piece.prose.end.saturating_sub(span.end))
        })
    }

    /// The same for a stretch of the source.
    pub(super) fn at_source(
        &self,
        numbers: Range<usize>,
        end: usize,
        source: Span,
    ) -> impl Iterator<Item = Piece> {
        let runs = &self.0[numbers];
        let from = runs.partition_point(|run| run.source_end as usize <= source.start);
        let pieces = (from..runs.len()).map(move |number| piece(runs, number, end));
        let here = pieces.take_while(move |piece| piece.source.start < source.end);
        here.map(move |piece| {
            let before = source.start.saturating_sub(piece.source.start);
            piece.cut(before, piece.source.end.saturating_sub(source.end))
        })
    }
}

/// The prose of a run, of those whose prose goes up to `end`.
fn prose(runs: &[Run], number: usize, end: usize) -> Span {
    let next = runs.get(number + 1);
    let end = next.map_or(end, |next| next.prose as usize);
    Span::new(runs[number].prose as usize, end)
}

fn piece(runs: &[Run], number: usize, end: usize) -> Piece {
    Piece {
        prose: prose(runs, number, end),
        source: runs[number].source(),
        kind: runs[number].kind,
    }
}

/// The lines and the breaks of a piece that stands byte for byte; any other as it is.
pub(super) fn lines<'t>(
    piece: Piece,
    prose: &'t str,
    source: &'t str,
) -> impl Iterator<Item = Piece> + 't {
    let mut left = Some(piece);
    std::iter::from_fn(move || {
        let (first, rest) = first_line(left?, prose, source);
        left = rest;
        Some(first)
    })
}

/// A piece up to its first line break, or that break; and the rest of it.
fn first_line(piece: Piece, prose: &str, source: &str) -> (Piece, Option<Piece>) {
    if piece.kind != PieceKind::Verbatim {
        return (piece, None);
    }
    let reads_as_space = |at: &usize| prose.as_bytes()[piece.prose.start + at] == b' ';
    let mut breaks = memchr_iter(b'\n', &source.as_bytes()[piece.source.range()]);
    let Some(at) = breaks.find(reads_as_space) else {
        return (piece, None);
    };
    let (kind, length) = match at {
        0 => (PieceKind::SoftBreak, 1),
        _ => (PieceKind::Verbatim, at),
    };
    let cut = |span: Span| {
        let middle = span.start + length;
        (Span::new(span.start, middle), Span::new(middle, span.end))
    };
    let (prose, prose_left) = cut(piece.prose);
    let (source, source_left) = cut(piece.source);
    let rest = Piece {
        prose: prose_left,
        source: source_left,
        kind: piece.kind,
    };
    let first = Piece {
        prose,
        source,
        kind,
    };
    (first, (!prose_left.is_empty()).then_some(rest))
}

/// How many bytes prose can have that pieces point into.
pub(super) const MOST: usize = u32::MAX as usize;

#[cfg(test)]
mod tests {
    use super::super::{Draft, Markup, Part, SegmentKind};
    use super::*;

    /// Lines that stand as they are read are one run, and still lines to who asks.
    #[test]
    fn lines_are_kept_as_one_and_given_apart() {
        let source = "one\ntwo \n> three\n*four*\nfive";
        let mut draft = Draft::default();
        draft.verbatim(source, Span::new(0, 3));
        draft.soft_break(source, Span::new(3, 4), 4);
        draft.verbatim(source, Span::new(4, 7));
        draft.soft_break(source, Span::new(8, 9), 11);
        draft.verbatim(source, Span::new(11, 16));
        draft.soft_break(source, Span::new(16, 17), 18);
        draft.verbatim(source, Span::new(18, 22));
        draft.soft_break(source, Span::new(23, 24), 24);
        draft.verbatim(source, Span::new(24, 28));
        let mut part = Part::new(source, Markup::Plain);
        part.push(&mut draft, SegmentKind::Text, false);
        assert_eq!(part.prose, "one two three four five");
        assert_eq!(part.pieces.len(), 6);
        let segment = &part.segments[0];
        let inside = |start, end| -> Vec<(&str, &str)> {
            part.pieces(segment, Span::new(start, end))
                .map(|piece| {
                    (
                        &part.prose[piece.prose.range()],
                        &source[piece.source.range()],
                    )
                })
                .collect()
        };
        assert_eq!(inside(1, 5), [("ne", "ne"), (" ", "\n"), ("t", "t")]);
        assert_eq!(inside(3, 4), [(" ", "\n")]);
        assert_eq!(inside(6, 9), [("o", "o"), (" ", " \n> "), ("t", "t")]);
        assert_eq!(inside(17, 21), [("r", "r"), (" ", "\n"), ("fi", "fi")]);
        assert_eq!(
            part.source_span(segment, Span::new(4, 13)),
            Span::new(4, 16)
        );
    }
}

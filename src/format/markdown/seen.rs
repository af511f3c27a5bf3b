//! A source as the parser of `CommonMark` sees it: byte for byte as long, but with what a
//! dialect adds spelled so that the parser takes it for what it means. Where the two
//! differ in what is read, marks say how.

use std::borrow::Cow;

use super::super::templates::Templates;
use crate::document::Directive;
use crate::text::span::Span;

/// How a stretch of the source is read that the parser does not see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Markup around words.
    Gap,
    /// An object that is no prose.
    Object,
    /// Markup on lines of its own, between two blocks.
    Break,
    /// A tag of JSX.
    Tag,
}

/// What stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filler {
    /// A word.
    Letters,
    /// Punctuation, as markup around words is.
    Dots,
    /// Nothing.
    Blanks,
}

/// A stretch that the parser does not see.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) reading: Reading,
}

/// A source, what the parser sees of it, and what else its dialect says.
#[derive(Debug, Default)]
pub(super) struct Seen<'s> {
    source: &'s str,
    /// Empty as long as it is the source.
    text: Vec<u8>,
    marks: Vec<Mark>,
    /// Tags of JSX, in order.
    tags: Vec<Span>,
    /// Code, as far as it was looked for.
    code: Vec<Span>,
    /// Abbreviations and terms that the document defines apart from its prose.
    pub(super) named: Vec<Span>,
    /// Where titles start, as the parser sees them.
    pub(super) titles: Vec<usize>,
    /// Where the marks of callouts stand.
    pub(super) callouts: Vec<usize>,
    /// Lines of tables that are drawn by position.
    pub(super) drawn: Vec<Span>,
    pub(super) directives: Vec<Directive>,
    /// Whether there are lists of definitions.
    pub(super) has_definitions: bool,
}

impl<'s> Seen<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self {
            source,
            ..Self::default()
        }
    }

    /// What the parser sees. Bytes are replaced by whole characters, so it is UTF-8.
    pub(super) fn text(&self) -> Cow<'_, str> {
        match std::str::from_utf8(&self.text) {
            Ok(text) if !text.is_empty() => Cow::Borrowed(text),
            _ => Cow::Borrowed(self.source),
        }
    }

    /// A line as the parser sees it.
    pub(super) fn line(&self, span: Span) -> &str {
        let seen = self.text.get(span.range()).map(std::str::from_utf8);
        seen.and_then(Result::ok)
            .unwrap_or(&self.source[span.range()])
    }

    /// What of the source HTML has to step over: marks that are no tags, and code.
    pub(super) fn hidden(&self) -> Templates {
        let is_hidden = |mark: &&Mark| mark.reading != Reading::Tag;
        let marks = self.marks.iter().filter(is_hidden).map(|mark| mark.span);
        Templates::at(
            apart(marks.chain(self.code.iter().copied()).collect()),
            Vec::new(),
        )
    }

    /// The marks that lie in a stretch.
    pub(super) fn marks(&self, span: Span) -> &[Mark] {
        let from = self
            .marks
            .partition_point(|mark| mark.span.end <= span.start);
        let upto = self
            .marks
            .partition_point(|mark| mark.span.start < span.end);
        &self.marks[from..upto.max(from)]
    }

    /// The tag of that number.
    pub(super) fn tag(&self, number: usize) -> Option<Span> {
        self.tags.get(number).copied()
    }

    /// Whether a table is drawn at a place.
    pub(super) fn is_drawn(&self, at: usize) -> bool {
        let behind = self.drawn.partition_point(|lines| lines.end <= at);
        self.drawn
            .get(behind)
            .is_some_and(|lines| lines.start <= at)
    }

    /// Whether a block quote is a callout: its first line has the mark of one.
    pub(super) fn is_callout(&self, quote: Span) -> bool {
        let behind = self.callouts.partition_point(|at| *at < quote.start);
        self.callouts.get(behind).is_some_and(|&at| {
            let before = self.source.get(quote.start..at).unwrap_or("x");
            at < quote.end && before.trim() == ">"
        })
    }

    /// The parser sees `filler` in the place of `span`, and a reader `reading`.
    pub(super) fn hide(&mut self, span: Span, filler: Filler, reading: Reading) {
        self.fill(span, filler);
        if reading == Reading::Tag {
            self.tags.push(span);
        }
        self.marks.push(Mark { span, reading });
    }

    /// Nothing is seen or read of `span`.
    pub(super) fn blank(&mut self, span: Span) {
        self.fill(span, Filler::Blanks);
    }

    /// A tag on lines of its own.
    pub(super) fn blank_tag(&mut self, span: Span) {
        self.blank(span);
        self.tags.push(span);
    }

    /// Code that the parser may not know as such.
    pub(super) fn code(&mut self, span: Span) {
        self.code.push(span);
    }

    /// The parser sees other signs at `at`; they are read as the source has them.
    pub(super) fn write(&mut self, at: usize, signs: &str) {
        let text = self.bytes();
        text[at..at + signs.len()].copy_from_slice(signs.as_bytes());
    }

    /// Moves the blanks that a line begins with behind the line before.
    pub(super) fn outdent(&mut self, line: usize, blanks: usize) {
        let text = self.bytes();
        let before = text[..line].strip_suffix(b"\n").unwrap_or_default();
        let before = before.strip_suffix(b"\r").unwrap_or(before).len();
        text[before..line + blanks].rotate_right(blanks);
    }

    /// The text as bytes, once it differs.
    pub(super) fn bytes(&mut self) -> &mut [u8] {
        if self.text.is_empty() {
            self.text = self.source.as_bytes().to_vec();
        }
        &mut self.text
    }

    fn fill(&mut self, span: Span, filler: Filler) {
        let sign = match filler {
            Filler::Letters => b'x',
            Filler::Dots => b'.',
            Filler::Blanks => b' ',
        };
        for byte in &mut self.bytes()[span.range()] {
            if filler != Filler::Blanks || !matches!(byte, b'\n' | b'\r') {
                *byte = sign;
            }
        }
    }

    /// Brings all of it in order.
    pub(super) fn sort(&mut self) {
        self.marks.sort_by_key(|mark| mark.span);
        self.tags.sort_unstable();
        self.drawn = apart(std::mem::take(&mut self.drawn));
    }
}

/// Stretches in order; what overlaps is one.
fn apart(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans.dedup_by(|next, span| {
        let overlaps = next.start < span.end;
        if overlaps {
            span.end = span.end.max(next.end);
        }
        overlaps
    });
    spans
}

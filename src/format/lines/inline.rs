//! What of a block's text is markup: marks on its joined lines, which a format's own
//! reader sets and the block's writer follows.

use crate::document::AreaKind;
use crate::text::span::Span;

/// How a stretch of a block's text is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::format) enum Inline {
    /// Markup around words: it is not read.
    Gap,
    /// An object that is no prose.
    Object,
    /// A line break that the author asked for.
    Break,
    /// Prose in another spelling.
    Decoded(String),
}

/// The marks of a block.
#[derive(Debug, Default)]
pub(in crate::format) struct Marks {
    spans: Vec<(Span, Inline)>,
    areas: Vec<(Span, AreaKind)>,
    /// Blocks of their own that stand inside the text: footnotes.
    asides: Vec<Span>,
    /// Signs, and up to where none of them ends anything.
    absent: Vec<(&'static str, usize)>,
}

impl Marks {
    pub(in crate::format) fn gap(&mut self, span: Span) {
        self.add(span, Inline::Gap);
    }

    pub(in crate::format) fn object(&mut self, span: Span) {
        self.add(span, Inline::Object);
    }

    pub(in crate::format) fn line_break(&mut self, span: Span) {
        self.add(span, Inline::Break);
    }

    pub(in crate::format) fn decoded(&mut self, span: Span, text: impl Into<String>) {
        self.add(span, Inline::Decoded(text.into()));
    }

    pub(in crate::format) fn area(&mut self, span: Span, kind: AreaKind) {
        self.areas.push((span, kind));
    }

    pub(in crate::format) fn aside(&mut self, span: Span) {
        self.asides.push(span);
    }

    fn add(&mut self, span: Span, inline: Inline) {
        if !span.is_empty() {
            self.spans.push((span, inline));
        }
    }

    pub(super) fn clear(&mut self) {
        self.spans.clear();
        self.areas.clear();
        self.asides.clear();
        self.absent.clear();
    }

    /// Where `sign` stands first, from `from` on and near it, in a place that `fits`.
    /// What was looked through in vain is not looked through again, so that a place
    /// must fit or not whoever asks.
    pub(in crate::format) fn first(
        &mut self,
        text: &str,
        from: usize,
        sign: &'static str,
        fits: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let reach = from + near(&text[from..]).len();
        let known = self.absent.iter().position(|(known, _)| *known == sign);
        let mut at = from;
        if let Some(known) = known {
            at = at.max(self.absent[known].1.min(reach));
        }
        while let Some(offset) = text[at..reach].find(sign) {
            let place = at + offset;
            if fits(place) {
                return Some(place);
            }
            at = place + sign.len();
        }
        // A sign may stand across the end of what was looked through.
        let upto = text.floor_char_boundary(reach.saturating_sub(sign.len()));
        match known {
            Some(known) => self.absent[known].1 = self.absent[known].1.max(upto),
            None => self.absent.push((sign, upto)),
        }
        None
    }

    /// Brings the marks in order; one inside another is left out.
    pub(super) fn sort(&mut self) {
        self.spans
            .sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let mut end = 0;
        self.spans.retain(|(span, _)| {
            let apart = span.start >= end;
            if apart {
                end = span.end;
            }
            apart
        });
    }

    pub(super) fn spans(&self) -> &[(Span, Inline)] {
        &self.spans
    }

    pub(super) fn take_asides(&mut self) -> Vec<Span> {
        std::mem::take(&mut self.asides)
    }

    pub(super) fn take_areas(&mut self) -> Vec<(Span, AreaKind)> {
        std::mem::take(&mut self.areas)
    }
}

/// As much of a text as one piece of markup may reach over: what does not end there is
/// none, and looking for its end takes no time.
pub(in crate::format) fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(2_000)]
}

/// The length of the braces that a text starts with, and of all that is inside; 0 where
/// there are none, or they do not close.
pub(in crate::format) fn braces(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in near(text).char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return if c == '}' { at + 1 } else { 0 };
        }
    }
    0
}

/// The length of the brackets that a text starts with, and of those inside; `None` where
/// they do not close.
pub(in crate::format) fn brackets(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut escaped = false;
    near(text).char_indices().find_map(|(at, c)| {
        match c {
            '[' if !escaped => depth += 1,
            ']' if !escaped => depth = depth.saturating_sub(1),
            _ => {}
        }
        escaped = c == '\\' && !escaped;
        (depth == 0).then_some(at + 1)
    })
}

/// Reads a text sign by sign: `sign` marks what one begins, and says where to go on.
pub(in crate::format) fn each_sign(
    text: &str,
    signs: &[char],
    marks: &mut Marks,
    sign: fn(&str, usize, &mut Marks) -> usize,
) {
    let mut at = 0;
    while let Some(offset) = text[at..].find(signs) {
        let start = at + offset;
        at = sign(text, start, marks).max(start + 1);
    }
}

/// Where what begins at `at` with a mark of `open` bytes ends, behind `close`.
pub(in crate::format) fn until(text: &str, at: usize, open: usize, close: &str) -> Option<usize> {
    let inner = at + open;
    let length = near(text.get(inner..)?).find(close)?;
    Some(inner + length + close.len())
}

/// Marks what ends at `end` as an object, and goes on behind it; without an end the
/// sign is text.
pub(in crate::format) fn object(marks: &mut Marks, at: usize, end: Option<usize>) -> usize {
    match end {
        Some(end) => {
            marks.object(Span::new(at, end));
            end
        }
        None => at + 1,
    }
}

/// Where the sign that `text` has at `at` ends what it began there, as `AsciiDoc` and
/// Org pair signs: no word before the first and behind the last, no space inside.
pub(in crate::format) fn closing(
    text: &str,
    at: usize,
    sign: &'static str,
    marks: &mut Marks,
) -> Option<usize> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' && sign != "_";
    let inner = at + sign.len();
    let first = text[inner..].chars().next()?;
    if text[..at].ends_with(is_word) || first.is_whitespace() {
        return None;
    }
    marks.first(text, inner + first.len_utf8(), sign, |close| {
        let behind = &text[close + sign.len()..];
        !text[..close].ends_with(char::is_whitespace)
            && !behind.starts_with(is_word)
            && !behind.starts_with(sign)
    })
}

//! Text inside elements of office documents: which of its white space is seen, and how
//! it becomes prose.

use crate::document::Draft;
use crate::text::span::Span;

/// What of a text element is seen: without `xml:space="preserve"`, white space at its
/// ends is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clip(Span);

impl Clip {
    /// Of the element whose text starts at `start`.
    pub(super) fn of(source: &str, start: usize, keep: bool) -> Self {
        let rest = &source[start..];
        let text = &rest[..rest.find('<').unwrap_or(rest.len())];
        if keep {
            return Self(Span::new(start, source.len()));
        }
        let lead = text.len() - text.trim_start_matches(is_white).len();
        Self(Span::new(
            start + lead,
            start + text.trim_end_matches(is_white).len(),
        ))
    }

    /// The seen part of a stretch.
    pub(super) fn cut(self, span: Span) -> Span {
        let start = span.start.max(self.0.start);
        Span::new(start, span.end.min(self.0.end))
    }

    /// All that is seen.
    pub(super) fn span(self) -> Span {
        self.0
    }
}

/// White space in the sense of XML.
pub(super) fn is_white(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

/// Adds text as it stands, or the character that it stands for. Line ends and tabs in
/// it read as spaces.
pub(super) fn push_text(draft: &mut Draft, source: &str, span: Span, decoded: Option<char>) {
    if span.is_empty() {
        return;
    }
    if let Some(c) = decoded {
        draft.decoded(c.encode_utf8(&mut [0; 4]), span);
        return;
    }
    let mut start = span.start;
    let breaks = source[span.range()].match_indices(['\t', '\r', '\n']);
    for (at, _) in breaks.map(|(at, c)| (span.start + at, c)) {
        if start < at {
            draft.verbatim(source, Span::new(start, at));
        }
        draft.decoded(" ", Span::new(at, at + 1));
        start = at + 1;
    }
    if start < span.end {
        draft.verbatim(source, Span::new(start, span.end));
    }
}

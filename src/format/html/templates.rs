//! Template languages in HTML: `{{ … }}`, `{% … %}`, `{# … #}`, `<% … %>`, `<? … ?>`.
//! The reader of HTML knows none of them, and would take a `>` inside for the end of
//! a tag; so they are hidden from it, and read as objects where they stand in text.

use std::borrow::Cow;

use crate::document::Directive;
use crate::text::span::Span;

/// How a template's own text begins and ends.
const MARKS: [(&str, &str); 5] = [
    ("{{", "}}"),
    ("{%", "%}"),
    ("{#", "#}"),
    ("<%", "%>"),
    ("<?", "?>"),
];

/// Where templates stand in a source, in order and apart.
#[derive(Debug, Default)]
pub(in crate::format) struct Templates {
    spans: Vec<Span>,
    directives: Vec<Directive>,
}

impl Templates {
    /// The templates of a source.
    pub(super) fn of(source: &str) -> Self {
        let mut found = Self::default();
        // An ending that is not there is looked for once, not at each beginning.
        let mut absent = [false; MARKS.len()];
        let mut at = 0;
        while let Some(offset) = source[at..].find(['{', '<']) {
            let start = at + offset;
            let rest = &source[start..];
            let mark = MARKS.iter().position(|(open, _)| rest.starts_with(open));
            let end = mark.filter(|&mark| !absent[mark]).and_then(|mark| {
                let (open, close) = MARKS[mark];
                let length = rest[open.len()..].find(close);
                absent[mark] = length.is_none();
                Some(start + open.len() + length? + close.len())
            });
            let Some(end) = end else {
                at = start + 1;
                continue;
            };
            // `{{{ raw }}}` ends with its last brace.
            let braces = source[end..].starts_with('}') && rest.starts_with("{{{");
            at = end + usize::from(braces);
            let span = Span::new(start, at);
            let inside = source[span.range()].trim_matches(['{', '}', '<', '>', '%', '#', '-']);
            found.directives.extend(Directive::parse(inside, span));
            found.spans.push(span);
        }
        found
    }

    /// What somebody else found in a source: places in order and apart.
    pub(in crate::format) fn at(spans: Vec<Span>, directives: Vec<Directive>) -> Self {
        Self { spans, directives }
    }

    /// Directives in a template's comments.
    pub(in crate::format) fn directives(&self) -> impl Iterator<Item = Directive> {
        self.directives.iter().cloned()
    }

    /// `span` of the source with letters in the place of templates, as long as it is.
    pub(in crate::format) fn hidden_in<'s>(&self, source: &'s str, span: Span) -> Cow<'s, str> {
        let text = &source[span.range()];
        let mut spans = self.inside(span).peekable();
        if spans.peek().is_none() {
            return Cow::Borrowed(text);
        }
        let mut hidden = String::with_capacity(text.len());
        let mut at = span.start;
        for template in spans {
            hidden.push_str(&source[at..template.start]);
            hidden.extend(std::iter::repeat_n('x', template.len()));
            at = template.end;
        }
        hidden.push_str(&source[at..span.end]);
        Cow::Owned(hidden)
    }

    /// The templates that lie in `span`, as far as they do.
    pub(in crate::format) fn inside(&self, span: Span) -> impl Iterator<Item = Span> {
        let from = self
            .spans
            .partition_point(|template| template.end <= span.start);
        let inside = self.spans[from..].iter();
        inside
            .take_while(move |template| template.start < span.end)
            .map(move |template| {
                let (start, end) = (template.start.max(span.start), template.end.min(span.end));
                Span::new(start, end)
            })
    }
}

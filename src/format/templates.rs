//! Templates: text that a program replaces before anybody reads it. Liquid, Jinja, Hugo,
//! Handlebars, Vue, Blade, Smarty, ERB, PHP, `FreeMarker` and placeholders of mail merges are
//! known here once, for every format. A reader of markup knows none of them and would take
//! their signs for its own; so they are hidden from it, and read as objects where they
//! stand in text. Tags that hold code (`{% raw %}` … `{% endraw %}`) are one template.

use std::borrow::Cow;

use crate::document::{Directive, Part};
use crate::text::span::Span;

mod pairs;

use pairs::Pairs;
pub(in crate::format) use pairs::names_code;

/// How a template's own text begins and ends, longer beginnings first.
#[rustfmt::skip]
const MARKS: [(&str, &str, Reach); 22] = [
    ("{{{{", "}}}}", Reach::Paragraph),
    ("{{!--", "--}}", Reach::Document),
    ("{{--", "--}}", Reach::Document),
    ("{{/*", "*/}}", Reach::Document),
    ("{{", "}}", Reach::Paragraph),
    ("{%", "%}", Reach::Paragraph),
    ("{# ", "#}", Reach::Document),
    ("{#-", "#}", Reach::Document),
    ("{#\n", "#}", Reach::Document),
    ("{*", "*}", Reach::Paragraph),
    ("<%--", "--%>", Reach::Document),
    ("<%", "%>", Reach::Document),
    ("<?", "?>", Reach::Document),
    ("<#--", "-->", Reach::Document),
    ("<#", ">", Reach::Line),
    ("</#", ">", Reach::Line),
    ("<@", ">", Reach::Line),
    ("</@", ">", Reach::Line),
    ("[%", "%]", Reach::Paragraph),
    ("«", "»", Reach::Word),
    ("*|", "|*", Reach::Word),
    ("{#", "#}", Reach::Line),
];

/// How far a template reaches at most.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    Word,
    Line,
    Paragraph,
    Document,
}

/// The signs that a template can begin with.
pub(in crate::format) const SIGNS: [char; 9] = ['{', '<', '$', '#', '@', '%', '[', '«', '*'];

/// Signs that make a brace before or behind them a placeholder's: `${x}`, `{$x}`, `{/if}`.
const BEFORE_BRACE: [char; 4] = ['$', '#', '@', '%'];
const BEHIND_BRACE: [char; 13] = [
    '$', '/', ':', '@', '!', '=', '.', '~', '^', '&', '-', '#', '?',
];

/// What marks words as added, struck out or commented on: they are prose.
const EDITORIAL: [&str; 3] = ["{==", "{--", "{~~"];

/// The statements of Smarty, and those of Blade that a space may follow.
#[rustfmt::skip]
const STATEMENTS: [&str; 24] = [
    "assign", "block", "break", "can", "case", "else", "elseif", "empty", "extends", "for", "forelse", "foreach",
    "if", "include", "isset", "literal", "php", "section", "slot", "switch", "unless", "use", "while", "yield",
];

/// How many bytes the longest template has that is no comment.
const LONGEST: usize = 2_000;

/// How many the longest placeholder has, or the arguments of a statement.
const LONGEST_PLACEHOLDER: usize = 300;

/// A template where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format) struct Template {
    /// All of it, with the code that its tags hold.
    pub(in crate::format) span: Span,
    /// What stands between its signs, or its tags.
    inside: Span,
}

/// Finds templates in a source, from its start to its end.
pub(in crate::format) struct Finder<'s> {
    source: &'s str,
    /// For each mark up to where its end was looked for in vain: nothing is looked for
    /// twice.
    absent: [usize; MARKS.len()],
    /// Where the paragraph ends that was looked at last.
    paragraph: usize,
    pairs: Pairs,
}

impl<'s> Finder<'s> {
    pub(in crate::format) fn new(source: &'s str) -> Self {
        Self {
            source,
            absent: [0; MARKS.len()],
            paragraph: 0,
            pairs: Pairs::default(),
        }
    }

    /// The template that begins at `start`, where one of [`SIGNS`] stands.
    pub(in crate::format) fn at(&mut self, start: usize) -> Option<Template> {
        let tag = self
            .marked(start)
            .or_else(|| self.placeholder(start))
            .or_else(|| self.statement(start))?;
        let Some((body, end)) = self.pairs.code_behind(self.source, tag) else {
            return Some(Template {
                span: tag,
                inside: tag,
            });
        };
        Some(Template {
            span: Span::new(tag.start, end),
            inside: body,
        })
    }

    /// What one of [`MARKS`] begins.
    fn marked(&mut self, start: usize) -> Option<Span> {
        let rest = &self.source[start..];
        let begins = |&(_, (open, ..)): &(usize, &(&str, &str, Reach))| rest.starts_with(open);
        let (mark, &(open, close, reach)) = MARKS.iter().enumerate().find(begins)?;
        let inner = start + open.len();
        let limit = self.limit(inner, reach).max(inner);
        let from = inner.max(self.absent[mark].min(limit));
        let Some(length) = self.source[from..limit].find(close) else {
            // A sign may stand across the end of what was looked through.
            let upto = limit.saturating_sub(close.len());
            self.absent[mark] = self.source.floor_char_boundary(upto).max(self.absent[mark]);
            return None;
        };
        let end = from + length + close.len();
        // `{{{ raw }}}` ends with its last brace.
        let braces = rest.starts_with("{{{") && self.source[end..].starts_with('}');
        Some(Span::new(start, end + usize::from(braces)))
    }

    /// Up to where what begins before `at` can reach.
    fn limit(&mut self, at: usize, reach: Reach) -> usize {
        let near = || self.source.floor_char_boundary(at + LONGEST);
        match reach {
            Reach::Document => self.source.len(),
            Reach::Paragraph => {
                let near = near();
                if at > self.paragraph {
                    self.paragraph = paragraph_end(self.source, at);
                }
                near.min(self.paragraph)
            }
            Reach::Line | Reach::Word => {
                let text = &self.source[at..near()];
                let ends = |c: char| match reach {
                    Reach::Word => c.is_whitespace(),
                    _ => c == '\n',
                };
                at + text.find(ends).unwrap_or(text.len())
            }
        }
    }

    /// `${x}`, `{$x}`, `{/if}`, `{.class}`: up to the brace of the same line.
    fn placeholder(&self, start: usize) -> Option<Span> {
        let rest = &self.source[start..];
        let sign = |at: usize| rest[at..].chars().next();
        let inner = match rest.strip_prefix(BEFORE_BRACE) {
            Some(behind) => behind.strip_prefix('{').map(|_| 1)?,
            None => 0,
        };
        let braced = rest[inner..].starts_with('{')
            && (inner > 0 || sign(1).is_some_and(|c| BEHIND_BRACE.contains(&c)))
            && !EDITORIAL.iter().any(|mark| rest.starts_with(mark));
        if !braced {
            return None;
        }
        let length = balanced(&rest[inner..], b'{', b'}')?;
        Some(Span::new(start, start + inner + length))
    }

    /// `{if $x}`, `{else}` of Smarty; `@if ($x)`, `@include('x')`, `@verbatim` of Blade.
    fn statement(&self, start: usize) -> Option<Span> {
        let rest = &self.source[start..];
        let behind = rest.strip_prefix(['{', '@'])?;
        let length = behind.find(|c: char| !c.is_ascii_alphanumeric());
        let (name, behind) = behind.split_at(length.unwrap_or(behind.len()));
        let known = STATEMENTS.contains(&name);
        if rest.starts_with('{') {
            if !known || !behind.starts_with([' ', '}']) {
                return None;
            }
            let length = balanced(rest, b'{', b'}')?;
            return Some(Span::new(start, start + length));
        }
        let joined = self.source[..start].ends_with(char::is_alphanumeric);
        if name.is_empty() || joined {
            return None;
        }
        let space = usize::from(known && behind.starts_with(" ("));
        let arguments = balanced(&behind[space..], b'(', b')').map(|end| space + end);
        let bare = pairs::is_bare_statement(name).then_some(0);
        let end = 1 + name.len() + arguments.or(bare)?;
        Some(Span::new(start, start + end))
    }
}

/// The end of the paragraph that `at` is in: where a blank line begins.
fn paragraph_end(source: &str, at: usize) -> usize {
    let mut end = at;
    for line in source[at..].split_inclusive('\n') {
        if end > at && line.trim().is_empty() {
            break;
        }
        end += line.len();
    }
    end
}

/// The length of what begins with `open` and ends with the `close` that belongs to it, in
/// one line and in one element.
fn balanced(text: &str, open: u8, close: u8) -> Option<usize> {
    let near = &text.as_bytes()[..text.len().min(LONGEST_PLACEHOLDER)];
    let mut depth = 0_usize;
    for (at, &byte) in near.iter().enumerate() {
        if byte == open {
            depth += 1;
        } else if byte == close && depth > 0 {
            depth -= 1;
        } else if byte == b'\n' || byte == b'<' && near[at..].starts_with(b"</") {
            return None;
        }
        if depth == 0 {
            return (byte == close).then_some(at + 1);
        }
    }
    None
}

/// Where templates stand in a source, in order and apart.
#[derive(Debug, Default)]
pub(in crate::format) struct Templates {
    spans: Vec<Span>,
    directives: Vec<Directive>,
}

impl Templates {
    /// The templates of a source.
    pub(in crate::format) fn of(source: &str) -> Self {
        let mut found = Self::default();
        let mut finder = Finder::new(source);
        let mut at = 0;
        while let Some(offset) = source[at..].find(SIGNS) {
            let start = at + offset;
            let Some(template) = finder.at(start) else {
                at = start + source[start..].chars().next().map_or(1, char::len_utf8);
                continue;
            };
            found.directives.extend(template.directive(source));
            found.spans.push(template.span);
            at = template.span.end;
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

/// Marks those templates of a text as no prose of it that are some for sure.
pub(in crate::format) fn hide_in(part: &mut Part<'_>, is_sure: impl Fn(&str) -> bool) {
    let mut spans = Templates::of(&part.source).spans;
    spans.retain(|span| is_sure(&part.source[span.range()]));
    part.hide_in_source(&spans);
}

/// The same where the text of a block is not in one piece in its source.
pub(in crate::format) fn hide_in_blocks(part: &mut Part<'_>) {
    part.hide_in_text(|text| Templates::of(text).spans);
}

impl Template {
    /// The directive that a comment is.
    pub(in crate::format) fn directive(&self, source: &str) -> Option<Directive> {
        let signs = ['{', '}', '<', '>', '%', '#', '-', '!', '*', '/'];
        let inside = source[self.inside.range()].trim_matches(signs);
        Directive::parse(inside, self.span)
    }
}

#[cfg(test)]
#[path = "templates_tests.rs"]
mod tests;

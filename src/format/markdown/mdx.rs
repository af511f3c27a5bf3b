//! MDX: Markdown with JavaScript in it. `import`, `export` and expressions in braces
//! are hidden from the reader of Markdown; what is left of JSX are tags, as in HTML.

use super::super::lines::near;
use super::super::templates::Templates;
use super::{Reader, read_hiding};
use crate::document::{Directive, Document, Format, Markup};
use crate::text::span::Span;

/// The MDX format.
#[derive(Debug)]
pub(in crate::format) struct Mdx;

impl Format for Mdx {
    fn name(&self) -> &'static str {
        "mdx"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["mdx"]
    }

    fn markup(&self) -> Markup {
        Markup::Markdown
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        let (spans, directives) = scripts(source);
        read_hiding(source, Templates::at(spans, directives))
    }
}

impl Reader<'_> {
    /// Text with something hidden in it, each an object.
    pub(super) fn text_around(&mut self, hidden: &[Span], span: Span) {
        let source = self.source;
        let mut at = span.start;
        for &hidden in hidden {
            if at < hidden.start {
                self.draft().verbatim(source, Span::new(at, hidden.start));
            }
            self.draft().object(hidden);
            at = hidden.end;
        }
        if at < span.end {
            self.draft().verbatim(source, Span::new(at, span.end));
        }
    }
}

/// How many letters are read in vain for the end of an expression, in all.
const PATIENCE: usize = 4_000_000;

/// How long an expression may be.
const LONGEST: usize = 20_000;

/// JavaScript in a source.
struct Scripts<'s> {
    source: &'s str,
    spans: Vec<Span>,
    directives: Vec<Directive>,
    patience: usize,
}

/// Where JavaScript stands, outside of code, and the directives in its comments.
fn scripts(source: &str) -> (Vec<Span>, Vec<Directive>) {
    let mut found = Scripts {
        source,
        spans: Vec::new(),
        directives: Vec::new(),
        patience: PATIENCE,
    };
    let mut fence: Option<&str> = None;
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if found.spans.last().is_some_and(|last| last.end > start) {
            continue;
        }
        let text = line.trim();
        let mark = ["```", "~~~"]
            .into_iter()
            .find(|mark| text.starts_with(mark));
        match (fence, mark) {
            (Some(open), Some(mark)) if open == mark => fence = None,
            (None, Some(mark)) => fence = Some(mark),
            (None, None) if is_statement(line) => {
                let length = statement(&source[start..]);
                found.spans.push(Span::new(start, start + length));
            }
            (None, None) => found.expressions(Span::new(start, at)),
            _ => {}
        }
    }
    (found.spans, found.directives)
}

fn is_statement(line: &str) -> bool {
    line.starts_with("import ") && (line.contains(" from ") || line.contains(['"', '\'', '{']))
        || [
            "default ",
            "const ",
            "function ",
            "let ",
            "async ",
            "class ",
            "{",
            "* ",
        ]
        .iter()
        .any(|what| {
            line.strip_prefix("export ")
                .is_some_and(|rest| rest.starts_with(what))
        })
}

/// The length of a statement: up to a blank line outside of its brackets.
fn statement(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut length = 0;
    for line in text.split_inclusive('\n') {
        if depth == 0 && line.trim().is_empty() {
            break;
        }
        for byte in line.bytes() {
            match byte {
                b'{' | b'(' | b'[' => depth += 1,
                b'}' | b')' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        length += line.len();
    }
    text[..length].trim_end().len()
}

impl Scripts<'_> {
    /// Expressions that start in a line, outside of inline code.
    fn expressions(&mut self, line: Span) {
        let source = self.source;
        let mut at = line.start;
        while at < line.end {
            let rest = &source[at..line.end];
            let Some(offset) = rest.find(['{', '`', '\\']) else {
                return;
            };
            let start = at + offset;
            at = match source.as_bytes()[start] {
                b'`' => {
                    let run = &source[start..line.end];
                    let marks = run.len() - run.trim_start_matches('`').len();
                    let close = near(&run[marks..]).find(&run[..marks]);
                    start + marks + close.map_or(0, |close| close + marks)
                }
                b'{' => self.expression(start),
                _ => {
                    let escaped = source[start + 1..].chars().next();
                    start + 1 + escaped.map_or(0, char::len_utf8)
                }
            };
        }
    }

    /// The expression that starts at `start`, and where to go on.
    fn expression(&mut self, start: usize) -> usize {
        let rest = &self.source[start..];
        let Some(length) = expression(rest) else {
            let Some(left) = self.patience.checked_sub(rest.len().min(LONGEST)) else {
                // Nobody wrote that: all of it is left alone.
                self.spans.push(Span::new(start, self.source.len()));
                return self.source.len();
            };
            self.patience = left;
            return start + 1;
        };
        let span = Span::new(start, start + length);
        let inside = self.source[span.range()].trim_matches(['{', '}', '/', '*']);
        self.directives.extend(Directive::parse(inside, span));
        self.spans.push(span);
        span.end
    }
}

/// The length of an expression with its braces, if it ends.
fn expression(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quote: Option<char> = None;
    let mut escaped = false;
    let near = &text[..text.floor_char_boundary(LONGEST)];
    if let Some(comment) = near.strip_prefix("{/*") {
        return comment.find("*/}").map(|length| length + 6);
    }
    for (at, c) in near.char_indices() {
        match (quote, c) {
            _ if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(open), c) if open == c || c == '\n' && open != '`' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quote = Some(c),
            (None, '{') => depth += 1,
            (None, '}') => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_no_prose() {
        let table = [
            (
                "import A from 'api'\n\n# The {api} API\n\nAn {props.api > 1 ? '}' : 'API'} b\n",
                vec!["The \u{fffc} API", "An \u{fffc} b"],
            ),
            (
                "export const api = {\n  API: 'x',\n\n  b: 'API',\n}\n\na\n",
                vec!["a"],
            ),
            (
                "<Note title={api}>\n\nAn API.\n\n</Note>\n",
                vec!["An API."],
            ),
            (
                "a {/* API */} `{` b {\n\nc\n",
                vec!["a \u{fffc} \u{fffc} b {", "c"],
            ),
            ("```js\n{ API\n```\n\na }\n", vec!["a }"]),
        ];
        for (source, expected) in table {
            let document = Mdx.read(source);
            let part = &document.parts[0];
            let segments = part.segments.iter();
            let blocks: Vec<_> = segments.map(|segment| part.text(segment)).collect();
            assert_eq!(blocks, expected, "{source}");
        }
        let document = Mdx.read("{/* dejargon-disable it/api */}\n\na");
        assert_eq!(document.parts[0].directives[0].rules, ["it/api"]);
    }
}

//! The dialects of Markdown that people write: what `MyST`, Pandoc and Quarto, kramdown,
//! `MkDocs`, Docusaurus, Obsidian and templates add to `CommonMark`. The lines of a source are
//! looked through once, and what the parser would take for something else is spelled for
//! it in other words; what is no prose is hidden.

mod blocks;
mod braces;
mod directives;
mod fences;
mod inline;
mod math;
mod names;

use super::super::lines::{Line, drawn, lines};
use super::super::templates::Finder;
use super::compiler::{Compiler, item_mark};
use super::mdx::{self, Scripts};
use super::seen::Seen;
use crate::text::fence::Fence;
use crate::text::span::Span;

/// A source as the parser is to see it.
pub(super) fn seen(source: &str, compiler: Compiler) -> Seen<'_> {
    let mut scanner = Scanner {
        source,
        lines: lines(source),
        seen: Seen::new(source),
        compiler,
        finder: Finder::new(source),
        scripts: Scripts::new(source),
        fences: Vec::new(),
        in_html: false,
        in_table: false,
        has_open_comment: false,
    };
    let mut at = scanner.front_matter();
    while at < scanner.lines.len() {
        at = scanner.block(at).max(at + 1);
    }
    let Scanner {
        lines, mut seen, ..
    } = scanner;
    seen.drawn = drawn::tables(&lines);
    seen.sort();
    if compiler == Compiler::Mdx {
        mdx::outdent(&mut seen, &lines);
    }
    seen
}

/// Looks through a source, block by block.
struct Scanner<'s> {
    source: &'s str,
    lines: Vec<Line<'s>>,
    seen: Seen<'s>,
    compiler: Compiler,
    finder: Finder<'s>,
    scripts: Scripts<'s>,
    /// Fences that are open and whose bodies are prose.
    fences: Vec<Fence>,
    /// Whether the last lines were raw HTML.
    in_html: bool,
    /// Whether the last line was a row of a table.
    in_table: bool,
    /// Whether a comment of HTML has no end.
    has_open_comment: bool,
}

/// A line without the marks of the quotations and lists that it is in.
#[derive(Clone, Copy, Debug)]
struct Content<'s> {
    text: &'s str,
    /// Where it stands, without the blanks at its end.
    span: Span,
    /// Whether a mark of a list stands before it.
    is_item: bool,
    /// Whether a mark of a quotation does, right before it.
    is_quoted: bool,
}

impl<'s> Content<'s> {
    fn of(line: &Line<'s>) -> Self {
        let mut rest = line.text.trim_end();
        let end = rest.len();
        let mut is_item = false;
        let mut is_quoted = false;
        loop {
            let inner = rest.trim_start();
            if let Some(behind) = inner.strip_prefix('>') {
                rest = behind;
                is_quoted = true;
            } else if let Some(length) = item_mark(inner) {
                rest = &inner[length..];
                is_item = true;
                is_quoted = false;
            } else {
                let span = Span::new(end - inner.len(), end).shifted(line.span.start);
                return Self {
                    text: inner,
                    span,
                    is_item,
                    is_quoted,
                };
            }
        }
    }

    /// Whether a paragraph cannot go on with it.
    fn starts_block(&self) -> bool {
        self.is_item || self.text.starts_with('#') || Fence::of(self.text).is_some()
    }
}

impl<'s> Scanner<'s> {
    fn content(&self, line: usize) -> Content<'s> {
        self.lines.get(line).map_or(
            Content {
                text: "",
                span: Span::new(self.source.len(), self.source.len()),
                is_item: false,
                is_quoted: false,
            },
            Content::of,
        )
    }

    /// The number of the line that a place is in.
    fn line_of(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.span.end < at)
    }

    /// The first line behind what heads a document.
    fn front_matter(&mut self) -> usize {
        let Some(first) = self.lines.first() else {
            return 0;
        };
        let close = match first.text.trim_end() {
            mark @ ("---" | "+++") => mark,
            "{" => "}",
            _ => return 0,
        };
        let behind = self.lines.iter().skip(1);
        let end = behind
            .map(|line| line.text.trim_end())
            .position(|text| text == close || close == "---" && text == "...");
        let Some(end) = end.map(|end| end + 1) else {
            return 0;
        };
        if close == "}" {
            let span = Span::new(first.span.start, self.lines[end].span.end);
            self.seen.blank(span);
        }
        end + 1
    }

    /// Reads the block that starts in a line, and says in which the next one does.
    fn block(&mut self, line: usize) -> usize {
        let content = self.content(line);
        self.in_table &= content.text.starts_with('|');
        if content.text.is_empty() {
            self.in_html = false;
            return line + 1;
        }
        if let Some(next) = self.fence(line, content) {
            return next;
        }
        if let Some(next) = self.marker(line, content) {
            return next;
        }
        if self.compiler == Compiler::Mdx
            && let Some(statement) = self.scripts.statement(self.lines[line].span.start)
        {
            self.seen.blank(statement);
            return self.line_of(statement.end) + 1;
        }
        self.paragraph(line, content)
    }

    /// Whether a line is the first row of a table, each of which stands for itself. Other
    /// lines with a bar go on as a paragraph does: code can begin in one and end in the next.
    fn begins_table(&self, line: usize) -> bool {
        self.content(line).text.starts_with('|') && {
            let below = self.content(line + 1).text;
            below.contains('-')
                && below
                    .trim_start_matches(['|', '-', ':', ' ', '\t'])
                    .is_empty()
        }
    }

    /// Lines that belong together as far as inline markup goes.
    fn paragraph(&mut self, line: usize, first: Content<'s>) -> usize {
        self.in_html |= self.compiler == Compiler::Markdown && first.text.starts_with('<');
        self.in_table |= self.begins_table(line);
        let mut end = line + 1;
        let mut last = first;
        while !self.in_table && !last.text.starts_with('#') {
            let next = self.content(end);
            let ends = next.text.is_empty() || next.starts_block() || self.begins_table(end);
            if ends || self.has_marker(next) {
                break;
            }
            last = next;
            end += 1;
        }
        let stretch = Span::new(first.span.start, last.span.end);
        let read_to = self.inline(stretch);
        end.max(self.line_of(read_to) + usize::from(read_to > stretch.end))
    }
}

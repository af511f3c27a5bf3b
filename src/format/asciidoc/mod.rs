//! `AsciiDoc`: delimited blocks, lists, tables, headings. What stands between lines of
//! dashes, dots or pluses, and what a `[source]` line announces, is no prose; nor are
//! attributes, macros without text, and cross references.

use super::lines::{Blocks, Line, lines, title};
use super::templates::hide_in;
use crate::document::{Document, Format, Markup, Part, SegmentKind};
use crate::text::edit::Edit;
use crate::text::language;
use crate::text::span::Span;

mod inline;
mod signs;
mod tables;
#[cfg(test)]
mod tests;

use signs::{
    Delimiter, Style, block_macro, condition, delimiter, is_attribute, is_block_attribute, marker,
    style_of, term_end,
};
use tables::Columns;

/// A row is as long as its title, give or take one.
const ROWS: title::Rows = title::Rows {
    fits: |sign, length, width| {
        matches!(sign, '=' | '-' | '~' | '^' | '+') && length.abs_diff(width) <= 1 && width > 2
    },
    width: |title| title.chars().count(),
    above: false,
};

/// The `AsciiDoc` format.
#[derive(Debug)]
pub(super) struct AsciiDoc;

impl Format for AsciiDoc {
    fn name(&self) -> &'static str {
        "asciidoc"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["adoc", "asciidoc", "asc"]
    }

    fn markup(&self) -> Markup {
        Markup::Signs
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        let mut part = Part::new(source, Markup::Signs);
        let mut reader = Reader {
            lines: lines(source),
            at: 0,
            blocks: Blocks::new(source, &mut part, inline::read),
            style: Style::Prose,
            described: false,
            columns: Columns::default(),
            open: Vec::new(),
        };
        while reader.at < reader.lines.len() {
            reader.step();
        }
        reader.flush();
        hide_in(&mut part, |_| true);
        Document::of(part)
    }

    fn complete(&self, source: &str, fixes: &mut [Vec<Edit>]) {
        title::complete(source, fixes, ROWS);
    }
}

struct Reader<'r, 's> {
    lines: Vec<Line<'s>>,
    at: usize,
    blocks: Blocks<'r, 's>,
    style: Style,
    /// Whether the line before is a term whose description stands below it.
    described: bool,
    /// What was said of the columns of the next table.
    columns: Columns,
    /// The lines that close the blocks that are open, and whether they are quotations.
    open: Vec<(&'s str, bool)>,
}

impl<'s> Reader<'_, 's> {
    fn step(&mut self) {
        let line = self.lines[self.at];
        let text = line.text.trim_end();
        if text.is_empty() {
            self.flush();
            self.at += 1;
            return;
        }
        if let Some(rest) = text
            .strip_prefix("//")
            .filter(|rest| !rest.starts_with('/'))
        {
            self.blocks.comment(rest, line.span);
            self.at += 1;
            return;
        }
        if let Some(inside) = condition(text).filter(|_| self.style != Style::Opaque) {
            self.flush();
            let quoted = self.quoted();
            let inside = inside.shifted(line.span.start);
            self.blocks.block(inside, SegmentKind::Text, quoted);
            self.at += 1;
            return;
        }
        if self.blocks.is_empty() && self.title(line) {
            return;
        }
        if let Some(delimiter) = delimiter(text) {
            self.delimited(text, delimiter);
            return;
        }
        if self.style == Style::Opaque {
            self.skip_paragraph();
            return;
        }
        if text == "+" || text == "<<<" || matches!(text, "'''" | "---" | "***" | "- - -") {
            self.flush();
            self.at += 1;
            return;
        }
        if is_attribute(text) {
            self.flush();
            self.attribute();
            return;
        }
        if is_block_attribute(text) {
            // It ends a paragraph that stands right above it.
            self.flush();
        }
        if self.blocks.is_empty() && self.begins(line) {
            return;
        }
        self.paragraph(line);
    }

    /// A heading, with the document's header below the first.
    fn title(&mut self, line: Line<'s>) -> bool {
        let text = line.text;
        let marks = text.len() - text.trim_start_matches(['=', '#']).len();
        if (1..7).contains(&marks) && text[marks..].starts_with(' ') {
            let start = text.len() - text[marks..].trim_start().len();
            let level = u8::try_from(marks).unwrap_or(6);
            self.blocks
                .block(line.content(start), SegmentKind::Heading(level), false);
            self.style = Style::Prose;
            let is_first = marks == 1 && self.blocks.part.segments.len() <= 1;
            self.at += 1;
            if is_first {
                self.header();
            }
            return true;
        }
        let Some(title) = title::title(&self.lines[self.at..], ROWS) else {
            return false;
        };
        let level = match title.sign {
            '=' => 1,
            '-' => 2,
            '~' => 3,
            '^' => 4,
            _ => 5,
        };
        self.blocks
            .block(title.words, SegmentKind::Heading(level), false);
        self.at += title.lines;
        if self.blocks.part.segments.len() <= 1 {
            self.header();
        }
        true
    }

    /// Author, revision and attributes, up to a blank line. The title is in the language
    /// that they set.
    fn header(&mut self) {
        while let Some(line) = self.lines.get(self.at).filter(|line| !line.is_blank()) {
            if let Some(rest) = line.text.strip_prefix("//") {
                self.blocks.comment(rest, line.span);
            }
            self.language(line.text);
            self.at += 1;
        }
        if self.blocks.foreign {
            self.blocks.part.leave();
        }
    }

    /// Notes the language that an attribute sets from here on.
    fn language(&mut self, attribute: &str) {
        if let Some(tag) = attribute.strip_prefix(":lang:") {
            self.blocks.foreign = language::is_foreign(tag);
            self.blocks.part.foreign |= self.blocks.foreign;
        }
    }

    /// A line that opens or closes a block.
    fn delimited(&mut self, text: &'s str, kind: Delimiter) {
        self.flush();
        self.at += 1;
        let style = std::mem::replace(&mut self.style, Style::Prose);
        let kind = match style {
            Style::Opaque => Delimiter::Opaque,
            _ => kind,
        };
        match kind {
            Delimiter::Opaque if text.starts_with("```") => self.skip_to("```"),
            Delimiter::Opaque => self.skip_to(text),
            Delimiter::Table => {
                let columns = std::mem::take(&mut self.columns);
                if columns.has_bars() {
                    self.table(text, columns);
                } else {
                    self.skip_to(text);
                }
            }
            Delimiter::Prose | Delimiter::Quotation => {
                if let Some(at) = self.open.iter().rposition(|(open, _)| *open == text) {
                    self.open.truncate(at);
                } else if self.open.len() < 64 {
                    let quoted = kind == Delimiter::Quotation || style == Style::Quotation;
                    self.open.push((text, quoted));
                }
            }
        }
    }

    fn skip_to(&mut self, close: &str) {
        while let Some(line) = self.lines.get(self.at) {
            self.at += 1;
            if line.text.trim_end() == close {
                return;
            }
        }
    }

    fn skip_paragraph(&mut self) {
        self.style = Style::Prose;
        while self.lines.get(self.at).is_some_and(|line| !line.is_blank()) {
            self.at += 1;
        }
    }

    /// What begins at a line that is no paragraph's. Whether it was read.
    fn begins(&mut self, line: Line<'s>) -> bool {
        let text = line.text.trim_end();
        if text.starts_with('[') && text.ends_with(']') {
            self.style = style_of(text, self.style);
            self.columns.note(text);
        } else if let Some(alt) = block_macro(text) {
            let span = alt.shifted(line.span.start);
            self.blocks.line(span);
            self.blocks.flush_fixed(SegmentKind::ImageText, false);
        } else if text.starts_with('.') && !text[1..].starts_with(['.', ' ']) && text.len() > 1 {
            self.blocks
                .block(line.content(1), SegmentKind::Caption, false);
        } else if line.indent() > 0 && marker(line.trimmed()) == 0 && !self.described {
            self.skip_paragraph();
            return true;
        } else {
            return false;
        }
        self.at += 1;
        true
    }

    /// Passes an attribute; a backslash at its end takes the next line along.
    fn attribute(&mut self) {
        if let Some(line) = self.lines.get(self.at) {
            self.language(line.text);
        }
        while let Some(line) = self.lines.get(self.at) {
            self.at += 1;
            if !line.text.trim_end().ends_with('\\') {
                return;
            }
        }
    }

    fn paragraph(&mut self, line: Line<'s>) {
        let text = line.trimmed();
        let indent = line.indent();
        let marker = marker(text);
        self.described = false;
        let admonition = ["NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "]
            .iter()
            .find(|label| text.starts_with(**label));
        if marker > 0 {
            self.flush();
        }
        let prefix = match admonition {
            Some(label) if self.blocks.is_empty() => label.len(),
            _ => marker,
        };
        let content = line.content(indent + prefix);
        let described = term_end(&text[prefix..]);
        match described {
            Some(at) => {
                self.flush();
                let words = text[prefix..prefix + at].trim_end();
                let term = Span::new(content.start, content.start + words.len());
                self.blocks.term(term, self.quoted());
                let rest = text[prefix + at..]
                    .trim_start_matches([':', ';'])
                    .trim_start();
                self.described = rest.is_empty();
                self.blocks
                    .line(Span::new(content.end - rest.len(), content.end));
            }
            None => self.blocks.line(content),
        }
        self.at += 1;
    }

    fn quoted(&self) -> bool {
        self.style == Style::Quotation || self.open.iter().any(|(_, quoted)| *quoted)
    }

    fn flush(&mut self) {
        self.flush_as(SegmentKind::Text);
    }

    fn flush_as(&mut self, kind: SegmentKind) {
        if !self.blocks.is_empty() {
            let quoted = self.quoted();
            self.blocks.flush(kind, quoted);
            self.style = Style::Prose;
        }
    }
}

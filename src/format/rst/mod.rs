//! reStructuredText: paragraphs, lists, directives by their indentation. Masks what
//! is surely no prose (literal blocks, code and unknown directives, targets,
//! comments) and reads the rest. Drawn tables are read, never rewritten.

use super::lines::{Blocks, Line, lines, title};
use super::templates::hide_in;
use crate::document::{Document, Format, Markup, Part, SegmentKind};
use crate::text::edit::Edit;
use crate::text::language;
use crate::text::span::Span;
use unicode_width::UnicodeWidthStr;

mod directives;
mod explicit;
mod inline;
mod markers;
mod tables;
#[cfg(test)]
mod tests;

use markers::{ends_marker, field, marker, option};

/// The reStructuredText format.
#[derive(Debug)]
pub(super) struct Rst;

impl Format for Rst {
    fn name(&self) -> &'static str {
        "rst"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["rst", "rest"]
    }

    fn markup(&self) -> Markup {
        Markup::Rst
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        let mut part = Part::new(source, Markup::Rst);
        let mut reader = Reader {
            lines: lines(source),
            at: 0,
            blocks: Blocks::new(source, &mut part, inline::read),
            indent: 0,
            bodies: Vec::new(),
            began: false,
            titles: Vec::new(),
        };
        while reader.at < reader.lines.len() {
            reader.step();
        }
        reader.flush();
        hide_in(&mut part, |_| true);
        if language::is_declared_foreign(source, ":lang:") {
            part.leave();
        }
        Document::of(part)
    }

    fn complete(&self, source: &str, fixes: &mut [Vec<Edit>]) {
        title::complete(source, fixes, ROWS);
    }
}

/// A row is as long as its title, in columns of a terminal, or at least clearly meant.
const ROWS: title::Rows = title::Rows {
    fits: |_, length, width| length >= width || length >= 4,
    width: UnicodeWidthStr::width,
    above: true,
};

/// The indented body that lines belong to.
#[derive(Clone, Copy)]
struct Body {
    indent: usize,
    quoted: bool,
    /// Whether its lines are terms, each above what it means.
    terms: bool,
}

struct Reader<'r, 's> {
    lines: Vec<Line<'s>>,
    at: usize,
    blocks: Blocks<'r, 's>,
    /// How far the paragraph that is being read is indented.
    indent: usize,
    bodies: Vec<Body>,
    /// Whether anything but titles, fields and comments was read: fields before that
    /// are about the document.
    began: bool,
    /// How titles are written so far, those of the highest level first: the sign of
    /// their rows, and whether there is one above.
    titles: Vec<(char, bool)>,
}

impl<'s> Reader<'_, 's> {
    fn line(&self) -> Line<'s> {
        self.lines[self.at]
    }

    /// Reads the next line, or all lines of what begins there.
    fn step(&mut self) {
        let line = self.line();
        if line.is_blank() {
            self.flush();
            self.at += 1;
            return;
        }
        let indent = line.indent();
        if !self.blocks.is_empty() && indent != self.indent {
            let deeper = indent > self.indent;
            let quoted = self.quoted();
            if deeper && self.blocks.is_one_line() {
                self.blocks.flush_term(quoted);
            }
            self.flush();
            if deeper {
                // A definition below its term.
                self.enter(indent, false);
            }
        }
        if self.blocks.is_empty() && self.begins(line, indent) {
            return;
        }
        self.text(line, indent);
    }

    /// A line of a paragraph, from `prefix` on.
    fn text(&mut self, line: Line<'s>, prefix: usize) {
        self.began = true;
        if self.blocks.is_empty() {
            self.indent = prefix;
            self.belong(prefix);
        }
        let content = line.content(prefix);
        let literal = line.trimmed().ends_with("::");
        // One of the colons is read.
        let hidden = usize::from(literal);
        self.blocks
            .line(Span::new(content.start, content.end - hidden));
        self.at += 1;
        let ends = self.lines.get(self.at).is_none_or(Line::is_blank);
        if literal && ends {
            self.flush();
            self.skip_literal(prefix);
        }
    }

    /// What begins at a line that is no paragraph's. Whether it was read.
    fn begins(&mut self, line: Line<'s>, indent: usize) -> bool {
        let text = line.trimmed();
        if indent == 0
            && let Some(title) = title::title(&self.lines[self.at..], ROWS)
        {
            self.bodies.clear();
            let level = self.level(&title);
            self.blocks
                .block(title.words, SegmentKind::Heading(level), false);
            self.at += title.lines;
            return true;
        }
        if let Some(length) = tables::read(&self.lines[self.at..], &mut self.blocks) {
            self.began = true;
            self.at += length;
            return true;
        }
        if let Some(rest) = text.strip_prefix("..").filter(|rest| ends_marker(rest)) {
            self.explicit(line, indent, rest.trim());
            return true;
        }
        if text.starts_with(">>> ") {
            while self.lines.get(self.at).is_some_and(|line| !line.is_blank()) {
                self.at += 1;
            }
            return true;
        }
        if text.starts_with("__ ") || title::row(&line).is_some() && text.len() >= 4 {
            self.at += 1;
            return true;
        }
        self.term(line, indent) || self.item(line, indent)
    }

    /// A term of a glossary, without its classifier.
    fn term(&mut self, line: Line<'s>, indent: usize) -> bool {
        self.leave(indent);
        let is_term = |body: &Body| body.terms && body.indent == indent;
        if !self.bodies.last().is_some_and(is_term) {
            return false;
        }
        let text = line.trimmed();
        let length = text.find(" : ").unwrap_or(text.len());
        let quoted = self.quoted();
        let content = line.content(indent);
        self.blocks
            .line(Span::new(content.start, content.start + length));
        self.blocks.flush_term(quoted);
        self.enter_below(indent, false);
        self.at += 1;
        true
    }

    /// The level of a title: signs get theirs in the order in which they first come.
    fn level(&mut self, title: &title::Title) -> u8 {
        let written = (title.sign, title.above.is_some());
        let known = self.titles.iter().position(|known| *known == written);
        let level = known.unwrap_or_else(|| {
            self.titles.push(written);
            self.titles.len() - 1
        });
        u8::try_from(level + 1).unwrap_or(u8::MAX)
    }

    /// List items, fields, options, line blocks.
    fn item(&mut self, line: Line<'s>, indent: usize) -> bool {
        let text = line.trimmed();
        let first = marker(text);
        if first > 0 {
            self.belong(indent);
            let mut prefix = indent + first;
            self.enter(prefix, false);
            // A list in a list may begin on the same line.
            while let behind @ 1.. = marker(&line.text[prefix..]) {
                prefix += behind;
                self.enter(prefix, false);
            }
            self.text(line, prefix);
            self.indent = prefix;
            return true;
        }
        if let Some(name) = field(text) {
            if !self.began || is_type(text) {
                self.at += 1;
                self.skip_deeper(indent);
                return true;
            }
            self.belong(indent);
            self.enter_below(indent, false);
            self.text(line, indent + name);
            // What goes on below is indented by any width.
            let goes_on = |next: &&Line<'_>| !next.is_blank() && next.indent() > indent;
            if let Some(next) = self.lines.get(self.at).filter(goes_on) {
                self.indent = next.indent();
            }
            return true;
        }
        if text.starts_with("| ") {
            self.belong(indent);
            let quoted = self.quoted();
            self.began = true;
            self.blocks
                .block(line.content(indent + 2), SegmentKind::Text, quoted);
            self.at += 1;
            return true;
        }
        if let Some(described) = option(text) {
            self.belong(indent);
            self.enter_below(indent, false);
            self.at += 1;
            if described < text.len() {
                self.at -= 1;
                self.text(line, indent + described);
                self.indent = indent + described;
            }
            return true;
        }
        false
    }

    /// Passes what is indented deeper than `indent`, and blank lines between.
    fn skip_deeper(&mut self, indent: usize) {
        let mut end = self.at;
        for (index, line) in self.lines.iter().enumerate().skip(self.at) {
            if line.is_blank() {
                continue;
            }
            if line.indent() <= indent {
                break;
            }
            end = index + 1;
        }
        self.at = end;
    }

    /// Passes the literal block behind a paragraph: indented, or quoted by a sign.
    fn skip_literal(&mut self, indent: usize) {
        let from = self.at;
        self.skip_deeper(indent);
        if self.at > from {
            return;
        }
        let blank = self.lines[from..].iter().take_while(|line| line.is_blank());
        let start = from + blank.count();
        let sign = |line: &Line<'_>| line.trimmed().chars().next();
        let Some(first) = self.lines.get(start).and_then(sign) else {
            return;
        };
        if first.is_ascii_punctuation() && !matches!(first, '.' | '*' | '-' | '+' | '`' | ':') {
            let quoted = self.lines[start..]
                .iter()
                .take_while(|line| sign(line) == Some(first));
            self.at = start + quoted.count();
        }
    }

    /// How far the next line below is indented, if it is deeper than `indent`.
    fn body_indent(&self, indent: usize) -> Option<usize> {
        let below = self.lines.get(self.at..)?;
        let next = below.iter().find(|line| !line.is_blank())?;
        (next.indent() > indent).then(|| next.indent())
    }

    fn enter_below(&mut self, indent: usize, quoted: bool) {
        let below = self.lines.get(self.at + 1..).unwrap_or_default();
        let next = below.iter().find(|line| !line.is_blank());
        if let Some(next) = next.filter(|next| next.indent() > indent) {
            self.enter(next.indent(), quoted);
        }
    }

    fn enter(&mut self, indent: usize, quoted: bool) {
        let quoted = quoted || self.quoted();
        self.bodies.push(Body {
            indent,
            quoted,
            terms: false,
        });
    }

    /// Leaves the bodies that a line of that indentation does not belong to.
    fn leave(&mut self, indent: usize) {
        while self.bodies.last().is_some_and(|body| body.indent > indent) {
            self.bodies.pop();
        }
    }

    /// Goes to the body that a line of that indentation belongs to. One that is deeper
    /// than all of them is a quotation.
    fn belong(&mut self, indent: usize) {
        self.leave(indent);
        if indent > self.bodies.last().map_or(0, |body| body.indent) {
            self.enter(indent, true);
        }
    }

    fn quoted(&self) -> bool {
        self.bodies.last().is_some_and(|body| body.quoted)
    }

    fn flush(&mut self) {
        let quoted = self.quoted();
        self.blocks.flush(SegmentKind::Text, quoted);
    }
}

/// Whether a field has a type as its value: `:rtype: str`, `:type name: str`.
fn is_type(field: &str) -> bool {
    let name = field[1..].split([':', ' ']).next().unwrap_or_default();
    matches!(name, "type" | "rtype" | "vartype" | "kwtype" | "paramtype")
}

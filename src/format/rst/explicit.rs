//! What begins with two dots in reStructuredText: directives with their arguments, options
//! and bodies, targets, footnotes, comments.

use super::super::lines::Line;
use super::directives::{self, Directive};
use super::markers::{directive, field};
use super::{Reader, tables};
use crate::document::SegmentKind;
use crate::text::span::Span;

impl<'s> Reader<'_, 's> {
    /// What begins with `.. `: a directive, a target, a footnote, or a comment.
    pub(super) fn explicit(&mut self, line: Line<'s>, indent: usize, rest: &str) {
        let start = line.span.start + line.text.len() - line.text.trim_start().len();
        if rest.starts_with('_') || rest.starts_with('|') {
            self.at += 1;
            self.skip_deeper(indent);
        } else if let Some(label) = rest.strip_prefix('[').and_then(|rest| rest.find("] ")) {
            let prefix = line.text.len() - line.text.trim_start().len();
            let before = line.text[prefix..].find('[').unwrap_or(0);
            self.belong(indent);
            self.enter_below(indent, false);
            self.text(line, prefix + before + 1 + label + 2);
            self.indent = self.body_indent(indent).unwrap_or(indent);
        } else if let Some((name, argument)) = directive(rest) {
            let argument = line.text.trim_end().len() - argument.len();
            self.directive(line, indent, directives::of(name), argument);
        } else {
            self.blocks.comment(rest, Span::new(start, line.span.end));
            self.at += 1;
            // A comment of one line and a blank one has no body.
            if !rest.is_empty() || !self.lines.get(self.at).is_none_or(Line::is_blank) {
                self.skip_deeper(indent);
            }
        }
    }

    fn directive(&mut self, line: Line<'s>, indent: usize, kind: Directive, argument: usize) {
        self.belong(indent);
        let quoted = kind == Directive::Quotation || self.quoted();
        let argument = match kind {
            Directive::Version => {
                let text = &line.text[argument.min(line.text.len())..];
                argument + text.find(' ').map_or(text.len(), |at| at + 1)
            }
            _ => argument,
        };
        let content = line.content(argument);
        self.at += 1;
        match kind {
            Directive::Prose | Directive::Version | Directive::Quotation | Directive::Glossary => {
                self.blocks.line(content);
            }
            _ => self.argument(content, indent, kind, quoted),
        }
        let delimiter = self.options(indent, quoted);
        match kind {
            Directive::Opaque => {
                self.skip_deeper(indent);
                return;
            }
            Directive::Values => {
                let from = self.at;
                self.skip_deeper(indent);
                tables::values(&self.lines[from..self.at], delimiter, &mut self.blocks);
                return;
            }
            _ => {}
        }
        self.began = true;
        let body = self.body_indent(indent).unwrap_or(indent + 3);
        self.indent = body;
        self.enter(body, quoted);
        if let Some(body) = self.bodies.last_mut() {
            body.terms = kind == Directive::Glossary;
        }
        if self.lines.get(self.at).is_none_or(Line::is_blank) {
            self.flush();
        }
    }

    /// The argument of a directive, which goes on up to its options or a blank line.
    fn argument(&mut self, content: Span, indent: usize, kind: Directive, quoted: bool) {
        let kind = match kind {
            Directive::Headed => Some(SegmentKind::Heading(6)),
            Directive::Captioned | Directive::Values => Some(SegmentKind::Caption),
            _ => None,
        };
        if content.is_empty() {
            return;
        }
        self.blocks.line(content);
        while let Some(line) = self.lines.get(self.at).copied()
            && line.indent() > indent
            && !line.is_blank()
            && field(line.trimmed()).is_none()
        {
            self.blocks.line(line.content(line.indent()));
            self.at += 1;
        }
        match kind {
            Some(kind) => self.blocks.flush(kind, quoted),
            None => self.blocks.drop_block(),
        }
    }

    /// The options below a directive: captions and texts that stand for images are prose.
    /// What parts the values of a table.
    fn options(&mut self, indent: usize, quoted: bool) -> char {
        let mut delimiter = ',';
        while let Some(line) = self.lines.get(self.at).copied()
            && line.indent() > indent
            && let Some(name) = field(line.trimmed())
            && self.blocks.is_empty()
        {
            let from = self.at;
            self.at += 1;
            // Its value goes on in lines that are indented deeper.
            while let Some(next) = self.lines.get(self.at)
                && next.indent() > line.indent()
                && !next.is_blank()
            {
                self.at += 1;
            }
            let value = &line.trimmed()[name..];
            let kind = match line.trimmed()[..name].trim_end() {
                ":alt:" => SegmentKind::ImageText,
                ":caption:" => SegmentKind::Caption,
                ":delim:" => {
                    delimiter = tables::delimiter(value);
                    continue;
                }
                ":header:" => {
                    let header = Line {
                        text: value,
                        span: line.content(line.indent() + name),
                    };
                    tables::values(&[header], delimiter, &mut self.blocks);
                    continue;
                }
                _ => continue,
            };
            self.blocks.line(line.content(line.indent() + name));
            for next in &self.lines[from + 1..self.at] {
                self.blocks.line(next.content(next.indent()));
            }
            self.blocks.flush(kind, quoted);
        }
        delimiter
    }
}

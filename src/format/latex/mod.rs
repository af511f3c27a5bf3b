//! LaTeX: text between commands. What a command does with its arguments is in
//! `commands`, what an environment holds in `environments`; those that are not known
//! there are left alone with all that is in them, as are the preamble, formulas and
//! verbatim text.

use super::lines::near;
use super::templates::hide_in;
use crate::document::{
    AreaKind, Directive, Document, Draft, Format, Markup, Part, SegmentKind, front_matter,
};
use crate::text::span::Span;

mod apply;
mod arguments;
mod commands;
mod environments;
mod language;
#[cfg(test)]
mod tests;

/// The LaTeX format.
#[derive(Debug)]
pub(super) struct Latex;

use environments::Declared;

/// How deep groups nest before the rest is left alone.
const DEEPEST: usize = 200;

impl Format for Latex {
    fn name(&self) -> &'static str {
        "latex"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["tex", "ltx", "latex"]
    }

    fn markup(&self) -> Markup {
        Markup::Latex
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        let mut reader = Reader {
            source,
            end: body_end(source),
            at: front_matter::body(source),
            part: Part::new(source, Markup::Latex),
            draft: Draft::default(),
            groups: Vec::new(),
            kind: SegmentKind::Text,
            quotes: 0,
            tables: 0,
            declared: Declared::of(source),
        };
        reader.preamble();
        if language::is_foreign(source) {
            reader.part.leave();
            reader.pass_language();
        }
        while reader.at < reader.end {
            reader.step();
        }
        while let Some(group) = reader.groups.pop() {
            reader.close(group);
        }
        reader.flush();
        reader
            .part
            .directives
            .sort_by_key(|directive| directive.span);
        let Reader { mut part, .. } = reader;
        // A command inside says that the braces are LaTeX's.
        hide_in(&mut part, |template| !template.contains('\\'));
        Document::of(part)
    }
}

/// What the end of a group does.
enum Group {
    /// Nothing: braces, or markup around words.
    Plain,
    /// An area ends, which starts at that place of the draft.
    Area(usize, AreaKind),
    /// A block of another kind than text ends; `fixed` if it takes no other words.
    Block { fixed: bool },
    /// A block of its own ends; this is the one around it, and its kind.
    Aside(Draft, SegmentKind),
}

struct Reader<'s> {
    source: &'s str,
    end: usize,
    at: usize,
    part: Part<'s>,
    draft: Draft,
    groups: Vec<Group>,
    kind: SegmentKind,
    quotes: usize,
    tables: usize,
    declared: Declared<'s>,
}

impl<'s> Reader<'s> {
    fn rest(&self) -> &'s str {
        &self.source[self.at..self.end]
    }

    /// Passes what stands before the document's body; its title is prose.
    fn preamble(&mut self) {
        const BODY: &str = "\\begin{document}";
        let Some(length) = self.rest().find(BODY) else {
            return;
        };
        let body = self.at + length;
        let mut at = self.at;
        for line in self.source[self.at..body].split_inclusive('\n') {
            if let Some(comment) = line.trim().strip_prefix('%') {
                let span = Span::new(at, at + line.trim_end().len());
                let inside = comment.trim_start_matches('%');
                self.part.directives.extend(Directive::parse(inside, span));
            } else if line.trim_start().starts_with("\\title{") {
                let whole = self.end;
                self.at = at + line.find('\\').unwrap_or(0);
                self.end = body;
                self.step();
                while self.at < self.end && !self.groups.is_empty() {
                    self.step();
                }
                self.groups.clear();
                self.flush();
                self.kind = SegmentKind::Text;
                self.end = whole;
            }
            at += line.len();
        }
        self.at = body + BODY.len();
    }

    fn step(&mut self) {
        let rest = self.rest();
        let plain = rest
            .find(|c: char| {
                c.is_ascii_whitespace()
                    || matches!(
                        c,
                        '\\' | '%'
                            | '{'
                            | '}'
                            | '$'
                            | '&'
                            | '~'
                            | '-'
                            | '`'
                            | '\''
                            | '#'
                            | '^'
                            | '_'
                    )
                    || self.declared.is_short_verb(c)
            })
            .unwrap_or(rest.len());
        if plain > 0 {
            self.verbatim(plain);
            return;
        }
        if let Some(length) = self.short_verb(rest) {
            self.object(length);
            return;
        }
        let run = |sign: char| rest.len() - rest.trim_start_matches(sign).len();
        match rest.as_bytes()[0] {
            b'\\' => self.command(),
            b'%' => self.comment(),
            b'{' => self.open(1, Group::Plain),
            b'}' => {
                self.at += 1;
                if let Some(group) = self.groups.pop() {
                    self.close(group);
                }
            }
            b'$' => self.formula(),
            b'&' => self.hard_break(1),
            b'~' => self.decoded("\u{a0}", 1),
            b'-' => match run('-') {
                3 => self.decoded("—", 3),
                2 => self.decoded("–", 2),
                _ => self.verbatim(1),
            },
            b'`' if run('`') >= 2 => self.decoded("“", 2),
            b'\'' if run('\'') >= 2 => self.decoded("”", 2),
            b'`' | b'\'' => self.verbatim(1),
            b'#' | b'^' | b'_' => self.object(1),
            c if c.is_ascii_whitespace() => self.white_space(),
            _ => self.verbatim(1),
        }
    }

    /// The length of code between two signs that the document made to mean it.
    fn short_verb(&self, rest: &str) -> Option<usize> {
        let sign = rest.chars().next()?;
        if !self.declared.is_short_verb(sign) {
            return None;
        }
        let line = rest.split('\n').next()?;
        let inside = line[sign.len_utf8()..].find(sign)?;
        Some(inside + 2 * sign.len_utf8())
    }

    fn verbatim(&mut self, length: usize) {
        let span = self.take(length);
        self.draft.verbatim(self.source, span);
    }

    fn decoded(&mut self, text: &str, length: usize) {
        let span = self.take(length);
        self.draft.decoded(text, span);
    }

    fn object(&mut self, length: usize) {
        let span = self.take(length);
        self.draft.object(span);
    }

    fn hard_break(&mut self, length: usize) {
        let span = self.take(length);
        self.draft.hard_break(span);
    }

    /// The next so many bytes, up to the end of a letter.
    fn take(&mut self, length: usize) -> Span {
        let start = self.at;
        let mut end = (start + length).min(self.end);
        while !self.source.is_char_boundary(end) {
            end += 1;
        }
        self.at = end;
        Span::new(start, end)
    }

    /// White space reads as one space; a blank line ends the block.
    fn white_space(&mut self) {
        let rest = self.rest();
        let blank = rest
            .find(|c: char| !c.is_ascii_whitespace())
            .unwrap_or(rest.len());
        let space = &rest[..blank];
        let start = self.at;
        self.at += blank;
        if space.matches('\n').count() > 1 {
            self.flush();
        } else if self.draft.is_empty() || self.draft.text().ends_with([' ', '\n', '\u{a0}']) {
            // Nothing to part.
        } else if space == " " {
            self.draft
                .verbatim(self.source, Span::new(start, start + 1));
        } else {
            let newline = Span::new(start, start + 1);
            self.draft.soft_break(self.source, newline, self.at);
        }
    }

    /// A comment reaches over the end of its line and the spaces behind.
    fn comment(&mut self) {
        let start = self.at;
        let rest = self.rest();
        let length = rest.find('\n').unwrap_or(rest.len());
        let inside = rest[..length].trim_start_matches('%');
        let span = Span::new(start, start + rest[..length].trim_end().len());
        self.part.directives.extend(Directive::parse(inside, span));
        let behind = &rest[length..];
        let behind = behind.strip_prefix('\n').unwrap_or(behind);
        let behind = behind.trim_start_matches([' ', '\t']);
        if behind.starts_with(['\n', '\r']) {
            // The blank line behind it ends the block.
            self.at += length;
            return;
        }
        self.at = self.end - behind.len();
        let parted = self.draft.is_empty() || self.draft.text().ends_with([' ', '\n']);
        if !parted {
            self.draft.object(Span::new(start, self.at));
        }
    }

    fn formula(&mut self) {
        let rest = self.rest();
        let mark = if rest.starts_with("$$") { "$$" } else { "$" };
        let inner = near(&rest[mark.len()..]);
        let mut from = 0;
        let close = loop {
            let Some(at) = inner[from..].find(mark).map(|at| at + from) else {
                break None;
            };
            if !inner[..at].ends_with('\\') {
                break Some(at);
            }
            from = at + mark.len();
        };
        let paragraph = inner.find("\n\n").unwrap_or(inner.len());
        match close.filter(|close| *close <= paragraph) {
            Some(close) => self.object(close + 2 * mark.len()),
            None => self.object(mark.len()),
        }
    }

    /// Goes into the braces behind a command of that length.
    fn wrap(&mut self, length: usize, group: impl FnOnce(&Draft) -> Group) {
        if self.rest()[length..].starts_with('{') {
            let group = group(&self.draft);
            self.open(length + 1, group);
        } else {
            self.object(length);
        }
    }

    fn open(&mut self, length: usize, group: Group) {
        if self.groups.len() < DEEPEST {
            self.at += length;
            self.groups.push(group);
        } else {
            self.object(length);
        }
    }

    fn close(&mut self, group: Group) {
        match group {
            Group::Plain => {}
            Group::Area(from, kind) => self.draft.area(from, kind),
            Group::Block { fixed } => {
                if fixed {
                    self.draft.area(0, AreaKind::Fixed);
                }
                self.flush();
                self.kind = SegmentKind::Text;
            }
            Group::Aside(around, kind) => {
                self.push();
                self.draft = around;
                self.kind = kind;
            }
        }
    }

    fn block_end(&mut self, length: usize) {
        self.flush();
        self.at += length;
    }

    /// Ends a block; the areas around go on in the next.
    fn flush(&mut self) {
        let within = |group: &&mut Group| !matches!(group, Group::Aside(..));
        for group in self.groups.iter_mut().rev().take_while(within) {
            match group {
                Group::Area(from, kind) => {
                    self.draft.area(*from, *kind);
                    *from = 0;
                }
                Group::Block { fixed: true } => self.draft.area(0, AreaKind::Fixed),
                _ => {}
            }
        }
        self.push();
    }

    fn push(&mut self) {
        let kind = self.kind.in_table(self.tables > 0);
        self.part.push(&mut self.draft, kind, self.quotes > 0);
    }
}

/// Where the document ends.
fn body_end(source: &str) -> usize {
    source.find("\n\\end{document}").unwrap_or(source.len())
}

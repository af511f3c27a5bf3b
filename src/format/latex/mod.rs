//! LaTeX: text between commands. What a command does with its arguments is in
//! `commands`; those that are not known there are left alone with all of them, as
//! are the preamble, formulas and verbatim text.

use super::lines::near;
use crate::document::{AreaKind, Directive, Document, Draft, Format, Markup, Part, SegmentKind};
use crate::text::position::BYTE_ORDER_MARK;
use crate::text::span::Span;

mod commands;
#[cfg(test)]
mod tests;

use commands::{Command, Environment};

/// The LaTeX format.
#[derive(Debug)]
pub(super) struct Latex;

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
            at: if source.starts_with(BYTE_ORDER_MARK) {
                BYTE_ORDER_MARK.len()
            } else {
                0
            },
            part: Part::new(source, Markup::Latex),
            draft: Draft::default(),
            groups: Vec::new(),
            kind: SegmentKind::Text,
            quotes: 0,
        };
        reader.preamble();
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
        Document::of(reader.part)
    }
}

/// What the end of a group does.
enum Group {
    /// Nothing: braces, or markup around words.
    Plain,
    /// An area ends, which starts at that place of the draft.
    Area(usize, AreaKind),
    /// A block of another kind than text ends.
    Block,
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
            })
            .unwrap_or(rest.len());
        if plain > 0 {
            self.verbatim(plain);
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
            _ => self.white_space(),
        }
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

    fn command(&mut self) {
        let rest = self.rest();
        let name = rest[1..]
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(rest.len() - 1);
        if name == 0 {
            self.sign(&rest[1..]);
            return;
        }
        let length = 1 + name;
        let name = &rest[1..length];
        let length = length + usize::from(rest[length..].starts_with('*'));
        match commands::of(name) {
            Command::Begin => self.begin(length),
            Command::End => {
                let (length, name) = self.named(length);
                if commands::environment(name) == Environment::Quotation {
                    self.flush();
                    self.quotes = self.quotes.saturating_sub(1);
                }
                self.block_end(length);
            }
            Command::Verb => self.verb(length),
            Command::Wrap => self.wrap(length, |_| Group::Plain),
            Command::Area(kind) => self.wrap(length, |draft| Group::Area(draft.position(), kind)),
            Command::Linked => {
                let length = length + group_length(&rest[length..], '{', '}');
                self.wrap(length, |draft| {
                    Group::Area(draft.position(), AreaKind::LinkText)
                });
            }
            Command::Block(kind) => {
                self.flush();
                let length = length + options_length(&rest[length..]);
                self.wrap(length, |_| Group::Block);
                if matches!(self.groups.last(), Some(Group::Block)) {
                    self.kind = kind;
                }
            }
            Command::Aside => {
                let length = length + options_length(&rest[length..]);
                if rest[length..].starts_with('{') && self.groups.len() < DEEPEST {
                    let around = std::mem::take(&mut self.draft);
                    let kind = std::mem::replace(&mut self.kind, SegmentKind::Text);
                    self.at += length + 1;
                    self.groups.push(Group::Aside(around, kind));
                } else {
                    self.object(length);
                }
            }
            Command::Break => {
                let length = length + options_length(&rest[length..]);
                self.block_end(length);
            }
            Command::Switch => {
                let behind = &rest[length..];
                self.at += length + behind.len() - behind.trim_start_matches(' ').len();
            }
            Command::Text(text) => {
                let braces = usize::from(rest[length..].starts_with("{}")) * 2;
                self.decoded(text, length + braces);
            }
            Command::Opaque => self.object(length + arguments_length(&rest[length..])),
        }
    }

    /// A command of one sign: `\&`, `\\`, `\(`, an accent.
    fn sign(&mut self, behind: &str) {
        let until = |close: &str| {
            let length = near(behind).find(close);
            length.map_or(2, |length| 1 + length + close.len())
        };
        match behind.chars().next() {
            Some('&' | '%' | '$' | '#' | '_' | '{' | '}') => {
                let text = &behind[..1];
                self.decoded(text, 2);
            }
            Some('\\') => {
                let options = behind[1..].trim_start_matches('*');
                let length = behind.len() - options.len() + options_length(options);
                self.hard_break(1 + length);
            }
            Some('(') => self.object(until("\\)")),
            Some('[') => self.object(until("\\]")),
            Some('-') => self.decoded("\u{ad}", 2),
            Some(',' | ' ' | ';' | ':') => self.decoded(" ", 2),
            Some('@' | '/' | '!') => self.at += 2,
            Some(c) if c.is_ascii() => {
                let argument = group_length(&behind[1..], '{', '}');
                self.object(2 + argument.max(usize::from(argument == 0)));
            }
            _ => self.object(1),
        }
    }

    /// The name in braces behind a command of that length, and the length with it.
    fn named(&self, length: usize) -> (usize, &'s str) {
        let rest = &self.rest()[length..];
        let group = group_length(rest, '{', '}');
        let name = rest[..group].trim_matches(['{', '}', ' ', '*']);
        (length + group, name)
    }

    fn begin(&mut self, length: usize) {
        let (length, name) = self.named(length);
        let rest = &self.rest()[length..];
        let close = || {
            let stars = [format!("\\end{{{name}}}"), format!("\\end{{{name}*}}")];
            let ends = stars
                .iter()
                .filter_map(|end| Some(rest.find(end)? + end.len()));
            ends.min().unwrap_or(rest.len())
        };
        match commands::environment(name) {
            Environment::Formula => self.object(length + close()),
            Environment::Opaque => self.block_end(length + close()),
            Environment::Quotation => {
                self.block_end(length + options_length(rest));
                self.quotes += 1;
            }
            Environment::Prose => self.block_end(length + options_length(rest)),
            Environment::Table => self.block_end(length + arguments_length(rest)),
        }
    }

    /// `\verb|…|`, and `\lstinline{…}` with its options.
    fn verb(&mut self, length: usize) {
        let rest = &self.rest()[length..];
        let options = options_length(rest);
        let inner = &rest[options..];
        let group = arguments_length(inner);
        let length = length + options + group;
        let behind = &inner[group..];
        let sign = behind
            .chars()
            .next()
            .filter(|c| !c.is_whitespace() && !c.is_alphanumeric());
        let verb = sign.filter(|_| group == 0).and_then(|sign| {
            let from = sign.len_utf8();
            let line = behind.find('\n').unwrap_or(behind.len());
            let close = behind[from..line.max(from)].find(sign)?;
            Some(from + close + from)
        });
        self.object(length + verb.unwrap_or(0));
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
            Group::Block => {
                self.flush();
                self.kind = SegmentKind::Text;
            }
            Group::Aside(around, kind) => {
                self.flush();
                self.draft = around;
                self.kind = kind;
            }
        }
    }

    fn block_end(&mut self, length: usize) {
        self.flush();
        self.at += length;
    }

    fn flush(&mut self) {
        for group in &mut self.groups {
            if let Group::Area(from, kind) = group {
                self.draft.area(*from, *kind);
                *from = 0;
            }
        }
        self.part.push(&mut self.draft, self.kind, self.quotes > 0);
    }
}

/// Where the document ends.
fn body_end(source: &str) -> usize {
    source.find("\n\\end{document}").unwrap_or(source.len())
}

/// The length of a group with its marks; 0 if there is none, or no end of it.
fn group_length(text: &str, open: char, close: char) -> usize {
    if !text.starts_with(open) {
        return 0;
    }
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, c) in near(text).char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == open => depth += 1,
            c if c == close => {
                depth -= 1;
                if depth == 0 {
                    return at + c.len_utf8();
                }
            }
            _ => {}
        }
    }
    0
}

fn options_length(text: &str) -> usize {
    group_length(text, '[', ']')
}

/// The length of all arguments, in brackets or in braces.
fn arguments_length(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        match options_length(rest).max(group_length(rest, '{', '}')) {
            0 => return at,
            length => at += length,
        }
    }
}

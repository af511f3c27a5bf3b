//! What the reader does at a command: goes into its argument, or passes it.

use super::super::lines::near;
use super::arguments::{
    OTHER_LETTERS, arguments_length, definition_length, group_length, name, never_length,
    options_length, overlay_length, scope_length, unknown_arguments_length,
};
use super::commands::{self, Command};
use super::environments::Environment;
use super::language::is_other;
use super::{DEEPEST, Group, Reader};
use crate::document::{AreaKind, SegmentKind};

impl<'s> Reader<'s> {
    pub(super) fn command(&mut self) {
        let rest = self.rest();
        let name = name(rest);
        let length = 1 + name.len();
        if name.is_empty() {
            self.sign(&rest[1..]);
            return;
        }
        let length = length + usize::from(rest[length..].starts_with('*'));
        match commands::of(name) {
            Command::Begin => self.begin(length),
            Command::End => {
                let (length, name) = self.named(length);
                self.block_end(length);
                match self.declared.environment(name) {
                    Environment::Quotation => self.quotes = self.quotes.saturating_sub(1),
                    Environment::Table => self.tables = self.tables.saturating_sub(1),
                    _ => {}
                }
            }
            Command::Verb => self.verb(length),
            Command::Wrap => self.wrap(length, |_| Group::Plain),
            Command::Area(kind) => self.wrap(length, |draft| Group::Area(draft.position(), kind)),
            Command::Linked => {
                let length = length + group_length(&rest[length..]);
                self.wrap(length, |draft| {
                    Group::Area(draft.position(), AreaKind::LinkText)
                });
            }
            Command::Named => {
                let length = length + group_length(&rest[length..]);
                self.wrap(length, |_| Group::Plain);
            }
            Command::Block(kind) => {
                self.flush();
                self.block(length, kind);
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
            Command::Break => self.block_end(length + options_length(&rest[length..])),
            Command::Item => {
                let length = length + overlay_length(&rest[length..]);
                self.block_end(length);
                self.term(options_length(&rest[length..]));
            }
            Command::Typewriter => {
                self.object(length + scope_length(&rest[length..], &OTHER_LETTERS));
            }
            Command::Language => {
                let (length, name) = self.named(length);
                self.object(length);
                if is_other(name) {
                    self.pass_language();
                }
            }
            Command::Definition => self.object(length + definition_length(&rest[length..])),
            Command::Never => self.object(length + never_length(&rest[length..])),
            Command::Compare => {
                let never = rest[length..].trim_start_matches(' ').starts_with('0');
                let behind = if never {
                    never_length(&rest[length..])
                } else {
                    0
                };
                self.object(length + behind);
            }
            Command::Switch => {
                let behind = &rest[length..];
                self.at += length + behind.len() - behind.trim_start_matches(' ').len();
            }
            Command::Text(text) => {
                let braces = usize::from(rest[length..].starts_with("{}")) * 2;
                self.decoded(text, length + braces);
            }
            Command::Opaque => {
                let length = length + unknown_arguments_length(&rest[length..]);
                self.object(length + barred_length(&rest[length..]));
            }
        }
    }

    /// Passes what is in another language, up to where the next one is set.
    pub(super) fn pass_language(&mut self) {
        self.part.foreign = true;
        let length = scope_length(self.rest(), &["selectlanguage"]);
        if self.groups.is_empty() {
            self.block_end(length);
        } else {
            self.object(length);
        }
    }

    /// Reads the options of so many bytes as the name of what is defined behind them.
    fn term(&mut self, options: usize) {
        if options == 0 {
            return;
        }
        let behind = self.at + options;
        let whole = std::mem::replace(&mut self.end, behind - 1);
        self.at += 1;
        while self.at < self.end {
            self.step();
        }
        self.draft.area(0, AreaKind::Term);
        self.flush();
        (self.at, self.end) = (behind, whole);
    }

    /// Goes into the braces that hold a block, behind a command of that length. One that
    /// has a short form for other places stays as it is, since both say the same.
    fn block(&mut self, length: usize, kind: SegmentKind) {
        let rest = self.rest();
        let length = length + overlay_length(&rest[length..]);
        let short = options_length(&rest[length..]);
        let depth = self.groups.len();
        self.wrap(length + short, |_| Group::Block { fixed: short > 0 });
        if self.groups.len() > depth {
            self.kind = kind;
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
                let argument = group_length(&behind[1..]);
                self.object(2 + argument.max(usize::from(argument == 0)));
            }
            _ => self.object(1),
        }
    }

    /// The name in braces behind a command of that length, and the length with it.
    fn named(&self, length: usize) -> (usize, &'s str) {
        let rest = near(&self.rest()[length..]);
        let group = group_length(rest);
        let name = rest[..group].trim_matches(['{', '}', ' ', '*']);
        (length + group, name)
    }

    fn begin(&mut self, length: usize) {
        let (length, name) = self.named(length);
        let rest = &self.rest()[length..];
        let body = || body_length(rest, name);
        match self.declared.environment(name) {
            Environment::Formula => self.object(length + body()),
            Environment::Verbatim => self.block_end(length + verbatim_length(rest, name)),
            Environment::Opaque => self.block_end(length + body()),
            Environment::Quotation => {
                self.block_end(length + options_length(rest));
                self.quotes += 1;
            }
            Environment::Prose => self.block_end(length + arguments_length(rest)),
            Environment::Titled => {
                self.flush();
                let overlay = overlay_length(rest);
                let options = overlay + options_length(&rest[overlay..]);
                self.at += length + options;
                if rest[options..].starts_with('{') {
                    self.block(0, SegmentKind::Heading(6));
                }
            }
            Environment::Table => {
                let arguments = arguments_length(rest);
                // A column can be in a typewriter's letters.
                if rest[..arguments].contains("\\tt") {
                    self.block_end(length + body());
                } else {
                    self.block_end(length + arguments);
                    self.tables += 1;
                }
            }
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
}

/// The length of what a command that is not known has between bars, as `\verb` does.
fn barred_length(text: &str) -> usize {
    let line = text.split('\n').next().unwrap_or_default();
    let inside = line.strip_prefix('|').and_then(|rest| rest.find('|'));
    inside.map_or(0, |inside| inside + 2)
}

/// The length of the body of a verbatim environment, with its end.
fn verbatim_length(text: &str, name: &str) -> usize {
    ends(text, name).next().unwrap_or(text.len())
}

/// The length of the body of an environment with its end; those of its name inside it
/// have theirs.
fn body_length(text: &str, name: &str) -> usize {
    let begin = format!("\\begin{{{name}");
    let is_begin = |(at, _): &(usize, &str)| text[at + begin.len()..].starts_with(['}', '*']);
    let begins = text.match_indices(&begin).filter(is_begin);
    let mut begins = begins.map(|(at, _)| at).peekable();
    let mut open = 1_usize;
    for end in ends(text, name) {
        while begins.next_if(|begin| *begin < end).is_some() {
            open += 1;
        }
        open -= 1;
        if open == 0 {
            return end;
        }
    }
    text.len()
}

/// Where environments of that name end, behind the command.
fn ends<'t>(text: &'t str, name: &str) -> impl Iterator<Item = usize> + 't {
    let end = format!("\\end{{{name}");
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += text[at..].find(&end)? + end.len();
            let rest = &text[at..];
            let closes = ["}", "*}"]
                .into_iter()
                .find(|close| rest.starts_with(close));
            if let Some(close) = closes {
                return Some(at + close.len());
            }
        }
    })
}

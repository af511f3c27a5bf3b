//! What the reader does at a command: goes into its argument, or passes it.

use super::super::lines::near;
use super::arguments::{arguments_length, group_length, options_length};
use super::commands::{self, Command, Environment};
use super::{DEEPEST, Group, Reader};
use crate::document::{AreaKind, SegmentKind};

impl<'s> Reader<'s> {
    pub(super) fn command(&mut self) {
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
}

//! Comments in code, told apart from what only looks like one inside a string, a
//! regular expression, a here document. In doubt a stretch is code: a comment that
//! is not read costs a finding, a string that is rewritten breaks a program.

use super::languages::{Language, Quirk};
use super::strings::{block, heredoc, percent, raw_cpp, regex, rust_string, string, verbatim};
use crate::text::span::Span;

/// A comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Comment {
    /// Its words, without the signs around.
    pub(super) inside: Span,
    /// The signs too.
    pub(super) whole: Span,
    /// Whether it ends with its line.
    pub(super) is_line: bool,
    /// Whether nothing stands before it on its line.
    pub(super) is_alone: bool,
}

/// Where a scan stands.
struct Scanner<'s> {
    source: &'s str,
    language: &'s Language,
    at: usize,
    /// The last sign of code that is no space.
    last: Option<char>,
    found: Vec<Comment>,
    /// Marks of here documents whose text begins with the next line.
    heredocs: Vec<String>,
}

/// The comments of a source.
pub(super) fn comments(source: &str, language: &Language) -> Vec<Comment> {
    let mut scanner = Scanner {
        source,
        language,
        at: 0,
        last: None,
        found: Vec::new(),
        heredocs: Vec::new(),
    };
    if source.starts_with('\u{feff}') {
        scanner.at = '\u{feff}'.len_utf8();
    }
    if scanner.rest().starts_with("#!") && !scanner.rest().starts_with("#![") {
        scanner.skip_line();
    }
    if scanner.has(Quirk::Php) {
        scanner.skip_to("<?");
    }
    while scanner.at < source.len() {
        scanner.step();
    }
    scanner.found
}

impl<'s> Scanner<'s> {
    fn rest(&self) -> &'s str {
        &self.source[self.at..]
    }

    fn has(&self, quirk: Quirk) -> bool {
        self.language.quirks.contains(&quirk)
    }

    fn step(&mut self) {
        let rest = self.rest();
        if rest.starts_with('\n') {
            self.newline();
            return;
        }
        if self.comment(rest) || self.odd_string(rest) {
            return;
        }
        if self.has(Quirk::Regex)
            && rest.starts_with('/')
            && self.may_begin()
            && let Some(length) = regex(rest, self.has(Quirk::RubyBlocks))
        {
            self.at += length;
            self.last = Some('/');
            return;
        }
        let quote = self
            .language
            .quotes
            .iter()
            .find(|quote| rest.starts_with(quote.open));
        // `1'000` in C++.
        let parts_digits = self.has(Quirk::RawCpp)
            && rest.starts_with('\'')
            && self.source[..self.at].ends_with(|c: char| c.is_ascii_digit());
        if let Some(quote) = quote.filter(|_| !parts_digits) {
            let start = self.at;
            let length = string(
                rest,
                quote.open.len(),
                quote.close,
                quote.escapes,
                quote.lines,
            );
            self.at += length;
            if quote.open.len() == 3 && self.has(Quirk::Docstrings) {
                self.docstring(Span::new(start, self.at));
            }
            self.last = Some('"');
            return;
        }
        let c = rest.chars().next().unwrap_or(' ');
        if !c.is_whitespace() {
            self.last = Some(c);
        }
        self.at += c.len_utf8();
        if c == '\\' && self.has(Quirk::HashAtWord) {
            self.at += self.rest().chars().next().map_or(0, char::len_utf8);
        }
    }

    fn newline(&mut self) {
        self.at += 1;
        for mark in std::mem::take(&mut self.heredocs) {
            while self.at < self.source.len() {
                let line = self.rest().split('\n').next().unwrap_or_default();
                self.skip_line();
                if line.trim_matches([' ', '\t', '\r', ';', ',', ')']) == mark {
                    break;
                }
            }
        }
        if self.has(Quirk::RubyBlocks) && self.rest().starts_with("=begin") {
            let start = self.at;
            let end = self
                .rest()
                .find("\n=end")
                .map_or(self.source.len(), |end| self.at + end);
            self.skip_line();
            self.add(
                Span::new(self.at.min(end), end),
                Span::new(start, end),
                false,
            );
            self.at = end;
        }
        if self.has(Quirk::YamlText) {
            self.yaml_text();
        }
    }

    /// A comment that begins here.
    fn comment(&mut self, rest: &str) -> bool {
        for (open, close) in self.language.block {
            if rest.starts_with(open) {
                let length = block(rest, open, close, self.language.nests);
                let whole = Span::new(self.at, self.at + length);
                let inside = rest[..length].strip_suffix(close).map_or(length, str::len);
                let inside = Span::new(self.at + open.len(), self.at + inside.max(open.len()));
                self.at = whole.end;
                self.add(inside, whole, false);
                return true;
            }
        }
        let Some(open) = self
            .language
            .line
            .iter()
            .find(|open| rest.starts_with(**open))
        else {
            return false;
        };
        let before = self.source[..self.at].chars().next_back();
        let at_word = before.is_none_or(|c| c.is_whitespace() || c == ';');
        let interpolates = self.has(Quirk::RubyBlocks) && rest.starts_with("#{");
        if *open == "#" && self.has(Quirk::HashAtWord) && !at_word || interpolates {
            return false;
        }
        // A PHP attribute.
        if *open == "#" && rest.starts_with("#[") && self.has(Quirk::Php) {
            return false;
        }
        let line = rest.find('\n').unwrap_or(rest.len());
        let length = rest[..line].trim_end_matches('\r').len();
        let length = match rest[..length].find("?>").filter(|_| self.has(Quirk::Php)) {
            Some(end) => end,
            None => length,
        };
        let signs = rest.len() - rest.trim_start_matches(['/', '#', '-', '!', ';']).len();
        let signs = signs.min(length).max(open.len().min(length));
        let whole = Span::new(self.at, self.at + length);
        self.at = whole.end;
        self.add(Span::new(whole.start + signs, whole.end), whole, true);
        true
    }

    fn add(&mut self, inside: Span, whole: Span, is_line: bool) {
        let line = self.source[..whole.start]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let before = self.source[line..whole.start].trim_start_matches('\u{feff}');
        self.found.push(Comment {
            inside,
            whole,
            is_line,
            is_alone: before.trim().is_empty(),
        });
    }

    /// Strings that are peculiar to a language, here documents, the end of PHP.
    fn odd_string(&mut self, rest: &str) -> bool {
        let length = self.language.quirks.iter().find_map(|quirk| match quirk {
            Quirk::Rust => rust_string(rest, self.last_is_word()),
            Quirk::RawCpp => raw_cpp(rest),
            Quirk::Verbatim => verbatim(rest),
            Quirk::RubyBlocks => percent(rest),
            Quirk::Php => rest
                .starts_with("?>")
                .then(|| rest.find("<?").unwrap_or(rest.len())),
            _ => None,
        });
        if let Some(length) = length {
            self.at += length;
            self.last = Some('"');
            return true;
        }
        if self.has(Quirk::Heredoc)
            && let Some((length, mark)) = heredoc(rest)
        {
            self.heredocs.push(mark);
            self.at += length;
            self.last = Some('"');
            return true;
        }
        false
    }

    fn last_is_word(&self) -> bool {
        let before = self.source[..self.at].chars().next_back();
        before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    }

    /// Whether an expression may begin here, so that a slash divides nothing.
    fn may_begin(&self) -> bool {
        let before = self.source[..self.at].trim_end();
        let word = before
            .rsplit(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or_default();
        match self.last {
            None => true,
            Some(c) if c.is_alphanumeric() => {
                matches!(
                    word,
                    "return"
                        | "typeof"
                        | "case"
                        | "in"
                        | "of"
                        | "if"
                        | "when"
                        | "and"
                        | "or"
                        | "not"
                        | "unless"
                        | "while"
                )
            }
            Some(c) => !matches!(c, ')' | ']' | '}' | '"' | '\'' | '`' | '_' | '$' | '/'),
        }
    }

    /// A string of three marks that stands alone where a body begins.
    fn docstring(&mut self, whole: Span) {
        let line = self.source[..whole.start]
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let before = self.source[line..whole.start].trim();
        let raw = matches!(before, "" | "r" | "R" | "u" | "U" | "\u{feff}");
        let begins = self.last.is_none_or(|last| last == ':')
            || raw && !before.is_empty() && self.code_before(line).is_none_or(|last| last == ':');
        if raw && begins && whole.len() >= 6 {
            let inside = Span::new(whole.start + 3, whole.end - 3);
            self.add(inside, whole, false);
        }
    }

    fn code_before(&self, at: usize) -> Option<char> {
        self.source[..at].trim_end().chars().next_back()
    }

    /// The text below `key: |`, which is indented deeper.
    fn yaml_text(&mut self) {
        let before = self.source[..self.at - 1].trim_end_matches('\r');
        let line = before.rsplit('\n').next().unwrap_or_default();
        let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let bare = line.split(" #").next().unwrap_or_default().trim_end();
        let mark = bare.rsplit(' ').next().unwrap_or_default();
        let opens = mark.starts_with(['|', '>'])
            && mark[1..]
                .bytes()
                .all(|b| matches!(b, b'+' | b'-') || b.is_ascii_digit());
        if !opens {
            return;
        }
        while self.at < self.source.len() {
            let next = self.rest().split('\n').next().unwrap_or_default();
            if !next.trim().is_empty() && indent(next) <= indent(line) {
                break;
            }
            self.skip_line();
        }
    }

    fn skip_line(&mut self) {
        let rest = self.rest();
        self.at += rest.find('\n').map_or(rest.len(), |end| end + 1);
    }

    fn skip_to(&mut self, mark: &str) {
        let rest = self.rest();
        self.at += rest.find(mark).unwrap_or(rest.len());
    }
}

/// Line comments that follow each other, as one; the others by themselves.
pub(super) fn joined(source: &str, comments: &[Comment]) -> Vec<Vec<Comment>> {
    let column = |at: usize| at - source[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let sign = |comment: &Comment| &source[comment.whole.start..comment.inside.start];
    let mut joined: Vec<Vec<Comment>> = Vec::new();
    for comment in comments {
        if let Some(group) = joined.last_mut()
            && let Some(last) = group.last()
            && last.is_line
            && comment.is_line
            && last.is_alone
            && comment.is_alone
            && sign(last) == sign(comment)
            && source[last.whole.end..comment.whole.start]
                .trim()
                .is_empty()
            && source[last.whole.end..comment.whole.start]
                .matches('\n')
                .count()
                == 1
            && column(last.whole.start) == column(comment.whole.start)
        {
            group.push(*comment);
        } else {
            joined.push(vec![*comment]);
        }
    }
    joined
}

//! JavaScript in MDX: statements, expressions in braces, tags of JSX; how long each is.

use crate::document::Directive;
use crate::text::span::Span;

/// How many letters are read in vain for the end of an expression, in all.
const PATIENCE: usize = 4_000_000;

/// How long an expression or a tag may be.
const LONGEST: usize = 20_000;

/// How statements of modules begin that export something.
#[rustfmt::skip]
const EXPORTED: [&str; 8] = ["default ", "const ", "function ", "let ", "async ", "class ", "{", "* "];

/// JavaScript in a source.
pub(in super::super) struct Scripts<'s> {
    source: &'s str,
    patience: usize,
}

impl<'s> Scripts<'s> {
    pub(in super::super) fn new(source: &'s str) -> Self {
        Self {
            source,
            patience: PATIENCE,
        }
    }

    /// The statement that a line starts with.
    pub(in super::super) fn statement(&self, start: usize) -> Option<Span> {
        let text = &self.source[start..];
        let line = text.lines().next()?;
        is_statement(line).then(|| Span::new(start, start + statement(text)))
    }

    /// The expression whose brace stands at `start`, and what its comment asks for.
    pub(in super::super) fn expression(
        &mut self,
        start: usize,
    ) -> Option<(Span, Option<Directive>)> {
        let length = self.bounded(start, expression)?;
        let span = Span::new(start, start + length);
        let inside = self.source[span.range()].trim_matches(['{', '}', '/', '*']);
        Some((span, Directive::parse(inside, span)))
    }

    /// The tag that starts at `start`, and the expressions in it.
    pub(in super::super) fn tag(&mut self, start: usize) -> Option<(Span, Vec<Span>)> {
        let mut expressions = Vec::new();
        let length = self.bounded(start, |text| tag(text, &mut expressions))?;
        let expressions = expressions
            .into_iter()
            .map(|span: Span| span.shifted(start));
        Some((Span::new(start, start + length), expressions.collect()))
    }

    /// What `read` finds at `start`, as long as somebody could have written that.
    fn bounded(&mut self, start: usize, read: impl FnOnce(&str) -> Option<usize>) -> Option<usize> {
        let rest = &self.source[start..];
        let near = &rest[..rest.floor_char_boundary(LONGEST)];
        if self.patience == 0 {
            return Some(rest.len());
        }
        let length = read(near);
        if length.is_none() {
            self.patience = self.patience.saturating_sub(near.len());
        }
        length
    }
}

fn is_statement(line: &str) -> bool {
    let imports =
        line.starts_with("import ") && (line.contains(" from ") || line.contains(['"', '\'', '{']));
    let exported = line.strip_prefix("export ");
    imports || exported.is_some_and(|rest| EXPORTED.iter().any(|what| rest.starts_with(what)))
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

/// The length of an expression with its braces, if it ends.
fn expression(text: &str) -> Option<usize> {
    if let Some(comment) = text.strip_prefix("{/*") {
        return comment.find("*/}").map(|length| length + 6);
    }
    let mut depth = 0_usize;
    let mut quote: Option<char> = None;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
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

/// The length of the tag that `text` begins with, and where in it expressions stand.
fn tag(text: &str, expressions: &mut Vec<Span>) -> Option<usize> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '-' | '.' | ':');
    let past = |at: usize, fits: &dyn Fn(char) -> bool| {
        let rest = &text[at..];
        at + rest.find(|c| !fits(c)).unwrap_or(rest.len())
    };
    let start = 1 + usize::from(text[1..].starts_with('/'));
    if text[start..].starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | ':')) {
        return None;
    }
    let mut at = past(start, &is_name);
    let has_name = at > start;
    loop {
        let next = past(at, &char::is_whitespace);
        let rest = &text[next..];
        if rest.starts_with('>') {
            return Some(next + 1);
        }
        if rest.starts_with("/>") {
            return has_name.then_some(next + 2);
        }
        if rest.starts_with('{') {
            let length = expression(rest)?;
            expressions.push(Span::new(next, next + length));
            at = next + length;
            continue;
        }
        let named = past(next, &is_name);
        if !has_name || next == at || named == next {
            return None;
        }
        at = named;
        let equals = past(at, &char::is_whitespace);
        if !text[equals..].starts_with('=') {
            continue;
        }
        let value = past(equals + 1, &char::is_whitespace);
        let rest = &text[value..];
        at = match rest.chars().next()? {
            quote @ ('"' | '\'') => value + 1 + rest[1..].find(quote)? + 1,
            '{' => {
                let length = expression(rest)?;
                expressions.push(Span::new(value, value + length));
                value + length
            }
            _ => past(value, &|c| !c.is_whitespace() && c != '>'),
        };
    }
}

//! Inline markup of Org: emphasis, code, links, macros, formulas.

use super::super::lines::{Marks, braces, brackets, closing, each_sign, near, object, until};
use crate::document::AreaKind;
use crate::text::span::Span;

/// Marks the markup of a paragraph.
pub(super) fn read(text: &str, marks: &mut Marks) {
    each_sign(
        text,
        &['[', '=', '~', '*', '/', '_', '+', '<', '$', '\\', '{', '@'],
        marks,
        sign,
    );
}

/// What begins at `at`, and where to go on.
fn sign(text: &str, at: usize, marks: &mut Marks) -> usize {
    let rest = &text[at..];
    let until = |open: usize, close: &str| until(text, at, open, close);
    let end = match rest.as_bytes()[0] {
        b'[' if rest.starts_with("[[") => return link(text, at, marks),
        b'[' | b'{' if is_inline_source(&text[..at]) => inline_source(text, at),
        b'[' if rest.starts_with("[fn:") => return footnote(text, at, marks),
        b'[' if rest.starts_with("[cite") => until(1, "]"),
        b'<' => until(1, ">").filter(|end| !text[at..*end].contains('\n')),
        b'$' => closing(text, at, "$", marks).map(|close| close + 1),
        b'\\' if rest.starts_with("\\(") => until(2, "\\)"),
        b'\\' if rest.starts_with("\\[") => until(2, "\\]"),
        b'\\' if rest.starts_with("\\\\") => Some(at + 2),
        b'\\' => {
            let name = rest[1..].find(|c: char| !c.is_ascii_alphabetic());
            Some(at + 1 + name.unwrap_or(rest.len() - 1))
        }
        b'{' if rest.starts_with("{{{") => until(3, "}}}"),
        b'@' if rest.starts_with("@@") => until(2, "@@"),
        b'=' | b'~' => closing(text, at, sign_at(text, at), marks).map(|close| close + 1),
        b'*' | b'/' | b'_' | b'+' => {
            return match closing(text, at, sign_at(text, at), marks) {
                Some(close) => {
                    marks.gap(Span::new(at, at + 1));
                    marks.gap(Span::new(close, close + 1));
                    if rest.starts_with('+') {
                        marks.area(Span::new(at + 1, close), AreaKind::Fixed);
                    }
                    at + 1
                }
                None => at + 1,
            };
        }
        _ => None,
    };
    object(marks, at, end)
}

/// The sign that stands at `at`.
fn sign_at(text: &str, at: usize) -> &'static str {
    let signs = ["*", "/", "_", "+", "=", "~"].into_iter();
    let mut here = signs.filter(|sign| text[at..].starts_with(sign));
    here.next().unwrap_or("*")
}

/// `[fn:name]`, and `[fn:name: words]`, which are a block of their own.
fn footnote(text: &str, at: usize, marks: &mut Marks) -> usize {
    let Some(end) = brackets(&text[at..]).map(|length| at + length) else {
        return at + 1;
    };
    let name = at + "[fn:".len();
    if let Some(length) = text[name..end].find(':') {
        let words = &text[name + length + 1..end - 1];
        marks.aside(Span::new(end - 1 - words.trim_start().len(), end - 1));
    }
    marks.object(Span::new(at, end));
    end
}

/// Whether `src_lang` or `call_name` stands there, whose code follows in brackets.
fn is_inline_source(before: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '+');
    let name = &before[before.trim_end_matches(is_name).len()..];
    name.starts_with("src_") || name.starts_with("call_")
}

/// Where `[header]{code}` ends that begins at `at`.
fn inline_source(text: &str, at: usize) -> Option<usize> {
    let from = if text[at..].starts_with('[') {
        until(text, at, 1, "]{")? - 1
    } else {
        at
    };
    let code = braces(&text[from..]);
    (code > 0).then_some(from + code)
}

/// `[[target][text]]`.
fn link(text: &str, at: usize, marks: &mut Marks) -> usize {
    let Some(end) = near(&text[at..]).find("]]").map(|length| at + length + 2) else {
        return at + 2;
    };
    match text[at..end].find("][").map(|length| at + length + 2) {
        Some(words) if words < end - 2 => {
            marks.gap(Span::new(at, words));
            marks.area(Span::new(words, end - 2), AreaKind::LinkText);
            marks.gap(Span::new(end - 2, end));
            words
        }
        _ => {
            marks.object(Span::new(at, end));
            end
        }
    }
}

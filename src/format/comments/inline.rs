//! What of a comment's text is markup or code: code in back quotes, `{@link …}`,
//! tags, links.

use super::super::lines::{Marks, braces, each_sign, near, object, until};
use crate::document::AreaKind;
use crate::text::span::Span;

/// Marks the markup of a paragraph.
pub(super) fn read(text: &str, marks: &mut Marks) {
    each_sign(text, &['`', '{', '<', '[', '*', ':', '$'], marks, sign);
}

/// What begins at `at`, and where to go on.
fn sign(text: &str, at: usize, marks: &mut Marks) -> usize {
    let rest = &text[at..];
    let until = |open: usize, close: &str| until(text, at, open, close);
    let end = match rest.as_bytes()[0] {
        b'`' => {
            let run = rest.len() - rest.trim_start_matches('`').len();
            until(run, &rest[..run])
        }
        b':' => role(rest)
            .or_else(|| name(text, at))
            .map(|length| at + length),
        b'$' => name(text, at).map(|length| at + length),
        b'{' if rest.starts_with("{@") || rest.starts_with("{{") => Some(braces(rest))
            .filter(|length| *length > 0)
            .map(|length| at + length),
        b'{' => until(1, "}").filter(|end| !text[at..*end].contains(' ')),
        b'[' => return link(text, at, marks),
        b'<' => return tag(text, at, marks),
        b'*' => {
            // Emphasis: the signs are left out.
            let run = rest.len() - rest.trim_start_matches('*').len();
            marks.gap(Span::new(at, at + run));
            return at + run;
        }
        _ => None,
    };
    object(marks, at, end)
}

/// The length of a name with its sign: `:symbol`, `$variable`.
fn name(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].chars().next_back();
    let apart = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | ','));
    let rest = &text[at + 1..];
    let of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
    let length = rest.find(|c| !of_name(c)).unwrap_or(rest.len());
    let named = rest.starts_with(|c: char| c.is_alphabetic() || c == '_');
    (apart && named).then_some(1 + length)
}

/// The length of `` :class:`Name` ``.
fn role(rest: &str) -> Option<usize> {
    let name = rest[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != ':')?;
    let quoted = rest[1 + name..].strip_prefix('`')?;
    (name > 1 && rest[..=name].ends_with(':'))
        .then(|| near(quoted).find('`'))
        .flatten()
        .map(|length| 1 + name + 1 + length + 1)
}

/// `[words](target)`, `[words][label]`, `[Name]`.
fn link(text: &str, at: usize, marks: &mut Marks) -> usize {
    let inner = near(&text[at + 1..]);
    let Some(length) = inner.find(']') else {
        return at + 1;
    };
    let close = at + 1 + length;
    let behind = &text[close + 1..];
    let target = [('(', ')'), ('[', ']')]
        .into_iter()
        .find_map(|(open, end)| {
            let rest = behind.strip_prefix(open)?;
            Some(near(rest).find(end)? + 2)
        });
    match target {
        Some(target) if !inner[..length].starts_with('`') => {
            marks.gap(Span::new(at, at + 1));
            marks.area(Span::new(at + 1, close), AreaKind::LinkText);
            marks.gap(Span::new(close, close + 1 + target));
            at + 1
        }
        target => {
            let end = close + 1 + target.unwrap_or(0);
            if target.is_some() || !inner[..length].contains(' ') {
                marks.object(Span::new(at, end));
                return end;
            }
            at + 1
        }
    }
}

/// A tag; what `<code>` holds is no prose, nor is a tag with attributes.
fn tag(text: &str, at: usize, marks: &mut Marks) -> usize {
    let rest = &text[at..];
    let named = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let Some(end) = near(rest).find('>').filter(|_| named) else {
        return at + 1;
    };
    let end = at + end + 1;
    for (open, close) in [("<code>", "</code>"), ("<c>", "</c>"), ("<pre>", "</pre>")] {
        if rest.starts_with(open) {
            let length = near(rest)
                .find(close)
                .map_or(end - at, |length| length + close.len());
            marks.object(Span::new(at, at + length));
            return at + length;
        }
    }
    let simple = !text[at..end].contains(' ');
    if simple {
        marks.gap(Span::new(at, end));
    } else {
        marks.object(Span::new(at, end));
    }
    end
}

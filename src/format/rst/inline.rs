//! Inline markup of reStructuredText: what of a paragraph is emphasis, a literal, a
//! role, a reference. Words that are a name elsewhere (`` `Guide`_ ``) are no prose:
//! another word there would break the reference.

use super::super::lines::{Marks, each_sign, near};
use crate::document::AreaKind;
use crate::text::span::Span;

/// Roles whose text is prose of its own.
const PROSE_ROLES: [&str; 8] = [
    "emphasis",
    "strong",
    "sub",
    "sup",
    "subscript",
    "superscript",
    "t",
    "dfn",
];

/// Roles that link, with `text <target>` inside.
const LINK_ROLES: [&str; 9] = [
    "ref", "doc", "any", "numref", "download", "term", "std:ref", "std:doc", "external",
];

/// Marks the markup of a paragraph.
pub(super) fn read(text: &str, marks: &mut Marks) {
    each_sign(text, &['\\', '`', '*', '|', '[', '_', ':'], marks, sign);
}

/// What begins at `at`, and where to go on.
fn sign(text: &str, at: usize, marks: &mut Marks) -> usize {
    let rest = &text[at..];
    match rest.as_bytes()[0] {
        b'\\' => escape(text, at, marks),
        b'`' if rest.starts_with("``") => literal(text, at, marks),
        b'`' => interpreted(text, at, at, "", marks),
        b'*' => emphasis(text, at, marks),
        b'|' => enclosed(text, at, "|", marks),
        b'[' => footnote(text, at, marks),
        b'_' if rest.starts_with("_`") && may_start(text, at) => {
            let end = near(&rest[2..])
                .find('`')
                .map_or(at, |length| at + 2 + length + 1);
            marks.object(Span::new(at, end));
            end
        }
        b'_' => reference(text, at, marks),
        _ => role(text, at, marks),
    }
}

/// A backslash takes the meaning of what follows; before a space both go.
fn escape(text: &str, at: usize, marks: &mut Marks) -> usize {
    let next = text[at + 1..].chars().next();
    let length = next.map_or(0, char::len_utf8);
    if next.is_some_and(char::is_whitespace) {
        marks.gap(Span::new(at, at + 1 + length));
    } else {
        marks.gap(Span::new(at, at + 1));
    }
    at + 1 + length
}

fn literal(text: &str, at: usize, marks: &mut Marks) -> usize {
    match near(&text[at + 2..]).find("``") {
        Some(length) => {
            let mut end = at + 2 + length + 2;
            end += text[end..].len() - text[end..].trim_start_matches('`').len();
            marks.object(Span::new(at, end));
            end
        }
        None => at + 2,
    }
}

/// `` `text` `` behind a role, or without one.
fn interpreted(text: &str, from: usize, at: usize, role: &str, marks: &mut Marks) -> usize {
    let Some(length) = unescaped(near(&text[at + 1..]), '`') else {
        return at + 1;
    };
    let inner = Span::new(at + 1, at + 1 + length);
    let mut end = inner.end + 1;
    let behind = &text[end..];
    let underscores = behind.len() - behind.trim_start_matches('_').len();
    end += underscores.min(2);
    if underscores == 0 {
        end += suffix_role(behind);
    }
    let words = &text[inner.range()];
    let target = words.strip_suffix('>').and_then(|rest| rest.rfind('<'));
    let words_end = target.map(|target| inner.start + words[..target].trim_end().len());
    let links = LINK_ROLES.contains(&role) || (role.is_empty() && underscores > 0);
    match words_end {
        Some(words_end) if links && words_end > inner.start => {
            // The text of a link with one underscore is its name, too.
            let kind = if role.is_empty() && underscores == 1 {
                AreaKind::Fixed
            } else {
                AreaKind::LinkText
            };
            marks.gap(Span::new(from, inner.start));
            marks.area(Span::new(inner.start, words_end), AreaKind::LinkText);
            marks.area(Span::new(inner.start, words_end), kind);
            marks.gap(Span::new(words_end, end));
        }
        _ if PROSE_ROLES.contains(&role) || is_spelled_out(role, words) => {
            if role == "abbr" || role == "dfn" {
                marks.area(inner, AreaKind::Term);
            }
            marks.gap(Span::new(from, inner.start));
            marks.gap(Span::new(inner.end, end));
        }
        _ => marks.object(Span::new(from, end)),
    }
    end
}

/// `` :abbr:`API (application programming interface)` ``.
fn is_spelled_out(role: &str, words: &str) -> bool {
    role == "abbr" && words.ends_with(')') && words.contains(" (")
}

/// The length of a role behind its text: `` `x`:sub: ``.
fn suffix_role(behind: &str) -> usize {
    let Some(rest) = behind.strip_prefix(':') else {
        return 0;
    };
    let name = name_length(rest);
    if name > 0 && rest[name..].starts_with(':') {
        name + 2
    } else {
        0
    }
}

/// `` :ref:`text <target>` ``.
fn role(text: &str, at: usize, marks: &mut Marks) -> usize {
    let rest = &text[at + 1..];
    let name = near(rest).find('`').map_or("", |end| &rest[..end]);
    let Some(name) = name.strip_suffix(':') else {
        return at + 1;
    };
    let is_name = name
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':' | '+'));
    let literal = rest[name.len() + 1..].starts_with("``");
    if name.is_empty() || !is_name || literal {
        return at + 1;
    }
    interpreted(text, at, at + 1 + name.len() + 1, name, marks)
}

fn emphasis(text: &str, at: usize, marks: &mut Marks) -> usize {
    let mark = if text[at..].starts_with("**") {
        "**"
    } else {
        "*"
    };
    let inner = at + mark.len();
    if !may_start(text, at) || text[inner..].starts_with(|c: char| c.is_whitespace()) {
        return inner;
    }
    let from = inner + text[inner..].chars().next().map_or(0, char::len_utf8);
    let close = marks.first(text, from, mark, |close| {
        let end = close + mark.len();
        !text[..close].ends_with(|c: char| c.is_whitespace() || c == '\\')
            && may_end(text, end)
            && !(mark == "*" && text[end..].starts_with('*'))
    });
    if let Some(close) = close {
        marks.gap(Span::new(at, inner));
        marks.gap(Span::new(close, close + mark.len()));
    }
    inner
}

/// A substitution: `|name|`.
fn enclosed(text: &str, at: usize, mark: &str, marks: &mut Marks) -> usize {
    let inner = at + mark.len();
    if !may_start(text, at) || text[inner..].starts_with(|c: char| c.is_whitespace()) {
        return inner;
    }
    let Some(length) = near(&text[inner..]).find(mark).filter(|length| *length > 0) else {
        return inner;
    };
    let mut end = inner + length + mark.len();
    end += text[end..].len() - text[end..].trim_start_matches('_').len();
    if text[..inner + length].ends_with(char::is_whitespace) || !may_end(text, end) {
        return inner;
    }
    marks.object(Span::new(at, end));
    end
}

/// `[1]_`, `[#name]_`, `[CIT2002]_`.
fn footnote(text: &str, at: usize, marks: &mut Marks) -> usize {
    let rest = &text[at..];
    match near(rest).find("]_") {
        Some(length) if !rest[..length].contains(char::is_whitespace) => {
            let end = at + length + 2;
            marks.object(Span::new(at, end));
            end
        }
        _ => at + 1,
    }
}

/// `name_` and `name__`: the word is a name.
fn reference(text: &str, at: usize, marks: &mut Marks) -> usize {
    let behind = text[at..].trim_start_matches('_');
    let end = text.len() - behind.len();
    let before = &text[..at];
    let start = before
        .rfind(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '.' | '+' | ':' | '_')))
        .map_or(0, |offset| {
            offset + before[offset..].chars().next().map_or(1, char::len_utf8)
        });
    if start < at && end - at <= 2 && may_end(text, end) {
        marks.object(Span::new(start, end));
    }
    end
}

/// Whether inline markup may begin at `at`.
fn may_start(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '\'' | '"' | '(' | '[' | '{' | '<' | '-' | '/' | ':')
            || (!c.is_ascii() && !c.is_alphanumeric())
    })
}

/// Whether inline markup may end at `at`.
fn may_end(text: &str, at: usize) -> bool {
    text[at..]
        .chars()
        .next()
        .is_none_or(|c| c != '*' && !c.is_alphanumeric() && c != '_')
}

/// Where `sign` stands first without a backslash before it.
fn unescaped(text: &str, sign: char) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, c)| {
        let found = c == sign && !escaped;
        escaped = c == '\\' && !escaped;
        found.then_some(at)
    })
}

fn name_length(text: &str) -> usize {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    text.find(|c: char| !is_name(c)).unwrap_or(text.len())
}

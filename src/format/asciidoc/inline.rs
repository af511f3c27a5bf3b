//! Inline markup of `AsciiDoc`: emphasis, code, macros, attributes, links.

use super::super::lines::{Marks, brackets, closing, each_sign, near, object, until};
use crate::document::AreaKind;
use crate::text::span::Span;

/// Marks the markup of a paragraph.
pub(super) fn read(text: &str, marks: &mut Marks) {
    let signs = [
        '\\', '`', '*', '_', '#', '^', '~', '+', '$', '{', '<', '[', '"', '\'', '&', '(',
    ];
    each_sign(text, &signs, marks, sign);
}

/// What begins at `at`, and where to go on.
fn sign(text: &str, at: usize, marks: &mut Marks) -> usize {
    let rest = &text[at..];
    let until = |open: usize, close: &str| until(text, at, open, close);
    let end = match rest.as_bytes()[0] {
        // What is escaped is read as it stands, its backslash too.
        b'\\' => Some(at + 1 + rest[1..].chars().next().map_or(0, char::len_utf8)),
        b'`' if rest.starts_with("``") => until(2, "``"),
        b'`' => closing(text, at, "`", marks).map(|close| close + 1),
        b'+' if rest.starts_with("+++") => until(3, "+++"),
        b'+' if rest.starts_with("++") => until(2, "++"),
        b'+' if is_break(text, at) => {
            let start = at - (text[..at].len() - text[..at].trim_end_matches(' ').len());
            marks.line_break(Span::new(start, at + 1));
            return at + 1;
        }
        b'+' => closing(text, at, "+", marks).map(|close| close + 1),
        b'$' if rest.starts_with("$$") => until(2, "$$"),
        b'{' => until(1, "}").filter(|end| is_name(&text[at + 1..end - 1])),
        b'&' => until(1, ";").filter(|end| is_name(text[at + 1..end - 1].trim_start_matches('#'))),
        b'(' if rest.starts_with("(((") => until(3, ")))"),
        b'(' if rest.starts_with("((") => {
            // A term of the index that is shown.
            if let Some(end) = until(2, "))") {
                marks.gap(Span::new(at, at + 2));
                marks.gap(Span::new(end - 2, end));
            }
            return at + 2;
        }
        b'<' if rest.starts_with("<<") => return reference(text, at, until(2, ">>"), marks),
        b'<' => until(1, ">").filter(|end| is_callout(&text[at + 1..end - 1])),
        b'[' => return bracket(text, at, marks),
        b'"' | b'\'' => return quoted(text, at, marks),
        b'^' | b'~' => closing_tight(text, at).map(|close| close + 1),
        b'*' | b'_' | b'#' => return pair(text, at, marks),
        _ => None,
    };
    object(marks, at, end)
}

/// The sign of emphasis at `at`.
fn sign_at(text: &str, at: usize) -> &'static str {
    match text.as_bytes()[at] {
        b'*' => "*",
        b'_' => "_",
        _ => "#",
    }
}

/// `*words*` and `**let**ters`: the signs are left out.
fn pair(text: &str, at: usize, marks: &mut Marks) -> usize {
    let sign = sign_at(text, at);
    let double = sign.repeat(2);
    if text[at..].starts_with(&double) {
        let inner = at + 2;
        if let Some(length) = near(&text[inner..])
            .find(&double)
            .filter(|length| *length > 0)
        {
            marks.gap(Span::new(at, inner));
            marks.gap(Span::new(inner + length, inner + length + 2));
        }
        return inner;
    }
    if let Some(close) = closing(text, at, sign, marks) {
        marks.gap(Span::new(at, at + 1));
        marks.gap(Span::new(close, close + 1));
    }
    at + 1
}

/// What `[` belongs to: a macro before it, an anchor, or the words that follow.
fn bracket(text: &str, at: usize, marks: &mut Marks) -> usize {
    let Some(close) = close_of(text, at) else {
        return at + 1;
    };
    let end = close + 1;
    if text[at..].starts_with("[[") {
        let end = end + usize::from(text[end..].starts_with(']'));
        marks.object(Span::new(at, end));
        return end;
    }
    let chunk = text[..at].rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '<' | '|'));
    let start = chunk.map_or(0, |found| {
        found + text[found..].chars().next().map_or(1, char::len_utf8)
    });
    let before = &text[start..at];
    let (name, target) = before.split_once(':').unwrap_or(("", ""));
    let is_macro = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
    if is_macro {
        let links = matches!(
            name,
            "link" | "xref" | "mailto" | "http" | "https" | "ftp" | "irc"
        );
        let inside = &text[at + 1..close];
        let words = link_text(inside, name == "mailto").filter(|_| links);
        if let Some(words) = words.filter(|_| !target.is_empty() || name == "xref") {
            let inner = words.shifted(at + 1);
            marks.gap(Span::new(start, inner.start));
            marks.area(inner, AreaKind::LinkText);
            marks.gap(Span::new(inner.end, end));
            return inner.start;
        }
        if name == "footnote" {
            let end = brackets(&text[at..]).map_or(end, |length| at + length);
            marks.aside(Span::new(at + 1, end - 1));
            marks.object(Span::new(start, end));
            return end;
        }
        marks.object(Span::new(start, end));
        return end;
    }
    // `[.role]#words#`.
    if text[end..].starts_with(['#', '*', '_', '`']) {
        marks.gap(Span::new(at, end));
        return end;
    }
    at + 1
}

/// What a link shows of what stands in its brackets: `words^`, `words,window=_blank`,
/// `"words, more",role=x`. That of a mail goes on with its subject.
fn link_text(inside: &str, of_mail: bool) -> Option<Span> {
    let words = match inside.strip_prefix('"') {
        Some(rest) => Span::new(1, 1 + rest.find('"')?),
        None if inside.contains('=') => Span::new(0, inside.find(',')?),
        None if of_mail => Span::new(0, inside.find(',').unwrap_or(inside.len())),
        None => Span::new(0, inside.len()),
    };
    let text = &inside[words.range()];
    let shown = text.trim_end_matches('^');
    let is_shown = !shown.is_empty() && !shown.contains(['=', '"']);
    is_shown.then(|| Span::new(words.start, words.start + shown.len()))
}

/// `<<id,words>>`.
fn reference(text: &str, at: usize, end: Option<usize>, marks: &mut Marks) -> usize {
    let Some(end) = end else {
        return at + 2;
    };
    let inner = &text[at + 2..end - 2];
    match inner.find(',') {
        Some(comma) => {
            let words = inner[comma + 1..].trim_start();
            let start = end - 2 - words.len();
            marks.gap(Span::new(at, start));
            marks.area(Span::new(start, end - 2), AreaKind::LinkText);
            marks.gap(Span::new(end - 2, end));
            start
        }
        None => {
            marks.object(Span::new(at, end));
            end
        }
    }
}

/// Curly quotation marks: `` "`words`" ``.
fn quoted(text: &str, at: usize, marks: &mut Marks) -> usize {
    let rest = &text[at..];
    let (open, close, [left, right]) = if rest.starts_with("\"`") {
        ("\"`", "`\"", ["“", "”"])
    } else if rest.starts_with("'`") {
        ("'`", "`'", ["‘", "’"])
    } else {
        return at + 1;
    };
    let inner = at + open.len();
    if let Some(length) = near(&text[inner..]).find(close) {
        let end = inner + length;
        marks.decoded(Span::new(at, inner), left);
        marks.decoded(Span::new(end, end + close.len()), right);
    }
    inner
}

/// Superscript and subscript, which hold no space.
fn closing_tight(text: &str, at: usize) -> Option<usize> {
    let sign = &text[at..=at];
    let inner = &text[at + 1..];
    let length = near(inner).find(sign).filter(|length| *length > 0)?;
    (!inner[..length].contains(char::is_whitespace)).then_some(at + 1 + length)
}

fn close_of(text: &str, at: usize) -> Option<usize> {
    let inner = near(&text[at + 1..]);
    let mut from = 0;
    loop {
        let length = from + inner[from..].find(']')?;
        if !inner[..length].ends_with('\\') {
            return Some(at + 1 + length);
        }
        from = length + 1;
    }
}

/// Whether a plus ends its line behind a space.
fn is_break(text: &str, at: usize) -> bool {
    let behind = &text[at + 1..];
    text[..at].ends_with(' ') && (behind.is_empty() || behind.starts_with('\n'))
}

fn is_name(text: &str) -> bool {
    let of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '!' | '.');
    !text.is_empty() && text.chars().all(of_name)
}

fn is_callout(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
        || text.starts_with("http")
        || text.contains('@')
}

//! What braces mean in the dialects: attribute lists of Pandoc, Quarto and kramdown, roles
//! of `MyST`, kramdown's extensions, comments of `CriticMarkup`.

use super::super::super::lines::near;
use crate::text::language;

/// What begins with a brace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Braces {
    /// Attributes of what stands before: `{.class #id key="value"}`.
    Attributes(usize),
    /// A role with its text: `` {term}`x` ``.
    Role(usize),
    /// What nobody reads: `{::comment}…{:/comment}`, `{>>…<<}`.
    Unread(usize),
}

/// What the braces mean that `text` begins with, up to so many bytes.
pub(super) fn braces(text: &str) -> Option<Braces> {
    let near = near(text);
    if let Some(rest) = near.strip_prefix("{>>") {
        let length = rest.find("<<}")?;
        return Some(Braces::Unread(length + 6));
    }
    if let Some(length) = extension(text) {
        return Some(Braces::Unread(length));
    }
    let line = near.lines().next()?;
    let close = attribute_list(line)?;
    let inside = &line[1..close];
    let behind = &near[close + 1..];
    if is_name(inside) && behind.starts_with('`') {
        let marks = behind.len() - behind.trim_start_matches('`').len();
        let (fence, text) = behind.split_at(marks);
        let length = text.find(fence)?;
        return Some(Braces::Role(close + 1 + 2 * marks + length));
    }
    let is_kramdown = inside.starts_with(':') && !inside.starts_with("::");
    let attributes = is_kramdown || has_attributes(inside);
    attributes.then_some(Braces::Attributes(close + 1))
}

/// The length of kramdown's `{::name}…{:/name}`, or of `{::options … /}`.
fn extension(text: &str) -> Option<usize> {
    let inside = near(text).strip_prefix("{::")?;
    let close = inside.find('}')?;
    let tag = 3 + close + 1;
    if inside[..close].ends_with('/') {
        return Some(tag);
    }
    let end = text[tag..].find("{:/")?;
    let length = near(&text[tag + end..]).find('}')?;
    Some(tag + end + length + 1)
}

/// Where the braces close that a line begins with, quotation marks stepped over.
fn attribute_list(line: &str) -> Option<usize> {
    let mut quote: Option<char> = None;
    for (at, c) in line.char_indices().skip(1) {
        match (quote, c) {
            (Some(open), c) if open == c => quote = None,
            (Some(_), _) => {}
            (None, '"') => quote = Some(c),
            (None, '}') => return Some(at),
            (None, '{') => return None,
            (None, _) => {}
        }
    }
    None
}

fn is_name(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_-:.+".contains(c);
    !text.is_empty() && text.chars().all(is_part)
}

/// Whether all that stands in braces are attributes.
pub(super) fn has_attributes(inside: &str) -> bool {
    let mut rest = inside.trim();
    if rest.is_empty() {
        return false;
    }
    while !rest.is_empty() {
        let Some(length) = attribute(rest) else {
            return false;
        };
        let behind = &rest[length..];
        rest = behind.trim_start();
        if behind.len() == rest.len() && !rest.is_empty() && !rest.starts_with(['.', '#']) {
            return false;
        }
    }
    true
}

/// Whether braces say that nobody reads what they belong to: it is in another language, or
/// kramdown puts a table of contents in its place.
pub(super) fn replaces(list: &str) -> bool {
    let inside = list.trim_start_matches('{').trim_end_matches('}');
    let inside = inside.strip_prefix(':').unwrap_or(inside);
    let mut words = inside.split_whitespace();
    is_foreign(inside) || list.starts_with("{:") && words.next() == Some("toc")
}

/// Whether attributes say that their text is in another language than English.
pub(super) fn is_foreign(attributes: &str) -> bool {
    let mut words = attributes.split_whitespace();
    let tag = words.find_map(|word| word.strip_prefix("lang="));
    tag.is_some_and(|tag| language::is_english(tag.trim_matches(['"', '\'', '}'])) == Some(false))
}

/// The length of the attribute that `text` begins with.
fn attribute(text: &str) -> Option<usize> {
    let name_in = |text: &str| {
        let is_part = |c: char| c.is_alphanumeric() || "_-:/%+".contains(c);
        text.find(|c| !is_part(c)).unwrap_or(text.len())
    };
    if let Some(rest) = text.strip_prefix(['.', '#', '=']) {
        let length = name_in(rest);
        return (length > 0).then_some(1 + length);
    }
    let name = name_in(text);
    if name == 1 && text.starts_with('-') {
        return Some(1);
    }
    let value = text[name..].strip_prefix('=').filter(|_| name > 0)?;
    let length = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].find(quote)? + 2,
        _ => value.find([' ', '\t']).unwrap_or(value.len()),
    };
    Some(name + 1 + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_mean_what_the_dialects_say() {
        use Braces::{Attributes, Role, Unread};
        let table = [
            ("{.a #b c=\"d e\"} f", Some(Attributes(15))),
            ("{.a.b}", Some(Attributes(6))),
            ("{-}", Some(Attributes(3))),
            ("{=html}", Some(Attributes(7))),
            ("{width=50%}", Some(Attributes(11))),
            ("{: .a lang='b'}", Some(Attributes(15))),
            ("{:toc}", Some(Attributes(6))),
            ("{term}`a b` c", Some(Role(11))),
            ("{py:func}``a ` b``", Some(Role(18))),
            ("{::comment}a\n\nb{:/comment} c", Some(Unread(26))),
            ("{::options toc=\"1\" /} c", Some(Unread(21))),
            ("{>>a b<<} c", Some(Unread(9))),
            ("{a}", None),
            ("{a, b}", None),
            ("{a b=c}", None),
            ("{}", None),
            ("{.}", None),
            ("{a", None),
            ("{{a}}", None),
        ];
        for (text, expected) in table {
            assert_eq!(braces(text), expected, "{text}");
        }
    }
}

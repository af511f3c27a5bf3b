//! References that have no `#`: wiki links and links of Org, cross references of
//! `AsciiDoc`, names and roles of reStructuredText, roles of `MyST`, titles in brackets.

use std::path::Path;

use memchr::{memchr_iter, memmem};

use super::{Link, Page, Target};
use crate::document::Markup;

/// How long a reference may be.
const LONGEST: usize = 500;

/// Roles of Sphinx whose text names a label, or a title where titles are labels.
const LABEL_ROLES: [&str; 5] = ["ref", "std:ref", "any", "numref", "external"];

/// `[[Page#Heading]]`, `[[Page#Heading|text]]`, `[[text|Page#Heading]]`; and of Org
/// `[[*Heading]]`, `[[file:a.org::*Heading][text]]`.
pub(super) fn each_wiki_link<'t>(
    text: &'t str,
    markup: Markup,
    found: &mut impl FnMut(usize, Link<'t>),
) {
    for at in memmem::find_iter(text.as_bytes(), b"[[") {
        let Some(inside) = enclosed(text, at + 2, "]]") else {
            continue;
        };
        let inside = inside.split("][").next().unwrap_or_default();
        for part in inside.split('|') {
            let (page, name) = match part.rsplit_once("::").or_else(|| part.rsplit_once('#')) {
                Some((page, name)) => (page, name),
                None if markup == Markup::Signs => ("", part),
                None => continue,
            };
            let path = page.trim_start_matches("file:").trim_matches([':', ' ']);
            let page = if path.is_empty() {
                Page::Here
            } else {
                Page::At(path)
            };
            let target = match name.strip_prefix('*') {
                Some(words) => Target::Words(words),
                None => Target::of(name.trim_start_matches('#')),
            };
            found(at, Link { page, target });
        }
    }
}

/// `<<id>>`, `<<Words of a title,text>>`, `xref:id[text]`. They reach over the files that
/// a document is put together from.
pub(super) fn each_cross_reference<'t>(text: &'t str, found: &mut impl FnMut(usize, Link<'t>)) {
    let marks = [("<<", ">>"), ("xref:", "[")];
    for (open, close) in marks {
        for at in memmem::find_iter(text.as_bytes(), open.as_bytes()) {
            let Some(inside) = enclosed(text, at + open.len(), close) else {
                continue;
            };
            let name = inside.split(',').next().unwrap_or_default().trim();
            let ending = Path::new(name).extension();
            let is_file = name.contains(['#', '/'])
                || ending.is_some_and(|ending| ending.eq_ignore_ascii_case("adoc"));
            if !name.is_empty() && !is_file {
                let (page, target) = (Page::Here, Target::of(name));
                found(at, Link { page, target });
            }
        }
    }
}

/// `` `Title`_ ``, `Title_`, `` `text <Title_>`_ ``, `` :ref:`text <label>` ``.
pub(super) fn each_rst_reference<'t>(text: &'t str, found: &mut impl FnMut(usize, Link<'t>)) {
    for at in memchr_iter(b'_', text.as_bytes()) {
        if let Some(name) = named(text, at) {
            let (page, target) = (Page::Here, Target::Words(name));
            found(at, Link { page, target });
        }
    }
    each_role(text, (":", ":`"), found);
}

/// `` {ref}`text <label>` ``, and of Pandoc the words of a heading in brackets: `[Title]`,
/// `[text][Title]`.
pub(super) fn each_markdown_reference<'t>(text: &'t str, found: &mut impl FnMut(usize, Link<'t>)) {
    each_role(text, ("{", "}`"), found);
    for at in memchr_iter(b'[', text.as_bytes()) {
        let inside = enclosed(text, at + 1, "]").unwrap_or_default();
        let behind = &text[at + 1 + inside.len()..];
        // A word right before it names what has that title: `:::note[Title]`.
        let is_other = text[..at].ends_with(['[', '!', '\\'])
            || text[..at].ends_with(char::is_alphanumeric)
            || inside.starts_with(['^', '#'])
            || inside.contains('[')
            || behind.starts_with("](")
            || behind.starts_with("]:");
        if inside.contains(char::is_alphabetic) && !is_other {
            let (page, target) = (Page::Here, Target::Words(inside));
            found(at, Link { page, target });
        }
    }
}

/// Roles that name labels, each between signs of its own.
fn each_role<'t>(
    text: &'t str,
    (open, close): (&str, &str),
    found: &mut impl FnMut(usize, Link<'t>),
) {
    for at in memmem::find_iter(text.as_bytes(), close.as_bytes()) {
        if let Some(link) = label(text, at, open) {
            found(at, link);
        }
    }
}

/// What the reference names that ends with the underscore at `at`.
fn named(text: &str, at: usize) -> Option<&str> {
    let before = &text[text.ceil_char_boundary(at.saturating_sub(LONGEST)).min(at)..at];
    if let Some(quoted) = before.strip_suffix('`') {
        let inside = &quoted[quoted.rfind('`')? + 1..];
        return match inside.strip_suffix('>') {
            // An address behind `<` has its anchor behind a `#`.
            Some(inside) => inside[inside.rfind('<')? + 1..].strip_suffix('_'),
            None => Some(inside),
        };
    }
    let behind = text[at + 1..].chars().next();
    let ends = behind.is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '_' | '>')));
    let of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '+' | ':' | '_');
    let name = &before[before.trim_end_matches(of_name).len()..];
    let is_word = name.ends_with(char::is_alphanumeric);
    (is_word && ends).then_some(name)
}

/// What the role names that `open` begins and whose last sign stands at `at`.
fn label<'t>(text: &'t str, at: usize, open: &str) -> Option<Link<'t>> {
    let before = &text[text.ceil_char_boundary(at.saturating_sub(LONGEST)).min(at)..at];
    let is_label = LABEL_ROLES.iter().any(|role| {
        let start = before.strip_suffix(role);
        start.is_some_and(|start| start.ends_with(open))
    });
    let inside = enclosed(text, at + 2, "`").filter(|_| is_label)?;
    let name = match inside.strip_suffix('>') {
        Some(inside) => &inside[inside.rfind('<')? + 1..],
        None => inside.trim_start_matches(['~', '!']),
    };
    // Titles are labels of their documents where a project says so.
    Some(match name.split_once(':') {
        Some((page, title)) => Link {
            page: Page::At(page),
            target: Target::Anchor(title),
        },
        None => Link {
            page: Page::Anywhere,
            target: Target::Anchor(name),
        },
    })
}

/// What stands between `from` and the next `close`, if that is near.
fn enclosed<'t>(text: &'t str, from: usize, close: &str) -> Option<&'t str> {
    let near = &text[from..text.floor_char_boundary(from + LONGEST)];
    Some(&near[..near.find(close)?])
}

//! Links in a text, by the signs that only they have: `page#anchor`, whatever markup,
//! template or component it stands in, and the references of markup that have no `#`.

use memchr::{memchr_iter, memmem, memrchr};

use super::references::{
    each_cross_reference, each_markdown_reference, each_rst_reference, each_wiki_link,
};
use super::{Link, Page, Target};
use crate::document::Markup;
use crate::text::fence::{Fence, unquoted};
use crate::text::span::Span;

/// As far as a link is looked for before and behind its sign.
const REACH: usize = 500;

/// What no path or address in a text has, so that a link begins behind it.
const BEFORE: [char; 12] = ['"', '\'', '(', ')', '<', '>', '[', ']', '{', '}', '|', '`'];

/// Finds the links of a text to headings. Fenced code of Markdown has none.
pub fn each_link<'t>(text: &'t str, markup: Markup, mut found: impl FnMut(Link<'t>)) {
    let mut code = Vec::new();
    if markup == Markup::Markdown {
        code = fences(text);
    }
    let is_code = |at: usize| {
        let next = code.partition_point(|span: &Span| span.end <= at);
        code.get(next).is_some_and(|span| span.start <= at)
    };
    for at in memchr_iter(b'#', text.as_bytes()) {
        if let Some(link) = at_sign(text, at)
            && !is_code(at)
        {
            found(link);
        }
    }
    let mut found = |at: usize, link| {
        if !is_code(at) {
            found(link);
        }
    };
    match markup {
        Markup::Markdown => {
            each_wiki_link(text, markup, &mut found);
            each_markdown_reference(text, &mut found);
        }
        Markup::Signs => {
            each_wiki_link(text, markup, &mut found);
            each_cross_reference(text, &mut found);
        }
        Markup::Rst => each_rst_reference(text, &mut found),
        _ => {}
    }
}

/// The link whose `#` stands at `at`, if it is one.
fn at_sign(text: &str, at: usize) -> Option<Link<'_>> {
    let behind = line_from(text, at + 1);
    if behind.is_empty() || behind.starts_with([' ', '#', '\t', '{', '}', '!']) {
        return None;
    }
    let before = line_upto(text, at);
    if is_in_wiki_link(before) {
        return None;
    }
    let (page, open) = page(before)?;
    let name = &behind[..length(behind, open)];
    name.contains(char::is_alphanumeric).then_some(Link {
        page,
        target: Target::Anchor(name),
    })
}

/// The page of a link, given what stands before its `#`, and the sign before that.
fn page(before: &str) -> Option<(Page<'_>, char)> {
    if let Some(page) = template(before) {
        return Some((page, ' '));
    }
    let is_before = |c: char| c.is_whitespace() || BEFORE.contains(&c);
    let start = before.rfind(is_before).map_or(0, |sign| {
        sign + before[sign..].chars().next().map_or(0, char::len_utf8)
    });
    let (head, word) = before.split_at(start);
    let open = head.chars().next_back().unwrap_or(' ');
    if let Some(spaced) = in_angles(before).filter(|_| open.is_whitespace()) {
        return Some((Page::At(spaced), '<'));
    }
    let attribute = ["href=", "to="]
        .iter()
        .find_map(|name| word.strip_prefix(name));
    let path = attribute.unwrap_or(word);
    let is_address = path.contains("://");
    let path = match path.rsplit_once(':') {
        Some((_, path)) if !is_address => path,
        _ => path,
    };
    if !path.is_empty() {
        return Some((Page::At(path), open));
    }
    let is_reference = !word.is_empty();
    let is_link = is_reference
        || matches!(open, '"' | '\'' | '(' | '<')
        || head.ends_with("{`")
        || head.trim_end().ends_with("]:");
    is_link.then_some((Page::Here, open))
}

/// The page that a template names right before the `#`: `{% link a.md %}`,
/// `{{< ref "a.md" >}}`.
fn template(before: &str) -> Option<Page<'_>> {
    let (open, _) = [("{{", "}}"), ("{%", "%}")]
        .into_iter()
        .find(|(_, close)| before.ends_with(close))?;
    let inside = &before[before.rfind(open)? + 2..before.len() - 2];
    let quoted = inside.split(['"', '\'']).nth(1);
    let is_path =
        |word: &&str| word.contains(['/', '.', '-']) && word.contains(char::is_alphanumeric);
    let path = quoted.or_else(|| inside.split_whitespace().rfind(is_path));
    Some(path.map_or(Page::Anywhere, Page::At))
}

/// A path with spaces in it: `[text](<a b.md#x>)`.
fn in_angles(before: &str) -> Option<&str> {
    let open = before.rfind(['<', '>'])?;
    let begins = before[..open].ends_with(['(', ' ']);
    (begins && before[open..].starts_with('<')).then(|| &before[open + 1..])
}

/// How long the anchor is that a text begins with, behind a link that `open` begins.
fn length(behind: &str, open: char) -> usize {
    let mut depth = 0_usize;
    let ends = |c: char| match (open, c) {
        ('"', c) => c == '"',
        ('\'', c) => c == '\'',
        ('<', c) => matches!(c, '>' | ','),
        (_, '(') => {
            depth += 1;
            false
        }
        (_, ')') if depth > 0 => {
            depth -= 1;
            false
        }
        (_, c) => c.is_whitespace() || (BEFORE.contains(&c) && c != '\''),
    };
    behind.find(ends).unwrap_or(behind.len())
}

/// Whether a wiki link that is read as a whole is open at the end.
fn is_in_wiki_link(before: &str) -> bool {
    memmem::rfind(before.as_bytes(), b"[[").is_some_and(|open| !before[open..].contains("]]"))
}

/// The line up to `at`, or as much of it as a link can reach over.
fn line_upto(text: &str, at: usize) -> &str {
    let from = text.ceil_char_boundary(at.saturating_sub(REACH));
    let near = &text[from.min(at)..at];
    match memrchr(b'\n', near.as_bytes()) {
        Some(newline) => &near[newline + 1..],
        None => near,
    }
}

/// The line from `at` on, or as much of it as a link can reach over.
fn line_from(text: &str, at: usize) -> &str {
    let near = &text[at..text.floor_char_boundary(at + REACH)];
    let end = near.find(['\n', '\r']).unwrap_or(near.len());
    &near[..end]
}

/// Fenced code of Markdown, where it is closed.
fn fences(text: &str) -> Vec<Span> {
    let mut closed = Vec::new();
    let mut open: Option<(Fence, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let inside = unquoted(line);
        match open {
            None => {
                let inside = inside.trim_start_matches(['-', '*', '+', ' ']);
                open = Fence::of(inside).map(|fence| (fence, start));
            }
            Some((fence, from)) if fence.is_closed_by(inside) => {
                closed.push(Span::new(from, at));
                open = None;
            }
            Some(_) => {}
        }
    }
    closed
}

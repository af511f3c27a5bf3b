//! What a heading is called by: its words, as anchors are made of them, and the names
//! that its author gave it. Those stand on its line or right beside it.

use crate::document::{Markup, Part, PieceKind, Segment};
use crate::text::anchor::{key, keys_of_heading};
use crate::text::word::OBJECT;

/// How many lines above and below may name a heading.
const LINES: usize = 6;

/// How many bytes before and behind may do so, and at a document's start may say how
/// its anchors begin.
const NEAR: usize = 1_000;

/// What links call a heading.
#[derive(Clone, Debug, Default)]
pub struct Heading {
    /// Its words, as anchors have them.
    keys: Vec<String>,
    /// Whether its anchor is a name that its author gave it, and not its words.
    named: bool,
    /// Anchors of their own that stand beside it.
    beside: Vec<String>,
}

impl Heading {
    /// What a heading of these words is called by.
    pub fn new(words: &str) -> Self {
        Self {
            keys: keys_of_heading(words),
            ..Self::default()
        }
    }

    /// What a heading of a document is called by.
    pub fn of(part: &Part<'_>, segment: &Segment) -> Self {
        let mut heading = Self::new(&words(part, segment));
        let around = Around::of(part, segment);
        match part.markup {
            Markup::Markdown => {
                let next = around.below().next().unwrap_or_default();
                heading.named = has_attribute(around.own)
                    || has_attribute(around.rest())
                    || next.starts_with("{:") && has_attribute(next)
                    || is_tag_named(around.before);
                let above = around.above().take_while(|line| is_anchor_alone(line));
                let line = [around.start(), around.own, around.rest()];
                heading.beside.extend(above.chain(line).flat_map(ids));
            }
            Markup::Html => {
                heading.named = is_tag_named(around.before);
                heading
                    .beside
                    .extend(ids(around.before).chain(ids(around.own)));
            }
            Markup::Signs => {
                let mut announced = around
                    .above()
                    .take_while(|line| line.starts_with(['[', '.']));
                let mut properties = around.below().map(str::trim_start);
                heading.named = around.rest().contains("[[")
                    || announced.any(is_block_anchor)
                    || properties.any(|line| line.starts_with(":CUSTOM_ID:"));
                heading.keys.extend(prefixed(&part.source, &heading.keys));
            }
            Markup::Rst => {
                let labels = around
                    .above()
                    .skip_while(|line| is_row(line))
                    .take_while(|line| line.trim().is_empty() || line.starts_with(".. _"));
                let labels = labels.filter_map(|line| line.strip_prefix(".. _"));
                heading.beside.extend(labels.map(key));
            }
            _ => {}
        }
        heading
    }

    /// Whether its anchor has nothing to do with its words.
    pub fn is_named(&self) -> bool {
        self.named
    }

    /// Whether one of its names is among the anchors or the words that links have.
    pub(super) fn is_called(
        &self,
        is_anchor: impl Fn(&str) -> bool,
        is_words: impl Fn(&str) -> bool,
    ) -> bool {
        let own = self.keys.iter().filter(|key| !self.beside.contains(key));
        own.into_iter()
            .any(|key| is_words(key) || !self.named && is_anchor(key))
    }
}

/// What stands around the words of a heading.
struct Around<'s> {
    before: &'s str,
    own: &'s str,
    behind: &'s str,
}

impl<'s> Around<'s> {
    fn of(part: &'s Part<'_>, segment: &Segment) -> Self {
        let source: &str = &part.source;
        let span = part.source_span(segment, segment.prose);
        let from = source.ceil_char_boundary(span.start.saturating_sub(NEAR));
        Self {
            before: &source[from.min(span.start)..span.start],
            own: &source[span.range()],
            behind: &source[span.end..source.floor_char_boundary(span.end + NEAR)],
        }
    }

    /// Its line before it.
    fn start(&self) -> &'s str {
        self.before.rsplit('\n').next().unwrap_or_default()
    }

    /// The rest of its line.
    fn rest(&self) -> &'s str {
        self.behind.lines().next().unwrap_or_default()
    }

    /// The lines above, the nearest first.
    fn above(&self) -> impl Iterator<Item = &'s str> {
        let end = self.before.rfind('\n').unwrap_or(0);
        self.before[..end].lines().rev().take(LINES)
    }

    fn below(&self) -> impl Iterator<Item = &'s str> {
        self.behind.lines().skip(1).take(LINES)
    }
}

/// The words that an anchor is made of: those that are read, and those of code, of which
/// no prose is made. Pictures and what a template puts in are none.
fn words(part: &Part<'_>, segment: &Segment) -> String {
    let mut words = String::new();
    let whole = part.source_span(segment, segment.prose);
    let mut at = line_start(&part.source, whole.start);
    for piece in part.pieces(segment, segment.prose) {
        words.extend(shortcodes(
            part.source.get(at..piece.source.start).unwrap_or_default(),
        ));
        at = piece.source.end;
        let source = &part.source[piece.source.range()];
        match piece.kind {
            PieceKind::Object if source.starts_with(['!', '<', '{']) => {}
            PieceKind::Object => words.push_str(inside(source)),
            PieceKind::SoftBreak => words.push(' '),
            PieceKind::Verbatim | PieceKind::Decoded => {
                words.push_str(&part.prose[piece.prose.range()]);
            }
        }
    }
    let behind = part.source.get(at..).unwrap_or_default();
    words.extend(shortcodes(behind.lines().next().unwrap_or_default()));
    words.retain(|c| c != OBJECT);
    words
}

fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Names of pictures, `:rocket:`, which are no prose.
fn shortcodes(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(char::is_whitespace).filter(|word| {
        let name = word.trim();
        name.len() > 2 && name.starts_with(':') && name.ends_with(':')
    })
}

/// The words of an object without what marks it: `` :code:`words` ``, `kbd:[words]`.
fn inside(object: &str) -> &str {
    for (open, close) in [('`', '`'), ('[', ']')] {
        if let Some(from) = object.find(open)
            && let Some(upto) = object.rfind(close).filter(|upto| *upto > from)
        {
            return &object[from + 1..upto];
        }
    }
    object
}

/// Whether a heading has a list of attributes with a name in it: `{#name}`,
/// `{: #name .class }`, `{/* #name */}`.
fn has_attribute(text: &str) -> bool {
    let braces = text.match_indices('{').map(|(at, _)| &text[at + 1..]);
    braces
        .filter_map(|inside| inside.split_once('}'))
        .any(|(inside, _)| {
            let inside = inside.trim_matches(['/', '*', ':', ' ']);
            inside
                .split_whitespace()
                .any(|word| word.starts_with('#') && word.len() > 1)
        })
}

/// Whether the tag of a heading that is still open has a name: `<h2 id="name">`.
fn is_tag_named(before: &str) -> bool {
    let Some(open) = before.rfind("<h") else {
        return false;
    };
    let tag = &before[open..];
    let is_heading = tag[2..].starts_with(|c: char| c.is_ascii_digit()) && !tag.contains("</h");
    let tag = tag.split('>').next().unwrap_or_default();
    is_heading && !tag.contains('\n') && ids(tag).next().is_some()
}

/// Names in `id="name"` and `name="name"`, and before `)=` as `MyST` has them.
fn ids(text: &str) -> impl Iterator<Item = String> {
    let attributes = [" id=", " name="]
        .into_iter()
        .flat_map(move |attribute| text.match_indices(attribute))
        .map(|(at, attribute)| &text[at + attribute.len()..]);
    let values = attributes.filter_map(|value| {
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let value = value.trim_start_matches(['"', '\'', '{']);
        let ends = |c: char| Some(c) == quote || c.is_whitespace() || matches!(c, '>' | '"' | '\'');
        value.split(ends).next()
    });
    let target = text
        .trim()
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(")="));
    values.chain(target).map(key).filter(|key| !key.is_empty())
}

/// Whether a line is an anchor and nothing else, so that it names what is below.
fn is_anchor_alone(line: &str) -> bool {
    let line = line.trim();
    line.is_empty() || line.starts_with("<a ") || line.starts_with('(') && line.ends_with(")=")
}

/// `[[name]]`, `[#name]`, `[.role#name]`, `[id=name]`.
fn is_block_anchor(line: &str) -> bool {
    let inside = line
        .trim()
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    inside.is_some_and(|inside| {
        let first = inside.split(',').next().unwrap_or_default();
        inside.starts_with('[') || first.contains('#') || inside.contains("id=")
    })
}

/// Keys behind the prefix that an `AsciiDoc` document gives to all of its anchors.
fn prefixed(source: &str, keys: &[String]) -> Vec<String> {
    let header = &source[..source.floor_char_boundary(NEAR)];
    let mut prefixes = header
        .lines()
        .filter_map(|line| line.strip_prefix(":idprefix:"));
    let prefix = prefixes.next().map(key).unwrap_or_default();
    if prefix.is_empty() {
        return Vec::new();
    }
    keys.iter().map(|key| format!("{prefix}{key}")).collect()
}

/// Whether a line is the row above a title.
fn is_row(line: &str) -> bool {
    let line = line.trim();
    line.chars().next().is_some_and(|sign| {
        sign.is_ascii_punctuation() && sign != '.' && line.chars().all(|c| c == sign)
    })
}

//! Which abbreviations a text spells out by their initials, whatever the glossary
//! calls them: what the author means holds for every later use.

use memchr::memchr2_iter;
use rustc_hash::FxHashMap;

use super::Occurrence;
use super::explained::{before_brackets, ends_with_long_form, inside_brackets, is_long_form};
use crate::document::Part;
use crate::english::casing::is_all_capitals;

/// The abbreviations of a part, looked for when one is first asked about.
pub(super) struct Abbreviations<'p> {
    part: &'p Part<'p>,
    /// Where in the part's prose each is first spelled out.
    spelled_out: Option<FxHashMap<&'p str, usize>>,
}

impl<'p> Abbreviations<'p> {
    pub(super) fn of(part: &'p Part<'p>) -> Self {
        Self {
            part,
            spelled_out: None,
        }
    }

    /// Whether the part has spelled out the form of an occurrence before it.
    pub(super) fn spell_out(&mut self, occurrence: &Occurrence<'_>) -> bool {
        let part = self.part;
        let segment = &part.segments[occurrence.segment];
        let form = occurrence.matched.span;
        let Some(letters) = letters(&part.text(segment)[form.range()]) else {
            return false;
        };
        let places = self.spelled_out.get_or_insert_with(|| places(part));
        let first = places.get(letters);
        first.is_some_and(|&at| at < segment.prose.start + form.start)
    }
}

/// An abbreviation without the `s` of its plural.
fn letters(word: &str) -> Option<&str> {
    let letters = word.strip_suffix('s').unwrap_or(word);
    is_all_capitals(letters).then_some(letters)
}

/// The abbreviations that a part spells out.
pub fn spelled_out<'p>(part: &'p Part<'_>) -> impl Iterator<Item = &'p str> {
    places(part).into_keys()
}

/// The places where `long form (SHORT)` or `SHORT (long form)` stands.
fn places<'p>(part: &'p Part<'_>) -> FxHashMap<&'p str, usize> {
    let mut places = FxHashMap::default();
    for segment in &part.segments {
        let text = part.text(segment);
        for open in memchr2_iter(b'(', b'[', text.as_bytes()) {
            let found =
                behind_its_long_form(text, open).or_else(|| before_its_long_form(text, open));
            if let Some((letters, at)) = found {
                places.entry(letters).or_insert(segment.prose.start + at);
            }
        }
    }
    places
}

/// `long form (SHORT)`, with the bracket at `open`.
fn behind_its_long_form(text: &str, open: usize) -> Option<(&str, usize)> {
    let inside = text[open + 1..].trim_start_matches(['"', '“', '\'', '‘']);
    let at = text.len() - inside.len();
    let closes = |c: char| c.is_whitespace() || ")],;\"”'’".contains(c);
    let short = &inside[..inside.find(closes)?];
    let long = before_brackets(&text[..at], &inside[short.len()..])?;
    let letters = letters(short)?;
    ends_with_long_form(long, letters).then_some((letters, at))
}

/// `SHORT (long form)`, with the bracket at `open`.
fn before_its_long_form(text: &str, open: usize) -> Option<(&str, usize)> {
    let before = text[..open].trim_end();
    let at = before
        .rfind(|c: char| !c.is_alphanumeric() && !"&/-".contains(c))
        .map_or(0, |gap| before.ceil_char_boundary(gap + 1));
    let letters = letters(&before[at..])?;
    is_long_form(inside_brackets(&text[open..])?, letters).then_some((letters, at))
}

//! Where an explanation has room: running text in the author's own words, behind the
//! noun group of its term, where brackets tear no sentence apart.

use std::collections::BTreeSet;

use super::place::Place;
use crate::check::Block;
use crate::document::{AreaKind, SegmentKind};
use crate::english::role;
use crate::glossary::term::{PartOfSpeech, Rewrite};
use crate::matcher::ReadingPlace;
use crate::text::address::Addresses;
use crate::text::quotation;
use crate::text::span::Span;
use crate::text::word::is_word_space;

/// A table's cell of fewer words has no room.
const LEAST_WORDS_OF_CELL: usize = 5;

/// How far back an open bracket is looked for, in bytes.
const REACH: usize = 1_000;

/// Where an explanation goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// The end of the noun group, in the block's text.
    pub(super) end: usize,
    /// Whether other nouns stand between, so that the explanation has to name its term.
    pub(super) is_named: bool,
}

impl Room {
    /// Right behind a match.
    pub(super) fn behind(place: &Place<'_>) -> Self {
        Self {
            end: place.matched.whole().end,
            is_named: false,
        }
    }
}

/// The places at which terms are explained in brackets: a sentence takes one.
#[derive(Debug, Default)]
pub(super) struct Explanations(BTreeSet<(Block, usize)>);

impl Explanations {
    /// Those that the text has of its own.
    pub(super) fn of(places: &[(Block, usize)]) -> Self {
        Self(places.iter().copied().collect())
    }

    /// A term is explained there.
    pub(super) fn note(&mut self, place: &Place<'_>) {
        self.0.insert((place.block, place.matched.span().start));
    }

    /// Whether one stands in the sentence of a place.
    fn stand_beside(&self, place: &Place<'_>) -> bool {
        let sentence = sentence(place);
        let range = (place.block, sentence.start)..(place.block, sentence.end);
        self.0.range(range).next().is_some()
    }
}

/// Where a term is expanded or explained in a place, if that has room.
pub(super) fn of_words(
    place: &Place<'_>,
    how: Rewrite,
    explanations: &Explanations,
) -> Option<Room> {
    let room = match how {
        Rewrite::Explain => behind_group(place)?,
        _ => Room::behind(place),
    };
    let has_room = takes(place, room.end)
        && (how != Rewrite::Explain || !explanations.stand_beside(place) && !acts(place));
    has_room.then_some(room)
}

/// Where the mark of a footnote fits: right behind a match, also inside its noun group,
/// which a mark does not tear apart.
pub(super) fn of_mark(place: &Place<'_>) -> Option<Room> {
    let room = Room::behind(place);
    (behind_group(place).is_some() && takes(place, room.end)).then_some(room)
}

/// Whether nothing around the words up to `end` speaks against brackets behind them.
fn takes(place: &Place<'_>, end: usize) -> bool {
    let (part, segment) = (place.part, place.segment);
    let words = place.in_prose(Span::new(place.matched.span().start, end));
    let is_in = |kind| part.is_in(segment, words, kind);
    is_running_text(place)
        && ![AreaKind::LinkText, AreaKind::Fixed, AreaKind::Term]
            .into_iter()
            .any(is_in)
        && !place.is_quoted()
        && !quotation::is_in_marks(place.text, place.matched.whole())
        && !is_in_brackets(&place.text[..words.start - segment.prose.start])
        && !is_beside_sign(place, end)
        && !ends_in_address(place, end)
        && place.matched.possessive().is_none()
        && place.doubtful().is_none()
}

fn is_running_text(place: &Place<'_>) -> bool {
    match place.segment.kind {
        SegmentKind::Text => true,
        SegmentKind::Cell => place.text.split_whitespace().count() >= LEAST_WORDS_OF_CELL,
        _ => false,
    }
}

/// Whether a bracket is open where a text ends.
fn is_in_brackets(before: &str) -> bool {
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    let mut closed = 0_usize;
    for c in near.chars().rev() {
        match c {
            ')' | ']' | '）' => closed += 1,
            '(' | '[' | '（' if closed == 0 => return true,
            '(' | '[' | '（' => closed -= 1,
            _ => {}
        }
    }
    false
}

/// Whether a bracket or an option of a command follows, or a slash stands on either side.
fn is_beside_sign(place: &Place<'_>, end: usize) -> bool {
    let before = place.text[..place.matched.span().start].trim_end();
    let behind = place.text[end..].trim_start();
    let option = behind.trim_start_matches('-');
    let is_option =
        option.len() < behind.len() && option.starts_with(|c: char| c.is_ascii_alphabetic());
    is_option || before.ends_with('/') || behind.starts_with(['/', '(', '[', '（'])
}

/// Whether the last word up to `end` is the head of an address: `https` of a link.
fn ends_in_address(place: &Place<'_>, end: usize) -> bool {
    let own = place.matched.whole().end;
    let words = &place.text[own.min(end)..end];
    let last = words.rsplit(is_word_space).next().unwrap_or_default();
    !last.is_empty() && Addresses::default().hold(place.text, Span::new(end - last.len(), end))
}

/// The end of what the match is the name of: of its noun group, or its own; none before a
/// noun that it only describes, or where that cannot be told.
fn behind_group(place: &Place<'_>) -> Option<Room> {
    let matched = place.matched;
    let own = Room::behind(place);
    match matched.entry.part_of_speech {
        PartOfSpeech::Noun | PartOfSpeech::ProperNoun => {
            let sentence = sentence(place);
            let noun = Span::new(matched.span().start, own.end);
            let noun = noun.start - sentence.start..noun.end - sentence.start;
            let plural = matched.reading.is_plural();
            let end = role::noun_group_end(&place.text[sentence.range()], noun, plural)?;
            let end = sentence.start + end;
            Some(Room {
                end,
                is_named: end > own.end,
            })
        }
        PartOfSpeech::Adjective => role::is_predicative(place.context()).then_some(own),
        _ => (matched.reading.place == ReadingPlace::Own).then_some(own),
    }
}

/// The sentence around a match, in the block's text.
fn sentence(place: &Place<'_>) -> Span {
    let context = place.context();
    let at = place.matched.span();
    Span::new(
        at.start - context.before.len(),
        at.end + context.after.len(),
    )
}

/// Whether a name is the one who acts: `GitHub upholds our promise`.
fn acts(place: &Place<'_>) -> bool {
    place.matched.entry.part_of_speech == PartOfSpeech::ProperNoun && role::acts(place.context())
}

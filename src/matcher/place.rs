//! A whole word or phrase where it stands: whether the words around let an entry be
//! meant there, and how it is used.

use super::matched::{Match, context_of};
use super::reading::read;
use crate::english::role;
use crate::english::sentence;
use crate::finding::Held;
use crate::glossary::context::{Surroundings, WINDOW};
use crate::glossary::forms::InflectionSet;
use crate::glossary::term::{Entry, PartOfSpeech};
use crate::text::fold::fold_char;
use crate::text::span::Span;
use crate::text::word::{Ending, Possessive, ends_word, is_hyphen, is_word_char, is_word_space};

/// Up to how many bytes a remark in brackets is passed over.
const LONGEST_REMARK: usize = 300;

/// A whole word or phrase where it stands.
pub(super) struct Place<'t> {
    pub(super) text: &'t str,
    pub(super) span: Span,
    sentence: Span,
    possessive: Option<(Possessive, usize)>,
}

impl<'t> Place<'t> {
    pub(super) fn new(text: &'t str, span: Span, ending: Ending) -> Self {
        let possessive = match ending {
            Ending::Possessive(which, length) => Some((which, length)),
            Ending::Closed | Ending::Open => None,
        };
        Self {
            text,
            span,
            sentence: sentence::bounds(text, span.range(), WINDOW).into(),
            possessive,
        }
    }

    /// The match of an entry here, with what is around it, if its context and its part
    /// of speech allow one.
    pub(super) fn matched<'m>(
        &self,
        entry: &'m Entry,
        inflections: InflectionSet,
        particle: Option<&str>,
    ) -> Option<(Match<'m>, Surroundings<'t>)> {
        if ends_in_compound(entry, self.text, self.span) {
            return None;
        }
        let particle = match particle {
            Some(particle) => Some(self.particle_behind_object(particle)?),
            None => None,
        };
        let whole = Span::new(self.span.start, particle.map_or(self.span.end, |p| p.end));
        // What explains the term in brackets does not change how it is used.
        let bracket = bracket_behind(&self.text[whole.end..self.sentence.end.max(whole.end)]);
        let around = Surroundings {
            text: self.text,
            at: Span::new(whole.start, whole.end + bracket),
            sentence: self.sentence,
        };
        if !entry.fits(around) {
            return None;
        }
        let mut context = context_of(self.text, self.span, self.sentence);
        if particle.is_none() {
            context.after = &context.after[bracket.min(context.after.len())..];
        }
        let reading = read(entry, inflections, context, self.possessive.is_some())?;
        let mut matched = Match::new(entry, self.span, self.sentence, reading)
            .with_particle(particle)
            .with_possessive(self.possessive);
        matched.held = entry.is_held(around).then_some(Held::Context);
        Some((matched, around))
    }

    /// Where `particle` stands behind an object of one to three words.
    fn particle_behind_object(&self, particle: &str) -> Option<Span> {
        let rest = &self.text[self.span.end..self.sentence.end.max(self.span.end)];
        let mut words = 0;
        let mut at = 0;
        loop {
            let gap = rest[at..].find(|c: char| !is_word_space(c))?;
            if gap == 0 {
                return None;
            }
            let start = at + gap;
            let length = rest[start..]
                .find(is_word_space)
                .unwrap_or(rest.len() - start);
            if words > 0 && starts_with_folded(&rest[start..start + length], particle) {
                let span = Span::new(start, start + particle.len()).shifted(self.span.end);
                let object = rest[..at].trim();
                let whole_word = ends_word(self.text, span.end) != Ending::Open;
                let behind = &rest[start + particle.len()..];
                let is_particle = !role::begins_place(particle, behind);
                return (whole_word && is_particle && role::is_object(object)).then_some(span);
            }
            words += 1;
            if words > 3 {
                return None;
            }
            at = start + length;
        }
    }
}

/// Whether a phrase begins with the last part of a hyphenated word: `roll-off of` has no
/// `off of` in it.
pub(super) fn starts_in_compound(text: &str, span: Span) -> bool {
    let before = text[..span.start].strip_suffix(is_hyphen);
    is_phrase(&text[span.range()]) && before.is_some_and(|before| before.ends_with(is_word_char))
}

/// Whether a hyphen joins the last word of a phrase to another. A noun with one keeps its
/// sense (`machine learning-based`), other phrases do not (`in time-outs`).
fn ends_in_compound(entry: &Entry, text: &str, span: Span) -> bool {
    let behind = text[span.end..].strip_prefix(is_hyphen);
    is_phrase(&text[span.range()])
        && entry.part_of_speech != PartOfSpeech::Noun
        && behind.is_some_and(|behind| behind.starts_with(is_word_char))
}

fn is_phrase(words: &str) -> bool {
    words.contains(|c| is_word_space(c) || is_hyphen(c))
}

/// The length of a remark in brackets that `text` begins with.
pub(super) fn bracket_behind(text: &str) -> usize {
    let space = text.len() - text.trim_start_matches(is_word_space).len();
    if space == 0 || !text[space..].starts_with('(') {
        return 0;
    }
    let near = &text[..text.floor_char_boundary(LONGEST_REMARK)];
    near.find(')').map_or(0, |close| close + 1)
}

/// The remark in brackets that a term at a place can have: `API (a way …)`, and with its
/// name in it where it stands further on, `API errors (API: a way …)`.
pub(super) fn remark_on(text: &str, term: Span) -> Option<Span> {
    let behind = &text[term.end..];
    if text[..term.start].ends_with('(') && behind.starts_with(": ") {
        let near = &behind[..behind.floor_char_boundary(LONGEST_REMARK)];
        let close = near.find(')')?;
        return Some(Span::new(term.start, term.end + close));
    }
    match bracket_behind(behind) {
        0 => None,
        length => {
            let open = behind.find('(')?;
            Some(Span::new(term.end + open + 1, term.end + length - 1))
        }
    }
}

/// Whether `text` begins with `prefix`, capitals aside; of the same length, as
/// the particles of English verbs are ASCII.
fn starts_with_folded(text: &str, prefix: &str) -> bool {
    let mut chars = text.chars();
    prefix
        .chars()
        .all(|expected| chars.next().map(fold_char) == Some(fold_char(expected)))
        && text.is_char_boundary(prefix.len())
}

//! Abbreviations that no glossary has and that the document does not spell out: its
//! reader cannot look them up anywhere. What stands in capitals for another reason (a
//! name, a key, a unit, a shouted word) is none.

use crate::document::{AreaKind, Part, Segment, SegmentKind};
use crate::english::abbreviation::{
    abbreviations, is_currency, is_determiner, is_numbered, is_ordinary, is_region,
    is_roman_numeral, is_unit, is_unit_alone, without_plural,
};
use crate::english::casing::{is_all_capitals, is_capitalized};
use crate::english::role::Context;
use crate::english::sentence::{bounds, starts_sentence};
use crate::glossary::context::WINDOW;
use crate::matcher::Matcher;
use crate::text::address::Addresses;
use crate::text::span::Span;
use crate::text::word::{Ending, ends_word, is_hyphen, is_word_char, starts_word};

/// An abbreviation that nobody explains, where it stands.
#[derive(Clone, Debug)]
pub struct Undefined {
    /// The part of the document.
    pub part: usize,
    /// The segment in that part.
    pub segment: usize,
    /// Where it is in the segment's prose.
    pub span: Span,
    /// The bytes of the part's source that it stands for.
    pub source: Span,
    /// Its letters, without the `s` of a plural.
    pub letters: String,
}

impl Undefined {
    /// The words around it in its sentence.
    pub(super) fn context<'p>(&self, part: &'p Part<'_>) -> Context<'p> {
        let text = part.text(&part.segments[self.segment]);
        let Span { start, end } = self.span;
        let sentence = bounds(text, start..end, WINDOW);
        Context {
            before: &text[sentence.start..start],
            form: &text[start..end],
            after: &text[end..sentence.end],
        }
    }
}

/// The abbreviations in a part that no entry covers, and no word that is allowed, in the
/// order of the source.
pub(super) fn undefined(part: &Part<'_>, index: usize, matcher: &Matcher) -> Vec<Undefined> {
    let mut found = Vec::new();
    for (number, segment) in part.segments.iter().enumerate() {
        if segment.kind == SegmentKind::Explanation {
            continue;
        }
        let text = part.text(segment);
        let mut addresses = Addresses::default();
        for span in abbreviations(text).map(Span::from) {
            let place = Place { text, span };
            // Most are terms, which is soon known.
            if is_in_prose(part, segment, span)
                && place.is_whole()
                && !matcher.covers(text, span)
                && place.is_abbreviation()
                && !addresses.hold(text, span)
            {
                found.push(Undefined {
                    part: index,
                    segment: number,
                    span,
                    source: part.source_span(segment, span.shifted(segment.prose.start)),
                    letters: place.letters().to_owned(),
                });
            }
        }
    }
    found.sort_by_key(|found| found.source);
    found
}

/// Whether a stretch of a segment is the author's own prose, and no name that markup
/// says is defined there.
fn is_in_prose(part: &Part<'_>, segment: &Segment, span: Span) -> bool {
    let prose = span.shifted(segment.prose.start);
    let is_in = |kind| part.is_in(segment, prose, kind);
    !is_in(AreaKind::Opaque) && !is_in(AreaKind::Term)
}

/// A word that looks like an abbreviation, in its block.
struct Place<'t> {
    text: &'t str,
    span: Span,
}

impl<'t> Place<'t> {
    fn is_abbreviation(&self) -> bool {
        !self.is_in_code() && !self.is_code() && !self.is_in_name() && !self.is_in_shout()
    }

    fn letters(&self) -> &'t str {
        without_plural(&self.text[self.span.range()])
    }

    /// Whether it is a word of its own, or one with an ending or a small word behind a
    /// hyphen: `OSPO's`, `OSPO-led`.
    fn is_whole(&self) -> bool {
        let tied = |hyphen: Option<char>, beyond: Option<char>| {
            hyphen.is_some_and(is_hyphen)
                && beyond.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        };
        let mut before = self.text[..self.span.start].chars().rev();
        let mut after = self.text[self.span.end..].chars();
        starts_word(self.text, self.span.start)
            && ends_word(self.text, self.span.end) != Ending::Open
            && !tied(before.next(), before.next())
            && !tied(after.next(), after.next())
    }

    /// Whether signs around make it a placeholder or a piece of code: `<ID>`, `$HOME`.
    fn is_in_code(&self) -> bool {
        let before = self.text[..self.span.start].chars().next_back();
        let after = &self.text[self.span.end..];
        let opens = before.is_some_and(|c| "#@$%\\<{[~^=&:;.+".contains(c));
        let closes =
            after.starts_with(['#', '@', '$', '%', '\\', '>', '}', ']', '=', '&', '+', '*']);
        let joined = after.starts_with("::")
            || after
                .strip_prefix(';')
                .is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        let calls = after.starts_with('(') && !after.starts_with("(s)");
        opens || closes || calls || joined
    }

    /// Whether it is a numeral, a unit, a code, an ordinary word, a placeholder.
    fn is_code(&self) -> bool {
        let letters = self.letters();
        let is_plural = letters.len() < self.span.len();
        let (before, after) = (self.word_before(), self.word_behind());
        let behind_number = before.is_some_and(|word| word.ends_with(|c: char| c.is_ascii_digit()));
        let before_number =
            after.is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        let behind_article = is_plural || before.is_some_and(is_determiner);
        let first = letters.chars().next();
        let repeats = letters.chars().all(|c| Some(c) == first);
        repeats
            || before_number
            || is_roman_numeral(letters, before.is_some_and(is_numbered))
            || is_unit_alone(letters)
            || behind_number && is_unit(letters)
            || is_currency(letters, behind_number)
            || is_region(letters, behind_article)
            || is_ordinary(letters)
            || ["ABC", "XYZ", "FOO", "BAR", "BAZ"].contains(&letters)
    }

    /// Whether a capitalised word beside it makes the two a name: `Washington DC`,
    /// `MGM Grand Hotel`. The first word of a sentence says nothing if it is common.
    fn is_in_name(&self) -> bool {
        let is_common = |word: &str| {
            let start = self.text[..self.span.start].trim_end().len() - word.len();
            is_ordinary(word) && starts_sentence(self.text, start)
        };
        let is_part = |word: &str| is_proper(word) && !is_common(word);
        self.word_before().is_some_and(is_part) || self.word_behind().is_some_and(is_proper)
    }

    /// Whether a word beside it is shouted, too: `CLOSE THE DOOR`.
    fn is_in_shout(&self) -> bool {
        let is_shout =
            |word: &str| is_all_capitals(word) && (word.chars().count() > 6 || is_ordinary(word));
        let beside = [self.word_before(), self.word_behind()];
        beside.into_iter().flatten().any(is_shout)
    }

    /// The word before, if nothing but a space lies between.
    fn word_before(&self) -> Option<&'t str> {
        let before = self.text[..self.span.start].strip_suffix([' ', '\u{a0}'])?;
        let start = before.rfind(|c: char| !is_word_char(c) && !is_joined(c));
        let start = start.map_or(0, |at| before.ceil_char_boundary(at + 1));
        Some(&before[start..]).filter(|word| !word.is_empty())
    }

    /// The word behind, if nothing but a space lies between.
    fn word_behind(&self) -> Option<&'t str> {
        let behind = self.text[self.span.end..].strip_prefix([' ', '\u{a0}'])?;
        let end = behind
            .find(|c: char| !is_word_char(c) && !is_joined(c))
            .unwrap_or(behind.len());
        Some(&behind[..end]).filter(|word| !word.is_empty())
    }
}

/// Whether a word has a first capital as names have it: `Hotel`, and not `APIs`.
fn is_proper(word: &str) -> bool {
    is_capitalized(word) && word.contains(char::is_lowercase) && without_plural(word) == word
}

/// What can stand inside a word beside an abbreviation.
fn is_joined(c: char) -> bool {
    is_hyphen(c) || matches!(c, '\'' | '’' | '&')
}

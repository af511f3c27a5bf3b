//! What stands beside a name as its full form can: in brackets before or behind it,
//! behind *short for* or *stands for*, between commas, after a dash, in the cell next
//! to it. Whether it is its full form, the words have to say.

use crate::document::{Part, Segment, SegmentKind};
use crate::english::initials::{end_of_long_form, start_of_long_form};
use crate::glossary::meaning::without_article;
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::word::{OBJECT, is_word_space};

mod rows;

/// How far from a name its full form is looked for, in bytes.
const REACH: usize = 400;

/// How many words, signs and marks are passed between a name and its full form.
const MOST_STEPS: usize = 8;

/// How many words can stand before a name in its brackets: `(hereafter called API)`.
const MOST_WORDS_IN_BRACKETS: usize = 4;

/// Where the full form of a name can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Beside<'t> {
    /// The text that it ends or starts.
    pub(super) text: &'t str,
    /// Whether it ends the text, because the name stands behind it.
    pub(super) ends: bool,
    /// Whether the place itself says that the one explains the other; a comma, a dash
    /// or a cell does not.
    pub(super) is_certain: bool,
}

/// The places around a name in a segment of a part, its neighbors in a table or a list
/// included if it stands alone.
pub(super) fn places<'p>(part: &'p Part<'_>, segment: usize, name: Span) -> Vec<Beside<'p>> {
    let text = part.text(&part.segments[segment]);
    let mut places = Vec::new();
    before(&text[..name.start], &mut places);
    behind(&text[name.end..], &mut places);
    places.extend(in_named_brackets(text, name));
    places.extend(labeled(text, name));
    let asks = asks_what(&text[..name.start]);
    places.extend(below_its_name(text, name));
    rows::in_rows(text, name, &mut places);
    let is_alone = |text: &str| text.trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
    if (asks || is_alone(&text[..name.start])) && is_alone(&text[name.end..]) {
        let neighbor =
            |segment: Option<usize>| -> Option<&'p Segment> { part.segments.get(segment?) };
        let cells = [
            (segment.checked_sub(1), true),
            (segment.checked_add(1), false),
        ];
        places.extend(cells.into_iter().filter_map(|(number, ends)| {
            let neighbor = neighbor(number)?;
            let text = part.text(neighbor);
            // `| Rubric | The list that … |`
            let is_meaning = neighbor.kind == SegmentKind::Cell && begins_with_article(text);
            (text.len() <= REACH).then_some(Beside {
                text,
                ends,
                is_certain: !ends && (asks || is_meaning),
            })
        }));
    }
    places
}

/// What stands behind a name that opens its block as a label, or in a question what it
/// is: `Rubric: a list of …`, `What is a rubric? A list of …`.
fn labeled(text: &str, name: Span) -> Option<Beside<'_>> {
    let behind = &text[name.end..text.floor_char_boundary(name.end + REACH)];
    let behind = behind.trim_start_matches(is_quote_or_object).trim_start();
    let before = &text[..name.start];
    let is_label = || before.chars().all(is_quote_or_object);
    let meaning = match behind.strip_prefix([':', '–', '—', '=']) {
        Some(meaning) => Some(meaning).filter(|_| is_label()),
        None => behind.strip_prefix('?').filter(|_| asks_what(before)),
    };
    meaning.map(|text| Beside {
        text: text.trim_start(),
        ends: false,
        is_certain: true,
    })
}

fn begins_with_article(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    ["a", "an", "the"]
        .iter()
        .any(|article| first.eq_ignore_ascii_case(article))
}

/// Whether the words before a name ask what it is.
fn asks_what(before: &str) -> bool {
    let before = before.trim_end().trim_end_matches(is_quote_or_object);
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    let mut words = near.split_whitespace().rev().peekable();
    let mut reads = |any: &[&str]| {
        words
            .next_if(|word| any.iter().any(|known| word.eq_ignore_ascii_case(known)))
            .is_some()
    };
    reads(&["a", "an", "the"]);
    reads(&["what's"]) || reads(&["is", "are"]) && reads(&["what"])
}

/// `1. SLA. Service level agreement`: a block that begins with its name as a sentence.
fn below_its_name(text: &str, name: Span) -> Option<Beside<'_>> {
    let begins = !text[..name.start].contains(char::is_alphabetic);
    let behind = text[name.end..].trim_start_matches(is_quote_or_object);
    let meaning = behind.strip_prefix(". ").filter(|_| begins)?;
    Some(Beside {
        text: &meaning[..meaning.floor_char_boundary(REACH)],
        ends: false,
        is_certain: false,
    })
}

/// How many words can stand between a name and brackets that begin with it.
const MOST_WORDS_OF_GROUP: usize = 8;

/// `API errors (API: a way …)`: brackets behind the noun group of a name that say which of
/// its words they explain, seen from the one before them and from the one in them.
fn in_named_brackets(text: &str, name: Span) -> Option<Beside<'_>> {
    let behind = &text[name.end..text.floor_char_boundary(name.end + REACH)];
    let inside = if text[..name.start].ends_with('(') {
        behind.strip_prefix(": ")
    } else {
        let (group, inside) = behind.split_once('(')?;
        let is_group = group.ends_with(' ')
            && group.split_whitespace().count() <= MOST_WORDS_OF_GROUP
            && !group.contains(['.', ',', ';', ':', '!', '?', ')', '\n']);
        let (start, meaning) = inside.split_once(": ").filter(|_| is_group)?;
        (fold(start) == fold(&text[name.range()])).then_some(meaning)
    };
    inside.map(|text| Beside {
        text: text.split(CLOSING).next().unwrap_or_default(),
        ends: false,
        is_certain: true,
    })
}

/// A walk from a name to what may be its full form.
struct Walk<'t, 'f> {
    rest: &'t str,
    ends: bool,
    is_tied: bool,
    is_certain: bool,
    found: &'f mut Vec<Beside<'t>>,
}

/// What stands before a name.
fn before<'t>(text: &'t str, found: &mut Vec<Beside<'t>>) {
    let text = &text[text.ceil_char_boundary(text.len().saturating_sub(REACH))..];
    if let Some(open) = text
        .rfind(OPENING)
        .filter(|open| !text[*open..].contains(CLOSING))
    {
        let inside = &text[open..];
        if inside.split_whitespace().count() <= MOST_WORDS_IN_BRACKETS {
            let text = without_mark(&text[..open]);
            found.push(Beside {
                text,
                ends: true,
                is_certain: true,
            });
        }
    }
    let mut walk = Walk {
        rest: text,
        ends: true,
        is_tied: false,
        is_certain: false,
        found,
    };
    (0..MOST_STEPS).take_while(|_| walk.step_back()).count();
}

/// What stands behind a name.
fn behind<'t>(text: &'t str, found: &mut Vec<Beside<'t>>) {
    let text = &text[..text.floor_char_boundary(REACH)];
    let text = text.trim_start_matches(is_quote_or_object);
    let gap = &text[..text.len() - text.trim_start().len()];
    let inside = text
        .trim_start()
        .strip_prefix(OPENING)
        .map(|inside| inside.split(CLOSING).next());
    let mut walk = Walk {
        rest: inside.flatten().unwrap_or(text),
        ends: false,
        is_tied: inside.is_some() || gap.contains(['\t', '\n']) || gap.len() > 1,
        is_certain: inside.is_some(),
        found,
    };
    (0..MOST_STEPS).take_while(|_| walk.step_on()).count();
    // `SLA (99.9 %): service level agreement`
    if let Some((_, rest)) = text.split_once(CLOSING).filter(|_| inside.is_some()) {
        let mut walk = Walk {
            rest,
            ends: false,
            is_tied: false,
            is_certain: false,
            found,
        };
        (0..MOST_STEPS).take_while(|_| walk.step_on()).count();
    }
}

const OPENING: [char; 3] = ['(', '[', '（'];
const CLOSING: [char; 3] = [')', ']', '）'];
const SIGNS: [char; 7] = [',', ':', '=', '/', '–', '—', '-'];

/// Words that tie a full form before a name to it, and say that it is one.
#[rustfmt::skip]
const NAMING: &[&str] = &[
    "a.k.a", "abbreviated", "abbreviation", "acronym", "aka", "call", "called", "henceforth", "hereafter",
    "hereinafter", "known", "named", "short", "shortened",
];

/// What says of a name what it stands for.
#[rustfmt::skip]
const MEANING: &[&str] = &[
    "? it is", "? they are", "? this is", "abbreviates", "abbreviation", "acronym", "are what we call", "denotes", "i.e",
    "ie", "initialism", "is what is called", "is what we call", "mean", "meaning", "means", "refers to", "short for",
    "stand for", "standing for", "stands for", "we mean",
];

/// Words that tie the two together and can stand there for another reason.
#[rustfmt::skip]
const TYING: &[&str] = &[
    "are", "is", "or",
];

/// Words that stand among these.
#[rustfmt::skip]
const PASSED: &[&str] = &[
    "a", "also", "an", "as", "commonly", "for", "full", "in", "it", "its", "just", "of", "often", "our", "referred",
    "simply", "sometimes", "that", "the", "their", "to", "usually", "we", "which",
];

impl<'t> Walk<'t, '_> {
    /// Passes one sign or word before the name. Whether there was one to pass.
    fn step_back(&mut self) -> bool {
        let text = without_mark(self.rest.trim_end_matches(is_quote_or_object));
        let bare = text.trim_end_matches(|c| is_word_space(c) || c == '\n');
        let bare = without_mark(bare.trim_end_matches(is_quote_or_object));
        if let Some(rest) = bare.strip_suffix(SIGNS) {
            let is_apart =
                !bare.ends_with('-') || text.len() > bare.len() && rest.ends_with([' ', '-']);
            return is_apart && self.pass(rest, true, false);
        }
        let start = bare.rfind(|c: char| !c.is_alphanumeric() && c != '.');
        let start = start.map_or(0, |at| bare.ceil_char_boundary(at + 1));
        let word = &bare[start..];
        let bare_word = word.trim_end_matches('.');
        let is_naming = NAMING
            .iter()
            .any(|naming| bare_word.eq_ignore_ascii_case(naming));
        self.pass_word(word, &bare[..start], is_naming)
    }

    /// Passes one sign or word behind the name. Whether there was one to pass.
    fn step_on(&mut self) -> bool {
        let text = self.rest.trim_start_matches(is_quote_or_object);
        let bare = text.trim_start().trim_start_matches(is_quote_or_object);
        if self.is_tied {
            self.find(bare);
        }
        if let Some(rest) = bare
            .strip_prefix(SIGNS)
            .or_else(|| bare.strip_prefix(OPENING))
        {
            let is_apart =
                !bare.starts_with('-') || text.len() > bare.len() || rest.starts_with([' ', '-']);
            return is_apart && self.pass(rest, true, false);
        }
        let end = bare
            .find(|c: char| !c.is_alphanumeric() && c != '.')
            .unwrap_or(bare.len());
        let phrase = MEANING
            .iter()
            .find(|phrase| starts_with_phrase(bare, phrase));
        match phrase {
            Some(phrase) => {
                let rest = &bare[phrase.len()..];
                self.pass(rest.strip_prefix('.').unwrap_or(rest), true, true)
            }
            None => self.pass_word(&bare[..end], &bare[end..], false),
        }
    }

    /// Passes a word, if it is one that stands between a name and its full form.
    fn pass_word(&mut self, word: &str, rest: &'t str, says: bool) -> bool {
        let word = word.trim_end_matches('.').to_lowercase();
        let ties = says || TYING.contains(&&*word);
        (ties || PASSED.contains(&&*word)) && self.pass(rest, ties, says)
    }

    fn pass(&mut self, rest: &'t str, ties: bool, says: bool) -> bool {
        self.rest = rest;
        self.is_tied |= ties;
        self.is_certain |= says;
        if self.is_tied && self.ends {
            self.find(rest);
        }
        true
    }

    fn find(&mut self, text: &'t str) {
        let (ends, is_certain) = (self.ends, self.is_certain);
        self.found.push(Beside {
            text,
            ends,
            is_certain,
        });
    }
}

fn is_quote_or_object(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '”' | '„' | '\'' | '‘' | '’' | '«' | '»' | '*' | '_' | '`' | OBJECT
    )
}

/// A text without the mark of a note at its end: `interface[^1]`, `interface [2]`.
fn without_mark(text: &str) -> &str {
    let text = text.trim_end_matches(is_quote_or_object);
    let mark = text.strip_suffix(']').and_then(|rest| rest.rfind('['));
    let is_mark = |at: &usize| {
        let label = &text[*at + 1..text.len() - 1];
        label.starts_with('^')
            || !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit())
    };
    mark.filter(is_mark).map_or(text, |at| &text[..at])
}

/// Whether a text starts with words, in any capitals.
fn starts_with_phrase(text: &str, phrase: &str) -> bool {
    let head = text.get(..phrase.len());
    let behind = text.get(phrase.len()..).unwrap_or_default();
    head.is_some_and(|head| head.eq_ignore_ascii_case(phrase))
        && !behind.starts_with(char::is_alphanumeric)
}

/// Whether the words beside an abbreviation are those that its letters begin.
pub(super) fn is_made_of_initials(place: Beside<'_>, letters: &str) -> bool {
    if place.ends {
        start_of_long_form(place.text, letters).is_some()
    } else {
        let bare = without_article(place.text);
        [place.text, bare]
            .iter()
            .any(|text| end_of_long_form(text, letters).is_some())
    }
}

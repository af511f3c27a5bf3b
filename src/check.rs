//! From a document to the places where its audience meets jargon. What the
//! audience knows, what the document explains itself, and what a directive
//! silences is no finding; what to write instead is for `rewrite`.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::{Document, Part};
use crate::english::abbreviation::{looks_abbreviated, without_plural};
use crate::english::variety::Signs;
use crate::finding::UNDEFINED_ABBREVIATION;
use crate::matcher::{Match, Matcher, Scratch, Subjects};
use crate::text::span::{Packed, Span, narrow};

mod beside;
mod defined;
mod explained;
mod introductions;
mod languages;
mod occurrences;
mod own_names;
mod own_words;
mod silence;
mod speakers;
mod undefined;

pub use explained::{Block, Explained};
pub use introductions::{spelled_out, unsaid};
pub use occurrences::sentences_of;
pub use own_names::OwnNames;
pub use silence::{Oddity, standing};
pub use undefined::Undefined;

use defined::Definitions;
use explained::{Explanation, explanation};
use introductions::Introductions;
use languages::Languages;
use silence::Silence;
use undefined::undefined;

/// A match that is jargon to the audience.
#[derive(Clone, Debug)]
pub struct Occurrence<'m> {
    /// The match; its spans are offsets into the segment's prose.
    pub matched: Match<'m>,
    source: Packed,
    part: u32,
    segment: u32,
    /// Whether a match whose capitals are those of its term stands right before it, and
    /// right behind; whether that is jargon here or not.
    pub touched: [bool; 2],
}

impl<'m> Occurrence<'m> {
    fn new(block: Block, matched: Match<'m>, source: Span) -> Self {
        Self {
            matched,
            source: source.into(),
            part: narrow(block.0),
            segment: narrow(block.1),
            touched: [false, false],
        }
    }

    /// The part of the document.
    pub fn part(&self) -> usize {
        self.part as usize
    }

    /// The segment in that part.
    pub fn segment(&self) -> usize {
        self.segment as usize
    }

    /// The block that it is in.
    pub fn block(&self) -> Block {
        (self.part(), self.segment())
    }

    /// The bytes of the part's source that it stands for.
    pub fn source(&self) -> Span {
        self.source.span()
    }
}

/// What a check found.
#[derive(Debug, Default)]
pub struct Checked<'m> {
    /// The occurrences, in order of place.
    pub occurrences: Vec<Occurrence<'m>>,
    /// Abbreviations that nobody explains, in order of place.
    pub undefined: Vec<Undefined>,
    /// Where the text explains a term in brackets: block, and place in it.
    pub explanations: Vec<(Block, usize)>,
    /// Where the text first explains a term, by its rule: the block, and its source.
    pub explained: FxHashMap<Arc<str>, (Block, Span)>,
    /// What is odd about directives: part, and place in its source.
    pub oddities: Vec<(usize, Span, Oddity)>,
    /// The rules of what is silenced somewhere.
    pub silenced: FxHashSet<Arc<str>>,
    /// Whether words are left alone since their text is in another language.
    pub foreign: bool,
}

/// What is known of a text from what was read of it.
#[derive(Clone, Debug, Default)]
pub struct Known<'m> {
    /// The terms that it explains.
    pub explained: Explained,
    /// What it is about.
    pub subjects: Subjects<'m>,
    /// Which English it is in.
    pub signs: Signs,
    /// The names that it calls its own.
    pub own_names: OwnNames,
}

impl Known<'_> {
    /// Notes which English the author of a document writes.
    pub fn read_signs(&mut self, document: &Document<'_>) {
        for part in &document.parts {
            let own = part.segments.iter().filter(|segment| !segment.quoted);
            own.for_each(|segment| self.signs.read(part.text(segment)));
        }
    }
}

/// Checks a document. `known` is what earlier parts of the same text have told, and
/// learns what this one does.
pub fn check<'m>(
    document: &Document<'_>,
    matcher: &'m Matcher,
    audience: &str,
    known: &mut Known<'m>,
    scratch: &mut Scratch,
) -> Checked<'m> {
    let found = occurrences::surveyed(document, matcher, &mut known.subjects, scratch);
    let parts = document.parts.iter().enumerate();
    let unknown = parts.map(|(index, part)| undefined(part, index, matcher));
    let unknown = unknown.collect();
    jargon(document, matcher, audience, known, found, unknown)
}

/// Checks the terms in some blocks of a document; `known` is what the others have told.
pub fn check_blocks<'m>(
    document: &Document<'_>,
    matcher: &'m Matcher,
    audience: &str,
    known: &mut Known<'m>,
    scratch: &mut Scratch,
    asked: impl Fn(Block) -> bool,
) -> Checked<'m> {
    let found = occurrences::known(document, matcher, &known.subjects, scratch, asked);
    jargon(document, matcher, audience, known, found, Vec::new())
}

/// What of the occurrences in each part is jargon to the audience, and what of the
/// abbreviations that no glossary knows is explained nowhere.
fn jargon<'m>(
    document: &Document<'_>,
    matcher: &Matcher,
    audience: &str,
    known: &mut Known<'m>,
    found: Vec<Vec<Occurrence<'m>>>,
    unknown: Vec<Vec<Undefined>>,
) -> Checked<'m> {
    let mut checked = Checked::default();
    known.own_names.learn(document, &found, &unknown);
    let Known {
        explained,
        own_names,
        ..
    } = known;
    let mut unknown = unknown.into_iter();
    let introductions = Introductions::of(document);
    let mut languages = Languages::of(document);
    for ((index, part), mut found) in document.parts.iter().enumerate().zip(found) {
        let mut silence = Silence::new(part);
        let definitions = Definitions::of(part);
        let defined = found.iter().filter(|found| definitions.define(found));
        for occurrence in defined.filter(|found| !found.matched.entry.is_false_friend()) {
            explained.note_everywhere(occurrence.matched.entry);
        }
        let mut unknown = unknown.next().unwrap_or_default();
        unknown.retain(|found| !languages.is_foreign((index, found.segment)));
        let mut unknown = unknown.into_iter().peekable();
        let mut learn = |silence: &mut Silence<'_>, upto: usize| {
            while let Some(found) = unknown.next_if(|found| found.source.start < upto) {
                let is_unknown = !silence.covers(UNDEFINED_ABBREVIATION, found.source.start)
                    && introductions.first(&found.letters).is_none()
                    && !own_names.have_letters(&found.letters);
                if is_unknown {
                    checked.undefined.push(found);
                }
            }
        };
        found.retain(|occurrence| {
            learn(&mut silence, occurrence.source().start);
            let entry = occurrence.matched.entry;
            if silence.covers(&entry.rule, occurrence.source().start) {
                checked.silenced.insert(Arc::clone(&entry.rule));
                return false;
            }
            if entry.is_known_to(audience) || own_names.have(document, occurrence) {
                return false;
            }
            if languages.is_foreign(occurrence.block()) {
                checked.foreign = true;
                return false;
            }
            if !entry.is_false_friend() {
                let how = explanation(part, occurrence);
                if how == Some(Explanation::InBrackets) {
                    let place = (occurrence.block(), occurrence.matched.span().start);
                    checked.explanations.push(place);
                }
                if how.is_none() && explained.knows_at(entry, occurrence.block()) {
                    return false;
                }
                if how.is_some() || is_spelled_out(part, occurrence, &introductions) {
                    explained.note(entry, occurrence.block());
                    let place = (occurrence.block(), occurrence.source());
                    let rule = Arc::clone(&entry.rule);
                    checked.explained.entry(rule).or_insert(place);
                    return false;
                }
            }
            !definitions.define(occurrence)
        });
        occurrences::extend(&mut checked.occurrences, found);
        learn(&mut silence, usize::MAX);
        let odd = silence.oddities(matcher.layers()).into_iter();
        checked
            .oddities
            .extend(odd.map(|(span, oddity)| (index, span, oddity)));
    }
    checked
}

/// Whether the document has spelled out the form of an occurrence before it.
fn is_spelled_out(
    part: &Part<'_>,
    occurrence: &Occurrence<'_>,
    introductions: &Introductions<'_>,
) -> bool {
    let segment = &part.segments[occurrence.segment()];
    let form = occurrence.matched.span();
    let word = &part.text(segment)[form.range()];
    let place = (occurrence.part(), segment.prose.start + form.start);
    looks_abbreviated(word)
        && introductions
            .first(without_plural(word))
            .is_some_and(|first| first < place)
}

/// All matches of a document, whoever its audience is and whatever it explains.
pub fn occurrences<'m>(document: &Document<'_>, matcher: &'m Matcher) -> Vec<Occurrence<'m>> {
    let mut subjects = Subjects::default();
    occurrences::surveyed(document, matcher, &mut subjects, &mut Scratch::default()).concat()
}

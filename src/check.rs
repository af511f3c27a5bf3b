//! From a document to the places where its audience meets jargon. What the
//! audience knows, what the document explains itself, and what a directive
//! silences is no finding; what to write instead is for `rewrite`.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::document::{AreaKind, Document, Part, SegmentKind};
use crate::english::abbreviation::{looks_abbreviated, without_plural};
use crate::english::casing::is_capitalized;
use crate::finding::UNDEFINED_ABBREVIATION;
use crate::matcher::{Match, Matcher, Scratch};
use crate::parallel::{shares, side_by_side};
use crate::text::span::Span;

mod beside;
mod defined;
mod explained;
mod introductions;
mod silence;
mod undefined;

pub use explained::{Block, Explained};
pub use introductions::spelled_out;
pub use silence::{Oddity, standing};
pub use undefined::Undefined;

use defined::Definitions;
use explained::explains_itself;
use introductions::Introductions;
use silence::Silence;
use undefined::undefined;

/// A match that is jargon to the audience.
#[derive(Clone, Debug)]
pub struct Occurrence<'m> {
    /// The part of the document.
    pub part: usize,
    /// The segment in that part.
    pub segment: usize,
    /// The match; its spans are offsets into the segment's prose.
    pub matched: Match<'m>,
    /// The bytes of the part's source that it stands for.
    pub source: Span,
    /// The nearest matches in the block, before and behind, whose capitals are those of
    /// their terms; whether they are jargon here or not.
    pub beside: [Option<Span>; 2],
}

impl Occurrence<'_> {
    /// The block that it is in.
    pub fn block(&self) -> Block {
        (self.part, self.segment)
    }
}

/// What a check found.
#[derive(Debug, Default)]
pub struct Checked<'m> {
    /// The occurrences, in order of place.
    pub occurrences: Vec<Occurrence<'m>>,
    /// Abbreviations that nobody explains, each at its first place, in order.
    pub undefined: Vec<Undefined>,
    /// What is odd about directives: part, and place in its source.
    pub oddities: Vec<(usize, Span, Oddity)>,
}

/// Checks a document. `explained` is what earlier parts of the same text have
/// explained, and learns what this one does.
pub fn check<'m>(
    document: &Document<'_>,
    matcher: &'m Matcher,
    audience: &str,
    explained: &mut Explained,
    scratch: &mut Scratch,
) -> Checked<'m> {
    check_blocks(document, matcher, audience, explained, scratch, |_| true)
}

/// Checks some blocks of a document; `explained` is what the others explain.
pub fn check_blocks<'m>(
    document: &Document<'_>,
    matcher: &'m Matcher,
    audience: &str,
    explained: &mut Explained,
    scratch: &mut Scratch,
    asked: impl Fn(Block) -> bool + Sync,
) -> Checked<'m> {
    let mut checked = Checked::default();
    let introductions = Introductions::of(document);
    let mut seen = FxHashSet::default();
    for (index, part) in document.parts.iter().enumerate() {
        let mut silence = Silence::new(part);
        let definitions = Definitions::of(part);
        let asked = |segment| asked((index, segment));
        let occurrences = occurrences(part, index, matcher, scratch, asked);
        let defined = occurrences.iter().filter(|found| definitions.define(found));
        for occurrence in defined.filter(|found| !found.matched.entry.is_false_friend()) {
            explained.note_everywhere(occurrence.matched.entry);
        }
        let mut unknown = undefined(part, index, matcher, asked)
            .into_iter()
            .peekable();
        let mut learn = |silence: &mut Silence<'_>, upto: usize| {
            while let Some(found) = unknown.next_if(|found| found.source.start < upto) {
                let is_news = !silence.covers(UNDEFINED_ABBREVIATION, found.source.start)
                    && introductions.first(&found.letters).is_none()
                    && seen.insert(found.letters.clone());
                if is_news {
                    checked.undefined.push(found);
                }
            }
        };
        for occurrence in occurrences {
            learn(&mut silence, occurrence.source.start);
            let entry = occurrence.matched.entry;
            if silence.covers(&entry.rule, occurrence.source.start) || entry.is_known_to(audience) {
                continue;
            }
            if !entry.is_false_friend() {
                if explains_itself(part, &occurrence) {
                    explained.note(entry, occurrence.block());
                    continue;
                }
                if explained.knows_at(entry, occurrence.block()) {
                    continue;
                }
                if is_spelled_out(part, &occurrence, &introductions) {
                    explained.note(entry, occurrence.block());
                    continue;
                }
            }
            if !definitions.define(&occurrence) {
                checked.occurrences.push(occurrence);
            }
        }
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
    let segment = &part.segments[occurrence.segment];
    let form = occurrence.matched.span;
    let word = &part.text(segment)[form.range()];
    let place = (occurrence.part, segment.prose.start + form.start);
    looks_abbreviated(word)
        && introductions
            .first(without_plural(word))
            .is_some_and(|first| first < place)
}

/// Prose of more bytes than these is searched on all processors.
const LARGE: usize = 1 << 21;

/// All matches of a part in the order of its source, whoever its audience is.
pub fn occurrences<'m>(
    part: &Part<'_>,
    index: usize,
    matcher: &'m Matcher,
    scratch: &mut Scratch,
    asked: impl Fn(usize) -> bool + Sync,
) -> Vec<Occurrence<'m>> {
    let all = 0..part.segments.len();
    let mut found = if part.prose.len() > LARGE {
        let each = side_by_side(&shares(all.len()), |share| {
            occurrences_in(
                share.clone(),
                part,
                index,
                matcher,
                &mut Scratch::default(),
                &asked,
            )
        });
        each.concat()
    } else {
        occurrences_in(all, part, index, matcher, scratch, &asked)
    };
    found.sort_by_key(|occurrence| occurrence.source);
    for index in 0..found.len() {
        found[index].beside = beside(&found, index);
    }
    found
}

/// Among how many occurrences the neighbours in a block are looked for: the title of a
/// link may stand between two words of one block.
const REACH: usize = 8;

fn beside(found: &[Occurrence<'_>], index: usize) -> [Option<Span>; 2] {
    let has_capital = |other: &Occurrence<'_>| {
        let own_capital = is_capitalized(&other.matched.entry.term);
        (own_capital && other.block() == found[index].block()).then(|| other.matched.whole())
    };
    let (before, behind) = (&found[..index], &found[index + 1..]);
    let before = before.iter().rev().take(REACH).find_map(has_capital);
    [before, behind.iter().take(REACH).find_map(has_capital)]
}

/// The matches in some segments of a part.
fn occurrences_in<'m>(
    segments: Range<usize>,
    part: &Part<'_>,
    index: usize,
    matcher: &'m Matcher,
    scratch: &mut Scratch,
    asked: &impl Fn(usize) -> bool,
) -> Vec<Occurrence<'m>> {
    let mut occurrences = Vec::new();
    for number in segments {
        let segment = &part.segments[number];
        if segment.kind == SegmentKind::Explanation || !asked(number) {
            continue;
        }
        let shift = segment.prose.start;
        let masked = |span: Span| part.is_in(segment, span.shifted(shift), AreaKind::Opaque);
        matcher.find(part.text(segment), scratch, masked, |matched| {
            let source = part.source_span(segment, matched.whole().shifted(shift));
            occurrences.push(Occurrence {
                part: index,
                segment: number,
                matched,
                source,
                beside: [None, None],
            });
        });
    }
    occurrences
}

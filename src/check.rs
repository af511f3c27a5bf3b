//! From a document to the places where its audience meets jargon. What the
//! audience knows, what the document explains itself, and what a directive
//! silences is no finding; what to write instead is for `rewrite`.

use std::ops::Range;

use crate::document::{AreaKind, Document, Part, SegmentKind};
use crate::english::casing::is_capitalized;
use crate::matcher::{Match, Matcher, Scratch};
use crate::parallel::{shares, side_by_side};
use crate::text::span::Span;

mod abbreviations;
mod defined;
mod explained;
mod silence;

pub use abbreviations::spelled_out;
pub use explained::{Block, Explained};
pub use silence::{Oddity, standing};

use abbreviations::Abbreviations;
use defined::Definitions;
use explained::explains_itself;
use silence::Silence;

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
    for (index, part) in document.parts.iter().enumerate() {
        let mut silence = Silence::new(part);
        let mut abbreviations = Abbreviations::of(part);
        let mut definitions = Definitions::of(part);
        let asked = |segment| asked((index, segment));
        let occurrences = occurrences(part, index, matcher, scratch, asked);
        // A definition apart from the prose (`*[API]: …`) may stand behind what it defines.
        for occurrence in &occurrences {
            let kind = part.segments[occurrence.segment].kind;
            if kind == SegmentKind::Attribute && definitions.define(occurrence) {
                explained.note(occurrence.matched.entry, occurrence.block());
            }
        }
        for occurrence in occurrences {
            let entry = occurrence.matched.entry;
            if silence.covers(&entry.rule, occurrence.source.start) || entry.is_known_to(audience) {
                continue;
            }
            let text = part.text(&part.segments[occurrence.segment]);
            let is_defined = definitions.define(&occurrence);
            if !entry.is_false_friend() {
                if explains_itself(part, text, &occurrence) {
                    explained.note(entry, occurrence.block());
                    continue;
                }
                if explained.knows_at(entry, occurrence.block()) {
                    continue;
                }
                if is_defined || abbreviations.spell_out(&occurrence) {
                    explained.note(entry, occurrence.block());
                    continue;
                }
            }
            if !is_defined {
                checked.occurrences.push(occurrence);
            }
        }
        let odd = silence.oddities(matcher.layers()).into_iter();
        checked
            .oddities
            .extend(odd.map(|(span, oddity)| (index, span, oddity)));
    }
    checked
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

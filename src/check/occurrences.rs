//! Where the terms of a document stand, whoever its audience is. A first search learns
//! what the text is about; blocks in which the sense of a word depends on that are
//! searched once more.

use std::ops::Range;

use super::Occurrence;
use super::explained::Block;
use crate::document::{AreaKind, Document, Part, PieceKind, SegmentKind};
use crate::english::casing::is_capitalized;
use crate::glossary::term::Entry;
use crate::matcher::{Around, Found, Match, Matcher, Scratch, Subjects, sentences};
use crate::parallel::{shares, side_by_side};
use crate::text::span::Span;
use crate::text::word::OBJECT;

/// Prose of more bytes than these is searched on all processors.
const LARGE: usize = 1 << 21;

/// Signs at the start of code in a line, in the languages of markup.
const CODE: [&str; 8] = ["`", "<code", "<kbd", "<samp", "<tt", "=", "~", "\\texttt"];

/// How long a tag can be that code stands in, in bytes.
const LONGEST_TAG: usize = 100;

/// Whether an object is code, by what it begins with or by the tag right before it.
fn is_code(source: &str, object: Span) -> bool {
    let before = &source[..object.start];
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST_TAG))..];
    let tag = near.rfind('<').filter(|_| near.ends_with('>'));
    let tag = tag.map_or("", |at| &near[at..]);
    let starts = |sign: &&str| source[object.range()].starts_with(*sign) || tag.starts_with(*sign);
    CODE.iter().any(starts)
}

/// All matches of a document, of each part in the order of its source. `subjects`
/// learns what the document says of them.
pub(super) fn surveyed<'m>(
    document: &Document<'_>,
    matcher: &'m Matcher,
    subjects: &mut Subjects<'m>,
    scratch: &mut Scratch,
) -> Vec<Vec<Occurrence<'m>>> {
    let mut start = subjects.start();
    let mut surveys = Vec::with_capacity(document.parts.len());
    for (index, part) in document.parts.iter().enumerate() {
        let search = Search::new(part, index, matcher, &mut start);
        let survey = search.spread(scratch, |share, scratch| search.survey(share, scratch));
        for piece in &survey {
            piece
                .evidence
                .iter()
                .for_each(|&(entry, at)| subjects.add(entry, at));
            let leaning = piece.leaning.iter();
            leaning.for_each(|&(entry, at)| subjects.add_leaning(entry, at));
            piece.code.iter().for_each(|&at| subjects.add_code(at));
        }
        surveys.push((search, survey));
    }
    let mut found = Vec::with_capacity(surveys.len());
    for (search, survey) in surveys {
        let mut here = Vec::new();
        for piece in survey {
            extend(&mut here, piece.occurrences);
            for segment in piece.open {
                search.matches(segment, subjects, scratch, &mut here);
            }
        }
        found.push(in_order(here, search.part));
    }
    found
}

/// The matches in some blocks of a document, by what is known of its subjects.
pub(super) fn known<'m>(
    document: &Document<'_>,
    matcher: &'m Matcher,
    subjects: &Subjects<'_>,
    scratch: &mut Scratch,
    asked: impl Fn(Block) -> bool,
) -> Vec<Vec<Occurrence<'m>>> {
    let mut start = subjects.start();
    let parts = document.parts.iter().enumerate();
    parts
        .map(|(index, part)| {
            let search = Search::new(part, index, matcher, &mut start);
            let mut here = Vec::new();
            for segment in (0..part.segments.len()).filter(|&segment| asked((index, segment))) {
                search.matches(segment, subjects, scratch, &mut here);
            }
            in_order(here, part)
        })
        .collect()
}

/// How many sentences a document has, as places of subjects count them.
pub fn sentences_of(document: &Document<'_>) -> usize {
    let mut start = 0;
    for part in &document.parts {
        starts(part, &mut start);
    }
    start
}

/// How many sentences stand before each segment of a part that starts behind so many, which
/// goes on to its end. Cells that share a line are as near to one another as the words of
/// a sentence.
fn starts(part: &Part<'_>, start: &mut usize) -> Vec<usize> {
    let mut starts = Vec::with_capacity(part.segments.len());
    let mut cell: Option<usize> = None;
    for segment in &part.segments {
        let at = part.source_span(segment, segment.prose).start;
        let is_beside = |before: usize| {
            let gap = part.source.get(before..at);
            gap.is_some_and(|gap| !gap.contains('\n'))
        };
        let is_cell = segment.kind == SegmentKind::Cell;
        if is_cell && cell.is_some_and(is_beside) {
            *start -= 1;
        }
        cell = is_cell.then_some(at);
        starts.push(*start);
        *start += sentences(part.text(segment));
    }
    starts
}

/// What a search found and the verbs that hide in nouns there: of those that share a
/// place the one that begins first, then the longer one, then the term.
fn leftmost_longest<'m>(
    mut found: Vec<Found<'m>>,
    mut hidden: Vec<Match<'m>>,
) -> impl Iterator<Item = Found<'m>> {
    let goes_first = |term: &Match<'_>, verb: &Match<'_>| {
        let (term, verb) = (term.whole(), verb.span());
        term.overlaps(verb)
            && (term.start < verb.start || term.start == verb.start && term.end >= verb.end)
    };
    hidden.retain(|verb| {
        let is_first =
            |what: &Found<'_>| matches!(what, Found::Match(term) if goes_first(term, verb));
        !found.iter().any(is_first)
    });
    found.retain(|what| match what {
        Found::Match(term) => !hidden.iter().any(|verb| verb.span().overlaps(term.whole())),
        Found::Evidence(..) | Found::Open(..) | Found::OpenInRemark => true,
    });
    found
        .into_iter()
        .chain(hidden.into_iter().map(Found::Match))
}

/// The occurrences of a part in the order of its source, each with what touches it.
fn in_order<'m>(mut found: Vec<Occurrence<'m>>, part: &Part<'_>) -> Vec<Occurrence<'m>> {
    found.sort_by_key(Occurrence::source);
    for index in 0..found.len() {
        found[index].touched = touched(&found, index, part);
    }
    found
}

/// Among how many occurrences the neighbours in a block are looked for: the title of a
/// link may stand between two words of one block.
const REACH: usize = 8;

fn touched(found: &[Occurrence<'_>], index: usize, part: &Part<'_>) -> [bool; 2] {
    let here = &found[index];
    let has_capital = |other: &Occurrence<'_>| {
        let own_capital = is_capitalized(&other.matched.entry.term);
        (own_capital && other.block() == here.block()).then(|| other.matched.whole())
    };
    let (before, behind) = (&found[..index], &found[index + 1..]);
    let before = before.iter().rev().take(REACH).find_map(has_capital);
    let behind = behind.iter().take(REACH).find_map(has_capital);
    let text = part.text(&part.segments[here.segment()]);
    let is_gap = |gap: Range<usize>| text.get(gap).is_some_and(|gap| gap.trim().is_empty());
    let form = here.matched.span();
    [
        before.is_some_and(|before| is_gap(before.end..form.start)),
        behind.is_some_and(|behind| is_gap(form.end..behind.start)),
    ]
}

/// Adds to what there is; that is nothing yet, most often.
pub(super) fn extend<T>(all: &mut Vec<T>, mut more: Vec<T>) {
    if all.is_empty() {
        *all = more;
    } else {
        all.append(&mut more);
    }
}

/// A search in one part of a document.
struct Search<'p, 'm> {
    part: &'p Part<'p>,
    index: usize,
    matcher: &'m Matcher,
    /// How many sentences stand before each segment.
    starts: Vec<usize>,
}

/// What a first search finds in some segments.
#[derive(Default)]
struct Survey<'m> {
    /// The matches that nothing more has to be known for.
    occurrences: Vec<Occurrence<'m>>,
    /// Segments in which the sense of a word depends on the subjects of the text.
    open: Vec<usize>,
    evidence: Vec<(&'m Entry, usize)>,
    leaning: Vec<(&'m Entry, usize)>,
    code: Vec<usize>,
}

impl<'p, 'm> Search<'p, 'm> {
    fn new(part: &'p Part<'p>, index: usize, matcher: &'m Matcher, start: &mut usize) -> Self {
        Self {
            part,
            index,
            matcher,
            starts: starts(part, start),
        }
    }

    /// What `work` makes of all segments: of many at once on all processors.
    fn spread<R: Send>(
        &self,
        scratch: &mut Scratch,
        work: impl Fn(Range<usize>, &mut Scratch) -> R + Sync,
    ) -> Vec<R> {
        let all = 0..self.part.segments.len();
        if self.part.prose.len() <= LARGE {
            return vec![work(all, scratch)];
        }
        let work = |share: &Range<usize>| work(share.clone(), &mut Scratch::default());
        side_by_side(&shares(all.len()), work)
    }

    fn survey(&self, segments: Range<usize>, scratch: &mut Scratch) -> Survey<'m> {
        let mut survey = Survey::default();
        for segment in segments {
            let before = survey.occurrences.len();
            let mut is_open = false;
            self.find(segment, None, scratch, |found| match found {
                Found::Match(matched) => survey.occurrences.push(self.occurrence(segment, matched)),
                Found::Evidence(entry, at) => survey.evidence.push((entry, at)),
                Found::Open(entry, at) => {
                    survey.leaning.push((entry, at));
                    is_open = true;
                }
                Found::OpenInRemark => is_open = true,
            });
            if is_open {
                survey.occurrences.truncate(before);
                survey.open.push(segment);
            }
            self.note_code(segment, &mut survey.code);
        }
        survey
    }

    fn matches(
        &self,
        segment: usize,
        subjects: &Subjects<'_>,
        scratch: &mut Scratch,
        occurrences: &mut Vec<Occurrence<'m>>,
    ) {
        self.find(segment, Some(subjects), scratch, |found| {
            if let Found::Match(matched) = found {
                occurrences.push(self.occurrence(segment, matched));
            }
        });
    }

    fn find(
        &self,
        number: usize,
        subjects: Option<&Subjects<'_>>,
        scratch: &mut Scratch,
        found: impl FnMut(Found<'m>),
    ) {
        let segment = &self.part.segments[number];
        if segment.kind == SegmentKind::Explanation {
            return;
        }
        let shift = segment.prose.start;
        let masked = |span: Span| {
            let span = span.shifted(shift);
            self.part.is_in(segment, span, AreaKind::Opaque)
        };
        let around = Around {
            start: self.starts[number],
            subjects,
        };
        let text = self.part.text(segment);
        let mut hidden = self.matcher.hidden_verbs(text);
        hidden.retain(|verb| !masked(verb.span()));
        if hidden.is_empty() {
            return self.matcher.find(text, scratch, masked, around, found);
        }
        let mut all = Vec::new();
        let collect = |what| all.push(what);
        self.matcher.find(text, scratch, masked, around, collect);
        leftmost_longest(all, hidden).for_each(found);
    }

    fn occurrence(&self, segment: usize, matched: Match<'m>) -> Occurrence<'m> {
        let block = &self.part.segments[segment];
        let whole = matched.whole().shifted(block.prose.start);
        let source = self.part.source_span(block, whole);
        Occurrence::new((self.index, segment), matched, source)
    }

    /// Where code stands in a segment, in sentences of the text.
    fn note_code(&self, number: usize, code: &mut Vec<usize>) {
        let segment = &self.part.segments[number];
        let text = self.part.text(segment);
        if !text.contains(OBJECT) {
            return;
        }
        let (mut counted, mut sentence) = (0, self.starts[number]);
        for piece in self.part.pieces(segment, segment.prose) {
            if piece.kind == PieceKind::Object && is_code(&self.part.source, piece.source) {
                let at = piece.prose.start - segment.prose.start;
                sentence += sentences(&text[counted..at]) - 1;
                counted = at;
                code.push(sentence);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format;

    #[test]
    fn cells_of_a_line_are_as_near_as_words() {
        let table = [
            ("One. Two!", 3),
            ("One.\n\nTwo", 3),
            ("| a | b | c |\n|---|---|---|\n| d | e | f |\n\nTwo", 3),
        ];
        for (source, expected) in table {
            let document = format::default().read(source);
            assert_eq!(sentences_of(&document), expected, "{source}");
        }
    }

    #[test]
    fn code_is_known_by_its_sign_or_its_tag() {
        let table = [
            ("`x`", 0..3, true),
            ("<code class=\"a\">x</code>", 16..17, true),
            ("<b>x</b>", 3..4, false),
            ("<code>a</code> x", 15..16, false),
        ];
        for (source, object, expected) in table {
            assert_eq!(is_code(source, Span::from(object)), expected, "{source}");
        }
    }
}

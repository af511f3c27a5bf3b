//! Names that a document's readers know: of what it is about, and of who acts or writes
//! in it.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Occurrence;
use super::speakers::{Turn, speakers};
use super::undefined::Undefined;
use crate::document::{Document, SegmentKind};
use crate::english::abbreviation::is_determiner;
use crate::english::casing::{is_capitalized, words};
use crate::english::role::{acts, has_noun_behind, is_part_of_name};
use crate::glossary::term::PartOfSpeech;

/// How much tells that a name is the document's own: a title, two headings, or what it
/// does.
const ENOUGH: usize = 2;

/// The names that a text calls its own.
#[derive(Clone, Debug, Default)]
pub struct OwnNames {
    /// Rules of proper nouns.
    proper: FxHashSet<Arc<str>>,
    /// Rules of ordinary words that are part of a name where they have a capital.
    capitalized: FxHashSet<Arc<str>>,
    /// Abbreviations that no glossary has.
    letters: FxHashSet<String>,
    /// The initials of those who speak.
    speakers: FxHashSet<String>,
}

impl OwnNames {
    /// Whether an occurrence is one of the names.
    pub(super) fn have(&self, document: &Document<'_>, occurrence: &Occurrence<'_>) -> bool {
        let rule = &occurrence.matched.entry.rule;
        let form = form(document, occurrence);
        self.proper.contains(rule)
            || self.capitalized.contains(rule) && is_capitalized(form)
            || self.speakers.contains(form)
    }

    /// Whether an abbreviation is one of the names.
    pub(super) fn have_letters(&self, letters: &str) -> bool {
        self.letters.contains(letters) || self.speakers.contains(letters)
    }

    /// Adds the names that a document calls its own.
    pub(super) fn learn(
        &mut self,
        document: &Document<'_>,
        found: &[Vec<Occurrence<'_>>],
        unknown: &[Vec<Undefined>],
    ) {
        let mut signs: FxHashMap<&Arc<str>, usize> = FxHashMap::default();
        for occurrence in found.iter().flatten() {
            let entry = occurrence.matched.entry;
            if entry.part_of_speech == PartOfSpeech::ProperNoun {
                *signs.entry(&entry.rule).or_default() += sign(document, occurrence);
            } else if !entry.about.is_empty() && is_named(document, occurrence) {
                self.capitalized.insert(Arc::clone(&entry.rule));
            }
        }
        let own_now = signs.into_iter().filter(|&(_, signs)| signs >= ENOUGH);
        self.proper
            .extend(own_now.map(|(rule, _)| Arc::clone(rule)));
        self.letters.extend(acting(document, unknown));
        self.speakers
            .extend(speakers(&turns(document, found, unknown)));
    }
}

/// What is said behind the abbreviations of a document, of which a glossary may have some.
fn turns<'d>(
    document: &'d Document<'_>,
    found: &[Vec<Occurrence<'_>>],
    unknown: &[Vec<Undefined>],
) -> Vec<Turn<'d>> {
    let text = |part: usize, segment: usize| {
        let part = &document.parts[part];
        part.text(&part.segments[segment])
    };
    let known = found.iter().flatten();
    let known = known.filter_map(|it| Turn::at(text(it.part(), it.segment()), it.matched.span()));
    let others = unknown.iter().flatten();
    let others = others.filter_map(|it| Turn::at(text(it.part, it.segment), it.span));
    known.chain(others).collect()
}

/// Abbreviations that act without an article, and are never one of several: the names of
/// projects and of bodies, which their document is about.
fn acting(document: &Document<'_>, unknown: &[Vec<Undefined>]) -> FxHashSet<String> {
    let mut names = FxHashSet::default();
    let mut kinds: FxHashSet<&str> = FxHashSet::default();
    for found in unknown.iter().flatten() {
        let part = &document.parts[found.part];
        let context = found.context(part);
        let last = words(context.before).last();
        let is_owned = last.is_some_and(|word| word != "that" && is_determiner(word));
        // `The ZMK team` says nothing of ZMK.
        let is_kind = is_owned && (acts(context) || !has_noun_behind(context));
        if is_kind || context.form != found.letters {
            kinds.insert(&found.letters);
        } else if acts(context) {
            names.insert(found.letters.clone());
        }
    }
    names.retain(|letters| !kinds.contains(letters.as_str()));
    names
}

/// Whether an ordinary word is part of a name where it stands.
fn is_named(document: &Document<'_>, occurrence: &Occurrence<'_>) -> bool {
    let part = &document.parts[occurrence.part()];
    let text = part.text(&part.segments[occurrence.segment()]);
    is_capitalized(form(document, occurrence))
        && !is_capitalized(&occurrence.matched.entry.term)
        && is_part_of_name(occurrence.matched.context(text))
}

/// An occurrence as it is written.
fn form<'d>(document: &'d Document<'_>, occurrence: &Occurrence<'_>) -> &'d str {
    let part = &document.parts[occurrence.part()];
    &part.text(&part.segments[occurrence.segment()])[occurrence.matched.span().range()]
}

/// How much a place tells.
fn sign(document: &Document<'_>, occurrence: &Occurrence<'_>) -> usize {
    let part = &document.parts[occurrence.part()];
    let segment = &part.segments[occurrence.segment()];
    match segment.kind {
        SegmentKind::Title | SegmentKind::Heading(1) => ENOUGH,
        SegmentKind::Heading(_) if occurrence.segment() == 0 => ENOUGH,
        SegmentKind::Heading(_) => 1,
        _ if acts(occurrence.matched.context(part.text(segment))) => ENOUGH,
        _ => 0,
    }
}

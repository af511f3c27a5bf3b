//! Names that a document's readers know: of what it is about, and of who acts or writes
//! in it.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Occurrence;
use crate::document::{Document, SegmentKind};
use crate::english::role::acts;
use crate::glossary::term::PartOfSpeech;

/// How much tells that a name is the document's own: a title, two headings, or what it
/// does.
const ENOUGH: usize = 2;

/// Rules of the names that a text calls its own.
pub type OwnNames = FxHashSet<Arc<str>>;

/// Adds the names that a document calls its own.
pub(super) fn learn(own: &mut OwnNames, document: &Document<'_>, found: &[Vec<Occurrence<'_>>]) {
    let mut signs: FxHashMap<&Arc<str>, usize> = FxHashMap::default();
    for occurrence in found.iter().flatten() {
        let entry = occurrence.matched.entry;
        if entry.part_of_speech == PartOfSpeech::ProperNoun {
            *signs.entry(&entry.rule).or_default() += sign(document, occurrence);
        }
    }
    let own_now = signs.into_iter().filter(|&(_, signs)| signs >= ENOUGH);
    own.extend(own_now.map(|(rule, _)| Arc::clone(rule)));
}

/// How much a place tells.
fn sign(document: &Document<'_>, occurrence: &Occurrence<'_>) -> usize {
    let part = &document.parts[occurrence.part];
    let segment = &part.segments[occurrence.segment];
    match segment.kind {
        SegmentKind::Title | SegmentKind::Heading(1) => ENOUGH,
        SegmentKind::Heading(_) if occurrence.segment == 0 => ENOUGH,
        SegmentKind::Heading(_) => 1,
        _ if acts(occurrence.matched.context(part.text(segment))) => ENOUGH,
        _ => 0,
    }
}

//! Which terms the document explains itself: by words beside them, or by a note. An
//! explanation is known by what the glossary calls the term, or by the initials of its
//! words.

use std::cell::LazyCell;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Occurrence;
use super::beside::{is_made_of_initials, places};
use super::own_words::{describe, tells_kind};
use crate::document::{Markup, Part};
use crate::english::abbreviation::{looks_abbreviated, without_plural};
use crate::glossary::meaning::Words;
use crate::glossary::term::{Entry, Names};

/// How long the label of a footnote can be, in bytes.
const LONGEST_LABEL: usize = 1000;

/// The terms that a text explains, each with the block where it first does.
#[derive(Clone, Debug, Default)]
pub struct Explained {
    here: FxHashMap<Arc<str>, Block>,
    /// Where a text comes in pieces: what it said itself in those before, and what
    /// was written to them.
    said: FxHashSet<Arc<str>>,
    written: FxHashSet<Arc<str>>,
}

/// A block of a document: its part, and its segment in that part.
pub type Block = (usize, usize);

impl Explained {
    /// The text explains this entry in `block`.
    pub fn note(&mut self, entry: &Entry, block: Block) {
        let first = self.here.entry(Arc::clone(&entry.rule)).or_insert(block);
        *first = block.min(*first);
    }

    /// The text explains this entry to readers of all of it.
    pub(super) fn note_everywhere(&mut self, entry: &Entry) {
        self.note(entry, (0, 0));
    }

    /// Whether the text explains this entry.
    pub fn knows(&self, entry: &Entry) -> bool {
        self.knows_rule(&entry.rule)
    }

    /// Whether it explains the entry of a rule.
    pub fn knows_rule(&self, rule: &str) -> bool {
        self.here.contains_key(rule) || self.said.contains(rule) || self.written.contains(rule)
    }

    /// Whether the text says itself what this entry is, when it comes to `block`.
    pub(super) fn knows_at(&self, entry: &Entry, block: Block) -> bool {
        let rule = &entry.rule;
        self.here.get(rule).is_some_and(|first| *first <= block) || self.said.contains(rule)
    }

    /// What is explained outside of some blocks.
    #[must_use]
    pub fn outside(&self, blocks: impl Fn(Block) -> bool) -> Self {
        let mut kept = self.clone();
        kept.here.retain(|_, block| !blocks(*block));
        kept
    }

    /// The blocks of what is explained here and not, or later, in `other`.
    pub fn missing_in<'e>(&'e self, other: &'e Self) -> impl Iterator<Item = Block> + 'e {
        let explained = self.here.iter();
        let missing = explained.filter(|&(rule, block)| {
            let there = other.here.get(rule);
            there.is_none_or(|first| first > block)
        });
        missing.map(|(_, block)| *block)
    }

    /// What this piece explained up to now it said itself.
    pub fn keep_said(&mut self) {
        self.said.extend(self.here.drain().map(|(rule, _)| rule));
    }

    /// This piece says itself what the entry is, for those behind it.
    pub fn say(&mut self, entry: &Entry) {
        self.said.insert(Arc::clone(&entry.rule));
    }

    /// The next piece comes.
    pub fn go_on(&mut self) {
        self.written.extend(self.here.drain().map(|(rule, _)| rule));
    }
}

/// How a text explains a term where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Explanation {
    /// Its meaning stands in brackets behind it.
    InBrackets,
    /// By its full form, a note, a sentence.
    Otherwise,
}

/// How a match is explained where it stands, if it is.
pub(super) fn explanation(part: &Part<'_>, occurrence: &Occurrence<'_>) -> Option<Explanation> {
    let matched = &occurrence.matched;
    let text = part.text(&part.segments[occurrence.segment()]);
    let form = &text[matched.span().range()];
    let short = looks_abbreviated(form).then(|| without_plural(form));
    if is_in_last_section(part, matched.entry) || has_footnote(part, occurrence.source().end) {
        return Some(Explanation::Otherwise);
    }
    let known = Names::of(matched.entry);
    let mut otherwise = false;
    for place in places(part, occurrence.segment(), matched.whole()) {
        let words = LazyCell::new(|| Words::new(place.text, form, place.ends));
        let says = |name: &String| words.say(name);
        // A word between commas is often one of several things, a group of words is not.
        let told = |meaning: &&String| place.is_certain || meaning.contains(' ');
        let meaning = known.meanings.iter().filter(told).any(says);
        if meaning && place.is_certain && !place.ends {
            return Some(Explanation::InBrackets);
        }
        otherwise |= meaning
            || place.is_certain && !place.ends && tells_kind(matched, place.text)
            || known.expansions.iter().any(says)
            || place.is_certain && known.others.iter().any(says)
            || short.is_some_and(|short| is_made_of_initials(place, short));
    }
    (otherwise || describe(matched, text)).then_some(Explanation::Otherwise)
}

/// A line `TERM: …` in the section that explains terms at a plain text's end.
fn is_in_last_section(part: &Part<'_>, entry: &Entry) -> bool {
    part.markup == Markup::Plain && part.footnote_labels.contains(&*entry.term)
}

/// `SHORT[^label]`, with a footnote of that label.
pub(super) fn has_footnote(part: &Part<'_>, end: usize) -> bool {
    if part.footnote_labels.is_empty() {
        return false;
    }
    let behind = part.source[end..].trim_start_matches(['*', '_']);
    let Some(rest) = behind.strip_prefix("[^") else {
        return false;
    };
    let near = &rest[..rest.floor_char_boundary(LONGEST_LABEL + 1)];
    let label = near.split(']').next().unwrap_or_default();
    part.footnote_labels.contains(label)
}

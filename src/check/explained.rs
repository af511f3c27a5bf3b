//! Which terms the document explains itself: by words beside them, or by a note. An
//! explanation is known by what the glossary calls the term, or by the initials of its
//! words.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Occurrence;
use super::beside::{Beside, places};
use super::introductions::is_made_of_initials;
use crate::document::{Markup, Part};
use crate::english::abbreviation::{looks_abbreviated, without_plural};
use crate::english::inflect::{Inflection, WordClass, inflect};
use crate::glossary::term::Entry;
use crate::text::fold::fold;

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
        let rule = &entry.rule;
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

/// Whether a match stands in an explanation of itself.
pub(super) fn explains_itself(part: &Part<'_>, occurrence: &Occurrence<'_>) -> bool {
    let matched = &occurrence.matched;
    let segment = &part.segments[occurrence.segment];
    let form = &part.text(segment)[matched.span.range()];
    let short = looks_abbreviated(form).then(|| without_plural(form));
    is_in_last_section(part, matched.entry)
        || has_footnote(part, occurrence.source.end)
        || places(part, occurrence.segment, matched.whole())
            .into_iter()
            .any(|place| {
                short.is_some_and(|short| is_made_of_initials(place, short))
                    || says(place, matched.entry, form)
            })
}

/// Whether the words beside a term are what the glossary calls it. Where only a comma
/// or a dash says that they explain it, they are its full form.
fn says(place: Beside<'_>, entry: &Entry, form: &str) -> bool {
    let text = place.text.trim_matches(|c: char| !c.is_alphanumeric());
    let folded = fold(without_article(text));
    let form = fold(form);
    let reads = |name: &str| {
        if place.ends {
            ends_with_words(&folded, name)
        } else {
            starts_with_words(&folded, name)
        }
    };
    if place.is_certain {
        long_forms(entry).any(|name| fold(&name) != form && reads(&name))
    } else {
        expansions(entry).any(|name| reads(&name))
    }
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

/// The full form of an abbreviation, and of several.
fn expansions(entry: &Entry) -> impl Iterator<Item = String> + '_ {
    entry.expansion.iter().flat_map(|expansion| {
        let plural = inflect(expansion, WordClass::Noun, Inflection::Plural);
        std::iter::once(expansion.clone()).chain(plural)
    })
}

/// What the glossary calls the entry: its expansion, its plain words, its other
/// spellings and its definition, in every number, without an article.
fn long_forms(entry: &Entry) -> impl Iterator<Item = String> + '_ {
    let spelled = entry
        .expansion
        .iter()
        .chain(&entry.plain)
        .chain(&entry.aliases);
    let class = entry.part_of_speech.word_class().unwrap_or(WordClass::Noun);
    let inflected = spelled
        .map(String::as_str)
        .chain([&*entry.term])
        .flat_map(move |name| {
            let inflections = Inflection::of(class).iter();
            inflections.flat_map(move |&inflection| inflect(name, class, inflection))
        });
    let given = entry
        .plain_inflections
        .iter()
        .flat_map(|(_, forms)| forms.iter().cloned());
    let definition = entry
        .definition
        .iter()
        .map(|text| text.trim_end_matches('.').to_owned());
    inflected
        .chain(given)
        .chain(definition)
        .map(|long| without_article(&long).to_owned())
}

fn without_article(text: &str) -> &str {
    ["a ", "an ", "the ", "A ", "An ", "The "]
        .iter()
        .find_map(|article| text.strip_prefix(article))
        .unwrap_or(text)
}

/// Whether folded text starts with words.
fn starts_with_words(text: &str, words: &str) -> bool {
    text.strip_prefix(&*fold(words))
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether folded text ends with words.
fn ends_with_words(text: &str, words: &str) -> bool {
    text.strip_suffix(&*fold(words))
        .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

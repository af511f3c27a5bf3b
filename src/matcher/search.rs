//! The searcher over all layers: the index of the bundled glossaries, which is
//! part of the program, beside one of whatever a project adds.

use std::ops::Range;
use std::sync::OnceLock;

use super::compiled::BUNDLED;
use super::hidden::HiddenVerbs;
use super::index::{Index, NO_ENTRY, Numbered, Pattern, Standing, Target, TooManyTerms};
use super::words::words;
use crate::glossary::layers::Layers;
use crate::glossary::term::Entry;
use crate::text::fold::{fold, same_letters};
use crate::text::span::Span;

/// How many words before another one belong to its term at most, and how many bytes.
const MOST_WORDS_BEFORE: usize = 4;
const MOST_BYTES_BEFORE: usize = 200;

/// Every term of all layers, ready to be searched for.
#[derive(Debug)]
pub struct Matcher {
    layers: Layers,
    indexes: Vec<Source>,
    /// What rewrites may write for entries that are not bundled, once it is asked for.
    written: OnceLock<Option<Index>>,
    /// The verbs that were found to hide in nouns.
    pub(super) hidden: HiddenVerbs,
}

/// An index that is searched.
#[derive(Debug)]
enum Source {
    /// Of the bundled glossaries.
    Bundled,
    /// Of what a project adds.
    Own(Index),
}

/// A target whose spelling a text has; whether it is a whole word is not known
/// yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Where the spelling starts in the text.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// The length of the spelling as it is compared.
    pub(super) length: u32,
    index: usize,
    target: u32,
}

impl Hit {
    /// What the pattern of an index stands for where a text has it.
    pub(super) fn of(
        pattern: &Pattern,
        index: usize,
        start: usize,
        end: usize,
    ) -> impl Iterator<Item = Self> {
        let length = pattern.spelling.length;
        pattern.targets().map(move |target| Self {
            start,
            end,
            length,
            index,
            target,
        })
    }
}

impl Matcher {
    /// A matcher of all entries that hold.
    ///
    /// # Errors
    ///
    /// When all forms together are longer than an index can address.
    pub fn new(layers: Layers) -> Result<Self, TooManyTerms> {
        let mut indexes = Vec::with_capacity(2);
        if layers.has_bundled() {
            indexes.push(Source::Bundled);
        }
        if layers.own_entries().next().is_some() || !layers.allowed().is_empty() {
            let own = layers.own_entries();
            let numbered = own.map(|(number, layer, entry)| Numbered {
                number,
                layer,
                entry,
            });
            indexes.push(Source::Own(Index::new(numbered, layers.allowed())?));
        }
        Ok(Self {
            layers,
            indexes,
            written: OnceLock::new(),
            hidden: HiddenVerbs::default(),
        })
    }

    /// Believes what rewrites may write as the author's own words: examples of a
    /// glossary are nobody's rewrites.
    pub fn trust_plain_words(&mut self) {
        self.written = OnceLock::from(None);
    }

    /// What rewrites may write for entries that are not bundled.
    pub(super) fn written(&self) -> Option<&Index> {
        let written = self.written.get_or_init(|| written(&self.layers));
        written.as_ref()
    }

    /// The layers it was made of.
    pub fn layers(&self) -> &Layers {
        &self.layers
    }

    /// The entries that have a form with that spelling, capitals aside.
    pub fn entries_of(&self, spelling: &str) -> Vec<&Entry> {
        let folded = fold(spelling);
        let mut numbers: Vec<u32> = self
            .indexes()
            .flat_map(|index| self.index(index).targets_of(&folded))
            .filter(|target| target.rank.standing == Standing::Term && !target.rank.separated)
            .map(|target| target.entry)
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
            .into_iter()
            .filter_map(|number| self.layers.entry(number as usize))
            .collect()
    }

    /// Whether a word of a text is a form of an entry, switched off or not, or of a word
    /// that readers know, or stands inside one of several words.
    pub fn covers(&self, text: &str, word: Span) -> bool {
        let near = text.ceil_char_boundary(word.start.saturating_sub(MOST_BYTES_BEFORE));
        let before = text[near..word.start].char_indices().rev();
        let mut gaps = before.filter(|(_, c)| c.is_whitespace());
        let from = gaps
            .nth(MOST_WORDS_BEFORE)
            .map_or(near, |(at, c)| near + at + c.len_utf8());
        words(&text[from..])
            .take_while(|first| from + first.start <= word.start)
            .any(|first| {
                self.hits_at(text, from + first.start).any(|hit| {
                    let target = self.target(&hit);
                    let spelled = &text[hit.start..hit.end];
                    let (exact, _) = self.spellings(&hit);
                    hit.end >= word.end
                        && exact.is_none_or(|exact| same_letters(exact, spelled))
                        && (target.entry == NO_ENTRY || self.layers.is_known(target.entry as usize))
                })
            })
    }

    /// The numbers of the indexes.
    pub(super) fn indexes(&self) -> Range<usize> {
        0..self.indexes.len()
    }

    pub(super) fn index(&self, number: usize) -> &Index {
        match &self.indexes[number] {
            Source::Bundled => &BUNDLED,
            Source::Own(index) => index,
        }
    }

    /// All targets whose spelling stands at one place.
    pub(super) fn hits_at(&self, text: &str, start: usize) -> impl Iterator<Item = Hit> {
        self.indexes().flat_map(move |number| {
            let read = self.index(number).read_at(text, start);
            read.flat_map(move |(pattern, end)| Hit::of(pattern, number, start, end))
        })
    }

    /// What a hit stands for.
    pub(super) fn target(&self, hit: &Hit) -> &Target {
        self.index(hit.index).target(hit.target)
    }

    /// The spelling of a hit's target, where capitals count, and the word that
    /// closes it, if it is a separable verb.
    pub(super) fn spellings(&self, hit: &Hit) -> (Option<&str>, Option<&str>) {
        let (index, target) = (self.index(hit.index), self.target(hit));
        let exact = target.rank.exact.then(|| index.text_of(target.exact));
        let separated = target.rank.separated;
        (exact, separated.then(|| index.text_of(target.particle)))
    }

    /// Whether a phrase that is left alone still is: its entry holds.
    pub(super) fn shields(&self, target: &Target) -> bool {
        target.entry == NO_ENTRY || self.layers.holds(target.entry as usize)
    }
}

/// What rewrites may write for the entries that are not bundled; none where no search
/// can hold it.
fn written(layers: &Layers) -> Option<Index> {
    let holding = layers
        .own_entries()
        .filter(|(number, ..)| layers.holds(*number));
    let entries = holding.map(|(_, _, entry)| entry);
    let written: Vec<String> = entries
        .flat_map(Entry::written)
        .map(str::to_owned)
        .collect();
    Index::new(std::iter::empty(), &written).ok()
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;

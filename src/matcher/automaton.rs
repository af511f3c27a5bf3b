//! One automaton over every form of every entry, exceptions and allowed words
//! included. It reports overlapping hits, since leftmost-longest before the
//! test for whole words would lose `API` in `API keyboard` when `API key` is a
//! term, too.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::glossary::forms::{Form, InflectionSet, exception_forms, forms};
use crate::glossary::layers::{Layered, Layers};
use crate::glossary::term::{Case, Entry};
use crate::text::fold::{Folded, fold};
use crate::text::span::Span;

/// Every term of all layers, ready to be searched for.
#[derive(Debug)]
pub struct Matcher {
    layers: Layers,
    automaton: AhoCorasick,
    /// What each pattern of the automaton stands for, the strongest first.
    targets: Vec<Vec<Target>>,
}

/// What a pattern can stand for.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) meaning: Meaning,
    /// The spelling, where capitals count.
    pub(super) exact: Option<Box<str>>,
    rank: Rank,
}

/// Order among the targets of one pattern, the fields by weight; the greatest is
/// tried first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    standing: Standing,
    separated: bool,
    layer: usize,
    has_context: bool,
    exact: bool,
}

/// What a target is to the others of its pattern. A phrase that one entry excepts
/// is still a term where another entry says so; what readers know never is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Exception,
    Term,
    Allowed,
}

/// What a match of a target says.
#[derive(Clone, Debug)]
pub(super) enum Meaning {
    /// A form of an entry, with the word that closes it if its object stands
    /// inside.
    Term {
        entry: usize,
        inflections: InflectionSet,
        particle: Option<Box<str>>,
    },
    /// A phrase in which nothing is jargon.
    Shield,
}

/// A pattern found in folded text; whether it is a whole word is not known yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) folded: Span,
    pub(super) pattern: usize,
}

/// Why a matcher could not be built.
#[derive(Debug)]
pub struct TooManyTerms(aho_corasick::BuildError);

impl std::fmt::Display for TooManyTerms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "the glossaries hold more than one search can take: {}",
            self.0
        )
    }
}

impl std::error::Error for TooManyTerms {}

impl Matcher {
    /// A matcher of all entries that hold.
    ///
    /// # Errors
    ///
    /// When all forms together are longer than the automaton can address (two
    /// gigabytes).
    pub fn new(layers: Layers) -> Result<Self, TooManyTerms> {
        let mut patterns = Patterns::default();
        for (index, layered) in layers.entries() {
            patterns.add_entry(index, layered);
        }
        for word in layers.allowed() {
            patterns.add_shield(word, None);
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&patterns.folded)
            .map_err(TooManyTerms)?;
        let mut targets = patterns.targets;
        for targets in &mut targets {
            targets.sort_by_key(|target| std::cmp::Reverse(target.rank));
        }
        Ok(Self {
            layers,
            automaton,
            targets,
        })
    }

    /// The layers it was made of.
    pub fn layers(&self) -> &Layers {
        &self.layers
    }

    /// What a pattern stands for.
    pub(super) fn targets(&self, pattern: usize) -> &[Target] {
        &self.targets[pattern]
    }

    /// All hits in folded text that can be whole words, in the order in which
    /// they are to be tried: leftmost first, the longest of them first.
    pub(super) fn hits(&self, folded: &Folded, hits: &mut Vec<Hit>) {
        hits.clear();
        let text = folded.text().as_bytes();
        hits.extend(
            self.automaton
                .find_overlapping_iter(text)
                .filter(|hit| !text.get(hit.end()).is_some_and(u8::is_ascii_alphanumeric))
                .map(|hit| Hit {
                    folded: Span::new(hit.start(), hit.end()),
                    pattern: hit.pattern().as_usize(),
                }),
        );
        hits.sort_unstable_by_key(|hit| (hit.folded.start, std::cmp::Reverse(hit.folded.end)));
    }
}

/// Patterns being collected, each folded spelling once.
#[derive(Default)]
struct Patterns {
    folded: Vec<String>,
    targets: Vec<Vec<Target>>,
    by_folded: HashMap<String, usize>,
}

impl Patterns {
    fn add_entry(&mut self, index: usize, layered: &Layered) {
        let entry = &layered.entry;
        for form in forms(entry) {
            let exact = matches!(form.case, Case::Exact);
            let Form {
                spelling,
                inflections,
                particle,
                ..
            } = form;
            // Of one form the context decides before the fallback, within a layer.
            let rank = Rank {
                standing: Standing::Term,
                separated: particle.is_some(),
                layer: layered.layer,
                has_context: entry.has_context(),
                exact,
            };
            let meaning = Meaning::Term {
                entry: index,
                inflections,
                particle: particle.map(Into::into),
            };
            self.add(&spelling, exact, meaning, rank);
        }
        for phrase in &entry.except {
            self.add_shield(phrase, Some(entry));
        }
    }

    /// A phrase to be left alone, spelled as the entry it belongs to is, or as
    /// its own capitals ask for.
    fn add_shield(&mut self, phrase: &str, entry: Option<&Entry>) {
        let case = match entry {
            Some(entry) => entry.case_of(&entry.term),
            None => Case::of(phrase),
        };
        let part_of_speech = entry.map(|entry| entry.part_of_speech);
        for spelling in exception_forms(phrase, part_of_speech) {
            let exact = matches!(case, Case::Exact);
            let rank = Rank {
                standing: match entry {
                    Some(_) => Standing::Exception,
                    None => Standing::Allowed,
                },
                separated: false,
                layer: usize::MAX,
                has_context: false,
                exact,
            };
            self.add(&spelling, exact, Meaning::Shield, rank);
        }
    }

    fn add(&mut self, spelling: &str, exact: bool, meaning: Meaning, rank: Rank) {
        let folded = fold(spelling);
        if folded.is_empty() {
            return;
        }
        let pattern = *self.by_folded.entry(folded).or_insert_with_key(|folded| {
            self.folded.push(folded.clone());
            self.targets.push(Vec::new());
            self.folded.len() - 1
        });
        self.targets[pattern].push(Target {
            meaning,
            exact: exact.then(|| spelling.into()),
            rank,
        });
    }
}

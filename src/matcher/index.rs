//! Every form of every entry, exceptions and allowed words included: the patterns of
//! an automaton over words, and what each of them stands for.
//!
//! An index is plain numbers and one text. That of the bundled glossaries is made
//! when the program is built and is part of it; any other is made at the start.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::automaton::{Automaton, Tree};
use super::words::letters;
use crate::glossary::forms::{Form, InflectionSet, exception_forms};
use crate::glossary::term::{Case, Entry};
use crate::text::fold::{fold, reads_as};
use crate::text::span::narrow;

/// An automaton over words, and what its patterns stand for.
#[derive(Debug)]
pub(crate) struct Index {
    pub(crate) text: Cow<'static, str>,
    pub(crate) automaton: Automaton,
    pub(crate) patterns: Cow<'static, [Pattern]>,
    pub(crate) targets: Cow<'static, [Target]>,
}

/// A folded spelling, and what it stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern {
    pub(crate) spelling: Stretch,
    pub(crate) first: u32,
    pub(crate) count: u32,
}

impl Pattern {
    /// The numbers of what it stands for, the strongest first.
    pub(crate) fn targets(&self) -> Range<u32> {
        self.first..self.first + self.count
    }
}

/// A stretch of the index's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) start: u32,
    pub(crate) length: u32,
}

/// What a pattern can stand for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target {
    /// The entry, as [`Layers`](crate::glossary::Layers) count them; none for
    /// a word that readers know.
    pub(crate) entry: u32,
    pub(crate) rank: Rank,
    pub(crate) inflections: InflectionSet,
    /// The spelling, where capitals count.
    pub(crate) exact: Stretch,
    /// The word that closes it, if its object stands inside.
    pub(crate) particle: Stretch,
}

/// Order among the targets of one pattern, the fields by weight; the greatest is
/// tried first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    pub(crate) standing: Standing,
    pub(crate) separated: bool,
    pub(crate) layer: u32,
    pub(crate) context: ContextKind,
    pub(crate) exact: bool,
}

/// What a target is to the others of its pattern. A phrase that one entry excepts
/// is still a term where another entry says so; what readers know never is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// A phrase in which an entry's term is no jargon.
    Exception,
    /// A form of an entry.
    Term,
    /// A word that readers know.
    Allowed,
}

/// An entry as an index counts it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numbered<'e> {
    /// Its number, which a search gives back.
    pub number: usize,
    /// Its layer; a higher one wins where two have the same form.
    pub layer: usize,
    /// The entry.
    pub entry: &'e Entry,
}

/// Why an index could not be made.
#[derive(Clone, Copy, Debug)]
pub struct TooManyTerms;

impl fmt::Display for TooManyTerms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the glossaries hold more than one search can take: four gigabytes of forms")
    }
}

impl std::error::Error for TooManyTerms {}

/// How sure an entry says when it is meant: by what must be there before what must
/// not be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ContextKind {
    /// It is the fallback of those that say so.
    None,
    /// By what must not be there.
    Never,
    /// By what must be there.
    Only,
}

impl ContextKind {
    fn of(entry: &Entry) -> Self {
        let says_when = !entry.only_when.is_empty() || !entry.about.is_empty();
        match (!says_when, entry.never_when.is_empty()) {
            (false, _) => Self::Only,
            (true, false) => Self::Never,
            (true, true) => Self::None,
        }
    }
}

/// The entry of a target that belongs to none.
pub(crate) const NO_ENTRY: u32 = u32::MAX;

impl Index {
    /// An index of entries and of words that readers know.
    ///
    /// # Errors
    ///
    /// When all forms together take more than four gigabytes.
    pub(crate) fn new<'e>(
        entries: impl IntoIterator<Item = Numbered<'e>>,
        allowed: &[String],
    ) -> Result<Self, TooManyTerms> {
        let mut builder = Builder::default();
        for numbered in entries {
            builder.add_entry(&numbered);
        }
        for word in allowed {
            builder.add_shield(word, None);
        }
        builder.finish()
    }

    /// The patterns that are all of the words of a state.
    pub(crate) fn patterns(&self, state: u32) -> &[Pattern] {
        &self.patterns[self.automaton.patterns(state)]
    }

    /// Where each pattern ends that a text has from `start` on, the longest last.
    pub(crate) fn read_at(
        &self,
        text: &str,
        start: usize,
    ) -> impl Iterator<Item = (&Pattern, usize)> {
        let words = letters(&text[start..]).map(|word| word.hash);
        let ending = self
            .automaton
            .path(words)
            .flat_map(|state| self.patterns(state));
        ending.filter_map(move |pattern| {
            let end = reads_as(text, start, self.text_of(pattern.spelling))?;
            Some((pattern, end))
        })
    }

    pub(crate) fn target(&self, number: u32) -> &Target {
        &self.targets[number as usize]
    }

    pub(crate) fn text_of(&self, stretch: Stretch) -> &str {
        let start = stretch.start as usize;
        &self.text[start..start + stretch.length as usize]
    }

    /// What a folded spelling stands for.
    pub(crate) fn targets_of(&self, folded: &str) -> impl Iterator<Item = &Target> {
        self.read_at(folded, 0)
            .filter(move |(pattern, _)| self.text_of(pattern.spelling) == folded)
            .flat_map(|(pattern, _)| pattern.targets())
            .map(|number| self.target(number))
    }
}

/// An index being made.
#[derive(Default)]
struct Builder {
    text: String,
    spelled: Vec<Spelled>,
}

/// A folded spelling, and one thing it stands for.
struct Spelled {
    folded: String,
    target: Target,
}

impl Builder {
    fn add_entry(&mut self, numbered: &Numbered<'_>) {
        let &Numbered {
            number,
            layer,
            entry,
        } = numbered;
        for form in entry.forms() {
            let Form {
                spelling,
                inflections,
                case,
                particle,
            } = form;
            let target = Target {
                entry: narrow(number),
                // Of one form the context decides before the fallback, within a layer.
                rank: Rank {
                    standing: Standing::Term,
                    separated: particle.is_some(),
                    layer: narrow(layer),
                    context: ContextKind::of(entry),
                    exact: matches!(case, Case::Exact),
                },
                inflections: *inflections,
                exact: Stretch::default(),
                particle: self.stretch(particle.as_deref().unwrap_or_default()),
            };
            self.add(spelling, target);
        }
        for phrase in &entry.except {
            self.add_shield(phrase, Some((number, entry)));
        }
    }

    /// A phrase to be left alone, spelled as the entry it belongs to is, or as
    /// its own capitals ask for.
    fn add_shield(&mut self, phrase: &str, owner: Option<(usize, &Entry)>) {
        let case = match owner {
            Some((_, entry)) => entry.case_of(&entry.term),
            None => Case::of(phrase),
        };
        let target = Target {
            entry: owner.map_or(NO_ENTRY, |(number, _)| narrow(number)),
            rank: Rank {
                standing: match owner {
                    Some(_) => Standing::Exception,
                    None => Standing::Allowed,
                },
                separated: false,
                layer: u32::MAX,
                context: ContextKind::None,
                exact: matches!(case, Case::Exact),
            },
            inflections: InflectionSet::default(),
            exact: Stretch::default(),
            particle: Stretch::default(),
        };
        for spelling in exception_forms(phrase, owner.map(|(_, entry)| entry.part_of_speech)) {
            self.add(&spelling, target);
        }
    }

    fn add(&mut self, spelling: &str, target: Target) {
        let folded = fold(spelling);
        if letters(&folded).next().is_none() {
            return;
        }
        let exact = if target.rank.exact {
            self.stretch(spelling)
        } else {
            Stretch::default()
        };
        self.spelled.push(Spelled {
            folded,
            target: Target { exact, ..target },
        });
    }

    fn stretch(&mut self, text: &str) -> Stretch {
        let start = self.text.len();
        self.text.push_str(text);
        Stretch {
            start: narrow(start),
            length: narrow(text.len()),
        }
    }

    fn finish(mut self) -> Result<Index, TooManyTerms> {
        let mut spelled = std::mem::take(&mut self.spelled);
        // Of equals, the one that was added first stays first.
        spelled.sort_by(|a, b| (&a.folded, b.target.rank).cmp(&(&b.folded, a.target.rank)));
        let alike: Vec<&[Spelled]> = spelled.chunk_by(|a, b| a.folded == b.folded).collect();
        let mut tree = Tree::default();
        let nodes: Vec<u32> = alike
            .iter()
            .map(|alike| tree.node(letters(&alike[0].folded).map(|word| word.hash)))
            .collect();
        let (automaton, order) = tree.finish(&nodes);
        let mut patterns = Vec::with_capacity(order.len());
        let mut targets = Vec::with_capacity(spelled.len());
        for alike in order.into_iter().map(|pattern| alike[pattern]) {
            patterns.push(Pattern {
                spelling: self.stretch(&alike[0].folded),
                first: narrow(targets.len()),
                count: narrow(alike.len()),
            });
            targets.extend(alike.iter().map(|spelled| spelled.target));
        }
        u32::try_from(self.text.len()).map_err(|_| TooManyTerms)?;
        Ok(Index {
            text: self.text.into(),
            automaton,
            patterns: patterns.into(),
            targets: targets.into(),
        })
    }
}

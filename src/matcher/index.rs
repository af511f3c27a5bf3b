//! Every form of every entry, exceptions and allowed words included, found by
//! the first word of each: a hash table whose groups list their patterns, the
//! longest first. A text is read word by word and only what begins like a term is
//! compared, so that a search costs the same with any number of terms.
//!
//! An index is plain numbers and one text. That of the bundled glossaries is made
//! when the program is built and is part of it; any other is made at the start.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::words::{Word, words};
use crate::glossary::forms::{Form, InflectionSet, exception_forms};
use crate::glossary::term::{Case, Entry};
use crate::text::fold::fold;

/// A table of patterns by their first words.
#[derive(Debug)]
pub(crate) struct Index {
    pub(crate) text: Cow<'static, str>,
    /// Groups by the hash of their word, plus one; nought where there is none.
    /// Its length is a power of two.
    pub(crate) slots: Cow<'static, [u32]>,
    pub(crate) groups: Cow<'static, [Group]>,
    pub(crate) patterns: Cow<'static, [Pattern]>,
    pub(crate) targets: Cow<'static, [Target]>,
}

/// The patterns that begin with one word and no other, or with a pair of words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    pub(crate) hash: u32,
    /// Whether pairs begin with the word.
    pub(crate) begins_pairs: bool,
    pub(crate) first: u32,
    pub(crate) count: u32,
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

    /// The patterns that begin with the word or with the pair of words that a text
    /// has there, the longest first.
    pub(crate) fn patterns_at(&self, text: &str, word: Word) -> impl Iterator<Item = &Pattern> {
        let single = self.group(word.hash);
        let pair = single
            .filter(|group| group.begins_pairs)
            .and_then(|_| word.pair_hash(text))
            .and_then(|hash| self.group(hash));
        let groups = pair.into_iter().chain(single);
        groups.flat_map(|group| {
            let first = group.first as usize;
            &self.patterns[first..first + group.count as usize]
        })
    }

    fn group(&self, hash: u32) -> Option<Group> {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while let Some(number) = self.slots[slot].checked_sub(1) {
            let group = self.groups[number as usize];
            if group.hash == hash {
                return Some(group);
            }
            slot = (slot + 1) & mask;
        }
        None
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
        words(folded)
            .take(1)
            .flat_map(|word| self.patterns_at(folded, word))
            .filter(move |pattern| self.text_of(pattern.spelling) == folded)
            .flat_map(Pattern::targets)
            .map(|number| self.target(number))
    }
}

/// An index being made.
#[derive(Default)]
struct Builder {
    text: String,
    spelled: Vec<Spelled>,
    first_of_pairs: FxHashSet<u32>,
}

/// A folded spelling, the hash that it is found by, and one thing it stands for.
struct Spelled {
    hash: u32,
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
        let Some(word) = words(&folded).next() else {
            return;
        };
        // Where a sign follows, what begins with the word alone is searched.
        let pair = folded[word.end..].starts_with(' ');
        let pair = pair.then(|| word.pair_hash(&folded)).flatten();
        if pair.is_some() {
            self.first_of_pairs.insert(word.hash);
        }
        let exact = if target.rank.exact {
            self.stretch(spelling)
        } else {
            Stretch::default()
        };
        self.spelled.push(Spelled {
            hash: pair.unwrap_or(word.hash),
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
        let mut first_of_pairs = std::mem::take(&mut self.first_of_pairs);
        let mut spelled = std::mem::take(&mut self.spelled);
        // Of equals, the one that was added first stays first.
        spelled.sort_by(|a, b| {
            (a.hash, b.folded.len(), &a.folded, b.target.rank).cmp(&(
                b.hash,
                a.folded.len(),
                &b.folded,
                a.target.rank,
            ))
        });
        let mut groups: Vec<Group> = Vec::new();
        let mut patterns = Vec::new();
        let mut targets = Vec::with_capacity(spelled.len());
        for alike in spelled.chunk_by(|a, b| a.folded == b.folded) {
            let Spelled { hash, folded, .. } = &alike[0];
            match groups.last_mut() {
                Some(group) if group.hash == *hash => group.count += 1,
                _ => groups.push(Group {
                    hash: *hash,
                    begins_pairs: first_of_pairs.remove(hash),
                    first: narrow(patterns.len()),
                    count: 1,
                }),
            }
            patterns.push(Pattern {
                spelling: self.stretch(folded),
                first: narrow(targets.len()),
                count: narrow(alike.len()),
            });
            targets.extend(alike.iter().map(|spelled| spelled.target));
        }
        let mut alone: Vec<u32> = first_of_pairs.into_iter().collect();
        alone.sort_unstable();
        groups.extend(alone.into_iter().map(|hash| Group {
            hash,
            begins_pairs: true,
            first: 0,
            count: 0,
        }));
        u32::try_from(self.text.len()).map_err(|_| TooManyTerms)?;
        Ok(Index {
            text: self.text.into(),
            slots: slots(&groups).into(),
            groups: groups.into(),
            patterns: patterns.into(),
            targets: targets.into(),
        })
    }
}

/// A table at most half full, so that a search for a word that is not there ends
/// soon.
fn slots(groups: &[Group]) -> Vec<u32> {
    let mut slots = vec![0; (groups.len() * 2 + 1).next_power_of_two()];
    let mask = slots.len() - 1;
    for (number, group) in groups.iter().enumerate() {
        let mut slot = group.hash as usize & mask;
        while slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        slots[slot] = narrow(number) + 1;
    }
    slots
}

/// Offsets are kept in four bytes; an index that needs more is never finished.
fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

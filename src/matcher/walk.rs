//! The walk of all automata over a text: place by place, what is spelled from there on.
//! Shorter spellings are reported with longer ones, since leftmost-longest before the
//! test for whole words would lose `API` in `API keyboard` when `API key` is a term,
//! too. A place is ready once no automaton is inside a pattern that began there.

use std::cmp::Reverse;
use std::collections::VecDeque;

use super::automaton::ROOT;
use super::search::{Hit, Matcher};
use super::words::{Word, letters};
use crate::text::fold::reads_as;

/// What a walk needs, kept from block to block so that it allocates nothing per block.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// The state of each automaton.
    states: Vec<u32>,
    /// Where the last words start, as many as the deepest state has.
    starts: VecDeque<usize>,
    /// Hits of places that are not ready.
    pending: Vec<Hit>,
    /// The hits of one place.
    place: Vec<Hit>,
}

/// A walk over a text.
pub(super) struct Walk<'a, Words> {
    matcher: &'a Matcher,
    text: &'a str,
    words: Words,
    scratch: &'a mut Scratch,
}

impl Matcher {
    /// A walk over a text from its beginning.
    pub(super) fn walk<'a>(
        &'a self,
        text: &'a str,
        scratch: &'a mut Scratch,
    ) -> Walk<'a, impl Iterator<Item = Word>> {
        scratch.states.clear();
        scratch.states.resize(self.indexes().len(), ROOT);
        scratch.starts.clear();
        scratch.pending.clear();
        Walk {
            matcher: self,
            text,
            words: letters(text),
            scratch,
        }
    }
}

impl<Words: Iterator<Item = Word>> Walk<'_, Words> {
    /// The hits of the next place that has some, in the order in which they are to be
    /// tried: the longest first, of one length the strongest.
    pub(super) fn next_place(&mut self) -> Option<&[Hit]> {
        loop {
            let first = self.scratch.pending.iter().map(|hit| hit.start).min();
            let open = self.scratch.starts.front();
            if let Some(start) = first.filter(|start| open.is_none_or(|open| start < open)) {
                self.collect(start);
                return Some(&self.scratch.place);
            }
            match self.words.next() {
                Some(word) => self.step(word),
                None if open.is_some() => self.scratch.starts.clear(),
                None => return None,
            }
        }
    }

    fn step(&mut self, word: Word) {
        let Scratch {
            states,
            starts,
            pending,
            ..
        } = &mut *self.scratch;
        starts.push_back(word.start);
        let mut deepest = 0;
        for (number, state) in states.iter_mut().enumerate() {
            let index = self.matcher.index(number);
            *state = index.automaton.step(*state, word.hash);
            deepest = deepest.max(index.automaton.depth(*state));
            for ending in index.automaton.ending(*state) {
                let start = starts[starts.len() - index.automaton.depth(ending)];
                for pattern in index.patterns(ending) {
                    if let Some(end) = reads_as(self.text, start, index.text_of(pattern.spelling)) {
                        pending.extend(Hit::of(pattern, number, start, end));
                    }
                }
            }
        }
        starts.drain(..starts.len() - deepest);
    }

    /// The pending hits of one place.
    fn collect(&mut self, start: usize) {
        let Scratch { pending, place, .. } = &mut *self.scratch;
        place.clear();
        place.extend(pending.extract_if(.., |hit| hit.start == start));
        if place.len() > 1 {
            place.sort_by_key(|hit| Reverse((hit.length, self.matcher.target(hit).rank)));
        }
    }
}

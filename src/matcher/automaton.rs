//! Aho and Corasick's automaton (1975), its alphabet the word: a text is read once,
//! word by word, and every pattern that ends at a word is known there. Goto, failure
//! and output are functions over numbered words, as tables of plain numbers.
//!
//! Words and not bytes, since a term is a short run of whole words: states are few,
//! no pattern can begin or end inside a word, and most words of a text are in no term
//! and lead back to the root at the price of one look-up.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::span::narrow;

/// A word of the alphabet. Words that share a hash share a letter, so whoever follows
/// a path compares what is spelled there.
type Letter = u32;

/// The state of a text that may begin anything.
pub(crate) const ROOT: u32 = 0;

/// The automaton of a list of patterns.
#[derive(Debug)]
pub(crate) struct Automaton {
    /// Letters by the hash of their word, plus one; nought where there is none. Its
    /// length is a power of two.
    pub(crate) slots: Cow<'static, [u32]>,
    pub(crate) letters: Cow<'static, [Alone]>,
    /// The states by their depth, and one behind the last.
    pub(crate) states: Cow<'static, [State]>,
    /// The words that lead from each state but the root to another, by their letter.
    pub(crate) steps: Cow<'static, [Step]>,
}

/// A letter, and the state behind it where nothing stands before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Alone {
    pub(crate) hash: u32,
    pub(crate) state: u32,
}

/// The words that a pattern may begin with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    /// Its first step; its last is before the next state's first.
    pub(crate) steps: u32,
    /// Its first pattern, of those that are all of its words.
    pub(crate) patterns: u32,
    /// The state of the longest run of its last words that has one.
    pub(crate) failure: u32,
    /// How many words it has.
    pub(crate) depth: u32,
}

/// The word that leads to another state.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    pub(crate) letter: Letter,
    pub(crate) state: u32,
}

impl Automaton {
    /// The state behind a word, by the hash of its folded letters.
    pub(crate) fn step(&self, state: u32, hash: u32) -> u32 {
        let Some(letter) = self.letter(hash) else {
            return ROOT;
        };
        let mut state = state;
        while state != ROOT {
            if let Some(next) = self.goto(state, letter) {
                return next;
            }
            state = self.state(state).failure;
        }
        self.letters[letter as usize].state
    }

    /// The states of a run of words that all stand at its beginning: none that begins
    /// behind it.
    pub(crate) fn path(&self, words: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
        words.scan(ROOT, |state, hash| {
            let letter = self.letter(hash)?;
            *state = match *state {
                ROOT => Some(self.letters[letter as usize].state).filter(|first| *first != ROOT)?,
                state => self.goto(state, letter)?,
            };
            Some(*state)
        })
    }

    /// The states whose words the text has just had: that state, and all that its
    /// failures lead to.
    pub(crate) fn ending(&self, state: u32) -> impl Iterator<Item = u32> {
        let deeper = |state: u32| (state != ROOT).then_some(state);
        std::iter::successors(deeper(state), move |state| {
            deeper(self.state(*state).failure)
        })
    }

    /// How many words a state has.
    pub(crate) fn depth(&self, state: u32) -> usize {
        self.state(state).depth as usize
    }

    /// The numbers of the patterns that are all of a state's words.
    pub(crate) fn patterns(&self, state: u32) -> Range<usize> {
        let next = self.state(state + 1);
        self.state(state).patterns as usize..next.patterns as usize
    }

    fn state(&self, number: u32) -> &State {
        &self.states[number as usize]
    }

    fn goto(&self, state: u32, letter: Letter) -> Option<u32> {
        let (first, behind) = (self.state(state).steps, self.state(state + 1).steps);
        let steps = &self.steps[first as usize..behind as usize];
        let found = steps.binary_search_by_key(&letter, |step| step.letter);
        found.ok().map(|found| steps[found].state)
    }

    fn letter(&self, hash: u32) -> Option<Letter> {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while let Some(letter) = self.slots[slot].checked_sub(1) {
            if self.letters[letter as usize].hash == hash {
                return Some(letter);
            }
            slot = (slot + 1) & mask;
        }
        None
    }
}

/// An automaton being made: the tree of its patterns' words.
#[derive(Default)]
pub(crate) struct Tree {
    letters: FxHashMap<u32, Letter>,
    /// The hashes by letter.
    hashes: Vec<u32>,
    /// The node behind a node and a letter.
    children: FxHashMap<(u32, Letter), u32>,
    /// The depth of each node but the root.
    depths: Vec<u32>,
}

impl Tree {
    /// The node of a run of words, made if it was not there.
    pub(crate) fn node(&mut self, words: impl Iterator<Item = u32>) -> u32 {
        let mut node = ROOT;
        for (depth, hash) in (1..).zip(words) {
            let next = narrow(self.hashes.len());
            let letter = *self.letters.entry(hash).or_insert_with(|| {
                self.hashes.push(hash);
                next
            });
            node = *self.children.entry((node, letter)).or_insert_with(|| {
                self.depths.push(depth);
                narrow(self.depths.len())
            });
        }
        node
    }

    /// The automaton, and the patterns' numbers as its states count them: `patterns` are
    /// the nodes that they end at.
    pub(crate) fn finish(self, patterns: &[u32]) -> (Automaton, Vec<usize>) {
        let number = self.numbers();
        let mut order: Vec<usize> = (0..patterns.len()).collect();
        order.sort_by_key(|&pattern| number[patterns[pattern] as usize]);
        let mut steps: Vec<(u32, Step)> = self
            .children
            .iter()
            .map(|(&(from, letter), &to)| {
                let state = number[to as usize];
                (number[from as usize], Step { letter, state })
            })
            .collect();
        steps.sort_unstable_by_key(|(from, step)| (*from, step.letter));
        let count = steps.partition_point(|(from, _)| *from == ROOT);
        let mut letters: Vec<Alone> = self
            .hashes
            .iter()
            .map(|&hash| Alone { hash, state: ROOT })
            .collect();
        for (_, step) in steps.drain(..count) {
            letters[step.letter as usize].state = step.state;
        }

        let mut states = vec![
            State {
                steps: 0,
                patterns: 0,
                failure: ROOT,
                depth: 0,
            };
            number.len() + 1
        ];
        for (&depth, &state) in self.depths.iter().zip(&number[1..]) {
            states[state as usize].depth = depth;
        }
        for pattern in patterns {
            states[number[*pattern as usize] as usize + 1].patterns += 1;
        }
        for (from, _) in &steps {
            states[*from as usize + 1].steps += 1;
        }
        for state in 1..states.len() {
            states[state].patterns += states[state - 1].patterns;
            states[state].steps += states[state - 1].steps;
        }
        let mut automaton = Automaton {
            slots: slots(&self.hashes).into(),
            letters: letters.into(),
            states: states.into(),
            steps: steps.iter().map(|(_, step)| *step).collect(),
        };
        automaton.set_failures(&steps);
        (automaton, order)
    }

    /// The states' numbers by their nodes: the shallow first, so that a failure is known
    /// before a state that leads on from it.
    fn numbers(&self) -> Vec<u32> {
        let mut nodes: Vec<u32> = (0..).take(self.depths.len() + 1).collect();
        nodes[1..].sort_by_key(|&node| self.depths[node as usize - 1]);
        let mut numbers = vec![ROOT; nodes.len()];
        for (number, node) in (0..).zip(nodes) {
            numbers[node as usize] = number;
        }
        numbers
    }
}

impl Automaton {
    /// What a state fails to is where its last word leads from what the state before it
    /// fails to; `steps` are those behind the first words, the shallow first.
    fn set_failures(&mut self, steps: &[(u32, Step)]) {
        for (from, step) in steps {
            let hash = self.letters[step.letter as usize].hash;
            let failure = self.step(self.state(*from).failure, hash);
            self.states.to_mut()[step.state as usize].failure = failure;
        }
    }
}

/// A table at most half full, so that a search for a word that is not there ends soon.
fn slots(hashes: &[u32]) -> Vec<u32> {
    let mut slots = vec![0; (hashes.len() * 2 + 1).next_power_of_two()];
    let mask = slots.len() - 1;
    for (letter, hash) in (1..).zip(hashes) {
        let mut slot = *hash as usize & mask;
        while slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        slots[slot] = letter;
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The automaton of patterns whose words are letters, and what it reports of a text.
    fn found(patterns: &[&str], text: &str) -> Vec<String> {
        let mut tree = Tree::default();
        let nodes: Vec<u32> = patterns
            .iter()
            .map(|p| tree.node(p.bytes().map(u32::from)))
            .collect();
        let (automaton, order) = tree.finish(&nodes);
        let mut state = ROOT;
        let mut found = Vec::new();
        for (end, byte) in (1..).zip(text.bytes()) {
            state = automaton.step(state, u32::from(byte));
            for ending in automaton.ending(state) {
                for pattern in automaton.patterns(ending) {
                    let start = end - automaton.depth(ending);
                    found.push(format!("{start}{}", patterns[order[pattern]]));
                }
            }
        }
        found
    }

    #[test]
    fn all_that_ends_at_a_word_is_known_there() {
        for (patterns, text, expected) in [
            // The example of the paper.
            (
                &["he", "she", "his", "hers"][..],
                "ushers",
                &["1she", "2he", "2hers"][..],
            ),
            (&["a", "ab", "bc"], "abc", &["0a", "0ab", "1bc"]),
            (&["abcd", "bcx"], "abcx", &["1bcx"]),
            (
                &["aaa", "a"],
                "aaaa",
                &["0a", "1a", "0aaa", "2a", "1aaa", "3a"],
            ),
            (&["ab", "ab"], "ab", &["0ab", "0ab"]),
            (&["ab"], "axb", &[]),
            (&[], "abc", &[]),
        ] {
            assert_eq!(found(patterns, text), expected, "{patterns:?} in {text}");
        }
    }

    #[test]
    fn a_path_begins_at_its_first_word() {
        let mut tree = Tree::default();
        let nodes = [tree.node([1, 2, 3].into_iter()), tree.node([2].into_iter())];
        let (automaton, _) = tree.finish(&nodes);
        let depths = |words: &[u32]| -> Vec<usize> {
            let path = automaton.path(words.iter().copied());
            path.map(|state| automaton.depth(state)).collect()
        };
        assert_eq!(depths(&[1, 2, 3, 2]), [1, 2, 3]);
        assert_eq!(depths(&[1, 3]), [1]);
        assert_eq!(depths(&[3, 1]), [0; 0]);
    }
}

//! The index of the bundled glossaries, made when the program is built: nothing
//! is parsed, inflected or sorted at a start.

use std::borrow::Cow;

use super::automaton::{Alone, Automaton, State, Step};
use super::index::ContextKind::{self, Never, None, Only};
use super::index::{Index, Pattern, Rank, Standing, Stretch, Target};
use crate::glossary::forms::InflectionSet;

include!(concat!(env!("OUT_DIR"), "/index.rs"));

/// The index; entries have the numbers that the bundled glossaries give them.
pub(super) static BUNDLED: Index = Index {
    text: Cow::Borrowed(include_str!(concat!(env!("OUT_DIR"), "/index.txt"))),
    automaton: Automaton {
        slots: Cow::Borrowed(&SLOTS),
        letters: Cow::Borrowed(&LETTERS),
        states: Cow::Borrowed(&STATES),
        steps: Cow::Borrowed(&STEPS),
    },
    patterns: Cow::Borrowed(&PATTERNS),
    targets: Cow::Borrowed(&TARGETS),
};

const fn l(hash: u32, state: u32) -> Alone {
    Alone { hash, state }
}

const fn n(steps: u32, patterns: u32, failure: u32, depth: u32) -> State {
    State {
        steps,
        patterns,
        failure,
        depth,
    }
}

const fn g(letter: u32, state: u32) -> Step {
    Step { letter, state }
}

const fn p(spelling: Stretch, first: u32, count: u32) -> Pattern {
    Pattern {
        spelling,
        first,
        count,
    }
}

const fn s(start: u32, length: u32) -> Stretch {
    Stretch { start, length }
}

/// A target: its entry, the bits of its rank, its layer, its inflections, and the
/// two spellings.
const fn t(
    entry: u32,
    (shield, separated, exact): (bool, bool, bool),
    context: ContextKind,
    layer: u32,
    inflections: u16,
    spelling: Stretch,
    particle: Stretch,
) -> Target {
    Target {
        entry,
        rank: Rank {
            standing: if shield {
                Standing::Exception
            } else {
                Standing::Term
            },
            separated,
            layer,
            context,
            exact,
        },
        inflections: InflectionSet::from_bits(inflections),
        exact: spelling,
        particle,
    }
}

//! The index of the bundled glossaries, made when the program is built: nothing
//! is parsed, inflected or sorted at a start.

use std::borrow::Cow;

use super::index::ContextKind::{self, Never, None, Only};
use super::index::{Group, Index, Pattern, Rank, Standing, Stretch, Target};
use crate::glossary::forms::InflectionSet;

include!(concat!(env!("OUT_DIR"), "/index.rs"));

/// The index; entries have the numbers that the bundled glossaries give them.
pub(super) static BUNDLED: Index = Index {
    text: Cow::Borrowed(include_str!(concat!(env!("OUT_DIR"), "/index.txt"))),
    slots: Cow::Borrowed(&SLOTS),
    groups: Cow::Borrowed(&GROUPS),
    patterns: Cow::Borrowed(&PATTERNS),
    targets: Cow::Borrowed(&TARGETS),
};

const fn g(hash: u32, begins_pairs: bool, first: u32, count: u32) -> Group {
    Group {
        hash,
        begins_pairs,
        first,
        count,
    }
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

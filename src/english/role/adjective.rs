//! Whether an adjective stands where another adjective may.
//!
//! Owns the two places of adjectives, before a noun and behind a linking verb.
//! An adverb's or a noun's reading (`works ad hoc`, `the agile`) is none.

use super::super::lexicon;
use super::context::{Context, View};

/// Whether an adjective form stands before a noun or behind a linking verb, so
/// that another adjective may take its place.
pub fn adjective(context: Context) -> bool {
    let view = View::of(context);
    let before = view.left(0);
    if before.is_adjacent() && before.reads(&["more", "most", "less", "least"]) {
        return false;
    }
    is_attributive(&view) || is_behind_verb(&view)
}

/// `an agile team`, `agile and small teams`.
fn is_attributive(view: &View) -> bool {
    let next = view.right(0);
    let noun = next.is_adjacent()
        && (next.is_open() || next.is(lexicon::ADJECTIVE) && !next.is(lexicon::POSTPOSITIVE));
    let listed = next.is(lexicon::COORDINATOR)
        && view.right(1).is(lexicon::ADJECTIVE)
        && view.right(2).is_open();
    noun || listed
}

/// Whether an adjective form stands behind a linking verb and before no noun.
pub fn is_predicative(context: Context) -> bool {
    let view = View::of(context);
    is_behind_verb(&view) && !is_attributive(&view)
}

/// `the plan is quite agile.`, `keep it agile`, `Is the plan agile?`, `if agile,`
fn is_behind_verb(view: &View) -> bool {
    let at = view.past_adverbs(0);
    let (verb, beyond) = (view.left(at), view.left(at + 1));
    if !verb.is_adjacent() {
        return false;
    }
    let clause_ends = view.right(0).is_none() || !view.right(0).is_adjacent();
    if verb.reads(&["if", "when", "where", "as", "while", "whenever"]) && clause_ends {
        return true;
    }
    let links = verb.is(lexicon::BE | lexicon::LINKING);
    let object = verb.is(lexicon::EITHER_PRONOUN | lexicon::OBJECT_PRONOUN);
    let causes = beyond.is(lexicon::CAUSING | lexicon::LINKING | lexicon::BE)
        || beyond.reads(&["find", "found", "consider"]);
    let listed = verb.is(lexicon::COORDINATOR) && beyond.is(lexicon::ADJECTIVE);
    links || object && causes || listed || is_asked(view, at)
}

/// `Is the plan agile?`
fn is_asked(view: &View, from: usize) -> bool {
    let is_noun = |i: &usize| view.left(*i).is_open() && view.left(*i).is_adjacent();
    let end = (from..from + 4).find(|i| !is_noun(i)).unwrap_or(from);
    let helper = end + usize::from(view.left(end).is_article());
    end > from && view.left(helper).is(lexicon::BE) && view.left(helper + 1).is_none()
}

#[cfg(test)]
#[path = "adjective_tests.rs"]
mod tests;

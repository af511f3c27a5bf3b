//! Whether a name is the one who acts.
//!
//! Owns `GitHub upholds our promise` beside `GitHub was down` and `the list on GitHub has
//! grown`: who acts is known to its readers.

use super::super::lexicon;
use super::context::{Context, REACH, View};
use super::other_verb::is_third_person;

/// Verbs of things as much as of people.
#[rustfmt::skip]
const NO_ACTS: &[&str] = &[
    "became", "becomes", "began", "begins", "came", "closed", "closes", "comes", "contains", "crashed", "crashes",
    "depends", "ended", "ends", "exists", "failed", "fails", "fell", "goes", "grew", "grows", "helped", "helps",
    "includes", "lacks", "means", "needs", "opened", "opens", "ran", "remains", "runs", "seems", "started", "starts",
    "stayed", "stays", "stopped", "stops", "went", "worked", "works",
];

/// Whether a name is the subject of a verb for what somebody does, or of those who write: `we
/// at Zephyr`.
pub fn acts(context: Context) -> bool {
    let view = View::of(context);
    let before = view.left(0);
    if before.reads(&["at"]) && view.left(1).reads(&["we", "us"]) {
        return true;
    }
    let is_governed = before.is_adjacent() && before.is(lexicon::PREPOSITION | lexicon::TO);
    let at = (0..REACH)
        .take_while(|&i| view.right(i).is_adjacent() && !view.right(i).is_none())
        .find(|&i| !view.right(i).is(lexicon::ADVERB));
    let is_act = at.is_some_and(|at| {
        let (verb, next) = (view.right(at), view.right(at + 1));
        let past = verb.is(lexicon::IRREGULAR_PAST) || verb.is_open() && verb.ends_with("ed");
        // `Zephyr recipes are good`, `Zephyr recipes in May`.
        let is_noun = next.is_none()
            || next.is(lexicon::AUXILIARY | lexicon::PREPOSITION)
            || verb.is_capital();
        let may_be_verb = verb.is_plural() && (at > 0 || !is_noun);
        let is_verb = verb.is(lexicon::MODAL) || past || is_third_person(verb) || may_be_verb;
        is_verb && !verb.is(lexicon::BE | lexicon::HAVE) && !verb.reads(NO_ACTS)
    });
    is_act && !is_governed
}

#[cfg(test)]
mod tests {
    use super::super::context::hold;
    use super::acts;

    #[test]
    fn a_subject_acts_by_what_people_do() {
        let table = [
            ("[Zephyr] upholds its promise.", true),
            ("[Zephyr] never deplores theft.", true),
            ("[Zephyr] may remove your account.", true),
            ("In May, [Zephyr] sent a letter.", true),
            ("[Zephyr] answered.", true),
            ("We at [Zephyr] care.", true),
            ("We met at [Zephyr] in May.", false),
            ("[Zephyr] was down.", false),
            ("[Zephyr] comes first.", false),
            ("[Zephyr] recipes are good.", false),
            ("[Zephyr] recipes in May are good.", false),
            ("[Zephyr] has a new owner.", false),
            ("The list on [Zephyr] has grown.", false),
            ("We publish it on [Zephyr] for free.", false),
            ("We like [Zephyr].", false),
        ];
        hold(&table, acts);
    }
}

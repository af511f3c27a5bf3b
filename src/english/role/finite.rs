//! Present or past, for a verb whose forms are spelt alike: `set`, `put`.
//!
//! Asked only where it is known that the form is a finite verb or an infinitive;
//! whether it is a participle is `past`'s question.

use super::super::lexicon;
use super::context::{Context, View};

/// What a form that base and past share is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finite {
    /// An infinitive, an imperative, or the present.
    Base,
    /// The past.
    Past,
    /// The words around do not say.
    Undecided,
}

/// Whether a verb form that base and past share is one or the other: `to set`,
/// `will set` and a sentence that begins with it are base, `she set` is past.
pub fn base_or_past(context: Context) -> Finite {
    let view = View::of(context);
    let before = view.left(view.past_adverbs(0));
    if before.is_none() {
        Finite::Base
    } else if !before.is_adjacent() {
        Finite::Undecided
    } else if before.reads(&["he", "she", "it"]) {
        Finite::Past
    } else if before.is(lexicon::TO | lexicon::MODAL | lexicon::DO | lexicon::PLEASE) {
        Finite::Base
    } else {
        Finite::Undecided
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tense_shows_in_the_word_before() {
        let table = [
            ("", Finite::Base),
            ("We will ", Finite::Base),
            ("Do not ", Finite::Base),
            ("They want to quickly ", Finite::Base),
            ("Please ", Finite::Base),
            ("Yesterday she ", Finite::Past),
            ("We ", Finite::Undecided),
            ("First, ", Finite::Undecided),
        ];
        for (before, expected) in table {
            let context = Context {
                before,
                form: "set",
                after: " the table.",
            };
            assert_eq!(base_or_past(context), expected, "{before}set the table.");
        }
    }
}

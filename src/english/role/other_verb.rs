//! Whether a clause has its verb elsewhere, so that a word behind a noun is none.
//!
//! Owns `we raised the API limits` and `the API limits for phones are low`: a clause
//! has one finite verb, and where that is seen, `limits` is a noun.

use super::super::sentence::Gap;
use super::super::{ambiguous, lexicon};
use super::context::{REACH, Token, View};

/// Whether an auxiliary stands in the clause from word `from` on behind the match.
pub(super) fn stands_behind(view: &View, from: usize) -> bool {
    (from..REACH)
        .map(|i| view.right(i))
        .take_while(|word| word.gap == Gap::Space && !word.is_none() && !opens_clause(*word))
        .any(|word| word.is(lexicon::AUXILIARY))
}

/// Whether the noun phrase around the match, whose opening word is at `opener` before it,
/// is no subject since the verb stands before it.
pub(super) fn stands_before(view: &View, opener: usize) -> bool {
    let first = view.left(opener);
    let phrase = opener + usize::from(begins_phrase(first) && first.is_adjacent());
    let governor = view.left(phrase);
    if !governor.is_adjacent() || governor.is(lexicon::SAYING) {
        return false;
    }
    (phrase..REACH)
        .map(|i| (i, view.left(i)))
        .take_while(|(_, word)| !word.is_none() && word.is_adjacent() && !opens_clause(*word))
        .any(|(i, word)| {
            let infinitive = word.is(lexicon::TO) && i > phrase && view.left(i - 1).is_open();
            let governs = i == phrase && first.is_article() && takes_object(view, i);
            infinitive || governs || word.is(lexicon::AUXILIARY | lexicon::SUBJECT)
        })
}

/// Whether the word right before an article is a verb: `Change the limits`, `Ana changed
/// the limits`, `the team uses the limits`.
fn takes_object(view: &View, at: usize) -> bool {
    let (word, before) = (view.left(at), view.left(at + 1));
    let asks = before.is_none() && ambiguous::is_verb(word.text);
    let past = word.is(lexicon::IRREGULAR_PAST) || word.is_open() && word.ends_with("ed");
    past || asks || is_third_person(word)
}

/// `accepts`: a third person that is hardly ever a plural.
pub(super) fn is_third_person(word: Token) -> bool {
    word.is(lexicon::FINITE_S) || ambiguous::is_verb_in_s(word.text)
}

fn begins_phrase(word: Token) -> bool {
    let determiner = lexicon::DEMONSTRATIVE | lexicon::QUANTIFIER;
    word.is_article() || word.is(determiner) || word.is_number()
}

/// Whether another clause can begin with a word.
pub(super) fn opens_clause(word: Token) -> bool {
    word.is(lexicon::SUBORDINATOR | lexicon::COORDINATOR | lexicon::QUESTION)
        || word.reads(&["that", "before", "after", "as", "than"])
}

#[cfg(test)]
mod tests {
    use super::super::context::hold;
    use super::*;

    #[test]
    fn the_verb_of_a_clause_is_found_behind_a_word() {
        let table = [
            ("The [API] limits for phones are low.", true),
            ("The [API] limits will change.", true),
            ("The [API] limits requests.", false),
            ("The [API] limits what users can do.", false),
            ("The [API] limits requests, which is good.", false),
        ];
        hold(&table, |context| stands_behind(&View::of(context), 1));
    }

    #[test]
    fn the_verb_of_a_clause_is_found_before_a_noun_phrase() {
        let table = [
            ("We raised the [API] limits.", true),
            ("You can look at the [API] limits.", true),
            ("Change the [API] limits.", true),
            ("Ana changed the [API] limits.", true),
            ("Try to raise the [API] limits.", true),
            ("The [API] limits requests.", false),
            ("We think the [API] limits requests.", false),
            ("We wait until the [API] limits requests.", false),
            ("The owner of the [API] limits requests.", false),
            ("Access to the [API] limits requests.", false),
            ("When it is late, the [API] limits requests.", false),
        ];
        hold(&table, |context| {
            let view = View::of(context);
            let opener = usize::from(!view.left(0).is_article());
            stands_before(&view, opener)
        });
    }
}

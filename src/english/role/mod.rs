//! What the words around a match say about it: noun or verb, past or
//! participle, what an -ing form is, what a noun stands before.
//!
//! There is no tagger here: each question has a file of rules on neighbouring
//! words, tried in order, the surest first. Where none holds the answer is
//! *undecided*, which costs a reader a suggestion and never a wrong sentence.
//! Which question to ask, and what follows from the answer, is the caller's.

mod adjective;
mod adjunct;
mod agent;
mod behind_noun;
mod clauses;
mod compound;
mod context;
mod description;
mod finite;
mod frame;
mod ing;
mod mention;
mod name;
mod neighbours;
mod noun_group;
mod noun_place;
mod noun_verb;
mod object;
mod other_verb;
mod past;
mod scene;

use super::lexicon;
use super::sentence::{Gap, words_before};

pub use adjective::{adjective, is_predicative};
pub use agent::acts;
pub use behind_noun::{begins_with_adjective, is_behind_noun};
pub use compound::compound;
pub use context::Context;
pub use description::{Description, description};
pub use finite::{Finite, base_or_past};
pub use frame::{
    has_noun_behind, has_object_behind, is_before_noun, is_behind_auxiliary, is_in_stack,
    is_passive, shares_last_word, shares_object, takes_adverbial,
};
pub use ing::{Ing, ing};
pub use mention::is_mention;
pub use name::is_part_of_name;
pub use noun_group::noun_group_end;
pub use noun_place::{NounPlace, noun_place};
pub use noun_verb::noun_or_verb;
pub use object::{article_before, begins_place, is_object, starts_with_object_pronoun};
pub use past::{Past, past_or_participle};
pub use scene::Role;

/// Whether a word holds a sentence together and names nothing: an article, a
/// pronoun, a preposition, an auxiliary, an adverb.
pub fn is_function_word(word: &str) -> bool {
    lexicon::class(word).is(lexicon::FUNCTION)
}

/// Whether a word is an adverb, whatever else it is.
pub fn is_adverb(word: &str) -> bool {
    lexicon::class(word).is(lexicon::ADVERB)
}

/// Whether a word is a preposition that makes no verb of two words with the verb before
/// it: `with`, and not `out`.
pub fn is_pure_preposition(word: &str) -> bool {
    let class = lexicon::class(word);
    class.is(lexicon::PREPOSITION) && !class.is(lexicon::PARTICLE)
}

/// Whether a word is a preposition, whatever else it is.
pub fn is_preposition(word: &str) -> bool {
    lexicon::class(word).is(lexicon::PREPOSITION)
}

/// Whether a word says something of its own in a phrase: no article, pronoun,
/// preposition, conjunction, auxiliary or amount.
pub fn is_content_word(word: &str) -> bool {
    let empty = lexicon::ARTICLE
        | lexicon::DEMONSTRATIVE
        | lexicon::QUANTIFIER
        | lexicon::SUBJECT
        | lexicon::EITHER_PRONOUN
        | lexicon::OBJECT_PRONOUN
        | lexicon::INDEFINITE
        | lexicon::AUXILIARY
        | lexicon::PREPOSITION
        | lexicon::PARTICLE
        | lexicon::SUBORDINATOR
        | lexicon::COORDINATOR
        | lexicon::QUESTION
        | lexicon::NEGATION
        | lexicon::TO;
    !lexicon::class(word).is(empty)
}

/// Whether an article, a possessive or `this` stands right before, so that a noun
/// phrase begins.
pub fn is_behind_determiner(context: Context) -> bool {
    let determiner = lexicon::ARTICLE | lexicon::DEMONSTRATIVE;
    words_before(context.before)
        .next()
        .is_some_and(|word| word.gap == Gap::Space && lexicon::class(word.text).is(determiner))
}

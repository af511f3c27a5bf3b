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
mod ing;
mod mention;
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
pub use ing::{Ing, ing};
pub use mention::is_mention;
pub use noun_group::noun_group_end;
pub use noun_place::{NounPlace, noun_place};
pub use noun_verb::noun_or_verb;
pub use object::{article_before, is_object, starts_with_object_pronoun};
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

/// Whether an article, a possessive or `this` stands right before, so that a noun
/// phrase begins.
pub fn is_behind_determiner(context: Context) -> bool {
    let determiner = lexicon::ARTICLE | lexicon::DEMONSTRATIVE;
    words_before(context.before)
        .next()
        .is_some_and(|word| word.gap == Gap::Space && lexicon::class(word.text).is(determiner))
}

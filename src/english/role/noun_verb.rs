//! Whether a form that may be a noun or a verb is one or the other.
//!
//! Owns the order in which the rules for base and -s forms (`impact`, `asks`,
//! `spin up`) are trusted: first what stands right before the match, then the
//! noun phrase or list it may belong to, last what follows it. A wrong answer
//! becomes a wrong sentence, so a rule that is often wrong says nothing. Forms
//! in -ed and -ing are left to the files beside this one.

use super::context::Context;
use super::scene::{Role, Scene};

/// A form that may be a noun or a verb in its base or -s form (`impact`,
/// `asks`, `spin up`): which.
pub fn noun_or_verb(context: Context) -> Role {
    let scene = Scene::of(context);
    let rules = [
        Scene::after_to,
        Scene::after_auxiliary,
        Scene::after_subject_pronoun,
        Scene::after_causative,
        Scene::after_please,
        Scene::in_question,
        Scene::after_article,
        Scene::after_demonstrative,
        Scene::after_amount,
        Scene::after_adjective,
        Scene::after_question_word,
        Scene::after_preposition,
        Scene::after_have_or_be,
        Scene::after_verb_with_object,
        Scene::coordinated,
        Scene::in_noun_phrase,
        Scene::at_clause_start,
        Scene::behind_bare_noun,
        Scene::after_adverb,
        Scene::before_auxiliary,
        Scene::before_object,
        Scene::of_two_words,
    ];
    rules
        .iter()
        .find_map(|rule| rule(&scene))
        .unwrap_or(Role::Undecided)
}

#[cfg(test)]
#[path = "noun_verb_tests.rs"]
mod tests;

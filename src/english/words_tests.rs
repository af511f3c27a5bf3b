//! Every word of a class is needed: the sentence of its row is read otherwise without it.

use std::cell::Cell;
use std::fmt::Write as _;

use super::super::role;
use super::super::word_rows;
use super::super::{abbreviation, ambiguous, determiner, hidden_verb, sentence};
use super::*;

thread_local! {
    static TAKEN_OUT: Cell<(&'static str, Class)> = const { Cell::new(("", NOTHING)) };
}

/// The class that a word is without for now.
pub(super) fn taken_out(word: &str) -> Class {
    let (taken, class) = TAKEN_OUT.get();
    if taken == word { class } else { NOTHING }
}

/// Whatever is asked about the use of the word in brackets, with the answers.
fn readings(marked: &str) -> Vec<String> {
    let (before, rest) = marked.split_once('[').unwrap_or((marked, ""));
    let (form, after) = rest.split_once(']').unwrap_or((rest, ""));
    let context = role::Context {
        before,
        form,
        after,
    };
    let text = [before, form, after].concat();
    let at = before.len()..before.len() + form.len();
    let can_be_noun = ambiguous::can_be_noun(form);
    let can_be_verb = ambiguous::can_be_verb(form);
    let mut answers = Vec::new();
    macro_rules! ask {
        ($($question:expr),* $(,)?) => {
            $(answers.push(format!("{}: {:?}", stringify!($question), $question));)*
        };
    }
    ask!(
        can_be_noun.then(|| role::noun_or_verb(context)),
        can_be_verb.then(|| role::noun_or_verb(context)),
        role::noun_or_verb(context),
        role::noun_place(context, false),
        role::noun_place(context, true),
        role::ing(context),
        role::past_or_participle(context),
        role::base_or_past(context),
        role::adjective(context),
        role::is_predicative(context),
        role::compound(context),
        role::description(context),
        role::acts(context),
        role::is_behind_noun(context),
        role::is_behind_determiner(context),
        role::is_mention(context),
        role::is_part_of_name(context),
        role::has_noun_behind(context),
        role::has_object_behind(context),
        role::is_before_noun(context),
        role::is_behind_auxiliary(context),
        role::is_in_stack(context, false),
        role::is_in_stack(context, true),
        role::is_passive(context),
        role::shares_last_word(context),
        role::takes_adverbial(context),
        role::noun_group_end(&text, at.clone(), false),
        role::article_before(before),
        role::is_object(form),
        role::is_pure_preposition(form),
        role::starts_with_object_pronoun(form),
        sentence::bounds(&text, at.clone(), text.len()),
        sentence::starts_sentence(&text, at.start),
        sentence::ends_with_abbreviation(&text, at.start),
        abbreviation::is_numbered(form),
        abbreviation::is_ordinary(form),
        determiner::introduced(form),
        hidden_verb::hidden_verbs(&text),
    );
    answers
}

fn class_named(name: &str) -> Class {
    let named = NAMES.iter().find(|(known, _)| *known == name);
    named.map_or(NOTHING, |(_, class)| *class)
}

/// What of a sentence is read otherwise without the word in that class.
fn needed(sentence: &str, word: &'static str, class: &str) -> Vec<String> {
    let sentence = sentence.replace('~', word);
    let with = readings(&sentence);
    TAKEN_OUT.set((word, class_named(class)));
    let without = readings(&sentence);
    TAKEN_OUT.set(("", NOTHING));
    let pairs = with.into_iter().zip(without);
    pairs
        .filter(|(one, other)| one != other)
        .map(|(one, _)| one)
        .collect()
}

#[test]
fn every_word_is_needed_by_its_sentence() {
    let mut idle = String::new();
    for row in word_rows::rows(include_str!("words.tsv")).flatten() {
        for word in row.words() {
            if needed(row.sentence, word, row.class).is_empty() {
                let _ = writeln!(idle, "{}: {}", row.class, row.sentence.replace('~', word));
            }
        }
    }
    assert!(idle.is_empty(), "read alike without:\n{idle}");
}

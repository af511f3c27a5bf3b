//! A noun or a verb with the clause around it, as the rules see it.
//!
//! Owns what several rules ask: the neighbour, the objects behind, whether a
//! word is an auxiliary or a `to` that makes a verb. Which question is asked
//! when is decided in `noun_verb`; the rules lie in `neighbours` and `clauses`.

use super::super::lexicon;
use super::super::sentence::Gap;
use super::context::{Context, Token, View, has_plural_s};

/// What a form is used as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A noun, or part of one: `the impact`, `the release notes`.
    Noun,
    /// A verb.
    Verb,
    /// The words around do not say.
    Undecided,
}

/// A rule that holds gives a role; `Some(Undecided)` stops weaker rules.
pub(super) type Answer = Option<Role>;

pub(super) const NOUN: Answer = Some(Role::Noun);
pub(super) const VERB: Answer = Some(Role::Verb);
pub(super) const UNDECIDED: Answer = Some(Role::Undecided);

/// A match with the clause around it.
pub(super) struct Scene<'a> {
    pub(super) view: View<'a>,
    /// The match as written.
    form: &'a str,
    /// The sentence behind the match.
    pub(super) after: &'a str,
    /// The form agrees with `he`, or is a plural.
    pub(super) in_s: bool,
    /// The form is a verb with a particle: `spin up`.
    pub(super) phrasal: bool,
}

impl<'a> Scene<'a> {
    pub(super) fn of(context: Context<'a>) -> Scene<'a> {
        let mut words = context.form.split_whitespace();
        let first = words.next().unwrap_or_default();
        let phrasal = words
            .next()
            .is_some_and(|second| lexicon::class(second).is(lexicon::PARTICLE));
        let last = context.form.split_whitespace().next_back().unwrap_or(first);
        let head = if phrasal { first } else { last };
        Scene {
            view: View::of(context),
            form: context.form,
            after: context.after,
            in_s: has_plural_s(head) && !lexicon::class(head).is(lexicon::PLURAL_MODIFIER),
            phrasal,
        }
    }

    /// The word `i` places before the match.
    pub(super) fn left(&self, i: usize) -> Token<'a> {
        self.view.left(i)
    }

    /// The neighbour before the match, unless a comma or the like parts them.
    pub(super) fn neighbour(&self) -> Token<'a> {
        let token = self.left(0);
        if token.is_adjacent() {
            token
        } else {
            self.left(usize::MAX)
        }
    }

    pub(super) fn noun_unless_object(&self) -> Answer {
        if self.view.object_follows() {
            UNDECIDED
        } else {
            NOUN
        }
    }

    /// Whether an object of any kind follows.
    pub(super) fn takes_object(&self) -> bool {
        self.view.object_follows() || self.view.pronoun_object_follows()
    }

    /// Whether code follows as an object: `use ￼ to`.
    pub(super) fn takes_code(&self) -> bool {
        let (code, next) = (self.view.right(0), self.view.right(1));
        let goes_on = lexicon::PREPOSITION | lexicon::TO | lexicon::SUBORDINATOR | lexicon::ADVERB;
        code.is_adjacent() && code.is_inline_object() && next.is_adjacent() && next.is(goes_on)
    }

    /// Whether a name follows a form in small letters: `supports GitHub`.
    pub(super) fn takes_name(&self) -> bool {
        let lower = !self.form.contains(char::is_uppercase);
        let name = self.view.right(0);
        lower && name.gap == Gap::Space && (name.is_capital() || name.is_inline_object())
    }

    /// Whether the participle is spelt like the base form: `set`.
    pub(super) fn is_unchanging(&self) -> bool {
        let first = self.form.split_whitespace().next().unwrap_or_default();
        lexicon::class(first).is(lexicon::UNCHANGING)
    }

    /// Whether the word at `at` is a verb before a base form: no `the will`,
    /// no month of May.
    pub(super) fn is_helper(&self, at: usize) -> bool {
        let (helper, before) = (self.left(at), self.left(at + 1));
        let noun = before.is_adjacent() && (before.is_article() || before.is_adjective());
        let month = helper.text == "May" && !before.is_none();
        helper.is(lexicon::MODAL | lexicon::DO) && !noun && !month
    }

    /// The role of a form behind the `to` at place `at`.
    pub(super) fn answer_behind_to(&self, at: usize) -> Answer {
        let governor = self.left(at + 1);
        let object = self.takes_object();
        let from = (at + 1..at + 9).any(|i| self.left(i).reads(&["from"]));
        if self.in_s {
            return NOUN;
        }
        if governor.is(lexicon::TO_NOUN) && governor.is_adjacent() {
            return if object { UNDECIDED } else { NOUN };
        }
        let planned =
            governor.reads(&["going"]) && self.left(self.view.past_adverbs(at + 2)).is(lexicon::BE);
        let unsure = from || governor.is_adjacent() && governor.is(lexicon::TO_EITHER) && !planned;
        if unsure && !object { UNDECIDED } else { VERB }
    }
}

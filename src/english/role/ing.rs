//! What an -ing form is: a verb's, a noun, or the first part of a noun.
//!
//! Owns the rules that part `leveraging the cache` from `the leveraging of`
//! and `the onboarding process`. Which of them a glossary's entry means is the
//! caller's question.

use super::super::lexicon;
use super::super::sentence::Gap;
use super::context::{Context, Token, View, has_plural_s};

/// What an -ing form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ing {
    /// A gerund or a progressive, which any other -ing form may replace:
    /// `are leveraging the cache`, `by leveraging it`.
    Verbal,
    /// A noun: `a learning`, `the leveraging of`.
    Noun,
    /// Before a noun: `the onboarding process`.
    Modifier,
    /// The words around do not say.
    Undecided,
}

/// What an -ing form is.
pub fn ing(context: Context) -> Ing {
    if has_plural_s(context.form) {
        return Ing::Noun;
    }
    let scene = Scene {
        view: View::of(context),
    };
    let rules = [
        Scene::after_article,
        Scene::before_object,
        Scene::after_be,
        Scene::after_verb,
        Scene::after_preposition,
        Scene::after_noun,
        Scene::after_comma,
        Scene::after_adverb,
        Scene::coordinated,
        Scene::before_clause,
    ];
    rules
        .iter()
        .find_map(|rule| rule(&scene))
        .unwrap_or(Ing::Undecided)
}

/// A match with the clause around it.
struct Scene<'a> {
    view: View<'a>,
}

/// A rule that holds gives a use; `Some(Undecided)` stops weaker rules.
type Answer = Option<Ing>;

const VERBAL: Answer = Some(Ing::Verbal);
const UNDECIDED: Answer = Some(Ing::Undecided);

impl<'a> Scene<'a> {
    fn left(&self, i: usize) -> Token<'a> {
        self.view.left(i)
    }

    fn takes_object(&self) -> bool {
        self.view.object_follows() || self.view.pronoun_object_follows()
    }

    /// Whether a noun follows that may be an object or may be modified.
    fn noun_follows(&self) -> bool {
        let next = self.view.right(0);
        next.is_adjacent() && (next.is_open() || next.is_inline_object())
    }

    /// `the leveraging of`, `our learning`, `a new onboarding process`.
    fn after_article(&self) -> Answer {
        let describes = |i: &usize| {
            let token = self.left(*i);
            let shaped = token.is_open() && (token.ends_with("ed") || token.is_capital() && *i > 0);
            token.is_adjacent()
                && (token.is_adjective() || token.is_manner() || shaped || token.is_number())
        };
        let head = (0..4).find(|i| !describes(i))?;
        let opener = self.left(head);
        let amount = opener.reads(&[
            "some", "any", "this", "these", "those", "more", "much", "such", "most",
        ]);
        let bare = head > 0 && self.left(0).is_adjective() && !opener.is(lexicon::BE);
        if !opener.is_adjacent() || !opener.is_article() && !amount && !bare {
            return None;
        }
        let pronoun = opener.reads(&["some", "any", "most", "this", "those"]);
        match () {
            // `our leveraging the cache` is a gerund, `those using it` a participle.
            () if self.takes_object() && opener.reads(&["the", "a", "an", "this"]) => UNDECIDED,
            () if self.takes_object() && (opener.is_article() || pronoun) => VERBAL,
            () if self.noun_follows()
                || self.view.right(0).is_number()
                || self.view.right(0).is_adjective() =>
            {
                Some(Ing::Modifier)
            }
            () if pronoun || !opener.is_article() => UNDECIDED,
            () => Some(Ing::Noun),
        }
    }

    /// `leveraging the cache`, `Leveraging new data`.
    fn before_object(&self) -> Answer {
        let next = self.view.right(0);
        let described = next.is_adjacent()
            && next.is_adjective()
            && !next.is(lexicon::POSTPOSITIVE)
            && self.view.right(1).is_adjacent();
        let all = next.is_adjacent()
            && (next.is(lexicon::INDEFINITE) || next.reads(&["all", "each", "both"]));
        let it = next.is_adjacent() && next.is(lexicon::EITHER_PRONOUN);
        (it || self.takes_object() || described || all).then_some(Ing::Verbal)
    }

    /// `are leveraging`, `is the team leveraging`; `these are building blocks` stays open.
    fn after_be(&self) -> Answer {
        let at = self.view.past_adverbs(0);
        let helper = self.left(at);
        if helper.is(lexicon::BE) && helper.is_adjacent() {
            let subject = self.left(self.view.past_adverbs(at + 1));
            let vague = subject.reads(&[
                "it", "this", "that", "these", "those", "there", "here", "what",
            ]) || helper.text.contains(['\'', '’'])
                && !helper.ends_with("re")
                && !helper.ends_with("m");
            return if vague && self.noun_follows() {
                UNDECIDED
            } else {
                VERBAL
            };
        }
        let pronoun = helper.is(lexicon::SUBJECT | lexicon::EITHER_PRONOUN) && helper.is_adjacent();
        let asked = pronoun && self.left(at + 1).is(lexicon::BE) && self.left(at + 1).is_adjacent();
        asked.then_some(Ing::Verbal)
    }

    /// `by leveraging caches`, `when deploying`; `for onboarding sessions` stays open.
    fn after_preposition(&self) -> Answer {
        let word = self.left(0);
        if !word.is_adjacent() {
            return None;
        }
        if word.reads(&[
            "by", "without", "when", "while", "before", "after", "since", "than",
        ]) {
            return VERBAL;
        }
        if word.is(lexicon::PREPOSITION | lexicon::TO)
            && self.view.right(0).is_plural()
            && self.view.right(0).is_adjacent()
        {
            return VERBAL;
        }
        word.is(lexicon::PREPOSITION | lexicon::TO)
            .then(|| self.unless_bare())
    }

    fn unless_bare(&self) -> Ing {
        let next = self.view.right(0);
        let verbal = next.is_adjacent()
            && (next.is(lexicon::PARTICLE) || next.is_manner() || next.is(lexicon::QUESTION));
        if verbal { Ing::Verbal } else { Ing::Undecided }
    }

    /// `kept debugging`, `start leveraging`; `we like debugging.`, where *like* is surely a verb.
    fn after_verb(&self) -> Answer {
        let at = self.view.past_adverbs(0);
        let (verb, before) = (self.left(at), self.left(at + 1));
        let noun = before.is_article() || before.is_adjective();
        let next = self.view.right(0);
        let likes = verb.is(lexicon::LIKING_GERUND)
            && (!self.noun_follows() || next.is_plural())
            && (next.is_adjacent() || before.is(lexicon::SUBJECT));
        let takes = verb.is(lexicon::TAKING_GERUND) || likes;
        (takes && verb.is_adjacent() && !noun).then_some(Ing::Verbal)
    }

    /// `users learning from it`, `workers performing tasks`.
    fn after_noun(&self) -> Answer {
        let (noun, next) = (self.left(0), self.view.right(0));
        let goes_on = next.is_adjacent() && !next.is(lexicon::AUXILIARY | lexicon::COORDINATOR);
        (noun.is_plural() && noun.is_adjacent() && goes_on).then_some(Ing::Verbal)
    }

    /// `, leveraging from`; `, learning difficulties` and `, learning, and` stay open.
    fn after_comma(&self) -> Answer {
        let (before, next) = (self.left(0), self.view.right(0));
        let goes_on = next.is_adjacent()
            && !next.is(lexicon::AUXILIARY | lexicon::COORDINATOR)
            && !next.is_open();
        (before.gap == Gap::Comma && !before.is_none() && goes_on).then_some(Ing::Verbal)
    }

    /// `automatically deploying`.
    fn after_adverb(&self) -> Answer {
        let adverb = self.left(0);
        (adverb.is_manner() && adverb.is_adjacent() && !self.noun_follows()).then_some(Ing::Verbal)
    }

    /// `are building and deploying`, `by building, testing and deploying`.
    fn coordinated(&self) -> Answer {
        let first = self.left(0);
        let mut at = usize::from(first.is(lexicon::COORDINATOR));
        if at == 0 && first.is_adjacent() {
            return None;
        }
        while self.left(at).is_open() && self.left(at).ends_with("ing") {
            at += 1;
            if self.left(at).is(lexicon::BE)
                || self.left(at).reads(&["by", "when", "while", "without"])
            {
                return VERBAL;
            }
        }
        None
    }

    /// `learning how to`, `deploying quickly`.
    fn before_clause(&self) -> Answer {
        let next = self.view.right(0);
        let clause = next.reads(&["how", "whether", "why", "what"])
            || next.is_manner()
            || next.reads(&["up", "out"]);
        (next.is_adjacent() && clause).then_some(Ing::Verbal)
    }
}

#[cfg(test)]
#[path = "ing_tests.rs"]
mod tests;

//! Whether a form in -ed, or an irregular one of two uses, is a past or a
//! participle.
//!
//! Owns the auxiliaries before it and the objects behind it. It matters where
//! the replacement tells the two apart (`withdrew`, `withdrawn`), so an answer
//! must be sure: a coordinated participle (`was tested and deprecated`) and a
//! participle behind its noun (`features deprecated in May`) are undecided.

use super::super::lexicon;
use super::super::sentence::Gap;
use super::context::{Context, Token, View};

/// What a form that may be past or participle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Past {
    /// The past: `we deprecated it`.
    Past,
    /// The participle: `was deprecated`, `as deprecated`.
    Participle,
    /// A participle before its noun: `the deprecated login`.
    Modifier,
    /// The words around do not say.
    Undecided,
}

/// Whether a form that may be past or participle is one or the other.
pub fn past_or_participle(context: Context) -> Past {
    let scene = Scene {
        view: View::of(context),
    };
    let rules = [
        Scene::after_auxiliary,
        Scene::after_causative,
        Scene::after_pronoun,
        Scene::after_article,
        Scene::after_conjunction,
        Scene::coordinated,
        Scene::after_adjective_or_verb,
        Scene::in_question,
        Scene::at_clause_start,
        Scene::after_noun,
    ];
    rules
        .iter()
        .find_map(|rule| rule(&scene))
        .unwrap_or(Past::Undecided)
}

/// A match with the clause around it.
struct Scene<'a> {
    view: View<'a>,
}

/// A rule that holds gives a use; `Some(Undecided)` stops weaker rules.
type Answer = Option<Past>;

const PAST: Answer = Some(Past::Past);
const PARTICIPLE: Answer = Some(Past::Participle);
const MODIFIER: Answer = Some(Past::Modifier);
const UNDECIDED: Answer = Some(Past::Undecided);

impl<'a> Scene<'a> {
    fn left(&self, i: usize) -> Token<'a> {
        self.view.left(i)
    }

    /// The place of the nearest word to the left that is no adverb, and the word.
    fn head(&self) -> (usize, Token<'a>) {
        let at = self.view.past_adverbs(0);
        let token = self.left(at);
        (
            at,
            if token.is_adjacent() {
                token
            } else {
                self.left(usize::MAX)
            },
        )
    }

    /// Whether an object of the verb follows, which no passive has.
    fn takes_object(&self) -> bool {
        let when = (1..4).any(|i| self.view.right(i).is(lexicon::TIME));
        self.view.pronoun_object_follows() || self.view.object_follows() && !when
    }

    /// Whether a noun that the form may modify follows.
    fn noun_follows(&self) -> bool {
        let next = self.view.right(0);
        next.is_adjacent() && (next.is_open() || next.is_adjective() || next.is_inline_object())
    }

    /// `was deprecated`, `have quietly deprecated`, `must be deprecated`.
    fn after_auxiliary(&self) -> Answer {
        let (_, helper) = self.head();
        let helps = helper.is(lexicon::BE | lexicon::HAVE | lexicon::GET);
        helps.then_some(Past::Participle)
    }

    /// `get it deprecated`, `have them tested`.
    fn after_causative(&self) -> Answer {
        let (at, person) = self.head();
        let verb = self.left(at + 1);
        if !verb.is_adjacent() {
            return None;
        }
        let object_only = person.is(lexicon::OBJECT_PRONOUN);
        if object_only {
            let itself = person.ends_with("self") || person.ends_with("selves");
            return match () {
                () if itself => None,
                () if verb.is(lexicon::PREPOSITION) => UNDECIDED,
                () => PARTICIPLE,
            };
        }
        let causes = verb.is(lexicon::GET | lexicon::HAVE)
            || verb.reads(&["keep", "keeps", "kept", "want", "need"]);
        (person.is(lexicon::EITHER_PRONOUN) && causes && !self.takes_object())
            .then_some(Past::Participle)
    }

    /// Whether the auxiliary at `at` stands before its subject.
    fn inverts(&self, at: usize) -> bool {
        let before = self.left(self.view.past_adverbs(at + 1));
        let opens = before.is_none()
            || before.gap == Gap::Comma
            || before.is(lexicon::QUESTION | lexicon::COORDINATOR | lexicon::SUBORDINATOR);
        self.left(at).is_adjacent() && opens
    }

    /// `we deprecated it`; `have you deprecated it`.
    fn after_pronoun(&self) -> Answer {
        let (at, pronoun) = self.head();
        if !pronoun.is(lexicon::SUBJECT | lexicon::EITHER_PRONOUN) {
            return None;
        }
        let helper = self.view.past_adverbs(at + 1);
        if self.left(helper).is(lexicon::BE | lexicon::HAVE) && self.inverts(helper) {
            return PARTICIPLE;
        }
        let before = self.left(at + 1);
        let subject = pronoun.is(lexicon::SUBJECT)
            || !before.is_adjacent()
            || before.is(lexicon::SUBORDINATOR | lexicon::COORDINATOR | lexicon::QUESTION)
            || before.reads(&["that", "before", "after", "as", "than"]);
        if subject || self.takes_object() && !before.is(lexicon::PREPOSITION) {
            PAST
        } else {
            UNDECIDED
        }
    }

    /// `the deprecated login`, `these deprecated features`; `that deprecated the login`.
    fn after_article(&self) -> Answer {
        let (at, word) = self.head();
        if word.is_article() {
            return MODIFIER;
        }
        let pronoun = word.is(lexicon::DEMONSTRATIVE
            | lexicon::QUANTIFIER
            | lexicon::QUESTION
            | lexicon::INDEFINITE)
            || word.is_number();
        if !pronoun {
            return None;
        }
        let relative = word.reads(&["that", "which", "what"]);
        let adverb = word.reads(&["when", "where", "how", "why", "however"]);
        match () {
            () if adverb => None,
            () if self.takes_object() => PAST,
            () if word.reads(&["this"]) && self.view.right(0).is_plural() => PAST,
            () if relative && self.is_relative(at) && !self.noun_follows() => PAST,
            () if relative || word.is(lexicon::INDEFINITE) || at > 0 => UNDECIDED,
            () if self.left(1).reads(&["of"]) || self.view.right(0).is_capital() => UNDECIDED,
            () if self.noun_follows() && !word.reads(&["this"]) => MODIFIER,
            () if self.noun_follows() && !self.view.right(0).is_plural() => MODIFIER,
            () => UNDECIDED,
        }
    }

    /// Whether the `that` or `which` at `at` stands for the noun before it.
    fn is_relative(&self, at: usize) -> bool {
        let noun = self.left(at + 1);
        let close = noun.is_adjacent() || self.left(at).reads(&["which"]) && noun.gap == Gap::Comma;
        close && noun.is_open() && !noun.is(lexicon::SAYING) && !self.left(at).reads(&["what"])
    }

    /// `as deprecated`, `when deprecated`, `for deprecated features`.
    fn after_conjunction(&self) -> Answer {
        let (_, head) = self.head();
        let near = self.left(0);
        // `once` counts as an adverb too, and would be skipped.
        let word = if near.reads(&["once"]) { near } else { head };
        let reduced = word.is(lexicon::SUBORDINATOR)
            || word.reads(&["as", "than", "when", "where", "however"]);
        if reduced && !word.reads(&["since"]) {
            return match () {
                () if self.takes_object() => UNDECIDED,
                () if self.noun_follows() => MODIFIER,
                () => PARTICIPLE,
            };
        }
        if !word.is(lexicon::PREPOSITION | lexicon::TO) {
            return None;
        }
        if self.noun_follows() && !self.takes_object() {
            MODIFIER
        } else {
            UNDECIDED
        }
    }

    /// `we tested and deprecated it`; `was tested and deprecated` stays open.
    fn coordinated(&self) -> Answer {
        let from = self.view.past_adverbs(0);
        let first = self.left(from);
        if first.is_none() || first.is_adjacent() && !first.is(lexicon::COORDINATOR) {
            return None;
        }
        let mut at = from + usize::from(first.is(lexicon::COORDINATOR));
        let helped = self
            .view
            .before()
            .any(|token| token.is(lexicon::HAVE | lexicon::BE | lexicon::GET));
        if helped {
            return UNDECIDED;
        }
        if self.left(at).is_adjective() && self.noun_follows() && !self.takes_object() {
            return MODIFIER;
        }
        // Back over a list of pasts to their subject.
        while is_past_shaped(self.left(at)) {
            at = self.view.past_adverbs(at + 1);
            let link = self.left(at).is(lexicon::COORDINATOR);
            at += usize::from(link);
        }
        let subject = self.left(at).is(lexicon::SUBJECT | lexicon::EITHER_PRONOUN) && at > from + 1;
        if subject || self.takes_object() {
            PAST
        } else {
            UNDECIDED
        }
    }

    /// `old deprecated features`, `remove deprecated features`.
    fn after_adjective_or_verb(&self) -> Answer {
        let (at, word) = self.head();
        let beyond = self.left(at + 1);
        let verb = word.is(lexicon::COMMON_VERB) && !beyond.is_article() && !beyond.is_adjective()
            || word.is_open() && word.ends_with("ing") && !beyond.is_article()
            || word.ends_with("ed") && beyond.is_none();
        let describes = word.is_adjective() || verb;
        (describes && self.noun_follows() && !self.takes_object()).then_some(Past::Modifier)
    }

    /// `Was the login deprecated`, `has the team ever deprecated`; `have the login deprecated`.
    fn in_question(&self) -> Answer {
        let (from, _) = self.head();
        let is_noun = |i: &usize| {
            let token = self.left(*i);
            token.is_adjacent()
                && (token.is_open() || token.is_adjective() || token.is_inline_object())
        };
        let mut at = (from..from + 5).find(|i| !is_noun(i))?;
        if at == from {
            return None;
        }
        let opener = self.left(at);
        let opens = opener.is_article() || opener.is(lexicon::DEMONSTRATIVE | lexicon::QUANTIFIER);
        let named = self.left(at - 1).is_capital() || self.left(from).is_plural();
        at += usize::from(opens && opener.is_adjacent());
        let helper = self.left(at);
        if !(opens || named) || !helper.is_adjacent() {
            return None;
        }
        let asked = self.inverts(at) && helper.is(lexicon::BE | lexicon::HAVE);
        let caused =
            helper.is(lexicon::HAVE | lexicon::GET) && !self.takes_object() && !self.noun_follows();
        (asked || caused).then_some(Past::Participle)
    }

    /// `Deprecated features are gone`, `Deprecated in May, it`, `Deprecated the old login.`
    fn at_clause_start(&self) -> Answer {
        let (at, _) = self.head();
        let next = self.view.right(0);
        if !self.left(at).is_none() || self.left(0).gap == Gap::Comma {
            return None;
        }
        let finite = (1..5).any(|i| self.view.right(i).is(lexicon::AUXILIARY));
        match () {
            () if self.takes_object() => PAST,
            () if self.noun_follows() && finite => MODIFIER,
            () if next.is_adjacent() && next.reads(&["by"]) => PARTICIPLE,
            () if next.is_adjacent() && next.is(lexicon::PREPOSITION) && self.subject_follows() => {
                PARTICIPLE
            }
            () => UNDECIDED,
        }
    }

    /// Whether the noun at `at` ends a phrase that begins its clause.
    fn is_subject(&self, at: usize) -> bool {
        let noun = self.left(at);
        let part = |i: &usize| {
            let token = self.left(*i);
            token.is_adjacent() && (token.is_open() || token.is_adjective())
        };
        let opener = (at..at + 5).find(|i| !part(i)).unwrap_or(at);
        let opens = self.left(opener).is_article() && self.left(opener).is_adjacent();
        let before = self.left(opener + usize::from(opens));
        let first = before.is_none()
            || !before.is_adjacent()
            || before.is(lexicon::SUBORDINATOR | lexicon::QUESTION)
            || before.reads(&["that"]);
        first && (opens || noun.is_capital() || noun.is_plural())
    }

    /// Whether a clause follows behind a comma: `Deprecated in May, it is gone.`
    fn subject_follows(&self) -> bool {
        (1..8).any(|i| {
            let word = self.view.right(i);
            word.gap == Gap::Comma
                && (word.is_article() || word.is(lexicon::EITHER_PRONOUN | lexicon::SUBJECT))
        })
    }

    /// `The team deprecated the login`, `deprecated by the team`.
    fn after_noun(&self) -> Answer {
        let (at, noun) = self.head();
        let next = self.view.right(0);
        // `A ￼ initiated compaction` is one that ￼ initiated, with no hyphen.
        if at == 0 && noun.is_inline_object() && self.left(1).is_article() && self.noun_follows() {
            return MODIFIER;
        }
        let mut before = self.view.before().skip(at);
        let perfect = before.any(|token| token.is(lexicon::HAVE));
        if self.takes_object() && !noun.is_none() {
            return if perfect { UNDECIDED } else { PAST };
        }
        if next.reads(&["by"]) && next.is_adjacent() {
            return PARTICIPLE;
        }
        let clause = next.reads(&["how", "whether", "why", "what"]);
        let described = next.is_adjective() && !next.is(lexicon::POSTPOSITIVE);
        // `The team deprecated features`, not `web based portals`.
        let named = next.is_plural() && !next.is_capital() && !next.is(lexicon::TIME);
        let added = self.left(0).reads(&["also", "never", "finally"]);
        let object = next.is_adjacent() && (clause || at == 0 && (described || named));
        let sure = noun.is_open() && (added || object) && self.is_subject(at);
        (sure && !perfect).then_some(Past::Past)
    }
}

/// Whether `token` may be a past beside the match.
fn is_past_shaped(token: Token) -> bool {
    token.ends_with("ed") || token.is(lexicon::IRREGULAR_PAST)
}

#[cfg(test)]
#[path = "past_tests.rs"]
mod tests;

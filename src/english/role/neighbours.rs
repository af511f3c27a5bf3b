//! Noun or verb: the rules on the word right before the match.
//!
//! Owns the surest company: `to`, auxiliaries and pronouns before a verb;
//! articles, adjectives and prepositions before a noun; and those that may
//! stand before either (`that`, `which`, `both`). Adverbs between do not count.

use super::super::lexicon;
use super::super::sentence::Gap;
use super::scene::{Answer, NOUN, Role, Scene, UNDECIDED, VERB};

impl Scene<'_> {
    /// `to deploy`, but `due to impact`.
    pub(super) fn after_to(&self) -> Answer {
        let at = self.view.past_adverbs(0);
        let to = self.left(at);
        if !to.is(lexicon::TO) || !to.is_adjacent() {
            return None;
        }
        self.answer_behind_to(at)
    }

    /// `will impact`, `do not deploy`.
    pub(super) fn after_auxiliary(&self) -> Answer {
        let at = self.view.past_adverbs(0);
        let helper = self.left(at);
        if self.in_s || !helper.is_adjacent() || !self.is_helper(at) {
            return None;
        }
        let negated = helper.ends_with("n't")
            || helper.ends_with("n’t")
            || (0..at).any(|i| self.left(i).is(lexicon::NEGATION));
        let sure = helper.is(lexicon::MODAL) || negated || self.takes_object();
        sure.then_some(Role::Verb)
    }

    /// `we deploy`, `she often asks`; the verb must agree.
    pub(super) fn after_subject_pronoun(&self) -> Answer {
        let at = self.view.past_adverbs(0);
        let (pronoun, before) = (self.left(at), self.left(at + 1));
        if !pronoun.is_adjacent() {
            return None;
        }
        let asked = !self.in_s && self.is_helper(at + 1);
        let object = before.is_adjacent()
            && before.is(lexicon::PREPOSITION | lexicon::TO | lexicon::GIVING | lexicon::CAUSING)
            && !before.is(lexicon::SUBORDINATOR)
            && !before.reads(&["before", "after", "as", "than", "like"]);
        let agrees = if pronoun.reads(&["who"]) {
            true
        } else if pronoun.reads(&["he", "she", "it"]) {
            self.in_s || asked
        } else {
            !self.in_s
        };
        match (
            pronoun.is(lexicon::SUBJECT),
            pronoun.is(lexicon::EITHER_PRONOUN),
        ) {
            (true, _) if agrees => VERB,
            (_, true) if agrees && !object => VERB,
            _ => None,
        }
    }

    /// `help us align`, `make it impact`, `let users deploy`; `give us access`.
    pub(super) fn after_causative(&self) -> Answer {
        let (near, far) = (self.neighbour(), self.left(1));
        let help = &[
            "let", "lets", "letting", "help", "helps", "helped", "helping",
        ];
        let person = near.is(lexicon::OBJECT_PRONOUN | lexicon::EITHER_PRONOUN);
        if person && far.is_adjacent() {
            return match () {
                () if !self.in_s && far.is(lexicon::CAUSING) && !far.is(lexicon::HAVE) => VERB,
                () if far.is(lexicon::GIVING) => self.noun_unless_object(),
                () => None,
            };
        }
        if self.in_s {
            return None;
        }
        let helped = near.reads(&["help", "helps", "helped", "helping"]);
        if helped && !far.is_article() && !far.is_adjective() && !far.is(lexicon::PREPOSITION) {
            return VERB;
        }
        if !near.is_plural() {
            return None;
        }
        let open = |i: &usize| {
            self.left(*i).is_open() || self.left(*i).is_adjective() || self.left(*i).is_article()
        };
        let phrase = (1..5).find(|i| self.left(*i).reads(help) || !open(i))?;
        let causes = self.left(phrase).reads(help) && !self.left(phrase + 1).is_article();
        (causes && !self.view.auxiliary_follows()).then_some(Role::Verb)
    }

    /// `please deploy`, `let's align`.
    pub(super) fn after_please(&self) -> Answer {
        let at = self.view.past_adverbs(0);
        let asked = self.left(at).is(lexicon::PLEASE) && self.left(at).is_adjacent();
        (asked && !self.in_s).then_some(Role::Verb)
    }

    /// `the impact`, `the team's ask`.
    pub(super) fn after_article(&self) -> Answer {
        let article = self.neighbour();
        let helped = article.reads(&["her"]) && self.left(1).is(lexicon::CAUSING);
        match article.is_article() {
            true if helped => UNDECIDED,
            true => NOUN,
            false => None,
        }
    }

    /// `this impact`, `tools that leverage the cache`, `those asks`.
    pub(super) fn after_demonstrative(&self) -> Answer {
        let (word, before) = (self.neighbour(), self.left(1));
        if word.reads(&["this"]) {
            return match () {
                () if !self.in_s && before.is(lexicon::CAUSING) => UNDECIDED,
                () if !self.in_s => self.noun_unless_object(),
                () if self.view.auxiliary_follows() => UNDECIDED,
                () => VERB,
            };
        }
        if word.reads(&["these", "those"]) {
            return match () {
                () if self.in_s => NOUN,
                () if self.takes_object() => VERB,
                () if before.is(lexicon::PREPOSITION) => NOUN,
                () => UNDECIDED,
            };
        }
        if word.reads(&["that"]) {
            self.after_that()
        } else {
            None
        }
    }

    /// `that` opens a clause, is a pronoun or a determiner.
    pub(super) fn after_that(&self) -> Answer {
        let before = self.left(1);
        let relative = before.is_adjacent()
            && (before.is_open() || before.is_inline_object() || before.is(lexicon::INDEFINITE))
            && !before.is(lexicon::SAYING);
        if self.view.auxiliary_follows() {
            return NOUN;
        }
        if self.takes_object() && !before.is_none() {
            return VERB;
        }
        if !self.in_s
            && before.is(lexicon::PREPOSITION)
            && !before.reads(&["up", "down", "out", "off"])
            && before.is_adjacent()
        {
            return NOUN;
        }
        let asked = self.in_s && before.is(lexicon::QUESTION);
        let agrees = before.is_plural() != self.in_s;
        if relative && agrees || asked {
            VERB
        } else {
            UNDECIDED
        }
    }

    /// `more impact`, `two asks`, `3 deploys`.
    pub(super) fn after_amount(&self) -> Answer {
        let (word, before) = (self.neighbour(), self.left(1));
        if word.is_number() {
            let one = word.reads(&["one", "1"]);
            let named = before.is_adjacent() && before.is_capital() && before.is_open();
            return match () {
                () if named || one == self.in_s => UNDECIDED,
                () => self.noun_unless_object(),
            };
        }
        if !word.is(lexicon::QUANTIFIER) {
            return None;
        }
        let pair = word.reads(&["both", "either", "neither"]);
        let stands_alone = word.reads(&["few", "many", "each", "either", "neither"]);
        match () {
            () if self.takes_object() && !self.in_s && !word.reads(&["no"]) => VERB,
            () if pair && !self.in_s => None,
            () if stands_alone && self.in_s != word.reads(&["few", "many"]) => None,
            () => self.noun_unless_object(),
        }
    }

    /// `big impact`, `the first and only ask`.
    pub(super) fn after_adjective(&self) -> Answer {
        let word = self.neighbour();
        if word.is_adjective() && !word.is(lexicon::POSTPOSITIVE) {
            return self.noun_unless_object();
        }
        let describes = |i: &usize| {
            let token = self.left(*i);
            let shaped =
                token.is_open() && (token.ends_with("ed") || token.ends_with("ing") && !self.in_s);
            let first = *i > 0 || token.is_adjacent();
            first
                && (token.is(lexicon::ADJECTIVE)
                    || token.is_number()
                    || token.is_manner()
                    || shaped)
                || *i > 0 && token.reads(&["and", "or"])
        };
        let head = (0..5).find(|i| !describes(i))?;
        let opens = self.left(head).is_article() || self.left(head).is(lexicon::QUANTIFIER);
        (head > 0 && opens).then_some(Role::Noun)
    }

    /// `which impacts the cost`, `how builds work`.
    pub(super) fn after_question_word(&self) -> Answer {
        let (word, before) = (self.neighbour(), self.left(1));
        if !word.is(lexicon::QUESTION) {
            return None;
        }
        if !word.reads(&["which", "what"]) {
            return self.noun_unless_object();
        }
        let relative = before.gap == Gap::Comma
            || word.reads(&["which"])
                && before.is_open()
                && !before.is(lexicon::SAYING | lexicon::COMMON_VERB);
        match () {
            () if self.view.auxiliary_follows() => NOUN,
            () if self.takes_object() => VERB,
            () if relative && self.in_s => VERB,
            () if self.in_s || relative => UNDECIDED,
            () => NOUN,
        }
    }

    /// `with impact`, `if builds fail`.
    pub(super) fn after_preposition(&self) -> Answer {
        let word = self.neighbour();
        let particle = word.reads(&[
            "up", "down", "out", "off", "past", "except", "than", "so", "once",
        ]);
        if particle || !word.is(lexicon::PREPOSITION | lexicon::SUBORDINATOR) {
            return None;
        }
        self.noun_unless_object()
    }

    /// `there are changes`, `has impact`.
    pub(super) fn after_have_or_be(&self) -> Answer {
        let helper = self.neighbour();
        let at = self.view.past_adverbs(1);
        let before = self.left(at);
        if helper.is(lexicon::HAVE) && !helper.is(lexicon::BE | lexicon::MODAL) {
            return if self.is_unchanging() {
                UNDECIDED
            } else {
                self.noun_unless_object()
            };
        }
        if !helper.is(lexicon::BE) {
            return None;
        }
        let exists = before.is_none() || self.left(1).reads(&["there", "here", "where"]);
        if self.in_s || exists {
            self.noun_unless_object()
        } else {
            UNDECIDED
        }
    }

    /// `need access`, `by making changes`.
    pub(super) fn after_verb_with_object(&self) -> Answer {
        let (verb, before) = (self.neighbour(), self.left(1));
        let noun = before.is_adjacent() && (before.is_article() || before.is_adjective());
        if noun {
            return None;
        }
        if verb.is(lexicon::TAKING_NOUN) && !verb.reads(&["help"]) {
            return self.noun_unless_object();
        }
        if !verb.is_open() || !verb.ends_with("ing") || verb.reads(&["going", "helping", "trying"])
        {
            return None;
        }
        let active = before.is(lexicon::PREPOSITION
            | lexicon::BE
            | lexicon::SUBORDINATOR
            | lexicon::COORDINATOR
            | lexicon::GET);
        if !self.in_s || active {
            self.noun_unless_object()
        } else {
            None
        }
    }

    /// `users directly access`, `it automatically deploys`.
    pub(super) fn after_adverb(&self) -> Answer {
        let adverb = self.neighbour();
        let common = adverb.reads(&[
            "also", "always", "often", "never", "ever", "still", "already", "now", "only", "just",
            "even",
        ]);
        if !adverb.is_manner() && !common {
            return None;
        }
        let subject = self.left(self.view.past_adverbs(0));
        let sure = subject.is_adjacent() && (subject.is_open() || subject.is_inline_object())
            || subject.is(lexicon::COORDINATOR) && self.takes_object()
            || subject.is_none() && !self.in_s
            || subject.reads(&["that", "which"]);
        (sure && !self.view.auxiliary_follows()).then_some(Role::Verb)
    }
}

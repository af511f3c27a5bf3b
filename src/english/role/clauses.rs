//! Noun or verb: the rules on more than the word before the match.
//!
//! Owns questions, lists (`to build and deploy`), noun phrases of several
//! nouns, imperatives, and what follows the match. They come after the rules
//! in `neighbours`, since they rest on words that are in no list.

use super::super::lexicon;
use super::super::sentence::Gap;
use super::adjunct::is_time_alone;
use super::scene::{Answer, NOUN, Role, Scene, UNDECIDED, VERB};

impl Scene<'_> {
    /// `Can the team deploy`, `how does GitHub support`.
    pub(super) fn in_question(&self) -> Answer {
        if self.in_s {
            return None;
        }
        let from = self.view.past_adverbs(0);
        let is_noun = |i: &usize| {
            let token = self.left(*i);
            token.gap == Gap::Space
                && (token.is_open() || token.is_adjective() || token.is_inline_object())
        };
        let mut at = (from..from + 4).find(|i| !is_noun(i))?;
        if at == from && !self.left(at).is(lexicon::DEMONSTRATIVE) {
            return None;
        }
        let named = self.left(at.saturating_sub(1)).is_capital() || self.left(from).is_plural();
        let opened = self.left(at).is_article() || self.left(at).is(lexicon::DEMONSTRATIVE);
        at += usize::from(opened);
        let before = self.left(at + 1);
        let inverts = before.is_none()
            || self.left(at + 1).gap == Gap::Comma
            || before.is(lexicon::QUESTION | lexicon::COORDINATOR);
        let bare_do = self.left(at).reads(&["do"]) && !named;
        let asked = (opened || named) && self.is_helper(at) && inverts && !bare_do;
        (asked && !self.view.auxiliary_follows()).then_some(Role::Verb)
    }

    /// `to build and deploy`, `can build, test and deploy`, `, and deploy it`.
    pub(super) fn coordinated(&self) -> Answer {
        let first = self.left(0);
        let word = first.is(lexicon::COORDINATOR);
        if !word && first.is_adjacent() {
            return None;
        }
        if (self.takes_object() || self.takes_code() && !self.in_s) && !first.is_none() {
            return VERB;
        }
        if first.reads(&["then"]) && !self.in_s && !self.view.auxiliary_follows() {
            return VERB;
        }
        let open_list = !word && first.gap == Gap::Comma;
        let goes_on =
            self.view.right(0).is(lexicon::COORDINATOR) || self.view.right(0).gap == Gap::Comma;
        if open_list && !goes_on {
            return None;
        }
        let mut at = usize::from(word) + usize::from(word && self.left(1).is(lexicon::COORDINATOR));
        // Back over the list, a word (or a verb and its particle) an item.
        loop {
            let item = self.left(at);
            at += usize::from(item.is(lexicon::PARTICLE) && self.left(at + 1).is_open());
            if !self.left(at).is_open() {
                return None;
            }
            let link = self.left(at + 1);
            at += 1;
            if link.is_none() || link.gap != Gap::Comma && link.gap != Gap::Joint {
                break;
            }
        }
        self.shared_verb(self.view.past_adverbs(at))
    }

    /// Whether what stands at `at` makes the list behind it one of verbs.
    pub(super) fn shared_verb(&self, at: usize) -> Answer {
        let head = self.left(at);
        let pronoun = head.is(lexicon::SUBJECT | lexicon::EITHER_PRONOUN);
        let third = head.reads(&["he", "she", "it"]);
        match () {
            () if head.is(lexicon::TO) && !self.in_s => self.answer_behind_to(at),
            () if self.is_helper(at) && head.is(lexicon::MODAL) && !self.in_s => VERB,
            () if head.is(lexicon::PLEASE) && !self.in_s => VERB,
            () if pronoun && (head.reads(&["who"]) || third == self.in_s) => VERB,
            () => None,
        }
    }

    /// `the code change`, `the team asks the owner`, `a user requests access`.
    pub(super) fn in_noun_phrase(&self) -> Answer {
        let noun = self.neighbour();
        let is_noun = |i: &usize| {
            let token = self.left(*i);
            let adjacent = token.is_adjacent() && token.gap != Gap::Possessive;
            adjacent
                && (token.is_open() || *i > 0 && token.is_adjective() || token.is_inline_object())
        };
        let head = (0..5).find(|i| !is_noun(i))?;
        let opener = self.left(head);
        if head == 0 || !opener.is_adjacent() || noun.ends_with("ing") && self.in_s {
            return None;
        }
        let amount = opener.is(lexicon::QUANTIFIER) || opener.is_number();
        if !opener.is_article() && !amount && !opener.reads(&["this", "these", "those"]) {
            return None;
        }
        let object = self.takes_object();
        // `make the audience laugh`, but `make a code change`.
        let causes = &[
            "let", "lets", "help", "helps", "make", "makes", "made", "making", "see", "watch",
        ];
        let within = self.left(head + 1).reads(causes) && !opener.reads(&["a", "an"]);
        if within && !self.in_s {
            return UNDECIDED;
        }
        if self.in_s {
            let one = opener.reads(&[
                "a", "an", "each", "every", "this", "another", "one", "either",
            ]);
            let several = amount || opener.reads(&["these", "those"]);
            return match () {
                () if self.view.auxiliary_follows() => NOUN,
                () if object || one => VERB,
                () if several => NOUN,
                () => None,
            };
        }
        let governed = self.left(head + 1).is(lexicon::PREPOSITION | lexicon::TO);
        let open_end = governed && self.view.right(0).is(lexicon::TO | lexicon::ADVERB);
        match () {
            () if noun.is_plural() => None,
            () if self.phrasal || object || open_end => UNDECIDED,
            () => NOUN,
        }
    }

    /// `user research`, `settings changes`: a singular agrees with no base form,
    /// a plural with no -s form.
    pub(super) fn behind_bare_noun(&self) -> Answer {
        let (noun, before) = (self.neighbour(), self.left(1));
        let plural = noun.is_plural() || noun.reads(&["people", "staff", "data", "team"]);
        let settings = noun.is(lexicon::PLURAL_MODIFIER);
        let noun_like = noun.is_open() && noun.gap == Gap::Space && !noun.is_inline_object();
        if !noun_like || self.phrasal || self.takes_object() {
            return None;
        }
        if self.in_s {
            return ((noun.is_plural() || settings) && !noun.is_capital()).then_some(Role::Noun);
        }
        let helped = self.view.before().take(7).any(|token| {
            token.is(lexicon::MODAL | lexicon::DO | lexicon::CAUSING | lexicon::PLEASE)
                || token.reads(&["that", "come", "go", "try"])
        });
        let listed = before.is(lexicon::COORDINATOR) || before.gap == Gap::Comma;
        (!plural && !helped && !listed).then_some(Role::Noun)
    }

    /// An imperative: `Deploy the app`, `Now support new users`.
    pub(super) fn at_clause_start(&self) -> Answer {
        let at = self.view.past_adverbs(0);
        if !self.left(at).is_none() {
            return None;
        }
        let next = self.view.right(0);
        let close = next.is_adjacent();
        let names_object = close
            && (next.reads(&["it", "you", "how", "whether", "all", "each"])
                || next.is(lexicon::INDEFINITE)
                || next.is_adjective() && !next.is(lexicon::POSTPOSITIVE));
        let list = next.is(lexicon::COORDINATOR)
            && self.view.right(1).is_open()
            && self.view.right(2).is(lexicon::ARTICLE);
        let particle = close
            && next.reads(&["up", "out", "off", "down", "back"])
            && self
                .view
                .right(1)
                .is(lexicon::ARTICLE | lexicon::EITHER_PRONOUN);
        match () {
            () if self.takes_object() => VERB,
            () if self.in_s => None,
            () if particle || names_object || self.takes_code() || list => VERB,
            () => None,
        }
    }

    /// `Access is`, `The code changes are`, `impact of`.
    pub(super) fn before_auxiliary(&self) -> Answer {
        let (next, before) = (self.view.right(0), self.neighbour());
        let of = next.reads(&["of"]) && next.is_adjacent();
        if of && !before.is_plural() {
            return NOUN;
        }
        if !self.view.auxiliary_follows()
            || before.is(lexicon::DO)
            || !self.in_s && before.is_plural()
        {
            return None;
        }
        let singular = next.reads(&[
            "is", "was", "has", "isn't", "wasn't", "hasn't", "does", "doesn't",
        ]);
        if self.in_s && singular { None } else { NOUN }
    }

    /// `users leverage the tool`, `GitHub supports it`.
    pub(super) fn before_object(&self) -> Answer {
        let before = self.left(self.view.past_adverbs(0));
        let next = self.view.right(0);
        let clause = next.is_adjacent() && next.reads(&["how", "whether", "why", "what"]);
        let subject =
            before.is_open() || before.is_inline_object() || before.is(lexicon::INDEFINITE);
        let agrees = if self.in_s {
            !before.is_plural() || before.is(lexicon::PLURAL_MODIFIER) // `Sales asks`
        } else {
            before.is_plural()
        };
        if next.is(lexicon::OBJECT_PRONOUN) && next.is_adjacent() && !before.is_none() {
            return VERB;
        }
        if !before.is_adjacent() {
            return None;
        }
        if subject && agrees && (self.takes_object() || self.takes_name() || clause) {
            return VERB;
        }
        // `The park encompasses two lakes.`
        let second = self.view.right(1);
        let counted = next.is_adjacent() && next.is_number() && second.is_plural();
        if subject && agrees && counted && !second.is(lexicon::TIME) {
            return VERB;
        }
        let opens = self.left(1).is_none()
            || self.left(1).is(lexicon::SUBORDINATOR | lexicon::QUESTION)
            || self.left(1).reads(&["that"]);
        let described = next.is_adjacent()
            && (next.is_manner() || next.is_adjective() && !next.is(lexicon::POSTPOSITIVE));
        let plain = subject && !self.in_s && before.is_plural() && opens;
        let goes_on =
            described || next.is_adjacent() && next.is(lexicon::PREPOSITION | lexicon::TO);
        let modifies = before.is(lexicon::PLURAL_MODIFIER) || self.in_s;
        let opens_phrase = self.left(1).is_article() && self.left(2).is_none();
        // `Her shares vest in May.`: with no other verb, this is one.
        let alone =
            subject && before.is_plural() && !modifies && opens_phrase && is_time_alone(self.after);
        (plain && goes_on || alone).then_some(Role::Verb)
    }

    /// A verb with a particle is one, where nothing says otherwise.
    pub(super) fn of_two_words(&self) -> Answer {
        let next = self.view.right(0);
        let modifies =
            next.is_adjacent() && next.is_open() && !next.is_plural() && self.left(0).is_none();
        (self.phrasal && !modifies).then_some(Role::Verb)
    }
}

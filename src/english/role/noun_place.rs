//! Whether a noun is the head of its phrase or stands before another noun.
//!
//! Owns what may follow a head: `the API is`, `API limits`. A replacement of
//! several words fits the one and not the other, which is the caller's care.

use super::super::sentence::Gap;
use super::super::{ambiguous, lexicon};
use super::adjunct::is_time_alone;
use super::context::{Context, Token, View, has_plural_s};
use super::other_verb::{is_third_person, opens_clause, stands_before, stands_behind};

/// Where a noun stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NounPlace {
    /// It carries its phrase: `the API is`, `an API.`
    Head,
    /// Right before another noun: `API limits`.
    Modifier,
    /// The next word may be a noun or a verb: `The API limits requests`.
    Undecided,
}

/// Adjectives that are adverbs too, and no nouns: `we ended the MVP early`.
#[rustfmt::skip]
const FLAT_ADVERBS: &[&str] = &[
    "earlier", "early", "fast", "faster", "hard", "harder", "late", "later", "longer", "offline", "online", "quick",
    "slow", "sooner",
];

/// Adjectives that are nouns, too.
const ADJECTIVES_AND_NOUNS: &[&str] = &[
    "key", "past", "present", "future", "general", "official", "white", "standard",
];

/// Verbs behind whose object an adjective can stand: `we found the API useless`.
#[rustfmt::skip]
const COMPLEMENTED: &[&str] = &[
    "call", "called", "calling", "calls", "consider", "considered", "considering", "considers", "find", "finding",
    "finds", "found", "keep", "keeping", "keeps", "kept", "leave", "leaves", "leaving", "left", "made", "make", "makes",
    "making", "paint", "painted", "painting", "paints", "render", "rendered", "rendering", "renders",
];

/// Endings of adjectives, and beginnings that turn them, that few nouns have.
const ADJECTIVE_ENDINGS: [&str; 5] = ["less", "ful", "ous", "able", "ible"];

/// Whether a word is an adjective by itself, or looks like one and like no noun.
fn is_adjective(word: Token) -> bool {
    word.is(lexicon::ADJECTIVE) && !word.reads(ADJECTIVES_AND_NOUNS)
        || word.text.starts_with("un")
        || ADJECTIVE_ENDINGS.iter().any(|end| word.ends_with(end))
}

/// Where the noun stands; `plural` when the match is a plural form, which
/// hardly ever modifies.
pub fn noun_place(context: Context, plural: bool) -> NounPlace {
    let scene = Scene {
        view: View::of(context),
        context,
    };
    if is_possessive(context.form) || ends_with_preposition(context.form) {
        NounPlace::Head
    } else {
        scene.place(plural)
    }
}

pub(super) fn is_possessive(form: &str) -> bool {
    form.ends_with("'s") || form.ends_with("’s") || form.ends_with(['\'', '’'])
}

/// `deep dive on` has the noun that follows for its own.
fn ends_with_preposition(form: &str) -> bool {
    let last = form.rsplit_once(char::is_whitespace).map(|(before, last)| {
        let class = lexicon::class(last);
        let particle = class.is(lexicon::PARTICLE) && !before.contains(char::is_whitespace);
        class.is(lexicon::PREPOSITION) && !particle
    });
    last.unwrap_or_default()
}

/// Whether nothing follows but the end of a sentence.
fn ends_sentence(behind: &str) -> bool {
    matches!(behind.trim(), "." | "!")
}

/// A match with the clause around it.
struct Scene<'a> {
    view: View<'a>,
    context: Context<'a>,
}

impl<'a> Scene<'a> {
    fn next(&self) -> Token<'a> {
        self.view.right(0)
    }

    fn place(&self, plural: bool) -> NounPlace {
        let next = self.next();
        match next.gap {
            Gap::Joint => return self.in_list(0),
            Gap::Quote => {
                return if next.is_open() {
                    NounPlace::Undecided
                } else {
                    NounPlace::Head
                };
            }
            Gap::Space | Gap::Possessive => {}
            Gap::Comma | Gap::Break => return NounPlace::Head,
        }
        if next.is_none() {
            return NounPlace::Head;
        }
        if next.is_possessor() {
            return NounPlace::Modifier; // `the API owner's list`
        }
        if plural {
            return self.place_of_plural();
        }
        if next.is(lexicon::COORDINATOR) {
            return self.in_list(1);
        }
        if next.is_inline_object() || next.text.starts_with(|c: char| c.is_ascii_digit()) {
            return NounPlace::Undecided;
        }
        if next.gap == Gap::Space && self.lacks_predicate() {
            return NounPlace::Head;
        }
        if next.is(lexicon::ADJECTIVE) {
            if self.view.right(1).is(lexicon::TIME) {
                return NounPlace::Head; // `the API last year`
            }
            return self.before_adjective();
        }
        if !next.is_open() || next.is(lexicon::IRREGULAR_PAST) {
            return NounPlace::Head;
        }
        self.before_open_word()
    }

    /// `a KPIs page` modifies, nearly all other plurals do not.
    fn place_of_plural(&self) -> NounPlace {
        let single = self
            .view
            .left(0)
            .reads(&["a", "an", "each", "every", "this"]);
        if single && self.next().is_open() {
            NounPlace::Modifier
        } else {
            NounPlace::Head
        }
    }

    /// `the API and the SDK` has two heads, `API and SDK limits` may have one.
    fn in_list(&self, from: usize) -> NounPlace {
        let (second, third) = (self.view.right(from), self.view.right(from + 1));
        let shares = second.is_open() && third.gap == Gap::Space && third.is_open();
        let goes_on =
            third.gap == Gap::Joint || third.is(lexicon::COORDINATOR) || third.gap == Gap::Comma;
        if shares || goes_on && second.is_open() {
            NounPlace::Undecided
        } else {
            NounPlace::Head
        }
    }

    /// Whether the last word of a clause is what is said of the noun, since nothing else
    /// says it: `Is the API ready?`, `Nor is the API new`, `let the API decide`, `we found
    /// the API useless`.
    fn lacks_predicate(&self) -> bool {
        let (next, behind) = (self.next(), self.view.right(1));
        let is_last = !behind.is_adjacent() || behind.reads(&["and", "or", "but"]);
        let opens_at = self.opens_at();
        let governor = self.view.left(opens_at + 1);
        if !is_last || !self.opener().is_article() || !governor.is_adjacent() {
            return false;
        }
        let before = self.view.left(opens_at + 2);
        let is_inverted = governor.is(lexicon::BE)
            && (before.is_none() || !before.is_adjacent() || before.reads(&["nor", "then"]));
        let is_plain = next.is_open() || next.is(lexicon::ADJECTIVE);
        is_plain
            && (is_inverted
                || governor.reads(&["let", "lets"])
                || governor.reads(COMPLEMENTED) && is_adjective(next))
    }

    /// `API key`, `the repo available`.
    fn before_adjective(&self) -> NounPlace {
        let (next, second) = (self.next(), self.view.right(1));
        if next.is(lexicon::POSTPOSITIVE | lexicon::ADVERB | lexicon::PREPOSITION) {
            return NounPlace::Head;
        }
        let last = !second.is_adjacent() || !second.is_open();
        if last && next.reads(FLAT_ADVERBS) {
            return NounPlace::Head;
        }
        if last && !next.reads(ADJECTIVES_AND_NOUNS) {
            NounPlace::Undecided
        } else {
            NounPlace::Modifier
        }
    }

    /// The next word may be a noun, or a verb that agrees.
    fn before_open_word(&self) -> NounPlace {
        let (next, second) = (self.next(), self.view.right(1));
        let object = second.is_adjacent()
            && !self.view.right(2).is(lexicon::TIME)
            && (second.is(lexicon::ARTICLE | lexicon::OBJECT_PRONOUN | lexicon::EITHER_PRONOUN)
                || second.reads(&["this", "these", "those", "all", "some", "any"]));
        let lower = !self.context.form.contains(char::is_uppercase);
        if next.is_capital() && lower {
            return NounPlace::Undecided; // `administrator Griffin`, `the change Google made`
        }
        if next.is(lexicon::UNCHANGING) {
            return match () {
                () if object => NounPlace::Head, // `A superuser set it up.`
                () if self.has_other_verb() => NounPlace::Modifier,
                () => NounPlace::Undecided,
            };
        }
        if next.ends_with("ed") {
            return if second.is_open() && second.gap == Gap::Space {
                NounPlace::Undecided
            } else {
                NounPlace::Head
            };
        }
        if next.ends_with("ing") {
            return if object {
                NounPlace::Head
            } else {
                NounPlace::Undecided
            };
        }
        if has_plural_s(next.text) {
            return self.before_s(object);
        }
        if self.is_asked_or_caused() {
            NounPlace::Undecided
        } else {
            NounPlace::Modifier
        }
    }

    /// `API limits` or `the API returns`.
    fn before_s(&self, object: bool) -> NounPlace {
        let next = self.next();
        if object || is_third_person(next) || self.only_time_follows() {
            return NounPlace::Head;
        }
        if self.has_other_verb() {
            return NounPlace::Modifier;
        }
        let opener = self.opener();
        let several =
            opener.is(lexicon::NUMBER | lexicon::QUANTIFIER) || opener.reads(&["these", "those"]);
        let bare = !opener.is_article() && !opener.is(lexicon::DEMONSTRATIVE);
        match () {
            () if opener.reads(&["a", "an", "each", "every", "this"]) => NounPlace::Undecided,
            () if several || bare && self.is_governed_or_subject() => NounPlace::Modifier,
            () => NounPlace::Undecided,
        }
    }

    /// `with API limits`, `Use API limits`, `API limits apply`; not `CI saves time`.
    fn is_governed_or_subject(&self) -> bool {
        let (opener, second) = (self.opener(), self.view.right(1));
        let first = self.opens_at().checked_sub(1).map(|at| self.view.left(at));
        let asked = opener.is_none() && first.is_some_and(|word| ambiguous::is_verb(word.text));
        let verb = second.is_adjacent()
            && (second.is(lexicon::IRREGULAR_PAST) || ambiguous::is_verb_only(second.text));
        let governed = opener.is(lexicon::PREPOSITION | lexicon::TO) && !opens_clause(opener);
        verb || governed || asked
    }

    /// `The API ends in June.`, `The API ends.`: with no other verb, the next word is one.
    fn only_time_follows(&self) -> bool {
        let (at, opener) = (self.opens_at(), self.opener());
        let begins = opener.is_article() && self.view.left(at + 1).is_none();
        let verb = self.context.after.find(self.next().text);
        let behind = verb.map(|at| &self.context.after[at + self.next().text.len()..]);
        begins && behind.is_some_and(|behind| is_time_alone(behind) || ends_sentence(behind))
    }

    /// Whether the clause has its verb elsewhere, so that the next word is none.
    fn has_other_verb(&self) -> bool {
        stands_behind(&self.view, 1) || stands_before(&self.view, self.opens_at())
    }

    /// The word that opens the noun phrase, past its adjectives.
    fn opener(&self) -> Token<'a> {
        let opener = self.view.left(self.opens_at());
        if opener.is_adjacent() {
            opener
        } else {
            self.view.left(usize::MAX)
        }
    }

    fn opens_at(&self) -> usize {
        let describes = |i: &usize| {
            let token = self.view.left(*i);
            token.is_adjacent()
                && (token.is_open() && !token.is_inline_object() || token.is(lexicon::ADJECTIVE))
        };
        (0..4).find(|i| !describes(i)).unwrap_or_default()
    }

    /// `Does the API support`, `let the API handle`: a base form may follow.
    fn is_asked_or_caused(&self) -> bool {
        let helps = |i: usize| {
            let token = self.view.left(i);
            token.is(lexicon::MODAL | lexicon::DO)
                || token.is(lexicon::CAUSING) && !token.is(lexicon::HAVE)
        };
        (0..5).any(helps)
    }
}

#[cfg(test)]
#[path = "noun_place_tests.rs"]
mod tests;

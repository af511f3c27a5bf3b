//! What stands behind a noun in which a verb hides: whether it can be the verb's own.

use super::super::lexicon;
use super::super::role::{self, Context};
use super::super::sentence::{Gap, next_word};

/// A word behind the light verb.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    pub(super) text: &'t str,
    /// Where it ends in the text.
    pub(super) end: usize,
}

impl Token<'_> {
    pub(super) fn reads(&self, words: &[&str]) -> bool {
        words
            .iter()
            .any(|word| self.text.eq_ignore_ascii_case(word))
    }
}

/// The words behind a place, up to what is no space between them.
#[derive(Clone)]
pub(super) struct Words<'t> {
    text: &'t str,
    at: usize,
    last: &'t str,
}

impl<'t> Words<'t> {
    pub(super) fn behind(text: &'t str, at: usize) -> Self {
        Self { text, at, last: "" }
    }

    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let (word, rest) = next_word(self.rest(), self.last)?;
        if word.gap != Gap::Space {
            return None;
        }
        self.at = self.text.len() - rest.len();
        self.last = word.text;
        Some(Token {
            text: word.text,
            end: self.at,
        })
    }
}

/// Whether an object begins there.
pub(super) fn has_object(after: &str) -> bool {
    role::has_object_behind(Context {
        before: "",
        form: "",
        after,
    })
}

/// Whether a subject follows `that`: `that it works`, and not `that hurt`.
pub(super) fn takes_clause(behind: &str) -> bool {
    let subject = lexicon::SUBJECT | lexicon::NUMBER;
    next_word(behind, "that").is_some_and(|(next, _)| {
        let class = lexicon::class(next.text);
        let is_verb = !class.is(lexicon::CLOSED)
            && next.text.starts_with(char::is_lowercase)
            && !next.text.ends_with('s');
        next.gap == Gap::Space && (class.is(subject) || has_object(behind) && !is_verb)
    })
}

/// Whether a base form follows `to`; `None` where a noun does.
pub(super) fn takes_verb(behind: &str) -> Option<bool> {
    let (next, _) = next_word(behind, "to")?;
    let class = lexicon::class(next.text);
    let is_small = next.text.starts_with(char::is_lowercase);
    let is_verb = class.is(lexicon::BE | lexicon::HAVE | lexicon::DO) || !class.is(lexicon::CLOSED);
    (next.gap == Gap::Space && is_small && is_verb).then_some(true)
}

/// Whether an object follows a preposition that goes, so that the verb can have it for
/// its own; `None` where something else does: `on Friday`, `in the last year`, `on site`.
pub(super) fn takes_object(preposition: &str, behind: &str) -> Option<bool> {
    if !has_object(behind) {
        return None;
    }
    let mut words = Words::behind(behind, 0);
    let first = words.next()?;
    let class = lexicon::class(first.text);
    if preposition.eq_ignore_ascii_case("of") {
        return Some(true);
    }
    let is_when = |word: &str| {
        lexicon::class(word).is(lexicon::TIME)
            || MONTHS.contains(&word)
            || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let mut near = std::iter::once(first).chain(words.take(3));
    if near.any(|word| is_when(word.text)) || BARE.contains(&first.text) {
        return None;
    }
    let is_plural = first.text.ends_with('s') && !first.text.ends_with("ss");
    let is_name = first.text.starts_with(char::is_uppercase);
    let is_noun = NOMINAL.iter().any(|ending| first.text.ends_with(ending));
    // `her approval to close the shop`
    let may_be_infinitive = preposition.eq_ignore_ascii_case("to");
    Some(!may_be_infinitive || class.is(lexicon::OPENS_OBJECT) || is_plural || is_name || is_noun)
}

/// Endings of nouns that no verb has.
const NOMINAL: &[&str] = &[
    "tion", "sion", "ment", "ness", "ity", "ware", "cy", "ance", "ence", "ship", "ing", "ism",
];

#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
];

/// Nouns that make adverbs with a preposition before them.
#[rustfmt::skip]
const BARE: &[&str] = &[
    "accordance", "addition", "advance", "average", "behalf", "date", "demand", "detail", "foot",
    "full", "general", "instance", "line", "now", "order", "paper", "parallel", "part",
    "particular", "person", "place", "practice", "principle", "private", "public", "purpose",
    "relation", "request", "response", "secret", "site", "time", "turn", "work", "writing",
];

//! Inflects English words and phrases: verbs, nouns and adjectives.
//! A glossary gives one form of a term, a text uses all of them, so every other
//! form is derived here: which word of a phrase changes (its head), and how that
//! word is spelled. Irregular words come from `irregular`, all others follow
//! `regular`; whether a phrase is a verb or a noun, and where it stands in a text,
//! is for the caller to know.

use std::borrow::Cow;
use std::ops::Range;

pub use super::inflection::{Inflection, WordClass};
use super::irregular;
use super::regular::{initialism_forms, regular_forms};
use super::variety::Variety;

/// The accepted spellings of `inflection` of the word or phrase, the usual one
/// first. The unchanged part keeps its casing, endings are in lower case.
/// Empty when there is no such form: the plural of an uncountable noun, the
/// comparative of an adjective that takes "more", a form of another class.
#[must_use]
pub fn inflect(phrase: &str, class: WordClass, inflection: Inflection) -> Vec<String> {
    Headed::new(phrase, class).inflect(inflection)
}

/// Of the spellings of a form the one that a variety uses: `travelled` for the British,
/// who double the last letter as they do in no `focussed`.
#[must_use]
pub fn spelling(spellings: Vec<String>, variety: Variety) -> Option<String> {
    let is_british = |spelling: &String| {
        let undoubled = spelling
            .replacen("lled", "led", 1)
            .replacen("lling", "ling", 1);
        undoubled != *spelling && spellings.first() == Some(&undoubled)
    };
    let british = spellings.iter().position(is_british);
    let index = british.filter(|_| variety == Variety::British).unwrap_or(0);
    spellings.into_iter().nth(index)
}

/// A word or phrase whose head is found once for all its forms.
#[derive(Debug)]
pub struct Headed<'p> {
    phrase: &'p str,
    class: WordClass,
    head: Range<usize>,
}

impl<'p> Headed<'p> {
    /// Finds the head of a phrase.
    pub fn new(phrase: &'p str, class: WordClass) -> Self {
        let head = head(phrase, class);
        Self {
            phrase,
            class,
            head,
        }
    }

    /// The phrase with that head, a word of it or a part of a hyphenated one; found by
    /// rule where it is no such part.
    pub fn with_head(phrase: &'p str, class: WordClass, head: &str) -> Self {
        match part_of(phrase, head) {
            Some(head) => Self {
                phrase,
                class,
                head,
            },
            None => Self::new(phrase, class),
        }
    }

    /// What [`inflect`] gives.
    pub fn inflect(&self, inflection: Inflection) -> Vec<String> {
        let head = &self.phrase[self.head.clone()];
        let is_missing = !Inflection::of(self.class).contains(&inflection)
            || (inflection == Inflection::Plural && is_uncountable_noun(head));
        if head.is_empty() || is_missing {
            return Vec::new();
        }
        let mut forms = word_forms(head, inflection);
        if head.len() < self.phrase.len() {
            for form in &mut forms {
                *form = self.around(form);
            }
        }
        forms
    }

    /// The phrase around an already inflected head.
    fn around(&self, head: &str) -> String {
        let (before, behind) = (
            &self.phrase[..self.head.start],
            &self.phrase[self.head.end..],
        );
        [before, head, behind].concat()
    }
}

/// Where `part` is a word of a phrase, or a part of a hyphenated word.
#[must_use]
pub fn part_of(phrase: &str, part: &str) -> Option<Range<usize>> {
    let words = words(phrase);
    let mut all = words.iter().flat_map(|word| {
        let parts = parts(phrase, word);
        std::iter::once(word.clone()).chain(parts)
    });
    all.find(|range| &phrase[range.clone()] == part)
}

/// The byte range of the part of `phrase` that takes the inflection: a word, or
/// a part of a hyphenated word. Empty when the phrase holds no word.
#[must_use]
pub fn head(phrase: &str, class: WordClass) -> Range<usize> {
    let words = words(phrase);
    match (words.first(), class) {
        (None, _) => 0..0,
        (_, WordClass::Verb) => verb_head(phrase, &words),
        (_, WordClass::Noun) => noun_head(phrase, &words),
        (Some(first), WordClass::Adjective) => {
            let part = parts(phrase, first).swap_remove(0);
            let is_compared = irregular::is_compared_first_part(&lower(phrase, &part));
            if is_compared { part } else { first.clone() }
        }
    }
}

/// Whether the built-in table knows the head of a noun phrase as a noun that is
/// not counted: software, feedback, information.
#[must_use]
pub fn is_uncountable(noun_phrase: &str) -> bool {
    is_uncountable_noun(&noun_phrase[head(noun_phrase, WordClass::Noun)])
}

fn is_uncountable_noun(noun: &str) -> bool {
    irregular::is_uncountable_noun(&lowered(noun))
}

/// The words of a phrase without the punctuation around them.
fn words(phrase: &str) -> Vec<Range<usize>> {
    let mut next = 0;
    let mut words = Vec::new();
    for piece in phrase.split_inclusive(char::is_whitespace) {
        let start = piece.find(char::is_alphanumeric).unwrap_or(piece.len());
        let word = piece[start..].trim_end_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            words.push(next + start..next + start + word.len());
        }
        next += piece.len();
    }
    words
}

/// The parts of a word between its hyphens; at least one.
fn parts(phrase: &str, word: &Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = word.start;
    for (at, hyphen) in phrase[word.clone()].match_indices(['-', '\u{2011}']) {
        parts.push(start..word.start + at);
        start = word.start + at + hyphen.len();
    }
    parts.push(start..word.end);
    parts
}

fn lower<'p>(phrase: &'p str, range: &Range<usize>) -> Cow<'p, str> {
    lowered(&phrase[range.clone()])
}

/// The word in small letters: itself, where it is plain and has no others.
fn lowered(word: &str) -> Cow<'_, str> {
    let is_low = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if word.bytes().all(is_low) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

fn verb_head(phrase: &str, words: &[Range<usize>]) -> Range<usize> {
    let modifies_next = words.get(1).is_some_and(|second| {
        irregular::modifies_verb(&lower(phrase, &words[0]), &lower(phrase, second))
    });
    let verb = &words[usize::from(modifies_next)];
    let mut parts = parts(phrase, verb);
    if irregular::unmerged(&lower(phrase, verb)).is_some() {
        return verb.clone();
    }
    let last = parts.len() - 1;
    let is_phrasal = irregular::is_particle(&lower(phrase, &parts[last]));
    parts.swap_remove(if is_phrasal { 0 } else { last })
}

fn noun_head(phrase: &str, words: &[Range<usize>]) -> Range<usize> {
    let mut lowered: Vec<_> = words.iter().map(|word| lower(phrase, word)).collect();
    lowered.push(Cow::Borrowed(""));
    let ends_before = |at: &usize| {
        phrase[..words[*at].start].ends_with(['(', '['])
            || irregular::links(&lowered[at - 1], &lowered[*at], &lowered[at + 1])
    };
    let end = (1..words.len()).find(ends_before).unwrap_or(words.len());
    let mut parts = parts(phrase, &words[end - 1]);
    let part_is = |at: usize, any: &[&str]| any.contains(&&*lower(phrase, &parts[at]));
    let last = parts.len() - 1;
    let names_agent = last == 1 && phrase[parts[0].clone()].ends_with("er");
    // "proof-of-concept" changes before its inner link, "runner-up" in the agent.
    let part = match (1..last).find(|&at| part_is(at, &["of", "in", "as", "at"])) {
        Some(link) => link - 1,
        None if names_agent && part_is(1, &["up", "by", "on"]) => 0,
        None => last,
    };
    parts.swap_remove(part)
}

/// The forms of a single word, in the casing of `word`.
fn word_forms(word: &str, inflection: Inflection) -> Vec<String> {
    let is_in_capitals =
        |word: &str| word.ends_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    // "APIs" is a plural already.
    let is_plural = word.strip_suffix('s').is_some_and(is_in_capitals);
    if inflection == Inflection::Base || (inflection == Inflection::Plural && is_plural) {
        return vec![word.to_string()];
    }
    if is_in_capitals(word) {
        return initialism_forms(word, inflection);
    }
    let lowered = lowered(word);
    let (changed, particle) = irregular::unmerged(&lowered)
        .filter(|_| Inflection::of(WordClass::Verb).contains(&inflection))
        .unwrap_or((&lowered, ""));
    let mut forms =
        irregular::forms(changed, inflection).unwrap_or_else(|| regular_forms(changed, inflection));
    for form in &mut forms {
        if matches!(lowered, Cow::Owned(_)) {
            *form = recased(form, word);
        }
        form.push_str(particle);
    }
    forms
}

/// `form` with the casing of `original` in what they share at the start.
fn recased(form: &str, original: &str) -> String {
    let same = |(old, new): &(char, char)| old.to_lowercase().eq(new.to_lowercase());
    let pairs = original.chars().zip(form.chars());
    let shared = pairs.take_while(same).count();
    // "Be" shares nothing with "was" but its capital.
    if shared == 0 && original.starts_with(char::is_uppercase) {
        let first = form.chars().take(1).flat_map(char::to_uppercase);
        return first.chain(form.chars().skip(1)).collect();
    }
    let kept = original.chars().take(shared);
    kept.chain(form.chars().skip(shared)).collect()
}

#[cfg(test)]
#[path = "inflect_tests.rs"]
mod tests;

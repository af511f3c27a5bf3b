//! Verbs that hide in nouns: `conduct a review of` says `review`.
//!
//! Owns how such words stand in a text: a light verb in any form, what may stand before
//! the noun, and what has to follow it. Which nouns they are is the table's. A place that
//! only looks like one says nothing; one whose sentence would have to be built anew, or
//! where the words around do not tell, is found and not certain.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::inflect::Inflection;
use super::lexicon;
use super::sentence::{Gap, last_word};

mod behind;
mod frame;
mod light;
mod table;

use behind::{Words, has_object, takes_clause, takes_object, takes_verb};
use frame::Keeps;
use light::{FORMS, Light};
use table::{ADVERBS, CLAUSAL, EVERYDAY, ROWS, Row};

/// A place where a verb hides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// From the light verb to the noun, or to the preposition that goes with it.
    pub span: Range<usize>,
    /// What hides there.
    pub verb: Verb,
    /// What form the light verb is in.
    pub inflections: Vec<Inflection>,
    /// Whether the verb can take its place.
    pub is_certain: bool,
}

/// A verb that hides, with the adverb before it and the preposition behind it that the
/// place asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// In its dictionary form: `review`, `thoroughly review`, `think about`.
    pub plain: String,
    /// As the British spell it, if otherwise.
    pub british: Option<String>,
    /// What hides it, in the dictionary form: `conduct a review of`.
    pub hiding: String,
}

/// The verbs that hide in a text, in order.
pub fn hidden_verbs(text: &str) -> Vec<Hidden> {
    let mut found: Vec<Hidden> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphabetic() {
            at += 1;
            continue;
        }
        let length = bytes[at..]
            .iter()
            .position(|byte| !byte.is_ascii_alphabetic());
        let end = at + length.unwrap_or(bytes.len() - at);
        if FORMS.may_have(&bytes[at..end]) {
            let free = found.last().is_none_or(|last| last.span.end <= at);
            found.extend(free.then(|| read(text, at..end)).flatten());
        }
        at = end;
    }
    found
}

/// What hides behind the word at a place, if it is a form of a light verb.
fn read(text: &str, word: Range<usize>) -> Option<Hidden> {
    let (before, behind) = (&text[..word.start], &text[word.end..]);
    let touches = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\''));
    if touches || !behind.starts_with(char::is_whitespace) {
        return None;
    }
    let lights = FORMS
        .lights
        .get(&*text[word.clone()].to_ascii_lowercase())?;
    lights.iter().find_map(|light| {
        let mut words = Words::behind(text, word.end);
        if !light.particle.is_empty() && words.next()?.text != light.particle {
            return None;
        }
        active(text, word.clone(), light, words.clone())
            .or_else(|| passive(text, word.clone(), light, words))
    })
}

/// `conducted a review of`.
fn active(text: &str, word: Range<usize>, light: &Light, words: Words<'_>) -> Option<Hidden> {
    let before = &text[..word.start];
    let mut words = words;
    let mut next = words.next()?;
    let mut certain = true;
    let is_own = is_possessive(next.text);
    let is_opened = is_own || next.reads(&["a", "an", "the"]);
    let is_definite = next.reads(&["the"]);
    if is_opened {
        certain &= !is_own || owner_agrees(before, next.text);
        next = words.next()?;
    } else if lexicon::class(next.text).is(lexicon::QUANTIFIER) && !next.reads(&["such"]) {
        certain = false;
        next = words.next()?;
    }
    let mut adjectives = Vec::new();
    let row = loop {
        if let Some(row) = noun(next.text) {
            break row;
        }
        if !is_adjective(next.text) || adjectives.len() == 2 {
            return None;
        }
        adjectives.push(next.text);
        next = words.next()?;
    };
    let noun_end = next.end;
    let is_everyday = next.reads(EVERYDAY);
    let link = words.next()?;
    let frame = row.frame(light, link.text)?;
    let is_question = text[word.end..].find(['.', '!', '?', '\n']);
    let is_question = is_question.is_some_and(|end| text[word.end + end..].starts_with('?'));
    let opens = is_opened || light.verb == "have";
    if light.asks() && (is_question || !follows_subject(before, opens)) {
        return None;
    }
    certain &= light.is_verb(before, &text[word.clone()], &text[word.end..])?;
    let behind = words.rest();
    certain &= match frame.keeps {
        Keeps::Clause => {
            takes_clause(behind).then_some(is_definite || CLAUSAL.contains(&row.noun))?
        }
        Keeps::Verb => takes_verb(behind)?,
        Keeps::Preposition => has_object(behind).then_some(true)?,
        Keeps::Nothing => takes_object(link.text, behind)?,
    };
    let adverb = match adjectives[..] {
        [] => "",
        // `contribute significantly to` goes on behind its verb.
        [adjective] if frame.keeps != Keeps::Preposition => adverb_of(adjective),
        _ => "",
    };
    if !adjectives.is_empty() && adverb.is_empty() {
        certain = false;
        if is_everyday {
            return None;
        }
    }
    Some(Hidden {
        span: word.start..if frame.keeps == Keeps::Nothing {
            link.end
        } else {
            noun_end
        },
        verb: frame.verb(row, light, adverb),
        inflections: light.inflections.clone(),
        is_certain: certain,
    })
}

/// `a review was conducted of`: its sentence would have to be built anew.
fn passive(text: &str, word: Range<usize>, light: &Light, words: Words<'_>) -> Option<Hidden> {
    if !light.inflections.contains(&Inflection::PastParticiple) {
        return None;
    }
    let mut words = words;
    let mut before = &text[..word.start];
    let mut is_helped = false;
    let (row, before) = loop {
        let (last, rest) = last_word(before)?;
        let class = lexicon::class(last.text);
        if last.gap != Gap::Space {
            return None;
        }
        if !class.is(lexicon::AUXILIARY | lexicon::ADVERB) {
            let is_everyday = EVERYDAY.contains(&last.text);
            break (noun(last.text).filter(|_| !is_everyday)?, rest);
        }
        is_helped |= class.is(lexicon::BE);
        before = rest;
    };
    let link = words.next()?;
    let frame = row.frame(light, link.text).filter(|_| is_helped)?;
    let article = last_word(before).filter(|(word, _)| {
        let reads = |article: &&str| word.text.eq_ignore_ascii_case(article);
        word.gap == Gap::Space && ["a", "an", "the"].iter().any(reads)
    });
    let from = article.map_or(before.len(), |(_, before)| before.len());
    let start = from + text[from..].find(char::is_alphanumeric)?;
    Some(Hidden {
        span: start..link.end,
        verb: frame.verb(row, light, ""),
        inflections: vec![Inflection::Base],
        is_certain: false,
    })
}

/// The row of a noun, in any number that it is used in.
fn noun(word: &str) -> Option<&'static Row> {
    let folded = word.to_ascii_lowercase();
    NOUNS.get(&*folded).map(|&row| &ROWS[row])
}

fn is_adjective(word: &str) -> bool {
    lexicon::class(word).is(lexicon::ADJECTIVE) || !adverb_of(word).is_empty()
}

/// The adverb that an adjective becomes before the verb, or nothing.
fn adverb_of(adjective: &str) -> &'static str {
    let mut all = ADVERBS.iter();
    all.find(|(known, _)| adjective.eq_ignore_ascii_case(known))
        .map_or("", |(_, adverb)| adverb)
}

/// Whether what stands before `do` or `have` is a subject, or a verb that it follows: they
/// begin questions, too. A noun is one where the words behind leave no doubt.
fn follows_subject(before: &str, is_sure: bool) -> bool {
    let Some((word, _)) = last_word(before).filter(|(word, _)| word.gap == Gap::Space) else {
        return false;
    };
    let class = lexicon::class(word.text);
    let subject = lexicon::SUBJECT | lexicon::EITHER_PRONOUN | lexicon::TO | lexicon::AUXILIARY;
    class.is(subject) || is_sure && !class.is(lexicon::CLOSED)
}

fn is_possessive(word: &str) -> bool {
    OWNERS.iter().any(|(_, own)| word.eq_ignore_ascii_case(own))
}

const OWNERS: &[(&str, &str)] = &[
    ("i", "my"),
    ("you", "your"),
    ("he", "his"),
    ("she", "her"),
    ("it", "its"),
    ("we", "our"),
    ("they", "their"),
];

/// Whether what is done belongs to who does it: `she gave her approval`, and not `they
/// gave her approval`. A subject that is a noun is believed.
fn owner_agrees(before: &str, own: &str) -> bool {
    let mut rest = before;
    for _ in 0..4 {
        let Some((word, beyond)) = last_word(rest) else {
            return true;
        };
        let owner = OWNERS
            .iter()
            .find(|(owner, _)| word.text.eq_ignore_ascii_case(owner));
        if let Some((_, owned)) = owner {
            return owned.eq_ignore_ascii_case(own);
        }
        let class = lexicon::class(word.text);
        if word.gap != Gap::Space || !class.is(lexicon::AUXILIARY | lexicon::ADVERB | lexicon::TO) {
            return true;
        }
        rest = beyond;
    }
    true
}

/// The numbers of the rows by their nouns.
static NOUNS: LazyLock<FxHashMap<&'static str, usize>> = LazyLock::new(|| {
    let rows = ROWS.iter().enumerate();
    rows.flat_map(|(number, row)| row.noun.split('/').map(move |noun| (noun, number)))
        .collect()
});

#[cfg(test)]
#[path = "hidden_verb_tests.rs"]
mod tests;

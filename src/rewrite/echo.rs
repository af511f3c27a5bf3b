//! Echo: the plain word, or one of its family, that stands in the same sentence already
//! (`The showcase shows …`). Then another plain word is taken, or none.

use crate::english::casing::words;
use crate::english::family::is_of_family;
use crate::english::inflect::{WordClass, head};
use crate::english::role;
use crate::english::sentence::{Gap, words_after, words_before};

use super::place::Place;
use super::wording::Wording;

/// The index of the plain words to write: the first that the sentence has not yet, else
/// the first.
pub(super) fn unheard(place: &Place<'_>) -> usize {
    let count = place.plain().len();
    if count < 2 {
        return 0;
    }
    let is_unheard = |&index: &usize| !is_heard(place, &Wording::of(place, index));
    (0..count).find(is_unheard).unwrap_or(0)
}

/// Whether the sentence would say a word twice: one that carries the meaning, or a small
/// one right beside itself (`make use of of`).
pub(super) fn is_heard(place: &Place<'_>, wording: &Wording<'_>) -> bool {
    let keys = keys(wording);
    let is_key = |word: &str| keys.iter().any(|key| is_of_family(key, word));
    let heard = |(at, word): (usize, &str)| {
        is_key(word) && role::is_content_word(word) && !place.is_rewritten(at)
    };
    let context = place.context();
    !keys.is_empty() && words_of_sentence(place).any(heard)
        || follows_itself(context.before, context.after, wording.first())
}

/// The words of the sentence, with where they stand in the block.
fn words_of_sentence<'d>(place: &Place<'d>) -> impl Iterator<Item = (usize, &'d str)> {
    let (text, sentence) = (place.text, place.matched.sentence());
    let is_outside = |c: char| !c.is_alphanumeric() && c != '\'' && c != '’';
    let mut at = sentence.start;
    let pieces = text[sentence.range()].split_inclusive(is_outside);
    pieces.filter_map(move |piece| {
        let start = at;
        at += piece.len();
        let word = piece.trim_end_matches(is_outside);
        (!word.is_empty()).then_some((start, word))
    })
}

/// The words of a plain equivalent that a reader would hear twice: its head; of one that
/// has none, or whose head says little (`get in touch`), all that say something.
fn keys<'m>(wording: &Wording<'m>) -> Vec<&'m str> {
    let plain = wording.plain;
    let telling = || {
        let words = plain.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty() && role::is_content_word(word));
        words.collect::<Vec<_>>()
    };
    let Some(class) = wording.class else {
        return telling();
    };
    let head = &plain[head(plain, class)];
    if class == WordClass::Verb && LIGHT.contains(&head) {
        let mut others = telling();
        others.retain(|word| *word != head);
        if !others.is_empty() {
            return others;
        }
    }
    let head = Some(head).filter(|head| role::is_content_word(head));
    head.into_iter().collect()
}

/// Verbs that say little beside the words behind them.
const LIGHT: &[&str] = &[
    "be", "bring", "come", "do", "get", "give", "go", "have", "keep", "let", "make", "put", "set",
    "take", "turn",
];

/// Whether a function word would stand twice: `make use of of`.
fn follows_itself(before: &str, after: &str, written: &str) -> bool {
    let same = |a: Option<&str>, b: Option<&str>| match (a, b) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
        _ => false,
    };
    let last_before = words_before(before)
        .next()
        .filter(|word| word.gap == Gap::Space);
    let first_after = words_after(after)
        .next()
        .filter(|word| word.gap == Gap::Space);
    same(last_before.map(|word| word.text), words(written).next())
        || same(first_after.map(|word| word.text), words(written).last())
}

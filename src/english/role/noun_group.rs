//! Where a noun group ends: `the nightly build pipeline`, `API error rate`.
//!
//! Owns the walk from noun to noun. What may follow each of them is asked of
//! `noun_place`, the word behind of `noun_verb`; where neither knows, there is no answer.

use std::ops::Range;

use super::super::sentence::{Gap, next_word};
use super::context::{Context, has_plural_s};
use super::noun_place::{NounPlace, is_possessive, noun_place};
use super::noun_verb::noun_or_verb;
use super::scene::Role;

/// A group of more nouns is a list.
const MOST_NOUNS: usize = 16;

/// Where the noun group ends that a noun of a sentence carries or stands in; `plural` when
/// the noun is one. `None` where a verb may begin instead, or something is owned, or no
/// end is near.
pub fn noun_group_end(sentence: &str, noun: Range<usize>, plural: bool) -> Option<usize> {
    let (mut last, mut plural) = (noun, plural);
    for _ in 0..MOST_NOUNS {
        let context = Context {
            before: &sentence[..last.start],
            form: &sentence[last.clone()],
            after: &sentence[last.end..],
        };
        let next = || next_noun(sentence, &last);
        match noun_place(context, plural) {
            NounPlace::Head if is_possessive(context.form) => return None,
            NounPlace::Head => return Some(last.end),
            NounPlace::Modifier => last = next()?,
            NounPlace::Undecided => {
                let word = next()?;
                match role_of(sentence, &word) {
                    Role::Noun => last = word,
                    Role::Verb => return Some(last.end),
                    Role::Undecided => return None,
                }
            }
        }
        plural = has_plural_s(&sentence[last.clone()]);
    }
    None
}

/// Words that tell when what stands behind them happens: `the address last used`.
const TIMES: [&str; 3] = ["first", "last", "next"];

/// The word right behind another one, over a space.
fn next_noun(sentence: &str, last: &Range<usize>) -> Option<Range<usize>> {
    let (word, rest) = next_word(&sentence[last.end..], &sentence[last.clone()])?;
    let end = sentence.len() - rest.len();
    let belongs = word.gap == Gap::Space && !TIMES.contains(&word.text);
    belongs.then(|| end - word.text.len()..end)
}

/// Whether a word is a noun or a verb, if its form is one that may be either.
fn role_of(sentence: &str, word: &Range<usize>) -> Role {
    let form = &sentence[word.clone()];
    let is_plain = form.chars().all(char::is_lowercase);
    if !is_plain || form.ends_with("ed") || form.ends_with("ing") {
        return Role::Undecided;
    }
    noun_or_verb(Context {
        before: &sentence[..word.start],
        form,
        after: &sentence[word.end..],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_ends_with_its_last_noun() {
        // The noun in brackets, and a bar where its group ends.
        let table = [
            ("The nightly build [pipeline]| failed twice.", false),
            ("We log [API] errors| at night.", false),
            ("The [API] error rate| is low.", false),
            ("In May, two [CI] builds| were lost.", false),
            ("If an [API] call| fails, nobody sees it.", false),
            ("Look at the [webhook] list| first.", false),
            ("We changed the [API] limits| in May.", false),
            ("Then a [webhook]| rings the bell.", false),
            ("The [API]| of the shop is new.", false),
            ("All lost [webhooks]| ring an alarm.", true),
            ("The [API]| accepts letters.", false),
            ("The [API] keys| of two shops expire.", false),
        ];
        for (marked, plural) in table {
            let sentence = marked.replace(['[', ']', '|'], "");
            let open = marked.find('[').unwrap_or_default();
            let close = marked.find(']').unwrap_or_default() - 1;
            let bar = marked.split('|').next().unwrap_or_default();
            let end = bar.replace(['[', ']'], "").len();
            assert_eq!(
                noun_group_end(&sentence, open..close, plural),
                Some(end),
                "{marked}"
            );
        }
    }

    #[test]
    fn where_a_verb_may_begin_no_group_ends() {
        let table = [
            "The [API] limits requests.",
            "The [API] owner's list is new.",
            "The [API] hosting is dear.",
            "The [API] \u{fffc} is new.",
            "[API] and SDK limits apply.",
            "The [IP address] last used is shown.",
        ];
        for marked in table {
            let open = marked.find('[').unwrap_or_default();
            let close = marked.find(']').unwrap_or_default() - 1;
            let sentence = marked.replace(['[', ']'], "");
            assert_eq!(
                noun_group_end(&sentence, open..close, false),
                None,
                "{marked}"
            );
        }
    }
}

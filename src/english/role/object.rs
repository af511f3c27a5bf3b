//! What stands inside, behind or right before a match: objects of verbs with
//! a particle, and the article.
//!
//! Owns the tests for `spin the server up`, `shut it down` and `an API`. What
//! is done about them is the caller's.

use std::ops::Range;

use super::super::lexicon;
use super::super::sentence::{self, Gap, OBJECT, opens};
use super::context::{Context, Token, View};

/// Whether `between`, one to three words inside a two-word verb, is its
/// object: `spin [the server] up`, but not `stood [in line] up to noon`.
pub fn is_object(between: &str) -> bool {
    let closes = |c: char| {
        !c.is_alphanumeric()
            && !c.is_whitespace()
            && !matches!(c, '\'' | '’' | '-' | '_' | '"' | '“' | '”' | OBJECT)
    };
    if between.chars().any(closes) {
        return false;
    }
    let view = View::of(Context {
        before: "",
        form: "",
        after: between,
    });
    let words: Vec<Token> = (0..4)
        .map(|i| view.right(i))
        .filter(|word| !word.is_none())
        .collect();
    let Some(first) = words.first().filter(|_| words.len() <= 3) else {
        return false;
    };
    let bars = |word: &&Token| {
        let linking = lexicon::PREPOSITION
            | lexicon::PARTICLE
            | lexicon::TO
            | lexicon::SUBORDINATOR
            | lexicon::QUESTION
            | lexicon::SUBJECT;
        (word.is(linking | lexicon::AUXILIARY) || word.reads(&["round"]))
            && !word.reads(&["of"])
            && !word.is_article()
    };
    let pronoun = lexicon::EITHER_PRONOUN | lexicon::OBJECT_PRONOUN | lexicon::INDEFINITE;
    let opens = lexicon::ARTICLE | lexicon::DEMONSTRATIVE | lexicon::QUANTIFIER;
    if words.iter().any(|word| bars(&word)) || first.reads(&["of", "whose"]) {
        return false;
    }
    if first.is(pronoun) {
        return words.len() == 1;
    }
    let joined = words.iter().any(|word| word.is(lexicon::COORDINATOR));
    let adjective_alone = words.len() == 1 && first.is(lexicon::ADJECTIVE) && !first.is_capital();
    let adverb = first.is(lexicon::ADVERB) && !first.is(opens | lexicon::ADJECTIVE);
    let begins =
        first.is(opens) || first.is_number() || first.is_capital() || first.is_inline_object();
    let noun = (first.is_open() || first.is(lexicon::ADJECTIVE)) && !joined;
    let adverb_last = words.iter().skip(1).any(Token::is_manner);
    !adverb && !adjective_alone && !adverb_last && (begins || noun)
}

/// Particles that are prepositions before a place.
const BEFORE_PLACES: [&str; 10] = [
    "across", "along", "around", "down", "off", "out", "over", "past", "through", "up",
];

/// Whether a word behind an object is no particle but begins the place where something
/// goes: `rolled the ball [out] of the door`, `wound it [down] the hill`; not `shut it
/// [down] the next day`.
pub fn begins_place(word: &str, behind: &str) -> bool {
    let view = View::of(Context {
        before: "",
        form: "",
        after: behind,
    });
    let next = view.right(0);
    let is_determined = next.is_article() && !next.reads(&["a", "an"]);
    let is_time = (1..4).any(|i| view.right(i).is(lexicon::TIME));
    next.gap == Gap::Space
        && BEFORE_PLACES.contains(&word)
        && (next.reads(&["of"]) || is_determined && !is_time)
}

/// Whether `text`, what follows a verb with a particle, begins with an object
/// pronoun: `it`, `them`, or `this` with no noun of its own.
pub fn starts_with_object_pronoun(text: &str) -> bool {
    let view = View::of(Context {
        before: "",
        form: "",
        after: text,
    });
    let (first, second) = (view.right(0), view.right(1));
    if first.gap != Gap::Space {
        return false;
    }
    let owns = second.is_adjacent()
        && (second.is_open()
            || second.is(lexicon::ADJECTIVE | lexicon::NUMBER)
            || second.is_inline_object());
    let alone = first.is(lexicon::DEMONSTRATIVE) || first.reads(&["her"]);
    first.is(lexicon::EITHER_PRONOUN | lexicon::OBJECT_PRONOUN) || alone && !owns
}

/// The range of the article that stands directly before a match at the end of
/// `before`, only space, opening quotes and brackets between: `an "`, not the
/// letter of `vitamin A` or `plan A`.
pub fn article_before(before: &str) -> Option<Range<usize>> {
    let end = before
        .trim_end_matches(|c: char| opens(c) || c.is_whitespace())
        .len();
    if !before[end..].contains(char::is_whitespace) {
        return None;
    }
    let start = before[..end]
        .rfind(|c: char| !c.is_ascii_alphabetic())
        .map_or(0, |i| {
            i + before[i..].chars().next().map_or(0, char::len_utf8)
        });
    let article = &before[start..end];
    let known = article.eq_ignore_ascii_case("a") || article.eq_ignore_ascii_case("an");
    if !known
        || before[..start].ends_with(|c: char| !c.is_whitespace() && !opens(c) && !ends_clause(c))
    {
        return None;
    }
    (!is_letter(&before[..start], article)).then_some(start..end)
}

/// Signs after which an article may follow without a space.
fn ends_clause(c: char) -> bool {
    matches!(c, '—' | '–' | '>' | OBJECT)
}

/// Whether `article`, behind `before`, names something: `plan A`, `option a`.
fn is_letter(before: &str, article: &str) -> bool {
    if article.len() > 1 {
        return false;
    }
    let lettered = if article == "A" {
        lexicon::LETTERED
    } else {
        lexicon::LETTERED_SMALL
    };
    let named =
        |word: sentence::Word| word.gap == Gap::Space && lexicon::class(word.text).is(lettered);
    sentence::words_before(before).next().is_some_and(named)
}

#[cfg(test)]
#[path = "object_tests.rs"]
mod tests;

//! What an entry's own words say: definitions that are too long or say nothing,
//! abbreviations that nobody explains, plain words that are too long or of another
//! part of speech, entries that are due for a review. No other entry counts here.

use toml::value::Date;

use super::remark::Remark;
use super::rule::Rule;
use super::written::Item;
use crate::english::ambiguous::can_be_verb;
use crate::english::casing::{is_all_capitals, words};
use crate::english::inflect::{WordClass, head};
use crate::english::role::is_function_word;
use crate::glossary::term::{Entry, PartOfSpeech, Rewrite};

/// How many words a definition has at most.
const LONGEST_DEFINITION: usize = 30;

/// How many words stand in for a term at most.
const LONGEST_PLAIN: usize = 5;

/// Adds what is wrong with the words of an entry.
pub(super) fn check(item: &Item<'_>, today: Date, found: &mut Vec<Remark>) {
    long_definition(item, found);
    circular_definition(item, found);
    unexplained_abbreviation(item, found);
    long_plain(item, found);
    part_of_speech(item, found);
    review_due(item, today, found);
}

fn long_definition(item: &Item<'_>, found: &mut Vec<Remark>) {
    let definition = item.entry.definition.as_deref().unwrap_or_default();
    let count = definition.split_whitespace().count();
    if count > LONGEST_DEFINITION {
        let message = format!(
            "the definition has {count} words: say it in {LONGEST_DEFINITION} at most, and move the rest to `note`"
        );
        found.push(Remark::new(
            Rule::LongDefinition,
            item.place("definition"),
            message,
        ));
    }
}

fn circular_definition(item: &Item<'_>, found: &mut Vec<Remark>) {
    let entry = item.entry;
    let Some(definition) = entry.definition.as_deref() else {
        return;
    };
    let said = content(definition);
    let own: Vec<Vec<String>> = own_phrases(entry).map(content).collect();
    let is_own = |word: &String| own.iter().flatten().any(|own| are_akin(own, word));
    let says = |phrase: &Vec<String>| {
        let mut words = phrase.iter();
        !phrase.is_empty() && words.all(|word| said.iter().any(|said| are_akin(word, said)))
    };
    if said.iter().all(is_own) && own.iter().any(says) {
        let message = format!(
            "the definition of `{}` only says the word again: say what it means to somebody who has never met it",
            entry.term
        );
        found.push(Remark::new(
            Rule::CircularDefinition,
            item.place("definition"),
            message,
        ));
    }
}

/// What a reader has met before reading the definition: plain words and synonyms
/// are an explanation already.
fn own_phrases(entry: &Entry) -> impl Iterator<Item = &str> {
    std::iter::once(&*entry.term).chain(entry.expansion.as_deref())
}

/// The words of a text that mean something by themselves, in small letters.
fn content(text: &str) -> Vec<String> {
    words(text)
        .map(str::to_lowercase)
        .filter(|word| !is_function_word(word) && !SAYS_NOTHING.contains(&word.as_str()))
        .collect()
}

/// Words that open a definition and define nothing.
#[rustfmt::skip]
const SAYS_NOTHING: &[&str] = &[
    "abbreviation", "act", "action", "activity", "fact", "name", "practice", "process", "short", "someone",
    "something", "stands", "state", "term", "word",
];

/// Whether two words are of one family: `deployment` and `deploying`.
fn are_akin(one: &str, other: &str) -> bool {
    let shared = one
        .char_indices()
        .zip(other.chars())
        .take_while(|((_, a), b)| a == b)
        .map(|((at, a), _)| at + a.len_utf8());
    let shared: Vec<usize> = shared.filter(|&at| at >= SHORTEST_STEM).collect();
    one == other
        || shared
            .iter()
            .any(|&at| ENDINGS.contains(&&one[at..]) && ENDINGS.contains(&&other[at..]))
}

/// How long the part is that words of one family share.
const SHORTEST_STEM: usize = 4;

/// What stems end with.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "", "s", "es", "e", "ed", "d", "ing", "er", "ers", "or", "ors", "ment", "ments", "ion", "ions", "ation", "ations",
    "ate", "able", "al", "ance", "ence", "ity", "ive", "ize", "izes", "ized", "izing", "ization", "ly", "ness", "y",
    "ies",
];

fn unexplained_abbreviation(item: &Item<'_>, found: &mut Vec<Remark>) {
    let entry = item.entry;
    let explained =
        entry.expansion.is_some() || entry.definition.is_some() || entry.is_false_friend();
    if is_all_capitals(&entry.term) && !explained {
        let message = format!(
            "nothing says what `{}` stands for: add its `expansion` or a `definition`",
            entry.term
        );
        found.push(Remark::new(
            Rule::UnexplainedAbbreviation,
            item.term,
            message,
        ));
    }
}

fn long_plain(item: &Item<'_>, found: &mut Vec<Remark>) {
    let entry = item.entry;
    let plain = entry.plain.first().map_or("", String::as_str);
    let count = plain.split_whitespace().count();
    if entry.rewrite == Rewrite::Replace && !entry.is_false_friend() && count > LONGEST_PLAIN {
        let message = format!(
            "\"{plain}\" has {count} words, too many to stand in for `{}` in a sentence: write {LONGEST_PLAIN} at most, or `rewrite = \"explain\"`",
            entry.term
        );
        found.push(Remark::new(
            Rule::LongPlain,
            item.place_in("plain", 0),
            message,
        ));
    }
}

fn part_of_speech(item: &Item<'_>, found: &mut Vec<Remark>) {
    let entry = item.entry;
    for (index, plain) in entry.plain.iter().enumerate() {
        let Some(other) = clashing(entry.part_of_speech, plain).filter(|_| entry.english) else {
            continue;
        };
        let message = format!(
            "`{}` is {} and \"{plain}\" {other}: write words of the same part of speech, in dictionary form",
            entry.term,
            with_article(entry.part_of_speech),
        );
        found.push(Remark::new(
            Rule::PartOfSpeech,
            item.place_in("plain", index),
            message,
        ));
    }
}

/// What plain words clearly are instead of the part of speech that they should
/// have; nothing where English leaves a doubt.
fn clashing(part_of_speech: PartOfSpeech, plain: &str) -> Option<&'static str> {
    let (first, rest) = plain.split_once(' ').unwrap_or((plain, ""));
    let is_infinitive = first == "to" && !rest.is_empty();
    let has_article = ["a", "an", "the"].contains(&first) && !rest.is_empty();
    match part_of_speech {
        PartOfSpeech::Verb if is_infinitive => Some("begins with \"to\""),
        PartOfSpeech::Verb if has_article => Some("a noun"),
        PartOfSpeech::Verb => {
            is_clearly_noun(&plain[head(plain, WordClass::Verb)]).then_some("a noun")
        }
        PartOfSpeech::Noun if is_infinitive => Some("a verb"),
        PartOfSpeech::Noun => is_clearly_verb(plain).then_some("a verb"),
        PartOfSpeech::Adjective if is_infinitive => Some("a verb"),
        PartOfSpeech::Adjective => is_clearly_noun(plain).then_some("a noun"),
        PartOfSpeech::Adverb | PartOfSpeech::ProperNoun | PartOfSpeech::Phrase => None,
    }
}

/// A noun by its ending, that is no verb as well, as `question` is.
fn is_clearly_noun(word: &str) -> bool {
    let endings = ["tion", "sion", "ment", "ness", "ity", "ship"];
    let ends = endings
        .iter()
        .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending));
    ends && !word.contains([' ', '-']) && !can_be_verb(word)
}

/// A verb of one word by its ending.
fn is_clearly_verb(word: &str) -> bool {
    word.len() > 5 && word.ends_with("ify") && !word.contains([' ', '-'])
}

fn with_article(part_of_speech: PartOfSpeech) -> &'static str {
    match part_of_speech {
        PartOfSpeech::Verb => "a verb",
        PartOfSpeech::Adjective => "an adjective",
        PartOfSpeech::Noun => "a noun",
        PartOfSpeech::Adverb | PartOfSpeech::ProperNoun | PartOfSpeech::Phrase => "a phrase",
    }
}

fn review_due(item: &Item<'_>, today: Date, found: &mut Vec<Remark>) {
    let due = item.entry.review_by.and_then(|review| review.date);
    if let Some(due) = due.filter(|due| *due <= today) {
        let owner = item.entry.owner.as_deref().unwrap_or("somebody");
        let message = format!(
            "`{}` was to be looked at by {due}: ask {owner} whether it still holds, and set a later day",
            item.entry.term
        );
        found.push(Remark::new(
            Rule::ReviewDue,
            item.place("review-by"),
            message,
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_family_are_akin() {
        for (one, other, akin) in [
            ("deployment", "deploying", true),
            ("optimize", "optimization", true),
            ("use", "use", true),
            ("use", "used", false),
            ("deploy", "deployed", true),
            ("plan", "planet", false),
        ] {
            assert_eq!(are_akin(one, other), akin, "{one}, {other}");
        }
    }

    #[test]
    fn only_what_is_clear_clashes() {
        use PartOfSpeech::{Adjective, Noun, Verb};
        for (part_of_speech, plain, expected) in [
            (Verb, "use", None),
            (Verb, "question", None),
            (Verb, "implement", None),
            (Verb, "make use of", None),
            (Verb, "utilization", Some("a noun")),
            (Verb, "the use", Some("a noun")),
            (Verb, "to use", Some("begins with \"to\"")),
            (Noun, "way to work", None),
            (Noun, "to simplify", Some("a verb")),
            (Noun, "simplify", Some("a verb")),
            (Adjective, "strong", None),
            (Adjective, "the same everywhere", None),
            (Adjective, "robustness", Some("a noun")),
        ] {
            assert_eq!(clashing(part_of_speech, plain), expected, "{plain}");
        }
    }
}

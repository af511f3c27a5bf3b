//! The article of a noun phrase that stands alone, as an explanation does.
//!
//! Owns when there is only one of a thing: `the share of customers who leave`,
//! `the first sale of shares`, beside `a first version`. *a* or *an* is
//! `article`'s question.

use super::article::indefinite;
use super::inflect::{WordClass, head, is_uncountable};
use super::lexicon;

/// Nouns that measure what `of` names: there is one such measure of it.
const MEASURES: &[&str] = &[
    "amount",
    "core",
    "cost",
    "count",
    "degree",
    "length",
    "level",
    "majority",
    "number",
    "percentage",
    "price",
    "proportion",
    "rate",
    "rest",
    "share",
    "size",
    "speed",
    "sum",
    "total",
    "value",
    "weight",
];

/// Singulars that end like plurals.
const SINGULARS: &[&str] = &[
    "alias", "atlas", "bias", "canvas", "chaos", "gas", "lens", "means", "series", "species",
];

/// A countable noun phrase with the article that it takes; a plural takes none.
pub fn introduced(phrase: &str) -> String {
    let opens = |word: &str| phrase.split(' ').next() == Some(word);
    if ["a", "an", "the"].into_iter().any(opens) || is_plural(phrase) {
        return phrase.to_owned();
    }
    if is_unique(phrase) {
        return format!("the {phrase}");
    }
    match indefinite(phrase) {
        Some(article) => format!("{} {phrase}", article.as_str()),
        None => phrase.to_owned(),
    }
}

fn is_plural(phrase: &str) -> bool {
    let head = head(phrase, WordClass::Noun);
    let noun = phrase[head.clone()].to_lowercase();
    // `time a sale takes` ends with a verb.
    let mut before = phrase[..head.start].split_whitespace();
    noun.len() > 3
        && !before.any(|word| lexicon::class(word).is(lexicon::FUNCTION))
        && noun.ends_with('s')
        && !noun.ends_with(['\'', '’'])
        && !["ss", "us", "is"].iter().any(|end| noun.ends_with(end))
        && !SINGULARS.contains(&&*noun)
}

/// `share of …`, `slowest part`, `first line of …`.
fn is_unique(phrase: &str) -> bool {
    let head = head(phrase, WordClass::Noun);
    let noun = &phrase[head.clone()];
    let of = phrase[head.end..].starts_with(" of ");
    let first = phrase.split(' ').next().unwrap_or_default();
    let ordinal = matches!(first, "first" | "last" | "next" | "final");
    of && (MEASURES.contains(&noun) || ordinal) || is_superlative(first)
}

fn is_superlative(word: &str) -> bool {
    let is_adjective =
        |stem: Option<&str>| stem.is_some_and(|stem| lexicon::class(stem).is(lexicon::ADJECTIVE));
    matches!(
        word,
        "best" | "worst" | "most" | "least" | "only" | "main" | "same"
    ) || word.ends_with("est")
        && (is_adjective(word.strip_suffix("est")) || is_adjective(word.strip_suffix("st")))
}

/// Whether a noun phrase names an act by its ending, which a reader counts:
/// `installation`, not the mass in `code to be called later`.
pub fn names_act(phrase: &str) -> bool {
    const ENDINGS: [&str; 5] = ["tion", "sion", "ment", "ing", "ance"];
    let noun = phrase[head(phrase, WordClass::Noun)].to_lowercase();
    ENDINGS.iter().any(|ending| noun.ends_with(ending)) && !is_uncountable(phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unique_takes_the() {
        let table = [
            ("first version", "a first version"),
            (
                "first fundraising of a company",
                "the first fundraising of a company",
            ),
            (
                "share of customers who leave",
                "the share of customers who leave",
            ),
            ("request from one program", "a request from one program"),
            ("slowest part", "the slowest part"),
            ("largest number of users", "the largest number of users"),
            ("series of steps", "a series of steps"),
            ("address for programs", "an address for programs"),
            ("rented computers", "rented computers"),
            ("time a sale takes", "a time a sale takes"),
            ("test of one part", "a test of one part"),
            ("the cloud", "the cloud"),
            ("", ""),
        ];
        for (phrase, expected) in table {
            assert_eq!(introduced(phrase), expected);
        }
    }
}

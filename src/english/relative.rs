//! The verb of a relative clause, which agrees with the noun before it: `a change that
//! breaks programs`, `changes that break programs`.

use std::borrow::Cow;

use super::{ambiguous, lexicon};

/// What begins a clause whose verb agrees with the noun before.
const OPENERS: [&str; 3] = [" that ", " which ", " who "];

/// The plural of a noun and what follows it (`changes that breaks programs`), with the
/// verb of its relative clause in the plural, too. Where no verb is seen, as in `things
/// that users see`, nothing changes.
pub fn with_plural_verb(words: &str) -> String {
    let openers = OPENERS.iter().filter_map(|opener| {
        let start = words.find(opener)?;
        Some((start, start + opener.len()))
    });
    let Some((end, clause)) = openers.min() else {
        return words.to_owned();
    };
    // `charts of the work that is left`, `forms in which things come`.
    let is_preposition = |word: &str| lexicon::class(word).is(lexicon::PREPOSITION);
    if words[..end].split(' ').any(is_preposition) {
        return words.to_owned();
    }
    let mut behind: Vec<Cow<'_, str>> = words[clause..].split(' ').map(Cow::Borrowed).collect();
    let is_adverb = |word: &str| {
        let class = lexicon::class(word);
        class.is(lexicon::ADVERB) && !class.is(lexicon::QUANTIFIER) && word != "only"
            || word.ends_with("ly") && word != "only"
    };
    let first = behind.iter().position(|word| !is_adverb(word));
    let next = |at: usize| behind.get(at + 1).map_or("", |word| word);
    let Some((at, verb)) = first.and_then(|at| Some((at, plural_verb(&behind[at], next(at))?)))
    else {
        return words.to_owned();
    };
    behind[at] = Cow::Owned(verb);
    for at in at + 1..behind.len() {
        let next = behind.get(at + 1).map_or("", |word| word);
        if matches!(&*behind[at - 1], "and" | "or" | "then" | "but")
            && is_surely_finite(&behind[at], next)
            && let Some(verb) = plural_verb(&behind[at], next)
        {
            behind[at] = Cow::Owned(verb);
        }
    }
    [&words[..clause], &*behind.join(" ")].concat()
}

/// `breaks` as it stands with a plural subject; `None` for what is no such form.
fn plural_verb(word: &str, next: &str) -> Option<String> {
    // `things that programs can read`
    if lexicon::class(next).is(lexicon::AUXILIARY) {
        return None;
    }
    let (verb, sign) = word.split_at(word.trim_end_matches([',', ';', ':']).len());
    let plural = match verb {
        "is" => "are".to_owned(),
        "was" => "were".to_owned(),
        "has" => "have".to_owned(),
        "does" => "do".to_owned(),
        "goes" => "go".to_owned(),
        "isn't" => "aren't".to_owned(),
        "doesn't" => "don't".to_owned(),
        _ => ambiguous::base_of_verb_in_s(verb)
            .or_else(|| opens_object(next).then(|| regular_base(verb)).flatten())?,
    };
    Some(plural + sign)
}

/// The base form of an unknown verb in -s: `lay` of `lays`, `pass` of `passes`.
fn regular_base(verb: &str) -> Option<String> {
    let stem = verb.strip_suffix('s')?;
    let hissing = ["sse", "xe", "zze", "che", "she", "oe"];
    match stem.strip_suffix("ie") {
        _ if stem.ends_with('s') => None,
        Some(before) if before.len() > 1 => Some(format!("{before}y")),
        _ if hissing.iter().any(|end| stem.ends_with(end)) => {
            Some(stem[..stem.len() - 1].to_owned())
        }
        _ => Some(stem.to_owned()),
    }
}

/// Whether a word behind `and` is the second verb of a clause and no noun: `reads text
/// and writes code`, `checks the code and tests it`; not `lists files and folders`.
fn is_surely_finite(word: &str, next: &str) -> bool {
    matches!(word, "is" | "was" | "has") || ambiguous::is_verb_in_s(word) || opens_object(next)
}

/// Whether an object begins with a word, or one that no noun has right behind it.
fn opens_object(word: &str) -> bool {
    let object =
        lexicon::ARTICLE | lexicon::OBJECT_PRONOUN | lexicon::EITHER_PRONOUN | lexicon::QUESTION;
    lexicon::class(word).is(object)
}

#[cfg(test)]
mod tests {
    use super::with_plural_verb;

    #[test]
    fn the_verb_agrees_with_a_plural() {
        let table = [
            ("things that breaks programs", "things that break programs"),
            (
                "things that is usually long",
                "things that are usually long",
            ),
            ("people who often goes home", "people who often go home"),
            (
                "tests which passes, or tries to",
                "tests which pass, or tries to",
            ),
            (
                "things that reads text and writes code",
                "things that read text and write code",
            ),
            (
                "things that lists files and folders",
                "things that list files and folders",
            ),
            (
                "things that checks code and tests it",
                "things that check code and test it",
            ),
            ("parts that lays the base", "parts that lay the base"),
            (
                "forms that only programs can read",
                "forms that only programs can read",
            ),
            (
                "setups in which programs run",
                "setups in which programs run",
            ),
            (
                "charts of the work that is left",
                "charts of the work that is left",
            ),
            (
                "values that all parts of it share",
                "values that all parts of it share",
            ),
            ("things that users see", "things that users see"),
            ("things that can wait", "things that can wait"),
            ("things that the team uses", "things that the team uses"),
            ("kinds of things", "kinds of things"),
            ("", ""),
        ];
        for (singular, plural) in table {
            assert_eq!(with_plural_verb(singular), plural);
        }
    }
}

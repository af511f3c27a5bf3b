//! Which words English uses both as a noun and as a verb. Only for these do the
//! words around have to decide; a wrong answer here costs a rewrite or a
//! sentence, so what is not known counts by what its form allows.

use std::borrow::Cow;

use super::lexicon;

/// Whether a verb's base form can also be a noun. A verb that is not known can,
/// unless its ending makes verbs only.
pub fn can_be_noun(verb: &str) -> bool {
    let verb = verb.to_lowercase();
    let mut words = verb.split([' ', '-']);
    match (words.next(), words.next(), words.next()) {
        (Some(word), None, _) => is_both(word) || !ends_as_verb(word),
        (Some(_), Some(particle), None) => is_particle(particle),
        _ => false,
    }
}

/// Whether a verb of several words begins or ends with one that can also be a
/// noun: `interface with`, and `the interface with the bank`; `the touch base`.
pub fn holds_noun(verb: &str) -> bool {
    verb.split_once(' ')
        .is_some_and(|(first, _)| is_both(&first.to_lowercase()))
        || ends_as_either(verb)
}

/// Whether a verb's hyphen makes a noun of it as well: `the cherry-pick`.
pub fn is_hyphenated_noun(verb: &str) -> bool {
    !verb.contains(' ') && ends_as_either(verb)
}

/// Whether a form is a word and a particle: `work around`, which is a verb,
/// whatever `workaround` is.
pub fn ends_with_particle(form: &str) -> bool {
    let mut words = form.split_whitespace().skip(1);
    words.next().is_some_and(is_particle) && words.next().is_none()
}

/// Whether a word makes a verb of two words that needs no object: not `into`.
fn is_particle(word: &str) -> bool {
    lexicon::class(word).is(lexicon::PARTICLE) && !matches!(word, "into" | "onto")
}

/// Whether a form has several words, hyphens or spaces between.
pub fn is_compound(form: &str) -> bool {
    form.contains(joins_words)
}

fn joins_words(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether a form of several words ends with one that is noun and verb: `feature
/// flag`, `cherry-picks`.
pub fn ends_as_either(form: &str) -> bool {
    form.rsplit_once(joins_words).is_some_and(|(_, last)| {
        let last = last.to_lowercase();
        let bare = last.strip_suffix('s').unwrap_or(&last);
        is_both(&last) || is_both(bare)
    })
}

/// Whether a noun can also be a verb. One that is not known cannot.
pub fn can_be_verb(noun: &str) -> bool {
    is_both(&noun.to_lowercase()) && !noun.starts_with(char::is_uppercase)
}

/// Whether a noun can also be the -ing form of a verb: `learning`, `onboarding`.
pub fn can_be_gerund(noun: &str) -> bool {
    let stem = noun.strip_suffix("ing").unwrap_or_default();
    stem.len() > 2 && stem.contains(['a', 'e', 'i', 'o', 'u', 'y']) && !noun.contains(' ')
}

/// Whether a word, in small letters, is in common use both as a noun and as a verb.
pub(super) fn is_both(word: &str) -> bool {
    lexicon::class(word).is(lexicon::NOUN_AND_VERB)
}

/// Whether a word is the base form of a verb, whatever else it is.
pub(super) fn is_verb(word: &str) -> bool {
    let word = word.to_lowercase();
    is_both(&word) || ends_as_verb(&word)
}

/// Whether a word is the base form of a verb and hardly ever a noun.
pub(super) fn is_verb_only(word: &str) -> bool {
    let word = word.to_lowercase();
    ends_as_verb(&word) && !is_both(&word)
}

/// Whether a word is the form in -s of a verb that is no noun: `accepts`, `applies`.
pub(super) fn is_verb_in_s(word: &str) -> bool {
    let word = word.to_lowercase();
    stems_in_s(&word).any(|stem| is_verb_only(&stem))
}

/// The base form of a verb's form in -s, whatever else that is: `run` of `runs`.
pub(super) fn base_of_verb_in_s(word: &str) -> Option<String> {
    stems_in_s(word)
        .find(|stem| is_verb(stem))
        .map(Cow::into_owned)
}

/// What a word in -s can be the form of: `apply` and `applie` of `applies`.
fn stems_in_s(word: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let stem = word.strip_suffix('s').filter(|stem| !stem.ends_with('s'));
    let stem = stem.unwrap_or_default();
    let in_y = stem.strip_suffix("ie").map(|stem| format!("{stem}y"));
    let bare = stem.strip_suffix('e').map(Cow::Borrowed);
    let stems = [Some(Cow::Borrowed(stem)), bare, in_y.map(Cow::Owned)];
    stems.into_iter().flatten()
}

/// Endings and beginnings that make verbs, and verbs that are nothing else.
fn ends_as_verb(word: &str) -> bool {
    ["ize", "ise", "yze", "yse", "ify", "ate"]
        .iter()
        .any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending))
        || lexicon::class(word).is(lexicon::VERB_ONLY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_ambiguous_or_not() {
        for verb in ["impact", "deploy", "yeet", "roll out", "estimate"] {
            assert!(can_be_noun(verb), "{verb}");
        }
        for verb in [
            "utilize",
            "facilitate",
            "commence",
            "reach out to",
            "clarify",
        ] {
            assert!(!can_be_noun(verb), "{verb}");
        }
        for noun in ["ask", "build"] {
            assert!(can_be_verb(noun), "{noun}");
        }
        for noun in ["API", "repo", "endpoint", "user story"] {
            assert!(!can_be_verb(noun), "{noun}");
        }
    }
}

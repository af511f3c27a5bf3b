//! Inflects English words and phrases: verbs, nouns and adjectives.
//! A glossary gives one form of a term, a text uses all of them, so every other
//! form is derived here: which word of a phrase changes (its head), and how that
//! word is spelled. Irregular words come from `irregular`; whether a phrase is a
//! verb or a noun, and where it stands in a text, is for the caller to know.
//! Spelling rules follow common American usage; where British usage differs or
//! writers vary, the second spelling is accepted after the usual one.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::irregular;

/// The classes of words that change their form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WordClass {
    /// A verb or a phrase led by one ("spin up").
    Verb,
    /// A noun or a phrase around one ("point of contact").
    Noun,
    /// An adjective ("lean").
    Adjective,
}

/// The forms a word can take. Which ones exist depends on its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Inflection {
    /// The form that dictionaries list: "deploy", "index", "lean".
    Base,
    /// "deploys".
    ThirdPerson,
    /// "deployed" in "we deployed".
    Past,
    /// "deployed" in "it was deployed"; differs from the past in "written".
    PastParticiple,
    /// "deploying".
    PresentParticiple,
    /// "indexes".
    Plural,
    /// "leaner".
    Comparative,
    /// "leanest".
    Superlative,
}

#[rustfmt::skip]
impl Inflection {
    /// Every inflection of every class.
    pub const ALL: [Self; 8] = [
        Self::Base, Self::ThirdPerson, Self::Past, Self::PastParticiple, Self::PresentParticiple,
        Self::Plural, Self::Comparative, Self::Superlative,
    ];

    /// The inflections that words of `class` can have, the base form first.
    #[must_use]
    pub fn of(class: WordClass) -> &'static [Self] {
        match class {
            WordClass::Verb => &[
                Self::Base, Self::ThirdPerson, Self::Past, Self::PastParticiple, Self::PresentParticiple,
            ],
            WordClass::Noun => &[Self::Base, Self::Plural],
            WordClass::Adjective => &[Self::Base, Self::Comparative, Self::Superlative],
        }
    }
}

/// The accepted spellings of `inflection` of the word or phrase, the usual one
/// first. The unchanged part keeps its casing, endings are in lower case.
/// Empty when there is no such form: the plural of an uncountable noun, the
/// comparative of an adjective that takes "more", a form of another class.
#[must_use]
pub fn inflect(phrase: &str, class: WordClass, inflection: Inflection) -> Vec<String> {
    let head = &phrase[head(phrase, class)];
    let is_missing = !Inflection::of(class).contains(&inflection)
        || (inflection == Inflection::Plural && is_uncountable(phrase));
    if head.is_empty() || is_missing {
        return Vec::new();
    }
    let forms = word_forms(head, inflection);
    let in_phrase = forms.iter().map(|form| with_head(phrase, class, form));
    in_phrase.collect()
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

/// The phrase with its head replaced by `head`, an already inflected word.
#[must_use]
pub fn with_head(phrase: &str, class: WordClass, head: &str) -> String {
    let range = self::head(phrase, class);
    [&phrase[..range.start], head, &phrase[range.end..]].concat()
}

/// Whether the built-in table knows the head of a noun phrase as a noun that is
/// not counted: software, feedback, information.
#[must_use]
pub fn is_uncountable(noun_phrase: &str) -> bool {
    let head = head(noun_phrase, WordClass::Noun);
    irregular::is_uncountable_noun(&lower(noun_phrase, &head))
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

fn lower(phrase: &str, range: &Range<usize>) -> String {
    phrase[range.clone()].to_lowercase()
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
    lowered.push(String::new());
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
    let lowered = word.to_lowercase();
    let (changed, particle) = irregular::unmerged(&lowered)
        .filter(|_| Inflection::of(WordClass::Verb).contains(&inflection))
        .unwrap_or((&lowered, ""));
    let forms =
        irregular::forms(changed, inflection).unwrap_or_else(|| regular_forms(changed, inflection));
    let forms = forms.iter().map(|form| recased(form, word) + particle);
    forms.collect()
}

fn regular_forms(word: &str, inflection: Inflection) -> Vec<String> {
    match inflection {
        Inflection::Base => vec![word.to_string()],
        Inflection::ThirdPerson => with_s(word),
        Inflection::Past | Inflection::PastParticiple => pasts(word),
        Inflection::PresentParticiple => present_participles(word),
        Inflection::Plural => plurals(word),
        Inflection::Comparative => compared(word, "er"),
        Inflection::Superlative => compared(word, "est"),
    }
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

/// The forms of a word that ends in a capital or a digit ("API", "S3", "DM").
fn initialism_forms(word: &str, inflection: Inflection) -> Vec<String> {
    let hisses = hisses(&word.to_lowercase());
    let endings: &[&str] = match inflection {
        Inflection::Plural | Inflection::ThirdPerson if hisses => &["es", "s"],
        Inflection::Plural | Inflection::ThirdPerson => &["s"],
        Inflection::Past | Inflection::PastParticiple => &["ed", "'d"],
        Inflection::PresentParticiple => &["ing"],
        Inflection::Base | Inflection::Comparative | Inflection::Superlative => &[],
    };
    with_endings(word, endings)
}

fn with_endings(stem: &str, endings: &[&str]) -> Vec<String> {
    let spellings = endings.iter().map(|ending| [stem, ending].concat());
    spellings.collect()
}

fn hisses(word: &str) -> bool {
    word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh")
}

/// A word with the -s of plurals and third persons.
fn with_s(word: &str) -> Vec<String> {
    if let Some(stem) = before_final_y(word) {
        return with_endings(stem, &["ies"]);
    }
    let ends_in_o = word
        .strip_suffix('o')
        .is_some_and(|stem| !ends_in_vowel(stem));
    let endings = match word {
        _ if ends_in_o => irregular::endings_after_o(word),
        _ if word.ends_with('z') && ends_short(word) => &["zes"],
        _ if hisses(word) => &["es"],
        _ => &["s"],
    };
    with_endings(word, endings)
}

fn plurals(noun: &str) -> Vec<String> {
    if noun.chars().count() == 1 {
        return with_endings(noun, &["'s"]);
    }
    if let Some(stem) = noun.strip_suffix("sis") {
        return with_endings(stem, &["ses"]);
    }
    // A noun in -s is a plural already ("metrics") unless it ends like "status".
    if noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us") {
        return vec![noun.to_string()];
    }
    with_s(noun)
}

fn pasts(verb: &str) -> Vec<String> {
    match before_final_y(verb) {
        Some(stem) => with_endings(stem, &["ied"]),
        _ if verb.ends_with('e') => with_endings(verb, &["d"]),
        _ if syllables(verb) == 0 => with_endings(verb, &["ed", "'d"]),
        _ => sounded_before(verb, "ed"),
    }
}

fn present_participles(verb: &str) -> Vec<String> {
    if let Some(stem) = verb.strip_suffix("ie") {
        return with_endings(stem, &["ying"]);
    }
    match verb.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['e', 'o', 'y']) => with_endings(stem, &["ing"]),
        _ => sounded_before(verb, "ing"),
    }
}

/// A word with an ending in a vowel, before which the last letter is doubled
/// where it follows a short stressed vowel, and c gets a k.
fn sounded_before(word: &str, ending: &str) -> Vec<String> {
    let last = word
        .char_indices()
        .next_back()
        .map_or("", |(at, _)| &word[at..]);
    let infixes: &[&str] = match word.strip_suffix('c') {
        Some(stem) if ends_in_vowel(stem) => &["k"],
        _ if irregular::is_either_doubling_verb(word) => &["", last],
        _ if doubles(word) => &[last],
        _ if ends_in_light_l(word) => &["", last],
        _ => &[""],
    };
    let spellings = infixes.iter().map(|infix| [word, infix, ending].concat());
    spellings.collect()
}

fn doubles(verb: &str) -> bool {
    let stressed = |verb: &str| irregular::is_doubling_verb(verb) || syllables(verb) == 1;
    ends_short(verb)
        && (stressed(verb)
            || irregular::verb_stems(verb).any(|stem| opens_like_word(stem) && stressed(stem)))
}

/// Whether a word ends in a single vowel and a consonant that can be doubled.
fn ends_short(word: &str) -> bool {
    word.strip_suffix(|c: char| c.is_ascii_lowercase() && !"aeiouwxyh".contains(c))
        .and_then(|before| before.strip_suffix(is_vowel))
        .is_some_and(|opening| !ends_in_vowel(opening))
}

/// Tells "re-map" from "rend-er": whether the rest after a prefix can start a word.
fn opens_like_word(rest: &str) -> bool {
    match rest.as_bytes() {
        [first, ..] if is_vowel(char::from(*first)) => false,
        [b's', ..] | [_, b'l' | b'r' | b'h' | b'w', ..] => true,
        [_, second, ..] => is_vowel(char::from(*second)),
        _ => false,
    }
}

/// Whether British spelling doubles the l of an unstressed end, as in "travelled".
fn ends_in_light_l(verb: &str) -> bool {
    let stem = verb.strip_suffix('l').unwrap_or_default();
    let start = stem.strip_suffix(is_vowel).unwrap_or(stem);
    let ends_in_pair = stem.ends_with("ia") || stem.ends_with("ua") || stem.ends_with("ue");
    start != stem && !start.ends_with("ll") && (ends_in_pair || !ends_in_vowel(start))
}

/// An adjective with -er or -est; none when it takes "more" and "most".
fn compared(adjective: &str, ending: &str) -> Vec<String> {
    let is_participle = adjective.len() > 3 && adjective.ends_with("ed");
    let is_simple = adjective.bytes().all(|letter| letter.is_ascii_lowercase());
    if !is_simple || is_participle || irregular::is_not_gradable(adjective) {
        return Vec::new();
    }
    let positive = adjective.strip_prefix("un").unwrap_or(adjective);
    // The e of "lonely" is as silent as that of "lone".
    let before_ly = positive.strip_suffix("ly").map(|stem| syllables(stem) + 1);
    match before_final_y(adjective) {
        Some(stem) if before_ly.unwrap_or(syllables(positive)) <= 2 => {
            vec![format!("{stem}i{ending}")]
        }
        _ if syllables(adjective) != 1 => Vec::new(),
        _ if adjective.ends_with('e') => vec![format!("{adjective}{}", &ending[1..])],
        _ => sounded_before(adjective, ending),
    }
}

/// The word without its final y, if that y stands after a consonant.
fn before_final_y(word: &str) -> Option<&str> {
    word.strip_suffix('y')
        .filter(|stem| !stem.is_empty() && !ends_in_vowel(stem))
}

/// Whether a word ends in a sounded vowel; the u of "qu" is none.
fn ends_in_vowel(word: &str) -> bool {
    word.ends_with(is_vowel) && !word.ends_with("qu")
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// The syllables of a word, estimated by its groups of vowels.
fn syllables(word: &str) -> usize {
    let groups = word.split(|c| !is_vowel(c) && c != 'y');
    let groups = groups.filter(|group| !group.is_empty()).count();
    let ends_in_silent_e = word
        .strip_suffix('e')
        .is_some_and(|stem| !ends_in_vowel(stem) && !stem.ends_with('l'));
    groups - usize::from(ends_in_silent_e && groups > 1)
}

#[cfg(test)]
#[path = "inflect_tests.rs"]
mod tests;

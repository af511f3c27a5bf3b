//! How the forms of regular words are spelled.
//! The rules follow common American usage; where British usage differs or writers
//! vary, the second spelling is accepted after the usual one.

use super::inflection::Inflection;
use super::irregular;

/// The forms of a word in small letters that no table lists.
pub(super) fn regular_forms(word: &str, inflection: Inflection) -> Vec<String> {
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

/// The forms of a word that ends in a capital or a digit ("API", "S3", "DM").
pub(super) fn initialism_forms(word: &str, inflection: Inflection) -> Vec<String> {
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

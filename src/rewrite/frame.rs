//! Frames: plain words bring demands of their own, and where a sentence does not meet
//! them they are no English there, right as they may be in meaning and form. What is
//! asked of the sentence is here, how the words around answer is `english::role`'s.

use crate::english::casing::words;
use crate::english::inflect::{Inflection, WordClass, head};
use crate::english::role;
use crate::finding::Held;
use crate::glossary::term::PartOfSpeech;
use crate::matcher::ReadingPlace;
use crate::text::word::is_hyphen;

use super::place::Place;
use super::wording::Wording;

/// Why the sentence is none for these words, if it is not.
pub(super) fn unmet(place: &Place<'_>, wording: &Wording<'_>) -> Option<Held> {
    let entry = place.matched.entry;
    if !entry.english {
        return None;
    }
    let lacks = match entry.part_of_speech {
        PartOfSpeech::Verb => lacks_object(place, wording) || parts_twins(place, wording),
        PartOfSpeech::Noun => loses_last_word(place, wording) || is_crowded(place, wording),
        PartOfSpeech::Adverb => is_misplaced(place, wording) || loses_hyphens(place, wording),
        PartOfSpeech::Phrase => loses_hyphens(place, wording),
        PartOfSpeech::Adjective | PartOfSpeech::ProperNoun => false,
    };
    (lacks || is_beside_slash(place, wording)).then_some(Held::Frame)
}

/// `help with` needs its object right behind, and has no passive; `left out` does not
/// stand before a noun.
fn lacks_object(place: &Place<'_>, wording: &Wording<'_>) -> bool {
    let context = place.context();
    let reading = place.matched.reading;
    let can_be_participle = reading.inflection.map_or(
        reading.inflections.has(Inflection::PastParticiple),
        |inflection| inflection == Inflection::PastParticiple,
    );
    if ends_with_preposition(place, wording) {
        let takes_verb = wording.plain.ends_with(" to");
        return can_be_participle && role::is_passive(context)
            || !takes_verb && !role::has_object_behind(context);
    }
    let goes_on = head(wording.plain, WordClass::Verb).end < wording.plain.len();
    goes_on
        && can_be_participle
        && !role::is_behind_auxiliary(context)
        && role::has_noun_behind(context)
}

/// Whether the plain words end with a preposition. What may be a particle as well is one
/// where the term ends with a preposition of its own: `participate in`, `take part in`.
fn ends_with_preposition(place: &Place<'_>, wording: &Wording<'_>) -> bool {
    let Some((_, last)) = wording.plain.rsplit_once(' ') else {
        return false;
    };
    let own = place.matched.entry.term.rsplit_once(' ');
    let is_own = own.is_some_and(|(_, last)| role::is_preposition(last));
    last == "to"
        || role::is_pure_preposition(last) && !PHRASAL.contains(&wording.plain)
        || role::is_preposition(last) && (is_own || PREPOSITIONAL.contains(&wording.plain))
}

/// Verbs whose last word is none, though it is a preposition elsewhere.
const PHRASAL: &[&str] = &["bring about", "come about", "get by", "put by", "stand by"];

/// Verbs whose last word is a preposition, though it makes verbs of two words elsewhere.
const PREPOSITIONAL: &[&str] = &[
    "act on",
    "agree on",
    "believe in",
    "build on",
    "decide on",
    "depend on",
    "draw on",
    "focus on",
    "get around",
    "get over",
    "go into",
    "go over",
    "go through",
    "invest in",
    "look into",
    "look through",
    "rely on",
    "result in",
    "run into",
    "share in",
    "take part in",
    "turn into",
    "work on",
];

/// `complies and will go on to comply with it`: the other verb would lose its object, or
/// keep words that are not its own.
fn parts_twins(place: &Place<'_>, wording: &Wording<'_>) -> bool {
    let entry = place.matched.entry;
    let is_alone = !entry.term.contains(' ');
    (!is_alone || ends_with_preposition(place, wording))
        && role::shares_object(place.context(), |word| {
            let forms = entry.forms().iter();
            let mut heads = forms.filter_map(|form| words(&form.spelling).next());
            heads.any(|head| head.eq_ignore_ascii_case(word))
        })
}

/// `IT and business units`: the units are those of both.
fn loses_last_word(place: &Place<'_>, wording: &Wording<'_>) -> bool {
    let term = &*place.matched.entry.term;
    let form = place.form();
    let last = |text: &str| words(text).last().map(str::to_lowercase);
    form.contains(char::is_whitespace)
        && head(term, WordClass::Noun).end == term.len()
        && last(form) != last(wording.first())
        && role::shares_last_word(place.context())
}

/// Two words are too many for one of three nouns in a row.
fn is_crowded(place: &Place<'_>, wording: &Wording<'_>) -> bool {
    let is_modifier = place.matched.reading.place != ReadingPlace::Own;
    is_longer(place, wording) && role::is_in_stack(place.context(), is_modifier)
}

/// `the web/CLI form`: what a slash joins is one word each.
fn is_beside_slash(place: &Place<'_>, wording: &Wording<'_>) -> bool {
    let whole = place.matched.whole();
    let (before, behind) = (&place.text[..whole.start], &place.text[whole.end..]);
    is_longer(place, wording) && (before.ends_with('/') || behind.starts_with('/'))
}

/// Whether two words or more are to stand for one.
fn is_longer(place: &Place<'_>, wording: &Wording<'_>) -> bool {
    !place.spelled().contains(char::is_whitespace) && wording.first().contains(' ')
}

/// `at the same time` goes behind the verb and its object, or begins the sentence.
fn is_misplaced(place: &Place<'_>, wording: &Wording<'_>) -> bool {
    let last = wording.plain.rsplit(' ').next().unwrap_or_default();
    is_longer(place, wording)
        && !FREQUENCY.contains(&last)
        && !BEHIND_NOUN.contains(&&*place.matched.entry.term)
        && !place.starts_sentence()
        && !role::takes_adverbial(place.context())
}

/// Adverbs that belong to the noun before them, so that nothing else moves: `all prices
/// herein include tax`.
const BEHIND_NOUN: &[&str] = &[
    "herein",
    "hereof",
    "hereto",
    "hereunder",
    "therein",
    "thereof",
    "thereto",
    "thereunder",
];

/// Adverbs of several words that end so stand where one word does: `almost always`.
const FREQUENCY: &[&str] = &[
    "always",
    "ever",
    "likely",
    "longer",
    "never",
    "often",
    "only",
    "rarely",
    "sometimes",
];

/// `under-the-hood changes`: before its noun a phrase has hyphens, or would need some.
fn loses_hyphens(place: &Place<'_>, wording: &Wording<'_>) -> bool {
    let is_split = |c: char| c.is_whitespace() || is_hyphen(c);
    if !wording.first().contains(' ') || !place.form().contains(is_split) {
        return false;
    }
    let entry = place.matched.entry;
    let spellings =
        || std::iter::once(&*entry.term).chain(entry.aliases.iter().map(String::as_str));
    let hyphens = |text: &str| text.chars().filter(|&c| is_hyphen(c)).count();
    let joined = hyphens(place.form());
    let is_joined = joined > 0 && spellings().all(|spelling| hyphens(spelling) < joined);
    let begins = |text: &str| words(text).next().is_some_and(role::is_preposition);
    let ends = words(wording.first())
        .last()
        .is_some_and(role::is_preposition);
    let is_adverbial = begins(&entry.term) && !ends;
    is_joined && role::has_noun_behind(place.context())
        || is_adverbial && role::is_before_noun(place.context())
}

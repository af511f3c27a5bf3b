//! What about the words that would be written may be wrong in their place.

use super::place::Place;
use super::wording::Wording;
use super::{echo, frame};
use crate::english::inflect::Inflection;
use crate::english::role;
use crate::english::sentence::{Gap, words_before};
use crate::finding::Held;
use crate::glossary::term::PartOfSpeech;
use crate::matcher::ReadingPlace;

/// Why these words may be wrong here.
pub(super) fn doubtful(place: &Place<'_>, wording: &Wording<'_>) -> Option<Held> {
    let reading = place.matched.reading;
    let is_noun = matches!(
        place.matched.entry.part_of_speech,
        PartOfSpeech::Noun | PartOfSpeech::ProperNoun
    );
    if wording.forms.len() > 1 {
        return Some(Held::Undecided);
    }
    if is_noun {
        let long = wording.plain.split_whitespace().count() > 2 || wording.goes_on_behind_head;
        if reading.place != ReadingPlace::Own && long {
            return Some(Held::Modifier);
        }
        if wording.goes_on_behind_head && place.matched.possessive().is_some() {
            return Some(Held::Modifier);
        }
        let split = wording.goes_on_behind_head || role::begins_with_adjective(wording.plain);
        if split && role::is_behind_noun(place.context()) {
            return Some(Held::Modifier);
        }
        let plural = reading.inflection == Some(Inflection::Plural);
        let own = reading.place == ReadingPlace::Own;
        if wording.uncountable && (plural || own && is_counted(place)) {
            return Some(Held::Agreement);
        }
    } else if reading.place != ReadingPlace::Own {
        return Some(Held::Undecided);
    }
    let parted = wording.ends_with_adverb() && place.matched.particle().is_some();
    if parted || (wording.is_phrasal() && is_before_pronoun(place)) {
        return Some(Held::Undecided);
    }
    frame::unmet(place, wording)
        .or_else(|| echo::is_heard(place, wording).then_some(Held::Repetition))
}

/// Whether a word before says that the noun is counted: an article that does not
/// stand next to it, a number, `each`, `many`.
fn is_counted(place: &Place<'_>) -> bool {
    let context = place.context();
    let near = words_before(context.before)
        .take(4)
        .take_while(|word| matches!(word.gap, Gap::Space | Gap::Quote));
    for (distance, word) in near.enumerate() {
        let word = word.text.to_lowercase();
        let article = matches!(word.as_str(), "a" | "an");
        let counts = matches!(
            word.as_str(),
            "one"
                | "each"
                | "every"
                | "another"
                | "either"
                | "neither"
                | "many"
                | "few"
                | "several"
                | "these"
                | "those"
                | "both"
        ) || word.bytes().all(|byte| byte.is_ascii_digit());
        if counts || (article && distance > 0) {
            return true;
        }
        if article || role::is_function_word(&word) {
            return false;
        }
    }
    false
}

/// `shut down it` is no English, with the object inside or behind.
fn is_before_pronoun(place: &Place<'_>) -> bool {
    role::starts_with_object_pronoun(place.context().after)
}

//! The words that take the place of a match: a plain equivalent in the form that
//! the match has, and what about them may be wrong in their place.

use crate::english::casing::capitalize;
use crate::english::inflect::{Inflection, WordClass};
use crate::english::relative::with_plural_verb;
use crate::english::role;
use crate::english::sentence::{Gap, words_before};
use crate::finding::Held;
use crate::glossary::plain::Plain;
use crate::glossary::term::PartOfSpeech;
use crate::matcher::{Match, ReadingPlace};
use crate::text::word::Possessive;

use super::place::Place;
use super::{echo, frame};

/// A plain equivalent in the form of a match.
pub(super) struct Wording<'m> {
    /// In dictionary form.
    pub(super) plain: &'m str,
    pub(super) class: Option<WordClass>,
    /// In every form that the match can be, the likeliest first; one, if the
    /// place decides or it makes no difference.
    pub(super) forms: Vec<&'m str>,
    /// Whether the plain words cannot be counted.
    pub(super) uncountable: bool,
    goes_on_behind_head: bool,
    /// The possessive ending to write, where it is not the one that stands there.
    pub(super) possessive: Option<&'static str>,
}

impl<'m> Wording<'m> {
    /// The plain equivalent of that index.
    pub(super) fn of(place: &Place<'m>, index: usize) -> Self {
        let matched = place.matched;
        let entry = matched.entry;
        let plain = place.plain().get(index).map_or("", String::as_str);
        let reading = matched.reading;
        let inflected = entry.inflected(place.whole.variety, index);
        // Where the words around do not tell the two apart it most often is the
        // participle: behind its noun, or one of several.
        let (past, others): (Vec<_>, Vec<_>) = Inflection::ALL
            .into_iter()
            .filter(|&inflection| {
                reading
                    .inflection
                    .map_or(reading.inflections.has(inflection), |decided| {
                        decided == inflection
                    })
            })
            .partition(|inflection| *inflection == Inflection::Past);
        let mut forms: Vec<&str> = Vec::new();
        for inflection in others.into_iter().chain(past) {
            let form = inflected.and_then(|plain| match inflection {
                Inflection::Plural => plain.plural(with_plural_verb),
                _ => plain.form(inflection),
            });
            let form = form.unwrap_or(plain);
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        let possessive = possessive(matched, &forms);
        Self {
            plain,
            class: entry.word_class(),
            forms,
            uncountable: inflected.is_some_and(Plain::is_uncountable),
            goes_on_behind_head: inflected.is_some_and(Plain::goes_on_behind_head),
            possessive,
        }
    }

    /// What is written.
    pub(super) fn first(&self) -> &'m str {
        self.forms.first().copied().unwrap_or(self.plain)
    }

    /// Whether it is a verb that an object may stand inside of: `shut down`,
    /// `talk later`; not one that ends with a preposition, `make use of`.
    fn is_phrasal(&self) -> bool {
        self.class == Some(WordClass::Verb)
            && self
                .plain
                .rsplit_once(' ')
                .is_some_and(|(_, last)| PARTICLES.contains(&last) || is_adverb(last))
    }

    /// Whether an adverb of its own would part it from its object.
    fn ends_with_adverb(&self) -> bool {
        self.is_phrasal() && self.plain.rsplit(' ').next().is_some_and(is_adverb)
    }
}

/// Words that make a verb of two words, behind which its object may stand.
const PARTICLES: &[&str] = &[
    "up", "out", "off", "down", "in", "over", "on", "back", "away", "around", "through", "aside",
];

fn is_adverb(word: &str) -> bool {
    !PARTICLES.contains(&word) && role::is_adverb(word)
}

/// All plain words, inflected and capitalised for the place, those of an index first.
pub(super) fn plain_words(place: &Place<'_>, first: usize) -> Vec<String> {
    let count = place.plain().len();
    let others = (0..count).filter(|&index| index != first);
    let mut suggestions = Vec::with_capacity(count);
    for index in (first..count).take(1).chain(others) {
        for words in Wording::of(place, index).forms {
            let words = capitalize(words, place.capitals());
            if !suggestions.contains(&words) {
                suggestions.push(words);
            }
        }
    }
    suggestions
}

/// `the users'` becomes `the people's`, `the people's` becomes `the users'`.
fn possessive(matched: &Match<'_>, forms: &[&str]) -> Option<&'static str> {
    let (written, _) = matched.possessive()?;
    let ends_in_s = forms.first().is_some_and(|form| form.ends_with('s'));
    let plural = matched.reading.inflection == Some(Inflection::Plural);
    match written {
        Possessive::Apostrophe if !ends_in_s => Some("'s"),
        Possessive::ApostropheS if ends_in_s && plural => Some("'"),
        _ => None,
    }
}

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

//! The words that take the place of a match: a plain equivalent in the form that
//! the match has, and what about them may be wrong in their place.

use crate::english::casing::capitalize;
use crate::english::inflect::{Inflection, WordClass};
use crate::english::relative::with_plural_verb;
use crate::english::role;
use crate::glossary::plain::Plain;
use crate::matcher::Match;
use crate::text::word::Possessive;

use super::place::Place;

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
    /// Whether words follow its head.
    pub(super) goes_on_behind_head: bool,
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
    pub(super) fn is_phrasal(&self) -> bool {
        self.class == Some(WordClass::Verb)
            && self
                .plain
                .rsplit_once(' ')
                .is_some_and(|(_, last)| PARTICLES.contains(&last) || is_adverb(last))
    }

    /// Whether an adverb of its own would part it from its object.
    pub(super) fn ends_with_adverb(&self) -> bool {
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

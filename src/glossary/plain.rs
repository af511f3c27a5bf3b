//! The plain equivalents of an entry in the forms in which they are written: by
//! rule, from the table of irregular words, and as the entry's author overrides
//! them. Made when a text first needs them, once for all its places.

use std::sync::OnceLock;

use super::choice::PartOfSpeech;
pub use super::inflected::Plain;
use super::term::Entry;
use crate::english::inflect::{Inflection, WordClass, head, inflect, is_uncountable, spelling};
use crate::english::variety::Variety;

impl Entry {
    /// The plain equivalent of an index among those of a variety, inflected.
    pub fn inflected(&self, variety: Variety, index: usize) -> Option<&Plain> {
        let all = self.all_inflected();
        let is_other = variety == Variety::British && all.len() > self.plain.len();
        let first = if is_other { self.plain.len() } else { 0 };
        all.get(first + index)
    }

    /// The plain equivalents of all varieties, one behind the other.
    fn all_inflected(&self) -> &[Plain] {
        self.inflected.get_or_init(|| {
            let plain = |words: &[String], variety, is_own| -> Vec<Plain> {
                let words = words.iter().enumerate();
                let firsts = |index| [is_own && index == 0, index == 0];
                words
                    .map(|(index, words)| inflected(self, words, variety, firsts(index)))
                    .collect()
            };
            let mut all = plain(&self.plain, Variety::American, true);
            if !self.plain_gb.is_empty() {
                all.append(&mut plain(&self.plain_gb, Variety::British, false));
            } else if self.has_varieties() {
                all.append(&mut plain(&self.plain, Variety::British, true));
            }
            all
        })
    }

    /// Whether the British may write other words, or spell forms of them in another way.
    pub fn has_varieties(&self) -> bool {
        let is_verb = self.word_class() == Some(WordClass::Verb);
        let doubles = |words: &String| words[head(words, WordClass::Verb)].ends_with('l');
        !self.plain_gb.is_empty() || is_verb && self.plain.iter().any(doubles)
    }

    /// What a rewrite may write of it: its plain equivalents in all forms, and its full
    /// form.
    pub fn written(&self) -> impl Iterator<Item = &str> {
        let plain = self.plain.iter().chain(&self.plain_gb).map(String::as_str);
        let forms = self.all_inflected().iter().flat_map(|plain| &plain.forms);
        let forms = forms.map(|(_, form)| form.as_str());
        plain.chain(forms).chain(self.expansion.as_deref())
    }

    /// Puts other plain equivalents in the place of its own.
    pub(super) fn set_plain(&mut self, plain: Vec<String>) {
        self.plain = plain;
        self.plain_gb.clear();
        self.plain_inflections.clear();
        self.inflected.take();
    }
}

/// In the spelling of a variety. `is_first` says that the forms which the author gives
/// are its own, and `is_written` that it is what `translate` writes in some variety:
/// that there is no plural holds for that, too.
fn inflected(
    entry: &Entry,
    words: &str,
    variety: Variety,
    [is_first, is_written]: [bool; 2],
) -> Plain {
    let class = entry.word_class();
    let inflections = class.map_or(&[][..], Inflection::of).iter().copied();
    Plain {
        forms: inflections
            .filter_map(|inflection| {
                Some((
                    inflection,
                    form(entry, words, variety, is_first, inflection)?,
                ))
            })
            .collect(),
        uncountable: is_nominal(entry)
            && match overridden(entry, is_written, Inflection::Plural) {
                Some([]) => true,
                Some(_) if is_first => false,
                _ => is_uncountable(words),
            },
        goes_on: class == Some(WordClass::Noun)
            && !words[head(words, WordClass::Noun).end..].trim().is_empty(),
        has_own_plural: overridden(entry, is_first, Inflection::Plural).is_some(),
        plural: OnceLock::new(),
        explanation: OnceLock::new(),
    }
}

fn is_nominal(entry: &Entry) -> bool {
    matches!(
        entry.part_of_speech,
        PartOfSpeech::Noun | PartOfSpeech::ProperNoun
    )
}

/// The forms that an entry's author gave; they count for its first equivalent.
fn overridden(entry: &Entry, is_first: bool, inflection: Inflection) -> Option<&[String]> {
    entry
        .plain_inflections
        .iter()
        .find(|&&(which, _)| is_first && which == inflection)
        .map(|(_, forms)| forms.as_slice())
}

fn form(
    entry: &Entry,
    words: &str,
    variety: Variety,
    is_first: bool,
    inflection: Inflection,
) -> Option<String> {
    match overridden(entry, is_first, inflection) {
        Some(forms) => forms.first().cloned(),
        None => spelling(inflect(words, entry.word_class()?, inflection), variety),
    }
}

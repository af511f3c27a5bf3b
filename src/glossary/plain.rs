//! The plain equivalents of an entry in the forms in which they are written: by
//! rule, from the table of irregular words, and as the entry's author overrides
//! them. Made when a text first needs them, once for all its places.

use std::sync::OnceLock;

use super::term::{Entry, PartOfSpeech};
use crate::english::inflect::{Inflection, WordClass, head, inflect, is_uncountable};

/// A plain equivalent, inflected.
#[derive(Clone, Debug)]
pub struct Plain {
    forms: Vec<(Inflection, String)>,
    uncountable: bool,
    goes_on: bool,
    explanation: OnceLock<String>,
}

impl Plain {
    fn of(entry: &Entry, index: usize) -> Self {
        let words = &entry.plain[index];
        let class = entry.word_class();
        let inflections = class.map_or(&[][..], Inflection::of).iter().copied();
        Self {
            forms: inflections
                .filter_map(|inflection| Some((inflection, form(entry, index, inflection)?)))
                .collect(),
            uncountable: is_nominal(entry)
                && match overridden(entry, index, Inflection::Plural) {
                    Some(plurals) => plurals.is_empty(),
                    None => is_uncountable(words),
                },
            goes_on: class == Some(WordClass::Noun)
                && !words[head(words, WordClass::Noun).end..].trim().is_empty(),
            explanation: OnceLock::new(),
        }
    }

    /// The form of an inflection, if there is one.
    pub fn form(&self, inflection: Inflection) -> Option<&str> {
        let mut forms = self.forms.iter();
        forms
            .find(|&&(which, _)| which == inflection)
            .map(|(_, form)| form.as_str())
    }

    /// Whether words follow its head: `way for programs to talk`.
    pub fn goes_on_behind_head(&self) -> bool {
        self.goes_on
    }

    /// How it is written as an explanation, which `make` says once for all places.
    pub fn explanation(&self, make: impl FnOnce() -> String) -> &str {
        self.explanation.get_or_init(make)
    }

    /// Whether it cannot be counted.
    pub fn is_uncountable(&self) -> bool {
        self.uncountable
    }
}

impl Entry {
    /// The plain equivalent of an index, inflected.
    pub fn inflected(&self, index: usize) -> Option<&Plain> {
        let all = self.inflected.get_or_init(|| {
            let indexes = 0..self.plain.len();
            indexes.map(|index| Plain::of(self, index)).collect()
        });
        all.get(index)
    }

    /// What a rewrite may write of it: its first plain equivalent in all forms, and its
    /// full form.
    pub fn written(&self) -> impl Iterator<Item = &str> {
        let plain = self.plain.first().map(String::as_str);
        let forms = self.inflected(0).into_iter().flat_map(|plain| &plain.forms);
        let forms = forms.map(|(_, form)| form.as_str());
        plain
            .into_iter()
            .chain(forms)
            .chain(self.expansion.as_deref())
    }

    /// Puts other plain equivalents in the place of its own.
    pub(super) fn set_plain(&mut self, plain: Vec<String>) {
        self.plain = plain;
        self.plain_inflections.clear();
        self.inflected.take();
    }
}

fn is_nominal(entry: &Entry) -> bool {
    matches!(
        entry.part_of_speech,
        PartOfSpeech::Noun | PartOfSpeech::ProperNoun
    )
}

/// The forms that an entry's author gave; they count for its first equivalent.
fn overridden(entry: &Entry, index: usize, inflection: Inflection) -> Option<&[String]> {
    entry
        .plain_inflections
        .iter()
        .find(|&&(which, _)| index == 0 && which == inflection)
        .map(|(_, forms)| forms.as_slice())
}

fn form(entry: &Entry, index: usize, inflection: Inflection) -> Option<String> {
    match overridden(entry, index, inflection) {
        Some(forms) => forms.first().cloned(),
        None => inflect(&entry.plain[index], entry.word_class()?, inflection)
            .into_iter()
            .next(),
    }
}

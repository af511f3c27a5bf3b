//! The surface forms of an entry: every spelling under which a text may use it,
//! and what form of the dictionary word each is. By rule, from the table of
//! irregular words, and as the entry's author overrides them.

use super::choice::{Case, PartOfSpeech};
pub use super::inflected::{Form, InflectionSet};
use super::term::Entry;
use crate::english::inflect::{Headed, Inflection, WordClass, head};
use crate::text::fold::fold;

impl Entry {
    /// All its forms, found once for all who ask.
    pub fn forms(&self) -> &[Form] {
        self.forms.get_or_init(|| forms(self))
    }
}

/// All forms of an entry as it is now, each spelling once.
pub fn forms(entry: &Entry) -> Vec<Form> {
    let mut forms = Vec::new();
    let spellings = std::iter::once(&*entry.term).chain(entry.aliases.iter().map(String::as_str));
    for (index, base) in spellings.enumerate() {
        let case = entry.case_of(base);
        let headed = entry.word_class().map(|class| match &entry.head {
            Some(head) => Headed::with_head(base, class, head),
            None => Headed::new(base, class),
        });
        for inflection in inflections_of(entry) {
            for spelling in spelled(entry, base, headed.as_ref(), index == 0, inflection) {
                add(&mut forms, spelling, inflection, case, None);
            }
        }
    }
    if entry.separable {
        add_separated(&mut forms);
    }
    forms
}

/// The forms of a phrase in which some term is no jargon: its plural, and those
/// of a verb where the term is one.
pub fn exception_forms(phrase: &str, part_of_speech: Option<PartOfSpeech>) -> Vec<String> {
    let classes: &[WordClass] = match part_of_speech {
        Some(PartOfSpeech::Noun | PartOfSpeech::ProperNoun) => &[WordClass::Noun],
        _ => &[WordClass::Noun, WordClass::Verb],
    };
    let mut spellings = vec![phrase.to_owned()];
    for &class in classes {
        let headed = Headed::new(phrase, class);
        let inflections = Inflection::of(class).iter();
        spellings.extend(inflections.flat_map(|&inflection| headed.inflect(inflection)));
    }
    spellings.sort_unstable();
    spellings.dedup();
    spellings
}

fn inflections_of(entry: &Entry) -> impl Iterator<Item = Inflection> + use<> {
    entry
        .word_class()
        .map_or(&[Inflection::Base][..], Inflection::of)
        .iter()
        .copied()
}

/// The spellings of one inflection; an override counts for the term itself.
fn spelled(
    entry: &Entry,
    base: &str,
    headed: Option<&Headed<'_>>,
    is_term: bool,
    inflection: Inflection,
) -> Vec<String> {
    let overridden = entry
        .inflections
        .iter()
        .find(|&&(which, _)| is_term && which == inflection);
    match (overridden, headed) {
        (Some((_, spellings)), _) => spellings.clone(),
        (None, Some(headed)) => headed.inflect(inflection),
        (None, None) => vec![base.to_owned()],
    }
}

fn add(
    forms: &mut Vec<Form>,
    spelling: String,
    inflection: Inflection,
    case: Case,
    particle: Option<&str>,
) {
    let same = |form: &&mut Form| form.spelling == spelling && form.particle.as_deref() == particle;
    if let Some(form) = forms.iter_mut().find(same) {
        form.inflections = form.inflections.union(InflectionSet::of(inflection));
    } else {
        forms.push(Form {
            spelling,
            inflections: InflectionSet::of(inflection),
            case,
            particle: particle.map(str::to_owned),
        });
    }
}

/// `spun … up` for every `spun up`.
fn add_separated(forms: &mut Vec<Form>) {
    let separated: Vec<Form> = forms
        .iter()
        .filter_map(|form| {
            let head = head(&form.spelling, WordClass::Verb);
            let particle = form.spelling[head.end..].trim();
            let one_word = !particle.is_empty() && !particle.contains(' ');
            one_word.then(|| Form {
                spelling: form.spelling[head].to_owned(),
                particle: Some(particle.to_owned()),
                ..form.clone()
            })
        })
        .collect();
    forms.extend(separated);
}

/// The key under which forms that read alike meet: folded, and the spelling
/// itself where capitals count.
pub fn key(form: &Form) -> (String, Option<&str>) {
    let exact = matches!(form.case, Case::Exact).then_some(form.spelling.as_str());
    (fold(&form.spelling), exact)
}

#[cfg(test)]
#[path = "forms_tests.rs"]
mod tests;

//! What a text says that a term is, if it says it in the glossary's words: its full form,
//! another name of it, or what it means.

use super::term::{Entry, Names};
use crate::english::inflect::{Inflection, WordClass, inflect};
use crate::english::relative::with_plural_verb;
use crate::text::fold::fold;

impl Names {
    /// Those of an entry, letter case and accents aside.
    pub fn of(entry: &Entry) -> &Self {
        entry.names.get_or_init(|| Self {
            expansions: expansions(entry).map(|name| fold(&name)).collect(),
            others: other_names(entry).map(|name| fold(&name)).collect(),
            meanings: meanings(entry).map(|name| fold(&name)).collect(),
        })
    }
}

fn expansions(entry: &Entry) -> impl Iterator<Item = String> + '_ {
    entry.expansion.iter().flat_map(|expansion| {
        let plural = inflect(expansion, WordClass::Noun, Inflection::Plural);
        std::iter::once(expansion.clone()).chain(plural)
    })
}

fn other_names(entry: &Entry) -> impl Iterator<Item = String> + '_ {
    let names = entry.aliases.iter().map(String::as_str);
    inflected(entry, names.chain([&*entry.term]))
}

fn meanings(entry: &Entry) -> impl Iterator<Item = String> + '_ {
    let given = entry
        .plain_inflections
        .iter()
        .flat_map(|(_, forms)| forms.iter().cloned());
    let definition = entry
        .definition
        .iter()
        .map(|text| text.trim_end_matches('.').to_owned());
    let plain = entry.plain.iter().chain(&entry.plain_gb);
    inflected(entry, plain.map(String::as_str))
        .chain(given)
        .chain(definition)
        .map(|meaning| without_article(&meaning).to_owned())
}

/// Whether words start with what an entry means, if that is not how it is called there.
pub fn starts_with_meaning(words: &str, entry: &Entry, form: &str) -> bool {
    let words = Words::new(words, form, false);
    let mut meanings = Names::of(entry).meanings.iter();
    meanings.any(|meaning| words.say(meaning))
}

/// Words beside a term; letter case, accents, articles and marks around them aside.
#[derive(Debug)]
pub struct Words {
    text: String,
    /// How the term is called there.
    form: String,
    /// Whether a name has to end them, else to start them.
    ends: bool,
}

impl Words {
    /// Words that a name starts, or ends.
    pub fn new(words: &str, form: &str, ends: bool) -> Self {
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        Self {
            text: fold(without_article(words)),
            form: fold(form),
            ends,
        }
    }

    /// Whether they say this name, if that is not how the term is called there.
    pub fn say(&self, name: &str) -> bool {
        let is_apart = if self.ends {
            let rest = self.text.strip_suffix(name);
            rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        } else {
            let rest = self.text.strip_prefix(name);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        is_apart && name != self.form
    }
}

/// Names in every form that words of the entry's class have.
fn inflected<'e>(
    entry: &Entry,
    names: impl Iterator<Item = &'e str>,
) -> impl Iterator<Item = String> {
    let class = entry.part_of_speech.word_class().unwrap_or(WordClass::Noun);
    names.flat_map(move |name| {
        let inflections = Inflection::of(class).iter();
        inflections.flat_map(move |&inflection| {
            let mut forms = inflect(name, class, inflection);
            if inflection == Inflection::Plural {
                for form in &mut forms {
                    *form = with_plural_verb(form);
                }
            }
            forms
        })
    })
}

/// Words without an article before them.
pub fn without_article(text: &str) -> &str {
    ["a ", "an ", "the ", "A ", "An ", "The "]
        .iter()
        .find_map(|article| text.strip_prefix(article))
        .unwrap_or(text)
}

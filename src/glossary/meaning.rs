//! What a text says that a term is, if it says it in the glossary's words: its full form,
//! another name of it, or what it means.

use super::term::Entry;
use crate::english::inflect::{Inflection, WordClass, inflect};
use crate::english::relative::with_plural_verb;
use crate::text::fold::fold;

/// The full form of an abbreviation, and of several.
pub fn expansions(entry: &Entry) -> impl Iterator<Item = String> + '_ {
    entry.expansion.iter().flat_map(|expansion| {
        let plural = inflect(expansion, WordClass::Noun, Inflection::Plural);
        std::iter::once(expansion.clone()).chain(plural)
    })
}

/// What else the entry is called: its other spellings and its term, in every number.
pub fn other_names(entry: &Entry) -> impl Iterator<Item = String> + '_ {
    let names = entry.aliases.iter().map(String::as_str);
    inflected(entry, names.chain([&*entry.term]))
}

/// What the glossary says that the entry is: its plain words and its definition, in every
/// number, without an article.
pub fn meanings(entry: &Entry) -> impl Iterator<Item = String> + '_ {
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

/// Whether words start with one of these names, if that is not how the term is called
/// there.
pub fn starts_with(words: &str, names: impl Iterator<Item = String>, form: &str) -> bool {
    let starts = |words: &str, name: &str| {
        let rest = words.strip_prefix(name);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    reads(words, names, form, starts)
}

/// Whether words end with one of these names, if that is not how the term is called there.
pub fn ends_with(words: &str, names: impl Iterator<Item = String>, form: &str) -> bool {
    let ends = |words: &str, name: &str| {
        let rest = words.strip_suffix(name);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    reads(words, names, form, ends)
}

/// Letter case, accents, articles and marks around the words aside.
fn reads(
    words: &str,
    mut names: impl Iterator<Item = String>,
    form: &str,
    read: impl Fn(&str, &str) -> bool,
) -> bool {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    let words = fold(without_article(words));
    let form = fold(form);
    names.any(|name| {
        let name = fold(&name);
        read(&words, &name) && name != form
    })
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

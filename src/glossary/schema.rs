//! A glossary as it is written: the TOML file's tables, key for key. Nothing is
//! checked here but names and types; `parse` turns it into entries.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::term::{Case, PartOfSpeech, Rewrite, Status};
use crate::finding::Severity;

/// A whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// What the glossary is.
    pub glossary: Header,
    /// Its entries.
    #[serde(default)]
    pub term: Vec<Term>,
}

/// `[glossary]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Header {
    /// The id that rules begin with.
    pub name: Spanned<String>,
    /// What people call it.
    pub title: String,
    /// What it is for.
    pub description: Option<String>,
    /// BCP 47; only `en*` is inflected.
    pub language: Option<String>,
    /// Audiences that speak it already.
    #[serde(default)]
    pub known_to: Vec<String>,
    /// The version of its contents.
    pub version: Option<String>,
    /// The licence of its contents.
    pub license: Option<String>,
    /// What messages call its words; default: jargon.
    pub label: Option<String>,
}

/// `[[term]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Term {
    /// The dictionary form.
    pub term: Spanned<String>,
    /// The rule's second half; default: the slug of the term.
    pub id: Option<Spanned<String>>,
    /// Governs inflection.
    pub part_of_speech: Option<PartOfSpeech>,
    /// What to write instead.
    pub plain: Option<OneOrMany>,
    /// The same in British English, where it is another.
    pub plain_gb: Option<OneOrMany>,
    /// The full form of an abbreviation.
    pub expansion: Option<String>,
    /// What it means.
    pub definition: Option<String>,
    /// Other spellings and synonyms.
    #[serde(default)]
    pub aliases: Vec<Spanned<String>>,
    /// Forms that the rules get wrong.
    #[serde(default)]
    pub inflections: Inflections,
    /// The same for the first `plain`.
    #[serde(default)]
    pub plain_inflections: Inflections,
    /// Whether the object may stand inside.
    #[serde(default)]
    pub separable: bool,
    /// The word of the term that is inflected.
    pub head: Option<Spanned<String>>,
    /// What `translate` may do by itself.
    pub rewrite: Option<Rewrite>,
    /// How grave a use is.
    pub severity: Option<Severity>,
    /// How spelling is compared.
    pub case: Option<Case>,
    /// Audiences for whom it is no jargon.
    pub known_to: Option<Vec<String>>,
    /// Phrases in which it is no jargon.
    #[serde(default)]
    pub except: Vec<Spanned<String>>,
    /// Subjects of which one must be what the text is about.
    #[serde(default)]
    pub about: Vec<String>,
    /// Contexts of which one has to hold.
    #[serde(default)]
    pub only_when: Vec<Context>,
    /// Contexts of which none may hold.
    #[serde(default)]
    pub never_when: Vec<Context>,
    /// Contexts in which it is flagged and not rewritten.
    #[serde(default)]
    pub hold_when: Vec<Context>,
    /// What each audience understands by it.
    #[serde(default)]
    pub meanings: BTreeMap<String, String>,
    /// Tests that live with the entry.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// Usage advice.
    pub note: Option<String>,
    /// Related terms.
    #[serde(default)]
    pub see_also: Vec<String>,
    /// Labels.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Where the entry comes from.
    pub source: Option<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// When it must be looked at again.
    pub review_by: Option<toml::value::Datetime>,
    /// How far it is agreed on.
    pub status: Option<Status>,
}

impl Term {
    /// Moves the place of every value: the table was read from text that starts at
    /// `offset` of its file, in bytes.
    pub(super) fn shift(&mut self, offset: usize) {
        let Self {
            term,
            id,
            aliases,
            except,
            head,
            only_when,
            never_when,
            hold_when,
            ..
        } = self;
        let contexts = only_when.iter_mut().chain(never_when).chain(hold_when);
        let patterns = contexts.flat_map(|context| {
            [
                &mut context.before,
                &mut context.after,
                &mut context.sentence,
            ]
        });
        let optional = [id, head].into_iter().chain(patterns).flatten();
        let values = std::iter::once(term)
            .chain(aliases)
            .chain(except)
            .chain(optional);
        for value in values {
            let Range { start, end } = value.span();
            let inner = std::mem::take(value.get_mut());
            *value = Spanned::new(start + offset..end + offset, inner);
        }
    }
}

/// A string, or an array of strings.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(untagged, expecting = "expected a string or an array of strings")]
pub enum OneOrMany {
    /// One.
    One(String),
    /// Any number.
    Many(Vec<String>),
}

impl OneOrMany {
    /// As a list.
    pub fn into_vec(self) -> Vec<String> {
        match self {
            Self::One(one) => vec![one],
            Self::Many(many) => many,
        }
    }
}

/// `inflections` and `plain-inflections`: forms in full.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Inflections {
    /// `spins up`.
    pub third_person: Option<OneOrMany>,
    /// `spun up`, as in `we spun it up`.
    pub past: Option<OneOrMany>,
    /// `spun up`, as in `it was spun up`.
    pub past_participle: Option<OneOrMany>,
    /// `spinning up`.
    pub present_participle: Option<OneOrMany>,
    /// `sources of truth`; empty when there is none.
    pub plural: Option<OneOrMany>,
    /// `leaner`.
    pub comparative: Option<OneOrMany>,
    /// `leanest`.
    pub superlative: Option<OneOrMany>,
}

/// A table of `only-when`, `never-when` or `hold-when`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Context {
    /// What the text before ends with.
    pub before: Option<Spanned<String>>,
    /// What the text behind starts with.
    pub after: Option<Spanned<String>>,
    /// What stands anywhere in the sentence.
    pub sentence: Option<Spanned<String>>,
}

/// A table of `examples`.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Example {
    /// A sentence with the term.
    pub text: String,
    /// What `translate` makes of it; absent: the entry must flag it.
    pub becomes: Option<String>,
}

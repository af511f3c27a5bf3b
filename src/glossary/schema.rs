//! A glossary as it is written: the TOML file's tables, key for key. Every field is
//! declared here and nowhere else: its key, what it means, its type, what it holds.
//! Nothing is checked but names and types; `parse` turns it into entries.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::value::Datetime;

use super::choice::{Case, PartOfSpeech, Rewrite, Status};
use super::field::{Field, Part, Shape};
use super::value::FileValue;
use crate::finding::Severity;

/// Declares tables: what is read of each, what its fields are, and what is done to all
/// of its values.
macro_rules! tables {
    ($(
        $(#[$of_table:meta])*
        $table:ident { $(
            $key:literal, $meaning:literal,
            $(#[$of_field:meta])*
            $field:ident: $type:ty = $part:ident $shape:ident $(.$with:ident($($what:expr)?))*;
        )* }
    )*) => { $(
        $(#[$of_table])*
        #[serde(deny_unknown_fields)]
        pub struct $table { $(
            #[doc = $meaning]
            $(#[$of_field])*
            #[serde(rename = $key)]
            pub $field: $type,
        )* }

        impl $table {
            /// Its fields, as they are declared.
            pub const FIELDS: &[Field] = &[$(
                Field::new($key, $meaning, Part::$part, Shape::$shape)$(.$with($($what)?))*,
            )*];
        }

        impl FileValue for $table {
            fn disarm(&mut self) {
                $(self.$field.disarm();)*
            }

            fn shift(&mut self, offset: usize) {
                $(self.$field.shift(offset);)*
            }
        }
    )* };
}

tables! {
    /// `[glossary]`.
    #[derive(Debug, Deserialize)]
    Header {
        "name", "The first half of its rules' names: small letters, digits, hyphens.",
        name: Spanned<String> = Kept Text.required().matching("^[a-z0-9-]+$");

        "title", "Its name for people.",
        title: String = Kept Text.required();

        "description", "What it is for.",
        description: Option<String> = Kept Text;

        "language", "A language tag (BCP 47); only English is inflected.",
        language: Option<String> = Kept Text.or("en");

        "known-to", "The audiences that know these words already.",
        #[serde(default)]
        known_to: Vec<String> = Kept List;

        "version", "The version of its words.",
        version: Option<String> = Kept Text;

        "license", "The license of its words.",
        license: Option<String> = Kept Text;

        "label", "What messages call its words. Default: jargon.",
        label: Option<String> = Kept Text;
    }

    /// `[[term]]`.
    #[derive(Debug, Deserialize)]
    Term {
        "term", "The word as a dictionary has it: singular noun, bare infinitive.",
        term: Spanned<String> = Found Line.required().matching("\\S");

        "id", "The second half of its rule's name, once in a glossary. Default: the term in small letters, with hyphens.",
        id: Option<Spanned<String>> = Found Text;

        "part-of-speech", "Nouns, verbs and adjectives are found and written in all their forms, the others as they stand. Default: phrase, or noun with an expansion.",
        part_of_speech: Option<PartOfSpeech> = Found PartOfSpeech.one_of(&["noun", "verb", "adjective", "adverb", "proper-noun", "phrase"]);

        "plain", "What to write instead, in dictionary form and of the same part of speech. The first is written, the others are suggested.",
        plain: Option<OneOrMany> = Written Words;

        "plain-gb", "The same for texts in British English, where the words are others. Default: plain.",
        plain_gb: Option<OneOrMany> = Written Words;

        "expansion", "The full form of an abbreviation.",
        expansion: Option<String> = Found Line;

        "definition", "What it means, in one sentence that a newcomer understands.",
        definition: Option<String> = Explained Text;

        "aliases", "Other spellings and synonyms, found in all their forms, too.",
        #[serde(default)]
        aliases: Vec<Spanned<String>> = Found List.matching("\\S");

        "inflections", "Forms of the term that no rule can know, in full.",
        #[serde(default)]
        inflections: Inflections = Found Forms;

        "plain-inflections", "The same for the first of the plain words. A plural of \"\" says that it cannot be counted.",
        #[serde(default)]
        plain_inflections: Inflections = Written Forms;

        "separable", "A verb of two words that may take its object between them: spin the server up.",
        #[serde(default)]
        separable: bool = Found Flag;

        "head", "The word of the term that is inflected, where the rule would take another: program in pair-program.",
        head: Option<Spanned<String>> = Found Text.matching("^\\S+$");

        "rewrite", "What translate does by itself. Default: replace with plain words, else expand with an expansion, else never.",
        rewrite: Option<Rewrite> = Decided Choice.one_of(&["replace", "expand", "explain", "never"]);

        "severity", "How grave a use is.",
        severity: Option<Severity> = Decided Choice.one_of(&["error", "warning", "info"]).or("warning");

        "case", "Whether capitals count. Default: exact for a word with two capitals or more, else any.",
        case: Option<Case> = Decided Choice.one_of(&["any", "exact"]);

        "known-to", "Audiences for whom this is no jargon; public means everybody. Default: the glossary's.",
        known_to: Option<Vec<String>> = Decided Names;

        "except", "Longer phrases in which the word is no jargon: Apache Spark, spark plug.",
        #[serde(default)]
        except: Vec<Spanned<String>> = Decided List.matching("\\S");

        "about", "Subjects (a glossary's name or a tag) of which one must be what the text is about, for the word to be meant in this sense.",
        #[serde(default)]
        about: Vec<String> = Decided List;

        "only-when", "It is jargon only in these contexts: one table is enough, all of a table must match.",
        #[serde(default)]
        only_when: Vec<Context> = Decided Contexts;

        "never-when", "It is no jargon in these contexts: one table is enough, all of a table must match.",
        #[serde(default)]
        never_when: Vec<Context> = Decided Contexts;

        "hold-when", "In these contexts it is flagged and its rewrite is not safe.",
        #[serde(default)]
        hold_when: Vec<Context> = Decided Contexts;

        "meanings", "A false friend: what each audience understands by it.",
        #[serde(default)]
        meanings: BTreeMap<String, String> = Explained Meanings;

        "examples", "Sentences with the word, which glossary lint tries.",
        #[serde(default)]
        examples: Vec<Example> = Tried Examples;

        "note", "Advice on its use.",
        note: Option<String> = Kept Text;

        "see-also", "Related terms.",
        #[serde(default)]
        see_also: Vec<String> = Kept List;

        "tags", "Labels.",
        #[serde(default)]
        tags: Vec<String> = Kept List;

        "source", "Where the entry comes from.",
        source: Option<String> = Kept Text;

        "owner", "Who looks after it.",
        owner: Option<String> = Kept Line;

        "review-by", "The date, without quotation marks, on which it must be looked at again: 2030-01-31.",
        review_by: Option<Datetime> = Kept Date;

        "status", "How far it is agreed on; a draft is not applied yet.",
        status: Option<Status> = Kept Choice.one_of(&["preferred", "admitted", "deprecated", "draft"]).or("admitted");
    }

    /// `inflections` and `plain-inflections`: forms in full.
    #[derive(Clone, Debug, Default, Deserialize)]
    Inflections {
        "third-person", "she *spins up*",
        third_person: Option<OneOrMany> = Found Words;

        "past", "we *spun up* a server",
        past: Option<OneOrMany> = Found Words;

        "past-participle", "it was *spun up*",
        past_participle: Option<OneOrMany> = Found Words;

        "present-participle", "*spinning up*",
        present_participle: Option<OneOrMany> = Found Words;

        "plural", "*sources of truth*; \"\" when there is none",
        plural: Option<OneOrMany> = Found Words;

        "comparative", "*leaner*",
        comparative: Option<OneOrMany> = Found Words;

        "superlative", "*leanest*",
        superlative: Option<OneOrMany> = Found Words;
    }

    /// A table of `only-when`, `never-when` or `hold-when`.
    #[derive(Debug, Deserialize)]
    Context {
        "before", "A regular expression that matches right up to the word.",
        before: Option<Regex> = Decided Text;

        "after", "A regular expression that matches right behind the word.",
        after: Option<Regex> = Decided Text;

        "sentence", "A regular expression that matches anywhere in the sentence.",
        sentence: Option<Regex> = Decided Text;
    }

    /// A table of `examples`.
    #[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
    Example {
        "text", "A sentence with the word.",
        text: String = Tried Text.required();

        "becomes", "What translate makes of it; the same text says that it is left alone. Without it, the word is flagged.",
        becomes: Option<String> = Tried Text;
    }
}

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

/// A regular expression, letter by letter: it is compared, and shown by its place alone.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Regex(pub Spanned<String>);

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

impl FileValue for Regex {
    fn shift(&mut self, offset: usize) {
        self.0.shift(offset);
    }
}

impl FileValue for OneOrMany {
    fn disarm(&mut self) {
        match self {
            Self::One(text) => text.disarm(),
            Self::Many(texts) => texts.disarm(),
        }
    }
}

//! What an author chooses among for an entry: its part of speech, what becomes of it, how
//! it is compared, how far it is agreed on. Each choice has the name that a glossary has.

use serde::{Deserialize, Serialize};

use crate::english::inflect::WordClass;
use crate::text::named::Named;

/// What a term is in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartOfSpeech {
    /// Inflected for number.
    Noun,
    /// Inflected for person and tense.
    Verb,
    /// Inflected for degree.
    Adjective,
    /// As written.
    Adverb,
    /// As written: a name.
    ProperNoun,
    /// As written.
    Phrase,
}

impl PartOfSpeech {
    /// How it is inflected, if at all.
    pub fn word_class(self) -> Option<WordClass> {
        match self {
            Self::Noun => Some(WordClass::Noun),
            Self::Verb => Some(WordClass::Verb),
            Self::Adjective => Some(WordClass::Adjective),
            Self::Adverb | Self::ProperNoun | Self::Phrase => None,
        }
    }

    /// What readers call it.
    pub fn title(self) -> &'static str {
        match self {
            Self::ProperNoun => "proper noun",
            _ => self.name(),
        }
    }
}

impl Named for PartOfSpeech {
    const ALL: &'static [Self] = &[
        Self::Noun,
        Self::Verb,
        Self::Adjective,
        Self::Adverb,
        Self::ProperNoun,
        Self::Phrase,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Noun => "noun",
            Self::Verb => "verb",
            Self::Adjective => "adjective",
            Self::Adverb => "adverb",
            Self::ProperNoun => "proper-noun",
            Self::Phrase => "phrase",
        }
    }
}

/// What `translate` may do by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rewrite {
    /// Write the plain words instead.
    Replace,
    /// Write the full form and the abbreviation at first use.
    Expand,
    /// Keep the word and explain it at first use.
    Explain,
    /// Nothing.
    Never,
}

/// How spelling is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Case {
    /// Capitals do not matter.
    Any,
    /// Letter by letter.
    Exact,
}

impl Case {
    /// The comparison that a spelling asks for by itself: exact with two
    /// capitals or more.
    pub fn of(spelling: &str) -> Self {
        if spelling.chars().filter(|c| c.is_uppercase()).count() >= 2 {
            Self::Exact
        } else {
            Self::Any
        }
    }
}

/// How far an entry is agreed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The form to use.
    Preferred,
    /// In use.
    Admitted,
    /// On its way out.
    Deprecated,
    /// Not applied yet.
    Draft,
}

impl Named for Status {
    const ALL: &'static [Self] = &[
        Self::Preferred,
        Self::Admitted,
        Self::Deprecated,
        Self::Draft,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Preferred => "preferred",
            Self::Admitted => "admitted",
            Self::Deprecated => "deprecated",
            Self::Draft => "draft",
        }
    }
}

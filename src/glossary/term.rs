//! An entry that is known to be right: every default filled in, every name and
//! pattern checked. The rest of the program only ever sees these.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use toml::value::Datetime;

pub use super::choice::{Case, PartOfSpeech, Rewrite, Status};
use super::context::{Context, Surroundings};
use super::inflected::{Form, Plain};
use super::schema::Example;
use crate::english::inflect::{Inflection, WordClass};
use crate::english::variety::Variety;
use crate::finding::{Once, Severity, TermInfo};

/// Forms that an author gave in full, by inflection. An empty list says that
/// there is no such form.
pub type Overrides = Vec<(Inflection, Vec<String>)>;

/// One entry of a glossary.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// `GLOSSARY/ID`.
    pub rule: Arc<str>,
    /// The dictionary form.
    pub term: Arc<str>,
    /// What it is in a sentence.
    pub part_of_speech: PartOfSpeech,
    /// Plain equivalents, the one to write first.
    pub plain: Vec<String>,
    /// Those for texts in British English, where they are others.
    pub plain_gb: Vec<String>,
    /// The full form of an abbreviation.
    pub expansion: Option<String>,
    /// What it means.
    pub definition: Option<Arc<str>>,
    /// Other spellings and synonyms.
    pub aliases: Vec<String>,
    /// Forms of the term that the rules get wrong.
    pub inflections: Overrides,
    /// Forms of the first plain equivalent that the rules get wrong.
    pub plain_inflections: Overrides,
    /// Whether the object may stand inside.
    pub separable: bool,
    /// The word of the term that is inflected, where the rule would take another.
    pub head: Option<String>,
    /// What `translate` may do by itself.
    pub rewrite: Rewrite,
    /// Whether its author says so; else it follows from what the entry has.
    pub rewrite_is_said: bool,
    /// How grave a use is.
    pub severity: Severity,
    /// How spelling is compared; `None`: as each spelling asks for.
    pub case: Option<Case>,
    /// Audiences for whom it is no jargon.
    pub known_to: Vec<String>,
    /// Phrases in which it is no jargon.
    pub except: Vec<String>,
    /// Subjects (a glossary's name or a tag) of which one must be what the text is
    /// about for it to be meant.
    pub about: Vec<String>,
    /// Contexts of which one has to hold.
    pub only_when: Vec<Context>,
    /// Contexts of which none may hold.
    pub never_when: Vec<Context>,
    /// Contexts in which it is flagged and its rewrite is not safe.
    pub hold_when: Vec<Context>,
    /// What each audience understands by it.
    pub meanings: Arc<[(String, String)]>,
    /// Tests that live with the entry.
    pub examples: Vec<Example>,
    /// Usage advice.
    pub note: Option<String>,
    /// Related terms.
    pub see_also: Vec<String>,
    /// Labels.
    pub tags: Vec<String>,
    /// Where the entry comes from.
    pub source: Option<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// When it must be looked at again.
    #[serde(with = "written_date")]
    pub review_by: Option<Datetime>,
    /// How far it is agreed on.
    pub status: Status,
    /// Whether its language is English, so that it can be inflected.
    pub english: bool,
    /// What messages call it.
    pub label: Arc<str>,
    /// Where it is written.
    pub origin: Origin,
    /// The plain equivalents in all forms, once they are needed: those of all varieties,
    /// one behind the other.
    #[serde(skip)]
    pub(super) inflected: OnceLock<Vec<Plain>>,
    /// Its own forms, once they are needed.
    #[serde(skip)]
    pub(super) forms: OnceLock<Vec<Form>>,
    /// What its findings say of it, once it has one.
    #[serde(skip)]
    pub(super) info: OnceLock<Arc<TermInfo>>,
    /// What a text can say that it is, once it is asked for.
    #[serde(skip)]
    pub(super) names: OnceLock<Names>,
}

/// What an entry can be called and said to be (`meaning` knows). It is worked out once:
/// each use of a term is asked whether its text explains it.
#[derive(Clone, Debug)]
pub struct Names {
    /// The full form of an abbreviation, and of several.
    pub expansions: Vec<String>,
    /// Its other spellings and its term, in every number.
    pub others: Vec<String>,
    /// Its plain words and its definition, in every number, without an article.
    pub meanings: Vec<String>,
}

/// Where an entry is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The glossary's file.
    pub path: Arc<PathBuf>,
    /// The 1-based line of its term.
    pub line: usize,
}

/// What messages call the words of a glossary that has no other name for them.
pub const JARGON: &str = "jargon";

/// The audience that knows only what everybody knows.
pub const PUBLIC: &str = "public";

/// The audiences that there are with any glossary: the public, and the two sides that the
/// bundled glossaries know.
pub const AUDIENCES: [&str; 3] = [PUBLIC, "it", "business"];

impl Entry {
    /// Whether `audience` knows the term. What the public knows, all know.
    pub fn is_known_to(&self, audience: &str) -> bool {
        self.known_to
            .iter()
            .any(|known| known == audience || known == PUBLIC)
    }

    /// Whether one word means different things to different readers.
    pub fn is_false_friend(&self) -> bool {
        !self.meanings.is_empty()
    }

    /// Whether its author says when it is jargon. One that does not is the
    /// fallback of those that do.
    pub fn has_context(&self) -> bool {
        !(self.about.is_empty() && self.only_when.is_empty() && self.never_when.is_empty())
    }

    /// Whether its context allows a match there.
    pub fn fits(&self, around: Surroundings<'_>) -> bool {
        self.is_meant(around) && !self.never_when.iter().any(|context| context.holds(around))
    }

    /// Whether what must be around it is there.
    pub fn is_meant(&self, around: Surroundings<'_>) -> bool {
        self.only_when.is_empty() || self.only_when.iter().any(|context| context.holds(around))
    }

    /// Whether its author wants no rewrite there.
    pub fn is_held(&self, around: Surroundings<'_>) -> bool {
        self.hold_when.iter().any(|context| context.holds(around))
    }

    /// The entry of a verb that other words hide, by the rule that this entry is.
    #[must_use]
    pub fn hiding(&self, hiding: &str, plain: &str, british: Option<&str>) -> Self {
        Self {
            term: hiding.into(),
            plain: vec![plain.to_owned()],
            plain_gb: british.map(str::to_owned).into_iter().collect(),
            inflected: OnceLock::new(),
            forms: OnceLock::new(),
            info: OnceLock::new(),
            names: OnceLock::new(),
            ..self.clone()
        }
    }

    /// Its plain equivalents in a text of that variety of English.
    pub fn plain_in(&self, variety: Variety) -> &[String] {
        match variety {
            Variety::British if !self.plain_gb.is_empty() => &self.plain_gb,
            Variety::American | Variety::British => &self.plain,
        }
    }

    /// How a spelling of it is compared.
    pub fn case_of(&self, spelling: &str) -> Case {
        self.case.unwrap_or_else(|| Case::of(spelling))
    }

    /// How it is inflected, if it is.
    pub fn word_class(&self) -> Option<WordClass> {
        self.part_of_speech.word_class().filter(|_| self.english)
    }

    /// What a finding is known by that is said once for all its uses.
    pub fn once(&self) -> Once {
        (Arc::clone(&self.rule), Arc::clone(&self.term))
    }

    /// What its findings say of it.
    pub fn info(&self) -> Arc<TermInfo> {
        let info = self.info.get_or_init(|| {
            Arc::new(TermInfo {
                term: Arc::clone(&self.term),
                definition: self.definition.clone(),
                label: Arc::clone(&self.label),
                meanings: Arc::clone(&self.meanings),
            })
        });
        Arc::clone(info)
    }
}

/// A date as its text: TOML's own form of it is for TOML alone.
mod written_date {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use toml::value::Datetime;

    #[allow(clippy::ref_option, reason = "serde gives a field by reference")]
    pub(super) fn serialize<S: Serializer>(
        date: &Option<Datetime>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        date.as_ref().map(ToString::to_string).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Datetime>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| text.parse().map_err(D::Error::custom))
            .transpose()
    }
}

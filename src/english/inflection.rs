//! The forms that words have, by class, whatever they are spelled like: `inflect` spells
//! them.

use serde::{Deserialize, Serialize};

/// The classes of words that change their form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WordClass {
    /// A verb or a phrase led by one ("spin up").
    Verb,
    /// A noun or a phrase around one ("point of contact").
    Noun,
    /// An adjective ("lean").
    Adjective,
}

/// The forms a word can take. Which ones exist depends on its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Inflection {
    /// The form that dictionaries list: "deploy", "index", "lean".
    Base,
    /// "deploys".
    ThirdPerson,
    /// "deployed" in "we deployed".
    Past,
    /// "deployed" in "it was deployed"; differs from the past in "written".
    PastParticiple,
    /// "deploying".
    PresentParticiple,
    /// "indexes".
    Plural,
    /// "leaner".
    Comparative,
    /// "leanest".
    Superlative,
}

#[rustfmt::skip]
impl Inflection {
    /// Every inflection of every class.
    pub const ALL: [Self; 8] = [
        Self::Base, Self::ThirdPerson, Self::Past, Self::PastParticiple, Self::PresentParticiple,
        Self::Plural, Self::Comparative, Self::Superlative,
    ];

    /// The inflections that words of `class` can have, the base form first.
    #[must_use]
    pub fn of(class: WordClass) -> &'static [Self] {
        match class {
            WordClass::Verb => &[
                Self::Base, Self::ThirdPerson, Self::Past, Self::PastParticiple, Self::PresentParticiple,
            ],
            WordClass::Noun => &[Self::Base, Self::Plural],
            WordClass::Adjective => &[Self::Base, Self::Comparative, Self::Superlative],
        }
    }
}

//! What an entry is in all forms: a spelling by which it is found, and a plain equivalent
//! that is written. `forms` and `plain` make them.

use std::sync::OnceLock;

use super::choice::Case;
use crate::english::inflect::Inflection;

/// A set of inflections: what a form can be (`set` is base, past and participle).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InflectionSet(u16);

impl InflectionSet {
    /// The set with these bits, one for each inflection.
    pub const fn from_bits(bits: u16) -> Self {
        Self(bits)
    }

    /// One bit for each inflection.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// The set of one.
    pub fn of(inflection: Inflection) -> Self {
        Self(1 << inflection as u16)
    }

    /// With the members of another.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `inflection` is in it.
    pub fn has(self, inflection: Inflection) -> bool {
        self.0 & Self::of(inflection).0 != 0
    }

    /// Its only member, if it has just one.
    pub fn only(self) -> Option<Inflection> {
        Inflection::ALL
            .into_iter()
            .find(|&inflection| self == Self::of(inflection))
    }
}

/// A spelling of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// As it is written.
    pub spelling: String,
    /// What it is.
    pub inflections: InflectionSet,
    /// How it is compared.
    pub case: Case,
    /// The word that follows behind the object of a separable verb: `up` of
    /// `spin … up`, whose spelling here is `spin`.
    pub particle: Option<String>,
}

/// A plain equivalent, inflected.
#[derive(Clone, Debug)]
pub struct Plain {
    pub(super) forms: Vec<(Inflection, String)>,
    pub(super) uncountable: bool,
    pub(super) goes_on: bool,
    pub(super) has_own_plural: bool,
    pub(super) plural: OnceLock<Option<String>>,
    pub(super) explanation: OnceLock<String>,
}

impl Plain {
    /// The form of an inflection, if there is one.
    pub fn form(&self, inflection: Inflection) -> Option<&str> {
        let mut forms = self.forms.iter();
        forms
            .find(|&&(which, _)| which == inflection)
            .map(|(_, form)| form.as_str())
    }

    /// Its plural, if there is one, in which `agree` lets what follows the head agree
    /// with it, once for all places; as the author gives it, where that is so.
    pub fn plural(&self, agree: impl FnOnce(&str) -> String) -> Option<&str> {
        let plural = self.form(Inflection::Plural);
        if self.has_own_plural {
            return plural;
        }
        self.plural.get_or_init(|| plural.map(agree)).as_deref()
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

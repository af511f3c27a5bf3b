//! Links to headings: what a text points at, and what a heading is called by. Both are
//! read off the text as it stands. Who reads a link's markup would have to know that of
//! every site builder, template and component; and a link that is seen where there is
//! none leaves a heading as it was, while one that is not seen gets broken.

use std::collections::HashSet;
use std::fmt::Debug;

use crate::text::anchor::keys_of_link;

mod heading;
#[cfg(test)]
mod links_tests;
mod references;
mod scan;

pub use heading::Heading;
pub use scan::each_link;

/// A link to a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link<'t> {
    /// The document that it leads to.
    pub page: Page<'t>,
    /// The heading in it.
    pub target: Target<'t>,
}

/// The document that a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page<'t> {
    /// The one that it stands in.
    Here,
    /// One that the text does not tell.
    Anywhere,
    /// This path or address.
    At(&'t str),
}

/// The heading that a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'t> {
    /// The one with this anchor.
    Anchor(&'t str),
    /// The one with these words, whatever its anchor is.
    Words(&'t str),
}

impl<'t> Target<'t> {
    /// What stands where both can: an anchor has no capitals and no spaces.
    fn of(name: &'t str) -> Self {
        if name.contains(|c: char| c.is_uppercase() || c.is_whitespace()) {
            Self::Words(name)
        } else {
            Self::Anchor(name)
        }
    }
}

impl Target<'_> {
    /// Whether it is told by its words, and what its keys are.
    fn keys(self) -> (bool, Vec<String>) {
        match self {
            Self::Anchor(name) => (false, keys_of_link(name)),
            Self::Words(name) => (true, keys_of_link(name)),
        }
    }
}

/// A heading that a link leads to, as it is compared.
#[derive(Clone, Debug)]
pub struct Name {
    by_words: bool,
    keys: Vec<String>,
}

impl Name {
    /// The heading that a link leads to.
    pub fn of(target: Target<'_>) -> Self {
        let (by_words, keys) = target.keys();
        Self { by_words, keys }
    }

    /// Whether it is this heading.
    pub fn means(&self, heading: &Heading) -> bool {
        let is_among = |key: &str| self.keys.iter().any(|known| known == key);
        heading.is_called(
            |key| !self.by_words && is_among(key),
            |key| self.by_words && is_among(key),
        )
    }
}

/// Headings that links lead to.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    anchors: HashSet<String>,
    words: HashSet<String>,
}

impl Targets {
    /// Adds the heading that a link leads to.
    pub fn add(&mut self, target: Target<'_>) {
        let (by_words, keys) = target.keys();
        let set = if by_words {
            &mut self.words
        } else {
            &mut self.anchors
        };
        set.extend(keys);
    }

    /// Adds those of others.
    pub fn extend(&mut self, others: Self) {
        self.anchors.extend(others.anchors);
        self.words.extend(others.words);
    }

    /// Whether a heading with this key is among them.
    pub fn name(&self, key: &str) -> bool {
        self.anchors.contains(key) || self.words.contains(key)
    }

    /// Whether a heading is among them.
    pub fn hold(&self, heading: &Heading) -> bool {
        heading.is_called(
            |key| self.anchors.contains(key),
            |key| self.words.contains(key),
        )
    }
}

/// Whether links of other documents lead to a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incoming {
    /// None does.
    None,
    /// At least one does.
    Some,
    /// There are too many documents to look for them.
    Unknown,
}

/// Who knows the links of other documents to one.
pub trait Backlinks: Debug + Send + Sync {
    /// Whether any of them leads to a heading of it.
    fn to(&self, heading: &Heading) -> Incoming;
}

//! Links to headings: what a text points at, and what a heading is called by. Both are
//! read off the text as it stands. Who reads a link's markup would have to know that of
//! every site builder, template and component; and a link that is seen where there is
//! none leaves a heading as it was, while one that is not seen gets broken.

use std::collections::HashSet;
use std::fmt::Debug;

use crate::text::anchor::{key_of_link, unnumbered};

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

/// A heading that a link leads to, as it is compared.
#[derive(Clone, Debug)]
pub struct Name {
    key: Box<str>,
    by_words: bool,
}

impl Name {
    /// The heading that a link leads to.
    pub fn of(target: Target<'_>) -> Self {
        let (name, by_words) = match target {
            Target::Anchor(name) => (name, false),
            Target::Words(name) => (name, true),
        };
        Self {
            key: key_of_link(name).into(),
            by_words,
        }
    }

    /// Whether it is this heading.
    pub fn means(&self, heading: &Heading) -> bool {
        let is_it = |key: &str| key == &*self.key || key == unnumbered(&self.key);
        heading.is_called(
            |key| !self.by_words && is_it(key),
            |key| self.by_words && is_it(key),
        )
    }
}

/// Headings that links lead to.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    anchors: HashSet<Box<str>>,
    words: HashSet<Box<str>>,
}

impl Targets {
    /// Adds the heading that a link leads to.
    pub fn add(&mut self, target: Target<'_>) {
        let Name { key, by_words } = Name::of(target);
        let set = if by_words {
            &mut self.words
        } else {
            &mut self.anchors
        };
        if unnumbered(&key).len() < key.len() {
            set.insert(unnumbered(&key).into());
        }
        set.insert(key);
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

//! Glossaries on their way to and from other tools. A glossary as it is written
//! becomes records (`record`), the same for every format; a file a format reads or
//! writes them, and says what it could not carry. `merge` puts records into a
//! glossary file, and lets the glossary's own reader judge the result. Nothing here
//! reads files or prints.

use std::collections::BTreeMap;
use std::fmt;

mod cell;
mod choice;
pub mod codespell;
pub mod csv;
mod decode;
mod grid;
pub mod handout;
pub mod json;
pub mod kind;
pub mod merge;
pub mod prh;
pub mod record;
mod spellings;
mod swap;
pub mod tbx;
pub mod terminology;
pub mod toml;
pub mod vale;
pub mod xlsx;
mod yaml;

pub use kind::Kind;
pub use record::{Record, Row, Wordlist};

/// What a file of another tool says.
#[derive(Debug, Default)]
pub struct Reading {
    /// Its glossaries; most formats have one.
    pub lists: Vec<Wordlist>,
    /// How its places are counted: `row`, `line`, `entry`.
    pub unit: &'static str,
    /// What became of the rest.
    pub losses: Losses,
}

/// What a format could not carry, or a file did not say well enough.
#[derive(Debug, Default)]
pub struct Losses {
    /// Kinds of things, and how many of each are left behind.
    pub left: BTreeMap<String, usize>,
    /// Places that mean something which a glossary has no words for.
    pub untranslatable: Vec<Remark>,
    /// Places that could not be read.
    pub unreadable: Vec<Remark>,
}

impl Losses {
    /// Counts one more of a kind that is left behind.
    pub fn leave(&mut self, kind: impl Into<String>) {
        *self.left.entry(kind.into()).or_default() += 1;
    }

    /// Adds those of another part of the file.
    pub fn extend(&mut self, other: Self) {
        for (kind, count) in other.left {
            *self.left.entry(kind).or_default() += count;
        }
        self.untranslatable.extend(other.untranslatable);
        self.unreadable.extend(other.unreadable);
    }
}

/// Something about one place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The 1-based row, line or entry.
    pub place: usize,
    /// What is the matter with it.
    pub message: String,
}

impl Remark {
    fn new(place: usize, message: impl Into<String>) -> Self {
        Self {
            place,
            message: message.into(),
        }
    }
}

/// Why a file cannot be read or written at all, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(String);

impl Refused {
    fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

/// Reads a file of another tool, of a kind that is known.
///
/// # Errors
///
/// When it is not of that kind, or not within the bounds of what is read.
pub fn read(kind: Kind, bytes: &[u8], choice: &Choice<'_>) -> Result<Reading, Refused> {
    match kind {
        Kind::Csv => csv::read(bytes),
        Kind::Xlsx => xlsx::read(bytes),
        Kind::Tbx => tbx::read(bytes, choice.language),
        Kind::Json => json::read(bytes),
        Kind::Toml => toml::read(bytes),
        Kind::Vale => vale::read(bytes),
        Kind::Prh => prh::read(bytes),
        Kind::Codespell => codespell::read(bytes),
        Kind::Terminology => terminology::read(bytes),
    }
}

/// What somebody asked for of a file that holds more than one thing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choice<'c> {
    /// The language, BCP 47; absent: English, else the file's first.
    pub language: Option<&'c str>,
}

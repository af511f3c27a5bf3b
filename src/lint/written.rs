//! A glossary as its author wrote it: the file's text, the entries that can be
//! read, and for each the place of every value, so that a rule can point at the
//! words that it means.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::glossary::bundled;
use crate::glossary::problem::SourceFile;
use crate::glossary::term::Entry;
use crate::glossary::written::{Survey, Written};
use crate::text::span::Span;

/// A glossary to be linted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its file, as it is shown.
    pub path: PathBuf,
    /// Its TOML.
    pub text: String,
    /// Whether it comes with the program.
    pub is_bundled: bool,
    /// Its layer, where somebody chose one: it lies on top of all that have none, or a
    /// lower one. Files of one layer are one glossary.
    pub layer: Option<usize>,
}

impl Source {
    /// A glossary that somebody keeps in a file, in no layer that somebody chose.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
            is_bundled: false,
            layer: None,
        }
    }

    /// The files of the bundled glossary of that name; none if there is no such one.
    pub fn bundled(name: &str) -> impl Iterator<Item = Self> {
        bundled::files(name).iter().map(|&(path, text)| Self {
            is_bundled: true,
            ..Self::new(path, text)
        })
    }
}

/// A glossary that was read.
#[derive(Debug)]
pub(super) struct File<'s> {
    pub(super) source: SourceFile<'s>,
    pub(super) is_bundled: bool,
    layer: Option<usize>,
    pub(super) survey: Survey,
    pub(super) written: Written<'s>,
}

impl<'s> File<'s> {
    pub(super) fn read(from: &'s Source) -> Self {
        let source = SourceFile {
            path: &from.path,
            text: &from.text,
        };
        let written = Written::read(source);
        Self {
            source,
            is_bundled: from.is_bundled,
            layer: from.layer,
            survey: written.survey(),
            written,
        }
    }

    /// By what it lies above or below others; files that are alike are one layer. Where
    /// nobody chose, names decide: those of the program in its order, then the others.
    pub(super) fn rank(&self) -> impl Ord + use<'_, 's> {
        let name = &*self.survey.glossary.name;
        let place = bundled::ALL.iter().position(|known| known.name == name);
        let own = (place.unwrap_or(bundled::ALL.len()), name);
        (self.layer, self.layer.is_none().then_some(own))
    }

    /// The entries that are right, each with what is written of it.
    pub(super) fn items(&self) -> Vec<Item<'_>> {
        let tables = self.written.terms();
        let by_term: HashMap<Span, &DeTable<'_>> = tables
            .filter_map(|(_, table)| Some((table.get("term")?.span().into(), table)))
            .collect();
        let entries = self.survey.glossary.entries.iter();
        entries
            .zip(&self.survey.terms)
            .filter_map(|(entry, term)| {
                Some(Item {
                    entry,
                    term: *term,
                    text: self.source.text,
                    table: by_term.get(term)?,
                })
            })
            .collect()
    }
}

/// An entry and what is written of it.
#[derive(Debug)]
pub(super) struct Item<'f> {
    pub(super) entry: &'f Entry,
    /// Where its term is written.
    pub(super) term: Span,
    /// The text of its file.
    pub(super) text: &'f str,
    table: &'f DeTable<'f>,
}

impl Item<'_> {
    /// The place of a key's value, or of the term where it is not written.
    pub(super) fn place(&self, key: &str) -> Span {
        self.table
            .get(key)
            .map_or(self.term, |value| value.span().into())
    }

    /// The place of one of a key's values, be they a list or a single one.
    pub(super) fn place_in(&self, key: &str, index: usize) -> Span {
        match self.table.get(key).map(Spanned::get_ref) {
            Some(DeValue::Array(values)) => values
                .get(index)
                .map_or_else(|| self.place(key), |value| value.span().into()),
            _ => self.place(key),
        }
    }

    /// The place of `part` of a string that is written at `value`, if it is
    /// written there letter by letter, or else of the whole string.
    pub(super) fn place_of_words(&self, value: Span, string: &str, part: Span) -> Span {
        let written = &self.text[value.range()];
        match written.find(string) {
            Some(at) => part.shifted(value.start + at),
            None => value,
        }
    }

    /// The tables of `only-when` or `never-when`, as they are written.
    pub(super) fn contexts(&self, key: &str) -> Vec<BTreeMap<&str, &str>> {
        let Some(DeValue::Array(tables)) = self.table.get(key).map(Spanned::get_ref) else {
            return Vec::new();
        };
        let tables = tables.iter().filter_map(|table| table.get_ref().as_table());
        tables
            .map(|table| {
                let rules = table.iter();
                rules
                    .filter_map(|(key, value)| Some((&**key.get_ref(), value.get_ref().as_str()?)))
                    .collect()
            })
            .collect()
    }
}

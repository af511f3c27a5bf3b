//! Glossaries on top of each other. A later layer wins entry by entry; what a
//! project switches off, changes or allows holds for all of them.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::parse::Glossary;
use super::term::{Entry, PUBLIC, Status};
use crate::finding::Severity;

/// All entries that hold, and the words that readers are known to know.
#[derive(Debug, Default)]
pub struct Layers {
    entries: Vec<Layered>,
    by_rule: HashMap<Arc<str>, usize>,
    allow: Vec<String>,
    audiences: BTreeSet<String>,
    depth: usize,
}

/// An entry and its layer.
#[derive(Debug)]
pub struct Layered {
    /// The entry.
    pub entry: Entry,
    /// Its layer; a higher one wins where two have the same form.
    pub layer: usize,
    off: bool,
}

/// What a project says about one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It does not hold here.
    Off,
    /// It holds with another severity or other plain words.
    Set {
        /// The severity from now on.
        severity: Option<Severity>,
        /// The plain words from now on.
        plain: Option<Vec<String>>,
    },
}

impl Layers {
    /// Puts a glossary on top.
    pub fn push(&mut self, glossary: Glossary) {
        self.depth += 1;
        self.audiences.extend(glossary.known_to);
        for entry in glossary.entries {
            self.audiences.extend(entry.known_to.iter().cloned());
            let layered = Layered {
                layer: self.depth,
                off: entry.status == Status::Draft,
                entry,
            };
            let rule = Arc::clone(&layered.entry.rule);
            match self.by_rule.get(&rule) {
                Some(&at) => self.entries[at] = layered,
                None => {
                    self.by_rule.insert(rule, self.entries.len());
                    self.entries.push(layered);
                }
            }
        }
    }

    /// Changes one rule. Whether some layer has it.
    pub fn change(&mut self, rule: &str, change: Change) -> bool {
        let Some(&at) = self.by_rule.get(rule) else {
            return false;
        };
        let layered = &mut self.entries[at];
        match change {
            Change::Off => layered.off = true,
            Change::Set { severity, plain } => {
                let entry = &mut layered.entry;
                entry.severity = severity.unwrap_or(entry.severity);
                if let Some(plain) = plain {
                    entry.plain = plain;
                    entry.plain_inflections.clear();
                }
            }
        }
        true
    }

    /// Words that readers know, in every form.
    pub fn allow(&mut self, words: impl IntoIterator<Item = String>) {
        self.allow.extend(words);
    }

    /// The words that readers know.
    pub fn allowed(&self) -> &[String] {
        &self.allow
    }

    /// The entries that hold, in the order in which they were loaded, each with
    /// its index.
    pub fn entries(&self) -> impl Iterator<Item = (usize, &Layered)> {
        self.entries
            .iter()
            .enumerate()
            .filter(|(_, layered)| !layered.off)
    }

    /// The entry of an index that [`Layers::entries`] gave.
    pub fn entry(&self, index: usize) -> &Entry {
        &self.entries[index].entry
    }

    /// Every audience that some glossary speaks of, and those that are there with
    /// any: the public, and the two sides that the bundled glossaries know.
    pub fn audiences(&self) -> BTreeSet<&str> {
        let named = self.audiences.iter().map(String::as_str);
        named.chain([PUBLIC, "it", "business"]).collect()
    }
}

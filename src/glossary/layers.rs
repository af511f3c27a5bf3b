//! Glossaries on top of each other. A later layer wins entry by entry; what a
//! project switches off, changes or allows holds for all of them.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use super::bundled;
use super::term::{AUDIENCES, Entry, PUBLIC, Status};
use super::written::Glossary;
use crate::finding::{Severity, UNDEFINED_ABBREVIATION};

/// All entries with what became of them, and the words that readers are known to know.
///
/// Entries are numbered: first those of the bundled glossaries in the order of
/// [`bundled::ALL`], then all others as they come.
#[derive(Debug, Default)]
pub struct Layers {
    slots: Vec<Slot>,
    /// How many of the slots are for bundled entries: all or none.
    bundled: usize,
    own_rules: HashMap<Arc<str>, usize>,
    allow: Vec<String>,
    audiences: BTreeSet<String>,
    depth: usize,
}

/// Room for an entry. A bundled one is read when it is first asked for.
#[derive(Debug, Default)]
struct Slot {
    entry: OnceLock<Box<Entry>>,
    layer: usize,
    standing: Standing,
    /// The number of the entry of the same rule in the layer below.
    below: Option<usize>,
}

/// What became of an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    #[default]
    Holds,
    /// It is a draft.
    Draft,
    /// The project switched it off: its readers know the word.
    Off,
    /// A later layer has its rule: the number of that entry.
    Overridden(usize),
    /// Its glossary is not loaded.
    Unloaded,
}

impl Standing {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Draft => "draft",
            Self::Off => "off",
            Self::Overridden(_) => "overridden",
            Self::Unloaded => "unloaded",
        }
    }
}

/// An entry in its layer.
#[derive(Debug)]
pub struct Layered {
    /// The entry as it holds, with what the project changes.
    pub entry: Box<Entry>,
    /// The number of its layer, from 1 for the lowest.
    pub layer: usize,
    /// What became of it.
    pub standing: Standing,
    /// The numbers of the entries of the same rule in lower layers, the lowest first.
    pub overrides: Vec<usize>,
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

impl Change {
    /// How grave a finding of the rule is from now on, if it is one.
    pub fn severity(&self, before: Severity) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Set { severity, .. } => Some(severity.unwrap_or(before)),
        }
    }
}

impl Layers {
    /// The bundled glossaries of these names as the lowest layers, if their order
    /// is the one they were numbered in.
    pub fn of_bundled(names: &[&str]) -> Option<Self> {
        if names.is_empty() {
            return Some(Self::default());
        }
        let mut left = names.iter().peekable();
        let mut layers = Self {
            bundled: bundled::count(),
            ..Self::default()
        };
        layers.slots.resize_with(layers.bundled, Slot::default);
        for glossary in bundled::ALL {
            let holds = left.next_if_eq(&&glossary.name).is_some();
            layers.depth += 1;
            if holds {
                let audiences = glossary.audiences.iter();
                layers.audiences.extend(audiences.map(ToString::to_string));
            }
            for slot in &mut layers.slots[glossary.entries.clone()] {
                slot.layer = layers.depth;
                slot.standing = if holds {
                    Standing::Holds
                } else {
                    Standing::Unloaded
                };
            }
        }
        left.next().is_none().then_some(layers)
    }

    /// Puts a glossary on top.
    pub fn push(&mut self, glossary: Glossary) {
        self.depth += 1;
        self.audiences.extend(glossary.known_to);
        for entry in glossary.entries {
            self.audiences.extend(entry.known_to.iter().cloned());
            let (number, below) = (self.slots.len(), self.number_of(&entry.rule));
            for lower in self.chain(below) {
                self.slots[lower].standing = Standing::Overridden(number);
            }
            self.own_rules.insert(Arc::clone(&entry.rule), number);
            self.slots.push(Slot {
                layer: self.depth,
                standing: match entry.status {
                    Status::Draft => Standing::Draft,
                    _ => Standing::Holds,
                },
                below,
                entry: OnceLock::from(Box::new(entry)),
            });
        }
    }

    /// Changes one rule. Whether some layer has it.
    pub fn change(&mut self, rule: &str, change: Change) -> bool {
        let Some(number) = self.number_of(rule) else {
            return false;
        };
        match change {
            Change::Off => self.slots[number].standing = Standing::Off,
            Change::Set { severity, plain } => {
                self.load(number);
                if let Some(entry) = self.slots[number].entry.get_mut() {
                    entry.severity = severity.unwrap_or(entry.severity);
                    if let Some(plain) = plain {
                        entry.set_plain(plain);
                    }
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

    /// Whether the bundled glossaries have their numbers here.
    pub fn has_bundled(&self) -> bool {
        self.bundled > 0
    }

    /// The entries that hold, in the order of their numbers.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        (0..self.slots.len()).filter_map(|number| self.entry(number))
    }

    /// The entries that hold or are switched off, and are not bundled: number, layer
    /// and entry.
    pub fn own_entries(&self) -> impl Iterator<Item = (usize, usize, &Entry)> {
        (self.bundled..self.slots.len())
            .filter(|&number| self.is_known(number))
            .filter_map(|number| Some((number, self.slots[number].layer, self.load(number)?)))
    }

    /// The entry of a number, if it holds.
    pub fn entry(&self, number: usize) -> Option<&Entry> {
        self.holds(number).then(|| self.load(number)).flatten()
    }

    /// The entry of a number, switched off or not; no draft.
    pub fn written(&self, number: usize) -> Option<&Entry> {
        let entry = self.load(number);
        entry.filter(|entry| entry.status != Status::Draft)
    }

    /// The entry of a rule, if it holds.
    pub fn entry_of(&self, rule: &str) -> Option<&Entry> {
        self.entry(self.number_of(rule)?)
    }

    /// Whether some layer has a rule, whether it holds or not, or no layer needs to.
    pub fn has_rule(&self, rule: &str) -> bool {
        rule == UNDEFINED_ABBREVIATION || self.number_of(rule).is_some()
    }

    /// Whether the entry of a number is not switched off.
    pub fn holds(&self, number: usize) -> bool {
        self.slots[number].standing == Standing::Holds
    }

    /// Whether a loaded glossary has the entry of a number, switched off or not.
    pub fn is_known(&self, number: usize) -> bool {
        matches!(self.slots[number].standing, Standing::Holds | Standing::Off)
    }

    /// The entry that a change of a rule is about, whatever became of it.
    pub fn highest(&self, rule: &str) -> Option<(usize, &Entry)> {
        let number = self.number_of(rule)?;
        Some((number, self.load(number)?))
    }

    /// Every entry, whatever became of it, in the order of their numbers.
    pub fn into_entries(self) -> impl Iterator<Item = Layered> {
        let chains: Vec<Vec<usize>> = self
            .slots
            .iter()
            .map(|slot| self.chain(slot.below))
            .collect();
        let slots = self.slots.into_iter().zip(chains);
        slots.filter_map(|(slot, mut overrides)| {
            let entry = slot.entry.into_inner()?;
            overrides.reverse();
            Some(Layered {
                layer: slot.layer,
                // A draft that is switched off is still to be agreed on.
                standing: match (slot.standing, entry.status) {
                    (Standing::Off, Status::Draft) => Standing::Draft,
                    (standing, _) => standing,
                },
                overrides,
                entry,
            })
        })
    }

    /// The number of an entry, and those of its rule in the layers below it.
    fn chain(&self, highest: Option<usize>) -> Vec<usize> {
        std::iter::successors(highest, |&number| self.slots[number].below).collect()
    }

    fn load(&self, number: usize) -> Option<&Entry> {
        let slot = &self.slots[number].entry;
        if slot.get().is_none() {
            // Whoever is first, the entry is the same.
            let _ = slot.set(Box::new(bundled::entry(number)?));
        }
        slot.get().map(|entry| &**entry)
    }

    fn number_of(&self, rule: &str) -> Option<usize> {
        let own = self.own_rules.get(rule).copied();
        own.or_else(|| self.bundled_number_of(rule))
    }

    fn bundled_number_of(&self, rule: &str) -> Option<usize> {
        if !self.has_bundled() {
            return None;
        }
        let (name, _) = rule.split_once('/')?;
        let glossary = bundled::ALL.iter().find(|glossary| glossary.name == name)?;
        let sorted = bundled::sorted_by_rule(glossary);
        let rule_of = |number: u16| self.load(usize::from(number)).map(|entry| &*entry.rule);
        let at = sorted.binary_search_by(|&number| rule_of(number).cmp(&Some(rule)));
        at.ok().map(|at| usize::from(sorted[at]))
    }

    /// Whether some glossary says what an audience knows beside what everybody does.
    pub fn has_trade(&self, audience: &str) -> bool {
        audience != PUBLIC && self.audiences.contains(audience)
    }

    /// Every audience that some glossary speaks of, and those that are there with any.
    pub fn audiences(&self) -> BTreeSet<&str> {
        let named = self.audiences.iter().map(String::as_str);
        named.chain(AUDIENCES).collect()
    }
}

//! A glossary file with rows put into it, one after another: an entry that is there
//! gets what it lacks, any other is added at the end. Whether the result is a
//! glossary is judged by `merge`, which leaves rows out and begins anew.

use std::collections::HashMap;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

use super::super::record::{Record, Row, TERM, Wordlist};
use super::super::toml;
use super::{Conflict, Merged};
use crate::glossary::field::Field;
use crate::glossary::slug;

/// A file that is being written, with what became of the rows so far.
pub(super) struct Draft<'w> {
    pub(super) document: DocumentMut,
    ours: &'w Wordlist,
    /// The row that each entry of the document comes from, or was changed by.
    pub(super) owners: Vec<Option<usize>>,
    /// Entries by id.
    ids: HashMap<String, usize>,
    /// Entries of the file by term, in small letters.
    terms: HashMap<String, Vec<usize>>,
    /// Rows that became entries, by the id that they would have alone.
    added: HashMap<String, Vec<&'w Record>>,
    pub(super) merged: Merged,
}

impl<'w> Draft<'w> {
    pub(super) fn new(document: DocumentMut, ours: &'w Wordlist) -> Self {
        let mut draft = Self {
            document,
            ours,
            owners: vec![None; ours.terms.len()],
            ids: HashMap::new(),
            terms: HashMap::new(),
            added: HashMap::new(),
            merged: Merged::default(),
        };
        for (index, row) in ours.terms.iter().enumerate() {
            draft.ids.insert(id(&row.record), index);
            let term = folded(&row.record);
            draft.terms.entry(term).or_default().push(index);
        }
        draft
    }

    pub(super) fn take(&mut self, index: usize, row: &'w Row, force: bool) {
        match self.existing(&row.record) {
            Some(entry) => self.fill(entry, index, row, force),
            None => self.add(index, row),
        }
    }

    /// The entry of the file that a row is about: that of its id, else the only one
    /// of its term.
    fn existing(&self, record: &Record) -> Option<usize> {
        let of_id = self.ids.get(&id(record)).copied();
        let of_id = of_id.filter(|entry| *entry < self.ours.terms.len());
        of_id.or_else(|| match self.terms.get(&folded(record))?[..] {
            [only] if record.text("id").is_none() => Some(only),
            _ => None,
        })
    }

    fn add(&mut self, index: usize, row: &'w Row) {
        let wanted = id(&row.record);
        let same = self.added.entry(wanted.clone()).or_default();
        if same.contains(&&row.record) {
            self.merged.unchanged += 1;
            return;
        }
        same.push(&row.record);
        let mut record = row.record.clone();
        if record.text("id").is_none() {
            let free = self.free(&wanted);
            if free != wanted || wanted != slug(record.text("term").unwrap_or_default()) {
                record.say("id", free);
            }
        }
        self.ids.insert(id(&record), self.owners.len());
        self.owners.push(Some(index));
        if let Some(terms) = self.tables() {
            terms.push(toml::table(&record));
        }
        self.merged.added += 1;
    }

    /// An id like `wanted` that no entry has.
    fn free(&self, wanted: &str) -> String {
        let numbered = (2_u32..).map(|number| format!("{wanted}-{number}"));
        let mut candidates = std::iter::once(wanted.to_owned()).chain(numbered);
        let free = candidates.find(|candidate| !self.ids.contains_key(candidate));
        free.unwrap_or_else(|| wanted.to_owned())
    }

    /// Gives an entry of the file what it lacks.
    fn fill(&mut self, entry: usize, index: usize, row: &'w Row, force: bool) {
        let ours = &self.ours.terms[entry].record;
        let term = ours.text("term").unwrap_or_default().to_owned();
        let mut changes: Vec<(&'static Field, Item)> = Vec::new();
        for (field, theirs) in row.record.said(TERM) {
            let item = toml::item(field, theirs);
            match ours.get(field.name) {
                // It has the id already, written or not.
                _ if field.name == "id" => {}
                Some(ours) if ours == theirs => {}
                None => changes.push((field, item)),
                Some(ours) => {
                    self.merged.conflicts.push(Conflict {
                        place: row.place,
                        term: term.clone(),
                        field: field.name,
                        ours: toml::item(field, ours).to_string(),
                        theirs: item.to_string(),
                    });
                    if force {
                        changes.push((field, item));
                    }
                }
            }
        }
        if changes.is_empty() {
            self.merged.unchanged += 1;
            return;
        }
        self.merged.changed += 1;
        self.owners[entry] = Some(index);
        if let Some(table) = self.tables().and_then(|terms| terms.get_mut(entry)) {
            for (field, item) in changes {
                put(table, field.name, item);
            }
        }
    }

    fn tables(&mut self) -> Option<&mut ArrayOfTables> {
        self.document.get_mut("term")?.as_array_of_tables_mut()
    }
}

/// Sets a key; a comment behind its old value stays.
fn put(table: &mut Table, key: &str, mut item: Item) {
    if let (Some(Item::Value(old)), Item::Value(new)) = (table.get(key), &mut item) {
        *new.decor_mut() = old.decor().clone();
    }
    match table.get_mut(key) {
        Some(old) => *old = item,
        None => {
            table.insert(key, item);
        }
    }
}

/// The id that a record has, written or not.
fn id(record: &Record) -> String {
    let id = record.text("id").map(str::to_owned);
    let id = id.unwrap_or_else(|| slug(record.text("term").unwrap_or_default()));
    if id.is_empty() { "sign".to_owned() } else { id }
}

fn folded(record: &Record) -> String {
    record
        .text("term")
        .unwrap_or_default()
        .trim()
        .to_lowercase()
}

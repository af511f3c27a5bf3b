//! The names that `see-also` may use: the terms, aliases and ids of all glossaries
//! that are being linted, of entries that are broken as well, and of those inside
//! the program.

use std::collections::BTreeSet;
use std::path::Path;

use toml::de::DeValue;

use super::remark::Remark;
use super::rule::Rule;
use super::written::{File, Item};
use crate::glossary::bundled;
use crate::glossary::problem::nearest;
use crate::glossary::term::Entry;
use crate::text::fold::fold;

/// All names of entries, and those names folded.
pub(super) struct Names {
    spelled: BTreeSet<String>,
    folded: BTreeSet<String>,
}

impl Names {
    /// The names of these glossaries and of the bundled ones.
    pub(super) fn of(files: &[File<'_>]) -> Self {
        let mut spelled = BTreeSet::new();
        for file in files {
            add_written(file, &mut spelled);
        }
        let glossaries = bundled::ALL.iter().map(|glossary| glossary.name);
        let glossaries = glossaries.filter_map(bundled::load);
        let paths: BTreeSet<&Path> = files.iter().map(|file| file.source.path).collect();
        for entry in glossaries.flat_map(|glossary| glossary.entries) {
            if !paths.contains(entry.origin.path.as_path()) {
                spelled.extend(entry.aliases.iter().cloned());
                spelled.insert(entry.term.to_string());
                add_rule(&entry, &mut spelled);
            }
        }
        let folded = spelled.iter().map(|name| fold(name)).collect();
        Self { spelled, folded }
    }

    /// Adds every `see-also` of an entry that names nothing.
    pub(super) fn check(&self, item: &Item<'_>, found: &mut Vec<Remark>) {
        for (index, name) in item.entry.see_also.iter().enumerate() {
            if self.folded.contains(&fold(name)) {
                continue;
            }
            let near = nearest(name, self.spelled.iter().map(String::as_str));
            found.push(Remark {
                suggestions: near.map(str::to_owned).into_iter().collect(),
                ..Remark::new(
                    Rule::UnknownSeeAlso,
                    item.place_in("see-also", index),
                    format!(
                        "no glossary has `{name}`: name a term, an alias or an id, or take it out"
                    ),
                )
            });
        }
    }
}

/// What the entries of a file are called: by their tables, and by the ids and
/// rules of those that are right.
fn add_written(file: &File<'_>, names: &mut BTreeSet<String>) {
    for (_, table) in file.written.terms() {
        for key in ["term", "id", "aliases"] {
            match table.get(key).map(toml::Spanned::get_ref) {
                Some(DeValue::String(name)) => {
                    names.insert(name.to_string());
                }
                Some(DeValue::Array(list)) => {
                    let strings = list.iter().filter_map(|name| name.get_ref().as_str());
                    names.extend(strings.map(str::to_owned));
                }
                _ => {}
            }
        }
    }
    for entry in &file.survey.glossary.entries {
        add_rule(entry, names);
    }
}

fn add_rule(entry: &Entry, names: &mut BTreeSet<String>) {
    let id = entry.rule.rsplit_once('/').map_or("", |(_, id)| id);
    names.extend([id.to_owned(), entry.rule.to_string()]);
}

//! What became of a glossary: entries that were added, removed or changed, and of
//! these each field with its value before and after.

use toml::{Table, Value};

use crate::glossary::problem::{Problem, SourceFile};
use crate::glossary::written::{Written, plain};

/// What became of a glossary.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Fields of `[glossary]`.
    pub header: Vec<FieldChange>,
    /// Entries that only the later one has.
    pub added: Vec<Held>,
    /// Entries that only the earlier one has.
    pub removed: Vec<Held>,
    /// Entries that both have, with other fields.
    pub changed: Vec<EntryChange>,
}

/// An entry of one of the two.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// Its rule, `NAME/ID`.
    pub rule: String,
    /// Its term.
    pub term: String,
    /// The 1-based line of its term.
    pub line: usize,
    /// What is written of it.
    pub fields: Table,
}

/// An entry that became another.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryChange {
    /// As it was.
    pub before: Held,
    /// As it is.
    pub after: Held,
    /// The fields that differ, by name.
    pub fields: Vec<FieldChange>,
}

/// A field that became another.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// Its key.
    pub key: String,
    /// Its value before, if it had one.
    pub before: Option<Value>,
    /// Its value after, if it has one.
    pub after: Option<Value>,
}

impl Changes {
    /// Whether both say the same.
    pub fn is_empty(&self) -> bool {
        self.header.is_empty()
            && self.added.is_empty()
            && self.removed.is_empty()
            && self.changed.is_empty()
    }
}

/// What became of `before` in `after`. Entries come in the order of their files.
///
/// # Errors
///
/// Every mistake of both files.
pub fn changes(before: SourceFile<'_>, after: SourceFile<'_>) -> Result<Changes, Vec<Problem>> {
    let (before, after) = match (Version::read(before), Version::read(after)) {
        (Ok(before), Ok(after)) => (before, after),
        (before, after) => {
            let found = [before.err(), after.err()].into_iter().flatten();
            return Err(found.flatten().collect());
        }
    };
    let mut changes = Changes {
        header: field_changes(&before.header, &after.header),
        ..Changes::default()
    };
    for was in &before.entries {
        match after.entry(was) {
            None => changes.removed.push(was.clone()),
            Some(is) => {
                let fields = field_changes(&was.fields, &is.fields);
                if !fields.is_empty() {
                    changes.changed.push(EntryChange {
                        before: was.clone(),
                        after: is.clone(),
                        fields,
                    });
                }
            }
        }
    }
    let added = after.entries.iter();
    changes.added = added
        .filter(|is| before.entry(is).is_none())
        .cloned()
        .collect();
    Ok(changes)
}

/// A glossary's tables, with the ids of its entries.
struct Version {
    header: Table,
    entries: Vec<Held>,
}

impl Version {
    fn read(source: SourceFile<'_>) -> Result<Self, Vec<Problem>> {
        let written = Written::read(source);
        let survey = written.survey();
        if !survey.problems.is_empty() {
            return Err(survey.problems);
        }
        let header = written.header();
        // All entries are right, so that each is that of its table.
        let entries = survey.glossary.entries.iter().zip(written.terms());
        let entries = entries.map(|(entry, (_, table))| Held {
            rule: entry.rule.to_string(),
            term: entry.term.to_string(),
            line: entry.origin.line,
            fields: plain(table),
        });
        Ok(Self {
            header: header.map_or_else(Table::new, |(_, table)| plain(table)),
            entries: entries.collect(),
        })
    }

    /// The entry of the same id, whatever the glossary is called.
    fn entry(&self, other: &Held) -> Option<&Held> {
        self.entries.iter().find(|entry| entry.id() == other.id())
    }
}

impl Held {
    fn id(&self) -> &str {
        self.rule.split_once('/').map_or("", |(_, id)| id)
    }
}

fn field_changes(before: &Table, after: &Table) -> Vec<FieldChange> {
    let mut keys: Vec<&String> = before.keys().chain(after.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter()
        .filter(|key| before.get(*key) != after.get(*key))
        .map(|key| FieldChange {
            key: key.clone(),
            before: before.get(key).cloned(),
            after: after.get(key).cloned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn compared(before: &str, after: &str) -> Vec<String> {
        let source = |text| SourceFile {
            path: Path::new("words.toml"),
            text,
        };
        let changes = changes(source(before), source(after)).expect("both are glossaries");
        let fields = |fields: &[FieldChange]| {
            let fields = fields.iter().map(|field| field.key.clone());
            fields.collect::<Vec<String>>().join(" ")
        };
        let header = Some(format!("header: {}", fields(&changes.header)));
        let mut said: Vec<String> = header
            .filter(|_| !changes.header.is_empty())
            .into_iter()
            .collect();
        said.extend(
            changes
                .added
                .iter()
                .map(|held| format!("+ {} {}", held.rule, held.line)),
        );
        said.extend(
            changes
                .removed
                .iter()
                .map(|held| format!("- {} {}", held.rule, held.line)),
        );
        let entries = changes.changed.iter();
        said.extend(
            entries.map(|entry| format!("~ {}: {}", entry.after.rule, fields(&entry.fields))),
        );
        said
    }

    #[test]
    fn entries_are_known_by_their_id_and_compared_by_field() {
        let head = "[glossary]\nname = \"x\"\ntitle = \"X\"\n";
        let before = format!(
            "{head}[[term]]\nterm = \"a\"\nplain = \"b\"\n[[term]]\nterm = \"gone\"\n[[term]]\nterm = \"c\"\nplain = \"d\"\n"
        );
        for (after, expected) in [
            (before.clone(), &[][..]),
            (format!("# comment\n{before}"), &[]),
            (before.replace("\"X\"", "\"Y\""), &["header: title"]),
            (
                format!(
                    "{head}[[term]]\nterm = \"c\"\nplain = [\"d\"]\n[[term]]\nterm = \"a\"\nplain = \"b\"\n[[term]]\nterm = \"new\"\n"
                ),
                &["+ x/new 11", "- x/gone 8", "~ x/c: plain"],
            ),
            (
                before.replace("term = \"a\"", "term = \"A\"\nnote = \"n\""),
                &["~ x/a: note term"],
            ),
        ] {
            assert_eq!(compared(&before, &after), expected, "{after}");
        }
    }
}

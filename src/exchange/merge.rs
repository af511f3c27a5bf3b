//! Records into a glossary file: new entries at its end, fields that an entry
//! lacks into it, comments and order kept. What an entry says otherwise already is
//! a conflict, and stays unless force is asked for. The glossary's own reader
//! judges the result; rows that it takes exception to are left out and named.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

use super::record::{Field, Record, Row, TERM, Wordlist};
use super::{Remark, toml};
use crate::glossary::parse::{survey, term_tables};
use crate::glossary::problem::{Problem, SourceFile};
use crate::glossary::slug;
use crate::text::span::Span;

/// Entries to take over.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'r> {
    /// The entries with their places.
    pub rows: &'r [Row],
    /// How their places are counted: `row`, `line`, `entry`.
    pub unit: &'r str,
}

/// What became of the rows.
#[derive(Debug, Default)]
pub struct Merged {
    /// The glossary file.
    pub text: String,
    /// How many entries are new.
    pub added: usize,
    /// How many entries say more than before, or something else.
    pub changed: usize,
    /// How many rows say nothing new.
    pub unchanged: usize,
    /// What the file and the rows say differently.
    pub conflicts: Vec<Conflict>,
    /// Rows that would break the glossary.
    pub rejected: Vec<Remark>,
}

/// A field that has one value in the file and another in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The row.
    pub place: usize,
    /// The entry's term.
    pub term: String,
    /// The field.
    pub field: &'static str,
    /// What the file says, as TOML.
    pub ours: String,
    /// What the row says, as TOML.
    pub theirs: String,
}

/// A new glossary of these rows.
///
/// # Errors
///
/// What is wrong with the header.
pub fn fresh(path: &Path, header: &Record, rows: &Rows<'_>) -> Result<Merged, Vec<Problem>> {
    let text = toml::heading(header);
    into(SourceFile { path, text: &text }, rows, false)
}

/// A glossary file with these rows. With `force` a conflict is decided for the row.
///
/// # Errors
///
/// What is wrong with the file; then nothing was done.
pub fn into(source: SourceFile<'_>, rows: &Rows<'_>, force: bool) -> Result<Merged, Vec<Problem>> {
    let ours = Wordlist::parse(source.path, source.text)?;
    let document = open(source)?;
    let mut rejected: Vec<Remark> = Vec::new();
    let mut out: BTreeSet<usize> = BTreeSet::new();
    loop {
        let mut draft = Draft::new(document.clone(), &ours);
        for (index, row) in rows.rows.iter().enumerate() {
            if !out.contains(&index) {
                draft.take(index, row, force);
            }
        }
        let text = with_line_ends_of(source.text, draft.document.to_string());
        let wrong = wrong_rows(source.path, &text, &draft.owners, rows);
        if wrong.is_empty() {
            rejected.sort_by_key(|remark| remark.place);
            draft.merged.text = text;
            draft.merged.rejected = rejected;
            return Ok(draft.merged);
        }
        for (index, message) in wrong {
            match index.or_else(|| draft.owners.iter().flatten().max().copied()) {
                Some(index) if out.insert(index) => {
                    rejected.push(Remark::new(rows.rows[index].place, message));
                }
                Some(_) => {}
                None => {
                    return Err(survey(SourceFile {
                        text: &text,
                        ..source
                    })
                    .problems);
                }
            }
        }
    }
}

/// The file as a document whose entries are `[[term]]` tables.
fn open(source: SourceFile<'_>) -> Result<DocumentMut, Vec<Problem>> {
    let problem = |message: String| vec![Problem::at(&source, Span::default(), message)];
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(source.text);
    let mut document: DocumentMut = text
        .parse()
        .map_err(|error: toml_edit::TomlError| problem(error.to_string()))?;
    let terms = document
        .entry("term")
        .or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    if terms.as_array_of_tables().is_none() {
        return Err(problem(
            "the entries are one list; write `[[term]]` above each, so that others can be added"
                .to_owned(),
        ));
    }
    Ok(document)
}

/// The rows that the glossary's reader takes exception to, with its reason; `None`
/// where the entry is no row's.
fn wrong_rows(
    path: &Path,
    text: &str,
    owners: &[Option<usize>],
    rows: &Rows<'_>,
) -> Vec<(Option<usize>, String)> {
    let source = SourceFile { path, text };
    let survey = survey(source);
    let problems: Vec<&Problem> = survey.problems.iter().chain(&survey.claims).collect();
    if problems.is_empty() {
        return Vec::new();
    }
    let starts: Vec<usize> = term_tables(source)
        .iter()
        .map(|table| table.span().start)
        .collect();
    let owner_of = |at: usize| {
        let table = starts.partition_point(|start| *start <= at);
        table
            .checked_sub(1)
            .and_then(|table| owners.get(table).copied().flatten())
    };
    let start_of = |line: usize| {
        let lines = text.split_inclusive('\n').take(line);
        lines.map(str::len).sum::<usize>().saturating_sub(1)
    };
    let mut wrong = Vec::new();
    for problem in problems {
        let owner = owner_of(problem.span.start);
        let message = match &problem.remedy {
            Some(remedy) => format!("{}: {remedy}", problem.message),
            None => problem.message.clone(),
        };
        wrong.push((
            owner,
            in_rows(&message, rows, |line| owner_of(start_of(line))),
        ));
    }
    // A row's own mistakes explain the others' better than the others do.
    if wrong.iter().any(|(owner, _)| owner.is_some()) {
        wrong.retain(|(owner, _)| owner.is_some());
    }
    wrong
}

/// A reason that speaks of another entry's line, speaking of its row: the line is one
/// of a file that nobody has seen.
fn in_rows(message: &str, rows: &Rows<'_>, row_of: impl Fn(usize) -> Option<usize>) -> String {
    let spoken = || {
        let (before, rest) = message.split_once("line ")?;
        let digits = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let row = row_of(rest[..digits].parse().ok()?)?;
        let place = rows.rows.get(row)?.place;
        Some(format!("{before}{} {place}{}", rows.unit, &rest[digits..]))
    };
    spoken().unwrap_or_else(|| message.to_owned())
}

/// A file that is being written, with what became of the rows so far.
struct Draft<'w> {
    document: DocumentMut,
    ours: &'w Wordlist,
    /// The row that each entry of the document comes from, or was changed by.
    owners: Vec<Option<usize>>,
    /// Entries by id.
    ids: HashMap<String, usize>,
    /// Entries of the file by term, in small letters.
    terms: HashMap<String, Vec<usize>>,
    /// Rows that became entries, by the id that they would have alone.
    added: HashMap<String, Vec<&'w Record>>,
    merged: Merged,
}

impl<'w> Draft<'w> {
    fn new(document: DocumentMut, ours: &'w Wordlist) -> Self {
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

    fn take(&mut self, index: usize, row: &'w Row, force: bool) {
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
                record.set_text("id", free);
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

/// The text with the line ends and the byte order mark that the file had.
fn with_line_ends_of(source: &str, text: String) -> String {
    let windows = source.contains('\n') && !source.replace("\r\n", "").contains('\n');
    let text = if windows {
        text.replace("\r\n", "\n").replace('\n', "\r\n")
    } else {
        text
    };
    if source.starts_with('\u{feff}') {
        format!("\u{feff}{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const OURS: &str = "# Our words.\n[glossary]\nname = \"a\"\ntitle = \"A\"\n\n# First.\n[[term]]\nterm = \"leverage\"\nplain = \"use\" # as we say\npart-of-speech = \"verb\"\n\n[[term]]\nterm = \"API\"\n";

    fn row(place: usize, pairs: &serde_json::Value) -> Row {
        let mut record = Record::default();
        for field in TERM {
            if let Some(value) = pairs.get(field.name) {
                record.set(field, value.clone());
            }
        }
        Row { place, record }
    }

    fn merged(rows: &[Row], force: bool) -> Merged {
        let source = SourceFile {
            path: Path::new("a.toml"),
            text: OURS,
        };
        into(source, &Rows { rows, unit: "row" }, force).expect("the file is right")
    }

    fn merged_into(source: SourceFile<'_>, rows: &[Row]) -> Merged {
        into(source, &Rows { rows, unit: "row" }, false).expect("the file is right")
    }

    #[test]
    fn new_entries_come_last_and_comments_stay() {
        let merged = merged(
            &[row(2, &json!({"term": "sprint", "plain": "two weeks"}))],
            false,
        );
        let expected = format!("{OURS}\n[[term]]\nterm = \"sprint\"\nplain = \"two weeks\"\n");
        assert_eq!(merged.text, expected);
        assert_eq!((merged.added, merged.changed, merged.unchanged), (1, 0, 0));
    }

    #[test]
    fn what_is_missing_is_filled_in_and_what_differs_stays() {
        let rows = [
            row(
                2,
                &json!({"term": "Leverage", "plain": "draw on", "definition": "To use it."}),
            ),
            row(3, &json!({"term": "API"})),
        ];
        let kept = merged(&rows, false);
        let expected = OURS.replace(
            "part-of-speech = \"verb\"\n",
            "part-of-speech = \"verb\"\ndefinition = \"To use it.\"\n",
        );
        assert_eq!(kept.text, expected);
        assert_eq!((kept.added, kept.changed, kept.unchanged), (0, 1, 1));
        let fields: Vec<(&str, &str)> = kept
            .conflicts
            .iter()
            .map(|conflict| (conflict.field, conflict.theirs.as_str()))
            .collect();
        assert_eq!(fields, [("term", "\"Leverage\""), ("plain", "\"draw on\"")]);
        let forced = merged(&rows[..1], true);
        let expected = expected
            .replace("\"leverage\"", "\"Leverage\"")
            .replace("\"use\" #", "\"draw on\" #");
        assert_eq!(forced.text, expected);
    }

    #[test]
    fn rows_that_would_break_the_glossary_are_left_out() {
        let rows = [
            row(2, &json!({"term": "sprint", "part-of-speech": "nuon"})),
            row(3, &json!({"term": "scrum"})),
            row(4, &json!({"term": "standup", "aliases": ["scrum"]})),
            row(5, &json!({"term": "x", "only-when": [{"after": "("}]})),
            row(6, &json!({"term": "API", "aliases": ["leverage"]})),
            row(7, &json!({"term": "x", "review-by": "tomorrow"})),
            row(8, &json!({"term": "scrum", "definition": "A way to work."})),
            row(9, &json!({"term": "scrum"})),
        ];
        let merged = merged(&rows, false);
        let places: Vec<usize> = merged.rejected.iter().map(|remark| remark.place).collect();
        assert_eq!(places, [2, 4, 5, 7, 8], "{:?}", merged.rejected);
        assert!(merged.rejected[0].message.contains("did you mean `noun`"));
        let other = &merged.rejected[1].message;
        assert!(
            other.starts_with("`scrum` is a form of `scrum` (row 3), too"),
            "{other}"
        );
        assert_eq!((merged.added, merged.changed, merged.unchanged), (1, 1, 1));
    }

    #[test]
    fn entries_of_one_term_get_ids_of_their_own() {
        let rows = [
            row(2, &json!({"term": "ping", "part-of-speech": "verb"})),
            row(3, &json!({"term": "ping", "part-of-speech": "noun"})),
            row(4, &json!({"term": "&"})),
        ];
        let merged = merged(&rows, false);
        assert_eq!(merged.rejected, []);
        assert!(
            merged.text.contains("term = \"ping\"\nid = \"ping-2\"\n"),
            "{}",
            merged.text
        );
        assert!(
            merged.text.ends_with("term = \"&\"\nid = \"sign\"\n"),
            "{}",
            merged.text
        );
    }

    #[test]
    fn line_ends_and_marks_are_kept() {
        let text = format!("\u{feff}{}", OURS.replace('\n', "\r\n"));
        let source = SourceFile {
            path: Path::new("a.toml"),
            text: &text,
        };
        let merged = merged_into(source, &[row(1, &json!({"term": "b"}))]);
        assert_eq!(
            merged.text,
            format!("{text}\r\n[[term]]\r\nterm = \"b\"\r\n")
        );
    }

    #[test]
    fn a_broken_file_is_not_touched() {
        let source = SourceFile {
            path: Path::new("a.toml"),
            text: "[glossary]\n",
        };
        assert!(
            into(
                source,
                &Rows {
                    rows: &[],
                    unit: "row"
                },
                true
            )
            .is_err()
        );
    }
}

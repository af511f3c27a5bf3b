//! Glossaries as a table of cells: a row an entry, a column a field, in any order
//! and under the names that people give them. CSV and XLSX differ in how cells are
//! stored, and in nothing else.

use super::record::{HEADER, Record, Row, TERM, Wordlist};
use super::{Losses, Reading, Refused, Remark, cell};
use crate::glossary::field::{Field, Shape};

/// The column that says which glossary a row is of; `glossary.title` and the like
/// hold what is said of the glossary itself.
const GLOSSARY: &str = "glossary";

/// Columns that are there in every table, so that people see what to fill in.
const ALWAYS: &[&str] = &["term", "plain", "definition"];

/// Other names of columns.
const SYNONYMS: &[(&str, &[&str])] = &[
    (
        "term",
        &["word", "jargon", "acronym", "abbreviation", "terms"],
    ),
    ("part-of-speech", &["pos", "word-class"]),
    (
        "expansion",
        &["full-form", "long-form", "stands-for", "full-name"],
    ),
    (
        "aliases",
        &["alias", "synonym", "synonyms", "variants", "also"],
    ),
    (
        "plain",
        &[
            "plain-language",
            "plain-english",
            "plain-word",
            "plain-words",
            "replacement",
            "replace-with",
            "instead",
            "say-instead",
            "use-instead",
            "alternative",
            "alternatives",
        ],
    ),
    ("definition", &["meaning", "description", "explanation"]),
    ("known-to", &["known-by", "audience", "audiences"]),
    ("except", &["exceptions"]),
    (
        "note",
        &["notes", "comment", "comments", "remark", "remarks"],
    ),
    ("see-also", &["see", "related", "related-terms"]),
    (
        "tags",
        &["tag", "category", "categories", "topic", "label", "labels"],
    ),
    ("source", &["reference"]),
    ("owner", &["responsible"]),
    ("review-by", &["review", "review-date"]),
    ("examples", &["example"]),
];

/// What a column holds.
enum Column<'c> {
    /// A field of the entry, or one key of it.
    Term(&'static Field, Option<&'c str>),
    /// The glossary's name.
    Glossary,
    /// A field of the glossary.
    Header(&'static Field),
    /// Nothing that is known.
    Unknown(&'c str),
}

/// Reads a table: its rows with their numbers.
pub(super) fn read(rows: &[(usize, Vec<String>)]) -> Result<Reading, Refused> {
    let is_blank = |row: &[String]| row.iter().all(|cell| cell.trim().is_empty());
    let mut rows = rows.iter().filter(|(_, row)| !is_blank(row));
    let Some((_, names)) = rows.next() else {
        return Err(Refused::new("there is nothing in it"));
    };
    let columns: Vec<Column<'_>> = names.iter().map(|name| column(name)).collect();
    if !columns.iter().any(|column| is_field(column, "term")) {
        let names: Vec<&str> = names.iter().map(|name| name.trim()).collect();
        return Err(Refused::new(format!(
            "no column is called `term`: the first row holds the names of the columns, and says {}",
            names.join(", ")
        )));
    }
    // What this program wrote comes back to the letter; others end lines in their ways.
    let exact = columns
        .iter()
        .any(|column| matches!(column, Column::Glossary));
    let mut reading = Reading {
        unit: "row",
        ..Reading::default()
    };
    repeated(&columns, &mut reading.losses);
    for (place, cells) in rows {
        let tidied = (!exact).then(|| tidied(cells, &columns));
        read_row(
            *place,
            tidied.as_ref().unwrap_or(cells),
            &columns,
            &mut reading,
        );
    }
    Ok(reading)
}

/// How many columns of a first row have a name that is known.
pub(super) fn known_columns(names: &[String]) -> usize {
    let columns = names.iter().map(|name| column(name));
    columns
        .filter(|column| !matches!(column, Column::Unknown(_)))
        .count()
}

fn column(name: &str) -> Column<'_> {
    let name = cell::trim(name);
    let (head, key) = match name.split_once('.') {
        Some((head, key)) => (head, Some(key)),
        None => (name, None),
    };
    let head: String = head
        .trim()
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == ' ' || c == '_' { '-' } else { c })
        .collect();
    let of = |fields: &'static [Field], name: &str| fields.iter().find(|field| field.name == name);
    if head == GLOSSARY {
        return match key {
            None => Column::Glossary,
            Some(key) => {
                of(HEADER, &key.to_lowercase()).map_or(Column::Unknown(name), Column::Header)
            }
        };
    }
    let synonym = SYNONYMS
        .iter()
        .find(|(_, names)| names.contains(&head.as_str()));
    let head = synonym.map_or(head.as_str(), |(field, _)| field);
    of(TERM, head).map_or(Column::Unknown(name), |field| Column::Term(field, key))
}

fn is_field(column: &Column<'_>, name: &str) -> bool {
    matches!(column, Column::Term(field, None) if field.name == name)
}

/// Two columns of one field: the second is not read where the first says something.
fn repeated(columns: &[Column<'_>], losses: &mut Losses) {
    for (index, column) in columns.iter().enumerate() {
        if let Column::Term(field, key) = column
            && columns[..index]
                .iter()
                .any(|other| matches!(other, Column::Term(f, k) if f == field && k == key))
        {
            losses.leave(format!("another column for `{}`", field.name));
        }
    }
}

/// Cells with line ends of one kind, and none in a field of one line.
fn tidied(cells: &[String], columns: &[Column<'_>]) -> Vec<String> {
    let cells = cells.iter().enumerate();
    cells
        .map(|(index, cell)| match columns.get(index) {
            Some(Column::Term(field, _)) if field.shape == Shape::Line => {
                let lines: Vec<&str> = cell.lines().map(str::trim).collect();
                lines.join(" ")
            }
            _ => cell.replace("\r\n", "\n").replace('\r', "\n"),
        })
        .collect()
}

fn read_row(place: usize, cells: &[String], columns: &[Column<'_>], reading: &mut Reading) {
    let losses = &mut reading.losses;
    let mut header = Record::default();
    let mut record = Record::default();
    let mut wrong: Vec<String> = Vec::new();
    for (index, cell) in cells.iter().enumerate() {
        let result = match columns.get(index) {
            Some(Column::Term(field, key)) => match (record.get(field.name), key) {
                (Some(_), None) => Ok(()),
                _ => cell::read(&mut record, field, *key, cell),
            },
            Some(Column::Glossary) => cell::read(&mut header, &HEADER[0], None, cell),
            Some(Column::Header(field)) => cell::read(&mut header, field, None, cell),
            Some(Column::Unknown(name)) => {
                if !cell.trim().is_empty() {
                    losses.leave(format!("the column `{name}`"));
                }
                Ok(())
            }
            None if cell.trim().is_empty() => Ok(()),
            None => Err("there are more cells than columns with a name".to_owned()),
        };
        wrong.extend(result.err());
    }
    let list = list_named(&mut reading.lists, &header);
    for (field, value) in header.said(HEADER) {
        if list.header.get(field.name).is_none() {
            list.header.set(field, value.clone());
        }
    }
    if wrong.is_empty() && !record.is_empty() && record.get("term").is_none() {
        wrong.push("there is no term in it".to_owned());
    }
    if !wrong.is_empty() {
        losses.unreadable.push(Remark::new(place, wrong.join("; ")));
    } else if !record.is_empty() {
        list.terms.push(Row { place, record });
    }
}

/// The glossary that a row is of.
fn list_named<'l>(lists: &'l mut Vec<Wordlist>, header: &Record) -> &'l mut Wordlist {
    let name = header.text("name").unwrap_or_default();
    let index = lists.iter().position(|list| list.name() == name);
    let index = index.unwrap_or_else(|| {
        lists.push(Wordlist::default());
        lists.len() - 1
    });
    &mut lists[index]
}

/// Glossaries as a table: the names of the columns, and the rows.
pub(super) fn write(lists: &[Wordlist]) -> (Vec<String>, Vec<Vec<String>>) {
    let rows: Vec<Vec<(String, String)>> = lists.iter().flat_map(cells).collect();
    let columns = columns(lists, &rows);
    let row = |cells: Vec<(String, String)>| {
        let mut row = vec![String::new(); columns.len()];
        for (name, cell) in cells {
            if let Some(at) = columns.iter().position(|column| *column == name) {
                row[at] = cell;
            }
        }
        row
    };
    let rows = rows.into_iter().map(row).collect();
    (columns, rows)
}

/// The cells of a glossary's rows with their columns. The first row says what the
/// glossary is, too, be it without an entry.
fn cells(list: &Wordlist) -> Vec<Vec<(String, String)>> {
    let terms = list.terms.iter().map(|row| &row.record);
    let mut rows: Vec<Vec<(String, String)>> = terms
        .map(|record| {
            let said = record.said(TERM);
            let mut cells: Vec<_> = said
                .flat_map(|(field, value)| cell::write(field, value))
                .collect();
            cells.push((GLOSSARY.to_owned(), list.name().to_owned()));
            cells
        })
        .collect();
    if rows.is_empty() {
        rows.push(vec![(GLOSSARY.to_owned(), list.name().to_owned())]);
    }
    let said = list.header.said(&HEADER[1..]);
    let header = said.flat_map(|(field, value)| cell::write(field, value));
    rows[0].extend(header.map(|(name, cell)| (format!("{GLOSSARY}.{name}"), cell)));
    rows
}

/// The columns that some row has, in the order of the fields; the keys of a table
/// in theirs.
fn columns(lists: &[Wordlist], rows: &[Vec<(String, String)>]) -> Vec<String> {
    let mut columns: Vec<String> = Vec::new();
    for field in TERM {
        if ALWAYS.contains(&field.name) {
            columns.push(field.name.to_owned());
            continue;
        }
        let mut keys: Vec<String> = Vec::new();
        for value in lists
            .iter()
            .flat_map(|list| &list.terms)
            .filter_map(|row| row.record.get(field.name))
        {
            let names = cell::write(field, value).into_iter().map(|(name, _)| name);
            for name in names {
                if !keys.contains(&name) {
                    keys.push(name);
                }
            }
        }
        cell::sort_keys(field, &mut keys);
        columns.extend(keys);
    }
    columns.push(GLOSSARY.to_owned());
    for field in &HEADER[1..] {
        let name = format!("{GLOSSARY}.{}", field.name);
        if rows.iter().flatten().any(|(column, _)| *column == name) {
            columns.push(name);
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Vec<(usize, Vec<String>)> {
        let rows = rows
            .iter()
            .map(|row| row.iter().map(ToString::to_string).collect());
        (1..).zip(rows).collect()
    }

    #[test]
    fn columns_have_many_names_and_any_order() {
        let reading = read(&table(&[
            &[
                "Say instead",
                " WORD ",
                "Part of Speech",
                "meanings.Sales Team",
                "Colour",
            ],
            &["use", "leverage", "verb", "a loan", "red"],
            &["", "", "", "", ""],
            &["", "API", "", "", ""],
        ]))
        .expect("it is a table");
        let [list] = &reading.lists[..] else {
            panic!("one glossary")
        };
        let record = &list.terms[0].record;
        assert_eq!(record.text("term"), Some("leverage"));
        assert_eq!(record.text("plain"), Some("use"));
        assert_eq!(record.text("part-of-speech"), Some("verb"));
        let meanings = record.get("meanings").map(ToString::to_string);
        assert_eq!(meanings.as_deref(), Some(r#"{"Sales Team":"a loan"}"#));
        assert_eq!(list.terms[1].place, 4);
        assert_eq!(reading.losses.left["the column `Colour`"], 1);
    }

    #[test]
    fn a_row_that_cannot_be_read_hides_no_other() {
        let reading = read(&table(&[
            &["term", "separable"],
            &["a", "perhaps"],
            &["", "true"],
            &["b", "", "more"],
            &["c", "x"],
        ]))
        .expect("it is a table");
        let places: Vec<usize> = reading.losses.unreadable.iter().map(|r| r.place).collect();
        assert_eq!(places, [2, 3, 4]);
        assert_eq!(reading.lists[0].terms[0].record.text("term"), Some("c"));
    }

    #[test]
    fn a_table_without_terms_says_what_it_has() {
        let refused = read(&table(&[&["name", "age"]])).expect_err("it is of something else");
        assert!(refused.to_string().ends_with("says name, age"), "{refused}");
    }
}

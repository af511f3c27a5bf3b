//! Records as TOML: whole glossaries, and single values to put into one. What is
//! written is what people would write: short lists on a line, examples a line each.

use std::path::Path;

use serde_json::{Map, Value};
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table};

use super::record::{HEADER, Record, TERM, Wordlist, inflections, words};
use super::{Reading, Refused, decode};
use crate::glossary::field::{Field, Shape};
use crate::glossary::problem::SourceFile;
use crate::glossary::schema::{Context, Example};
use crate::glossary::written::Written;

/// Reads a glossary.
///
/// # Errors
///
/// All mistakes of the glossary, in one text.
pub fn read(bytes: &[u8]) -> Result<Reading, Refused> {
    let text = decode::text(bytes)?;
    let path = Path::new("it");
    let list = Wordlist::parse(path, &text).map_err(|problems| {
        let lines = problems.iter().map(|problem| {
            let line = problem.position.line;
            format!("line {line}: {}", problem.message)
        });
        Refused::new(lines.collect::<Vec<String>>().join("\n"))
    })?;
    Ok(Reading {
        lists: vec![list],
        unit: "entry",
        ..Reading::default()
    })
}

/// The text of a glossary with those entries alone for which `keep` holds, and
/// everything else as it is.
pub fn filtered(text: &str, keep: impl Fn(&Wordlist, &Record) -> bool) -> String {
    let path = Path::new("it");
    let list = Wordlist::of(&Written::read(SourceFile { path, text }));
    let kept: Vec<bool> = list
        .terms
        .iter()
        .map(|row| keep(&list, &row.record))
        .collect();
    let Ok(mut document) = text.parse::<DocumentMut>() else {
        return text.to_owned();
    };
    let mut kept = kept.into_iter();
    match document.get_mut("term") {
        Some(Item::ArrayOfTables(terms)) => terms.retain(|_| kept.next().unwrap_or(true)),
        Some(Item::Value(toml_edit::Value::Array(terms))) => {
            terms.retain(|_| kept.next().unwrap_or(true));
        }
        _ => {}
    }
    document.to_string()
}

/// A glossary's `[glossary]` table as a file of its own.
pub(super) fn heading(header: &Record) -> String {
    let mut table = Table::new();
    for (field, value) in header.said(HEADER) {
        table.insert(field.name, item(field, value));
    }
    let mut document = DocumentMut::new();
    document.insert("glossary", Item::Table(table));
    document.to_string()
}

/// An entry as the lines below its `[[term]]` heading.
pub fn lines_of(record: &Record) -> String {
    let said = record.said(TERM);
    let lines = said
        .map(|(field, value)| [field.name, " = ", &item(field, value).to_string(), "\n"].concat());
    lines.collect()
}

/// An entry as its `[[term]]` table.
pub(super) fn table(record: &Record) -> Table {
    let mut table = Table::new();
    for (field, value) in record.said(TERM) {
        table.insert(field.name, item(field, value));
    }
    table.decor_mut().set_prefix("\n");
    table
}

/// The value of a field as it stands behind its key.
pub(super) fn item(field: &Field, value: &Value) -> Item {
    let value = match (field.shape, value) {
        (Shape::Date, Value::String(text)) => match text.parse::<toml_edit::Datetime>() {
            Ok(date) => date.into(),
            Err(_) => text.as_str().into(),
        },
        (Shape::Forms, Value::Object(table)) => inline(table, inflections()),
        (_, Value::Object(table)) => inline(table, table.keys().map(String::as_str)),
        (Shape::Contexts | Shape::Examples, Value::Array(tables)) => lines(tables),
        (_, value) => plain(value),
    };
    Item::Value(value)
}

fn inline<'k>(table: &Map<String, Value>, keys: impl Iterator<Item = &'k str>) -> toml_edit::Value {
    let mut keys: Vec<&str> = keys.collect();
    // What the order does not know comes last, for the glossary's reader to judge.
    let known = keys.len();
    keys.extend(table.keys().map(String::as_str));
    let mut inline = InlineTable::new();
    for (index, key) in keys.iter().enumerate() {
        if let Some(value) = table.get(*key)
            && (index < known || !inline.contains_key(key))
        {
            inline.insert(*key, plain(value));
        }
    }
    toml_edit::Value::InlineTable(inline)
}

/// The keys of the tables in lists, in the order in which they are written.
fn parts() -> impl Iterator<Item = &'static Field> {
    Context::FIELDS.iter().chain(Example::FIELDS)
}

/// A list of tables, a line each.
fn lines(tables: &[Value]) -> toml_edit::Value {
    let mut array = Array::new();
    for table in tables {
        let mut value = match table {
            Value::Object(table) => inline(table, parts().map(|field| field.name)),
            other => plain(other),
        };
        value.decor_mut().set_prefix("\n  ");
        array.push_formatted(value);
    }
    array.set_trailing("\n");
    array.set_trailing_comma(true);
    toml_edit::Value::Array(array)
}

fn plain(value: &Value) -> toml_edit::Value {
    match value {
        Value::Bool(flag) => (*flag).into(),
        Value::String(text) => text.as_str().into(),
        Value::Array(items) => {
            let mut array = Array::new();
            for item in items {
                array.push(plain(item));
            }
            toml_edit::Value::Array(array)
        }
        Value::Object(table) => inline(table, table.keys().map(String::as_str)),
        // A glossary has no numbers; its reader says so at the place.
        Value::Number(number) => number.as_f64().unwrap_or_default().into(),
        Value::Null => words(value).into_iter().collect::<Array>().into(),
    }
}

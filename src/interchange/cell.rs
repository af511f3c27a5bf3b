//! Values as the text of one cell, so that people can type them in a spreadsheet
//! and nothing is lost on the way back. A list is written `a; b`, with a backslash
//! before what is meant literally. A cell that a spreadsheet would take for a
//! formula, or trim, has an apostrophe before it, as people type it there.

use serde_json::{Map, Value};

use super::record::{Record, inflections, words};
use crate::glossary::field::{Field, Shape};

/// An empty list.
const NO_ITEMS: &str = "[]";
/// An empty item of a list.
const EMPTY: &str = "\\e";
/// What stands between a sentence and what becomes of it.
const BECOMES: &str = "=>";

/// The columns of a field and their cells; a table has a column a key.
pub(super) fn write(field: &Field, value: &Value) -> Vec<(String, String)> {
    let name = field.name.to_owned();
    let cell = match (field.shape, value) {
        (Shape::Forms, Value::Object(forms)) => {
            return keyed(&name, inflections(), forms, |forms| list(&words(forms)));
        }
        (Shape::Meanings, Value::Object(meanings)) => {
            let mut audiences: Vec<&str> = meanings.keys().map(String::as_str).collect();
            audiences.sort_unstable();
            return keyed(&name, audiences, meanings, |meaning| {
                meaning.as_str().unwrap_or_default().to_owned()
            });
        }
        (Shape::Words | Shape::List | Shape::Names, value) => list(&words(value)),
        (Shape::Examples, Value::Array(examples)) => {
            let lines: Vec<String> = examples.iter().map(example).collect();
            lines.join("\n")
        }
        (_, Value::String(text)) => text.clone(),
        (_, value) => value.to_string(),
    };
    vec![(name, guard(&cell))]
}

/// A column for each key that a table has.
fn keyed<'k>(
    name: &str,
    keys: impl IntoIterator<Item = &'k str>,
    table: &Map<String, Value>,
    cell: impl Fn(&Value) -> String,
) -> Vec<(String, String)> {
    keys.into_iter()
        .filter_map(|key| {
            let value = table.get(key)?;
            Some((format!("{name}.{}", item(key, &[':'])), guard(&cell(value))))
        })
        .collect()
}

/// Puts the columns of one field in their order: inflections as they are listed,
/// audiences by name.
pub(super) fn sort_keys(field: &Field, columns: &mut [String]) {
    let key = |column: &str| column.rsplit('.').next().unwrap_or_default().to_owned();
    if field.shape == Shape::Forms {
        columns.sort_by_key(|column| inflections().position(|name| name == key(column)));
    } else {
        columns.sort_unstable();
    }
}

/// Puts what a cell says into a record. `key` is that of a table's column.
///
/// # Errors
///
/// What the cell should say.
pub(super) fn read(
    record: &mut Record,
    field: &Field,
    key: Option<&str>,
    cell: &str,
) -> Result<(), String> {
    let Some(text) = unguard(cell) else {
        return Ok(());
    };
    let value = match (field.shape, key) {
        (Shape::Forms | Shape::Meanings, Some(key)) => {
            let value = match field.shape {
                Shape::Forms => Value::from(items(text)),
                _ => Value::from(text),
            };
            let mut table = match record.get(field.name) {
                Some(Value::Object(table)) => table.clone(),
                _ => Map::new(),
            };
            table.insert(unescape(key), value);
            Value::Object(table)
        }
        (Shape::Words | Shape::List | Shape::Names, None) => Value::from(items(text)),
        (Shape::Flag, None) => Value::from(flag(text)?),
        (Shape::Examples, None) => lines(text).into_iter().map(read_example).collect(),
        (Shape::Contexts, None) => serde_json::from_str(text).map_err(|error| {
            format!(
                "`{}` takes JSON such as [{{\"after\": \"^ing\"}}]: {error}",
                field.name
            )
        })?,
        (Shape::Forms | Shape::Meanings, None) => {
            return Err(format!(
                "`{0}` takes a column a key, such as `{0}.{1}`",
                field.name,
                {
                    if field.shape == Shape::Forms {
                        "plural"
                    } else {
                        "business"
                    }
                }
            ));
        }
        _ => Value::from(text),
    };
    record.set(field, value);
    Ok(())
}

/// A cell that stays text: an apostrophe comes before what would be a formula, what
/// would be trimmed, and an empty text.
fn guard(text: &str) -> String {
    if needs_guard(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn needs_guard(text: &str) -> bool {
    let mut rest = text;
    loop {
        if rest.is_empty()
            || rest.starts_with(['=', '+', '-', '@'])
            || rest.starts_with(char::is_whitespace)
            || rest.ends_with(char::is_whitespace)
        {
            return true;
        }
        match rest.strip_prefix('\'') {
            Some(inner) => rest = inner,
            None => return false,
        }
    }
}

/// What a cell says; nothing if it is blank.
fn unguard(cell: &str) -> Option<&str> {
    let guarded = cell.strip_prefix('\'').filter(|text| needs_guard(text));
    guarded.or_else(|| Some(cell.trim()).filter(|text| !text.is_empty()))
}

fn list(items: &[&str]) -> String {
    match items {
        [] => NO_ITEMS.to_owned(),
        ["[]"] => "\\[]".to_owned(),
        items => {
            let items: Vec<String> = items.iter().map(|text| item(text, &[';', '\n'])).collect();
            items.join("; ")
        }
    }
}

fn items(text: &str) -> Vec<String> {
    if text.trim() == NO_ITEMS {
        return Vec::new();
    }
    let items = split(text, |c| c == ';' || c == '\n');
    items.into_iter().map(unescape).collect()
}

fn lines(text: &str) -> Vec<&str> {
    split(text, |c| c == '\n')
}

/// A text as an item: separators, backslashes and blanks at its ends escaped.
fn item(text: &str, separators: &[char]) -> String {
    if text.is_empty() {
        return EMPTY.to_owned();
    }
    let inner = text.trim();
    let start = text.len() - text.trim_start().len();
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let at_an_end = at < start || at >= start + inner.len();
        if c == '\\' || separators.contains(&c) || (at_an_end && c.is_whitespace()) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// The parts between separators that no backslash escapes, trimmed, without blank
/// ones.
fn split(text: &str, is_separator: impl Fn(char) -> bool) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if !escaped && is_separator(c) {
            parts.push(trim(&text[start..at]));
            start = at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    parts.push(trim(&text[start..]));
    parts.retain(|part| !part.is_empty());
    parts
}

/// Without blanks at the ends, but for one behind a backslash.
pub(super) fn trim(text: &str) -> &str {
    let text = text.trim_start();
    let kept = text.trim_end();
    let backslashes = kept.len() - kept.trim_end_matches('\\').len();
    match text[kept.len()..].chars().next() {
        Some(blank) if backslashes % 2 == 1 => {
            let rest = kept.len() + blank.len_utf8();
            // Blanks behind it have backslashes of their own, or are none of it.
            &text[..rest]
        }
        _ => kept,
    }
}

fn unescape(text: &str) -> String {
    if text == EMPTY {
        return String::new();
    }
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        plain.push(if c == '\\' {
            chars.next().unwrap_or(c)
        } else {
            c
        });
    }
    plain
}

fn example(example: &Value) -> String {
    let part = |name: &str| {
        let text = example.get(name)?.as_str()?;
        Some(item(text, &['\n']).replace(BECOMES, "\\=>"))
    };
    let text = part("text").unwrap_or_default();
    match part("becomes") {
        Some(becomes) => format!("{text} {BECOMES} {becomes}"),
        None => text,
    }
}

fn read_example(line: &str) -> Value {
    let mut table = Map::new();
    match split_once(line, BECOMES) {
        Some((text, becomes)) => {
            let [text, becomes] = [text, becomes].map(trim);
            table.insert("text".to_owned(), Value::from(unescape(text)));
            table.insert("becomes".to_owned(), Value::from(unescape(becomes)));
        }
        None => {
            table.insert("text".to_owned(), Value::from(unescape(line)));
        }
    }
    Value::Object(table)
}

/// The key of a table and its cell, as `business: A loan.`
pub(super) fn key_and_cell(text: &str) -> Option<(&str, &str)> {
    split_once(text, ": ")
}

/// What is before and behind the first `separator` that no backslash escapes.
fn split_once<'t>(text: &'t str, separator: &str) -> Option<(&'t str, &'t str)> {
    let is_escaped = |at: usize| {
        let before = &text[..at];
        (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
    };
    let mut found = text.match_indices(separator);
    let (at, _) = found.find(|(at, _)| !is_escaped(*at))?;
    Some((&text[..at], &text[at + separator.len()..]))
}

fn flag(text: &str) -> Result<bool, String> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "y" | "1" | "x" => Ok(true),
        "false" | "no" | "n" | "0" => Ok(false),
        other => Err(format!("`{other}` is neither `true` nor `false`")),
    }
}

#[cfg(test)]
#[path = "cell/cell_tests.rs"]
mod tests;

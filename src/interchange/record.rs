//! An entry as it is written, field by field, without the defaults that reading
//! fills in: what every format carries, by the fields that `glossary::schema` declares.

use std::path::Path;

use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use super::choice::{choice, part_of_speech};
use crate::glossary::field::{Field, Shape, in_order};
use crate::glossary::problem::{Problem, SourceFile};
use crate::glossary::schema::{Header, Inflections, Term};
use crate::glossary::term::PUBLIC;
use crate::glossary::written::Written;

/// The fields of `[glossary]`, in the order in which they are written.
pub const HEADER: &[Field] = Header::FIELDS;

/// The fields of `[[term]]`, in the order in which they are written.
pub const TERM: &[Field] = &in_order::<{ Term::FIELDS.len() }>(Term::FIELDS);

/// The keys of `inflections`, in the order in which they are written.
pub(super) fn inflections() -> impl Iterator<Item = &'static str> {
    Inflections::FIELDS.iter().map(|field| field.name)
}

/// Values by the names of their fields. A value that says what holds without it is
/// not kept, so that records of one meaning are equal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record(Map<String, Value>);

impl Record {
    /// Keeps a value, unless it says nothing.
    pub fn set(&mut self, field: &Field, value: Value) {
        if let Some(value) = canonical(field.shape, value) {
            self.0.insert(field.name.to_owned(), value);
        }
    }

    /// Keeps a value in the field of that name, unless it says nothing.
    pub fn say(&mut self, name: &str, value: impl Into<Value>) {
        let mut fields = TERM.iter().chain(HEADER);
        if let Some(field) = fields.find(|field| field.name == name) {
            self.set(field, value.into());
        }
    }

    /// The value of a field.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// The text of a field that is one.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }

    /// The texts of a field that is a list, or one text.
    pub fn words(&self, name: &str) -> Vec<&str> {
        self.get(name).map(words).unwrap_or_default()
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is said, in the order of `fields`.
    pub fn said<'r, 'f>(
        &'r self,
        fields: &'f [Field],
    ) -> impl Iterator<Item = (&'f Field, &'r Value)> {
        let said = fields.iter();
        said.filter_map(|field| Some((field, self.get(field.name)?)))
    }
}

/// An entry, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The 1-based row, line or number of the entry.
    pub place: usize,
    /// What it says.
    pub record: Record,
}

/// A glossary as it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wordlist {
    /// `[glossary]`.
    pub header: Record,
    /// `[[term]]`, in order.
    pub terms: Vec<Row>,
}

impl Wordlist {
    /// Reads a glossary file.
    ///
    /// # Errors
    ///
    /// Every mistake of the file, as [`crate::glossary::parse()`] finds it.
    pub fn parse(path: &Path, text: &str) -> Result<Self, Vec<Problem>> {
        let written = Written::read(SourceFile { path, text });
        written.survey().right()?;
        Ok(Self::of(&written))
    }

    /// What a glossary says that is known to be right.
    pub(super) fn of(written: &Written<'_>) -> Self {
        let header = written.header();
        let terms = written.terms();
        Self {
            header: header.map_or_else(Record::default, |(_, table)| record(HEADER, table)),
            terms: rows(terms.map(|(_, table)| record(TERM, table))),
        }
    }

    /// Its id, or nothing.
    pub fn name(&self) -> &str {
        self.header.text("name").unwrap_or_default()
    }

    /// Its language.
    pub fn language(&self) -> &str {
        self.header.text("language").unwrap_or("en")
    }

    /// The audiences that know an entry of it.
    pub fn known_to<'w>(&'w self, entry: &'w Record) -> Vec<&'w str> {
        match entry.get("known-to") {
            Some(names) => words(names),
            None => self.header.words("known-to"),
        }
    }

    /// Whether an audience knows an entry of it. What the public knows, all know.
    pub fn is_known(&self, entry: &Record, audience: &str) -> bool {
        let known_to = self.known_to(entry);
        known_to.contains(&audience) || known_to.contains(&PUBLIC)
    }
}

/// Records as rows, numbered.
pub(super) fn rows(records: impl Iterator<Item = Record>) -> Vec<Row> {
    let rows = (1..).zip(records);
    rows.map(|(place, record)| Row { place, record }).collect()
}

/// A table as a record of those fields.
pub(super) fn record(fields: &[Field], table: &DeTable<'_>) -> Record {
    let mut record = Record::default();
    for field in fields {
        if let Some(value) = table.get(field.name) {
            record.set(field, json(value.get_ref()));
        }
    }
    record
}

fn json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Boolean(flag) => Value::from(*flag),
        DeValue::Datetime(date) => Value::from(date.to_string()),
        DeValue::Array(items) => items.iter().map(|item| json(item.get_ref())).collect(),
        DeValue::Table(table) => {
            let pairs = table.iter();
            pairs
                .map(|(key, value)| (key.get_ref().to_string(), json(value.get_ref())))
                .collect()
        }
        // No field of a glossary is a number.
        DeValue::Integer(_) | DeValue::Float(_) => Value::Null,
    }
}

/// The texts of a list, or the only one.
pub(super) fn words(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The one way to say something, or nothing if it goes without saying.
fn canonical(shape: Shape, value: Value) -> Option<Value> {
    match (shape, value) {
        (Shape::Words, Value::Array(mut items)) if items.len() == 1 => items.pop(),
        (Shape::Choice, Value::String(said)) => Some(choice(&said).into()),
        (Shape::PartOfSpeech, Value::String(said)) => {
            Some(part_of_speech(&said).map_or(Value::String(said), Value::from))
        }
        (Shape::Flag, Value::Bool(false)) => None,
        (Shape::Forms, Value::Object(table)) => {
            let forms: Map<String, Value> =
                table.into_iter().map(|(k, v)| (k, forms(&v))).collect();
            (!forms.is_empty()).then_some(Value::Object(forms))
        }
        (Shape::Names, value @ Value::Array(_)) => Some(value),
        (_, Value::Array(items)) if items.is_empty() => None,
        (_, Value::Object(table)) if table.is_empty() => None,
        (_, value) => Some(value),
    }
}

/// Forms of one inflection: none at all is an empty text.
fn forms(value: &Value) -> Value {
    let forms: Vec<&str> = words(value)
        .into_iter()
        .filter(|form| !form.trim().is_empty())
        .collect();
    match forms[..] {
        [] => Value::from(""),
        [form] => Value::from(form),
        _ => Value::from(forms),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_without_saying_is_not_kept() {
        let text = "[glossary]\nname = \"a\"\ntitle = \"A\"\n[[term]]\nterm = \"x\"\naliases = []\n\
                    separable = false\nknown-to = []\nplain = [\"y\"]\n\
                    inflections = { plural = [\"\"] }\n";
        let list = Wordlist::parse(Path::new("a.toml"), text).expect("it is right");
        let said: Vec<(&str, String)> = list.terms[0]
            .record
            .said(TERM)
            .map(|(field, value)| (field.name, value.to_string()))
            .collect();
        let expected = [
            ("term", "\"x\""),
            ("inflections", "{\"plural\":\"\"}"),
            ("plain", "\"y\""),
            ("known-to", "[]"),
        ];
        assert_eq!(said, expected.map(|(name, value)| (name, value.to_owned())));
    }
}

//! An entry as it is written, field by field, without the defaults that reading
//! fills in: what every format carries. The list of fields is the only place that
//! knows their names and shapes; a new field of glossaries is a line in it.

use std::path::Path;

use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::choice::{choice, part_of_speech};
use crate::glossary::problem::{Problem, SourceFile};
use crate::glossary::{self, parse};

/// The shape of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A string.
    Text,
    /// A string, or a list of them.
    Words,
    /// A list of strings that means nothing when it is empty.
    List,
    /// A list of strings that means something when it is empty, too.
    Names,
    /// A string of one line.
    Line,
    /// One of a few words.
    Choice,
    /// A part of speech, which people call by many names.
    PartOfSpeech,
    /// Yes or no; no is the default.
    Flag,
    /// A date of TOML, here as its text.
    Date,
    /// A table from inflections to their forms.
    Forms,
    /// A table from audiences to what they understand.
    Meanings,
    /// A list of tables with `before`, `after`, `sentence`.
    Contexts,
    /// A list of tables with `text` and `becomes`.
    Examples,
}

/// A field of `[glossary]` or `[[term]]`.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// Its key in TOML.
    pub name: &'static str,
    /// What stands behind the key.
    pub shape: Shape,
}

const fn field(name: &'static str, shape: Shape) -> Field {
    Field { name, shape }
}

/// The fields of `[glossary]`, in the order in which they are written.
pub const HEADER: &[Field] = &[
    field("name", Shape::Text),
    field("title", Shape::Text),
    field("description", Shape::Text),
    field("language", Shape::Text),
    field("known-to", Shape::List),
    field("version", Shape::Text),
    field("license", Shape::Text),
    field("label", Shape::Text),
];

/// The fields of `[[term]]`, in the order in which they are written.
pub const TERM: &[Field] = &[
    field("term", Shape::Line),
    field("id", Shape::Text),
    field("part-of-speech", Shape::PartOfSpeech),
    field("expansion", Shape::Line),
    field("aliases", Shape::List),
    field("inflections", Shape::Forms),
    field("separable", Shape::Flag),
    field("head", Shape::Text),
    field("plain", Shape::Words),
    field("plain-gb", Shape::Words),
    field("plain-inflections", Shape::Forms),
    field("definition", Shape::Text),
    field("meanings", Shape::Meanings),
    field("rewrite", Shape::Choice),
    field("severity", Shape::Choice),
    field("case", Shape::Choice),
    field("known-to", Shape::Names),
    field("except", Shape::List),
    field("about", Shape::List),
    field("only-when", Shape::Contexts),
    field("never-when", Shape::Contexts),
    field("hold-when", Shape::Contexts),
    field("note", Shape::Text),
    field("see-also", Shape::List),
    field("tags", Shape::List),
    field("source", Shape::Text),
    field("owner", Shape::Line),
    field("review-by", Shape::Date),
    field("status", Shape::Choice),
    field("examples", Shape::Examples),
];

/// The keys of `inflections`, in the order in which they are written.
pub(super) const INFLECTIONS: &[&str] = &[
    "third-person",
    "past",
    "past-participle",
    "present-participle",
    "plural",
    "comparative",
    "superlative",
];

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

    /// Keeps a text in the field of that name among the fields of a term.
    pub(super) fn set_text(&mut self, name: &str, text: impl Into<String>) {
        self.0.insert(name.to_owned(), Value::String(text.into()));
    }

    /// Keeps a list in the field of that name among the fields of a term.
    pub(super) fn set_list(&mut self, name: &str, items: Vec<String>) {
        if let Some(field) = TERM.iter().find(|field| field.name == name) {
            self.set(field, Value::from(items));
        }
    }

    /// Keeps example sentences.
    pub(super) fn set_examples(&mut self, examples: Vec<Value>) {
        if let Some(field) = TERM.iter().find(|field| field.shape == Shape::Examples) {
            self.set(field, Value::Array(examples));
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
    /// Every mistake of the file, as [`glossary::parse()`] finds it.
    pub fn parse(path: &Path, text: &str) -> Result<Self, Vec<Problem>> {
        glossary::parse(path, text)?;
        Ok(Self::of_right(SourceFile { path, text }))
    }

    /// Reads a glossary that is known to be right.
    pub(super) fn of_right(source: SourceFile<'_>) -> Self {
        let table = source.toml(&mut Vec::new());
        let header = match table.get_ref().get("glossary").map(Spanned::get_ref) {
            Some(DeValue::Table(table)) => record(HEADER, table),
            _ => Record::default(),
        };
        let terms = parse::term_tables(source);
        let terms = terms.iter().map(|table| record(TERM, table.get_ref()));
        Self {
            header,
            terms: rows(terms),
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
        known_to.contains(&audience) || known_to.contains(&glossary::term::PUBLIC)
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

    /// The reader of glossaries lists its fields when it meets one that it does not
    /// know.
    fn known_to_the_reader(text: &str) -> Vec<String> {
        let problems = glossary::parse(Path::new("a.toml"), text).expect_err("a key is unknown");
        let remedy = problems[0].remedy.clone().unwrap_or_default();
        let (_, known) = remedy.split_once("known here: ").expect("it lists them");
        let mut known: Vec<String> = known.split(", ").map(str::to_owned).collect();
        known.sort();
        known
    }

    fn names(fields: &[Field]) -> Vec<String> {
        let mut names: Vec<String> = fields.iter().map(|field| field.name.to_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn no_field_of_a_glossary_is_forgotten() {
        let head = "[glossary]\nname = \"a\"\ntitle = \"A\"\n";
        let term = format!("{head}[[term]]\nterm = \"x\"\nqqq = 1\n");
        assert_eq!(names(TERM), known_to_the_reader(&term));
        let header = format!("{head}qqq = 1\n");
        assert_eq!(names(HEADER), known_to_the_reader(&header));
        let forms = format!("{head}[[term]]\nterm = \"x\"\ninflections = {{ qqq = 1 }}\n");
        let mut inflections: Vec<String> = INFLECTIONS.iter().map(ToString::to_string).collect();
        inflections.sort();
        assert_eq!(inflections, known_to_the_reader(&forms));
    }

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

//! A field of glossaries is declared once, in `glossary::schema`; all that knows fields
//! follows. The tables are walked here: an entry with every field is read, runs, goes to
//! every format and back, is added, compared, described for editors and in the docs.

#![allow(clippy::expect_used, reason = "what cannot be read fails")]

use std::path::Path;

use dejargon::diff::changes;
use dejargon::edit::added;
use dejargon::glossary::field::{Field, Shape};
use dejargon::glossary::problem::SourceFile;
use dejargon::glossary::schema::{Header, Term};
use dejargon::glossary::{json_schema, parse};
use dejargon::interchange::record::{HEADER, TERM};
use dejargon::interchange::{Choice, Kind, Record, Wordlist, csv, json, read, tbx, xlsx};
use serde_json::Value;

const HEAD: &str = "[glossary]\nname = \"x\"\ntitle = \"X\"\n";

/// A line that says something in a field.
fn line(field: &Field) -> String {
    let value = match (field.name, field.shape) {
        ("term" | "head", _) => "\"spin-up\"".to_owned(),
        ("name" | "id", _) => "\"an-id\"".to_owned(),
        ("language", _) => "\"de\"".to_owned(),
        (_, Shape::Text | Shape::Line) => "\"Some words.\"".to_owned(),
        (_, Shape::Words) => "[\"say\", \"tell\"]".to_owned(),
        (_, Shape::List | Shape::Names) => "[\"one\", \"spin-up two\"]".to_owned(),
        // An abbreviation is a noun anyway.
        (_, Shape::PartOfSpeech) => "\"verb\"".to_owned(),
        (_, Shape::Choice) => {
            let mut choices = field.choices.iter();
            let other = choices.find(|choice| Some(**choice) != field.default);
            format!("\"{}\"", other.expect("there are some"))
        }
        (_, Shape::Flag) => "true".to_owned(),
        (_, Shape::Date) => "2030-01-31".to_owned(),
        (_, Shape::Forms) => "{ past = \"span-up\", plural = \"\" }".to_owned(),
        (_, Shape::Meanings) => "{ it = \"To start.\", business = \"A loan.\" }".to_owned(),
        (_, Shape::Contexts) => "[{ before = \"a \", sentence = \"b|c\" }]".to_owned(),
        (_, Shape::Examples) => "[{ text = \"A spin-up.\", becomes = \"B.\" }]".to_owned(),
    };
    format!("{} = {value}\n", field.name)
}

/// A glossary of one entry with these fields.
fn glossary<'f>(fields: impl IntoIterator<Item = &'f Field>) -> String {
    let lines: String = fields.into_iter().map(line).collect();
    format!("{HEAD}[[term]]\n{lines}")
}

fn source(text: &str) -> SourceFile<'_> {
    SourceFile {
        path: Path::new("words.toml"),
        text,
    }
}

fn written(text: &str) -> Wordlist {
    Wordlist::parse(Path::new("words.toml"), text).expect("it is a glossary")
}

/// The only entry as the program understands it.
fn understood(text: &str) -> Value {
    let glossary = parse(Path::new("words.toml"), text).expect("it is a glossary");
    let mut entry = serde_json::to_value(&glossary.entries[0]).expect("an entry is plain data");
    entry
        .as_object_mut()
        .and_then(|entry| entry.remove("origin"));
    entry
}

fn names(record: &Record, fields: &'static [Field]) -> Vec<&'static str> {
    record.said(fields).map(|(field, _)| field.name).collect()
}

#[test]
fn every_field_is_written_and_read_and_runs() {
    let all = glossary(Term::FIELDS);
    let list = written(&all);
    let record = &list.terms[0].record;
    let every: Vec<&str> = TERM.iter().map(|field| field.name).collect();
    assert_eq!(names(record, TERM), every);
    assert_eq!(TERM.len(), Term::FIELDS.len());
    for left_out in Term::FIELDS.iter().filter(|field| !field.is_required) {
        let fields = Term::FIELDS.iter().filter(|field| *field != left_out);
        let without = glossary(fields);
        assert_ne!(understood(&all), understood(&without), "{left_out:?}");
        let found = changes(source(&without), source(&all)).expect("both are glossaries");
        let mut told: Vec<&str> = Vec::new();
        for change in &found.changed {
            told.extend(change.fields.iter().map(|field| field.key.as_str()));
        }
        for held in &found.added {
            told.extend(held.fields.keys().map(String::as_str));
        }
        assert!(told.contains(&left_out.name), "{left_out:?}: {told:?}");
    }
    let revision = added(source(HEAD), record).expect("it is a glossary");
    assert_eq!(written(&revision.text).terms, list.terms);
}

#[test]
fn every_field_comes_back_from_every_format() {
    let lines: String = Header::FIELDS.iter().map(line).collect();
    let terms = glossary(Term::FIELDS).replace(HEAD, "");
    let list = written(&format!("[glossary]\n{lines}{terms}"));
    let every: Vec<&str> = HEADER.iter().map(|field| field.name).collect();
    assert_eq!(names(&list.header, HEADER), every);
    let lists = std::slice::from_ref(&list);
    for (kind, bytes) in [
        (
            Kind::Csv,
            csv::write(lists).expect("a table can be written"),
        ),
        (Kind::Xlsx, xlsx::write(lists).expect("it can be written")),
        (Kind::Json, json::write(lists)),
        (Kind::Tbx, tbx::write(lists).0),
    ] {
        let reading = read(kind, &bytes, &Choice::default()).expect("it is read");
        assert_eq!(reading.lists[0].header, list.header, "{kind:?}");
        assert_eq!(
            reading.lists[0].terms[0].record, list.terms[0].record,
            "{kind:?}"
        );
    }
}

#[test]
fn every_field_is_described() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/glossary-format.md");
    let docs = std::fs::read_to_string(path).expect("it is there");
    let rows: Vec<&str> = docs
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .collect();
    let schema: Value = serde_json::from_str(&json_schema::text()).expect("it is JSON");
    for (fields, table) in [
        (Header::FIELDS, &schema["properties"]["glossary"]),
        (Term::FIELDS, &schema["definitions"]["term"]),
    ] {
        for field in fields {
            let property = &table["properties"][field.name];
            assert_eq!(property["description"], field.meaning, "{field:?}");
            let name = format!("`{}`", field.name);
            let mut cells = rows.iter().filter_map(|row| row.split(" |").next());
            assert!(
                cells.any(|cell| format!("`{cell}").contains(&name)),
                "{field:?}"
            );
        }
    }
}

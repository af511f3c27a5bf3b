//! Glossaries as TBX-Basic. An entry is a concept; its term, expansion, aliases and
//! plain words are the terms of that concept. What TBX-Basic has no place for is a
//! note that begins with this program's name.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use quick_xml::escape::escape;
use serde_json::Value;

use super::super::record::{self, Record, TERM, Wordlist, words};
use super::super::{Losses, cell};
use super::{BECOMES, HEADER, MARK, PARTS_OF_SPEECH, PLAIN, STATUSES, notes};

/// Fields that have a place of their own in TBX.
const NATIVE: &[&str] = &[
    "term",
    "aliases",
    "expansion",
    "plain",
    "definition",
    "note",
    "tags",
    "source",
    "examples",
];

/// Writes glossaries, and what XML cannot hold of them.
pub fn write(lists: &[Wordlist]) -> (Vec<u8>, Losses) {
    let mut losses = Losses::default();
    let language = lists.first().map_or("en", Wordlist::language);
    let titles: Vec<&str> = lists
        .iter()
        .filter_map(|list| list.header.text("title"))
        .collect();
    let mut file = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let mut xml = Xml {
        file: &mut file,
        losses: &mut losses,
        depth: 0,
    };
    let language = xml.text(language);
    xml.open(&format!(
        "tbx style=\"dca\" type=\"TBX-Basic\" xml:lang=\"{language}\" xmlns=\"urn:iso:std:iso:30042:ed-2\""
    ));
    xml.open("tbxHeader");
    xml.open("fileDesc");
    xml.open("titleStmt");
    xml.leaf("title", &titles.join(", "));
    xml.close("titleStmt");
    for list in lists {
        xml.open("sourceDesc");
        for (field, value) in list.header.said(record::HEADER) {
            for (column, cell) in cell::write(field, value) {
                xml.leaf("p", &format!("{HEADER}{column}: {cell}"));
            }
        }
        xml.close("sourceDesc");
    }
    xml.close("fileDesc");
    xml.close("tbxHeader");
    xml.open("text");
    xml.open("body");
    let mut number = 0;
    for list in lists {
        let numbers = numbers(list, number);
        for row in &list.terms {
            number += 1;
            concept(&mut xml, list, &row.record, number, &numbers);
        }
    }
    xml.close("body");
    xml.close("text");
    xml.close("tbx");
    (file.into_bytes(), losses)
}

/// The concepts of a glossary by their terms and aliases, for references.
fn numbers(list: &Wordlist, before: usize) -> BTreeMap<&str, usize> {
    let mut numbers = BTreeMap::new();
    for (number, row) in (before + 1..).zip(&list.terms) {
        let aliases = row.record.words("aliases");
        for name in row.record.text("term").into_iter().chain(aliases) {
            numbers.entry(name).or_insert(number);
        }
    }
    numbers
}

fn concept(
    xml: &mut Xml<'_>,
    list: &Wordlist,
    record: &Record,
    number: usize,
    numbers: &BTreeMap<&str, usize>,
) {
    xml.open(&format!("conceptEntry id=\"c{number}\""));
    for tag in record.words("tags") {
        xml.leaf("descrip type=\"subjectField\"", tag);
    }
    xml.leaf("admin type=\"projectSubset\"", list.name());
    if let Some(source) = record.text("source") {
        xml.leaf("admin type=\"source\"", source);
    }
    let related = record.words("see-also");
    let targets: Option<Vec<usize>> = related
        .iter()
        .map(|name| numbers.get(name).copied())
        .collect();
    for (name, target) in related.iter().zip(targets.iter().flatten()) {
        xml.leaf(
            &format!("ref type=\"crossReference\" target=\"c{target}\""),
            name,
        );
    }
    for (field, value) in record.said(TERM) {
        let has_a_place = match field.name {
            "see-also" => targets.is_some(),
            "part-of-speech" => native(PARTS_OF_SPEECH, record, field.name).is_some(),
            "status" => native(STATUSES, record, field.name).is_some(),
            // What looks like one of this program's notes becomes one.
            "note" => !says_a_mark(record),
            name => NATIVE.contains(&name),
        };
        if !has_a_place {
            for note in notes(field, value) {
                xml.leaf("note", &note);
            }
        }
    }
    let language = xml.text(list.language());
    xml.open(&format!("langSec xml:lang=\"{language}\""));
    if let Some(definition) = record.text("definition") {
        xml.leaf("descrip type=\"definition\"", definition);
    }
    if let Some(note) = record.text("note").filter(|_| !says_a_mark(record)) {
        xml.leaf("note", note);
    }
    terms(xml, record);
    xml.close("langSec");
    xml.close("conceptEntry");
}

fn says_a_mark(record: &Record) -> bool {
    record
        .text("note")
        .is_some_and(|note| note.trim_start().starts_with(MARK))
}

fn terms(xml: &mut Xml<'_>, record: &Record) {
    xml.open("termSec");
    xml.leaf("term", record.text("term").unwrap_or_default());
    let part_of_speech = native(PARTS_OF_SPEECH, record, "part-of-speech")
        .or_else(|| record.text("part-of-speech").map(|_| "other"));
    if let Some(part_of_speech) = part_of_speech {
        xml.leaf("termNote type=\"partOfSpeech\"", part_of_speech);
    }
    if let Some(status) = native(STATUSES, record, "status") {
        xml.leaf("termNote type=\"administrativeStatus\"", status);
    }
    if record.text("expansion").is_some() {
        xml.leaf("termNote type=\"termType\"", "abbreviation");
    }
    for example in record
        .get("examples")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let part = |name: &str| example.get(name).and_then(Value::as_str);
        xml.open("descripGrp");
        xml.leaf("descrip type=\"context\"", part("text").unwrap_or_default());
        if let Some(becomes) = part("becomes") {
            xml.leaf("note", &format!("{BECOMES}{becomes}"));
        }
        xml.close("descripGrp");
    }
    xml.close("termSec");
    if let Some(expansion) = record.text("expansion") {
        term(xml, expansion, "termNote type=\"termType\"", "fullForm");
    }
    for alias in record.words("aliases") {
        term(xml, alias, "termNote type=\"termType\"", "variant");
    }
    for plain in record.get("plain").map(words).unwrap_or_default() {
        term(xml, plain, "note", PLAIN);
    }
}

fn term(xml: &mut Xml<'_>, text: &str, mark: &str, marked: &str) {
    xml.open("termSec");
    xml.leaf("term", text);
    xml.leaf(mark, marked);
    xml.close("termSec");
}

/// TBX's word for what a field says, if it has one.
fn native(names: &[(&str, &'static str)], record: &Record, field: &str) -> Option<&'static str> {
    let said = record.text(field)?;
    let found = names.iter().find(|(ours, _)| *ours == said);
    found.map(|(_, theirs)| *theirs)
}

/// A file that is being written.
struct Xml<'f> {
    file: &'f mut String,
    losses: &'f mut Losses,
    depth: usize,
}

impl Xml<'_> {
    fn open(&mut self, tag: &str) {
        let _ = writeln!(self.file, "{:1$}<{tag}>", "", self.depth * 2);
        self.depth += 1;
    }

    fn close(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        let _ = writeln!(self.file, "{:1$}</{name}>", "", self.depth * 2);
    }

    fn leaf(&mut self, tag: &str, text: &str) {
        let name = tag.split(' ').next().unwrap_or_default();
        let text = self.text(text);
        let _ = writeln!(self.file, "{:1$}<{tag}>{text}</{name}>", "", self.depth * 2);
    }

    /// A text as XML has it. Control characters have no place in XML.
    fn text(&mut self, text: &str) -> String {
        let mut held = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\t' | '\n' | '\r' => held.push(c),
                '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                    self.losses
                        .leave("control characters, which XML cannot hold");
                    held.push('\u{fffd}');
                }
                c => held.push(c),
            }
        }
        escape(held).replace('\r', "&#13;")
    }
}

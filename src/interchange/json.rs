//! Entries as JSON, for programs: the keys and values of the TOML, nothing else.
//! `{"glossaries": [{"glossary": {…}, "term": [{…}]}]}`; one such glossary, or a
//! list of entries, is read as well.

use serde_json::{Map, Value};

use super::record::{HEADER, Record, TERM, Wordlist, rows};
use super::{Reading, Refused, Remark, decode};
use crate::glossary::field::Field;

/// Reads glossaries.
///
/// # Errors
///
/// When it is no JSON, or JSON of another shape.
pub fn read(bytes: &[u8]) -> Result<Reading, Refused> {
    let text = decode::text(bytes)?;
    let value: Value = serde_json::from_str(&text)
        .map_err(|error| Refused::new(format!("it is no JSON: {error}")))?;
    let mut reading = Reading {
        unit: "entry",
        ..Reading::default()
    };
    match value {
        Value::Array(entries) => {
            let list = list(&Map::new(), entries, &mut reading);
            reading.lists.push(list);
        }
        Value::Object(mut file) => {
            let glossaries = match file.remove("glossaries") {
                Some(Value::Array(glossaries)) => glossaries,
                _ => vec![Value::Object(file)],
            };
            for glossary in glossaries {
                let Value::Object(mut glossary) = glossary else {
                    return Err(shape());
                };
                let header = match glossary.remove("glossary") {
                    Some(Value::Object(header)) => header,
                    _ => Map::new(),
                };
                let Some(Value::Array(entries)) = glossary.remove("term") else {
                    return Err(shape());
                };
                let list = list(&header, entries, &mut reading);
                reading.lists.push(list);
            }
        }
        _ => return Err(shape()),
    }
    Ok(reading)
}

fn shape() -> Refused {
    Refused::new(
        "it is JSON of another shape: it takes {\"glossary\": {…}, \"term\": [{\"term\": …}]}",
    )
}

fn list(header: &Map<String, Value>, entries: Vec<Value>, reading: &mut Reading) -> Wordlist {
    let mut list = Wordlist::default();
    take(HEADER, header, &mut list.header, reading);
    let before: usize = reading.lists.iter().map(|list| list.terms.len()).sum();
    let mut records = Vec::new();
    for (place, entry) in (before + 1..).zip(entries) {
        let mut record = Record::default();
        if let Value::Object(entry) = &entry {
            take(TERM, entry, &mut record, reading);
        }
        if record.text("term").is_none() {
            let remark = Remark::new(place, "there is no term in it");
            reading.losses.unreadable.push(remark);
        }
        records.push(record);
    }
    list.terms = rows(records.into_iter());
    list.terms.retain(|row| row.record.text("term").is_some());
    list
}

fn take(fields: &[Field], from: &Map<String, Value>, record: &mut Record, reading: &mut Reading) {
    for (key, value) in from.iter().filter(|(_, value)| !value.is_null()) {
        match fields.iter().find(|field| field.name == key) {
            Some(field) => record.set(field, value.clone()),
            None => reading.losses.leave(format!("the key `{key}`")),
        }
    }
}

/// Writes glossaries.
pub fn write(lists: &[Wordlist]) -> Vec<u8> {
    let glossaries: Vec<String> = lists
        .iter()
        .map(|list| {
            let terms: Vec<String> = list
                .terms
                .iter()
                .map(|row| format!("        {}", object(TERM, &row.record, 8)))
                .collect();
            let terms = if terms.is_empty() {
                "[]".to_owned()
            } else {
                format!("[\n{}\n      ]", terms.join(",\n"))
            };
            let header = object(HEADER, &list.header, 6);
            format!("    {{\n      \"glossary\": {header},\n      \"term\": {terms}\n    }}")
        })
        .collect();
    format!(
        "{{\n  \"glossaries\": [\n{}\n  ]\n}}\n",
        glossaries.join(",\n")
    )
    .into_bytes()
}

/// A record with its fields in order, a line each.
fn object(fields: &[Field], record: &Record, indent: usize) -> String {
    let said = record.said(fields);
    let lines: Vec<String> = said
        .map(|(field, value)| format!("{:indent$}  \"{}\": {value}", "", field.name))
        .collect();
    format!("{{\n{}\n{:indent$}}}", lines.join(",\n"), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_shapes_are_read() {
        let texts = [
            r#"{"glossaries": [{"glossary": {"name": "a"}, "term": [{"term": "x", "colour": 1}]}]}"#,
            r#"{"glossary": {"name": "a"}, "term": [{"term": "x", "colour": 1}]}"#,
            r#"[{"term": "x", "colour": 1}]"#,
        ];
        for text in texts {
            let reading = read(text.as_bytes()).expect("it is JSON");
            assert_eq!(reading.lists[0].terms[0].record.text("term"), Some("x"));
            assert_eq!(reading.losses.left["the key `colour`"], 1);
        }
        for text in ["{}", "1", "{\"term\": 1}", "[", "{\"glossaries\": [1]}"] {
            assert!(read(text.as_bytes()).is_err(), "{text}");
        }
        let reading = read(br#"[{"plain": "y"}, {"term": "x"}, 3]"#).expect("it is JSON");
        let places: Vec<usize> = reading.losses.unreadable.iter().map(|r| r.place).collect();
        assert_eq!(places, [1, 3]);
        assert_eq!(reading.lists[0].terms[0].place, 2);
    }
}

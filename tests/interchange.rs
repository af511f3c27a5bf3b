//! Glossaries to every format and back: the bundled ones, and generated ones whose
//! texts are as awkward as texts get. What comes back is compared as it is written,
//! and as the program understands it.

#![allow(clippy::expect_used, reason = "what cannot be read fails")]

use std::path::Path;

use dejargon::glossary::{self, bundled};
use dejargon::interchange::merge::{Rows, fresh};
use dejargon::interchange::{Choice, Kind, Wordlist, csv, json, read, tbx, xlsx};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A way there, and the kind of file that it makes.
type Way = (Kind, fn(&[Wordlist]) -> Vec<u8>);

/// The formats that carry everything.
const WAYS: [Way; 4] = [
    (Kind::Csv, |lists| {
        csv::write(lists).expect("a table can be written")
    }),
    (Kind::Xlsx, |lists| {
        xlsx::write(lists).expect("a workbook can be written")
    }),
    (Kind::Json, |lists| json::write(lists)),
    (Kind::Tbx, |lists| {
        let (bytes, losses) = tbx::write(lists);
        assert!(losses.left.is_empty(), "{losses:?}");
        bytes
    }),
];

fn parse(text: &str) -> Wordlist {
    Wordlist::parse(Path::new("a.toml"), text).expect("the glossary is right")
}

/// The entries as the program understands them, without where they stand.
fn understood(text: &str) -> Vec<Value> {
    let glossary = glossary::parse(Path::new("a.toml"), text).expect("the glossary is right");
    let entries = glossary.entries.iter().map(|entry| {
        let mut entry = serde_json::to_value(entry).expect("an entry is plain data");
        entry
            .as_object_mut()
            .and_then(|entry| entry.remove("origin"));
        entry
    });
    entries.collect()
}

/// There and back: the glossary that the file makes.
fn again((kind, write): &Way, list: &Wordlist) -> (Wordlist, String) {
    let bytes = write(std::slice::from_ref(list));
    assert_eq!(
        bytes,
        write(std::slice::from_ref(list)),
        "the same bytes each time"
    );
    let mut reading = read(*kind, &bytes, &Choice::default()).expect("it is read");
    assert!(
        reading.losses.left.is_empty(),
        "{kind:?}: {:?}",
        reading.losses
    );
    assert_eq!(reading.losses.unreadable, [], "{kind:?}");
    assert_eq!(reading.lists.len(), 1, "{kind:?}");
    let again = reading.lists.remove(0);
    let rows = Rows {
        rows: &again.terms,
        unit: "row",
    };
    let merged = fresh(Path::new("b.toml"), &again.header, &rows).expect("the header is right");
    assert_eq!(merged.rejected, [], "{kind:?}");
    (again, merged.text)
}

fn records(list: &Wordlist) -> Vec<&dejargon::interchange::Record> {
    list.terms.iter().map(|row| &row.record).collect()
}

#[test]
fn the_bundled_glossaries_come_back_from_every_format() {
    for bundled in bundled::ALL {
        let (_, text) = bundled::written(bundled.name).expect("it is bundled");
        let list = parse(&text);
        for way in &WAYS {
            let (again, toml) = again(way, &list);
            assert_eq!(again.header, list.header, "{:?}", way.0);
            assert!(
                records(&again) == records(&list),
                "{:?}: {}",
                way.0,
                bundled.name
            );
            assert!(
                understood(&toml) == understood(&text),
                "{:?}: {}",
                way.0,
                bundled.name
            );
            assert_eq!(
                parse(&toml),
                Wordlist {
                    header: list.header.clone(),
                    ..parse(&text)
                }
            );
        }
    }
}

#[test]
fn several_glossaries_fit_into_one_file() {
    let names = ["it", "business", "plain"];
    let lists: Vec<Wordlist> = names
        .iter()
        .filter_map(|name| Some(parse(&bundled::written(name)?.1)))
        .collect();
    for (kind, write) in WAYS {
        let reading = read(kind, &write(&lists), &Choice::default()).expect("it is read");
        assert_eq!(reading.lists.len(), 3, "{kind:?}");
        for (list, again) in lists.iter().zip(&reading.lists) {
            assert_eq!(list.header, again.header, "{kind:?}");
            assert!(records(list) == records(again), "{kind:?}");
        }
    }
}

#[test]
fn a_glossary_without_entries_comes_back() {
    let list = parse("[glossary]\nname = \"a\"\ntitle = \"=A\"\nknown-to = [\"x; y\"]\n");
    for way in &WAYS {
        assert_eq!(again(way, &list).0, list, "{:?}", way.0);
    }
}

/// Texts with everything that some format gives a meaning to.
const TEXT: &str = "([a-zA-Zé] |[-=+@'\"&<>;,|\\\\/_#:.\\[\\]{}()%$!?~^*`\n\r\t\u{a0}\u{85}\u{2028}日🎉]| dejargon plain|_x000D_|=>|\\]\\]>|&amp;|\\[\\]){0,8}";

fn texts() -> impl Strategy<Value = Value> {
    prop::collection::vec(TEXT, 0..3).prop_map(Value::from)
}

fn forms() -> impl Strategy<Value = Value> {
    let keys =
        prop::sample::subsequence(vec!["past", "plural", "superlative", "third-person"], 0..3);
    (keys, prop::collection::vec(texts(), 4)).prop_map(|(keys, values)| {
        let table: Map<String, Value> = keys.into_iter().map(str::to_owned).zip(values).collect();
        Value::Object(table)
    })
}

fn contexts() -> impl Strategy<Value = Value> {
    let pattern = TEXT.prop_map(|text| regex::escape(&text));
    let table = (
        prop::sample::select(vec!["before", "after", "sentence"]),
        pattern,
    )
        .prop_map(|(key, pattern)| json!({ key: pattern }));
    prop::collection::vec(table, 0..3).prop_map(Value::from)
}

fn examples() -> impl Strategy<Value = Value> {
    let example = (TEXT, prop::option::of(TEXT)).prop_map(|(text, becomes)| match becomes {
        Some(becomes) => json!({ "text": text, "becomes": becomes }),
        None => json!({ "text": text }),
    });
    prop::collection::vec(example, 0..3).prop_map(Value::from)
}

/// An entry with some of all fields. Its number keeps it from being another's.
fn entry() -> impl Strategy<Value = Map<String, Value>> {
    let some = |value: BoxedStrategy<Value>| prop::option::of(value);
    let text = || TEXT.prop_map(Value::from).boxed();
    let of = |names: &[&str]| {
        let names: Vec<Value> = names.iter().map(|name| Value::from(*name)).collect();
        prop::sample::select(names).boxed()
    };
    let meanings = prop::collection::btree_map(TEXT, TEXT, 0..3)
        .prop_map(|table| Value::Object(table.into_iter().map(|(k, v)| (k, v.into())).collect()));
    let words = (
        some(of(&[
            "verb",
            "adjective",
            "adverb",
            "proper-noun",
            "phrase",
        ])),
        some(text()),
        some(texts().boxed()),
        some(forms().boxed()),
        some(any::<bool>().prop_map(Value::from).boxed()),
        some(texts().boxed()),
        some(forms().boxed()),
        some(text()),
        some(meanings.boxed()),
        some(of(&["replace", "expand", "explain", "never"])),
    );
    let rest = (
        some(of(&["error", "info"])),
        some(of(&["any", "exact"])),
        some(texts().boxed()),
        some(contexts().boxed()),
        some(contexts().boxed()),
        some(text()),
        some(texts().boxed()),
        some(texts().boxed()),
        some(of(&["2030-02-28", "1999-12-31"])),
        some(of(&["preferred", "admitted", "deprecated", "draft"])),
    );
    let more = (some(examples().boxed()), some(text()), some(text()), text());
    (words, rest, more).prop_map(|(w, r, m)| {
        let fields = [
            ("part-of-speech", w.0),
            ("expansion", w.1),
            ("plain", w.2),
            ("inflections", w.3),
            ("separable", w.4),
            ("tags", w.5),
            ("plain-inflections", w.6),
            ("definition", w.7),
            ("meanings", w.8),
            ("rewrite", w.9),
            ("severity", r.0),
            ("case", r.1),
            ("known-to", r.2),
            ("only-when", r.3),
            ("never-when", r.4),
            ("note", r.5),
            ("see-also", r.6),
            ("aliases", r.7),
            ("review-by", r.8),
            ("status", r.9),
            ("examples", m.0),
            ("source", m.1),
            ("owner", m.2),
            ("term", Some(m.3)),
        ];
        let said = fields
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)));
        said.collect()
    })
}

/// The glossary of such entries, made with another writer of TOML than ours.
fn glossary(entries: Vec<Map<String, Value>>) -> String {
    let terms: Vec<toml::Value> = (0..)
        .zip(entries)
        .map(|(number, mut entry)| {
            let unlike = |text: &mut Value, what: &str| {
                *text = Value::from(format!(
                    "{}{what}{number}x",
                    text.as_str().unwrap_or_default()
                ));
            };
            if let Some(term) = entry.get_mut("term") {
                unlike(term, "t");
            }
            for (index, alias) in entry
                .get_mut("aliases")
                .and_then(Value::as_array_mut)
                .into_iter()
                .flatten()
                .enumerate()
            {
                unlike(alias, &format!("a{index}b"));
            }
            // A form that was made up could be one of another entry.
            entry
                .remove("inflections")
                .filter(|_| number == 0)
                .map(|forms| entry.insert("inflections".to_owned(), forms));
            entry.insert("id".to_owned(), Value::from(format!("Id {number}")));
            let date = entry.remove("review-by");
            let mut table = toml::Value::try_from(entry).expect("it is a table");
            if let (Some(date), Some(table)) = (date, table.as_table_mut()) {
                let date = date
                    .as_str()
                    .unwrap_or_default()
                    .parse()
                    .expect("it is a date");
                table.insert("review-by".to_owned(), toml::Value::Datetime(date));
            }
            table
        })
        .collect();
    let header = "[glossary]\nname = \"a\"\ntitle = \"'A; B\"\nknown-to = [\"it\"]\n";
    let mut file: toml::Table = toml::from_str(header).expect("it is TOML");
    file.insert("term".to_owned(), toml::Value::Array(terms));
    toml::to_string(&file).expect("it is TOML")
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_glossary_comes_back_from_every_format(
        entries in prop::collection::vec(entry(), 1..4),
    ) {
        let text = glossary(entries);
        let Ok(list) = Wordlist::parse(Path::new("a.toml"), &text) else {
            // Some made-up words are forms of each other, or none at all.
            return Err(TestCaseError::reject("not a glossary"));
        };
        for way in &WAYS {
            let (again, toml) = again(way, &list);
            prop_assert_eq!(&again.header, &list.header, "{:?}", way.0);
            prop_assert_eq!(records(&again), records(&list), "{:?}", way.0);
            prop_assert_eq!(understood(&toml), understood(&text), "{:?}", way.0);
        }
    }

    #[test]
    fn no_bytes_break_a_reader(bytes in prop::collection::vec(any::<u8>(), 0..200), text in ".{0,200}") {
        for kind in [
            Kind::Csv, Kind::Xlsx, Kind::Json, Kind::Tbx, Kind::Toml, Kind::Vale, Kind::Prh,
            Kind::Codespell, Kind::Terminology,
        ] {
            drop(read(kind, &bytes, &Choice::default()));
            drop(read(kind, text.as_bytes(), &Choice::default()));
        }
    }
}

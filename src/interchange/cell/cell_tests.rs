//! What people type into cells, and whether every value comes back from them.

use proptest::prelude::*;

use super::super::record::TERM;
use super::*;

fn field(name: &str) -> &'static Field {
    TERM.iter()
        .find(|field| field.name == name)
        .expect("it is a field")
}

fn again(name: &str, value: &Value) -> Option<Value> {
    let mut record = Record::default();
    for (column, cell) in write(field(name), value) {
        let key = column
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix('.'));
        read(&mut record, field(name), key, &cell).expect("it reads what it writes");
    }
    record.get(name).cloned()
}

#[test]
fn people_type_lists_and_the_like() {
    let cases: &[(&str, &str, Value)] = &[
        ("aliases", "a;b ; c;", serde_json::json!(["a", "b", "c"])),
        ("aliases", "a\nb", serde_json::json!(["a", "b"])),
        ("aliases", "a\\; b", serde_json::json!(["a; b"])),
        ("plain", "use", serde_json::json!("use")),
        ("separable", "Yes", serde_json::json!(true)),
        ("known-to", "[]", serde_json::json!([])),
        ("definition", "'=SUM(A1)", serde_json::json!("=SUM(A1)")),
        ("definition", "'tis", serde_json::json!("'tis")),
        ("definition", "  trimmed ", serde_json::json!("trimmed")),
        (
            "examples",
            "We spun it up. => We started it.\nIt spins.",
            serde_json::json!([
                {"text": "We spun it up.", "becomes": "We started it."},
                {"text": "It spins."}
            ]),
        ),
    ];
    for (name, cell, expected) in cases {
        let mut record = Record::default();
        read(&mut record, field(name), None, cell).expect("it can be read");
        assert_eq!(record.get(name), Some(expected), "{cell}");
    }
}

#[test]
fn no_cell_is_a_formula() {
    for text in ["=1+1", "+1", "-x", "@SUM(A1)", "\t=1", " =1"] {
        let cells = write(field("definition"), &Value::from(text));
        assert_eq!(cells, [("definition".to_owned(), format!("'{text}"))]);
    }
}

#[test]
fn a_cell_that_says_nothing_clear_is_refused() {
    let mut record = Record::default();
    assert!(read(&mut record, field("separable"), None, "perhaps").is_err());
    assert!(read(&mut record, field("only-when"), None, "soon").is_err());
    assert!(read(&mut record, field("inflections"), None, "spun").is_err());
    assert!(record.is_empty());
}

const AWKWARD: &str = "[a;\\\\ '=\\[\\]>e\n\r\té-]{0,6}";

proptest! {
    #[test]
    fn texts_come_back(text in AWKWARD) {
        let value = Value::from(text);
        prop_assert_eq!(again("definition", &value), Some(value));
    }

    #[test]
    fn lists_come_back(items in prop::collection::vec(AWKWARD, 0..4)) {
        let value = Value::from(items);
        prop_assert_eq!(again("known-to", &value), Some(value));
    }

    #[test]
    fn meanings_come_back(meanings in prop::collection::btree_map(AWKWARD, AWKWARD, 1..3)) {
        let table: Map<String, Value> =
            meanings.into_iter().map(|(k, v)| (k, Value::from(v))).collect();
        let value = Value::Object(table);
        prop_assert_eq!(again("meanings", &value), Some(value));
    }

    #[test]
    fn examples_come_back(
        examples in prop::collection::vec((AWKWARD, prop::option::of(AWKWARD)), 1..4),
    ) {
        let value: Value = examples
            .into_iter()
            .map(|(text, becomes)| match becomes {
                Some(becomes) => serde_json::json!({"text": text, "becomes": becomes}),
                None => serde_json::json!({"text": text}),
            })
            .collect();
        prop_assert_eq!(again("examples", &value), Some(value));
    }
}

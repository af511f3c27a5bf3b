//! Rows of all sorts, put into one small glossary.

use serde_json::json;

use super::super::record::TERM;
use super::*;

const OURS: &str = "# Our words.\n[glossary]\nname = \"a\"\ntitle = \"A\"\n\n# First.\n[[term]]\nterm = \"leverage\"\nplain = \"use\" # as we say\npart-of-speech = \"verb\"\n\n[[term]]\nterm = \"API\"\n";

fn row(place: usize, pairs: &serde_json::Value) -> Row {
    let mut record = Record::default();
    for field in TERM {
        if let Some(value) = pairs.get(field.name) {
            record.set(field, value.clone());
        }
    }
    Row { place, record }
}

fn merged(rows: &[Row], force: bool) -> Merged {
    let source = SourceFile {
        path: Path::new("a.toml"),
        text: OURS,
    };
    into(source, &Rows { rows, unit: "row" }, force).expect("the file is right")
}

fn merged_into(source: SourceFile<'_>, rows: &[Row]) -> Merged {
    into(source, &Rows { rows, unit: "row" }, false).expect("the file is right")
}

#[test]
fn new_entries_come_last_and_comments_stay() {
    let merged = merged(
        &[row(2, &json!({"term": "sprint", "plain": "two weeks"}))],
        false,
    );
    let expected = format!("{OURS}\n[[term]]\nterm = \"sprint\"\nplain = \"two weeks\"\n");
    assert_eq!(merged.text, expected);
    assert_eq!((merged.added, merged.changed, merged.unchanged), (1, 0, 0));
}

#[test]
fn what_is_missing_is_filled_in_and_what_differs_stays() {
    let rows = [
        row(
            2,
            &json!({"term": "Leverage", "plain": "draw on", "definition": "To use it."}),
        ),
        row(3, &json!({"term": "API"})),
    ];
    let kept = merged(&rows, false);
    let expected = OURS.replace(
        "part-of-speech = \"verb\"\n",
        "part-of-speech = \"verb\"\ndefinition = \"To use it.\"\n",
    );
    assert_eq!(kept.text, expected);
    assert_eq!((kept.added, kept.changed, kept.unchanged), (0, 1, 1));
    let fields: Vec<(&str, &str)> = kept
        .conflicts
        .iter()
        .map(|conflict| (conflict.field, conflict.theirs.as_str()))
        .collect();
    assert_eq!(fields, [("term", "\"Leverage\""), ("plain", "\"draw on\"")]);
    let forced = merged(&rows[..1], true);
    let expected = expected
        .replace("\"leverage\"", "\"Leverage\"")
        .replace("\"use\" #", "\"draw on\" #");
    assert_eq!(forced.text, expected);
}

#[test]
fn rows_that_would_break_the_glossary_are_left_out() {
    let rows = [
        row(2, &json!({"term": "sprint", "part-of-speech": "nuon"})),
        row(3, &json!({"term": "scrum"})),
        row(4, &json!({"term": "standup", "aliases": ["scrum"]})),
        row(5, &json!({"term": "x", "only-when": [{"after": "("}]})),
        row(6, &json!({"term": "API", "aliases": ["leverage"]})),
        row(7, &json!({"term": "x", "review-by": "tomorrow"})),
        row(8, &json!({"term": "scrum", "definition": "A way to work."})),
        row(9, &json!({"term": "scrum"})),
    ];
    let merged = merged(&rows, false);
    let places: Vec<usize> = merged.rejected.iter().map(|remark| remark.place).collect();
    assert_eq!(places, [2, 4, 5, 7, 8], "{:?}", merged.rejected);
    assert!(merged.rejected[0].message.contains("did you mean `noun`"));
    let other = &merged.rejected[1].message;
    assert!(
        other.starts_with("`scrum` is a form of `scrum` (row 3), too"),
        "{other}"
    );
    assert_eq!((merged.added, merged.changed, merged.unchanged), (1, 1, 1));
}

#[test]
fn entries_of_one_term_get_ids_of_their_own() {
    let rows = [
        row(2, &json!({"term": "ping", "part-of-speech": "verb"})),
        row(3, &json!({"term": "ping", "part-of-speech": "noun"})),
        row(4, &json!({"term": "&"})),
    ];
    let merged = merged(&rows, false);
    assert_eq!(merged.rejected, []);
    assert!(
        merged.text.contains("term = \"ping\"\nid = \"ping-2\"\n"),
        "{}",
        merged.text
    );
    assert!(
        merged.text.ends_with("term = \"&\"\nid = \"sign\"\n"),
        "{}",
        merged.text
    );
}

#[test]
fn line_ends_and_marks_are_kept() {
    let text = format!("\u{feff}{}", OURS.replace('\n', "\r\n"));
    let source = SourceFile {
        path: Path::new("a.toml"),
        text: &text,
    };
    let merged = merged_into(source, &[row(1, &json!({"term": "b"}))]);
    assert_eq!(
        merged.text,
        format!("{text}\r\n[[term]]\r\nterm = \"b\"\r\n")
    );
}

#[test]
fn a_broken_file_is_not_touched() {
    let source = SourceFile {
        path: Path::new("a.toml"),
        text: "[glossary]\n",
    };
    assert!(
        into(
            source,
            &Rows {
                rows: &[],
                unit: "row"
            },
            true
        )
        .is_err()
    );
}

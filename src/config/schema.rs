//! The JSON Schema (draft 7) of `dejargon.toml`, with which editors complete and check: the
//! declarations of `options` in the words of JSON. `tests/schemas.rs` holds it against the
//! reader, key by key and value by value.

use super::options::Config;
use super::value::change;
use crate::glossary::json_schema::{Flag, List, Pairs, Table, Text, described, list_of, written};

/// The schema, as the text of its file.
pub fn text() -> String {
    let text = || vec![("type", Text("string"))];
    let extend = "Another configuration, from the folder of this one, that holds where this one says nothing.";
    let mut keys = vec![("extend", described(extend, text()))];
    keys.extend(Config::keys_of_files());
    let paths = described("Globs of the documents.", list_of(text()));
    let mut some = vec![("paths", paths)];
    some.extend(Config::keys_of_overrides());
    let mut overrides = object(some);
    overrides.push(("required", List(vec![Text("paths")])));
    let about = "What holds for some documents only; later ones win.";
    keys.push(("overrides", described(about, list_of(overrides))));

    let mut schema = vec![
        ("$schema", Text("http://json-schema.org/draft-07/schema#")),
        ("title", Text("dejargon.toml")),
        (
            "description",
            Text("What dejargon does in a folder and below."),
        ),
    ];
    schema.extend(object(keys));
    schema.push(("definitions", Table(vec![("change", Table(change()))])));
    written(&Table(schema))
}

fn object(keys: Pairs) -> Pairs {
    vec![
        ("type", Text("object")),
        ("additionalProperties", Flag(false)),
        ("properties", Table(keys)),
    ]
}

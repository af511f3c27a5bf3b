//! The JSON Schema (draft 7) of a glossary, with which editors complete and check: the
//! tables of `schema` in the words of JSON. `tests/schemas.rs` holds it against the
//! reader, key by key and value by value.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::field::{Field, Shape};
use super::schema::{Context, Example, Header, Inflections, Term};

/// JSON whose keys keep their order.
pub(crate) enum Json {
    Text(&'static str),
    Owned(String),
    Flag(bool),
    List(Vec<Json>),
    Table(Vec<(&'static str, Json)>),
}

pub(crate) use Json::{Flag, List, Table, Text};

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Text(text) => serializer.serialize_str(text),
            Self::Owned(text) => serializer.serialize_str(text),
            Flag(flag) => serializer.serialize_bool(*flag),
            List(items) => serializer.collect_seq(items),
            Table(pairs) => {
                let mut table = serializer.serialize_map(Some(pairs.len()))?;
                for (key, value) in pairs {
                    table.serialize_entry(key, value)?;
                }
                table.end()
            }
        }
    }
}

/// The schema, as the text of its file.
pub fn text() -> String {
    let schema = Table(vec![
        ("$schema", Text("http://json-schema.org/draft-07/schema#")),
        ("title", Text("A glossary of dejargon")),
        (
            "description",
            Text("Words that some readers do not know, what they mean, and what to write instead."),
        ),
        ("type", Text("object")),
        ("additionalProperties", Flag(false)),
        ("required", List(vec![Text("glossary")])),
        (
            "properties",
            Table(vec![
                (
                    "glossary",
                    described("What the glossary is.", object(Header::FIELDS)),
                ),
                (
                    "term",
                    described("The entries.", list_of(refers("#/definitions/term"))),
                ),
            ]),
        ),
        (
            "definitions",
            Table(vec![
                ("term", Table(object(Term::FIELDS))),
                ("inflections", Table(object(Inflections::FIELDS))),
                ("context", Table(object(Context::FIELDS))),
                ("example", Table(object(Example::FIELDS))),
            ]),
        ),
    ]);
    written(&schema)
}

/// A schema as the text of its file.
pub(crate) fn written(schema: &Json) -> String {
    // Texts, lists and tables are all that is written, and a string takes them.
    serde_json::to_string_pretty(schema).unwrap_or_default() + "\n"
}

pub(crate) type Pairs = Vec<(&'static str, Json)>;

/// What a key holds, with what it means.
pub(crate) fn described(meaning: &'static str, pairs: Pairs) -> Json {
    let meaning = [("description", Text(meaning))];
    Table(meaning.into_iter().chain(pairs).collect())
}

fn object(fields: &'static [Field]) -> Pairs {
    let required = fields.iter().filter(|field| field.is_required);
    let required: Vec<Json> = required.map(|field| Text(field.name)).collect();
    let properties = fields.iter();
    let properties = properties.map(|field| (field.name, described(field.meaning, holds(field))));
    let mut pairs = vec![
        ("type", Text("object")),
        ("additionalProperties", Flag(false)),
    ];
    if !required.is_empty() {
        pairs.push(("required", List(required)));
    }
    pairs.push(("properties", Table(properties.collect())));
    pairs
}

/// What stands behind the key of a field.
fn holds(field: &Field) -> Pairs {
    let mut pairs = match field.shape {
        Shape::Text | Shape::Line | Shape::Date => string(field),
        Shape::Words => {
            let ways = [string(field), list_of(string(field))];
            vec![("anyOf", List(ways.map(Table).into()))]
        }
        Shape::List | Shape::Names => list_of(string(field)),
        Shape::Choice | Shape::PartOfSpeech => one_of(field.choices.iter().copied()),
        Shape::Flag => vec![("type", Text("boolean")), ("default", Flag(false))],
        Shape::Forms => vec![(
            "allOf",
            List(vec![Table(refers("#/definitions/inflections"))]),
        )],
        Shape::Meanings => vec![
            ("type", Text("object")),
            ("additionalProperties", Table(string(field))),
        ],
        Shape::Contexts => list_of(refers("#/definitions/context")),
        Shape::Examples => list_of(refers("#/definitions/example")),
    };
    pairs.extend(field.default.map(|default| ("default", Text(default))));
    pairs
}

fn string(field: &Field) -> Pairs {
    let pattern = field.pattern.map(|pattern| ("pattern", Text(pattern)));
    [("type", Text("string"))]
        .into_iter()
        .chain(pattern)
        .collect()
}

pub(crate) fn one_of(choices: impl Iterator<Item = &'static str>) -> Pairs {
    vec![("enum", List(choices.map(Text).collect()))]
}

pub(crate) fn list_of(items: Pairs) -> Pairs {
    vec![("type", Text("array")), ("items", Table(items))]
}

pub(crate) fn refers(to: &'static str) -> Pairs {
    vec![("$ref", Text(to))]
}

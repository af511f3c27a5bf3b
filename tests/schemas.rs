//! The JSON Schemas and the readers of glossaries and of `dejargon.toml` say the same:
//! every key that one knows the other knows, every value that one takes the other
//! takes. What we ship is valid, and so is what `init` writes.

#![allow(
    clippy::expect_used,
    reason = "a schema that cannot be read fails the test"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use dejargon::config::settings::Settings;
use dejargon::config::{Flags, schema};
use dejargon::glossary::{bundled, json_schema, parse};
use jsonschema::Validator;
use serde_json::{Value, json};

/// What reads a file, and the schema of it.
struct Pair {
    schema: Value,
    validator: Validator,
    /// The mistakes that the reader finds.
    read: fn(&str) -> Vec<String>,
}

impl Pair {
    fn glossary() -> Self {
        Self::new(&json_schema::text(), |text| {
            let problems = parse(Path::new("words.toml"), text)
                .err()
                .unwrap_or_default();
            problems
                .into_iter()
                .map(|problem| {
                    format!("{} {}", problem.message, problem.remedy.unwrap_or_default())
                })
                .collect()
        })
    }

    fn config() -> Self {
        Self::new(&schema::text(), |text| {
            let folder = tempfile::tempdir().expect("a folder can be made");
            let path = folder.path().join("dejargon.toml");
            fs::write(&path, text).expect("it can be written");
            fs::write(folder.path().join("base.toml"), "").expect("it can be written");
            match Settings::of_file(&Flags::default(), Some(&path)) {
                Ok(_) => Vec::new(),
                Err(error) => vec![error.to_string()],
            }
        })
    }

    fn new(schema: &str, read: fn(&str) -> Vec<String>) -> Self {
        let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
        jsonschema::meta::validate(&schema).expect("the schema is a schema");
        Self {
            validator: jsonschema::validator_for(&schema).expect("the schema can be used"),
            schema,
            read,
        }
    }

    fn takes(&self, text: &str) -> bool {
        let value: toml::Value = toml::from_str(text).expect("it is TOML");
        let mut value = serde_json::to_value(value).expect("it can be JSON");
        dates_as_text(&mut value);
        self.validator.is_valid(&value)
    }

    /// Both take the text, or neither does.
    fn agree_on(&self, text: &str) -> bool {
        let mistakes = (self.read)(text);
        let takes = self.takes(text);
        assert_eq!(takes, mistakes.is_empty(), "{text}\n{mistakes:#?}");
        takes
    }

    /// The keys that the schema knows at a JSON pointer.
    fn keys(&self, pointer: &str) -> BTreeSet<String> {
        let table = self.schema.pointer(pointer).expect("the schema has it");
        assert_eq!(table["additionalProperties"], json!(false), "{pointer}");
        let keys = table["properties"].as_object().expect("it has properties");
        keys.keys().cloned().collect()
    }

    /// The keys that the reader knows, which it names where there is another.
    fn known(&self, text: &str) -> BTreeSet<String> {
        let mistakes = (self.read)(text).join("\n");
        let known = mistakes.split("known here: ").nth(1).expect(&mistakes);
        let known = known.lines().next().unwrap_or_default();
        known.split(", ").map(|key| key.trim().to_owned()).collect()
    }
}

/// Editors see a date of TOML as a text.
fn dates_as_text(value: &mut Value) {
    match value {
        Value::Object(fields) => match fields.remove("$__toml_private_datetime") {
            Some(date) => *value = date,
            None => fields.values_mut().for_each(dates_as_text),
        },
        Value::Array(values) => values.iter_mut().for_each(dates_as_text),
        _ => {}
    }
}

const HEAD: &str = "[glossary]\nname = \"x\"\ntitle = \"X\"\n";

/// Tables of both files: where the schema describes one, and a text with a key in it
/// that nobody knows.
const GLOSSARY_TABLES: &[(&str, &str)] = &[
    (
        "/properties/glossary",
        "[glossary]\nname = \"x\"\ntitle = \"X\"\nzzzz = 1\n",
    ),
    (
        "/definitions/term",
        "[glossary]\nname = \"x\"\ntitle = \"X\"\n[[term]]\nterm = \"a\"\nzzzz = 1\n",
    ),
    (
        "/definitions/inflections",
        "[glossary]\nname = \"x\"\ntitle = \"X\"\n[[term]]\nterm = \"a\"\ninflections = { zzzz = 1 }\n",
    ),
    (
        "/definitions/context",
        "[glossary]\nname = \"x\"\ntitle = \"X\"\n[[term]]\nterm = \"a\"\nonly-when = [{ zzzz = 1 }]\n",
    ),
    (
        "/definitions/example",
        "[glossary]\nname = \"x\"\ntitle = \"X\"\n[[term]]\nterm = \"a\"\nexamples = [{ zzzz = 1 }]\n",
    ),
];
const CONFIG_TABLES: &[(&str, &str)] = &[
    ("", "zzzz = 1\n"),
    (
        "/properties/overrides/items",
        "[[overrides]]\npaths = []\nzzzz = 1\n",
    ),
];

#[test]
fn both_know_the_same_keys() {
    for (pair, tables) in [
        (Pair::glossary(), GLOSSARY_TABLES),
        (Pair::config(), CONFIG_TABLES),
    ] {
        for (pointer, text) in tables {
            assert_eq!(pair.keys(pointer), pair.known(text), "{pointer}");
        }
    }
    // The table of a rule is one of two that are tried, so the reader names no keys.
    let keys = Pair::config().keys("/definitions/change/anyOf/1");
    assert_eq!(keys, ["plain", "severity"].map(str::to_owned).into());
}

/// Values of every kind, and the names that some key takes.
const VALUES: &[&str] = &[
    "\"\"",
    "\" \"",
    "\"a\"",
    "\"docs/**\"",
    "\"[\"",
    "1",
    "1.5",
    "true",
    "[]",
    "[\"\"]",
    "[\"a\"]",
    "[1]",
    "[[\"a\"]]",
    "{}",
    "[{}]",
    "{ a = \"b\" }",
    "{ a = 1 }",
    "{ \"x/a\" = \"off\" }",
    "{ \"x/a\" = \"on\" }",
    "{ \"x/a\" = { plain = \"b\" } }",
    "{ \"x/a\" = { plain = 1 } }",
    "{ \"x/a\" = { severity = \"info\", plain = [\"b\"] } }",
    "{ \"x/a\" = { zzzz = 1 } }",
    "{ plural = \"b\" }",
    "{ plural = [\"b\", \"c\"] }",
    "{ plural = 1 }",
    "{ zzzz = \"b\" }",
    "[{ before = \"b\" }]",
    "[{ before = 1 }]",
    "[{ zzzz = \"b\" }]",
    "[{ text = \"a\" }]",
    "[{ becomes = \"a\" }]",
    "[{ text = \"a\", becomes = \"b\" }]",
    "[{ text = 1 }]",
    "[{ paths = [\"a\"] }]",
    "[{ paths = \"a\" }]",
    "[{ paths = [], audience = \"it\" }]",
    "[{ paths = [], fail-on = \"x\" }]",
    "[{ paths = [], extend = \"x\" }]",
    "\"noun\"",
    "\"verb\"",
    "\"adjective\"",
    "\"adverb\"",
    "\"proper-noun\"",
    "\"phrase\"",
    "\"proper noun\"",
    "\"Noun\"",
    "\"replace\"",
    "\"expand\"",
    "\"explain\"",
    "\"never\"",
    "\"error\"",
    "\"warning\"",
    "\"info\"",
    "\"any\"",
    "\"exact\"",
    "\"preferred\"",
    "\"admitted\"",
    "\"deprecated\"",
    "\"draft\"",
    "\"flag\"",
    "\"rewrite\"",
    "\"off\"",
];

#[test]
fn both_take_the_same_values() {
    let glossary = Pair::glossary();
    let mut taken = 0;
    let mut refused = 0;
    let mut count = |agreed: bool| if agreed { taken += 1 } else { refused += 1 };
    let texts = VALUES.iter().filter(|value| value.starts_with('"'));
    let texts: Vec<&str> = texts.map(|value| value.trim_matches('"')).collect();
    for key in glossary.keys("/properties/glossary") {
        for value in VALUES {
            let others = ["name = \"x\"\n", "title = \"X\"\n"];
            let others = others.into_iter().filter(|other| !other.starts_with(&*key));
            let others: String = others.collect();
            count(glossary.agree_on(&format!("[glossary]\n{others}{key} = {value}\n")));
        }
    }
    for key in glossary.keys("/definitions/term") {
        // A date is a text to JSON, and a text is no date to us. The head is a word of its
        // term, and a schema does not see where a word among signs ends.
        let is_special = |value: &str| match &*key {
            "review-by" => value.starts_with('"'),
            "head" => ["\"docs/**\"", "\"[\""].contains(&value),
            _ => false,
        };
        for value in VALUES.iter().filter(|value| !is_special(value)) {
            let term = match &*key {
                "term" => String::new(),
                "head" => format!("term = \"{}\"\n", texts.join(" ")),
                _ => "term = \"t\"\n".to_owned(),
            };
            count(glossary.agree_on(&format!("{HEAD}[[term]]\n{term}{key} = {value}\n")));
        }
    }
    let config = Pair::config();
    for key in config.keys("") {
        // That a file is there, or a glob is one, is not for a schema to know.
        let is_special =
            |value: &str| key == "extend" && value.starts_with('"') || value == "\"[\"";
        for value in VALUES.iter().filter(|value| !is_special(value)) {
            count(config.agree_on(&format!("{key} = {value}\n")));
        }
    }
    assert!(
        taken > 150 && refused > 1000,
        "{taken} taken, {refused} refused"
    );
}

#[test]
fn both_want_the_same_keys() {
    let glossary = Pair::glossary();
    for (text, expected) in [
        (HEAD, true),
        ("", false),
        ("[glossary]\nname = \"x\"\n", false),
        ("[glossary]\ntitle = \"x\"\n", false),
        ("[glossary]\nname = \"X Y\"\ntitle = \"x\"\n", false),
        (
            "[glossary]\nname = \"x\"\ntitle = \"X\"\n[[term]]\nplain = \"a\"\n",
            false,
        ),
        ("[glossary]\nname = \"x\"\ntitle = \"X\"\n[other]\n", false),
        (
            "[glossary]\nname = \"x\"\ntitle = \"X\"\n[[term]]\nterm = \"a\"\nreview-by = 2030-01-31\n",
            true,
        ),
    ] {
        assert_eq!(glossary.agree_on(text), expected, "{text}");
    }
    let config = Pair::config();
    for (text, expected) in [
        ("", true),
        ("extend = \"base.toml\"\n", true),
        ("[[overrides]]\naudience = \"it\"\n", false),
        (
            "[[overrides]]\npaths = []\nterms = { \"x/a\" = \"off\" }\n",
            true,
        ),
    ] {
        assert_eq!(config.agree_on(text), expected, "{text}");
    }
}

#[test]
fn what_we_ship_is_valid() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pair = Pair::glossary();
    for name in ["examples/our-words.toml", "src/cli/init/our-words.toml"] {
        let text = fs::read_to_string(root.join(name)).expect(name);
        assert!(pair.agree_on(&text), "{name}");
    }
    let bundled = bundled::ALL.iter().map(|glossary| glossary.name);
    for (path, text) in bundled.flat_map(bundled::files) {
        assert!(pair.agree_on(text), "{path}");
    }
    let pair = Pair::config();
    let name = "src/cli/init/dejargon.toml";
    let text = fs::read_to_string(root.join(name)).expect(name);
    assert!(pair.takes(&text), "{name}");
    // What it shows behind `#` is right, too.
    let shown = text.replace("\n# [", "\n[").replace("\n# \"", "\n\"");
    let shown: Vec<&str> = shown
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(rest) if rest.contains(" = ") => rest,
            _ => line,
        })
        .collect();
    let shown = shown.join("\n");
    assert!(shown.contains("\nquotations = ") && shown.contains("\n[[overrides]]"));
    assert!(pair.takes(&shown), "{shown}");
}

//! One folder through every format: each report is read by a parser that is not ours
//! and holds the same findings. Our JSON is held against the schema in `docs/schema`.
//! The published schemas of SARIF and rdjson are not part of this repository; with
//! them in the folder that `DEJARGON_SCHEMAS` names, `cargo test --test reports --
//! --ignored` holds the reports against them.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

const NOTES: &str = "\u{feff}\tCaf\u{e9} \u{1f600}\r\nThe SLA and \"R&D\": \u{e9}\u{1f600} we leverage <it>.\r\n\r\nIt needs an MVP.\r\n";
const OTHER: &str = "Synergies, 100%: they leverage a pipeline.\n\nThey leverage a pipeline.\n";

fn fixture() -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    fs::write(folder.path().join("a b,\u{fc}.md"), NOTES).expect("it can be written");
    fs::write(folder.path().join("other.md"), OTHER).expect("it can be written");
    folder
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What `dejargon check` says of a folder.
fn check(folder: &Path, args: &[&str]) -> String {
    let output = Command::new(cargo_bin("dejargon"))
        .current_dir(folder)
        .env_remove("GITHUB_STEP_SUMMARY")
        .args(["check", "--isolated", "--no-bundled", "--glossary"])
        .arg(root().join("tests/cmd/common/words.toml"))
        .args(args)
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    String::from_utf8(output.stdout).expect("a report is text")
}

fn report(format: &str) -> String {
    check(fixture().path(), &["--format", format])
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("the report is JSON")
}

fn length(value: &Value) -> usize {
    value.as_array().map_or(0, Vec::len)
}

fn elements(xml: &str, name: &str) -> usize {
    let tree = roxmltree::Document::parse(xml).expect("the report is XML");
    tree.descendants()
        .filter(|node| node.has_tag_name(name))
        .count()
}

/// The findings in a report, counted as its readers would.
fn counted(format: &str, text: &str) -> usize {
    let lines = |start: &str| text.lines().filter(|line| line.starts_with(start)).count();
    match format {
        "human" => text.lines().filter(|line| line.contains("--> ")).count(),
        "concise" | "jsonl" => lines(""),
        "json" => json(text)["files"].as_array().map_or(0, |files| {
            files.iter().map(|file| length(&file["findings"])).sum()
        }),
        "sarif" => length(&json(text)["runs"][0]["results"]),
        "github" => lines("::"),
        "gitlab" => length(&json(text)),
        "junit" => elements(text, "failure"),
        "checkstyle" => elements(text, "error"),
        "rdjson" => length(&json(text)["diagnostics"]),
        other => unreachable!("{other} is no format"),
    }
}

const FORMATS: [&str; 10] = [
    "human",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
];

#[test]
fn every_format_has_the_same_findings() {
    let folder = fixture();
    for format in FORMATS {
        let all = check(folder.path(), &["--format", format]);
        assert_eq!(counted(format, &all), 8, "{format}: {all}");
        let some = check(folder.path(), &["--format", format, "--max-findings", "4"]);
        assert_eq!(counted(format, &some), 4, "{format}: {some}");
    }
    let some = json(&check(
        folder.path(),
        &["--format", "json", "--max-findings", "4"],
    ));
    assert_eq!(some["summary"]["findings"], 8);
}

#[test]
fn sarif_counts_characters_and_encodes_paths() {
    let run = &json(&report("sarif"))["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let result = &run["results"][1];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%20b%2C%C3%BC.md");
    let region = &place["region"];
    let numbers = ["startLine", "startColumn", "endLine", "endColumn"];
    assert_eq!(
        numbers.map(|name| region[name].as_u64()),
        [2, 26, 2, 34].map(Some)
    );
    let rule = result["ruleIndex"]
        .as_u64()
        .and_then(|at| usize::try_from(at).ok());
    let rules = &run["tool"]["driver"]["rules"];
    assert_eq!(
        rules[rule.expect("a result has a rule")]["id"],
        result["ruleId"]
    );
}

#[test]
fn rdjson_counts_bytes_and_joins_edits() {
    let diagnostics = &json(&report("rdjson"))["diagnostics"];
    let start = &diagnostics[1]["location"]["range"]["start"];
    // Two characters before it take two and four bytes.
    assert_eq!((&start["line"], &start["column"]), (&2.into(), &30.into()));
    let joined = &diagnostics[2]["suggestions"][0];
    assert_eq!(joined["text"], "a first version");
    assert_eq!(joined["range"]["start"]["column"], 10);
}

#[test]
fn fingerprints_hold_when_lines_move_and_differ_from_each_other() {
    let folder = fixture();
    let prints = || -> Vec<String> {
        let issues = json(&check(folder.path(), &["--format", "gitlab"]));
        let issues = issues.as_array().expect("it is an array").iter();
        issues
            .map(|issue| issue["fingerprint"].to_string())
            .collect()
    };
    let before = prints();
    let mut single = before.clone();
    single.sort();
    single.dedup();
    assert_eq!(single.len(), before.len());
    let moved = format!("All is well.\n\n{OTHER}");
    fs::write(folder.path().join("other.md"), moved).expect("it can be written");
    assert_eq!(prints(), before);
}

#[test]
fn github_has_the_gravest_first_and_the_rest_in_the_summary() {
    let folder = fixture();
    let many = "They leverage it.\n\n".repeat(30) + "Synergies.\n";
    fs::write(folder.path().join("many.md"), many).expect("it can be written");
    let summary = folder.path().join("summary");
    fs::write(&summary, "before\n").expect("it can be written");
    let output = Command::new(cargo_bin("dejargon"))
        .current_dir(folder.path())
        .env("GITHUB_STEP_SUMMARY", &summary)
        .args([
            "check",
            "--isolated",
            "--no-bundled",
            "--format",
            "github",
            "--glossary",
        ])
        .arg(root().join("tests/cmd/common/words.toml"))
        .output()
        .expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("a report is text");
    let starts: Vec<&str> = text
        .lines()
        .map(|line| line.split(' ').next().unwrap_or(""))
        .collect();
    assert_eq!(starts[..2], ["::error", "::error"]);
    assert_eq!(
        starts.iter().filter(|start| **start == "::warning").count(),
        10
    );
    let summary = fs::read_to_string(summary).expect("it was written");
    assert!(
        summary.starts_with("before\n### dejargon\n\n39 findings in 3 of 3 files"),
        "{summary}"
    );
    assert_eq!(
        summary.lines().filter(|line| line.contains(".md:")).count(),
        39
    );
}

#[test]
fn several_reports_are_written_at_once() {
    let folder = fixture();
    let args = [
        "--format",
        "sarif",
        "--output-file",
        "a.sarif",
        "--report",
        "junit=b.xml",
    ];
    assert_eq!(check(folder.path(), &args), "");
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("it is there");
    assert_eq!(counted("sarif", &read("a.sarif")), 8);
    assert_eq!(counted("junit", &read("b.xml")), 8);
}

#[test]
fn statistics_are_on_standard_error_and_count_everything() {
    let folder = fixture();
    let output = Command::new(cargo_bin("dejargon"))
        .current_dir(folder.path())
        .args(["check", "--isolated", "--no-bundled", "--statistics"])
        .args(["--max-findings", "1", "--format", "concise", "--glossary"])
        .arg(root().join("tests/cmd/common/words.toml"))
        .output()
        .expect("the program runs");
    assert_eq!(output.stdout.split(|byte| *byte == b'\n').count(), 2);
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(
        text.starts_with("     3  words/leverage\n     2  words/pipeline\n"),
        "{text}"
    );
}

/// Our schema, with which a field that it does not know is a mistake.
fn strict(mut schema: Value) -> Value {
    fn close(value: &mut Value) {
        if let Value::Object(fields) = value {
            if fields.get("properties").is_some_and(Value::is_object) {
                fields.insert("additionalProperties".to_owned(), false.into());
            }
            fields.values_mut().for_each(close);
        }
    }
    close(&mut schema);
    schema
}

fn assert_valid(schema: &Value, instance: &Value) {
    let validator = jsonschema::validator_for(schema).expect("the schema can be read");
    let mistakes: Vec<String> = validator
        .iter_errors(instance)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(mistakes.is_empty(), "{mistakes:#?}");
}

#[test]
fn our_json_is_as_its_schema_says() {
    let file = fs::read_to_string(root().join("docs/schema/findings.schema.json"));
    let schema = strict(json(&file.expect("the schema is there")));
    let mut line = schema.clone();
    line["$ref"] = "#/$defs/finding".into();
    for name in ["required", "properties", "type", "additionalProperties"] {
        line.as_object_mut()
            .expect("a schema is an object")
            .remove(name);
    }
    assert_valid(&schema, &json(&report("json")));
    report("jsonl")
        .lines()
        .for_each(|text| assert_valid(&line, &json(text)));
    for path in stdouts() {
        let bytes = fs::read(&path).expect("it can be read");
        let text = String::from_utf8_lossy(&bytes);
        if text.starts_with("{\n") {
            assert_valid(&schema, &json(&text));
        } else if text.starts_with('{') {
            text.lines()
                .for_each(|text| assert_valid(&line, &json(text)));
        }
    }
}

fn stdouts() -> Vec<PathBuf> {
    let cases = fs::read_dir(root().join("tests/cmd")).expect("the cases are there");
    let paths = cases.flatten().map(|entry| entry.path());
    paths
        .filter(|path| path.extension().is_some_and(|end| end == "stdout"))
        .collect()
}

#[test]
#[ignore = "the schemas are not part of this repository: DEJARGON_SCHEMAS names their folder"]
fn reports_are_as_the_published_schemas_say() {
    let folder = std::env::var_os("DEJARGON_SCHEMAS").expect("DEJARGON_SCHEMAS is set");
    let schema = |name: &str| {
        let text = fs::read_to_string(Path::new(&folder).join(name));
        json(&text.expect("the schema is there"))
    };
    assert_valid(&schema("sarif-schema-2.1.0.json"), &json(&report("sarif")));
    assert_valid(
        &schema("rdjson-DiagnosticResult.json"),
        &json(&report("rdjson")),
    );
}

//! One folder through every format: each report is read by a parser that is not ours
//! and holds the same findings. Our JSON is held against the schema in `docs/schema`,
//! GitLab's format against what its documentation asks for; tests/consumers.rs gives
//! the others to programs that read them.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use snapbox::cmd::{Command, cargo_bin};

#[path = "support/fixture.rs"]
mod fixture;

use fixture::{FINDINGS, OTHER, check, fixture, root};

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
        "junit" => elements(text, "failure") + elements(text, "skipped"),
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
        assert_eq!(counted(format, &all), FINDINGS, "{format}: {all}");
        let some = check(folder.path(), &["--format", format, "--max-findings", "4"]);
        assert_eq!(counted(format, &some), 4, "{format}: {some}");
    }
    let some = json(&check(
        folder.path(),
        &["--format", "json", "--max-findings", "4"],
    ));
    assert_eq!(some["summary"]["findings"], FINDINGS);
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
fn other_places_of_a_term_are_where_a_format_has_room_for_them() {
    let of = |finding: &Value| finding.as_array().map(Vec::len);
    let jsonl = report("jsonl");
    let in_json: Vec<_> = jsonl.lines().map(|line| of(&json(line)["also"])).collect();
    let sarif = json(&report("sarif"));
    let results = sarif["runs"][0]["results"].as_array();
    let results = results.expect("it is an array").iter();
    let in_sarif: Vec<_> = results.map(|it| of(&it["relatedLocations"])).collect();
    assert_eq!(in_json.iter().flatten().sum::<usize>(), 1, "{jsonl}");
    assert_eq!(in_sarif, in_json);
    for format in ["human", "github", "junit"] {
        let text = report(format);
        assert_eq!(
            text.matches("also on line 3").count(),
            1,
            "{format}: {text}"
        );
    }
}

/// The fingerprints in a report.
fn fingerprints(format: &str, text: &str) -> Vec<String> {
    let report = json(text);
    let prints: Vec<&Value> = if format == "gitlab" {
        let issues = report.as_array().expect("it is an array").iter();
        issues.map(|issue| &issue["fingerprint"]).collect()
    } else {
        let results = report["runs"][0]["results"].as_array();
        let results = results.expect("it is an array").iter();
        results
            .map(|result| &result["partialFingerprints"]["dejargon/v2"])
            .collect()
    };
    let mut prints: Vec<String> = prints.iter().map(ToString::to_string).collect();
    prints.sort();
    prints
}

#[test]
fn fingerprints_hold_when_text_moves_and_is_laid_out_anew() {
    for format in ["sarif", "gitlab"] {
        let folder = fixture();
        let write = |text: &str| fs::write(folder.path().join("other.md"), text);
        let prints = |args: &[&str]| {
            let args = [&["--format", format], args].concat();
            fingerprints(format, &check(folder.path(), &args))
        };
        // The same sentence twice: what is alike has numbers.
        let sentence = "They leverage a pipeline.";
        write(&format!(
            "{OTHER}\n{sentence} Well, they leverage a pipeline.\n"
        ))
        .expect("it can be written");
        let before = prints(&[]);
        let mut single = before.clone();
        single.dedup();
        assert_eq!(single.len(), FINDINGS + 2);
        let moved = "# All is well\n\nThey\n*leverage* a\npipeline. Well,\nthey leverage a pipeline.\n\n\
                     > Synergies, 100%: they\n> leverage a\n> pipeline.\n\n- They leverage\n  a pipeline.\n";
        write(moved).expect("it can be written");
        assert_eq!(prints(&[]), before, "{format}");
        // What is left out gives its number to nobody.
        let some = prints(&["--ignore", "words/pipeline"]);
        assert!(some.iter().all(|print| before.contains(print)), "{format}");
        write(&moved.replace("Well", "So")).expect("it can be written");
        let other = prints(&[]);
        let kept = other.iter().filter(|print| before.contains(print)).count();
        assert_eq!(kept, before.len() - 1, "{format}");
    }
}

#[test]
fn gitlab_gets_what_it_asks_for() {
    let issues = json(&report("gitlab"));
    let severities = ["info", "minor", "major", "critical", "blocker"];
    for issue in issues.as_array().expect("it is an array") {
        for name in ["description", "check_name", "fingerprint"] {
            let text = issue[name].as_str();
            assert!(text.is_some_and(|text| !text.is_empty()), "{name}: {issue}");
        }
        let severity = issue["severity"].as_str().unwrap_or_default();
        assert!(severities.contains(&severity), "{issue}");
        let location = &issue["location"];
        let path = location["path"].as_str();
        assert!(path.is_some_and(|path| !path.starts_with("./")), "{issue}");
        let line = location["lines"]["begin"].as_u64();
        assert!(line.is_some_and(|line| line > 0), "{issue}");
    }
}

#[test]
fn a_junit_test_fails_where_the_run_does() {
    let folder = fixture();
    for (threshold, code, failures) in [("error", 1, 1), ("info", 1, FINDINGS), ("never", 0, 0)] {
        let args = ["--format", "junit", "--fail-on", threshold];
        let text = fixture::check_with(folder.path(), &args, code);
        assert_eq!(elements(&text, "failure"), failures, "{threshold}");
        assert_eq!(
            elements(&text, "skipped"),
            FINDINGS - failures,
            "{threshold}"
        );
        assert!(text.contains(&format!(
            "tests=\"{FINDINGS}\" failures=\"{failures}\" errors=\"0\">"
        )));
    }
}

#[test]
fn sarif_says_what_paths_start_from_and_what_to_write() {
    let run = &json(&report("sarif"))["runs"][0];
    let place = &run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    let base = place["uriBaseId"]
        .as_str()
        .expect("a relative path has a base");
    assert!(run["originalUriBaseIds"][base].is_object(), "{run}");
    let rules = run["tool"]["driver"]["rules"].as_array();
    let rule = rules
        .expect("there are rules")
        .iter()
        .find(|rule| rule["id"] == "words/leverage");
    let help = &rule.expect("the rule is there")["help"]["text"];
    let expected = "To use something that you already have.\nPlain words: \"use\", \"draw on\".";
    assert_eq!(help, expected);
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
        summary.starts_with("before\n### dejargon\n\n38 findings in 3 of 3 files"),
        "{summary}"
    );
    assert_eq!(
        summary.lines().filter(|line| line.contains(".md:")).count(),
        38
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
    assert_eq!(counted("sarif", &read("a.sarif")), FINDINGS);
    assert_eq!(counted("junit", &read("b.xml")), FINDINGS);
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
        text.starts_with("     3  words/leverage\n     1  words/pipeline in 2 places\n"),
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

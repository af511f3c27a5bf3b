//! Reports in the hands of programs that read such reports for a living: Microsoft's
//! SARIF validator with GitHub's rules, a validator of reviewdog's format, junitparser,
//! and diff-cover for Checkstyle. They come from npm and `PyPI`; a test whose program
//! cannot be had says that it was skipped. (Of GitLab there is none to be had;
//! tests/reports.rs holds its format.)

#![cfg(unix)]
#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

#[path = "support/fixture.rs"]
mod fixture;
#[path = "support/skip.rs"]
mod skip;
#[path = "support/tools.rs"]
mod tools;

use fixture::FINDINGS;

/// The fixture with a file that cannot be read, and its report in a file.
fn report(format: &str) -> (TempDir, String) {
    let folder = fixture::fixture();
    fs::write(folder.path().join("utf16.md"), b"\xff\xfeW\0e\0").expect("it can be written");
    // The glossary has one error, so that some findings fail and others do not.
    let file = format!("{format}=report");
    let args = ["--fail-on", "error", "--report", &file, "."];
    fixture::check_with(folder.path(), &args, 2);
    let path = folder.path().join("report");
    (folder, path.to_string_lossy().into_owned())
}

/// What a program says, if it likes what it got.
fn said(program: &Path, args: &[&str]) -> String {
    let output = Command::new(program)
        .args(args)
        // The validator is a program of .NET, which wants tables of languages.
        .env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}: {output:?}", program.display());
    String::from_utf8(output.stdout).expect("it says text")
}

#[test]
fn sarif_has_no_mistake_for_microsofts_validator() {
    let Some(modules) = tools::node("sarif", &["@microsoft/sarif-multitool@^5"]) else {
        return;
    };
    let program = modules.join("@microsoft/sarif-multitool-linux/Sarif.Multitool");
    if !program.exists() {
        skip::skip("the validator is there for other systems");
        return;
    }
    let all = fs::Permissions::from_mode(0o755);
    fs::set_permissions(&program, all).expect("what was installed can be changed");
    let (folder, path) = report("sarif");
    let found = folder.path().join("found.sarif");
    said(
        &program,
        &[
            "validate",
            &path,
            "--rule-kind",
            "Sarif;Gh",
            "--level",
            "Error;Warning",
            "--kind",
            "Fail",
            "--output",
            &found.to_string_lossy(),
        ],
    );
    let found = fs::read_to_string(found).expect("it was written");
    let found: Value = serde_json::from_str(&found).expect("it is JSON");
    let run = &found["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "Sarif.Multitool");
    let results = run["results"].as_array().map_or(&[][..], Vec::as_slice);
    // One remark is right: there is no home page to name.
    let others = results.iter().filter(|result| {
        result["ruleId"] != "SARIF2005"
            || result["message"]["id"] != "Warning_ProvideToolnformationUri"
    });
    let others: Vec<&Value> = others.collect();
    assert!(others.is_empty(), "{others:#?}");
}

#[test]
fn rdjson_is_valid_in_the_strictest_mode() {
    let Some(modules) = tools::node("rdjson", &["@umbrelladocs/rdformat-validator@^1"]) else {
        return;
    };
    let (_folder, path) = report("rdjson");
    let program = modules.join(".bin/rdformat-validator");
    let flags = ["--strict", "--no-extra-fields", "--format", "json", &path];
    let said = said(&program, &flags);
    let said: Value = serde_json::from_str(&said).expect("it says JSON");
    assert_eq!(
        (&said["validFiles"], &said["totalWarnings"]),
        (&1.into(), &0.into()),
        "{said}"
    );
}

const JUNIT: &str = "
import sys
from junitparser import JUnitXml
suites = JUnitXml.fromfile(sys.argv[1])
counted = [suites.tests, suites.failures, suites.errors, suites.skipped]
suites.update_statistics()
assert counted[:3] == [suites.tests, suites.failures, suites.errors], counted
cases = [case for suite in suites for case in suite]
kinds = [type(case.result[0]).__name__ for case in cases]
print(kinds.count('Failure'), kinds.count('Skipped'), kinds.count('Error'))
";

#[test]
fn junit_has_a_failure_for_what_fails_the_run_alone() {
    let Some(programs) = tools::python("junit", &["junitparser>=4,<6"]) else {
        return;
    };
    let (_folder, path) = report("junit");
    let said = said(&programs.join("python"), &["-c", JUNIT, &path]);
    assert_eq!(said, format!("1 {} 1\n", FINDINGS - 1));
}

const CHECKSTYLE: &str = "
import sys
from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver
with open(sys.argv[1]) as report:
    found = CheckstyleXmlDriver().parse_reports([report.read()])
for path in sorted(found):
    print(path, [violation.line for violation in found[path]])
";

#[test]
fn checkstyle_has_the_lines_for_diff_cover() {
    let Some(programs) = tools::python("checkstyle", &["diff-cover>=9,<12"]) else {
        return;
    };
    let (_folder, path) = report("checkstyle");
    let said = said(&programs.join("python"), &["-c", CHECKSTYLE, &path]);
    assert_eq!(said, "a b,\u{fc}.md [2, 2, 4]\nother.md [1, 1, 1, 3]\n");
}

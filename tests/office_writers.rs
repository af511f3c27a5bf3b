//! Documents that other programs made, and what those programs say of the result:
//! python-docx and python-pptx read the words that a plain text would have become, and
//! `LibreOffice` accepts and rejects tracked changes. A test whose program cannot be had
//! is skipped.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use dejargon::finding::Applicability;
use dejargon::format;
use dejargon::input::Input;
use dejargon::session::Session;
use dejargon::session::review::Marks;
use tempfile::TempDir;

#[path = "support/skip.rs"]
mod skip;
#[allow(dead_code, reason = "other tests use the rest")]
mod support;
#[path = "support/tools.rs"]
mod tools;

static SESSION: LazyLock<Session> = LazyLock::new(|| support::session(None));

const DATE: &str = "2026-11-23T12:00:00Z";

/// What the documents say.
const LINES: [&str; 4] = [
    "Leveraging Our Learnings",
    "We leverage our APIs & utilize an MVP.",
    "We will spin the server up and circle back on the deliverables.",
    "It was deprecated in May.",
];

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/support")
        .join(name)
}

/// A Python that speaks with `LibreOffice`, where both are installed.
fn office_python() -> Option<&'static str> {
    let runs = |program: &str, args: &[&str]| {
        let output = Command::new(program).args(args).output();
        output.is_ok_and(|output| output.status.success())
    };
    let python = ["python3", "/usr/bin/python3"]
        .into_iter()
        .find(|python| runs(python, &["-c", "import uno"]));
    python.filter(|_| runs("soffice", &["--version"]))
}

/// What a program said, if it went well.
fn said(output: Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout).expect("it is text")
}

/// Documents made by python-docx and python-pptx, and the Python that has those.
fn made() -> Option<(TempDir, PathBuf)> {
    let programs = tools::python("office", &["python-docx>=1,<2", "python-pptx>=1,<2"])?;
    let python = programs.join("python");
    let folder = TempDir::new().expect("a folder can be made");
    let command = Command::new(&python)
        .arg(script("writers.py"))
        .arg("make")
        .arg(folder.path())
        .output();
    said(command.expect("Python runs"));
    Some((folder, python))
}

fn opened(path: &Path) -> Input {
    Input::file(path, None).expect("it is read")
}

/// What plain text with these words becomes.
fn expected() -> Vec<String> {
    let markdown = format::by_name("markdown").expect("the format exists");
    let words = format!("# {}\n\n{}", LINES[0], LINES[1..].join("\n\n"));
    let input = Input::from_bytes("a.md".to_owned(), words.into(), markdown).expect("it is read");
    let translation = SESSION
        .translate(&input, Applicability::is_safe)
        .expect("it is translated");
    let text = String::from_utf8(translation.bytes).expect("it is text");
    text.trim_start_matches("# ")
        .split("\n\n")
        .map(|line| line.replace("\\&", "&"))
        .collect()
}

#[test]
fn other_programs_read_what_was_written() {
    let Some((folder, python)) = made() else {
        return;
    };
    for name in ["made.docx", "made.pptx"] {
        let path = folder.path().join(name);
        let translation = SESSION.translate(&opened(&path), Applicability::is_safe);
        fs::write(&path, translation.expect("it is translated").bytes).expect("it is written");
        let read = Command::new(&python)
            .arg(script("writers.py"))
            .arg("read")
            .arg(&path)
            .output();
        let read = said(read.expect("Python runs"));
        assert_eq!(read.lines().collect::<Vec<_>>(), expected(), "{name}");
    }
}

#[test]
fn libreoffice_accepts_and_rejects_tracked_changes() {
    let Some((folder, _)) = made() else { return };
    let at = |name: &str| folder.path().join(name);
    let Some(python) = office_python() else {
        skip::skip_without("LibreOffice with python3-uno");
        return;
    };
    let profile = format!("-env:UserInstallation=file://{}", at("profile").display());
    let converted = Command::new("soffice")
        .args([
            profile.as_str(),
            "--headless",
            "--convert-to",
            "odt",
            "--outdir",
        ])
        .arg(folder.path())
        .arg(at("made.docx"))
        .output();
    said(converted.expect("LibreOffice runs"));
    // The same text has the same findings, whoever saved it how.
    let found = |name: &str| {
        let findings = SESSION.check(&opened(&at(name))).expect("it is checked");
        let say =
            |finding: &dejargon::finding::Finding| (finding.rule.clone(), finding.text.clone());
        findings.iter().map(say).collect::<Vec<_>>()
    };
    assert_eq!(found("made.odt"), found("made.docx"));
    for name in ["made.docx", "made.odt"] {
        let reviewed = SESSION.review(
            &opened(&at(name)),
            Marks::Changes,
            DATE,
            Applicability::is_safe,
        );
        let bytes = reviewed.expect("it is reviewed").translation.bytes;
        fs::write(at(name), bytes).expect("it is written");
    }
    let files = [at("made.docx"), at("made.odt")];
    let output = Command::new(python)
        .arg(script("libreoffice.py"))
        .arg(at("profile"))
        .args(&files)
        .output();
    let output = output.expect("Python runs");
    if String::from_utf8_lossy(&output.stderr).contains("does not start") {
        skip::skip("LibreOffice does not start");
        return;
    }
    let output = said(output);
    let accepted = expected();
    let one: Vec<&str> = ["= Accept"]
        .into_iter()
        .chain(accepted.iter().map(String::as_str))
        .chain(["= Reject"])
        .chain(LINES)
        .collect();
    assert_eq!(
        output.lines().collect::<Vec<_>>(),
        [one.clone(), one].concat()
    );
}

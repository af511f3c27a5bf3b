//! Promises that hold of any document, on generated ones. `PROPTEST_CASES` sets
//! how many are made, `PROPTEST_RNG_SEED` which; without them a few hundred are,
//! always the same, so that a change alone can make this fail.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use dejargon::finding::{Applicability, Finding, Held};
use dejargon::session::Session;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

#[path = "support/documents.rs"]
mod documents;
mod support;

use documents::{bytes, html, markdown, plain, spaced};
use support::input;
use support::invariants::verdict;

/// A glossary with terms of every kind.
static SESSION: LazyLock<Session> = LazyLock::new(|| support::session(Some(&glossary())));

fn glossary() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/glossary.toml")
}

/// The formats that are text.
const FORMATS: &[&str] = &[
    "markdown",
    "text",
    "html",
    "rst",
    "asciidoc",
    "latex",
    "org",
    "mdx",
    "mail",
    "commit-message",
];

/// So many cases, unless the environment asks for others.
fn cases(cases: u32) -> Config {
    let given = Config::default();
    let asked = |name: &str| std::env::var_os(name).is_some();
    Config {
        cases: if asked("PROPTEST_CASES") {
            given.cases
        } else {
            cases
        },
        rng_seed: if asked("PROPTEST_RNG_SEED") {
            given.rng_seed
        } else {
            RngSeed::Fixed(7)
        },
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..given
    }
}

/// Checks all promises for a document.
fn promises_hold(format: &str, bytes: &[u8]) -> Result<(), TestCaseError> {
    let violations = verdict(&SESSION, &input(format, bytes)).violations;
    let shown: Vec<String> = violations.iter().map(ToString::to_string).collect();
    prop_assert!(
        violations.is_empty(),
        "in {:?}:\n{}",
        String::from_utf8_lossy(bytes),
        shown.join("\n")
    );
    Ok(())
}

/// What a finding says, without what a copy of its document may change.
fn says(finding: &Finding) -> (String, usize, String, Option<Held>) {
    let words: Vec<&str> = finding.text.split_whitespace().collect();
    (
        finding.rule.to_string(),
        finding.location.start.line,
        words.join(" "),
        finding.held(),
    )
}

/// Checks that a copy of a document has the same findings.
fn same_findings(format: &str, document: &str, copy: &str) -> Result<(), TestCaseError> {
    let of = |text: &str| -> Result<Vec<_>, TestCaseError> {
        let findings = SESSION.check(&input(format, text));
        let findings =
            findings.map_err(|error| TestCaseError::fail(format!("{text:?} {}", error.message)))?;
        Ok(findings.iter().map(says).collect())
    };
    prop_assert_eq!(of(document)?, of(copy)?, "{:?} and {:?}", document, copy);
    Ok(())
}

fn written() -> impl Strategy<Value = (&'static str, String)> {
    prop_oneof![
        2 => markdown().prop_map(|text| ("markdown", text)),
        1 => plain().prop_map(|text| ("text", text)),
        1 => html().prop_map(|text| ("html", text)),
    ]
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn markdown_keeps_the_promises(bytes in bytes(markdown())) {
        promises_hold("markdown", &bytes.0)?;
    }

    #[test]
    fn plain_text_keeps_the_promises(bytes in bytes(plain())) {
        promises_hold("text", &bytes.0)?;
    }

    #[test]
    fn html_keeps_the_promises(bytes in bytes(html())) {
        promises_hold("html", &bytes.0)?;
    }

    #[test]
    fn other_markup_keeps_the_promises(
        bytes in bytes(markdown()),
        format in prop::sample::select(&FORMATS[3..]),
    ) {
        promises_hold(format, &bytes.0)?;
    }

    #[test]
    fn any_text_keeps_the_promises(
        text in "(?s)(\\PC|[\\r\\n\\t#>*_`\\[\\]()<>&|~$-]|API|repos|a |leveraged| ){0,60}",
        format in prop::sample::select(FORMATS),
    ) {
        promises_hold(format, text.as_bytes())?;
    }

    #[test]
    fn crlf_changes_no_finding((format, text) in written()) {
        let text = spaced(&text, " ");
        same_findings(format, &text, &text.replace('\n', "\r\n"))?;
    }

    #[test]
    fn a_byte_order_mark_changes_no_finding((format, text) in written()) {
        let text = spaced(&text, " ");
        same_findings(format, &text, &format!("\u{feff}{text}"))?;
    }

    #[test]
    fn a_space_that_does_not_break_changes_no_finding((format, text) in written()) {
        same_findings(format, &spaced(&text, " "), &spaced(&text, "\u{a0}"))?;
    }

    #[test]
    fn a_document_without_findings_stays_as_it_is(
        bytes in prop::collection::vec(prop_oneof![any::<u8>(), 0x20_u8..0x7f, Just(b'\n')], 0..200),
        format in prop::sample::select(FORMATS),
    ) {
        let input = input(format, bytes);
        let translation = SESSION.translate(&input, Applicability::is_safe);
        let translation = translation.map_err(|error| TestCaseError::fail(error.message))?;
        if translation.findings.is_empty() {
            prop_assert_eq!(translation.bytes, input.bytes);
        }
    }
}

/// Words of which paragraphs are made to be wrapped anew.
const WORDS: &[&str] = &[
    "the",
    "a",
    "an",
    "we",
    "our",
    "is",
    "are",
    "and",
    "will",
    "to",
    "user",
    "story",
    "API",
    "APIs",
    "keys",
    "key",
    "MVP",
    "repo",
    "repos",
    "leverage",
    "leveraged",
    "leveraging",
    "impact",
    "spin",
    "spun",
    "up",
    "server",
    "it",
    "May.",
    "Then",
    "good,",
    "learning",
    "team",
    "ad",
    "hoc",
];

/// A paragraph on one line, and the same with line breaks, in a block whose lines
/// begin with `first` and `other`.
fn wrapped(words: &[&str], breaks: &[bool], first: &str, other: &str) -> (String, String) {
    let mut wrapped = first.to_owned();
    for (index, word) in words.iter().enumerate() {
        let breaks_here = breaks.get(index).copied().unwrap_or_default();
        match (index, breaks_here) {
            (0, _) => {}
            (_, true) => wrapped.extend(["\n", other]),
            (_, false) => wrapped.push(' '),
        }
        wrapped.push_str(word);
    }
    (format!("{first}{}\n", words.join(" ")), wrapped + "\n")
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn wrapping_changes_no_finding(
        words in prop::collection::vec(prop::sample::select(WORDS), 1..40),
        breaks in prop::collection::vec(any::<bool>(), 40),
        (format, first, other) in prop::sample::select(vec![
            ("markdown", "", ""), ("markdown", "> ", "> "), ("markdown", "- ", "  "), ("text", "", ""), ("html", "", " "),
        ]),
    ) {
        let found = |text: &str| -> Result<Vec<(String, String)>, TestCaseError> {
            let findings = SESSION.check(&input(format, text));
            let findings = findings.map_err(|error| TestCaseError::fail(error.message))?;
            let said = findings.iter().map(says).map(|(rule, _, text, _)| {
                (rule, text.replace("> ", ""))
            });
            Ok(said.collect())
        };
        let (line, lines) = wrapped(&words, &breaks, first, other);
        prop_assert_eq!(found(&line)?, found(&lines)?, "{:?} and {:?}", line, lines);
    }
}

/// Puts documents into a folder of their own.
fn folder_of(texts: &[(&'static str, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (index, (format, text)) in texts.iter().enumerate() {
        let extension = match *format {
            "markdown" => "md",
            "text" => "txt",
            other => other,
        };
        let path = folder
            .path()
            .join(format!("{}/{index}.{extension}", index % 3));
        std::fs::create_dir_all(path.parent().unwrap_or(folder.path()))
            .expect("a folder can be made");
        std::fs::write(path, spaced(text, " ")).expect("a file can be written");
    }
    folder
}

/// What a folder holds, sorted by path.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut contents: Vec<(PathBuf, Vec<u8>)> = ignore::Walk::new(folder)
        .flatten()
        .filter_map(|entry| {
            let bytes = std::fs::read(entry.path()).ok()?;
            let path = entry.path().strip_prefix(folder).ok()?.to_owned();
            Some((path, bytes))
        })
        .collect();
    contents.sort();
    contents
}

proptest! {
    // Each case starts the program nine times.
    #![proptest_config(Config { cases: 8, ..cases(8) })]

    #[test]
    fn the_number_of_threads_changes_no_byte(texts in prop::collection::vec(written(), 2..24)) {
        let run = |folder: &Path, arguments: &[&str], threads: &str| {
            let run = Command::new(env!("CARGO_BIN_EXE_dejargon"))
                .args(arguments)
                .args(["--isolated", "--no-bundled", "--threads", threads, "--glossary"])
                .arg(glossary())
                .arg(".")
                .current_dir(folder)
                .output()
                .expect("the program runs");
            (run.status.code(), String::from_utf8_lossy(&run.stdout).into_owned())
        };
        let all = |threads: &str| {
            let folder = folder_of(&texts);
            let report = run(folder.path(), &["check", "--format", "json"], threads);
            let diff = run(folder.path(), &["translate", "--diff"], threads);
            let written = run(folder.path(), &["translate", "--write"], threads);
            (report, diff, written, contents(folder.path()))
        };
        let one = all("1");
        prop_assert!(one.0.0 != Some(2), "the run failed");
        prop_assert_eq!(&one, &all("2"));
        prop_assert_eq!(&one, &all("8"));
    }
}

/// Large enough for all processors to share its search and its findings.
#[test]
fn a_large_document_has_the_findings_of_its_paragraphs() {
    const COPIES: usize = 4000;
    let block = "We leverage the MVP that they deprecated, and the impact of the API is new.\n\
                 It impacts `MVP` in [the MVP](mvp.md) [#1][1]. Spin the server up.\n\n";
    let filler =
        "Nothing is to be said of these words, which are here to be many.\n".repeat(7) + "\n";
    let check = |copies: usize| {
        let text = (block.to_owned() + &filler).repeat(copies);
        let input = input("markdown", text.into_bytes());
        let findings = SESSION.check(&input).expect("it can be read");
        // What is explained has one finding for all paragraphs.
        let (once, each): (Vec<_>, Vec<_>) =
            findings.into_iter().partition(|found| found.once.is_some());
        let places: Vec<usize> = once.iter().map(Finding::places).collect();
        assert_eq!(places, [copies]);
        each
    };
    let (two, all) = (check(2), check(COPIES));
    let (first, later) = two.split_at(two.len() / 2);
    assert_eq!(all.len(), first.len() * COPIES);
    assert!(first.len() >= 6, "{first:?}");
    let length = block.len() + filler.len();
    for (copy, findings) in all.chunks(first.len()).enumerate() {
        let (expected, at) = match copy {
            0 => (first, 0),
            _ => (later, length),
        };
        let said = |findings: &[Finding], start: usize| -> Vec<_> {
            let edit = |fix: &dejargon::finding::Fix| {
                let edits = fix.edits.iter();
                let edits = edits.map(|edit| (edit.span.start - start, edit.replacement.clone()));
                edits.collect::<Vec<_>>()
            };
            let findings = findings.iter();
            findings
                .map(|finding| {
                    let place = finding.location.span.start - start;
                    let (rule, _, words, held) = says(finding);
                    (rule, words, held, place, finding.fix.as_ref().map(edit))
                })
                .collect()
        };
        assert_eq!(said(findings, copy * length), said(expected, at), "{copy}");
    }
}

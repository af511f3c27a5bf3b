//! Holds the bundled glossaries to their own examples, by the linter's rule.
//!
//! All glossaries are loaded together, as readers outside every trade get them,
//! so that an entry which another one overrides or repeats is found out, too.
//! The test lists every example that does not hold, not the first alone.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::fmt::Write as _;

use dejargon::glossary::bundled;
use dejargon::glossary::term::PUBLIC;
use dejargon::lint::{Linter, Question, Rule, Source, day};

/// The files in an order that is not the program's: it decides nothing.
fn bundled_glossaries() -> Vec<Source> {
    let names = bundled::ALL.iter().map(|glossary| glossary.name);
    let mut sources: Vec<Source> = names.flat_map(Source::bundled).collect();
    sources.reverse();
    sources
}

/// What the linter says of the bundled glossaries by the rules that `asked`
/// takes, a finding a line.
fn findings(asked: impl Fn(&str) -> bool) -> String {
    let sources = bundled_glossaries();
    let linter = Linter::new(&sources).expect("one search can take them");
    let question = Question {
        today: day::of_unix_time(0).expect("1970 is a year"),
        used: None,
    };
    let mut lines = String::new();
    for report in linter.reports(&question) {
        let findings = report.findings.iter();
        for finding in findings.filter(|finding| asked(&finding.rule)) {
            let (path, line) = (&report.path, finding.location.start.line);
            let _ = write!(lines, "\n{path}:{line}: {}", finding.message);
        }
    }
    lines
}

#[test]
fn every_example_holds() {
    let failing = findings(|rule| rule == Rule::FailingExample.id());
    assert!(failing.is_empty(), "examples that do not hold:{failing}");
}

#[test]
fn every_entry_has_an_example() {
    let sources = bundled_glossaries();
    let linter = Linter::new(&sources).expect("one search can take them");
    let entries = linter.session().matcher().layers().entries();
    let silent: Vec<&str> = entries
        .filter(|entry| !entry.is_known_to(PUBLIC) && entry.examples.is_empty())
        .map(|entry| &*entry.rule)
        .collect();
    assert!(silent.is_empty(), "without an example: {silent:?}");
}

#[test]
fn the_linter_finds_nothing() {
    let findings = findings(|_| true);
    assert!(findings.is_empty(), "what the linter says:{findings}");
}

//! Holds the bundled glossaries to their own examples.
//!
//! All glossaries are loaded together, as readers outside every trade get them,
//! so that an entry which another one overrides or repeats is found out, too.
//! The test lists every example that does not hold, not the first alone.

use std::fmt::Write as _;
use std::path::Path;

use dejargon::config::{Config, Flags};
use dejargon::finding::Finding;
use dejargon::format;
use dejargon::glossary::schema::Example;
use dejargon::glossary::term::{Entry, PUBLIC};
use dejargon::input::Input;
use dejargon::rewrite::How;
use dejargon::session::Session;

/// An example that does not hold.
struct Failure {
    rule: String,
    text: String,
    expected: String,
    got: String,
}

/// What the program makes of a text.
struct Outcome {
    text: String,
    findings: Vec<Finding>,
}

impl Outcome {
    fn of(session: &Session, text: &str) -> Result<Self, String> {
        let input = Input {
            name: "example.md".to_owned(),
            bytes: text.as_bytes().to_vec(),
            format: format::default(),
            linked: Vec::new(),
        };
        let translation = session
            .translate(&input, |fix| fix.safe)
            .map_err(|error| error.message)?;
        Ok(Self {
            text: String::from_utf8_lossy(&translation.bytes).into_owned(),
            findings: translation.findings,
        })
    }

    fn flags(&self, rule: &str) -> bool {
        self.findings.iter().any(|finding| &*finding.rule == rule)
    }

    /// What was found, and why it was not rewritten.
    fn notes(&self) -> String {
        let mut notes = String::new();
        for finding in &self.findings {
            let reason = finding.held.map_or("rewritten", |held| held.reason());
            let _ = write!(notes, " [{} {:?}: {reason}]", finding.rule, finding.text);
        }
        notes
    }
}

fn session() -> Result<Session, String> {
    let flags = Flags {
        isolated: true,
        audience: Some(PUBLIC.to_owned()),
        ..Flags::default()
    };
    let config = Config::resolve(flags, Path::new(".")).map_err(|error| format!("{error:?}"))?;
    Session::new(&config, How::AsWritten).map_err(|error| format!("{error:?}"))
}

/// What is wrong with an example, if anything is.
fn failure(session: &Session, entry: &Entry, example: &Example) -> Option<Failure> {
    let failed = |expected: &str, got: String| {
        Some(Failure {
            rule: entry.rule.to_string(),
            text: example.text.clone(),
            expected: expected.to_owned(),
            got,
        })
    };
    let outcome = match Outcome::of(session, &example.text) {
        Ok(outcome) => outcome,
        Err(error) => return failed("to be read", error),
    };
    let is_flagged = outcome.flags(&entry.rule);
    match &example.becomes {
        None if is_flagged || entry.is_known_to(PUBLIC) => None,
        None => failed("flagged", format!("not flagged{}", outcome.notes())),
        Some(becomes) if *becomes != outcome.text => {
            let got = format!("{}{}", outcome.text, outcome.notes());
            failed(becomes, got)
        }
        // Left as it is since it is no jargon there, not for want of words.
        Some(becomes) if *becomes == example.text && is_flagged => {
            failed("not flagged", format!("flagged{}", outcome.notes()))
        }
        Some(_) => None,
    }
}

#[test]
fn every_example_holds() -> Result<(), String> {
    let session = session()?;
    let entries = || session.matcher().layers().entries();
    let failures: Vec<Failure> = entries()
        .flat_map(|entry| entry.examples.iter().map(move |example| (entry, example)))
        .filter_map(|(entry, example)| failure(&session, entry, example))
        .collect();
    let mut report = String::new();
    for Failure {
        rule,
        text,
        expected,
        got,
    } in &failures
    {
        let _ = write!(
            report,
            "\n{rule}\n  text:     {text}\n  expected: {expected}\n  got:      {got}\n"
        );
    }
    let examples: usize = entries().map(|entry| entry.examples.len()).sum();
    assert!(
        failures.is_empty(),
        "{} of {examples} examples:{report}",
        failures.len()
    );
    Ok(())
}

#[test]
fn every_entry_has_an_example() -> Result<(), String> {
    let session = session()?;
    let silent: Vec<&str> = session
        .matcher()
        .layers()
        .entries()
        .filter(|entry| !entry.is_known_to(PUBLIC) && entry.examples.is_empty())
        .map(|entry| &*entry.rule)
        .collect();
    assert!(silent.is_empty(), "without an example: {silent:?}");
    Ok(())
}

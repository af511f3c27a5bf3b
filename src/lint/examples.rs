//! Examples are tests that live with their entry: each is translated as a document
//! is, and has to become what its author says. An example stands for a longer text, so
//! it is about what the entry is, unless it shows where the word is left alone. The
//! bundled glossaries are held to theirs by this rule, too.

use std::fmt::Write as _;

use super::remark::Remark;
use super::rule::Rule;
use super::written::Item;
use crate::finding::{Finding, Fix};
use crate::format;
use crate::glossary::schema::Example;
use crate::glossary::term::{Entry, PUBLIC};
use crate::input::Input;
use crate::session::{Session, rewritten};

/// Adds the examples of an entry that do not hold. An entry that is not applied,
/// as a draft or since a later glossary has its rule, has none to hold.
pub(super) fn check(item: &Item<'_>, session: &Session, found: &mut Vec<Remark>) {
    let entry = item.entry;
    if entry.examples.is_empty() || !applies(entry, session) {
        return;
    }
    for (index, example) in entry.examples.iter().enumerate() {
        if let Some(reason) = failure(session, entry, example) {
            let place = item.place_in("examples", index);
            found.push(Remark::new(Rule::FailingExample, place, reason));
        }
    }
}

fn applies(entry: &Entry, session: &Session) -> bool {
    let applied = session.matcher().layers().entry_of(&entry.rule);
    applied.is_some_and(|applied| applied.origin == entry.origin)
}

/// What is wrong with an example, if anything is.
fn failure(session: &Session, entry: &Entry, example: &Example) -> Option<String> {
    let is_left_alone = example.becomes.as_ref() == Some(&example.text);
    let subjects = entry.about.get(..usize::from(!is_left_alone));
    let subjects = subjects.unwrap_or_default();
    let outcome = match Outcome::of(session, &example.text, subjects) {
        Ok(outcome) => outcome,
        Err(reason) => return Some(format!("the example {reason}")),
    };
    let is_flagged = outcome.flags(&entry.rule);
    match &example.becomes {
        None if is_flagged || entry.is_known_to(PUBLIC) => None,
        None => Some(format!(
            "`{}` is not flagged in \"{}\"{}: write a sentence that uses it, or loosen the entry's context",
            entry.term,
            example.text,
            outcome.notes()
        )),
        Some(becomes) if *becomes != outcome.text => Some(format!(
            "the example becomes \"{}\", not \"{becomes}\"{}: change the entry, or what is expected",
            outcome.text,
            outcome.notes()
        )),
        // Left as it is since it is no jargon there, not for want of words.
        Some(becomes) if *becomes == example.text && is_flagged => Some(format!(
            "`{}` is flagged in \"{becomes}\", where it is to be left alone{}: add the context to `never-when`, or the phrase to `except`",
            entry.term,
            outcome.notes()
        )),
        Some(_) => None,
    }
}

/// What the program makes of a text.
struct Outcome {
    text: String,
    findings: Vec<Finding>,
}

impl Outcome {
    fn of(session: &Session, text: &str, subjects: &[String]) -> Result<Self, String> {
        let input = Input {
            name: "example.md".to_owned(),
            bytes: text.as_bytes().to_vec(),
            packed: None,
            format: format::default(),
            backlinks: None,
        };
        let findings = session.check_about(&input, subjects);
        let findings = findings.map_err(|error| error.message)?;
        let safe: Vec<&Fix> = findings.iter().filter_map(Finding::safe_fix).collect();
        Ok(Self {
            text: String::from_utf8_lossy(&rewritten(&input, &safe)).into_owned(),
            findings,
        })
    }

    fn flags(&self, rule: &str) -> bool {
        self.findings.iter().any(|finding| &*finding.rule == rule)
    }

    /// What was found, and why it was not rewritten.
    fn notes(&self) -> String {
        let mut notes = String::new();
        for finding in &self.findings {
            let reason = finding.held().map_or("rewritten", |held| held.reason());
            let _ = write!(notes, " ({} \"{}\": {reason})", finding.rule, finding.text);
        }
        notes
    }
}

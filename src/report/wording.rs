//! What is said of a finding beside its message, in the same words whatever the
//! format: what to write instead, what the term means, and the counts.

use super::model::{Report, Summary};
use crate::finding::Finding;

/// The message and the advice.
pub(super) fn message(finding: &Finding) -> String {
    joined(finding, &finding.advice())
}

/// The message and one thing to write.
pub(super) fn brief_message(finding: &Finding) -> String {
    joined(finding, &finding.brief_advice())
}

fn joined(finding: &Finding, advice: &str) -> String {
    let separator = if advice.is_empty() { "" } else { "; " };
    format!("{}{separator}{advice}", finding.message)
}

/// The message and the advice, behind the place where that has no line: for formats
/// that can only name lines.
pub(super) fn message_with_spot(finding: &Finding) -> String {
    match &finding.block {
        Some(block) => format!("{}: {}", block.spot, message(finding)),
        None => message(finding),
    }
}

/// Where a finding is in its file: `3:10`, `¶12`.
pub(super) fn place(finding: &Finding) -> String {
    match &finding.block {
        Some(block) => block.spot.to_string(),
        None => {
            let start = finding.location.start;
            format!("{}:{}", start.line, start.column)
        }
    }
}

/// What the term means, a sentence a line: the definition, then each audience's.
pub(super) fn meaning(finding: &Finding) -> Vec<String> {
    let Some(term) = &finding.term else {
        return Vec::new();
    };
    let definition = term.definition.iter().map(ToString::to_string);
    let meanings = term.meanings.iter();
    definition
        .chain(meanings.map(|(audience, meaning)| format!("for {audience}: {meaning}")))
        .collect()
}

/// What the term means, and where else it stands.
pub(super) fn notes(finding: &Finding) -> Vec<String> {
    let mut notes = meaning(finding);
    notes.extend(finding.elsewhere());
    notes
}

/// What a fix does, or what is doubtful about it.
pub(super) fn about_fix(finding: &Finding) -> String {
    match finding.held() {
        Some(held) => format!("not certain to be right: {}", held.reason()),
        None => finding.advice(),
    }
}

/// `20 findings in 3 of 40 files (17 terms in 41 places): 2 errors, 17 warnings, 1 info.`
pub(super) fn counts(summary: Summary, report: &Report) -> String {
    format!(
        "{} in {} of {}{}: {}.",
        counted(summary.findings, "finding", "findings"),
        report.files.len(),
        counted(summary.files, "file", "files"),
        terms(summary),
        by_severity(summary),
    )
}

/// How many terms were found, and in how many places.
fn terms(summary: Summary) -> String {
    match summary.terms {
        0 => String::new(),
        number => format!(
            " ({} in {})",
            counted(number, "term", "terms"),
            counted(summary.places, "place", "places"),
        ),
    }
}

/// `1 file`, `2 files`.
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn by_severity(summary: Summary) -> String {
    let severities = [
        (summary.errors, "error", "errors"),
        (summary.warnings, "warning", "warnings"),
        (summary.infos, "info", "infos"),
    ];
    let severities: Vec<String> = severities
        .iter()
        .filter(|(number, ..)| *number > 0)
        .map(|&(number, one, many)| counted(number, one, many))
        .collect();
    severities.join(", ")
}

//! What is said of a finding beside its message, in the same words whatever the
//! format: what to write instead, what the term means, and the counts.

use super::model::{Report, Summary};
use crate::finding::{Finding, Fix};

/// What to write instead: `write "use", or "draw on"`; empty where nothing is known.
pub(super) fn advice(finding: &Finding) -> String {
    match finding.suggestions.as_slice() {
        [] => String::new(),
        [first] => format!("write \"{first}\""),
        [first, others @ ..] => {
            let others: Vec<String> = others.iter().map(|other| format!("\"{other}\"")).collect();
            format!("write \"{first}\", or {}", others.join(", "))
        }
    }
}

/// The message and the advice.
pub(super) fn message(finding: &Finding) -> String {
    match advice(finding) {
        advice if advice.is_empty() => finding.message.clone(),
        advice => format!("{}; {advice}", finding.message),
    }
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

/// What a fix does, and what is doubtful about it.
pub(super) fn about_fix(finding: &Finding, fix: &Fix) -> String {
    match (fix.safe, finding.held) {
        (false, Some(held)) => format!("{}; look at it first: {}", advice(finding), held.reason()),
        _ => advice(finding),
    }
}

/// `12 findings in 3 of 40 files: 2 errors, 9 warnings, 1 info.`
pub(super) fn counts(summary: Summary, report: &Report) -> String {
    format!(
        "{} in {} of {}: {}.",
        counted(summary.findings, "finding", "findings"),
        report.files.len(),
        counted(summary.files, "file", "files"),
        by_severity(summary),
    )
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

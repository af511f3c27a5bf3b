//! GitHub's workflow commands, which show findings beside the changed lines, and the
//! table of a job's summary. GitHub shows ten annotations of a severity for each
//! step and drops the others without a word, so the gravest come first; the table has
//! them all.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::ReportFormat;
use super::model::{FileReport, Report};
use super::wording::{counts, message_with_spot, notes, place};
use crate::finding::{Finding, Severity};
use crate::text::sanitize::{pictured, sanitize};

/// How many annotations of one severity GitHub takes from a step: ten errors, ten
/// warnings and ten notices; and fifty from a job, which may have other steps. So says
/// `docs/problem-matchers.md` of <https://github.com/actions/toolkit>.
const MOST_OF_A_SEVERITY: usize = 10;

/// How long the table gets: GitHub refuses summaries of more than 1 MiB, and other
/// steps may write, too.
const LONGEST_TABLE: usize = 512 * 1024;

/// Writes a command a finding, and the counts.
pub(super) struct Github;

impl ReportFormat for Github {
    fn name(&self) -> &'static str {
        "github"
    }

    fn about(&self) -> &'static str {
        "Annotations of GitHub Actions, and its job summary"
    }

    fn job_summary(&self, report: &Report) -> Option<String> {
        Some(job_summary(report))
    }

    fn write(&self, report: &Report, _color: bool, out: &mut dyn Write) -> io::Result<()> {
        for severity in GRAVEST_FIRST {
            for (file, finding) in of_severity(report, severity).take(MOST_OF_A_SEVERITY) {
                writeln!(out, "{}", annotation(file, finding))?;
            }
        }
        let summary = report.summary();
        if summary.findings == 0 {
            return Ok(());
        }
        writeln!(out, "{}", counts(summary, report))
    }
}

fn annotation(file: &FileReport, finding: &Finding) -> String {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let (start, end) = (finding.location.start, finding.location.end);
    let mut lines = vec![message_with_spot(finding)];
    lines.extend(notes(finding));
    let lines_of_file = match finding.block {
        Some(_) => String::new(),
        None => format!(
            ",line={},endLine={},col={},endColumn={}",
            start.line, end.line, start.column, end.column
        ),
    };
    format!(
        "::{command} file={}{lines_of_file},title={}::{}",
        property(&file.path),
        property(&format!("dejargon {}", finding.rule)),
        data(&lines.join("\n")),
    )
}

const GRAVEST_FIRST: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

fn of_severity(
    report: &Report,
    severity: Severity,
) -> impl Iterator<Item = (&FileReport, &Finding)> {
    let findings = report.shown_findings();
    findings.filter(move |(_, finding)| finding.severity == severity)
}

/// What stands behind `::`.
fn data(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '%' => escaped.push_str("%25"),
            '\r' => escaped.push_str("%0D"),
            '\n' => escaped.push_str("%0A"),
            c => escaped.push(pictured(c)),
        }
    }
    escaped
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// The findings as Markdown for the summary of a job, the gravest first.
fn job_summary(report: &Report) -> String {
    let summary = report.summary();
    if summary.findings == 0 {
        return String::new();
    }
    let mut table = format!("### dejargon\n\n{}\n\n", counts(summary, report));
    table.push_str("| severity | place | rule | what to do |\n| --- | --- | --- | --- |\n");
    let mut rows = 0;
    let findings = GRAVEST_FIRST.into_iter();
    for (file, finding) in findings.flat_map(|severity| of_severity(report, severity)) {
        if table.len() > LONGEST_TABLE {
            break;
        }
        let place = match finding.block {
            Some(_) => place(finding),
            None => finding.location.start.line.to_string(),
        };
        let what = format!("\"{}\": {}", finding.text, finding.advice());
        let _ = writeln!(
            table,
            "| {} | {}:{} | {} | {} |",
            finding.severity,
            cell(&file.path),
            cell(&place),
            cell(&finding.rule),
            cell(what.trim_end_matches(": ")),
        );
        rows += 1;
    }
    if rows < summary.findings {
        let _ = writeln!(table, "\n{} more are not shown.", summary.findings - rows);
    }
    table.push('\n');
    table
}

/// Text in a table, where no sign of Markdown or HTML means anything.
fn cell(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in sanitize(&text.replace(['\r', '\n'], " ")).chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '~' | '@' | '#' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_commands_are_escaped() {
        assert_eq!(property("a:b,c%d"), "a%3Ab%2Cc%25d");
        assert_eq!(data("50%: a,\r\nb"), "50%25: a,%0D%0Ab");
        assert_eq!(property("a\u{1b}b:"), "a␛b%3A");
    }

    #[test]
    fn signs_of_markdown_are_escaped() {
        assert_eq!(cell("a|b\n<c> `d`"), "a\\|b &lt;c> \\`d\\`");
    }
}

//! JUnit's XML: a suite a file, a case a finding, an error a file that could not be
//! read. Readers of the format know a failure, an error, and what was skipped, and no
//! severities: a finding is a failure if it fails the run, and else skipped, so that
//! a green job has no red test. The numbers are those of the cases that are there.

use std::io::{self, Write};

use super::ReportFormat;
use super::model::{FileReport, Report};
use super::wording::{message, notes, place};
use super::xml::escape;
use crate::finding::Finding;
use crate::input::InputError;

/// Writes the suites.
pub(super) struct Junit;

impl ReportFormat for Junit {
    fn name(&self) -> &'static str {
        "junit"
    }

    fn about(&self) -> &'static str {
        "JUnit's XML"
    }

    fn write(&self, report: &Report, _color: bool, out: &mut dyn Write) -> io::Result<()> {
        let cases = report.shown_findings().count();
        let failing = |(file, finding): &(&FileReport, &Finding)| fails(file, finding);
        let failures = report.shown_findings().filter(failing).count();
        let errors = report.errors.len();
        writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
        writeln!(
            out,
            r#"<testsuites name="dejargon" tests="{}" failures="{failures}" errors="{errors}">"#,
            cases + errors,
        )?;
        for (file, findings) in report.shown() {
            suite(file, findings, out)?;
        }
        for error in &report.errors {
            unread(error, out)?;
        }
        writeln!(out, "</testsuites>")
    }
}

fn fails(file: &FileReport, finding: &Finding) -> bool {
    file.fail_on.fails(finding.severity)
}

fn suite(file: &FileReport, findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    let path = escape(&file.path);
    let failing = |finding: &&Finding| fails(file, finding);
    let failures = findings.iter().filter(failing).count();
    writeln!(
        out,
        r#"  <testsuite name="{path}" tests="{}" failures="{failures}" errors="0" skipped="{}">"#,
        findings.len(),
        findings.len() - failures,
    )?;
    for finding in findings {
        let place = place(finding);
        let line = match finding.block {
            Some(_) => String::new(),
            None => format!(r#" line="{}""#, finding.location.start.line),
        };
        let outcome = if fails(file, finding) {
            "failure"
        } else {
            "skipped"
        };
        let mut lines = vec![format!("{}:{place}: {}", file.path, message(finding))];
        lines.extend(notes(finding));
        writeln!(
            out,
            r#"    <testcase name="{} ({})" classname="{path}" file="{path}"{line}>"#,
            escape(&finding.rule),
            escape(&place),
        )?;
        writeln!(
            out,
            r#"      <{outcome} type="{}" message="{}">{}</{outcome}>"#,
            finding.severity,
            escape(&message(finding)),
            escape(&lines.join("\n")),
        )?;
        writeln!(out, "    </testcase>")?;
    }
    writeln!(out, "  </testsuite>")
}

fn unread(error: &InputError, out: &mut dyn Write) -> io::Result<()> {
    let (path, message) = (escape(&error.path), escape(&error.message));
    writeln!(
        out,
        r#"  <testsuite name="{path}" tests="1" failures="0" errors="1" skipped="0">"#,
    )?;
    writeln!(
        out,
        r#"    <testcase name="could not be read" classname="{path}" file="{path}">"#
    )?;
    writeln!(out, r#"      <error type="unread" message="{message}"/>"#)?;
    writeln!(out, "    </testcase>")?;
    writeln!(out, "  </testsuite>")
}

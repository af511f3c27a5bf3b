//! JUnit's XML: a suite a file, a failed case a finding, an error a file that could
//! not be read. The numbers in it are those of the cases that it holds, since
//! readers of the format compare the two.

use std::io::{self, Write};

use super::model::{FileReport, Report};
use super::wording::{meaning, message, place};
use super::xml::escape;
use crate::finding::Finding;
use crate::input::InputError;

/// Writes the suites.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let failures = report.shown_findings().count();
    let errors = report.errors.len();
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(
        out,
        r#"<testsuites name="dejargon" tests="{}" failures="{failures}" errors="{errors}">"#,
        failures + errors,
    )?;
    for (file, findings) in report.shown() {
        suite(file, findings, out)?;
    }
    for error in &report.errors {
        unread(error, out)?;
    }
    writeln!(out, "</testsuites>")
}

fn suite(file: &FileReport, findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    let path = escape(&file.path);
    let number = findings.len();
    writeln!(
        out,
        r#"  <testsuite name="{path}" tests="{number}" failures="{number}" errors="0" skipped="0">"#,
    )?;
    for finding in findings {
        let place = place(finding);
        let line = match finding.block {
            Some(_) => String::new(),
            None => format!(r#" line="{}""#, finding.location.start.line),
        };
        let mut lines = vec![format!("{}:{place}: {}", file.path, message(finding))];
        lines.extend(meaning(finding));
        writeln!(
            out,
            r#"    <testcase name="{} ({})" classname="{path}" file="{path}"{line}>"#,
            escape(&finding.rule),
            escape(&place),
        )?;
        writeln!(
            out,
            r#"      <failure type="{}" message="{}">{}</failure>"#,
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

//! A finding a line, for editors and for eyes that scan.

use std::io::{self, Write};

use super::model::Report;
use super::sanitize::sanitize;

/// Writes `path:line:column: severity[rule] message`, and what to write instead.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for (file, finding) in report.shown_findings() {
        let start = finding.location.start;
        write!(
            out,
            "{}:{}:{}: {}[{}] {}",
            sanitize(&file.path),
            start.line,
            start.column,
            finding.severity,
            finding.rule,
            sanitize(&finding.message),
        )?;
        if let Some(first) = finding.suggestions.first() {
            write!(out, "; write \"{}\"", sanitize(first))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

//! A finding a line, for editors and for eyes that scan.

use std::io::{self, Write};

use super::model::Report;
use super::wording::place;
use crate::text::sanitize::sanitize;

/// Writes `path:line:column: severity[rule] message`, and what to write instead; of a
/// document without lines `path:¶12: …`.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for (file, finding) in report.shown_findings() {
        write!(
            out,
            "{}:{}: {}[{}] {}",
            sanitize(&file.path),
            sanitize(&place(finding)),
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

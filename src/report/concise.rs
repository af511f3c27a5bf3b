//! A finding a line, for editors and for eyes that scan.

use std::io::{self, Write};

use super::ReportFormat;
use super::model::Report;
use super::wording::{brief_message, place};
use crate::text::sanitize::sanitize;

/// Writes `path:line:column: severity[rule] message`, and what to do; of a
/// document without lines `path:¶12: …`.
pub(super) struct Concise;

impl ReportFormat for Concise {
    fn name(&self) -> &'static str {
        "concise"
    }

    fn about(&self) -> &'static str {
        "A finding a line"
    }

    fn write(&self, report: &Report, _color: bool, out: &mut dyn Write) -> io::Result<()> {
        for (file, finding) in report.shown_findings() {
            writeln!(
                out,
                "{}:{}: {}[{}] {}",
                sanitize(&file.path),
                sanitize(&place(finding)),
                finding.severity,
                finding.rule,
                sanitize(&brief_message(finding)),
            )?;
        }
        Ok(())
    }
}

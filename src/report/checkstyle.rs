//! Checkstyle's XML, version 4.3, which many services that collect reports read.
//! Columns count characters. The format has no place for counts or for files that
//! could not be read.

use std::io::{self, Write};

use super::model::Report;
use super::wording::message;
use super::xml::escape;

/// Writes a `file` a file and an `error` a finding.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<checkstyle version="4.3">"#)?;
    for (file, findings) in report.shown() {
        writeln!(out, r#"  <file name="{}">"#, escape(&file.path))?;
        for finding in findings {
            let start = finding.location.start;
            writeln!(
                out,
                r#"    <error line="{}" column="{}" severity="{}" message="{}" source="dejargon.{}"/>"#,
                start.line,
                start.column,
                finding.severity,
                escape(&message(finding)),
                escape(&finding.rule),
            )?;
        }
        writeln!(out, "  </file>")?;
    }
    writeln!(out, "</checkstyle>")
}

//! Checkstyle's XML, version 4.3, which many services that collect reports read.
//! Columns count characters. The format has no place for counts or for files that
//! could not be read.

use std::io::{self, Write};

use super::ReportFormat;
use super::model::Report;
use super::wording::message_with_spot;
use super::xml::escape;

/// Writes a `file` a file and an `error` a finding.
pub(super) struct Checkstyle;

impl ReportFormat for Checkstyle {
    fn name(&self) -> &'static str {
        "checkstyle"
    }

    fn about(&self) -> &'static str {
        "Checkstyle's XML"
    }

    fn write(&self, report: &Report, _color: bool, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
        writeln!(out, r#"<checkstyle version="4.3">"#)?;
        for (file, findings) in report.shown() {
            writeln!(out, r#"  <file name="{}">"#, escape(&file.path))?;
            for finding in findings {
                let start = finding.location.start;
                // Of a document without lines, the whole file is meant.
                let place = match finding.block {
                    Some(_) => r#"line="0""#.to_owned(),
                    None => format!(r#"line="{}" column="{}""#, start.line, start.column),
                };
                writeln!(
                    out,
                    r#"    <error {place} severity="{}" message="{}" source="dejargon.{}"/>"#,
                    finding.severity,
                    escape(&message_with_spot(finding)),
                    escape(&finding.rule),
                )?;
            }
            writeln!(out, "  </file>")?;
        }
        writeln!(out, "</checkstyle>")
    }
}

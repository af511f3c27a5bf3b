//! reviewdog's diagnostic format. Its columns count UTF-8 bytes from 1, a byte order
//! mark included, and its ranges end behind their last byte. A suggestion is one
//! range: the edits of a fix become one, with the words between them.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::model::{FileReport, Report};
use super::places::Places;
use super::wording::message_with_spot;
use crate::finding::{Finding, Fix, Severity};
use crate::text::edit::Edit;
use crate::text::span::Span;

/// Writes the result with all diagnostics.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut diagnostics = Vec::new();
    for (file, findings) in report.shown() {
        let places = Places::of(file, findings);
        let diagnostic = |finding| diagnostic(file, finding, &places);
        diagnostics.extend(findings.iter().map(diagnostic));
    }
    let result = json!({ "source": { "name": "dejargon" }, "diagnostics": diagnostics });
    serde_json::to_writer_pretty(&mut *out, &result)?;
    writeln!(out)
}

fn diagnostic(file: &FileReport, finding: &Finding, places: &Places) -> Value {
    let mut diagnostic = json!({
        "message": message_with_spot(finding),
        "location": { "path": file.path },
        "severity": severity(finding.severity),
        "code": { "value": &*finding.rule },
    });
    if finding.block.is_some() {
        return diagnostic;
    }
    diagnostic["location"]["range"] = range(finding.location.span, places);
    if let Some(edit) = finding
        .fix
        .as_ref()
        .and_then(|fix| joined(fix, &file.source))
    {
        let range = range(edit.span, places);
        diagnostic["suggestions"] = json!([{ "range": range, "text": edit.replacement }]);
    }
    diagnostic
}

/// The edits of a fix as one, unless it also writes to the end of the document.
fn joined(fix: &Fix, source: &str) -> Option<Edit> {
    if fix.note.is_some() {
        return None;
    }
    let start = fix.edits.iter().map(|edit| edit.span.start).min()?;
    let end = fix.edits.iter().map(|edit| edit.span.end).max()?;
    let mut edits: Vec<&Edit> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let mut text = String::new();
    let mut done = start;
    for edit in edits {
        text.push_str(source.get(done..edit.span.start)?);
        text.push_str(&edit.replacement);
        done = edit.span.end;
    }
    Some(Edit::new(Span::new(start, end), text))
}

fn range(span: Span, places: &Places) -> Value {
    let place = |offset| {
        let place = places.at(offset);
        json!({ "line": place.position.line, "column": place.byte_column })
    };
    json!({ "start": place(span.start), "end": place(span.end) })
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Info => "INFO",
    }
}

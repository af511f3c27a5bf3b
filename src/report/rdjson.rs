//! reviewdog's diagnostic format. Its columns count UTF-8 bytes from 1, a byte order
//! mark included, and its ranges end behind their last byte. A suggestion is one
//! range: the edits of a fix become one, with the words between them.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::ReportFormat;
use super::lazy::Lazy;
use super::model::{FileReport, Report};
use super::wording::message_with_spot;
use crate::finding::{Finding, Fix, Severity};
use crate::text::edit::Edit;
use crate::text::position::LineIndex;
use crate::text::span::Span;

#[derive(Serialize)]
struct DiagnosticResult<D> {
    diagnostics: D,
    source: Value,
}

/// Writes the result with all diagnostics.
pub(super) struct Rdjson;

impl ReportFormat for Rdjson {
    fn name(&self) -> &'static str {
        "rdjson"
    }

    fn about(&self) -> &'static str {
        "reviewdog's diagnostics"
    }

    fn write(&self, report: &Report, _color: bool, out: &mut dyn Write) -> io::Result<()> {
        let diagnostics = || {
            report.shown().flat_map(|(file, findings)| {
                let mut lines = LineIndex::new(&file.source);
                let diagnostic = move |finding| diagnostic(file, finding, &mut lines);
                findings.iter().map(diagnostic)
            })
        };
        let result = DiagnosticResult {
            diagnostics: Lazy(diagnostics),
            source: json!({ "name": "dejargon" }),
        };
        serde_json::to_writer_pretty(&mut *out, &result)?;
        writeln!(out)
    }
}

fn diagnostic(file: &FileReport, finding: &Finding, lines: &mut LineIndex<'_>) -> Value {
    let mut diagnostic = json!({
        "message": message_with_spot(finding),
        "location": { "path": file.path },
        "severity": severity(finding.severity),
        "code": { "value": &*finding.rule },
    });
    if finding.block.is_some() {
        return diagnostic;
    }
    diagnostic["location"]["range"] = range(finding.location.span, lines);
    if let Some(edit) = finding
        .fix
        .as_ref()
        .and_then(|fix| joined(fix, &file.source))
    {
        let range = range(edit.span, lines);
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

fn range(span: Span, lines: &mut LineIndex<'_>) -> Value {
    let mut place = |offset| {
        let line = lines.position(offset).line;
        json!({ "line": line, "column": lines.byte_column(offset) })
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

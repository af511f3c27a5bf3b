//! The project's own machine format. Fields are only ever added; one that is
//! changed or taken away raises `schema_version`.

use std::io::{self, Write};

use serde::Serialize;

use super::model::{FileReport, Report, Summary};
use crate::finding::{Finding, Severity};
use crate::text::position::Position;

/// Version 1.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct Run<'r> {
    schema_version: u32,
    files: Vec<File<'r>>,
    errors: Vec<Failed<'r>>,
    summary: Summary,
}

#[derive(Serialize)]
struct File<'r> {
    path: &'r str,
    findings: Vec<Found<'r>>,
}

#[derive(Serialize)]
struct Failed<'r> {
    path: &'r str,
    message: &'r str,
}

#[derive(Serialize)]
struct Found<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'r str>,
    rule: &'r str,
    severity: Severity,
    message: &'r str,
    text: &'r str,
    start: Place,
    end: Place,
    #[serde(skip_serializing_if = "Option::is_none")]
    term: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    definition: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    meanings: Option<std::collections::BTreeMap<&'r str, &'r str>>,
    suggestions: &'r [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Mended<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_rewritten: Option<&'static str>,
}

#[derive(Serialize)]
struct Place {
    line: usize,
    column: usize,
    byte: usize,
}

#[derive(Serialize)]
struct Mended<'r> {
    safe: bool,
    edits: Vec<Spliced<'r>>,
}

#[derive(Serialize)]
struct Spliced<'r> {
    start_byte: usize,
    end_byte: usize,
    replacement: &'r str,
}

/// Writes one object.
pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let run = Run {
        schema_version: SCHEMA_VERSION,
        files: report
            .shown()
            .map(|(file, findings)| File {
                path: &file.path,
                findings: findings
                    .iter()
                    .map(|finding| found(finding, None))
                    .collect(),
            })
            .collect(),
        errors: report
            .errors
            .iter()
            .map(|error| Failed {
                path: &error.path,
                message: &error.message,
            })
            .collect(),
        summary: report.summary(),
    };
    serde_json::to_writer_pretty(&mut *out, &run)?;
    writeln!(out)
}

/// Writes an object a finding, one a line.
pub(super) fn write_lines(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for (file, finding) in report.shown_findings() {
        serde_json::to_writer(&mut *out, &found(finding, Some(file)))?;
        writeln!(out)?;
    }
    Ok(())
}

fn found<'r>(finding: &'r Finding, file: Option<&'r FileReport>) -> Found<'r> {
    let location = finding.location;
    let place = |position: Position, byte: usize| Place {
        line: position.line,
        column: position.column,
        byte,
    };
    let term = finding.term.as_ref();
    let meanings = term.filter(|term| !term.meanings.is_empty()).map(|term| {
        let pairs = term.meanings.iter();
        pairs
            .map(|(audience, meaning)| (audience.as_str(), meaning.as_str()))
            .collect()
    });
    Found {
        path: file.map(|file| file.path.as_str()),
        rule: &finding.rule,
        severity: finding.severity,
        message: &finding.message,
        text: &finding.text,
        start: place(location.start, location.span.start),
        end: place(location.end, location.span.end),
        term: term.map(|term| &*term.term),
        definition: term.and_then(|term| term.definition.as_deref()),
        meanings,
        suggestions: &finding.suggestions,
        fix: finding.fix.as_ref().map(|fix| Mended {
            safe: fix.safe,
            edits: fix
                .edits
                .iter()
                .map(|edit| Spliced {
                    start_byte: edit.span.start,
                    end_byte: edit.span.end,
                    replacement: &edit.replacement,
                })
                .collect(),
        }),
        not_rewritten: finding.held.map(crate::finding::Held::reason),
    }
}

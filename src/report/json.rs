//! The project's own machine format. Fields are only ever added; one that is
//! changed or taken away raises `schema_version`.

use std::io::{self, Write};

use serde::Serialize;

use super::ReportFormat;
use super::lazy::Lazy;
use super::model::{FileReport, Report, Summary};
use crate::finding::{Finding, Location, Severity};
use crate::text::position::Position;
use crate::text::spot::{BlockNumber, Spot};

/// Version 2: a term that is mended in one place or in none has one finding.
const SCHEMA_VERSION: u32 = 2;

#[derive(Serialize)]
struct Run<'r, F> {
    schema_version: u32,
    files: F,
    errors: Vec<Failed<'r>>,
    summary: Summary,
}

#[derive(Serialize)]
struct File<'r, F> {
    path: &'r str,
    findings: F,
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
    start: Place<'r>,
    end: Place<'r>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<Stretch<'r>>,
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

/// Where else a term stands.
#[derive(Serialize)]
struct Stretch<'r> {
    start: Place<'r>,
    end: Place<'r>,
}

impl<'r> Stretch<'r> {
    fn of(location: &Location, spot: Option<&'r Spot>) -> Self {
        Self {
            start: Place::of(spot, location.start, location.span.start),
            end: Place::of(spot, location.end, location.span.end),
        }
    }
}

/// Where something starts or ends: in a line, or in a document that has none, in a
/// paragraph or a cell of a file inside.
#[derive(Serialize)]
struct Place<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    byte: usize,
}

impl<'r> Place<'r> {
    fn of(spot: Option<&'r Spot>, position: Position, byte: usize) -> Self {
        let block = spot.map(|spot| &spot.block);
        let has_lines = spot.is_none();
        Self {
            line: has_lines.then_some(position.line),
            column: has_lines.then_some(position.column),
            part: spot.map(|spot| &*spot.member),
            paragraph: match block {
                Some(BlockNumber::Paragraph(number)) => Some(*number),
                _ => None,
            },
            cell: match (spot, block) {
                (Some(spot), Some(BlockNumber::Cell(_))) => Some(spot.to_string()),
                _ => None,
            },
            byte: byte.saturating_sub(start_of(spot)),
        }
    }
}

/// Where bytes are counted from: those of a file inside a document from that file's own
/// start.
fn start_of(spot: Option<&Spot>) -> usize {
    spot.map_or(0, |spot| spot.start)
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
pub(super) struct Json;

impl ReportFormat for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "One JSON object"
    }

    fn write(&self, report: &Report, _color: bool, out: &mut dyn Write) -> io::Result<()> {
        let files = || {
            report.shown().map(|(file, findings)| File {
                path: &file.path,
                findings: Lazy(move || findings.iter().map(|finding| found(finding, None))),
            })
        };
        let run = Run {
            schema_version: SCHEMA_VERSION,
            files: Lazy(files),
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
}

/// Writes an object a finding, one a line.
pub(super) struct Jsonl;

impl ReportFormat for Jsonl {
    fn name(&self) -> &'static str {
        "jsonl"
    }

    fn about(&self) -> &'static str {
        "A JSON object a finding, one a line"
    }

    fn write(&self, report: &Report, _color: bool, out: &mut dyn Write) -> io::Result<()> {
        for (file, finding) in report.shown_findings() {
            serde_json::to_writer(&mut *out, &found(finding, Some(file)))?;
            writeln!(out)?;
        }
        Ok(())
    }
}

fn found<'r>(finding: &'r Finding, file: Option<&'r FileReport>) -> Found<'r> {
    let spot = finding.block.as_ref().map(|block| &block.spot);
    let Stretch { start, end } = Stretch::of(&finding.location, spot);
    let others = finding.also.iter();
    let from = start_of(spot);
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
        start,
        end,
        also: others
            .map(|place| Stretch::of(&place.location(), place.spot.as_deref()))
            .collect(),
        term: term.map(|term| &*term.term),
        definition: term.and_then(|term| term.definition.as_deref()),
        meanings,
        suggestions: &finding.suggestions,
        fix: finding.fix.as_ref().map(|fix| Mended {
            safe: finding.applicability.is_safe(),
            edits: fix
                .edits
                .iter()
                .map(|edit| Spliced {
                    start_byte: edit.span.start.saturating_sub(from),
                    end_byte: edit.span.end.saturating_sub(from),
                    replacement: &edit.replacement,
                })
                .collect(),
        }),
        not_rewritten: finding.held().map(crate::finding::Held::reason),
    }
}

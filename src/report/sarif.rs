//! SARIF 2.1.0, for code scanning. Columns count Unicode code points and ends are
//! exclusive; relative paths start from a named base; a rule says what its term means
//! and what was written instead of it; a fingerprint holds when lines move. The true
//! counts are in the run's `properties`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::ReportFormat;
use super::fingerprint::fingerprints;
use super::lazy::Lazy;
use super::model::{FileReport, Report};
use super::wording::{about_fix, meaning, message_with_spot};
use crate::finding::{Elsewhere, Finding, Fix, Severity, about};
use crate::text::path::is_escaped;
use crate::text::position::LineIndex;
use crate::text::span::Span;
use crate::text::spot::Spot;

/// Where the schema lies.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What relative paths start from, by the name that others give it, too. Where that
/// lies is left to who reads the log, so that it is the same from any machine.
const BASE: &str = "%SRCROOT%";

/// How many suggestions the help of a rule has.
const MOST_SUGGESTIONS: usize = 5;

#[derive(Serialize)]
struct Log<R> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    runs: [R; 1],
    version: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<R> {
    column_kind: &'static str,
    invocations: [Value; 1],
    original_uri_base_ids: Value,
    properties: Value,
    results: R,
    tool: Value,
}

/// Writes a log with one run.
pub(super) struct Sarif;

impl ReportFormat for Sarif {
    fn name(&self) -> &'static str {
        "sarif"
    }

    fn about(&self) -> &'static str {
        "SARIF 2.1.0, for code scanning"
    }

    fn needs_marks(&self) -> bool {
        true
    }

    fn write(&self, report: &Report, _color: bool, out: &mut dyn Write) -> io::Result<()> {
        let (rules, numbers) = rules(report);
        let results = || {
            report.shown().flat_map(|(file, findings)| {
                let mut lines = LineIndex::new(&file.source);
                let numbers = &numbers;
                let known = findings.iter().zip(fingerprints(file));
                known.map(move |(finding, fingerprint)| {
                    let number = numbers.get(&*finding.rule).copied();
                    result(file, finding, &mut lines, &fingerprint, number)
                })
            })
        };
        let run = Run {
            column_kind: "unicodeCodePoints",
            invocations: [invocation(report)],
            original_uri_base_ids: json!({ BASE: { "description": {
                "text": "The folder that dejargon was run in.",
            } } }),
            properties: json!({ "summary": report.summary() }),
            results: Lazy(results),
            tool: json!({ "driver": {
                "name": "dejargon",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } }),
        };
        let log = Log {
            schema: SCHEMA,
            runs: [run],
            version: "2.1.0",
        };
        serde_json::to_writer_pretty(&mut *out, &log)?;
        writeln!(out)
    }
}

/// The rules that were broken, by name, and the number of each.
fn rules(report: &Report) -> (Vec<Value>, BTreeMap<&str, usize>) {
    let mut first: BTreeMap<&str, (&Finding, Vec<&str>)> = BTreeMap::new();
    for (_, finding) in report.shown_findings() {
        let (_, instead) = first
            .entry(&finding.rule)
            .or_insert_with(|| (finding, Vec::new()));
        for words in finding.suggestions.iter() {
            if instead.len() < MOST_SUGGESTIONS && !instead.contains(&words.as_str()) {
                instead.push(words);
            }
        }
    }
    let numbers = first.keys().copied().zip(0..).collect();
    let rules = first.into_values();
    let rules = rules.map(|(finding, instead)| rule(finding, &instead));
    (rules.collect(), numbers)
}

/// A rule, described by its first finding and by what may stand `instead`.
fn rule(finding: &Finding, instead: &[&str]) -> Value {
    let (group, id) = finding
        .rule
        .split_once('/')
        .unwrap_or(("dejargon", &finding.rule));
    let name = finding.term.as_ref().map_or(id, |term| &*term.term);
    let about = about(&finding.rule);
    let mut help = meaning(finding);
    if let Some((_, remedy)) = about {
        help.push(remedy.to_owned());
    } else if help.is_empty() {
        help.push(format!(
            "Write what \"{name}\" means in words that every reader knows."
        ));
    }
    let brief = help[0].clone();
    if !instead.is_empty() {
        help.push(format!("Plain words: \"{}\".", instead.join("\", \"")));
    }
    let short = match (about, &finding.term) {
        (Some((subject, _)), _) => subject.to_owned(),
        (None, Some(term)) => format!("\"{name}\" is {}", term.label),
        (None, None) => name.to_owned(),
    };
    json!({
        "id": &*finding.rule,
        "shortDescription": { "text": short },
        "fullDescription": { "text": brief },
        "help": { "text": help.join("\n") },
        "defaultConfiguration": { "level": level(finding.severity) },
        "properties": { "tags": [group] },
    })
}

fn invocation(report: &Report) -> Value {
    let notification = |path: &str, message: &str| {
        json!({
            "level": "error",
            "message": { "text": format!("{path}: {message}") },
            "locations": [{ "physicalLocation": { "artifactLocation": artifact(path) } }],
        })
    };
    let errors = report.errors.iter();
    let notifications: Vec<Value> = errors
        .map(|error| notification(&error.path, &error.message))
        .collect();
    json!({
        "executionSuccessful": report.errors.is_empty(),
        "toolExecutionNotifications": notifications,
    })
}

fn result(
    file: &FileReport,
    finding: &Finding,
    lines: &mut LineIndex<'_>,
    fingerprint: &str,
    rule: Option<usize>,
) -> Value {
    let mut result = json!({
        "ruleId": &*finding.rule,
        "level": level(finding.severity),
        "message": { "text": message_with_spot(finding) },
        "locations": [location(file, finding, lines)],
        "partialFingerprints": { "dejargon/v2": fingerprint },
    });
    if !finding.also.is_empty() {
        let related = finding.also.iter();
        let related: Vec<Value> = related.map(|place| elsewhere(file, place, lines)).collect();
        result["relatedLocations"] = json!(related);
    }
    if let Some(rule) = rule {
        result["ruleIndex"] = json!(rule);
    }
    // A footnote's text goes to the end of the document, which is no single fix, and
    // what is packed has no text to replace.
    let is_single = |fix: &&Fix| fix.note.is_none() && finding.block.is_none();
    if let Some(fix) = finding.fix.as_ref().filter(is_single) {
        result["fixes"] = json!([mended(file, finding, fix, lines)]);
    }
    result
}

fn location(file: &FileReport, finding: &Finding, lines: &mut LineIndex<'_>) -> Value {
    if let Some(block) = &finding.block {
        return in_block(file, &block.spot);
    }
    let mut location = in_lines(file, finding.location.span, lines);
    location["physicalLocation"]["region"]["snippet"] = json!({ "text": &*finding.text });
    location
}

fn elsewhere(file: &FileReport, place: &Elsewhere, lines: &mut LineIndex<'_>) -> Value {
    match &place.spot {
        Some(spot) => in_block(file, spot),
        None => in_lines(file, place.location().span, lines),
    }
}

fn in_lines(file: &FileReport, span: Span, lines: &mut LineIndex<'_>) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": artifact(&file.path),
        "region": region(span, lines),
    } })
}

fn in_block(file: &FileReport, spot: &Spot) -> Value {
    json!({
        "physicalLocation": { "artifactLocation": artifact(&file.path) },
        "logicalLocations": [{
            "name": spot.to_string(),
            "fullyQualifiedName": format!("{} {spot}", spot.member),
        }],
    })
}

fn mended(file: &FileReport, finding: &Finding, fix: &Fix, lines: &mut LineIndex<'_>) -> Value {
    let replacements: Vec<Value> = fix
        .edits
        .iter()
        .map(|edit| {
            json!({
                "deletedRegion": region(edit.span, lines),
                "insertedContent": { "text": edit.replacement },
            })
        })
        .collect();
    json!({
        "description": { "text": about_fix(finding) },
        "artifactChanges": [{
            "artifactLocation": artifact(&file.path),
            "replacements": replacements,
        }],
    })
}

fn region(span: Span, lines: &mut LineIndex<'_>) -> Value {
    let (start, end) = (lines.position(span.start), lines.position(span.end));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// Where a file is.
fn artifact(path: &str) -> Value {
    if path.starts_with('/') {
        json!({ "uri": uri(path) })
    } else {
        json!({ "uri": uri(path), "uriBaseId": BASE })
    }
}

/// A path as a URI reference: relative, unless the path is absolute.
fn uri(path: &str) -> String {
    let is_escaped = is_escaped(path);
    let mut uri = String::with_capacity(path.len());
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            b'%' if is_escaped => uri.push('%'),
            byte => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("docs/a b:ü.md"), "docs/a%20b%3A%C3%BC.md");
        assert_eq!(uri("/tmp/a.md"), "file:///tmp/a.md");
        // Of a name that is no UTF-8 the bytes are escaped already.
        assert_eq!(uri("50%25 caf%E9.md"), "50%25%20caf%E9.md");
        assert_eq!(uri("50%.md"), "50%25.md");
    }
}

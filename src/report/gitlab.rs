//! GitLab's Code Quality report: an array with an object a finding, of which GitLab
//! compares the fingerprints of two branches. Severities become `info`, `minor` and
//! `major`; columns have no place in it.

use std::io::{self, Write};

use serde::Serialize;

use super::ReportFormat;
use super::fingerprint::fingerprints;
use super::lazy::Lazy;
use super::model::Report;
use super::wording::message_with_spot;
use crate::finding::{Finding, Severity};

#[derive(Serialize)]
struct Issue<'r> {
    description: String,
    check_name: &'r str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'r>,
}

#[derive(Serialize)]
struct Location<'r> {
    path: &'r str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// Writes the array.
pub(super) struct Gitlab;

impl ReportFormat for Gitlab {
    fn name(&self) -> &'static str {
        "gitlab"
    }

    fn about(&self) -> &'static str {
        "GitLab's Code Quality"
    }

    fn needs_marks(&self) -> bool {
        true
    }

    fn write(&self, report: &Report, _color: bool, out: &mut dyn Write) -> io::Result<()> {
        let issues = || {
            report.shown().flat_map(|(file, findings)| {
                let known = findings.iter().zip(fingerprints(file));
                known.map(|(finding, fingerprint)| Issue {
                    description: message_with_spot(finding),
                    check_name: &finding.rule,
                    fingerprint,
                    severity: severity(finding.severity),
                    location: Location {
                        path: &file.path,
                        lines: lines(finding),
                    },
                })
            })
        };
        serde_json::to_writer_pretty(&mut *out, &Lazy(issues))?;
        writeln!(out)
    }
}

/// The lines of a finding. GitLab wants some; a document without any has one.
fn lines(finding: &Finding) -> Lines {
    match finding.block {
        Some(_) => Lines { begin: 1, end: 1 },
        None => Lines {
            begin: finding.location.start.line,
            end: finding.location.end.line,
        },
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Info => "info",
    }
}

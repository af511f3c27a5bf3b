//! Floor 5: what a run says, in each format: one file a format over one model.
//! A reporter gets a whole sorted report and a writer; it decides nothing.

use std::io::{self, Write};

mod checkstyle;
mod concise;
mod fingerprint;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod lazy;
mod model;
mod plan;
mod rdjson;
mod sarif;
mod wording;
mod xml;

pub use github::job_summary;
pub use human::{finding, problem};
pub use model::{FileReport, Frequency, Report, Subject, Summary};
pub use plan::plan;

/// A format of `check`'s report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportFormat {
    /// The source line with the words underlined, why, and what to write.
    #[default]
    Human,
    /// A finding a line: `path:line:column: severity[rule] message`.
    Concise,
    /// One JSON object.
    Json,
    /// A JSON object a finding, one a line.
    Jsonl,
    /// SARIF 2.1.0.
    Sarif,
    /// Workflow commands of GitHub.
    Github,
    /// GitLab's Code Quality.
    Gitlab,
    /// JUnit's XML.
    Junit,
    /// Checkstyle's XML.
    Checkstyle,
    /// reviewdog's diagnostics.
    Rdjson,
}

impl ReportFormat {
    /// Whether its findings have fingerprints, which are made of marks.
    pub fn needs_marks(self) -> bool {
        matches!(self, Self::Sarif | Self::Gitlab)
    }
}

/// Writes a report. `color` is for people only.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn write(
    report: &Report,
    format: ReportFormat,
    color: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        ReportFormat::Human => human::write(report, color, out),
        ReportFormat::Concise => concise::write(report, out),
        ReportFormat::Json => json::write(report, out),
        ReportFormat::Jsonl => json::write_lines(report, out),
        ReportFormat::Sarif => sarif::write(report, out),
        ReportFormat::Github => github::write(report, out),
        ReportFormat::Gitlab => gitlab::write(report, out),
        ReportFormat::Junit => junit::write(report, out),
        ReportFormat::Checkstyle => checkstyle::write(report, out),
        ReportFormat::Rdjson => rdjson::write(report, out),
    }
}

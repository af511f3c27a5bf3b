//! Floor 5: what a run says, in each format: one file a format over one model.
//! A reporter gets a whole sorted report and a writer; it decides nothing.

use std::fmt;
use std::io::{self, Write};

use crate::text::named::Named;

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

pub use human::{finding, problem};
pub use model::{FileReport, Frequency, Report, Subject, Summary};
pub use plan::plan;

/// A format of `check`'s report.
pub trait ReportFormat: Sync {
    /// The name that `--format` takes.
    fn name(&self) -> &'static str;

    /// What it is, in a few words.
    fn about(&self) -> &'static str;

    /// Whether its findings have fingerprints, which are made of marks.
    fn needs_marks(&self) -> bool {
        false
    }

    /// What it has for the page of a job at GitHub, beside the report.
    fn job_summary(&self, report: &Report) -> Option<String> {
        let _ = report;
        None
    }

    /// Writes a report. `color` is for people only.
    ///
    /// # Errors
    ///
    /// When `out` cannot be written to.
    fn write(&self, report: &Report, color: bool, out: &mut dyn Write) -> io::Result<()>;
}

/// A format of reports, as somebody chooses it.
impl Named for &'static dyn ReportFormat {
    const ALL: &'static [Self] = &[
        &human::Human,
        &concise::Concise,
        &json::Json,
        &json::Jsonl,
        &sarif::Sarif,
        &github::Github,
        &gitlab::Gitlab,
        &junit::Junit,
        &checkstyle::Checkstyle,
        &rdjson::Rdjson,
    ];

    fn name(self) -> &'static str {
        ReportFormat::name(self)
    }

    fn about(self) -> Option<&'static str> {
        Some(ReportFormat::about(self))
    }
}

impl fmt::Debug for dyn ReportFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

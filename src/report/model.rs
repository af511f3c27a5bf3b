//! What every reporter gets: files with their findings, what went wrong, and the
//! counts.

use crate::finding::{Finding, Severity};
use crate::input::InputError;

/// What a run was about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Subject {
    /// Jargon in documents.
    #[default]
    Documents,
    /// Mistakes in glossaries.
    Glossaries,
}

/// A whole run.
#[derive(Debug, Default)]
pub struct Report {
    /// What it was about.
    pub subject: Subject,
    /// Files with findings, sorted by path.
    pub files: Vec<FileReport>,
    /// Files that could not be read, sorted by path.
    pub errors: Vec<InputError>,
    /// How many files were read.
    pub files_read: usize,
}

/// A file with findings.
#[derive(Debug)]
pub struct FileReport {
    /// How the file is called.
    pub path: String,
    /// Its text, for reporters that show it.
    pub source: String,
    /// Its findings, sorted by place.
    pub findings: Vec<Finding>,
}

/// The counts of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Files that were read.
    pub files: usize,
    /// All findings.
    pub findings: usize,
    /// Those of severity `error`.
    pub errors: usize,
    /// Those of severity `warning`.
    pub warnings: usize,
    /// Those of severity `info`.
    pub infos: usize,
}

impl Report {
    /// All findings with their files.
    pub fn findings(&self) -> impl Iterator<Item = (&FileReport, &Finding)> {
        self.files
            .iter()
            .flat_map(|file| file.findings.iter().map(move |finding| (file, finding)))
    }

    /// The counts.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary {
            files: self.files_read,
            ..Summary::default()
        };
        for (_, finding) in self.findings() {
            summary.findings += 1;
            match finding.severity {
                Severity::Error => summary.errors += 1,
                Severity::Warning => summary.warnings += 1,
                Severity::Info => summary.infos += 1,
            }
        }
        summary
    }
}

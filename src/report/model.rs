//! What every reporter gets: files with their findings, what went wrong, and the
//! counts.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::baseline::Mark;
use crate::config::FailOn;
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
    /// How many findings are shown at most; all are counted.
    pub most: Option<usize>,
    /// How many findings a baseline knows, which are not among these.
    pub known: usize,
}

/// A file with findings.
#[derive(Debug, Default)]
pub struct FileReport {
    /// How the file is called.
    pub path: String,
    /// Its text, for reporters that show it.
    pub source: String,
    /// Its findings, sorted by place.
    pub findings: Vec<Finding>,
    /// What each finding is recognised by, for the formats that say so
    /// ([`ReportFormat::needs_marks`](super::ReportFormat::needs_marks)); else none.
    pub marks: Vec<Mark>,
    /// From which severity on its findings fail the run.
    pub fail_on: FailOn,
}

/// The counts of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Files that were read.
    pub files: usize,
    /// All findings.
    pub findings: usize,
    /// The different terms and abbreviations that they are about.
    pub terms: usize,
    /// In how many places those stand.
    pub places: usize,
    /// Those of severity `error`.
    pub errors: usize,
    /// Those of severity `warning`.
    pub warnings: usize,
    /// Those of severity `info`.
    pub infos: usize,
}

/// How often a rule is broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frequency {
    /// Its findings.
    pub findings: usize,
    /// The places that those speak of.
    pub places: usize,
}

impl Report {
    /// All findings with their files.
    pub fn findings(&self) -> impl Iterator<Item = (&FileReport, &Finding)> {
        self.files
            .iter()
            .flat_map(|file| file.findings.iter().map(move |finding| (file, finding)))
    }

    /// Files with the findings that are shown.
    pub fn shown(&self) -> impl Iterator<Item = (&FileReport, &[Finding])> {
        let mut left = self.most.unwrap_or(usize::MAX);
        self.files.iter().map_while(move |file| {
            let number = left.min(file.findings.len());
            left -= number;
            (number > 0).then(|| (file, &file.findings[..number]))
        })
    }

    /// The findings that are shown, with their files.
    pub fn shown_findings(&self) -> impl Iterator<Item = (&FileReport, &Finding)> {
        self.shown()
            .flat_map(|(file, findings)| findings.iter().map(move |finding| (file, finding)))
    }

    /// How many findings are not shown.
    pub fn left_out(&self) -> usize {
        let number = self.findings().count();
        number.saturating_sub(self.most.unwrap_or(number))
    }

    /// How many findings each rule has, and in how many places; the most frequent first.
    pub fn statistics(&self) -> Vec<(&str, Frequency)> {
        let mut by_rule: BTreeMap<&str, Frequency> = BTreeMap::new();
        for (_, finding) in self.findings() {
            let rule = by_rule.entry(&finding.rule).or_default();
            rule.findings += 1;
            rule.places += finding.places();
        }
        let mut rules: Vec<(&str, Frequency)> = by_rule.into_iter().collect();
        rules.sort_by_key(|(_, frequency)| Reverse((frequency.findings, frequency.places)));
        rules
    }

    /// The counts.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary {
            files: self.files_read,
            ..Summary::default()
        };
        let mut terms: FxHashSet<(&str, Option<&str>)> = FxHashSet::default();
        for (_, finding) in self.findings() {
            summary.findings += 1;
            // A directive is no term.
            if finding.term.is_some() || finding.once.is_some() {
                terms.insert((&finding.rule, finding.once.as_deref()));
                summary.places += finding.places();
            }
            match finding.severity {
                Severity::Error => summary.errors += 1,
                Severity::Warning => summary.warnings += 1,
                Severity::Info => summary.infos += 1,
            }
        }
        summary.terms = terms.len();
        summary
    }
}

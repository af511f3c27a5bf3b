//! What becomes of findings: those of the rules that were asked for are reported,
//! and the gravest decides the exit code. `check` and `glossary lint` end here.

use anyhow::Context;
use dejargon::finding::Finding;
use dejargon::report::Report;
use globset::{Glob, GlobSet, GlobSetBuilder};

use super::args::ReportFlags;
use super::exit::Exit;
use super::publish;
use super::terminal;

/// Reports, and says how the run ended.
pub(super) fn give(report: &Report, flags: &ReportFlags) -> anyhow::Result<Exit> {
    publish::publish(report, flags)?;
    for error in &report.errors {
        terminal::input_error(error);
    }
    let fails = report
        .findings()
        .any(|(file, finding)| file.fail_on.fails(finding.severity));
    Ok(match (report.errors.is_empty(), fails) {
        (false, _) => Exit::Failed,
        (true, true) => Exit::Findings,
        (true, false) => Exit::Success,
    })
}

/// The rules that a run asks for.
pub(super) struct Rules {
    selected: Option<GlobSet>,
    ignored: GlobSet,
}

impl Rules {
    pub(super) fn new(flags: &ReportFlags) -> anyhow::Result<Self> {
        Ok(Self {
            selected: if flags.select.is_empty() {
                None
            } else {
                Some(globs(&flags.select, "--select")?)
            },
            ignored: globs(&flags.ignore, "--ignore")?,
        })
    }

    pub(super) fn take(&self, finding: &Finding) -> bool {
        let rule = &*finding.rule;
        self.selected
            .as_ref()
            .is_none_or(|globs| globs.is_match(rule))
            && !self.ignored.is_match(rule)
    }
}

fn globs(patterns: &[String], flag: &str) -> anyhow::Result<GlobSet> {
    let mut globs = GlobSetBuilder::new();
    for pattern in patterns {
        let glob = Glob::new(pattern)
            .with_context(|| format!("{flag} takes rules such as `it/api` or `it/*`"))?;
        globs.add(glob);
    }
    globs
        .build()
        .with_context(|| format!("{flag} could not be understood"))
}

//! What becomes of findings: those of the rules that were asked for are reported,
//! and the gravest decides the exit code. `check` and `glossary lint` end here.

use anyhow::Context;
use dejargon::report::Report;
use dejargon::rewrite::Rules;
use globset::{Glob, GlobSet, GlobSetBuilder};

use super::args::{ReportFlags, RuleFlags};
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
pub(super) fn rules(flags: &RuleFlags) -> anyhow::Result<Rules> {
    let selected = (!flags.select.is_empty()).then(|| globs(&flags.select, "--select"));
    Ok(Rules {
        selected: selected.transpose()?,
        ignored: globs(&flags.ignore, "--ignore")?,
    })
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

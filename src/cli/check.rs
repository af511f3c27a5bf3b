//! `dejargon check`: findings in a report, and an exit code that a job can use.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Context;
use dejargon::config::Flags;
use dejargon::finding::Finding;
use dejargon::report::{self, FileReport, Report};
use dejargon::rewrite::How;
use globset::{Glob, GlobSet, GlobSetBuilder};

use super::args::Check;
use super::documents;
use super::exit::Exit;
use super::terminal::{self, Stream};

pub(super) fn run(args: &Check) -> anyhow::Result<Exit> {
    let rules = Rules::new(&args.select, &args.ignore)?;
    let flags = Flags {
        audience: args.common.audience.clone(),
        fail_on: args.fail_on.map(Into::into),
        ..args.common.glossaries.flags()
    };
    let Some((config, session)) = documents::open(flags, How::AsWritten, args.common.quiet)? else {
        return Ok(Exit::Failed);
    };
    let here = [PathBuf::from(".")];
    let paths = if args.paths.is_empty() {
        &here[..]
    } else {
        &args.paths
    };
    let done = documents::for_each(paths, &args.common, args.walk.walk(), |input, _| {
        let mut findings = session.check(input)?;
        findings.retain(|finding| rules.take(finding));
        Ok((!findings.is_empty()).then(|| FileReport {
            path: input.name.clone(),
            source: input.text().into_owned(),
            findings,
        }))
    });
    let report = Report {
        files_read: done.results.len(),
        files: done.results.into_iter().flatten().collect(),
        errors: done.errors,
    };
    print(args, &report)?;
    for error in &report.errors {
        terminal::input_error(error);
    }
    let fails = report
        .findings()
        .any(|(_, finding)| config.fail_on.fails(finding.severity));
    Ok(match (report.errors.is_empty(), fails) {
        (false, _) => Exit::Failed,
        (true, true) => Exit::Findings,
        (true, false) => Exit::Success,
    })
}

fn print(args: &Check, report: &Report) -> anyhow::Result<()> {
    let color = terminal::colors(Stream::Out);
    let mut out = terminal::stdout();
    report::write(report, args.format.into(), color, &mut out)
        .and_then(|()| out.flush())
        .context("the report could not be written to standard output")
}

/// The rules that a run asks for.
struct Rules {
    selected: Option<GlobSet>,
    ignored: GlobSet,
}

impl Rules {
    fn new(select: &[String], ignore: &[String]) -> anyhow::Result<Self> {
        Ok(Self {
            selected: if select.is_empty() {
                None
            } else {
                Some(globs(select, "--select")?)
            },
            ignored: globs(ignore, "--ignore")?,
        })
    }

    fn take(&self, finding: &Finding) -> bool {
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

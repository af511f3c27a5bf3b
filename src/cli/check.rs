//! `dejargon check`: findings in a report, and an exit code that a job can use.

use std::path::PathBuf;

use dejargon::config::Flags;
use dejargon::report::{FileReport, Report, Subject};
use dejargon::rewrite::How;

use super::args::Check;
use super::documents;
use super::exit::Exit;
use super::verdict::{self, Rules};

pub(super) fn run(args: &Check) -> anyhow::Result<Exit> {
    let rules = Rules::new(&args.report)?;
    let flags = Flags {
        audience: args.common.audience.clone(),
        fail_on: args.report.fail_on.map(Into::into),
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
        subject: Subject::Documents,
        files_read: done.results.len(),
        files: done.results.into_iter().flatten().collect(),
        errors: done.errors,
        most: args.report.max_findings,
    };
    let exit = verdict::give(&report, &args.report, config.fail_on);
    // The process ends here, and the system frees memory faster than we do.
    std::mem::forget(report);
    exit
}

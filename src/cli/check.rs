//! `dejargon check`: findings in a report, and an exit code that a job can use.

use std::path::PathBuf;

use dejargon::config::Flags;
use dejargon::finding::Finding;
use dejargon::report::{FileReport, Report, Subject};
use dejargon::rewrite::How;

use super::args::Check;
use super::documents;
use super::exit::Exit;
use super::narrow::Narrow;
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
    let Some(narrow) = Narrow::new(args)? else {
        return Ok(Exit::Failed);
    };
    let here = [PathBuf::from(".")];
    let paths = if args.paths.is_empty() {
        &here[..]
    } else {
        &args.paths
    };
    let walk = args.walk.walk();
    let (documents, unfound) = narrow.documents(paths, walk);
    let mut done = documents::Done {
        results: Vec::new(),
        errors: Vec::new(),
    };
    // Where nothing changed, there is nothing to read and nothing to warn of.
    if !documents.is_empty() {
        done = documents::for_each(&documents, &args.common, walk, |input, path| {
            let staged = narrow.staged(input, path)?;
            let input = staged.as_ref().unwrap_or(input);
            let mut findings = session.check(input)?;
            let takes = |finding: &Finding| rules.take(finding);
            let compared = narrow.retain(input, path, &mut findings, takes);
            let report = (!findings.is_empty()).then(|| FileReport {
                path: input.name.clone(),
                source: input.text().into_owned(),
                findings,
            });
            Ok((report, compared))
        });
    }
    done.errors.extend(unfound);
    done.errors.sort_by(|a, b| a.path.cmp(&b.path));
    let files_read = done.results.len();
    let (files, compared): (Vec<_>, Vec<_>) = done.results.into_iter().unzip();
    narrow.finish(
        compared.into_iter().flatten().collect(),
        paths,
        args.common.quiet,
    )?;
    let report = Report {
        subject: Subject::Documents,
        files_read,
        files: files.into_iter().flatten().collect(),
        errors: done.errors,
        most: args.report.max_findings,
    };
    let exit = verdict::give(&report, &args.report, config.fail_on);
    // The process ends here, and the system frees memory faster than we do.
    std::mem::forget(report);
    exit
}

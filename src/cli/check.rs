//! `dejargon check`: findings in a report, and an exit code that a job can use.

use std::collections::HashMap;
use std::path::PathBuf;

use dejargon::config::{FailOn, Flags};
use dejargon::finding::Finding;
use dejargon::projects::Projects;
use dejargon::report::{FileReport, Report, Subject};
use dejargon::rewrite::How;

use super::args::Check;
use super::documents::{self, Done, Reading};
use super::exit::Exit;
use super::narrow::Narrow;
use super::selection;
use super::verdict::{self, Rules};

pub(super) fn run(args: &Check) -> anyhow::Result<Exit> {
    let rules = Rules::new(&args.report)?;
    let flags = Flags {
        audience: args.common.audience.clone(),
        fail_on: args.report.fail_on.map(Into::into),
        ..args.common.glossaries.flags()
    };
    let mut paths = selection::paths(&args.paths, &args.selection)?;
    if args.paths.is_empty() && args.selection.files_from.is_none() {
        paths.push(PathBuf::from("."));
    }
    let projects = Projects::new(flags, How::AsWritten);
    if !documents::open(&projects, &paths, &args.common) {
        return Ok(Exit::Failed);
    }
    let Some(narrow) = Narrow::new(args)? else {
        return Ok(Exit::Failed);
    };
    let reading = Reading::new(&args.common, &args.walk, &args.selection, &projects);
    let (documents, unfound) = reading.walking(|walk| narrow.documents(&paths, walk));
    let mut done = Done {
        results: Vec::new(),
        errors: Vec::new(),
    };
    // Where nothing changed, there is nothing to read and nothing to warn of.
    if !documents.is_empty() {
        done = documents::for_each(&documents, &reading, |input, project, path| {
            let staged = narrow.staged(input, path)?;
            let input = staged.as_ref().unwrap_or(input);
            let mut findings = project.session.check(input)?;
            let takes = |finding: &Finding| rules.take(finding);
            let compared = narrow.retain(input, path, &mut findings, takes);
            let report = (!findings.is_empty()).then(|| {
                let file = FileReport {
                    path: input.name.clone(),
                    source: input.shown_text(),
                    findings,
                };
                (file, project.config.fail_on)
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
        &paths,
        args.common.quiet,
    )?;
    let mut thresholds = HashMap::new();
    let files = files.into_iter().flatten().map(|(file, fail_on)| {
        thresholds.insert(file.path.clone(), fail_on);
        file
    });
    let report = Report {
        subject: Subject::Documents,
        files_read,
        files: files.collect(),
        errors: done.errors,
        most: args.report.max_findings,
    };
    let fail_on = |path: &str| thresholds.get(path).copied().unwrap_or(FailOn::Warning);
    let exit = verdict::give(&report, &args.report, fail_on);
    // The process ends here, and the system frees memory faster than we do.
    std::mem::forget(report);
    exit
}

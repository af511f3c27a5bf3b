//! `dejargon check`: findings in a report, and an exit code that a job can use.

use std::collections::HashMap;
use std::path::PathBuf;

use dejargon::config::{FailOn, Flags};
use dejargon::projects::Projects;
use dejargon::report::{FileReport, Report, Subject};
use dejargon::rewrite::How;

use super::args::Check;
use super::documents::{self, Reading};
use super::exit::Exit;
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
    let how = Reading::new(&args.common, &args.walk, &args.selection, &projects);
    let done = documents::for_each(&paths, &how, |input, project, _| {
        let mut findings = project.session.check(input)?;
        findings.retain(|finding| rules.take(finding));
        let fail_on = project.config.fail_on;
        Ok((!findings.is_empty()).then(|| {
            let file = FileReport {
                path: input.name.clone(),
                source: input.text().into_owned(),
                findings,
            };
            (file, fail_on)
        }))
    });
    let files_read = done.results.len();
    let mut thresholds = HashMap::new();
    let files = done.results.into_iter().flatten().map(|(file, fail_on)| {
        thresholds.insert(file.path.clone(), fail_on);
        file
    });
    let report = Report {
        subject: Subject::Documents,
        files_read,
        files: files.collect(),
        errors: done.errors,
    };
    let fail_on = |path: &str| thresholds.get(path).copied().unwrap_or(FailOn::Warning);
    let exit = verdict::give(&report, args.report.format, fail_on);
    // The process ends here, and the system frees memory faster than we do.
    std::mem::forget(report);
    exit
}

//! `dejargon check`: findings in a report, and an exit code that a job can use.

use std::path::PathBuf;

use dejargon::config::Flags;
use dejargon::projects::Projects;
use dejargon::report::{FileReport, Report, Subject};
use dejargon::rewrite::How;

use super::args::Check;
use super::documents::{self, Done, Reading};
use super::exit::Exit;
use super::narrow::Narrow;
use super::selection;
use super::verdict;

pub(super) fn run(args: &Check) -> anyhow::Result<Exit> {
    let rules = verdict::rules(&args.report.rules)?;
    let flags = Flags {
        audience: args.common.audience.clone(),
        fail_on: args.report.fail_on,
        ..args.common.glossaries.flags()
    };
    let mut paths = selection::paths(&args.paths, &args.selection)?;
    if args.paths.is_empty() && args.selection.files_from.is_none() {
        paths.push(PathBuf::from("."));
    }
    let projects = Projects::new(flags, How::AsWritten).with_rules(rules.clone());
    if !documents::open(&projects, &paths, &args.common) {
        return Ok(Exit::Failed);
    }
    let Some(mut narrow) = Narrow::new(args)? else {
        return Ok(Exit::Failed);
    };
    let needs_marks = narrow.needs_marks() || args.report.needs_marks();
    let reading = Reading::new(
        &args.common,
        &args.walk,
        &args.selection,
        &projects,
        &args.paths,
    );
    let (documents, unfound) = reading.walking(|walk| narrow.documents(&paths, walk));
    let mut done = Done {
        results: Vec::new(),
        errors: Vec::new(),
    };
    // Where nothing changed, there is nothing to read and nothing to warn of.
    if !documents.is_empty() {
        done = documents::for_each(&documents, &reading, |input, session, path| {
            let staged = narrow.staged(input, path)?;
            let input = staged.as_ref().unwrap_or(input);
            let (findings, marks) = if needs_marks {
                session.check_with_marks(input)?
            } else {
                (session.check(input)?, Vec::new())
            };
            let source = if findings.is_empty() {
                String::new()
            } else {
                input.shown_text()
            };
            let file = FileReport {
                path: input.name.clone(),
                source,
                findings,
                marks,
                fail_on: *session.config().fail_on,
            };
            Ok(narrow.reported(path, file, |finding| rules.take(&finding.rule)))
        });
    }
    done.errors.extend(unfound);
    done.errors.sort_by(|a, b| a.path.cmp(&b.path));
    let files_read = done.results.len();
    let (files, compared) = narrow.all(done.results);
    let report = Report {
        subject: Subject::Documents,
        files_read,
        files,
        errors: done.errors,
        most: args.report.max_findings,
        known: compared.iter().map(|document| document.left_out).sum(),
    };
    narrow.finish(compared, &paths, args.common.quiet)?;
    let exit = verdict::give(&report, &args.report);
    // The process ends here, and the system frees memory faster than we do.
    std::mem::forget(report);
    exit
}

//! `dejargon glossary lint`: what is wrong with glossaries, in a report like that
//! of `check`. Every file is linted, whatever is wrong with it or with another.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dejargon::config::{Config, Flags, GlossarySource};
use dejargon::glossary::read;
use dejargon::input::{self, Input, InputError, Unread, Walk, shown};
use dejargon::lint::{Linter, Question, Source};
use dejargon::projects::Projects;
use dejargon::report::{Report, Subject};
use dejargon::rewrite::{How, Rules};
use dejargon::session::Session;
use dejargon::text::edit::apply;
use toml::value::Date;

use super::args::Lint;
use super::clock;
use super::documents;
use super::exit::Exit;
use super::verdict;
use super::write;

pub(super) fn run(args: &Lint) -> anyhow::Result<Exit> {
    let rules = verdict::rules(&args.report.rules)?;
    let today = clock::today()?;
    let flags = Flags {
        fail_on: args.report.fail_on,
        ..args.glossaries.flags()
    };
    let Some(config) = documents::configured(&flags)? else {
        return Ok(Exit::Failed);
    };
    let asked = asked(args, &config);
    let projects = Projects::new(flags, How::AsWritten);
    // Which severity fails a run is for the configuration beside each glossary.
    let fail_on = |path: &str| {
        let mut files = asked
            .iter()
            .filter(|source| matches!(source, GlossarySource::File(_)));
        let file = files.any(|source| name_of(source) == path);
        let nearest = file.then(|| projects.config(Path::new(path)));
        let nearest = nearest.and_then(Result::ok);
        nearest.map_or(*config.fail_on, |config| *config.fail_on)
    };
    let used = config.sources();
    let read = || read(&asked, &used);
    let mut report = lint(args, read(), &rules, today, &projects)?;
    while args.fix && mend(&report, &asked)? {
        report = lint(args, read(), &rules, today, &projects)?;
    }
    for file in &mut report.files {
        file.fail_on = fail_on(&file.path);
    }
    verdict::give(&report, &args.report)
}

fn lint(
    args: &Lint,
    (sources, mut errors): (Vec<Source>, Vec<InputError>),
    rules: &Rules,
    today: Date,
    projects: &Projects,
) -> anyhow::Result<Report> {
    let linter = Linter::new(&sources)?;
    let reads = |path: &Path| projects.reads(path, None);
    let enters = |folder: &Path| projects.enters(folder);
    let walk = Walk {
        wanted: Some(&reads),
        enters: Some(&enters),
        ..args.walk.walk()
    };
    let used = used(&args.used_in, walk, linter.session(), &mut errors);
    let mut files = linter.reports(&Question { today, used });
    for file in &mut files {
        file.findings.retain(|finding| rules.take(&finding.rule));
    }
    files.retain(|file| !file.findings.is_empty());
    files.sort_by(|a, b| a.path.cmp(&b.path));
    errors.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Report {
        subject: Subject::Glossaries,
        files_read: sources.len(),
        files,
        errors,
        most: args.report.max_findings,
        known: 0,
    })
}

/// Writes the glossaries with what can be mended, but for those inside the
/// program. Whether there was any.
fn mend(report: &Report, asked: &[GlossarySource]) -> anyhow::Result<bool> {
    let mut mended = false;
    for source in asked {
        let GlossarySource::File(path) = source else {
            continue;
        };
        let name = shown(from_here(path));
        let Some(file) = report.files.iter().find(|file| file.path == name) else {
            continue;
        };
        let fixes = file
            .findings
            .iter()
            .filter_map(|finding| finding.fix.as_ref());
        // A fix that touches another one has its turn in the next round.
        let fixes = fixes.map(|fix| fix.edits.as_slice());
        let before = file.source.as_bytes();
        let after = apply(before, fixes).bytes;
        if after != before {
            write::update(path, Some(before), &after)?;
            mended = true;
        }
    }
    Ok(mended)
}

/// The glossaries to lint: those that were named and those of `--glossary`, or all
/// that are used here.
fn asked(args: &Lint, config: &Config) -> Vec<GlossarySource> {
    if args.files.is_empty() {
        return config.sources();
    }
    let mut seen = BTreeSet::new();
    let named = args.files.iter().chain(&args.glossaries.glossary);
    let files = named.filter(|file| seen.insert(shown(file)));
    files.cloned().map(GlossarySource::File).collect()
}

/// The texts of glossaries, and what could not be read. Those that are `used` here lie
/// in the layers that they have here; in what order others are named says nothing.
pub(super) fn read(
    asked: &[GlossarySource],
    used: &[GlossarySource],
) -> (Vec<Source>, Vec<InputError>) {
    let mut sources = Vec::new();
    let mut errors = Vec::new();
    for source in asked {
        let layer = used
            .iter()
            .position(|other| name_of(other) == name_of(source));
        let first = sources.len();
        match source {
            GlossarySource::Bundled(name) => sources.extend(Source::bundled(name)),
            GlossarySource::Text { name, text } => sources.push(Source::new(name, text)),
            GlossarySource::File(path) => match file(path) {
                Ok(source) => sources.push(source),
                Err(error) => errors.push(error),
            },
        }
        for source in &mut sources[first..] {
            source.layer = layer;
        }
    }
    (sources, errors)
}

/// How messages call a glossary.
fn name_of(source: &GlossarySource) -> String {
    match source {
        GlossarySource::Bundled(name) => (*name).to_owned(),
        GlossarySource::Text { name, .. } => name.clone(),
        GlossarySource::File(path) => shown(from_here(path)),
    }
}

/// A path as seen from the current folder.
pub(super) fn from_here(path: &Path) -> &Path {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path)
}

fn file(path: &Path) -> Result<Source, InputError> {
    let path = from_here(path);
    let text = read::text(path, read::Kind::Glossary).map_err(|error| InputError {
        path: shown(path),
        message: format!("the glossary could not be read: {error}"),
    })?;
    Ok(Source::new(path, text))
}

/// The rules that occur in documents, if any were named and all could be read:
/// else nobody knows what they do not use.
fn used(
    paths: &[PathBuf],
    walk: Walk<'_>,
    session: &Session,
    errors: &mut Vec<InputError>,
) -> Option<BTreeSet<Arc<str>>> {
    if paths.is_empty() {
        return None;
    }
    let (read, unread) = input::for_each(paths, walk, |path| match Input::file(path, None) {
        Ok(input) => session.occurring(&input),
        Err(Unread::Refused(_)) => Ok(BTreeSet::new()),
        Err(Unread::Failed(error)) => Err(error),
    });
    let before = errors.len();
    errors.extend(unread);
    let mut used = BTreeSet::new();
    for (_, rules) in read {
        match rules {
            Ok(rules) => used.extend(rules),
            Err(error) => errors.push(error),
        }
    }
    (errors.len() == before).then_some(used)
}

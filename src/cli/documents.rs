//! From paths that were typed to documents that were worked on: standard input,
//! files, folders, in parallel, sorted.

use std::path::{Path, PathBuf};

use anyhow::anyhow;
use dejargon::config::{Config, Flags};
use dejargon::crosslinks::CrossLinks;
use dejargon::document::Format;
use dejargon::format;
use dejargon::input::{self, Input, InputError, STDIN, Walk};
use dejargon::rewrite::How;
use dejargon::session::Session;

use super::args::Common;
use super::progress::Progress;
use super::terminal;

/// The configuration of a run, or `None` when it was said what is wrong with it.
pub(super) fn configured(flags: Flags) -> anyhow::Result<Option<Config>> {
    let folder = std::env::current_dir()
        .map_err(|cause| anyhow!("the current folder could not be found: {cause}"))?;
    match Config::resolve(flags, &folder) {
        Ok(config) => Ok(Some(config)),
        Err(error) => {
            terminal::config_error(&error);
            Ok(None)
        }
    }
}

/// The configuration and the session of a run, or `None` when it was said why
/// there is none.
pub(super) fn open(
    flags: Flags,
    how: How,
    quiet: bool,
) -> anyhow::Result<Option<(Config, Session)>> {
    let Some(config) = configured(flags)? else {
        return Ok(None);
    };
    match Session::new(&config, how) {
        Ok(session) => {
            if !quiet {
                session
                    .warnings
                    .iter()
                    .for_each(|warning| terminal::warning(warning));
            }
            Ok(Some((config, session)))
        }
        Err(error) => {
            terminal::session_error(&error);
            Ok(None)
        }
    }
}

/// What became of the documents, standard input first, then sorted by path; and
/// what could not be done.
pub(super) struct Done<T> {
    pub(super) results: Vec<T>,
    pub(super) errors: Vec<InputError>,
}

/// Does `work` for every document that `paths` name: with its path, unless it is
/// standard input.
pub(super) fn for_each<T: Send>(
    paths: &[PathBuf],
    common: &Common,
    walk: Walk,
    work: impl Fn(&Input, Option<&Path>) -> Result<T, InputError> + Sync,
) -> Done<T> {
    let (stdin, files): (Vec<PathBuf>, Vec<PathBuf>) = paths
        .iter()
        .cloned()
        .partition(|path| path == Path::new("-"));
    let mut outcomes = Vec::new();
    if !stdin.is_empty() {
        let input = Input::stdin(stdin_format(common));
        if let Ok(input) = &input {
            warn_of_unreadable(&input.bytes);
        }
        outcomes.push(input.and_then(|input| work(&input, None)));
    }
    let progress = Progress::start(common.quiet);
    let single_file = files.len() == 1 && files[0].is_file();
    let links = if single_file {
        CrossLinks::default()
    } else {
        CrossLinks::collect(&files, walk)
    };
    progress.out_of(links.documents());
    let (read, mut errors) = input::for_each(&files, walk, |path| {
        let mut input = Input::file(path, common.read_as)?;
        input.linked = links.to(path);
        let result = work(&input, Some(path));
        progress.step();
        result
    });
    drop(progress);
    outcomes.extend(read.into_iter().map(|(_, outcome)| outcome));
    let mut results = Vec::with_capacity(outcomes.len());
    for outcome in outcomes {
        match outcome {
            Ok(result) => results.push(result),
            Err(error) => errors.push(error),
        }
    }
    if results.is_empty() && errors.is_empty() {
        let formats: Vec<&str> = format::searched().collect();
        terminal::warning(&format!(
            "no document was found; folders are searched for {}",
            formats.join(", ")
        ));
    }
    errors.sort_by(|a, b| a.path.cmp(&b.path));
    Done { results, errors }
}

/// Says that standard input is no text, if it begins so; it passes through.
pub(super) fn warn_of_unreadable(bytes: &[u8]) {
    if let Some(reason) = input::unreadable(bytes) {
        terminal::warning(&format!("{STDIN} {reason}"));
    }
}

/// How standard input is read.
pub(super) fn stdin_format(common: &Common) -> &'static dyn Format {
    let by_name = || common.stdin_filename.as_deref().map(format::of_path);
    common
        .read_as
        .or_else(by_name)
        .unwrap_or_else(format::default)
}

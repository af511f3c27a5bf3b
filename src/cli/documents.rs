//! From paths that were typed to documents that were worked on: standard input,
//! files, folders, in parallel, sorted.

use std::path::{Path, PathBuf};

use anyhow::anyhow;
use dejargon::config::{Config, Flags};
use dejargon::document::Format;
use dejargon::format;
use dejargon::input::{self, Input, InputError, STDIN, Walk};
use dejargon::rewrite::How;
use dejargon::session::Session;

use super::args::{Common, GlossaryFlags};
use super::terminal::{self, Stream};

/// The configuration and the session of a run, or `None` when it was said why
/// there is none.
pub(super) fn open(flags: Flags, glossaries: &GlossaryFlags, how: How) -> anyhow::Result<Option<(Config, Session)>> {
    let color = terminal::wants_color(glossaries.color, Stream::Err);
    let folder = std::env::current_dir()
        .map_err(|cause| anyhow!("the current folder could not be found: {cause}"))?;
    let config = match Config::resolve(flags, &folder) {
        Ok(config) => config,
        Err(error) => {
            terminal::config_error(&error, color);
            return Ok(None);
        }
    };
    match Session::new(&config, how) {
        Ok(session) => {
            for warning in &session.warnings {
                terminal::warning(warning);
            }
            Ok(Some((config, session)))
        }
        Err(error) => {
            terminal::session_error(&error, color);
            Ok(None)
        }
    }
}

/// A document, and what became of it.
pub(super) struct Done<T> {
    pub(super) path: Option<PathBuf>,
    pub(super) result: Result<T, InputError>,
}

/// Does `work` for every document that `paths` name.
pub(super) fn for_each<T: Send>(
    paths: &[PathBuf],
    common: &Common,
    walk: Walk,
    work: impl Fn(&Input) -> Result<T, InputError> + Sync,
) -> (Vec<Done<T>>, Vec<InputError>) {
    let (stdin, files): (Vec<PathBuf>, Vec<PathBuf>) =
        paths.iter().cloned().partition(|path| path == Path::new("-"));
    let mut done = Vec::new();
    if !stdin.is_empty() {
        let result = Input::stdin(stdin_format(common), STDIN).and_then(|input| work(&input));
        done.push(Done { path: None, result });
    }
    let (read, errors) = input::for_each(&files, walk, |path| {
        Input::file(path, common.read_as).and_then(|input| work(&input))
    });
    done.extend(read.into_iter().map(|(path, result)| Done {
        path: Some(path),
        result,
    }));
    (done, errors)
}

/// How standard input is read.
pub(super) fn stdin_format(common: &Common) -> &'static dyn Format {
    let by_name = || common.stdin_filename.as_deref().map(format::of_path);
    common.read_as.or_else(by_name).unwrap_or_else(format::default)
}

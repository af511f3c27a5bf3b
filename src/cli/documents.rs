//! From paths that were typed to documents that were worked on: standard input,
//! files, folders, in parallel, sorted.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::anyhow;
use dejargon::config::{Config, Flags};
use dejargon::crosslinks::{CrossLinks, Found};
use dejargon::document::Format;
use dejargon::format;
use dejargon::input::{self, Input, InputError, STDIN, Unread, Walk};
use dejargon::parallel;
use dejargon::projects::{ProjectError, Projects};
use dejargon::rewrite::How;
use dejargon::session::Session;

use super::args::{Common, SelectionFlags, WalkFlags};
use super::progress::Progress;
use super::terminal;

/// The configuration of a run, or `None` when it was said what is wrong with it.
pub(super) fn configured(flags: &Flags) -> anyhow::Result<Option<Config>> {
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

/// The session of a configuration, or `None` when it was said why there is none.
pub(super) fn session_of(config: &Config) -> Option<Session> {
    match Session::new(config.clone(), How::AsWritten) {
        Ok(session) => {
            warn(&session.warnings);
            Some(session)
        }
        Err(error) => {
            terminal::session_error(&error);
            None
        }
    }
}

/// Opens the projects of what was named, so that nothing is read under a broken
/// configuration. Whether all is well; what is not was said.
pub(super) fn open(projects: &Projects, paths: &[PathBuf], common: &Common) -> bool {
    let mut said = BTreeSet::new();
    for path in paths {
        let opened = if path == Path::new("-") {
            stdin_project(projects, common)
        } else if path.is_dir() {
            projects.of_folder(path)
        } else {
            projects.of(path)
        };
        if let Err(error) = opened
            && said.insert(error.to_string())
        {
            terminal::project_error(&error);
        }
    }
    said.is_empty()
}

/// The session of standard input: that of the file that it stands for, or of the
/// current folder.
pub(super) fn stdin_project(
    projects: &Projects,
    common: &Common,
) -> Result<Arc<Session>, ProjectError> {
    match &common.stdin_filename {
        Some(path) => projects.of(path),
        None => projects.of_folder(Path::new(".")),
    }
}

/// Says what is odd about configurations.
pub(super) fn warn(warnings: &[String]) {
    for warning in warnings {
        terminal::warning(warning);
    }
}

/// How many bytes of documents are kept from the search for links until their turn
/// comes. What goes beyond that is read a second time.
const MOST_KEPT: usize = 64 << 20;

/// A file, and what was read of it if that is known already.
type Read = (PathBuf, Option<Result<Input, Unread>>);

/// How documents are found and read.
pub(super) struct Reading<'r> {
    common: &'r Common,
    walk: Walk<'static>,
    projects: &'r Projects,
    /// What of the paths was typed.
    typed: HashSet<&'r Path>,
}

impl<'r> Reading<'r> {
    pub(super) fn new(
        common: &'r Common,
        walk: &WalkFlags,
        selection: &SelectionFlags,
        projects: &'r Projects,
        typed: &'r [PathBuf],
    ) -> Self {
        let walk = Walk {
            force_exclude: selection.force_exclude,
            ..walk.walk()
        };
        Self {
            common,
            walk,
            projects,
            typed: typed.iter().map(PathBuf::as_path).collect(),
        }
    }

    /// Whether a file is not passed over in silence: somebody typed it, or how it is read.
    fn is_typed(&self, path: &Path) -> bool {
        self.common.read_as.is_some() || self.typed.contains(path)
    }

    /// The same, if nobody asked for files to be chosen as those in folders are.
    fn is_chosen(&self, path: &Path) -> bool {
        self.is_typed(path) && !self.walk.force_exclude
    }

    /// Reads the files that `paths` name or hold, and the links that stand in them.
    fn read(&self, paths: &[PathBuf]) -> (Vec<Read>, Found, Vec<InputError>) {
        let room = AtomicUsize::new(MOST_KEPT);
        let links = Mutex::new(Found::default());
        let learn = |found: Found| {
            let mut links = links.lock().unwrap_or_else(PoisonError::into_inner);
            links.add(found);
        };
        let passed = |path: &Path| learn(Found::at(path));
        let read = |path: &Path| {
            let format = self.common.read_as.unwrap_or_else(|| format::of_path(path));
            if format.package().is_some() {
                return None;
            }
            let input = Input::file(path, self.common.read_as);
            if let Ok(input) = &input {
                learn(Found::of(path, input));
            }
            let size = input.as_ref().map_or(0, |input| input.bytes.len());
            let fits = |room: usize| room.checked_sub(size);
            let kept = room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fits);
            kept.is_ok().then_some(input)
        };
        let (files, errors) = self.walking(|walk| {
            let walk = Walk {
                passed: Some(&passed),
                ..walk
            };
            input::for_each(paths, walk, read)
        });
        let links = links.into_inner().unwrap_or_else(PoisonError::into_inner);
        (files, links, errors)
    }

    /// Does something with the walk that finds what each project reads.
    pub(super) fn walking<T>(&self, work: impl FnOnce(Walk<'_>) -> T) -> T {
        let reads = |path: &Path| self.projects.reads(path, self.common.read_as);
        let enters = |folder: &Path| self.projects.enters(folder);
        let is_typed = |path: &Path| self.is_typed(path);
        work(Walk {
            typed: Some(&is_typed),
            wanted: Some(&reads),
            enters: Some(&enters),
            ..self.walk
        })
    }
}

/// What became of the documents, standard input first, then sorted by path; and
/// what could not be done.
pub(super) struct Done<T> {
    pub(super) results: Vec<T>,
    pub(super) errors: Vec<InputError>,
}

/// Standard input, if it is among the paths, and the files.
fn without_stdin(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<PathBuf>) {
    let is_stdin = |path: &PathBuf| path == Path::new("-");
    paths.iter().cloned().partition(is_stdin)
}

/// Does `work` for every document that `paths` name: with its session and its path,
/// unless it is standard input.
pub(super) fn for_each<T: Send>(
    paths: &[PathBuf],
    reading: &Reading,
    work: impl Fn(&Input, &Arc<Session>, Option<&Path>) -> Result<T, InputError> + Sync,
) -> Done<T> {
    let Reading {
        common, projects, ..
    } = reading;
    let (stdin, files) = without_stdin(paths);
    let mut outcomes = Vec::new();
    if !stdin.is_empty() {
        let input = stdin_input(common);
        if let Ok(input) = &input {
            warn_of_unreadable(&input.bytes);
        }
        outcomes.push(input.and_then(|mut input| {
            if let Some(path) = &common.stdin_filename {
                let found = Found::of(path, &input);
                let links = Arc::new(CrossLinks::new(std::slice::from_ref(path), found));
                input.backlinks = Some(links.to(path, &input));
            }
            let session = stdin_project(projects, common);
            let session = session.map_err(|error| error.of_document(Path::new(STDIN)))?;
            input::around(Path::new(STDIN), || work(&input, &session, None))?
        }));
    }
    let progress = Progress::start(common.quiet);
    let (read, links, mut errors) = reading.read(&files);
    let links = Arc::new(CrossLinks::new(&files, links));
    progress.out_of(read.len());
    let done = |(path, input): Read| {
        let input = input.unwrap_or_else(|| Input::file(&path, common.read_as));
        let mut input = match input {
            Ok(input) => input,
            Err(Unread::Refused(_)) if !reading.is_chosen(&path) => return Ok(None),
            Err(unread) => return Err(unread.into()),
        };
        input.backlinks = Some(links.to(&path, &input));
        let session = projects.of(&path);
        let session = session.map_err(|error| error.of_document(&path))?;
        let result = work(&input, &session, Some(&path));
        progress.step();
        result.map(Some)
    };
    let done = parallel::each(read, reading.walk.threads, done);
    outcomes.extend(done.into_iter().filter_map(Result::transpose));
    drop(progress);
    let mut results = Vec::with_capacity(outcomes.len());
    for outcome in outcomes {
        match outcome {
            Ok(result) => results.push(result),
            Err(error) => errors.push(error),
        }
    }
    let looked_for = !paths.is_empty() && !reading.walk.force_exclude;
    if looked_for && results.is_empty() && errors.is_empty() {
        let formats: Vec<&str> = format::searched().collect();
        terminal::warning(&format!(
            "no document was found; folders are searched for {}",
            formats.join(", ")
        ));
    }
    errors.sort_by(|a, b| a.path.cmp(&b.path));
    // The mistake of a configuration is that of each document under it.
    errors.dedup();
    if !common.quiet {
        warn(&projects.warnings());
        note_foreign(projects.foreign());
    }
    Done { results, errors }
}

/// Says how many documents are in another language.
fn note_foreign(count: usize) {
    match count {
        0 => {}
        1 => terminal::note("1 document has text in another language, which was left alone"),
        _ => terminal::note(&format!(
            "{count} documents have text in other languages, which was left alone"
        )),
    }
}

/// Says that standard input is no text, if it begins so; it passes through.
pub(super) fn warn_of_unreadable(bytes: &[u8]) {
    if let Some(reason) = input::unreadable(bytes) {
        terminal::warning(&format!("{STDIN} {reason}"));
    }
}

/// Reads standard input, if its format can be told.
fn stdin_input(common: &Common) -> Result<Input, InputError> {
    Input::stdin(stdin_format(common)?)
}

/// How standard input is read.
///
/// # Errors
///
/// When it stands for a file that is not read so.
pub(super) fn stdin_format(common: &Common) -> Result<&'static dyn Format, InputError> {
    let path = common.stdin_filename.as_deref();
    let found = match (common.read_as, path) {
        (Some(format), _) => format.of_file(path).map(|found| found.unwrap_or(format)),
        (None, Some(path)) => format::of_bytes(path, &[]).and_then(|_| format::of_file(path, None)),
        (None, None) => Ok(format::default()),
    };
    found.map_err(|message| InputError {
        path: path.map_or_else(|| STDIN.to_owned(), input::shown),
        message,
    })
}

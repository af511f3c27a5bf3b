//! Which files there are to read: those that were typed, that a list names, or that lie
//! in folders, which are walked in parallel.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, mpsc};

use ignore::{WalkBuilder, WalkState};

use super::fence::around;
use super::{InputError, ignored, missing, shown};
use crate::format;

/// How folders are walked.
#[derive(Clone, Copy, Default)]
pub struct Walk<'w> {
    /// How many files are read at a time; 0: as many as there are processors.
    pub threads: usize,
    /// Hidden files and folders, too.
    pub hidden: bool,
    /// What ignore files name, too.
    pub no_ignore: bool,
    /// Files that were named are chosen as those in folders are.
    pub force_exclude: bool,
    /// Which paths somebody typed, so that they are read whatever they are; absent: all.
    pub typed: Option<&'w (dyn Fn(&Path) -> bool + Sync)>,
    /// Which files of a folder are documents; absent: those of a known format.
    pub wanted: Option<&'w (dyn Fn(&Path) -> bool + Sync)>,
    /// What is done with a file in a folder that is no document of the run, but one of
    /// its project: it is hidden, or left out. Absent: it is not looked for.
    pub passed: Option<&'w (dyn Fn(&Path) + Sync)>,
    /// Which folders in a folder are looked into; absent: all.
    pub enters: Option<&'w (dyn Fn(&Path) -> bool + Sync)>,
}

/// Hidden folders that hold no documents: histories and caches.
const STORES: [&str; 9] = [
    ".git",
    ".hg",
    ".svn",
    ".jj",
    ".venv",
    ".tox",
    ".nox",
    ".cache",
    ".terraform",
];

/// A path without a leading `./`.
fn from_here(path: &Path) -> &Path {
    path.strip_prefix("./").unwrap_or(path)
}

/// Does `work` for every file that `paths` name or hold, several at a time and each
/// once, however often it is named. What it returns is sorted by path, so that
/// nothing depends on threads; a file that `work` crashes on is an error.
pub fn for_each<T: Send>(
    paths: &[PathBuf],
    walk: Walk<'_>,
    work: impl Fn(&Path) -> T + Sync,
) -> (Vec<(PathBuf, T)>, Vec<InputError>) {
    let mut errors = Vec::new();
    let mut present = Vec::new();
    for path in paths {
        match std::fs::metadata(path) {
            Ok(_) => present.push(path),
            Err(error) => errors.push(missing(path, &error)),
        }
    }
    if walk.force_exclude {
        present = ignored::kept(&present, |top| walker(&[top], walk));
    }
    let taken = Mutex::new(HashSet::new());
    let is_first = |path: &Path| {
        let mut taken = taken.lock().unwrap_or_else(PoisonError::into_inner);
        paths.len() == 1 || taken.insert(from_here(path).to_owned())
    };
    let mut done = Vec::new();
    if let Some(walker) = walker(&present, walk) {
        let (sender, receiver) = mpsc::channel();
        walker.build_parallel().run(|| {
            let sender = sender.clone();
            let (work, is_first) = (&work, &is_first);
            Box::new(move |entry| {
                let found = match entry {
                    Ok(entry) if is_left_out(&entry, walk) => return WalkState::Skip,
                    Ok(entry) if is_wanted(&entry, walk) && is_first(entry.path()) => {
                        let result = around(entry.path(), || work(entry.path()));
                        Some(result.map(|result| (entry.into_path(), result)))
                    }
                    Ok(entry) => {
                        if let Some(passed) = walk.passed.filter(|_| may_link(&entry)) {
                            passed(entry.path());
                        }
                        None
                    }
                    Err(error) => Some(Err(walk_error(&error))),
                };
                // The receiver outlives the walk.
                if let Some(found) = found
                    && sender.send(found).is_err()
                {
                    return WalkState::Quit;
                }
                WalkState::Continue
            })
        });
        drop(sender);
        for found in receiver {
            match found {
                Ok(file) => done.push(file),
                Err(error) => errors.push(error),
            }
        }
    }
    done.sort_by(|a, b| from_here(&a.0).cmp(from_here(&b.0)));
    errors.sort_by(|a, b| a.path.cmp(&b.path));
    errors.dedup();
    (done, errors)
}

fn walker(paths: &[&PathBuf], walk: Walk<'_>) -> Option<WalkBuilder> {
    let (first, rest) = paths.split_first()?;
    let mut builder = WalkBuilder::new(first);
    for path in rest {
        builder.add(path);
    }
    let sees_hidden = walk.hidden || walk.passed.is_some();
    builder.threads(walk.threads).hidden(!sees_hidden);
    if walk.no_ignore {
        builder
            .ignore(false)
            .git_ignore(false)
            .git_global(false)
            .git_exclude(false)
            .parents(false);
    } else {
        builder.add_custom_ignore_filename(".dejargonignore");
    }
    Some(builder)
}

/// A folder with nothing in it for us: it is not even listed.
fn is_left_out(entry: &ignore::DirEntry, walk: Walk<'_>) -> bool {
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    let found = is_folder && entry.depth() > 0;
    found && (is_store(entry) || walk.enters.is_some_and(|enters| !enters(entry.path())))
}

/// Whether a folder holds no documents, whoever looks for some.
pub(super) fn is_store(entry: &ignore::DirEntry) -> bool {
    STORES.iter().any(|store| entry.file_name() == *store)
}

/// Whether a file can have links to documents.
pub(super) fn may_link(entry: &ignore::DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file()) && format::may_link(entry.path())
}

/// Whether what a walk found is hidden, or in a hidden folder below its start.
fn is_hidden(entry: &ignore::DirEntry) -> bool {
    let mut names = entry.path().iter().rev().take(entry.depth());
    names.any(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// What was typed, what a list named if it may be prose, or what is called in a folder
/// as a document is. A link there to something that exists is left out: that is read
/// where it stands, and a walk that followed links could go round and round. A link to
/// nothing or a pipe with a document's name is taken, and becomes an error that names it.
fn is_wanted(entry: &ignore::DirEntry, walk: Walk<'_>) -> bool {
    let Some(kind) = entry.file_type() else {
        return false;
    };
    if kind.is_dir() {
        return false;
    }
    let path = entry.path();
    let named = entry.depth() == 0;
    let is_chosen = named && !walk.force_exclude;
    let is_typed = || walk.typed.is_none_or(|typed| typed(path));
    if is_chosen && (is_typed() || !format::is_for_machines(path)) {
        return true;
    }
    if !walk.hidden && is_hidden(entry) {
        return false;
    }
    let is_document = match walk.wanted {
        Some(wanted) => wanted(path),
        None => format::by_extension(path).is_some(),
    };
    is_document && (named || !(kind.is_symlink() && std::fs::metadata(path).is_ok()))
}

fn walk_error(error: &ignore::Error) -> InputError {
    InputError {
        path: place_of(error).map_or_else(|| ".".to_owned(), shown),
        message: format!("could not be walked: {error}"),
    }
}

/// The path that a walk failed at.
fn place_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            place_of(err)
        }
        ignore::Error::Loop { child, .. } => Some(child),
        _ => None,
    }
}

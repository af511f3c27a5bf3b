//! `--diff-base`, `--staged`, `--diff-file`: a check of changed lines alone. Only
//! files with changes are read, and of what is staged the staged text.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use dejargon::changes::Changes;
use dejargon::finding::{Elsewhere, Finding};
use dejargon::format;
use dejargon::input::{self, Input, InputError, Walk, shown};

use super::args::NarrowFlags;
use super::git::Git;
use super::root::{Root, is_under};

/// The lines that a run speaks of.
pub(super) struct Changed {
    changes: Changes,
    root: Root,
    /// Where staged files are read from.
    index: Option<Git>,
}

impl Changed {
    /// What the flags ask for, if they ask for changed lines.
    pub(super) fn new(flags: &NarrowFlags) -> anyhow::Result<Option<Self>> {
        let (changes, folder, index) = if let Some(revision) = &flags.diff_base {
            let git = Git::here("--diff-base")?;
            (git.since(revision)?, git.root, None)
        } else if flags.staged {
            let git = Git::here("--staged")?;
            (git.staged()?, git.root.clone(), Some(git))
        } else if let Some(path) = &flags.diff_file {
            let changes = read(path)?;
            let folder = if changes.by_git { repository() } else { None };
            (changes, folder.unwrap_or_else(|| ".".into()), None)
        } else {
            return Ok(None);
        };
        Ok(Some(Self {
            changes,
            root: Root::new(&folder)?,
            index,
        }))
    }

    /// The documents among `paths` that have changes, and what could not be found.
    pub(super) fn documents(
        &self,
        paths: &[PathBuf],
        walk: Walk,
    ) -> (Vec<PathBuf>, Vec<InputError>) {
        let is_stdin = |path: &&PathBuf| path.as_path() == Path::new("-");
        let (stdin, files): (Vec<&PathBuf>, Vec<&PathBuf>) = paths.iter().partition(is_stdin);
        let files: Vec<PathBuf> = files.into_iter().cloned().collect();
        let (found, mut errors) =
            input::for_each(&files, walk, |path| self.changes.has(&self.root.name(path)));
        errors.extend(self.gone(&files));
        let changed = found.into_iter().filter(|(_, has_changes)| *has_changes);
        let files = changed.map(|(path, _)| path);
        (stdin.into_iter().cloned().chain(files).collect(), errors)
    }

    /// Staged documents that are not in the work tree any more: they cannot pass for
    /// checked.
    fn gone(&self, paths: &[PathBuf]) -> Vec<InputError> {
        if self.index.is_none() {
            return Vec::new();
        }
        let asked: Vec<String> = paths.iter().map(|path| self.root.name(path)).collect();
        let is_gone = |name: &&str| {
            format::by_extension(Path::new(name)).is_some()
                && asked.iter().any(|folder| is_under(name, folder))
                && !self.root.path(name).exists()
        };
        let gone = self.changes.files().filter(is_gone);
        gone.map(|name| InputError {
            path: name.to_owned(),
            message: "is staged but not in the folder any more; \
                      bring it back with `git restore`, or stage its removal"
                .to_owned(),
        })
        .collect()
    }

    /// The staged text in the place of a file's, where staged text is asked for.
    pub(super) fn staged(
        &self,
        input: &Input,
        path: Option<&Path>,
    ) -> Result<Option<Input>, InputError> {
        let (Some(git), Some(path)) = (&self.index, path) else {
            return Ok(None);
        };
        let staged = git.staged_file(&self.root.name(path));
        let bytes = match staged {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Err(unstaged(input, "it has a conflict; resolve that first")),
            Err(error) => return Err(unstaged(input, &error.to_string())),
        };
        let mut staged = Input::from_bytes(input.name.clone(), bytes, input.format)?;
        staged.backlinks.clone_from(&input.backlinks);
        Ok(Some(staged))
    }

    /// Whether a finding is on a changed line; one that speaks of several places, if all
    /// of them are.
    pub(super) fn has(&self, path: &Path, finding: &Finding) -> bool {
        let name = self.root.name(path);
        // Which paragraphs of a package changed, no diff says.
        if finding.block.is_some() {
            return self.changes.has(&name);
        }
        let others = finding.also.iter().map(Elsewhere::location);
        let mut places = std::iter::once(finding.location).chain(others);
        places.all(|place| {
            let lines = place.start.line..=place.end.line;
            self.changes.touch(&name, &lines)
        })
    }
}

fn unstaged(input: &Input, reason: &str) -> InputError {
    InputError {
        path: input.name.clone(),
        message: format!("its staged text could not be read: {reason}"),
    }
}

fn read(path: &Path) -> anyhow::Result<Changes> {
    let (name, diff) = if path == Path::new("-") {
        let mut diff = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut diff);
        ("standard input".to_owned(), read.map(|_| diff))
    } else {
        (shown(path), std::fs::read(path))
    };
    let diff = diff.with_context(|| format!("--diff-file: {name} could not be read"))?;
    if let Some(reason) = input::unreadable(&diff) {
        bail!("--diff-file: {name} {reason}");
    }
    Changes::parse(&diff).map_err(|error| anyhow!("--diff-file: {name} could not be read: {error}"))
}

/// The root of the repository around the current folder.
fn repository() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let mut folders = here.ancestors();
    folders
        .find(|folder| folder.join(".git").exists())
        .map(Path::to_owned)
}

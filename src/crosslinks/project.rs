//! The project that documents belong to, and what of it a run does not read: files
//! beside the one that was named, folders beside the one.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use super::found::Found;
use crate::input::{Reach, search};
use crate::text::path::absolute;

/// How far a project is searched: as far as nobody waits for it.
const REACH: Reach = Reach {
    files: 5_000,
    entries: 50_000,
};

/// The folders that a run's projects lie in, and what of them it reads itself.
#[derive(Debug)]
pub(super) struct Project {
    roots: BTreeSet<PathBuf>,
    named: HashSet<PathBuf>,
}

impl Project {
    /// The projects of files and folders.
    pub(super) fn of(paths: &[PathBuf]) -> Self {
        let named: HashSet<PathBuf> = paths.iter().map(|path| absolute(path)).collect();
        let folders: BTreeSet<&Path> = named
            .iter()
            .map(|path| match path.parent() {
                Some(folder) if !path.is_dir() => folder,
                _ => path,
            })
            .collect();
        Self {
            roots: folders.into_iter().map(root).collect(),
            named,
        }
    }

    /// The project that a file belongs to.
    pub(super) fn root_of<'p>(&'p self, path: &'p Path) -> &'p Path {
        let around = self.roots.iter().rev().find(|root| path.starts_with(root));
        around.map_or_else(|| path.parent().unwrap_or(path), PathBuf::as_path)
    }

    /// The links in what the run does not read; `None` if that is too much.
    pub(super) fn search(&self) -> Option<Found> {
        let mut all = Found::default();
        for root in &self.roots {
            let mut above = root.ancestors().skip(1);
            let is_read = root.ancestors().any(|folder| self.named.contains(folder));
            if is_read || above.any(|folder| self.roots.contains(folder)) {
                continue;
            }
            let is_named = |path: &Path| self.named.contains(path);
            for links in search(root, REACH, is_named, Found::at)? {
                all.add(links);
            }
        }
        Some(all)
    }
}

/// The root of the repository around a folder; without one the current folder, if it
/// lies in that, or else itself.
fn root(folder: &Path) -> PathBuf {
    let mut around = folder.ancestors();
    if let Some(repository) = around.find(|folder| folder.join(".git").exists()) {
        return repository.to_owned();
    }
    let here = absolute(Path::new("."));
    if folder.starts_with(&here) {
        here
    } else {
        folder.to_owned()
    }
}

//! Which of the files that were named a walk would have found: ignore files count
//! for them, too, when that is asked for. A folder above a file may be ignored, so
//! the walk goes down to each file from the root of its repository.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::text::path::absolute;

/// The paths that no ignore file names. `walker` makes a walk from a folder.
pub(super) fn kept<'p>(
    paths: &[&'p PathBuf],
    walker: impl Fn(&PathBuf) -> Option<WalkBuilder>,
) -> Vec<&'p PathBuf> {
    let mut by_top: BTreeMap<PathBuf, HashSet<PathBuf>> = BTreeMap::new();
    for path in paths {
        let path = absolute(path);
        by_top.entry(top(&path)).or_default().insert(path);
    }
    let mut found = HashSet::new();
    for (top, wanted) in by_top {
        let walk = walker(&top).into_iter();
        found.extend(walk.flat_map(|walk| reached(walk, &top, &wanted)));
    }
    let mut paths = paths.to_vec();
    paths.retain(|path| found.contains(&absolute(path)));
    paths
}

/// The paths among `wanted` that a walk from `top` comes to.
fn reached(mut walk: WalkBuilder, top: &Path, wanted: &HashSet<PathBuf>) -> Vec<PathBuf> {
    let ways: HashSet<PathBuf> = wanted
        .iter()
        .flat_map(|path| path.ancestors().take_while(|folder| *folder != top))
        .map(Path::to_owned)
        .collect();
    let top = top.to_owned();
    walk.hidden(false)
        .filter_entry(move |entry| entry.path() == top || ways.contains(entry.path()))
        .build()
        .flatten()
        .map(ignore::DirEntry::into_path)
        .filter(|path| wanted.contains(path))
        .collect()
}

/// Where a walk to a file starts: the root of its repository, or else its folder.
fn top(path: &Path) -> PathBuf {
    let beside = path.parent().unwrap_or(path);
    let mut folders = beside.ancestors();
    let root = folders.find(|folder| folder.join(".git").exists());
    root.unwrap_or(beside).to_owned()
}

//! A look through a folder for files that may link to documents: as far as it takes no
//! time, and not at all beyond.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use ignore::{DirEntry, WalkBuilder, WalkState};

use super::walk::{is_store, may_link};
use crate::crash::fenced;

/// How far a search goes.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    /// How many files are read.
    pub files: usize,
    /// How many files and folders are seen.
    pub entries: usize,
}

/// Does `work` for every file below a folder that may have links to documents, but for
/// those that `is_known` names and what lies below them. `None` if that goes too far.
pub fn search<T: Send>(
    root: &Path,
    reach: Reach,
    is_known: impl Fn(&Path) -> bool + Sync,
    work: impl Fn(&Path) -> T + Sync,
) -> Option<Vec<T>> {
    let (files, entries) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let has_room = |count: &AtomicUsize, most| count.fetch_add(1, Ordering::Relaxed) < most;
    let is_too_large = AtomicBool::new(false);
    let done = Mutex::new(Vec::new());
    let visit = |entry: &DirEntry| {
        if is_store(entry) || is_known(entry.path()) {
            return WalkState::Skip;
        }
        let reads = may_link(entry);
        if !has_room(&entries, reach.entries) || reads && !has_room(&files, reach.files) {
            is_too_large.store(true, Ordering::Relaxed);
            return WalkState::Quit;
        }
        // What the program crashes on is told when its turn comes.
        if reads && let Ok(result) = fenced(|| work(entry.path())) {
            let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
            done.push(result);
        }
        WalkState::Continue
    };
    let walk = WalkBuilder::new(root).hidden(false).build_parallel();
    // What cannot be read has no links.
    walk.run(|| Box::new(|entry| entry.map_or(WalkState::Continue, |entry| visit(&entry))));
    let done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    (!is_too_large.into_inner()).then_some(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_too_far_has_no_result() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let root = folder.path();
        std::fs::create_dir_all(root.join(".hidden"))?;
        std::fs::create_dir_all(root.join(".git"))?;
        let files = [
            "a.md",
            "b.rst",
            ".hidden/c.md",
            ".git/d.md",
            "e.docx",
            "f.c",
            "known.md",
        ];
        for file in files {
            std::fs::write(root.join(file), "text")?;
        }
        let found = |files, entries| {
            let is_known = |path: &Path| path.ends_with("known.md");
            search(root, Reach { files, entries }, is_known, Path::to_owned)
                .map(|found| found.len())
        };
        assert_eq!(found(3, 100), Some(3));
        assert_eq!(found(2, 100), None);
        assert_eq!(found(3, 6), None);
        Ok(())
    }
}

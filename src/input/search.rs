//! A look through a folder for files that may link to documents: as far as it takes no
//! time, and not at all beyond.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use ignore::{DirEntry, WalkBuilder, WalkState};

use super::walk::{is_store, may_link};
use crate::crash::fenced;

/// How many files are read, and how many are seen.
const MOST_FILES: usize = 5_000;
const MOST_ENTRIES: usize = 50_000;

/// Does `work` for every file below a folder that may have links to documents, but for
/// those that `is_known` names and what lies below them. `None` if there are too many.
pub fn search<T: Send>(
    root: &Path,
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
        if !has_room(&entries, MOST_ENTRIES) || reads && !has_room(&files, MOST_FILES) {
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

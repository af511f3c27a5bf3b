//! The files that are being written, so that Ctrl-C leaves none of them behind. A
//! file is begun and put into its place under one lock; who interrupts the run takes
//! that lock, removes what is not in its place, and keeps it to the end. So every
//! document is the old one or the new one. On Windows, where the run ends at once,
//! documents are whole, too, but a file `.dejargon-…` can stay beside one.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::{Builder, NamedTempFile};

use super::interrupt;

static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Begins a file in `folder`. If it is dropped it is removed.
pub(super) fn begin(builder: &Builder<'_, '_>, folder: &Path) -> io::Result<NamedTempFile> {
    interrupt::clean_up(remove);
    let mut unfinished = unfinished();
    let file = builder.tempfile_in(folder)?;
    unfinished.push(file.path().to_owned());
    Ok(file)
}

/// Puts a file that was begun in the place of `target`.
pub(super) fn put(file: NamedTempFile, target: &Path) -> io::Result<()> {
    let mut unfinished = unfinished();
    unfinished.retain(|path| path != file.path());
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}

fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes what is unfinished; nothing is begun or put after that.
fn remove() {
    let unfinished = unfinished();
    for path in unfinished.iter() {
        // Who failed to write it has removed it already.
        drop(std::fs::remove_file(path));
    }
    std::mem::forget(unfinished);
}

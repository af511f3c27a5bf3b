//! The files that are being written, so that Ctrl-C leaves none of them behind. A
//! file is begun and put into its place under one lock; who interrupts the run takes
//! that lock, removes what is not in its place, and keeps it to the end. So every
//! document is the old one or the new one. On Windows, where the run ends at once,
//! documents are whole, too, but a file `.dejargon-…` can stay beside one.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Seek};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::bail;
use dejargon::input::shown;
use tempfile::{Builder, NamedTempFile, PersistError};

use super::super::interrupt;

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
pub(super) fn put(file: NamedTempFile, target: &Path) -> anyhow::Result<()> {
    let mut unfinished = unfinished();
    let path = file.path().to_owned();
    match file.persist(target) {
        // A file that is mounted by itself, as containers do, cannot be moved away.
        Err(PersistError { error, file }) if error.kind() == ErrorKind::ResourceBusy => {
            write_through(file, target)?;
        }
        persisted => drop(persisted?),
    }
    unfinished.retain(|known| *known != path);
    Ok(())
}

/// Writes what a file that was begun holds to `target`, which keeps all else that it
/// has.
pub(super) fn pour(file: NamedTempFile, target: &Path) -> anyhow::Result<()> {
    let mut unfinished = unfinished();
    let path = file.path().to_owned();
    write_through(file, target)?;
    unfinished.retain(|known| *known != path);
    Ok(())
}

/// The file that was begun stays beside until all is written: if the disk is full or
/// the machine ends, it has the new text.
fn write_through(mut file: NamedTempFile, target: &Path) -> anyhow::Result<()> {
    let mut out = OpenOptions::new().write(true).open(target)?;
    file.rewind()?;
    let written = io::copy(file.as_file_mut(), &mut out)
        .and_then(|length| out.set_len(length))
        .and_then(|()| out.sync_all());
    match written {
        Ok(()) => Ok(()),
        Err(error) => {
            let (_, path) = file.keep()?;
            bail!("{error}; the whole new text is in {}", shown(&path))
        }
    }
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

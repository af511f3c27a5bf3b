//! The files that are being written, so that Ctrl-C leaves none of them behind. A
//! file is begun and put into its place under one lock; who interrupts the run takes
//! that lock, removes what is not in its place, and keeps it to the end. So every
//! document is the old one or the new one. On Windows, where the run ends at once,
//! documents are whole, too, but a file `.dejargon-…` can stay beside one.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::{Builder, NamedTempFile};

static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Begins a file in `folder`. If it is dropped it is removed.
pub(super) fn begin(builder: &Builder<'_, '_>, folder: &Path) -> io::Result<NamedTempFile> {
    watch();
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

/// Waits for Ctrl-C from the first file on: a run that writes none is ended by the
/// system. A closed terminal (`SIGHUP`) is left to it, too, for `nohup`.
#[cfg(unix)]
fn watch() {
    use std::sync::Once;

    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    static WATCHING: Once = Once::new();
    WATCHING.call_once(|| {
        // Without it the run goes on as if there were no such care.
        let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else {
            return;
        };
        let wait = move || {
            if let Some(signal) = signals.forever().next() {
                interrupted(signal);
            }
        };
        drop(std::thread::Builder::new().spawn(wait));
    });
}

#[cfg(not(unix))]
fn watch() {}

/// Removes what is unfinished, and ends the run as the signal does by itself, so that
/// a shell sees what ended it.
#[cfg(unix)]
fn interrupted(signal: i32) {
    let unfinished = unfinished();
    for path in unfinished.iter() {
        // Who failed to write it has removed it already.
        drop(std::fs::remove_file(path));
    }
    drop(signal_hook::low_level::emulate_default_handler(signal));
}

//! The fence around each document: one that breaks the program is an error of that
//! document alone, and the others are still done.

use std::path::Path;

use super::{InputError, shown};
use crate::crash::fenced;
use crate::document::Format;

/// Does `work` on a file.
///
/// # Errors
///
/// When the program crashes.
pub fn around<T>(path: &Path, work: impl FnOnce() -> T) -> Result<T, InputError> {
    fenced(work).map_err(|crash| InputError {
        path: shown(path),
        message: crash.to_string(),
    })
}

/// Does `work` on a document that is read in `format`.
pub(crate) fn guarded<T>(
    name: &str,
    format: &dyn Format,
    work: impl FnOnce() -> T,
) -> Result<T, InputError> {
    fenced(work).map_err(|crash| InputError {
        path: name.to_owned(),
        message: format!("{crash}; it was read as {}", format.name()),
    })
}

//! What a file keeps when another is put in its place: its owner, permissions and
//! extended attributes, of which access control lists are one.

#[cfg(unix)]
use std::ffi::OsString;
use std::fs::Metadata;
#[cfg(unix)]
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

/// Gives the file `beside` all that `file` has but its text. Whether that could be
/// done: of a file of somebody else's the owner cannot be kept, for example.
pub(super) fn keep(there: &Metadata, file: &Path, beside: &NamedTempFile) -> bool {
    // A change of owner takes permissions away, so it comes first.
    owner(there, beside)
        && beside
            .as_file()
            .set_permissions(there.permissions())
            .is_ok()
        && attributes(file, beside.path())
}

#[cfg(unix)]
fn owner(there: &Metadata, beside: &NamedTempFile) -> bool {
    use std::os::unix::fs::{MetadataExt, fchown};

    let is_kept = |new: Metadata| (new.uid(), new.gid()) == (there.uid(), there.gid());
    let file = beside.as_file();
    file.metadata().is_ok_and(is_kept) || fchown(file, Some(there.uid()), Some(there.gid())).is_ok()
}

#[cfg(not(unix))]
fn owner(_: &Metadata, _: &NamedTempFile) -> bool {
    true
}

/// Makes the attributes of `copy` those of `file`, even if its folder gives new files
/// some.
#[cfg(unix)]
fn attributes(file: &Path, copy: &Path) -> bool {
    let same = || -> io::Result<()> {
        for name in names(file)?.iter().chain(&names(copy)?) {
            let (wanted, given) = (xattr::get(file, name)?, xattr::get(copy, name)?);
            match wanted {
                wanted if wanted == given => {}
                Some(value) => xattr::set(copy, name, &value)?,
                None => xattr::remove(copy, name)?,
            }
        }
        Ok(())
    };
    same().is_ok()
}

#[cfg(unix)]
fn names(file: &Path) -> io::Result<Vec<OsString>> {
    match xattr::list(file) {
        Ok(names) => Ok(names.collect()),
        // A file system without attributes.
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
fn attributes(_: &Path, _: &Path) -> bool {
    true
}

//! Where a name leads: to a file, through links that stay, or to something that is
//! written to and never replaced: a device, a pipe, a stream that is open already.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// As many links lead to each other at most, as on Linux.
const MOST_LINKS: usize = 40;

/// What is written to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A file, which may not be there yet.
    File(PathBuf),
    /// The standard output of this run.
    Output,
    /// Its standard error.
    Errors,
    /// A device, a pipe, or a file that is open already.
    Opened(PathBuf),
}

impl Place {
    /// What a path names. Of a link, that is what it points at, there or not.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let mut path = path.to_owned();
        for _ in 0..MOST_LINKS {
            if let Some(stream) = stream(&path) {
                return Ok(stream);
            }
            let kind = match fs::symlink_metadata(&path) {
                Ok(metadata) => metadata.file_type(),
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::File(path)),
                Err(error) => return Err(error),
            };
            if kind.is_dir() {
                return Err(ErrorKind::IsADirectory.into());
            } else if kind.is_file() {
                return Ok(Self::File(path));
            } else if !kind.is_symlink() {
                return Ok(Self::Opened(path));
            }
            let target = fs::read_link(&path)?;
            path.pop();
            path.push(target);
        }
        Err(io::Error::other("its links lead round and round"))
    }
}

/// A stream that is open: `/dev/stdout` leads to `/proc/self/fd/1` on Linux, and to
/// `/dev/fd/1` elsewhere. To open it as a file would begin at its start.
fn stream(path: &Path) -> Option<Place> {
    let number: u32 = path.file_name()?.to_str()?.parse().ok()?;
    let folder = path.parent()?.canonicalize().ok()?;
    let process = folder.strip_prefix("/proc").ok();
    let is_own = folder == Path::new("/dev/fd")
        || process.is_some_and(|process| process.starts_with(std::process::id().to_string()));
    let is_open = folder == Path::new("/dev/fd") || (process.is_some() && folder.ends_with("fd"));
    is_open.then(|| match number {
        1 if is_own => Place::Output,
        2 if is_own => Place::Errors,
        _ => Place::Opened(path.to_owned()),
    })
}

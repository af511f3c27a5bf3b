//! Which paths were typed, or written to a list: `git diff --name-only` and `find`
//! say what to read where a shell would not take that many arguments.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::args::SelectionFlags;

/// The paths that were typed, and those of the list that `--files-from` names.
pub(super) fn paths(typed: &[PathBuf], flags: &SelectionFlags) -> anyhow::Result<Vec<PathBuf>> {
    let mut paths = typed.to_vec();
    let Some(list) = &flags.files_from else {
        return Ok(paths);
    };
    let from_stdin = list == Path::new("-");
    if from_stdin && typed.iter().any(|path| path == Path::new("-")) {
        bail!("standard input is either a document or the list of --files-from; name a file");
    }
    let mut bytes = Vec::new();
    let (read, name) = if from_stdin {
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        (read, "standard input".to_owned())
    } else {
        let file = std::fs::File::open(list);
        let read = file.and_then(|mut file| file.read_to_end(&mut bytes));
        (read, list.display().to_string())
    };
    read.with_context(|| format!("the list of files could not be read from {name}"))?;
    paths.extend(listed(&bytes, flags.null));
    Ok(paths)
}

/// The paths of a list: a path a line, or with a zero byte behind each.
fn listed(bytes: &[u8], null: bool) -> Vec<PathBuf> {
    let end = if null { b'\0' } else { b'\n' };
    bytes
        .split(|byte| *byte == end)
        .map(|line| match line {
            [line @ .., b'\r'] if !null => line,
            line => line,
        })
        .filter(|line| !line.is_empty())
        .map(path)
        .collect()
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

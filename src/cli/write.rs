//! The one place that writes files. A file is written whole or not at all: beside the
//! one that is there, then moved into its place, with its owner, permissions and
//! attributes (`kept`). What cannot be replaced so is written through, and so is what
//! is no file (`place`): a device, a pipe, a stream of this run. What was read before
//! it is written has to be there still.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use anyhow::{Context, anyhow, bail, ensure};
use dejargon::input::shown;
use tempfile::NamedTempFile;

use super::terminal;
use place::Place;

mod kept;
mod place;
mod unfinished;

/// Writes to what was named, whatever is there: a file is replaced.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    replace_with(path, |out| {
        out.write_all(bytes).with_context(|| unwritten(path))
    })
}

/// The same, with what `write` writes.
pub(super) fn replace_with(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let place = Place::of(path).with_context(|| format!("{} cannot be written", shown(path)))?;
    match place {
        Place::File(file) => put(path, &file, write, || Ok(())),
        Place::Output => write(&mut terminal::stdout()),
        Place::Errors => write(&mut io::stderr()),
        Place::Opened(opened) => {
            // What a file has got already stays; a device has no end.
            let appends = fs::metadata(&opened).is_ok_and(|metadata| metadata.is_file());
            let mut out = OpenOptions::new()
                .append(appends)
                .write(!appends)
                .open(&opened)
                .with_context(|| unwritten(path))?;
            write(&mut out)
        }
    }
}

/// Writes a file that was read before, or that was not there (`None`). If it is another
/// one by now, it stays: what somebody saved meanwhile would be lost.
pub(super) fn update(path: &Path, before: Option<&[u8]>, after: &[u8]) -> anyhow::Result<()> {
    let place = Place::of(path).with_context(|| format!("{} cannot be written", shown(path)))?;
    let Place::File(file) = place else {
        return replace(path, after);
    };
    let write = |out: &mut dyn Write| out.write_all(after).with_context(|| unwritten(path));
    let check = || {
        ensure!(
            is_still(&file, before)
                .with_context(|| format!("{} could not be read", shown(path)))?,
            "{} has changed since it was read, so it was left as it is; run the command again",
            shown(path)
        );
        Ok(())
    };
    put(path, &file, write, check)
}

/// Writes a file that is not there yet, and the folders that it lies in.
pub(super) fn create(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let folder = folder_of(path);
    fs::create_dir_all(folder)
        .with_context(|| format!("the folder {} could not be made", shown(folder)))?;
    File::create_new(path)
        .and_then(|mut file| file.write_all(bytes))
        .with_context(|| unwritten(path))
}

/// Adds to the end of a file.
pub(super) fn append(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().create(true).append(true).open(path)?;
    file.write_all(bytes)
}

/// Puts what `write` writes in the place of `file`, which was named as `path`, if
/// `check` finds nothing against it at the last moment.
fn put(
    path: &Path,
    file: &Path,
    write: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
    check: impl FnOnce() -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let there = match fs::symlink_metadata(file) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error).with_context(|| unwritten(path)),
    };
    if there
        .as_ref()
        .is_some_and(|there| there.permissions().readonly())
    {
        bail!("{} is write-protected; nothing was changed", shown(path));
    }
    let mut beside = begin(path, folder_of(file))?;
    write(&mut beside)?;
    beside
        .as_file()
        .sync_data()
        .with_context(|| unwritten(path))?;
    let replaces =
        there.is_none_or(|there| stands_alone(&there) && kept::keep(&there, file, &beside));
    check()?;
    let done = if replaces {
        unfinished::put(beside, file)
    } else {
        unfinished::pour(beside, file)
    };
    done.with_context(|| format!("{} could not be replaced", shown(path)))
}

fn begin(path: &Path, folder: &Path) -> anyhow::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dejargon-").permissions_of_a_new_file();
    unfinished::begin(&builder, folder).map_err(|error| match error.kind() {
        ErrorKind::NotFound => anyhow!("there is no folder {}; make it first", shown(folder)),
        kind => anyhow!(
            "nothing can be written to the folder of {}: {kind}",
            shown(path)
        ),
    })
}

/// Whether a file has one name; of others, one would keep the old text.
fn stands_alone(there: &Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        there.nlink() <= 1
    }
    #[cfg(not(unix))]
    {
        let _ = there;
        true
    }
}

/// Whether a file has the bytes that it had, or is still not there.
fn is_still(file: &Path, before: Option<&[u8]>) -> io::Result<bool> {
    let (mut now, mut rest) = match (File::open(file), before) {
        (Ok(now), Some(before)) => (now, before),
        (Err(error), before) if error.kind() == ErrorKind::NotFound => return Ok(before.is_none()),
        (Ok(_), None) => return Ok(false),
        (Err(error), _) => return Err(error),
    };
    let mut chunk = vec![0; 64 * 1024];
    loop {
        let length = now.read(&mut chunk)?;
        match rest.strip_prefix(&chunk[..length]) {
            Some(_) if length == 0 => return Ok(rest.is_empty()),
            Some(behind) => rest = behind,
            None => return Ok(false),
        }
    }
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn unwritten(path: &Path) -> String {
    format!("{} could not be written", shown(path))
}

/// New files are as readable as any other that the user makes.
trait NewFile {
    fn permissions_of_a_new_file(&mut self) -> &mut Self;
}

impl NewFile for tempfile::Builder<'_, '_> {
    fn permissions_of_a_new_file(&mut self) -> &mut Self {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            self.permissions(fs::Permissions::from_mode(0o666));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_has_changed_is_left() -> anyhow::Result<()> {
        let folder = tempfile::TempDir::new()?;
        let file = folder.path().join("a.md");
        let long = "x".repeat(200_000);
        let table: [(Option<&str>, Option<&str>, bool); 9] = [
            (Some("old"), Some("old"), true),
            (Some("old"), Some("old "), false),
            (Some("old"), Some("ol"), false),
            (Some("old"), Some(""), false),
            (Some(""), Some(""), true),
            (Some(&long), Some(&long), true),
            (Some(&long), Some(&long[1..]), false),
            (None, Some("new"), false),
            (None, None, true),
        ];
        for (read, there, expected) in table {
            match there {
                Some(text) => fs::write(&file, text)?,
                None => fs::remove_file(&file)?,
            }
            let updated = update(&file, read.map(str::as_bytes), b"new");
            assert_eq!(updated.is_ok(), expected, "{updated:?}");
            let now = fs::read_to_string(&file).ok();
            assert_eq!(now.as_deref(), if expected { Some("new") } else { there });
        }
        fs::remove_file(&file)?;
        assert!(update(&file, Some(b"old"), b"new").is_err());
        assert_eq!(fs::read_dir(folder.path())?.count(), 0);
        Ok(())
    }
}

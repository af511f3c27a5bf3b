//! Files replaced atomically or not at all: written beside, then moved into
//! place, with the permissions of what was there.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, anyhow};
use tempfile::NamedTempFile;

use super::unfinished;

/// Puts `bytes` in the place of a file.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    replace_with(path, |file| {
        file.write_all(bytes)
            .with_context(|| format!("the new text of {} could not be written", path.display()))
    })
}

/// Puts what `write` writes in the place of a file. A symbolic link stays one: what
/// it points at is replaced.
pub(super) fn replace_with(
    path: &Path,
    write: impl FnOnce(&mut NamedTempFile) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let name = path.display();
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => path.to_owned(),
        Err(error) => return Err(error).with_context(|| format!("{name} could not be found")),
    };
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let permissions = match fs::metadata(&target) {
        Ok(metadata) => {
            anyhow::ensure!(
                !metadata.permissions().readonly(),
                "{name} is write-protected; nothing was changed"
            );
            Some(metadata.permissions())
        }
        Err(_) => None,
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dejargon-").permissions_of_a_new_file();
    let mut beside = unfinished::begin(&builder, folder).map_err(|error| {
        if error.kind() == std::io::ErrorKind::NotFound {
            return anyhow!("there is no folder {}; make it first", folder.display());
        }
        anyhow!(
            "nothing can be written to the folder of {name}: {}",
            error.kind()
        )
    })?;
    write(&mut beside)?;
    let file = beside.as_file();
    file.sync_data()
        .with_context(|| format!("the new text of {name} could not be written"))?;
    if let Some(permissions) = permissions {
        fs::set_permissions(beside.path(), permissions)
            .with_context(|| format!("the permissions of {name} could not be kept"))?;
    }
    unfinished::put(beside, &target).with_context(|| format!("{name} could not be replaced"))?;
    Ok(())
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

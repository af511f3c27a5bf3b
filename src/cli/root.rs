//! Names of files as seen from a folder: relative, with `/`, the same from wherever
//! the program is run. The names in baselines and diffs are such.

use std::path::{Component, Path, PathBuf};

use anyhow::Context;
use dejargon::text::path::readable_name;

/// A folder that names start at.
#[derive(PartialEq, Eq)]
pub(super) struct Root(PathBuf);

impl Root {
    pub(super) fn new(folder: &Path) -> anyhow::Result<Self> {
        let path = real(folder);
        path.map(Self)
            .with_context(|| format!("the folder {} could not be found", folder.display()))
    }

    /// How `path`, which need not exist, is called from here.
    pub(super) fn name(&self, path: &Path) -> String {
        let path = real_place(path);
        let mut names: Vec<String> = Vec::new();
        let shared = self.0.components().zip(path.components());
        let shared = shared.take_while(|(root, path)| root == path).count();
        for _ in self.0.components().skip(shared) {
            names.push("..".to_owned());
        }
        for component in path.components().skip(shared) {
            names.push(readable_name(component.as_os_str()).into_owned());
        }
        names.join("/")
    }

    /// Where a name leads.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

fn real(folder: &Path) -> std::io::Result<PathBuf> {
    if folder.as_os_str().is_empty() {
        Path::new(".").canonicalize()
    } else {
        folder.canonicalize()
    }
}

/// A path without links in its folders; the file itself may be one.
fn real_place(path: &Path) -> PathBuf {
    let place = path.parent().zip(path.file_name());
    let place = place.and_then(|(folder, name)| Some(real(folder).ok()?.join(name)));
    place
        .or_else(|| path.canonicalize().ok())
        .or_else(|| std::path::absolute(path).ok())
        .unwrap_or_else(|| path.to_owned())
}

/// Whether a name is that of a folder or of something in it; an empty name is the
/// root's.
pub(super) fn is_under(name: &str, folder: &str) -> bool {
    let outside = Path::new(name).components().next() == Some(Component::ParentDir);
    (folder.is_empty() && !outside) || Path::new(name).starts_with(folder)
}

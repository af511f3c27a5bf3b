//! Paths by their letters alone: nothing here asks the file system. Links between
//! documents and what a configuration names are compared in this form, in which
//! one file has one spelling.

use std::path::{Component, Path, PathBuf};

/// A path without `.` and `..`.
pub fn resolved(path: &Path) -> PathBuf {
    let mut resolved = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if resolved.file_name().is_some() => {
                resolved.pop();
            }
            other => resolved.push(other),
        }
    }
    resolved
}

/// A path from the file system's root on.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).map_or_else(|_| path.to_owned(), |path| resolved(&path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_resolved_by_their_letters() {
        let table = [
            ("./docs/../notes.md", "notes.md"),
            ("docs/./a.md", "docs/a.md"),
            ("../a.md", "../a.md"),
            ("../../a.md", "../../a.md"),
        ];
        for (path, expected) in table {
            assert_eq!(resolved(Path::new(path)), Path::new(expected));
        }
    }
}

//! Paths as a configuration names them: globs that start from the folder of the
//! file that they stand in. A glob that matches a folder matches all that it holds.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};

/// A glob, and the folder that it starts from.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// As it was written.
    pub text: String,
    /// Where it starts, an absolute path.
    pub folder: PathBuf,
    glob: GlobMatcher,
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        (&self.text, &self.folder) == (&other.text, &other.folder)
    }
}

impl Eq for Pattern {}

impl Pattern {
    /// A glob that starts from `folder`, an absolute path.
    pub(super) fn new(text: &str, folder: &Path) -> Result<Self, globset::Error> {
        let trimmed = text.trim_start_matches("./").trim_end_matches('/');
        let glob = GlobBuilder::new(trimmed).literal_separator(true).build()?;
        Ok(Self {
            text: text.to_owned(),
            folder: folder.to_owned(),
            glob: glob.compile_matcher(),
        })
    }

    /// Whether it matches a file, given by an absolute path, or a folder above it.
    /// Files outside of the folder are compared from the file system's root.
    pub(super) fn matches(&self, path: &Path) -> bool {
        let path = path.strip_prefix(&self.folder).unwrap_or(path);
        path.ancestors().any(|path| self.glob.is_match(path))
    }

    /// The same with `/`, if it has backslashes that were most likely meant so; before a
    /// bracket they take its meaning away.
    pub(super) fn with_slashes(&self) -> Option<String> {
        let mut behind = self.text.split('\\').skip(1);
        let parts = behind.any(|rest| !rest.starts_with(['[', ']', '{', '}', '?', '!']));
        parts.then(|| self.text.replace('\\', "/"))
    }

    /// Whether it ends as the file's name does, so that whoever wrote it wants
    /// files of that kind.
    pub(super) fn names_kind_of(&self, path: &Path) -> bool {
        let ending = match (path.extension(), path.file_name()) {
            (Some(extension), _) => format!(".{}", extension.to_string_lossy()),
            (None, Some(name)) => name.to_string_lossy().into_owned(),
            (None, None) => return false,
        };
        self.text.ends_with(&ending)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backslashes_between_names_are_no_separators() -> Result<(), globset::Error> {
        for (glob, expected) in [
            (r"vendor\**", Some("vendor/**")),
            (r"docs\old\*.md", Some("docs/old/*.md")),
            (r"docs/\[draft\]/*.md", None),
            ("vendor/**", None),
        ] {
            let pattern = Pattern::new(glob, Path::new("/p"))?;
            assert_eq!(pattern.with_slashes().as_deref(), expected, "{glob}");
        }
        Ok(())
    }

    #[test]
    fn globs_start_from_their_folder_and_take_what_folders_hold() -> Result<(), globset::Error> {
        let table = [
            ("*.md", "/p/a.md", true),
            ("*.md", "/p/docs/a.md", false),
            ("**/*.md", "/p/docs/a.md", true),
            ("**/*.md", "/elsewhere/a.md", true),
            ("docs", "/p/docs/x/a.md", true),
            ("docs/", "/p/docs/a.md", true),
            ("./docs/**", "/p/docs/a.md", true),
            ("docs/*.md", "/p/docs/x/a.md", false),
            ("docs", "/p/docs.md", false),
        ];
        for (glob, path, expected) in table {
            let pattern = Pattern::new(glob, Path::new("/p"))?;
            assert_eq!(pattern.matches(Path::new(path)), expected, "{glob} {path}");
        }
        Ok(())
    }
}

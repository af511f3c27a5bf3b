//! What holds for which document: the nearest configuration file, the overrides
//! for a path, and which files are documents of the project at all.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::file::{self, Written};
use super::globs::Pattern;
use super::layer::{Layer, Origin, Sourced};
use super::{Config, ConfigError, Flags, show};
use crate::text::path::absolute;

/// A configuration file, with defaults below and flags on top of it.
#[derive(Debug)]
pub struct Settings {
    file: Option<PathBuf>,
    written: Written,
    typed: Layer,
    /// What holds, by the overrides that do.
    resolved: Mutex<HashMap<Vec<usize>, Arc<Config>>>,
}

impl Settings {
    /// The settings of the documents in a folder.
    pub fn of_folder(flags: &Flags, folder: &Path) -> Result<Self, ConfigError> {
        Self::of_file(flags, file_of(flags, folder).as_deref())
    }

    /// The settings that a file makes, or those without one.
    pub fn of_file(flags: &Flags, file: Option<&Path>) -> Result<Self, ConfigError> {
        let file = file.map(from_here);
        let written = file.as_deref().map(file::read).transpose()?;
        Ok(Self {
            file,
            written: written.unwrap_or_default(),
            typed: Layer::typed(flags),
            resolved: Mutex::default(),
        })
    }

    /// What holds for a document: one value for all under the same overrides.
    pub fn config_for(&self, path: &Path) -> Arc<Config> {
        let overrides = self.overrides_for(path);
        // A value that another thread left behind is whole.
        let mut resolved = self.resolved.lock().unwrap_or_else(PoisonError::into_inner);
        let known = resolved.entry(overrides).or_insert_with_key(|overrides| {
            let layer = self.layer_under(overrides);
            Arc::new(layer.config(self.file.clone()))
        });
        Arc::clone(known)
    }

    /// What holds in a folder: for a document there, whatever its name.
    pub fn config_in(&self, folder: &Path) -> Arc<Config> {
        self.config_for(&some_document(folder))
    }

    /// Whether a file that was found in a folder is a document of the project.
    /// `known` is whether its format is: files of others are read where `include`
    /// names their kind.
    pub fn reads(&self, path: &Path, known: bool) -> bool {
        let path = absolute(path);
        let Layer {
            include, exclude, ..
        } = &self.written.all;
        let included = include.as_ref().map_or(known, |globs| {
            let mut globs = globs.iter().map(|glob| &glob.value);
            globs.any(|glob| glob.matches(&path) && (known || glob.names_kind_of(&path)))
        });
        included && !exclude.iter().any(|glob| glob.value.matches(&path))
    }

    /// Whether a folder is excluded, and so is all that it holds.
    pub fn excludes(&self, folder: &Path) -> bool {
        let exclude = &self.written.all.exclude;
        !exclude.is_empty() && {
            let folder = absolute(folder);
            exclude.iter().any(|glob| glob.value.matches(&folder))
        }
    }

    /// What is odd about what the files say, without being wrong.
    pub fn warnings(&self) -> Vec<String> {
        self.patterns()
            .filter_map(|pattern| {
                let meant = pattern.value.with_slashes()?;
                let written = &pattern.value.text;
                let origin = &pattern.origin;
                Some(format!(
                    "{origin}: `{written}` has a backslash, which parts no folders; write `{meant}`"
                ))
            })
            .collect()
    }

    /// The folders that patterns start from.
    pub fn folders(&self) -> BTreeSet<PathBuf> {
        let folders = self.patterns().map(|pattern| &pattern.value.folder);
        folders.cloned().collect()
    }

    /// Says which patterns match none of these files, given by absolute paths: all that
    /// there are in those folders.
    pub fn idle(&self, files: &[PathBuf]) -> Vec<String> {
        let is_idle = |pattern: &&Sourced<Pattern>| {
            let mut files = files.iter();
            !files.any(|file| pattern.value.matches(file))
        };
        let idle = self.patterns().filter(is_idle);
        idle.map(|Sourced { value, origin }| {
            format!("{origin}: `{}` matches no file here", value.text)
        })
        .collect()
    }

    fn patterns(&self) -> impl Iterator<Item = &Sourced<Pattern>> {
        let Layer {
            include, exclude, ..
        } = &self.written.all;
        let paths = self.written.some.iter().flat_map(|some| &some.paths);
        include.iter().flatten().chain(exclude).chain(paths)
    }

    /// The line that says who reads a document, if a file says it.
    pub fn audience_from(&self, path: &Path) -> Option<String> {
        let audience = self.layer_for(path).audience?;
        match audience.origin {
            line @ Origin::Line { .. } => Some(line.to_string()),
            Origin::Default | Origin::Flag(_) => None,
        }
    }

    /// What holds for a document or in a folder as TOML, with `origin` behind each value where it
    /// comes from.
    pub fn show(&self, path: &Path, origin: bool) -> String {
        let path = if path.is_dir() {
            some_document(path)
        } else {
            absolute(path)
        };
        let mut text = show::layer(&self.layer_for(&path), origin);
        if origin {
            let overrides = self.written.some.iter();
            let overrides = overrides.map(|some| (some, some.matches(&path)));
            text.push_str(&show::overrides(overrides));
        }
        text
    }

    /// Where it is said, `FILE:LINE`, what a document's project changes about each
    /// rule.
    pub fn origins_of_changes(&self, path: &Path) -> BTreeMap<String, String> {
        let terms = self.layer_for(path).terms.into_iter();
        terms
            .map(|(rule, change)| (rule, change.origin.to_string()))
            .collect()
    }

    fn layer_for(&self, path: &Path) -> Layer {
        self.layer_under(&self.overrides_for(path))
    }

    /// The numbers of the overrides that hold for a document.
    fn overrides_for(&self, path: &Path) -> Vec<usize> {
        let path = absolute(path);
        let overrides = self.written.some.iter().enumerate();
        let holds = overrides.filter(|(_, some)| some.matches(&path));
        holds.map(|(number, _)| number).collect()
    }

    fn layer_under(&self, overrides: &[usize]) -> Layer {
        let file = Layer::defaults().under(self.written.all.clone());
        overrides
            .iter()
            .map(|&number| &self.written.some[number])
            .fold(file, |below, some| below.under(some.layer.clone()))
            .under(self.typed.clone())
    }
}

/// A name that no glob means, but those that mean every document of the folder.
fn some_document(folder: &Path) -> PathBuf {
    absolute(&folder.join("*"))
}

/// The configuration file that counts in a folder.
pub fn file_of(flags: &Flags, folder: &Path) -> Option<PathBuf> {
    match (&flags.config, flags.isolated) {
        (Some(path), _) => Some(path.clone()),
        (None, true) => None,
        (None, false) => nearest(folder),
    }
}

/// The nearest configuration file from `folder` up to the repository's root, or
/// to the file system's outside of one.
fn nearest(folder: &Path) -> Option<PathBuf> {
    for folder in absolute(folder).ancestors() {
        for name in ["dejargon.toml", ".dejargon.toml"] {
            let path = folder.join(name);
            if path.is_file() {
                return Some(path);
            }
        }
        if folder.join(".git").exists() {
            return None;
        }
    }
    None
}

/// A path below the current folder as seen from there.
fn from_here(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).to_owned()
}

//! What holds for which document: the nearest configuration file, the overrides
//! for a path, and which files are documents of the project at all.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::file::{self, Overriding};
use super::globs::Pattern;
use super::options::{Config, Options};
use super::sourced::{Origin, Sourced};
use super::{ConfigError, Flags, GlossarySource, show};
use crate::text::path::absolute;

/// A configuration file, with defaults below and flags on top of it.
#[derive(Debug)]
pub struct Settings {
    /// What the file says of all documents, and what holds where it says nothing.
    all: Config,
    /// What it says of some.
    some: Vec<Overriding>,
    flags: Flags,
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
        let mut all = Config {
            file: file.clone(),
            ..Config::default()
        };
        let some = file.map(|file| file::read(&file, &mut all)).transpose()?;
        Ok(Self {
            all,
            some: some.unwrap_or_default(),
            flags: flags.clone(),
            resolved: Mutex::default(),
        })
    }

    /// What holds for a document: one value for all under the same overrides.
    pub fn config_for(&self, path: &Path) -> Arc<Config> {
        let overrides = self.overrides_for(path);
        // A value that another thread left behind is whole.
        let mut resolved = self.resolved.lock().unwrap_or_else(PoisonError::into_inner);
        let known = resolved.entry(overrides);
        Arc::clone(known.or_insert_with_key(|overrides| Arc::new(self.config_under(overrides))))
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
        let Config {
            include, exclude, ..
        } = &self.all;
        let included = include.as_ref().map_or(known, |globs| {
            let mut globs = globs.iter().map(|glob| &glob.value);
            globs.any(|glob| glob.matches(&path) && (known || glob.names_kind_of(&path)))
        });
        included && !exclude.iter().any(|glob| glob.value.matches(&path))
    }

    /// Whether a folder is excluded, and so is all that it holds.
    pub fn excludes(&self, folder: &Path) -> bool {
        let exclude = &self.all.exclude;
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
        let Config {
            include, exclude, ..
        } = &self.all;
        let paths = self.some.iter().flat_map(|some| &some.paths);
        include.iter().flatten().chain(exclude).chain(paths)
    }

    /// The line that says who reads a document, if a file says it.
    pub fn audience_from(&self, path: &Path) -> Option<String> {
        match &self.config_for(path).audience.origin {
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
        let mut text = show::config(&self.config_for(&path), origin);
        if origin {
            let overrides = self.some.iter();
            let overrides = overrides.map(|some| (some, some.matches(&path)));
            text.push_str(&show::overrides(overrides));
        }
        text
    }

    /// The numbers of the overrides that hold for a document.
    fn overrides_for(&self, path: &Path) -> Vec<usize> {
        let path = absolute(path);
        let overrides = self.some.iter().enumerate();
        let holds = overrides.filter(|(_, some)| some.matches(&path));
        holds.map(|(number, _)| number).collect()
    }

    /// What holds under these overrides: the file, what it says of some documents, flags.
    fn config_under(&self, overrides: &[usize]) -> Config {
        let mut config = self.all.clone();
        for &number in overrides {
            config.update(&self.some[number].options);
        }
        config.put_on(&self.flags);
        config
    }
}

impl Config {
    /// What was typed holds instead of what a file says, but for glossaries, which go on
    /// top.
    fn put_on(&mut self, flags: &Flags) {
        let audience = flags.audience.clone();
        self.update(&Options {
            audience: audience.map(|name| Sourced::new(name, Origin::Flag("--audience"))),
            fail_on: flags
                .fail_on
                .map(|fail_on| Sourced::new(fail_on, Origin::Flag("--fail-on"))),
            ..Options::default()
        });
        if flags.no_bundled {
            self.glossaries.retain(|source| source.bundled().is_none());
        }
        let typed = flags.glossaries.iter().cloned().map(GlossarySource::File);
        self.glossaries
            .extend(typed.map(|source| Sourced::new(source, Origin::Flag("--glossary"))));
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

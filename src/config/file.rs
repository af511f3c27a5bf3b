//! A configuration file and those that it extends. Every mistake of a file is found at
//! once, with its place; what comes out is options that know their lines.

use std::path::{Path, PathBuf};

use toml::Spanned;

use super::ConfigError;
use super::globs::Pattern;
use super::options::{Config, File, KEYS, Options, Override};
use super::reader::Reader;
use super::sourced::Sourced;
use super::value::sourced;
use crate::glossary::read;
use crate::text::path::{absolute, resolved};

/// What a file says.
struct Written {
    /// For all documents.
    options: Options,
    /// For the documents of these paths; later ones win.
    some: Vec<Overriding>,
}

/// What holds for the documents of some paths.
#[derive(Debug)]
pub(super) struct Overriding {
    pub(super) paths: Vec<Sourced<Pattern>>,
    pub(super) options: Options,
}

impl Overriding {
    /// Whether it holds for a file, given by an absolute path.
    pub(super) fn matches(&self, path: &Path) -> bool {
        self.paths.iter().any(|glob| glob.value.matches(path))
    }
}

/// Puts what a file and those that it extends say over what holds; what comes out is
/// what they say of some documents, of which later ones win.
pub(super) fn read(path: &Path, config: &mut Config) -> Result<Vec<Overriding>, ConfigError> {
    let mut chain = Vec::new();
    let mut files = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next {
        let text =
            read::text(&path, read::Kind::Configuration { keys: KEYS }).map_err(|cause| {
                ConfigError::Unreadable {
                    path: path.clone(),
                    cause,
                }
            })?;
        files.push(absolute(&path));
        let reader = Reader::new(&path, &text);
        let (written, extended) = reader.written(&files)?;
        chain.push(written);
        next = extended;
    }
    let mut overrides = Vec::new();
    for written in chain.into_iter().rev() {
        config.update(&written.options);
        overrides.extend(written.some);
    }
    Ok(overrides)
}

impl Reader<'_> {
    /// What the file says, and the file that it extends. `files` are this one and
    /// those that led to it.
    fn written(mut self, files: &[PathBuf]) -> Result<(Written, Option<PathBuf>), ConfigError> {
        let table = self.source.toml(&mut self.problems);
        let file: Option<File> = self.source.read(table, &mut self.problems);
        let mut file = file.unwrap_or_default();
        let extend = file.extend.take();
        let extended = extend.and_then(|named| self.extended(&named, files));
        let overrides = std::mem::take(&mut file.overrides).into_iter();
        let written = Written {
            options: Options::of_file(file, &mut self),
            some: overrides.map(|some| self.overriding(some)).collect(),
        };
        if self.problems.is_empty() {
            Ok((written, extended))
        } else {
            Err(ConfigError::Problems(self.problems))
        }
    }

    fn extended(&mut self, named: &Spanned<String>, files: &[PathBuf]) -> Option<PathBuf> {
        let path = resolved(&self.beside.join(named.get_ref()));
        if !path.is_file() {
            let remedy = "`extend` takes the path of a file, from the folder of this one";
            self.wrong(
                named,
                format!("there is no file {}", path.display()),
                remedy,
            );
            return None;
        }
        if files.contains(&absolute(&path)) {
            let message = format!("{} is extended in a circle", path.display());
            self.wrong(named, message, "take out one `extend` of the circle");
            return None;
        }
        Some(path)
    }

    fn overriding(&mut self, mut some: Override) -> Overriding {
        let paths = std::mem::take(&mut some.paths).into_iter();
        Overriding {
            paths: paths.filter_map(|glob| sourced(glob, self)).collect(),
            options: Options::of_override(some, self),
        }
    }
}

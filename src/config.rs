//! Options: what a project's `dejargon.toml` says, what was typed on top of it,
//! and what holds in the end. `options` declares the keys, in the words of `key` and
//! `value`; `file` reads them, `settings` is what holds for which document, `show` and
//! `schema` say all that. Deciding what a flag is called is not done here.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;

use crate::finding::Severity;
use crate::glossary::problem::{Problem, write_lines};
use crate::text::named::Named;

mod file;
mod globs;
mod key;
mod options;
mod reader;
pub mod schema;
pub mod settings;
mod show;
mod shown;
mod sourced;
mod value;

pub use options::Config;
pub use sourced::{Origin, Sourced};

use settings::Settings;

/// From which severity on findings fail a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailOn {
    /// Errors alone.
    Error,
    /// Warnings and errors.
    #[default]
    Warning,
    /// Any finding.
    Info,
    /// None.
    Never,
}

/// What is done in a place where words need not be jargon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Treatment {
    /// Jargon is a finding.
    Flag,
    /// And it is rewritten.
    Rewrite,
}

impl Named for Treatment {
    const ALL: &'static [Self] = &[Self::Flag, Self::Rewrite];

    fn name(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Rewrite => "rewrite",
        }
    }
}

impl Named for FailOn {
    const ALL: &'static [Self] = &[Self::Error, Self::Warning, Self::Info, Self::Never];

    fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
            Self::Never => "never",
        }
    }
}

impl FailOn {
    /// Whether a finding of that severity fails the run.
    pub fn fails(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity >= Severity::Error,
            Self::Warning => severity >= Severity::Warning,
            Self::Info => true,
            Self::Never => false,
        }
    }
}

/// What was typed: absent where nothing was.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// `--audience`.
    pub audience: Option<String>,
    /// `--glossary`, each on top of those before.
    pub glossaries: Vec<PathBuf>,
    /// `--no-bundled`.
    pub no_bundled: bool,
    /// `--isolated`.
    pub isolated: bool,
    /// `--config`.
    pub config: Option<PathBuf>,
    /// `--fail-on`.
    pub fail_on: Option<FailOn>,
}

/// Where a glossary comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GlossarySource {
    /// It is inside the program.
    Bundled(&'static str),
    /// It is a file.
    File(PathBuf),
    /// It is in memory.
    Text {
        /// How it is called in messages.
        name: String,
        /// Its TOML.
        text: String,
    },
}

impl GlossarySource {
    /// The name of a bundled one.
    pub fn bundled(&self) -> Option<&'static str> {
        match self {
            Self::Bundled(name) => Some(name),
            Self::File(_) | Self::Text { .. } => None,
        }
    }
}

/// Why there is no configuration.
#[derive(Debug)]
pub enum ConfigError {
    /// A file could not be read.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: std::io::Error,
    },
    /// A file has mistakes.
    Problems(Vec<Problem>),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, cause } => {
                write!(
                    f,
                    "{}: the configuration could not be read: {cause}",
                    path.display()
                )
            }
            Self::Problems(problems) => write_lines(f, problems),
        }
    }
}

impl std::error::Error for ConfigError {}

impl Config {
    /// The glossaries, the lowest layer first.
    pub fn sources(&self) -> Vec<GlossarySource> {
        let sources = self.glossaries.iter();
        sources.map(|source| source.value.clone()).collect()
    }

    /// What holds in `folder`: flags over its configuration file over defaults.
    pub fn resolve(flags: &Flags, folder: &Path) -> Result<Self, ConfigError> {
        let settings = Settings::of_folder(flags, folder)?;
        Ok(Arc::unwrap_or_clone(settings.config_in(folder)))
    }
}

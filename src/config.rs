//! Options: what a project's `dejargon.toml` says, what was typed on top of it,
//! and what holds in the end. Reading files is done here, deciding what a flag
//! is called is not.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::finding::Severity;
use crate::glossary::bundled;
use crate::glossary::layers::Change;
use crate::glossary::problem::{Problem, SourceFile, write_lines};
use crate::glossary::schema::OneOrMany;
use crate::glossary::term::PUBLIC;

/// From which severity on findings fail a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailOn {
    /// Errors alone.
    Error,
    /// Warnings and errors.
    Warning,
    /// Any finding.
    Info,
    /// None.
    Never,
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

/// What holds.
#[derive(Clone, Debug)]
pub struct Config {
    /// Who reads.
    pub audience: String,
    /// The glossaries, the lowest layer first.
    pub glossaries: Vec<GlossarySource>,
    /// From which severity on a run fails.
    pub fail_on: FailOn,
    /// Whether somebody else's words are rewritten, too.
    pub quotations: bool,
    /// Whether headings are flagged only.
    pub keep_headings: bool,
    /// Words that this project's readers know.
    pub allow: Vec<String>,
    /// What the project says about single rules.
    pub changes: BTreeMap<String, Change>,
    /// The configuration file that this comes from.
    pub file: Option<PathBuf>,
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

/// `dejargon.toml`, key for key.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    audience: Option<String>,
    glossaries: Option<Vec<String>>,
    fail_on: Option<FailOn>,
    quotations: Option<Treatment>,
    headings: Option<Treatment>,
    #[serde(default)]
    allow: Vec<String>,
    #[serde(default)]
    terms: BTreeMap<String, TermChange>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Treatment {
    Flag,
    Rewrite,
}

#[derive(Debug, Deserialize)]
#[serde(
    untagged,
    expecting = "expected \"off\", or a table with `severity` or `plain`"
)]
enum TermChange {
    Off(Off),
    Set(Setting),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Off {
    Off,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Setting {
    severity: Option<Severity>,
    plain: Option<OneOrMany>,
}

impl Config {
    /// What holds in `folder`: flags over its configuration file over defaults.
    pub fn resolve(flags: Flags, folder: &Path) -> Result<Self, ConfigError> {
        let path = match (flags.config, flags.isolated) {
            (Some(path), _) => Some(path),
            (None, true) => None,
            (None, false) => find(folder),
        };
        let file = path.as_deref().map(read).transpose()?.unwrap_or_default();
        let beside = path
            .as_deref()
            .and_then(Path::parent)
            .unwrap_or(Path::new(""));
        let all_bundled = || {
            bundled::ALL
                .iter()
                .map(|bundled| GlossarySource::Bundled(bundled.name))
        };
        let mut glossaries: Vec<GlossarySource> = match file.glossaries {
            Some(named) => named
                .into_iter()
                .map(|name| source(&name, beside))
                .collect(),
            None => all_bundled().collect(),
        };
        if flags.no_bundled {
            glossaries.retain(|source| source.bundled().is_none());
        }
        glossaries.extend(flags.glossaries.into_iter().map(GlossarySource::File));
        Ok(Self {
            audience: flags
                .audience
                .or(file.audience)
                .unwrap_or_else(|| PUBLIC.to_owned()),
            glossaries,
            fail_on: flags.fail_on.or(file.fail_on).unwrap_or(FailOn::Warning),
            quotations: file.quotations == Some(Treatment::Rewrite),
            keep_headings: file.headings == Some(Treatment::Flag),
            allow: file.allow,
            changes: file
                .terms
                .into_iter()
                .map(|(rule, change)| (rule, change.into()))
                .collect(),
            file: path,
        })
    }
}

impl From<TermChange> for Change {
    fn from(change: TermChange) -> Self {
        match change {
            TermChange::Off(Off::Off) => Self::Off,
            TermChange::Set(Setting { severity, plain }) => Self::Set {
                severity,
                plain: plain.map(OneOrMany::into_vec),
            },
        }
    }
}

/// A glossary as the configuration names it: a bundled one, or a file beside.
fn source(name: &str, beside: &Path) -> GlossarySource {
    match bundled::ALL.iter().find(|bundled| bundled.name == name) {
        Some(bundled) => GlossarySource::Bundled(bundled.name),
        None => GlossarySource::File(beside.join(name)),
    }
}

/// The nearest configuration file from `folder` up to the repository's root, or
/// to the file system's outside of one.
fn find(folder: &Path) -> Option<PathBuf> {
    for folder in folder.ancestors() {
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

fn read(path: &Path) -> Result<File, ConfigError> {
    let text = std::fs::read_to_string(path).map_err(|cause| ConfigError::Unreadable {
        path: path.to_owned(),
        cause,
    })?;
    let source = SourceFile { path, text: &text };
    let mut problems = Vec::new();
    let table = source.toml(&mut problems);
    let file = source.read(table, &mut problems);
    match file {
        Some(file) if problems.is_empty() => Ok(file),
        _ => Err(ConfigError::Problems(problems)),
    }
}

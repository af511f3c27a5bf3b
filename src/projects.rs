//! A session for each document: documents of one run may lie under different
//! configurations. Files are read once, and what is configured alike shares one
//! session. Whoever has one document, or one folder, needs none of this.

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::config::settings::{Settings, file_of};
use crate::config::{Config, ConfigError, Flags};
use crate::document::Format;
use crate::format;
use crate::input::{InputError, shown};
use crate::rewrite::{How, Rules};
use crate::session::{Session, SessionError};

/// Sessions by configuration.
#[derive(Debug)]
pub struct Projects {
    flags: Flags,
    how: How,
    alternatives: bool,
    rules: Rules,
    folders: Mutex<HashMap<PathBuf, Found>>,
    files: Mutex<HashMap<Option<PathBuf>, Found>>,
    opened: Mutex<Vec<(Arc<Config>, Opened)>>,
}

/// Why a document has no session.
#[derive(Clone, Debug)]
pub enum ProjectError {
    /// Its configuration is wrong.
    Config(Arc<ConfigError>),
    /// The configuration asks for what there is not.
    Session(Arc<SessionError>),
    /// This line of a configuration names an audience that there is not.
    Audience(String, Arc<SessionError>),
}

type Found = Result<Arc<Settings>, ProjectError>;
type Opened = Result<Arc<Session>, ProjectError>;

impl fmt::Display for ProjectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Config(error) => error.fmt(f),
            Self::Session(error) => error.fmt(f),
            Self::Audience(line, error) => write!(f, "{line}: {error}"),
        }
    }
}

impl std::error::Error for ProjectError {}

impl ProjectError {
    /// The same with the line that names the audience, if that is what is wrong.
    fn at(self, audience_from: Option<String>) -> Self {
        match (self, audience_from) {
            (Self::Session(error), Some(line))
                if matches!(*error, SessionError::UnknownAudience { .. }) =>
            {
                Self::Audience(line, error)
            }
            (error, _) => error,
        }
    }

    /// The error of a document that cannot be read because of it: of the file to
    /// mend, so that all documents under it have the same.
    pub fn of_document(&self, path: &Path) -> InputError {
        const UNREAD: &str = "the documents under this configuration were not read";
        let problems = match self {
            Self::Audience(line, error) => {
                return InputError {
                    path: line.clone(),
                    message: format!("{error}; {UNREAD}"),
                };
            }
            Self::Config(error) => match &**error {
                ConfigError::Problems(problems) => problems.as_slice(),
                ConfigError::Unreadable { .. } => &[],
            },
            Self::Session(error) => match &**error {
                SessionError::Glossaries(problems, _) => problems.as_slice(),
                SessionError::UnknownAudience { .. } | SessionError::TooManyTerms(_) => &[],
            },
        };
        let Some(first) = problems.first() else {
            return InputError {
                path: shown(path),
                message: format!("was not read: {}", self.to_string().trim_end()),
            };
        };
        let more = match problems.len() {
            1 => String::new(),
            count => format!("; {} more", count - 1),
        };
        InputError {
            path: format!("{}:{}", shown(&first.path), first.position.line),
            message: format!("{}{more}; {UNREAD}", first.message),
        }
    }
}

impl Projects {
    /// Sessions for documents, with these flags on top of each configuration.
    pub fn new(flags: Flags, how: How) -> Self {
        Self {
            flags,
            how,
            alternatives: false,
            rules: Rules::default(),
            folders: Mutex::default(),
            files: Mutex::default(),
            opened: Mutex::default(),
        }
    }

    /// The same, with sessions whose findings carry all suggestions.
    #[must_use]
    pub fn with_alternatives(mut self) -> Self {
        self.alternatives = true;
        self
    }

    /// The same, with sessions that rewrite the terms of these rules alone.
    #[must_use]
    pub fn with_rules(mut self, rules: Rules) -> Self {
        self.rules = rules;
        self
    }

    /// The session of a document.
    pub fn of(&self, path: &Path) -> Opened {
        let settings = self.settings(folder_of(path))?;
        self.open(settings.config_for(path))
            .map_err(|error| error.at(settings.audience_from(path)))
    }

    /// The session of a document in a folder, whatever its name.
    pub fn of_folder(&self, folder: &Path) -> Opened {
        let settings = self.settings(folder)?;
        self.open(settings.config_in(folder))
            .map_err(|error| error.at(settings.audience_from(&folder.join("*"))))
    }

    /// What holds for a file, whether its glossaries are right or not.
    pub fn config(&self, path: &Path) -> Result<Arc<Config>, ProjectError> {
        Ok(self.settings(folder_of(path))?.config_for(path))
    }

    /// Whether a walk goes into a folder that it comes to: not if the configuration of
    /// the folder above excludes it. What is configured inside does not count then.
    pub fn enters(&self, folder: &Path) -> bool {
        let settings = self.settings(folder_of(folder));
        settings.map_or(true, |settings| !settings.excludes(folder))
    }

    /// Whether a file in a folder is a document, as its configuration says. Under
    /// one that is wrong every file is, so that the mistake is told. `read_as` is the
    /// format that was asked for.
    pub fn reads(&self, path: &Path, read_as: Option<&dyn Format>) -> bool {
        let known = format::is_read(path, read_as);
        if !known && read_as.is_none() && format::is_left_alone(path) {
            return false;
        }
        match self.settings(folder_of(path)) {
            Ok(settings) => settings.reads(path, known),
            Err(_) => known,
        }
    }

    /// How many documents were seen that are in another language, wholly or in part.
    pub fn foreign(&self) -> usize {
        let opened = locked(&self.opened);
        let sessions = opened.iter().filter_map(|(_, opened)| opened.as_ref().ok());
        sessions.map(|session| session.foreign()).sum()
    }

    /// What is odd about the configurations that were used, sorted.
    pub fn warnings(&self) -> Vec<String> {
        let opened = locked(&self.opened);
        let sessions = opened.iter().filter_map(|(_, opened)| opened.as_ref().ok());
        let mut warnings: Vec<String> = sessions
            .flat_map(|session| session.warnings.iter().cloned())
            .collect();
        let files = locked(&self.files);
        let settings = files.values().filter_map(|found| found.as_ref().ok());
        warnings.extend(settings.flat_map(|settings| settings.warnings()));
        warnings.sort();
        warnings.dedup();
        warnings
    }

    fn settings(&self, folder: &Path) -> Found {
        let mut folders = locked(&self.folders);
        if let Some(found) = folders.get(folder) {
            return found.clone();
        }
        let found = self.read(folder);
        folders.insert(folder.to_owned(), found.clone());
        found
    }

    /// The settings of a folder that was not asked for before. What several
    /// folders share is read once.
    fn read(&self, folder: &Path) -> Found {
        let file = file_of(&self.flags, folder);
        let mut files = locked(&self.files);
        let read = || {
            Settings::of_file(&self.flags, file.as_deref())
                .map(Arc::new)
                .map_err(|error| ProjectError::Config(Arc::new(error)))
        };
        files.entry(file.clone()).or_insert_with(read).clone()
    }

    fn open(&self, config: Arc<Config>) -> Opened {
        let mut all = locked(&self.opened);
        if let Some((_, opened)) = all.iter().find(|(known, _)| *known == config) {
            return opened.clone();
        }
        let session = Session::new(Arc::clone(&config), self.how);
        let opened = session
            .map_err(|error| ProjectError::Session(Arc::new(error)))
            .map(|session| {
                let session = session.with_rules(self.rules.clone());
                Arc::new(if self.alternatives {
                    session.with_alternatives()
                } else {
                    session
                })
            });
        all.push((config, opened.clone()));
        opened
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}

/// What another thread left behind is whole: entries are added when they are done.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

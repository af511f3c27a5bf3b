//! What a check leaves out beside rules: findings that a baseline knows, and lines
//! that did not change. The baseline sees every finding of a document first, so
//! that an entry is stale only when its finding is really gone.

use std::path::{Path, PathBuf};

use anyhow::bail;
use dejargon::finding::Finding;
use dejargon::input::{Input, InputError, STDIN, Walk};
use dejargon::report::FileReport;

use super::args::Check;
use super::changed::Changed;
use super::known::{Compared, Known, Opened};

/// What narrows a run.
pub(super) struct Narrow {
    changed: Option<Changed>,
    known: Option<Known>,
    /// What standard input is called in baselines and diffs.
    stdin: PathBuf,
}

/// A document that is narrowed.
pub(super) enum Narrowed {
    /// What is reported of it, and what it has of the baseline.
    Now(Option<FileReport>, Option<Compared>),
    /// It may be one that was renamed.
    Later(Found),
}

/// All that was found in a document.
pub(super) struct Found {
    path: PathBuf,
    file: FileReport,
    /// Which of its findings would be reported without a baseline.
    wanted: Vec<bool>,
}

impl Narrowed {
    fn later(&self) -> Option<&Found> {
        match self {
            Self::Now(..) => None,
            Self::Later(found) => Some(found),
        }
    }
}

impl Narrow {
    /// What was typed, or `None` when it was said what is wrong with a file.
    pub(super) fn new(args: &Check) -> anyhow::Result<Option<Self>> {
        let flags = &args.narrow;
        let stdin = args.common.stdin_filename.clone();
        if args.paths.iter().any(|path| path == Path::new("-")) {
            if flags.staged {
                bail!("--staged reads what is staged; standard input is not");
            }
            if flags.diff_file.as_deref() == Some(Path::new("-")) {
                bail!("standard input cannot be the diff and a document at once; name one of them");
            }
            if flags.diff_base.is_some() && stdin.is_none() {
                bail!(
                    "--diff-base needs to know which file standard input is: --stdin-filename PATH"
                );
            }
        }
        let known = match Known::open(flags)? {
            Opened::Broken => return Ok(None),
            Opened::NotAsked => None,
            Opened::Known(known) => Some(known),
        };
        Ok(Some(Self {
            changed: Changed::new(flags)?,
            known,
            stdin: stdin.unwrap_or_else(|| STDIN.into()),
        }))
    }

    /// The documents to read, and what could not be found.
    pub(super) fn documents(
        &self,
        paths: &[PathBuf],
        walk: Walk,
    ) -> (Vec<PathBuf>, Vec<InputError>) {
        match &self.changed {
            Some(changed) => changed.documents(paths, walk),
            None => (paths.to_vec(), Vec::new()),
        }
    }

    /// The text that counts, where it is not that of the file.
    pub(super) fn staged(
        &self,
        input: &Input,
        path: Option<&Path>,
    ) -> Result<Option<Input>, InputError> {
        let changed = self.changed.as_ref();
        changed.map_or(Ok(None), |changed| changed.staged(input, path))
    }

    /// Whether findings need marks, to be looked up in a baseline.
    pub(super) fn needs_marks(&self) -> bool {
        self.known.is_some()
    }

    /// The findings of a document to be reported, of those that `takes` wants; when all
    /// have been read, if it may have had another name.
    pub(super) fn reported(
        &self,
        path: Option<&Path>,
        file: FileReport,
        takes: impl Fn(&Finding) -> bool,
    ) -> Narrowed {
        let path = path.unwrap_or(&self.stdin);
        let on_changed = |finding: &Finding| {
            let changed = self.changed.as_ref();
            changed.is_none_or(|changed| changed.has(path, finding))
        };
        let wanted = |finding: &Finding| takes(finding) && on_changed(finding);
        let wanted = file.findings.iter().map(wanted).collect();
        let found = Found {
            path: path.to_owned(),
            file,
            wanted,
        };
        let known = self.known.as_ref();
        if known.is_some_and(|known| known.may_be_renamed(path)) {
            return Narrowed::Later(found);
        }
        let (file, compared) = self.compared(found);
        Narrowed::Now(file, compared)
    }

    /// What is reported of all documents, and what they have of the baseline.
    pub(super) fn all(&mut self, narrowed: Vec<Narrowed>) -> (Vec<FileReport>, Vec<Compared>) {
        if let Some(known) = &mut self.known {
            let later = narrowed.iter().filter_map(Narrowed::later);
            known.follow(later.map(|found| (found.path.as_path(), found.file.marks.as_slice())));
        }
        let narrowed = narrowed.into_iter().map(|narrowed| match narrowed {
            Narrowed::Now(file, compared) => (file, compared),
            Narrowed::Later(found) => self.compared(found),
        });
        let (files, compared): (Vec<_>, Vec<_>) = narrowed.unzip();
        (
            files.into_iter().flatten().collect(),
            compared.into_iter().flatten().collect(),
        )
    }

    /// Leaves what is known out of what is reported.
    fn compared(&self, found: Found) -> (Option<FileReport>, Option<Compared>) {
        let Found {
            path,
            mut file,
            wanted,
        } = found;
        let (reported, compared) = match &self.known {
            Some(known) => {
                let (reported, compared) = known.compare(&path, &file.marks, &wanted);
                (reported, Some(compared))
            }
            None => (wanted, None),
        };
        keep(&mut file.findings, &reported);
        keep(&mut file.marks, &reported);
        (
            Some(file).filter(|file| !file.findings.is_empty()),
            compared,
        )
    }

    /// Says what is gone from the baseline, and writes it.
    pub(super) fn finish(
        self,
        read: Vec<Compared>,
        paths: &[PathBuf],
        quiet: bool,
    ) -> anyhow::Result<()> {
        match self.known {
            Some(known) => known.finish(read, paths, quiet),
            None => Ok(()),
        }
    }
}

/// Leaves the items that `kept` says; all, if there are no more of it.
fn keep<T>(items: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    items.retain(|_| kept.next().is_none_or(|kept| *kept));
}

//! What a check leaves out beside rules: findings that a baseline knows, and lines
//! that did not change. The baseline sees every finding of a document first, so
//! that an entry is stale only when its finding is really gone.

use std::path::{Path, PathBuf};

use anyhow::bail;
use dejargon::baseline::Mark;
use dejargon::finding::Finding;
use dejargon::input::{Input, InputError, STDIN, Walk};

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

    /// Which findings are to be reported, of those that `takes` wants.
    pub(super) fn reported(
        &self,
        path: Option<&Path>,
        findings: &[Finding],
        marks: &[Mark],
        takes: impl Fn(&Finding) -> bool,
    ) -> (Vec<bool>, Option<Compared>) {
        let path = path.unwrap_or(&self.stdin);
        let on_changed = |finding: &Finding| {
            let changed = self.changed.as_ref();
            changed.is_none_or(|changed| changed.has(path, finding))
        };
        let wanted = |finding: &Finding| takes(finding) && on_changed(finding);
        let wanted: Vec<bool> = findings.iter().map(wanted).collect();
        match &self.known {
            Some(known) => {
                let (reported, compared) = known.compare(path, marks, &wanted);
                (reported, Some(compared))
            }
            None => (wanted, None),
        }
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

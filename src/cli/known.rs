//! `--baseline` and `--write-baseline`: findings that are known are left out, those
//! that are gone are named, and the file is written again. What a run has not read
//! stays in the file as it is.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use dejargon::baseline::{Baseline, Entries, Mark, entries};
use dejargon::input::shown;

use super::args::NarrowFlags;
use super::root::{Root, is_under};
use super::terminal;
use super::write;

/// How many entries without a finding are named.
const MOST_NAMED: usize = 10;

/// The baseline of a run.
pub(super) struct Known {
    baseline: Baseline,
    /// Names in it are seen from its folder.
    root: Root,
    /// Where it is written, and whether with what is new.
    target: Option<(PathBuf, bool)>,
}

/// A document beside its entries.
pub(super) struct Compared {
    name: String,
    /// What is known of it from now on.
    entries: Entries,
    stale: Entries,
}

impl Known {
    /// The baseline in `file`, or `None` when it was said what is wrong with it. It
    /// gets what is new only where `--baseline` was not typed.
    pub(super) fn new(file: &Path, flags: &NarrowFlags) -> anyhow::Result<Option<Self>> {
        let with_new = flags.baseline.is_none();
        let baseline = match read(file) {
            Err(error) if with_new && is_missing(&error) => Some(Baseline::default()),
            Err(error) if is_missing(&error) => bail!(
                "the baseline {0} is not there; `dejargon check --write-baseline {0}` makes it",
                shown(file)
            ),
            read => read?,
        };
        let Some(baseline) = baseline else {
            return Ok(None);
        };
        let target = flags.write_baseline.clone();
        // What is no baseline is not written over.
        let other = target.as_deref().filter(|target| *target != file);
        if let Some(other) = other.filter(|other| other.exists())
            && read(other)?.is_none()
        {
            return Ok(None);
        }
        Ok(Some(Self {
            baseline,
            root: Root::new(file.parent().unwrap_or(Path::new(".")))?,
            target: target.map(|target| (target, with_new)),
        }))
    }

    /// Which findings of a document are not reported. `wanted` are those that would
    /// be without a baseline.
    pub(super) fn compare(
        &self,
        path: &Path,
        marks: &[Mark],
        wanted: &[bool],
    ) -> (Vec<bool>, Compared) {
        let name = self.root.name(path);
        let comparison = self.baseline.compare(&name, marks);
        let takes_new = self.target.as_ref().is_some_and(|(_, with_new)| *with_new);
        let known: Vec<bool> = comparison
            .known
            .iter()
            .zip(wanted)
            .map(|(known, wanted)| *known || (takes_new && *wanted))
            .collect();
        let kept = marks.iter().zip(&known).filter(|(_, known)| **known);
        let compared = Compared {
            entries: entries(kept.map(|(mark, _)| mark)),
            stale: comparison.stale,
            name,
        };
        (known, compared)
    }

    /// Names what is gone, and writes the file. `paths` are those that were asked
    /// for: a file of theirs that is not there has no findings.
    pub(super) fn finish(
        mut self,
        read: Vec<Compared>,
        paths: &[PathBuf],
        quiet: bool,
    ) -> anyhow::Result<()> {
        let asked: Vec<String> = paths.iter().map(|path| self.root.name(path)).collect();
        let is_gone = |name: &str| {
            let asked = asked.iter().any(|folder| is_under(name, folder));
            asked && !self.root.path(name).exists()
        };
        let mut stale: BTreeMap<String, Entries> = BTreeMap::new();
        for (name, entries) in self.baseline.files().filter(|(name, _)| is_gone(name)) {
            stale.insert(name.to_owned(), entries.clone());
        }
        self.baseline.retain(|name| !stale.contains_key(name));
        for document in read {
            self.baseline
                .replace(document.name.clone(), document.entries);
            stale.insert(document.name, document.stale);
        }
        if !quiet {
            name_stale(&stale, self.target.is_some());
        }
        let Some((target, _)) = self.target else {
            return Ok(());
        };
        write::replace(&target, self.baseline.text().as_bytes())
            .with_context(|| format!("the baseline {} could not be written", shown(&target)))?;
        if !quiet {
            let count = counted(self.baseline.count(), "known finding");
            terminal::note(&format!("{} has {count} now", shown(&target)));
        }
        Ok(())
    }
}

/// A baseline, or `None` when it was said what is wrong with it.
fn read(file: &Path) -> anyhow::Result<Option<Baseline>> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("the baseline {} could not be read", shown(file)))?;
    match Baseline::parse(file, &text) {
        Ok(baseline) => Ok(Some(baseline)),
        Err(found) => {
            terminal::problems(&found);
            Ok(None)
        }
    }
}

fn is_missing(error: &anyhow::Error) -> bool {
    let cause = error.downcast_ref::<std::io::Error>();
    cause.is_some_and(|cause| cause.kind() == std::io::ErrorKind::NotFound)
}

/// Says which entries are of no use any more.
fn name_stale(stale: &BTreeMap<String, Entries>, dropped: bool) {
    let all = stale.iter().flat_map(|(path, entries)| {
        let entries = entries.iter();
        entries.map(move |(key, known)| (path, key, known))
    });
    let count: usize = all.clone().map(|(_, _, known)| known.count).sum();
    if count == 0 {
        return;
    }
    let remedy = if dropped {
        "dropped"
    } else {
        "--write-baseline drops them"
    };
    let findings = counted(count, "finding");
    terminal::warning(&format!(
        "{findings} of the baseline no longer there ({remedy}):"
    ));
    for (path, key, known) in all.clone().take(MOST_NAMED) {
        let times = match known.count {
            1 => String::new(),
            count => format!(" ({count} times)"),
        };
        let line = format!("  {path}: {} \"{}\"{times}", key.rule, known.text);
        terminal::note(&dejargon::report::sanitize(&line));
    }
    let more = all.count().saturating_sub(MOST_NAMED);
    if more > 0 {
        terminal::note(&format!("  and {more} more"));
    }
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

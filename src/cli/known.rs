//! `--baseline` and `--write-baseline`: findings that are known are left out, those
//! that are gone are named, and the file is written again. What a run has not read
//! stays in the file as it is.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use dejargon::baseline::{Baseline, Entries, Mark, entries};
use dejargon::format;
use dejargon::glossary::read::{self, Kind};
use dejargon::input::shown;

use super::args::NarrowFlags;
use super::root::{Root, is_under};
use super::terminal;
use super::write;

/// Where `--write-baseline` writes if nothing else is named.
const BASELINE: &str = "dejargon-baseline.toml";

/// How many entries without a finding are named.
const MOST_NAMED: usize = 10;

/// The baseline of a run.
pub(super) struct Known {
    baseline: Baseline,
    /// Whether it has files that are not there, and may have another name now.
    has_gone: bool,
    /// Names in it are seen from its folder.
    root: Root,
    /// Where it is written, with what is new.
    target: Option<Target>,
}

/// A file that is written in the end.
struct Target {
    path: PathBuf,
    /// What was there when the run began.
    before: Option<String>,
}

/// What the flags lead to.
pub(super) enum Opened {
    /// Nobody asked for a baseline.
    NotAsked,
    /// It was said what is wrong with the file.
    Broken,
    /// The baseline.
    Known(Known),
}

/// A document beside its entries.
pub(super) struct Compared {
    name: String,
    /// What is known of it from now on.
    entries: Entries,
    stale: Entries,
    /// How many of its findings are not reported since they are known.
    pub(super) left_out: usize,
}

impl Known {
    /// The baseline that the flags name.
    pub(super) fn open(flags: &NarrowFlags) -> anyhow::Result<Opened> {
        let target = target(flags)?;
        let Some(file) = flags.baseline.clone().or_else(|| target.clone()) else {
            return Ok(Opened::NotAsked);
        };
        let root = Root::new(folder_of(&file))?;
        let text = text_of(&file)?;
        let is_made = target.as_ref() == Some(&file);
        ensure!(
            text.is_some() || is_made,
            "the baseline {0} is not there; `dejargon check --baseline {0} --write-baseline` makes it",
            shown(&file)
        );
        let Some(baseline) = parsed(&file, text.as_deref()) else {
            return Ok(Opened::Broken);
        };
        let target = match target {
            Some(other) if other != file => {
                ensure!(
                    Root::new(folder_of(&other))? == root,
                    "{} and {} lie in two folders, and paths in a baseline start at its own; write it beside the other",
                    shown(&file),
                    shown(&other)
                );
                let before = text_of(&other)?;
                // What is no baseline is not written over.
                if parsed(&other, before.as_deref()).is_none() {
                    return Ok(Opened::Broken);
                }
                Some(Target {
                    path: other,
                    before,
                })
            }
            target => target.map(|path| Target { path, before: text }),
        };
        let has_gone = baseline.files().any(|(name, _)| !root.path(name).exists());
        Ok(Opened::Known(Self {
            baseline,
            has_gone,
            root,
            target,
        }))
    }

    /// Whether a document may have had another name that the baseline knows, which shows
    /// when all have been read.
    pub(super) fn may_be_renamed(&self, path: &Path) -> bool {
        self.has_gone && !self.baseline.knows(&self.root.name(path))
    }

    /// Takes documents that were renamed for what they were.
    pub(super) fn follow<'m>(&mut self, found: impl Iterator<Item = (&'m Path, &'m [Mark])>) {
        let Self { baseline, root, .. } = self;
        let found = found.map(|(path, marks)| (root.name(path), marks));
        baseline.follow(|name| !root.path(name).exists(), found);
    }

    /// Which findings of a document are reported, of those that are `wanted`: they
    /// would be without a baseline.
    pub(super) fn compare(
        &self,
        path: &Path,
        marks: &[Mark],
        wanted: &[bool],
    ) -> (Vec<bool>, Compared) {
        let name = self.root.name(path);
        let comparison = self.baseline.compare(&name, marks);
        let takes_new = self.target.is_some();
        let known: Vec<bool> = comparison
            .known
            .iter()
            .zip(wanted)
            .map(|(known, wanted)| *known || (takes_new && *wanted))
            .collect();
        let kept = marks.iter().zip(&known).filter(|(_, known)| **known);
        let entries = entries(kept.map(|(mark, _)| mark));
        let beside = || wanted.iter().zip(&known);
        let compared = Compared {
            name,
            entries,
            stale: comparison.stale,
            left_out: beside()
                .filter(|(wanted, known)| **wanted && **known)
                .count(),
        };
        let reported = beside().map(|(wanted, known)| *wanted && !*known);
        (reported.collect(), compared)
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
        let before = self.baseline.count();
        self.baseline.retain(|name| !stale.contains_key(name));
        for document in read {
            self.baseline
                .replace(document.name.clone(), document.entries);
            stale.insert(document.name, document.stale);
        }
        let gone = stale.values().flat_map(Entries::values);
        let gone: usize = gone.map(|known| known.count).sum();
        if !quiet {
            name_stale(&stale, gone, self.target.is_some());
        }
        let Some(target) = self.target else {
            return Ok(());
        };
        let read = target.before.as_ref().map(String::as_bytes);
        write::update(&target.path, read, self.baseline.text().as_bytes()).with_context(|| {
            format!("the baseline {} could not be written", shown(&target.path))
        })?;
        if !quiet {
            let count = self.baseline.count();
            terminal::note(&format!(
                "{} has {} now: {} new, {gone} dropped",
                shown(&target.path),
                counted(count, "known finding"),
                (count + gone).saturating_sub(before),
            ));
        }
        Ok(())
    }
}

/// The file to write, if one is to be written.
fn target(flags: &NarrowFlags) -> anyhow::Result<Option<PathBuf>> {
    let Some(named) = &flags.write_baseline else {
        return Ok(None);
    };
    if let Some(path) = named.as_ref().filter(|path| is_to_check(path)) {
        bail!(
            "--write-baseline takes a file of its own; to check {0} write `dejargon check {0} --write-baseline`",
            shown(path)
        );
    }
    let default = || flags.baseline.clone().unwrap_or_else(|| BASELINE.into());
    Ok(Some(named.clone().unwrap_or_else(default)))
}

/// Whether a path behind the flag was most likely meant as one to check: nothing to
/// write a baseline to, or a document.
fn is_to_check(path: &Path) -> bool {
    let is_document = || path.exists() && format::by_extension(path).is_some();
    path.is_dir() || path == Path::new("-") || is_document()
}

fn folder_of(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new("."))
}

/// The text of a baseline that is there.
fn text_of(file: &Path) -> anyhow::Result<Option<String>> {
    match read::text(file, Kind::Baseline) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => {
            Err(error).with_context(|| format!("the baseline {} could not be read", shown(file)))
        }
    }
}

/// A baseline, or `None` when it was said what is wrong with it.
fn parsed(file: &Path, text: Option<&str>) -> Option<Baseline> {
    let Some(text) = text else {
        return Some(Baseline::default());
    };
    match Baseline::parse(file, text) {
        Ok(baseline) => Some(baseline),
        Err(found) => {
            terminal::problems(&found);
            None
        }
    }
}

/// Says which entries are of no use any more.
fn name_stale(stale: &BTreeMap<String, Entries>, count: usize, dropped: bool) {
    let all = stale.iter().flat_map(|(path, entries)| {
        let entries = entries.iter();
        entries.map(move |(key, known)| (path, key, known))
    });
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
        terminal::note(&format!("  {path}: {} \"{}\"{times}", key.rule, known.text));
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

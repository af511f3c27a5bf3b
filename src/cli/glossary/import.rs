//! `dejargon glossary import`: words of another tool as a glossary, or into one. All
//! that could not be taken over is named with its place; the rest is done.

use std::io::Read;
use std::path::Path;

use anyhow::{Context, bail, ensure};
use dejargon::glossary::problem::{Problem, SourceFile};
use dejargon::glossary::{read, slug};
use dejargon::input::{STDIN, shown};
use dejargon::interchange::merge::{self, Merged, Rows};
use dejargon::interchange::record::{HEADER, Record, Wordlist};
use dejargon::interchange::{self, Choice, Kind, Losses, Remark, kind};

use super::super::args::Import;
use super::super::exit::Exit;
use super::super::terminal;
use super::super::write;

/// How many places of a kind are named.
const MOST_NAMED: usize = 20;
/// How much is read: more than any glossary is.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

pub(super) fn run(args: &Import) -> anyhow::Result<Exit> {
    let name = file_name(args);
    let bytes = bytes(&args.file).with_context(|| format!("{name} could not be read"))?;
    let kind = kind_of(args, &bytes)?;
    let choice = Choice {
        language: args.language.as_deref(),
    };
    let reading = interchange::read(kind, &bytes, &choice)
        .with_context(|| format!("{name} could not be imported"))?;
    let list = chosen(args, reading.lists)?;
    let source = Imported {
        name,
        unit: reading.unit,
    };
    source.say(&reading.losses);
    if list.terms.is_empty() {
        bail!(
            "{} has no entry that could be imported; nothing was written",
            source.name
        );
    }
    let rows = Rows {
        rows: &list.terms,
        unit: reading.unit,
    };
    let before = args.into.as_deref().map(text_of).transpose()?;
    let merged = match (&args.into, &before) {
        (Some(path), Some(text)) => merge::into(SourceFile { path, text }, &rows, args.force),
        _ => fresh(args, &list.header, &rows)?,
    };
    let merged = match merged {
        Ok(merged) => merged,
        Err(problems) => {
            terminal::problems(&problems);
            return Ok(Exit::Failed);
        }
    };
    source.say_rows("not imported", &merged.rejected);
    source.say_conflicts(args, &merged);
    deliver(args, before.as_deref(), &merged)?;
    let failed = !reading.losses.unreadable.is_empty() || !merged.rejected.is_empty();
    Ok(if failed {
        Exit::Failed
    } else if merged.conflicts.is_empty() || args.force {
        Exit::Success
    } else {
        Exit::Findings
    })
}

fn file_name(args: &Import) -> String {
    if args.file == Path::new("-") {
        STDIN.to_owned()
    } else {
        shown(&args.file)
    }
}

fn bytes(file: &Path) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin()
            .take(MOST_BYTES + 1)
            .read_to_end(&mut bytes)?;
    } else {
        std::fs::File::open(file)?
            .take(MOST_BYTES + 1)
            .read_to_end(&mut bytes)?;
    }
    ensure!(
        bytes.len() as u64 <= MOST_BYTES,
        "it is larger than {} MiB",
        MOST_BYTES / 1024 / 1024
    );
    Ok(bytes)
}

fn kind_of(args: &Import, bytes: &[u8]) -> anyhow::Result<Kind> {
    let known = args.from.or_else(|| kind::of(&args.file, bytes));
    known.with_context(|| {
        format!(
            "{} could be of several tools; say which with --from csv, xlsx, tbx, json, toml, vale, prh, codespell or textlint-terminology",
            file_name(args)
        )
    })
}

/// The one glossary of a file, or the one that `--name` names.
fn chosen(args: &Import, mut lists: Vec<Wordlist>) -> anyhow::Result<Wordlist> {
    lists.retain(|list| !list.terms.is_empty() || !list.header.is_empty());
    if lists.len() > 1 {
        let known: Vec<String> = lists.iter().map(|list| list.name().to_owned()).collect();
        let named = lists
            .iter()
            .position(|list| Some(list.name()) == args.name.as_deref());
        let Some(named) = named else {
            bail!(
                "{} holds several glossaries; choose one with --name: {}",
                file_name(args),
                known.join(", ")
            );
        };
        return Ok(lists.swap_remove(named));
    }
    Ok(lists.pop().unwrap_or_default())
}

/// The glossary that entries are added to.
fn text_of(into: &Path) -> anyhow::Result<String> {
    read::text(into, read::Kind::Glossary).with_context(|| {
        format!(
            "the glossary {0} could not be read; a new one is made with --output {0}",
            into.display()
        )
    })
}

/// A new glossary.
fn fresh(
    args: &Import,
    said: &Record,
    rows: &Rows<'_>,
) -> anyhow::Result<Result<Merged, Vec<Problem>>> {
    if let Some(output) = &args.output {
        ensure!(
            args.force || output.symlink_metadata().is_err(),
            "{0} is there already, and nothing was written; --into {0} adds to it, --force replaces it",
            output.display()
        );
    }
    let mut header = said.clone();
    let mut set = |field: &str, value: String| {
        if let Some(field) = HEADER.iter().find(|known| known.name == field) {
            header.set(field, value.into());
        }
    };
    set("name", name(args, said));
    if let Some(language) = &args.language {
        set("language", language.clone());
    }
    if header.text("title").is_none() {
        let title = header.text("name").unwrap_or_default().replace('-', " ");
        let mut letters = title.chars();
        let first = letters.next().map(|c| c.to_uppercase().collect::<String>());
        let title = first.unwrap_or_default() + letters.as_str();
        header.set(&HEADER[1], title.into());
    }
    let path = args
        .output
        .as_deref()
        .unwrap_or(Path::new("<new glossary>"));
    Ok(merge::fresh(path, &header, rows))
}

/// What a new glossary is called: as asked for, as the file says, as a file is called.
fn name(args: &Import, header: &Record) -> String {
    if let Some(name) = args.name.as_deref().or(header.text("name")) {
        return name.to_owned();
    }
    let files = [args.output.as_deref(), Some(args.file.as_path())];
    let mut stems = files.into_iter().flatten().filter_map(Path::file_stem);
    let ascii = |name: String| name.chars().filter(char::is_ascii).collect::<String>();
    let name = stems.find_map(|stem| {
        let name = ascii(slug(&stem.to_string_lossy()));
        let name = name.trim_matches('-').to_owned();
        (!name.is_empty()).then_some(name)
    });
    name.unwrap_or_else(|| "words".to_owned())
}

/// Writes the glossary where it is wanted, and says what is in it.
fn deliver(args: &Import, before: Option<&str>, merged: &Merged) -> anyhow::Result<()> {
    let target = args.into.as_ref().or(args.output.as_ref());
    let changes = merged.added + merged.changed > 0;
    let text = merged.text.as_bytes();
    match (target, before) {
        (Some(target), Some(before)) if changes => {
            write::update(target, Some(before.as_bytes()), text)?;
        }
        (Some(target), None) if changes => write::replace(target, text)?,
        (Some(_), _) => {}
        (None, _) => terminal::print(text).context("nothing can be written to standard output")?,
    }
    let mut facts = vec![format!("{} added", merged.added)];
    if args.into.is_some() {
        facts.push(format!("{} changed", merged.changed));
        facts.push(format!("{} as before", merged.unchanged));
    }
    let target = target.map(|target| format!("{}: ", target.display()));
    terminal::note(&format!(
        "{}{}",
        target.unwrap_or_default(),
        facts.join(", ")
    ));
    Ok(())
}

/// The file that is imported, for messages.
struct Imported {
    name: String,
    unit: &'static str,
}

impl Imported {
    fn say(&self, losses: &Losses) {
        if !losses.left.is_empty() {
            let left: Vec<String> = losses
                .left
                .iter()
                .map(|(kind, count)| format!("{kind} ({count})"))
                .collect();
            terminal::warning(&format!("{}: left out: {}", self.name, left.join(", ")));
        }
        self.named("left out", &losses.untranslatable, terminal::warning);
        self.say_rows("not read", &losses.unreadable);
    }

    fn say_rows(&self, what: &str, remarks: &[Remark]) {
        self.named(what, remarks, terminal::error);
    }

    fn named(&self, what: &str, remarks: &[Remark], say: impl Fn(&str)) {
        for remark in remarks.iter().take(MOST_NAMED) {
            let Remark { place, message } = remark;
            say(&format!(
                "{}: {} {place}: {what}: {message}",
                self.name, self.unit
            ));
        }
        let more = remarks.len().saturating_sub(MOST_NAMED);
        if more > 0 {
            say(&format!("{}: {more} more {what}", self.name));
        }
    }

    fn say_conflicts(&self, args: &Import, merged: &Merged) {
        let conflicts = &merged.conflicts;
        let verb = if args.force { "was" } else { "stays" };
        for conflict in conflicts {
            let (ours, theirs) = (conflict.ours.trim(), conflict.theirs.trim());
            terminal::warning(&format!(
                "{}: {} {}: `{}`: {} {verb} {ours}, here it is {theirs}",
                self.name, self.unit, conflict.place, conflict.term, conflict.field
            ));
        }
        if !conflicts.is_empty() && !args.force {
            let count = conflicts.len();
            let values = if count == 1 {
                "value differs"
            } else {
                "values differ"
            };
            terminal::note(&format!(
                "{count} {values}; --force takes what {} says",
                self.name
            ));
        }
    }
}

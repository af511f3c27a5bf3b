//! What every command does that changes a glossary of the project: finding the file,
//! finding the entry, and writing what came out, once it is linted as well.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use dejargon::config::{Config, GlossarySource};
use dejargon::edit::{Revision, named};
use dejargon::finding::{Finding, Severity};
use dejargon::glossary::layout::Layout;
use dejargon::glossary::problem::{Problem, SourceFile};
use dejargon::glossary::{Layers, Written, bundled, parse, read};
use dejargon::input::shown;
use dejargon::lint::{Linter, Question};
use dejargon::matcher::Matcher;
use dejargon::report;

use super::super::args::Place;
use super::super::clock;
use super::super::documents;
use super::super::exit::Exit;
use super::super::explain::unknown;
use super::super::lint;
use super::super::terminal::{self, Stream};
use super::super::write;

/// A glossary of the project, to be changed.
pub(super) struct Kept {
    pub(super) path: PathBuf,
    pub(super) text: String,
    pub(super) name: String,
}

impl Kept {
    /// Reads a glossary, or says what is wrong with it.
    fn read(path: &Path) -> anyhow::Result<Option<Self>> {
        let path = lint::from_here(path);
        let text = read::text(path, read::Kind::Glossary)
            .with_context(|| format!("the glossary {} could not be read", shown(path)))?;
        match parse(path, &text) {
            Ok(glossary) => Ok(Some(Self {
                path: path.to_owned(),
                text,
                name: glossary.name,
            })),
            Err(problems) => {
                terminal::problems(&problems);
                Ok(None)
            }
        }
    }

    pub(super) fn source(&self) -> SourceFile<'_> {
        SourceFile {
            path: &self.path,
            text: &self.text,
        }
    }
}

/// The configuration, and the glossary that an entry is added to; `None` when it was
/// said what is wrong with either.
pub(super) fn only(place: &Place) -> anyhow::Result<Option<(Config, Kept)>> {
    let Some(config) = documents::configured(&place.glossaries.flags())? else {
        return Ok(None);
    };
    let file = match (&place.file, &files(&config)[..]) {
        (Some(file), _) => file.clone(),
        (None, [only]) => (*only).clone(),
        (None, []) => bail!(
            "no glossary of this project is configured: name one with --file, or let `dejargon init` write a first one"
        ),
        (None, many) => {
            let many: Vec<String> = many
                .iter()
                .map(|file| shown(lint::from_here(file)))
                .collect();
            bail!(
                "the configuration has several glossaries; say which with --file: {}",
                many.join(", ")
            );
        }
    };
    Ok(Kept::read(&file)?.map(|kept| (config, kept)))
}

fn files(config: &Config) -> Vec<&PathBuf> {
    let sources = config.glossaries.iter();
    sources
        .filter_map(|source| match &source.value {
            GlossarySource::File(path) => Some(path),
            GlossarySource::Bundled(_) | GlossarySource::Text { .. } => None,
        })
        .collect()
}

/// An entry that was found, by its id.
struct Found {
    file: usize,
    id: String,
    term: String,
    line: usize,
}

/// The entry that a command changes, in its glossary.
pub(super) struct Chosen {
    pub(super) config: Config,
    pub(super) kept: Kept,
    pub(super) id: String,
    pub(super) term: String,
}

/// The entry that a name means, asking where it may be several; `None` when it was
/// said what is wrong.
pub(super) fn entry(place: &Place, name: &str, id: Option<&str>) -> anyhow::Result<Option<Chosen>> {
    let Some(config) = documents::configured(&place.glossaries.flags())? else {
        return Ok(None);
    };
    let paths = match &place.file {
        Some(file) => vec![file],
        None => files(&config),
    };
    let mut kept = Vec::new();
    for path in paths {
        match Kept::read(path)? {
            Some(glossary) => kept.push(glossary),
            None => return Ok(None),
        }
    }
    let mut found = Vec::new();
    let mut known = Vec::new();
    for (file, glossary) in kept.iter().enumerate() {
        let layout = match Layout::of(&Written::read(glossary.source())) {
            Ok(layout) => layout,
            Err(problems) => {
                terminal::problems(&problems);
                return Ok(None);
            }
        };
        let pieces = named(&layout, &glossary.name, name).into_iter();
        found.extend(
            pieces
                .filter(|piece| id.is_none_or(|id| id == piece.id))
                .map(|piece| Found {
                    file,
                    id: piece.id.clone(),
                    term: piece.term.clone(),
                    line: glossary.text[..piece.heading.start].matches('\n').count() + 1,
                }),
        );
        known.extend(layout.entries.into_iter().map(|piece| piece.term));
    }
    let chosen = match found.len() {
        0 => bail!(absent(name, id, &known)),
        1 => 0,
        _ => choose(name, &found, &kept)?,
    };
    let Found { file, id, term, .. } = found.swap_remove(chosen);
    Ok(Some(Chosen {
        kept: kept.swap_remove(file),
        config,
        id,
        term,
    }))
}

/// Which of several entries is meant.
fn choose(name: &str, found: &[Found], kept: &[Kept]) -> anyhow::Result<usize> {
    let places: Vec<String> = found
        .iter()
        .map(|found| {
            let Kept { name, path, .. } = &kept[found.file];
            format!("{name}/{} ({}:{})", found.id, shown(path), found.line)
        })
        .collect();
    if !terminal::can_ask() {
        bail!(
            "`{name}` is more than one entry; say which with --id or --file: {}",
            places.join(", ")
        );
    }
    terminal::note(&format!("`{name}` is more than one entry:"));
    for (number, place) in (1..).zip(&places) {
        terminal::note(&format!("  {number}  {place}"));
    }
    let answer = terminal::ask("Which one? ")?.unwrap_or_default();
    match answer.parse::<usize>() {
        Ok(number) if (1..=found.len()).contains(&number) => Ok(number - 1),
        _ => bail!("`{answer}` is none of them; nothing was done"),
    }
}

/// Why there is no such entry, and what to do about it.
fn absent(name: &str, id: Option<&str>, known: &[String]) -> String {
    if let Some(id) = id {
        return format!(
            "no entry of the term `{name}` has the id `{id}` in the glossaries of this project"
        );
    }
    let bundled = bundled::ALL
        .iter()
        .filter_map(|glossary| bundled::load(glossary.name));
    let bundled = bundled.flat_map(|glossary| glossary.entries);
    let rule = bundled
        .filter(|entry| entry.term.eq_ignore_ascii_case(name) || *entry.rule == *name)
        .map(|entry| entry.rule)
        .next();
    match rule {
        Some(rule) => format!(
            "`{name}` is an entry of the bundled glossaries, which stay as they are; write `\"{rule}\" = \"off\"` below [terms] in dejargon.toml, or add an entry of your own"
        ),
        None => {
            let known = known.iter().map(String::as_str).collect();
            unknown("no glossary of this project", known, name)
        }
    }
}

/// What is done with findings that a change brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OnErrors {
    /// Nothing is written.
    Refuse,
    /// They are shown.
    Show,
}

/// Writes a glossary, or prints it. `None`: it was said why not.
pub(super) fn put(
    config: &Config,
    place: &Place,
    kept: &Kept,
    revision: Result<Revision, Vec<Problem>>,
    on_errors: OnErrors,
) -> anyhow::Result<Option<Revision>> {
    let revision = match revision {
        Ok(revision) => revision,
        Err(problems) => {
            terminal::problems(&problems);
            return Ok(None);
        }
    };
    let findings = new_findings(config, kept, &revision.text)?;
    let color = terminal::colors(Stream::Err);
    let name = shown(&kept.path);
    for finding in &findings {
        let rendered = report::finding(&name, &revision.text, finding, color);
        terminal::show(&format!("{rendered}\n"));
    }
    let is_refused = on_errors == OnErrors::Refuse
        && findings
            .iter()
            .any(|finding| finding.severity == Severity::Error);
    if is_refused {
        terminal::error("the glossary would be wrong; nothing was written");
        return Ok(None);
    }
    if place.dry_run {
        terminal::print(revision.text.as_bytes()).context("the glossary could not be printed")?;
    } else {
        write::update(
            &kept.path,
            Some(kept.text.as_bytes()),
            revision.text.as_bytes(),
        )?;
    }
    Ok(Some(revision))
}

/// What the linter says of the new text that it does not say of the old one.
fn new_findings(config: &Config, kept: &Kept, text: &str) -> anyhow::Result<Vec<Finding>> {
    let before = findings(config, &kept.path, &kept.text)?;
    let mut after = findings(config, &kept.path, text)?;
    after.retain(|finding| {
        let is_old = |old: &Finding| old.rule == finding.rule && old.message == finding.message;
        !before.iter().any(is_old)
    });
    Ok(after)
}

fn findings(config: &Config, path: &Path, text: &str) -> anyhow::Result<Vec<Finding>> {
    let mut asked = config.sources();
    let is_this = |source: &GlossarySource| match source {
        GlossarySource::File(file) => is_same(file, path),
        GlossarySource::Bundled(_) | GlossarySource::Text { .. } => false,
    };
    let this = GlossarySource::Text {
        name: shown(path),
        text: text.to_owned(),
    };
    match asked.iter_mut().find(|source| is_this(source)) {
        Some(source) => *source = this,
        None => asked.push(this),
    }
    // What is wrong with another glossary is no matter of this one.
    let (sources, _) = lint::read(&asked, &asked);
    let linter = Linter::new(&sources)?;
    let question = Question {
        today: clock::today()?,
        used: None,
    };
    Ok(linter.findings_of(&shown(path), &question))
}

fn is_same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// What other glossaries say of a term: those entries have the word, too.
pub(super) fn elsewhere(config: &Config, kept: &Kept, term: &str) -> Vec<String> {
    let mut layers = Layers::default();
    for source in &config.glossaries {
        let glossary = match &source.value {
            GlossarySource::Bundled(name) => bundled::load(name),
            GlossarySource::File(path) if !is_same(path, &kept.path) => {
                read::text(path, read::Kind::Glossary)
                    .ok()
                    .and_then(|text| parse(path, &text).ok())
            }
            GlossarySource::File(_) | GlossarySource::Text { .. } => None,
        };
        if let Some(glossary) = glossary {
            layers.push(glossary);
        }
    }
    let Ok(matcher) = Matcher::new(layers) else {
        return Vec::new();
    };
    let entries = matcher.entries_of(term).into_iter();
    entries.map(|entry| entry.rule.to_string()).collect()
}

/// How a command ends.
pub(super) fn exit(done: bool) -> Exit {
    if done { Exit::Success } else { Exit::Failed }
}

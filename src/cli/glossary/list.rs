//! `dejargon glossary list`: entries, all or some, for people or for programs.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::Path;

use anyhow::{Context, bail};
use colored::Colorize;
use dejargon::catalog::{Catalog, Filter, Sense};
use dejargon::config::Flags;
use dejargon::config::settings::Settings;
use dejargon::glossary::layers::Standing;
use dejargon::glossary::problem::nearest;
use dejargon::glossary::term::{AUDIENCES, Status};
use dejargon::input::shown;
use dejargon::text::named::Named;
use dejargon::text::sanitize::sanitize;
use serde_json::{Value, json};

use super::super::args::{List, ListFormat};
use super::super::exit::Exit;
use super::super::terminal::{self, Stream};
use super::table;

/// The columns of CSV, and the keys of JSON.
const FIELDS: [&str; 21] = [
    "rule",
    "term",
    "part-of-speech",
    "plain",
    "expansion",
    "definition",
    "aliases",
    "known-to",
    "rewrite",
    "severity",
    "status",
    "standing",
    "tags",
    "note",
    "see-also",
    "source",
    "owner",
    "review-by",
    "glossary",
    "file",
    "line",
];

pub(super) fn run(args: &List) -> anyhow::Result<Exit> {
    let Some(catalog) = catalog(&args.glossaries.flags()) else {
        return Ok(Exit::Failed);
    };
    check_names(args, &catalog)?;
    let senses = catalog.filtered(&Filter {
        glossaries: args.names.clone(),
        tags: args.tags.clone(),
        audience: args.audience.clone(),
        statuses: args.statuses.clone(),
        text: args.text.clone(),
        all: args.all,
    });
    let written = match args.format {
        Some(ListFormat::Csv) => csv(&senses)?,
        Some(ListFormat::Json) => json(&senses)?,
        Some(ListFormat::Table) => for_people(&senses, width()),
        None if std::io::stdout().is_terminal() => for_people(&senses, width()),
        None => columns(&senses),
    };
    terminal::print(&written).context("the list could not be written")?;
    if senses.is_empty() {
        terminal::note("no entry is like that");
        return Ok(Exit::Findings);
    }
    Ok(Exit::Success)
}

/// All entries that are used here, or `None` when it was said what is wrong.
pub(super) fn catalog(flags: &Flags) -> Option<Catalog> {
    let here = Path::new(".");
    let settings = match Settings::of_folder(flags, here) {
        Ok(settings) => settings,
        Err(error) => {
            terminal::config_error(&error);
            return None;
        }
    };
    match Catalog::of(&settings, here) {
        Ok(catalog) => Some(catalog),
        Err(error) => {
            terminal::session_error(&error);
            None
        }
    }
}

/// A name that nothing has is a mistake, and no empty list.
fn check_names(args: &List, catalog: &Catalog) -> anyhow::Result<()> {
    let glossaries = catalog.glossaries();
    let tags: BTreeSet<&str> = catalog.tags().into_keys().collect();
    let entries = catalog.senses.iter().map(|sense| &sense.entry);
    let mut audiences: BTreeSet<&str> = entries
        .flat_map(|entry| entry.known_to.iter().map(String::as_str))
        .collect();
    audiences.extend(AUDIENCES);
    for (wanted, known, what) in [
        (&args.names, &glossaries, "no glossary is called"),
        (&args.tags, &tags, "no entry has the tag"),
        (
            &args.audience.iter().cloned().collect(),
            &audiences,
            "no glossary speaks of the audience",
        ),
    ] {
        let unknown = wanted.iter().find(|name| !known.contains(name.as_str()));
        if let Some(name) = unknown {
            let near = nearest(name, known.iter().copied());
            let near = near.map_or_else(String::new, |near| format!(" Did you mean `{near}`?"));
            let known: Vec<&str> = known.iter().copied().collect();
            let known = match &known[..] {
                [] => "none".to_owned(),
                known => known.join(", "),
            };
            bail!("{what} `{name}`.{near} Known: {known}");
        }
    }
    Ok(())
}

/// The width of the terminal, if the output goes to one.
fn width() -> Option<usize> {
    let (width, _) = terminal_size::terminal_size_of(std::io::stdout())?;
    Some(usize::from(width.0))
}

fn for_people(senses: &[&Sense], width: Option<usize>) -> Vec<u8> {
    let colored = terminal::colors(Stream::Out);
    let rows: Vec<[String; 4]> = senses
        .iter()
        .map(|sense| {
            let entry = &sense.entry;
            [
                clean(&entry.term),
                entry.part_of_speech.title().to_owned(),
                clean(&entry.rule),
                clean(&meaning(sense)),
            ]
        })
        .collect();
    let lines = table::lines(&rows, width, |column, cell| match column {
        0 if colored => cell.bold().to_string(),
        1 | 2 if colored => cell.dimmed().to_string(),
        _ => cell.to_owned(),
    });
    if lines.is_empty() {
        return Vec::new();
    }
    let entries = if senses.len() == 1 {
        "entry"
    } else {
        "entries"
    };
    format!("{}\n\n{} {entries}\n", lines.join("\n"), senses.len()).into_bytes()
}

/// What a reader wants to know of it first, behind what is odd about it.
fn meaning(sense: &Sense) -> String {
    let entry = &sense.entry;
    let odd = match (sense.standing, entry.status) {
        (Standing::Holds, Status::Admitted) => String::new(),
        (Standing::Holds, status) => format!("[{}] ", status.name()),
        (standing, _) => format!("[{}] ", standing.name()),
    };
    let plain = entry.plain.join(", ");
    let said = [
        Some(plain),
        entry.expansion.clone(),
        entry.definition.as_deref().map(str::to_owned),
    ];
    let mut said = said.into_iter().flatten().filter(|text| !text.is_empty());
    format!("{odd}{}", said.next().unwrap_or_default())
}

fn clean(text: &str) -> String {
    sanitize(text).into_owned()
}

/// Columns for programs: rule, term, part of speech, status, plain words, definition.
fn columns(senses: &[&Sense]) -> Vec<u8> {
    let mut text = String::new();
    for sense in senses {
        let entry = &sense.entry;
        let cells = [
            &*entry.rule,
            &*entry.term,
            entry.part_of_speech.title(),
            entry.status.name(),
            &entry.plain.join("; "),
            entry.definition.as_deref().unwrap_or_default(),
        ];
        text.push_str(&cells.map(clean).join("\t"));
        text.push('\n');
    }
    text.into_bytes()
}

fn csv(senses: &[&Sense]) -> anyhow::Result<Vec<u8>> {
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record(FIELDS)?;
    for sense in senses {
        let fields = fields(sense);
        let cell = |field: &str| match &fields[field] {
            Value::String(text) => text.clone(),
            Value::Array(texts) => {
                let texts = texts.iter().filter_map(Value::as_str);
                texts.collect::<Vec<&str>>().join("; ")
            }
            Value::Null => String::new(),
            other => other.to_string(),
        };
        rows.write_record(FIELDS.map(cell))?;
    }
    Ok(rows.into_inner()?)
}

fn json(senses: &[&Sense]) -> anyhow::Result<Vec<u8>> {
    let all: Vec<Value> = senses.iter().map(|sense| fields(sense)).collect();
    let mut text = serde_json::to_vec_pretty(&all)?;
    writeln!(text)?;
    Ok(text)
}

/// An entry with the keys of the glossary format; what it does not say is not there.
fn fields(sense: &Sense) -> Value {
    let entry = &sense.entry;
    let mut said = json!({
        "standing": sense.standing.name(),
        "glossary": sense.glossary,
        "file": shown(&entry.origin.path),
        "line": entry.origin.line,
    });
    let mut entry = serde_json::to_value(entry).unwrap_or_default();
    for field in FIELDS {
        let value = entry.get_mut(field.replace('-', "_")).map(Value::take);
        if let Some(value) = value.filter(|value| !value.is_null()) {
            said[field] = value;
        }
    }
    said
}

//! `dejargon glossary show`: all there is to know about a term. `explain` is for
//! readers; this is for those who look after the words.

use std::io::Write;

use anyhow::Context;
use colored::Colorize;
use dejargon::catalog::{Catalog, ProjectChange, Sense};
use dejargon::english::inflect::Inflection;
use dejargon::glossary::layers::{Change, Standing};
use dejargon::glossary::term::{Case, Entry};
use dejargon::input::shown;
use dejargon::text::named::Named;
use dejargon::text::sanitize::sanitize;

use super::super::args::Show;
use super::super::exit::Exit;
use super::super::explain::{field, unknown, write_advice, write_meaning};
use super::super::terminal::{self, Stream};
use super::list::catalog;

pub(super) fn run(args: &Show) -> anyhow::Result<Exit> {
    let Some(catalog) = catalog(&args.glossaries.flags()) else {
        return Ok(Exit::Failed);
    };
    terminal::colors(Stream::Out);
    let mut out = terminal::stdout();
    let mut exit = Exit::Success;
    for term in &args.terms {
        let senses = catalog.named(term);
        if senses.is_empty() {
            let known = catalog.senses.iter().map(|sense| &*sense.entry.term);
            terminal::note(&unknown("no glossary", known.collect(), term));
            exit = Exit::Findings;
        }
        for sense in senses {
            write_sense(&mut out, &catalog, sense).context("the entry could not be written")?;
        }
    }
    out.flush().context("the entry could not be written")?;
    Ok(exit)
}

fn write_sense(out: &mut impl Write, catalog: &Catalog, sense: &Sense) -> std::io::Result<()> {
    let entry = &sense.entry;
    write_meaning(out, entry, None)?;
    for (spelling, what) in forms(entry) {
        field(out, &what, &spelling)?;
    }
    write_advice(out, entry)?;
    let rest = [
        ("except in", entry.except.join(", ")),
        ("tags", entry.tags.join(", ")),
        ("source", entry.source.clone().unwrap_or_default()),
        ("owner", entry.owner.clone().unwrap_or_default()),
        (
            "review by",
            entry
                .review_by
                .map(|date| date.to_string())
                .unwrap_or_default(),
        ),
        ("status", entry.status.name().to_owned()),
        ("severity", entry.severity.to_string()),
    ];
    for (name, value) in rest.iter().filter(|(_, value)| !value.is_empty()) {
        field(out, name, value)?;
    }
    let contexts = entry.only_when.len() + entry.never_when.len();
    if contexts > 0 {
        let rules = if contexts == 1 {
            "rule says"
        } else {
            "rules say"
        };
        field(
            out,
            "context",
            &format!("{contexts} {rules} when it is meant"),
        )?;
    }
    field(
        out,
        "from",
        &format!(
            "{}, layer {} of {}",
            place(sense),
            sense.layer,
            catalog.depth
        ),
    )?;
    for &number in &sense.overrides {
        let lower = &catalog.senses[number];
        let what = format!("{}, layer {}", place(lower), lower.layer);
        field(out, "overrides", &what)?;
    }
    if let Some(change) = &sense.change {
        field(out, "project", &project(change))?;
    }
    match sense.standing {
        Standing::Holds | Standing::Unloaded => {}
        Standing::Draft => field(out, "holds", "no: it is a draft")?,
        Standing::Off => field(out, "holds", "no: the project switched it off")?,
        Standing::Overridden(number) => {
            let higher = &catalog.senses[number];
            field(out, "holds", &format!("no: {} has its rule", place(higher)))?;
        }
    }
    writeln!(out)
}

fn place(sense: &Sense) -> String {
    let origin = &sense.entry.origin;
    let bundled = if sense.is_bundled { " (bundled)" } else { "" };
    let path = shown(&origin.path);
    format!("{}:{}{bundled}", sanitize(&path), origin.line)
}

/// Every spelling that is found, with the forms that it is.
fn forms(entry: &Entry) -> Vec<(String, String)> {
    let mut lines: Vec<(String, String)> = Vec::new();
    for form in entry.forms() {
        let inflections = Inflection::ALL.into_iter();
        let names: Vec<&str> = inflections
            .filter(|inflection| form.inflections.has(*inflection))
            .map(name_of)
            .collect();
        let mut spelling = form.spelling.clone();
        if let Some(particle) = &form.particle {
            spelling = format!("{spelling} … {particle}");
        }
        if form.case == Case::Exact {
            spelling = format!("{spelling}  {}", "as written".dimmed());
        }
        let name = names.join(", ");
        match lines.iter_mut().find(|(_, other)| *other == name) {
            Some((spellings, _)) => {
                spellings.push_str(", ");
                spellings.push_str(&spelling);
            }
            None => lines.push((spelling, name)),
        }
    }
    lines
}

fn name_of(inflection: Inflection) -> &'static str {
    match inflection {
        Inflection::Base => "form",
        Inflection::ThirdPerson => "third person",
        Inflection::Past => "past",
        Inflection::PastParticiple => "participle",
        Inflection::PresentParticiple => "-ing form",
        Inflection::Plural => "plural",
        Inflection::Comparative => "comparative",
        Inflection::Superlative => "superlative",
    }
}

fn project(change: &ProjectChange) -> String {
    let said = match &change.change {
        Change::Off => "switches it off".to_owned(),
        Change::Set { severity, plain } => {
            let severity =
                severity.map(|severity| format!("severity {severity}, was {}", change.severity));
            let was = if change.plain.is_empty() {
                "none".to_owned()
            } else {
                change.plain.join(", ")
            };
            let plain = plain
                .as_ref()
                .map(|plain| format!("plain words {}, were {was}", plain.join(", ")));
            let said: Vec<String> = severity.into_iter().chain(plain).collect();
            said.join("; ")
        }
    };
    format!("{said} ({})", change.origin)
}

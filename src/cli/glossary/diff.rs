//! `dejargon glossary diff`: what differs between two glossaries, for people and for
//! programs.

use std::io::{Read, Write};
use std::path::Path;

use anyhow::Context;
use colored::Colorize;
use dejargon::diff::changes::{EntryChange, FieldChange, Held};
use dejargon::diff::{Changes, changes};
use dejargon::glossary::problem::SourceFile;
use dejargon::glossary::read::{self, Kind};
use dejargon::input::{STDIN, shown};
use dejargon::text::sanitize::sanitize;
use serde_json::{Value, json};

use super::super::args::{Diff, Versions};
use super::super::exit::Exit;
use super::super::terminal::{self, Stream};

pub(super) fn run(args: &Diff) -> anyhow::Result<Exit> {
    let (before, after) = (read(&args.before)?, read(&args.after)?);
    let name = |path: &Path| {
        if path == Path::new("-") {
            STDIN.into()
        } else {
            shown(path)
        }
    };
    let (before_name, after_name) = (name(&args.before), name(&args.after));
    let source = |name, text| SourceFile {
        path: Path::new(name),
        text,
    };
    let found = changes(
        source(before_name.as_str(), before.as_str()),
        source(after_name.as_str(), after.as_str()),
    );
    let changes = match found {
        Ok(changes) => changes,
        Err(problems) => {
            terminal::problems(&problems);
            return Ok(Exit::Failed);
        }
    };
    terminal::colors(Stream::Out);
    let mut out = terminal::stdout();
    match args.format {
        Versions::Human => human(&mut out, &changes, &before_name, &after_name),
        Versions::Json => machine(&mut out, &changes, &before_name, &after_name),
    }
    .and_then(|()| out.flush())
    .context("the differences could not be written")?;
    Ok(if changes.is_empty() {
        Exit::Success
    } else {
        Exit::Findings
    })
}

fn read(path: &Path) -> anyhow::Result<String> {
    if path != Path::new("-") {
        return read::text(path, Kind::Glossary)
            .with_context(|| format!("the glossary {} could not be read", shown(path)));
    }
    let mut text = String::new();
    std::io::stdin()
        .lock()
        .read_to_string(&mut text)
        .context("the glossary on standard input could not be read")?;
    Ok(text)
}

fn human(
    out: &mut impl Write,
    changes: &Changes,
    before: &str,
    after: &str,
) -> std::io::Result<()> {
    if !changes.header.is_empty() {
        writeln!(out, "{} [glossary]", "~".yellow())?;
        write_fields(out, &changes.header)?;
    }
    for held in &changes.removed {
        heading(out, &"-".red().to_string(), held, before)?;
    }
    for EntryChange {
        after: is, fields, ..
    } in &changes.changed
    {
        heading(out, &"~".yellow().to_string(), is, after)?;
        write_fields(out, fields)?;
    }
    for held in &changes.added {
        heading(out, &"+".green().to_string(), held, after)?;
        for (key, value) in held.fields.iter().filter(|(key, _)| *key != "term") {
            writeln!(out, "    {key} = {}", sanitize(&value.to_string()))?;
        }
    }
    if changes.is_empty() {
        return writeln!(out, "both have the same entries");
    }
    writeln!(
        out,
        "\n{} added, {} removed, {} changed",
        changes.added.len(),
        changes.removed.len(),
        changes.changed.len()
    )
}

fn heading(out: &mut impl Write, sign: &str, held: &Held, file: &str) -> std::io::Result<()> {
    let place = format!("{}  {file}:{}", held.rule, held.line);
    writeln!(
        out,
        "{sign} {}  {}",
        sanitize(&held.term).bold(),
        sanitize(&place).dimmed()
    )
}

fn write_fields(out: &mut impl Write, fields: &[FieldChange]) -> std::io::Result<()> {
    for field in fields {
        for (sign, value) in [("-".red(), &field.before), ("+".green(), &field.after)] {
            if let Some(value) = value {
                writeln!(
                    out,
                    "    {sign} {} = {}",
                    field.key,
                    sanitize(&value.to_string())
                )?;
            }
        }
    }
    Ok(())
}

fn machine(
    out: &mut impl Write,
    changes: &Changes,
    before: &str,
    after: &str,
) -> std::io::Result<()> {
    let held = |held: &Held| json!({ "rule": held.rule, "term": held.term, "line": held.line, "fields": as_json(&held.fields) });
    let fields = |fields: &[FieldChange]| -> Value {
        let field = |field: &FieldChange| {
            let value = |value: &Option<toml::Value>| value.as_ref().map(as_json);
            json!({ "field": field.key, "before": value(&field.before), "after": value(&field.after) })
        };
        fields.iter().map(field).collect()
    };
    let as_entry = |entry: &EntryChange| {
        json!({
            "rule": entry.after.rule,
            "term": entry.after.term,
            "before_line": entry.before.line,
            "after_line": entry.after.line,
            "fields": fields(&entry.fields),
        })
    };
    let all = json!({
        "schema_version": 1,
        "before": before,
        "after": after,
        "glossary": fields(&changes.header),
        "added": changes.added.iter().map(held).collect::<Value>(),
        "removed": changes.removed.iter().map(held).collect::<Value>(),
        "changed": changes.changed.iter().map(as_entry).collect::<Value>(),
    });
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}

/// A value of TOML as JSON; a date is a text.
fn as_json(value: &(impl serde::Serialize + ?Sized)) -> Value {
    let mut json = serde_json::to_value(value).unwrap_or_default();
    dates_as_text(&mut json);
    json
}

/// TOML's dates are serialized as a table of one key that no glossary can have.
fn dates_as_text(json: &mut Value) {
    match json {
        Value::Object(fields) => {
            if let Some(date) = fields.remove("$__toml_private_datetime") {
                *json = date;
            } else {
                fields.values_mut().for_each(dates_as_text);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(dates_as_text),
        _ => {}
    }
}

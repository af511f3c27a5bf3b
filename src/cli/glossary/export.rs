//! `dejargon glossary export`: glossaries for other tools and for people. What the
//! format cannot carry is said on standard error; a file that is there stays.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use dejargon::config::GlossarySource;
use dejargon::glossary::term::AUDIENCES;
use dejargon::glossary::{bundled, read};
use dejargon::interchange::handout::{self, Handout};
use dejargon::interchange::{Losses, Wordlist, csv, json, tbx, toml, xlsx};

use super::super::args::{Export, ExportFormat};
use super::super::documents;
use super::super::exit::Exit;
use super::super::terminal;
use super::super::write;

/// A glossary as it is written.
struct Source {
    path: PathBuf,
    text: String,
}

pub(super) fn run(args: &Export) -> anyhow::Result<Exit> {
    let format = format(args)?;
    if let Some(output) = &args.output {
        ensure!(
            args.force || output.symlink_metadata().is_err(),
            "{} is there already, and nothing was written; --force replaces it",
            output.display()
        );
    }
    let Some(asked) = asked(args)? else {
        return Ok(Exit::Failed);
    };
    let Some((mut lists, sources)) = read(&asked)? else {
        return Ok(Exit::Failed);
    };
    if let Some(audience) = &args.audience {
        narrow(&mut lists, audience)?;
    }
    let (bytes, losses) = made(format, &lists, &sources, args.audience.as_deref())?;
    say(&losses, format);
    match &args.output {
        Some(output) => {
            write::replace(output, &bytes)?;
            terminal::note(&format!("{} was written", output.display()));
        }
        None => terminal::print(&bytes).context("nothing can be written to standard output")?,
    }
    Ok(Exit::Success)
}

fn format(args: &Export) -> anyhow::Result<ExportFormat> {
    let of_name = || {
        let extension = args
            .output
            .as_deref()?
            .extension()?
            .to_str()?
            .to_lowercase();
        Some(match extension.as_str() {
            "csv" => ExportFormat::Csv,
            "xlsx" => ExportFormat::Xlsx,
            "tbx" => ExportFormat::Tbx,
            "json" => ExportFormat::Json,
            "html" | "htm" => ExportFormat::Html,
            "md" | "markdown" => ExportFormat::Markdown,
            "toml" => ExportFormat::Toml,
            _ => return None,
        })
    };
    let named = of_name();
    if let (Some(format), Some(named), Some(output)) = (args.format, named, &args.output) {
        let is_cards = (format, named) == (ExportFormat::Anki, ExportFormat::Csv);
        ensure!(
            format == named || is_cards,
            "{} is the name of another kind of file than --format asks for",
            output.display()
        );
    }
    let Some(format) = args.format.or(named) else {
        bail!(
            "say what to write: --format csv, xlsx, tbx, json, html, markdown, anki or toml, or an --output whose name says it"
        );
    };
    ensure!(
        format != ExportFormat::Xlsx || args.output.is_some(),
        "a workbook is no text for standard output; name its file with --output words.xlsx"
    );
    Ok(format)
}

/// The glossaries that were named, or all that are used here, and those of
/// `--glossary` on top; `None` when it was said what is wrong with the configuration.
fn asked(args: &Export) -> anyhow::Result<Option<Vec<GlossarySource>>> {
    if args.glossaries.is_empty() {
        let config = documents::configured(&args.flags.flags())?;
        return Ok(config.map(|config| config.sources()));
    }
    let named = args.glossaries.iter().map(|name| {
        let bundled = bundled::ALL
            .iter()
            .find(|bundled| Path::new(bundled.name) == name);
        match bundled {
            Some(bundled) => GlossarySource::Bundled(bundled.name),
            None => GlossarySource::File(name.clone()),
        }
    });
    let on_top = args
        .flags
        .glossary
        .iter()
        .cloned()
        .map(GlossarySource::File);
    Ok(Some(named.chain(on_top).collect()))
}

/// The glossaries; `None` when it was said what is wrong with them.
fn read(asked: &[GlossarySource]) -> anyhow::Result<Option<(Vec<Wordlist>, Vec<Source>)>> {
    let mut lists = Vec::new();
    let mut sources = Vec::new();
    let mut problems = Vec::new();
    for source in asked {
        let source = written(source)?;
        match Wordlist::parse(&source.path, &source.text) {
            Ok(list) => lists.push(list),
            Err(found) => problems.extend(found),
        }
        sources.push(source);
    }
    terminal::problems(&problems);
    Ok(problems.is_empty().then_some((lists, sources)))
}

fn written(source: &GlossarySource) -> anyhow::Result<Source> {
    Ok(match source {
        GlossarySource::Bundled(name) => {
            let (path, text) = bundled::written(name)
                .with_context(|| format!("there is no bundled glossary `{name}`"))?;
            Source { path, text }
        }
        GlossarySource::File(path) => {
            let names: Vec<&str> = bundled::ALL.iter().map(|bundled| bundled.name).collect();
            let text = read::text(path, read::Kind::Glossary).with_context(|| {
                let path = path.display();
                format!(
                    "the glossary {path} could not be read (a file, or one of {})",
                    names.join(", ")
                )
            })?;
            Source {
                path: path.clone(),
                text,
            }
        }
        GlossarySource::Text { name, text } => Source {
            path: name.into(),
            text: text.clone(),
        },
    })
}

/// Leaves the entries alone that an audience does not know.
fn narrow(lists: &mut [Wordlist], audience: &str) -> anyhow::Result<()> {
    let mut known: BTreeSet<&str> = BTreeSet::from(AUDIENCES);
    for list in lists.iter() {
        known.extend(list.header.words("known-to"));
        known.extend(list.terms.iter().flat_map(|row| list.known_to(&row.record)));
    }
    if !known.contains(audience) {
        let known: Vec<&str> = known.into_iter().collect();
        bail!(
            "no glossary speaks of the audience `{audience}`; known here: {}",
            known.join(", ")
        );
    }
    for list in lists {
        let all = list.clone();
        list.terms
            .retain(|row| !all.is_known(&row.record, audience));
    }
    Ok(())
}

fn made(
    format: ExportFormat,
    lists: &[Wordlist],
    sources: &[Source],
    audience: Option<&str>,
) -> anyhow::Result<(Vec<u8>, Losses)> {
    let whole = |bytes| (bytes, Losses::default());
    Ok(match format {
        ExportFormat::Csv => whole(csv::write(lists)?),
        ExportFormat::Xlsx => whole(xlsx::write(lists)?),
        ExportFormat::Json => whole(json::write(lists)),
        ExportFormat::Tbx => tbx::write(lists),
        ExportFormat::Html => handout::write(lists, Handout::Html)?,
        ExportFormat::Markdown => handout::write(lists, Handout::Markdown)?,
        ExportFormat::Anki => handout::write(lists, Handout::Anki)?,
        ExportFormat::Toml => {
            let [source] = sources else {
                bail!(
                    "a TOML file holds one glossary, and these are {}; name the one to export",
                    sources.len()
                );
            };
            whole(match audience {
                Some(audience) => {
                    let keep = |list: &Wordlist, record: &_| !list.is_known(record, audience);
                    toml::filtered(&source.text, keep).into_bytes()
                }
                None => source.text.clone().into_bytes(),
            })
        }
    })
}

/// Says what stays behind.
fn say(losses: &Losses, format: ExportFormat) {
    if losses.left.is_empty() {
        return;
    }
    let left: Vec<String> = losses
        .left
        .iter()
        .map(|(kind, count)| format!("{kind} ({count})"))
        .collect();
    let format = match format {
        ExportFormat::Html => "the page",
        ExportFormat::Markdown => "the table",
        ExportFormat::Anki => "the cards",
        _ => "the file",
    };
    terminal::warning(&format!("not in {format}: {}", left.join(", ")));
}

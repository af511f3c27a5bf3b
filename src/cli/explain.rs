//! `dejargon explain`: what a term means, who knows it, what to write instead.

use std::io::Write;

use anyhow::Context;
use colored::Colorize;
use dejargon::config::Config;
use dejargon::glossary::forms::{Form, forms};
use dejargon::glossary::layers::Change;
use dejargon::glossary::problem::nearest;
use dejargon::glossary::term::{Entry, Rewrite};
use dejargon::input::shown;
use dejargon::matcher::Matcher;
use dejargon::text::sanitize::sanitize;

use super::args::Explain;
use super::documents;
use super::exit::Exit;
use super::terminal::{self, Stream};

mod why;

pub(super) fn run(args: &Explain) -> anyhow::Result<Exit> {
    let flags = args.glossaries.flags();
    let Some(config) = documents::configured(&flags)? else {
        return Ok(Exit::Failed);
    };
    if args.why {
        return explain_sentences(&config, &args.terms);
    }
    let Some(session) = documents::session_of(&with_everything_on(&config)) else {
        return Ok(Exit::Failed);
    };
    let matcher = session.matcher();
    terminal::colors(Stream::Out);
    let mut out = terminal::stdout();
    let mut exit = Exit::Success;
    for term in &args.terms {
        let entries = named(matcher, term);
        if entries.is_empty() {
            let known = matcher.layers().entries().map(|entry| &*entry.term);
            terminal::note(&unknown("no glossary", known.collect(), term));
            exit = Exit::Findings;
        }
        for entry in entries {
            write_entry(&mut out, entry, here(&config, entry))
                .context("the explanation could not be written")?;
        }
    }
    out.flush()
        .context("the explanation could not be written")?;
    Ok(exit)
}

/// What becomes of each term in some sentences, and why.
fn explain_sentences(config: &Config, sentences: &[String]) -> anyhow::Result<Exit> {
    let Some(session) = documents::session_of(config) else {
        return Ok(Exit::Failed);
    };
    terminal::colors(Stream::Out);
    let mut out = terminal::stdout();
    let mut exit = Exit::Success;
    for sentence in sentences {
        if !why::write(&mut out, &session, &config.audience, sentence)? {
            terminal::note("no glossary has a word of this sentence, as it is used there");
            exit = Exit::Findings;
        }
    }
    out.flush()
        .context("the explanation could not be written")?;
    Ok(exit)
}

/// The configuration without what it switches off: that is explained, too.
fn with_everything_on(config: &Config) -> Config {
    let mut config = config.clone();
    config.terms.retain(|_, change| **change != Change::Off);
    config
}

/// Why the configuration lets a term pass, if it does.
fn here(config: &Config, entry: &Entry) -> Option<String> {
    let file = config.file.as_ref()?;
    let is_allowed = |word: &str| {
        let spelled = |form: &Form| form.spelling.to_lowercase() == word.to_lowercase();
        forms(entry).iter().any(spelled)
    };
    let reason = if config
        .terms
        .get(&*entry.rule)
        .is_some_and(|change| **change == Change::Off)
    {
        "[terms] switches it off".to_owned()
    } else if config.allow.iter().any(|word| is_allowed(word)) {
        "`allow` has it".to_owned()
    } else if entry.known_to.contains(&*config.audience) {
        format!("the audience `{}` knows it", *config.audience)
    } else {
        return None;
    };
    Some(format!(
        "not flagged: {reason} ({})",
        sanitize(&shown(file))
    ))
}

/// The entries with that form, or that rule, with or without its glossary.
fn named<'m>(matcher: &'m Matcher, term: &str) -> Vec<&'m Entry> {
    let entries = matcher.entries_of(term);
    if entries.is_empty() {
        let mut entries = matcher.layers().entries();
        return entries
            .find(|entry| *entry.rule == *term || entry.rule.rsplit('/').next() == Some(term))
            .into_iter()
            .collect();
    }
    entries
}

/// That nothing has a term, as `nothing` is called, and which are the nearest.
pub(super) fn unknown(nothing: &str, mut known: Vec<&str>, term: &str) -> String {
    let term = term.trim();
    let mut near = Vec::new();
    let lower = term.to_lowercase();
    while near.len() < 3 {
        let lowered: Vec<(String, &str)> = known
            .iter()
            .map(|term| (term.to_lowercase(), *term))
            .collect();
        let Some(found) = nearest(&lower, lowered.iter().map(|(lower, _)| lower.as_str())) else {
            break;
        };
        let Some(at) = lowered.iter().position(|(lower, _)| lower == found) else {
            break;
        };
        near.push(known.remove(at));
    }
    if near.is_empty() {
        format!("{nothing} has `{term}`")
    } else {
        format!("{nothing} has `{term}`; the nearest: {}", near.join(", "))
    }
}

fn write_entry(out: &mut impl Write, entry: &Entry, here: Option<String>) -> std::io::Result<()> {
    write_meaning(out, entry, here)?;
    let spellings: Vec<String> = forms(entry)
        .into_iter()
        .filter(|form| form.particle.is_none())
        .map(|form| form.spelling)
        .collect();
    field(out, "forms", &spellings.join(", "))?;
    write_advice(out, entry)?;
    writeln!(out)
}

/// What a term means, for whom, and what to write instead.
/// `here` is why nobody is told in this project.
pub(super) fn write_meaning(
    out: &mut impl Write,
    entry: &Entry,
    here: Option<String>,
) -> std::io::Result<()> {
    writeln!(
        out,
        "{}  {}  {}",
        entry.term.bold(),
        entry.part_of_speech.title(),
        entry.rule.dimmed()
    )?;
    if let Some(expansion) = &entry.expansion {
        writeln!(out, "  {expansion}")?;
    }
    if let Some(definition) = &entry.definition {
        writeln!(out, "  {definition}")?;
    }
    for (audience, meaning) in entry.meanings.iter() {
        field(out, &format!("for {audience}"), meaning)?;
    }
    let known_to = if entry.known_to.is_empty() {
        "nobody by default".to_owned()
    } else {
        entry.known_to.join(", ")
    };
    field(out, "known to", &known_to)?;
    if let Some(here) = here {
        field(out, "here", &here)?;
    }
    if !entry.plain.is_empty() {
        field(out, "plain words", &entry.plain.join(", "))?;
    }
    if !entry.plain_gb.is_empty() {
        field(out, "in Britain", &entry.plain_gb.join(", "))?;
    }
    field(out, "translate", rewriting(entry))?;
    Ok(())
}

/// Advice: sentences, a note, related terms.
pub(super) fn write_advice(out: &mut impl Write, entry: &Entry) -> std::io::Result<()> {
    for example in &entry.examples {
        match &example.becomes {
            Some(becomes) if *becomes == example.text => field(out, "left alone", &example.text)?,
            Some(becomes) => field(out, "example", &format!("{} → {becomes}", example.text))?,
            None => field(out, "example", &example.text)?,
        }
    }
    if let Some(note) = &entry.note {
        field(out, "note", note)?;
    }
    if !entry.see_also.is_empty() {
        field(out, "see also", &entry.see_also.join(", "))?;
    }
    Ok(())
}

fn rewriting(entry: &Entry) -> &'static str {
    match entry.rewrite {
        _ if entry.is_false_friend() => "flags it and says what each side means",
        Rewrite::Replace => "puts the first of the plain words in its place",
        Rewrite::Expand => "writes it in full at its first use",
        Rewrite::Explain => "explains it in brackets at its first use",
        Rewrite::Never => "flags it and leaves it",
    }
}

/// A line of an entry.
pub(super) fn field(out: &mut impl Write, name: &str, value: &str) -> std::io::Result<()> {
    writeln!(out, "  {:<14} {value}", format!("{name}:").cyan())
}

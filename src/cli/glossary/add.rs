//! `dejargon glossary add`: an entry more. At a terminal it asks for what was not
//! typed; elsewhere it takes what there is, and says what it lacks.

use anyhow::bail;
use clap::ValueEnum;
use dejargon::glossary::PartOfSpeech;
use dejargon::glossary::term::Case;
use dejargon::input::shown;
use dejargon::revise::{NewEntry, added, can_take};

use super::super::args::{Add, PartOfSpeechFlag};
use super::super::exit::Exit;
use super::super::terminal;
use super::keep::{self, OnErrors};

pub(super) fn run(args: &Add) -> anyhow::Result<Exit> {
    let Some((config, kept)) = keep::only(&args.place)? else {
        return Ok(Exit::Failed);
    };
    let mut entry = typed(args);
    if let Err(problems) = can_take(kept.source(), &entry) {
        terminal::problems(&problems);
        return Ok(Exit::Failed);
    }
    if terminal::can_ask() {
        ask(&mut entry)?;
    }
    if entry.plain.is_empty() && entry.definition.is_none() && entry.expansion.is_none() {
        bail!(
            "nothing says what `{}` means: add --plain, --definition or --expansion",
            entry.term
        );
    }
    let elsewhere = keep::elsewhere(&config, &kept, &entry.term);
    let revision = added(kept.source(), &entry);
    let put = keep::put(&config, &args.place, &kept, revision, OnErrors::Refuse)?;
    let Some(revision) = put else {
        return Ok(keep::exit(false));
    };
    if !args.place.dry_run {
        terminal::note(&format!(
            "{} was added to {}:{}",
            revision.rule,
            shown(&kept.path),
            revision.line
        ));
    }
    if entry.part_of_speech.is_none() && entry.expansion.is_none() {
        terminal::note(&format!(
            "`{}` is found as it is written, and in no other form; --part-of-speech says what it is",
            entry.term
        ));
    }
    if !elsewhere.is_empty() {
        terminal::note(&format!(
            "it stands before {}, which has the same word",
            elsewhere.join(", ")
        ));
    }
    Ok(Exit::Success)
}

fn typed(args: &Add) -> NewEntry {
    let trimmed = |text: &Option<String>| {
        let text = text.as_deref().map(str::trim);
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let all = |texts: &[String]| -> Vec<String> {
        let texts = texts.iter().map(|text| text.trim());
        texts
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
            .collect()
    };
    NewEntry {
        term: args.term.trim().to_owned(),
        id: trimmed(&args.id),
        part_of_speech: args.part_of_speech.map(Into::into),
        expansion: trimmed(&args.expansion),
        plain: all(&args.plain),
        definition: trimmed(&args.definition),
        aliases: all(&args.aliases),
        rewrite: None,
        note: trimmed(&args.note),
        see_also: all(&args.see_also),
        tags: all(&args.tags),
        source: trimmed(&args.source),
        owner: trimmed(&args.owner),
        status: args.status.map(Into::into),
    }
}

/// Asks for what is missing; an empty answer leaves it out.
fn ask(entry: &mut NewEntry) -> anyhow::Result<()> {
    let is_abbreviation = Case::of(&entry.term) == Case::Exact && !entry.term.contains(' ');
    if entry.expansion.is_none() && is_abbreviation {
        entry.expansion = answer("What is it short for? ")?;
    }
    if entry.definition.is_none() {
        entry.definition =
            answer("What does it mean, in a sentence that a newcomer understands? ")?;
    }
    if entry.plain.is_empty() {
        entry.plain.extend(answer(
            "What can be written instead (nothing: it is only explained)? ",
        )?);
    }
    if entry.part_of_speech.is_none() && entry.expansion.is_none() {
        entry.part_of_speech = part_of_speech()?;
    }
    Ok(())
}

fn answer(question: &str) -> anyhow::Result<Option<String>> {
    Ok(terminal::ask(question)?.filter(|answer| !answer.is_empty()))
}

fn part_of_speech() -> anyhow::Result<Option<PartOfSpeech>> {
    loop {
        let Some(said) = answer("noun, verb, adjective, adverb, proper-noun or phrase? ")? else {
            return Ok(None);
        };
        let mut known = PartOfSpeechFlag::value_variants().iter();
        let found = known.find(|flag| {
            let value = flag.to_possible_value();
            value.is_some_and(|value| value.get_name().starts_with(&said.to_lowercase()))
        });
        if let Some(found) = found {
            return Ok(Some((*found).into()));
        }
    }
}

//! `dejargon glossary add`: an entry more. At a terminal it asks for what was not
//! typed; elsewhere it takes what there is, and says what it lacks.

use anyhow::bail;
use dejargon::edit::{added, can_take};
use dejargon::glossary::PartOfSpeech;
use dejargon::glossary::term::Case;
use dejargon::input::shown;
use dejargon::interchange::Record;
use dejargon::text::named::Named;

use super::super::args::Add;
use super::super::exit::Exit;
use super::super::terminal;
use super::keep::{self, OnErrors};

pub(super) fn run(args: &Add) -> anyhow::Result<Exit> {
    let Some((config, kept)) = keep::only(&args.place)? else {
        return Ok(Exit::Failed);
    };
    let term = args.term.trim();
    let mut entry = typed(args);
    if let Err(problems) = can_take(kept.source(), &entry) {
        terminal::problems(&problems);
        return Ok(Exit::Failed);
    }
    if terminal::can_ask() {
        ask(term, &mut entry)?;
    }
    let says = |field: &str| entry.get(field).is_some();
    if !says("plain") && !says("definition") && !says("expansion") {
        bail!("nothing says what `{term}` means: add --plain, --definition or --expansion");
    }
    let elsewhere = keep::elsewhere(&config, &kept, term);
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
    if !says("part-of-speech") && !says("expansion") {
        terminal::note(&format!(
            "`{term}` is found as it is written, and in no other form; --part-of-speech says what it is"
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

/// What was typed of an entry; what is blank was not.
fn typed(args: &Add) -> Record {
    let mut entry = Record::default();
    entry.say("term", args.term.trim());
    for (field, text) in [
        ("id", &args.id),
        ("expansion", &args.expansion),
        ("definition", &args.definition),
        ("note", &args.note),
        ("source", &args.source),
        ("owner", &args.owner),
    ] {
        let text = text.as_deref().map(str::trim);
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            entry.say(field, text);
        }
    }
    for (field, texts) in [
        ("plain", &args.plain),
        ("aliases", &args.aliases),
        ("see-also", &args.see_also),
        ("tags", &args.tags),
    ] {
        let texts = texts.iter().map(|text| text.trim());
        let said: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
        entry.say(field, said);
    }
    let names = [
        ("part-of-speech", args.part_of_speech.map(Named::name)),
        ("status", args.status.map(Named::name)),
    ];
    for (field, name) in names {
        if let Some(name) = name {
            entry.say(field, name);
        }
    }
    entry
}

/// Asks for what is missing; an empty answer leaves it out.
fn ask(term: &str, entry: &mut Record) -> anyhow::Result<()> {
    let is_abbreviation = Case::of(term) == Case::Exact && !term.contains(' ');
    let mut ask = |field: &str, question: &str| -> anyhow::Result<()> {
        if entry.get(field).is_none()
            && let Some(said) = answer(question)?
        {
            entry.say(field, said);
        }
        Ok(())
    };
    if is_abbreviation {
        ask("expansion", "What is it short for? ")?;
    }
    ask(
        "definition",
        "What does it mean, in a sentence that a newcomer understands? ",
    )?;
    ask(
        "plain",
        "What can be written instead (nothing: it is only explained)? ",
    )?;
    if entry.get("part-of-speech").is_none()
        && entry.get("expansion").is_none()
        && let Some(said) = part_of_speech()?
    {
        entry.say("part-of-speech", said);
    }
    Ok(())
}

fn answer(question: &str) -> anyhow::Result<Option<String>> {
    Ok(terminal::ask(question)?.filter(|answer| !answer.is_empty()))
}

fn part_of_speech() -> anyhow::Result<Option<&'static str>> {
    loop {
        let Some(said) = answer("noun, verb, adjective, adverb, proper-noun or phrase? ")? else {
            return Ok(None);
        };
        let said = said.to_lowercase();
        let mut names = PartOfSpeech::ALL.iter().map(|known| known.name());
        let found = names.find(|name| name.starts_with(&said));
        if found.is_some() {
            return Ok(found);
        }
    }
}

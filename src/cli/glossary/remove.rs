//! `dejargon glossary remove`: an entry less, and who still speaks of it.

use dejargon::edit::removed;
use dejargon::input::shown;

use super::super::args::Remove;
use super::super::exit::Exit;
use super::super::terminal;
use super::keep::{self, Chosen, OnErrors};

pub(super) fn run(args: &Remove) -> anyhow::Result<Exit> {
    let found = keep::entry(&args.place, &args.term, args.id.as_deref())?;
    let Some(Chosen {
        config,
        kept,
        id,
        term,
    }) = found
    else {
        return Ok(Exit::Failed);
    };
    let revision = removed(kept.source(), &id);
    let put = keep::put(&config, &args.place, &kept, revision, OnErrors::Show)?;
    let Some(revision) = put else {
        return Ok(keep::exit(false));
    };
    if args.place.dry_run {
        return Ok(Exit::Success);
    }
    terminal::note(&format!(
        "{} (`{term}`) was taken out of {}",
        revision.rule,
        shown(&kept.path)
    ));
    if config.terms.contains_key(&revision.rule) {
        let file = config.file.as_deref().map(shown).unwrap_or_default();
        terminal::warning(&format!(
            "[terms] in {file} still names `{}`; take it out there, too",
            revision.rule
        ));
    }
    Ok(Exit::Success)
}

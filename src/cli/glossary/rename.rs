//! `dejargon glossary rename`: an entry with another term, and all that names it.

use std::path::Path;

use anyhow::Context;
use dejargon::edit::{Renaming, renamed, rule_renamed};
use dejargon::input::shown;

use super::super::args::Rename;
use super::super::exit::Exit;
use super::super::terminal;
use super::super::write;
use super::keep::{self, Chosen, OnErrors};

pub(super) fn run(args: &Rename) -> anyhow::Result<Exit> {
    let found = keep::entry(&args.place, &args.old, args.id.as_deref())?;
    let Some(Chosen {
        config,
        kept,
        id,
        term,
    }) = found
    else {
        return Ok(Exit::Failed);
    };
    let before = format!("{}/{id}", kept.name);
    let renaming = Renaming {
        term: args.new.trim().to_owned(),
        keep_id: args.keep_id,
        keep_alias: args.keep_alias,
    };
    let revision = renamed(kept.source(), &id, &renaming);
    let put = keep::put(&config, &args.place, &kept, revision, OnErrors::Show)?;
    let Some(revision) = put else {
        return Ok(keep::exit(false));
    };
    for left in &revision.left {
        terminal::warning(left);
    }
    if args.place.dry_run {
        return Ok(Exit::Success);
    }
    terminal::note(&format!(
        "`{term}` is `{}` now, in {}:{}",
        renaming.term,
        shown(&kept.path),
        revision.line
    ));
    if revision.rule == before {
        terminal::note(&format!("its rule is still {before}"));
    } else {
        terminal::note(&format!(
            "its rule was {before} and is {} now; ignore comments and baselines that name it have to follow",
            revision.rule
        ));
        if config.terms.contains_key(&before) {
            follow(config.file.as_deref(), &before, &revision.rule)?;
        }
    }
    Ok(Exit::Success)
}

/// Renames a rule in `[terms]`, or says who has to.
fn follow(file: Option<&Path>, before: &str, after: &str) -> anyhow::Result<()> {
    let Some(file) = file else {
        return Ok(());
    };
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{} could not be read", shown(file)))?;
    match rule_renamed(&text, before, after) {
        Some(renamed) => {
            write::update(file, Some(text.as_bytes()), renamed.as_bytes())?;
            terminal::note(&format!("[terms] in {} names it so, too", shown(file)));
        }
        None => terminal::warning(&format!(
            "[terms] names `{before}` in a file that {} extends, or both rules; write `{after}` there",
            shown(file)
        )),
    }
    Ok(())
}

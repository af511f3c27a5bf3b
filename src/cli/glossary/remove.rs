//! `dejargon glossary remove`: an entry less, and who still speaks of it.

use dejargon::glossary::layout::Layout;
use dejargon::glossary::problem::SourceFile;
use dejargon::input::shown;
use dejargon::revise::removed;

use super::super::args::Remove;
use super::super::exit::Exit;
use super::super::terminal;
use super::keep::{self, OnErrors};

pub(super) fn run(args: &Remove) -> anyhow::Result<Exit> {
    let found = keep::entry(&args.place, &args.term, args.id.as_deref())?;
    let Some((config, kept, id)) = found else {
        return Ok(Exit::Failed);
    };
    let term = term_of(kept.source(), &id);
    let revision = removed(kept.source(), &id);
    let put = keep::put(&config, &args.place, &kept, revision, OnErrors::Show)?;
    let Some(revision) = put else {
        return Ok(keep::exit(false));
    };
    if !args.place.dry_run {
        terminal::note(&format!(
            "{} (`{term}`) was taken out of {}",
            revision.rule,
            shown(&kept.path)
        ));
    }
    if config.changes.contains_key(&revision.rule) {
        let file = config.file.as_deref().map(shown).unwrap_or_default();
        terminal::warning(&format!(
            "[terms] in {file} still names `{}`; take it out there, too",
            revision.rule
        ));
    }
    Ok(Exit::Success)
}

fn term_of(source: SourceFile<'_>, id: &str) -> String {
    let layout = Layout::of(source).ok();
    let term = layout.and_then(|layout| Some(layout.entry(id)?.term.clone()));
    term.unwrap_or_default()
}

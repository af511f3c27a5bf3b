//! `dejargon glossary`: a file a command. Those that change a glossary write it by way
//! of `keep`, which parses and lints what is to be written.

use super::args::Glossary;
use super::exit::Exit;
use super::lint;

mod add;
mod diff;
mod export;
mod import;
mod keep;
mod list;
mod merge;
mod remove;
mod rename;
mod schema;
mod show;
mod table;

pub(super) fn run(command: &Glossary) -> anyhow::Result<Exit> {
    match command {
        Glossary::Lint(args) => lint::run(args),
        Glossary::List(args) => list::run(args),
        Glossary::Show(args) => show::run(args),
        Glossary::Add(args) => add::run(args),
        Glossary::Remove(args) => remove::run(args),
        Glossary::Rename(args) => rename::run(args),
        Glossary::Diff(args) => diff::run(args),
        Glossary::Merge(args) => merge::run(args),
        Glossary::Export(args) => export::run(args),
        Glossary::Import(args) => import::run(args),
        Glossary::Schema(args) => schema::run(args),
    }
}

//! `dejargon glossary schema`: the JSON Schemas that editors read.

use anyhow::Context;
use dejargon::glossary::json_schema;

use super::super::args::{Schema, SchemaArgs};
use super::super::exit::Exit;
use super::super::terminal;

pub(super) fn run(args: &SchemaArgs) -> anyhow::Result<Exit> {
    let text = match args.what {
        Schema::Glossary => json_schema::text(),
        Schema::Config => dejargon::config::schema::text(),
    };
    terminal::print(text.as_bytes())
        .context("the schema could not be written to standard output")?;
    Ok(Exit::Success)
}

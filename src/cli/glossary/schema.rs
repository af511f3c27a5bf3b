//! `dejargon glossary schema`: the JSON Schemas that editors read.

use anyhow::Context;

use super::super::args::{Schema, SchemaArgs};
use super::super::exit::Exit;
use super::super::terminal;

pub(super) fn run(args: &SchemaArgs) -> anyhow::Result<Exit> {
    let text = match args.what {
        Schema::Glossary => dejargon::schema::GLOSSARY,
        Schema::Config => dejargon::schema::CONFIG,
    };
    terminal::print(text.as_bytes())
        .context("the schema could not be written to standard output")?;
    Ok(Exit::Success)
}

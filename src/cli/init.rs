//! `dejargon init`: a configuration and a first glossary to go on from, with a
//! comment on each thing that can be said. What is there already stays.

use std::path::Path;

use anyhow::bail;
use dejargon::glossary::json_schema;

use super::exit::Exit;
use super::terminal;
use super::write;

const CONFIG: &str = "dejargon.toml";
const GLOSSARY: &str = "glossary/our-words.toml";
/// Beside the files that name them, so that they work without a network, and say what
/// this version of the program reads.
const CONFIG_SCHEMA: &str = ".dejargon/dejargon.schema.json";
const GLOSSARY_SCHEMA: &str = ".dejargon/glossary.schema.json";

const CONFIG_TEXT: &str = include_str!("init/dejargon.toml");
const GLOSSARY_TEXT: &str = include_str!("init/our-words.toml");

pub(super) fn run() -> anyhow::Result<Exit> {
    let glossary_schema = json_schema::text();
    let config_schema = dejargon::config::schema::text();
    let files = [
        (CONFIG_SCHEMA, config_schema.as_str()),
        (GLOSSARY_SCHEMA, glossary_schema.as_str()),
        (GLOSSARY, GLOSSARY_TEXT),
        (CONFIG, CONFIG_TEXT),
    ];
    let names = files.iter().map(|(name, _)| *name);
    for name in [CONFIG, ".dejargon.toml"].into_iter().chain(names) {
        if Path::new(name).symlink_metadata().is_ok() {
            bail!("{name} is there already, and nothing was written; move it away to start anew");
        }
    }
    for (name, text) in files {
        write::create(Path::new(name), text.as_bytes())?;
    }
    terminal::note(&format!(
        "{CONFIG} and {GLOSSARY} were written. What to do next:

  1. Say in {CONFIG} who reads your documents.
  2. Put your own words into {GLOSSARY}, then: dejargon glossary lint
  3. See what there is:                     dejargon check
  4. See what would be written instead:     dejargon translate --diff .
  5. Too much for one day? Let it pass:     dejargon check --write-baseline

Editors with Taplo (Even Better TOML) check and complete both by the schemas in .dejargon."
    ));
    Ok(Exit::Success)
}

//! What can be typed to take glossaries to other tools, and from them.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};
use dejargon::interchange::Kind;

use super::GlossaryFlags;
use super::values::one_of;

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  dejargon glossary export --format csv our-words.toml > words.csv
  dejargon glossary export --output words.xlsx    all glossaries that are used here
  dejargon glossary export --output words.html --audience business it
  dejargon glossary export --output deck.txt --format anki business")]
pub(in super::super) struct Export {
    /// Names of bundled glossaries, or files [default: all that the configuration uses]
    #[arg(value_name = "GLOSSARY")]
    pub(in super::super) glossaries: Vec<PathBuf>,
    /// What to write [default: what the name of --output says]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(in super::super) format: Option<ExportFormat>,
    /// Write to this file, not to standard output
    #[arg(long, value_name = "FILE")]
    pub(in super::super) output: Option<PathBuf>,
    /// Only words that this audience does not know
    #[arg(long, value_name = "NAME")]
    pub(in super::super) audience: Option<String>,
    /// Replace the file if it is there
    #[arg(long, requires = "output")]
    pub(in super::super) force: bool,
    #[command(flatten)]
    pub(in super::super) flags: GlossaryFlags,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  dejargon glossary import words.csv --output our-words.toml
  dejargon glossary import words.xlsx --into our-words.toml
                                          adds what is new, lists what differs
  dejargon glossary import words.xlsx --into our-words.toml --force
                                          takes what differs, too
  dejargon glossary import --from vale styles/Microsoft/Terms.yml --name microsoft
  dejargon glossary import terms.tbx --language de --output begriffe.toml")]
pub(in super::super) struct Import {
    /// The file of another tool; `-` is standard input
    #[arg(value_name = "FILE")]
    pub(in super::super) file: PathBuf,
    /// What it is [default: what its name and its text say]
    #[arg(long, value_parser = one_of::<Kind>(), value_name = "TOOL")]
    pub(in super::super) from: Option<Kind>,
    /// Add the entries to this glossary
    #[arg(long, value_name = "FILE", conflicts_with = "output")]
    pub(in super::super) into: Option<PathBuf>,
    /// Write a new glossary to this file, not to standard output
    #[arg(long, value_name = "FILE")]
    pub(in super::super) output: Option<PathBuf>,
    /// The name of the new glossary; of a file with several, which one to take
    #[arg(long, value_name = "NAME")]
    pub(in super::super) name: Option<String>,
    /// The language of the words, such as `de`: which to take of a term base, what to call it of other files
    #[arg(long, value_name = "TAG")]
    pub(in super::super) language: Option<String>,
    /// Take the new values where entries differ; replace the file of --output
    #[arg(long)]
    pub(in super::super) force: bool,
}

/// What a glossary is exported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in super::super) enum ExportFormat {
    /// A table for a spreadsheet
    Csv,
    /// A workbook of Excel
    Xlsx,
    /// A term base, ISO 30042 (TBX-Basic)
    Tbx,
    /// All fields, for programs
    Json,
    /// A page to print and to search
    Html,
    /// A table that GitHub shows
    Markdown,
    /// Flash cards, as the CSV that Anki imports
    Anki,
    /// The glossary format itself
    Toml,
}

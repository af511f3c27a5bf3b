//! What can be typed behind `dejargon glossary`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};
use dejargon::glossary::{PartOfSpeech, Status};

use super::interchange::{Export, Import};
use super::values::{Color, ListFormat, Schema, Versions, one_of};
use super::{GlossaryFlags, ReportFlags, WalkFlags};

#[derive(Debug, Subcommand)]
pub(in super::super) enum Glossary {
    /// Say what is wrong with glossaries (exit code 1 when something is)
    Lint(Lint),
    /// List entries, all or some
    List(List),
    /// Show all there is to know about terms: every sense, its forms, where it comes from
    Show(Show),
    /// Add an entry to a glossary of the project
    Add(Add),
    /// Take an entry out of a glossary of the project
    Remove(Remove),
    /// Give an entry of a glossary of the project another term
    Rename(Rename),
    /// Say what differs between two glossaries, entry by entry (exit code 1 when something does)
    Diff(Diff),
    /// Merge two versions of a glossary that go back to a third (exit code 1 on conflicts)
    Merge(Merge),
    /// Write glossaries for spreadsheets, other tools and people
    Export(Export),
    /// Make a glossary of another tool's words, or add them to one
    Import(Import),
    /// Print the JSON Schema of glossaries or of dejargon.toml, for editors
    Schema(SchemaArgs),
}

impl Glossary {
    /// What `--color` says.
    pub(super) fn color(&self) -> Color {
        match self {
            Self::Lint(lint) => lint.glossaries.color,
            Self::List(list) => list.glossaries.color,
            Self::Show(show) => show.glossaries.color,
            Self::Add(add) => add.place.glossaries.color,
            Self::Remove(remove) => remove.place.glossaries.color,
            Self::Rename(rename) => rename.place.glossaries.color,
            Self::Diff(diff) => diff.color,
            Self::Export(export) => export.flags.color,
            Self::Merge(_) | Self::Import(_) | Self::Schema(_) => Color::Auto,
        }
    }
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  dejargon glossary lint                  all glossaries that are used here
  dejargon glossary lint docs/our-words.toml
  dejargon glossary lint --used-in docs docs/our-words.toml
  dejargon glossary lint --ignore lint/long-definition
  dejargon glossary lint --fix            mend what can be mended by itself")]
pub(in super::super) struct Lint {
    /// Glossaries, in any order [default: all that the configuration uses]
    #[arg(value_name = "FILE")]
    pub(in super::super) files: Vec<PathBuf>,
    /// Also report entries that occur nowhere in these files and folders (repeatable)
    #[arg(long, value_name = "PATH")]
    pub(in super::super) used_in: Vec<PathBuf>,
    /// Mend in place what can be mended by itself: aliases that are found anyway, entries out of order
    #[arg(long)]
    pub(in super::super) fix: bool,
    #[command(flatten)]
    pub(in super::super) walk: WalkFlags,
    #[command(flatten)]
    pub(in super::super) glossaries: GlossaryFlags,
    #[command(flatten)]
    pub(in super::super) report: ReportFlags,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  dejargon glossary list                  every entry that holds here
  dejargon glossary list --in our-words   those of one glossary
  dejargon glossary list customer         those that speak of customers
  dejargon glossary list --audience business --tag cloud
  dejargon glossary list --status draft --status deprecated
  dejargon glossary list --format csv > words.csv")]
pub(in super::super) struct List {
    /// Only entries with these words in their term, plain words, definition or notes
    #[arg(value_name = "TEXT")]
    pub(in super::super) text: Vec<String>,
    /// Only entries of the glossary of this name (repeatable)
    #[arg(long = "in", value_name = "NAME")]
    pub(in super::super) names: Vec<String>,
    /// Only entries with this tag (repeatable: one of them)
    #[arg(long = "tag", value_name = "TAG")]
    pub(in super::super) tags: Vec<String>,
    /// Only entries that are jargon to this audience
    #[arg(long, value_name = "NAME")]
    pub(in super::super) audience: Option<String>,
    /// Only entries of this status (repeatable: one of them)
    #[arg(long = "status", value_parser = one_of::<Status>(), value_name = "STATUS")]
    pub(in super::super) statuses: Vec<Status>,
    /// Also entries that the project switched off, or that a later glossary overrides
    #[arg(long)]
    pub(in super::super) all: bool,
    /// How to list [default: a table at a terminal, else columns with tabs between them]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(in super::super) format: Option<ListFormat>,
    #[command(flatten)]
    pub(in super::super) glossaries: GlossaryFlags,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  dejargon glossary show API
  dejargon glossary show it/api           one rule
  dejargon glossary show 'spun up' churn")]
pub(in super::super) struct Show {
    /// Terms, in any form, or rules
    #[arg(required = true, value_name = "TERM")]
    pub(in super::super) terms: Vec<String>,
    #[command(flatten)]
    pub(in super::super) glossaries: GlossaryFlags,
}

/// Which glossary is changed.
#[derive(Debug, ClapArgs)]
pub(in super::super) struct Place {
    /// The glossary to change [default: the only file among the glossaries of the configuration]
    #[arg(long, value_name = "FILE")]
    pub(in super::super) file: Option<PathBuf>,
    /// Print the changed glossary, and write nothing
    #[arg(long)]
    pub(in super::super) dry_run: bool,
    #[command(flatten)]
    pub(in super::super) glossaries: GlossaryFlags,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  dejargon glossary add churn             asks for the rest, at a terminal
  dejargon glossary add leverage --part-of-speech verb --plain use --plain 'draw on'
  dejargon glossary add SLA --expansion 'service level agreement' --definition 'A promise of how well a service works.'
  dejargon glossary add ping --id ping-colleague --part-of-speech verb --plain 'write to' --file docs/our-words.toml")]
pub(in super::super) struct Add {
    /// The word as a dictionary has it: singular, infinitive
    #[arg(value_name = "TERM")]
    pub(in super::super) term: String,
    /// What to write instead (repeatable; the first is written, all are suggested)
    #[arg(long, value_name = "WORDS")]
    pub(in super::super) plain: Vec<String>,
    /// What it means, in a sentence that a newcomer understands
    #[arg(long, value_name = "SENTENCE")]
    pub(in super::super) definition: Option<String>,
    /// What it is in a sentence; nouns, verbs and adjectives are found in all their forms
    #[arg(long, value_parser = one_of::<PartOfSpeech>(), value_name = "CLASS")]
    pub(in super::super) part_of_speech: Option<PartOfSpeech>,
    /// The full form of an abbreviation
    #[arg(long, value_name = "WORDS")]
    pub(in super::super) expansion: Option<String>,
    /// Another spelling, or a synonym (repeatable)
    #[arg(long = "alias", value_name = "WORDS")]
    pub(in super::super) aliases: Vec<String>,
    /// The second half of its rule [default: the term in small letters, with hyphens]
    #[arg(long, value_name = "ID")]
    pub(in super::super) id: Option<String>,
    /// Advice on its use
    #[arg(long, value_name = "TEXT")]
    pub(in super::super) note: Option<String>,
    /// A related term (repeatable)
    #[arg(long, value_name = "TERM")]
    pub(in super::super) see_also: Vec<String>,
    /// A label (repeatable)
    #[arg(long = "tag", value_name = "TAG")]
    pub(in super::super) tags: Vec<String>,
    /// Where the entry comes from
    #[arg(long, value_name = "TEXT")]
    pub(in super::super) source: Option<String>,
    /// Who looks after it
    #[arg(long, value_name = "NAME")]
    pub(in super::super) owner: Option<String>,
    /// How far it is agreed on [default: admitted]
    #[arg(long, value_parser = one_of::<Status>(), value_name = "STATUS")]
    pub(in super::super) status: Option<Status>,
    #[command(flatten)]
    pub(in super::super) place: Place,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  dejargon glossary remove churn
  dejargon glossary remove ping --id ping-colleague
  dejargon glossary remove churn --dry-run | git diff --no-index our-words.toml -")]
pub(in super::super) struct Remove {
    /// The term, its id or its rule
    #[arg(value_name = "TERM")]
    pub(in super::super) term: String,
    /// Which of several entries of that term
    #[arg(long, value_name = "ID")]
    pub(in super::super) id: Option<String>,
    #[command(flatten)]
    pub(in super::super) place: Place,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  dejargon glossary rename bluebird redbird
  dejargon glossary rename bluebird redbird --keep-id       the rule is called as before
  dejargon glossary rename bluebird redbird --keep-alias    both words are found

`see-also` in the file, the entry's examples and [terms] in dejargon.toml follow.")]
pub(in super::super) struct Rename {
    /// The term, its id or its rule
    #[arg(value_name = "OLD")]
    pub(in super::super) old: String,
    /// The term from now on
    #[arg(value_name = "NEW")]
    pub(in super::super) new: String,
    /// Which of several entries of that term
    #[arg(long, value_name = "ID")]
    pub(in super::super) id: Option<String>,
    /// Keep the rule's name: baselines, ignore comments and [terms] go on as they are
    #[arg(long)]
    pub(in super::super) keep_id: bool,
    /// Keep the old term as an alias
    #[arg(long)]
    pub(in super::super) keep_alias: bool,
    #[command(flatten)]
    pub(in super::super) place: Place,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  dejargon glossary diff our-words.toml new-words.toml
  git show main:our-words.toml | dejargon glossary diff - our-words.toml
  dejargon glossary diff --format json old.toml new.toml")]
pub(in super::super) struct Diff {
    /// The earlier glossary; `-` is standard input
    #[arg(value_name = "BEFORE")]
    pub(in super::super) before: PathBuf,
    /// The later glossary
    #[arg(value_name = "AFTER")]
    pub(in super::super) after: PathBuf,
    /// How to report
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(in super::super) format: Versions,
    /// When to use colours (also `NO_COLOR`, `CLICOLOR_FORCE`)
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub(in super::super) color: Color,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  dejargon glossary merge base.toml ours.toml theirs.toml > merged.toml

As a merge driver of git:
  git config merge.dejargon.name 'dejargon glossary merge'
  git config merge.dejargon.driver 'dejargon glossary merge %O %A %B --output %A'
  echo 'docs/our-words.toml merge=dejargon' >> .gitattributes")]
pub(in super::super) struct Merge {
    /// The version that both go back to
    #[arg(value_name = "BASE")]
    pub(in super::super) base: PathBuf,
    /// The version that is merged into: its order and its layout are kept
    #[arg(value_name = "OURS")]
    pub(in super::super) ours: PathBuf,
    /// The version that is merged
    #[arg(value_name = "THEIRS")]
    pub(in super::super) theirs: PathBuf,
    /// Write the result to this file, which may be one of the three
    #[arg(long, value_name = "FILE")]
    pub(in super::super) output: Option<PathBuf>,
    /// How many signs a conflict marker has (git's `%L`)
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u8).range(1..))]
    pub(in super::super) marker_size: u8,
    /// What stands at the markers of OURS and THEIRS (git's `%X` and `%Y`)
    #[arg(long = "label", value_name = "TEXT", num_args = 2, value_names = ["OURS", "THEIRS"])]
    pub(in super::super) labels: Vec<String>,
    /// How the glossary is called in messages (git's `%P`)
    #[arg(long, value_name = "PATH")]
    pub(in super::super) path: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
#[command(
    name = "schema",
    after_help = "Examples:
  dejargon glossary schema > glossary.schema.json
  dejargon glossary schema config > dejargon.schema.json

An editor with Taplo (Even Better TOML) reads it by a first line `#:schema PATH`, the
path as seen from the file."
)]
pub(in super::super) struct SchemaArgs {
    /// What it is the schema of
    #[arg(value_enum, default_value_t, value_name = "WHAT")]
    pub(in super::super) what: Schema,
}

//! What can be typed. Parsing does no I/O: what it means is for the commands.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};
use clap_complete::Shell;
use dejargon::config::{FailOn, Flags};
use dejargon::document::Format;
use dejargon::input::Walk;
use dejargon::report::ReportFormat;
use dejargon::rewrite::How;

mod glossary;
mod interchange;
mod values;

pub(super) use glossary::{
    Add, Diff, Glossary, Lint, List, Merge, Place, Remove, Rename, SchemaArgs, Show,
};
pub(super) use interchange::{Export, ExportFormat, Import};
pub(super) use values::{Color, ListFormat, Schema, Versions};
use values::{format_named, one_of, report_named};

/// Finds the words that a document's audience will not know, says what they
/// mean, and rewrites them in plain language.
#[derive(Debug, Parser)]
#[command(name = "dejargon", version, arg_required_else_help = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Flag jargon in documents (exit code 1 when there is any)
    Check(Check),
    /// Rewrite documents in everyday language
    Translate(Translate),
    /// Say what a term means, who knows it, and what to write instead
    Explain(Explain),
    /// Look after glossaries
    #[command(subcommand)]
    Glossary(Glossary),
    /// Look at the configuration
    #[command(subcommand)]
    Config(Config),
    /// Write a first dejargon.toml and glossary in the current folder
    #[command(after_help = "Examples:
  dejargon init                           nothing that is there is overwritten")]
    Init,
    /// Print what a shell needs to complete commands and flags
    Completions(Completions),
    /// Print the manual page
    #[command(after_help = "Examples:
  dejargon man > ~/.local/share/man/man1/dejargon.1
  dejargon man | man -l -")]
    Man,
}

impl Command {
    /// What `--color` says.
    pub(super) fn color(&self) -> Color {
        match self {
            Self::Check(check) => check.common.glossaries.color,
            Self::Translate(translate) => translate.common.glossaries.color,
            Self::Explain(explain) => explain.glossaries.color,
            Self::Glossary(glossary) => glossary.color(),
            Self::Config(Config::Show(show)) => show.glossaries.color,
            Self::Init | Self::Completions(_) | Self::Man => Color::Auto,
        }
    }
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  dejargon check docs                     all documents in a folder
  dejargon check --audience business notes.md
  git diff --name-only -z | dejargon check --files-from - -0 --force-exclude
  git log -1 --format=%B | dejargon check -
  dejargon check --write-baseline         once; then: check --baseline dejargon-baseline.toml
  dejargon check --diff-base origin/main  only the lines of this branch
  dejargon check --format json . > findings.json")]
pub(super) struct Check {
    /// Files and folders; `-` is standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) common: Common,
    #[command(flatten)]
    pub(super) walk: WalkFlags,
    #[command(flatten)]
    pub(super) narrow: NarrowFlags,
    #[command(flatten)]
    pub(super) selection: SelectionFlags,
    #[command(flatten)]
    pub(super) report: ReportFlags,
}

/// What a check leaves out: what is known, what did not change.
#[derive(Debug, ClapArgs)]
pub(super) struct NarrowFlags {
    /// Leave out the findings that this file knows
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write all findings as known to this file [default: that of --baseline, or dejargon-baseline.toml]
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    #[expect(clippy::option_option, reason = "the flag, and its file")]
    pub(super) write_baseline: Option<Option<PathBuf>>,
    /// Only lines changed since the merge base with this git revision
    #[arg(long, value_name = "REV", group = "changes")]
    pub(super) diff_base: Option<String>,
    /// Only lines that are staged, as they are staged
    #[arg(long, group = "changes")]
    pub(super) staged: bool,
    /// Only lines that this unified diff adds; `-` is standard input
    #[arg(long, value_name = "FILE", group = "changes")]
    pub(super) diff_file: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
#[command(after_help = "Examples:
  dejargon translate notes.md             the rewritten document on standard output
  dejargon translate --diff docs          what would change, as a patch
  dejargon translate --write docs         edit the files in place
  dejargon translate --interactive notes.md   ask for each word
  dejargon translate --track-changes --output reviewed.docx report.docx
  pbpaste | dejargon translate            as a filter")]
pub(super) struct Translate {
    /// Files and folders; `-` is standard input [default: standard input]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) common: Common,
    #[command(flatten)]
    pub(super) walk: WalkFlags,
    #[command(flatten)]
    pub(super) selection: SelectionFlags,
    /// Edit the files in place
    #[arg(long, group = "target")]
    pub(super) write: bool,
    /// Write the document to this file
    #[arg(long, value_name = "FILE", group = "target")]
    pub(super) output: Option<PathBuf>,
    /// Print a unified diff and write nothing
    #[arg(long, group = "target")]
    pub(super) diff: bool,
    /// Write nothing; exit code 1 when something would change
    #[arg(long, group = "target")]
    pub(super) check: bool,
    /// Write nothing; say what is done with each term, where, and why not everywhere
    #[arg(long, group = "target")]
    pub(super) plan: bool,
    /// Ask for each finding, and edit the files in place; answers are read from standard input
    #[arg(long, group = "target")]
    pub(super) interactive: bool,
    /// Make tracked changes (docx, odt), each with a comment that says what the word means
    #[arg(long, conflicts_with_all = ["comments_only", "interactive", "plan"])]
    pub(super) track_changes: bool,
    /// Change no word: comment on each finding (docx, odt)
    #[arg(long, conflicts_with_all = ["interactive", "plan"])]
    pub(super) comments_only: bool,
    /// Rewrite also where the words around do not decide
    #[arg(long = "unsafe")]
    pub(super) apply_unsafe: bool,
    /// What to do with each term [default: as its glossary says]
    #[arg(long, value_parser = one_of::<How>(), value_name = "HOW")]
    pub(super) how: Option<How>,
    #[command(flatten)]
    pub(super) rules: RuleFlags,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  dejargon explain API
  dejargon explain 'spun up' leveraging
  dejargon explain --why 'She was tasked with it.'
  dejargon explain --glossary docs/our-words.toml TLA")]
pub(super) struct Explain {
    /// Terms, in any form: `APIs`, `spun up`
    #[arg(required = true, value_name = "TERM")]
    pub(super) terms: Vec<String>,
    /// Take what is given for sentences, and say what becomes of each term in them, and why
    #[arg(long)]
    pub(super) why: bool,
    #[command(flatten)]
    pub(super) glossaries: GlossaryFlags,
}

#[derive(Debug, Subcommand)]
pub(super) enum Config {
    /// Say what holds for a document or a folder, as TOML
    Show(ConfigShow),
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  dejargon config show                    what holds in the current folder
  dejargon config show docs/api.md        with the overrides for that document
  dejargon config show --origin           with the line that says it")]
pub(super) struct ConfigShow {
    /// A document or a folder
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    pub(super) path: PathBuf,
    /// Say behind each value where it comes from
    #[arg(long)]
    pub(super) origin: bool,
    /// Who reads
    #[arg(long, value_name = "NAME")]
    pub(super) audience: Option<String>,
    /// From which severity on findings fail the run
    #[arg(long, value_parser = one_of::<FailOn>(), value_name = "SEVERITY")]
    pub(super) fail_on: Option<FailOn>,
    #[command(flatten)]
    pub(super) glossaries: GlossaryFlags,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  dejargon completions bash > ~/.local/share/bash-completion/completions/dejargon
  dejargon completions zsh > ~/.zfunc/_dejargon
  dejargon completions fish > ~/.config/fish/completions/dejargon.fish")]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: Shell,
}

/// Where the words come from.
#[derive(Debug, ClapArgs)]
pub(super) struct GlossaryFlags {
    /// Add a glossary on top of the configured ones (repeatable)
    #[arg(long, value_name = "FILE")]
    pub(super) glossary: Vec<PathBuf>,
    /// Do without the bundled glossaries
    #[arg(long)]
    pub(super) no_bundled: bool,
    /// Use this configuration file
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub(super) config: Option<PathBuf>,
    /// Use no configuration file
    #[arg(long)]
    pub(super) isolated: bool,
    /// When to use colours (also `NO_COLOR`, `CLICOLOR_FORCE`)
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub(super) color: Color,
}

/// What every command takes that reads documents.
#[derive(Debug, ClapArgs)]
pub(super) struct Common {
    /// Who reads: `public`, `it`, `business`, or any name that a glossary uses [default: public]
    #[arg(long, value_name = "NAME")]
    pub(super) audience: Option<String>,
    #[command(flatten)]
    pub(super) glossaries: GlossaryFlags,
    /// How to read documents: `markdown`, `html`, `rst`, `asciidoc`, `latex`, `org`, `mdx`, `po`, `mail`, `text`, `commit-message`, `comments` of code, … [default: by file name; standard input as Markdown]
    #[arg(long = "as", value_parser = format_named, value_name = "FORMAT")]
    pub(super) read_as: Option<&'static dyn Format>,
    /// The file name that standard input stands for
    #[arg(long, value_name = "PATH")]
    pub(super) stdin_filename: Option<PathBuf>,
    /// Say nothing on standard error but errors
    #[arg(short, long)]
    pub(super) quiet: bool,
}

/// What is reported, how, and what fails the run.
#[derive(Debug, ClapArgs)]
pub(super) struct ReportFlags {
    /// How to report
    #[arg(long, value_parser = one_of::<&dyn ReportFormat>(), default_value = "human", value_name = "FORMAT")]
    pub(super) format: &'static dyn ReportFormat,
    /// Write the report to this file, not to standard output
    #[arg(long, value_name = "FILE")]
    pub(super) output_file: Option<PathBuf>,
    /// Write another report to a file: `sarif=jargon.sarif` (repeatable)
    #[arg(long, value_name = "FORMAT=FILE", value_parser = report_named)]
    pub(super) report: Vec<(&'static dyn ReportFormat, PathBuf)>,
    /// Report at most this many findings; all are counted, and decide the exit code
    #[arg(long, value_name = "N")]
    pub(super) max_findings: Option<usize>,
    /// Say on standard error how many findings each rule has
    #[arg(long)]
    pub(super) statistics: bool,
    /// From which severity on findings fail the run [default: warning]
    #[arg(long, value_parser = one_of::<FailOn>(), value_name = "SEVERITY")]
    pub(super) fail_on: Option<FailOn>,
    #[command(flatten)]
    pub(super) rules: RuleFlags,
}

/// Which rules count.
#[derive(Debug, ClapArgs)]
pub(super) struct RuleFlags {
    /// Only these rules: `it/api`, `it/*` (repeatable)
    #[arg(long, value_name = "RULE")]
    pub(super) select: Vec<String>,
    /// Not these rules (repeatable)
    #[arg(long, value_name = "RULE")]
    pub(super) ignore: Vec<String>,
}

/// How folders are walked.
#[derive(Debug, ClapArgs)]
pub(super) struct WalkFlags {
    /// How many files to read at a time [default: as many as there are processors]
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    threads: usize,
    /// Read hidden files and folders, too
    #[arg(long)]
    hidden: bool,
    /// Read what `.gitignore`, `.ignore` and `.dejargonignore` name, too
    #[arg(long)]
    no_ignore: bool,
}

/// Which files are read.
#[derive(Debug, ClapArgs)]
pub(super) struct SelectionFlags {
    /// Also read the files that this list names, one a line; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub(super) files_from: Option<PathBuf>,
    /// The list has a zero byte behind each name, as `git diff -z` and `find -print0` write it
    #[arg(short = '0', requires = "files_from")]
    pub(super) null: bool,
    /// Leave out files that were named, too, if the configuration or an ignore file leaves them out
    #[arg(long)]
    pub(super) force_exclude: bool,
}

impl ReportFlags {
    /// Whether a format is asked for whose findings are recognised by marks.
    pub(super) fn needs_marks(&self) -> bool {
        let others = self.report.iter().map(|(format, _)| *format);
        let mut formats = others.chain([self.format]);
        formats.any(ReportFormat::needs_marks)
    }
}

impl WalkFlags {
    pub(super) fn walk(&self) -> Walk<'static> {
        Walk {
            threads: self.threads,
            hidden: self.hidden,
            no_ignore: self.no_ignore,
            ..Walk::default()
        }
    }
}

impl GlossaryFlags {
    pub(super) fn flags(&self) -> Flags {
        Flags {
            glossaries: self.glossary.clone(),
            no_bundled: self.no_bundled,
            isolated: self.isolated,
            config: self.config.clone(),
            ..Flags::default()
        }
    }
}

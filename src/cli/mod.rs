//! Floor 6: the command line. What was typed becomes what is meant, a session
//! does the work, and what it says goes to the right stream with the right exit
//! code. Nothing here knows about jargon.

use std::process::ExitCode;

use clap::Parser;

mod args;
mod changed;
mod check;
mod clock;
mod config;
mod documents;
mod exit;
mod explain;
mod git;
mod glossary;
mod init;
mod interactive;
mod interrupt;
mod known;
mod lint;
mod narrow;
mod output;
mod progress;
mod publish;
mod root;
mod selection;
mod shell;
mod stream;
mod terminal;
mod translate;
mod verdict;
mod write;

use args::{Args, Command, Config};
use exit::Exit;

/// Parses, runs, and says how it went.
pub(crate) fn run() -> ExitCode {
    let args = Args::parse();
    // A document that breaks the program is reported as an error of its own.
    std::panic::set_hook(Box::new(|_| {}));
    terminal::set_color(args.command.color());
    let outcome = match &args.command {
        Command::Check(check) => check::run(check),
        Command::Translate(translate) => translate::run(translate),
        Command::Explain(explain) => explain::run(explain),
        Command::Glossary(glossary) => glossary::run(glossary),
        Command::Config(Config::Show(show)) => config::show(show),
        Command::Init => init::run(),
        Command::Completions(completions) => shell::completions(completions),
        Command::Man => shell::man(),
    };
    match outcome {
        Ok(exit) => exit.into(),
        Err(error) if terminal::is_broken_pipe(&error) => Exit::Success.into(),
        Err(error) => {
            terminal::error(&format!("{error:#}"));
            Exit::Failed.into()
        }
    }
}

//! Floor 6: the command line. What was typed becomes what is meant, a session
//! does the work, and what it says goes to the right stream with the right exit
//! code. Nothing here knows about jargon.

use std::process::ExitCode;

use clap::Parser;
use dejargon::crash;

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
mod left;
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
    crash::listen();
    terminal::set_color(args.command.color());
    ended(|| dispatch(&args.command)).into()
}

/// How a run ends, whatever goes wrong in it.
fn ended(work: impl FnOnce() -> anyhow::Result<Exit>) -> Exit {
    let outcome = crash::fenced(work).unwrap_or_else(|crash| Err(crash.into()));
    match outcome {
        Ok(exit) => exit,
        Err(error) if terminal::is_broken_pipe(&error) => Exit::Success,
        Err(error) => {
            terminal::error(&format!("{error:#}"));
            Exit::Failed
        }
    }
}

fn dispatch(command: &Command) -> anyhow::Result<Exit> {
    match command {
        Command::Check(check) => check::run(check),
        Command::Translate(translate) => translate::run(translate),
        Command::Explain(explain) => explain::run(explain),
        Command::Glossary(glossary) => glossary::run(glossary),
        Command::Config(Config::Show(show)) => config::show(show),
        Command::Init => init::run(),
        Command::Completions(completions) => shell::completions(completions),
        Command::Man => shell::man(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::*;

    #[test]
    fn a_crash_is_a_failed_run_and_a_closed_pipe_is_none() {
        assert_eq!(ended(|| panic!("the program is wrong")), Exit::Failed);
        assert_eq!(ended(|| anyhow::bail!("the input is wrong")), Exit::Failed);
        let closed = || Err(std::io::Error::from(ErrorKind::BrokenPipe).into());
        assert_eq!(ended(closed), Exit::Success);
        assert_eq!(ended(|| Ok(Exit::Findings)), Exit::Findings);
    }
}

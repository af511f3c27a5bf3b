//! The terminal: whether it shows colours, and how errors and warnings look on
//! it.

#![expect(
    clippy::print_stderr,
    reason = "this is where the program speaks to people"
)]

use std::io::{self, IsTerminal, Write};

use colored::Colorize;
use dejargon::config::ConfigError;
use dejargon::glossary::problem::Problem;
use dejargon::input::{InputError, shown};
use dejargon::report;
use dejargon::session::SessionError;

use super::args::Color;

/// A stream of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stream {
    Out,
    Err,
}

/// Whether a stream gets colours: the flag decides, then the environment, then
/// whether it is a terminal that can show them.
pub(super) fn wants_color(color: Color, stream: Stream) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let on =
        |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    let shown = match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if set("NO_COLOR") => false,
        Color::Auto if on("CLICOLOR_FORCE") || on("FORCE_COLOR") => true,
        Color::Auto => {
            let is_terminal = match stream {
                Stream::Out => io::stdout().is_terminal(),
                Stream::Err => io::stderr().is_terminal(),
            };
            is_terminal && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
        }
    };
    // `colored` would ask the environment in its own way.
    colored::control::set_override(shown);
    shown
}

/// Whether somebody stopped reading, which is no failure.
pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let kind = cause
            .downcast_ref::<io::Error>()
            .map(io::Error::kind)
            .or_else(|| cause.downcast_ref::<serde_json::Error>()?.io_error_kind());
        kind == Some(io::ErrorKind::BrokenPipe)
    })
}

/// Says why a run failed.
pub(super) fn error(error: &anyhow::Error) {
    eprintln!("{} {error:#}", "error:".red().bold());
}

/// Says what could not be read.
pub(super) fn input_error(error: &InputError) {
    let message = format!("{}: {}", error.path, error.message);
    eprintln!("{} {}", "error:".red().bold(), report::sanitize(&message));
}

/// Says what is odd.
pub(super) fn warning(message: &str) {
    eprintln!(
        "{} {}",
        "warning:".yellow().bold(),
        report::sanitize(message)
    );
}

/// Says something on standard error.
pub(super) fn note(message: &str) {
    eprintln!("{message}");
}

/// Asks for an answer on the same line.
pub(super) fn prompt(question: &str) -> io::Result<()> {
    let mut err = io::stderr().lock();
    write!(err, "{question}")?;
    err.flush()
}

/// Says what is wrong with the configuration.
pub(super) fn config_error(error: &ConfigError, color: bool) {
    match error {
        ConfigError::Unreadable { path, cause } => input_error(&InputError {
            path: shown(path),
            message: format!("the configuration could not be read: {cause}"),
        }),
        ConfigError::Problems(found) => problems(found, color),
    }
}

/// Says why there is no session.
pub(super) fn session_error(error: &SessionError, color: bool) {
    match error {
        SessionError::Glossaries(found, unread) => {
            problems(found, color);
            for error in unread {
                input_error(error);
            }
        }
        SessionError::UnknownAudience {
            wanted,
            known,
            near,
        } => {
            let near = near
                .as_ref()
                .map(|near| format!(" Did you mean `{near}`?"))
                .unwrap_or_default();
            eprintln!(
                "{} no glossary speaks of the audience `{wanted}`.{near} Known: {}",
                "error:".red().bold(),
                known.join(", ")
            );
        }
        SessionError::TooManyTerms(cause) => eprintln!("{} {cause}", "error:".red().bold()),
    }
}

fn problems(problems: &[Problem], color: bool) {
    for problem in problems {
        eprintln!("{}\n", report::problem(problem, color));
    }
    let count = problems.len();
    if count > 0 {
        let mistakes = if count == 1 { "mistake" } else { "mistakes" };
        eprintln!(
            "{} {count} {mistakes}; nothing was done",
            "error:".red().bold()
        );
    }
}

/// Standard output, buffered.
pub(super) fn stdout() -> io::BufWriter<io::StdoutLock<'static>> {
    io::BufWriter::with_capacity(64 * 1024, io::stdout().lock())
}

/// Writes bytes to standard output.
pub(super) fn print(bytes: &[u8]) -> io::Result<()> {
    let mut out = stdout();
    out.write_all(bytes)?;
    out.flush()
}

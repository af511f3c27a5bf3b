//! The terminal: whether its streams show colours, and how errors and warnings
//! look on it. What is said comes from files of strangers, too, so no sign of it
//! controls the terminal; and nobody has to listen: a standard error that is closed is
//! no failure.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::OnceLock;

use colored::Colorize;
use dejargon::config::ConfigError;
use dejargon::glossary::problem::Problem;
use dejargon::input::InputError;
use dejargon::projects::ProjectError;
use dejargon::report;
use dejargon::session::SessionError;
use dejargon::text::sanitize::sanitize_lines;

use super::args::Color;

/// A stream of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stream {
    Out,
    Err,
}

/// What `--color` says, once it is known.
static COLOR: OnceLock<Color> = OnceLock::new();

/// Says what was typed for `--color`; the first call counts.
pub(super) fn set_color(color: Color) {
    COLOR.get_or_init(|| color);
}

/// Whether what is written next, to `stream`, gets colours: the flag decides,
/// then the environment, then whether it is a terminal that can show them.
pub(super) fn colors(stream: Stream) -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_on =
        |name: &str| is_set(name) && std::env::var_os(name).is_some_and(|value| value != "0");
    let shown = match COLOR.get().copied().unwrap_or_default() {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if is_set("NO_COLOR") => false,
        Color::Auto if is_on("CLICOLOR_FORCE") || is_on("FORCE_COLOR") => true,
        Color::Auto => {
            let is_terminal = match stream {
                Stream::Out => io::stdout().is_terminal(),
                Stream::Err => io::stderr().is_terminal(),
            };
            is_terminal && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
        }
    };
    // `colored` would ask the environment in its own way, for one stream only.
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
pub(super) fn error(message: &str) {
    colors(Stream::Err);
    say(&format!(
        "{} {}",
        "error:".red().bold(),
        sanitize_lines(message)
    ));
}

/// Says what could not be read.
pub(super) fn input_error(failed: &InputError) {
    error(&failed.to_string());
}

/// Says what is odd.
pub(super) fn warning(message: &str) {
    colors(Stream::Err);
    say(&format!(
        "{} {}",
        "warning:".yellow().bold(),
        sanitize_lines(message)
    ));
}

/// Says something on standard error.
pub(super) fn note(message: &str) {
    say(&sanitize_lines(message));
}

/// Says what a report would show, in its colours.
pub(super) fn show(rendered: &str) {
    say(rendered);
}

fn say(text: &str) {
    drop(writeln!(io::stderr(), "{text}"));
}

/// Asks for an answer on the same line.
pub(super) fn prompt(question: &str) -> io::Result<()> {
    let mut err = io::stderr().lock();
    write!(err, "{question}")?;
    err.flush()
}

/// Asks for a line, if somebody sits there to answer; `None` at the end of the input.
pub(super) fn ask(question: &str) -> io::Result<Option<String>> {
    prompt(question)?;
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line)?;
    Ok((read > 0).then(|| line.trim().to_owned()))
}

/// Whether somebody sits there to be asked.
pub(super) fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Says what is wrong with the configuration.
pub(super) fn config_error(failed: &ConfigError) {
    match failed {
        ConfigError::Problems(found) => problems(found),
        ConfigError::Unreadable { .. } => error(&failed.to_string()),
    }
}

/// Says why documents cannot be read.
pub(super) fn project_error(failed: &ProjectError) {
    match failed {
        ProjectError::Config(failed) => config_error(failed),
        ProjectError::Session(failed) => session_error(failed),
        ProjectError::Audience(..) => error(&failed.to_string()),
    }
}

/// Says why there is no session.
pub(super) fn session_error(failed: &SessionError) {
    match failed {
        SessionError::Glossaries(found, unread) => {
            problems(found);
            unread.iter().for_each(input_error);
        }
        SessionError::UnknownAudience { .. } | SessionError::TooManyTerms(_) => {
            error(&failed.to_string());
        }
    }
}

/// Says what is wrong with a file that people write.
pub(super) fn problems(problems: &[Problem]) {
    let colored = colors(Stream::Err);
    for problem in problems {
        show(&format!("{}\n", report::problem(problem, colored)));
    }
    let count = problems.len();
    if count > 0 {
        let mistakes = if count == 1 { "mistake" } else { "mistakes" };
        error(&format!("{count} {mistakes}; nothing was done"));
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

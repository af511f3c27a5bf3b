//! dejargon as a library: the bundled glossaries and a small one of our own,
//! what a check finds in a text, and the text rewritten.
//!
//! `cargo run --example api`

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::error::Error;
use std::path::PathBuf;

use dejargon::config::{Config, ConfigError, Flags};
use dejargon::format;
use dejargon::input::Input;
use dejargon::rewrite::How;
use dejargon::session::{Session, SessionError};

const TEXT: &str = "\
We leveraged the DLQ and yeeted an MVP.

> \"Leverage what you have\", they said.
";

fn main() -> Result<(), Box<dyn Error>> {
    // What the command line's flags say; `isolated` leaves out `dejargon.toml`.
    let flags = Flags {
        audience: Some("public".to_owned()),
        glossaries: vec![PathBuf::from("examples/our-words.toml")],
        isolated: true,
        ..Flags::default()
    };
    let config = Config::resolve(flags, &std::env::current_dir()?).map_err(unresolved)?;

    // A session is made once and serves any number of documents and threads.
    let session = Session::new(&config, How::AsWritten).map_err(unusable)?;
    let input = Input {
        name: "notes.md".to_owned(),
        bytes: TEXT.as_bytes().to_vec(),
        format: format::default(),
        linked: Vec::new(),
    };

    let findings = session
        .check(&input)
        .map_err(|error| format!("{}: {}", error.path, error.message))?;
    for finding in &findings {
        let start = finding.location.start;
        println!(
            "{}:{} {}: {}",
            start.line, start.column, finding.rule, finding.message
        );
        if let Some(held) = finding.held {
            println!("     not rewritten: {}", held.reason());
        }
    }

    let translation = session
        .translate(&input, |fix| fix.safe)
        .map_err(|error| format!("{}: {}", error.path, error.message))?;
    println!("\n{}", String::from_utf8(translation.bytes)?);
    Ok(())
}

fn unresolved(error: ConfigError) -> String {
    match error {
        ConfigError::Unreadable { path, cause } => format!("{}: {cause}", path.display()),
        ConfigError::Problems(problems) => lines(problems),
    }
}

fn unusable(error: SessionError) -> String {
    match error {
        SessionError::Glossaries(problems, unread) => {
            let unread = unread.into_iter().map(|error| error.message);
            lines(problems.iter().map(ToString::to_string).chain(unread))
        }
        SessionError::UnknownAudience { wanted, .. } => format!("nobody knows a {wanted} audience"),
        SessionError::TooManyTerms(cause) => cause.to_string(),
    }
}

fn lines(messages: impl IntoIterator<Item = impl ToString>) -> String {
    let messages: Vec<String> = messages.into_iter().map(|m| m.to_string()).collect();
    messages.join("\n")
}

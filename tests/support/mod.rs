//! What the property tests and the corpus test share: a session with a given
//! glossary, documents from bytes, and what has to hold of any document.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::path::Path;

use dejargon::config::{Config, Flags};
use dejargon::format;
use dejargon::input::Input;
use dejargon::rewrite::How;
use dejargon::session::Session;

pub(crate) mod invariants;
mod structure;

/// A session with `glossary` alone, or with the bundled ones.
pub(crate) fn session(glossary: Option<&Path>) -> Session {
    let flags = Flags {
        glossaries: glossary.map(Path::to_owned).into_iter().collect(),
        no_bundled: glossary.is_some(),
        isolated: true,
        ..Flags::default()
    };
    let config = Config::resolve(&flags, Path::new(".")).expect("the configuration is valid");
    Session::new(config, How::AsWritten).expect("the glossaries are valid")
}

/// A document of a format that `--as` takes.
pub(crate) fn input(format: &str, bytes: impl Into<Vec<u8>>) -> Input {
    Input {
        name: "document".to_owned(),
        bytes: bytes.into(),
        packed: None,
        format: format::by_name(format).expect("the format exists"),
        backlinks: None,
    }
}

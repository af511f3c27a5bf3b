//! dejargon as a library: the bundled glossaries and a small one of our own,
//! what a check finds in a text, and the text rewritten.
//!
//! `cargo run --example api`

#![expect(clippy::print_stdout, reason = "an example shows what it found")]

use std::error::Error;
use std::path::Path;

use dejargon::config::{Config, Flags, GlossarySource};
use dejargon::finding::Applicability;
use dejargon::format;
use dejargon::input::Input;
use dejargon::rewrite::How;
use dejargon::session::Session;

const OUR_WORDS: &str = r#"
[glossary]
name = "ours"
title = "Words of our team"

[[term]]
term = "yeet"
part-of-speech = "verb"
plain = "remove"
"#;

const TEXT: &str = "\
We leveraged the cache and yeeted an MVP.

> \"Leverage what you have\", they said.
";

fn main() -> Result<(), Box<dyn Error>> {
    // What the command line's flags say; `isolated` leaves out `dejargon.toml`.
    let flags = Flags {
        audience: Some("public".to_owned()),
        isolated: true,
        ..Flags::default()
    };
    let mut config = Config::resolve(&flags, Path::new("."))?;
    let our_words = GlossarySource::Text {
        name: "our words".to_owned(),
        text: OUR_WORDS.to_owned(),
    };
    config.glossaries.push(our_words.into());

    // A session is made once and serves any number of documents and threads.
    let session = Session::new(config, How::AsWritten)?;
    let input = Input::from_bytes("notes.md".to_owned(), TEXT.into(), format::default())?;

    for finding in session.check(&input)? {
        let start = finding.location.start;
        println!(
            "{}:{} {}: {}",
            start.line, start.column, finding.rule, finding.message
        );
        if let Some(held) = finding.held() {
            println!("     not rewritten: {}", held.reason());
        }
    }

    let translation = session.translate(&input, Applicability::is_safe)?;
    println!("\n{}", String::from_utf8(translation.bytes)?);
    Ok(())
}

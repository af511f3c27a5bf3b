//! What the targets share: a session whose glossary has terms of every kind, and the
//! promises that hold of every document, whatever bytes it is made of. They are those of
//! the property tests.

use std::path::Path;
use std::sync::LazyLock;

use dejargon::glossary::layers::Layers;
use dejargon::glossary::parse;
use dejargon::input::Input;
use dejargon::session::Session;

#[path = "../../tests/support/office.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod office;
#[path = "../../tests/support/mod.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod support;

use support::invariants::verdict;

/// The glossary of the property tests.
const TERMS: &str = include_str!("../../tests/support/glossary.toml");

static SESSION: LazyLock<Option<Session>> = LazyLock::new(|| session(TERMS));

/// A session with a glossary alone, if that is one.
fn session(text: &str) -> Option<Session> {
    let mut layers = Layers::default();
    layers.push(parse(Path::new("words.toml"), text).ok()?);
    Session::over(layers).ok()
}

/// Holds a text of a format against the promises.
pub fn text(format: &str, bytes: &[u8]) {
    document(&SESSION, &support::input(format, bytes));
}

/// Holds a Word file against them whose document has this XML.
pub fn word(body: &[u8]) {
    let Ok(body) = std::str::from_utf8(body) else {
        return;
    };
    let file = office::docx(body);
    if let Ok(input) = Input::from_bytes("a.docx".to_owned(), file, office::named("docx")) {
        document(&SESSION, &input);
    }
}

/// Holds a glossary against them, if it is one: its own text is the document.
pub fn glossary(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    document(&session(text), &support::input("text", bytes));
}

fn document(session: &Option<Session>, input: &Input) {
    let Some(session) = session else {
        return;
    };
    let violations = verdict(session, input).violations;
    let shown: Vec<String> = violations.iter().map(ToString::to_string).collect();
    assert!(shown.is_empty(), "{}", shown.join("\n"));
}

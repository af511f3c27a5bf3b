//! What holds, as a `dejargon.toml` that would say the same. Values that add up
//! over layers stand on lines of their own, so that each can say where it comes
//! from.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use super::file::Overriding;
use super::options::Config;
use super::sourced::{Origin, Sourced};
use super::value::Value;
use crate::text::sanitize::sanitize;

/// A configuration as TOML, with `origin` behind each value where it comes from.
pub(super) fn config(config: &Config, origin: bool) -> String {
    let mut shown = Shown {
        text: String::new(),
        origin,
    };
    config.show(&mut shown);
    shown.text
}

/// Which overrides there are, as comments, and whether each `holds` for the path.
pub(super) fn overrides<'o>(overrides: impl Iterator<Item = (&'o Overriding, bool)>) -> String {
    let mut text = String::new();
    for (some, holds) in overrides {
        if text.is_empty() {
            text.push_str("\n# Overrides, of which later ones win:\n");
        }
        let paths: Vec<String> = some
            .paths
            .iter()
            .map(|path| quoted(&path.value.text))
            .collect();
        let holds = if holds { "holds" } else { "does not hold" };
        // Writing to a string cannot fail.
        let _ = write!(text, "# {holds} here: paths = [{}]", paths.join(", "));
        if let Some(first) = some.paths.first() {
            let _ = write!(text, "  # {}", first.origin);
        }
        text.push('\n');
    }
    text
}

/// What is shown so far.
pub(super) struct Shown {
    text: String,
    origin: bool,
}

impl Shown {
    pub(super) fn line(&mut self, line: &str, origin: &Origin) {
        self.text.push_str(line);
        if self.origin {
            self.text.push_str("  # ");
            self.text.push_str(&sanitize(&origin.to_string()));
        }
        self.text.push('\n');
    }

    pub(super) fn list<V: Value>(&mut self, key: &str, items: &[Sourced<V>]) {
        if items.is_empty() {
            return;
        }
        self.text.push_str(key);
        self.text.push_str(" = [\n");
        for Sourced { value, origin } in items {
            self.line(&format!("    {},", value.shown()), origin);
        }
        self.text.push_str("]\n");
    }

    pub(super) fn table<V: Value>(&mut self, key: &str, values: &BTreeMap<String, Sourced<V>>) {
        if values.is_empty() {
            return;
        }
        // Writing to a string cannot fail.
        let _ = write!(self.text, "\n[{key}]\n");
        for (name, Sourced { value, origin }) in values {
            self.line(&format!("{} = {}", quoted(name), value.shown()), origin);
        }
    }
}

/// A text as TOML.
pub(super) fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

/// A path as people write it in a configuration.
pub(super) fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) {
        text.replace('\\', "/")
    } else {
        text.into_owned()
    }
}

//! A configuration as TOML, line by line.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::sourced::{Origin, Sourced};
use super::value::Value;
use crate::text::sanitize::sanitize;

/// What is shown so far.
pub(super) struct Shown {
    pub(super) text: String,
    pub(super) origin: bool,
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

//! What holds, as a `dejargon.toml` that would say the same. Values that add up
//! over layers stand on lines of their own, so that each can say where it comes
//! from.

use std::fmt::Write as _;
use std::path::Path;

use toml::Value;

use super::GlossarySource;
use super::file::Overriding;
use super::globs::Pattern;
use super::layer::{Layer, Origin, Sourced};
use crate::glossary::layers::Change;
use crate::text::named::Named;
use crate::text::sanitize::sanitize;

/// A layer as TOML.
pub(super) fn layer(layer: &Layer, origin: bool) -> String {
    let mut shown = Shown {
        text: String::new(),
        origin,
    };
    shown.value("audience", layer.audience.as_ref(), |name| quoted(name));
    shown.list("glossaries", layer.glossaries.as_deref(), source);
    shown.value("fail-on", layer.fail_on.as_ref(), |fail_on| {
        quoted(fail_on.name())
    });
    shown.value("quotations", layer.quotations.as_ref(), |place| {
        quoted(place.name())
    });
    shown.value("headings", layer.headings.as_ref(), |place| {
        quoted(place.name())
    });
    let glob = |pattern: &Pattern| quoted(&pattern.text);
    shown.list("include", layer.include.as_deref(), glob);
    shown.list("exclude", Some(&layer.exclude), glob);
    shown.list("allow", Some(&layer.allow), |word| quoted(word));
    if !layer.terms.is_empty() {
        shown.text.push_str("\n[terms]\n");
    }
    for (rule, Sourced { value, origin }) in &layer.terms {
        shown.line(&format!("{} = {}", quoted(rule), change(value)), origin);
    }
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

struct Shown {
    text: String,
    origin: bool,
}

impl Shown {
    fn line(&mut self, line: &str, origin: &Origin) {
        self.text.push_str(line);
        if self.origin {
            self.text.push_str("  # ");
            self.text.push_str(&sanitize(&origin.to_string()));
        }
        self.text.push('\n');
    }

    fn value<T>(&mut self, key: &str, value: Option<&Sourced<T>>, written: impl Fn(&T) -> String) {
        if let Some(Sourced { value, origin }) = value {
            self.line(&format!("{key} = {}", written(value)), origin);
        }
    }

    fn list<T>(&mut self, key: &str, items: Option<&[Sourced<T>]>, written: impl Fn(&T) -> String) {
        let Some(items) = items.filter(|items| !items.is_empty()) else {
            return;
        };
        self.text.push_str(key);
        self.text.push_str(" = [\n");
        for Sourced { value, origin } in items {
            self.line(&format!("    {},", written(value)), origin);
        }
        self.text.push_str("]\n");
    }
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn source(source: &GlossarySource) -> String {
    match source {
        GlossarySource::Bundled(name) => quoted(name),
        GlossarySource::File(path) => quoted(&slashed(path)),
        GlossarySource::Text { name, .. } => quoted(name),
    }
}

fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) {
        text.replace('\\', "/")
    } else {
        text.into_owned()
    }
}

fn change(change: &Change) -> String {
    let Change::Set { severity, plain } = change else {
        return quoted("off");
    };
    let severity = severity.map(|severity| format!("severity = {}", quoted(&severity.to_string())));
    let plain = plain.as_ref().map(|words| {
        let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
        format!("plain = [{}]", words.join(", "))
    });
    let settings: Vec<String> = severity.into_iter().chain(plain).collect();
    format!("{{ {} }}", settings.join(", "))
}

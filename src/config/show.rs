//! What holds, as a `dejargon.toml` that would say the same. Values that add up
//! over layers stand on lines of their own, so that each can say where it comes
//! from.

use std::fmt::Write as _;

use super::file::Overriding;
use super::options::Config;
use super::shown::{Shown, quoted};

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

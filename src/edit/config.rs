//! The rules that a `dejargon.toml` names, in `[terms]` and in its overrides: one that
//! is called otherwise is called so there, too.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::quoted;
use crate::text::edit::{Edit, splice};

/// The configuration with a rule by its new name, or `None` where it does not name
/// it, or is no TOML.
pub fn rule_renamed(text: &str, before: &str, after: &str) -> Option<String> {
    let root = DeTable::parse(text).ok()?;
    let overrides = match root.get_ref().get("overrides").map(Spanned::get_ref) {
        Some(DeValue::Array(tables)) => tables.iter().collect(),
        _ => Vec::new(),
    };
    let tables = overrides
        .into_iter()
        .filter_map(|table| table.get_ref().as_table());
    let edits: Vec<Edit> = std::iter::once(root.get_ref())
        .chain(tables)
        .filter_map(|table| table.get("terms")?.get_ref().as_table())
        .flat_map(DeTable::iter)
        .filter(|(rule, _)| rule.get_ref() == before)
        .map(|(rule, _)| Edit::new(rule.span().into(), quoted(after)))
        .collect();
    if edits.is_empty() {
        return None;
    }
    let text = splice(text.as_bytes(), &edits);
    let text = String::from_utf8_lossy(&text).into_owned();
    // A rule that is there by both names is somebody's to sort out.
    DeTable::parse(&text).is_ok().then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_renamed_wherever_it_is_named() {
        for (text, expected) in [
            (
                "[terms]\n\"our/a\" = \"off\" # why\n\"our/ab\" = \"off\"\n",
                Some("[terms]\n\"our/z\" = \"off\" # why\n\"our/ab\" = \"off\"\n"),
            ),
            (
                "[terms.'our/a']\nplain = \"x\"\n[[overrides]]\npaths = []\nterms = { \"our/a\" = \"off\" }\n",
                Some(
                    "[terms.\"our/z\"]\nplain = \"x\"\n[[overrides]]\npaths = []\nterms = { \"our/z\" = \"off\" }\n",
                ),
            ),
            ("[terms]\n\"our/b\" = \"off\"\n", None),
            ("allow = [\"our/a\"]\n", None),
            ("[terms]\n\"our/a\" = \"off\"\n\"our/z\" = \"off\"\n", None),
            ("[terms\n", None),
        ] {
            assert_eq!(
                rule_renamed(text, "our/a", "our/z").as_deref(),
                expected,
                "{text}"
            );
        }
    }
}

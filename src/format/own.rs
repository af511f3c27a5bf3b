//! Files that belong to this program: glossaries, its configuration, and lists of
//! terms as spreadsheets keep them. They name jargon because that is what they are
//! for, so they have no prose. They are known by what is in them.

use std::path::Path;

use crate::document::{Document, Format, Markup, Part};

/// The format of what is not read for its prose.
#[derive(Debug)]
pub(super) struct Own;

impl Format for Own {
    fn name(&self) -> &'static str {
        "own"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &[]
    }

    fn markup(&self) -> Markup {
        Markup::Plain
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        Document::of(Part::new(source, Markup::Plain))
    }
}

/// Whether a file is such a file.
pub(super) fn is_own(path: &Path, bytes: &[u8]) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let name = name.unwrap_or_default().to_ascii_lowercase();
    match name.rsplit_once('.') {
        Some(("dejargon" | ".dejargon", "toml")) => true,
        Some((_, "toml")) => is_glossary(bytes),
        Some((_, "csv" | "tsv")) => is_list_of_terms(bytes),
        _ => false,
    }
}

/// A `[glossary]` table with a name, and nothing else above it.
fn is_glossary(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let mut lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|line| !line.is_empty());
    let is_name = |line: &str| {
        line.strip_prefix("name")
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    lines.next() == Some("[glossary]")
        && lines.take_while(|line| !line.starts_with('[')).any(is_name)
}

/// A header row with a column `term` and one that says what it means.
fn is_list_of_terms(bytes: &[u8]) -> bool {
    let row = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let Ok(row) = std::str::from_utf8(row) else {
        return false;
    };
    let has = |name: &str| {
        let mut cells = row.trim_start_matches('\u{feff}').split([',', ';', '\t']);
        cells.any(|cell| cell.trim().trim_matches('"').eq_ignore_ascii_case(name))
    };
    has("term") && (has("definition") || has("plain"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_files_are_known_by_what_is_in_them() {
        for (path, text, expected) in [
            ("dejargon.toml", "", true),
            ("docs/.dejargon.toml", "", true),
            (
                "words.toml",
                "#:schema x\n\n[glossary] # ours\ntitle = \"x\"\nname = \"x\"\n",
                true,
            ),
            ("words.TOML", "\u{feff}[glossary]\r\nname=\"x\"\r\n", true),
            ("cargo.toml", "[package]\nname = \"x\"\n", false),
            ("words.toml", "[package]\n[glossary]\nname = \"x\"\n", false),
            ("words.toml", "[glossary]\n[x]\nname = \"x\"\n", false),
            ("words.md", "[glossary]\nname = \"x\"\n", false),
            ("words.csv", "\u{feff}Term;\"Definition\"\r\n", true),
            ("words.csv", "term,plain\n", true),
            ("sales.csv", "term,price\n", false),
            ("words.tsv", "id\tterm\tdefinition\n", true),
        ] {
            assert_eq!(
                is_own(Path::new(path), text.as_bytes()),
                expected,
                "{path}: {text}"
            );
        }
    }
}

//! Which tool a file is from: by its name, and where that leaves it open, by what
//! stands in it. A name that says two things is asked about, not guessed at.

use std::path::Path;

use crate::text::named::Named;

/// A kind of file that glossaries come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A table with columns, as spreadsheets save it.
    Csv,
    /// A workbook.
    Xlsx,
    /// A term base, ISO 30042.
    Tbx,
    /// Entries as JSON, as this program exports them.
    Json,
    /// A glossary of this program.
    Toml,
    /// A `substitution` style of Vale.
    Vale,
    /// A dictionary of prh.
    Prh,
    /// A dictionary of codespell.
    Codespell,
    /// The terms of textlint-rule-terminology.
    Terminology,
}

impl Named for Kind {
    const ALL: &'static [Self] = &[
        Self::Csv,
        Self::Xlsx,
        Self::Tbx,
        Self::Json,
        Self::Toml,
        Self::Vale,
        Self::Prh,
        Self::Codespell,
        Self::Terminology,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Tbx => "tbx",
            Self::Json => "json",
            Self::Toml => "toml",
            Self::Vale => "vale",
            Self::Prh => "prh",
            Self::Codespell => "codespell",
            Self::Terminology => "textlint-terminology",
        }
    }

    fn about(self) -> Option<&'static str> {
        Some(match self {
            Self::Csv => "A table of a spreadsheet, with the names of its columns in the first row",
            Self::Xlsx => "A workbook of Excel; its first sheet",
            Self::Tbx => "A term base, ISO 30042",
            Self::Json => "What `export --format json` writes",
            Self::Toml => "Another glossary",
            Self::Vale => "A `substitution` style of Vale",
            Self::Prh => "A dictionary of prh",
            Self::Codespell => "A dictionary of codespell",
            Self::Terminology => "Terms of textlint-rule-terminology",
        })
    }
}

/// The kind of a file, if its name and its text leave no doubt.
pub fn of(path: &Path, bytes: &[u8]) -> Option<Kind> {
    let extension = path.extension()?.to_str()?.to_lowercase();
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(64 * 1024)]);
    match extension.as_str() {
        "csv" | "tsv" | "tab" => Some(Kind::Csv),
        "xlsx" | "xlsm" => Some(Kind::Xlsx),
        "tbx" => Some(Kind::Tbx),
        "toml" => Some(Kind::Toml),
        "xml" => (head.contains("<martif") || head.contains("<tbx")).then_some(Kind::Tbx),
        "json" | "jsonc" => of_json(&head),
        "yml" | "yaml" => of_yaml(&head),
        "txt" | "dic" => of_text(bytes, &head),
        _ => None,
    }
}

/// A list of words and pairs is textlint's; one of tables, or a table, is ours.
fn of_json(head: &str) -> Option<Kind> {
    let mut lines = head.lines().map(str::trim);
    let start = lines.find(|line| !line.is_empty() && !line.starts_with("//"))?;
    let start = start.trim_start_matches('\u{feff}');
    if start.starts_with('{') {
        return Some(Kind::Json);
    }
    let behind = start.strip_prefix('[')?.trim_start();
    let rest = lines.find(|line| !line.is_empty() && !line.starts_with("//"));
    let first = [behind, rest.unwrap_or_default()]
        .into_iter()
        .find(|text| !text.is_empty())?;
    match first.chars().next()? {
        '{' => Some(Kind::Json),
        '"' | '[' => Some(Kind::Terminology),
        _ => None,
    }
}

fn of_yaml(head: &str) -> Option<Kind> {
    let has = |key: &str| head.lines().any(|line| line.starts_with(key));
    match (has("extends:"), has("rules:") || has("imports:")) {
        (true, false) => Some(Kind::Vale),
        (false, true) => Some(Kind::Prh),
        _ => None,
    }
}

/// Excel calls its tables in UTF-16 `.txt`; codespell's dictionaries are arrows.
fn of_text(bytes: &[u8], head: &str) -> Option<Kind> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Some(Kind::Csv);
    }
    let mut lines = head.lines().filter(|line| !line.trim().is_empty());
    let first = lines.find(|line| !line.starts_with('#'))?;
    match (first.contains("->"), first.contains('\t')) {
        (true, false) => Some(Kind::Codespell),
        (false, true) => Some(Kind::Csv),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_text_say_what_a_file_is() {
        let cases: &[(&str, &str, Option<Kind>)] = &[
            ("a.csv", "", Some(Kind::Csv)),
            ("a.CSV", "", Some(Kind::Csv)),
            ("a.xlsx", "", Some(Kind::Xlsx)),
            ("a.tbx", "", Some(Kind::Tbx)),
            ("a.xml", "<?xml?><martif type='TBX'>", Some(Kind::Tbx)),
            ("a.xml", "<html>", None),
            ("a.json", "{\"glossaries\": []}", Some(Kind::Json)),
            ("a.json", "[\n  {\"term\": \"x\"}]", Some(Kind::Json)),
            ("a.json", "[\"GitHub\"]", Some(Kind::Terminology)),
            (
                "a.jsonc",
                "[\n // b\n [\"a\", \"b\"]]",
                Some(Kind::Terminology),
            ),
            ("a.yml", "extends: substitution\n", Some(Kind::Vale)),
            ("a.yml", "version: 1\nrules:\n", Some(Kind::Prh)),
            ("a.yml", "a: b\n", None),
            ("a.txt", "# c\nteh->the\n", Some(Kind::Codespell)),
            ("a.txt", "term\tplain\n", Some(Kind::Csv)),
            ("a.txt", "hello\n", None),
            ("a", "teh->the\n", None),
        ];
        for (name, text, expected) in cases {
            assert_eq!(
                of(Path::new(name), text.as_bytes()),
                *expected,
                "{name} {text}"
            );
        }
    }
}

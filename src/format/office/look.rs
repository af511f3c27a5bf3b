//! How text looks, as far as it matters for reading it: hidden, in another language,
//! code, a heading, a quotation. Word and its like say so in styles with known names.

use crate::document::SegmentKind;

/// What is said about text: by its own run, by a style, by the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Whether it is hidden.
    pub(super) hidden: Option<bool>,
    /// Whether it is in English.
    pub(super) english: Option<bool>,
    /// Whether it is code.
    pub(super) code: Option<bool>,
}

impl Look {
    /// What this says, and where it says nothing, what `other` says.
    pub(super) fn or(&self, other: &Self) -> Self {
        Self {
            hidden: self.hidden.or(other.hidden),
            english: self.english.or(other.english),
            code: self.code.or(other.code),
        }
    }
}

/// Whether a font is one that code is set in.
pub(super) fn is_monospaced(font: &str) -> bool {
    let font = font.to_ascii_lowercase();
    let known = [
        "consolas",
        "menlo",
        "monaco",
        "lucida console",
        "source code pro",
        "fira code",
    ];
    known.contains(&font.as_str())
        || font.starts_with("courier")
        || font.starts_with("cascadia")
        || font.split([' ', '-']).any(|word| word == "mono")
}

/// What a paragraph is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ParagraphStyle {
    pub(super) kind: SegmentKind,
    pub(super) quoted: bool,
    /// Whether it is written by Word itself: an entry of a table of contents.
    pub(super) generated: bool,
    pub(super) look: Look,
}

impl Default for ParagraphStyle {
    fn default() -> Self {
        Self {
            kind: SegmentKind::Text,
            quoted: false,
            generated: false,
            look: Look::default(),
        }
    }
}

/// What a paragraph is in a style of that name, and of that level in the outline.
pub(super) fn kind(name: &str, outline: Option<u8>) -> SegmentKind {
    let numbered = || {
        let number = name.strip_prefix("heading")?.trim();
        Some(number.parse().unwrap_or(1))
    };
    match name {
        "title" | "subtitle" => SegmentKind::Title,
        "caption" => SegmentKind::Caption,
        _ => match outline.or_else(numbered) {
            Some(level) => SegmentKind::Heading(level),
            None => SegmentKind::Text,
        },
    }
}

pub(super) fn is_quotation(name: &str) -> bool {
    matches!(
        name,
        "quote" | "intense quote" | "block text" | "quotations" | "block quotation"
    )
}

pub(super) fn is_code(name: &str) -> bool {
    let names = [
        "code",
        "source",
        "preformatted",
        "verbatim",
        "teletype",
        "listing",
    ];
    let exact = [
        "html keyboard",
        "html sample",
        "html typewriter",
        "html variable",
        "macro",
        "user entry",
        "variable",
    ];
    let is_word = |word: &str| names.contains(&word);
    exact.contains(&name) || name.split([' ', '-', '_']).any(is_word)
}

/// Entries of tables that the word processor makes.
pub(super) fn is_generated(name: &str) -> bool {
    let numbered = |prefix: &str| {
        let rest = name.strip_prefix(prefix);
        rest.is_some_and(|rest| rest.trim().bytes().all(|byte| byte.is_ascii_digit()))
    };
    name.starts_with("table of ") || numbered("toc") || numbered("index") || numbered("contents")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_styles_are_known() {
        for (name, code, generated) in [
            ("source code", true, false),
            ("html code", true, false),
            ("verbatim char", true, false),
            ("encoded", false, false),
            ("toc 1", false, true),
            ("toc heading", false, false),
            ("index 3", false, true),
        ] {
            assert_eq!(
                (is_code(name), is_generated(name)),
                (code, generated),
                "{name}"
            );
        }
    }
}

//! Words that a document defines where they stand: the term of a definition list or of
//! another markup that says so, and below a heading such as *Glossary* the term in front
//! of its meaning, in a list, a table or a heading of its own. There it is no jargon;
//! what its meaning says can be.

use std::cell::OnceCell;

use super::Occurrence;
use crate::document::{Area, AreaKind, Part, SegmentKind};
use crate::glossary::term::Entry;
use crate::text::fold::fold;
use crate::text::span::Span;

/// What a glossary in a document is called.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "abbreviations", "acronyms", "definitions", "glossary", "jargon", "nomenclature", "terminology", "terms",
    "vocabulary",
];

/// What a part defines; its sections are looked for when a word is first asked about.
pub(super) struct Definitions<'p> {
    part: &'p Part<'p>,
    /// For each segment whether it stands in such a section.
    sections: OnceCell<Vec<bool>>,
}

impl<'p> Definitions<'p> {
    pub(super) fn of(part: &'p Part<'p>) -> Self {
        Self {
            part,
            sections: OnceCell::new(),
        }
    }

    /// Whether the part defines a term where it occurs.
    pub(super) fn define(&self, occurrence: &Occurrence<'_>) -> bool {
        let matched = &occurrence.matched;
        matched.particle().is_none()
            && self.defines(occurrence.segment(), matched.span(), Some(matched.entry))
    }

    /// Whether the part defines what stands at `name` of a segment, and is perhaps a
    /// name of `entry`.
    pub(super) fn defines(&self, number: usize, name: Span, entry: Option<&Entry>) -> bool {
        let part = self.part;
        let segment = &part.segments[number];
        let name = name.shifted(segment.prose.start);
        let is_around = |area: &&Area| area.prose.contains(name);
        let mut terms = part.areas_at(segment, name, AreaKind::Term);
        let defining = match terms.find(is_around) {
            Some(area) => area.prose,
            None if self.sections.get_or_init(|| sections(part))[number] => segment.prose,
            None => return false,
        };
        let (start, end) = (name.start - defining.start, name.end - defining.start);
        is_defined(&part.prose[defining.range()], start, end, entry)
    }
}

/// How far the other names of a term reach at most, before it and in brackets behind
/// it, and the tag of a heading, in bytes. Nothing is read beyond: a paragraph can be
/// long.
const LONGEST: usize = 200;

/// Whether a term stands alone in its block, or in front of what it means.
fn is_defined(text: &str, start: usize, end: usize, entry: Option<&Entry>) -> bool {
    if start > LONGEST {
        return false;
    }
    let before = text[..start].trim();
    let mut behind = &text[end..text.floor_char_boundary(end + 2 * LONGEST)];
    behind = behind.trim_start();
    if let Some(rest) = behind.strip_prefix('(') {
        let Some((_, rest)) = rest.split_once(')') else {
            return false;
        };
        behind = rest.trim_start();
    }
    let is_apart = behind.is_empty()
        || behind.starts_with([':', '–', '—', '=', ',', '/'])
        || ["- ", "is ", "are ", "means ", "refers to ", "stands for "]
            .iter()
            .any(|sign| behind.starts_with(sign));
    is_apart && (before.is_empty() || is_other_name(before, entry))
}

/// `SLA, service level agreement: …`; `Burn rate / runway: …`; `The cloud: …`.
fn is_other_name(before: &str, entry: Option<&Entry>) -> bool {
    let name = before.trim_end_matches([',', '/', '(', ' ']);
    let folded = fold(name);
    let is_name = |entry: &Entry| {
        let names = entry.expansion.iter().chain(&entry.aliases);
        names
            .map(String::as_str)
            .chain([&*entry.term])
            .any(|known| fold(known) == folded)
    };
    ["a", "an", "the", "to"].contains(&&*folded) || entry.is_some_and(is_name)
}

fn sections(part: &Part<'_>) -> Vec<bool> {
    // The level of the heading that opened the section.
    let mut open: Option<u8> = None;
    part.segments
        .iter()
        .map(|segment| {
            if let SegmentKind::Heading(level) = segment.kind {
                if open.is_some_and(|outer| level <= outer) {
                    open = None;
                }
                if open.is_none() && names_glossary(part.text(segment)) {
                    open = Some(level);
                    return false;
                }
            }
            open.is_some()
        })
        .collect()
}

/// A heading of few words, one of which says that words are explained.
fn names_glossary(heading: &str) -> bool {
    let folded = fold(heading);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    let is_name = |word: &&str| NAMES.contains(word);
    let of_law = ["terms of", "terms and conditions"];
    let is_named = words.iter().any(is_name) && !of_law.iter().any(|words| folded.contains(words));
    words.len() <= 6 && (is_named || folded.contains("words used"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glossary_is_known_by_its_heading() {
        for (heading, expected) in [
            ("Glossary", true),
            ("Terms and abbreviations", true),
            ("2. Definitions", true),
            ("Words used here", true),
            ("Terms and conditions", false),
            ("Terms of service", false),
            ("How we wrote the glossary of our whole company", false),
            ("Release notes", false),
        ] {
            assert_eq!(names_glossary(heading), expected, "{heading}");
        }
    }
}

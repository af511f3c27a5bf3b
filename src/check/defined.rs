//! Words that a document's own glossary defines: below a heading such as *Glossary*,
//! the term in front of its meaning, in a list, a table, a definition list or a
//! heading of its own. There it is no jargon; what its meaning says can be.

use super::Occurrence;
use crate::document::{Part, Segment, SegmentKind};
use crate::glossary::term::Entry;
use crate::text::fold::fold;

/// What a glossary in a document is called.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "abbreviations", "acronyms", "definitions", "glossary", "jargon", "nomenclature", "terminology", "terms",
    "vocabulary",
];

/// The sections of a part that define words, looked for when a word is first asked
/// about.
pub(super) struct Definitions<'p> {
    part: &'p Part<'p>,
    /// For each segment whether it stands in such a section.
    sections: Option<Vec<bool>>,
}

impl<'p> Definitions<'p> {
    pub(super) fn of(part: &'p Part<'p>) -> Self {
        Self {
            part,
            sections: None,
        }
    }

    /// Whether the part defines a term where it occurs.
    pub(super) fn define(&mut self, occurrence: &Occurrence<'_>) -> bool {
        let part = self.part;
        let segment = &part.segments[occurrence.segment];
        let sections = self.sections.get_or_insert_with(|| sections(part));
        let matched = &occurrence.matched;
        sections[occurrence.segment]
            && matched.particle.is_none()
            && is_defined(
                part.text(segment),
                matched.span.start,
                matched.span.end,
                matched.entry,
            )
    }
}

/// How far the other names of a term reach at most, before it and in brackets behind
/// it, and the tag of a heading, in bytes. Nothing is read beyond: a paragraph can be
/// long.
const LONGEST: usize = 200;

/// Whether a term stands alone in its block, or in front of what it means.
fn is_defined(text: &str, start: usize, end: usize, entry: &Entry) -> bool {
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
        || behind.starts_with("- ");
    is_apart && (before.is_empty() || is_other_name(before, entry))
}

/// `SLA, service level agreement: …`; `Burn rate / runway: …`; `The cloud: …`.
fn is_other_name(before: &str, entry: &Entry) -> bool {
    let name = before.trim_end_matches([',', '/', '(', ' ']);
    let folded = fold(name);
    ["a", "an", "the", "to"].contains(&&*folded)
        || entry
            .expansion
            .iter()
            .chain(&entry.aliases)
            .map(String::as_str)
            .chain([&*entry.term])
            .any(|known| fold(known) == folded)
}

fn sections(part: &Part<'_>) -> Vec<bool> {
    // The level of the heading that opened the section.
    let mut open: Option<u8> = None;
    part.segments
        .iter()
        .map(|segment| {
            if segment.kind == SegmentKind::Heading {
                if open.is_some_and(|outer| level(part, segment) <= outer) {
                    open = None;
                }
                if open.is_none() && names_glossary(part.text(segment)) {
                    open = Some(level(part, segment));
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
    words.len() <= 6 && words.iter().any(is_name) && !folded.contains("terms of")
}

/// The level of a heading, from its markup.
fn level(part: &Part<'_>, heading: &Segment) -> u8 {
    let span = part.source_span(heading, heading.prose);
    let before = &part.source[..span.start];
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start();
    let signs = line.bytes().take_while(|byte| *byte == b'#').count();
    if signs > 0 {
        return u8::try_from(signs).unwrap_or(6);
    }
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST))..];
    let digit = near.rfind("<h").or_else(|| near.rfind("<H"));
    let digit = digit.and_then(|at| near[at + 2..].chars().next()?.to_digit(10));
    if let Some(level) = digit.filter(|_| line.contains('<')) {
        return u8::try_from(level).unwrap_or(6);
    }
    let behind = part.source[span.end..]
        .split('\n')
        .nth(1)
        .unwrap_or_default();
    if behind.trim_start().starts_with('=') {
        1
    } else {
        2
    }
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
            ("Words used here", false),
            ("Terms of service", false),
            ("How we wrote the glossary of our whole company", false),
            ("Release notes", false),
        ] {
            assert_eq!(names_glossary(heading), expected, "{heading}");
        }
    }
}

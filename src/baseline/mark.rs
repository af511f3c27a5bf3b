//! What a finding is recognised by when its text has moved: the rule and the
//! sentence as a reader sees it, without markup, line breaks and indentation. Made
//! only for a baseline or for fingerprints, from the document that was checked.

use std::collections::HashMap;
use std::fmt;

use serde::Deserialize;

use super::Key;
use crate::document::{Document, Part, Piece, Segment};
use crate::english::sentence;
use crate::finding::{Finding, Location};
use crate::text::position::lines_near;
use crate::text::span::Span;

/// How much of a sentence without an end is looked at, to either side, in bytes.
const MOST: usize = 1024;

/// How much of a line is looked at, to either side, where it stands for a sentence.
const LONGEST_LINE: usize = 8 * 1024;

/// A finding as it is known from run to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its rule and its sentence.
    pub key: Key,
    /// Which of the document's findings with that key it is, from 1.
    pub occurrence: usize,
    /// The word as it stands, on one line.
    pub text: String,
}

/// A sentence, as the 64-bit FNV-1a hash of its words with single spaces between
/// them, in UTF-8: the same on every platform and in every version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct Sentence(u64);

impl Sentence {
    /// The hash of a sentence, however it is laid out.
    pub fn of(text: &str) -> Self {
        Self(fnv1a(one_line(text).as_bytes()))
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl TryFrom<String> for Sentence {
    type Error = String;

    fn try_from(digits: String) -> Result<Self, String> {
        let hex = digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u64::from_str_radix(&digits, 16).ok().filter(|_| hex);
        number
            .map(Self)
            .ok_or_else(|| format!("`{digits}` is no sentence's hash: those have 16 digits 0-9a-f"))
    }
}

/// FNV-1a with its published parameters for 64 bits
/// (<http://www.isthe.com/chongo/tech/comp/fnv/>, RFC 9923).
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The marks of a document's findings, one for each.
pub fn marks(document: &Document<'_>, findings: &[Finding]) -> Vec<Mark> {
    if findings.is_empty() {
        return Vec::new();
    }
    let blocks: Vec<Blocks> = document.parts.iter().map(Blocks::of).collect();
    made(findings, |finding| {
        around(document, &blocks, &finding.location)
    })
}

/// The marks of findings in a text whose sentences nobody knows: its lines, or the
/// blocks of the findings, stand for them.
pub fn marks_of_lines<'t>(text: &'t str, findings: &'t [Finding]) -> Vec<Mark> {
    let lines = |finding: &'t Finding| match &finding.block {
        Some(block) => block.text.as_str(),
        None => {
            let at = finding.location.span;
            &text[lines_near(text, at.start, at.end, LONGEST_LINE)]
        }
    };
    made(findings, lines)
}

fn made<'t>(findings: &'t [Finding], sentence: impl Fn(&'t Finding) -> &'t str) -> Vec<Mark> {
    let mut seen: HashMap<Key, usize> = HashMap::new();
    let mark = |finding: &'t Finding| {
        // What is said once in a document is the same wherever it stands.
        let sentence = match &finding.once {
            Some(once) => Sentence::of(once),
            None => Sentence::of(sentence(finding)),
        };
        let key = Key {
            rule: finding.rule.clone(),
            sentence,
        };
        let occurrence = seen.entry(key.clone()).or_default();
        *occurrence += 1;
        Mark {
            occurrence: *occurrence,
            key,
            text: one_line(&finding.text),
        }
    };
    findings.iter().map(mark).collect()
}

/// The sentence around a place; of what is no prose, as a directive, the lines.
fn around<'d>(document: &'d Document<'_>, blocks: &[Blocks], at: &Location) -> &'d str {
    let Some(part) = document.parts.get(at.part) else {
        return "";
    };
    let found = blocks.get(at.part).and_then(|blocks| blocks.at(at.span));
    let Some((segment, prose)) = found else {
        return &part.source[lines_near(&part.source, at.span.start, at.span.end, LONGEST_LINE)];
    };
    let text = part.text(segment);
    let at = prose - segment.prose.start;
    &text[sentence::bounds(text, at..at, MOST)]
}

/// The pieces of a part in the order of its source.
struct Blocks<'d>(Vec<(Piece, &'d Segment)>);

impl<'d> Blocks<'d> {
    fn of(part: &'d Part<'_>) -> Self {
        let segments = part.segments.iter();
        let mut pieces: Vec<_> = segments
            .flat_map(|segment| {
                let pieces = part.pieces(segment, segment.prose);
                pieces.map(move |piece| (piece, segment))
            })
            .collect();
        pieces.sort_by_key(|(piece, _)| (piece.source.start, piece.source.end));
        Self(pieces)
    }

    /// The block that has the start of `source`, and where in the prose that is.
    fn at(&self, source: Span) -> Option<(&'d Segment, usize)> {
        let from = self
            .0
            .partition_point(|(piece, _)| piece.source.end <= source.start);
        let piece = self.0.get(from);
        let (piece, segment) = piece.filter(|(piece, _)| piece.source.overlaps(source))?;
        let into = source.start.saturating_sub(piece.source.start);
        Some((segment, (piece.prose.start + into).min(piece.prose.end)))
    }
}

/// Words with single spaces between them.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        // From the test vectors of RFC 9923 and of its authors.
        let table = [
            ("", "cbf29ce484222325"),
            ("a", "af63dc4c8601ec8c"),
            ("foobar", "85944171f73967e8"),
        ];
        for (text, hash) in table {
            assert_eq!(Sentence::of(text).to_string(), hash);
            assert_eq!(Sentence::try_from(hash.to_owned()), Ok(Sentence::of(text)));
        }
    }

    #[test]
    fn layout_is_no_part_of_a_sentence() {
        let of = Sentence::of;
        assert_eq!(of("We use\r\n  it.\t"), of("We use it."));
        assert_ne!(of("We use it."), of("We used it."));
    }
}

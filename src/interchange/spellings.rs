//! Other linters look for patterns, a glossary for spellings. A pattern that stands
//! for a few spellings is written out; one that stands for many, or looks at what
//! is around, is not a spelling and stays behind.

use regex_syntax::hir::{Class, Hir, HirKind, Look};

/// How many spellings one pattern may have.
const MOST: usize = 40;

/// The spellings that a pattern stands for, in its order; `None` if they are too
/// many or no spellings. A word bound at the ends goes without saying.
pub(super) fn of(pattern: &str) -> Option<Vec<String>> {
    let hir = regex_syntax::ParserBuilder::new()
        .build()
        .parse(pattern)
        .ok()?;
    let mut spellings: Vec<String> = Vec::new();
    for spelling in expand(&hir, Place::Whole)? {
        let spelling = spelling.trim().to_owned();
        if spelling.is_empty() {
            return None;
        }
        if !spellings.contains(&spelling) {
            spellings.push(spelling);
        }
    }
    (!spellings.is_empty()).then_some(spellings)
}

/// Where a part of a pattern stands: at its start, its end, both or neither.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Whole,
    Start,
    End,
    Inside,
}

impl Place {
    /// The place of part `index` of `count`.
    fn of_part(self, index: usize, count: usize) -> Self {
        let first = index == 0 && matches!(self, Self::Whole | Self::Start);
        let last = index + 1 == count && matches!(self, Self::Whole | Self::End);
        match (first, last) {
            (true, true) => Self::Whole,
            (true, false) => Self::Start,
            (false, true) => Self::End,
            (false, false) => Self::Inside,
        }
    }
}

fn expand(hir: &Hir, place: Place) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Empty => Some(vec![String::new()]),
        HirKind::Literal(literal) => {
            let text = std::str::from_utf8(&literal.0).ok()?;
            Some(vec![text.to_owned()])
        }
        HirKind::Class(Class::Unicode(class)) => {
            let ranges = class.ranges().iter();
            let chars: Vec<String> = ranges
                .flat_map(|range| range.start()..=range.end())
                .take(MOST + 1)
                .map(String::from)
                .collect();
            (chars.len() <= MOST).then_some(chars)
        }
        HirKind::Class(Class::Bytes(_)) => None,
        HirKind::Look(Look::WordUnicode | Look::WordAscii) => {
            (place != Place::Inside).then(|| vec![String::new()])
        }
        HirKind::Look(_) => None,
        HirKind::Repetition(repetition) => {
            let most = repetition.max.filter(|most| *most <= 3)?;
            let once = expand(&repetition.sub, Place::Inside)?;
            let mut all = Vec::new();
            for times in repetition.min..=most {
                let mut some = vec![String::new()];
                for _ in 0..times {
                    some = joined(&some, &once)?;
                }
                all.extend(some);
            }
            (all.len() <= MOST).then_some(all)
        }
        HirKind::Capture(capture) => expand(&capture.sub, place),
        HirKind::Concat(parts) => {
            let mut all = vec![String::new()];
            for (index, part) in parts.iter().enumerate() {
                all = joined(&all, &expand(part, place.of_part(index, parts.len()))?)?;
            }
            Some(all)
        }
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(expand(part, place)?);
            }
            (all.len() <= MOST).then_some(all)
        }
    }
}

/// Each of `starts` with each of `ends`, if they are not too many.
fn joined(starts: &[String], ends: &[String]) -> Option<Vec<String>> {
    if starts.len() * ends.len() > MOST {
        return None;
    }
    let pairs = starts
        .iter()
        .flat_map(|start| ends.iter().map(move |end| format!("{start}{end}")));
    Some(pairs.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_few_spellings_are_written_out() {
        let cases: &[(&str, &[&str])] = &[
            ("utilize", &["utilize"]),
            ("(?:utilize|make use of)", &["utilize", "make use of"]),
            ("disabled?", &["disable", "disabled"]),
            ("smart ?phone", &["smartphone", "smart phone"]),
            ("back(?:-| )light", &["back-light", "back light"]),
            ("IP[ -]?v4", &["IPv4", "IP v4", "IP-v4"]),
            (r"a\.k\.a|aka", &["a.k.a", "aka"]),
            (r"\bHTTP\b", &["HTTP"]),
            ("(?:previous|prior) to", &["previous to", "prior to"]),
            ("24/7", &["24/7"]),
        ];
        for (pattern, expected) in cases {
            let mut found = of(pattern).unwrap_or_default();
            let mut expected: Vec<String> = expected.iter().map(ToString::to_string).collect();
            found.sort();
            expected.sort();
            assert_eq!(found, expected, "{pattern}");
        }
    }

    #[test]
    fn patterns_that_are_no_spellings_stay_behind() {
        for pattern in [
            r"it is(?!\.)",
            r"\w+",
            r"a.*b",
            r"[a-z]{3}",
            r"a\bb",
            r"(?:a|b|c|d){0,3}(?:e|f|g)",
            r"^x",
            r"x?",
            "(",
            "",
        ] {
            assert_eq!(of(pattern), None, "{pattern}");
        }
    }
}

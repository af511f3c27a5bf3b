//! Which abbreviations a document spells out, and where it first does: by their
//! initials, by a note, or because markup or its own glossary defines them. What the
//! author means holds, whatever a glossary calls the abbreviation.

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::beside::{is_made_of_initials, places};
use super::defined::Definitions;
use super::explained::{Block, has_footnote};
use crate::document::{Document, Part, SegmentKind};
use crate::english::abbreviation::{abbreviations, looks_abbreviated, without_plural};
use crate::text::span::Span;
use crate::text::word::OBJECT;

/// A place in a document: its part, and a byte of that part's prose.
pub(super) type Spot = (usize, usize);

/// The abbreviations of a document, looked for when one is first asked about.
pub(super) struct Introductions<'d> {
    document: &'d Document<'d>,
    spelled_out: OnceCell<FxHashMap<&'d str, Spot>>,
}

impl<'d> Introductions<'d> {
    pub(super) fn of(document: &'d Document<'d>) -> Self {
        Self {
            document,
            spelled_out: OnceCell::new(),
        }
    }

    /// Where the document first spells out an abbreviation, given without the `s` of
    /// its plural.
    pub(super) fn first(&self, letters: &str) -> Option<Spot> {
        let spelled_out = self.spelled_out.get_or_init(|| {
            let mut found = FxHashMap::default();
            for (number, part) in self.document.parts.iter().enumerate() {
                introduced(
                    part,
                    |_| true,
                    |letters, _, at| {
                        let first = found.entry(letters).or_insert((number, at));
                        *first = (number, at).min(*first);
                    },
                );
            }
            found
        });
        spelled_out.get(letters).copied()
    }
}

/// The abbreviations that a part spells out.
pub fn spelled_out<'p>(part: &'p Part<'_>) -> Vec<&'p str> {
    let mut found = Vec::new();
    introduced(part, |_| true, |letters, _, _| found.push(letters));
    found
}

/// Of the blocks that are asked about, those where a document spells out an abbreviation
/// that they do not spell out in what became of it.
pub fn unsaid(
    before: &Document<'_>,
    after: &Document<'_>,
    asked: impl Fn(Block) -> bool,
) -> Vec<Block> {
    let mut unsaid = Vec::new();
    for (index, (part, now)) in before.parts.iter().zip(&after.parts).enumerate() {
        // A name alone in its block may have its full form in the one beside it.
        let near = |number: usize| {
            let near = number.saturating_sub(1)..=number + 1;
            near.map(|number| (index, number))
                .filter(|block| asked(*block))
        };
        let asked_near = |number| near(number).next().is_some();
        let mut said = FxHashSet::default();
        introduced(now, asked_near, |letters, _, _| {
            said.insert(letters);
        });
        introduced(part, asked_near, |letters, number, _| {
            if !said.contains(letters) {
                unsaid.extend(near(number));
            }
        });
    }
    unsaid
}

/// Calls `found` for every place in the segments that are asked about where a part
/// spells an abbreviation out: with its letters, the segment, and where in the prose.
fn introduced<'p>(
    part: &'p Part<'_>,
    asked: impl Fn(usize) -> bool,
    mut found: impl FnMut(&'p str, usize, usize),
) {
    let definitions = Definitions::of(part);
    for (number, segment) in part.segments.iter().enumerate() {
        if segment.kind == SegmentKind::Explanation || !asked(number) {
            continue;
        }
        let text = part.text(segment);
        for name in abbreviations(text).map(Span::from) {
            let letters = without_plural(&text[name.range()]);
            let place = name.shifted(segment.prose.start);
            // A glossary or markup tells readers of all uses.
            if definitions.defines(number, name, None) {
                found(letters, number, 0);
            } else if has_footnote(part, part.source_span(segment, place).end)
                || is_spelled_out(part, number, name, letters)
            {
                found(letters, number, place.start);
            }
        }
        for (at, _) in text.match_indices(OBJECT) {
            let object = Span::new(at, at + OBJECT.len_utf8());
            let source = part.source_span(segment, object.shifted(segment.prose.start));
            if let Some(letters) = code(&part.source[source.range()])
                && is_spelled_out(part, number, object, letters)
            {
                found(letters, number, segment.prose.start + at);
            }
        }
    }
}

/// The abbreviation that a piece of code is: `` `KPI` ``, `\texttt{KPI}`.
fn code(source: &str) -> Option<&str> {
    let code = source.trim_end_matches(|c: char| !c.is_alphanumeric());
    let at = code.rfind(|c: char| !c.is_alphanumeric() && !matches!(c, '&' | '/'));
    let code = &code[at.map_or(0, |at| code.ceil_char_boundary(at + 1))..];
    looks_abbreviated(code).then(|| without_plural(code))
}

fn is_spelled_out(part: &Part<'_>, segment: usize, name: Span, letters: &str) -> bool {
    let mut places = places(part, segment, name).into_iter();
    places.any(|place| is_made_of_initials(place, letters))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format;

    fn spelled(name: &str, source: &str) -> Vec<String> {
        let format = format::by_name(name).unwrap_or_else(format::default);
        let document = format.read(source);
        let mut found: Vec<String> = document
            .parts
            .iter()
            .flat_map(spelled_out)
            .map(str::to_owned)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn the_usual_ways_to_introduce_an_abbreviation_are_known() {
        for source in [
            "Our minimum lovable product (MLP) is out.",
            "Our MLP (minimum lovable product) is out.",
            "Our minimum lovable product, or MLP, is out.",
            "Our MLP, or minimum lovable product, is out.",
            "Our MLP, short for minimum lovable product, is out.",
            "Our minimum lovable product (hereafter MLP) is out.",
            "Our minimum lovable product (the “MLP”) is out.",
            "Our minimum lovable product (MLP/MLPs) is out.",
            "Our first minimum lovable product (First MLP) is out.",
            "Our MLP (i.e. minimum lovable product) is out.",
            "Our MLP (or minimum lovable product) is out.",
            "Our MLP (“minimum lovable product”) is out.",
            "Our MLP, a minimum lovable product, is out.",
            "Our minimum lovable product[^1] (MLP) is out.\n\n[^1]: In May.",
            "Our minimum lovable product a.k.a. MLP is out.",
            "Our MLP/minimum lovable product is out.",
            "Here MLP refers to a minimum lovable product.",
            "By MLP we mean a minimum lovable product.",
            "MLP stands for minimum lovable product.",
            "MLP is short for minimum lovable product.",
            "MLP = minimum lovable product",
            "1. MLP. Minimum lovable product",
            "- **MLP**. Minimum lovable product.",
            "- MLP: minimum lovable product",
            "- **MLP** - minimum lovable product",
            "- Minimum lovable product: MLP",
            "Our minimum lovable product (`MLP`) is out.",
            "Our minimum lovable product（MLP）is out.",
            "Our minimum lovable\nproduct (MLP) is out.",
            "Our [minimum lovable product](x.md) (MLP) is out.",
            "Our *minimum* **lovable** product (**MLP**) is out.",
            "Minimum Lovable Products (MLPs) are out.",
            "# Minimum lovable product (MLP)",
            "| Short | Long |\n|---|---|\n| MLP | minimum lovable product |",
            "| Long | Short |\n|---|---|\n| minimum lovable product | MLP |",
            "| MLP | The minimum lovable product. |\n|---|---|",
            "Our minimum lovable product, in short MLP, is out.",
            "Our minimum lovable product, which we call MLP, is out.",
            "The MLP (i.e. the minimum lovable product) is out.",
            "An <abbr title=\"minimum lovable product\">MLP</abbr> is out.",
            "# Terms\n\n- MLP: what we ship first",
            "# Words used here\n\n## MLP\n\nWhat we ship first.",
            "The MLP[^mlp] is out.\n\n[^mlp]: What we ship first.",
        ] {
            assert_eq!(spelled("markdown", source), ["MLP"], "{source}");
        }
        for (format, source) in [
            ("html", "<dl><dt>MLP</dt><dd>What we ship first.</dd></dl>"),
            ("asciidoc", "== Glossary\n\n* MLP: what we ship first\n"),
            ("asciidoc", "MLP:: What we ship first.\n"),
            ("org", "* Glossary\n- MLP :: what we ship first\n"),
            ("rst", "Glossary\n========\n\n- MLP: what we ship first\n"),
            ("latex", "\\section{Glossary}\n\nMLP: what we ship first\n"),
            ("text", "Our minimum lovable product (MLP) is out.\n"),
        ] {
            assert_eq!(spelled(format, source), ["MLP"], "{source}");
        }
    }

    #[test]
    fn abbreviations_are_introduced_in_rows() {
        let long = "minimum lovable products and first quarter targets";
        for row in ["MLPs and FQTs", "MLPs, FQTs", "MLP/FQT", "“MLP” and “FQT”"] {
            for source in [format!("Our {long} ({row})."), format!("{row} ({long}).")] {
                assert_eq!(spelled("markdown", &source), ["FQT", "MLP"], "{source}");
            }
        }
        let three = "A minimum lovable product, a big red button and a first quarter target (MLP, BRB and FQT).";
        assert_eq!(spelled("markdown", three), ["BRB", "FQT", "MLP"]);
        let chance = "Our minimum lovable product and his boat (MLP and FQT).";
        assert_eq!(spelled("markdown", chance), ["MLP"]);
    }

    #[test]
    fn what_stands_beside_by_chance_introduces_nothing() {
        for source in [
            "The office on the second floor (MLP) is out.",
            "We met many members of the alliance (NATO).",
            "Our MLP, or what is left of it, is out.",
            "MLP is the name of our boat.",
            "Most people like it. (MLP)",
            "We saw the MLP. Many little parts of it.",
            "| MLP | yes |\n|---|---|\n| OSPO | no |",
            "# Terms of service\n\n- MLP: sold as it is",
            "An <abbr title=\"MLP\">MLP</abbr> is out.",
        ] {
            assert!(spelled("markdown", source).is_empty(), "{source}");
        }
    }
}

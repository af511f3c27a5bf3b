//! What a finding shows of its place: the source as it stands, and in a document
//! without lines its paragraph; and the findings that have no term.

use std::sync::Arc;

use super::place::Place;
use crate::check::{Oddity, Undefined};
use crate::document::Part;
use crate::finding::{
    Applicability, Block, Finding, Held, Location, Severity, UNDEFINED_ABBREVIATION,
    UNKNOWN_DIRECTIVE, UNUSED_IGNORE,
};
use crate::text::span::Span;

/// The paragraph of a match, in a document without lines.
pub(super) fn of(place: &Place<'_>) -> Option<Arc<Block>> {
    let spot = place.spot?;
    Some(Arc::new(Block {
        spot: spot.clone(),
        text: place.text.to_owned(),
        words: place.matched.whole(),
    }))
}

/// The words of a match as they stand; without the markup between runs.
pub(super) fn words<'d>(place: &Place<'d>, source: Span) -> &'d str {
    match place.spot {
        Some(_) => place.spelled(),
        None => &place.part.source[source.range()],
    }
}

/// The finding of a directive that is odd.
pub(super) fn odd(part: &Part<'_>, location: Location, oddity: &Oddity) -> Finding {
    // Only blocks of documents without lines are named.
    let near = part
        .has_spots()
        .then(|| part.segment_near(location.span.start));
    let block = near
        .flatten()
        .and_then(|number| in_block(part, number, Span::default()));
    let text = match &block {
        Some(_) => "",
        None => &part.source[location.span.range()],
    };
    let (rule, severity) = match oddity {
        Oddity::Unused | Oddity::NoSuchRule { .. } => (UNUSED_IGNORE, Severity::Info),
        // Its author believes that something is silent, or is not any more.
        Oddity::Unknown { .. } => (UNKNOWN_DIRECTIVE, Severity::Warning),
    };
    Finding {
        severity,
        message: about(oddity).into(),
        block,
        ..Finding::of_rule(rule, text, location)
    }
}

fn about(oddity: &Oddity) -> String {
    match oddity {
        Oddity::Unused => "this directive silences nothing".to_owned(),
        Oddity::NoSuchRule { rule, near } => {
            let near = near
                .as_ref()
                .map(|near| format!("; did you mean `{near}`?"));
            format!(
                "no glossary here has the rule `{rule}`{}",
                near.unwrap_or_default()
            )
        }
        Oddity::Unknown { meant: Some(meant) } => {
            format!("this is no directive, so it does nothing; did you mean `dejargon-{meant}`?")
        }
        Oddity::Unknown { meant: None } => "this is no directive, so it does nothing; there are \
             `dejargon-ignore-next-line`, `dejargon-disable`, `dejargon-enable` and \
             `dejargon-ignore-file`"
            .to_owned(),
    }
}

/// The finding of an abbreviation that nobody explains.
pub(super) fn undefined(
    part: &Part<'_>,
    found: &Undefined,
    severity: Severity,
    location: Location,
) -> Finding {
    let word = &part.text(&part.segments[found.segment])[found.span.range()];
    let block = in_block(part, found.segment, found.span);
    let text = match &block {
        Some(_) => word,
        None => &part.source[location.span.range()],
    };
    Finding {
        severity,
        message: format!("\"{word}\" is never spelled out").into(),
        once: Some(found.letters.as_str().into()),
        block,
        applicability: Applicability::Never(Held::Unknown),
        ..Finding::of_rule(UNDEFINED_ABBREVIATION, text, location)
    }
}

/// A stretch of a segment, in a document without lines.
fn in_block(part: &Part<'_>, segment: usize, words: Span) -> Option<Arc<Block>> {
    Some(Arc::new(Block {
        spot: part.spot(segment)?.clone(),
        text: part.text(&part.segments[segment]).to_owned(),
        words,
    }))
}

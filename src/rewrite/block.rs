//! What a finding shows of its place: the source as it stands, and in a document
//! without lines its paragraph.

use std::sync::Arc;

use super::place::Place;
use crate::check::Oddity;
use crate::document::Part;
use crate::finding::{Block, Finding, Location, Severity, UNKNOWN_DIRECTIVE, UNUSED_IGNORE};
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
    let block = part.segment_near(location.span.start).and_then(|number| {
        Some(Arc::new(Block {
            spot: part.spot(number)?.clone(),
            text: part.text(&part.segments[number]).to_owned(),
            words: Span::default(),
        }))
    });
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
        rule: rule.into(),
        severity,
        message: about(oddity),
        text: text.to_owned(),
        location,
        block,
        term: None,
        suggestions: Vec::new(),
        fix: None,
        alternatives: Vec::new(),
        held: None,
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

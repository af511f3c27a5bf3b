//! What a finding shows of its place: the source as it stands, and in a document
//! without lines its paragraph.

use std::sync::Arc;

use super::place::Place;
use crate::document::Part;
use crate::finding::{Block, Finding, Location, Severity, UNUSED_IGNORE};
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

/// The finding of a directive that silences nothing.
pub(super) fn unused_ignore(part: &Part<'_>, location: Location) -> Finding {
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
    Finding {
        rule: UNUSED_IGNORE.into(),
        severity: Severity::Info,
        message: "this directive silences nothing".to_owned(),
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

//! What could be written at a place: its suggestions, the fix that writes the first, and
//! what speaks against it.

use super::place::Place;
use crate::finding::{Fix, Held};
use crate::text::edit::Edit;

/// What could be written at a place.
pub(super) struct Proposal {
    pub(super) suggestions: Vec<String>,
    pub(super) fix: Option<Fix>,
    pub(super) held: Option<Held>,
}

impl Proposal {
    /// Nothing, since nobody asked.
    pub(super) fn unasked() -> Self {
        Self {
            suggestions: Vec::new(),
            fix: None,
            held: None,
        }
    }

    /// Nothing, and why.
    pub(super) fn held(suggestions: Vec<String>, held: Held) -> Self {
        Self {
            suggestions,
            fix: None,
            held: Some(held),
        }
    }

    /// A fix of `edits`, safe if nothing speaks against it.
    pub(super) fn of(
        place: &Place<'_>,
        suggestions: Vec<String>,
        held: Option<Held>,
        edits: Option<Vec<Edit>>,
    ) -> Self {
        match edits {
            None => Self::held(suggestions, held.unwrap_or(Held::Markup)),
            Some(_) if held.is_some_and(|held| !held.unsafe_applies()) => Self {
                suggestions,
                fix: None,
                held,
            },
            Some(edits) => Self {
                suggestions,
                fix: Some(Fix {
                    safe: held.is_none(),
                    edits,
                    segment: place.block.1,
                    note: None,
                }),
                held,
            },
        }
    }
}

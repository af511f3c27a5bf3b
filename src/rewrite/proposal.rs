//! What could be written at a place: its suggestions, the fix that writes the first, and
//! what speaks against it.

use super::place::Place;
use crate::finding::{Applicability, Fix, Held};
use crate::text::edit::Edit;

/// What could be written at a place.
pub(super) struct Proposal {
    pub(super) suggestions: Vec<String>,
    pub(super) fix: Option<Fix>,
    pub(super) applicability: Applicability,
}

impl Proposal {
    /// Nothing, since nobody asked.
    pub(super) fn unasked() -> Self {
        Self {
            suggestions: Vec::new(),
            fix: None,
            applicability: Applicability::Safe,
        }
    }

    /// Nothing, and why.
    pub(super) fn held(suggestions: Vec<String>, held: Held) -> Self {
        Self {
            suggestions,
            fix: None,
            applicability: Applicability::of(Some(held)),
        }
    }

    /// A fix of `edits`, safe if nothing speaks against it.
    pub(super) fn of(
        place: &Place<'_>,
        suggestions: Vec<String>,
        held: Option<Held>,
        edits: Option<Vec<Edit>>,
    ) -> Self {
        let applicability = match edits {
            Some(_) => Applicability::of(held),
            None => Applicability::of(held.or(Some(Held::Markup))),
        };
        let takes_fix = !matches!(applicability, Applicability::Never(_));
        Self {
            suggestions,
            fix: edits.filter(|_| takes_fix).map(|edits| Fix {
                edits,
                segment: place.block.1,
                note: None,
            }),
            applicability,
        }
    }
}

//! What a place has to know of its whole document: the links to its headings, and what
//! stands there beside the prose. Both are looked for when they are first asked about.

use std::cell::OnceCell;

use super::anchors::Anchors;
use crate::document::{Document, Unread};
use crate::english::variety::Variety;
use crate::links::Backlinks;

/// A document around its places.
pub(super) struct Whole<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) anchors: Anchors<'d>,
    /// Its English.
    pub(super) variety: Variety,
    unread: Vec<OnceCell<Unread>>,
}

impl<'d> Whole<'d> {
    /// A document; with `keep_headings` every heading keeps its words.
    pub(super) fn new(
        document: &'d Document<'d>,
        backlinks: Option<&'d dyn Backlinks>,
        keep_headings: bool,
        variety: Variety,
    ) -> Self {
        Self {
            document,
            anchors: Anchors::new(document, backlinks, keep_headings),
            variety,
            unread: document.parts.iter().map(|_| OnceCell::new()).collect(),
        }
    }

    /// What was read as no prose in a part.
    pub(super) fn unread(&self, part: usize) -> &Unread {
        self.unread[part].get_or_init(|| Unread::of(&self.document.parts[part]))
    }
}

//! Blocks of prose and what is marked in them, as a part keeps them.

use std::ops::Range;

use crate::text::span::Span;

/// One block of prose.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Where its prose is, in [`Part::prose`](super::Part::prose).
    pub prose: Span,
    /// What it is.
    pub kind: SegmentKind,
    /// Whether it is somebody else's words (a block quote).
    pub quoted: bool,
    pub(super) pieces: Range<u32>,
    pub(super) areas: Range<u32>,
}

/// What a block of prose is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// Running text: paragraphs, list items, footnotes.
    Text,
    /// A cell of a table.
    Cell,
    /// A heading of that level, 1 for the highest.
    Heading(u8),
    /// A caption of a figure or a table.
    Caption,
    /// The text that stands for an image, or the title of a link.
    ImageText,
    /// A document's title outside its text.
    Title,
    /// An attribute that is read aloud or shown: flagged, never rewritten.
    Attribute,
    /// The explanation of a term, as this program writes them.
    Explanation,
}

impl SegmentKind {
    /// The same, or a cell if it is running text in one.
    #[must_use]
    pub fn in_table(self, in_cell: bool) -> Self {
        if in_cell && self == Self::Text {
            Self::Cell
        } else {
            self
        }
    }
}

/// A stretch inside a segment that is read in another way than the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Where it is, in [`Part::prose`](super::Part::prose).
    pub prose: Span,
    /// What it is.
    pub kind: AreaKind,
}

/// What an area is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AreaKind {
    /// The text of a link.
    LinkText,
    /// Marked up as somebody else's words.
    Quotation,
    /// No prose at all, though it is read as text: a template's placeholder.
    Opaque,
    /// Prose whose place takes no other words: a cell of a drawn table, the name of
    /// a link target, an encoded body. Flagged, never rewritten.
    Fixed,
    /// A name of what the document defines there, short or long: the term of a
    /// definition list, `<dfn>`, `<abbr>` and its title, both sides of `*[API]: …`.
    /// The document explains it, and it is never rewritten.
    Term,
    /// Words that look other than those around, where that is no markup between letters:
    /// a bold run of an office document.
    Emphasis,
}

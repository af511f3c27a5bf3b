//! A document as the rest of the program sees it: parts with a source each, and
//! in every part segments of prose with an exact map back to that source.
//!
//! A segment is one block as a reader sees it: markup dropped, entities decoded,
//! a soft line break a space. What a format knows of a place (a heading, a
//! quotation, a link text) stands on the segment or in its areas; what the words
//! mean is not this module's business.

use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use crate::text::edit::Edit;
use crate::text::span::{Span, narrow};
use crate::text::spot::Spot;

mod decoding;
mod directive;
mod draft;
pub mod front_matter;
mod hiding;
mod lookup;
mod markup;
mod package;
mod piece;
mod segment;
mod shape;
mod unread;

pub use decoding::Decoding;
pub use directive::{Action, Directive};
pub use draft::Draft;
pub use markup::Markup;
pub use package::{Package, Remark, Review, Reviewed};
pub use piece::{Piece, PieceKind};
pub use segment::{Area, AreaKind, Segment, SegmentKind};
pub use shape::Made;
pub use unread::{Standing, Unread};

use piece::{MOST, Pieces};

/// The heading of the section that explains a plain text's terms at its end.
pub const EXPLANATIONS: &str = "Words used here";

/// How a kind of file is read. What it returns points into `source`, so that
/// edits are byte splices and nothing is ever written anew.
pub trait Format: Sync {
    /// The name that `--as` takes.
    fn name(&self) -> &'static str;
    /// File name extensions, in small letters, without the dot.
    fn extensions(&self) -> &'static [&'static str];
    /// The language of its markup.
    fn markup(&self) -> Markup;
    /// The prose of `source`.
    fn read<'s>(&self, source: &'s str) -> Document<'s>;
    /// The format of one file, where this one has a variant for each kind of file.
    /// `None` stands for standard input without a name.
    ///
    /// # Errors
    ///
    /// Why a file of that name cannot be read so, to stand behind its name.
    fn of_file(&self, path: Option<&Path>) -> Result<Option<&'static dyn Format>, String> {
        let _ = path;
        Ok(None)
    }
    /// Whether a text is read alike paragraph by paragraph: no line says how to read
    /// those behind it.
    fn reads_by_paragraph(&self) -> bool {
        false
    }
    /// Adds to the edits of each fix those that must go with them: the row below a
    /// title. The fixes are all that are made, and do not touch each other.
    fn complete(&self, source: &str, fixes: &mut [Vec<Edit>]) {
        if let Some(package) = self.package() {
            package.complete(source, fixes);
        }
    }
    /// How its files are taken apart, where they are no text: `source` is then what
    /// [`Package::unpack`] makes of one.
    fn package(&self) -> Option<&'static dyn Package> {
        None
    }
}

/// A document: one part for a text file, one for each member of a container.
#[derive(Debug, Default)]
pub struct Document<'s> {
    /// The parts, in the order of the file.
    pub parts: Vec<Part<'s>>,
}

/// One source text and its prose.
#[derive(Debug, Default)]
pub struct Part<'s> {
    /// The source, as readable text of the same length as the file's bytes.
    pub source: Cow<'s, str>,
    /// The language of its markup.
    pub markup: Markup,
    /// The prose of all segments, one behind the other.
    pub prose: String,
    /// The blocks, in the order of `prose`.
    pub segments: Vec<Segment>,
    /// Comments that switch rules off, in the order of the source.
    pub directives: Vec<Directive>,
    /// Whether it is said to be in another language than English. What is read all the
    /// same is said to be in English.
    pub foreign: bool,
    /// Labels of the footnotes that the part defines, or the terms that its last
    /// section explains.
    pub footnote_labels: FxHashSet<String>,
    /// Where each segment stands, in a document that has no lines.
    spots: Vec<Spot>,
    pieces: Pieces,
    areas: Vec<Area>,
    /// Where its segments start, once it is needed.
    starts: OnceLock<Vec<(usize, usize)>>,
}

impl<'s> Document<'s> {
    /// A document of one part.
    pub fn of(mut part: Part<'s>) -> Self {
        let may_say = !matches!(part.markup, Markup::Comment | Markup::Runs);
        if may_say && front_matter::is_foreign(&part.source) {
            part.leave();
        }
        Self { parts: vec![part] }
    }
}

impl<'s> Part<'s> {
    /// A part without prose yet.
    pub fn new(source: &'s str, markup: Markup) -> Self {
        Self {
            source: Cow::Borrowed(source),
            markup,
            ..Self::default()
        }
    }

    /// Appends a block and empties the draft. A block without a letter or digit
    /// is dropped: it holds no word; and so is one that nobody could point into.
    pub fn push(&mut self, draft: &mut Draft, kind: SegmentKind, quoted: bool) {
        let fits = self.prose.len() + draft.text.len() <= MOST;
        if fits && draft.text.contains(|c: char| c.is_alphanumeric()) {
            let shift = self.prose.len();
            let (pieces, areas) = (self.pieces.len(), self.areas.len());
            self.prose.push_str(&draft.text);
            self.pieces.append(&draft.pieces, shift);
            self.areas.extend(draft.merged_areas().map(|area| Area {
                prose: area.prose.shifted(shift),
                ..area
            }));
            self.segments.push(Segment {
                prose: Span::new(shift, self.prose.len()),
                kind,
                quoted,
                pieces: narrow(pieces)..narrow(self.pieces.len()),
                areas: narrow(areas)..narrow(self.areas.len()),
            });
        }
        draft.clear();
    }

    /// Leaves out all prose, which is in another language; links to other documents stay.
    pub fn leave(&mut self) {
        self.foreign = true;
        self.prose.clear();
        self.segments.clear();
        self.directives.clear();
        self.spots.clear();
        self.pieces.clear();
        self.areas.clear();
    }

    /// Appends a block of a document that has no lines.
    pub fn push_at(&mut self, draft: &mut Draft, kind: SegmentKind, quoted: bool, spot: &Spot) {
        self.push(draft, kind, quoted);
        if self.spots.len() < self.segments.len() {
            self.spots.push(spot.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `A **user**⏎> story &amp; more.` as a format would build it.
    fn quoted_part() -> Part<'static> {
        let source = "A **user**\n> story &amp; more.";
        let mut draft = Draft::default();
        draft.verbatim(source, Span::new(0, 2));
        draft.verbatim(source, Span::new(4, 8));
        draft.soft_break(source, Span::new(10, 11), 13);
        draft.verbatim(source, Span::new(13, 19));
        draft.decoded("&", Span::new(19, 24));
        draft.verbatim(source, Span::new(24, 30));
        let mut part = Part::new(source, Markup::Plain);
        part.push(&mut draft, SegmentKind::Text, false);
        part
    }

    #[test]
    fn prose_reads_as_a_reader_sees_it() {
        let part = quoted_part();
        assert_eq!(part.prose, "A user story & more.");
    }

    #[test]
    fn spans_of_prose_map_back_to_the_source() {
        let part = quoted_part();
        let segment = &part.segments[0];
        let source_of = |word: &str| {
            let start = part.prose.find(word).expect("the word is in the prose");
            let span = part.source_span(segment, Span::new(start, start + word.len()));
            &part.source[span.range()]
        };
        assert_eq!(source_of("user story"), "user**\n> story");
        assert_eq!(source_of("ser"), "ser");
        assert_eq!(source_of("story & m"), "story &amp; m");
        assert_eq!(source_of("&"), "&amp;");
    }

    #[test]
    fn a_block_without_a_word_is_dropped() {
        let mut part = Part::new("---", Markup::Plain);
        let mut draft = Draft::default();
        draft.verbatim("---", Span::new(0, 3));
        part.push(&mut draft, SegmentKind::Text, false);
        assert!(part.segments.is_empty());
    }
}

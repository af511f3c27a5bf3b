//! Which blocks are in another language than English: they are left alone. A short block
//! says little of itself; then the document decides.

use std::cell::OnceCell;

use super::explained::Block;
use crate::document::Document;
use crate::english::foreign::{Language, Tally};

/// How many words show what a document is in.
const ENOUGH: u32 = 2000;

/// The languages of a document's blocks.
pub(super) struct Languages<'d> {
    document: &'d Document<'d>,
    whole: OnceCell<Language>,
    /// The last block that was asked for, since a block's words are asked for in a row.
    last: Option<(Block, bool)>,
}

impl<'d> Languages<'d> {
    pub(super) fn of(document: &'d Document<'d>) -> Self {
        Self {
            document,
            whole: OnceCell::new(),
            last: None,
        }
    }

    /// Whether a block is in another language.
    pub(super) fn is_foreign(&mut self, block: Block) -> bool {
        if let Some((last, is_foreign)) = self.last
            && last == block
        {
            return is_foreign;
        }
        let part = &self.document.parts[block.0];
        let is_foreign = match Tally::of(part.text(&part.segments[block.1])).language() {
            Language::Foreign => true,
            Language::English => false,
            Language::Unknown => self.whole() == Language::Foreign,
        };
        self.last = Some((block, is_foreign));
        is_foreign
    }

    fn whole(&self) -> Language {
        *self.whole.get_or_init(|| {
            let mut tally = Tally::default();
            for part in &self.document.parts {
                for segment in &part.segments {
                    if tally.words() >= ENOUGH {
                        return tally.language();
                    }
                    tally.add(part.text(segment));
                }
            }
            tally.language()
        })
    }
}

//! Why nothing is written in a place, not even on demand: the words are somebody else's,
//! or named, or stand where no others can; and which plain words are jargon themselves.

use super::Rewriter;
use super::place::Place;
use crate::config::Treatment;
use crate::document::SegmentKind;
use crate::finding::Held;
use crate::matcher::{Around, Found};

impl Rewriter<'_> {
    /// Why nothing is written here, not even on demand.
    pub(super) fn barred(&self, place: &Place<'_>) -> Option<Held> {
        if place.segment.kind == SegmentKind::Attribute {
            Some(Held::Attribute)
        } else if place.is_fixed() {
            Some(Held::Fixed)
        } else if *self.config.quotations == Treatment::Flag && place.is_quoted() {
            Some(Held::Quotation)
        } else if place.is_in_compound() {
            Some(Held::Compound)
        } else if place.is_named() {
            Some(Held::Mention)
        } else {
            None
        }
    }

    /// Whether what would be written is flagged for the same audience.
    pub(super) fn is_jargon(&mut self, words: &str) -> bool {
        if let Some(&known) = self.jargon.get(words) {
            return known;
        }
        let mut jargon = !self.matcher.hidden_verbs(words).is_empty();
        let audience: &str = &self.config.audience;
        let scratch = &mut self.scratch;
        let anywhere = Around::default();
        self.matcher.find(
            words,
            scratch,
            |_| false,
            anywhere,
            |found| {
                if let Found::Match(matched) = found {
                    let entry = matched.entry;
                    jargon |= !entry.is_known_to(audience) && !entry.is_false_friend();
                }
            },
        );
        self.jargon.insert(words.to_owned(), jargon);
        jargon
    }
}

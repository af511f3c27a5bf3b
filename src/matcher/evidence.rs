//! Whose words say that a term is meant. What a rewrite may have written is no evidence
//! of what the author speaks of: else a second run would read the first one's words, and
//! rewrite what the first left. So where only plain words of a project's glossaries open
//! an entry's context, the term is found and its use is not decided.
//!
//! In the bundled glossaries ordinary words are both (`code`, `test`); not to believe
//! them costs more than to leave the few blocks where they would open something.

use super::index::Index;
use super::matched::Match;
use super::place::remark_on;
use super::search::Matcher;
use super::words::words;
use crate::glossary::context::{Surroundings, WINDOW};
use crate::glossary::meaning::starts_with_meaning;
use crate::glossary::term::Entry;
use crate::text::span::Span;
use crate::text::word::{Ending, UNREADABLE, ends_word, starts_word};

impl Matcher {
    /// Whether the context that an entry asks for is there in the author's own words.
    pub(super) fn is_vouched_for(&self, entry: &Entry, around: Surroundings<'_>) -> bool {
        if entry.only_when.is_empty() || self.layers().own_entries().next().is_none() {
            return true;
        }
        let Some(written) = self.written() else {
            return true;
        };
        let Surroundings { text, at, sentence } = around;
        let from = text.ceil_char_boundary(at.start.saturating_sub(WINDOW));
        let upto = text.floor_char_boundary(at.end + WINDOW);
        let near = |span: Span| Span::new(span.start.max(from) - from, span.end.min(upto) - from);
        entry.is_meant(Surroundings {
            text: &without(written, &text[from..upto], near(at)),
            at: near(at),
            sentence: near(sentence),
        })
    }
}

/// Whether a remark behind a match says in the glossary's words what its entry is. Then
/// that is what it means, whatever else the text is about: a rewrite may have changed
/// that, and what it explained would be explained once more.
pub(super) fn says_what_it_is(text: &str, matched: &Match<'_>) -> bool {
    let form = &text[matched.span().range()];
    let remark = remark_on(text, matched.whole());
    remark.is_some_and(|remark| {
        let words = &text[remark.range()];
        let named = words.strip_prefix(form);
        let words = named.map_or(words, |words| words.trim_start_matches([':', ' ']));
        starts_with_meaning(words, matched.entry, form)
    })
}

/// A text in which the spellings of an index cannot be read, but for those that touch
/// `kept`.
fn without(index: &Index, text: &str, kept: Span) -> String {
    let mut rest = String::with_capacity(text.len());
    for word in words(text) {
        if word.start < rest.len() || !starts_word(text, word.start) {
            continue;
        }
        let ends = index.read_at(text, word.start).map(|(_, end)| end);
        let end = ends
            .filter(|end| ends_word(text, *end) != Ending::Open)
            .filter(|end| !Span::new(word.start, *end).overlaps(kept))
            .last();
        if let Some(end) = end {
            rest.push_str(&text[rest.len()..word.start]);
            rest.extend(std::iter::repeat_n(UNREADABLE, end - word.start));
        }
    }
    rest.push_str(&text[rest.len()..]);
    rest
}

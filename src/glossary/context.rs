//! The context in which a term is jargon, as its author wrote it: regular
//! expressions on what stands before, behind, or anywhere in the sentence.

use serde::{Deserialize, Serialize};

use super::pattern::Pattern;
use crate::text::span::Span;

/// How many bytes before and behind a match a context rule sees at most.
pub const WINDOW: usize = 1_000;

/// One table of `only-when` or `never-when`: all that it has must hold.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Context {
    before: Option<Pattern>,
    after: Option<Pattern>,
    sentence: Option<Pattern>,
}

/// What surrounds a match: its block's prose, the match, and its sentence.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'t> {
    /// The prose of the block.
    pub text: &'t str,
    /// The match in it.
    pub at: Span,
    /// The sentence in it, at most [`WINDOW`] bytes to either side of the match.
    pub sentence: Span,
}

impl Context {
    /// A context of the rules that are there.
    pub fn new(before: Option<Pattern>, after: Option<Pattern>, sentence: Option<Pattern>) -> Self {
        Self {
            before,
            after,
            sentence,
        }
    }

    /// Whether all of it holds around a match.
    pub fn holds(&self, around: Surroundings<'_>) -> bool {
        let Surroundings { text, at, sentence } = around;
        let from = text.ceil_char_boundary(at.start.saturating_sub(WINDOW));
        let upto = text.floor_char_boundary(at.end + WINDOW);
        let holds = |rule: &Option<Pattern>, stretch: &str| {
            rule.as_ref()
                .is_none_or(|pattern| pattern.is_match(stretch))
        };
        holds(&self.before, &text[from.min(at.start)..at.start])
            && holds(&self.after, &text[at.end..upto.max(at.end)])
            && holds(&self.sentence, &text[sentence.range()])
    }
}

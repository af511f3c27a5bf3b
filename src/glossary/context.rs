//! The context in which a term is jargon, as its author wrote it: regular
//! expressions on what stands before, behind, or anywhere in the sentence. They
//! are compiled when a match first asks, since most never are.

use std::sync::OnceLock;

use regex::Regex;

use crate::text::span::Span;

/// How many bytes before and behind a match a context rule sees at most.
pub const WINDOW: usize = 1_000;

/// One table of `only-when` or `never-when`: all that it has must hold.
#[derive(Clone, Debug)]
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

/// A regular expression, compiled at its first use.
#[derive(Clone, Debug)]
pub struct Pattern {
    source: String,
    compiled: OnceLock<Option<Regex>>,
}

/// Where a pattern has to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Anywhere.
    Anywhere,
    /// Up to the end of the stretch.
    End,
    /// From the start of the stretch.
    Start,
}

impl Pattern {
    /// A pattern that has to match at `anchor`. It is not compiled yet; `check`
    /// says whether it can be.
    pub fn new(pattern: &str, anchor: Anchor) -> Self {
        let source = match anchor {
            Anchor::Anywhere => pattern.to_owned(),
            Anchor::End => format!("(?:{pattern})$"),
            Anchor::Start => format!("^(?:{pattern})"),
        };
        Self {
            source,
            compiled: OnceLock::new(),
        }
    }

    /// What is wrong with a pattern, in one line.
    pub fn check(pattern: &str) -> Result<(), String> {
        Regex::new(pattern).map(|_| ()).map_err(|error| {
            let text = error.to_string();
            text.lines()
                .last()
                .unwrap_or_default()
                .trim_start_matches("error: ")
                .to_owned()
        })
    }

    fn is_match(&self, stretch: &str) -> bool {
        self.compiled
            .get_or_init(|| Regex::new(&self.source).ok())
            .as_ref()
            .is_some_and(|regex| regex.is_match(stretch))
    }
}

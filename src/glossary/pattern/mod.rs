//! Regular expressions in the sizes that contexts have: short patterns on short
//! stretches, hundreds of them, each asked a few times. A `Regex` takes longer to
//! be built than all of its searches, so a pattern is a small tree that is walked
//! (`program`), which the bundled glossaries bring ready made. What would take
//! the walk too many steps is left to `regex`, whose time is linear.

mod compile;
mod program;

use std::sync::OnceLock;

use regex::Regex;
use regex_syntax::hir::{Class, Hir, HirKind};
use serde::{Deserialize, Serialize};

use compile::compile;
use program::Program;

/// Steps that a walk may take on one stretch.
const MOST_STEPS: u32 = 20_000;

/// Patterns of more steps than these are tried before they are taken: what `regex`
/// refuses would never match.
const LARGE: usize = 5_000;

/// Why a pattern is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPattern {
    /// It is no regular expression; the reason, in one line.
    Syntax(String),
    /// It is more than can be searched for.
    TooBig,
}

/// A regular expression.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pattern {
    source: String,
    anchor: Anchor,
    /// None where it asks for what only `regex` has.
    program: Option<Program>,
    #[serde(skip)]
    regex: OnceLock<Option<Regex>>,
}

/// Where a pattern has to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// Anywhere.
    Anywhere,
    /// Up to the end of the stretch.
    End,
    /// From the start of the stretch.
    Start,
}

impl Pattern {
    /// A pattern that has to match at `anchor`.
    ///
    /// # Errors
    ///
    /// When it is none, or too big to be searched for.
    pub fn new(source: &str, anchor: Anchor) -> Result<Self, NoPattern> {
        let parsed = regex_syntax::parse(source).map_err(|error| {
            let text = error.to_string();
            let reason = text.lines().last().unwrap_or_default();
            NoPattern::Syntax(reason.trim_start_matches("error: ").to_owned())
        })?;
        let pattern = Self {
            source: source.to_owned(),
            anchor,
            program: compile(&parsed, anchor.into()),
            regex: OnceLock::new(),
        };
        if size(&parsed) > LARGE && pattern.regex().is_none() {
            return Err(NoPattern::TooBig);
        }
        Ok(pattern)
    }

    /// Whether a stretch has it where its anchor says.
    pub fn is_match(&self, stretch: &str) -> bool {
        self.program
            .as_ref()
            .and_then(|program| program.is_match(stretch, self.anchor, MOST_STEPS))
            .unwrap_or_else(|| self.regex_finds(stretch))
    }

    fn regex_finds(&self, stretch: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(stretch))
    }

    fn regex(&self) -> Option<&Regex> {
        let source = &self.source;
        let anchored = || match self.anchor {
            Anchor::Anywhere => Regex::new(source),
            Anchor::End => Regex::new(&format!("(?:{source})$")),
            Anchor::Start => Regex::new(&format!("^(?:{source})")),
        };
        self.regex.get_or_init(|| anchored().ok()).as_ref()
    }
}

/// About how many steps a pattern has when its repetitions are written out.
fn size(hir: &Hir) -> usize {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 1,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(Class::Unicode(class)) => class.ranges().len(),
        HirKind::Class(Class::Bytes(class)) => class.ranges().len(),
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min + 1);
            size(&repetition.sub).saturating_mul(times as usize)
        }
        HirKind::Capture(capture) => size(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().map(size).fold(0, usize::saturating_add)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The walk and `regex` agree, on what patterns of glossaries look like and
    /// on what they do not.
    #[test]
    fn the_walk_agrees_with_regex() {
        let patterns = [
            r"(?i)\b(?:command|shell|log-?ins?)\s+",
            r"(?i)\b(?:servers?|repo\w*|boundar(?:y|ies)|K8s)\b",
            r"^\s?[.,;)]|^\s(?:by|on|to)\b",
            r"\s+(?:of\s+(?:people|staff)|\d{1,3}|$)",
            r"\bAI\b",
            r"\B-\B|[^a-z ]{2}",
            r"(?:a|ab|abc)+c$",
            r"(\w+\s)*end",
            r".{2,4}é|straße|(?i)ß",
            r"\b{start}us|\p{Greek}",
            r"the [^,]*$",
            r"[^a]*(?:the)?b \w+",
            r"",
        ];
        let stretches = [
            "",
            "the COMMAND ",
            "a log-in\tto the Servers",
            "repository, boundaries",
            "ab abcc",
            "the AI of people 12 ",
            "ſhell  ",
            "the \u{212a}8s end",
            "café – straße, STRASSE, αβ",
            "a--b \u{301}x us",
            " by ",
            ".)",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa b ",
        ];
        for source in patterns {
            for anchor in [Anchor::Anywhere, Anchor::Start, Anchor::End] {
                let pattern = Pattern::new(source, anchor).expect("a pattern");
                for stretch in stretches {
                    assert_eq!(
                        pattern.is_match(stretch),
                        pattern.regex_finds(stretch),
                        "{source} {anchor:?} in {stretch:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_too_big_is_no_pattern() {
        for source in [
            "((z{1,1000}){1,1000}){1,1000}",
            r"(\w{1,1000}){1,1000}",
            r"\pL{1000}{1000}",
            "(a{1000}|b){1000}{1000}",
        ] {
            for anchor in [Anchor::Anywhere, Anchor::Start, Anchor::End] {
                let refused = Pattern::new(source, anchor).err();
                assert_eq!(refused, Some(NoPattern::TooBig), "{source}");
            }
        }
        for source in [r"\w{1,50}", "(a{1,100}b?){1,100}", r"(?:\w+\s+){0,20}x"] {
            let pattern = Pattern::new(source, Anchor::Anywhere).expect("a pattern");
            assert!(pattern.regex().is_some(), "{source}");
        }
    }

    #[test]
    fn a_walk_that_gets_lost_is_left_to_regex() {
        let pattern = Pattern::new(r"(?:a*)*[bc]", Anchor::Anywhere).expect("a pattern");
        let stretch = "a".repeat(500);
        let program = pattern.program.as_ref().expect("it can be walked");
        assert_eq!(
            program.is_match(&stretch, Anchor::Anywhere, MOST_STEPS),
            None
        );
        assert!(!pattern.is_match(&stretch));
        let deep = Pattern::new(r"^(?:\w\s?)+$", Anchor::Anywhere).expect("a pattern");
        assert!(deep.is_match(&"a ".repeat(5_000)));
    }
}

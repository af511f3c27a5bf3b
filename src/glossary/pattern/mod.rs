//! Regular expressions in the sizes that contexts have: short patterns on short
//! stretches, hundreds of them, each asked a few times. A `Regex` takes longer to
//! be built than all of its searches, so a pattern is a small tree that is walked
//! (`program`), which the bundled glossaries bring ready made. What would take
//! the walk too many steps is left to `regex`, whose time is linear.

mod compile;
mod program;

use std::sync::OnceLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use compile::compile;
use program::Program;

/// Steps that a walk may take on one stretch.
const MOST_STEPS: u32 = 20_000;

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
    /// A pattern that has to match at `anchor`, or what is wrong with it, in one
    /// line.
    pub fn new(source: &str, anchor: Anchor) -> Result<Self, String> {
        let parsed = regex_syntax::parse(source).map_err(|error| {
            let text = error.to_string();
            text.lines()
                .last()
                .unwrap_or_default()
                .trim_start_matches("error: ")
                .to_owned()
        })?;
        Ok(Self {
            source: source.to_owned(),
            anchor,
            program: compile(&parsed, anchor.into()),
            regex: OnceLock::new(),
        })
    }

    /// Whether a stretch has it where its anchor says.
    pub fn is_match(&self, stretch: &str) -> bool {
        self.program
            .as_ref()
            .and_then(|program| program.is_match(stretch, self.anchor, MOST_STEPS))
            .unwrap_or_else(|| self.regex_finds(stretch))
    }

    fn regex_finds(&self, stretch: &str) -> bool {
        let source = &self.source;
        let anchored = || match self.anchor {
            Anchor::Anywhere => Regex::new(source),
            Anchor::End => Regex::new(&format!("(?:{source})$")),
            Anchor::Start => Regex::new(&format!("^(?:{source})")),
        };
        self.regex
            .get_or_init(|| anchored().ok())
            .as_ref()
            .is_some_and(|regex| regex.is_match(stretch))
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
    fn a_walk_that_gets_lost_is_left_to_regex() {
        let pattern = Pattern::new(r"(?:a*)*b", Anchor::Anywhere).expect("a pattern");
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

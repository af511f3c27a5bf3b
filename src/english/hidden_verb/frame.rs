//! Frames: what follows a noun in which a verb hides, and what becomes of it.

use super::super::article::{Article, indefinite};
use super::Verb;
use super::light::Light;
use super::table::{DOING, Row};

/// What follows a noun, and what of it stays.
pub(super) struct Frame {
    link: &'static str,
    pub(super) keeps: Keeps,
    /// The preposition that takes the place of the link, or nothing.
    written: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeps {
    Nothing,
    Preposition,
    Verb,
    Clause,
}

impl Row {
    /// What follows the noun, by the word behind it, if that light verb carries it.
    pub(super) fn frame(&self, light: &Light, link: &str) -> Option<Frame> {
        let carries = |listed: &str| {
            listed == light.verb
                || listed == "do" && DOING.split(", ").any(|verb| verb == light.verb)
        };
        let mut frames = self.frames.split(' ').map(Frame::of);
        let frame = frames.find(|frame| link.eq_ignore_ascii_case(frame.link));
        frame.filter(|_| self.light.split(", ").any(carries))
    }
}

impl Frame {
    fn of(written: &'static str) -> Self {
        let (link, keeps, written) = match (written.strip_suffix('+'), written.split_once('=')) {
            (Some("to"), _) => ("to", Keeps::Verb, ""),
            (Some(link), _) => (link, Keeps::Clause, ""),
            (None, Some((link, kept))) if link == kept => (link, Keeps::Preposition, ""),
            (None, Some((link, other))) => (link, Keeps::Nothing, other),
            (None, None) => (written, Keeps::Nothing, ""),
        };
        Self {
            link,
            keeps,
            written,
        }
    }

    /// The verb of a row that hides behind a light one.
    pub(super) fn verb(&self, row: &Row, light: &Light, adverb: &str) -> Verb {
        let noun = row.noun.split('/').next().unwrap_or_default();
        let article = match indefinite(noun) {
            Some(article) if !MASS.contains(&noun) => Article::as_str(article),
            _ => "",
        };
        let joined = |words: &[&str]| {
            let said: Vec<&str> = words
                .iter()
                .copied()
                .filter(|word| !word.is_empty())
                .collect();
            said.join(" ")
        };
        let (plain, british) = row.verb.split_once('/').unwrap_or((row.verb, ""));
        Verb {
            plain: joined(&[adverb, plain, self.written]),
            british: (!british.is_empty()).then(|| joined(&[adverb, british, self.written])),
            hiding: joined(&[light.verb, article, noun, self.link]),
        }
    }
}

/// Nouns without an article.
#[rustfmt::skip]
const MASS: &[&str] = &[
    "advice", "approval", "assistance", "authorization", "confirmation", "consent",
    "consideration", "contact", "control", "delivery", "emphasis", "encouragement", "guidance",
    "help", "knowledge", "maintenance", "mention", "monitoring", "permission", "protection",
    "provision", "reference", "reliance", "research", "supervision", "support", "testing",
    "thought", "training", "treatment", "trust", "use", "validation", "verification",
];

//! The rules of the glossary linter: what each is called in reports and in
//! `--select`, and how grave it is unless its place says otherwise.

use crate::finding::Severity;

/// A rule of the glossary linter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// The file is not of the format.
    Format,
    /// Two entries of a file claim one form, with nothing to tell them apart.
    DuplicateForm,
    /// A later glossary takes a form of an entry.
    ShadowedForm,
    /// No text can match the entry.
    NeverMatches,
    /// An `except` phrase that excepts nothing.
    UselessException,
    /// An alias that is a form of the term anyway.
    RedundantAlias,
    /// Plain words that lead back to the term.
    PlainCycle,
    /// Plain words that are jargon themselves.
    JargonInPlain,
    /// Plain words that say what a text is about.
    PlainOpensGate,
    /// A definition that needs another term to be known.
    JargonInDefinition,
    /// A definition that says the term again and nothing else.
    CircularDefinition,
    /// A definition of more than thirty words.
    LongDefinition,
    /// An abbreviation with neither expansion nor definition.
    UnexplainedAbbreviation,
    /// Plain words that are too long to stand in for the term.
    LongPlain,
    /// Plain words of another part of speech.
    PartOfSpeech,
    /// An example that does not hold.
    FailingExample,
    /// A `see-also` that no glossary has.
    UnknownSeeAlso,
    /// The day of `review-by` has come.
    ReviewDue,
    /// An entry that is out of order.
    OutOfOrder,
    /// The documents do not use the entry.
    UnusedEntry,
}

impl Rule {
    /// Its name.
    pub fn id(self) -> &'static str {
        self.id_and_severity().0
    }

    /// How grave it is.
    pub fn severity(self) -> Severity {
        self.id_and_severity().1
    }

    fn id_and_severity(self) -> (&'static str, Severity) {
        use Severity::{Error, Info, Warning};
        match self {
            Self::Format => ("lint/format", Error),
            Self::DuplicateForm => ("lint/duplicate-form", Error),
            Self::ShadowedForm => ("lint/shadowed-form", Info),
            Self::NeverMatches => ("lint/never-matches", Warning),
            Self::UselessException => ("lint/useless-exception", Warning),
            Self::RedundantAlias => ("lint/redundant-alias", Info),
            Self::PlainCycle => ("lint/plain-cycle", Error),
            Self::JargonInPlain => ("lint/jargon-in-plain", Warning),
            Self::PlainOpensGate => ("lint/plain-opens-gate", Warning),
            Self::JargonInDefinition => ("lint/jargon-in-definition", Warning),
            Self::CircularDefinition => ("lint/circular-definition", Warning),
            Self::LongDefinition => ("lint/long-definition", Warning),
            Self::UnexplainedAbbreviation => ("lint/unexplained-abbreviation", Warning),
            Self::LongPlain => ("lint/long-plain", Warning),
            Self::PartOfSpeech => ("lint/part-of-speech", Warning),
            Self::FailingExample => ("lint/failing-example", Error),
            Self::UnknownSeeAlso => ("lint/unknown-see-also", Warning),
            Self::ReviewDue => ("lint/review-due", Warning),
            Self::OutOfOrder => ("lint/out-of-order", Info),
            Self::UnusedEntry => ("lint/unused-entry", Warning),
        }
    }
}

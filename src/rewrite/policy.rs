//! What whoever rewrites a document wishes, and what of it an entry allows.

use globset::GlobSet;

use crate::finding::Severity;
use crate::glossary::term::{Entry, Rewrite};
use crate::text::named::Named;

/// How a run rewrites documents, whatever their configuration.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// What becomes of a term.
    pub how: How,
    /// Whether the other suggestions get fixes of their own, to choose from.
    pub alternatives: bool,
    /// Whose terms are rewritten.
    pub rules: Rules,
    /// How grave an abbreviation is that nobody explains; `None`: it is no finding.
    pub undefined: Option<Severity>,
}

/// The rules that a run asks for.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// These; absent: all.
    pub selected: Option<GlobSet>,
    /// But not these.
    pub ignored: GlobSet,
}

impl Rules {
    /// Whether a rule is asked for.
    pub fn take(&self, rule: &str) -> bool {
        let selected = self.selected.as_ref();
        selected.is_none_or(|globs| globs.is_match(rule)) && !self.ignored.is_match(rule)
    }
}

/// What becomes of a term.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum How {
    /// What each entry says.
    #[default]
    AsWritten,
    /// Plain words in its place.
    Replace,
    /// An explanation behind its first use.
    Explain,
    /// A footnote at its first use.
    Footnote,
}

impl Named for How {
    const ALL: &'static [Self] = &[Self::Replace, Self::Explain, Self::Footnote];

    fn name(self) -> &'static str {
        match self {
            Self::AsWritten => "as-written",
            Self::Replace => "replace",
            Self::Explain => "explain",
            Self::Footnote => "footnote",
        }
    }

    fn about(self) -> Option<&'static str> {
        match self {
            Self::AsWritten => None,
            Self::Replace => Some("Put plain words in its place"),
            Self::Explain => Some("Keep it, and explain it at its first use"),
            Self::Footnote => Some("Keep it, and explain it in a footnote"),
        }
    }
}

impl How {
    /// What is done with an entry. What it forbids holds against any wish, and
    /// so does what it says itself where it lacks what the wish needs.
    pub(super) fn applied_to(self, entry: &Entry) -> Rewrite {
        let explainable = !entry.plain.is_empty() || entry.definition.is_some();
        match self {
            _ if entry.is_false_friend() => Rewrite::Never,
            _ if entry.rewrite == Rewrite::Never && entry.rewrite_is_said => Rewrite::Never,
            Self::Replace if !entry.plain.is_empty() => Rewrite::Replace,
            Self::Explain | Self::Footnote if explainable => Rewrite::Explain,
            _ => match entry.rewrite {
                Rewrite::Replace if entry.plain.is_empty() => Rewrite::Never,
                Rewrite::Expand if entry.expansion.is_none() => Rewrite::Never,
                Rewrite::Explain if !explainable => Rewrite::Never,
                rewrite => rewrite,
            },
        }
    }
}

//! What a rule says of a place in a glossary's file, before it is a finding: it
//! knows neither the file's name nor lines and columns, which are the same for
//! every rule.

use super::rule::Rule;
use crate::finding::Severity;
use crate::text::edit::Edit;
use crate::text::span::Span;

/// What a rule says of a place.
#[derive(Debug)]
pub(super) struct Remark {
    pub(super) rule: Rule,
    pub(super) severity: Severity,
    pub(super) span: Span,
    pub(super) message: String,
    /// What to write instead.
    pub(super) suggestions: Vec<String>,
    /// What mends it, if anything does: all of them or none.
    pub(super) edits: Vec<Edit>,
}

impl Remark {
    pub(super) fn new(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity(),
            span,
            message: message.into(),
            suggestions: Vec::new(),
            edits: Vec::new(),
        }
    }
}

//! What becomes of a document: its text, what was found in it, and what was rewritten.

use crate::finding::{Finding, Fix};
use crate::rewrite::{Plan, gathered};

/// A document rewritten.
#[derive(Debug)]
pub struct Translation {
    /// The document as it is now.
    pub bytes: Vec<u8>,
    /// What was found in it before.
    pub findings: Vec<Finding>,
    /// Which of the findings were rewritten.
    pub applied: Vec<bool>,
    /// What was decided about its terms, where it was read as a whole.
    pub plan: Plan,
}

impl Translation {
    /// The same with one finding for each term that has one in a document.
    pub(super) fn gathered(self) -> Self {
        let findings = self.findings.into_iter().zip(self.applied);
        let (findings, applied) = gathered(findings).into_iter().unzip();
        Self {
            findings,
            applied,
            ..self
        }
    }

    /// The fixes that were applied.
    pub fn fixes(&self) -> Vec<&Fix> {
        let findings = self.findings.iter().zip(&self.applied);
        let applied = findings.filter(|(_, applied)| **applied);
        applied
            .filter_map(|(finding, _)| finding.fix.as_ref())
            .collect()
    }
}

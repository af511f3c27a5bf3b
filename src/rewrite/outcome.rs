//! What becomes of an occurrence: a finding, or another place of one. A text can have
//! hundreds of thousands of the same, so only what is reported is spelled out.

use std::sync::Arc;

use super::lines::Lines;
use super::message::message;
use super::place::Place;
use super::{Rewriter, block};
use crate::check::{Checked, Explained};
use crate::document::Document;
use crate::finding::{Applicability, Finding, Fix, Location};
use crate::glossary::term::Rewrite;
use crate::parallel::{shares, side_by_side};

/// More occurrences than these are looked at on all processors.
const MANY: usize = 1 << 14;

/// What becomes of an occurrence.
pub(super) enum Outcome {
    /// A finding.
    Finding(Box<Finding>),
    /// It is another place of one that is said once.
    Again(Applicability),
}

impl Rewriter<'_> {
    /// Of very many occurrences, what becomes of those that do not depend on what is
    /// explained before them, found out on all processors.
    pub(super) fn alone(
        &self,
        document: &Document<'_>,
        checked: &Checked<'_>,
    ) -> Vec<Option<Outcome>> {
        let occurrences = &checked.occurrences;
        if occurrences.len() < MANY {
            return Vec::new();
        }
        let explains = |entry| matches!(self.how(entry), Rewrite::Expand | Rewrite::Explain);
        let each = side_by_side(&shares(occurrences.len()), |share| {
            let mut rewriter = Self::new(self.matcher, self.config, self.policy, self.backlinks);
            rewriter.variety = self.variety;
            let whole = rewriter.whole(document);
            let mut lines = Lines::of(document);
            let indexes = share.clone();
            let outcomes = indexes.map(|index| {
                let occurrence = &occurrences[index];
                let alone = !explains(occurrence.matched.entry);
                alone.then(|| {
                    let location = lines.locate(occurrence.part(), occurrence.source());
                    let place = Place::new(&whole, checked, index);
                    rewriter.outcome(&place, location, &mut Explained::default())
                })
            });
            outcomes.collect::<Vec<_>>()
        });
        each.into_iter().flatten().collect()
    }

    /// What becomes of the occurrence at a place.
    pub(super) fn outcome(
        &mut self,
        place: &Place<'_>,
        location: Location,
        explained: &mut Explained,
    ) -> Outcome {
        let entry = place.matched.entry;
        let proposal = self.propose(place, explained);
        // Each place where a term is replaced asks for an edit of its own.
        let is_replaced =
            self.how(entry) == Rewrite::Replace && place.matched.other_senses().is_empty();
        if !is_replaced && !self.said.insert(entry.once()) && proposal.fix.is_none() {
            return Outcome::Again(proposal.applicability);
        }
        let text = block::words(place, location.span);
        let message = message(place.matched, place.spelled(), &self.readers);
        Outcome::Finding(Box::new(Finding {
            rule: Arc::clone(&entry.rule),
            severity: entry.severity,
            message: self.shared.text(&message),
            text: self.shared.text(text),
            location,
            once: (!is_replaced).then(|| Arc::clone(&entry.term)),
            also: Vec::new(),
            explained: None,
            block: block::of(place),
            term: Some(entry.info()),
            suggestions: self.shared.list(proposal.suggestions),
            fix: proposal.fix,
            applicability: proposal.applicability,
            alternatives: self.alternatives(place),
        }))
    }

    /// The fixes that write each of the plain words, if somebody is to choose.
    fn alternatives(&mut self, place: &Place<'_>) -> Vec<(Fix, Applicability)> {
        let how = self.policy.how.applied_to(place.matched.entry);
        let is_asked = self.policy.rules.take(&place.matched.entry.rule);
        if !self.policy.alternatives || how == Rewrite::Never || !is_asked {
            return Vec::new();
        }
        let plain = 0..place.plain().len();
        plain
            .map(|index| self.replace(place, index))
            .filter_map(|written| Some((written.fix?, written.applicability)))
            .collect()
    }
}

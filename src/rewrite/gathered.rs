//! One term, one finding: what can be mended in one place of a document, or in none,
//! is said once. The finding stands where the fix goes, else at the first use, and
//! knows the other places.

use std::collections::hash_map::Entry;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::finding::{Elsewhere, Finding, Once};

/// The findings of a document while they are made. Which fixes are made is not known
/// yet, so of what is said once each place with a fix has a finding, and the first
/// place; all others are places of that one.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    findings: Vec<Finding>,
    /// The number of the first finding of what is said once.
    firsts: FxHashMap<Once, usize>,
}

impl Gathering {
    /// Adds a finding, which stands behind all that were added.
    pub(super) fn add(&mut self, finding: Finding) {
        match finding.key().map(|key| self.firsts.entry(key)) {
            Some(Entry::Occupied(first)) if finding.fix.is_none() => {
                self.findings[*first.get()].also.push(finding.place());
                return;
            }
            Some(Entry::Vacant(first)) => {
                first.insert(self.findings.len());
            }
            _ => {}
        }
        self.findings.push(finding);
    }

    /// Adds a place of what is said already.
    pub(super) fn add_place(&mut self, of: &Once, place: Elsewhere) {
        if let Some(&first) = self.firsts.get(of) {
            self.findings[first].also.push(place);
        }
    }

    /// The findings so far.
    pub(super) fn so_far(&mut self) -> &mut [Finding] {
        &mut self.findings
    }

    /// The findings, sorted by place.
    pub(super) fn done(mut self) -> Vec<Finding> {
        self.findings
            .sort_by_key(|finding| finding.location.order());
        self.findings
    }
}

/// The findings of a document, each with whether its fix is made: of those that are
/// said [once](Finding::once), one for all places.
pub fn gathered(findings: impl IntoIterator<Item = (Finding, bool)>) -> Vec<(Finding, bool)> {
    let mut gathered: Vec<(Finding, bool)> = Vec::new();
    let mut numbers: FxHashMap<Once, usize> = FxHashMap::default();
    for (finding, made) in findings {
        match finding.key().map(|key| numbers.entry(key)) {
            Some(Entry::Occupied(number)) => {
                let (known, known_made) = &mut gathered[*number.get()];
                let found = (made, finding.fix.is_some());
                let other = if found > (*known_made, known.fix.is_some()) {
                    *known_made = made;
                    std::mem::replace(known, finding)
                } else {
                    finding
                };
                known.take_places(other);
                continue;
            }
            Some(Entry::Vacant(number)) => {
                number.insert(gathered.len());
            }
            None => {}
        }
        gathered.push((finding, made));
    }
    gathered.sort_by_key(|(finding, _)| finding.location.order());
    gathered
}

impl Finding {
    /// What it is known by, if it is said once in a document.
    pub fn key(&self) -> Option<Once> {
        let once = self.once.as_ref()?;
        Some((Arc::clone(&self.rule), Arc::clone(once)))
    }

    /// In how many places it is.
    pub fn places(&self) -> usize {
        1 + self.also.len()
    }

    /// Its own place, as one of another finding.
    fn place(&self) -> Elsewhere {
        let spot = self.block.as_ref().map(|block| &block.spot);
        Elsewhere::new(self.location, spot, self.applicability)
    }

    /// Takes over the places of another finding of the same.
    fn take_places(&mut self, other: Self) {
        let own = other.place();
        let order = |place: &Elsewhere| place.location().order();
        if self.also.len() < other.also.len() {
            let fewer = std::mem::replace(&mut self.also, other.also);
            self.also.extend(fewer);
        } else {
            self.also.extend(other.also);
        }
        self.also.push(own);
        self.also.sort_by_key(order);
    }
}

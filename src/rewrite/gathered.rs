//! One term, one finding: what can be mended in one place of a document, or in none,
//! is said once. The finding stands where the fix goes, else at the first use, and
//! knows the other places.

use std::collections::hash_map::Entry;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::finding::{Elsewhere, Finding, Once};

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
                if found > (*known_made, known.fix.is_some()) {
                    *known_made = made;
                    let before = std::mem::replace(known, finding);
                    known.take_places(before);
                } else {
                    known.stands_also(finding.place());
                }
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
        Elsewhere {
            location: self.location,
            spot: self
                .block
                .as_ref()
                .map(|block| Box::new(block.spot.clone())),
        }
    }

    /// Takes over the places of a finding that stood before it.
    fn take_places(&mut self, before: Finding) {
        let own = before.place();
        self.also = before.also;
        self.stands_also(own);
    }

    fn stands_also(&mut self, place: Elsewhere) {
        let order = |place: &Elsewhere| place.location.order();
        let at = order(&place);
        let number = self.also.partition_point(|other| order(other) <= at);
        self.also.insert(number, place);
    }
}

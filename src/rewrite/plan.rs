//! The plan of a document: which of its nouns keep their names. It is made over all uses
//! of a term before a word is changed. One thing has one name: a noun that the glossary
//! defines is replaced everywhere or nowhere. Where one of its uses has to stay, readers
//! would meet two names and not know that they are one, so it is explained and stays.
//! Nouns without a definition are replaced wherever they can be; verbs, adjectives,
//! adverbs and phrases name no thing and are changed each for itself.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::lines::Lines;
use super::place::Place;
use super::policy::How;
use super::proposal::Proposal;
use super::{Rewriter, echo, elsewhere};
use crate::check::{Checked, Explained, Known};
use crate::document::Document;
use crate::finding::{Applicability, Finding, Held, Location};
use crate::glossary::term::{Entry, PartOfSpeech, Rewrite};

/// What is decided about the nouns of a document. A text that comes in pieces has one
/// plan, which knows what was read so far.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// What is done with each term that it has, by rule.
    done: FxHashMap<Arc<str>, Rewrite>,
    /// The rules of those that would be replaced.
    nouns: FxHashSet<Arc<str>>,
    /// The rules of those that keep their names, and why.
    kept: FxHashMap<Arc<str>, Kept>,
}

/// Why a noun keeps its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It stands in code, an address or a path, first here.
    Code(Location),
    /// The document says itself what it is.
    Explained,
    /// A comment asks to leave a use of it.
    Silenced,
    /// One of its uses has to stay; its finding says why.
    Use,
}

impl Plan {
    /// Why a noun keeps its name, if it does.
    pub fn kept(&self, rule: &str) -> Option<Kept> {
        self.kept.get(rule).copied()
    }

    /// Whether a noun is replaced at all of its places.
    pub fn replaces(&self, rule: &str) -> bool {
        self.nouns.contains(rule) && !self.kept.contains_key(rule)
    }

    /// What is done with a term of the document.
    pub fn done(&self, rule: &str) -> Option<Rewrite> {
        let kept = self.kept(rule).map(|_| Rewrite::Explain);
        kept.or_else(|| self.done.get(rule).copied())
    }

    /// Whether any noun keeps its name.
    pub fn keeps_any(&self) -> bool {
        !self.kept.is_empty()
    }

    /// Lets a noun keep its name.
    pub fn keep(&mut self, rule: Arc<str>, why: Kept) {
        self.kept.entry(rule).or_insert(why);
    }
}

impl Rewriter<'_> {
    /// What is decided about the document.
    pub fn plan(&mut self) -> &mut Plan {
        &mut self.plan
    }

    /// The same, which keeps to a plan that was made.
    #[must_use]
    pub fn following(mut self, plan: Plan) -> Self {
        self.plan = plan;
        self
    }

    /// Makes the plan of a document, and the findings by it, sorted by place. A use has
    /// to stay if no fix of it is taken. `known` is what the text has told before, and
    /// learns what the fixes explain.
    pub fn planned(
        &mut self,
        document: &Document<'_>,
        checked: &Checked<'_>,
        known: &mut Known<'_>,
        accept: &impl Fn(Applicability) -> bool,
    ) -> Vec<Finding> {
        self.keep_known(document, checked, &known.explained);
        let said = known.explained.clone();
        loop {
            known.explained.clone_from(&said);
            let findings = self.findings(document, checked, known);
            let parted: Vec<&Finding> = findings
                .iter()
                .filter(|finding| self.plan.replaces(&finding.rule))
                .filter(|finding| !finding.is_taken(accept))
                .collect();
            if parted.is_empty() {
                return findings;
            }
            for finding in parted {
                self.plan.keep(Arc::clone(&finding.rule), Kept::Use);
            }
        }
    }

    /// Finds the nouns that are to be replaced, and those among them that keep their names
    /// whatever becomes of their findings.
    fn keep_known(
        &mut self,
        document: &Document<'_>,
        checked: &Checked<'_>,
        explained: &Explained,
    ) {
        let mut seen = FxHashSet::default();
        let used = checked.occurrences.iter();
        let used = used.map(|occurrence| occurrence.matched.entry);
        let mut nouns: Vec<&Entry> = used.filter(|entry| seen.insert(&entry.rule)).collect();
        for entry in &nouns {
            let how = self.policy.how.applied_to(entry);
            self.plan.done.insert(Arc::clone(&entry.rule), how);
        }
        nouns.retain(|entry| self.is_to_be_replaced(entry));
        if nouns.is_empty() {
            return;
        }
        let mut lines = Lines::of(document);
        let in_code = elsewhere::uses(document, &checked.occurrences, &nouns);
        for (entry, in_code) in nouns.into_iter().zip(in_code) {
            self.plan.nouns.insert(Arc::clone(&entry.rule));
            let why = if explained.knows(entry) {
                Some(Kept::Explained)
            } else if checked.silenced.contains(&entry.rule) {
                Some(Kept::Silenced)
            } else {
                in_code.map(|(part, at)| Kept::Code(lines.locate(part, at)))
            };
            if let Some(why) = why {
                self.plan.keep(Arc::clone(&entry.rule), why);
            }
        }
    }

    /// Whether an entry is a noun that names a thing, and is to be replaced. Who asks for
    /// plain words everywhere gets them.
    fn is_to_be_replaced(&self, entry: &Entry) -> bool {
        let is_noun = matches!(
            entry.part_of_speech,
            PartOfSpeech::Noun | PartOfSpeech::ProperNoun
        );
        is_noun
            && entry.definition.is_some()
            && self.policy.rules.take(&entry.rule)
            && self.policy.how != How::Replace
            && self.policy.how.applied_to(entry) == Rewrite::Replace
    }

    /// What is done with an entry.
    pub(super) fn how(&self, entry: &Entry) -> Rewrite {
        let kept = self.plan.kept(&entry.rule);
        kept.map_or_else(|| self.policy.how.applied_to(entry), |_| Rewrite::Explain)
    }

    /// What becomes of a use of a noun that keeps its name: the first one with room
    /// explains it, and the others say why they stay.
    pub(super) fn keep(&mut self, place: &Place<'_>, explained: &mut Explained) -> Proposal {
        let explanation = self.explain(place, Rewrite::Explain, explained);
        if explanation.fix.is_some() {
            return explanation;
        }
        let own = self
            .replace(place, echo::unheard(place))
            .applicability
            .held();
        let held = match explanation.applicability.held() {
            Some(Held::LaterUse) => own.unwrap_or(Held::LaterUse),
            _ => own.unwrap_or(Held::OneName),
        };
        Proposal::held(explanation.suggestions, held)
    }
}

//! From occurrences to findings with fixes: the only maker of fixes. The words
//! come from `wording`, what the place says from `place`, `article` repairs what
//! stands before, `first_use` writes explanations, and `splice` turns it all
//! into edits of the source. What is not certain to be right is held back.

use std::collections::{HashMap, HashSet};

use rustc_hash::FxHashSet;

use crate::check::{Checked, Explained, Known};
use crate::config::{Config, Treatment};
use crate::document::Document;
use crate::english::casing::{Capitals, capitalize};
use crate::english::variety::Variety;
use crate::finding::{Applicability, Elsewhere, Finding, Held, Once};
use crate::glossary::term::Rewrite;
use crate::links::Backlinks;
use crate::matcher::{Matcher, ReadingPlace, Scratch};
use crate::text::edit::Taken;
use crate::text::span::Span;

mod advice;
mod anchors;
mod article;
mod barred;
mod block;
mod doubt;
mod echo;
mod elsewhere;
mod first_use;
mod footnotes;
mod frame;
mod gathered;
mod lines;
mod message;
mod named;
mod outcome;
mod place;
mod plan;
mod policy;
mod proposal;
mod room;
mod shared;
mod splice;
mod whole;
mod wording;

pub use footnotes::{Ending, footnotes};
pub use gathered::gathered;
pub use plan::{Kept, Plan};
pub use policy::{How, Policy, Rules};

use article::Before;
use gathered::Gathering;
use lines::Lines;
use message::{readers, senses};
use outcome::Outcome;
use place::Place;
use proposal::Proposal;
use room::{Explanations, Room};
use shared::Shared;
use whole::Whole;
use wording::{Wording, plain_words};

/// What rewriting needs besides the document: what is the same for all of it.
#[derive(Debug)]
pub struct Rewriter<'m> {
    matcher: &'m Matcher,
    config: &'m Config,
    policy: &'m Policy,
    scratch: Scratch,
    /// Whether words that were to be written are jargon to the audience.
    jargon: HashMap<String, bool>,
    /// Labels of the footnotes that fixes write.
    labels: HashSet<String>,
    /// Where terms are explained.
    explanations: Explanations,
    /// Links of other documents to this one.
    backlinks: Option<&'m dyn Backlinks>,
    /// The audience in a sentence: `a public audience`.
    readers: String,
    /// The English of the document.
    variety: Variety,
    /// What is decided about the document's terms.
    plan: Plan,
    /// What findings say in the same words.
    shared: Shared,
    /// What is said once, and has been.
    said: FxHashSet<Once>,
}

impl<'m> Rewriter<'m> {
    /// A rewriter of one document; `backlinks` knows the links of other
    /// documents to its headings.
    pub fn new(
        matcher: &'m Matcher,
        config: &'m Config,
        policy: &'m Policy,
        backlinks: Option<&'m dyn Backlinks>,
    ) -> Self {
        Self {
            matcher,
            config,
            policy,
            scratch: Scratch::default(),
            jargon: HashMap::new(),
            labels: HashSet::new(),
            explanations: Explanations::default(),
            backlinks,
            readers: readers(&config.audience),
            variety: Variety::default(),
            plan: Plan::default(),
            shared: Shared::default(),
            said: FxHashSet::default(),
        }
    }

    /// The findings of a document by its plan, sorted by place. `known` is what the text
    /// has told before, and learns what the fixes explain.
    pub fn findings(
        &mut self,
        document: &Document<'_>,
        checked: &Checked<'_>,
        known: &mut Known<'_>,
    ) -> Vec<Finding> {
        self.variety = known.signs.variety();
        self.explanations = Explanations::of(&checked.explanations);
        self.said.clear();
        let mut found = Gathering::default();
        let mut lines = Lines::of(document);
        let mut alone = self.alone(document, checked).into_iter();
        let whole = self.whole(document);
        // Of fixes that touch each other the one that begins first is made.
        let mut taken = Taken::default();
        for (index, occurrence) in checked.occurrences.iter().enumerate() {
            let location = lines.locate(occurrence.part(), occurrence.source());
            let outcome = alone.next().flatten().unwrap_or_else(|| {
                let place = Place::new(&whole, checked, index);
                self.outcome(&place, location, &mut known.explained)
            });
            let mut finding = match outcome {
                Outcome::Finding(finding) => finding,
                Outcome::Again(applicability) => {
                    let spot = document.parts[occurrence.part()].spot(occurrence.segment());
                    let place = Elsewhere::new(location, spot, applicability);
                    found.add_place(&occurrence.matched.entry.once(), place);
                    continue;
                }
            };
            if finding
                .safe_fix()
                .is_some_and(|fix| !taken.take(&fix.edits))
            {
                finding.leave(Held::Overlap);
            }
            if finding.held() == Some(Held::LaterUse)
                && let Some(&((part, segment), source)) = checked.explained.get(&finding.rule)
            {
                let location = lines.locate(part, source);
                let spot = document.parts[part].spot(segment);
                let place = Elsewhere::new(location, spot, Applicability::Safe);
                finding.explained = Some(Box::new(place));
            }
            found.add(*finding);
        }
        for finding in found.so_far() {
            if !known.explained.knows_rule(&finding.rule) {
                finding.has_no_room_at_all();
            }
        }
        if let Some(severity) = self.policy.undefined {
            for unknown in &checked.undefined {
                let location = lines.locate(unknown.part, unknown.source);
                let part = &document.parts[unknown.part];
                found.add(block::undefined(part, unknown, severity, location));
            }
        }
        for (part, span, oddity) in &checked.oddities {
            let location = lines.locate(*part, *span);
            found.add(block::odd(&document.parts[*part], location, oddity));
        }
        found.done()
    }

    fn whole<'d>(&self, document: &'d Document<'d>) -> Whole<'d>
    where
        'm: 'd,
    {
        let keep_headings = *self.config.headings == Treatment::Flag;
        Whole::new(document, self.backlinks, keep_headings, self.variety)
    }

    fn propose(&mut self, place: &Place<'_>, explained: &mut Explained) -> Proposal {
        let entry = place.matched.entry;
        if !self.policy.rules.take(&entry.rule) {
            return Proposal::unasked();
        }
        if !place.matched.other_senses().is_empty() && !entry.is_false_friend() {
            let senses = senses(place.matched).map(str::to_owned).collect();
            return Proposal::held(senses, Held::Senses);
        }
        if self.plan.kept(&entry.rule).is_some() {
            return self.keep(place, explained);
        }
        match self.policy.how.applied_to(entry) {
            Rewrite::Never => {
                let held = if entry.is_false_friend() {
                    Held::FalseFriend
                } else if entry.plain.is_empty() {
                    Held::NoRewrite
                } else {
                    Held::Forbidden
                };
                Proposal::held(plain_words(place, 0), held)
            }
            Rewrite::Replace => self.replace(place, echo::unheard(place)),
            how @ (Rewrite::Expand | Rewrite::Explain) => self.explain(place, how, explained),
        }
    }

    /// The plain words of that index in the place of the match.
    fn replace(&mut self, place: &Place<'_>, index: usize) -> Proposal {
        let suggestions = plain_words(place, index);
        if let Some(held) = self.barred(place) {
            return Proposal::held(suggestions, held);
        }
        let wording = Wording::of(place, index);
        // Before another noun the article is that noun's.
        let uncountable = wording.uncountable && place.matched.reading.place == ReadingPlace::Own;
        let before = article::before(place, wording.first(), uncountable);
        let held = place
            .doubtful()
            .or_else(|| doubt::doubtful(place, &wording))
            .or_else(|| place.becomes_linked(wording.first()))
            .or_else(|| before.as_ref().err().copied())
            .or_else(|| {
                let plain = place.plain().get(index);
                let is_jargon = plain.is_some_and(|plain| self.is_jargon(plain));
                is_jargon.then_some(Held::JargonInPlain)
            });
        let words = match before {
            // The replacement begins the sentence in the place of the article.
            Ok(Before::Gone {
                begins_sentence: true,
                ..
            }) => capitalize(wording.first(), Capitals::Initial),
            _ => capitalize(wording.first(), place.capitals()),
        };
        let gone = self.gone_behind(place);
        let edits = splice::replaced(place, &words, wording.possessive, gone)
            .and_then(|edits| article::with(edits, before.ok(), place));
        Proposal::of(place, suggestions, held, edits)
    }

    /// The full form or an explanation at the first use.
    fn explain(&mut self, place: &Place<'_>, how: Rewrite, explained: &mut Explained) -> Proposal {
        let footnote = self.policy.how == How::Footnote && how == Rewrite::Explain;
        let room = match self.unexplained(place, how, explained) {
            Some(held) => Err(held),
            None => first_use::room(place, how, footnote, &self.explanations),
        };
        let labels = footnote.then_some(&self.labels);
        let behind = room.unwrap_or_else(|_| Room::behind(place));
        let first_use = first_use::written(place, how, behind, labels);
        let mut suggestions = vec![first_use.shown];
        if how == Rewrite::Explain {
            suggestions.extend(plain_words(place, 0));
        }
        if let Err(held) = room {
            return Proposal::held(suggestions, held);
        }
        let edits = match &first_use.edit {
            first_use::Written::Behind(end, text) => splice::inserted(place, *end, text),
            first_use::Written::Instead(words) => {
                let before = article::before(place, words, false);
                splice::replaced(place, words, None, self.gone_behind(place))
                    .and_then(|edits| article::with(edits, before.ok(), place))
            }
            first_use::Written::AtEnd => Some(Vec::new()),
        };
        if edits.is_some() {
            explained.note(place.matched.entry, place.block);
            if how == Rewrite::Explain && !footnote {
                self.explanations.note(place);
            }
        }
        let mut proposal = Proposal::of(place, suggestions, None, edits);
        if let Some(fix) = &mut proposal.fix {
            self.labels
                .extend(first_use.note.iter().map(|note| note.label.clone()));
            fix.note = first_use.note.map(Box::new);
        }
        proposal
    }

    /// Why a term is not explained in a place, whatever room that has.
    fn unexplained(
        &mut self,
        place: &Place<'_>,
        how: Rewrite,
        explained: &Explained,
    ) -> Option<Held> {
        self.barred(place).or_else(|| {
            let entry = place.matched.entry;
            if explained.knows(entry) {
                Some(Held::LaterUse)
            } else if how == Rewrite::Explain && self.is_jargon(&first_use::meaning(place)) {
                Some(Held::JargonInPlain)
            } else {
                None
            }
        })
    }

    /// The particle behind the match that goes with the fix of the verb around it.
    fn gone_behind(&mut self, place: &Place<'_>) -> Option<Span> {
        let outer = place.outer.as_deref()?;
        let entry = outer.matched.entry;
        let replaces = self.policy.how.applied_to(entry) == Rewrite::Replace
            && self.policy.rules.take(&entry.rule);
        let written = replaces.then(|| self.replace(outer, echo::unheard(outer)))?;
        let is_safe = written.fix.is_some() && written.applicability.is_safe();
        is_safe.then(|| splice::particle(outer)).flatten()
    }
}

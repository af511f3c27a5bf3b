//! From occurrences to findings with fixes: the only maker of fixes. The words
//! come from `wording`, what the place says from `place`, `article` repairs what
//! stands before, `first_use` writes explanations, and `splice` turns it all
//! into edits of the source. What is not certain to be right is held back.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::check::{Checked, Explained, Known};
use crate::config::{Config, Treatment};
use crate::document::Document;
use crate::english::casing::{Capitals, capitalize};
use crate::english::variety::Variety;
use crate::finding::{Applicability, Elsewhere, Finding, Fix, Held, Location};
use crate::glossary::term::Rewrite;
use crate::links::Backlinks;
use crate::matcher::{Matcher, ReadingPlace, Scratch};
use crate::parallel::{shares, side_by_side};
use crate::text::edit::Taken;
use crate::text::span::Span;

mod advice;
mod anchors;
mod article;
mod barred;
mod block;
mod echo;
mod elsewhere;
mod first_use;
mod footnotes;
mod frame;
mod gathered;
mod lines;
mod message;
mod named;
mod place;
mod plan;
mod policy;
mod proposal;
mod room;
mod splice;
mod whole;
mod wording;

pub use footnotes::{Ending, footnotes};
pub use gathered::gathered;
pub use plan::{Kept, Plan};
pub use policy::{How, Policy, Rules};

use article::Before;
use lines::Lines;
use message::{message, readers, senses};
use place::Place;
use proposal::Proposal;
use room::{Explanations, Room};
use whole::Whole;
use wording::{Wording, plain_words};

/// More occurrences than these are looked at on all processors.
const MANY: usize = 1 << 14;

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
        let mut findings = Vec::with_capacity(checked.occurrences.len() + checked.oddities.len());
        let mut lines = Lines::of(document);
        let mut alone = self.alone(document, checked).into_iter();
        let whole = self.whole(document);
        self.explanations = Explanations::of(&checked.explanations);
        // Of fixes that touch each other the one that begins first is made.
        let mut taken = Taken::default();
        for (index, occurrence) in checked.occurrences.iter().enumerate() {
            let done = alone.next().flatten();
            let mut finding = done.unwrap_or_else(|| {
                let location = lines.locate(occurrence.part, occurrence.source);
                let place = Place::new(&whole, checked, index);
                self.finding(&place, location, &mut known.explained)
            });
            if finding
                .safe_fix()
                .is_some_and(|fix| !taken.take(&fix.edits))
            {
                finding.leave(Held::Overlap);
            }
            if finding.held() == Some(Held::LaterUse)
                && let Some(&((part, segment), source)) = checked.explained.get(&finding.rule)
            {
                finding.explained = Some(Box::new(Elsewhere {
                    location: lines.locate(part, source),
                    spot: document.parts[part].spot(segment).cloned().map(Box::new),
                }));
            }
            findings.push(finding);
        }
        for (finding, occurrence) in findings.iter_mut().zip(&checked.occurrences) {
            let is_explained = known.explained.knows(occurrence.matched.entry);
            if finding.held() == Some(Held::NoRoom) && !is_explained {
                finding.leave(Held::NoRoomAtAll);
            }
        }
        if let Some(severity) = self.policy.undefined {
            findings.extend(checked.undefined.iter().map(|found| {
                let location = lines.locate(found.part, found.source);
                block::undefined(&document.parts[found.part], found, severity, location)
            }));
        }
        for (part, span, oddity) in &checked.oddities {
            let location = lines.locate(*part, *span);
            findings.push(block::odd(&document.parts[*part], location, oddity));
        }
        findings.sort_by_key(|finding| (finding.location.part, finding.location.span));
        findings
    }

    fn whole<'d>(&self, document: &'d Document<'d>) -> Whole<'d>
    where
        'm: 'd,
    {
        let keep_headings = *self.config.headings == Treatment::Flag;
        Whole::new(document, self.backlinks, keep_headings, self.variety)
    }

    /// Of very many occurrences, the findings that do not depend on what is explained
    /// before them, made on all processors.
    fn alone(&self, document: &Document<'_>, checked: &Checked<'_>) -> Vec<Option<Finding>> {
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
            let findings = indexes.map(|index| {
                let occurrence = &occurrences[index];
                let alone = !explains(occurrence.matched.entry);
                alone.then(|| {
                    let location = lines.locate(occurrence.part, occurrence.source);
                    let place = Place::new(&whole, checked, index);
                    rewriter.finding(&place, location, &mut Explained::default())
                })
            });
            findings.collect::<Vec<_>>()
        });
        each.into_iter().flatten().collect()
    }

    fn finding(
        &mut self,
        place: &Place<'_>,
        location: Location,
        explained: &mut Explained,
    ) -> Finding {
        let entry = place.matched.entry;
        let block = block::of(place);
        let text = block::words(place, location.span);
        let proposal = self.propose(place, explained);
        // Each place where a term is replaced asks for an edit of its own.
        let is_replaced =
            self.how(entry) == Rewrite::Replace && place.matched.other_senses.is_empty();
        Finding {
            rule: Arc::clone(&entry.rule),
            severity: entry.severity,
            message: message(place.matched, place.spelled(), &self.readers),
            text: text.to_owned(),
            location,
            once: (!is_replaced).then(|| Arc::clone(&entry.term)),
            also: Vec::new(),
            explained: None,
            block,
            term: Some(entry.info()),
            suggestions: proposal.suggestions,
            fix: proposal.fix,
            applicability: proposal.applicability,
            alternatives: self.alternatives(place),
        }
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

    fn propose(&mut self, place: &Place<'_>, explained: &mut Explained) -> Proposal {
        let entry = place.matched.entry;
        if !self.policy.rules.take(&entry.rule) {
            return Proposal::unasked();
        }
        if !place.matched.other_senses.is_empty() && !entry.is_false_friend() {
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
            .or_else(|| wording::doubtful(place, &wording))
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

//! Which of a document's fixes are made. `check` reports them and `translate` writes
//! them, so that the two are one.
//!
//! What a word means is judged on the text as its author wrote it. But what comes out
//! is a text, too: it has to be read as it was meant, and to translate it once more has
//! to change nothing. So the fixes are made, the result is read, its changed blocks are
//! checked, and what does not keep that promise is left in peace and says so. A noun
//! that is replaced everywhere or nowhere then needs another plan.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::translation::Translation;
use super::{Session, complete};
use crate::check::{Block, Checked, Known, check_blocks, unsaid};
use crate::document::{Document, Made, Markup};
use crate::finding::{Applicability, Finding, Fix, Held};
use crate::input::{Input, InputError, readable};
use crate::matcher::Scratch;
use crate::rewrite::{Kept, Plan, Rewriter};
use crate::text::edit::{Edit, Taken, apply, landed};
use crate::text::span::Span;

/// How often fixes are made and the result is read. It most often is right at once;
/// a document that is not after the last is left as it is.
const MOST_ROUNDS: usize = 6;

/// What there is to decide about.
pub(super) struct Draft<'d> {
    pub(super) input: &'d Input,
    pub(super) document: &'d Document<'d>,
    pub(super) checked: &'d Checked<'d>,
    pub(super) findings: Vec<Finding>,
    /// What the text explains, and what the fixes do.
    pub(super) known: &'d Known<'d>,
    /// What is decided about its terms.
    pub(super) plan: &'d Plan,
}

/// What became of a draft.
pub(super) enum Settled {
    /// Its fixes were made.
    Made(Translation),
    /// These nouns cannot be replaced everywhere.
    Parted(Vec<Arc<str>>),
}

impl Settled {
    /// The translation, or `plan` learns why there is none yet.
    pub(super) fn or_keep(self, plan: &mut Plan) -> Option<Translation> {
        match self {
            Self::Made(translation) => Some(translation),
            Self::Parted(rules) => {
                for rule in rules {
                    plan.keep(rule, Kept::Use);
                }
                None
            }
        }
    }
}

/// The fixes that are made, and what comes out.
struct Attempt {
    /// The numbers of their findings.
    findings: Vec<usize>,
    /// The edits of each, with those that go with them.
    fixes: Vec<Vec<Edit>>,
    bytes: Vec<u8>,
}

impl Session {
    /// Makes the fixes of a draft that `accept` takes, as far as they can be made. `read` reads what
    /// the text becomes.
    pub(super) fn settle(
        &self,
        mut draft: Draft<'_>,
        read: impl for<'t> Fn(&'t str) -> Document<'t>,
        accept: &impl Fn(Applicability) -> bool,
    ) -> Result<Settled, InputError> {
        for _ in 0..MOST_ROUNDS {
            let attempt = draft.attempt(accept);
            if attempt.findings.is_empty() {
                return Ok(draft.made(attempt, self.policy.alternatives));
            }
            let text = readable(&attempt.bytes);
            let after = read(&text);
            draft.defines_notes(&attempt, &after)?;
            let mut left = draft.torn(&attempt, &after);
            let mut held = Held::Torn;
            if left.is_empty() {
                left = self.unsettled(&draft, &attempt, &after, accept);
                held = Held::Unsettled;
            }
            drop(text);
            if left.is_empty() {
                return Ok(draft.made(attempt, self.policy.alternatives));
            }
            let rules = left.iter().map(|&finding| &draft.findings[finding].rule);
            let parted: Vec<_> = rules
                .filter(|rule| draft.plan.replaces(rule))
                .cloned()
                .collect();
            if !parted.is_empty() {
                return Ok(Settled::Parted(parted));
            }
            for finding in left {
                draft.findings[finding].leave(held);
            }
        }
        for finding in draft.attempt(accept).findings {
            draft.findings[finding].leave(Held::Unsettled);
        }
        let attempt = draft.attempt(accept);
        Ok(draft.made(attempt, self.policy.alternatives))
    }

    /// The findings whose fixes would have others made when the result is translated: in
    /// a block that changed there is a fix now, it no longer explains what it did, or a noun
    /// that keeps its name no longer has to.
    fn unsettled(
        &self,
        draft: &Draft<'_>,
        attempt: &Attempt,
        after: &Document<'_>,
        accept: &impl Fn(Applicability) -> bool,
    ) -> Vec<usize> {
        let changed = attempt.findings.iter();
        let mut changed: Vec<Block> = changed
            .filter_map(|&number| draft.findings[number].block_to_change())
            .collect();
        changed.sort_unstable();
        changed.dedup();
        let is_changed = |block: Block| changed.binary_search(&block).is_ok();
        let mut known = Known {
            explained: draft.known.explained.outside(is_changed),
            subjects: draft.known.subjects.clone(),
            signs: draft.known.signs.clone(),
            own_names: draft.known.own_names.clone(),
        };
        let checked = check_blocks(
            after,
            &self.matcher,
            &self.config.audience,
            &mut known,
            &mut Scratch::default(),
            is_changed,
        );
        let backlinks = draft.input.backlinks.as_deref();
        let rewriter = Rewriter::new(&self.matcher, &self.config, &self.policy, backlinks);
        let mut rewriter = rewriter.following(draft.plan.clone());
        let findings = rewriter.findings(after, &checked, &mut known);
        let fixable = findings.iter().filter(|finding| finding.is_taken(accept));
        let mut unsettled: Vec<Block> = fixable
            .filter_map(Finding::block_to_change)
            .chain(draft.known.explained.missing_in(&known.explained))
            .chain(unsaid(draft.document, after, is_changed))
            .chain(draft.released(&checked, &findings))
            .collect();
        unsettled.sort_unstable();
        let numbers = attempt.findings.iter().copied();
        numbers
            .filter(|&number| {
                let block = draft.findings[number].block_to_change();
                block.is_some_and(|block| unsettled.binary_search(&block).is_ok())
            })
            .collect()
    }
}

impl Draft<'_> {
    /// Makes the fixes that `accept` takes.
    fn attempt(&self, accept: &impl Fn(Applicability) -> bool) -> Attempt {
        let mut taken = Taken::default();
        let (mut findings, mut chosen) = (Vec::new(), Vec::new());
        for (number, finding) in self.findings.iter().enumerate() {
            let fix = finding.fix.as_ref().filter(|_| finding.is_taken(accept));
            if let Some(fix) = fix.filter(|fix| taken.take(&fix.edits)) {
                findings.push(number);
                chosen.push(fix);
            }
        }
        let fixes = complete(self.input, &chosen);
        let applied = apply(&self.input.bytes, fixes.iter().map(Vec::as_slice));
        Attempt {
            findings,
            fixes,
            bytes: applied.bytes,
        }
    }

    /// The findings whose fixes are not read as they were meant.
    fn torn(&self, attempt: &Attempt, after: &Document<'_>) -> Vec<usize> {
        if self.document.parts.len() != after.parts.len() {
            return attempt.findings.clone();
        }
        let (fixes, places) = self.places(attempt);
        let of_fix = |fix: usize| {
            let start = fixes.partition_point(|&other| other < fix);
            let end = fixes.partition_point(|&other| other <= fix);
            &places[start..end]
        };
        let mut torn = Vec::new();
        for (number, (part, now)) in self.document.parts.iter().zip(&after.parts).enumerate() {
            let here = attempt.findings.iter().enumerate();
            let mut here: Vec<(usize, &Finding, &Fix)> = here
                .map(|(index, &finding)| (index, &self.findings[finding]))
                .filter(|(_, finding)| finding.location.part == number)
                .filter_map(|(index, finding)| Some((index, finding, finding.fix.as_ref()?)))
                .collect();
            here.sort_by_key(|(_, _, fix)| fix.segment);
            let made: Vec<Made<'_>> = here
                .iter()
                .map(|&(index, _, fix)| Made {
                    segment: fix.segment,
                    meant: &fix.edits,
                    places: of_fix(index),
                    is_mark: fix.note.is_some(),
                })
                .collect();
            let torn_here = part.torn_by(now, &made).into_iter();
            torn.extend(torn_here.map(|fix| attempt.findings[here[fix].0]));
        }
        torn
    }

    /// Where the own edits of all fixes stand, in the source and behind all of them, fix by
    /// fix; before that the number of the fix of each.
    fn places(&self, attempt: &Attempt) -> (Vec<usize>, Vec<(Span, Span)>) {
        let numbered = attempt.fixes.iter().enumerate();
        let mut edits: Vec<(usize, &Edit)> = numbered
            .flat_map(|(fix, edits)| edits.iter().map(move |edit| (fix, edit)))
            .collect();
        edits.sort_by_key(|(_, edit)| edit.span);
        let landed = landed(edits.iter().map(|(_, edit)| *edit));
        let is_own = |&(fix, (place, _)): &(usize, (Span, Span))| {
            let fix = self.findings[attempt.findings[fix]].fix.as_ref();
            fix.is_some_and(|fix| fix.edits.iter().any(|edit| edit.span == place))
        };
        let edits = edits.into_iter().zip(landed);
        let places = edits.map(|((fix, edit), now)| (fix, (edit.span, now)));
        let mut places: Vec<_> = places.filter(is_own).collect();
        places.sort_by_key(|(fix, _)| *fix);
        places.into_iter().unzip()
    }

    /// Says so where the footnotes of fixes would be none.
    fn defines_notes(&self, attempt: &Attempt, after: &Document<'_>) -> Result<(), InputError> {
        if self.input.format.markup() != Markup::Markdown {
            return Ok(());
        }
        let defined = |label: &String| {
            let mut parts = after.parts.iter();
            parts.any(|part| part.footnote_labels.contains(label))
        };
        let fixes = attempt.findings.iter();
        let mut notes =
            fixes.filter_map(|&number| self.findings[number].fix.as_ref()?.note.as_ref());
        if notes.all(|note| defined(&note.label)) {
            return Ok(());
        }
        Err(InputError {
            path: self.input.name.clone(),
            message: "its end is inside a block that takes no footnotes; \
                      close the code block or the HTML at its end"
                .to_owned(),
        })
    }

    /// The blocks in which a noun has to stay now, and stays in what was `checked` again with
    /// these findings for the sake of its one name alone.
    fn released(&self, checked: &Checked<'_>, findings: &[Finding]) -> Vec<Block> {
        let has_to = |held| !matches!(held, Held::OneName | Held::LaterUse);
        let before = self.staying(self.checked, &self.findings, has_to);
        let still = self.staying(checked, findings, has_to);
        let free = self.staying(checked, findings, |held| held == Held::OneName);
        let released = before
            .intersection(&free)
            .filter(|&used| !still.contains(used));
        released.map(|&(_, block)| block).collect()
    }

    /// The nouns that keep their names since a use of them has to stay, each with the blocks
    /// of the uses that stay for `such` a reason.
    fn staying<'c>(
        &self,
        checked: &'c Checked<'_>,
        findings: &[Finding],
        such: impl Fn(Held) -> bool,
    ) -> FxHashSet<(&'c str, Block)> {
        let keeps_name = |finding: &&Finding| self.plan.kept(&finding.rule) == Some(Kept::Use);
        let uses = findings.iter().filter(keeps_name).flat_map(|finding| {
            let uses = finding.uses();
            uses.map(|(location, held)| (&*finding.rule, location.order(), held))
        });
        let stay: FxHashSet<_> = uses
            .filter(|(.., held)| held.is_some_and(&such))
            .map(|(rule, order, _)| (rule, order))
            .collect();
        let uses = checked.occurrences.iter();
        let uses = uses.map(|found| (&*found.matched.entry.rule, found));
        uses.filter(|(rule, found)| stay.contains(&(*rule, (found.part(), found.source()))))
            .map(|(rule, found)| (rule, found.block()))
            .collect()
    }

    /// The document with the fixes made. Where somebody chooses among the fixes, what
    /// goes with them is not known before.
    fn made(self, attempt: Attempt, chooses: bool) -> Settled {
        let mut findings = self.findings;
        let mut applied = vec![false; findings.len()];
        for (number, edits) in attempt.findings.into_iter().zip(attempt.fixes) {
            applied[number] = true;
            if let Some(fix) = findings[number].fix.as_mut().filter(|_| !chooses) {
                fix.edits = edits;
            }
        }
        Settled::Made(Translation {
            bytes: attempt.bytes,
            findings,
            applied,
            plan: Plan::default(),
        })
    }
}

impl Finding {
    /// The block whose words its fix changes, if it has one that changes any.
    fn block_to_change(&self) -> Option<Block> {
        let fix = self.fix.as_ref().filter(|fix| !fix.edits.is_empty());
        fix.map(|fix| (self.location.part, fix.segment))
    }
}

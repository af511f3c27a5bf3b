//! One look at a document: it is read, its fixes are applied but for those that
//! would tear its markup apart, and what came out is read once more. Only where
//! that could still change something another whole look is needed.

use super::{Session, Translation, rewritten};
use crate::check::{Block, Explained, check_blocks};
use crate::document::{Document, SegmentKind};
use crate::finding::{Finding, Fix};
use crate::input::{Input, InputError, guarded, readable};
use crate::matcher::Scratch;
use crate::rewrite::Rewriter;
use crate::text::span::Span;

impl Session {
    /// The document after one look: with every fix that `accept` takes, but for
    /// those that would tear the markup of their block apart. And whether another
    /// look would change nothing.
    pub fn look(
        &self,
        input: &Input,
        accept: &impl Fn(&Fix) -> bool,
    ) -> Result<(Translation, bool), InputError> {
        let text = input.text();
        guarded(&input.name, input.format, || {
            let before = input.format.read(&text);
            let (findings, explained) = self.findings(&before, input.backlinks.as_deref());
            let mut applied: Vec<bool> = findings
                .iter()
                .map(|finding| finding.fix.as_ref().is_some_and(accept))
                .collect();
            let (bytes, settled) = loop {
                let bytes = rewritten(input, &chosen(&findings, &applied))?;
                if bytes == input.bytes {
                    break (bytes, true);
                }
                let text = readable(&bytes);
                let after = input.format.read(&text);
                if !leave_out_torn(&before, &after, &findings, &mut applied) {
                    let settled = self.is_settled(&before, &after, &explained, input, accept);
                    drop(text);
                    break (bytes, settled);
                }
            };
            let translation = Translation {
                bytes,
                findings,
                applied,
            };
            Ok((translation, settled))
        })?
    }

    /// Whether a look at `after`, which `before` became, would change nothing: no
    /// block that changed has a fix now. Blocks that did not change had all of
    /// theirs, if what is explained before them still is.
    fn is_settled(
        &self,
        before: &Document<'_>,
        after: &Document<'_>,
        explained: &Explained,
        input: &Input,
        accept: &impl Fn(&Fix) -> bool,
    ) -> bool {
        let Some(changed) = changed_blocks(before, after) else {
            return false;
        };
        let is_changed = |block: Block| changed.binary_search(&block).is_ok();
        let mut again = explained.outside(is_changed);
        let mut scratch = Scratch::default();
        let checked = check_blocks(
            after,
            &self.matcher,
            &self.audience,
            &mut again,
            &mut scratch,
            is_changed,
        );
        again.covers(explained)
            && Rewriter::new(
                &self.matcher,
                &self.audience,
                &self.policy,
                input.backlinks.as_deref(),
            )
            .findings(after, &checked, &mut again)
            .iter()
            .all(|finding| !finding.fix.as_ref().is_some_and(accept))
    }
}

/// The fixes that are applied.
fn chosen<'f>(findings: &'f [Finding], applied: &[bool]) -> Vec<&'f Fix> {
    findings
        .iter()
        .zip(applied)
        .filter(|(_, applied)| **applied)
        .filter_map(|(finding, _)| finding.fix.as_ref())
        .collect()
}

/// Leaves the fixes out that tear the markup of their blocks apart. Whether there
/// were any.
fn leave_out_torn(
    before: &Document<'_>,
    after: &Document<'_>,
    findings: &[Finding],
    applied: &mut [bool],
) -> bool {
    let parts = before.parts.iter().zip(&after.parts);
    let torn: Vec<Span> = parts
        .filter(|(before, _)| before.markup.can_tear())
        .flat_map(|(before, after)| before.torn_in(after))
        .collect();
    let mut any = false;
    for (finding, applied) in findings.iter().zip(applied) {
        let span = finding.location.span;
        if *applied && torn.iter().any(|block| block.overlaps(span)) {
            *applied = false;
            any = true;
        }
    }
    any
}

/// The blocks that read otherwise in `after`, in order; `None` if it has other
/// blocks than `before`, explanations at its end aside.
fn changed_blocks(before: &Document<'_>, after: &Document<'_>) -> Option<Vec<Block>> {
    let mut changed = Vec::new();
    for (part, (before, after)) in before.parts.iter().zip(&after.parts).enumerate() {
        let added = after.segments.get(before.segments.len()..)?;
        if added
            .iter()
            .any(|segment| segment.kind != SegmentKind::Explanation)
        {
            return None;
        }
        let blocks = before.segments.iter().zip(&after.segments).enumerate();
        for (number, (was, is)) in blocks {
            if was.kind != is.kind || was.quoted != is.quoted {
                return None;
            }
            if before.text(was) != after.text(is) {
                changed.push((part, number));
            }
        }
    }
    Some(changed)
}

//! What `translate` says when it is done: how much was rewritten, and which words were
//! flagged and left, by reason.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use dejargon::finding::{Finding, Held, UNKNOWN_DIRECTIVE};
use dejargon::rewrite::Rules;

use super::terminal;

/// How many words are named for a reason.
const MOST_NAMED: usize = 5;

/// What was flagged and not rewritten, by reason.
#[derive(Default)]
pub(super) struct Left {
    rewritten: usize,
    comments: usize,
    /// Findings on which no comment can stand.
    uncommented: usize,
    reasons: BTreeMap<&'static str, Words>,
    /// Comments that switch nothing off though they were meant to.
    directives: Vec<String>,
}

impl Left {
    /// Counts the findings of the document `name` whose rules are asked for.
    pub(super) fn count(
        &mut self,
        name: &str,
        findings: &[Finding],
        applied: &[bool],
        rules: &Rules,
    ) {
        let unknown = |finding: &&Finding| *finding.rule == *UNKNOWN_DIRECTIVE;
        for finding in findings.iter().filter(unknown) {
            let place = match &finding.block {
                Some(block) => block.spot.to_string(),
                None => format!("`{}`", finding.text),
            };
            let Finding { message, .. } = finding;
            self.directives.push(format!("{name}: {place}: {message}"));
        }
        // A directive that silences nothing has no words to rewrite.
        let flagged = findings.iter().zip(applied);
        let is_asked = |finding: &Finding| finding.term.is_some() && rules.take(&finding.rule);
        for (finding, applied) in flagged.filter(|(finding, _)| is_asked(finding)) {
            if *applied {
                self.rewritten += 1;
                continue;
            }
            let reason = finding
                .held()
                .map_or("they were not accepted", Held::reason);
            let words = self.reasons.entry(reason).or_default();
            words.count += 1;
            if let Some(info) = &finding.term {
                words.name(&info.term);
            }
        }
    }

    pub(super) fn commented(&mut self, comments: usize, remarks: usize) {
        self.comments += comments;
        self.uncommented += remarks - comments;
    }

    pub(super) fn add(&mut self, other: Self) {
        self.rewritten += other.rewritten;
        self.comments += other.comments;
        self.uncommented += other.uncommented;
        self.directives.extend(other.directives);
        for (reason, words) in other.reasons {
            self.reasons.entry(reason).or_default().add(&words);
        }
    }

    pub(super) fn say(&self) {
        for directive in &self.directives {
            terminal::warning(directive);
        }
        if self.uncommented > 0 {
            terminal::note(&format!(
                "{} comments; {} are missing where headers, footers, notes and text boxes take none",
                self.comments, self.uncommented
            ));
        }
        let left: usize = self.reasons.values().map(|words| words.count).sum();
        if left == 0 {
            return;
        }
        terminal::note(&format!(
            "{} rewritten, {left} flagged and left:",
            self.rewritten
        ));
        for (reason, words) in &self.reasons {
            terminal::note(&format!("{:6}  {reason}: {words}", words.count));
        }
    }
}

/// Words that were left for one reason.
#[derive(Default)]
struct Words {
    /// In how many places.
    count: usize,
    /// The first of them, each once.
    named: Vec<Arc<str>>,
    /// Whether there are others.
    more: bool,
}

impl Words {
    fn name(&mut self, term: &Arc<str>) {
        if self.named.contains(term) {
            return;
        }
        if self.named.len() < MOST_NAMED {
            self.named.push(Arc::clone(term));
        } else {
            self.more = true;
        }
    }

    fn add(&mut self, other: &Self) {
        self.count += other.count;
        self.more |= other.more;
        other.named.iter().for_each(|term| self.name(term));
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.named.join(", "))?;
        f.write_str(if self.more { ", …" } else { "" })
    }
}

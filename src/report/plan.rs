//! What `translate` makes of a document, term by term, before it makes it: what is done
//! with each, where, and why not everywhere.

use std::fmt::Write;

use super::wording::counted;
use crate::finding::{Finding, Held, Location};
use crate::glossary::term::Rewrite;
use crate::rewrite::{Kept, Plan};
use crate::text::sanitize::sanitize;

/// A line of the table.
type Row = [String; 4];

const HEAD: [&str; 4] = ["term", "what is done", "where", "what stays, and why"];

/// The plan of a document: a line for each of its terms, in the order of their first
/// uses. `applied` says which of the findings are rewritten.
pub fn plan(name: &str, findings: &[Finding], applied: &[bool], plan: &Plan) -> String {
    let mut terms: Vec<Vec<(&Finding, bool)>> = Vec::new();
    let found = findings.iter().zip(applied.iter().copied());
    for (finding, applied) in found.filter(|(finding, _)| finding.term.is_some()) {
        match terms.iter_mut().find(|uses| uses[0].0.rule == finding.rule) {
            Some(uses) => uses.push((finding, applied)),
            None => terms.push(vec![(finding, applied)]),
        }
    }
    let mut text = format!(
        "{}: {}\n",
        sanitize(name),
        counted(terms.len(), "term", "terms")
    );
    if terms.is_empty() {
        return text;
    }
    let head = HEAD.map(str::to_owned);
    let rows: Vec<Row> = std::iter::once(head)
        .chain(terms.iter().map(|uses| row(uses, plan)))
        .collect();
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or_default()
    };
    let widths = [width(0), width(1), width(2)];
    for [term, done, places, why] in &rows {
        let [first, second, third] = widths;
        let line = format!("  {term:first$}  {done:second$}  {places:third$}  {why}");
        // A text in memory takes everything.
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

fn row(uses: &[(&Finding, bool)], plan: &Plan) -> Row {
    let (first, _) = uses[0];
    let term = first.term.as_ref().map_or("", |term| &term.term);
    let made = || uses.iter().filter(|(_, applied)| *applied);
    let is_explained = plan.done(&first.rule) != Some(Rewrite::Replace);
    let done = match made().next() {
        None => "left",
        Some((finding, _)) => match plan.done(&first.rule) {
            _ if finding.fix.as_ref().is_some_and(|fix| fix.note.is_some()) => "noted",
            Some(Rewrite::Expand) => "spelled out",
            Some(Rewrite::Explain) => "explained",
            _ => "replaced",
        },
    };
    let mut why = Vec::new();
    why.extend(plan.kept(&first.rule).and_then(keeps));
    let mut reasons: Vec<(&str, Vec<String>)> = Vec::new();
    for (finding, _) in uses.iter().filter(|(_, applied)| !applied) {
        let passed = is_explained && finding.held() == Some(Held::LaterUse);
        let Some(held) = finding.held().filter(|_| !passed) else {
            continue;
        };
        let reason = held.reason();
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, places)) => places.push(place(finding)),
            None => reasons.push((reason, vec![place(finding)])),
        }
    }
    let reasons = reasons.into_iter();
    why.extend(reasons.map(|(reason, places)| format!("{reason} ({})", listed(places))));
    let places = made().map(|(finding, _)| place(finding)).collect();
    [
        sanitize(term).into_owned(),
        done.to_owned(),
        listed(places),
        why.join("; "),
    ]
}

/// Why a noun keeps its name, where its uses do not say it.
fn keeps(kept: Kept) -> Option<String> {
    match kept {
        Kept::Code(Location { start, .. }) => Some(format!("code has it, too ({})", start.line)),
        Kept::Explained => Some("the text says what it is".to_owned()),
        Kept::Silenced => Some("a comment asks to leave it".to_owned()),
        Kept::Use => None,
    }
}

/// The line of a finding, or its block where there are no lines.
fn place(finding: &Finding) -> String {
    match &finding.block {
        Some(block) => sanitize(&block.spot.to_string()).into_owned(),
        None => finding.location.start.line.to_string(),
    }
}

/// Places, each once.
fn listed(mut places: Vec<String>) -> String {
    places.dedup();
    places.join(", ")
}

//! What `translate` makes of a document, term by term, before it makes it: what is done
//! with each, where, and why not everywhere.

use std::fmt::Write;

use rustc_hash::FxHashMap;

use super::wording::counted;
use crate::finding::{Finding, Held, Location};
use crate::glossary::term::Rewrite;
use crate::rewrite::{Kept, Plan};
use crate::text::sanitize::sanitize;
use crate::text::span::Span;
use crate::text::spot::Spot;

/// A line of the table.
type Row = [String; 4];

const HEAD: [&str; 4] = ["term", "what is done", "where", "what stays, and why"];

/// A place of a term.
struct Use<'f> {
    finding: &'f Finding,
    order: (usize, Span),
    /// Its line, or its block where there are no lines.
    place: String,
    held: Option<Held>,
    applied: bool,
}

impl<'f> Use<'f> {
    /// The places of a finding; it is rewritten in its own one, if `applied`.
    fn all(finding: &'f Finding, applied: bool) -> impl Iterator<Item = Self> {
        let spot = finding.block.as_ref().map(|block| &block.spot);
        let others = finding.also.iter().map(move |place| Self {
            finding,
            order: place.location().order(),
            place: name(place.spot.as_deref(), place.location()),
            held: place.applicability.held(),
            applied: false,
        });
        let own = Self {
            finding,
            order: finding.location.order(),
            place: name(spot, finding.location),
            held: finding.held(),
            applied,
        };
        std::iter::once(own).chain(others)
    }
}

/// The plan of a document: a line for each of its terms, in the order of their first
/// uses. `applied` says which of the findings are rewritten.
pub fn plan(name: &str, findings: &[Finding], applied: &[bool], plan: &Plan) -> String {
    let found = findings.iter().zip(applied.iter().copied());
    let found = found.filter(|(finding, _)| finding.term.is_some());
    let mut uses: Vec<Use<'_>> = found
        .flat_map(|(finding, applied)| Use::all(finding, applied))
        .collect();
    uses.sort_by_key(|used| used.order);
    let mut terms: Vec<Vec<Use<'_>>> = Vec::new();
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    for used in uses {
        let number = *numbers.entry(&used.finding.rule).or_insert(terms.len());
        match terms.get_mut(number) {
            Some(term) => term.push(used),
            None => terms.push(vec![used]),
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

fn row(uses: &[Use<'_>], plan: &Plan) -> Row {
    let first = uses[0].finding;
    let term = first.term.as_ref().map_or("", |term| &term.term);
    let made = || uses.iter().filter(|used| used.applied);
    let is_explained = plan.done(&first.rule) != Some(Rewrite::Replace);
    let done = match made().next() {
        None => "left",
        Some(Use { finding, .. }) => match plan.done(&first.rule) {
            _ if finding.fix.as_ref().is_some_and(|fix| fix.note.is_some()) => "noted",
            Some(Rewrite::Expand) => "spelled out",
            Some(Rewrite::Explain) => "explained",
            _ => "replaced",
        },
    };
    let mut why = Vec::new();
    why.extend(plan.kept(&first.rule).and_then(keeps));
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    for used in uses.iter().filter(|used| !used.applied) {
        let passed = is_explained && used.held == Some(Held::LaterUse);
        let Some(held) = used.held.filter(|_| !passed) else {
            continue;
        };
        let reason = held.reason();
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, places)) => places.push(&used.place),
            None => reasons.push((reason, vec![&used.place])),
        }
    }
    let reasons = reasons.into_iter();
    why.extend(reasons.map(|(reason, places)| format!("{reason} ({})", listed(places))));
    let places = made().map(|used| &*used.place).collect();
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

/// The line of a place, or its block where there are no lines.
fn name(spot: Option<&Spot>, location: Location) -> String {
    match spot {
        Some(spot) => sanitize(&spot.to_string()).into_owned(),
        None => location.start.line.to_string(),
    }
}

/// Places, each once.
fn listed(mut places: Vec<&str>) -> String {
    places.dedup();
    places.join(", ")
}

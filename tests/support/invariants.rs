//! What holds of every document, whatever it says: findings are where they say,
//! a rewrite touches nothing else, a second one changes nothing, and Markdown
//! keeps its structure.

use std::fmt;
use std::sync::LazyLock;

use dejargon::finding::{Finding, Fix};
use dejargon::input::{Input, readable};
use dejargon::session::{Session, Translation};
use dejargon::text::edit::Edit;
use regex::Regex;

use super::structure::structure;

/// A way in which a document breaks a promise.
#[derive(Debug)]
pub(crate) struct Violation {
    /// Which promise.
    pub(crate) promise: &'static str,
    /// The line of the source, 1-based; 0 where there is none.
    pub(crate) line: usize,
    /// What was seen.
    pub(crate) seen: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}: {}", self.line, self.promise, self.seen)
    }
}

/// What was found in a document, and what is wrong with that.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    /// How many findings there are.
    pub(crate) findings: usize,
    /// How many of them were rewritten.
    pub(crate) rewritten: usize,
    /// In how many passes it came to rest.
    pub(crate) passes: usize,
    /// What is wrong.
    pub(crate) violations: Vec<Violation>,
}

impl Verdict {
    fn add(&mut self, promise: &'static str, line: usize, seen: String) {
        self.violations.push(Violation {
            promise,
            line,
            seen,
        });
    }
}

/// In how many passes a rewritten document has to come to rest.
const MOST_PASSES: usize = 4;

/// Whether all promises hold for a document. A rewrite looks at its own result
/// until nothing changes; each of these passes is made here, too, and watched.
pub(crate) fn verdict(session: &Session, input: &Input) -> Verdict {
    let mut verdict = Verdict::default();
    let mut now = input.clone();
    let mut held: Vec<Finding> = Vec::new();
    loop {
        let Ok((step, _)) = session.look(&now, &|fix: &Fix| fix.safe) else {
            let seen = format!("{:?}", String::from_utf8_lossy(&now.bytes));
            verdict.add("no panic", 0, seen);
            return verdict;
        };
        let next = pass(&now, &step, &mut verdict);
        if verdict.passes == 0 {
            verdict.findings = step.findings.len();
            verdict.rewritten = applied(&step).count();
        }
        if next == now.bytes {
            break;
        }
        verdict.passes += 1;
        if verdict.passes > MOST_PASSES {
            restless(&step, &held, &now.bytes, &next, &mut verdict);
            break;
        }
        now.bytes = next;
        held = step.findings;
    }
    if let Ok(translation) = session.translate(input, |fix| fix.safe)
        && translation.bytes != now.bytes
    {
        let seen = difference(&now.bytes, &translation.bytes);
        verdict.add("nothing outside edits changes", 0, seen);
    }
    if input.format.name() == "markdown" {
        structure_stays(&readable(&input.bytes), &readable(&now.bytes), &mut verdict);
    }
    verdict
}

/// What the fixes of findings make of a document.
fn pass(input: &Input, step: &Translation, verdict: &mut Verdict) -> Vec<u8> {
    let text = readable(&input.bytes);
    places_are_true(&text, &step.findings, verdict);
    edits_are_apart(&text, &step.findings, verdict);
    for (finding, fix) in applied(step) {
        for edit in &fix.edits {
            edits_stay_at_their_finding(&text, finding, edit, verdict);
        }
        lines_stay_lines(&text, finding, fix, verdict);
    }
    let edits = applied(step).flat_map(|(_, fix)| &fix.edits).cloned();
    // A format may have more to edit: the row below a title.
    let edits = input.format.completed(&text, edits.collect());
    spliced(&input.bytes, edits.iter().collect())
}

/// The findings that are rewritten, with their fixes.
fn applied(step: &Translation) -> impl Iterator<Item = (&Finding, &Fix)> {
    let findings = step.findings.iter().zip(&step.applied);
    findings
        .filter(|(_, applied)| **applied)
        .filter_map(|(finding, _)| Some((finding, finding.fix.as_ref()?)))
}

/// What is still rewritten when all should be at rest, and what held it before.
fn restless(now: &Translation, before: &[Finding], old: &[u8], new: &[u8], verdict: &mut Verdict) {
    for (finding, _) in applied(now) {
        let same = |before: &&Finding| before.rule == finding.rule && before.text == finding.text;
        let held: Vec<_> = before
            .iter()
            .filter(same)
            .map(|before| before.held)
            .collect();
        let seen = format!(
            "{:?} was held before: {held:?}; {}",
            finding.text,
            difference(old, new)
        );
        verdict.add("a rewrite comes to rest", finding.location.start.line, seen);
    }
}

fn places_are_true(text: &str, findings: &[Finding], verdict: &mut Verdict) {
    for finding in findings {
        let span = finding.location.span;
        let line = finding.location.start.line;
        if text.get(span.range()) != Some(&finding.text) || span.is_empty() {
            let slice = text.get(span.range());
            verdict.add(
                "a finding is where it says",
                line,
                format!("{:?} is {slice:?}", finding.text),
            );
        }
        let newlines = text
            .as_bytes()
            .iter()
            .take(span.start)
            .filter(|byte| **byte == b'\n');
        if newlines.count() + 1 != line {
            verdict.add(
                "a finding is where it says",
                line,
                format!("{span:?} in another line"),
            );
        }
    }
    let sorted = findings.is_sorted_by_key(|finding| finding.location.span.start);
    if !sorted {
        verdict.add("findings are sorted", 0, String::new());
    }
}

fn edits_are_apart(text: &str, findings: &[Finding], verdict: &mut Verdict) {
    let mut edits: Vec<(usize, &Edit)> = findings
        .iter()
        .filter_map(|finding| Some((finding, finding.fix.as_ref()?)))
        .flat_map(|(finding, fix)| {
            fix.edits
                .iter()
                .map(|edit| (finding.location.start.line, edit))
        })
        .collect();
    edits.sort_by_key(|(_, edit)| edit.span);
    for &(line, edit) in &edits {
        if text.get(edit.span.range()).is_none() {
            verdict.add("edits lie in the source", line, format!("{edit:?}"));
        }
    }
    for pair in edits.windows(2) {
        let [(line, first), (_, second)] = pair else {
            continue;
        };
        if first.span.end > second.span.start || first.span == second.span {
            verdict.add(
                "edits do not overlap",
                *line,
                format!("{first:?} and {second:?}"),
            );
        }
    }
}

/// An edit lies in its finding, is the article before it, or reaches over a
/// possessive ending and the space behind it.
fn edits_stay_at_their_finding(text: &str, finding: &Finding, edit: &Edit, verdict: &mut Verdict) {
    static ARTICLE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?i)^an?\s*$").ok());
    static MARKUP: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let markup =
            r"<[^>]*>|&#?\w+;|\\[A-Za-z]+\{|:[\w:+.-]+:`|\[\[[^\]]*\]\[|\w+:\S*\[|<<[^>]*,|=\w\w";
        Regex::new(&format!(r"^(?s:{markup}|[^\p{{L}}\p{{N}}])*$")).ok()
    });
    static TAIL: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^(?:(?:['’]|&\w+;|&#\w+;|\\')[sS]?)? ?$").ok());
    let holds = |pattern: &LazyLock<Option<Regex>>, from: usize, to: usize| {
        let slice = text.get(from..to.max(from)).unwrap_or_default();
        pattern
            .as_ref()
            .is_some_and(|pattern| pattern.is_match(slice))
    };
    let span = finding.location.span;
    let at = edit.span;
    let moved_break = at.start >= span.end
        && text.get(at.range()) == Some(" ")
        && edit.replacement.contains('\n')
        && !text[span.end..at.start].contains(char::is_whitespace);
    let fits = moved_break
        || if at.end <= span.start && at.start < span.start {
            holds(&ARTICLE, at.start, at.end) && holds(&MARKUP, at.end, span.start)
        } else {
            at.start >= span.start && (at.end <= span.end || holds(&TAIL, span.end, at.end))
        };
    if !fits {
        let slice = text.get(at.range());
        let seen = format!(
            "{:?} at {span:?} edits {at:?} {slice:?} to {:?}",
            finding.text, edit.replacement
        );
        verdict.add(
            "edits stay at their finding",
            finding.location.start.line,
            seen,
        );
    }
}

/// A fix keeps the line breaks that it replaces. One may go where the line goes on
/// with no other word that it could stand before.
fn lines_stay_lines(text: &str, finding: &Finding, fix: &Fix, verdict: &mut Verdict) {
    // In quoted-printable a break behind an equals sign is none.
    let breaks = |text: &str| {
        let soft = text.matches("=\n").count() + text.matches("=\r\n").count();
        text.matches('\n').count() - soft
    };
    let replaced: usize = fix
        .edits
        .iter()
        .map(|edit| breaks(&text[edit.span.range()]))
        .sum();
    let written: usize = fix.edits.iter().map(|edit| breaks(&edit.replacement)).sum();
    let end = finding.location.span.end;
    let rest = text[end..].lines().next().unwrap_or_default();
    let goes_on = rest.starts_with(' ') && rest.contains(char::is_alphanumeric);
    let gone = replaced.saturating_sub(written);
    if written > replaced || gone > usize::from(!goes_on && breaks(&finding.text) > 0) {
        let seen = format!("{:?} becomes {:?}", finding.text, fix.edits);
        verdict.add("lines stay lines", finding.location.start.line, seen);
    }
}

/// An own splice, to compare with.
fn spliced(bytes: &[u8], mut edits: Vec<&Edit>) -> Vec<u8> {
    edits.sort_by_key(|edit| edit.span);
    let mut out = bytes.to_vec();
    for edit in edits.iter().rev() {
        if edit.span.end <= out.len() {
            out.splice(edit.span.range(), edit.replacement.bytes());
        }
    }
    out
}

fn structure_stays(before: &str, after: &str, verdict: &mut Verdict) {
    let (old, new) = (structure(before), structure(after));
    if old == new {
        return;
    }
    let at = old
        .iter()
        .zip(&new)
        .take_while(|(old, new)| old == new)
        .count();
    let part = |shape: &[String]| shape[at.saturating_sub(1)..shape.len().min(at + 3)].join(" · ");
    let seen = format!("{} became {}", part(&old), part(&new));
    verdict.add("Markdown keeps its structure", 0, seen);
}

/// Where two documents differ first.
fn difference(old: &[u8], new: &[u8]) -> String {
    let at = old
        .iter()
        .zip(new)
        .take_while(|(old, new)| old == new)
        .count();
    let around = |bytes: &[u8]| {
        let (from, to) = (at.saturating_sub(40), bytes.len().min(at + 40));
        String::from_utf8_lossy(&bytes[from..to]).into_owned()
    };
    format!("{:?} became {:?}", around(old), around(new))
}

//! What holds of every document, whatever it says: findings are where they say, their
//! edits are what a translation writes and touch nothing else, a second translation
//! changes nothing, and Markdown keeps its structure.

use std::fmt;
use std::sync::LazyLock;

use dejargon::finding::{Applicability, Finding, Fix, Held};
use dejargon::input::{Input, InputError, readable};
use dejargon::session::{Session, Translation};
use dejargon::text::edit::Edit;
use dejargon::text::span::Span;
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
    /// How many were left so that the document is read as it was meant.
    pub(crate) left: usize,
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

/// Whether all promises hold for a document.
pub(crate) fn verdict(session: &Session, input: &Input) -> Verdict {
    let mut verdict = Verdict::default();
    let translated = session.translate(input, Applicability::is_safe);
    let translated = translated.and_then(|translation| of(input, translation));
    let (Ok(findings), Ok((first, after))) = (session.check(input), translated) else {
        let seen = format!("{:?}", String::from_utf8_lossy(&input.bytes));
        verdict.add("no panic", 0, seen);
        return verdict;
    };
    let text = readable(&input.bytes);
    verdict.findings = findings.len();
    verdict.rewritten = fixed(&findings).count();
    let left = |finding: &&Finding| {
        matches!(
            finding.held(),
            Some(Held::Overlap | Held::Torn | Held::Unsettled)
        )
    };
    verdict.left = findings.iter().filter(left).count();
    edits_are_apart(&text, &findings, &mut verdict);
    // A package has no lines, and markup that no pattern knows.
    if input.packed.is_none() {
        places_are_true(&text, &findings, &mut verdict);
        for (finding, fix) in fixed(&findings) {
            for edit in &fix.edits {
                edits_stay_at_their_finding(&text, finding, edit, &mut verdict);
            }
            lines_stay_lines(&text, finding, fix, &mut verdict);
        }
    }
    let edits = fixed(&findings).flat_map(|(_, fix)| &fix.edits).collect();
    let reported = spliced(&input.bytes, edits);
    if reported != after.bytes {
        let seen = difference(&reported, &after.bytes);
        verdict.add("the edits of a check are those of a translation", 0, seen);
    }
    second_run_changes_nothing(session, &first, &after, &mut verdict);
    if input.format.name() == "markdown" {
        structure_stays(&text, &readable(&after.bytes), &mut verdict);
    }
    verdict
}

/// What a translation found, and the document that it made.
fn of(input: &Input, translation: Translation) -> Result<(Vec<Finding>, Input), InputError> {
    let Translation {
        bytes, findings, ..
    } = translation;
    let after = match input.packed {
        Some(_) => Input::from_bytes(input.name.clone(), bytes, input.format)?,
        None => Input {
            bytes,
            ..input.clone()
        },
    };
    Ok((findings, after))
}

/// The findings that are rewritten, with their fixes.
fn fixed(findings: &[Finding]) -> impl Iterator<Item = (&Finding, &Fix)> {
    let findings = findings.iter();
    findings.filter_map(|finding| Some((finding, finding.safe_fix()?)))
}

fn second_run_changes_nothing(
    session: &Session,
    first: &[Finding],
    after: &Input,
    verdict: &mut Verdict,
) {
    let again = session.translate(after, Applicability::is_safe);
    let Ok((second, again)) = again.and_then(|translation| of(after, translation)) else {
        verdict.add("a second run changes nothing", 0, "it fails".to_owned());
        return;
    };
    if again.bytes == after.bytes {
        return;
    }
    for (finding, _) in fixed(&second) {
        let same = |before: &&Finding| before.rule == finding.rule && before.text == finding.text;
        let held: Vec<_> = first.iter().filter(same).map(Finding::held).collect();
        let seen = format!(
            "{:?} was held before: {held:?}; {}",
            finding.text,
            difference(&after.bytes, &again.bytes)
        );
        let line = finding.location.start.line;
        verdict.add("a second run changes nothing", line, seen);
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
    let fixed = fixed(findings);
    let mut edits: Vec<(usize, &Edit)> = fixed
        .flat_map(|(finding, fix)| {
            let line = finding.location.start.line;
            fix.edits.iter().map(move |edit| (line, edit))
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
        // What is appended to the end stands there in its order.
        let appended = first.span.start == text.len();
        if first.span.end > second.span.start || first.span == second.span && !appended {
            verdict.add(
                "edits do not overlap",
                *line,
                format!("{first:?} and {second:?}"),
            );
        }
    }
}

/// Whether an edit goes with others: in the row of a title, a break in
/// quoted-printable, or a note at the end.
fn goes_with_others(text: &str, edit: &Edit) -> bool {
    let Span { start, end } = edit.span;
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[line_start..].lines().next().unwrap_or_default();
    let sign = line.chars().next().filter(char::is_ascii_punctuation);
    let row = sign.is_some_and(|sign| line.trim_end().chars().all(|c| c == sign));
    let soft_break = edit.replacement.starts_with('=') && edit.replacement.ends_with('\n');
    row || soft_break || (start == text.len() && end == start)
}

/// An edit lies in its finding, is the article before it, or reaches over a
/// possessive ending and the space behind it.
fn edits_stay_at_their_finding(text: &str, finding: &Finding, edit: &Edit, verdict: &mut Verdict) {
    static ARTICLE: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?i)^(?:a|&#\w+;)(?:n|&#\w+;)?\s*$").ok());
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
    if goes_with_others(text, edit) {
        return;
    }
    let span = finding.location.span;
    let at = edit.span;
    let moved_break = at.start >= span.end
        && text.get(at.range()) == Some(" ")
        && edit.replacement.contains('\n')
        && is_near(&text[span.end..at.start]);
    let fits = moved_break
        || explains_group(&text[span.end..at.start.max(span.end)], edit)
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

/// Whether an explanation stands behind the noun group of its term, or the markup that
/// closes there; tags, entities and LaTeX's comments may stand within.
fn explains_group(between: &str, edit: &Edit) -> bool {
    static UNREAD: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"<[^>]*>|&\w+;|[^\\\d]%.*").ok());
    let is_sentence = |c: char| matches!(c, '(' | ')' | ';' | '?' | '!' | ',');
    let words = UNREAD
        .as_ref()
        .map(|unread| unread.replace_all(between, ""));
    let is_group = words.is_some_and(|words| !words.contains(is_sentence));
    edit.span.is_empty() && edit.replacement.starts_with(" (") && is_group
}

/// Whether a break went to the next space, or to the one behind a particle that goes.
fn is_near(between: &str) -> bool {
    let spaces = between.matches(char::is_whitespace).count();
    let particle = between.trim().chars().all(char::is_alphabetic);
    spaces == 0 || (spaces == 1 && particle)
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
    let of_text = fix
        .edits
        .iter()
        .filter(|edit| !goes_with_others(text, edit));
    let written: usize = of_text.map(|edit| breaks(&edit.replacement)).sum();
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

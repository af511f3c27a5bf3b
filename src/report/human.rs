//! The report for people: the source line with the words underlined, why they
//! are jargon, what to do about them, and a last line that counts.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use colored::Colorize;

use super::ReportFormat;
use super::model::{Report, Subject, Summary};
use super::wording::{counted, counts, notes};
use crate::finding::{Finding, Severity};
use crate::glossary::problem::Problem;
use crate::text::position::lines_near;
use crate::text::sanitize::{sanitize, sanitize_line, sanitize_lines};

/// How many bytes of a line are shown to either side of a finding at most.
const CROP: usize = 160;

/// Writes every finding with its line, and the counts.
pub(super) struct Human;

impl ReportFormat for Human {
    fn name(&self) -> &'static str {
        "human"
    }

    fn about(&self) -> &'static str {
        "The source line, why, and what to write instead"
    }

    fn write(&self, report: &Report, color: bool, out: &mut dyn Write) -> io::Result<()> {
        let renderer = renderer(color);
        for (file, findings) in report.shown() {
            for finding in findings {
                writeln!(
                    out,
                    "{}\n",
                    rendered(&renderer, &file.path, &file.source, finding)
                )?;
            }
        }
        writeln!(out, "{}", summary_line(report.summary(), report, color))
    }
}

/// One finding with its line.
pub fn finding(path: &str, source: &str, finding: &Finding, color: bool) -> String {
    rendered(&renderer(color), path, source, finding)
}

/// A mistake in a file that people write.
pub fn problem(problem: &Problem, color: bool) -> String {
    let path = sanitize(&crate::input::shown(&problem.path)).into_owned();
    let snippet = Snippet::source(sanitize_line(&problem.line))
        .line_start(problem.position.line)
        .path(path)
        .annotation(AnnotationKind::Primary.span(problem.underlined.range()));
    let mut group = Level::ERROR
        .primary_title(sanitize(&problem.message))
        .element(snippet);
    if let Some(remedy) = &problem.remedy {
        group = group.element(Level::HELP.message(sanitize_lines(remedy)));
    }
    renderer(color).render(&[group])
}

fn renderer(color: bool) -> Renderer {
    if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
}

fn rendered(renderer: &Renderer, path: &str, source: &str, finding: &Finding) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let path = sanitize(path);
    let shown = Shown::of(source, finding);
    let title = level
        .clone()
        .primary_title(sanitize(&finding.message))
        .id(&*finding.rule);
    let snippet = Snippet::source(sanitize_line(shown.source))
        .line_start(shown.line)
        .annotation(
            AnnotationKind::Primary
                .span(shown.underlined)
                .label(finding.advice()),
        );
    let start = finding.location.start;
    let place = finding
        .block
        .as_ref()
        .map(|block| format!("{path}:{}", block.spot));
    // The snippet of a cropped line would count columns from the crop, and that of a
    // paragraph would call it a line.
    let group = if let Some(place) = &place {
        let head = title.element(Origin::path(place.as_str()));
        let body = Group::with_level(level).element(snippet);
        let text = renderer.render(&[head, with_notes(body, finding)]);
        // Both groups draw the bar between them.
        let mut lines: Vec<&str> = text.lines().collect();
        lines.dedup();
        return lines.join("\n");
    } else if shown.cropped {
        let origin = Origin::path(&*path)
            .line(start.line)
            .char_column(start.column);
        title.element(origin).element(snippet)
    } else {
        title.element(snippet.path(&*path))
    };
    renderer.render(&[with_notes(group, finding)])
}

fn with_notes<'a>(group: Group<'a>, finding: &'a Finding) -> Group<'a> {
    let notes = notes(finding).into_iter();
    notes.fold(group, |group, note| {
        group.element(Level::NOTE.message(note))
    })
}

/// The lines of a finding, cropped where they are very long.
struct Shown<'f> {
    source: &'f str,
    /// The number of its first line, or of the paragraph.
    line: usize,
    underlined: std::ops::Range<usize>,
    cropped: bool,
}

impl<'f> Shown<'f> {
    fn of(text: &'f str, finding: &'f Finding) -> Self {
        let (text, span, line) = match &finding.block {
            Some(block) => (block.text.as_str(), block.words, block.spot.number()),
            None => (text, finding.location.span, finding.location.start.line),
        };
        let Range { start, end } = lines_near(text, span.start, span.end, CROP);
        let source = text[start..end].trim_end_matches('\r');
        Self {
            source,
            line,
            underlined: span.start - start..(span.end - start).min(source.len()),
            cropped: !(start == 0 || text[..start].ends_with('\n')),
        }
    }
}

/// `12 findings in 3 of 40 files (9 terms in 30 places): 2 errors, 9 warnings, 1 info`.
fn summary_line(summary: Summary, report: &Report, color: bool) -> String {
    let files = counted(summary.files, "file", "files");
    let line = match (report.subject, summary.files, summary.findings) {
        (Subject::Documents, 0, _) => "No document was read.".to_owned(),
        (Subject::Documents, _, 0) if report.known > 0 => {
            format!("No new jargon in {files}.{}", known(report))
        }
        (Subject::Documents, _, 0) => format!("No jargon found in {files}."),
        (Subject::Glossaries, 0, _) => "No glossary was read.".to_owned(),
        (Subject::Glossaries, _, 0) => format!("No mistake found in {files}."),
        _ => format!(
            "{}{}{}{}",
            counts(summary, report),
            left_out(report),
            known(report),
            remedy(report)
        ),
    };
    match (color, summary.findings) {
        (false, _) => line,
        (true, 0) => line.green().to_string(),
        (true, _) => line.bold().to_string(),
    }
}

/// How many findings `--max-findings` holds back.
fn left_out(report: &Report) -> String {
    match report.left_out() {
        0 => String::new(),
        number => format!(" {number} of them are not shown."),
    }
}

/// How many findings a baseline knows.
fn known(report: &Report) -> String {
    match report.known {
        0 => String::new(),
        number => format!(" Known and not reported: {number}."),
    }
}

/// Which command mends how many of the findings.
fn remedy(report: &Report) -> String {
    let fixable = report
        .findings()
        .filter(|(_, finding)| finding.safe_fix().is_some())
        .count();
    match report.subject {
        Subject::Documents => format!(" `dejargon translate` can rewrite {fixable}."),
        Subject::Glossaries if fixable == 0 => String::new(),
        Subject::Glossaries => format!(" `--fix` can mend {fixable}."),
    }
}

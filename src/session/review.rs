//! Documents as a reviewer would hand them back: what `translate` would write, as
//! tracked changes that say what the words mean, or comments alone.

use super::Session;
use super::translation::Translation;
use crate::document::{Format, Package, Remark, Review};
use crate::finding::{Applicability, Finding};
use crate::input::{Input, InputError, guarded};
use crate::text::edit::Edit;
use crate::text::span::Span;

/// What a reviewer leaves in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// Tracked changes, each with a comment.
    Changes,
    /// Comments on everything that was found.
    Comments,
}

/// A document with a reviewer's marks.
#[derive(Debug)]
pub struct ReviewedDocument {
    /// The document, and what was found in it.
    pub translation: Translation,
    /// How many comments it has of those that were to be made; the others stand where
    /// it takes none.
    pub comments: usize,
    /// How many were to be made.
    pub remarks: usize,
}

impl Session {
    /// The document with marks of a reviewer, made on `date`
    /// (`2026-11-23T12:00:00Z`), for the fixes that `accept` takes.
    ///
    /// # Errors
    ///
    /// When the document cannot be read, or takes no such marks.
    pub fn review(
        &self,
        input: &Input,
        marks: Marks,
        date: &str,
        accept: impl Fn(Applicability) -> bool,
    ) -> Result<ReviewedDocument, InputError> {
        let package = reviewable(input)?;
        let failed = |message: String| InputError {
            path: input.name.clone(),
            message,
        };
        let wanted = |fix| marks == Marks::Changes && accept(fix);
        let mut translation = self.plan(input, &[], wanted)?;
        let said = |(_, applied): &(&Finding, &bool)| marks == Marks::Comments || **applied;
        let remarks: Vec<Remark> = translation
            .findings
            .iter()
            .zip(&translation.applied)
            .filter(said)
            .filter(|(finding, _)| finding.term.is_some())
            .map(|(finding, applied)| remark(finding, marks, *applied))
            .collect();
        let fixes = translation.fixes().into_iter();
        let mut edits: Vec<Edit> = fixes.flat_map(|fix| fix.edits.clone()).collect();
        edits.sort_by_key(|edit| edit.span);
        let source = input.text();
        let review = Review {
            edits: &edits,
            remarks: &remarks,
            date,
        };
        let reviewed = guarded(&input.name, input.format, || {
            package.review(&source, &review)
        })?;
        let reviewed = reviewed.map_err(failed)?;
        // A reader who accepts all has to see what `translate` writes.
        let read = |bytes: Vec<u8>| Input {
            bytes,
            packed: None,
            ..input.clone()
        };
        let after = read(reviewed.source.into_bytes());
        let expected = read(std::mem::take(&mut translation.bytes));
        if after.prose() != expected.prose() {
            let message = "its tracked changes would not read as its translation does; \
                           please report this document as a bug, and use --output for now";
            return Err(failed(message.to_owned()));
        }
        translation.bytes = input.with_text(after.bytes)?;
        Ok(ReviewedDocument {
            translation,
            comments: reviewed.said.iter().filter(|said| **said).count(),
            remarks: remarks.len(),
        })
    }
}

/// How the document takes marks, if it does.
fn reviewable(input: &Input) -> Result<&'static dyn Package, InputError> {
    let package = input.format.package();
    let package = package.filter(|package| package.takes_reviews());
    package.ok_or_else(|| InputError {
        path: input.name.clone(),
        message: format!(
            "--track-changes and --comments-only are for docx and odt, and this is {}",
            Format::name(input.format)
        ),
    })
}

/// What is said about a finding.
fn remark(finding: &Finding, marks: Marks, applied: bool) -> Remark {
    let fixed = finding
        .fix
        .iter()
        .filter(|_| applied)
        .flat_map(|fix| &fix.edits);
    let spans = fixed.map(|edit| edit.span).chain([finding.location.span]);
    let (mut start, mut end) = (usize::MAX, 0);
    for span in spans {
        start = start.min(span.start);
        end = end.max(span.end);
    }
    Remark {
        span: Span::new(start, end),
        text: words(finding, marks),
    }
}

/// `"leverage": To use something …`, and in a document that is not changed what to
/// write instead.
fn words(finding: &Finding, marks: Marks) -> String {
    let mut sentences = Vec::new();
    let term = finding.term.as_ref();
    let meaning = term.and_then(|term| term.definition.as_deref());
    match marks {
        Marks::Changes => {
            let name = term.map_or("", |term| &*term.term);
            sentences.push(match meaning {
                Some(meaning) => format!("{name}: {meaning}"),
                None => format!("{}.", finding.message),
            });
        }
        Marks::Comments => {
            sentences.push(match finding.advice() {
                advice if advice.is_empty() => format!("{}.", finding.message),
                advice => format!("{}; {advice}.", finding.message),
            });
            sentences.extend(meaning.map(str::to_owned));
        }
    }
    let meanings = term.iter().flat_map(|term| term.meanings.iter());
    sentences.extend(meanings.map(|(audience, meaning)| format!("For {audience}: {meaning}.")));
    sentences.join(" ")
}

//! Documents as a reviewer would hand them back: what `translate` would write, as
//! tracked changes that say what the words mean, or comments alone. Every look at a
//! document makes edits of what the look before has left; here they become edits of
//! the document as it came.

use super::{MOST_LOOKS, Session, Translation, complete};
use crate::document::{Format, Package, Remark, Review};
use crate::finding::{Finding, Fix};
use crate::input::{Input, InputError, guarded};
use crate::text::edit::{Edit, composed, origin};
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
        accept: impl Fn(&Fix) -> bool,
    ) -> Result<ReviewedDocument, InputError> {
        let package = reviewable(input)?;
        let failed = |message: String| InputError {
            path: input.name.clone(),
            message,
        };
        let mut current = input.clone();
        let (mut edits, mut remarks) = (Vec::new(), Vec::new());
        let mut first: Option<Translation> = None;
        let wanted = |fix: &Fix| marks == Marks::Changes && accept(fix);
        for _ in 0..MOST_LOOKS {
            let (translation, settled) = self.look(&current, &wanted)?;
            let fixes = translation.fixes();
            for (finding, applied) in translation.findings.iter().zip(&translation.applied) {
                let said = marks == Marks::Comments || *applied;
                if said && finding.term.is_some() {
                    remarks.push(remark(finding, marks, *applied, &edits));
                }
            }
            edits = composed(input.bytes.len(), &edits, &complete(&current, &fixes));
            current.bytes.clone_from(&translation.bytes);
            first.get_or_insert(translation);
            if settled || marks == Marks::Comments {
                break;
            }
        }
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
        let after = Input {
            bytes: reviewed.source.into_bytes(),
            packed: None,
            ..current.clone()
        };
        if after.prose() != current.prose() {
            let message = "its tracked changes would not read as its translation does; \
                           please report this document as a bug, and use --output for now";
            return Err(failed(message.to_owned()));
        }
        let mut translation = first.unwrap_or_else(|| Translation {
            bytes: Vec::new(),
            findings: Vec::new(),
            applied: Vec::new(),
        });
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

/// What is said about a finding, where it stood before any edit.
fn remark(finding: &Finding, marks: Marks, applied: bool, edits: &[Edit]) -> Remark {
    let fixed = finding
        .fix
        .iter()
        .filter(|_| applied)
        .flat_map(|fix| &fix.edits);
    let spans = fixed.map(|edit| edit.span).chain([finding.location.span]);
    let (mut start, mut end) = (usize::MAX, 0);
    for span in spans {
        start = start.min(origin(edits, span.start));
        end = end.max(origin(edits, span.end));
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
            let advice = finding.suggestions.first();
            sentences.push(match advice {
                Some(advice) => format!("{}; write \"{advice}\".", finding.message),
                None => format!("{}.", finding.message),
            });
            sentences.extend(meaning.map(str::to_owned));
        }
    }
    let meanings = term.iter().flat_map(|term| term.meanings.iter());
    sentences.extend(meanings.map(|(audience, meaning)| format!("For {audience}: {meaning}.")));
    sentences.join(" ")
}

//! The glossary linter: what is wrong with glossaries, right or broken, as
//! findings at the place where each is written. A file of rules each: what
//! claims forms (`claims`), what words say (`wording`), what definitions and
//! plain words need the reader to know (`jargon`) or say of a text (`gates`), examples
//! (`examples`). It
//! lies above `session`, since examples are translated as documents are.

use std::collections::BTreeSet;
use std::sync::Arc;

use toml::value::Date;

use crate::finding::{Finding, Fix, Location};
use crate::glossary::Glossary;
use crate::glossary::layers::Layers;
use crate::glossary::problem::Problem;
use crate::glossary::term::Status;
use crate::input::shown;
use crate::matcher::TooManyTerms;
use crate::report::FileReport;
use crate::session::Session;
use crate::text::position::LineIndex;

mod claims;
pub mod day;
mod examples;
mod gates;
mod jargon;
mod names;
mod order;
mod remark;
mod rule;
mod wording;
mod written;

use gates::Gates;
use names::Names;
use remark::Remark;
pub use rule::Rule;
pub use written::Source;
use written::{File, Item};

/// What a run wants to know besides the glossaries themselves.
#[derive(Clone, Debug)]
pub struct Question {
    /// The day on which `review-by` is looked at.
    pub today: Date,
    /// The rules that occur in the documents for which the glossaries are
    /// meant, if these are known.
    pub used: Option<BTreeSet<Arc<str>>>,
}

/// Glossaries on top of each other, ready to be linted.
#[derive(Debug)]
pub struct Linter<'s> {
    files: Vec<File<'s>>,
    session: Session,
    /// The bundled glossaries alone, where others lie on top of them.
    bundled: Option<Session>,
}

impl<'s> Linter<'s> {
    /// Reads glossaries, in whatever order they come and whatever is wrong with them.
    ///
    /// # Errors
    ///
    /// When they hold more terms than one search can take.
    pub fn new(sources: &'s [Source]) -> Result<Self, TooManyTerms> {
        let mut files: Vec<File<'s>> = sources.iter().map(File::read).collect();
        files.sort_by(|a, b| (a.rank(), a.source.path).cmp(&(b.rank(), b.source.path)));
        let mixed =
            files.iter().any(|file| file.is_bundled) && !files.iter().all(|file| file.is_bundled);
        let bundled = mixed.then(|| session(&files, |file| file.is_bundled));
        Ok(Self {
            session: session(&files, |_| true)?,
            bundled: bundled.transpose()?,
            files,
        })
    }

    /// The session that examples run in: these glossaries and nothing else.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The session that a file is judged in. What comes with the program is not
    /// wrong because of what somebody puts on top of it.
    fn session_of(&self, file: &File<'_>) -> &Session {
        let bundled = self.bundled.as_ref().filter(|_| file.is_bundled);
        bundled.unwrap_or(&self.session)
    }

    /// What is wrong, by file, the lowest layer first, and in it by path.
    pub fn reports(&self, question: &Question) -> Vec<FileReport> {
        self.reports_where(question, |_| true)
    }

    /// What is wrong with the file of that name, which costs less than all reports.
    pub fn findings_of(&self, name: &str, question: &Question) -> Vec<Finding> {
        let reports = self.reports_where(question, |file| shown(file.source.path) == name);
        let mut this = reports.into_iter().filter(|report| report.path == name);
        this.next().map_or_else(Vec::new, |report| report.findings)
    }

    /// Reports that are whole for the files that are asked for.
    fn reports_where(
        &self,
        question: &Question,
        is_asked: impl Fn(&File<'_>) -> bool,
    ) -> Vec<FileReport> {
        let items: Vec<Vec<Item<'_>>> = self.files.iter().map(File::items).collect();
        let names = Names::of(&self.files);
        let gates = Gates::of(&self.session);
        let mut remarks: Vec<Vec<Remark>> = Vec::new();
        for (file, items) in self.files.iter().zip(&items) {
            let mut found = Vec::new();
            problems(&file.survey.problems, Rule::Format, &mut found);
            problems(&file.survey.claims, Rule::DuplicateForm, &mut found);
            order::check(file, &mut found);
            for item in items.iter().filter(|_| is_asked(file)) {
                wording::check(item, question.today, &mut found);
                names.check(item, &mut found);
                claims::check(item, &mut found);
                gates.check(item, &self.session, &mut found);
                examples::check(item, self.session_of(file), &mut found);
                if let Some(used) = &question.used {
                    unused(item, used, &mut found);
                }
            }
            remarks.push(found);
        }
        let layers = (0..).zip(layers_of(&self.files));
        let layers = layers.flat_map(|(layer, files)| vec![layer; files.len()]);
        claims::compare(items.iter().zip(layers), &mut remarks);
        let sessions = self.files.iter().map(|file| self.session_of(file));
        jargon::check(&items, sessions, &mut remarks);
        let by_file = self.files.iter().zip(remarks);
        by_file.map(|(file, found)| report(file, found)).collect()
    }
}

/// The files of each layer, the lowest layer first.
fn layers_of<'f, 's>(files: &'f [File<'s>]) -> impl Iterator<Item = &'f [File<'s>]> {
    files.chunk_by(|a, b| a.rank() == b.rank())
}

/// A session of those files that `is_in` takes.
fn session(files: &[File<'_>], is_in: impl Fn(&File<'_>) -> bool) -> Result<Session, TooManyTerms> {
    let mut layers = Layers::default();
    for layer in layers_of(files) {
        let surveys = layer.iter().filter(|file| is_in(file));
        let glossaries = surveys.map(|file| file.survey.glossary.clone());
        if let Some(glossary) = glossaries.reduce(Glossary::joined) {
            layers.push(glossary);
        }
    }
    let session = Session::over(layers)?;
    Ok(session.trusting_plain_words())
}

fn problems(problems: &[Problem], rule: Rule, found: &mut Vec<Remark>) {
    for problem in problems {
        found.push(Remark::new(rule, problem.span, problem.said(|_| None)));
    }
}

fn unused(item: &Item<'_>, used: &BTreeSet<Arc<str>>, found: &mut Vec<Remark>) {
    let entry = item.entry;
    if entry.status != Status::Draft && !used.contains(&entry.rule) {
        let message = format!(
            "`{}` occurs nowhere in these documents: take the entry out, or look for the spelling that they use",
            entry.term
        );
        found.push(Remark::new(Rule::UnusedEntry, item.term, message));
    }
}

/// Remarks as findings, sorted by place.
fn report(file: &File<'_>, mut remarks: Vec<Remark>) -> FileReport {
    remarks.sort_by_key(|remark| (remark.span, remark.rule));
    let text = file.source.text;
    let mut lines = LineIndex::new(text);
    let mut finding = |remark: Remark| {
        let location = Location {
            part: 0,
            span: remark.span,
            start: lines.position(remark.span.start),
            end: lines.position(remark.span.end),
        };
        Finding {
            severity: remark.severity,
            message: remark.message.into(),
            suggestions: remark.suggestions.into(),
            fix: (!remark.edits.is_empty()).then_some(Fix {
                edits: remark.edits,
                segment: 0,
                note: None,
            }),
            ..Finding::of_rule(remark.rule.id(), &text[remark.span.range()], location)
        }
    };
    FileReport {
        path: shown(file.source.path),
        findings: remarks.into_iter().map(&mut finding).collect(),
        source: text.to_owned(),
        ..FileReport::default()
    }
}

#[cfg(test)]
#[path = "lint/lint_tests.rs"]
mod tests;

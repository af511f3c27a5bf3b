//! The straight line: a configuration becomes a session, and a session takes
//! bytes to findings and findings to bytes. Both commands, and every other
//! caller, go through here.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::check::{Explained, check};
use crate::config::{Config, GlossarySource};
use crate::document::Document;
use crate::finding::{Finding, Fix};
use crate::glossary::layers::Layers;
use crate::glossary::problem::Problem;
use crate::glossary::{bundled, parse};
use crate::input::{Input, InputError, shown};
use crate::matcher::{Matcher, Scratch};
use crate::rewrite::{How, Policy, Rewriter, footnotes};
use crate::text::edit::{Edit, apply};

/// Everything that stays the same from document to document.
#[derive(Debug)]
pub struct Session {
    matcher: Matcher,
    audience: String,
    policy: Policy,
    /// What is odd about the configuration without being wrong.
    pub warnings: Vec<String>,
}

/// Why there is no session.
#[derive(Debug)]
pub enum SessionError {
    /// Mistakes in glossaries; nothing is checked with a broken one.
    Glossaries(Vec<Problem>, Vec<InputError>),
    /// No glossary speaks of that audience.
    UnknownAudience {
        /// What was asked for.
        wanted: String,
        /// What there is.
        known: Vec<String>,
        /// What was likely meant.
        near: Option<String>,
    },
    /// Too many terms.
    TooManyTerms(crate::matcher::TooManyTerms),
}

/// A document rewritten.
#[derive(Debug)]
pub struct Translation {
    /// The document as it is now.
    pub bytes: Vec<u8>,
    /// What was found in it before.
    pub findings: Vec<Finding>,
    /// Which of the findings were rewritten.
    pub applied: Vec<bool>,
}

impl Session {
    /// A session with the glossaries of a configuration.
    pub fn new(config: &Config, how: How) -> Result<Self, SessionError> {
        let mut layers = load(&config.glossaries)?;
        let mut warnings = Vec::new();
        for (rule, change) in &config.changes {
            if !layers.change(rule, change.clone()) {
                warnings.push(format!("no glossary has the rule `{rule}` that [terms] names"));
            }
        }
        layers.allow(config.allow.iter().cloned());
        known_audience(&config.audience, &layers)?;
        Ok(Self {
            matcher: Matcher::new(layers).map_err(SessionError::TooManyTerms)?,
            audience: config.audience.clone(),
            policy: Policy {
                how,
                quotations: config.quotations,
                keep_headings: config.keep_headings,
                ..Policy::default()
            },
            warnings,
        })
    }

    /// The matcher, with its layers.
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// The findings of a document, sorted by place.
    pub fn check(&self, input: &Input) -> Result<Vec<Finding>, InputError> {
        let text = input.text();
        guarded(input, || self.findings(&input.format.read(&text)))
    }

    /// The document rewritten: with every safe fix, or those that `accept` takes.
    pub fn translate(
        &self,
        input: &Input,
        accept: impl Fn(&Finding, &Fix) -> bool,
    ) -> Result<Translation, InputError> {
        let text = input.text();
        guarded(input, || {
            let document = input.format.read(&text);
            let findings = self.findings(&document);
            let applied: Vec<bool> = findings
                .iter()
                .map(|finding| finding.fix.as_ref().is_some_and(|fix| accept(finding, fix)))
                .collect();
            let fixes: Vec<&Fix> = findings
                .iter()
                .zip(&applied)
                .filter(|(_, applied)| **applied)
                .filter_map(|(finding, _)| finding.fix.as_ref())
                .collect();
            let bytes = apply_fixes(&document, &input.bytes, &fixes);
            Translation {
                bytes,
                findings,
                applied,
            }
        })
    }

    fn findings(&self, document: &Document<'_>) -> Vec<Finding> {
        let mut explained = Explained::default();
        let mut scratch = Scratch::default();
        let checked = check(
            document,
            &self.matcher,
            &self.audience,
            &mut explained,
            &mut scratch,
        );
        Rewriter::new(&self.matcher, &self.audience, &self.policy).findings(
            document,
            &checked,
            &mut explained,
        )
    }
}

/// The bytes with the fixes applied, and what they explain at the end.
fn apply_fixes(document: &Document<'_>, bytes: &[u8], fixes: &[&Fix]) -> Vec<u8> {
    let notes = fixes.iter().filter_map(|fix| fix.note.as_ref());
    let end: Option<Edit> = document
        .parts
        .first()
        .and_then(|part| footnotes(&part.source, part.markup, notes));
    let edits = fixes.iter().flat_map(|fix| &fix.edits).chain(&end);
    apply(bytes, edits)
}

/// A document that breaks the program is an error of that document alone.
fn guarded<T>(input: &Input, work: impl FnOnce() -> T) -> Result<T, InputError> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| InputError {
        path: input.name.clone(),
        message: format!(
            "could not be read as {}; please report this document as a bug",
            input.format.name()
        ),
    })
}

/// All glossaries as layers, or everything that is wrong with any of them.
fn load(sources: &[GlossarySource]) -> Result<Layers, SessionError> {
    let mut layers = Layers::default();
    let mut problems = Vec::new();
    let mut unread = Vec::new();
    for source in sources {
        let glossary = match source {
            GlossarySource::Bundled(name) => bundled::load(name),
            GlossarySource::File(path) => match std::fs::read_to_string(path) {
                Ok(text) => Some(parse(path, &text)),
                Err(error) => {
                    unread.push(InputError {
                        path: shown(path),
                        message: format!("the glossary could not be read: {error}"),
                    });
                    None
                }
            },
        };
        match glossary {
            Some(Ok(glossary)) => layers.push(glossary),
            Some(Err(found)) => problems.extend(found),
            None => {}
        }
    }
    if problems.is_empty() && unread.is_empty() {
        Ok(layers)
    } else {
        Err(SessionError::Glossaries(problems, unread))
    }
}

fn known_audience(wanted: &str, layers: &Layers) -> Result<(), SessionError> {
    let known = layers.audiences();
    if known.contains(wanted) {
        return Ok(());
    }
    Err(SessionError::UnknownAudience {
        wanted: wanted.to_owned(),
        near: crate::glossary::problem::nearest(wanted, known.iter().copied()).map(str::to_owned),
        known: known.into_iter().map(str::to_owned).collect(),
    })
}

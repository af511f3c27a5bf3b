//! The straight line: a configuration becomes a session, and a session takes
//! bytes to findings and findings to bytes. Both commands, and every other
//! caller, go through here.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::baseline::{Mark, marks};
use crate::check::{Checked, Known, Occurrence, check, occurrences};
use crate::config::{Config, Sourced};
use crate::document::{Document, Package};
use crate::finding::{Applicability, Finding, Fix, Severity, UNDEFINED_ABBREVIATION};
use crate::glossary::layers::{Change, Layers};
use crate::glossary::problem::{Problem, write_lines};
use crate::input::{Input, InputError, guarded};
use crate::matcher::{Matcher, Scratch, Subjects, TooManyTerms};
use crate::rewrite::{How, Policy, Rewriter, Rules, footnotes};
use crate::text::edit::{Edit, apply};

mod load;
pub mod review;
mod settle;
pub mod stream;
mod translation;

pub use load::glossaries;
pub use translation::Translation;

use load::load;
use settle::Draft;

/// Everything that stays the same from document to document.
#[derive(Debug)]
pub struct Session {
    matcher: Matcher,
    config: Arc<Config>,
    policy: Policy,
    /// What is odd about the configuration without being wrong.
    pub warnings: Vec<String>,
    foreign: AtomicUsize,
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
    TooManyTerms(TooManyTerms),
}

impl fmt::Display for SessionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Glossaries(problems, unread) => {
                write_lines(f, problems)?;
                unread.iter().try_for_each(|error| writeln!(f, "{error}"))
            }
            Self::UnknownAudience {
                wanted,
                known,
                near,
            } => {
                write!(f, "no glossary speaks of the audience `{wanted}`.")?;
                if let Some(near) = near {
                    write!(f, " Did you mean `{near}`?")?;
                }
                write!(f, " Known: {}", known.join(", "))
            }
            Self::TooManyTerms(cause) => write!(f, "{cause}"),
        }
    }
}

impl std::error::Error for SessionError {}

impl Session {
    /// A session with the glossaries of a configuration.
    pub fn new(config: impl Into<Arc<Config>>, how: How) -> Result<Self, SessionError> {
        let config = config.into();
        let mut layers = load(&config.glossaries)?;
        let mut warnings = Vec::new();
        let trade = layers.has_trade(&config.audience);
        let mut undefined = Some(if trade {
            Severity::Info
        } else {
            Severity::Warning
        });
        for (rule, Sourced { value: change, .. }) in &config.terms {
            if rule == UNDEFINED_ABBREVIATION {
                undefined = undefined.and_then(|severity| change.severity(severity));
                if matches!(change, Change::Set { plain: Some(_), .. }) {
                    warnings.push(format!(
                        "`{rule}` has no plain words that [terms] could set"
                    ));
                }
            } else if !layers.change(rule, change.clone()) {
                warnings.push(format!(
                    "no glossary has the rule `{rule}` that [terms] names"
                ));
            }
        }
        layers.allow(config.allow.iter().map(|word| word.value.clone()));
        known_audience(&config.audience, &layers)?;
        let session = Self::over(layers).map_err(SessionError::TooManyTerms)?;
        Ok(Self {
            config,
            policy: Policy {
                how,
                undefined,
                ..Policy::default()
            },
            warnings,
            ..session
        })
    }

    /// A session with these layers, whatever a project says: for readers outside
    /// every trade.
    ///
    /// # Errors
    ///
    /// When they hold more terms than one search can take.
    pub fn over(layers: Layers) -> Result<Self, TooManyTerms> {
        Ok(Self {
            matcher: Matcher::new(layers)?,
            config: Arc::default(),
            policy: Policy::default(),
            warnings: Vec::new(),
            foreign: AtomicUsize::new(0),
        })
    }

    /// How many documents were seen that are in another language, wholly or in part.
    pub fn foreign(&self) -> usize {
        self.foreign.load(Ordering::Relaxed)
    }

    /// The same, with findings that carry a fix for each of their plain words, so
    /// that somebody can choose.
    #[must_use]
    pub fn with_alternatives(mut self) -> Self {
        self.policy.alternatives = true;
        self
    }

    /// The same, which rewrites the terms of these rules alone.
    #[must_use]
    pub fn with_rules(mut self, rules: Rules) -> Self {
        self.policy.rules = rules;
        self
    }

    /// The same, which takes plain words of its glossaries for the author's own.
    #[must_use]
    pub fn trusting_plain_words(mut self) -> Self {
        self.matcher.trust_plain_words();
        self
    }

    /// What holds for its documents.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The matcher, with its layers.
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// The findings of a document, sorted by place: what [`translate`](Self::translate)
    /// does to it, if it takes what is safe.
    pub fn check(&self, input: &Input) -> Result<Vec<Finding>, InputError> {
        Ok(self.plan(input, &[], Applicability::is_safe)?.findings)
    }

    /// The same, with what each finding is recognised by when its text has moved.
    pub fn check_with_marks(&self, input: &Input) -> Result<(Vec<Finding>, Vec<Mark>), InputError> {
        self.planned(input, &[], Applicability::is_safe, |document, plan| {
            let marks = marks(document, &plan.findings);
            (plan.findings, marks)
        })
    }

    /// The findings of a document that is about these subjects, whatever it says: an
    /// example stands for a longer text.
    pub fn check_about(
        &self,
        input: &Input,
        subjects: &[String],
    ) -> Result<Vec<Finding>, InputError> {
        Ok(self.plan(input, subjects, Applicability::is_safe)?.findings)
    }

    /// The rules of all terms that occur in a document, whoever reads it and
    /// whatever it explains itself.
    pub fn occurring(&self, input: &Input) -> Result<BTreeSet<Arc<str>>, InputError> {
        let text = input.text();
        guarded(&input.name, input.format, || {
            let found = occurrences(&input.format.read(&text), &self.matcher);
            found
                .iter()
                .map(|occurrence| Arc::clone(&occurrence.matched.entry.rule))
                .collect()
        })
    }

    /// The document rewritten with the fixes that `accept` takes, and its findings.
    pub fn translate(
        &self,
        input: &Input,
        accept: impl Fn(Applicability) -> bool,
    ) -> Result<Translation, InputError> {
        if let Some(reason) = read_only(input) {
            return Err(InputError {
                path: input.name.clone(),
                message: reason.to_owned(),
            });
        }
        let mut translation = self.plan(input, &[], accept)?;
        translation.bytes = input.with_text(translation.bytes)?;
        Ok(translation)
    }

    /// What becomes of a document: its findings with their fixes, and its text with
    /// those that `accept` takes.
    fn plan(
        &self,
        input: &Input,
        subjects: &[String],
        accept: impl Fn(Applicability) -> bool,
    ) -> Result<Translation, InputError> {
        self.planned(input, subjects, accept, |_, translation| translation)
    }

    /// What `made` makes of the document, and of what becomes of it.
    fn planned<T>(
        &self,
        input: &Input,
        subjects: &[String],
        accept: impl Fn(Applicability) -> bool,
        made: impl Fn(&Document<'_>, Translation) -> T,
    ) -> Result<T, InputError> {
        let text = input.text();
        guarded(&input.name, input.format, || {
            let document = input.format.read(&text);
            let (checked, mut known) = self.checked(&document, subjects);
            let said = known.explained.clone();
            let backlinks = input.backlinks.as_deref();
            let mut rewriter = Rewriter::new(&self.matcher, &self.config, &self.policy, backlinks);
            let decide = |fix: Applicability| fix.is_safe() || accept(fix);
            loop {
                known.explained.clone_from(&said);
                let mut findings = rewriter.planned(&document, &checked, &mut known, &decide);
                if read_only(input).is_some() {
                    for finding in &mut findings {
                        finding.fix = None;
                        finding.alternatives.clear();
                    }
                }
                let draft = Draft {
                    input,
                    document: &document,
                    checked: &checked,
                    findings,
                    known: &known,
                    plan: rewriter.plan(),
                };
                let settled = self.settle(draft, |text| input.format.read(text), &accept)?;
                if let Some(mut translation) = settled.or_keep(rewriter.plan()) {
                    translation.plan = std::mem::take(rewriter.plan());
                    return Ok(made(&document, translation.gathered()));
                }
            }
        })?
    }

    /// What is found in a document about these subjects, and what it says itself.
    fn checked<'s>(
        &'s self,
        document: &Document<'_>,
        subjects: &'s [String],
    ) -> (Checked<'s>, Known<'s>) {
        let mut known = Known {
            subjects: Subjects::presuming(subjects),
            ..Known::default()
        };
        let mut scratch = Scratch::default();
        let checked = check(
            document,
            &self.matcher,
            &self.config.audience,
            &mut known,
            &mut scratch,
        );
        if checked.foreign || document.parts.iter().any(|part| part.foreign) {
            self.foreign.fetch_add(1, Ordering::Relaxed);
        }
        // Few texts have a word for which it matters.
        let has_variety = |found: &Occurrence<'_>| found.matched.entry.has_varieties();
        if checked.occurrences.iter().any(has_variety) {
            known.read_signs(document);
        }
        (checked, known)
    }
}

/// The bytes of a text with fixes applied, and what they explain at the end. Those of
/// a package are the text that it unpacks to; [`Input::with_text`] packs it.
pub fn rewritten(input: &Input, fixes: &[&Fix]) -> Vec<u8> {
    let fixes = complete(input, fixes);
    apply(&input.bytes, fixes.iter().map(Vec::as_slice)).bytes
}

/// Why a document is not rewritten, if its kind is not.
fn read_only(input: &Input) -> Option<&'static str> {
    input.format.package().and_then(Package::read_only)
}

/// The edits of each fix, with those that go with them.
fn complete(input: &Input, fixes: &[&Fix]) -> Vec<Vec<Edit>> {
    let text = input.text();
    let mut edits: Vec<Vec<Edit>> = fixes.iter().map(|fix| fix.edits.clone()).collect();
    input.format.complete(&text, &mut edits);
    let notes = fixes.iter().filter_map(|fix| fix.note.as_deref());
    let mut ends = footnotes(&text, input.format.markup(), notes).into_iter();
    for (fix, edits) in fixes.iter().zip(&mut edits) {
        edits.extend(fix.note.as_ref().and_then(|_| ends.next()));
    }
    edits
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

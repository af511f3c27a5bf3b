//! Options in layers: defaults, the files that a file extends, the file itself, its
//! overrides, flags. Every value knows where it comes from. What a layer says holds
//! instead of what is below it, but for words, rules and exclusions, which add up.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use super::globs::Pattern;
use super::{Config, FailOn, Flags, GlossarySource, Treatment};
use crate::glossary::bundled;
use crate::glossary::layers::Change;
use crate::glossary::term::PUBLIC;

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Default,
    Flag(&'static str),
    Line { file: PathBuf, line: usize },
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::Flag(name) => f.write_str(name),
            Self::Line { file, line } => write!(f, "{}:{line}", file.display()),
        }
    }
}

/// A value, and where it comes from.
#[derive(Clone, Debug)]
pub(super) struct Sourced<T> {
    pub(super) value: T,
    pub(super) origin: Origin,
}

impl<T> Sourced<T> {
    fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }
}

/// Options, absent where nothing was said.
#[derive(Clone, Debug, Default)]
pub(super) struct Layer {
    pub(super) audience: Option<Sourced<String>>,
    pub(super) glossaries: Option<Vec<Sourced<GlossarySource>>>,
    /// Glossaries on top of those of the layers below.
    pub(super) more_glossaries: Vec<Sourced<GlossarySource>>,
    pub(super) no_bundled: bool,
    pub(super) fail_on: Option<Sourced<FailOn>>,
    pub(super) quotations: Option<Sourced<Treatment>>,
    pub(super) headings: Option<Sourced<Treatment>>,
    pub(super) include: Option<Vec<Sourced<Pattern>>>,
    pub(super) exclude: Vec<Sourced<Pattern>>,
    pub(super) allow: Vec<Sourced<String>>,
    pub(super) terms: BTreeMap<String, Sourced<Change>>,
}

impl Layer {
    /// What holds where nobody says anything.
    pub(super) fn defaults() -> Self {
        let bundled = bundled::ALL
            .iter()
            .map(|bundled| Sourced::new(GlossarySource::Bundled(bundled.name), Origin::Default));
        Self {
            audience: Some(Sourced::new(PUBLIC.to_owned(), Origin::Default)),
            glossaries: Some(bundled.collect()),
            fail_on: Some(Sourced::new(FailOn::Warning, Origin::Default)),
            quotations: Some(Sourced::new(Treatment::Flag, Origin::Default)),
            headings: Some(Sourced::new(Treatment::Rewrite, Origin::Default)),
            ..Self::default()
        }
    }

    /// What was typed.
    pub(super) fn typed(flags: &Flags) -> Self {
        let audience = flags.audience.clone();
        let glossaries = flags.glossaries.iter().cloned().map(GlossarySource::File);
        Self {
            audience: audience.map(|name| Sourced::new(name, Origin::Flag("--audience"))),
            more_glossaries: glossaries
                .map(|source| Sourced::new(source, Origin::Flag("--glossary")))
                .collect(),
            no_bundled: flags.no_bundled,
            fail_on: flags
                .fail_on
                .map(|fail_on| Sourced::new(fail_on, Origin::Flag("--fail-on"))),
            ..Self::default()
        }
    }

    /// This layer with another on top of it.
    pub(super) fn under(mut self, upper: Self) -> Self {
        let mut glossaries = upper.glossaries.or(self.glossaries);
        if let Some(glossaries) = &mut glossaries {
            glossaries.retain(|source| !upper.no_bundled || source.value.bundled().is_none());
            glossaries.extend(upper.more_glossaries);
        }
        self.exclude.extend(upper.exclude);
        self.allow.extend(upper.allow);
        self.terms.extend(upper.terms);
        Self {
            audience: upper.audience.or(self.audience),
            glossaries,
            fail_on: upper.fail_on.or(self.fail_on),
            quotations: upper.quotations.or(self.quotations),
            headings: upper.headings.or(self.headings),
            include: upper.include.or(self.include),
            ..self
        }
    }

    /// The values alone.
    pub(super) fn config(self, file: Option<PathBuf>) -> Config {
        let treated = |place: Option<Sourced<Treatment>>| place.map(|place| place.value);
        let glossaries = self.glossaries.unwrap_or_default();
        Config {
            audience: self
                .audience
                .map_or_else(|| PUBLIC.to_owned(), |audience| audience.value),
            glossaries: glossaries.into_iter().map(|source| source.value).collect(),
            fail_on: self
                .fail_on
                .map_or(FailOn::Warning, |fail_on| fail_on.value),
            quotations: treated(self.quotations) == Some(Treatment::Rewrite),
            keep_headings: treated(self.headings) == Some(Treatment::Flag),
            allow: self.allow.into_iter().map(|word| word.value).collect(),
            changes: self
                .terms
                .into_iter()
                .map(|(rule, change)| (rule, change.value))
                .collect(),
            file,
        }
    }
}

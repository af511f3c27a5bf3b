//! `dejargon.toml`, key for key, and the files that it extends. Every mistake of a
//! file is found at once, with its place; what comes out is layers whose values
//! know their lines.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use super::globs::Pattern;
use super::layer::{Layer, Origin, Sourced};
use super::{ConfigError, FailOn, GlossarySource, Treatment};
use crate::finding::Severity;
use crate::glossary::bundled;
use crate::glossary::layers::Change;
use crate::glossary::problem::{Problem, SourceFile};
use crate::glossary::read;
use crate::glossary::schema::OneOrMany;
use crate::glossary::value::FileValue;
use crate::text::path::{absolute, resolved};
use crate::text::position::LineIndex;
use crate::text::span::Span;

/// A file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct File {
    extend: Option<Spanned<String>>,
    audience: Option<Spanned<String>>,
    glossaries: Option<Vec<Spanned<String>>>,
    fail_on: Option<Spanned<FailOn>>,
    quotations: Option<Spanned<Treatment>>,
    headings: Option<Spanned<Treatment>>,
    include: Option<Vec<Spanned<String>>>,
    exclude: Vec<Spanned<String>>,
    allow: Vec<Spanned<String>>,
    terms: BTreeMap<String, Spanned<TermChange>>,
    overrides: Vec<Override>,
}

/// What holds for some of the documents.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Override {
    paths: Vec<Spanned<String>>,
    audience: Option<Spanned<String>>,
    fail_on: Option<Spanned<FailOn>>,
    quotations: Option<Spanned<Treatment>>,
    headings: Option<Spanned<Treatment>>,
    #[serde(default)]
    allow: Vec<Spanned<String>>,
    #[serde(default)]
    terms: BTreeMap<String, Spanned<TermChange>>,
}

#[derive(Debug, Deserialize)]
#[serde(
    untagged,
    expecting = "expected \"off\", or a table with `severity` or `plain`"
)]
enum TermChange {
    Off(Off),
    Set(Setting),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Off {
    Off,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Setting {
    severity: Option<Severity>,
    plain: Option<OneOrMany>,
}

/// What of it is said to people.
impl FileValue for File {
    fn disarm(&mut self) {
        self.audience.disarm();
        self.allow.disarm();
        self.terms.values_mut().for_each(FileValue::disarm);
        for some in &mut self.overrides {
            some.audience.disarm();
            some.allow.disarm();
            some.terms.values_mut().for_each(FileValue::disarm);
        }
    }
}

impl FileValue for Spanned<TermChange> {
    fn disarm(&mut self) {
        if let TermChange::Set(setting) = self.get_mut() {
            setting.plain.disarm();
        }
    }
}

impl From<TermChange> for Change {
    fn from(change: TermChange) -> Self {
        match change {
            TermChange::Off(Off::Off) => Self::Off,
            TermChange::Set(Setting { severity, plain }) => Self::Set {
                severity,
                plain: plain.map(OneOrMany::into_vec),
            },
        }
    }
}

/// What a file and those that it extends say.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// For all documents.
    pub(super) all: Layer,
    /// For the documents of these paths; later ones win.
    pub(super) some: Vec<Overriding>,
}

/// What holds for the documents of some paths.
#[derive(Debug)]
pub(super) struct Overriding {
    pub(super) paths: Vec<Sourced<Pattern>>,
    pub(super) layer: Layer,
}

impl Overriding {
    /// Whether it holds for a file, given by an absolute path.
    pub(super) fn matches(&self, path: &Path) -> bool {
        self.paths.iter().any(|glob| glob.value.matches(path))
    }
}

/// Reads a file and those that it extends.
pub(super) fn read(path: &Path) -> Result<Written, ConfigError> {
    let mut chain = Vec::new();
    let mut files = Vec::new();
    let mut next = Some(path.to_owned());
    while let Some(path) = next {
        let text = read::text(&path, read::Kind::Configuration).map_err(|cause| {
            ConfigError::Unreadable {
                path: path.clone(),
                cause,
            }
        })?;
        files.push(absolute(&path));
        let reader = Reader::new(&path, &text);
        let (written, extended) = reader.written(&files)?;
        chain.push(written);
        next = extended;
    }
    let lowest_first = chain.into_iter().rev();
    Ok(lowest_first.fold(Written::default(), |mut below, upper| {
        below.some.extend(upper.some);
        Written {
            all: below.all.under(upper.all),
            some: below.some,
        }
    }))
}

/// One file, while it becomes layers.
struct Reader<'s> {
    source: SourceFile<'s>,
    /// The folder of the file, as it is shown.
    beside: &'s Path,
    /// The folder, from the file system's root on.
    folder: PathBuf,
    problems: Vec<Problem>,
}

impl<'s> Reader<'s> {
    fn new(path: &'s Path, text: &'s str) -> Self {
        let beside = path.parent().unwrap_or(Path::new(""));
        Self {
            source: SourceFile { path, text },
            beside,
            folder: absolute(path).parent().unwrap_or(beside).to_owned(),
            problems: Vec::new(),
        }
    }

    /// What the file says, and the file that it extends. `files` are this one and
    /// those that led to it.
    fn written(mut self, files: &[PathBuf]) -> Result<(Written, Option<PathBuf>), ConfigError> {
        let table = self.source.toml(&mut self.problems);
        let file: Option<File> = self.source.read(table, &mut self.problems);
        let mut file = file.unwrap_or_default();
        file.disarm();
        let extend = file.extend.take();
        let extended = extend.and_then(|named| self.extended(&named, files));
        let written = self.layers(file);
        if self.problems.is_empty() {
            Ok((written, extended))
        } else {
            Err(ConfigError::Problems(self.problems))
        }
    }

    fn extended(&mut self, named: &Spanned<String>, files: &[PathBuf]) -> Option<PathBuf> {
        let path = resolved(&self.beside.join(named.get_ref()));
        if !path.is_file() {
            let remedy = "`extend` takes the path of a file, from the folder of this one";
            self.wrong(
                named,
                format!("there is no file {}", path.display()),
                remedy,
            );
            return None;
        }
        if files.contains(&absolute(&path)) {
            let message = format!("{} is extended in a circle", path.display());
            self.wrong(named, message, "take out one `extend` of the circle");
            return None;
        }
        Some(path)
    }

    fn layers(&mut self, file: File) -> Written {
        let include = file.include.map(|globs| self.patterns(globs));
        let glossaries = file.glossaries.map(|names| {
            let sources = names.into_iter().map(|name| self.sourced(name));
            sources
                .map(|name| Sourced {
                    value: glossary(&name.value, self.beside),
                    origin: name.origin,
                })
                .collect()
        });
        let all = Layer {
            audience: file.audience.map(|value| self.sourced(value)),
            glossaries,
            fail_on: file.fail_on.map(|value| self.sourced(value)),
            quotations: file.quotations.map(|value| self.sourced(value)),
            headings: file.headings.map(|value| self.sourced(value)),
            include,
            exclude: self.patterns(file.exclude),
            allow: self.words(file.allow),
            terms: self.terms(file.terms),
            ..Layer::default()
        };
        let some = file.overrides.into_iter();
        let some = some.map(|some| self.overriding(some)).collect();
        Written { all, some }
    }

    fn overriding(&mut self, some: Override) -> Overriding {
        let paths = self.patterns(some.paths);
        let layer = Layer {
            audience: some.audience.map(|value| self.sourced(value)),
            fail_on: some.fail_on.map(|value| self.sourced(value)),
            quotations: some.quotations.map(|value| self.sourced(value)),
            headings: some.headings.map(|value| self.sourced(value)),
            allow: self.words(some.allow),
            terms: self.terms(some.terms),
            ..Layer::default()
        };
        Overriding { paths, layer }
    }

    fn words(&self, words: Vec<Spanned<String>>) -> Vec<Sourced<String>> {
        words.into_iter().map(|word| self.sourced(word)).collect()
    }

    fn terms(
        &self,
        terms: BTreeMap<String, Spanned<TermChange>>,
    ) -> BTreeMap<String, Sourced<Change>> {
        let terms = terms.into_iter();
        terms
            .map(|(rule, change)| (rule, self.sourced(change)))
            .map(|(rule, Sourced { value, origin })| {
                let value = value.into();
                (rule, Sourced { value, origin })
            })
            .collect()
    }

    /// The globs that are right; what is wrong with the others is noted.
    fn patterns(&mut self, globs: Vec<Spanned<String>>) -> Vec<Sourced<Pattern>> {
        let mut patterns = Vec::with_capacity(globs.len());
        for glob in globs {
            match Pattern::new(glob.get_ref(), &self.folder) {
                Ok(value) => patterns.push(Sourced {
                    value,
                    origin: self.origin(glob.span().start),
                }),
                Err(error) => {
                    let message = format!("this is no glob: {}", error.kind());
                    self.wrong(&glob, message, "write it as in `docs/**/*.md`");
                }
            }
        }
        patterns
    }

    fn wrong<T>(&mut self, value: &Spanned<T>, message: String, remedy: &str) {
        let span = Span::from(value.span());
        let problem = Problem::at(&self.source, span, message);
        self.problems.push(problem.with_remedy(remedy));
    }

    fn sourced<T>(&self, value: Spanned<T>) -> Sourced<T> {
        Sourced {
            origin: self.origin(value.span().start),
            value: value.into_inner(),
        }
    }

    fn origin(&self, offset: usize) -> Origin {
        Origin::Line {
            file: self.source.path.to_owned(),
            line: LineIndex::new(self.source.text).position(offset).line,
        }
    }
}

/// A glossary as the configuration names it: a bundled one, or a file beside.
fn glossary(name: &str, beside: &Path) -> GlossarySource {
    match bundled::ALL.iter().find(|bundled| bundled.name == name) {
        Some(bundled) => GlossarySource::Bundled(bundled.name),
        None => GlossarySource::File(beside.join(name)),
    }
}

//! What is wrong with a file that people write, and what to do about it: the
//! file, the line and column, the line itself, the remedy. Glossaries and the
//! configuration share it, and the readers of TOML tables that collect every
//! mistake of a file instead of stopping at the first.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::text::position::{LineIndex, Position, lines_around};
use crate::text::span::Span;

/// A mistake in a file, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub path: PathBuf,
    /// The mistake in the file's text.
    pub span: Span,
    /// Where it starts.
    pub position: Position,
    /// The line that holds it.
    pub line: String,
    /// The mistake inside `line`, in bytes.
    pub underlined: Span,
    /// What is wrong.
    pub message: String,
    /// The other place that the message speaks of, if it does.
    pub other: Option<Other>,
    /// What to write instead.
    pub remedy: Option<String>,
}

impl Problem {
    /// A mistake at `span` of the file's text.
    pub fn at(source: &SourceFile, span: Span, message: impl Into<String>) -> Self {
        let lines = lines_around(source.text, span.start, span.start);
        let start = span.start.clamp(lines.start, lines.end);
        let end = span.end.clamp(start, lines.end);
        let line = source.text[lines.clone()].trim_end_matches('\r').to_owned();
        let underlined = Span::new(
            (start - lines.start).min(line.len()),
            (end - lines.start).min(line.len()),
        );
        Self {
            path: source.path.to_owned(),
            span: Span::new(start, end),
            position: LineIndex::new(source.text).position(start),
            line,
            underlined,
            message: message.into(),
            other: None,
            remedy: None,
        }
    }

    /// With a line of the file in its message, between these words and `behind`.
    #[must_use]
    pub(super) fn naming_line(mut self, line: usize, behind: &str) -> Self {
        let start = self.message.len();
        self.message = format!("{}line {line}", self.message);
        self.other = Some(Other {
            line,
            named: Span::new(start, self.message.len()),
        });
        self.message.push_str(behind);
        self
    }

    /// The message and the remedy, with another name for the line that it speaks of.
    pub fn said(&self, name: impl FnOnce(usize) -> Option<String>) -> String {
        let mut said = self.message.clone();
        if let Some(Other { line, named }) = self.other
            && let Some(name) = name(line)
        {
            said.replace_range(named.range(), &name);
        }
        if let Some(remedy) = &self.remedy {
            said = format!("{said}: {remedy}");
        }
        said
    }

    /// With what to write instead.
    #[must_use]
    pub fn with_remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    /// A mistake that the TOML reader found.
    fn from_toml(source: &SourceFile, error: &toml::de::Error) -> Self {
        let span = error.span().map_or_else(Span::default, Span::from);
        let (message, remedy) = reworded(error.message());
        let problem = Self::at(source, span, message);
        match remedy {
            Some(remedy) => problem.with_remedy(remedy),
            None => problem,
        }
    }
}

/// A line that a message speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Other {
    /// The line, from 1.
    pub line: usize,
    /// Where in the message it is named.
    pub named: Span,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.position;
        write!(
            f,
            "{}:{line}:{column}: {}",
            self.path.display(),
            self.message
        )?;
        write!(f, "\n    {}", self.line)?;
        if let Some(remedy) = &self.remedy {
            write!(f, "\n    help: {remedy}")?;
        }
        Ok(())
    }
}

/// Writes problems, each on lines of its own.
pub(crate) fn write_lines(f: &mut fmt::Formatter<'_>, problems: &[Problem]) -> fmt::Result {
    for (index, problem) in problems.iter().enumerate() {
        let separator = if index == 0 { "" } else { "\n" };
        write!(f, "{separator}{problem}")?;
    }
    Ok(())
}

/// A file that is being read.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'s> {
    /// Its path, as it is shown.
    pub path: &'s Path,
    /// Its text.
    pub text: &'s str,
}

impl<'s> SourceFile<'s> {
    /// Parses it as TOML; every mistake of syntax is a problem.
    pub fn toml(&self, problems: &mut Vec<Problem>) -> Spanned<DeTable<'s>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        let conflicts = if errors.is_empty() {
            Vec::new()
        } else {
            self.conflicts()
        };
        if conflicts.is_empty() {
            problems.extend(errors.iter().map(|error| Problem::from_toml(self, error)));
        }
        problems.extend(conflicts);
        table
    }

    /// The places where git could not merge two versions, of which the reader of TOML
    /// would only say that they are no TOML.
    fn conflicts(&self) -> Vec<Problem> {
        let starts = self.text.match_indices("<<<<<<<").map(|(at, _)| at);
        let starts = starts.filter(|&at| at == 0 || self.text[..at].ends_with('\n'));
        starts
            .map(|at| {
                let line = lines_around(self.text, at, at);
                let message = "two versions of this place were not merged";
                Problem::at(self, Span::new(line.start, line.end), message).with_remedy(
                    "keep what is right of both, and take out the lines with `<<<<<<<`, `=======` and `>>>>>>>`",
                )
            })
            .collect()
    }

    /// Reads a table into `T`, if nothing is wrong with it; else all that is
    /// wrong is noted.
    pub fn read<T: for<'de> Deserialize<'de>>(
        &self,
        table: Spanned<DeTable<'s>>,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        let before = problems.len();
        let read = self.salvage(table, problems);
        read.filter(|_| problems.len() == before)
    }

    /// Reads what is right of a table into `T`. A key that is unknown or has a
    /// wrong value is noted and left out, and reading starts again without it,
    /// until all mistakes are known.
    pub fn salvage<T: for<'de> Deserialize<'de>>(
        &self,
        mut table: Spanned<DeTable<'s>>,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        let mut sound = true;
        loop {
            let value = Spanned::new(table.span(), DeValue::Table(table.get_ref().clone()));
            let error = match T::deserialize(ValueDeserializer::from(value)) {
                Ok(read) => return Some(read),
                Err(error) => error,
            };
            let culprit = error.span().and_then(|span| key_at(table.get_ref(), &span));
            // A key that was left out above is missing only because of that.
            if culprit.is_some() || sound {
                problems.push(Problem::from_toml(self, &error));
            }
            sound = false;
            table.get_mut().remove(culprit?.as_str());
        }
    }
}

/// The key of `table` whose name or value holds `span`.
fn key_at(table: &DeTable, span: &Range<usize>) -> Option<String> {
    table
        .iter()
        .find(|(key, value)| covers(&key.span(), span) || holds(value, span))
        .map(|(key, _)| key.get_ref().to_string())
}

/// Whether a value holds `span`, itself or in what is written below it: the span
/// of a table with a heading is that of the heading.
fn holds(value: &Spanned<DeValue<'_>>, span: &Range<usize>) -> bool {
    covers(&value.span(), span)
        || match value.get_ref() {
            DeValue::Table(table) => key_at(table, span).is_some(),
            DeValue::Array(items) => items.iter().any(|item| holds(item, span)),
            _ => false,
        }
}

fn covers(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The TOML reader's message in this program's words, and the remedy: for an
/// unknown name the nearest known one.
fn reworded(message: &str) -> (String, Option<String>) {
    let message = message.lines().next().unwrap_or_default();
    let unknown = ["unknown field", "unknown variant"]
        .iter()
        .any(|start| message.starts_with(start));
    if !unknown {
        return (message.to_owned(), None);
    }
    let mut names = message.split('`').skip(1).step_by(2);
    let Some(wrong) = names.next() else {
        return (message.to_owned(), None);
    };
    let known: Vec<&str> = names.collect();
    let what = if message.starts_with("unknown field") {
        "key"
    } else {
        "value"
    };
    let remedy = nearest(wrong, known.iter().copied()).map_or_else(
        || format!("known here: {}", known.join(", ")),
        |near| format!("did you mean `{near}`? known here: {}", known.join(", ")),
    );
    (format!("unknown {what} `{wrong}`"), Some(remedy))
}

/// The name among `known` that `wrong` was most likely meant to be: at least
/// 0.75 alike by Jaro and Winkler.
pub fn nearest<'k>(wrong: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    known
        .into_iter()
        .map(|name| (strsim::jaro_winkler(wrong, name), name))
        .filter(|&(likeness, _)| likeness >= 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

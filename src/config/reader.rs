//! A configuration file, while it is read: where its values stand, and what is wrong.

use std::path::{Path, PathBuf};

use toml::Spanned;

use super::sourced::Origin;
use crate::glossary::problem::{Problem, SourceFile};
use crate::text::path::absolute;
use crate::text::position::LineIndex;
use crate::text::span::Span;

/// One file, while it becomes options.
pub(super) struct Reader<'s> {
    pub(super) source: SourceFile<'s>,
    /// The folder of the file, as it is shown.
    pub(super) beside: &'s Path,
    /// The folder, from the file system's root on.
    pub(super) folder: PathBuf,
    pub(super) problems: Vec<Problem>,
}

impl<'s> Reader<'s> {
    pub(super) fn new(path: &'s Path, text: &'s str) -> Self {
        let beside = path.parent().unwrap_or(Path::new(""));
        Self {
            source: SourceFile { path, text },
            beside,
            folder: absolute(path).parent().unwrap_or(beside).to_owned(),
            problems: Vec::new(),
        }
    }

    /// Notes what is wrong with a value.
    pub(super) fn wrong<T>(&mut self, value: &Spanned<T>, message: String, remedy: &str) {
        let span = Span::from(value.span());
        let problem = Problem::at(&self.source, span, message);
        self.problems.push(problem.with_remedy(remedy));
    }

    /// The line of an offset.
    pub(super) fn origin(&self, offset: usize) -> Origin {
        Origin::Line {
            file: self.source.path.to_owned(),
            line: LineIndex::new(self.source.text).position(offset).line,
        }
    }
}

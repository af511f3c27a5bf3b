//! From a glossary file's text to its entries. All mistakes are found in one go:
//! a table that is wrong does not hide what is wrong with the next.

use std::path::Path;

use super::pieces;
use super::problem::{Problem, SourceFile};
use super::written::{Glossary, Written, survey_right};

/// Reads a glossary.
///
/// # Errors
///
/// Every mistake of the file, with its place and the remedy.
pub fn parse(path: &Path, text: &str) -> Result<Glossary, Vec<Problem>> {
    let source = SourceFile { path, text };
    let survey = match pieces::read(text) {
        Ok(file) => survey_right(source, file),
        Err(_) => Written::read(source).survey(),
    };
    survey.right()
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
#[cfg(test)]
pub(super) use tests::entry_of;

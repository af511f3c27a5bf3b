//! Comments in code: their words are prose, the code around them is not, nor is code
//! inside them. Which signs begin a comment, each language says; lines of comments
//! that follow each other are one text, and a rewrite keeps the sign before each.

use std::path::Path;

use super::lines::Blocks;
use crate::document::{Document, Format, Markup, Part};

#[cfg(test)]
mod comments_tests;
mod examples;
mod inline;
mod languages;
mod scan;
mod strings;
mod text;
mod tools;

use languages::{LANGUAGES, Language};

/// The format of code whose language is not known yet.
#[derive(Debug)]
pub(super) struct Comments;

/// The format of code in a language.
#[derive(Debug)]
pub(super) struct Code(Language);

static CODE: [Code; LANGUAGES.len()] = {
    let mut code = [const { Code(LANGUAGES[0]) }; LANGUAGES.len()];
    let mut at = 0;
    while at < LANGUAGES.len() {
        code[at] = Code(LANGUAGES[at]);
        at += 1;
    }
    code
};

/// The format of a file of code, by its name.
pub(super) fn of_code(path: &Path) -> Option<&'static dyn Format> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    let code = CODE
        .iter()
        .find(|code| code.0.extensions.contains(&extension.as_str()))?;
    Some(code)
}

/// The same, if the file is a program and no data.
pub(super) fn of_program(path: &Path) -> Option<&'static dyn Format> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    let is_data = matches!(extension.as_str(), "yaml" | "yml" | "toml");
    if is_data { None } else { of_code(path) }
}

impl Format for Comments {
    fn name(&self) -> &'static str {
        "comments"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &[]
    }

    fn markup(&self) -> Markup {
        Markup::Comment
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        Document::of(Part::new(source, Markup::Comment))
    }

    fn of_file(&self, path: Option<&Path>) -> Result<Option<&'static dyn Format>, String> {
        if let Some(code) = path.and_then(of_code) {
            return Ok(Some(code));
        }
        let extensions = LANGUAGES.iter().map(|language| language.extensions[0]);
        let known: Vec<&str> = extensions.collect();
        Err(format!(
            "is in no language whose comments are read; known are files such as .{}{}",
            known.join(", ."),
            match path {
                Some(_) => "",
                None => "; name standard input with --stdin-filename",
            }
        ))
    }
}

impl Format for Code {
    fn name(&self) -> &'static str {
        "comments"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &[]
    }

    fn markup(&self) -> Markup {
        Markup::Comment
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        let mut part = Part::new(source, Markup::Comment);
        let comments = scan::comments(source, &self.0);
        let mut blocks = Blocks::new(source, &mut part, inline::read);
        for comment in scan::joined(source, &comments) {
            text::read(&mut blocks, &comment);
        }
        Document::of(part)
    }
}

//! From a glossary file's text to its entries. All mistakes are found in one go:
//! a table that is wrong does not hide what is wrong with the next.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::entries::Reader;
use super::pieces;
use super::problem::{Problem, SourceFile};
use super::schema::{self, Header, Term};
use super::term::Entry;
use super::value::FileValue;
use crate::text::span::Span;

/// A glossary whose entries are all right.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    /// Its id.
    pub name: String,
    /// Audiences that speak it already.
    pub known_to: Vec<String>,
    /// Its entries, in the order of the file.
    pub entries: Vec<Entry>,
}

impl Glossary {
    /// The glossary with another file of its own.
    #[must_use]
    pub fn joined(mut self, other: Self) -> Self {
        self.known_to.extend(other.known_to);
        self.entries.extend(other.entries);
        self
    }
}

/// All that can be read of a glossary, right or wrong: for those who mend it.
#[derive(Debug)]
pub struct Survey {
    /// The glossary with the entries that are right; without a header it has no
    /// name.
    pub glossary: Glossary,
    /// Where the term of each entry is written.
    pub terms: Vec<Span>,
    /// What is not of the format.
    pub problems: Vec<Problem>,
    /// Forms that two entries claim, with nothing to tell them apart.
    pub claims: Vec<Problem>,
}

/// Reads a glossary.
///
/// # Errors
///
/// Every mistake of the file, with its place and the remedy.
pub fn parse(path: &Path, text: &str) -> Result<Glossary, Vec<Problem>> {
    let survey = survey(SourceFile { path, text });
    let mut problems = survey.problems;
    problems.extend(survey.claims);
    if problems.is_empty() {
        return Ok(survey.glossary);
    }
    problems.sort_by_key(|problem| problem.position);
    Err(problems)
}

/// Reads what can be read of a glossary.
pub fn survey(source: SourceFile<'_>) -> Survey {
    match pieces::read(source.text) {
        Ok(written) => build(source, written),
        Err(_) => mistakes(source),
    }
}

/// The tables of a glossary's entries, right or wrong, with the place of every
/// value.
pub fn term_tables(source: SourceFile<'_>) -> Vec<Spanned<DeTable<'_>>> {
    let mut known_already = Vec::new();
    let mut root = source.toml(&mut known_already);
    take_terms(&source, &mut root, &mut known_already)
}

fn build(source: SourceFile<'_>, written: schema::File) -> Survey {
    let mut problems = Vec::new();
    let mut header = written.glossary;
    header.disarm();
    check_name(&source, &header, &mut problems);
    let mut reader = Reader::new(source, Some(&header));
    for term in written.term {
        reader.add(term, &mut problems);
    }
    let read = reader.finish();
    surveyed(Some(header), read, problems)
}

/// Everything that is wrong with a file that is not of the format: table by
/// table and key by key.
fn mistakes(source: SourceFile<'_>) -> Survey {
    let mut problems = Vec::new();
    let mut root = source.toml(&mut problems);
    let header = read_header(&source, &mut root, &mut problems);
    let terms = take_terms(&source, &mut root, &mut problems);
    for (key, _) in root.get_ref() {
        problems.push(
            Problem::at(
                &source,
                key.span().into(),
                format!("unknown key `{}`", key.get_ref()),
            )
            .with_remedy(
                "a glossary has one `[glossary]` table and any number of `[[term]]` tables",
            ),
        );
    }
    let mut reader = Reader::new(source, header.as_ref());
    for table in terms {
        if let Some(term) = source.read::<Term>(table, &mut problems) {
            reader.add(term, &mut problems);
        }
    }
    let read = reader.finish();
    surveyed(header, read, problems)
}

fn surveyed(
    header: Option<Header>,
    (entries, claims): (Vec<(Entry, Span)>, Vec<Problem>),
    problems: Vec<Problem>,
) -> Survey {
    let (entries, terms) = entries.into_iter().unzip();
    let glossary = match header {
        Some(header) => Glossary {
            name: header.name.into_inner(),
            known_to: header.known_to,
            entries,
        },
        None => Glossary {
            entries,
            ..Glossary::default()
        },
    };
    Survey {
        glossary,
        terms,
        problems,
        claims,
    }
}

fn read_header<'s>(
    source: &SourceFile<'s>,
    root: &mut Spanned<DeTable<'s>>,
    problems: &mut Vec<Problem>,
) -> Option<Header> {
    let value = root.get_mut().remove("glossary");
    let Some((span, DeValue::Table(table))) = value.map(|v| (v.span(), v.into_inner())) else {
        // A file that is no TOML has been told so already.
        if problems.is_empty() {
            problems.push(
                Problem::at(source, Span::default(), "the `[glossary]` table is missing")
                    .with_remedy("begin with `[glossary]`, `name = \"our-words\"` and `title = \"Our words\"`"),
            );
        }
        return None;
    };
    let mut header: Header = source.salvage(Spanned::new(span, table), problems)?;
    header.disarm();
    check_name(source, &header, problems);
    Some(header)
}

fn check_name(source: &SourceFile<'_>, header: &Header, problems: &mut Vec<Problem>) {
    let name = header.name.get_ref();
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.is_empty() || !name.chars().all(allowed) {
        problems.push(
            Problem::at(
                source,
                header.name.span().into(),
                "a glossary's name is the first half of its rules' ids",
            )
            .with_remedy("use small letters, digits and hyphens only"),
        );
    }
}

fn take_terms<'s>(
    source: &SourceFile<'s>,
    root: &mut Spanned<DeTable<'s>>,
    problems: &mut Vec<Problem>,
) -> Vec<Spanned<DeTable<'s>>> {
    let Some(value) = root.get_mut().remove("term") else {
        return Vec::new();
    };
    let span = value.span();
    let DeValue::Array(terms) = value.into_inner() else {
        problems.push(
            Problem::at(source, span.into(), "`term` is a list of tables")
                .with_remedy("write `[[term]]`, with two brackets, above each entry"),
        );
        return Vec::new();
    };
    terms
        .into_iter()
        .filter_map(|term| {
            let span = term.span();
            match term.into_inner() {
                DeValue::Table(table) => Some(Spanned::new(span, table)),
                _ => {
                    problems.push(Problem::at(source, span.into(), "an entry is a table"));
                    None
                }
            }
        })
        .collect()
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
#[cfg(test)]
pub(super) use tests::entry_of;

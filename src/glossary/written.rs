//! A glossary as it is written, parsed once: its tables with the place of every key and
//! value, whatever is wrong with them. Who asks what is right of it (`survey`), where its
//! lines are (`layout`) or what it says asks the same tables.

use serde::Deserialize;
use toml::de::{DeTable, DeValue, ValueDeserializer};
use toml::{Spanned, Table, Value};

use super::entries::Reader;
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

impl Survey {
    /// The glossary, if all of it is right.
    ///
    /// # Errors
    ///
    /// Every mistake of the file, with its place and the remedy.
    pub fn right(self) -> Result<Glossary, Vec<Problem>> {
        let mut problems = self.problems;
        problems.extend(self.claims);
        if problems.is_empty() {
            return Ok(self.glossary);
        }
        problems.sort_by_key(|problem| problem.position);
        Err(problems)
    }
}

/// A glossary's file, parsed.
#[derive(Debug)]
pub struct Written<'s> {
    /// The file.
    pub source: SourceFile<'s>,
    /// Why it is no TOML, if it is none.
    pub broken: Vec<Problem>,
    root: Spanned<DeTable<'s>>,
}

impl<'s> Written<'s> {
    /// Parses a file, whatever is wrong with it.
    pub fn read(source: SourceFile<'s>) -> Self {
        let mut broken = Vec::new();
        let root = source.toml(&mut broken);
        Self {
            source,
            broken,
            root,
        }
    }

    /// Its `[glossary]` table, with the place of its heading.
    pub fn header(&self) -> Option<(Span, &DeTable<'s>)> {
        table(self.root.get_ref().get("glossary")?)
    }

    /// The tables of its entries, right or wrong, with the places of their headings.
    pub fn terms(&self) -> impl Iterator<Item = (Span, &DeTable<'s>)> {
        self.listed().iter().filter_map(table)
    }

    /// What `term` lists, be they tables or not.
    pub(super) fn listed(&self) -> &[Spanned<DeValue<'s>>] {
        match self.root.get_ref().get("term").map(Spanned::get_ref) {
            Some(DeValue::Array(terms)) => terms,
            _ => &[],
        }
    }

    /// The entries that are right, and everything that is wrong, table by table and key
    /// by key.
    pub fn survey(&self) -> Survey {
        let mut problems = self.broken.clone();
        let header = self.read_header(&mut problems);
        self.check_keys(&mut problems);
        let mut reader = Reader::new(self.source, header.as_ref());
        for (span, table) in self.terms() {
            let table = Spanned::new(span.range(), table.clone());
            if let Some(term) = self.source.read::<Term>(table, &mut problems) {
                reader.add(term, &mut problems);
            }
        }
        let read = reader.finish();
        surveyed(header, read, problems)
    }

    fn read_header(&self, problems: &mut Vec<Problem>) -> Option<Header> {
        let Some((span, table)) = self.header() else {
            // A file that is no TOML has been told so already.
            if problems.is_empty() {
                problems.push(self.without_header());
            }
            return None;
        };
        let table = Spanned::new(span.range(), table.clone());
        let mut header: Header = self.source.salvage(table, problems)?;
        header.disarm();
        check_name(&self.source, &header, problems);
        Some(header)
    }

    /// That there is no `[glossary]`.
    pub(super) fn without_header(&self) -> Problem {
        Problem::at(
            &self.source,
            Span::default(),
            "the `[glossary]` table is missing",
        )
        .with_remedy("begin with `[glossary]`, `name = \"our-words\"` and `title = \"Our words\"`")
    }

    /// Notes the keys that no glossary has, and entries that are no tables.
    fn check_keys(&self, problems: &mut Vec<Problem>) {
        let wrong = |span: Span, message: &str| Problem::at(&self.source, span, message);
        for (key, value) in self.root.get_ref() {
            match key.get_ref().as_ref() {
                "glossary" => {}
                "term" if value.get_ref().is_array() => {}
                "term" => problems.push(
                    wrong(value.span().into(), "`term` is a list of tables")
                        .with_remedy("write `[[term]]`, with two brackets, above each entry"),
                ),
                other => problems.push(
                    wrong(key.span().into(), &format!("unknown key `{other}`")).with_remedy(
                        "a glossary has one `[glossary]` table and any number of `[[term]]` tables",
                    ),
                ),
            }
        }
        let listed = self.listed().iter();
        let others = listed.filter(|term| !term.get_ref().is_table());
        problems.extend(others.map(|term| wrong(term.span().into(), "an entry is a table")));
    }
}

/// Surveys tables that have been read as a glossary without a mistake.
pub(super) fn survey_right(source: SourceFile<'_>, file: schema::File) -> Survey {
    let mut problems = Vec::new();
    let mut header = file.glossary;
    header.disarm();
    check_name(&source, &header, &mut problems);
    let mut reader = Reader::new(source, Some(&header));
    for term in file.term {
        reader.add(term, &mut problems);
    }
    let read = reader.finish();
    surveyed(Some(header), read, problems)
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

fn table<'w, 's>(value: &'w Spanned<DeValue<'s>>) -> Option<(Span, &'w DeTable<'s>)> {
    Some((value.span().into(), value.get_ref().as_table()?))
}

/// A table without its places.
pub fn plain(table: &DeTable<'_>) -> Table {
    let pairs = table.iter().filter_map(|(key, value)| {
        let value = Value::deserialize(ValueDeserializer::from(value.clone()));
        Some((key.get_ref().to_string(), value.ok()?))
    });
    pairs.collect()
}

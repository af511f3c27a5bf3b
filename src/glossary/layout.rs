//! A glossary's file in pieces, so that it can be changed without being written
//! anew: the head, each entry with the comments above it, each field of an entry
//! with its own. Pieces are places in the text. What a field means is not asked
//! here; a file that is no glossary, or laid out in a way in which its entries do
//! not follow each other, has no pieces.

use toml::de::{DeTable, DeValue};
use toml::{Spanned, Value};

use super::entries::slug;
use super::problem::{Problem, SourceFile};
use super::written::{Written, plain};
use crate::text::position::lines_around;
use crate::text::span::Span;

/// How many entries show whether a file is sorted.
const FEWEST_SORTED: usize = 3;

/// A glossary's file in pieces.
#[derive(Clone, Debug)]
pub struct Layout<'t> {
    /// The whole text.
    pub text: &'t str,
    /// What stands before the first entry: the `[glossary]` table.
    pub head: Piece,
    /// The entries, in the order of the file.
    pub entries: Vec<Piece>,
}

/// A `[[term]]` table, or the `[glossary]` table.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The second half of its rule; empty for the head.
    pub id: String,
    /// The term; empty for the head.
    pub term: String,
    /// All of it, in whole lines, with the comments that touch it.
    pub span: Span,
    /// The comments right above its heading.
    pub comments: Span,
    /// The line of its heading.
    pub heading: Span,
    /// Its fields, in the order of the file.
    pub fields: Vec<Field>,
    /// Comments right behind its last field.
    pub tail: Span,
    /// The text between what is before it and its comments: blank lines, and
    /// comments that touch nothing.
    pub gap: Span,
}

/// A key and its value.
#[derive(Clone, Debug)]
pub struct Field {
    /// The key in the entry's table.
    pub key: String,
    /// The value.
    pub value: Value,
    /// All of it, in whole lines: comments above, key, value, comment behind.
    pub span: Span,
    /// The comments and blank lines above it.
    pub comments: Span,
    /// From the key to the value's end; of a table with a heading, all its lines.
    pub assignment: Span,
    /// Where the key is written.
    pub name: Span,
    /// Where the value is written, if it is written in one place.
    pub written: Span,
    /// Whether it is a table with a heading of its own.
    pub has_heading: bool,
}

impl<'t> Layout<'t> {
    /// Cuts a file into pieces.
    ///
    /// # Errors
    ///
    /// What is wrong with a file that is no TOML, or why its pieces cannot be told
    /// apart.
    pub fn of(written: &Written<'t>) -> Result<Self, Vec<Problem>> {
        if !written.broken.is_empty() {
            return Err(written.broken.clone());
        }
        let source = written.source;
        let cut = Cutter { source }.cut(written);
        cut.map_err(|problem| vec![*problem])
    }

    /// The text of a place.
    pub fn at(&self, span: Span) -> &'t str {
        &self.text[span.range()]
    }

    /// What stands behind the last entry.
    pub fn foot(&self) -> Span {
        let last = self.entries.last().unwrap_or(&self.head);
        Span::new(last.span.end, self.text.len())
    }

    /// The entry of an id.
    pub fn entry(&self, id: &str) -> Option<&Piece> {
        self.entries.iter().find(|piece| piece.id == id)
    }

    /// Whether the entries stand in the order of their terms; three at least have
    /// to.
    pub fn is_sorted(&self) -> bool {
        self.entries.len() >= FEWEST_SORTED
            && self.entries.is_sorted_by_key(|piece| sort_key(&piece.term))
    }

    /// Where an entry of that term goes: the number of the entry before which it
    /// stands, or how many there are for the end.
    pub fn place_for(&self, term: &str) -> usize {
        if !self.is_sorted() {
            return self.entries.len();
        }
        let key = sort_key(term);
        self.entries
            .partition_point(|piece| sort_key(&piece.term) <= key)
    }
}

impl Piece {
    /// Its field of that key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// The line ending of a text.
pub fn line_ending(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// The id of an entry that does not write one.
pub fn slug_of(term: &str) -> String {
    slug(term)
}

/// What terms are sorted by: letters, whatever their case.
pub fn sort_key(term: &str) -> String {
    term.to_lowercase()
}

/// Places of a key and its value before lines are looked at.
struct Extent {
    key: String,
    name: Span,
    written: Span,
    end: usize,
    has_heading: bool,
}

struct Cutter<'t> {
    source: SourceFile<'t>,
}

impl<'t> Cutter<'t> {
    fn cut(&self, written: &Written<'t>) -> Result<Layout<'t>, Box<Problem>> {
        let text = self.source.text;
        let terms = written.listed();
        let mut layout = Layout {
            text,
            head: self.head(written)?,
            entries: Vec::with_capacity(terms.len()),
        };
        let mut from = layout.head.span.end;
        for term in terms {
            let heading = term.span().into();
            let Some(fields) = term.get_ref().as_table() else {
                return Err(self.unusual(heading));
            };
            let piece = self.piece(heading, fields, from)?;
            from = piece.span.end;
            layout.entries.push(piece);
        }
        let behind = Span::new(from, text.len());
        match first_content(text, behind) {
            Some(line) => Err(self.unusual(line)),
            None => Ok(layout),
        }
    }

    fn head(&self, written: &Written<'t>) -> Result<Piece, Box<Problem>> {
        let Some((heading, fields)) = written.header() else {
            return Err(Box::new(written.without_header()));
        };
        let mut piece = self.piece(heading, fields, 0)?;
        // Whatever stands above the head is its own, a licence or a schema.
        piece.gap = Span::new(0, 0);
        piece.comments = Span::new(0, piece.heading.start);
        piece.span.start = 0;
        piece.id.clear();
        piece.term.clear();
        Ok(piece)
    }

    /// The table whose heading is at `heading`, behind `from`.
    fn piece(
        &self,
        heading: Span,
        table: &DeTable<'_>,
        from: usize,
    ) -> Result<Piece, Box<Problem>> {
        let text = self.source.text;
        let values = plain(table);
        let line = whole_lines(text, heading);
        let opening = text[line.start..]
            .trim_start_matches('\u{feff}')
            .trim_start();
        if line.start < from || !opening.starts_with('[') {
            return Err(self.unusual(heading));
        }
        let comments = comments_above(text, Span::new(from, line.start));
        let mut extents: Vec<Extent> = table
            .iter()
            .map(|(key, value)| extent(text, key, value))
            .collect();
        extents.sort_by_key(|extent| extent.name);
        let mut fields = Vec::with_capacity(extents.len());
        let mut end = line.end;
        for extent in extents {
            let lines = whole_lines(text, Span::new(extent.name.start, extent.end));
            let above = Span::new(end.min(lines.start), lines.start);
            if lines.start < end || first_content(text, above).is_some() {
                return Err(self.unusual(extent.name));
            }
            let Some(value) = values.get(&extent.key) else {
                return Err(self.unusual(extent.name));
            };
            end = lines.end;
            fields.push(Field {
                value: value.clone(),
                span: Span::new(above.start, lines.end),
                comments: above,
                assignment: if extent.has_heading {
                    lines
                } else {
                    Span::new(lines.start, extent.end)
                },
                name: extent.name,
                written: extent.written,
                has_heading: extent.has_heading,
                key: extent.key,
            });
        }
        let tail = comments_below(text, end);
        let string = |key| values.get(key).and_then(Value::as_str);
        let term = string("term").unwrap_or_default().trim().to_owned();
        Ok(Piece {
            id: string("id").map_or_else(|| slug(&term), str::to_owned),
            term,
            span: Span::new(comments.start, tail.end),
            gap: Span::new(from, comments.start),
            comments,
            heading: line,
            fields,
            tail,
        })
    }

    fn unusual(&self, span: Span) -> Box<Problem> {
        let problem = Problem::at(
            &self.source,
            span,
            "this file cannot be changed piece by piece",
        )
        .with_remedy(
            "write `[glossary]` first, then a `[[term]]` heading above each entry, with all fields of the entry below it",
        );
        Box::new(problem)
    }
}

/// Where a key and all of its value are.
fn extent(text: &str, key: &Spanned<impl AsRef<str>>, value: &Spanned<DeValue<'_>>) -> Extent {
    let name: Span = key.span().into();
    let line = lines_around(text, name.start, name.start);
    let start = text[line.start..name.start].trim_start();
    Extent {
        key: key.get_ref().as_ref().to_owned(),
        written: value.span().into(),
        end: end_of(value).max(name.end),
        has_heading: start.starts_with('['),
        name,
    }
}

fn end_of(value: &Spanned<DeValue<'_>>) -> usize {
    let own = value.span().end;
    let inner = match value.get_ref() {
        DeValue::Table(table) => table
            .iter()
            .map(|(key, value)| end_of(value).max(key.span().end))
            .max(),
        DeValue::Array(values) => values.iter().map(end_of).max(),
        _ => None,
    };
    own.max(inner.unwrap_or(own))
}

/// The lines that hold a place, with their line endings.
fn whole_lines(text: &str, span: Span) -> Span {
    let lines = lines_around(text, span.start, span.end);
    let newline = usize::from(text[lines.end..].starts_with('\n'));
    Span::new(lines.start, lines.end + newline)
}

/// The first line of a place that is neither blank nor a comment.
fn first_content(text: &str, span: Span) -> Option<Span> {
    lines_of(text, span).find(|line| {
        let line = text[line.range()].trim();
        !line.is_empty() && !line.starts_with('#') && line != "\u{feff}"
    })
}

fn lines_of(text: &str, span: Span) -> impl DoubleEndedIterator<Item = Span> {
    let mut ends: Vec<usize> = text[span.range()]
        .match_indices('\n')
        .map(|(at, _)| span.start + at + 1)
        .collect();
    if ends.last().copied().unwrap_or(span.start) < span.end {
        ends.push(span.end);
    }
    let starts: Vec<usize> = std::iter::once(span.start)
        .chain(ends.iter().copied())
        .collect();
    let lines: Vec<Span> = starts
        .into_iter()
        .zip(ends)
        .map(|(start, end)| Span::new(start, end))
        .collect();
    lines.into_iter()
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with('#')
}

/// The comments at the end of a place, up to a blank line.
fn comments_above(text: &str, span: Span) -> Span {
    let touching = lines_of(text, span)
        .rev()
        .take_while(|line| is_comment(&text[line.range()]))
        .last();
    Span::new(touching.map_or(span.end, |line| line.start), span.end)
}

/// The comments at a place, unless they touch what comes behind them.
fn comments_below(text: &str, start: usize) -> Span {
    let behind = Span::new(start, text.len());
    let end = lines_of_comments(text, behind);
    let next = text[end..].lines().next().unwrap_or_default();
    let touches = !next.trim().is_empty();
    Span::new(start, if touches { start } else { end })
}

fn lines_of_comments(text: &str, span: Span) -> usize {
    let mut end = span.start;
    for line in text[span.range()].split_inclusive('\n') {
        if !is_comment(line) {
            break;
        }
        end += line.len();
    }
    end
}

#[cfg(test)]
#[path = "layout_tests.rs"]
mod tests;

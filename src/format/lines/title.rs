//! Titles that are underlined: a line with a row of one sign below it, and perhaps
//! above. Which signs and lengths a row has, each format says. A title that gets
//! longer or shorter takes its rows along.

use super::{Line, lines};
use crate::text::edit::Edit;
use crate::text::span::Span;

/// What rows a format's titles have.
#[derive(Clone, Copy)]
pub(in crate::format) struct Rows {
    /// Whether a row of a sign, of that length, fits a title of that width.
    pub(in crate::format) fits: fn(char, usize, usize) -> bool,
    /// How wide words are in a title, in signs of a row.
    pub(in crate::format) width: fn(&str) -> usize,
    /// Whether there can be one above, too.
    pub(in crate::format) above: bool,
}

/// A title and its rows.
#[derive(Clone, Copy, Debug)]
pub(in crate::format) struct Title {
    /// Where its words stand.
    pub(in crate::format) words: Span,
    /// The sign that its rows are of.
    pub(in crate::format) sign: char,
    /// The row above.
    pub(in crate::format) above: Option<Span>,
    /// The row below.
    pub(in crate::format) below: Span,
    /// How many lines it takes.
    pub(in crate::format) lines: usize,
}

/// The sign of a row, if a line is one.
pub(in crate::format) fn row(line: &Line<'_>) -> Option<char> {
    let text = line.text.trim_end();
    let sign = text.chars().next().filter(char::is_ascii_punctuation)?;
    text.chars().all(|c| c == sign).then_some(sign)
}

/// The title that starts with the first of `lines`.
pub(in crate::format) fn title(lines: &[Line<'_>], rows: Rows) -> Option<Title> {
    let first = lines.first()?;
    let rowed = |line: &Line<'_>, words: &Line<'_>| {
        let sign = row(line)?;
        let length = line.text.trim_end().len();
        let width = (rows.width)(words.trimmed());
        (rows.fits)(sign, length, width).then_some(sign)
    };
    let second = lines.get(1)?;
    if let Some(sign) = row(first) {
        let third = lines.get(2).filter(|_| rows.above)?;
        let same = rowed(first, second) == Some(sign) && rowed(third, second) == Some(sign);
        return (same && !second.is_blank() && row(second).is_none()).then(|| Title {
            words: second.content(second.indent()),
            sign,
            above: Some(first.content(0)),
            below: third.content(0),
            lines: 3,
        });
    }
    let sign = rowed(second, first)?;
    let is_title = !first.is_blank() && first.indent() == 0;
    is_title.then(|| Title {
        words: first.content(0),
        sign,
        above: None,
        below: second.content(0),
        lines: 2,
    })
}

/// Adds to the edits of each fix those of the rows of titles whose length they change.
pub(in crate::format) fn complete(source: &str, fixes: &mut [Vec<Edit>], rows: Rows) {
    if fixes.iter().all(Vec::is_empty) {
        return;
    }
    let lines = lines(source);
    for fix in fixes {
        let drawn: Vec<Edit> = fix
            .iter()
            .flat_map(|edit| drawn(source, &lines, edit, rows))
            .collect();
        fix.extend(drawn);
    }
}

/// The edits of the rows of the title that an edit is in. A row changes below what
/// changes in its title, so that the edits of several fixes in one do not touch.
fn drawn(source: &str, lines: &[Line<'_>], edit: &Edit, rows: Rows) -> Vec<Edit> {
    let line = lines.partition_point(|line| line.span.end < edit.span.start);
    let Some(title) = title_of(lines, line, rows).filter(|title| title.words.contains(edit.span))
    else {
        return Vec::new();
    };
    let before = (rows.width)(&source[title.words.start..edit.span.start]);
    let old = (rows.width)(&source[edit.span.range()]);
    let new = (rows.width)(&edit.replacement);
    let row = |row: Span| {
        let at = row.start + before.min(row.len());
        if new >= old {
            let sign = &source[row.start..=row.start];
            return Edit::new(Span::new(at, at), sign.repeat(new - old));
        }
        // A row of few signs might be read as something else.
        let most = row.len().saturating_sub(4).min(old - new);
        Edit::new(Span::new(at, (at + most).min(row.end)), "")
    };
    let drawn = title.above.into_iter().chain([title.below]).map(row);
    drawn
        .filter(|edit| !edit.span.is_empty() || !edit.replacement.is_empty())
        .collect()
}

/// The title whose words stand in a line.
fn title_of(lines: &[Line<'_>], line: usize, rows: Rows) -> Option<Title> {
    let above = line
        .checked_sub(1)
        .and_then(|above| title(&lines[above..], rows));
    let below = title(lines.get(line..)?, rows).filter(|title| title.above.is_none());
    above.filter(|title| title.above.is_some()).or(below)
}

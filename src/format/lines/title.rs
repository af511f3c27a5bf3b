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
        let width = words.trimmed().chars().count();
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

/// Edits with those of the rows of titles whose length they change.
pub(in crate::format) fn with_rows(source: &str, mut edits: Vec<Edit>, rows: Rows) -> Vec<Edit> {
    if edits.is_empty() {
        return edits;
    }
    edits.sort_by_key(|edit| edit.span);
    let lines = lines(source);
    let mut drawn = Vec::new();
    for index in 0..lines.len() {
        let touched = |span: Span| edits.iter().any(|edit| span.contains(edit.span));
        let line = lines[index].span;
        let at = edits.partition_point(|edit| edit.span.end < line.start);
        if edits.get(at).is_none_or(|edit| edit.span.start > line.end) {
            continue;
        }
        let above = index
            .checked_sub(1)
            .and_then(|above| title(&lines[above..], rows));
        let below = title(&lines[index..], rows).filter(|title| title.above.is_none());
        let title = above.filter(|title| title.above.is_some()).or(below);
        let Some(title) = title.filter(|title| touched(title.words)) else {
            continue;
        };
        let width = |text: &str| text.chars().count();
        let inside = edits.iter().filter(|edit| title.words.contains(edit.span));
        let (gone, come) = inside.fold((0, 0), |(gone, come), edit| {
            let old = width(&source[edit.span.range()]);
            (gone + old, come + width(&edit.replacement))
        });
        for span in title.above.into_iter().chain([title.below]) {
            let row = &source[span.range()];
            let wanted = (row.len() + come)
                .saturating_sub(gone)
                .max(row.len().min(4));
            if come != gone && wanted != row.len() {
                drawn.push(Edit::new(span, row[..1].repeat(wanted)));
            }
        }
    }
    edits.extend(drawn);
    edits
}

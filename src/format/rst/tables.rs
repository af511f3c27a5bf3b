//! Drawn tables of reStructuredText. Their cells are read; nothing is rewritten in
//! them, since every column would have to be drawn anew.

use super::super::lines::{Blocks, Line};
use crate::document::SegmentKind;
use crate::text::span::Span;

/// Reads a table that starts with the first of `lines`; how many lines it has.
pub(super) fn read(lines: &[Line<'_>], blocks: &mut Blocks<'_, '_>) -> Option<usize> {
    let first = lines.first()?.trimmed();
    if is_grid(first) {
        Some(grid(lines, blocks))
    } else if is_simple(first) {
        simple(lines, blocks)
    } else {
        None
    }
}

fn is_grid(text: &str) -> bool {
    text.len() > 2
        && text.starts_with("+-")
        && text.ends_with('+')
        && text.bytes().all(|b| matches!(b, b'+' | b'-' | b'='))
}

fn is_simple(text: &str) -> bool {
    text.starts_with('=') && text.contains("= ") && text.bytes().all(|b| matches!(b, b'=' | b' '))
}

/// A grid: between two rows of `+---+`, cells are parted by `|`.
fn grid(lines: &[Line<'_>], blocks: &mut Blocks<'_, '_>) -> usize {
    let inside = |line: &&Line<'_>| line.trimmed().starts_with(['+', '|']);
    let length = lines.iter().take_while(inside).count();
    let mut cells: Vec<Vec<Span>> = Vec::new();
    for line in &lines[..length] {
        if line.trimmed().starts_with('+') {
            write(&mut cells, blocks);
            continue;
        }
        let mut from = None;
        let mut column = 0;
        for (at, _) in line.text.match_indices('|') {
            if let Some(start) = from {
                put(&mut cells, column, line, Span::new(start, at));
                column += 1;
            }
            from = Some(at + 1);
        }
    }
    write(&mut cells, blocks);
    length
}

/// A simple table: columns below the rows of `====`.
fn simple(lines: &[Line<'_>], blocks: &mut Blocks<'_, '_>) -> Option<usize> {
    let is_row = |line: &Line<'_>| is_simple(line.trimmed());
    let rows = lines.iter().enumerate().filter(|(_, line)| is_row(line));
    let closes = |(index, _): &(usize, &Line<'_>)| {
        *index > 0 && lines.get(index + 1).is_none_or(Line::is_blank)
    };
    let length = rows.take(4).find(closes)?.0 + 1;
    let indent = lines[0].indent();
    let starts: Vec<usize> = columns(&lines[0].text[indent..])
        .into_iter()
        .map(|start| start + indent)
        .collect();
    let mut cells: Vec<Vec<Span>> = Vec::new();
    for line in &lines[..length] {
        if is_row(line) || line.is_blank() || line.trimmed().starts_with("--") {
            write(&mut cells, blocks);
            continue;
        }
        let offset = |column: usize| {
            let mut places = line.text.char_indices().skip(column);
            places.next().map_or(line.text.len(), |(at, _)| at)
        };
        for (column, &start) in starts.iter().enumerate() {
            let end = starts
                .get(column + 1)
                .map_or(line.text.len(), |next| offset(*next));
            let span = Span::new(offset(start), end);
            if column == 0 && !line.text[span.range()].trim().is_empty() {
                write(&mut cells, blocks);
            }
            put(&mut cells, column, line, span);
        }
    }
    write(&mut cells, blocks);
    Some(length)
}

/// Where the columns of `====  ===` start.
fn columns(row: &str) -> Vec<usize> {
    let starts = row
        .char_indices()
        .filter(|(at, c)| *c == '=' && !row[..*at].ends_with('='));
    starts.map(|(at, _)| at).collect()
}

/// Another line of a cell.
fn put(cells: &mut Vec<Vec<Span>>, column: usize, line: &Line<'_>, span: Span) {
    let text = &line.text[span.range()];
    let start = span.start + text.len() - text.trim_start().len();
    let end = (span.start + text.trim_end().len()).max(start);
    if cells.len() <= column {
        cells.resize_with(column + 1, Vec::new);
    }
    if start < end {
        cells[column].push(Span::new(start, end).shifted(line.span.start));
    }
}

fn write(cells: &mut Vec<Vec<Span>>, blocks: &mut Blocks<'_, '_>) {
    for cell in cells.drain(..) {
        for span in cell {
            blocks.line(span);
        }
        blocks.flush_fixed(SegmentKind::Text, false);
    }
}

//! Tables of reStructuredText that are drawn, and those of values between commas. Their
//! cells are read; nothing is rewritten in them, since every column would have to be drawn
//! anew, and a value would have to be quoted anew.

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

/// Reads lines of values, which may go on over lines between quotation marks.
pub(super) fn values(lines: &[Line<'_>], delimiter: char, blocks: &mut Blocks<'_, '_>) {
    let mut quoted = false;
    for line in lines {
        let text = line.text;
        let mut from = line.indent();
        for (at, c) in text.char_indices() {
            if c == '"' {
                quoted = !quoted;
            } else if c == delimiter && !quoted {
                value(line, Span::new(from.min(at), at), blocks);
                blocks.flush_fixed(SegmentKind::Cell, false);
                from = at + c.len_utf8();
            }
        }
        value(line, Span::new(from.min(text.len()), text.len()), blocks);
        if !quoted {
            blocks.flush_fixed(SegmentKind::Cell, false);
        }
    }
    blocks.flush_fixed(SegmentKind::Cell, false);
}

/// Another line of a value, without the marks and the spaces around.
fn value(line: &Line<'_>, span: Span, blocks: &mut Blocks<'_, '_>) {
    let text = &line.text[span.range()];
    let is_edge = |c: char| c.is_whitespace() || c == '"';
    let words = text.trim_matches(is_edge);
    let start = span.start + text.len() - text.trim_start_matches(is_edge).len();
    let end = (start + words.len()).min(span.end);
    if start < end {
        blocks.line(Span::new(start, end).shifted(line.span.start));
    }
}

/// What parts values, as the option says it.
pub(super) fn delimiter(value: &str) -> char {
    match value.trim() {
        "tab" => '\t',
        "space" => ' ',
        value => value.chars().next().unwrap_or(','),
    }
}

fn write(cells: &mut Vec<Vec<Span>>, blocks: &mut Blocks<'_, '_>) {
    for cell in cells.drain(..) {
        for span in cell {
            blocks.line(span);
        }
        blocks.flush_fixed(SegmentKind::Cell, false);
    }
}

//! Tables that are drawn by position: grids of `+---+`, columns below rows of dashes or
//! equals signs, boxes. Other words would not fit their columns, so nothing is rewritten
//! there.

use super::Line;
use crate::text::span::Span;

/// How many lines a table has at most whose rows blank lines part.
const MOST_LINES: usize = 400;

/// The lines that tables take, in order and apart.
pub(in crate::format) fn tables(lines: &[Line<'_>]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let text = lines[at].trimmed();
        let end = if is_grid(text) || has_box(text) {
            block_end(lines, at)
        } else if is_ruler(text) {
            ruled_end(lines, at)
        } else {
            at += 1;
            continue;
        };
        let start = block_start(lines, at);
        found.push(Span::new(lines[start].span.start, lines[end - 1].span.end));
        at = end;
    }
    found
}

/// The first line of the block that a line is in.
fn block_start(lines: &[Line<'_>], at: usize) -> usize {
    let before = lines[..at].iter().rev();
    at - before.take_while(|line| !line.is_blank()).count()
}

/// The line behind the block that a line is in.
fn block_end(lines: &[Line<'_>], at: usize) -> usize {
    let behind = lines[at..].iter();
    at + behind.take_while(|line| !line.is_blank()).count()
}

/// The line behind a table that has a ruler in a line. One whose head begins with a row
/// of dashes, or that begins with the ruler itself, ends with another; its rows may have
/// blank lines between them.
fn ruled_end(lines: &[Line<'_>], at: usize) -> usize {
    let end = block_end(lines, at);
    let start = block_start(lines, at);
    if start < at && !is_row(lines[start].trimmed()) {
        return end;
    }
    let upto = lines.len().min(at + MOST_LINES);
    let closes = |line: &Line<'_>| is_row(line.trimmed()) || is_ruler(line.trimmed());
    let close = lines[at + 1..upto].iter().position(closes);
    close.map_or(end, |close| (at + 1 + close + 1).max(end))
}

/// `+---+---+`, `+===+`, `+:--:+`.
fn is_grid(text: &str) -> bool {
    text.len() > 3
        && text.starts_with('+')
        && text.ends_with('+')
        && text.contains(['-', '='])
        && text
            .chars()
            .all(|c| matches!(c, '+' | '-' | '=' | ':' | ' '))
}

/// A line with lines of boxes in it.
fn has_box(text: &str) -> bool {
    !text.is_ascii() && text.contains(|c| ('\u{2500}'..='\u{257f}').contains(&c))
}

/// `------`: above or below a table.
fn is_row(text: &str) -> bool {
    text.len() > 2 && text.bytes().all(|byte| byte == b'-')
}

/// `----  ------`: a row for each column.
fn is_ruler(text: &str) -> bool {
    let sign = text.chars().next().filter(|c| matches!(c, '-' | '='));
    let Some(sign) = sign else {
        return false;
    };
    let rows = text.split(' ').filter(|row| !row.is_empty());
    let mut columns = 0;
    for row in rows {
        if row.len() < 2 || row.chars().any(|c| c != sign) {
            return false;
        }
        columns += 1;
    }
    columns > 1
}

#[cfg(test)]
mod tests {
    use super::super::lines;
    use super::*;

    #[test]
    fn tables_are_known_by_their_rulers() {
        let table = [
            (
                "a\n\n+---+---+\n| b | c |\n+===+===+\n\nd",
                Some("+---+---+\n| b | c |\n+===+===+"),
            ),
            (
                "a\n\n  b   c\n---- ----\nd    e\n\nf",
                Some("  b   c\n---- ----\nd    e"),
            ),
            (
                "a\n\n-----------\n b    c\n---- ------\n d    e\n\n f    g\n-----------\n\nh",
                Some("-----------\n b    c\n---- ------\n d    e\n\n f    g\n-----------"),
            ),
            (
                "==== ====\na    b\n==== ====\nc    d\n==== ====\n\ne",
                Some("==== ====\na    b\n==== ====\nc    d\n==== ===="),
            ),
            ("a\n\n┌───┐\n│ b │\n└───┘\n\nc", Some("┌───┐\n│ b │\n└───┘")),
            ("a\n\n* * *\n\nb\n---\nc", None),
            ("- - -\n\na", None),
            ("| a | b |\n|---|---|\n| c | d |", None),
        ];
        for (source, expected) in table {
            let found = tables(&lines(source));
            let found = found.first().map(|span| &source[span.range()]);
            assert_eq!(found, expected, "{source}");
        }
    }
}

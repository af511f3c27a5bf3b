//! Tables that are drawn by position in plain text: rows between bars, and columns that
//! blanks keep apart. Other words in a cell would move all cells behind it.

use crate::text::span::Span;

/// A line that belongs to a drawn table, or none.
#[derive(Debug, Default)]
struct Row {
    /// Where its cells are, in bytes.
    cells: Vec<Span>,
    /// In which columns the cells behind the first begin, in letters.
    columns: Vec<usize>,
    /// Where its first cell begins, in letters.
    indent: usize,
    /// In which columns it has bars.
    bars: Vec<usize>,
    /// Whether nothing but a table has such a line.
    is_certain: bool,
    is_rule: bool,
}

/// The cells of each line of a paragraph that belongs to a drawn table; none for those
/// that do not, or hold nothing but lines.
pub(super) fn cells(lines: &[&str]) -> Vec<Option<Vec<Span>>> {
    if !lines.iter().any(|line| may_have_cells(line)) {
        return vec![None; lines.len()];
    }
    let rows: Vec<Row> = lines.iter().map(|line| row(line)).collect();
    let mut drawn: Vec<bool> = (0..rows.len()).map(|at| is_drawn(&rows, at)).collect();
    // What goes on below a cell begins where that does.
    for at in 1..rows.len() {
        drawn[at] |= drawn[at - 1] && rows[at - 1].columns.contains(&rows[at].indent);
    }
    let rows = rows.into_iter().zip(drawn);
    rows.map(|(row, drawn)| drawn.then_some(row.cells))
        .collect()
}

/// Whether a line has a gap or a bar: most have none, and are not taken apart.
fn may_have_cells(line: &str) -> bool {
    let text = line.trim();
    text.contains("  ") || text.contains(['\t', '|', '\u{2502}', '\u{2503}', '\u{2551}'])
}

/// Whether a row is one by itself, or by what stands above and below it.
fn is_drawn(rows: &[Row], at: usize) -> bool {
    let row = &rows[at];
    let above = at.checked_sub(1).and_then(|above| rows.get(above));
    let near = || above.into_iter().chain(rows.get(at + 1));
    let shares = |other: &Row| {
        let shared =
            |columns: &[usize], others: &[usize]| columns.iter().any(|at| others.contains(at));
        shared(&row.columns, &other.columns) || shared(&row.bars, &other.bars)
    };
    let has_cells = !row.columns.is_empty() || !row.bars.is_empty();
    row.is_certain || row.is_rule || near().any(|other| other.is_rule || has_cells && shares(other))
}

/// A line taken apart at bars, tabs, and gaps of two blanks and more.
fn row(line: &str) -> Row {
    let mut row = Row {
        is_rule: is_rule(line),
        ..Row::default()
    };
    let text = line.trim_end();
    let mut cell: Option<Span> = None;
    let mut blanks = 0;
    for (column, (at, c)) in text.char_indices().enumerate() {
        if is_bar(c) {
            row.cells.extend(cell.take());
            row.bars.push(column);
            blanks = 0;
        } else if matches!(c, ' ' | '\t') || c == '>' && row.is_empty(cell) {
            blanks += if c == '\t' { 3 } else { 1 };
        } else {
            let words = cell.map_or("", |span| &text[span.range()]);
            let begins = blanks > 1 && !ends_sentence(words) && !is_marker(words);
            if let Some(before) = cell.take_if(|_| begins) {
                row.cells.push(before);
                row.columns.push(column);
                row.is_certain |= blanks > 2;
            } else if row.is_empty(cell) {
                row.indent = column;
            }
            cell = Some(Span::new(
                cell.map_or(at, |span| span.start),
                at + c.len_utf8(),
            ));
            blanks = 0;
        }
    }
    row.cells.extend(cell);
    let edge = |c: Option<char>| c.is_some_and(is_bar);
    row.is_certain |= row.bars.len() > 1
        && (edge(text.trim_start().chars().next()) || edge(text.chars().next_back()));
    if row.is_rule {
        row.cells.clear();
    }
    row
}

impl Row {
    /// Whether nothing was read of it, nor of a first cell.
    fn is_empty(&self, cell: Option<Span>) -> bool {
        cell.is_none() && self.cells.is_empty() && self.bars.is_empty()
    }
}

/// Whether words end a sentence, so that blanks may follow.
fn ends_sentence(words: &str) -> bool {
    let words = words.trim_end_matches([')', '"', '\'', '\u{201d}', '\u{2019}']);
    words.ends_with(['.', '?', '!'])
}

/// Whether words are what begins an item of a list.
fn is_marker(words: &str) -> bool {
    let name = words.trim_end_matches(['.', ')', ':']);
    words.chars().count() < 5
        && (name.len() < words.len() || !words.contains(char::is_alphanumeric))
}

fn is_bar(c: char) -> bool {
    matches!(c, '|' | '\u{2502}' | '\u{2503}' | '\u{2551}')
}

/// `+---+---+`, `---- ----`, `|---|---|`, and what is drawn of signs for it: not a row of
/// one sign, which stands below titles.
fn is_rule(line: &str) -> bool {
    let text = line.trim();
    let is_stroke = |c: char| matches!(c, '-' | '=' | '\u{2500}'..='\u{257f}') && !is_bar(c);
    let is_joint = |c: char| is_bar(c) || matches!(c, '+' | ':' | ' ');
    let first = text.chars().next();
    text.chars().filter(|c| is_stroke(*c)).nth(2).is_some()
        && text.chars().all(|c| is_stroke(c) || is_joint(c))
        && text.chars().any(|c| Some(c) != first)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cells of the lines that are drawn; `-` stands for a line that is not.
    fn drawn(text: &str) -> Vec<String> {
        let lines: Vec<&str> = text.lines().collect();
        let shown = |(line, cells): (&&str, Option<Vec<Span>>)| match cells {
            Some(cells) => {
                let cells = cells.into_iter().map(|span| &line[span.range()]);
                cells.collect::<Vec<_>>().join("/")
            }
            None => "-".to_owned(),
        };
        lines.iter().zip(cells(&lines)).map(shown).collect()
    }

    #[test]
    fn tables_are_known_by_their_positions() {
        for (text, expected) in [
            (
                "+---+----+\n| a | b c |\n+---+----+",
                &["", "a/b c", ""][..],
            ),
            (
                "Name   What\n-----  -----\nAPI    a b",
                &["Name/What", "", "API/a b"],
            ),
            (
                " id | name\n----+-----\n  1 | the API",
                &["id/name", "", "1/the API"],
            ),
            ("One  two\nsix  ten\nand more", &["One/two", "six/ten", "-"]),
            ("API   a way\n      to talk", &["API/a way", "to talk"]),
            ("a\tb", &["a/b"]),
            ("One end.  Two is\nhere and there.", &["-", "-"]),
            ("A line  with a gap\nand another", &["-", "-"]),
            ("A title\n-------", &["-", "-"]),
            ("either a | b or not", &["-"]),
            (
                "\u{250c}\u{2500}\u{2500}\u{2510}\n\u{2502} a \u{2502} b \u{2502}",
                &["", "a/b"],
            ),
            ("-   one\n-   two\n1)  six", &["-", "-", "-"]),
            ("> a   b\n> c   d", &["a/b", "c/d"]),
        ] {
            assert_eq!(drawn(text), expected, "{text}");
        }
    }
}

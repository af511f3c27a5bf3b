//! A table that fits the terminal: every column as wide as its widest cell, and where
//! that is too much, the last ones share what is left.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Between two columns.
const APART: usize = 2;
/// As narrow as the last column gets.
const NARROWEST: usize = 16;

/// The rows as lines; `width` is that of the terminal in columns, if there is one.
/// A cell that does not fit ends with `…`. `look` gets the number of a column and the
/// padded cell, and gives it its colors.
pub(super) fn lines<const N: usize>(
    rows: &[[String; N]],
    width: Option<usize>,
    look: impl Fn(usize, &str) -> String,
) -> Vec<String> {
    let widths = widths(rows, width);
    rows.iter()
        .map(|row| {
            let cells = row.iter().zip(&widths).enumerate();
            let cells = cells.map(|(number, (cell, &width))| {
                let cell = fitted(cell, width);
                let is_last = number + 1 == N;
                let pad = if is_last { 0 } else { width - cell.width() };
                format!("{}{}", look(number, &cell), " ".repeat(pad))
            });
            let line = cells.collect::<Vec<String>>().join(&" ".repeat(APART));
            line.trim_end().to_owned()
        })
        .collect()
}

fn widths<const N: usize>(rows: &[[String; N]], total: Option<usize>) -> Vec<usize> {
    let widest = |column: usize| rows.iter().map(|row| row[column].width()).max();
    let mut widths: Vec<usize> = (0..N).map(|column| widest(column).unwrap_or(0)).collect();
    let Some(total) = total else {
        return widths;
    };
    let room = total.saturating_sub(APART * N.saturating_sub(1));
    // A long cell in a column before the last does not take all the room.
    let most = (room / N.max(1)).max(NARROWEST);
    let (Some(last), before) = (widths.pop(), &mut widths) else {
        return widths;
    };
    let wanted: usize = before.iter().sum();
    if wanted + last > room {
        for width in before.iter_mut() {
            *width = (*width).min(most);
        }
    }
    let taken: usize = before.iter().sum();
    widths.push(last.min(room.saturating_sub(taken).max(NARROWEST)));
    widths
}

/// A cell of at most `width` columns.
fn fitted(cell: &str, width: usize) -> String {
    if cell.width() <= width {
        return cell.to_owned();
    }
    let mut fitted = String::new();
    let mut taken = 1;
    for c in cell.chars() {
        taken += c.width().unwrap_or(0);
        if taken > width {
            break;
        }
        fitted.push(c);
    }
    fitted.truncate(fitted.trim_end().len());
    fitted.push('…');
    fitted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[[&str; 3]], width: Option<usize>) -> Vec<String> {
        let rows: Vec<[String; 3]> = rows.iter().map(|row| row.map(str::to_owned)).collect();
        lines(&rows, width, |_, cell| cell.to_owned())
    }

    #[test]
    fn a_table_fits_its_width() {
        let rows = [
            ["a", "our/a", "to use something until it is gone"],
            ["词汇表", "our/b", "x"],
        ];
        assert_eq!(
            table(&rows, None),
            [
                "a       our/a  to use something until it is gone",
                "词汇表  our/b  x"
            ]
        );
        for width in [0, 10, 33, 34, 40, 80] {
            for line in table(&rows, Some(width)) {
                assert!(line.width() <= width.max(33), "{width}: {line}");
            }
        }
        assert_eq!(
            table(&rows, Some(40)),
            [
                "a       our/a  to use something until i…",
                "词汇表  our/b  x"
            ]
        );
        let long = [
            "a very long term that somebody wrote",
            "our/a-very-long-term-that",
            "it",
        ];
        assert_eq!(
            table(&[long], Some(60)),
            ["a very long term…   our/a-very-long-t…  it"]
        );
        assert_eq!(table(&[], Some(40)), [""; 0]);
    }
}

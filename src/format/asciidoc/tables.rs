//! Tables of `AsciiDoc`: cells between bars. What says how cells look says which are code.

use super::Reader;
use super::signs::{Delimiter, delimiter, specification};
use crate::document::SegmentKind;
use crate::text::span::Span;

/// What the lines above a table say of its columns.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// The style of each, as far as they were counted.
    styles: Vec<Option<char>>,
    /// Whether other signs than bars stand between its cells.
    is_data: bool,
}

/// How many columns are told apart.
const MOST: usize = 200;

impl Columns {
    /// Reads an attribute line: `[cols="1m,2*a",format=csv]`.
    pub(super) fn note(&mut self, line: &str) {
        self.is_data |= line.contains("format=") || line.contains("separator=");
        let Some((_, value)) = line.split_once("cols=") else {
            return;
        };
        let value = match value.strip_prefix(['"', '\'']) {
            Some(quoted) => quoted.split(['"', '\'']).next(),
            None => value.split([',', ']']).next(),
        };
        let columns = value.unwrap_or_default().split([',', ';']).map(str::trim);
        let columns = columns
            .flat_map(|column| std::iter::repeat_n(style(column), times(column, '*').min(MOST)));
        self.styles = columns.take(MOST).collect();
    }

    /// Whether the cells of a table can be told.
    pub(super) fn has_bars(&self) -> bool {
        !self.is_data
    }
}

/// Where a table is read.
struct Cells {
    columns: Columns,
    /// How many cells wide all up to here are.
    count: usize,
    /// Whether this one is code.
    is_code: bool,
}

impl Cells {
    /// Another cell begins, of which `specification` stands before its bar.
    fn begin(&mut self, specification: &str) {
        let styles = &self.columns.styles;
        let column = self.count.checked_rem(styles.len());
        let of_column = column.and_then(|column| styles[column]);
        let style = style(specification).or(of_column);
        self.is_code = matches!(style, Some('l' | 'm'));
        self.count += times(specification, '*').max(times(specification, '+'));
    }
}

/// The letter at the end of what says how a cell looks.
fn style(specification: &str) -> Option<char> {
    let last = specification.chars().next_back();
    last.filter(char::is_ascii_lowercase)
}

/// How often a cell stands, or how many columns it spans: `3*`, `2+`, `2.3+`.
fn times(specification: &str, sign: char) -> usize {
    let number = specification.split_once(sign).map(|(number, _)| number);
    let number = number.and_then(|number| number.split('.').next());
    number.and_then(|number| number.parse().ok()).unwrap_or(1)
}

impl Reader<'_, '_> {
    /// Cells between bars, up to the line that closes the table.
    pub(super) fn table(&mut self, close: &str, columns: Columns) {
        let mut cells = Cells {
            columns,
            count: 0,
            is_code: false,
        };
        while let Some(line) = self.lines.get(self.at).copied() {
            self.at += 1;
            let text = line.text.trim_end();
            if text == close {
                break;
            }
            if delimiter(text) == Some(Delimiter::Opaque) {
                self.flush_as(SegmentKind::Cell);
                self.skip_to(text);
                continue;
            }
            if text.is_empty() || text.starts_with("//") || text.starts_with('[') {
                self.flush_as(SegmentKind::Cell);
                continue;
            }
            let bars = text.match_indices('|').map(|(at, _)| at);
            let bars = bars.filter(|at| !text[..*at].ends_with('\\'));
            let ends: Vec<usize> = bars.chain([text.len()]).collect();
            let mut from = 0;
            let mut of_next = "";
            for (index, end) in ends.into_iter().enumerate() {
                if index > 0 {
                    self.flush_as(SegmentKind::Cell);
                    cells.begin(of_next);
                }
                let end_of_cell = end - specification(&text[from..end], end < text.len());
                of_next = &text[end_of_cell..end];
                let cell = &text[from..end_of_cell];
                let start = from + cell.len() - cell.trim_start().len();
                let span = Span::new(start, from + cell.trim_end().len());
                if !cells.is_code {
                    self.blocks.line(span.shifted(line.span.start));
                }
                from = (end + 1).min(text.len());
            }
        }
        self.flush_as(SegmentKind::Cell);
    }
}

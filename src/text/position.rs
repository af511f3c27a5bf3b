//! Offsets to lines and columns: the only code that does it. Inside the program
//! everything is a byte offset; a position is made at the edge, for a person or
//! for a machine format, and says its base and unit in its type.

use memchr::{memchr_iter, memrchr};

/// A place as a person counts it: both numbers 1-based, the column in Unicode
/// characters (a tab is one).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// 1-based line; lines end at `\n`.
    pub line: usize,
    /// 1-based column in characters; a byte order mark is no column.
    pub column: usize,
}

/// Positions of offsets in one text. Offsets asked for in rising order cost
/// time linear in the text altogether, however long its lines are.
#[derive(Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    last_offset: usize,
    last: Position,
}

/// The UTF-8 byte order mark, which some editors put first.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

impl<'t> LineIndex<'t> {
    /// An index of `text`.
    pub fn new(text: &'t str) -> Self {
        let mark = text
            .strip_prefix(BYTE_ORDER_MARK)
            .map_or(0, |_| BYTE_ORDER_MARK.len());
        Self {
            text,
            last_offset: mark,
            last: Position { line: 1, column: 1 },
        }
    }

    /// The position of a byte offset. One inside a character counts as that
    /// character's, one past the end as the end.
    pub fn position(&mut self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        if offset < self.last_offset {
            *self = Self::new(self.text);
        }
        let from = self.last_offset.min(offset);
        let passed = &self.text[from..offset];
        let lines = memchr_iter(b'\n', passed.as_bytes()).count();
        let column = match memrchr(b'\n', passed.as_bytes()) {
            Some(newline) => 1 + passed[newline + 1..].chars().count(),
            None => self.last.column + passed.chars().count(),
        };
        self.last = Position {
            line: self.last.line + lines,
            column,
        };
        self.last_offset = self.last_offset.max(offset);
        self.last
    }
}

/// The bounds of the lines that hold `start..end`, without the last line's
/// ending.
pub fn lines_around(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(start);
    let end = text.floor_char_boundary(end).max(start);
    let first = memrchr(b'\n', &text.as_bytes()[..start]).map_or(0, |newline| newline + 1);
    let last = memchr::memchr(b'\n', &text.as_bytes()[end..]).map_or(text.len(), |at| end + at);
    first..last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let text = "Café ☕\r\nthe 😀 API\n";
        let mut index = LineIndex::new(text);
        let at = |index: &mut LineIndex, word: &str| {
            let position = index.position(text.find(word).expect("the word is in the text"));
            (position.line, position.column)
        };
        assert_eq!(at(&mut index, "☕"), (1, 6));
        assert_eq!(at(&mut index, "API"), (2, 7));
        assert_eq!(at(&mut index, "Café"), (1, 1));
        assert_eq!(at(&mut index, "the"), (2, 1));
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let mut index = LineIndex::new("\u{feff}API");
        assert_eq!(index.position(3), Position { line: 1, column: 1 });
        assert_eq!(index.position(0), Position { line: 1, column: 1 });
        assert_eq!(index.position(4), Position { line: 1, column: 2 });
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        let mut index = LineIndex::new("ab\nc");
        assert_eq!(index.position(99), Position { line: 2, column: 2 });
    }

    #[test]
    fn lines_around_a_place() {
        let text = "one\ntwo\nthree";
        assert_eq!(&text[lines_around(text, 4, 6)], "two");
        assert_eq!(&text[lines_around(text, 1, 5)], "one\ntwo");
        assert_eq!(&text[lines_around(text, 13, 13)], "three");
    }
}

//! Offsets to lines and columns: the only code that does it. Inside the program
//! everything is a byte offset; a position is made at the edge, for a person or
//! for a machine format, and says its base and unit in its type.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memrchr};

/// A place as a person counts it: both numbers 1-based, the column in Unicode
/// characters (a tab is one).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// 1-based line; lines end at `\n`.
    pub line: usize,
    /// 1-based column in characters; a byte order mark is no column.
    pub column: usize,
}

/// How many bytes lie between two marks of an index.
const STRIDE: usize = 512;

/// Positions of offsets in one text, in any order: a mark every few hundred bytes
/// says what was counted before it, so that a position costs a look at the bytes
/// behind its mark, however long the text and its lines are. Marks are made as far
/// as positions are asked for.
#[derive(Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    /// The first is the start of the text; each other one stands at its multiple
    /// of the stride, or before the character that lies over it.
    marks: Vec<Mark>,
}

/// A place whose position is known.
#[derive(Clone, Copy, Debug)]
struct Mark {
    offset: usize,
    position: Position,
    /// Where its line starts.
    line: usize,
}

impl Mark {
    /// A place further on.
    fn moved(self, text: &str, offset: usize) -> Self {
        let passed = &text[self.offset..offset];
        match memrchr(b'\n', passed.as_bytes()) {
            Some(newline) => {
                let (lines, last) = passed.split_at(newline + 1);
                let position = Position {
                    line: self.position.line + memchr_iter(b'\n', lines.as_bytes()).count(),
                    column: 1 + last.chars().count(),
                };
                Self {
                    offset,
                    position,
                    line: offset - last.len(),
                }
            }
            None => {
                let position = Position {
                    line: self.position.line,
                    column: self.position.column + passed.chars().count(),
                };
                Self {
                    offset,
                    position,
                    line: self.line,
                }
            }
        }
    }
}

/// The UTF-8 byte order mark, which some editors put first.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

impl<'t> LineIndex<'t> {
    /// An index of `text`.
    pub fn new(text: &'t str) -> Self {
        let order = text.strip_prefix(BYTE_ORDER_MARK);
        let start = Mark {
            offset: order.map_or(0, |_| BYTE_ORDER_MARK.len()),
            position: Position { line: 1, column: 1 },
            line: 0,
        };
        Self {
            text,
            marks: vec![start],
        }
    }

    /// The position of a byte offset. One inside a character counts as that
    /// character's, one past the end as the end.
    pub fn position(&mut self, offset: usize) -> Position {
        self.at(offset).position
    }

    /// The column in bytes, 1-based, a byte order mark included; for the rest as
    /// [`position`](Self::position).
    pub fn byte_column(&mut self, offset: usize) -> usize {
        let at = self.at(offset);
        1 + at.offset - at.line
    }

    fn at(&mut self, offset: usize) -> Mark {
        let offset = self.text.floor_char_boundary(offset);
        let before = self.mark_before(offset / STRIDE);
        before.moved(self.text, offset.max(before.offset))
    }

    /// The mark of that number.
    fn mark_before(&mut self, number: usize) -> Mark {
        let mut last = self.marks[self.marks.len() - 1];
        for next in self.marks.len()..=number {
            let offset = self.text.floor_char_boundary(next * STRIDE);
            last = last.moved(self.text, offset);
            self.marks.push(last);
        }
        self.marks[number]
    }
}

/// The bounds of the lines that hold `start..end`, without the last line's
/// ending.
pub fn lines_around(text: &str, start: usize, end: usize) -> Range<usize> {
    lines_near(text, start, end, text.len())
}

/// The same, with at most so many bytes to either side of `start..end`.
pub fn lines_near(text: &str, start: usize, end: usize, most: usize) -> Range<usize> {
    let start = text.floor_char_boundary(start);
    let end = text.floor_char_boundary(end).max(start);
    let from = text.ceil_char_boundary(start.saturating_sub(most));
    let upto = text.floor_char_boundary(end.saturating_add(most)).max(end);
    let first = memrchr(b'\n', &text.as_bytes()[from..start]);
    let last = memchr(b'\n', &text.as_bytes()[end..upto]);
    first.map_or(from, |newline| from + newline + 1)..last.map_or(upto, |at| end + at)
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
        assert_eq!(index.byte_column(4), 5);
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        let mut index = LineIndex::new("ab\nc");
        assert_eq!(index.position(99), Position { line: 2, column: 2 });
    }

    #[test]
    fn any_order_gives_what_counting_gives() {
        for unit in ["a\n", "é", "We met ☕ them.\r\n", "\n", "x"] {
            let text = unit.repeat(3 * STRIDE);
            let counted = |offset: usize| {
                let before = &text[..text.floor_char_boundary(offset)];
                Position {
                    line: 1 + before.matches('\n').count(),
                    column: 1 + before.rsplit('\n').next().unwrap_or("").chars().count(),
                }
            };
            let in_bytes = |offset: usize| {
                let before = &text[..text.floor_char_boundary(offset)];
                1 + before.len() - before.rfind('\n').map_or(0, |newline| newline + 1)
            };
            let mut index = LineIndex::new(&text);
            for step in [7, 1, 1000, 5, 0, 511, 512, 513] {
                let offset = step * 7919 % (text.len() + 3);
                assert_eq!(index.byte_column(offset), in_bytes(offset));
                assert_eq!(
                    index.position(offset),
                    counted(offset),
                    "{unit:?}, {offset}"
                );
            }
        }
    }

    #[test]
    fn lines_around_a_place() {
        let text = "one\ntwo\nthree";
        assert_eq!(&text[lines_around(text, 4, 6)], "two");
        assert_eq!(&text[lines_around(text, 1, 5)], "one\ntwo");
        assert_eq!(&text[lines_around(text, 13, 13)], "three");
        assert_eq!(&text[lines_near(text, 5, 6, 1)], "two");
        assert_eq!(&text[lines_near(text, 10, 11, 1)], "hre");
    }
}

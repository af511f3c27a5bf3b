//! Fences: rows of back quotes and the like that stand around code, and around more in
//! some dialects. People put them around code wherever they type text.

/// How many bytes stand between two fences of plain text at most.
pub const FARTHEST: usize = 64 * 1024;

/// A row of signs that opens or closes something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fence {
    sign: char,
    length: usize,
}

impl Fence {
    /// The fence of code that a line is in Markdown.
    pub fn of(line: &str) -> Option<Self> {
        let fence = Self::of_sign(line, '`').or_else(|| Self::of_sign(line, '~'))?;
        (fence.sign != '`' || !line[fence.length..].contains('`')).then_some(fence)
    }

    /// The fence that a line is in plain text, where a row of tildes underlines a title.
    pub fn of_back_quotes(line: &str) -> Option<Self> {
        Self::of(line).filter(|fence| fence.sign == '`')
    }

    /// The row of an ASCII sign that a line begins with, at least three of them.
    pub fn of_sign(line: &str, sign: char) -> Option<Self> {
        let length = line.len() - line.trim_start_matches(sign).len();
        (length >= 3).then_some(Self { sign, length })
    }

    /// What the row is made of.
    pub fn sign(self) -> char {
        self.sign
    }

    /// What stands behind the row.
    pub fn info(self, line: &str) -> &str {
        line[self.length..].trim()
    }

    /// Whether a line closes what it opened.
    pub fn is_closed_by(self, line: &str) -> bool {
        Self::of_sign(line, self.sign)
            .is_some_and(|row| row.is_as_long_as(self) && row.info(line).is_empty())
    }

    /// Whether it is no shorter than another one, so that whatever closes this one closes
    /// that one, too.
    pub fn is_as_long_as(self, other: Self) -> bool {
        self.length >= other.length
    }
}

/// A line without its indentation and the marks of quotations before it.
pub fn unquoted(line: &str) -> &str {
    line.trim_start_matches([' ', '\t', '>'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences_are_lines_of_three_signs() {
        let fence = |sign, length| Some(Fence { sign, length });
        for (line, expected) in [
            ("```", fence('`', 3)),
            ("  ````sh x\r\n", fence('`', 4)),
            ("> ```", fence('`', 3)),
            ("~~~ a`b", fence('~', 3)),
            ("``", None),
            ("```x``` y", None),
            ("a ```", None),
        ] {
            let line = unquoted(line);
            assert_eq!(Fence::of(line), expected, "{line}");
            let in_plain = expected.filter(|fence| fence.sign == '`');
            assert_eq!(Fence::of_back_quotes(line), in_plain);
        }
        let open = Fence {
            sign: '`',
            length: 3,
        };
        for (line, expected) in [
            ("```", true),
            ("````\n", true),
            ("``` \r\n", true),
            ("```x", false),
            ("~~~", false),
            ("``", false),
        ] {
            assert_eq!(open.is_closed_by(line), expected, "{line}");
        }
    }
}

//! Fences of back quotes: what people put around code wherever they type text.

/// How many bytes stand between two fences at most.
pub const FARTHEST: usize = 64 * 1024;

/// A line that can begin code, by how many back quotes it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fence(usize);

impl Fence {
    /// The fence that a line is, marks of quotations aside.
    pub fn of(line: &[u8]) -> Option<Self> {
        let (marks, behind) = marks(line);
        (marks >= 3 && !behind.contains(&b'`')).then_some(Self(marks))
    }

    /// Whether a line ends the code.
    pub fn is_closed_by(self, line: &[u8]) -> bool {
        let (marks, behind) = marks(line);
        marks >= self.0 && behind.is_empty()
    }
}

/// How many back quotes a line begins with, and what stands behind them.
fn marks(line: &[u8]) -> (usize, &[u8]) {
    let is_before = |byte: &u8| matches!(byte, b' ' | b'\t' | b'>');
    let start = line.iter().take_while(|byte| is_before(byte)).count();
    let line = line[start..].trim_ascii_end();
    let marks = line.iter().take_while(|byte| **byte == b'`').count();
    (marks, &line[marks..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences_are_lines_of_back_quotes() {
        for (line, expected) in [
            ("```", Some(3)),
            ("  ````sh x\r\n", Some(4)),
            ("> ```", Some(3)),
            ("``", None),
            ("```x``` y", None),
            ("a ```", None),
        ] {
            assert_eq!(Fence::of(line.as_bytes()), expected.map(Fence), "{line}");
        }
        for (line, expected) in [
            ("```", true),
            ("````\n", true),
            ("```x", false),
            ("``", false),
        ] {
            assert_eq!(Fence(3).is_closed_by(line.as_bytes()), expected, "{line}");
        }
    }
}

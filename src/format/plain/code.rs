//! Code in plain text, which nothing but its lines tells: what stands between fences,
//! and patches.

use crate::text::fence::{FARTHEST, Fence, unquoted};

/// Which lines of a text are code.
pub(super) fn code(lines: &[&str]) -> Vec<bool> {
    let mut code = vec![false; lines.len()];
    // A fence that nothing closes, and the line up to which that is known.
    let mut open: Option<(Fence, usize)> = None;
    let mut at = 0;
    while at < lines.len() {
        let end = if begins_patch(lines[at]) {
            end_of_patch(lines, at)
        } else if let Some(fence) = Fence::of_back_quotes(unquoted(lines[at]))
            && open.is_none_or(|(open, upto)| at >= upto || !fence.is_as_long_as(open))
        {
            match end_of_fence(lines, at, fence) {
                Ok(end) => end,
                Err(upto) => {
                    open = Some((fence, upto));
                    at
                }
            }
        } else {
            at
        };
        code[at..end].fill(true);
        at = end.max(at + 1);
    }
    code
}

/// The line behind the code that a fence begins, or the first that is too far from it.
fn end_of_fence(lines: &[&str], at: usize, fence: Fence) -> Result<usize, usize> {
    let mut length = lines[at].len();
    for (number, line) in lines.iter().enumerate().skip(at + 1) {
        length += line.len();
        if length > FARTHEST {
            return Err(number);
        }
        if fence.is_closed_by(unquoted(line)) {
            return Ok(number + 1);
        }
    }
    Err(lines.len())
}

/// The line behind the paragraph of a patch that begins here.
fn end_of_patch(lines: &[&str], at: usize) -> usize {
    let blank = lines[at..].iter().position(|line| line.trim().is_empty());
    blank.map_or(lines.len(), |blank| at + blank)
}

/// Whether a line is the head of a patch, or of a piece of one.
pub(in crate::format) fn begins_patch(line: &str) -> bool {
    line.starts_with("diff --git ") || line.starts_with("@@ -")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nothing_closes_is_no_code() {
        for (text, expected) in [
            ("````a\nb\n```\nc\n```\nd\n", "..###."),
            ("```\na\n````b\nc\n", "...."),
            ("````\na\n```\nb\n````\nc\n", "#####."),
            ("a\n@@ -1 +1 @@\n-b\n\nc\n", ".##.."),
        ] {
            let lines: Vec<&str> = text.split_inclusive('\n').collect();
            let signs = code(&lines).into_iter();
            let signs: String = signs
                .map(|is_code| if is_code { '#' } else { '.' })
                .collect();
            assert_eq!(signs, expected, "{text}");
        }
    }
}

//! Code in plain text, which nothing but its lines tells: what stands between fences,
//! and patches.

use crate::text::fence::{FARTHEST, Fence};

/// Which lines of a text are code.
pub(super) fn code(lines: &[&str]) -> Vec<bool> {
    let mut code = vec![false; lines.len()];
    let mut at = 0;
    while at < lines.len() {
        let end = end_of_fence(lines, at).or_else(|| end_of_patch(lines, at));
        let end = end.unwrap_or(at);
        code[at..end].fill(true);
        at = end.max(at + 1);
    }
    code
}

/// The line behind the code that a fence begins.
fn end_of_fence(lines: &[&str], at: usize) -> Option<usize> {
    let fence = Fence::of(lines[at].as_bytes())?;
    let mut length = lines[at].len();
    let behind = lines[at + 1..].iter().take_while(|line| {
        length += line.len();
        length <= FARTHEST
    });
    let mut behind = behind.map(|line| line.as_bytes());
    let close = behind.position(|line| fence.is_closed_by(line))?;
    Some(at + 1 + close + 1)
}

/// The line behind the paragraph of a patch that begins here.
fn end_of_patch(lines: &[&str], at: usize) -> Option<usize> {
    let rest = &lines[at..];
    let blank = rest.iter().position(|line| line.trim().is_empty());
    begins_patch(rest[0]).then(|| at + blank.unwrap_or(rest.len()))
}

/// Whether a line is the head of a patch, or of a piece of one.
pub(in crate::format) fn begins_patch(line: &str) -> bool {
    line.starts_with("diff --git ") || line.starts_with("@@ -")
}

//! How far the arguments of a command reach.

use super::super::lines::near;

/// The length of a group with its marks; 0 if there is none, or no end of it.
pub(super) fn group_length(text: &str, open: char, close: char) -> usize {
    if !text.starts_with(open) {
        return 0;
    }
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, c) in near(text).char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == open => depth += 1,
            c if c == close => {
                depth -= 1;
                if depth == 0 {
                    return at + c.len_utf8();
                }
            }
            _ => {}
        }
    }
    0
}

pub(super) fn options_length(text: &str) -> usize {
    group_length(text, '[', ']')
}

/// The length of all arguments, in brackets or in braces.
pub(super) fn arguments_length(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        match options_length(rest).max(group_length(rest, '{', '}')) {
            0 => return at,
            length => at += length,
        }
    }
}

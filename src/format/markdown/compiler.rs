//! The compilers that sources are written for, and what both take for the mark of an item.

/// Which compiler a source is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compiler {
    /// One of Markdown's.
    Markdown,
    /// That of MDX.
    Mdx,
}

/// The length of the mark of a list item, with the blank behind it.
pub(super) fn item_mark(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let signs: &[char] = match digits {
        0 => &['-', '*', '+'],
        1..10 => &['.', ')'],
        _ => return None,
    };
    let behind = text[digits..].strip_prefix(signs)?;
    behind.starts_with([' ', '\t']).then_some(digits + 2)
}

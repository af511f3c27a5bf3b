//! A text reads alike in one window and in many.

use proptest::prelude::*;

use super::compiler::Compiler;
use super::read_in_windows;
use crate::document::{Piece, Segment};

/// All that is read, in so many bytes a window.
fn read(text: &str, window: usize) -> Vec<String> {
    let document = read_in_windows(text, Compiler::Markdown, window);
    let part = &document.parts[0];
    let block = |segment: &Segment| {
        let pieces: Vec<Piece> = part.pieces(segment, segment.prose).collect();
        let (text, areas) = (part.text(segment), part.areas(segment));
        format!(
            "{text:?} {:?} {} {areas:?} {pieces:?}",
            segment.kind, segment.quoted
        )
    };
    let mut read: Vec<String> = part.footnote_labels.iter().cloned().collect();
    read.sort_unstable();
    read.extend(part.segments.iter().map(block));
    read.push(format!("{:?}", part.directives));
    read
}

#[rustfmt::skip]
const LINES: &[&str] = &[
    "", "", "", "text", "Words [a] and [b][c].", "# Heading [A][]", "[a]: #x", "[A]: #y \"t\"", "[c]: <z>",
    "See[^1] and [^n].", "[^1]: note", "    more [a]", "[^n]: other", "- item", "  still", "1. one", "> quoted [a]",
    "```", "~~~ x", "<!-- open", "close -->", "<div>", "</div>", "<pre>", "</pre>", "| a | b |", "|---|---|", "---",
    "+++", "> ---", "===", "$$", "*a **b", "![c]", "\t- deep", "  ```", "> ```", "- ```", ": definition", "Term",
    ":::note", "{{ x }}", "<!-- dejargon-disable -->", "*[API]: words", "!!! note",
];

proptest! {
    #[test]
    fn windows_are_read_as_the_whole(
        lines in prop::collection::vec(prop::sample::select(LINES.to_vec()), 0..60),
        crlf: bool,
    ) {
        let text = lines.join(if crlf { "\r\n" } else { "\n" });
        prop_assert_eq!(read(&text, 8), read(&text, text.len() + 1));
    }
}

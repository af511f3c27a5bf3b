//! Indentation in MDX: it says what belongs to a list item, and never that something is
//! code. A block that stands deeper than the parser of `CommonMark` bears is shown to it
//! further left, its blanks behind the line before.

use super::super::super::lines::Line;
use super::super::compiler::item_mark;
use super::super::seen::Seen;

/// How far a block may be indented in what it stands in.
const MOST: usize = 3;

/// How many columns a tab goes on to a multiple of.
const TAB: usize = 4;

/// A list item that is open.
#[derive(Clone, Copy, Default)]
struct Item {
    /// Where its text starts.
    content: usize,
    /// How far it was moved to the left.
    moved: usize,
}

/// Moves blocks that are indented too far.
pub(in super::super) fn outdent(seen: &mut Seen<'_>, lines: &[Line<'_>]) {
    let mut items: Vec<Item> = Vec::new();
    // The fence that is open, and how far it was moved.
    let mut fence: Option<(String, usize)> = None;
    let mut is_open = false;
    for line in lines {
        let shown = seen.line(line.span).to_owned();
        let text = shown.trim();
        let blanks = shown.len() - shown.trim_start().len();
        if let Some((mark, moved)) = &fence {
            let closes =
                text.starts_with(mark.as_str()) && text.trim_matches(['`', '~']).is_empty();
            move_left(seen, line, (*moved).min(blanks));
            if closes {
                fence = None;
            }
            is_open = false;
            continue;
        }
        let mark = item_mark(text);
        let opens = ["```", "~~~"].iter().any(|mark| text.starts_with(mark));
        let goes_on = is_open && mark.is_none() && !opens && !text.starts_with(['#', '|', '>']);
        if text.is_empty() || goes_on {
            is_open &= !text.is_empty();
            continue;
        }
        let indent = columns(&shown[..blanks]);
        while items.last().is_some_and(|item| item.content > indent) {
            items.pop();
        }
        let around = items.last().copied().unwrap_or_default();
        let moved = match indent - around.content {
            0..=MOST => around.moved.min(blanks),
            _ if indent > blanks => blanks,
            deeper => around.moved + deeper,
        };
        move_left(seen, line, moved);
        if let Some(length) = mark {
            let behind = &text[length..];
            let further = behind.len() - behind.trim_start().len();
            let content = indent + length + if further < 4 { further } else { 0 };
            items.push(Item { content, moved });
        }
        if opens {
            let length = text.len() - text.trim_start_matches(['`', '~']).len();
            fence = Some((text[..length].to_owned(), moved));
        }
        is_open = !opens && !text.starts_with('#');
    }
}

/// How wide blanks are.
fn columns(blanks: &str) -> usize {
    let stop = |column: usize| column / TAB * TAB + TAB;
    let wide = |column, c| if c == '\t' { stop(column) } else { column + 1 };
    blanks.chars().fold(0, wide)
}

fn move_left(seen: &mut Seen<'_>, line: &Line<'_>, blanks: usize) {
    if blanks > 0 && line.span.start > 0 {
        seen.outdent(line.span.start, blanks);
    }
}

//! The explanations that stand at the end of a document: footnotes in Markdown,
//! a last section in plain text.

use crate::document::{EXPLANATIONS, Markup};
use crate::finding::Note;
use crate::text::edit::Edit;
use crate::text::span::Span;

/// The edit that appends notes to a source; `None` where there is nothing to
/// append.
pub fn footnotes<'n>(
    source: &str,
    markup: Markup,
    notes: impl IntoIterator<Item = &'n Note>,
) -> Option<Edit> {
    let newline = if source.contains("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let mut lines: Vec<String> = Vec::new();
    for note in notes {
        let Note { label, term, text } = note;
        let line = match markup {
            Markup::Markdown => {
                let (term, text) = (markup.escape(term), markup.escape(text));
                format!("[^{label}]: **{term}**: {text}")
            }
            Markup::Plain | Markup::Html => format!("{term}: {text}"),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    if lines.is_empty() {
        return None;
    }
    let mut end = String::new();
    let is_section = |line: &str| line.trim() == EXPLANATIONS;
    if !source.ends_with('\n') && !source.is_empty() {
        end.push_str(newline);
    }
    let continues = match markup {
        Markup::Plain | Markup::Html => source.lines().any(is_section),
        Markup::Markdown => false,
    };
    if !continues {
        end.push_str(newline);
        if markup != Markup::Markdown {
            end.push_str(EXPLANATIONS);
            end.push_str(newline);
            end.push_str(newline);
        }
    }
    for line in lines {
        end.push_str(&line);
        end.push_str(newline);
    }
    Some(Edit::new(Span::new(source.len(), source.len()), end))
}

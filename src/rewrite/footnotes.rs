//! The explanations that stand at the end of a document: footnotes in Markdown,
//! a last section in plain text.

use crate::document::{EXPLANATIONS, Markup};
use crate::finding::Note;
use crate::text::edit::Edit;
use crate::text::span::Span;

/// What a source says about how to go on at its end; it may come piece by piece.
#[derive(Debug, Default)]
pub struct Ending {
    crlf: bool,
    /// Whether the last line has no line ending.
    open: bool,
    /// Whether there is a section that explains terms.
    explains: bool,
}

impl Ending {
    /// The next piece of the source.
    pub fn read(&mut self, source: &str) {
        self.crlf |= source.contains("\r\n");
        self.open = !source.is_empty() && !source.ends_with('\n');
        self.explains |= source.lines().any(|line| line.trim() == EXPLANATIONS);
    }

    /// What is appended to explain notes; nothing if there are none.
    pub fn explain<'n>(&self, markup: Markup, notes: impl IntoIterator<Item = &'n Note>) -> String {
        let newline = if self.crlf { "\r\n" } else { "\n" };
        let lines = lines(markup, notes);
        let mut end = String::new();
        if lines.is_empty() {
            return end;
        }
        if self.open {
            end.push_str(newline);
        }
        if markup == Markup::Markdown {
            end.push_str(newline);
        } else if !self.explains {
            for part in [newline, EXPLANATIONS, newline, newline] {
                end.push_str(part);
            }
        }
        for line in lines {
            end.push_str(&line);
            end.push_str(newline);
        }
        end
    }
}

/// A line a note, each once.
fn lines<'n>(markup: Markup, notes: impl IntoIterator<Item = &'n Note>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for note in notes {
        let Note { label, term, text } = note;
        let line = match markup {
            Markup::Markdown => {
                let (term, text) = (markup.escape(term), markup.escape(text));
                format!("[^{label}]: **{term}**: {text}")
            }
            _ => format!("{term}: {text}"),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// The edit that appends notes to a source; `None` where there is nothing to
/// append.
pub fn footnotes<'n>(
    source: &str,
    markup: Markup,
    notes: impl IntoIterator<Item = &'n Note>,
) -> Option<Edit> {
    let mut notes = notes.into_iter().peekable();
    notes.peek()?;
    let mut ending = Ending::default();
    ending.read(source);
    let end = ending.explain(markup, notes);
    Some(Edit::new(Span::new(source.len(), source.len()), end))
}

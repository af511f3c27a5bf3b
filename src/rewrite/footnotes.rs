//! The explanations that stand at the end of a document: footnotes in Markdown,
//! a last section in plain text.

use std::collections::HashSet;

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
        self.lines(markup, notes).concat()
    }

    /// What is appended for each note: its line, unless one before has the same, and
    /// before the first whatever parts it from the text.
    fn lines<'n>(&self, markup: Markup, notes: impl IntoIterator<Item = &'n Note>) -> Vec<String> {
        let newline = if self.crlf { "\r\n" } else { "\n" };
        let mut known = HashSet::new();
        let mut lines = Vec::new();
        for note in notes {
            let line = line(markup, note) + newline;
            lines.push(if known.contains(&line) {
                String::new()
            } else if known.is_empty() {
                self.begin(markup, newline) + &line
            } else {
                line.clone()
            });
            known.insert(line);
        }
        lines
    }

    fn begin(&self, markup: Markup, newline: &str) -> String {
        let open = if self.open { newline } else { "" };
        match markup {
            Markup::Markdown => [open, newline].concat(),
            _ if self.explains => open.to_owned(),
            _ => [open, newline, EXPLANATIONS, newline, newline].concat(),
        }
    }
}

fn line(markup: Markup, note: &Note) -> String {
    let Note { label, term, text } = note;
    match markup {
        Markup::Markdown => {
            let (term, text) = (markup.escape(term), markup.escape(text));
            format!("[^{label}]: **{term}**: {text}")
        }
        _ => format!("{term}: {text}"),
    }
}

/// The edits that append notes to a source, one for each.
pub fn footnotes<'n>(
    source: &str,
    markup: Markup,
    notes: impl IntoIterator<Item = &'n Note>,
) -> Vec<Edit> {
    let mut notes = notes.into_iter().peekable();
    if notes.peek().is_none() {
        return Vec::new();
    }
    let mut ending = Ending::default();
    ending.read(source);
    let end = Span::new(source.len(), source.len());
    let lines = ending.lines(markup, notes).into_iter();
    lines.map(|line| Edit::new(end, line)).collect()
}

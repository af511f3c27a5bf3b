//! The comments of a Word document, as far as they matter for reading it: those that
//! switch rules off, and those that this program wrote.

use std::collections::HashMap;

use super::super::xml::{Node, Space, Walker};
use crate::text::span::Span;

/// Who writes our comments.
pub(super) const AUTHOR: &str = "dejargon";

/// Comments by their ids.
#[derive(Debug, Default)]
pub(super) struct Notes {
    by_id: HashMap<String, Note>,
}

#[derive(Debug, Default)]
struct Note {
    author: String,
    text: String,
}

impl Notes {
    /// The comments in a stretch of the source.
    pub(super) fn read(source: &str, span: Span) -> Self {
        let mut notes = Self::default();
        let mut walker = Walker::new(source, span);
        let mut current: Option<(String, Note)> = None;
        let mut in_text = false;
        while let Ok(Some(node)) = walker.next() {
            match node {
                Node::Open(tag) if tag.name() == (Space::Word, "comment") => {
                    let value = |name| walker.attribute(&tag, Space::Word, name);
                    let author = value("author").unwrap_or_default();
                    let text = String::new();
                    current = value("id").map(|id| (id, Note { author, text }));
                }
                Node::Open(tag) if tag.name() == (Space::Word, "t") => in_text = !tag.empty,
                Node::Close((Space::Word, "t"), _) => in_text = false,
                Node::Close((Space::Word, "comment"), _) => notes.by_id.extend(current.take()),
                Node::Text(span) if in_text => {
                    if let Some((_, note)) = &mut current {
                        note.text.push_str(&source[span.range()]);
                    }
                }
                Node::Reference(c, _) if in_text => {
                    if let Some((_, note)) = &mut current {
                        note.text.push(c);
                    }
                }
                _ => {}
            }
        }
        notes
    }

    /// The text of a comment, which may be a directive.
    pub(super) fn text(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(|note| note.text.as_str())
    }

    /// The numbers of all comments.
    pub(super) fn ids(&self) -> impl Iterator<Item = u64> + '_ {
        self.by_id.keys().filter_map(|id| id.parse().ok())
    }

    /// The text of a comment that this program wrote.
    pub(super) fn own(&self, id: &str) -> Option<&str> {
        let note = self.by_id.get(id)?;
        (note.author == AUTHOR).then_some(&note.text)
    }
}

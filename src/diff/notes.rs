//! Comments between entries that touch none: headings of sections, mostly. They are
//! known by their words, wherever they stand, so that an entry that is put below a
//! heading does not take it along.

use crate::glossary::layout::Layout;
use crate::text::span::Span;

/// The paragraphs of comments in a gap.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines().map(|line| line.trim_end_matches('\r')) {
        let blank = line.trim().is_empty();
        match paragraphs.last_mut().filter(|_| open && !blank) {
            Some(last) => {
                last.push('\n');
                last.push_str(line);
            }
            None if !blank => paragraphs.push(line.to_owned()),
            None => {}
        }
        open = !blank;
    }
    paragraphs
}

/// All paragraphs of a file.
pub(super) fn all(layout: &Layout<'_>) -> Vec<String> {
    let gaps = layout.entries.iter().map(|piece| piece.gap);
    gaps.chain([layout.foot()])
        .flat_map(|gap| paragraphs(layout.at(gap)))
        .collect()
}

/// What stands between two entries of the result.
#[derive(Clone, Debug, Default)]
pub(super) struct Gap {
    /// As it is written, while nothing is added or taken.
    written: Option<String>,
    paragraphs: Vec<String>,
}

impl Gap {
    pub(super) fn of(layout: &Layout<'_>, span: Span) -> Self {
        let text = layout.at(span).replace("\r\n", "\n");
        Self {
            paragraphs: paragraphs(&text),
            written: Some(text),
        }
    }

    /// Takes out those paragraphs that `is_gone` says.
    pub(super) fn drop_where(&mut self, is_gone: impl Fn(&String) -> bool) {
        if self.paragraphs.iter().any(&is_gone) {
            self.paragraphs.retain(|paragraph| !is_gone(paragraph));
            self.written = None;
        }
    }

    /// Puts paragraphs behind those that are there.
    pub(super) fn add(&mut self, paragraphs: Vec<String>) {
        if !paragraphs.is_empty() {
            self.paragraphs.extend(paragraphs);
            self.written = None;
        }
    }

    /// Gives away what stands above `other` in another version, too.
    pub(super) fn give(&mut self, wanted: &[String]) -> Vec<String> {
        let (given, kept): (Vec<String>, Vec<String>) = self
            .paragraphs
            .drain(..)
            .partition(|paragraph| wanted.contains(paragraph));
        self.paragraphs = kept;
        if !given.is_empty() {
            self.written = None;
        }
        given
    }

    /// Puts it before another.
    pub(super) fn before(self, mut next: Self) -> Self {
        if self.paragraphs.is_empty() {
            return next;
        }
        let mut paragraphs = self.paragraphs;
        paragraphs.append(&mut next.paragraphs);
        Self {
            written: None,
            paragraphs,
        }
    }

    /// Its text; `is_last` where nothing follows.
    pub(super) fn text(&self, is_last: bool) -> String {
        if let Some(written) = &self.written {
            return written.clone();
        }
        let mut text = String::new();
        for paragraph in &self.paragraphs {
            text.push('\n');
            text.push_str(paragraph);
            text.push('\n');
        }
        if !is_last {
            text.push('\n');
        }
        text
    }
}

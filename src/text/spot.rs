//! Places in documents that have no lines: the paragraphs of a Word file, the slides
//! of a presentation, the cells of a table. Owns how they are counted and called;
//! `position` does the same for lines.

use std::fmt;
use std::sync::Arc;

/// Where a block of prose stands in a document without lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The file inside the document: `word/document.xml`.
    pub member: Arc<str>,
    /// Where the text of that file starts in the source, in bytes.
    pub start: usize,
    /// What people call that part of the document (`header1`, `slide 3`); empty for
    /// the main text.
    pub label: Arc<str>,
    /// Which block of it.
    pub block: BlockNumber,
}

/// How a block is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockNumber {
    /// A paragraph, 1-based; empty ones and those in tables count.
    Paragraph(usize),
    /// A cell: `B7`.
    Cell(Arc<str>),
}

impl Spot {
    /// The number of the paragraph, or of the cell's row.
    pub fn number(&self) -> usize {
        match &self.block {
            BlockNumber::Paragraph(number) => *number,
            BlockNumber::Cell(cell) => {
                let row = cell.trim_start_matches(|c: char| !c.is_ascii_digit());
                row.parse().unwrap_or(1)
            }
        }
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.block {
            BlockNumber::Paragraph(number) if self.label.is_empty() => write!(f, "¶{number}"),
            BlockNumber::Paragraph(number) => write!(f, "{} ¶{number}", self.label),
            BlockNumber::Cell(cell) => write!(f, "{}!{cell}", self.label),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spots_are_called_as_people_call_them() {
        let spot = |label: &str, block| Spot {
            member: "word/document.xml".into(),
            start: 0,
            label: label.into(),
            block,
        };
        assert_eq!(spot("", BlockNumber::Paragraph(12)).to_string(), "¶12");
        assert_eq!(
            spot("slide 3", BlockNumber::Paragraph(1)).to_string(),
            "slide 3 ¶1"
        );
        assert_eq!(
            spot("Sheet1", BlockNumber::Cell("B7".into())).to_string(),
            "Sheet1!B7"
        );
    }
}

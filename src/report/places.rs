//! Lines and columns of every offset that a machine format asks for, found in one
//! pass over a file: edits lie before and behind each other's findings, and going
//! back and forth would cost the length of the file each time.

use std::collections::BTreeMap;

use super::model::FileReport;
use crate::finding::Finding;
use crate::text::position::{LineIndex, Position};

/// Places in one file by their offsets.
pub(super) struct Places {
    by_offset: BTreeMap<usize, Place>,
}

/// A place in both units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The column in characters; a byte order mark is none.
    pub(super) position: Position,
    /// The column in bytes, 1-based; a byte order mark is three.
    pub(super) byte_column: usize,
}

impl Places {
    /// The places of findings and of the edits that mend them.
    pub(super) fn of(file: &FileReport, findings: &[Finding]) -> Self {
        let mut offsets: Vec<usize> = findings.iter().flat_map(offsets).collect();
        offsets.sort_unstable();
        offsets.dedup();
        let text = file.source.as_str();
        let mut index = LineIndex::new(text);
        let mut by_offset = BTreeMap::new();
        let (mut done, mut line_start) = (0, 0);
        for offset in offsets {
            let upto = text.floor_char_boundary(offset);
            if let Some(newline) = text[done..upto].rfind('\n') {
                line_start = done + newline + 1;
            }
            done = upto;
            let place = Place {
                position: index.position(upto),
                byte_column: 1 + upto - line_start,
            };
            by_offset.insert(offset, place);
        }
        Self { by_offset }
    }

    /// The place of an offset that a finding or one of its edits has.
    pub(super) fn at(&self, offset: usize) -> Place {
        let start = Place {
            position: Position { line: 1, column: 1 },
            byte_column: 1,
        };
        self.by_offset.get(&offset).copied().unwrap_or(start)
    }
}

fn offsets(finding: &Finding) -> Vec<usize> {
    let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
    let spans = edits.map(|edit| edit.span).chain([finding.location.span]);
    spans.flat_map(|span| [span.start, span.end]).collect()
}

//! One glossary out of two that go back to a third, entry by entry and field by
//! field: what one side changed holds, what both changed in two ways is a conflict,
//! marked as git marks it. The order and the comments are those of ours; what theirs
//! adds comes with its comments.

use std::collections::HashMap;
use std::path::Path;

use super::lines::{self, Labels};
use super::notes::{self, Gap};
use super::piece::{Block, Version, conflict, merged};
use super::renamed::renamed;
use crate::glossary::layout::{Layout, Piece, line_ending, sort_key};
use crate::glossary::parse::parse;
use crate::glossary::problem::{Problem, SourceFile};
use crate::glossary::written::Written;

/// Something between which somebody has to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// What it is: `definition of churn`.
    pub what: String,
    /// The 1-based line of its first marker.
    pub line: usize,
}

/// What came of a merge.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// The glossary, with markers where there are conflicts.
    pub text: String,
    /// The conflicts, in the order of the text.
    pub conflicts: Vec<Conflict>,
    /// What is wrong with a version or, without conflicts, with the result. A broken
    /// version is merged line by line.
    pub problems: Vec<Problem>,
}

/// An entry of the result.
struct Item {
    /// By which the base knows it, or by which its side does.
    id: String,
    term: String,
    gap: Gap,
    blocks: Vec<Block>,
    /// Whether it is new on our side.
    is_our_addition: bool,
}

/// Merges `theirs` into `ours`; both go back to `base`, which is blank where they go
/// back to nothing.
pub fn merge(
    base: SourceFile<'_>,
    ours: SourceFile<'_>,
    theirs: SourceFile<'_>,
    labels: &Labels,
) -> Merged {
    let layout = |source| Layout::of(&Written::read(source));
    let base = if base.text.trim().is_empty() {
        Ok(None)
    } else {
        layout(base).map(Some)
    };
    match (base, layout(ours), layout(theirs)) {
        (Ok(base), Ok(our), Ok(their)) => {
            let merge = Merge {
                base: base.as_ref(),
                ours: &our,
                theirs: &their,
            };
            let merged = merge.merged().written(&our, labels);
            finished(merged, ours.path)
        }
        (base, our, their) => {
            let found = [base.err(), our.err(), their.err()].into_iter().flatten();
            line_by_line(ours, theirs, labels, found.flatten().collect())
        }
    }
}

/// The result is a glossary, or it is said what is wrong with it.
fn finished(mut merged: Merged, path: &Path) -> Merged {
    if merged.conflicts.is_empty()
        && let Err(problems) = parse(path, &merged.text)
    {
        merged.problems = problems;
    }
    merged
}

fn line_by_line(
    ours: SourceFile<'_>,
    theirs: SourceFile<'_>,
    labels: &Labels,
    problems: Vec<Problem>,
) -> Merged {
    let (text, count) = lines::both(labels, ours.text, theirs.text);
    let marker = "<".repeat(labels.marker_size);
    let lines = (1..).zip(text.lines());
    let lines = lines.filter(|(_, line)| line.starts_with(&marker));
    let conflicts = lines.take(count).map(|(line, _)| Conflict {
        what: "lines that differ".to_owned(),
        line,
    });
    Merged {
        conflicts: conflicts.collect(),
        problems,
        text,
    }
}

struct Merge<'m> {
    base: Option<&'m Layout<'m>>,
    ours: &'m Layout<'m>,
    theirs: &'m Layout<'m>,
}

/// A result that is not written yet.
struct Result {
    head: Vec<Block>,
    items: Vec<Item>,
    foot: Gap,
}

impl<'m> Merge<'m> {
    fn merged(&self) -> Result {
        let names = |side| {
            self.base
                .map_or_else(HashMap::new, |base| renamed(base, side))
        };
        let (our_names, their_names) = (names(self.ours), names(self.theirs));
        let head = merged(
            self.base.map(|base| version(base, &base.head)).as_ref(),
            &version(self.ours, &self.ours.head),
            &version(self.theirs, &self.theirs.head),
        );
        let theirs: HashMap<&str, &Piece> = by_id(self.theirs, &their_names);
        let ours: HashMap<&str, &Piece> = by_id(self.ours, &our_names);
        let mut items = Vec::with_capacity(self.ours.entries.len());
        // What stands above an entry that goes stands above the next one.
        let mut carried = Gap::default();
        for piece in &self.ours.entries {
            let id = known_as(piece, &our_names);
            let gap = std::mem::take(&mut carried).before(Gap::of(self.ours, piece.gap));
            let our = version(self.ours, piece);
            let their = theirs.get(id).map(|piece| version(self.theirs, piece));
            match self.kept(id, our, their.as_ref()) {
                Some(blocks) => items.push(Item {
                    id: id.to_owned(),
                    term: piece.term.clone(),
                    gap,
                    blocks,
                    is_our_addition: self.of_base(id).is_none() && their.is_none(),
                }),
                None => carried = gap,
            }
        }
        let mut result = Result {
            head,
            items,
            foot: carried.before(Gap::of(self.ours, self.ours.foot())),
        };
        self.follow_notes(&mut result);
        let mut place = 0;
        for piece in &self.theirs.entries {
            let id = known_as(piece, &their_names);
            if let Some(at) = result.items.iter().position(|item| item.id == id) {
                place = at + 1;
            } else if !ours.contains_key(id)
                && let Some(blocks) = self.brought(id, version(self.theirs, piece))
            {
                place = self.insert(&mut result, place, id, piece, blocks) + 1;
            }
            self.add_notes(&mut result, id, piece);
        }
        let left = self.new_notes(self.theirs.at(self.theirs.foot()));
        result.foot.add(left);
        result
    }

    fn of_base(&self, id: &str) -> Option<Version<'m>> {
        let base = self.base?;
        base.entry(id).map(|piece| version(base, piece))
    }

    /// What becomes of an entry of ours; nothing if theirs took it out.
    fn kept(
        &self,
        id: &str,
        ours: Version<'_>,
        theirs: Option<&Version<'_>>,
    ) -> Option<Vec<Block>> {
        let base = self.of_base(id);
        match (theirs, &base) {
            (Some(theirs), base) => Some(merged(base.as_ref(), &ours, theirs)),
            (None, None) => Some(vec![Block::Text(ours.whole())]),
            (None, Some(base)) if ours.is(base) => None,
            (None, Some(_)) => {
                let what = format!("{} (removed by theirs)", ours.piece.term);
                Some(vec![conflict(what, ours.whole(), String::new())])
            }
        }
    }

    /// What becomes of an entry that ours has not; nothing if ours took it out.
    fn brought(&self, id: &str, theirs: Version<'_>) -> Option<Vec<Block>> {
        match self.of_base(id) {
            None => Some(vec![Block::Text(theirs.whole())]),
            Some(base) if theirs.is(&base) => None,
            Some(_) => {
                let what = format!("{} (removed by ours)", theirs.piece.term);
                Some(vec![conflict(what, String::new(), theirs.whole())])
            }
        }
    }

    /// Puts an entry of theirs where the order asks: where it sorts, or behind the
    /// entry that it follows there.
    fn insert(
        &self,
        result: &mut Result,
        behind: usize,
        id: &str,
        piece: &Piece,
        blocks: Vec<Block>,
    ) -> usize {
        let items = &mut result.items;
        let place = if self.ours.is_sorted() {
            let key = sort_key(&piece.term);
            items
                .iter()
                .position(|item| sort_key(&item.term) > key)
                .unwrap_or(items.len())
        } else {
            let behind_ours = items[behind..].iter();
            behind + behind_ours.take_while(|item| item.is_our_addition).count()
        };
        let above = notes::paragraphs(self.theirs.at(piece.gap));
        let next = match items.get_mut(place) {
            Some(item) => &mut item.gap,
            None => &mut result.foot,
        };
        let mut gap = Gap::default();
        gap.add(next.give(&above));
        items.insert(
            place,
            Item {
                id: id.to_owned(),
                term: piece.term.clone(),
                gap,
                blocks,
                is_our_addition: false,
            },
        );
        place
    }

    /// Takes out the comments between entries that theirs took out.
    fn follow_notes(&self, result: &mut Result) {
        let was = self.base.map(notes::all).unwrap_or_default();
        let is = notes::all(self.theirs);
        let is_gone = |note: &String| was.contains(note) && !is.contains(note);
        let gaps = result.items.iter_mut().map(|item| &mut item.gap);
        for gap in gaps.chain([&mut result.foot]) {
            gap.drop_where(is_gone);
        }
    }

    /// Brings the comments that are new above an entry of theirs.
    fn add_notes(&self, result: &mut Result, id: &str, piece: &Piece) {
        let new = self.new_notes(self.theirs.at(piece.gap));
        let item = result.items.iter_mut().find(|item| item.id == id);
        match item {
            Some(item) => item.gap.add(new),
            None => result.foot.add(new),
        }
    }

    fn new_notes(&self, gap: &str) -> Vec<String> {
        let was = self.base.map(notes::all).unwrap_or_default();
        let is = notes::all(self.ours);
        let mut notes = notes::paragraphs(gap);
        notes.retain(|note| !was.contains(note) && !is.contains(note));
        notes
    }
}

impl Result {
    fn written(&self, ours: &Layout<'_>, labels: &Labels) -> Merged {
        let mut merged = Merged::default();
        write_blocks(&self.head, labels, &mut merged);
        for item in &self.items {
            merged.text.push_str(&item.gap.text(false));
            write_blocks(&item.blocks, labels, &mut merged);
        }
        merged.text.push_str(&self.foot.text(true));
        if line_ending(ours.text) == "\r\n" {
            merged.text = merged.text.replace('\n', "\r\n");
        }
        merged
    }
}

fn write_blocks(blocks: &[Block], labels: &Labels, merged: &mut Merged) {
    for block in blocks {
        let text = match block {
            Block::Text(text) => text.clone(),
            Block::Conflict { what, ours, theirs } => {
                merged.conflicts.push(Conflict {
                    what: what.clone(),
                    line: merged.text.matches('\n').count() + 1,
                });
                lines::conflict(labels, ours, theirs)
            }
        };
        merged.text.push_str(&text);
        if !text.is_empty() && !text.ends_with('\n') {
            merged.text.push('\n');
        }
    }
}

fn version<'v>(layout: &'v Layout<'v>, piece: &'v Piece) -> Version<'v> {
    Version { layout, piece }
}

/// How the base calls an entry.
fn known_as<'p>(piece: &'p Piece, names: &'p HashMap<String, String>) -> &'p str {
    names.get(&piece.id).unwrap_or(&piece.id)
}

fn by_id<'p>(
    layout: &'p Layout<'p>,
    names: &'p HashMap<String, String>,
) -> HashMap<&'p str, &'p Piece> {
    let entries = layout.entries.iter();
    entries
        .map(|piece| (known_as(piece, names), piece))
        .collect()
}

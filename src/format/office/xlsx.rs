//! Workbooks (`.xlsx`): the words in cells, to be checked and not to be rewritten,
//! since formulas may look for them. Most stand in one table that cells point into; a
//! text that several cells share is read where it comes first.

use std::sync::Arc;

use super::members::{Member, member};
use super::opc::{Kinds, open, relations};
use super::text::{Clip, push_text};
use super::xml::{Node, Space, Walker};
use crate::document::{Document, Draft, Format, Markup, Package, Part, SegmentKind};
use crate::text::spot::{BlockNumber, Spot};

/// What the main member of a workbook is.
const MAIN: [&str; 2] = [
    "spreadsheetml.sheet.main+xml",
    "ms-excel.sheet.macroEnabled.main+xml",
];

/// The format of workbooks.
#[derive(Debug)]
pub(in super::super) struct Xlsx;

impl Format for Xlsx {
    fn name(&self) -> &'static str {
        "xlsx"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["xlsx", "xlsm"]
    }

    fn markup(&self) -> Markup {
        Markup::Runs
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        let mut part = Part::new(source, Markup::Runs);
        let Some(main) = Kinds::of(source).main(source, &MAIN) else {
            return Document::of(part);
        };
        let related = relations(source, &main);
        let table = related
            .iter()
            .find(|relation| relation.kind == "sharedStrings");
        let table = table.and_then(|relation| member(source, &relation.target));
        let mut shared = Shared {
            member: Arc::from(table.map_or("", |table| table.name)),
            start: table.map_or(0, |table| table.span.start),
            texts: table
                .map(|table| strings(source, table))
                .unwrap_or_default(),
        };
        for (title, name) in sheets(source, &main) {
            if let Some(sheet) = member(source, &name) {
                read(source, sheet, &title, &mut shared, &mut part);
            }
        }
        Document::of(part)
    }

    fn package(&self) -> Option<&'static dyn Package> {
        Some(&Xlsx)
    }
}

impl Package for Xlsx {
    fn unpack(&self, bytes: &[u8]) -> Result<String, String> {
        let (mut archive, mut source, main) = open(bytes, "workbook", &MAIN)?;
        let related = relations(&source, &main);
        let tables = related
            .iter()
            .filter(|relation| relation.kind == "sharedStrings");
        let tables = tables.map(|relation| relation.target.clone());
        let sheets = sheets(&source, &main).into_iter().map(|(_, name)| name);
        let mut added = Vec::new();
        for name in tables.chain(sheets).collect::<Vec<_>>() {
            if archive.has(&name) && !added.contains(&name) {
                archive.add_to(&mut source, &name)?;
                added.push(name);
            }
        }
        Ok(source)
    }

    fn pack(&self, bytes: &[u8], _before: &str, _after: &str) -> Result<Vec<u8>, String> {
        Ok(bytes.to_vec())
    }

    fn read_only(&self) -> Option<&'static str> {
        Some("is only checked, not rewritten: formulas may look for its words")
    }
}

/// The sheets of a workbook in its order: what people call them, and their members.
fn sheets(source: &str, main: &str) -> Vec<(String, String)> {
    let Some(workbook) = member(source, main) else {
        return Vec::new();
    };
    let related = relations(source, main);
    let mut sheets = Vec::new();
    let mut walker = Walker::new(source, workbook.span);
    while let Ok(Some(node)) = walker.next() {
        let Node::Open(tag) = node else { continue };
        if tag.name() != (Space::Sheet, "sheet") {
            continue;
        }
        let name = walker.attribute(&tag, Space::None, "name");
        let id = walker.attribute(&tag, Space::Link, "id");
        let found = related
            .iter()
            .find(|relation| Some(&relation.id) == id.as_ref());
        if let (Some(name), Some(relation)) = (name, found) {
            sheets.push((name, relation.target.clone()));
        }
    }
    sheets
}

/// The texts that cells share, by their number, and where they stand.
struct Shared {
    member: Arc<str>,
    start: usize,
    texts: Vec<Draft>,
}

/// The texts in the table of those that cells share.
fn strings(source: &str, table: Member<'_>) -> Vec<Draft> {
    let mut strings = Vec::new();
    let mut walker = Walker::new(source, table.span);
    let mut text = CellText::default();
    while let Ok(Some(node)) = walker.next() {
        if let Node::Open(tag) = &node
            && tag.name() == (Space::Sheet, "si")
            && tag.empty
        {
            strings.push(Draft::default());
        }
        let ends = matches!(node, Node::Close((Space::Sheet, "si"), _));
        text.take(source, &walker, &node);
        if ends {
            strings.push(std::mem::take(&mut text.draft));
        }
    }
    strings
}

/// Reads the cells of a sheet.
fn read<'s>(
    source: &'s str,
    sheet: Member<'_>,
    title: &str,
    shared: &mut Shared,
    part: &mut Part<'s>,
) {
    let mut walker = Walker::new(source, sheet.span);
    let mut spot = Spot {
        member: Arc::from(sheet.name),
        start: sheet.span.start,
        label: Arc::from(title),
        block: BlockNumber::Cell(Arc::from("")),
    };
    let mut text = CellText::default();
    let mut is_shared = false;
    let mut in_value = false;
    while let Ok(Some(node)) = walker.next() {
        match &node {
            Node::Open(tag) if tag.name() == (Space::Sheet, "c") => {
                let cell = walker.attribute(tag, Space::None, "r").unwrap_or_default();
                spot.block = BlockNumber::Cell(Arc::from(cell));
                is_shared = walker.attribute(tag, Space::None, "t").as_deref() == Some("s");
                text.draft.clear();
            }
            Node::Open(tag) if tag.name() == (Space::Sheet, "v") => in_value = !tag.empty,
            Node::Close((Space::Sheet, "v"), _) => in_value = false,
            Node::Text(span) if in_value && is_shared => {
                let number: Option<usize> = source[span.range()].trim().parse().ok();
                if let Some(draft) = number.and_then(|number| shared.texts.get_mut(number)) {
                    let spot = Spot {
                        member: Arc::clone(&shared.member),
                        start: shared.start,
                        ..spot.clone()
                    };
                    part.push_at(draft, SegmentKind::Cell, false, &spot);
                }
            }
            _ => text.take(source, &walker, &node),
        }
        if matches!(node, Node::Close((Space::Sheet, "c"), _)) {
            part.push_at(&mut text.draft, SegmentKind::Cell, false, &spot);
        }
    }
}

/// The text of a cell while it is read, run by run.
#[derive(Default)]
struct CellText {
    draft: Draft,
    clip: Option<Clip>,
    /// How to pronounce it is written beside it.
    in_phonetics: bool,
}

impl CellText {
    fn take(&mut self, source: &str, walker: &Walker<'_>, node: &Node<'_>) {
        match node {
            Node::Open(tag) if tag.name() == (Space::Sheet, "rPh") => {
                self.in_phonetics = !tag.empty;
            }
            Node::Close((Space::Sheet, "rPh"), _) => self.in_phonetics = false,
            Node::Open(tag) if tag.name() == (Space::Sheet, "t") && !tag.empty => {
                let space = walker.attribute(tag, Space::Xml, "space");
                let keep = space.as_deref() == Some("preserve");
                self.clip = (!self.in_phonetics).then(|| Clip::of(source, tag.span.end, keep));
            }
            Node::Close((Space::Sheet, "t"), _) => self.clip = None,
            Node::Text(span) => {
                if let Some(clip) = self.clip {
                    push_text(&mut self.draft, source, clip.cut(*span), None);
                }
            }
            Node::Reference(c, span) => {
                if let Some(clip) = self.clip {
                    push_text(&mut self.draft, source, clip.cut(*span), Some(*c));
                }
            }
            _ => {}
        }
    }
}

//! Presentations (`.pptx`): the text of slides in their order, each with its notes.
//! There is no such thing as a tracked change in them; edits are made in place.

use std::sync::Arc;

use super::super::templates::hide_in_blocks;
use super::archive::repack;
use super::look::is_monospaced;
use super::members::{Member, member};
use super::opc::{Kinds, add_with_relations, open, relations};
use super::text::push_text;
use super::xml::{Name, Node, Space, Tag, Walker};
use crate::document::{AreaKind, Document, Draft, Format, Markup, Package, Part, SegmentKind};
use crate::text::language;
use crate::text::span::Span;
use crate::text::spot::{BlockNumber, Spot};

/// What the main member of a presentation is.
const MAIN: [&str; 4] = [
    "presentationml.presentation.main+xml",
    "presentationml.slideshow.main+xml",
    "ms-powerpoint.presentation.macroEnabled.main+xml",
    "ms-powerpoint.slideshow.macroEnabled.main+xml",
];

/// The format of presentations.
#[derive(Debug)]
pub(in super::super) struct Pptx;

impl Format for Pptx {
    fn name(&self) -> &'static str {
        "pptx"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["pptx", "pptm", "ppsx"]
    }

    fn markup(&self) -> Markup {
        Markup::Runs
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        let mut part = Part::new(source, Markup::Runs);
        for (number, slide) in (1..).zip(slides(source)) {
            let label = format!("slide {number}");
            read(source, slide, &label, &mut part);
            for notes in notes_of(source, slide.name) {
                read(source, notes, &format!("{label} notes"), &mut part);
            }
        }
        hide_in_blocks(&mut part);
        Document::of(part)
    }

    fn package(&self) -> Option<&'static dyn Package> {
        Some(&Pptx)
    }
}

impl Package for Pptx {
    fn unpack(&self, bytes: &[u8]) -> Result<String, String> {
        let (mut archive, mut source, main) = open(bytes, "presentation", &MAIN)?;
        let mut added = Vec::new();
        for slide in slide_names(&source, &main) {
            if !archive.has(&slide) || added.contains(&slide) {
                continue;
            }
            add_with_relations(&mut archive, &mut source, &slide)?;
            let related = relations(&source, &slide);
            added.push(slide);
            for notes in related
                .into_iter()
                .filter(|relation| relation.kind == "notesSlide")
            {
                if archive.has(&notes.target) && !added.contains(&notes.target) {
                    archive.add_to(&mut source, &notes.target)?;
                    added.push(notes.target);
                }
            }
        }
        Ok(source)
    }

    fn pack(&self, bytes: &[u8], before: &str, after: &str) -> Result<Vec<u8>, String> {
        repack(bytes, before, after)
    }
}

/// The names of the slides in the order in which they are shown.
fn slide_names(source: &str, main: &str) -> Vec<String> {
    let Some(presentation) = member(source, main) else {
        return Vec::new();
    };
    let related = relations(source, main);
    let mut names = Vec::new();
    let mut walker = Walker::new(source, presentation.span);
    while let Ok(Some(node)) = walker.next() {
        if let Node::Open(tag) = node
            && tag.name() == (Space::Slides, "sldId")
            && let Some(id) = walker.attribute(&tag, Space::Link, "id")
        {
            let slide = related.iter().find(|relation| relation.id == id);
            names.extend(slide.map(|relation| relation.target.clone()));
        }
    }
    names
}

/// The slides that a source has, in their order.
fn slides(source: &str) -> Vec<Member<'_>> {
    let Some(main) = Kinds::of(source).main(source, &MAIN) else {
        return Vec::new();
    };
    let names = slide_names(source, &main);
    names
        .iter()
        .filter_map(|name| member(source, name))
        .collect()
}

fn notes_of<'s>(source: &'s str, slide: &str) -> Vec<Member<'s>> {
    let related = relations(source, slide).into_iter();
    let notes = related.filter(|relation| relation.kind == "notesSlide");
    notes
        .filter_map(|relation| member(source, &relation.target))
        .collect()
}

/// Where the walk through a slide is.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is something that is open"
)]
struct State<'r, 's> {
    source: &'s str,
    part: &'r mut Part<'s>,
    spot: Spot,
    draft: Draft,
    count: usize,
    depth: usize,
    skipped: Option<usize>,
    /// Whether a shape is the slide's title.
    is_title: bool,
    in_cell: bool,
    in_text: bool,
    /// What a run says of itself, and where it starts.
    is_foreign: bool,
    is_link: bool,
    stands_out: bool,
    in_properties: bool,
    run: usize,
    /// Whether the first of several copies of a text was seen, by depth.
    chosen: Vec<(usize, bool)>,
}

/// Reads a slide or its notes.
fn read<'s>(source: &'s str, slide: Member<'_>, label: &str, part: &mut Part<'s>) {
    let mut walker = Walker::new(source, slide.span);
    let mut state = State {
        source,
        part,
        spot: Spot {
            member: Arc::from(slide.name),
            start: slide.span.start,
            label: Arc::from(label),
            block: BlockNumber::Paragraph(0),
        },
        draft: Draft::default(),
        count: 0,
        depth: 0,
        skipped: None,
        is_title: false,
        in_cell: false,
        in_text: false,
        is_foreign: false,
        is_link: false,
        stands_out: false,
        in_properties: false,
        run: 0,
        chosen: Vec::new(),
    };
    // What is not well-formed was refused before.
    while let Ok(Some(node)) = walker.next() {
        match node {
            Node::Open(tag) => {
                state.depth += 1;
                if state.skipped.is_none() {
                    state.open(&walker, &tag);
                }
                if tag.empty {
                    state.close(tag.name());
                }
            }
            Node::Close(name, _) => state.close(name),
            Node::Text(span) => state.text(span, None),
            Node::Reference(c, span) => state.text(span, Some(c)),
            Node::Raw(span) if state.in_text => state.draft.object(span),
            Node::Raw(_) | Node::Aside => {}
        }
    }
}

impl State<'_, '_> {
    fn open(&mut self, walker: &Walker<'_>, tag: &Tag<'_>) {
        match tag.name() {
            (Space::Slides, "sp") => self.is_title = false,
            (Space::Slides, "ph") => {
                let kind = walker.attribute(tag, Space::None, "type");
                self.is_title = matches!(kind.as_deref(), Some("title" | "ctrTitle"));
            }
            (Space::Drawing, "p") => {
                self.count += 1;
                self.draft.clear();
            }
            (Space::Drawing, "r") => {
                (self.is_foreign, self.is_link) = (false, false);
                self.stands_out = false;
                self.run = self.draft.position();
            }
            (Space::Drawing, "rPr") => {
                let language = walker.attribute(tag, Space::None, "lang");
                self.is_foreign =
                    language.and_then(|tag| language::is_english(&tag)) == Some(false);
                let is_on = |value: String| !matches!(&*value, "0" | "false" | "none");
                self.stands_out = ["b", "i", "u"]
                    .into_iter()
                    .any(|name| walker.attribute(tag, Space::None, name).is_some_and(is_on));
                self.in_properties = true;
            }
            (Space::Drawing, "solidFill" | "highlight") => self.stands_out |= self.in_properties,
            (Space::Drawing, "latin") => {
                let font = walker.attribute(tag, Space::None, "typeface");
                self.is_foreign |= font.is_some_and(|font| is_monospaced(&font));
            }
            (Space::Drawing, "hlinkClick") => self.is_link = true,
            (Space::Drawing, "tc") => self.in_cell = true,
            (Space::Drawing, "t") => self.in_text = true,
            (Space::Drawing, "br") => self.draft.hard_break(tag.span),
            // What these say is made by the program.
            (Space::Drawing, "fld") | (Space::Math, "oMath" | "oMathPara") => {
                self.draft.object(tag.span);
                self.skipped = Some(self.depth);
            }
            (Space::Compatibility, "AlternateContent") => self.chosen.push((self.depth, false)),
            (Space::Compatibility, "Choice" | "Fallback") => {
                let chosen = self.chosen.last_mut().map(|(_, chosen)| chosen);
                if chosen.is_some_and(|chosen| std::mem::replace(chosen, true)) {
                    self.skipped = Some(self.depth);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: Name<'_>) {
        let depth = self.depth;
        self.depth = depth.saturating_sub(1);
        match self.skipped {
            Some(from) if from == depth => {
                self.skipped = None;
                return;
            }
            Some(_) => return,
            None => {}
        }
        match name {
            (Space::Drawing, "tc") => self.in_cell = false,
            (Space::Drawing, "t") => self.in_text = false,
            (Space::Drawing, "rPr") => self.in_properties = false,
            (Space::Drawing, "r") => {
                if self.stands_out {
                    self.draft.area(self.run, AreaKind::Emphasis);
                }
                if std::mem::take(&mut self.is_link) {
                    self.draft.area(self.run, AreaKind::LinkText);
                }
                self.is_foreign = false;
            }
            (Space::Drawing, "p") => {
                self.spot.block = BlockNumber::Paragraph(self.count);
                let kind = if self.is_title {
                    SegmentKind::Heading(1)
                } else {
                    SegmentKind::Text
                };
                let kind = kind.in_table(self.in_cell);
                self.part.push_at(&mut self.draft, kind, false, &self.spot);
            }
            (Space::Compatibility, "AlternateContent") => {
                self.chosen.pop_if(|(from, _)| *from == depth);
            }
            _ => {}
        }
    }

    fn text(&mut self, span: Span, decoded: Option<char>) {
        if !self.in_text || self.skipped.is_some() {
            return;
        }
        if self.is_foreign {
            self.draft.object(span);
        } else {
            push_text(&mut self.draft, self.source, span, decoded);
        }
    }
}

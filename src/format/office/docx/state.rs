//! Where the reading of a Word member is: the paragraphs, fields and copies that are
//! open, and what is not read.

use std::collections::HashSet;
use std::sync::Arc;

use super::super::look::{Look, ParagraphStyle};
use super::super::text::Clip;
use super::super::xml::{Space, Tag, Walker};
use crate::document::{AreaKind, Directive, Draft};
use crate::text::span::Span;
use crate::text::spot::{BlockNumber, Spot};

/// A paragraph that is being read. A text box inside a paragraph has its own.
pub(super) struct Paragraph {
    pub(super) draft: Draft,
    pub(super) number: usize,
    pub(super) tag: Span,
    pub(super) style: ParagraphStyle,
    pub(super) run: Look,
    /// Whether the run looks other than plain text.
    pub(super) stands_out: bool,
    /// Where the texts of open links start.
    pub(super) links: Vec<usize>,
    /// Comments on it that switch rules off for all of it.
    pub(super) silenced: Vec<Directive>,
    pub(super) alternate: Option<(usize, usize)>,
}

/// A field: its code is no prose, and its result is made by Word, unless it is a link.
#[derive(Default)]
pub(super) struct Field {
    pub(super) code: String,
    pub(super) in_result: bool,
}

impl Field {
    pub(super) fn is_link(&self) -> bool {
        self.code.trim_start().starts_with("HYPERLINK")
    }
}

/// Where the walk is.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an element that is open"
)]
pub(super) struct State<'s> {
    pub(super) member: Spot,
    pub(super) walker: Walker<'s>,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) fields: Vec<Field>,
    /// The content controls that are open: how deep each is, and whether data somewhere
    /// else in the file says what it shows.
    pub(super) controls: Vec<(usize, bool)>,
    /// How deep the walk is, and from where on nothing is read.
    pub(super) depth: usize,
    pub(super) skipped: Option<usize>,
    pub(super) count: usize,
    /// How many cells of tables are open, one in the other.
    pub(super) cells: usize,
    /// The comments that were met.
    pub(super) noted: HashSet<String>,
    /// Inside which `w:t`, and what of it is seen.
    pub(super) clip: Option<Clip>,
    pub(super) in_code: bool,
    pub(super) in_run: bool,
    pub(super) in_run_properties: bool,
    pub(super) in_paragraph_properties: bool,
    /// Whether white space at the ends of texts counts, by element.
    pub(super) preserved: Vec<(usize, bool)>,
    /// The texts with copies that are open: depth, start, paragraphs so far, and
    /// whether one of the copies was read.
    pub(super) alternates: Vec<Alternate>,
}

pub(super) struct Alternate {
    pub(super) depth: usize,
    pub(super) start: usize,
    pub(super) paragraphs: usize,
    pub(super) chosen: bool,
}

impl<'s> State<'s> {
    /// At the start of a member.
    pub(super) fn new(source: &'s str, name: &Arc<str>, label: &Arc<str>, span: Span) -> Self {
        Self {
            member: Spot {
                member: Arc::clone(name),
                start: span.start,
                label: Arc::clone(label),
                block: BlockNumber::Paragraph(0),
            },
            walker: Walker::new(source, span),
            paragraphs: Vec::new(),
            fields: Vec::new(),
            controls: Vec::new(),
            depth: 0,
            skipped: None,
            count: 0,
            cells: 0,
            noted: HashSet::new(),
            clip: None,
            in_code: false,
            in_run: false,
            in_run_properties: false,
            in_paragraph_properties: false,
            preserved: Vec::new(),
            alternates: Vec::new(),
        }
    }

    /// Whether text is seen here: outside fields, or in the text of a link.
    pub(super) fn is_read(&self) -> bool {
        self.fields
            .iter()
            .all(|field| field.in_result && field.is_link())
    }

    /// Whether the text around the innermost field is seen.
    pub(super) fn is_read_outside(&self) -> bool {
        let (_, outer) = self.fields.split_last().unzip();
        outer.is_none_or(|outer: &[Field]| {
            outer.iter().all(|field| field.in_result && field.is_link())
        })
    }

    /// The innermost content control shows data.
    pub(super) fn bind(&mut self) {
        if let Some((_, bound)) = self.controls.last_mut() {
            *bound = true;
        }
    }

    /// Whether text is data that would be shown anew from somewhere else.
    pub(super) fn is_bound(&self) -> bool {
        self.controls.iter().any(|(_, bound)| *bound)
    }

    /// A mark of a field: where its code begins, its result, and where that ends.
    pub(super) fn field(&mut self, tag: &Tag<'s>) {
        match self
            .walker
            .attribute(tag, Space::Word, "fldCharType")
            .as_deref()
        {
            Some("begin") => self.fields.push(Field::default()),
            Some("separate") => {
                let outer_read = self.is_read_outside();
                let Some(field) = self.fields.last_mut() else {
                    return;
                };
                field.in_result = true;
                let is_link = field.is_link();
                if is_link && let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.links.push(paragraph.draft.position());
                } else if outer_read {
                    self.object(tag.span);
                }
            }
            Some("end") => {
                let ended = self.fields.pop();
                if ended.is_some_and(|field| field.in_result && field.is_link()) {
                    self.end_link();
                }
            }
            _ => {}
        }
    }

    pub(super) fn object(&mut self, span: Span) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.draft.object(span);
        }
    }

    /// A character that is an element.
    pub(super) fn sign(&mut self, text: &str, span: Span) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.draft.sign(text, span);
        }
    }

    pub(super) fn end_link(&mut self) {
        if let Some(paragraph) = self.paragraphs.last_mut()
            && let Some(from) = paragraph.links.pop()
        {
            paragraph.draft.area(from, AreaKind::LinkText);
        }
    }
}

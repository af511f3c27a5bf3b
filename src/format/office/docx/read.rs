//! The paragraphs of a Word document as prose. Text stands in runs (`w:r`), which end
//! wherever the formatting changes or Word saved in between; a paragraph is read over
//! all of them. What a reader does not see (deleted text, field codes, hidden text),
//! and what is not English prose, is left out.

use std::sync::Arc;

use super::super::look::{Look, ParagraphStyle};
use super::super::text::{Clip, push_text};
use super::super::xml::{Node, Space, Tag};
use super::notes::Notes;
use super::state::{Alternate, Paragraph, State};
use super::styles::{Styles, learn};
use crate::document::{Action, AreaKind, Directive, Draft, Part};
use crate::text::span::Span;
use crate::text::spot::{BlockNumber, Spot};

/// Which of two copies of a text is read, where a document has one for newer and one
/// for older programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The one for newer programs, and all that has no copy.
    Choice,
    /// The one for older programs alone.
    Fallback,
}

/// A block that stands in a text with a copy: where that starts, which paragraph of
/// it this is, and its segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Twin {
    pub(super) alternate: usize,
    pub(super) number: usize,
    pub(super) segment: usize,
}

/// What reading a member needs beside its text.
pub(super) struct Reader<'r, 's> {
    pub(super) source: &'s str,
    pub(super) part: &'r mut Part<'s>,
    pub(super) styles: &'r Styles,
    pub(super) notes: &'r Notes,
    pub(super) side: Side,
    pub(super) twins: &'r mut Vec<Twin>,
}

impl<'s> Reader<'_, 's> {
    /// Reads a member of the package, which lies in `span` of the source.
    pub(super) fn read(&mut self, name: &Arc<str>, label: &Arc<str>, span: Span) {
        let mut state = State::new(self.source, name, label, span);
        // What is not well-formed was refused before.
        while let Ok(Some(node)) = state.walker.next() {
            match node {
                Node::Open(tag) => {
                    state.depth += 1;
                    if state.skipped.is_none() {
                        self.open(&mut state, &tag);
                    } else if tag.local == "dataBinding" {
                        state.bind();
                    }
                    if tag.empty {
                        self.close(&mut state, (tag.space, tag.local), tag.span);
                    }
                }
                Node::Close(name, span) => self.close(&mut state, name, span),
                Node::Text(span) => self.text(&mut state, span, None),
                Node::Reference(c, span) => self.text(&mut state, span, Some(c)),
                Node::Raw(span) if state.clip.is_some() && state.skipped.is_none() => {
                    state.object(span);
                }
                Node::Raw(_) | Node::Aside => {}
            }
        }
        self.part.directives.sort_by_key(|directive| directive.span);
    }

    fn open(&mut self, state: &mut State<'s>, tag: &Tag<'s>) {
        if let Some(space) = state.walker.attribute(tag, Space::Xml, "space") {
            state.preserved.push((state.depth, space == "preserve"));
        }
        match tag.name() {
            (Space::Word, local) => self.open_word(state, tag, local),
            (Space::Compatibility, "AlternateContent") => state.alternates.push(Alternate {
                depth: state.depth,
                start: tag.span.start,
                paragraphs: 0,
                chosen: false,
            }),
            (Space::Compatibility, side @ ("Choice" | "Fallback")) => {
                let wanted = match self.side {
                    Side::Choice => "Choice",
                    Side::Fallback => "Fallback",
                };
                let first = state.alternates.last_mut().is_none_or(|alternate| {
                    side == wanted && !std::mem::replace(&mut alternate.chosen, true)
                });
                if !first {
                    state.skipped = Some(state.depth);
                }
            }
            (Space::Math, "oMath" | "oMathPara") => {
                state.object(tag.span);
                state.skipped = Some(state.depth);
            }
            _ => {}
        }
    }

    fn open_word(&mut self, state: &mut State<'s>, tag: &Tag<'s>, local: &str) {
        match local {
            "p" => self.open_paragraph(state, tag),
            "tc" => state.cells += 1,
            "r" => {
                state.in_run = true;
                if let Some(paragraph) = state.paragraphs.last_mut() {
                    paragraph.run = Look::default();
                    paragraph.stands_out = false;
                }
            }
            "pPr" => state.in_paragraph_properties = true,
            "rPr" => state.in_run_properties = true,
            "pStyle" if state.in_paragraph_properties => {
                let id = state.walker.attribute(tag, Space::Word, "val");
                if let Some(paragraph) = state.paragraphs.last_mut() {
                    paragraph.style = self.styles.paragraph(id.as_deref());
                }
            }
            "rStyle" if state.in_run && state.in_run_properties => {
                let id = state.walker.attribute(tag, Space::Word, "val");
                if let (Some(paragraph), Some(id)) = (state.paragraphs.last_mut(), id) {
                    paragraph.stands_out = true;
                    paragraph.run = paragraph.run.or(&self.styles.character(&id));
                }
            }
            "vanish" | "lang" | "rFonts" if state.in_run && state.in_run_properties => {
                if let Some(paragraph) = state.paragraphs.last_mut() {
                    let mut own = Look::default();
                    learn(&mut own, &state.walker, tag);
                    paragraph.run = own.or(&paragraph.run);
                }
            }
            _ if state.in_run && state.in_run_properties && stands_out(local) => {
                let value = state.walker.attribute(tag, Space::Word, "val");
                let is_off = |value: &str| matches!(value, "0" | "false" | "off" | "none" | "auto");
                if let Some(paragraph) = state.paragraphs.last_mut() {
                    paragraph.stands_out |= !value.as_deref().is_some_and(is_off);
                }
            }
            // Deleted, moved away, or how something looked before: not to be seen.
            "del" | "moveFrom" if !state.in_run_properties => state.skipped = Some(state.depth),
            "rPrChange" | "pPrChange" | "sdtPr" | "rt" | "delText" | "numberingChange" => {
                state.skipped = Some(state.depth);
            }
            "sdt" => state.controls.push((state.depth, false)),
            "instrText" => state.in_code = true,
            "fldSimple" => {
                state.object(tag.span);
                state.skipped = Some(state.depth);
            }
            "fldChar" => state.field(tag),
            "hyperlink" => {
                if let Some(paragraph) = state.paragraphs.last_mut() {
                    paragraph.links.push(paragraph.draft.position());
                }
            }
            "t" => {
                let keep = state.preserved.last().is_some_and(|(_, keep)| *keep);
                state.clip = Some(Clip::of(self.source, tag.span.end, keep));
            }
            "br" | "cr" if state.is_read() => {
                if let Some(paragraph) = state.paragraphs.last_mut() {
                    paragraph.draft.hard_break(tag.span);
                }
            }
            "tab" | "ptab" if !state.in_paragraph_properties && state.is_read() => {
                state.sign("\t", tag.span);
            }
            "noBreakHyphen" => state.sign("\u{2011}", tag.span),
            "drawing" | "pict" | "object" | "sym" | "footnoteReference" | "endnoteReference"
            | "pgNum" => state.object(tag.span),
            "commentRangeStart" | "commentReference" => self.note(state, tag),
            _ => {}
        }
    }

    fn open_paragraph(&mut self, state: &mut State<'s>, tag: &Tag<'s>) {
        state.count += 1;
        let alternate = state.alternates.last_mut().map(|alternate| {
            alternate.paragraphs += 1;
            (alternate.start, alternate.paragraphs)
        });
        state.paragraphs.push(Paragraph {
            draft: Draft::default(),
            number: state.count,
            tag: tag.span,
            style: self.styles.paragraph(None),
            run: Look::default(),
            stands_out: false,
            links: Vec::new(),
            silenced: Vec::new(),
            alternate,
        });
    }

    /// A comment: of ours, it may switch rules off.
    fn note(&mut self, state: &mut State<'s>, tag: &Tag<'s>) {
        let Some(id) = state.walker.attribute(tag, Space::Word, "id") else {
            return;
        };
        let words = self.notes.text(&id);
        let directive = words.and_then(|words| Directive::parse(words, tag.span));
        // A comment has a mark where it begins, and one where it is shown.
        let Some(directive) = directive.filter(|_| state.noted.insert(id)) else {
            return;
        };
        match (directive.action, state.paragraphs.last_mut()) {
            (Action::IgnoreNextLine, Some(paragraph)) => paragraph.silenced.push(directive),
            _ => self.part.directives.push(directive),
        }
    }

    fn close(&mut self, state: &mut State<'s>, name: (Space, &str), span: Span) {
        let depth = state.depth;
        state.depth = state.depth.saturating_sub(1);
        while state
            .preserved
            .last()
            .is_some_and(|(from, _)| *from >= depth)
        {
            state.preserved.pop();
        }
        match state.skipped {
            Some(from) if from == depth => state.skipped = None,
            Some(_) => return,
            None => {}
        }
        match name {
            (Space::Word, "p") => self.close_paragraph(state, span),
            (Space::Word, "tc") => state.cells = state.cells.saturating_sub(1),
            (Space::Word, "r") => state.in_run = false,
            (Space::Word, "pPr") => state.in_paragraph_properties = false,
            (Space::Word, "rPr") => state.in_run_properties = false,
            (Space::Word, "t") => state.clip = None,
            (Space::Word, "instrText") => state.in_code = false,
            (Space::Word, "sdt") => {
                state.controls.pop_if(|(from, _)| *from == depth);
            }
            (Space::Word, "hyperlink") => state.end_link(),
            (Space::Compatibility, "AlternateContent") => {
                state
                    .alternates
                    .pop_if(|alternate| alternate.depth == depth);
            }
            _ => {}
        }
    }

    fn close_paragraph(&mut self, state: &mut State<'s>, end: Span) {
        let Some(mut paragraph) = state.paragraphs.pop() else {
            return;
        };
        while let Some(from) = paragraph.links.pop() {
            paragraph.draft.area(from, AreaKind::LinkText);
        }
        for directive in paragraph.silenced {
            self.part.directives.push(Directive {
                span: paragraph.tag,
                reach: Some(Span::new(paragraph.tag.start, end.end)),
                ..directive
            });
        }
        let wanted = self.side == Side::Choice || paragraph.alternate.is_some();
        if !wanted {
            return;
        }
        let spot = Spot {
            block: BlockNumber::Paragraph(paragraph.number),
            ..state.member.clone()
        };
        let before = self.part.segments.len();
        let ParagraphStyle { kind, quoted, .. } = paragraph.style;
        let kind = kind.in_table(state.cells > 0);
        self.part.push_at(&mut paragraph.draft, kind, quoted, &spot);
        if let Some((alternate, number)) = paragraph.alternate
            && self.part.segments.len() > before
        {
            self.twins.push(Twin {
                alternate,
                number,
                segment: before,
            });
        }
    }

    fn text(&mut self, state: &mut State<'s>, span: Span, decoded: Option<char>) {
        if state.skipped.is_some() {
            return;
        }
        if state.in_code {
            if let Some(field) = state.fields.last_mut().filter(|field| !field.in_result) {
                field.code.push_str(&self.source[span.range()]);
            }
            return;
        }
        let Some(clip) = state.clip else { return };
        let (is_read, is_bound) = (state.is_read(), state.is_bound());
        let Some(paragraph) = state.paragraphs.last_mut() else {
            return;
        };
        let look = paragraph.run.or(&paragraph.style.look);
        if !is_read || look.hidden == Some(true) || paragraph.style.generated {
            return;
        }
        if look.english == Some(false) || look.code == Some(true) {
            paragraph.draft.object(span);
            return;
        }
        let from = paragraph.draft.position();
        push_text(&mut paragraph.draft, self.source, clip.cut(span), decoded);
        if is_bound {
            paragraph.draft.area(from, AreaKind::Fixed);
        }
        if paragraph.stands_out {
            paragraph.draft.area(from, AreaKind::Emphasis);
        }
    }
}

/// Whether a property of a run makes it look other than plain text.
fn stands_out(local: &str) -> bool {
    matches!(
        local,
        "b" | "i" | "u" | "caps" | "smallCaps" | "color" | "highlight" | "shd" | "bdr" | "em"
    )
}

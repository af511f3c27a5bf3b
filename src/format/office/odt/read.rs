//! The paragraphs of an `OpenDocument` text as prose. Text stands in paragraphs and in
//! spans inside them; white space of the XML reads as one space, and more of it is an
//! element of its own.

use std::sync::Arc;

use super::super::look::{Look, ParagraphStyle};
use super::super::text::is_white;
use super::super::xml::{Node, Space, Tag, Walker};
use super::styles::Styles;
use crate::document::{Action, AreaKind, Directive, Draft, Part, SegmentKind};
use crate::text::span::Span;
use crate::text::spot::{BlockNumber, Spot};

/// What reading a member needs beside its text.
pub(super) struct Reader<'r, 's> {
    pub(super) source: &'s str,
    pub(super) part: &'r mut Part<'s>,
    pub(super) styles: &'r Styles,
}

/// A paragraph that is being read. A note or a frame inside one has its own.
struct Paragraph {
    draft: Draft,
    tag: Span,
    number: usize,
    label: Arc<str>,
    heading: Option<u8>,
    style: ParagraphStyle,
    /// The open spans and links, with how deep each is.
    spans: Vec<(usize, Look)>,
    links: Vec<(usize, usize)>,
    silenced: Vec<Directive>,
}

/// A comment that is being read.
struct Comment {
    depth: usize,
    tag: Span,
    text: String,
    in_text: bool,
}

/// Where the walk is.
struct State<'s> {
    walker: Walker<'s>,
    member: Arc<str>,
    start: usize,
    label: Arc<str>,
    paragraphs: Vec<Paragraph>,
    depth: usize,
    skipped: Option<usize>,
    /// Whether each open element is one whose own text is read.
    texts: Vec<bool>,
    count: usize,
    /// How many cells of tables are open, one in the other.
    cells: usize,
    comment: Option<Comment>,
}

impl<'s> Reader<'_, 's> {
    /// Reads a member of the package, which lies in `span` of the source.
    pub(super) fn read(&mut self, name: &str, span: Span) {
        let mut state = State {
            walker: Walker::new(self.source, span),
            member: Arc::from(name),
            start: span.start,
            label: Arc::from(""),
            paragraphs: Vec::new(),
            depth: 0,
            skipped: None,
            texts: Vec::new(),
            count: 0,
            cells: 0,
            comment: None,
        };
        // What is not well-formed was refused before.
        while let Ok(Some(node)) = state.walker.next() {
            match node {
                Node::Open(tag) => {
                    state.depth += 1;
                    state.texts.push(tag.space == Space::Text);
                    if state.skipped.is_none() {
                        self.open(&mut state, &tag);
                    } else if let Some(comment) = &mut state.comment {
                        comment.in_text |= tag.name() == (Space::Text, "p");
                    }
                    if tag.empty {
                        self.close(&mut state, (tag.space, tag.local), tag.span);
                    }
                }
                Node::Close(name, span) => self.close(&mut state, name, span),
                Node::Text(span) => self.text(&mut state, span, None),
                Node::Reference(c, span) => self.text(&mut state, span, Some(c)),
                Node::Raw(span) => state.object(span),
                Node::Aside => {}
            }
        }
        self.part.directives.sort_by_key(|directive| directive.span);
    }

    fn open(&mut self, state: &mut State<'s>, tag: &Tag<'s>) {
        match tag.name() {
            (Space::Text, "p" | "h") => self.open_paragraph(state, tag),
            (Space::Table, "table-cell") => state.cells += 1,
            (Space::Text, "span") => {
                let style = state.walker.attribute(tag, Space::Text, "style-name");
                let look = style.map(|style| self.styles.character(&style));
                if let Some(paragraph) = state.paragraphs.last_mut() {
                    let outer = paragraph.spans.last().map(|(_, look)| look.clone());
                    let look = look.unwrap_or_default().or(&outer.unwrap_or_default());
                    paragraph.spans.push((state.depth, look));
                }
            }
            (Space::Text, "a") => {
                if let Some(paragraph) = state.paragraphs.last_mut() {
                    paragraph
                        .links
                        .push((state.depth, paragraph.draft.position()));
                }
            }
            (Space::Text, "line-break") => {
                if let Some(paragraph) = state.paragraphs.last_mut() {
                    paragraph.draft.hard_break(tag.span);
                }
            }
            (Space::Text, "tab") => state.sign("\t", tag.span),
            (Space::Text, "s") => {
                let count = state.walker.attribute(tag, Space::Text, "c");
                let count = count.and_then(|count| count.parse().ok()).unwrap_or(1);
                state.sign(&" ".repeat(count.min(1000)), tag.span);
            }
            (Space::Text, "note") => state.object(tag.span),
            (Space::Office, "annotation") => {
                state.skipped = Some(state.depth);
                state.comment = Some(Comment {
                    depth: state.depth,
                    tag: tag.span,
                    text: String::new(),
                    in_text: false,
                });
            }
            // Text that is inserted for a change, and marks of places, are nothing.
            (Space::Text, local) if is_mark(local) => {}
            (Space::Text, local) if is_container(local) => {
                let display = state.walker.attribute(tag, Space::Text, "display");
                if display.as_deref() == Some("none") {
                    state.skipped = Some(state.depth);
                }
            }
            (Space::Text, "note-citation" | "tracked-changes" | "ruby-text") => {
                state.skipped = Some(state.depth);
            }
            // A field, or a list that the program makes.
            (Space::Text, _) => {
                state.object(tag.span);
                state.skipped = Some(state.depth);
            }
            (Space::Draw, "frame" | "custom-shape" | "a" | "line" | "rect") => {
                state.object(tag.span);
            }
            (Space::Office, "forms" | "automatic-styles" | "styles" | "font-face-decls") => {
                state.skipped = Some(state.depth);
            }
            (Space::Style, "header" | "header-left" | "header-first") => state.begin("header"),
            (Space::Style, "footer" | "footer-left" | "footer-first") => state.begin("footer"),
            _ => {}
        }
    }

    fn open_paragraph(&mut self, state: &mut State<'s>, tag: &Tag<'s>) {
        state.count += 1;
        let style = state.walker.attribute(tag, Space::Text, "style-name");
        state.paragraphs.push(Paragraph {
            draft: Draft::default(),
            tag: tag.span,
            number: state.count,
            label: Arc::clone(&state.label),
            heading: (tag.local == "h").then(|| level(state, tag)),
            style: self.styles.paragraph(style.as_deref().unwrap_or_default()),
            spans: Vec::new(),
            links: Vec::new(),
            silenced: Vec::new(),
        });
    }

    fn close(&mut self, state: &mut State<'s>, name: (Space, &str), end: Span) {
        let depth = state.depth;
        state.depth = state.depth.saturating_sub(1);
        state.texts.pop();
        if state
            .comment
            .as_ref()
            .is_some_and(|comment| comment.depth == depth)
        {
            self.note(state);
        }
        match state.skipped {
            Some(from) if from == depth => {
                state.skipped = None;
                return;
            }
            Some(_) => return,
            None => {}
        }
        if let Some(paragraph) = state.paragraphs.last_mut() {
            paragraph.spans.pop_if(|(from, _)| *from == depth);
            if let Some((_, from)) = paragraph.links.pop_if(|(from, _)| *from == depth) {
                paragraph.draft.area(from, AreaKind::LinkText);
            }
        }
        match name {
            (Space::Text, "p" | "h") => self.close_paragraph(state, end),
            (Space::Table, "table-cell") => state.cells = state.cells.saturating_sub(1),
            _ => {}
        }
    }

    fn close_paragraph(&mut self, state: &mut State<'s>, end: Span) {
        let Some(mut paragraph) = state.paragraphs.pop() else {
            return;
        };
        for directive in paragraph.silenced {
            self.part.directives.push(Directive {
                span: paragraph.tag,
                reach: Some(Span::new(paragraph.tag.start, end.end)),
                ..directive
            });
        }
        let spot = Spot {
            member: Arc::clone(&state.member),
            start: state.start,
            label: paragraph.label,
            block: BlockNumber::Paragraph(paragraph.number),
        };
        let ParagraphStyle { kind, quoted, .. } = paragraph.style;
        let kind = match kind {
            SegmentKind::Text => paragraph.heading.map_or(kind, SegmentKind::Heading),
            kind => kind,
        };
        let kind = kind.in_table(state.cells > 0);
        self.part.push_at(&mut paragraph.draft, kind, quoted, &spot);
    }

    /// A comment: it may switch rules off.
    fn note(&mut self, state: &mut State<'s>) {
        let Some(comment) = state.comment.take() else {
            return;
        };
        let Some(directive) = Directive::parse(&comment.text, comment.tag) else {
            return;
        };
        match (directive.action, state.paragraphs.last_mut()) {
            (Action::IgnoreNextLine, Some(paragraph)) => paragraph.silenced.push(directive),
            _ => self.part.directives.push(directive),
        }
    }

    fn text(&mut self, state: &mut State<'s>, span: Span, decoded: Option<char>) {
        if state.skipped.is_some() {
            if let Some(comment) = state.comment.as_mut().filter(|comment| comment.in_text) {
                match decoded {
                    Some(c) => comment.text.push(c),
                    None => comment.text.push_str(&self.source[span.range()]),
                }
            }
            return;
        }
        let in_text = state.texts.last() == Some(&true);
        let paragraph = state.paragraphs.last_mut().filter(|_| in_text);
        let Some(paragraph) = paragraph else { return };
        let own = paragraph.spans.last().map(|(_, look)| look.clone());
        let look = own.unwrap_or_default().or(&paragraph.style.look);
        if look.hidden == Some(true) || paragraph.style.generated {
            return;
        }
        if look.english == Some(false) || look.code == Some(true) {
            paragraph.draft.object(span);
            return;
        }
        let draft = &mut paragraph.draft;
        let from = draft.position();
        match decoded {
            Some(c) => draft.decoded(c.encode_utf8(&mut [0; 4]), span),
            None => push_folded(draft, self.source, span),
        }
        if !paragraph.spans.is_empty() {
            paragraph.draft.area(from, AreaKind::Emphasis);
        }
    }
}

/// The level of a heading.
fn level(state: &State<'_>, tag: &Tag<'_>) -> u8 {
    let level = state.walker.attribute(tag, Space::Text, "outline-level");
    level.and_then(|level| level.parse().ok()).unwrap_or(1)
}

/// Adds text in which a run of white space reads as one space.
fn push_folded(draft: &mut Draft, source: &str, span: Span) {
    let mut at = span.start;
    while at < span.end {
        let rest = &source[at..span.end];
        let words = rest.find(is_white).unwrap_or(rest.len());
        if words > 0 {
            draft.verbatim(source, Span::new(at, at + words));
        }
        at += words;
        let rest = &source[at..span.end];
        let blank = rest.len() - rest.trim_start_matches(is_white).len();
        let seen = !draft.is_empty() && !draft.text().ends_with([' ', '\n']);
        if blank > 0 && seen {
            if rest.starts_with(' ') && blank == 1 {
                draft.verbatim(source, Span::new(at, at + 1));
            } else {
                draft.decoded(" ", Span::new(at, at + blank));
            }
        }
        at += blank;
    }
}

/// Elements without text that mark a place; `bookmark-ref` and its like are fields.
fn is_mark(local: &str) -> bool {
    let place = local
        .strip_suffix("-start")
        .or_else(|| local.strip_suffix("-end"));
    let place = place.unwrap_or(local);
    matches!(
        place,
        "bookmark" | "change" | "soft-page-break" | "sequence-decls" | "variable-decls"
    ) || place.ends_with("-mark")
}

/// Elements whose paragraphs and texts are read as if they stood alone.
fn is_container(local: &str) -> bool {
    matches!(
        local,
        "section"
            | "list"
            | "list-item"
            | "list-header"
            | "numbered-paragraph"
            | "note-body"
            | "meta"
            | "ruby"
            | "ruby-base"
    )
}

impl State<'_> {
    /// A part of the document that is called so begins.
    fn begin(&mut self, label: &str) {
        self.label = Arc::from(label);
        self.count = 0;
    }

    fn object(&mut self, span: Span) {
        if self.skipped.is_none()
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.draft.object(span);
        }
    }

    fn sign(&mut self, text: &str, span: Span) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.draft.sign(text, span);
        }
    }
}

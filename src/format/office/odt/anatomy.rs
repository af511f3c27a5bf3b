//! What a review of an `OpenDocument` text needs to know of it: its texts with their
//! formatting, where tracked changes are kept, and the comments that are there.

use std::collections::HashSet;

use super::super::xml::{Name, Node, Space, Tag, Walker};
use crate::document::Markup;
use crate::text::span::Span;

/// Who makes our changes.
pub(super) const AUTHOR: &str = "dejargon";

/// A stretch of text, and how it is formatted.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) span: Span,
    /// The style of its paragraph, as it is written.
    pub(super) paragraph: String,
    /// The style of its span, if it stands in one.
    pub(super) style: Option<String>,
    /// The container whose tracked changes it belongs to.
    pub(super) container: Option<usize>,
    pub(super) takes_comments: bool,
}

/// An element that keeps tracked changes at its start.
#[derive(Debug)]
pub(super) struct Container {
    /// Where new regions go.
    pub(super) place: Span,
    /// Whether there is an element for them already.
    pub(super) exists: bool,
}

/// A comment that is there.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) author: String,
    pub(super) text: String,
    /// Where it ends.
    pub(super) end: usize,
}

impl Anatomy {
    /// The text that starts last at or before a place.
    pub(super) fn text_at(&self, place: usize) -> Option<&Text> {
        let behind = self.texts.partition_point(|text| text.span.start <= place);
        self.texts.get(behind.checked_sub(1)?)
    }
}

/// What a review needs to know of a member.
#[derive(Debug, Default)]
pub(super) struct Anatomy {
    pub(super) texts: Vec<Text>,
    pub(super) containers: Vec<Container>,
    pub(super) comments: Vec<Known>,
    /// Names of marks that are taken.
    pub(super) names: HashSet<String>,
    /// The prefixes of `text:`, `office:` and `dc:`.
    pub(super) prefixes: [String; 3],
}

/// Where the walk is; of what is open, how deep it is.
#[derive(Default)]
struct State {
    anatomy: Anatomy,
    depth: usize,
    paragraphs: Vec<(usize, String)>,
    spans: Vec<(usize, String)>,
    containers: Vec<(usize, usize)>,
    /// Where no comment can stand.
    closed: Vec<usize>,
    comment: Option<Comment>,
    /// The text that is being read: characters in another spelling belong to it.
    run: Option<Span>,
}

/// A comment that is being read, and which of its elements.
struct Comment {
    depth: usize,
    known: Known,
    element: String,
}

/// Takes the member in `span` of a source apart.
pub(super) fn anatomy(source: &str, span: Span) -> Anatomy {
    let mut walker = Walker::new(source, span);
    let mut state = State::default();
    while let Ok(Some(node)) = walker.next() {
        match node {
            Node::Text(span) => state.text(span, &source[span.range()]),
            Node::Reference(c, span) => state.text(span, c.encode_utf8(&mut [0; 4])),
            Node::Open(tag) => {
                state.end_text();
                state.depth += 1;
                state.open(&walker, &tag);
                if tag.empty {
                    state.close(tag.name(), tag.span);
                }
            }
            Node::Close(name, end) => {
                state.end_text();
                state.close(name, end);
            }
            Node::Raw(_) | Node::Aside => state.end_text(),
        }
    }
    state.anatomy
}

impl State {
    fn text(&mut self, span: Span, text: &str) {
        if let Some(Comment { known, element, .. }) = &mut self.comment {
            match element.as_str() {
                "creator" => known.author.push_str(text),
                "p" => known.text.push_str(text),
                _ => {}
            }
            return;
        }
        let start = self.run.map_or(span.start, |run| run.start);
        self.run = Some(Span::new(start, span.end));
    }

    fn end_text(&mut self) {
        let run = self.run.take();
        if let (Some(span), Some((_, paragraph))) = (run, self.paragraphs.last()) {
            self.anatomy.texts.push(Text {
                span,
                paragraph: paragraph.clone(),
                style: self.spans.last().map(|(_, style)| style.clone()),
                container: self.containers.last().map(|(_, number)| *number),
                takes_comments: self.closed.is_empty(),
            });
        }
    }

    fn open(&mut self, walker: &Walker<'_>, tag: &Tag<'_>) {
        let depth = self.depth;
        if depth == 1 {
            let spaces = [Space::Text, Space::Office, Space::DublinCore];
            self.anatomy.prefixes = spaces.map(|space| tag.declared(space).unwrap_or_default());
        }
        for (space, name) in [
            (Space::Text, "id"),
            (Space::Office, "name"),
            (Space::Xml, "id"),
        ] {
            let name = walker.attribute(tag, space, name);
            let own = name.filter(|name| name.starts_with(AUTHOR));
            self.anatomy.names.extend(own);
        }
        if let Some(comment) = &mut self.comment {
            tag.local.clone_into(&mut comment.element);
            return;
        }
        match tag.name() {
            (Space::Office, "text") => self.contain(tag),
            (Space::Style, name) if is_margin(name) => {
                self.contain(tag);
                self.closed.push(depth);
            }
            (Space::Text, "tracked-changes") if tag.empty => self.keep_at(tag.span, false),
            (Space::Text, "p" | "h") => {
                let style = style_name(walker, tag);
                let style = style.unwrap_or_else(|| "Standard".to_owned());
                self.paragraphs.push((depth, style));
            }
            (Space::Text, "span") => {
                let style = style_name(walker, tag);
                self.spans.extend(style.map(|style| (depth, style)));
            }
            (Space::Text, "note-body" | "tracked-changes") | (Space::Draw, "text-box") => {
                self.closed.push(depth);
            }
            (Space::Office, "annotation") => {
                self.comment = Some(Comment {
                    depth,
                    known: Known::default(),
                    element: String::new(),
                });
            }
            _ => {}
        }
    }

    fn close(&mut self, name: Name<'_>, end: Span) {
        let depth = self.depth;
        match name {
            (Space::Text, "tracked-changes") if self.closed.last() == Some(&depth) => {
                self.keep_at(Span::new(end.start, end.start), true);
            }
            (Space::Office, "forms") => self.keep_at(Span::new(end.end, end.end), false),
            _ => {}
        }
        let comment = self.comment.take_if(|comment| comment.depth == depth);
        if let Some(Comment { mut known, .. }) = comment {
            known.end = end.end;
            self.anatomy.comments.push(known);
        } else if let Some(comment) = &mut self.comment {
            comment.element.clear();
        }
        self.paragraphs.pop_if(|(from, _)| *from == depth);
        self.spans.pop_if(|(from, _)| *from == depth);
        self.containers.pop_if(|(from, _)| *from == depth);
        self.closed.pop_if(|from| *from == depth);
        self.depth = depth.saturating_sub(1);
    }

    /// What keeps its own tracked changes begins.
    fn contain(&mut self, tag: &Tag<'_>) {
        let number = self.anatomy.containers.len();
        self.containers.push((self.depth, number));
        self.anatomy.containers.push(Container {
            place: Span::new(tag.span.end, tag.span.end),
            exists: false,
        });
    }

    /// The innermost container keeps its tracked changes there.
    fn keep_at(&mut self, place: Span, exists: bool) {
        let number = self.containers.last().map(|(_, number)| *number);
        if let Some(container) = number.and_then(|number| self.anatomy.containers.get_mut(number)) {
            *container = Container { place, exists };
        }
    }
}

/// Whether an element of a page is its header or footer.
fn is_margin(name: &str) -> bool {
    matches!(
        name,
        "header" | "header-left" | "header-first" | "footer" | "footer-left" | "footer-first"
    )
}

/// What a style-name attribute says, as it may be written.
fn style_name(walker: &Walker<'_>, tag: &Tag<'_>) -> Option<String> {
    let name = walker.attribute(tag, Space::Text, "style-name")?;
    Some(Markup::Runs.escape(&name).replace('"', "&quot;"))
}

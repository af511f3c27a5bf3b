//! The runs of a member with the places of their parts: what tracked changes need to
//! take a run apart.

use super::super::text::Clip;
use super::super::xml::{Node, Space, Tag, Walker};
use crate::text::span::Span;

/// A run: a stretch of text in one formatting.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// All of it.
    pub(super) span: Span,
    /// Its first tag.
    pub(super) tag: Span,
    /// Its formatting (`w:rPr`), empty if it has none.
    pub(super) format: Span,
    /// What it holds, in order.
    pub(super) children: Vec<Child>,
    /// Where its parent element starts.
    pub(super) parent: usize,
    /// The first tag of the tracked change that it stands in, if that is its parent.
    pub(super) revision: Option<Span>,
    /// Whether a comment can stand here.
    pub(super) takes_comments: bool,
}

/// Something in a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Child {
    /// All of it.
    pub(super) span: Span,
    /// The text in it, if that is what it is.
    pub(super) text: Option<Span>,
}

impl Run {
    /// The texts in it.
    pub(super) fn texts(&self) -> impl DoubleEndedIterator<Item = Span> + '_ {
        self.children.iter().filter_map(|child| child.text)
    }
}

/// A comment of the member, as far as it reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) id: String,
    pub(super) span: Span,
}

/// What tracked changes need to know of a member.
#[derive(Debug, Default)]
pub(super) struct Anatomy {
    pub(super) runs: Vec<Run>,
    /// Where comments stand.
    pub(super) comments: Vec<Range>,
    /// The numbers that mark something.
    pub(super) ids: Vec<u64>,
    /// The namespace of Word's elements as it is written here.
    pub(super) namespace: String,
}

/// An element that is open.
struct Open {
    start: usize,
    tag: Span,
    revises: bool,
    /// Whether white space at the ends of texts counts here.
    keeps_spaces: bool,
}

/// Takes the member in `span` of a source apart. `takes_comments` says whether Word
/// takes comments in this member at all; in text boxes it never does.
pub(super) fn anatomy(source: &str, span: Span, takes_comments: bool) -> Anatomy {
    let mut anatomy = Anatomy::default();
    let mut walker = Walker::new(source, span);
    let mut open: Vec<Open> = Vec::new();
    let mut runs: Vec<(usize, Run)> = Vec::new();
    let mut boxes = 0;
    while let Ok(Some(node)) = walker.next() {
        match node {
            Node::Open(tag) => {
                let space = walker.attribute(&tag, Space::Xml, "space");
                let outer = open.last().is_some_and(|open| open.keeps_spaces);
                open.push(Open {
                    keeps_spaces: space.map_or(outer, |space| space == "preserve"),
                    start: tag.span.start,
                    tag: tag.span,
                    revises: matches!(tag.name(), (Space::Word, "ins" | "moveTo")),
                });
                boxes += usize::from(tag.name() == (Space::Word, "txbxContent") && !tag.empty);
                learn(&mut anatomy, &walker, &tag);
                if tag.name() == (Space::Word, "r") && !tag.empty {
                    let parent = open.iter().rev().nth(1);
                    let run = Run {
                        span: tag.span,
                        tag: tag.span,
                        format: Span::new(tag.span.end, tag.span.end),
                        children: Vec::new(),
                        parent: parent.map_or(0, |parent| parent.start),
                        revision: parent
                            .filter(|parent| parent.revises)
                            .map(|parent| parent.tag),
                        takes_comments: takes_comments && boxes == 0,
                    };
                    runs.push((open.len(), run));
                }
                if tag.empty {
                    close(
                        source,
                        &mut anatomy,
                        &mut open,
                        &mut runs,
                        tag.name(),
                        tag.span,
                    );
                }
            }
            Node::Close(name, span) => {
                boxes -= usize::from(name == (Space::Word, "txbxContent") && boxes > 0);
                close(source, &mut anatomy, &mut open, &mut runs, name, span);
            }
            Node::Text(_) | Node::Raw(_) | Node::Reference(..) | Node::Aside => {}
        }
    }
    anatomy.runs.sort_by_key(|run| run.span);
    anatomy
}

fn close(
    source: &str,
    anatomy: &mut Anatomy,
    open: &mut Vec<Open>,
    runs: &mut Vec<(usize, Run)>,
    name: (Space, &str),
    end: Span,
) {
    let depth = open.len();
    let Some(closed) = open.pop() else { return };
    let span = Span::new(closed.start, end.end);
    let Some((at, run)) = runs.last_mut() else {
        return;
    };
    if *at == depth {
        run.span.end = end.end;
        if let Some((_, run)) = runs.pop() {
            anatomy.runs.push(run);
        }
    } else if *at + 1 == depth {
        match name {
            (Space::Word, "rPr") => run.format = span,
            (Space::Word, "t") => {
                let text = if closed.keeps_spaces {
                    Span::new(closed.tag.end, end.start)
                } else {
                    Clip::of(source, closed.tag.end, false).span()
                };
                let text = (closed.tag != end).then_some(text);
                run.children.push(Child { span, text });
            }
            _ => run.children.push(Child { span, text: None }),
        }
    }
}

fn learn(anatomy: &mut Anatomy, walker: &Walker<'_>, tag: &Tag<'_>) {
    if tag.space != Space::Word {
        return;
    }
    if anatomy.namespace.is_empty() {
        anatomy.namespace = walker.namespace_of(tag);
    }
    let Some(id) = walker.attribute(tag, Space::Word, "id") else {
        return;
    };
    anatomy.ids.extend(id.parse::<u64>());
    match tag.local {
        "commentRangeStart" => anatomy.comments.push(Range { id, span: tag.span }),
        "commentRangeEnd" => {
            let mut known = anatomy.comments.iter_mut();
            if let Some(range) = known.find(|range| range.id == id) {
                range.span.end = tag.span.end;
            }
        }
        _ => {}
    }
}

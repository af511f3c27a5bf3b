//! Headings that links point at: they keep their words, or the links would break; and
//! so do texts of links that quote them.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::document::{AreaKind, Document, Markup, Part, Segment, SegmentKind};
use crate::finding::Held;
use crate::links::{Backlinks, Heading, Incoming, Page, Targets, each_link};
use crate::text::anchor::key;
use crate::text::span::Span;

/// How long a heading or the title of a work can be, in bytes; what is longer is a
/// paragraph in disguise.
pub(super) const LONGEST_TITLE: usize = 2_000;

/// What is known of the links to a document's headings.
pub(super) struct Anchors<'d> {
    document: &'d Document<'d>,
    /// The links of other documents.
    elsewhere: Option<&'d dyn Backlinks>,
    keep_all: bool,
    links: OnceCell<Links>,
    headings: OnceCell<HashMap<String, Place>>,
}

/// Where the links of a document lead.
#[derive(Default)]
struct Links {
    here: Targets,
    elsewhere: Targets,
}

/// A part and a segment, by their numbers.
type Place = (usize, usize);

impl<'d> Anchors<'d> {
    /// What is known of a document; with `keep_all` every heading keeps its words.
    pub(super) fn new(
        document: &'d Document<'d>,
        elsewhere: Option<&'d dyn Backlinks>,
        keep_all: bool,
    ) -> Self {
        Self {
            document,
            elsewhere,
            keep_all,
            links: OnceCell::new(),
            headings: OnceCell::new(),
        }
    }

    /// Why the words at `span` of a segment's prose stay, if they do: those of a heading
    /// that is linked to, or of a link that quotes one.
    pub(super) fn hold(&self, part: &Part<'_>, segment: &Segment, span: Span) -> Option<Held> {
        if matches!(segment.kind, SegmentKind::Heading(_)) {
            return self.hold_heading(part, segment);
        }
        let mut links = part.areas_at(segment, span, AreaKind::LinkText);
        let text = match links.next() {
            Some(link) => &part.prose[link.prose.range()],
            None if part.markup == Markup::Markdown => in_brackets(part, segment, span)?,
            None => return None,
        };
        let quotes = text.len() <= LONGEST_TITLE && self.is_quotation(text);
        quotes.then_some(Held::QuotedHeading)
    }

    /// Why a heading does not get other words, if links lead to a heading of those: they
    /// would lead to this one then.
    pub(super) fn hold_new(
        &self,
        part: &Part<'_>,
        segment: &Segment,
        text: impl FnOnce() -> String,
    ) -> Option<Held> {
        let is_heading = matches!(segment.kind, SegmentKind::Heading(_));
        if !is_heading || Heading::of(part, segment).is_named() {
            return None;
        }
        let incoming = self.links_to(&Heading::new(&text()));
        (incoming == Incoming::Some).then_some(Held::TakenAnchor)
    }

    fn hold_heading(&self, part: &Part<'_>, segment: &Segment) -> Option<Held> {
        if self.keep_all {
            return Some(Held::LinkedHeading);
        }
        if segment.prose.len() > LONGEST_TITLE {
            return Some(Held::UnknownLinks);
        }
        match self.links_to(&Heading::of(part, segment)) {
            Incoming::None => None,
            Incoming::Some => Some(Held::LinkedHeading),
            Incoming::Unknown => Some(Held::UnknownLinks),
        }
    }

    fn links_to(&self, heading: &Heading) -> Incoming {
        if self.links().here.hold(heading) {
            return Incoming::Some;
        }
        let elsewhere = self.elsewhere.map(|links| links.to(heading));
        elsewhere.unwrap_or(Incoming::None)
    }

    /// Whether the text of a link has the words of a heading that keeps them: one of this
    /// document, or one that the document links to by these words.
    fn is_quotation(&self, text: &str) -> bool {
        let text = key(text);
        match self.headings().get(&text) {
            Some(&(part, segment)) => {
                let part = &self.document.parts[part];
                self.hold_heading(part, &part.segments[segment]).is_some()
            }
            None => self.links().elsewhere.name(&text),
        }
    }

    fn links(&self) -> &Links {
        self.links.get_or_init(|| {
            let mut links = Links::default();
            for part in &self.document.parts {
                each_link(&part.source, part.markup, |link| match link.page {
                    Page::Here | Page::Anywhere => links.here.add(link.target),
                    Page::At(_) => links.elsewhere.add(link.target),
                });
            }
            links
        })
    }

    /// The headings by their words, the first of each.
    fn headings(&self) -> &HashMap<String, Place> {
        self.headings.get_or_init(|| {
            let mut headings = HashMap::new();
            for (number, part) in self.document.parts.iter().enumerate() {
                for (index, segment) in part.segments.iter().enumerate() {
                    if matches!(segment.kind, SegmentKind::Heading(_)) {
                        let words = key(part.text(segment));
                        headings.entry(words).or_insert((number, index));
                    }
                }
            }
            headings
        })
    }
}

/// What stands in the brackets around a place, which are a link for Pandoc if a heading has
/// these words.
fn in_brackets<'p>(part: &'p Part<'_>, segment: &Segment, span: Span) -> Option<&'p str> {
    let text = &part.prose;
    let from = text.ceil_char_boundary(span.start.saturating_sub(LONGEST_TITLE));
    let from = from.clamp(segment.prose.start, span.start);
    let upto = text.floor_char_boundary(span.end + LONGEST_TITLE);
    let upto = upto.clamp(span.end, segment.prose.end);
    let open = from + text[from..span.start].rfind(['[', ']'])?;
    let close = span.end + text[span.end..upto].find(['[', ']'])?;
    let is_enclosed = text[open..].starts_with('[') && text[close..].starts_with(']');
    is_enclosed.then(|| &text[open + 1..close])
}

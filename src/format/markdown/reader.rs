//! What the parser's events are to a reader: blocks of prose, with what stands around and
//! between their words.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::super::html::{Elements, Fragment};
use super::super::templates::Templates;
use super::seen::{Reading, Seen};
use super::source::{is_explanation, mask_labels, title_in};
use crate::document::{AreaKind, Directive, Draft, Markup, Part, SegmentKind};
use crate::text::span::Span;

/// What the title of an admonition or a callout is: no section starts with it.
const TITLE: SegmentKind = SegmentKind::Heading(6);

pub(super) struct Reader<'r, 's> {
    source: &'s str,
    /// What the parser sees of it.
    text: &'r str,
    seen: &'r Seen<'s>,
    pub(super) part: Part<'s>,
    /// The block that is being read, and the text of an image inside it.
    draft: Draft,
    image: Draft,
    kind: SegmentKind,
    /// Real quotations that are open; alerts are none.
    quotes: Vec<bool>,
    /// Inside what is no prose: code, front matter, an autolink.
    skipping: usize,
    images: usize,
    links: Vec<Option<usize>>,
    newline: Option<Span>,
    /// Where words start that are struck out.
    struck: Vec<usize>,
    elements: Elements,
    /// How many tags of JSX were read.
    tags: usize,
    /// What a reader of HTML steps over.
    hidden: Templates,
    html: Option<Span>,
}

impl<'r, 's> Reader<'r, 's> {
    pub(super) fn new(source: &'s str, text: &'r str, seen: &'r Seen<'s>) -> Self {
        Self {
            source,
            text,
            seen,
            part: Part::new(source, Markup::Markdown),
            draft: Draft::default(),
            image: Draft::default(),
            kind: SegmentKind::Text,
            quotes: Vec::new(),
            skipping: 0,
            images: 0,
            links: Vec::new(),
            newline: None,
            struck: Vec::new(),
            elements: Elements::default(),
            tags: 0,
            hidden: seen.hidden(),
            html: None,
        }
    }

    /// All that was read.
    pub(super) fn finish(mut self) -> Part<'s> {
        self.tags_before(self.source.len());
        self.flush();
        let directives = self.seen.directives.iter().cloned();
        self.part.directives.extend(directives);
        self.part.directives.sort_by_key(|directive| directive.span);
        self.part
    }

    pub(super) fn event(&mut self, event: Event<'_>, span: Span) {
        if !matches!(event, Event::End(_)) {
            self.tags_before(span.start);
        }
        if let Some(newline) = self.newline.take()
            && !self.draft().is_empty()
        {
            let source = self.source;
            self.draft().soft_break(source, newline, span.start);
        }
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(text) => self.text(&text, span),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.draft().object(span);
            }
            Event::Html(text) => self.html_line(&text, span),
            Event::InlineHtml(_) => self.fragment(span),
            Event::SoftBreak => self.newline = Some(span),
            Event::HardBreak => self.draft().hard_break(span),
            Event::Rule => self.flush(),
            // Markup between words: it leaves a gap in the map to the source.
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.kind = if self.seen.titles.binary_search(&span.start).is_ok() {
                    TITLE
                } else {
                    SegmentKind::Heading(level as u8)
                };
            }
            Tag::BlockQuote(alert) => {
                self.flush();
                self.quotes
                    .push(alert.is_none() && !self.seen.is_callout(span));
            }
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.flush();
                self.skipping += 1;
            }
            Tag::HtmlBlock => {
                self.flush();
                self.html = Some(Span::new(span.start, span.start));
            }
            Tag::FootnoteDefinition(label) => {
                self.flush();
                if is_explanation(&self.source[span.range()]) {
                    self.kind = SegmentKind::Explanation;
                }
                self.part.footnote_labels.insert(label.into_string());
            }
            Tag::Link { link_type, .. } => self.start_link(link_type, span),
            Tag::Strikethrough => {
                let at = self.draft().position();
                self.struck.push(at);
            }
            Tag::Image { .. } => {
                if self.images == 0 {
                    self.draft.object(span);
                }
                self.images += 1;
            }
            Tag::Emphasis | Tag::Strong | Tag::Superscript | Tag::Subscript => {}
            Tag::Paragraph
            | Tag::List(_)
            | Tag::Item
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow => self.flush(),
            Tag::TableCell => {
                self.flush();
                self.kind = SegmentKind::Cell;
            }
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Heading(_) | TagEnd::FootnoteDefinition | TagEnd::TableCell => {
                self.flush();
                self.kind = SegmentKind::Text;
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes.pop();
            }
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => self.skipping -= 1,
            TagEnd::HtmlBlock => self.end_html_block(span),
            TagEnd::Link => self.end_link(span),
            TagEnd::Image => {
                self.images -= 1;
                if self.images == 0 {
                    let quoted = self.quoted();
                    self.part
                        .push(&mut self.image, SegmentKind::ImageText, quoted);
                    self.title(span);
                }
            }
            TagEnd::Strikethrough => {
                if let Some(from) = self.struck.pop() {
                    self.draft().area(from, AreaKind::Fixed);
                }
            }
            TagEnd::DefinitionListTitle => {
                self.draft.area(0, AreaKind::Term);
                self.flush();
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Paragraph
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow => self.flush(),
        }
    }

    /// The text of an autolink is its address, that of `[label]` its label, that
    /// of a wiki link a page's name: no prose, any of them.
    fn start_link(&mut self, link_type: LinkType, span: Span) {
        let is_label = matches!(
            link_type,
            LinkType::Autolink
                | LinkType::Email
                | LinkType::Collapsed
                | LinkType::CollapsedUnknown
                | LinkType::Shortcut
                | LinkType::ShortcutUnknown
                | LinkType::WikiLink { has_pothole: false }
        );
        let at = self.draft().position();
        if is_label {
            self.draft().object(span);
            self.links.push(None);
            self.skipping += 1;
        } else {
            self.links.push(Some(at));
        }
    }

    fn end_link(&mut self, span: Span) {
        match self.links.pop() {
            Some(None) => self.skipping -= 1,
            Some(Some(from)) => self.draft().area(from, AreaKind::LinkText),
            None => {}
        }
        self.title(span);
    }

    /// The title of an inline link or image, `[text](target "title")`.
    fn title(&mut self, link: Span) {
        let text = &self.source[link.range()];
        let title = title_in(text).map(|title| title.shifted(link.start));
        let Some(span) = title.filter(|title| self.seen.marks(*title).is_empty()) else {
            return;
        };
        let mut draft = Draft::default();
        draft.verbatim(self.source, span);
        let quoted = self.quoted();
        self.part.push(&mut draft, SegmentKind::ImageText, quoted);
    }

    /// Text as the parser sees it, with what it does not see in it.
    fn text(&mut self, text: &str, span: Span) {
        if self.skipping > 0 || span.is_empty() {
            return;
        }
        let marks = self.seen.marks(span);
        if marks.is_empty() {
            self.words(text, span);
            return;
        }
        let shown = self.text;
        let mut at = span.start;
        for mark in marks {
            let words = Span::new(at, mark.span.start.max(at));
            self.words(&shown[words.range()], words);
            at = mark.span.end.min(span.end);
            let hidden = Span::new(words.end, at);
            match mark.reading {
                Reading::Gap => {}
                Reading::Object => self.draft().object(hidden),
                Reading::Tag => self.tags_before(mark.span.end),
                Reading::Break if self.links.is_empty() && self.images == 0 => self.flush(),
                Reading::Break => self.draft().object(hidden),
            }
        }
        let words = Span::new(at, span.end);
        self.words(&shown[words.range()], words);
    }

    fn words(&mut self, text: &str, span: Span) {
        if span.is_empty() {
            return;
        }
        let source = self.source;
        let shown = self.text.get(span.range());
        let from = self.draft().position();
        if self.elements.skips() {
            self.draft().object(span);
        } else if shown == Some(text) {
            self.draft().verbatim(source, span);
        } else if shown.is_some_and(|shown| shown.starts_with('&')) {
            self.draft().decoded(text, span);
        } else {
            self.draft().object(span);
        }
        if self.seen.is_drawn(span.start) {
            self.draft().area(from, AreaKind::Fixed);
        }
    }

    /// Reads tags of JSX that end before `at`.
    fn tags_before(&mut self, at: usize) {
        while let Some(tag) = self.seen.tag(self.tags).filter(|tag| tag.end <= at) {
            self.tags += 1;
            self.fragment(tag);
        }
    }

    /// Lines of raw HTML are read together when they stand one behind the other
    /// in the source. Inside a list or a quotation their prefixes lie between;
    /// only directives are read there, so that no attribute on a line of its own
    /// is taken for prose.
    fn html_line(&mut self, text: &str, span: Span) {
        let source = self.source;
        // The parser leaves the first half of CRLF out of a line's range.
        let follows = |end: usize| {
            source
                .get(end..span.start)
                .is_some_and(|gap| gap.trim_matches('\r').is_empty())
        };
        match &mut self.html {
            Some(read) if read.is_empty() => *read = span,
            Some(read) if follows(read.end) => read.end = span.end,
            _ => {
                let comment = text
                    .trim()
                    .strip_prefix("<!--")
                    .and_then(|rest| rest.strip_suffix("-->"));
                let directive = comment.and_then(|inside| Directive::parse(inside, span));
                self.part.directives.extend(directive);
            }
        }
    }

    fn end_html_block(&mut self, block: Span) {
        if let Some(span) = self.html.take() {
            let whole = self.source[span.end..block.end.max(span.end)]
                .trim()
                .is_empty();
            if whole {
                self.fragment(span);
            } else {
                self.html_line(&self.source[span.range()], span);
            }
        }
        self.flush();
    }

    /// Raw HTML, a tag or a block.
    fn fragment(&mut self, span: Span) {
        if self.skipping > 0 || self.images > 0 {
            return;
        }
        let quoted = self.quoted();
        Fragment {
            source: self.source,
            part: &mut self.part,
            draft: &mut self.draft,
            elements: &mut self.elements,
            quoted,
            templates: &self.hidden,
        }
        .read(span);
    }

    /// Ends the block of prose that was read so far.
    fn flush(&mut self) {
        self.newline = None;
        if self.draft.is_empty() {
            return;
        }
        mask_labels(&mut self.draft);
        let kind = if self.kind == SegmentKind::Text {
            self.elements.kind()
        } else {
            self.kind
        };
        let quoted = self.quoted();
        self.elements.rebase(&mut self.draft);
        self.part.push(&mut self.draft, kind, quoted);
    }

    fn quoted(&self) -> bool {
        self.elements.quoted() || self.quotes.contains(&true)
    }

    fn draft(&mut self) -> &mut Draft {
        if self.images > 0 {
            &mut self.image
        } else {
            &mut self.draft
        }
    }
}

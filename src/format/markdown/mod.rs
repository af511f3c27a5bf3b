//! Markdown: CommonMark with GitHub's tables, footnotes, task lists, alerts and
//! strike-through, math, and front matter. Every stretch of prose is the slice
//! of the source that the parser names; what it decodes or drops is noted.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::html::{Elements, Fragment};
use super::templates::Templates;

use crate::document::{AreaKind, Directive, Document, Draft, Format, Markup, Part, SegmentKind};
use crate::text::position::BYTE_ORDER_MARK;
use crate::text::span::Span;

mod mdx;
mod source;
#[cfg(test)]
mod tests;

pub(super) use mdx::Mdx;
use source::{is_explanation, mask_labels, mask_templates, title_in};

/// The Markdown format.
#[derive(Debug)]
pub(super) struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &[
            "md", "markdown", "mdown", "mdwn", "mkd", "mkdn", "mkdown", "mdc", "qmd", "rmd",
        ]
    }

    fn markup(&self) -> Markup {
        Markup::Markdown
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        read_hiding(source, Templates::default())
    }
}

/// The prose of a source in which a template engine or a script has its own text.
fn read_hiding(source: &str, hidden: Templates) -> Document<'_> {
    let shift = if source.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let text = hidden.hidden_in(source, Span::new(shift, source.len()));
    let events = Parser::new_ext(&text, options()).into_offset_iter();
    let mut reader = Reader::new(source);
    reader.part.directives.extend(hidden.directives());
    reader.templates = hidden;
    for (event, range) in events {
        reader.event(event, Span::from(range).shifted(shift));
    }
    reader.flush();
    let mut part = reader.part;
    part.directives.sort_by_key(|directive| directive.span);
    Document::of(part)
}

/// The dialect. Smart punctuation would rewrite text, definition lists would
/// take `:::` directives for their own.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
}

struct Reader<'s> {
    source: &'s str,
    part: Part<'s>,
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
    elements: Elements,
    /// What is hidden from the parser; `flush` masks templates besides.
    templates: Templates,
    html: Option<Span>,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            part: Part::new(source, Markup::Markdown),
            draft: Draft::default(),
            image: Draft::default(),
            kind: SegmentKind::Text,
            quotes: Vec::new(),
            skipping: 0,
            images: 0,
            links: Vec::new(),
            newline: None,
            elements: Elements::default(),
            templates: Templates::default(),
            html: None,
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        if let Some(newline) = self.newline.take() {
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
                self.kind = SegmentKind::Heading(level as u8);
            }
            Tag::BlockQuote(alert) => {
                self.flush();
                self.quotes.push(alert.is_none());
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
                self.part.footnote_labels.push(label.into_string());
            }
            Tag::Link { link_type, .. } => self.start_link(link_type, span),
            Tag::Image { .. } => {
                if self.images == 0 {
                    self.draft.object(span);
                }
                self.images += 1;
            }
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {}
            Tag::Paragraph
            | Tag::List(_)
            | Tag::Item
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Heading(_) | TagEnd::FootnoteDefinition => {
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
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
            TagEnd::Paragraph
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell => self.flush(),
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
        let Some(span) = title_in(text) else {
            return;
        };
        let mut draft = Draft::default();
        draft.verbatim(self.source, span.shifted(link.start));
        let quoted = self.quoted();
        self.part.push(&mut draft, SegmentKind::ImageText, quoted);
    }

    fn text(&mut self, text: &str, span: Span) {
        if self.skipping > 0 || span.is_empty() {
            return;
        }
        let mut hidden = self.templates.inside(span).peekable();
        if hidden.peek().is_some() {
            let hidden: Vec<Span> = hidden.collect();
            self.text_around(&hidden, span);
            return;
        }
        drop(hidden);
        let source = self.source;
        if self.elements.skips() {
            self.draft().object(span);
        } else if source.get(span.range()) == Some(text) {
            self.draft().verbatim(source, span);
        } else if source[span.range()].starts_with('&') {
            self.draft().decoded(text, span);
        } else {
            self.draft().object(span);
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
            templates: &self.templates,
        }
        .read(span);
    }

    /// Ends the block of prose that was read so far.
    fn flush(&mut self) {
        self.newline = None;
        if self.draft.is_empty() {
            return;
        }
        mask_templates(&mut self.draft);
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

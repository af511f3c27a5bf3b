//! HTML: text between tags, with byte spans into the source. Block elements end
//! a block of prose, inline elements do not; what is no English prose (`code`,
//! `script`, `translate="no"`, another `lang`) is left out. Markdown hands its
//! raw HTML to the same reader.

use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{HtmlString, Spanned, Tokenizer};

use crate::document::{Directive, Document, Draft, Format, Markup, Part, SegmentKind};
use crate::text::position::BYTE_ORDER_MARK;
use crate::text::span::Span;

mod elements;
mod entities;

pub(super) use elements::Elements;
use elements::{Effect, is_block, is_void};
use entities::decode;

/// The HTML format.
#[derive(Debug)]
pub(super) struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn markup(&self) -> Markup {
        Markup::Html
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        let mut part = Part::new(source, Markup::Html);
        let start = if source.starts_with(BYTE_ORDER_MARK) {
            BYTE_ORDER_MARK.len()
        } else {
            0
        };
        let mut reader = Fragment {
            source,
            part: &mut part,
            draft: &mut Draft::default(),
            elements: &mut Elements::default(),
            quoted: false,
        };
        reader.read(Span::new(start, source.len()));
        reader.flush();
        Document::of(part)
    }
}

/// A stretch of HTML being read into a part.
pub(super) struct Fragment<'r, 's> {
    pub(super) source: &'s str,
    pub(super) part: &'r mut Part<'s>,
    pub(super) draft: &'r mut Draft,
    pub(super) elements: &'r mut Elements,
    /// Whether the surroundings are somebody else's words already.
    pub(super) quoted: bool,
}

impl Fragment<'_, '_> {
    /// Reads the tags, comments and text in `span` of the source.
    pub(super) fn read(&mut self, span: Span) {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        let text = &self.source[span.range()];
        for token in Tokenizer::new_with_emitter(text, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => self.start(&tag, span.start),
                Token::EndTag(tag) => self.end(&tag.name),
                Token::String(text) => self.text(token_span(text.span).shifted(span.start)),
                Token::Comment(comment) => self.comment(&comment, span.start),
                Token::Doctype(_) | Token::Error(_) => {}
            }
        }
    }

    /// Ends the block of prose that was read so far.
    pub(super) fn flush(&mut self) {
        let kind = self.elements.kind();
        let quoted = self.quoted || self.elements.quoted();
        self.elements.rebase(self.draft);
        self.part.push(self.draft, kind, quoted);
    }

    fn start(&mut self, tag: &StartTag<usize>, shift: usize) {
        let name = name_of(&tag.name);
        if is_block(name) {
            self.flush();
        }
        self.attributes(tag, shift);
        let span = token_span(tag.span).shifted(shift);
        if name == "br" {
            self.draft.hard_break(span);
        } else if name == "img" {
            self.draft.object(span);
        }
        if !is_void(name) && !tag.self_closing {
            let attribute = |wanted: &str| {
                let value = tag.attributes.get(wanted.as_bytes());
                value.map(|value| String::from_utf8_lossy(value).into_owned())
            };
            let effect = Effect::of(name, attribute);
            self.elements.open(name, effect, self.draft.position());
        }
    }

    fn end(&mut self, name: &HtmlString) {
        let name = name_of(name);
        if is_block(name) {
            self.flush();
        }
        self.elements.close(name, self.draft);
    }

    /// Attributes that are read aloud or shown are prose of their own.
    fn attributes(&mut self, tag: &StartTag<usize>, shift: usize) {
        if let Some(href) = tag.attributes.get(b"href".as_slice()) {
            let href = String::from_utf8_lossy(href);
            if href.contains('#') {
                self.part.link_targets.push(href.into_owned());
            }
        }
        if self.elements.skips() {
            return;
        }
        for name in ["alt", "title", "aria-label"] {
            if let Some(value) = tag.attributes.get(name.as_bytes()) {
                self.attribute(value, shift);
            }
        }
    }

    fn attribute(&mut self, value: &Spanned<HtmlString, usize>, shift: usize) {
        // The span reaches from the name to one byte behind the value.
        let end = token_span(value.span).shifted(shift).end.saturating_sub(1);
        let span = Span::new(end.saturating_sub(value.len()), end);
        // An entity inside would need a map of its own; such values are rare.
        if self.source.get(span.range()).map(str::as_bytes) == Some(&***value) {
            let mut draft = Draft::default();
            draft.verbatim(self.source, span);
            self.part
                .push(&mut draft, SegmentKind::Attribute, self.quoted);
        }
    }

    fn comment(&mut self, comment: &Spanned<HtmlString, usize>, shift: usize) {
        let text = String::from_utf8_lossy(comment);
        let span = token_span(comment.span).shifted(shift);
        self.part.directives.extend(Directive::parse(&text, span));
    }

    /// Text: runs of white space read as one space, entities as what they stand
    /// for.
    fn text(&mut self, span: Span) {
        if self.elements.skips() {
            if !self.source[span.range()].trim().is_empty() {
                self.draft.object(span);
            }
            return;
        }
        let mut at = span.start;
        while at < span.end {
            let rest = &self.source[at..span.end];
            let plain = rest
                .find(['&', ' ', '\n', '\t', '\r', '\u{c}'])
                .unwrap_or(rest.len());
            if plain > 0 {
                self.draft.verbatim(self.source, Span::new(at, at + plain));
            } else if rest.starts_with('&') {
                let (length, decoded) = decode(rest);
                let entity = Span::new(at, at + length);
                match decoded {
                    Some(decoded) => self.draft.decoded(&decoded, entity),
                    None => self.draft.verbatim(self.source, entity),
                }
                at += length;
                continue;
            } else {
                let length = rest.len()
                    - rest
                        .trim_start_matches([' ', '\n', '\t', '\r', '\u{c}'])
                        .len();
                self.white_space(Span::new(at, at + length));
                at += length;
                continue;
            }
            at += plain;
        }
    }

    fn white_space(&mut self, span: Span) {
        let text = &self.source[span.range()];
        if self.draft.is_empty() || self.draft.text().ends_with([' ', '\n']) {
            return;
        }
        if text == " " {
            self.draft.verbatim(self.source, span);
        } else {
            self.draft
                .soft_break(self.source, Span::new(span.start, span.start + 1), span.end);
        }
    }
}

fn token_span(span: html5gum::Span<usize>) -> Span {
    Span::new(span.start, span.end)
}

fn name_of(name: &HtmlString) -> &str {
    std::str::from_utf8(name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::AreaKind;

    fn blocks(source: &str) -> Vec<String> {
        let document = Html.read(source);
        let part = &document.parts[0];
        part.segments
            .iter()
            .map(|segment| part.text(segment).to_owned())
            .collect()
    }

    #[test]
    fn text_is_read_as_a_browser_shows_it() {
        let table = [
            (
                "<p>One <b>two</b>\n  three</p><p>four</p>",
                vec!["One two three", "four"],
            ),
            (
                "<p>Caf&eacute; &amp; bar:<br>the MVP&hellip;</P>",
                vec!["Café & bar:\nthe MVP…"],
            ),
            (
                "<p>a <code>b</code> c</p><script>d</script><pre>e</pre>",
                vec!["a \u{fffc} c"],
            ),
            ("<p translate=no>a <i>b</i></p><p>c</p>", vec!["c"]),
            ("<div lang=de>a<p lang=en>b</p>c</div>", vec!["b"]),
            ("<img alt='a b' src=c>", vec!["a b"]),
            ("&unknown; x &#x41;", vec!["&unknown; x A"]),
        ];
        for (source, expected) in table {
            assert_eq!(blocks(source), expected, "{source}");
        }
    }

    #[test]
    fn quotations_links_and_kinds_are_known() {
        let source = "<blockquote>a b</blockquote><h1>c</h1><p>d <q>e</q> <a href='#f'>g</a></p>";
        let document = Html.read(source);
        let part = &document.parts[0];
        assert!(part.segments[0].quoted && !part.segments[1].quoted);
        assert_eq!(part.segments[1].kind, SegmentKind::Heading);
        let areas: Vec<(&str, AreaKind)> = part
            .areas(&part.segments[2])
            .iter()
            .map(|area| (&part.prose[area.prose.range()], area.kind))
            .collect();
        assert_eq!(
            areas,
            [("g", AreaKind::LinkText), ("e", AreaKind::Quotation)]
        );
        assert_eq!(part.link_targets, ["#f"]);
    }
}

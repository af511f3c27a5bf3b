//! HTML: text between tags, with byte spans into the source. Block elements end
//! a block of prose, inline elements do not; what is no English prose (`code`,
//! `script`, `translate="no"`, another `lang`) is left out. Markdown hands its
//! raw HTML to the same reader.

use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{HtmlString, Spanned, Tokenizer};

use super::templates::Templates;
use crate::document::{Directive, Document, Draft, Format, Markup, Part, front_matter};
use crate::text::span::Span;

mod attributes;
mod elements;
mod entities;
#[cfg(test)]
mod tests;

pub(super) use elements::Elements;
use elements::{Effect, holds_raw_text, is_block, is_void};
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
        let templates = Templates::of(source);
        part.directives.extend(templates.directives());
        let mut reader = Fragment {
            source,
            part: &mut part,
            draft: &mut Draft::default(),
            elements: &mut Elements::default(),
            quoted: false,
            templates: &templates,
        };
        reader.read(Span::new(front_matter::body(source), source.len()));
        reader.flush();
        part.directives.sort_by_key(|directive| directive.span);
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
    /// What a template engine puts its own text in the place of.
    pub(super) templates: &'r Templates,
}

impl Fragment<'_, '_> {
    /// Reads the tags, comments and text in `span` of the source.
    pub(super) fn read(&mut self, span: Span) {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        let templates = self.templates;
        let text = templates.hidden_in(self.source, span);
        for token in Tokenizer::new_with_emitter(&*text, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => self.start(&tag, span.start),
                Token::EndTag(tag) => self.end(&tag.name),
                Token::String(text) => self.raw_text(token_span(text.span).shifted(span.start)),
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
        if matches!(name, "dt" | "dd") {
            // Nobody has to write the end of a term.
            self.elements.close("dt", self.draft);
        }
        let attribute = |wanted: &str| {
            let value = tag.attributes.get(wanted.as_bytes());
            value.map(|value| String::from_utf8_lossy(value).into_owned())
        };
        let effect = Effect::of(name, attribute);
        self.language(tag, effect);
        self.attributes(tag, effect, shift);
        let span = token_span(tag.span).shifted(shift);
        match name {
            "br" => self.draft.hard_break(span),
            "img" => self.draft.object(span),
            _ => {}
        }
        // A slash does not close what holds raw text: browsers read on.
        if holds_raw_text(name) || !is_void(name) && !tag.self_closing {
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

    fn comment(&mut self, comment: &Spanned<HtmlString, usize>, shift: usize) {
        let text = String::from_utf8_lossy(comment);
        let span = token_span(comment.span).shifted(shift);
        self.part.directives.extend(Directive::parse(&text, span));
    }

    /// Text as the tokens have it: without what a template stands for.
    fn raw_text(&mut self, span: Span) {
        let templates = self.templates;
        let mut at = span.start;
        for template in templates.inside(span) {
            self.text(Span::new(at, template.start.max(at)));
            self.draft.object(template);
            at = template.end.min(span.end);
        }
        self.text(Span::new(at, span.end));
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

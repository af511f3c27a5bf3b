//! What the styles of an `OpenDocument` text say about it. Styles that a writer sees
//! stand in one member, those that stand for formatting by hand in the other; both
//! build on parents.

use std::collections::HashMap;

use super::super::look::{
    Look, ParagraphStyle, is_code, is_generated, is_monospaced, is_quotation, kind,
};
use super::super::xml::{Node, Space, Tag, Walker};
use crate::document::SegmentKind;
use crate::text::language;
use crate::text::span::Span;

/// How far styles build on one another at most; a circle ends here, too.
const LONGEST_CHAIN: usize = 20;

/// All styles of a document, by family and name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_name: HashMap<(String, String), Style>,
    /// What holds where no style says otherwise.
    defaults: Look,
}

#[derive(Debug, Default)]
struct Style {
    /// Its name as people see it, in small letters.
    name: String,
    parent: Option<String>,
    look: Look,
}

impl Styles {
    /// Adds the styles in a stretch of the source.
    pub(super) fn read(&mut self, source: &str, span: Span) {
        let mut walker = Walker::new(source, span);
        let mut current: Option<(String, String, Style)> = None;
        let mut in_defaults = false;
        while let Ok(Some(node)) = walker.next() {
            match node {
                Node::Open(tag) if tag.space == Space::Style => match tag.local {
                    "style" => {
                        current = style(&walker, &tag);
                        if tag.empty {
                            self.add(current.take());
                        }
                    }
                    "default-style" => {
                        let family = walker.attribute(&tag, Space::Style, "family");
                        in_defaults = !tag.empty && family.as_deref() == Some("paragraph");
                    }
                    "text-properties" => match &mut current {
                        Some((_, _, style)) => learn(&mut style.look, &walker, &tag),
                        None if in_defaults => learn(&mut self.defaults, &walker, &tag),
                        None => {}
                    },
                    _ => {}
                },
                Node::Close((Space::Style, "style"), _) => self.add(current.take()),
                Node::Close((Space::Style, "default-style"), _) => in_defaults = false,
                // Text behind the styles has none.
                Node::Open(tag) if tag.name() == (Space::Office, "body") => return,
                _ => {}
            }
        }
    }

    fn add(&mut self, style: Option<(String, String, Style)>) {
        if let Some((family, name, style)) = style {
            self.by_name.insert((family, name), style);
        }
    }

    fn chain(&self, family: &'static str, name: &str) -> impl Iterator<Item = &Style> {
        let find = move |name: &str| self.by_name.get(&(family.to_owned(), name.to_owned()));
        let next = move |style: &&Style| find(style.parent.as_deref()?);
        std::iter::successors(find(name), next).take(LONGEST_CHAIN)
    }

    /// What a character style says; nothing if it is not known.
    pub(super) fn character(&self, name: &str) -> Look {
        self.chain("text", name)
            .fold(Look::default(), |look, style| {
                let code = is_code(&style.name).then_some(true);
                let named = Look {
                    code,
                    ..Look::default()
                };
                look.or(&style.look).or(&named)
            })
    }

    /// What a paragraph is in a style.
    pub(super) fn paragraph(&self, name: &str) -> ParagraphStyle {
        let mut paragraph = ParagraphStyle::default();
        for style in self.chain("paragraph", name) {
            let name = style.name.as_str();
            if paragraph.kind == SegmentKind::Text {
                paragraph.kind = kind(name, None);
            }
            paragraph.quoted |= is_quotation(name);
            paragraph.generated |= is_generated(name);
            // A font that every paragraph has says nothing about one.
            let code = match name {
                "standard" | "default paragraph style" => None,
                name => style.look.code.or(is_code(name).then_some(true)),
            };
            let own = Look {
                code,
                ..style.look.clone()
            };
            paragraph.look = paragraph.look.or(&own);
        }
        let defaults = Look {
            code: None,
            ..self.defaults.clone()
        };
        paragraph.look = paragraph.look.or(&defaults);
        paragraph
    }
}

fn style(walker: &Walker<'_>, tag: &Tag<'_>) -> Option<(String, String, Style)> {
    let value = |name| walker.attribute(tag, Space::Style, name);
    let name = value("name")?;
    let shown = value("display-name").unwrap_or_else(|| name.replace("_20_", " "));
    let style = Style {
        name: shown.to_lowercase(),
        parent: value("parent-style-name"),
        look: Look::default(),
    };
    Some((value("family")?, name, style))
}

fn learn(look: &mut Look, walker: &Walker<'_>, tag: &Tag<'_>) {
    if let Some(language) = walker.attribute(tag, Space::Format, "language") {
        look.english = language::is_english(&language);
    }
    if let Some(display) = walker.attribute(tag, Space::Text, "display") {
        look.hidden = Some(display == "none");
    }
    let fonts = [
        walker.attribute(tag, Space::Style, "font-name"),
        walker.attribute(tag, Space::Format, "font-family"),
    ];
    let mut fonts = fonts.into_iter().flatten();
    if fonts.any(|font| is_monospaced(font.trim_matches('\''))) {
        look.code = Some(true);
    }
}

//! What Word's styles say about text: whether it is a heading, code, a quotation,
//! hidden, in another language. Styles build on one another; what a style does not
//! say itself, the one that it builds on says.

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

/// Reads a property of a run.
pub(super) fn learn(look: &mut Look, walker: &Walker<'_>, tag: &Tag<'_>) {
    let value = |name| walker.attribute(tag, Space::Word, name);
    match tag.name() {
        (Space::Word, "vanish") => look.hidden = Some(is_on(value("val").as_deref())),
        (Space::Word, "lang") => {
            if let Some(language) = value("val") {
                look.english = language::is_english(&language).or(look.english);
            }
        }
        (Space::Word, "rFonts") => {
            if let Some(font) = value("ascii") {
                look.code = Some(is_monospaced(&font))
                    .filter(|code| *code)
                    .or(look.code);
            }
        }
        _ => {}
    }
}

/// Whether a switch is on that has this value.
fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off"))
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The paragraph style of text that names none.
    standard: Option<String>,
    /// What holds where no style says otherwise.
    defaults: Look,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    /// Its level in the outline, 1 for the highest.
    outline: Option<u8>,
    look: Look,
}

impl Styles {
    /// The styles in a stretch of the source.
    pub(super) fn read(source: &str, span: Span) -> Self {
        let mut styles = Self::default();
        let mut walker = Walker::new(source, span);
        let mut current: Option<(String, Style)> = None;
        let mut in_defaults = false;
        while let Ok(Some(node)) = walker.next() {
            match node {
                Node::Open(tag) if tag.space == Space::Word => {
                    let value = |name| walker.attribute(&tag, Space::Word, name);
                    match (tag.local, &mut current) {
                        ("style", _) => {
                            let id = value("styleId").unwrap_or_default();
                            let is_standard = value("default").is_some_and(|on| is_on(Some(&on)));
                            if is_standard && value("type").as_deref() == Some("paragraph") {
                                styles.standard = Some(id.clone());
                            }
                            current = Some((id, Style::default()));
                        }
                        ("rPrDefault", _) => in_defaults = true,
                        ("name", Some((_, style))) => {
                            style.name = value("val").unwrap_or_default().to_lowercase();
                        }
                        ("basedOn", Some((_, style))) => style.based_on = value("val"),
                        ("outlineLvl", Some((_, style))) => {
                            let level = value("val").and_then(|level| level.parse::<u8>().ok());
                            style.outline = level.filter(|level| *level < 9).map(|level| level + 1);
                        }
                        (_, Some((_, style))) => learn(&mut style.look, &walker, &tag),
                        (_, None) if in_defaults => learn(&mut styles.defaults, &walker, &tag),
                        _ => {}
                    }
                }
                Node::Close((Space::Word, "style"), _) => {
                    let done = current.take();
                    styles.by_id.extend(done);
                }
                Node::Close((Space::Word, "rPrDefault"), _) => in_defaults = false,
                _ => {}
            }
        }
        styles
    }

    /// The style of that id and those that it builds on, from the nearest.
    fn chain(&self, id: Option<&str>) -> impl Iterator<Item = &Style> {
        let first = id.and_then(|id| self.by_id.get(id));
        let next = |style: &&Style| self.by_id.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(LONGEST_CHAIN)
    }

    /// What a character style says; nothing if it is not known.
    pub(super) fn character(&self, id: &str) -> Look {
        self.chain(Some(id)).fold(Look::default(), |look, style| {
            let code = is_code(&style.name).then_some(true);
            look.or(&style.look).or(&Look {
                code,
                ..Look::default()
            })
        })
    }

    /// What a paragraph is in a style, or in none.
    pub(super) fn paragraph(&self, id: Option<&str>) -> ParagraphStyle {
        let id = id.or(self.standard.as_deref());
        let mut paragraph = ParagraphStyle::default();
        for style in self.chain(id) {
            let name = style.name.as_str();
            if paragraph.kind == SegmentKind::Text {
                paragraph.kind = kind(name, style.outline);
            }
            paragraph.quoted |= is_quotation(name);
            paragraph.generated |= is_generated(name);
            let own = Look {
                code: is_code(name).then_some(true),
                ..style.look.clone()
            };
            // A font that every paragraph has says nothing about one.
            let is_standard = self.standard.as_ref().is_some_and(|standard| {
                self.by_id
                    .get(standard)
                    .is_some_and(|known| std::ptr::eq(known, style))
            });
            let own = if is_standard {
                Look { code: None, ..own }
            } else {
                own
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

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "<w:styles \
        xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>\
        <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-GB'/></w:rPr></w:rPrDefault>\
        </w:docDefaults>\
        <w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/>\
        <w:rPr><w:rFonts w:ascii='Courier New'/></w:rPr></w:style>\
        <w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 2'/>\
        <w:basedOn w:val='N'/></w:style>\
        <w:style w:type='paragraph' w:styleId='My'><w:name w:val='Our title'/>\
        <w:basedOn w:val='H'/><w:rPr><w:lang w:val='de-DE'/></w:rPr></w:style>\
        <w:style w:type='paragraph' w:styleId='P'><w:name w:val='HTML Preformatted'/></w:style>\
        <w:style w:type='paragraph' w:styleId='Q'><w:name w:val='Intense Quote'/></w:style>\
        <w:style w:type='character' w:styleId='V'><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:type='paragraph' w:styleId='C'><w:basedOn w:val='C'/></w:style>\
        </w:styles>";

    #[test]
    fn styles_say_what_a_paragraph_is() {
        let styles = Styles::read(SHEET, Span::new(0, SHEET.len()));
        let of = |id| styles.paragraph(id);
        assert_eq!(of(None).look.english, Some(true));
        assert_eq!(of(None).look.code, None);
        assert_eq!(of(Some("H")).kind, SegmentKind::Heading(2));
        assert_eq!(of(Some("My")).kind, SegmentKind::Heading(2));
        assert_eq!(of(Some("My")).look.english, Some(false));
        assert_eq!(of(Some("P")).look.code, Some(true));
        assert!(of(Some("Q")).quoted);
        assert_eq!(of(Some("C")).kind, SegmentKind::Text);
        assert_eq!(styles.character("V").hidden, Some(true));
        assert_eq!(styles.character("unknown"), Look::default());
    }
}

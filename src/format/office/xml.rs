//! XML with the place of everything and with names by namespace, whatever prefixes a
//! document uses. Owns what is refused before anything is read: a document type, an
//! entity of its own, tags that do not match, nesting without end.

use std::borrow::Cow;

use quick_xml::NsReader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

use crate::text::position::BYTE_ORDER_MARK;
use crate::text::span::Span;

/// How deep elements may be nested. Word itself stops reading long before.
const DEEPEST: usize = 10_000;

/// A namespace that documents use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// `w:`, of Word's documents, in both its versions.
    Word,
    /// `a:`, of drawings and slides.
    Drawing,
    /// `p:`, of presentations.
    Slides,
    /// Of spreadsheets.
    Sheet,
    /// `r:`, of relationships inside documents.
    Link,
    /// `mc:`, of markup for newer and older programs.
    Compatibility,
    /// `m:`, of formulas.
    Math,
    /// `text:`, of `OpenDocument`.
    Text,
    /// `office:`, of `OpenDocument`.
    Office,
    /// `table:`, of `OpenDocument`.
    Table,
    /// `style:`, of `OpenDocument`.
    Style,
    /// `fo:`, of `OpenDocument`.
    Format,
    /// `draw:`, of `OpenDocument`.
    Draw,
    /// `xlink:`.
    Xlink,
    /// `dc:`.
    DublinCore,
    /// `xml:`.
    Xml,
    /// None, as most attributes have.
    None,
    /// Any other.
    Other,
}

impl Space {
    fn of(uri: &str) -> Self {
        const ODF: &str = "urn:oasis:names:tc:opendocument:xmlns:";
        if let Some(rest) = uri.strip_prefix(ODF) {
            return match rest {
                "text:1.0" => Self::Text,
                "office:1.0" => Self::Office,
                "table:1.0" => Self::Table,
                "style:1.0" => Self::Style,
                "drawing:1.0" => Self::Draw,
                "xsl-fo-compatible:1.0" => Self::Format,
                _ => Self::Other,
            };
        }
        match uri {
            "http://www.w3.org/1999/xlink" => return Self::Xlink,
            "http://purl.org/dc/elements/1.1/" => return Self::DublinCore,
            "http://www.w3.org/XML/1998/namespace" => return Self::Xml,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => {
                return Self::Compatibility;
            }
            _ => {}
        }
        // The strict version of a namespace has no year.
        let name = uri
            .strip_prefix("http://schemas.openxmlformats.org/")
            .map(|name| name.replacen("/2006", "", 1))
            .or_else(|| Some(uri.strip_prefix("http://purl.oclc.org/ooxml/")?.to_owned()));
        match name.as_deref() {
            Some("wordprocessingml/main") => Self::Word,
            Some("drawingml/main") => Self::Drawing,
            Some("presentationml/main") => Self::Slides,
            Some("spreadsheetml/main") => Self::Sheet,
            Some("officeDocument/relationships") => Self::Link,
            Some("officeDocument/math") => Self::Math,
            _ => Self::Other,
        }
    }
}

/// Something in a document, in its order.
#[derive(Debug)]
pub(super) enum Node<'t> {
    /// A tag that opens an element, or is all of it.
    Open(Tag<'t>),
    /// The tag that closes one.
    Close(Name<'t>, Span),
    /// Text as it stands.
    Text(Span),
    /// Text in which no sign means anything (`<![CDATA[`): no office program writes it,
    /// and what would be written there is spelled in another way.
    Raw(Span),
    /// A character in another spelling: `&amp;`.
    Reference(char, Span),
    /// What is no part of the text: comments, processing instructions.
    Aside,
}

/// A name in a namespace, without its prefix.
pub(super) type Name<'t> = (Space, &'t str);

/// A tag that opens an element.
#[derive(Debug)]
pub(super) struct Tag<'t> {
    pub(super) space: Space,
    /// The name without its prefix.
    pub(super) local: &'t str,
    pub(super) span: Span,
    /// Whether the element has nothing inside.
    pub(super) empty: bool,
    start: BytesStart<'t>,
}

impl<'t> Tag<'t> {
    pub(super) fn name(&self) -> Name<'t> {
        (self.space, self.local)
    }

    /// The prefix that its own declarations give to a namespace, with its colon.
    pub(super) fn declared(&self, space: Space) -> Option<String> {
        let mut attributes = self.start.attributes();
        attributes.with_checks(false);
        attributes.flatten().find_map(|found| {
            let prefix = found.key.0.strip_prefix("xmlns:")?;
            (Space::of(&found.value) == space).then(|| format!("{prefix}:"))
        })
    }
}

/// A walk through one XML text inside a source.
pub(super) struct Walker<'t> {
    reader: NsReader<&'t [u8]>,
    source: &'t str,
    /// Where the XML starts in the source.
    base: usize,
    depth: usize,
}

/// Why XML is not read.
pub(super) type Refusal = String;

impl<'t> Walker<'t> {
    /// A walk through `span` of the source.
    pub(super) fn new(source: &'t str, span: Span) -> Self {
        let xml = &source[span.range()];
        let mark = xml
            .strip_prefix(BYTE_ORDER_MARK)
            .map_or(0, |_| BYTE_ORDER_MARK.len());
        Self {
            reader: NsReader::from_str(&xml[mark..]),
            source,
            base: span.start + mark,
            depth: 0,
        }
    }

    /// The next node; `None` at the end.
    ///
    /// # Errors
    ///
    /// Why this is no XML that is read here.
    pub(super) fn next(&mut self) -> Result<Option<Node<'t>>, Refusal> {
        let start = self.at();
        let event = self.reader.read_event();
        let event = event.map_err(|error| self.ill_formed(&error.to_string()))?;
        let span = Span::new(start, self.at());
        let node = match event {
            Event::Start(tag) => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err(self.ill_formed("its elements are nested without end"));
                }
                Node::Open(self.tag(tag, span, false))
            }
            Event::Empty(tag) => Node::Open(self.tag(tag, span, true)),
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                let qualified = self.source[span.range()].trim_start_matches("</");
                let end = qualified.find(['>', ' ', '\t', '\r', '\n']);
                let qualified = &qualified[..end.unwrap_or(qualified.len())];
                Node::Close((self.space(qualified), local(qualified)), span)
            }
            Event::Text(_) if span.is_empty() => Node::Aside,
            Event::Text(_) => Node::Text(span),
            Event::CData(_) => Node::Raw(span),
            Event::GeneralRef(reference) => Node::Reference(self.character(&reference)?, span),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Node::Aside,
            Event::DocType(_) if is_plain_doctype(&self.source[span.range()]) => Node::Aside,
            Event::DocType(_) => {
                return Err(
                    "declares a document type, which could bring other files in; \
                     open it in a word processor and save it again"
                        .to_owned(),
                );
            }
            Event::Eof if self.depth > 0 => {
                return Err(self.ill_formed("it ends inside an element"));
            }
            Event::Eof => return Ok(None),
        };
        Ok(Some(node))
    }

    /// The value of an attribute of the tag that was just opened.
    pub(super) fn attribute(&self, tag: &Tag<'t>, space: Space, name: &str) -> Option<String> {
        let mut attributes = tag.start.attributes();
        attributes.with_checks(false);
        let is_it = |key: &str| match key.split_once(':') {
            Some((_, local)) => local == name && self.space(key) == space,
            None => key == name && space == Space::None,
        };
        let mut attributes = attributes.flatten();
        let value = attributes.find(|found| is_it(found.key.0))?.value;
        Some(match quick_xml::escape::unescape(&value) {
            Ok(Cow::Borrowed(value)) => value.to_owned(),
            Ok(Cow::Owned(value)) => value,
            Err(_) => value.into_owned(),
        })
    }

    /// The namespace of a tag, as it is written.
    pub(super) fn namespace_of(&self, tag: &Tag<'t>) -> String {
        let name = self.source[tag.span.start + 1..tag.span.end]
            .split(['>', '/', ' ', '\t', '\r', '\n'])
            .next()
            .unwrap_or_default();
        let name = quick_xml::name::QName(name);
        match self.reader.resolver().resolve_element(name).0 {
            ResolveResult::Bound(Namespace(uri)) => uri.to_owned(),
            ResolveResult::Unbound | ResolveResult::Unknown(_) => String::new(),
        }
    }

    fn tag(&self, start: BytesStart<'t>, span: Span, empty: bool) -> Tag<'t> {
        let name = &self.source[span.start + 1..];
        let length = name.find(['>', '/', ' ', '\t', '\r', '\n']);
        let name = &name[..length.unwrap_or(name.len())];
        Tag {
            space: self.space(name),
            local: local(name),
            span,
            empty,
            start,
        }
    }

    /// The namespace of a qualified name at this place.
    fn space(&self, qualified: &str) -> Space {
        let name = quick_xml::name::QName(qualified);
        match self.reader.resolver().resolve_element(name).0 {
            ResolveResult::Bound(Namespace(uri)) => Space::of(uri),
            ResolveResult::Unbound => Space::None,
            ResolveResult::Unknown(_) => Space::Other,
        }
    }

    fn character(&self, reference: &BytesRef<'_>) -> Result<char, Refusal> {
        if let Ok(Some(c)) = reference.resolve_char_ref() {
            return Ok(c);
        }
        match &**reference {
            "amp" => Ok('&'),
            "lt" => Ok('<'),
            "gt" => Ok('>'),
            "quot" => Ok('"'),
            "apos" => Ok('\''),
            other => Err(self.ill_formed(&format!("it uses the unknown entity `{other}`"))),
        }
    }

    fn at(&self) -> usize {
        let position = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        (self.base + position).min(self.source.len())
    }

    fn ill_formed(&self, why: &str) -> Refusal {
        format!(
            "is no well-formed XML (at byte {}: {why})",
            self.at() - self.base
        )
    }
}

/// A qualified name without its prefix.
/// Whether a document type declares nothing itself, and is one that `OpenOffice` wrote.
fn is_plain_doctype(declaration: &str) -> bool {
    declaration.contains("-//OpenOffice.org//DTD ") && !declaration.contains('[')
}

fn local(qualified: &str) -> &str {
    qualified.rsplit(':').next().unwrap_or(qualified)
}

/// Reads XML to its end.
///
/// # Errors
///
/// Why it is refused.
pub(super) fn validate(xml: &str) -> Result<(), Refusal> {
    let mut walker = Walker::new(xml, Span::new(0, xml.len()));
    let mut roots = 0;
    while let Some(node) = walker.next()? {
        if let Node::Open(tag) = node {
            let outermost = walker.depth == usize::from(!tag.empty);
            roots += usize::from(outermost);
        }
    }
    if roots == 1 {
        Ok(())
    } else {
        Err(walker.ill_formed("it has no root element, or several"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_their_namespace() {
        let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
        let usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        for (xml, expected) in [
            (format!("<x:t xmlns:x='{usual}'/>"), Space::Word),
            (format!("<t xmlns='{strict}'/>"), Space::Word),
            ("<w:t xmlns:w='urn:else'/>".to_owned(), Space::Other),
            ("<t/>".to_owned(), Space::None),
        ] {
            let mut walker = Walker::new(&xml, Span::new(0, xml.len()));
            let Ok(Some(Node::Open(tag))) = walker.next() else {
                panic!("{xml} opens an element");
            };
            assert_eq!(tag.name(), (expected, "t"), "{xml}");
        }
    }

    #[test]
    fn everything_has_its_place() {
        let xml = "\u{feff}<a x='1 &amp; 2'>b &amp; c<d/></a>";
        let mut walker = Walker::new(xml, Span::new(0, xml.len()));
        let mut seen = Vec::new();
        while let Ok(Some(node)) = walker.next() {
            seen.push(match node {
                Node::Open(tag) => {
                    let value = walker.attribute(&tag, Space::None, "x");
                    format!("{} {value:?}", &xml[tag.span.range()])
                }
                Node::Close(_, span) | Node::Text(span) => xml[span.range()].to_owned(),
                Node::Reference(c, span) => format!("{c} for {}", &xml[span.range()]),
                Node::Raw(_) | Node::Aside => String::new(),
            });
        }
        let expected = [
            "<a x='1 &amp; 2'> Some(\"1 & 2\")",
            "b ",
            "& for &amp;",
            " c",
            "<d/> None",
            "</a>",
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn what_is_no_plain_xml_is_refused() {
        let deep = "<a>".repeat(DEEPEST + 1);
        for (xml, reason) in [
            ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "document type"),
            ("<a>&b;</a>", "unknown entity `b`"),
            ("<a><b></a></b>", "well-formed"),
            ("<a>", "ends inside"),
            ("<a/><b/>", "root element"),
            ("", "root element"),
            (deep.as_str(), "nested without end"),
        ] {
            let refusal = validate(xml).expect_err("this is refused");
            assert!(refusal.contains(reason), "{refusal}");
        }
        assert_eq!(validate("<?xml version='1.0'?><a>b</a>\n"), Ok(()));
    }
}

//! An XML file as a small tree. A file is refused that is nested too deeply, that
//! defines entities of its own, or uses some: what a document type elsewhere says
//! is never fetched.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::super::Refused;

/// How deeply elements may be nested.
const DEEPEST: usize = 40;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without a prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// The elements in it.
    pub(super) children: Vec<Element>,
    /// The text in it, that of its elements included.
    pub(super) text: String,
}

impl Element {
    /// An attribute by its name, with its prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// What kind of data it holds: its type (DCA), else its name (DCT).
    pub(super) fn category(&self) -> &str {
        self.attribute("type").unwrap_or(&self.name)
    }

    /// The first element of that name, at any depth.
    pub(super) fn find(&self, name: &str) -> Option<&Self> {
        self.children.iter().find_map(|child| {
            if child.name == name {
                Some(child)
            } else {
                child.find(name)
            }
        })
    }

    /// All elements of one of these names that lie in no other of them.
    pub(super) fn find_all<'e>(&'e self, names: &[&str], found: &mut Vec<&'e Self>) {
        for child in &self.children {
            if names.contains(&child.name.as_str()) {
                found.push(child);
            } else {
                child.find_all(names, found);
            }
        }
    }
}

/// Reads a file.
pub(super) fn read(text: &str) -> Result<Element, Refused> {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event();
        let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
        let refuse = |what: &str| {
            let read = text.get(..at).unwrap_or(text);
            let line = read.matches('\n').count() + 1;
            Refused::new(format!("line {line}: {what}"))
        };
        match event.map_err(|error| refuse(&format!("it is no XML: {error}")))? {
            Event::Start(start) => {
                if open.len() > DEEPEST {
                    return Err(refuse("elements are nested too deeply"));
                }
                open.push(element(&start).map_err(|error| refuse(&error))?);
            }
            Event::Empty(start) => {
                let element = element(&start).map_err(|error| refuse(&error))?;
                close(&mut open, element);
            }
            Event::End(_) => {
                let Some(element) = open.pop() else { break };
                close(&mut open, element);
            }
            Event::Text(text) => push(&mut open, &text.xml10_content()),
            Event::CData(text) => push(&mut open, &text.xml10_content()),
            Event::GeneralRef(name) => push(
                &mut open,
                &resolved(&name).ok_or_else(|| {
                    refuse("it uses an entity of its own; write the characters themselves")
                })?,
            ),
            Event::DocType(declared) if declared.contains("<!ENTITY") => {
                return Err(refuse("it defines entities, which are not read"));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match (open.len(), open.pop()) {
        (1, Some(root)) if !root.children.is_empty() => Ok(root),
        _ => Err(Refused::new("it is no XML, or only a part of a file")),
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| error.to_string())?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element {
        name: start.local_name().as_ref().to_owned(),
        attributes,
        ..Element::default()
    })
}

fn close(open: &mut [Element], element: Element) {
    if let Some(parent) = open.last_mut() {
        parent.text.push_str(&element.text);
        parent.children.push(element);
    }
}

fn push(open: &mut [Element], text: &str) {
    // What stands around the root is nobody's.
    if open.len() > 1
        && let Some(inner) = open.last_mut()
    {
        inner.text.push_str(text);
    }
}

/// The character of a reference that every XML file knows.
fn resolved(name: &BytesRef<'_>) -> Option<String> {
    if let Ok(Some(character)) = name.resolve_char_ref() {
        return Some(character.to_string());
    }
    let text = match name.xml10_content().as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return None,
    };
    Some(text.to_owned())
}

//! Mails: the subject, and bodies of plain text and HTML, each decoded with a map to
//! its letters in the file. Replies that are quoted and signatures are somebody
//! else's words; attachments, forwarded mails and what is signed are not rewritten.

use super::html::Html;
use super::plain::{Reads, begins_patch, read_lines};
use crate::document::{Decoding, Document, Draft, Format, Markup, Part, SegmentKind};
use crate::text::edit::Edit;
use crate::text::language;
use crate::text::span::Span;

mod body;
mod entity;
#[cfg(test)]
mod mail_tests;
mod wrap;

use entity::{Charset, Encoding, Entity};

/// The mail format.
#[derive(Debug)]
pub(super) struct Mail;

/// How deep parts nest before the rest is left alone.
const DEEPEST: usize = 16;

impl Format for Mail {
    fn name(&self) -> &'static str {
        "mail"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["eml"]
    }

    fn markup(&self) -> Markup {
        Markup::Mail
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        let mut document = Document::default();
        let whole = Entity::read(source, Span::new(0, source.len()));
        let header = &source[..whole.body.start];
        if let Some(subject) = subject(source, &whole) {
            document.parts.push(subject);
        }
        for leaf in leaves(source, whole) {
            document.parts.extend(prose(source, &leaf));
        }
        if document.parts.is_empty() {
            document.parts.push(Part::new(source, Markup::Mail));
        }
        if language::is_declared_foreign(header, "content-language:") {
            document.parts.iter_mut().for_each(Part::leave);
        }
        document
    }

    fn complete(&self, source: &str, fixes: &mut [Vec<Edit>]) {
        wrap::fold(source, fixes);
    }
}

/// A body that may hold prose.
struct Leaf {
    entity: Entity,
    signed: bool,
}

/// The bodies of a mail that are no containers, in order.
fn leaves(source: &str, whole: Entity) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    let mut open = vec![(whole, false, 0)];
    while let Some((entity, signed, depth)) = open.pop() {
        if entity.is_attachment || depth > DEEPEST {
            continue;
        }
        match &entity.boundary {
            Some(boundary) => {
                let signed = signed || entity.kind == "multipart/signed";
                let inside = entity::parts(source, entity.body, boundary);
                let parts = inside.into_iter().rev();
                open.extend(parts.map(|part| (Entity::read(source, part), signed, depth + 1)));
            }
            None => leaves.push(Leaf { entity, signed }),
        }
    }
    leaves
}

/// The subject as a title; one in encoded words is left alone.
fn subject<'s>(source: &'s str, whole: &Entity) -> Option<Part<'s>> {
    let value = whole.subject?;
    let text = &source[value.range()];
    if text.contains("=?") {
        return None;
    }
    let mut part = Part::new(source, Markup::Mail);
    let mut draft = Draft::default();
    let labels = labels(text);
    let mut at = value.start + labels;
    for line in text[labels..].split_inclusive('\n') {
        let prose = line.trim();
        let start = at + line.len() - line.trim_start().len();
        if !prose.is_empty() {
            if !draft.is_empty() {
                let newline = source[..start].rfind('\n').unwrap_or(start);
                draft.soft_break(source, Span::new(newline, newline + 1), start);
            }
            draft.verbatim(source, Span::new(start, start + prose.len()));
        }
        at += line.len();
    }
    part.push(&mut draft, SegmentKind::Title, false);
    Some(part)
}

/// The length of what programs put before a subject: `Re: [list] [PATCH v2] `.
fn labels(subject: &str) -> usize {
    let mut rest = subject.trim_start();
    loop {
        let reply = ["re:", "fwd:", "fw:"].iter().find(|reply| {
            let head = rest.get(..reply.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(reply))
        });
        let label = rest.strip_prefix('[').and_then(|inside| inside.find(']'));
        let behind = match (reply, label) {
            (Some(reply), _) => &rest[reply.len()..],
            (None, Some(close)) => &rest[close + 2..],
            (None, None) => return subject.len() - rest.len(),
        };
        if behind.trim().is_empty() {
            return subject.len() - rest.len();
        }
        rest = behind.trim_start();
    }
}

/// The prose of a body, if its letters can be read.
fn prose<'s>(source: &'s str, leaf: &Leaf) -> Option<Part<'s>> {
    let entity = &leaf.entity;
    let is_html = match entity.kind.as_str() {
        "text/plain" => false,
        "text/html" => true,
        _ => return None,
    };
    if entity.charset == Charset::Other {
        return None;
    }
    let decoding = body::decoded(source, entity)?;
    let text = decoding.text();
    let read = if is_html {
        Html.read(text)
    } else {
        plain(text)
    };
    let markup = match entity.encoding {
        Encoding::QuotedPrintable => Markup::QuotedPrintable,
        _ => Markup::Mail,
    };
    let mut part = placed(source, &decoding, &read, markup)?;
    let armored = text.contains("-----BEGIN PGP");
    if leaf.signed || armored || entity.encoding == Encoding::Base64 {
        part.fix();
    }
    if entity.encoding == Encoding::Base64 {
        part.count_blocks(&entity.kind);
    }
    Some(part)
}

fn placed<'s>(
    source: &'s str,
    decoding: &Decoding,
    read: &Document<'_>,
    markup: Markup,
) -> Option<Part<'s>> {
    let part = read.parts.first()?;
    Some(decoding.part(part, source, markup))
}

/// Plain text up to the signature, a patch or a forwarded mail; lines that say who wrote what
/// is quoted below are no prose.
fn plain(text: &str) -> Document<'_> {
    let mut ended = false;
    read_lines(text, |line| {
        let line = line.trim_end_matches(['\r', '\n']);
        let words = line.trim();
        ended |= line == "-- "
            || words == "--"
            || words.starts_with("-----Original Message")
            || words.starts_with("---------- Forwarded message")
            || words.starts_with("____________________")
            || words.starts_with("-----BEGIN PGP SIGNATURE")
            || begins_patch(line);
        let attributes = words.ends_with(':')
            && (words.ends_with("wrote:") || words.starts_with("On ") && words.contains('@'));
        if ended || attributes {
            Reads::Nothing
        } else {
            Reads::Prose
        }
    })
}

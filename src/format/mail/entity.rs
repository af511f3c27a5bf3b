//! A mail or a part of one: what its headers say of its body, and where that stands.

use super::super::lines::lines_in;
use crate::text::span::Span;

/// How a body's letters are encoded for the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// They are not.
    None,
    QuotedPrintable,
    Base64,
    /// In a way that is not read here.
    Other,
}

/// The letters of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charset {
    /// UTF-8, or ASCII that may turn out to be.
    Utf8,
    /// ISO 8859-1, or Windows' superset of it.
    Latin1,
    /// Another one.
    Other,
}

/// A mail or a part of one.
#[derive(Clone, Debug)]
pub(super) struct Entity {
    /// `text/plain`, in small letters.
    pub(super) kind: String,
    /// What parts a container.
    pub(super) boundary: Option<String>,
    pub(super) charset: Charset,
    pub(super) encoding: Encoding,
    pub(super) is_attachment: bool,
    /// Where the value of the subject stands.
    pub(super) subject: Option<Span>,
    pub(super) body: Span,
}

impl Entity {
    /// Reads the headers of what stands in `span`.
    pub(super) fn read(source: &str, span: Span) -> Self {
        let mut entity = Self {
            kind: "text/plain".to_owned(),
            boundary: None,
            charset: Charset::Utf8,
            encoding: Encoding::None,
            is_attachment: false,
            subject: None,
            body: Span::new(span.end, span.end),
        };
        let mut header: Option<Span> = None;
        for line in lines_in(source, span) {
            if line.text.trim_end_matches('\r').is_empty() {
                let behind = &source[line.span.end..span.end];
                let newline = behind.find('\n').map_or(behind.len(), |at| at + 1);
                entity.body = Span::new(line.span.end + newline, span.end);
                break;
            }
            let goes_on = line.text.starts_with([' ', '\t']);
            match &mut header {
                Some(header) if goes_on => header.end = line.span.end,
                _ => {
                    if let Some(done) = header.replace(line.span) {
                        entity.header(source, done);
                    }
                }
            }
        }
        if let Some(last) = header {
            entity.header(source, last);
        }
        entity
    }

    fn header(&mut self, source: &str, span: Span) {
        let text = &source[span.range()];
        let Some((name, value)) = text.split_once(':') else {
            return;
        };
        match name.trim().to_ascii_lowercase().as_str() {
            "subject" => {
                self.subject = Some(Span::new(span.end - value.len(), span.end));
            }
            "content-type" => self.content_type(value),
            "content-transfer-encoding" => {
                self.encoding = match value.trim().to_ascii_lowercase().as_str() {
                    "7bit" | "8bit" | "binary" | "" => Encoding::None,
                    "quoted-printable" => Encoding::QuotedPrintable,
                    "base64" => Encoding::Base64,
                    _ => Encoding::Other,
                };
            }
            "content-disposition" => {
                self.is_attachment = value.trim().to_ascii_lowercase().starts_with("attachment");
            }
            _ => {}
        }
    }

    fn content_type(&mut self, value: &str) {
        let kind = value.split(';').next().unwrap_or_default().trim();
        self.kind = kind.to_ascii_lowercase();
        if self.kind.starts_with("multipart/") {
            self.boundary = parameter(value, "boundary").filter(|boundary| !boundary.is_empty());
        }
        if let Some(charset) = parameter(value, "charset") {
            self.charset = match charset.to_ascii_lowercase().as_str() {
                "utf-8" | "utf8" | "us-ascii" | "ascii" => Charset::Utf8,
                "iso-8859-1" | "latin1" | "latin-1" | "windows-1252" | "cp1252" | "iso-8859-15" => {
                    Charset::Latin1
                }
                _ => Charset::Other,
            };
        }
    }
}

/// The value of a parameter behind the semicolons of a header.
fn parameter(value: &str, name: &str) -> Option<String> {
    let mut rest = value;
    while let Some(at) = rest.find(';') {
        rest = rest[at + 1..].trim_start();
        let Some((key, behind)) = rest.split_once('=') else {
            continue;
        };
        if !key.trim().eq_ignore_ascii_case(name) {
            continue;
        }
        let behind = behind.trim_start();
        let value = match behind.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next(),
            None => behind.split([';', ' ', '\t', '\r', '\n']).next(),
        };
        return value.map(str::to_owned);
    }
    None
}

/// The parts of a container's body.
pub(super) fn parts(source: &str, body: Span, boundary: &str) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start: Option<usize> = None;
    // The line ending before a boundary belongs to it.
    let mut end = body.start;
    for line in lines_in(source, body) {
        let mark = line
            .text
            .trim_end()
            .strip_prefix("--")
            .and_then(|rest| rest.strip_prefix(boundary));
        let closes = mark == Some("--");
        if closes || mark == Some("") {
            if let Some(start) = start {
                parts.push(Span::new(start, end.max(start)));
            }
            let behind = &source[line.span.end..body.end];
            let newline = behind.find('\n').map_or(behind.len(), |at| at + 1);
            start = (!closes).then_some(line.span.end + newline);
            if closes {
                return parts;
            }
        }
        end = line.span.end;
    }
    // A mail that was cut off.
    if let Some(start) = start {
        parts.push(Span::new(start, body.end));
    }
    parts
}

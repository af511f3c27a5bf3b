//! Bodies of mails as text, with every letter's place: as they stand, in
//! quoted-printable, in base64.

use super::entity::{Charset, Encoding, Entity};
use crate::document::Decoding;
use crate::text::span::Span;
use crate::text::word::UNREADABLE;

/// The body of an entity as text; nothing if its encoding is not known.
pub(super) fn decoded(source: &str, entity: &Entity) -> Option<Decoding> {
    match entity.encoding {
        Encoding::None => {
            let mut decoding = Decoding::default();
            decoding.verbatim(source, entity.body);
            Some(decoding)
        }
        Encoding::QuotedPrintable => Some(quoted_printable(source, entity)),
        Encoding::Base64 => Some(base64(source, entity)),
        Encoding::Other => None,
    }
}

/// Letters that come byte by byte, and where the first of these stands.
struct Letters {
    charset: Charset,
    bytes: Vec<u8>,
    source: Vec<Span>,
}

impl Letters {
    fn new(charset: Charset) -> Self {
        Self {
            charset,
            bytes: Vec::new(),
            source: Vec::new(),
        }
    }

    /// Another byte; whole letters go on to the text.
    fn byte(&mut self, byte: u8, source: Span, decoding: &mut Decoding) {
        if self.charset == Charset::Latin1 {
            let letter = latin1(byte);
            decoding.decoded(letter.encode_utf8(&mut [0; 4]), source);
            return;
        }
        self.bytes.push(byte);
        self.source.push(source);
        if std::str::from_utf8(&self.bytes).is_ok() || self.bytes.len() == 4 || byte < 0x80 {
            self.flush(decoding);
        }
    }

    /// The bytes so far as letters; what is none stands as [`UNREADABLE`].
    fn flush(&mut self, decoding: &mut Decoding) {
        let bytes = std::mem::take(&mut self.bytes);
        let source = std::mem::take(&mut self.source);
        let mut at = 0;
        for chunk in bytes.utf8_chunks() {
            for letter in chunk.valid().chars() {
                let end = at + letter.len_utf8();
                let span = Span::new(source[at].start, source[end - 1].end);
                decoding.decoded(letter.encode_utf8(&mut [0; 4]), span);
                at = end;
            }
            for _ in chunk.invalid() {
                decoding.decoded(UNREADABLE.encode_utf8(&mut [0; 4]), source[at]);
                at += 1;
            }
        }
    }
}

/// A byte of Windows-1252, whose signs are quotation marks and dashes.
fn latin1(byte: u8) -> char {
    match byte {
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x96 => '–',
        0x97 => '—',
        byte => char::from(byte),
    }
}

fn quoted_printable(source: &str, entity: &Entity) -> Decoding {
    let mut decoding = Decoding::default();
    let mut letters = Letters::new(entity.charset);
    let end = entity.body.end;
    let mut at = entity.body.start;
    // A line break that is none goes with the letter behind it.
    let mut from: Option<usize> = None;
    while at < end {
        let rest = &source[at..end];
        if let Some(behind) = rest.strip_prefix('=') {
            let blank = behind.len() - behind.trim_start_matches([' ', '\t']).len();
            let newline = if behind[blank..].starts_with("\r\n") {
                2
            } else {
                usize::from(behind[blank..].starts_with('\n'))
            };
            if newline > 0 {
                from.get_or_insert(at);
                at += 1 + blank + newline;
                continue;
            }
            let byte = behind
                .get(..2)
                .and_then(|digits| u8::from_str_radix(digits, 16).ok());
            if let Some(byte) = byte {
                let span = Span::new(from.take().unwrap_or(at), at + 3);
                letters.byte(byte, span, &mut decoding);
                at += 3;
                continue;
            }
        }
        letters.flush(&mut decoding);
        let plain = rest[1..].find('=').map_or(rest.len(), |length| length + 1);
        let plain = rest.ceil_char_boundary(plain);
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let taken = match from.take() {
            Some(start) => {
                let span = Span::new(start, at + first);
                decoding.decoded(&rest[..first], span);
                first
            }
            None => {
                decoding.verbatim(source, Span::new(at, at + plain));
                plain
            }
        };
        at += taken;
    }
    letters.flush(&mut decoding);
    decoding
}

fn base64(source: &str, entity: &Entity) -> Decoding {
    let mut decoding = Decoding::default();
    let mut letters = Letters::new(entity.charset);
    let mut bits = 0_u32;
    let mut count = 0;
    let mut start = entity.body.start;
    for (offset, c) in source[entity.body.range()].char_indices() {
        let at = entity.body.start + offset;
        let value = match c {
            'A'..='Z' => c as u32 - 'A' as u32,
            'a'..='z' => c as u32 - 'a' as u32 + 26,
            '0'..='9' => c as u32 - '0' as u32 + 52,
            '+' => 62,
            '/' => 63,
            '=' => break,
            _ => continue,
        };
        if count == 0 {
            start = at;
        }
        bits = bits << 6 | value;
        count += 1;
        if count == 4 {
            let span = Span::new(start, at + 1);
            for byte in [bits >> 16, bits >> 8, bits] {
                letters.byte((byte & 0xff) as u8, span, &mut decoding);
            }
            (bits, count) = (0, 0);
        }
    }
    let span = Span::new(start, entity.body.end.min(start + 4).max(start));
    if count == 3 {
        letters.byte((bits >> 10 & 0xff) as u8, span, &mut decoding);
        letters.byte((bits >> 2 & 0xff) as u8, span, &mut decoding);
    } else if count == 2 {
        letters.byte((bits >> 4 & 0xff) as u8, span, &mut decoding);
    }
    letters.flush(&mut decoding);
    decoding
}

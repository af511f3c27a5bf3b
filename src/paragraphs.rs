//! Paragraphs of plain text out of any reader, one after the other, without the
//! text ever being in memory as a whole. A paragraph comes with the blank lines
//! before it and the first one behind it, so that all of them together are the
//! text, byte for byte. How the reader splits what it reads changes nothing.

use std::io::{self, Read};
use std::ops::Range;

use memchr::{memchr, memrchr, memrchr3};

use crate::document::front_matter::{Head, head};
use crate::english::sentence::bounds;
use crate::input::readable;
use crate::text::fence::{FARTHEST, Fence, unquoted};

/// How long a paragraph may be, in bytes, before it is cut.
pub const LONGEST: usize = 1024 * 1024;

/// How much is read at a time.
const READ: usize = 64 * 1024;

/// How far from the end of a long paragraph a sentence's end is looked for.
const REACH: usize = 16 * 1024;

/// Paragraphs of what `reader` reads.
#[derive(Debug)]
pub struct Paragraphs<R> {
    reader: R,
    /// What was read; what stands before `start` is taken.
    buffer: Vec<u8>,
    start: usize,
    /// Where the first line starts that was not looked at, and up to where there
    /// is no end of it.
    line: usize,
    searched: usize,
    /// Whether a line since `start` is not blank.
    begun: bool,
    /// The fence that is open in it, and how many bytes stand behind that: code has blank
    /// lines of its own.
    fence: Option<(Fence, usize)>,
    /// Whether it is known that no front matter stands at the head, or where it ends.
    headed: bool,
    ended: bool,
}

impl<R: Read> Paragraphs<R> {
    /// The paragraphs of what `reader` reads.
    pub fn new(reader: R) -> Self {
        Self {
            reader,
            buffer: Vec::new(),
            start: 0,
            line: 0,
            searched: 0,
            begun: false,
            fence: None,
            headed: false,
            ended: false,
        }
    }

    /// The next paragraph, if it is known where it ends; else more has to be read.
    pub fn take(&mut self) -> Option<&[u8]> {
        let from = self.start;
        let end = self.end()?;
        self.start = end;
        self.line = end;
        self.searched = end;
        self.begun = false;
        self.fence = None;
        Some(&self.buffer[from..end])
    }

    /// Reads on, as much as there is without waiting for more. Whether there may
    /// be another paragraph now.
    pub fn read(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        self.forget_taken();
        let length = self.buffer.len();
        self.buffer.resize(length + READ, 0);
        let read = loop {
            match self.reader.read(&mut self.buffer[length..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.buffer
            .truncate(length + read.as_ref().copied().unwrap_or(0));
        self.ended = read? == 0;
        Ok(!self.ended || !self.unread().is_empty())
    }

    /// What was read and is not taken.
    pub fn unread(&self) -> &[u8] {
        &self.buffer[self.start..]
    }

    fn forget_taken(&mut self) {
        self.buffer.drain(..self.start);
        self.line -= self.start;
        self.searched -= self.start;
        self.start = 0;
    }

    /// Passes front matter, which has blank lines of its own: the first paragraph goes
    /// on behind it. Whether enough was read to know where it ends.
    fn pass_front_matter(&mut self) -> bool {
        let is_all = self.ended || self.buffer.len() > LONGEST;
        if self.headed || memchr(b'\n', &self.buffer).is_none() && !is_all {
            return self.headed;
        }
        match head(&readable(&self.buffer)) {
            Head::Open if !is_all => return false,
            // The line that closes it may go on.
            Head::Front(end) if !is_all && end == self.buffer.len() => return false,
            Head::Open | Head::Body(_) => {}
            Head::Front(end) => {
                self.line = end;
                self.searched = end;
                self.begun = true;
            }
        }
        self.headed = true;
        true
    }

    /// Where the first paragraph ends.
    fn end(&mut self) -> Option<usize> {
        if !self.pass_front_matter() {
            return None;
        }
        let farthest = self.start + LONGEST;
        while let Some(length) = memchr(b'\n', &self.buffer[self.searched..]) {
            let end = self.searched + length + 1;
            if end > farthest {
                break;
            }
            let line = self.line..end;
            let blank = is_blank(&self.buffer[line.clone()]);
            self.pass_fence(line);
            self.line = end;
            self.searched = end;
            if blank && self.begun && self.fence.is_none() {
                return Some(end);
            }
            self.begun |= !blank;
        }
        let length = self.buffer.len();
        if length > farthest {
            return Some(self.start + cut(&self.buffer[self.start..farthest]));
        }
        self.searched = self.searched.max(length);
        (self.ended && self.start < length).then_some(length)
    }

    /// Looks whether a line begins or ends code.
    fn pass_fence(&mut self, line: Range<usize>) {
        let length_of_line = line.len();
        let line = unquoted(std::str::from_utf8(&self.buffer[line]).unwrap_or_default());
        self.fence = match self.fence {
            None => Fence::of_back_quotes(line).map(|fence| (fence, length_of_line)),
            Some((fence, _)) if fence.is_closed_by(line) => None,
            Some((fence, length)) => {
                let length = length + length_of_line;
                (length <= FARTHEST).then_some((fence, length))
            }
        };
    }
}

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(u8::is_ascii_whitespace)
}

/// Where a paragraph that is too long is cut: behind a sentence, else behind a
/// word, else between two characters. A quotation is cut between its lines, since
/// a line's end alone would not be known as one.
fn cut(paragraph: &[u8]) -> usize {
    let at = sentence_end(paragraph)
        .or_else(|| memrchr3(b' ', b'\t', b'\n', paragraph).map(|at| at + 1))
        .unwrap_or_else(|| character_end(paragraph));
    let line = memrchr(b'\n', &paragraph[..at]).map_or(0, |newline| newline + 1);
    let quoted = paragraph[line..].trim_ascii_start().starts_with(b">");
    if quoted && line > 0 { line } else { at }
}

/// Where the last sentence begins that does not end here.
fn sentence_end(paragraph: &[u8]) -> Option<usize> {
    let from = paragraph.len().saturating_sub(REACH);
    // A line break inside a paragraph is a space to its reader.
    let text = readable(&paragraph[from..]).replace(['\r', '\n'], " ");
    let start = bounds(&text, text.len()..text.len(), text.len()).start;
    (start > 0).then_some(from + start)
}

/// The end of the last character that is surely whole.
fn character_end(paragraph: &[u8]) -> usize {
    let tail = paragraph.iter().rev().take(4);
    let continued = tail.take_while(|byte| **byte & 0xC0 == 0x80).count();
    paragraph.len().saturating_sub(continued + 1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads so many bytes at a time.
    struct Slow<'t>(&'t [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.1.min(self.0.len()).min(buffer.len());
            let (now, later) = self.0.split_at(length);
            buffer[..length].copy_from_slice(now);
            self.0 = later;
            Ok(length)
        }
    }

    fn split(text: &[u8], step: usize) -> Vec<Vec<u8>> {
        let mut paragraphs = Paragraphs::new(Slow(text, step));
        let mut all = Vec::new();
        while paragraphs.read().expect("bytes can be read") {
            while let Some(paragraph) = paragraphs.take() {
                all.push(paragraph.to_vec());
            }
        }
        all
    }

    #[test]
    fn blank_lines_end_paragraphs() {
        let table: [(&str, &[&str]); 11] = [
            ("", &[]),
            ("one", &["one"]),
            ("\n\n", &["\n\n"]),
            ("one\ntwo\n\nthree\n", &["one\ntwo\n\n", "three\n"]),
            ("one\r\n\r\ntwo", &["one\r\n\r\n", "two"]),
            (
                "---\na: x\n\nb: y\n---\none\n\ntwo",
                &["---\na: x\n\nb: y\n---\none\n\n", "two"],
            ),
            ("---\na: x\n\ntwo", &["---\na: x\n\n", "two"]),
            ("one\n \t\n\n\ntwo\n\n", &["one\n \t\n", "\n\ntwo\n\n"]),
            ("\n one\n\n\n", &["\n one\n\n", "\n"]),
            (
                "```\none\n\ntwo\n```\n\nthree",
                &["```\none\n\ntwo\n```\n\n", "three"],
            ),
            (
                "> one\n>\n> two\n\nthree",
                &["> one\n>\n> two\n\n", "three"],
            ),
        ];
        for (text, expected) in table {
            for step in [1, 2, 3, 1000] {
                let paragraphs = split(text.as_bytes(), step);
                let expected: Vec<_> = expected.iter().map(|text| text.as_bytes()).collect();
                assert_eq!(paragraphs, expected, "{text:?}, {step} at a time");
            }
        }
    }

    #[test]
    fn a_long_paragraph_is_cut() {
        let lead = "word ".repeat(LONGEST / 5 - 2);
        let table = [
            (
                format!("{lead}End. Next one goes on"),
                format!("{lead}End. "),
            ),
            (
                format!("{lead}End.\nNext one goes on"),
                format!("{lead}End.\n"),
            ),
            (
                format!("{lead}and unended, as it goes on"),
                format!("{lead}and "),
            ),
            (format!("{lead}\n> End. One goes"), format!("{lead}\n")),
            ("é".repeat(LONGEST), "é".repeat(LONGEST / 2 - 1)),
            ("x".repeat(LONGEST) + "\n", "x".repeat(LONGEST - 1)),
        ];
        for (text, expected) in table {
            let first = [64 * 1024, 999, 5_000_000].map(|step| split(text.as_bytes(), step));
            let end = &text[text.floor_char_boundary(text.len() - 20)..];
            assert_eq!(first[0].concat(), text.as_bytes(), "{end:?}");
            assert!(first[0][0] == expected.as_bytes(), "{end:?}");
            assert!(first[0] == first[1] && first[1] == first[2], "{end:?}");
        }
    }

    #[test]
    fn a_paragraph_is_known_by_the_blank_line_behind_it() {
        let mut paragraphs = Paragraphs::new(Slow(b"one\n\ntwo", 5));
        assert!(paragraphs.read().expect("bytes can be read"));
        assert_eq!(paragraphs.take(), Some(&b"one\n\n"[..]));
        assert_eq!(paragraphs.take(), None);
    }
}

//! Plain text: paragraphs that blank lines or list markers separate. Lines of a
//! paragraph read on; what indents them or quotes them (`> `) is no prose. Drawn tables
//! are read cell by cell, and keep their words; code is left out.

use super::drawn;
use super::templates::hide_in;
use crate::document::{
    AreaKind, Directive, Document, Draft, EXPLANATIONS, Format, Markup, Part, SegmentKind,
    front_matter,
};
use crate::text::span::Span;

mod code;

pub(super) use code::begins_patch;

/// The plain text format.
#[derive(Debug)]
pub(super) struct Plain;

impl Format for Plain {
    fn name(&self) -> &'static str {
        "text"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["txt", "text"]
    }

    fn markup(&self) -> Markup {
        Markup::Plain
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        read_lines(source, |_| Reads::Prose)
    }

    fn reads_by_paragraph(&self) -> bool {
        true
    }
}

/// What a line of plain text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reads {
    /// Prose.
    Prose,
    /// A title by itself, behind a prefix of so many bytes.
    Title(usize),
    /// No prose: it ends a paragraph.
    Nothing,
}

/// The prose of lines, each read as `reads` says.
pub(super) fn read_lines(source: &str, mut reads: impl FnMut(&str) -> Reads) -> Document<'_> {
    let mut part = Part::new(source, Markup::Plain);
    let mut reader = Reader::default();
    let mut at = front_matter::body(source);
    let lines: Vec<&str> = source[at..].split_inclusive('\n').collect();
    let drawn = drawn_cells(&lines);
    let code = code::code(&lines);
    for ((line, cells), is_code) in lines.into_iter().zip(&drawn).zip(code) {
        match reads(line) {
            _ if is_code => reader.flush(&mut part),
            Reads::Prose => {
                let span = Span::new(at, at + line.len());
                match cells {
                    Some(cells) => reader.row(&mut part, source, span, cells),
                    None => reader.line(&mut part, source, span),
                }
            }
            Reads::Nothing => reader.flush(&mut part),
            Reads::Title(prefix) => {
                reader.flush(&mut part);
                let title = Span::new(at + prefix, at + line.trim_end().len());
                reader.prose(&mut part, source, title);
                part.push(&mut reader.draft, SegmentKind::Title, false);
            }
        }
        at += line.len();
    }
    reader.flush(&mut part);
    hide_in(&mut part, |_| true);
    Document::of(part)
}

/// The cells of the lines that belong to drawn tables. What one is is said by the lines
/// of its paragraph alone, since a text may come paragraph by paragraph.
fn drawn_cells(lines: &[&str]) -> Vec<Option<Vec<Span>>> {
    let paragraphs = lines.split(|line| line.trim().is_empty());
    let mut cells: Vec<Option<Vec<Span>>> = Vec::with_capacity(lines.len());
    for paragraph in paragraphs {
        cells.extend(drawn::cells(paragraph));
        // The blank line behind it.
        cells.push(None);
    }
    cells.truncate(lines.len());
    cells
}

/// A paragraph while its lines are read.
#[derive(Default)]
struct Reader {
    draft: Draft,
    /// How many `>` stand before the paragraph's lines.
    quote_depth: usize,
    /// The ending of the line before, if the paragraph may go on.
    newline: Option<Span>,
    /// Inside the section that explains terms.
    explaining: bool,
}

impl Reader {
    fn line(&mut self, part: &mut Part<'_>, source: &str, line: Span) {
        let text = &source[line.range()];
        let ended = text.trim_end_matches(['\n', '\r']);
        let (prefix, quote_depth) = quote_prefix(ended);
        let prose = ended[prefix..].trim_end();
        let begins_block = quote_depth != self.quote_depth || list_marker(prose) > 0;
        if prose.is_empty() || begins_block || self.explaining {
            self.flush(part);
        }
        if prose == EXPLANATIONS {
            self.explaining = true;
        } else if let Some((term, _)) = prose.split_once(": ").filter(|_| self.explaining) {
            part.footnote_labels.insert(term.to_owned());
        }
        self.quote_depth = quote_depth;
        if prose.is_empty() {
            return;
        }
        let start = line.start + prefix;
        let end = start + prose.len();
        if let Some(newline) = self.newline.take() {
            self.draft.soft_break(source, newline, start);
        }
        self.prose(part, source, Span::new(start + list_marker(prose), end));
        self.newline = Some(Span::new(line.start + ended.len(), line.end));
    }

    /// A row of a drawn table: each of its cells takes no other words.
    fn row(&mut self, part: &mut Part<'_>, source: &str, line: Span, cells: &[Span]) {
        self.flush(part);
        let (_, quote_depth) = quote_prefix(&source[line.range()]);
        self.quote_depth = quote_depth;
        for cell in cells {
            self.prose(part, source, cell.shifted(line.start));
            self.draft.area(0, AreaKind::Fixed);
            self.flush(part);
        }
    }

    /// A line's prose; comments that are directives stand out of it.
    fn prose(&mut self, part: &mut Part<'_>, source: &str, span: Span) {
        let mut at = span.start;
        while let Some(comment) = comment(source, Span::new(at, span.end)) {
            self.draft.verbatim(source, Span::new(at, comment.start));
            let inside = &source[comment.start + "<!--".len()..comment.end - "-->".len()];
            match Directive::parse(inside, comment) {
                Some(directive) => {
                    part.directives.push(directive);
                    self.draft.object(comment);
                }
                None => self.draft.verbatim(source, comment),
            }
            at = comment.end;
        }
        self.draft.verbatim(source, Span::new(at, span.end));
    }

    fn flush(&mut self, part: &mut Part<'_>) {
        let kind = if self.explaining {
            SegmentKind::Explanation
        } else {
            SegmentKind::Text
        };
        part.push(&mut self.draft, kind, self.quote_depth > 0);
        self.newline = None;
    }
}

/// Where a line's prose starts, and how many `>` stand before it.
fn quote_prefix(line: &str) -> (usize, usize) {
    let rest = line.trim_start_matches([' ', '\t', '>']);
    let prefix = line.len() - rest.len();
    (prefix, line[..prefix].matches('>').count())
}

/// The length of a list marker and the space behind it.
fn list_marker(prose: &str) -> usize {
    let digits = prose.len() - prose.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind_marker = if digits > 0 && digits < 4 {
        prose[digits..].strip_prefix(['.', ')'])
    } else {
        prose.strip_prefix(['-', '*', '+', '•', '–'])
    };
    behind_marker
        .filter(|rest| rest.starts_with([' ', '\t']))
        .map_or(0, |rest| prose.len() - rest.trim_start().len())
}

/// The first comment in `span`.
fn comment(source: &str, span: Span) -> Option<Span> {
    let text = &source[span.range()];
    let start = text.find("<!--")?;
    let length = text[start..].find("-->")? + "-->".len();
    (length >= "<!---->".len()).then(|| Span::new(start, start + length).shifted(span.start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(source: &str) -> Vec<(String, bool)> {
        let document = Plain.read(source);
        let part = &document.parts[0];
        part.segments
            .iter()
            .map(|segment| (part.text(segment).to_owned(), segment.quoted))
            .collect()
    }

    #[test]
    fn paragraphs_read_on_over_lines() {
        let source = "\u{feff}Dear all,\r\n\r\n    the MVP is \r\n    ready.\n> Is it\n> so?\nYes.\n- one\n- two\n  more\n12. three";
        let expected = [
            ("Dear all,", false),
            ("the MVP is ready.", false),
            ("Is it so?", true),
            ("Yes.", false),
            ("one", false),
            ("two more", false),
            ("three", false),
        ];
        let expected: Vec<(String, bool)> = expected
            .map(|(text, quoted)| (text.to_owned(), quoted))
            .into();
        assert_eq!(blocks(source), expected);
    }

    #[test]
    fn code_between_fences_and_patches_are_no_prose() {
        let texts = |source| -> Vec<String> {
            let blocks = blocks(source).into_iter();
            blocks.map(|(text, _)| text).collect()
        };
        for (source, expected) in [
            ("a\n```sh\nb\n\nc\n```\nd", vec!["a", "d"]),
            ("> ```\n> a\n> ```\n> b", vec!["b"]),
            ("```\na\n\nb", vec!["``` a", "b"]),
            ("a\n@@ -1 +1 @@\n-b\n+c\n\nd", vec!["a", "d"]),
            ("diff --git a/b a/b\n-c", vec![]),
        ] {
            assert_eq!(texts(source), expected, "{source}");
        }
    }

    #[test]
    fn directives_are_read_and_are_no_prose() {
        let document = Plain.read("An <!-- dejargon-disable --> API <!-- note -->");
        let part = &document.parts[0];
        assert_eq!(part.prose, "An \u{fffc} API <!-- note -->");
        assert_eq!(part.directives.len(), 1);
    }
}

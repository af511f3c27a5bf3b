//! Org: headings with keywords and tags, blocks between `#+BEGIN` and `#+END`,
//! drawers, tables, lists. Code, properties, and what only Emacs reads is left out.

use super::lines::{Blocks, Line, lines};
use super::templates::hide_in;
use crate::document::{Document, Format, Markup, Part, SegmentKind};
use crate::text::language;
use crate::text::span::Span;

mod inline;

/// The Org format.
#[derive(Debug)]
pub(super) struct Org;

/// Words that say how far a heading's task is.
const KEYWORDS: [&str; 10] = [
    "TODO",
    "DONE",
    "NEXT",
    "WAITING",
    "HOLD",
    "CANCELLED",
    "CANCELED",
    "STARTED",
    "SOMEDAY",
    "INPROGRESS",
];

/// Blocks whose text is the document's; others are for programs, or not known.
#[rustfmt::skip]
const PROSE_BLOCKS: [&str; 23] = [
    "abstract", "aside", "box", "callout", "caution", "center", "definition", "details", "important", "info",
    "lemma", "note", "notes", "preview", "proof", "remark", "sidebar", "sidenote", "summary", "theorem", "tip",
    "todo", "warning",
];

impl Format for Org {
    fn name(&self) -> &'static str {
        "org"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["org"]
    }

    fn markup(&self) -> Markup {
        Markup::Signs
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        let mut part = Part::new(source, Markup::Signs);
        let mut reader = Reader {
            blocks: Blocks::new(source, &mut part, inline::read),
            quotes: 0,
            until: None,
        };
        for line in lines(source) {
            reader.line(line);
        }
        reader.flush();
        hide_in(&mut part, |_| true);
        if language::is_declared_foreign(source, "#+language:") {
            part.leave();
        }
        Document::of(part)
    }
}

struct Reader<'r, 's> {
    blocks: Blocks<'r, 's>,
    quotes: usize,
    /// The line, in small letters, up to which nothing is read.
    until: Option<String>,
}

impl Reader<'_, '_> {
    fn line(&mut self, line: Line<'_>) {
        let text = line.trimmed();
        if let Some(until) = &self.until {
            if text.to_ascii_lowercase().starts_with(until.as_str()) {
                self.until = None;
            }
            return;
        }
        let indent = line.indent();
        if text.is_empty() || text.starts_with("-----") {
            self.flush();
        } else if indent == 0 && heading(text).is_some() {
            self.heading(line);
        } else if let Some(keyword) = text.strip_prefix("#+") {
            self.keyword(line, keyword);
        } else if text == "#" || text.starts_with("# ") {
            let span = Span::new(line.span.start + indent, line.span.end);
            self.flush();
            self.blocks.comment(&text[1..], span);
        } else if text.starts_with(": ") || text == ":" || is_planning(text) {
            self.flush();
        } else if is_drawer(text) {
            self.flush();
            self.until = Some(":end:".to_owned());
        } else if let Some(name) = text.strip_prefix("\\begin{") {
            self.flush();
            let name = name.split('}').next().unwrap_or_default();
            let end = format!("\\end{{{}}}", name.to_ascii_lowercase());
            if !text.to_ascii_lowercase().contains(&end) {
                self.until = Some(end);
            }
        } else if text.starts_with('|') {
            self.flush();
            self.row(line);
        } else {
            self.prose(line, indent);
        }
    }

    fn prose(&mut self, line: Line<'_>, indent: usize) {
        let text = line.trimmed();
        let item = item(text);
        let footnote = text.strip_prefix("[fn:").and_then(|rest| rest.find("] "));
        let prefix = match (item, footnote) {
            (0, Some(label)) if indent == 0 => "[fn:".len() + label + 2,
            (item, _) => item,
        };
        if prefix > 0 {
            self.flush();
        }
        let content = line.content(indent + prefix);
        let term = text[prefix..].find(" :: ").filter(|_| item > 0);
        if let Some(term) = term {
            let at = content.start + term;
            let quoted = self.quotes > 0;
            let term = Span::new(content.start, at);
            self.blocks.term(term, quoted);
            self.blocks.line(Span::new(at + 4, content.end));
        } else {
            self.blocks.line(content);
        }
    }

    /// `** TODO [#A] The words [1/2] :tag:`.
    fn heading(&mut self, line: Line<'_>) {
        self.flush();
        let text = line.text.trim_end();
        let mut start = heading(text).unwrap_or(0);
        let depth = text.bytes().take_while(|byte| *byte == b'*').count();
        let level = u8::try_from(depth).unwrap_or(u8::MAX);
        let word = text[start..].split(' ').next().unwrap_or_default();
        if word == "COMMENT" {
            return;
        }
        if KEYWORDS.contains(&word) {
            start += word.len();
        }
        let rest = text[start..].trim_start();
        let priority = rest
            .strip_prefix("[#")
            .and_then(|rest| rest.find(']'))
            .map_or(0, |length| 2 + length + 1);
        start = text.len() - rest.len() + priority;
        let tags = text.rfind(" :").filter(|at| {
            let tags = &text[at + 1..];
            let of_tag = |c: char| c.is_alphanumeric() || matches!(c, '_' | '@' | '#' | '%' | ':');
            tags.len() > 2 && tags.ends_with(':') && tags.chars().all(of_tag)
        });
        let end = tags.unwrap_or(text.len());
        let words = text[start.min(end)..end].trim();
        let offset = start.min(end) + text[start.min(end)..end].find(words).unwrap_or(0);
        let span = Span::new(offset, offset + words.len()).shifted(line.span.start);
        self.blocks.block(span, SegmentKind::Heading(level), false);
    }

    /// `#+TITLE: …`, `#+BEGIN_SRC c`.
    fn keyword(&mut self, line: Line<'_>, keyword: &str) {
        self.flush();
        let name = keyword
            .split([':', ' '])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        if let Some(block) = name.strip_prefix("begin_") {
            match block {
                "quote" | "verse" => self.quotes += 1,
                block if PROSE_BLOCKS.contains(&block) => {}
                _ => self.until = Some(format!("#+end_{block}")),
            }
            return;
        }
        if matches!(name.as_str(), "end_quote" | "end_verse") {
            self.quotes = self.quotes.saturating_sub(1);
        }
        if name == "begin" {
            self.until = Some("#+end:".to_owned());
        }
        let kind = match name.as_str() {
            "title" | "subtitle" => SegmentKind::Title,
            "caption" => SegmentKind::Caption,
            _ => return,
        };
        if let Some(colon) = line.text.find(": ") {
            let content = line.content(colon + 2);
            self.blocks.block(content, kind, false);
        }
    }

    fn row(&mut self, line: Line<'_>) {
        let text = line.text.trim_end();
        if text.trim_start().starts_with("|-") {
            return;
        }
        let mut from = line.indent() + 1;
        let bars = text[from..].match_indices('|').map(|(at, _)| from + at);
        let ends: Vec<usize> = bars.chain([text.len()]).collect();
        for end in ends {
            let cell = &text[from.min(end)..end];
            let start = from + cell.len() - cell.trim_start().len();
            let span = Span::new(start, from + cell.trim_end().len());
            let quoted = self.quotes > 0;
            self.blocks
                .block(span.shifted(line.span.start), SegmentKind::Cell, quoted);
            from = end + 1;
        }
    }

    fn flush(&mut self) {
        let quoted = self.quotes > 0;
        self.blocks.flush(SegmentKind::Text, quoted);
    }
}

/// Where the words of a heading start.
fn heading(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches('*');
    let stars = text.len() - rest.len();
    (stars > 0 && rest.starts_with(' ')).then(|| text.len() - rest.trim_start().len())
}

fn is_planning(text: &str) -> bool {
    ["SCHEDULED:", "DEADLINE:", "CLOSED:", "CLOCK:"]
        .iter()
        .any(|word| text.starts_with(word))
}

fn is_drawer(text: &str) -> bool {
    let inner = text
        .strip_prefix(':')
        .and_then(|text| text.strip_suffix(':'));
    inner.is_some_and(|name| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    })
}

/// The length of a list marker, its check box, and the spaces behind.
fn item(text: &str) -> usize {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marker = if text.starts_with(['-', '+', '*']) {
        1
    } else if digits > 0 && text[digits..].starts_with(['.', ')']) {
        digits + 1
    } else {
        return 0;
    };
    let rest = &text[marker..];
    if !rest.starts_with(' ') {
        return 0;
    }
    let words = rest.trim_start();
    let boxed = ["[ ] ", "[X] ", "[-] "]
        .iter()
        .any(|check| words.starts_with(check));
    text.len() - words.len() + if boxed { 4 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::super::lines::texts;
    use super::*;

    #[test]
    fn text_is_read_as_a_reader_sees_it() {
        let table = [
            (
                "* TODO [#A] The API :work:x:\nOne\ntwo",
                vec!["The API", "One two"],
            ),
            (
                "a *b* /c/ =API= ~API~ d_e",
                vec!["a b c \u{fffc} \u{fffc} d_e"],
            ),
            (
                "[[https://a][the API]] and [[API]]",
                vec!["the API and \u{fffc}"],
            ),
            ("#+TITLE: The API\n#+AUTHOR: API", vec!["The API"]),
            ("#+BEGIN_SRC c\nAPI\n#+END_SRC\na", vec!["a"]),
            (":PROPERTIES:\n:API: x\n:END:\na", vec!["a"]),
            (
                "| a | the API |\n|---+---|\n| b | |",
                vec!["a", "the API", "b"],
            ),
            (
                "- [ ] one\n  more\n- two :: three",
                vec!["one more", "two", "three"],
            ),
            (
                "# dejargon-disable\n: API\nSCHEDULED: <2026-01-01>\na",
                vec!["a"],
            ),
            ("[fn:1] An API\n\na[fn:1]", vec!["An API", "a\u{fffc}"]),
            ("a[fn:b: c [[d][e]].] f", vec!["a\u{fffc} f", "c e."]),
            (
                "#+begin_note\none\n#+end_note\n#+begin_mermaid\nAPI\n#+end_mermaid\ntwo",
                vec!["one", "two"],
            ),
            (
                "a src_sh{API {API}} and src_c[:exports API]{API} b[c]{d}",
                vec!["a src_sh\u{fffc} and src_c\u{fffc} b[c]{d}"],
            ),
            ("#+CAPTION[API]: An API\n#+CAPTION: A key", vec!["A key"]),
        ];
        for (source, expected) in table {
            assert_eq!(texts(&Org, source), expected, "{source}");
        }
    }
}

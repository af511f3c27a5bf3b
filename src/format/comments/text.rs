//! The words of a comment: paragraphs, lists, tags such as `@param`. Code in it, and
//! what only tools read, is left out.

use super::super::lines::{Blocks, Line, lines_in};
use super::examples::{Example, code_at_end};
use super::scan::Comment;
use super::tools::{is_for_tools, is_legal};
use crate::document::{Directive, SegmentKind};
use crate::text::span::Span;

/// Tags that a name follows.
const NAMED: [&str; 12] = [
    "param",
    "arg",
    "argument",
    "property",
    "prop",
    "throws",
    "exception",
    "typedef",
    "tparam",
    "raise",
    "raises",
    "retval",
];

/// Reads the words of a comment, or of comments that are one text.
pub(super) fn read(blocks: &mut Blocks<'_, '_>, comments: &[Comment]) {
    let source = blocks.source;
    let whole = comments
        .iter()
        .map(|comment| &source[comment.inside.range()]);
    let is_legal = whole.clone().any(is_legal);
    let mut reader = Reader {
        blocks,
        fenced: false,
        example: None,
        parted: true,
        is_flush: false,
        indent: 0,
    };
    for comment in comments {
        let mut lines = lines_in(source, comment.inside);
        if comment.is_line && lines.is_empty() {
            lines.push(Line {
                text: "",
                span: comment.inside,
            });
        }
        for line in lines {
            let is_first = line.span.start == comment.inside.start;
            if !comment.is_line && !is_first {
                reader.is_flush |= line.text.starts_with(char::is_alphanumeric);
            }
            let is_indented = reader.is_flush && line.text.starts_with('\t');
            let prefix = if comment.is_line || is_indented {
                0
            } else {
                stars(line.text)
            };
            reader.line(line, prefix, is_legal, comment);
        }
    }
    reader.flush();
}

struct Reader<'b, 'r, 's> {
    blocks: &'b mut Blocks<'r, 's>,
    fenced: bool,
    /// Inside an example, of which nothing is read.
    example: Option<Example>,
    /// Whether the line before was blank.
    parted: bool,
    /// Whether lines inside a comment start at the margin, as Go's do.
    is_flush: bool,
    /// How far the text is indented behind the signs.
    indent: usize,
}

impl Reader<'_, '_, '_> {
    fn line(&mut self, line: Line<'_>, prefix: usize, is_legal: bool, comment: &Comment) {
        let text = line.text[prefix..].trim();
        let indent = line.text[prefix..].len() - line.text[prefix..].trim_start().len();
        let width = width(&line.text[prefix..prefix + indent]);
        let fence = text.starts_with("```") || text.starts_with("~~~");
        if fence {
            self.flush();
            self.fenced = !self.fenced;
            return;
        }
        if self.fenced {
            return;
        }
        if text.is_empty() {
            self.flush();
            self.parted = true;
            self.example
                .take_if(|example| matches!(example, Example::Blank));
            return;
        }
        if let Some(example) = self.example {
            self.example = example.behind(text, width);
            if example.holds(text, width) {
                return;
            }
        }
        let directive = Directive::parse(
            text,
            Span::new(line.span.start, comment.whole.end.min(line.span.end)),
        );
        if let Some(directive) = directive {
            self.flush();
            self.blocks.part.directives.push(directive);
            return;
        }
        let parted = std::mem::replace(&mut self.parted, false);
        if self.blocks.is_empty() && !parted {
            self.indent = self.indent.max(1);
        }
        let by_tab = comment.is_line && line.text.starts_with('\t');
        let example = self.example(text, width, parted || by_tab);
        let (text, code) = code_at_end(text);
        let for_tools = is_for_tools(text, self.blocks.is_empty());
        if example.is_some() || is_legal || for_tools || is_code(text) || is_ruler(text) {
            self.flush();
            self.example = example.or(code);
            return;
        }
        let begins = beginning(text);
        if begins.is_some() {
            self.flush();
        }
        if self.blocks.is_empty() {
            self.indent = if self.indent == 0 {
                width.max(1)
            } else {
                self.indent
            };
        }
        let start = prefix + indent + begins.unwrap_or(0);
        let content = line.content(start);
        let end = line.span.start + prefix + indent + text.len();
        self.blocks
            .line(Span::new(content.start, content.end.min(end)));
        self.example = code;
        if code.is_some() || is_heading(text) {
            self.flush();
        }
    }

    /// The example that begins with a line; `apart` if one may by its indentation.
    fn example(&self, text: &str, width: usize, apart: bool) -> Option<Example> {
        let least = self.indent + 4;
        Example::named(text, width).or_else(|| {
            (apart && self.indent > 0 && width >= least).then_some(Example::Indented(least))
        })
    }

    fn flush(&mut self) {
        self.blocks.flush(SegmentKind::Text, false);
    }
}

/// How wide white space is; a tab counts as eight blanks.
fn width(space: &str) -> usize {
    space
        .bytes()
        .map(|byte| if byte == b'\t' { 8 } else { 1 })
        .sum()
}

/// The length of what stands before the words of a line in a block: spaces and stars.
fn stars(text: &str) -> usize {
    let rest = text.trim_start();
    let behind = rest.trim_start_matches(['*', '!']);
    if behind.is_empty() || behind.starts_with([' ', '\t']) || behind.len() == rest.len() {
        text.len() - behind.len()
    } else {
        // `*emphasis*`.
        text.len() - rest.len()
    }
}

/// The length of a tag or a list marker that begins a paragraph.
fn beginning(text: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix(['@', '\\']) {
        let name = rest
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        if name == 0 {
            return None;
        }
        let tag = &rest[..name];
        let mut behind = rest[name..].trim_start();
        // What the brackets of `[in]` hold, a type in braces, and a name.
        for (open, close) in [('[', ']'), ('{', '}')] {
            if behind.starts_with(open)
                && let Some(end) = behind.find(close)
            {
                behind = behind[end + 1..].trim_start();
            }
        }
        if NAMED.contains(&tag) {
            let end = behind.find(char::is_whitespace).unwrap_or(behind.len());
            behind = behind[end..].trim_start();
            behind = behind.strip_prefix("- ").unwrap_or(behind);
        } else if matches!(
            tag,
            "see" | "link" | "author" | "since" | "version" | "file" | "type"
        ) {
            behind = "";
        }
        return Some(text.len() - behind.len());
    }
    // `:param name: …`.
    if let Some(rest) = text.strip_prefix(':')
        && let Some(end) = rest.find(": ")
        && !rest[..end].contains('`')
    {
        // What follows the name of a type is one.
        let is_type = ["type", "rtype", "vartype"].iter().any(|name| {
            let behind = rest[..end].strip_prefix(name);
            behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(' '))
        });
        return Some(if is_type { text.len() } else { end + 3 });
    }
    let heading = text.len() - text.trim_start_matches('#').len();
    if heading > 0 && text[heading..].starts_with(' ') {
        return Some(heading + 1);
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marker = match text.as_bytes() {
        [b'-' | b'*' | b'+', b' ', ..] => 2,
        _ if digits > 0 && digits < 4 && text[digits..].starts_with([')', '.']) => {
            let rest = &text[digits + 1..];
            if rest.starts_with(' ') { digits + 2 } else { 0 }
        }
        _ => 0,
    };
    (marker > 0).then_some(marker)
}

fn is_heading(text: &str) -> bool {
    text.starts_with("# ") || matches!(text, "Args:" | "Returns:" | "Raises:" | "Yields:" | "Note:")
}

fn is_ruler(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// Whether a line looks like code that was commented out.
fn is_code(text: &str) -> bool {
    let ends = text.ends_with([';', '{', '}'])
        || text.ends_with("});")
        || text.ends_with("):") && !text.contains(". ");
    let inside = [
        " = ", " == ", " != ", " => ", " -> ", " := ", " += ", " && ", " || ", "::<",
    ]
    .iter()
    .any(|sign| text.contains(sign));
    let begins = [
        "$ ", "import ", "from ", "#include", "use ", "return ", "let ", "const ", "var ",
    ]
    .iter()
    .any(|word| text.starts_with(word));
    let words = text.split_whitespace().count();
    let first = text.split_whitespace().next().unwrap_or_default();
    let assigns = first.contains('=') && first.starts_with(|c: char| c.is_alphanumeric());
    let called =
        text.contains("(\"") || text.ends_with("()") && words < 3 || text.contains("$(") || assigns;
    ends || inside
        || called
        || begins && (words < 4 || text.contains(['(', '{', '"', '\'', ';', '=']))
}

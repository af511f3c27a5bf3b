//! Lines that a dialect begins a block with, by the signs they start with.

use super::super::compiler::Compiler;
use super::braces::{has_attributes, is_foreign};
use super::directives::{Body, of_container};
use super::{Content, Scanner};
use crate::document::Directive;
use crate::text::fence::Fence;
use crate::text::span::Span;

/// Reads a marker, and says in which line the next block starts; `None` if it is none.
type Read = for<'s> fn(&mut Scanner<'s>, usize, Content<'s>) -> Option<usize>;

/// A sign that markers begin with, whether MDX has it, too, and who reads them.
struct Marker(&'static str, bool, Read);

const MARKERS: [Marker; 14] = [
    // Docusaurus, VitePress, Pandoc, MyST: `:::note Title`.
    Marker(":::", true, |scanner, line, content| {
        scanner.container(line, content)
    }),
    // MkDocs: `!!! note "Title"`, its folded kind, tabs.
    Marker("!!!", false, |scanner, line, content| {
        scanner.indented(line, content)
    }),
    Marker("???", false, |scanner, line, content| {
        scanner.indented(line, content)
    }),
    Marker("===", false, |scanner, line, content| {
        scanner.indented(line, content)
    }),
    // PyMdown: `/// note | Title`.
    Marker("///", false, |scanner, line, content| {
        scanner.generic(line, content)
    }),
    // Pandoc's other sign of a definition.
    Marker("~ ", false, |scanner, line, content| {
        Some(scanner.definition(line, content))
    }),
    // GitHub, Obsidian: `> [!note] Title`.
    Marker("[!", true, |scanner, line, content| {
        scanner.callout(line, content)
    }),
    // MyST: `(target)=`, `% comment`. Obsidian: `%%` … `%%`.
    Marker("(", false, |scanner, line, content| {
        scanner.target(line, content)
    }),
    Marker("%", false, |scanner, line, content| {
        scanner.comment(line, content)
    }),
    // MyST's break between blocks, with data.
    Marker("+++", false, |scanner, line, _| Some(scanner.line(line))),
    // Python-Markdown, kramdown: `*[ABBR]: long form`; snippets.
    Marker("*[", false, |scanner, line, content| {
        scanner.abbreviation(line, content)
    }),
    Marker("--8<--", false, |scanner, line, _| Some(scanner.line(line))),
    // A formula between lines of `$$`.
    Marker("$$", true, |scanner, line, content| {
        scanner.display(line, content)
    }),
    Marker("<!--", true, |scanner, line, content| {
        scanner.html_comment(line, content)
    }),
];

/// What `MkDocs` lets the author say where a block stands.
const PLACES: [&str; 3] = ["inline", "end", "start"];

/// How many lines a comment or a formula has at most.
const MOST_LINES: usize = 400;

/// The markers that a line starts as.
fn fitting(content: Content<'_>, compiler: Compiler) -> impl Iterator<Item = &'static Marker> {
    let is_known = move |in_mdx: bool| in_mdx || compiler == Compiler::Markdown;
    MARKERS
        .iter()
        .filter(move |Marker(sign, in_mdx, _)| is_known(*in_mdx) && content.text.starts_with(sign))
}

impl<'s> Scanner<'s> {
    /// The marker that a line is.
    pub(super) fn marker(&mut self, line: usize, content: Content<'s>) -> Option<usize> {
        fitting(content, self.compiler).find_map(|Marker(.., read)| read(self, line, content))
    }

    /// Whether a line starts as a marker does.
    pub(super) fn has_marker(&self, content: Content<'s>) -> bool {
        // A formula goes on over lines, and its end is no beginning.
        !content.text.starts_with("$$") && fitting(content, self.compiler).next().is_some()
    }

    /// Lets the parser see nothing of a marker but its title, as a heading behind `before`:
    /// what it is the title of is a block of its own.
    pub(super) fn title(&mut self, marker: Span, before: &str, title: Option<Span>) {
        let title = title.unwrap_or(Span::new(marker.end, marker.end));
        self.seen.blank(Span::new(marker.start, title.start));
        self.seen.blank(Span::new(title.end, marker.end));
        let sign = marker.start + before.len();
        self.seen.write(marker.start, before);
        if !title.is_empty() && title.start >= sign + 2 {
            self.seen.write(sign, "#");
            self.seen.titles.push(sign);
            self.inline(title);
        }
    }

    /// Nothing is seen or read of some lines.
    pub(super) fn blank_lines(&mut self, from: usize, upto: usize) {
        for line in from..upto.min(self.lines.len()) {
            let span = self.content(line).span;
            self.seen.blank(span);
        }
    }

    /// A line that is no prose.
    fn line(&mut self, line: usize) -> usize {
        self.blank_lines(line, line + 1);
        line + 1
    }

    /// Lines up to the one that `closes`, if it is near.
    fn lines_up_to(&mut self, line: usize, closes: impl Fn(&str) -> bool) -> Option<usize> {
        let mut near = line + 1..self.lines.len().min(line + MOST_LINES);
        let close = near.find(|next| closes(self.content(*next).text))?;
        self.blank_lines(line, close + 1);
        Some(close + 1)
    }

    fn container(&mut self, line: usize, content: Content<'s>) -> Option<usize> {
        let fence = Fence::of_sign(content.text, ':')?;
        let info = fence.info(content.text).trim_end_matches(':').trim_end();
        if info.starts_with('{') {
            let prose = self.directive(line, content, fence);
            let is_class = info.trim_start_matches('{').trim_end_matches('}');
            let is_read = has_attributes(is_class) && !is_foreign(is_class);
            if prose.is_some() || is_read {
                return prose.or_else(|| Some(self.line(line)));
            }
        }
        let length = info.find([' ', '\t', '[', '{']).unwrap_or(info.len());
        let (name, rest) = info.split_at(length);
        let is_foreign = rest.trim().strip_prefix('{').is_some_and(is_foreign);
        if info.starts_with('{') || is_foreign || of_container(name) == Body::Code {
            let close = self.close_of_container(line);
            self.blank_lines(line, close + 1);
            return Some(close + 1);
        }
        let text = content.text;
        let title = Some(container_title(rest)).filter(|title| !title.is_empty());
        let title = title.filter(|_| !name.contains('.')).map(|title| {
            let start = title.as_ptr().addr() - text.as_ptr().addr();
            Span::new(start, start + title.len()).shifted(content.span.start)
        });
        self.title(content.span, "", title);
        Some(line + 1)
    }

    /// The line that closes the container of a line; those inside it close first.
    fn close_of_container(&self, line: usize) -> usize {
        let mut open = 1_usize;
        let close = (line + 1..self.lines.len()).find(|next| {
            let text = self.content(*next).text;
            match Fence::of_sign(text, ':') {
                Some(fence) if fence.info(text).is_empty() => open -= 1,
                Some(_) => open += 1,
                None => {}
            }
            open == 0
        });
        close.unwrap_or(self.lines.len())
    }

    /// `/// name | Title`, with options indented below it; its end has no name.
    fn generic(&mut self, line: usize, content: Content<'s>) -> Option<usize> {
        let inside = content.text[3..].trim();
        let (name, title) = inside.split_once('|').unwrap_or((inside, ""));
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if !name.trim().chars().all(is_part) {
            return None;
        }
        let end = content.span.end;
        let title = title.trim();
        let title = (!title.is_empty()).then(|| Span::new(end - title.len(), end));
        self.title(content.span, "", title);
        let options = self.lines[line + 1..].iter();
        let options = options.take_while(|option| !option.is_blank() && option.indent() >= 4);
        let body = line + 1 + options.count();
        self.blank_lines(line + 1, body);
        Some(body)
    }

    /// `~ meaning`, which the parser knows with a colon.
    fn definition(&mut self, line: usize, content: Content<'s>) -> usize {
        self.seen.write(content.span.start, ":");
        self.seen.has_definitions = true;
        let meaning = Span::new(content.span.start + 1, content.span.end);
        self.inline(meaning);
        line + 1
    }

    fn indented(&mut self, line: usize, content: Content<'s>) -> Option<usize> {
        let title = indented_title(content.text)?;
        if title.is_empty() && !self.is_indented_behind(line) {
            return None;
        }
        // A list item: its text is indented as the body is, and it must not be empty.
        let item = if title.is_empty() { "- #" } else { "- " };
        self.title(content.span, item, Some(title.shifted(content.span.start)));
        Some(line + 1)
    }

    /// Whether the next line that is not blank is indented more than a line.
    fn is_indented_behind(&self, line: usize) -> bool {
        let mut behind = self.lines[line + 1..].iter();
        let next = behind.find(|next| !next.is_blank());
        next.is_some_and(|next| next.indent() > self.lines[line].indent())
    }

    fn callout(&mut self, line: usize, content: Content<'s>) -> Option<usize> {
        let close = content.text.find(']').filter(|_| content.is_quoted)?;
        let kind = &content.text[2..close];
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '|' | ' ');
        let behind = &content.text[close + 1..];
        let title = behind.strip_prefix(['+', '-']).unwrap_or(behind);
        if kind.is_empty() || !kind.chars().all(is_part) || title.starts_with(['(', '[', ':']) {
            return None;
        }
        if !matches!(kind.to_ascii_lowercase().as_str(), "quote" | "cite") {
            self.seen.callouts.push(content.span.start);
        }
        let title = title.trim();
        let end = content.span.end;
        let title = (!title.is_empty()).then(|| Span::new(end - title.len(), end));
        self.title(content.span, "", title);
        Some(line + 1)
    }

    fn target(&mut self, line: usize, content: Content<'s>) -> Option<usize> {
        let name = content.text.strip_prefix('(')?.strip_suffix(")=")?;
        let is_name = !name.is_empty() && !name.contains(['(', ')']);
        is_name.then(|| self.line(line))
    }

    fn comment(&mut self, line: usize, content: Content<'s>) -> Option<usize> {
        let inside = &content.text[1..];
        match inside.strip_prefix('%') {
            Some(rest) if rest.contains("%%") => None,
            Some(_) => self.lines_up_to(line, |text| text.ends_with("%%")),
            None if inside.is_empty() || inside.starts_with(' ') => {
                let directive = Directive::parse(inside, content.span);
                self.seen.directives.extend(directive);
                Some(self.line(line))
            }
            None => None,
        }
    }

    fn abbreviation(&mut self, line: usize, content: Content<'s>) -> Option<usize> {
        let length = content.text.find("]:").filter(|length| *length > 2)?;
        let name = Span::new(2, length).shifted(content.span.start);
        self.seen.named.push(name);
        Some(self.line(line))
    }

    fn display(&mut self, line: usize, content: Content<'s>) -> Option<usize> {
        if content.text[2..].contains("$$") {
            return None;
        }
        self.lines_up_to(line, |text| text.contains("$$"))
    }

    /// A comment of HTML over several lines: whatever it holds, no block starts in it.
    fn html_comment(&mut self, _: usize, content: Content<'s>) -> Option<usize> {
        if content.text.contains("-->") || self.has_open_comment {
            return None;
        }
        let Some(length) = self.source[content.span.start..].find("-->") else {
            self.has_open_comment = true;
            return None;
        };
        Some(self.line_of(content.span.start + length) + 1)
    }
}

/// The title behind the name of a container: `[Title]{.class}`, or all that stands there.
fn container_title(rest: &str) -> &str {
    let rest = rest.trim();
    if let Some(inner) = rest.strip_prefix('[') {
        return inner.rfind(']').map_or(inner, |close| &inner[..close]);
    }
    match rest.rfind('{') {
        Some(open) if rest.ends_with('}') => rest[..open].trim_end(),
        _ => rest,
    }
}

/// Where the title of a block of `MkDocs` stands in its line, empty if it has none; `None`
/// if the line begins no such block.
fn indented_title(text: &str) -> Option<Span> {
    let is_tab = text.starts_with("===");
    let kind = text[3..].trim_start_matches(['+', '!']);
    let quote = kind.find('"');
    let words = kind[..quote.unwrap_or(kind.len())].trim();
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let mut names = words.split(' ').filter(|word| !word.is_empty());
    let is_named = match names.next() {
        Some(name) => !is_tab && name.chars().all(is_part),
        None => is_tab,
    };
    if !is_named || !names.all(|word| PLACES.contains(&word) || quote.is_some()) {
        return None;
    }
    let Some(quote) = quote else {
        let is_block = !is_tab && kind.starts_with(' ');
        return is_block.then(|| Span::new(text.len(), text.len()));
    };
    let start = text.len() - kind.len() + quote + 1;
    let end = text.len() - 1;
    (end >= start && text.ends_with('"')).then(|| Span::new(start, end))
}

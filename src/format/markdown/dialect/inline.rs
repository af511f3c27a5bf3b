//! What the dialects put between words: templates, formulas, attribute lists, roles,
//! citations; and what MDX puts there. Code is stepped over.

use super::super::super::lines::near;
use super::super::super::templates::SIGNS as TEMPLATES;
use super::super::compiler::Compiler;
use super::super::seen::{Filler, Reading};
use super::braces::{Braces, braces, replaces};
use super::names::{citation, reference, script, shortcode};
use super::{Scanner, math};
use crate::text::span::Span;

/// Whether a byte is a sign that something begins with.
const SIGNS: [bool; 256] = {
    let mut signs = [false; 256];
    let mut rest: &[u8] = b"`\\${<[%@#^!:~*";
    while let [sign, behind @ ..] = rest {
        signs[*sign as usize] = true;
        rest = behind;
    }
    // The first byte of `«`.
    signs[0xc2] = true;
    signs
};

/// How many bytes a tag has at most in which a template has a line of its own.
const LONGEST_TAG: usize = 500;

/// What was found in a stretch of text.
#[derive(Clone, Copy, Debug)]
struct Found {
    span: Span,
    filler: Filler,
    reading: Reading,
    /// Whether it is markup that can have lines of its own.
    is_markup: bool,
}

impl Scanner<'_> {
    /// Looks through a stretch of text, and says up to where it was read.
    pub(super) fn inline(&mut self, stretch: Span) -> usize {
        let mut found = Vec::new();
        let mut at = stretch.start;
        while at < stretch.end {
            let rest = &self.source.as_bytes()[at..stretch.end];
            let Some(offset) = rest.iter().position(|byte| SIGNS[usize::from(*byte)]) else {
                break;
            };
            let start = at + offset;
            at = match self.sign(start, stretch, &mut found) {
                Some(end) => end,
                None => self.source.ceil_char_boundary(start + 1),
            };
        }
        self.settle(stretch, &found);
        at.max(stretch.end)
    }

    /// What the sign at `start` begins, and where that ends.
    fn sign(&mut self, start: usize, stretch: Span, found: &mut Vec<Found>) -> Option<usize> {
        let limit = stretch.end;
        let sign = self.source.as_bytes()[start];
        let is_mdx = self.compiler == Compiler::Mdx;
        match sign {
            b'`' => return Some(self.code_span(start, limit)),
            b'\\' | b'$' => {
                if let Some(end) = self.formula(start, limit, found) {
                    return Some(end);
                }
            }
            b'{' if is_mdx => return self.expression(start, found),
            b'<' if is_mdx => return self.tag(start, found),
            b'{' => {
                if let Some(end) = self.braces(start, stretch, found) {
                    return Some(end);
                }
            }
            b'[' => {
                if let Some(length) = citation(&self.source[start..limit]) {
                    return Some(object(found, start, start + length));
                }
            }
            b'!' => {
                let rest = near(&self.source[start..limit]).strip_prefix("![[")?;
                return Some(object(found, start, start + 3 + rest.find("]]")? + 2));
            }
            b'%' => {
                if let Some(rest) = near(&self.source[start..limit]).strip_prefix("%%")
                    && let Some(length) = rest.find("%%")
                {
                    return Some(object(found, start, start + length + 4));
                }
                if let Some(length) = reference(self.source, start, limit) {
                    return Some(object(found, start, start + length));
                }
            }
            b'~' => {
                if let Some(length) = reference(self.source, start, limit) {
                    return Some(object(found, start, start + length));
                }
                return self.script(start, limit, found);
            }
            b'^' => {
                let id = self.block_id(start, limit, found);
                return id.or_else(|| self.script(start, limit, found));
            }
            b':' => return self.colon(start, limit, found),
            _ => {}
        }
        let is_template = !is_mdx && self.source[start..].starts_with(TEMPLATES);
        let template = self.finder.at(start).filter(|_| is_template)?;
        self.seen.directives.extend(template.directive(self.source));
        found.push(Found {
            span: template.span,
            filler: Filler::Letters,
            reading: Reading::Object,
            is_markup: true,
        });
        Some(template.span.end)
    }

    /// Where the code goes on that a run of backticks begins, or where the run ends.
    fn code_span(&mut self, start: usize, limit: usize) -> usize {
        let text = &self.source[start..limit];
        let run = |at: usize| text[at..].len() - text[at..].trim_start_matches('`').len();
        let marks = run(0);
        let mut at = marks;
        while let Some(offset) = text[at..].find('`') {
            let length = run(at + offset);
            at += offset + length;
            if length == marks {
                self.seen.code(Span::new(start, start + at));
                return start + at;
            }
        }
        start + marks
    }

    /// A formula, or a `$` that the parser must not take for one.
    fn formula(&mut self, start: usize, limit: usize, found: &mut Vec<Found>) -> Option<usize> {
        if self.source.as_bytes()[start] == b'$' {
            let length = math::dollars(self.source, start, limit)?;
            return Some(object(found, start, start + length));
        }
        if let Some(length) = math::backslash(self.source, start, limit) {
            return Some(object(found, start, start + length));
        }
        let escaped = self.source[start + 1..limit].chars().next();
        Some(start + 1 + escaped.map_or(0, char::len_utf8))
    }

    fn expression(&mut self, start: usize, found: &mut Vec<Found>) -> Option<usize> {
        let (span, directive) = self.scripts.expression(start)?;
        self.seen.directives.extend(directive);
        found.push(Found {
            span,
            filler: Filler::Letters,
            reading: Reading::Object,
            is_markup: true,
        });
        Some(span.end)
    }

    fn tag(&mut self, start: usize, found: &mut Vec<Found>) -> Option<usize> {
        let (span, expressions) = self.scripts.tag(start)?;
        for expression in expressions {
            self.seen.code(expression);
        }
        found.push(Found {
            span,
            filler: Filler::Dots,
            reading: Reading::Tag,
            is_markup: true,
        });
        Some(span.end)
    }

    fn braces(&mut self, start: usize, stretch: Span, found: &mut Vec<Found>) -> Option<usize> {
        let (length, filler, reading) = match braces(&self.source[start..])? {
            Braces::Attributes(length) if replaces(&self.source[start..start + length]) => {
                let whole = self.belonging(Span::new(start, start + length), stretch);
                found.retain(|one| one.span.end <= whole.start);
                return Some(object(found, whole.start, whole.end));
            }
            Braces::Attributes(length) => {
                // The parser knows those of a heading, if there is nothing odd in them.
                let is_heading = self.source[stretch.start..].starts_with('#');
                let list = &self.source[start..start + length];
                if is_heading && !list.contains([':', '"', '=']) {
                    return Some(start + length);
                }
                (length, Filler::Dots, Reading::Gap)
            }
            // Its text ends where its paragraph does.
            Braces::Role(length) if start + length > stretch.end => return None,
            Braces::Role(length) => {
                self.abbreviation_in(Span::new(start, start + length));
                (length, Filler::Letters, Reading::Object)
            }
            Braces::Unread(length) => (length, Filler::Letters, Reading::Object),
        };
        let span = Span::new(start, start + length);
        found.push(Found {
            span,
            filler,
            reading,
            is_markup: true,
        });
        Some(span.end)
    }

    /// What attributes belong to, and they: the words in brackets before them, or their
    /// whole paragraph.
    fn belonging(&self, list: Span, stretch: Span) -> Span {
        let before = &self.source[stretch.start..list.start];
        let mut open = 0_usize;
        let brackets = before.ends_with(']').then(|| {
            before.rfind(|c| {
                match c {
                    ']' => open += 1,
                    '[' => open -= 1,
                    _ => {}
                }
                open == 0
            })
        });
        match brackets.flatten() {
            Some(open) => Span::new(stretch.start + open, list.end),
            None => {
                let heading = before.len() - before.trim_start_matches('#').len();
                Span::new(stretch.start + heading, stretch.end)
            }
        }
    }

    /// `` {abbr}`KPI (key performance indicator)` `` says what the abbreviation means.
    fn abbreviation_in(&mut self, role: Span) {
        let text = &self.source[role.range()];
        let Some(inner) = text.strip_prefix("{abbr}`") else {
            return;
        };
        if let Some((name, _)) = inner.split_once('(') {
            let start = role.end - inner.len();
            let name = Span::new(start, start + name.trim_end().len());
            self.seen.named.push(name);
        }
    }

    /// `^name` at the end of a line, which Obsidian links to.
    fn block_id(&self, start: usize, limit: usize, found: &mut Vec<Found>) -> Option<usize> {
        let text = &self.source[start + 1..limit];
        let line = text.lines().next()?;
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let is_id = !line.is_empty() && line.chars().all(is_part);
        let stands_apart = self.source[..start].ends_with(char::is_whitespace);
        if !is_id || !stands_apart {
            return None;
        }
        let span = Span::new(start, start + 1 + line.len());
        found.push(Found {
            span,
            filler: Filler::Dots,
            reading: Reading::Gap,
            is_markup: true,
        });
        Some(span.end)
    }

    /// What stands above or below the line: inside a word a part of it, behind one a mark.
    fn script(&self, start: usize, limit: usize, found: &mut Vec<Found>) -> Option<usize> {
        let end = start + script(self.source, start, limit)?;
        if self.source[end..].starts_with(char::is_alphanumeric) {
            return Some(object(found, start, end));
        }
        found.push(Found {
            span: Span::new(start, end),
            filler: Filler::Dots,
            reading: Reading::Gap,
            is_markup: false,
        });
        Some(end)
    }

    /// `: meaning` at the start of a line defines what stands before; nothing else does.
    /// `:name:` is a picture.
    fn colon(&mut self, start: usize, limit: usize, found: &mut Vec<Found>) -> Option<usize> {
        if let Some(length) = shortcode(self.source, start, limit) {
            let span = Span::new(start, start + length);
            found.push(Found {
                span,
                filler: Filler::Dots,
                reading: Reading::Gap,
                is_markup: false,
            });
            return Some(span.end);
        }
        let line = self.content(self.line_of(start));
        if let Some(key) = self.property(line.span.start, start, limit) {
            object(found, key.start, key.end);
            return Some(start + "::".len());
        }
        if line.span.start == start && self.compiler == Compiler::Markdown {
            // A row such as `:--|:-:` says how the columns of a table are set.
            let is_row = line.text.contains('-')
                && line.text.bytes().all(|byte| b":-| \t\r\n".contains(&byte));
            if line.text[1..].starts_with([' ', '\t']) {
                self.seen.has_definitions = true;
            } else if !is_row {
                self.seen.write(start, ".");
            }
        }
        None
    }

    /// The name of a property that a line or a bracket begins with, as Obsidian's plug-ins
    /// and Logseq know it: `name:: value`.
    fn property(&self, line: usize, colon: usize, limit: usize) -> Option<Span> {
        let before = self.source.get(line..colon)?;
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let around = before.trim_end_matches(is_part);
        let name = Span::new(line + around.len(), colon);
        let begins = around.is_empty() || around.ends_with(['[', '(']);
        let is_property = begins && self.source[colon..limit].starts_with(":: ");
        (is_property && !name.is_empty()).then_some(name)
    }

    /// Hides what was found. Markup that has lines of its own stands between two blocks,
    /// as nothing that the parser sees; but raw HTML would end there, and so would a table.
    fn settle(&mut self, stretch: Span, found: &[Found]) {
        let mut looked_at = None;
        for one in found {
            let (first, last) = (self.line_of(one.span.start + 1), self.line_of(one.span.end));
            let stands_apart = one.is_markup
                && (first..=last).all(|line| match looked_at {
                    Some((same, covered)) if same == line => covered,
                    _ => {
                        let covered = self.is_covered(line, found);
                        looked_at = Some((line, covered));
                        covered
                    }
                });
            if !stands_apart {
                self.seen.hide(one.span, one.filler, one.reading);
            } else if one.reading == Reading::Tag {
                self.seen.blank_tag(one.span);
            } else if self.is_in_markup(stretch.start, one.span.start, first, last) {
                self.seen.hide(one.span, one.filler, Reading::Break);
            } else {
                self.seen.blank(one.span);
            }
        }
    }

    /// Whether some lines stand in raw HTML, in a tag, or in a table.
    fn is_in_markup(&self, stretch: usize, start: usize, first: usize, last: usize) -> bool {
        let near = self
            .source
            .ceil_char_boundary(start.saturating_sub(LONGEST_TAG));
        let before = &self.source[stretch.max(near).min(start)..start];
        let is_in_tag = before.rfind('<').is_some_and(|open| {
            let tag = &before[open + 1..];
            tag.starts_with(char::is_alphabetic) && !tag.contains('>')
        });
        let is_row = |line: usize| self.content(line).text.starts_with('|');
        self.in_html || is_in_tag || first.checked_sub(1).is_some_and(is_row) || is_row(last + 1)
    }

    /// Whether nothing stands in a line but markup.
    fn is_covered(&self, line: usize, found: &[Found]) -> bool {
        let content = self.content(line);
        let mut at = content.span.start;
        let from = found.partition_point(|one| one.span.end <= at);
        for one in &found[from..] {
            if one.span.start >= content.span.end {
                break;
            }
            let gap = &self.source[at.min(one.span.start)..one.span.start];
            if !one.is_markup || !gap.trim().is_empty() {
                return false;
            }
            at = one.span.end;
        }
        at >= content.span.end || self.source[at..content.span.end].trim().is_empty()
    }
}

/// Notes an object, and says where it ends.
fn object(found: &mut Vec<Found>, start: usize, end: usize) -> usize {
    found.push(Found {
        span: Span::new(start, end),
        filler: Filler::Letters,
        reading: Reading::Object,
        is_markup: false,
    });
    end
}

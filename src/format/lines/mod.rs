//! What formats share whose blocks are lines: a paragraph that is gathered line by
//! line, each without its prefix, and marks that a format sets on its text. From
//! both comes a block of prose whose line breaks keep the prefix of the next line.
//! Which lines are a paragraph, and what is marked, each format knows itself.

use crate::document::{AreaKind, Directive, Draft, Part, SegmentKind, front_matter};
use crate::text::span::Span;

pub(super) mod drawn;
mod inline;
pub(super) mod title;

use inline::Inline;
pub(super) use inline::{Marks, braces, brackets, closing, each_sign, near, object, until};

/// A line of a source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'s> {
    /// What it says, without its ending.
    pub(super) text: &'s str,
    /// Where that stands.
    pub(super) span: Span,
}

impl<'s> Line<'s> {
    /// How far it is indented, in bytes.
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches([' ', '\t']).len()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Without the spaces around.
    pub(super) fn trimmed(&self) -> &'s str {
        self.text.trim()
    }

    /// Where its text stands from `prefix` on, without the spaces at its end.
    pub(super) fn content(&self, prefix: usize) -> Span {
        let end = self.text.trim_end().len();
        let prefix = prefix.min(end);
        Span::new(prefix, end).shifted(self.span.start)
    }
}

/// The lines of a source's body.
pub(super) fn lines(source: &str) -> Vec<Line<'_>> {
    lines_in(source, Span::new(front_matter::body(source), source.len()))
}

/// The lines of a stretch of a source.
pub(super) fn lines_in(source: &str, span: Span) -> Vec<Line<'_>> {
    let mut at = span.start;
    let lines = source[span.range()].split_inclusive('\n');
    lines
        .map(|line| {
            let text = line.strip_suffix('\n').unwrap_or(line);
            let text = text.strip_suffix('\r').unwrap_or(text);
            let span = Span::new(at, at + text.len());
            at += line.len();
            Line { text, span }
        })
        .collect()
}

/// Blocks of prose on their way into a part.
pub(super) struct Blocks<'r, 's> {
    pub(super) source: &'s str,
    pub(super) part: &'r mut Part<'s>,
    draft: Draft,
    /// The text of the block so far, its lines joined by `\n`.
    text: String,
    /// Where each line starts in `text`, and where it stands.
    lines: Vec<(usize, Span)>,
    marks: Marks,
    /// How the text of a block is read: what of it is markup.
    read: fn(&str, &mut Marks),
    /// Whether blocks are in another language than English, and left out.
    pub(super) foreign: bool,
}

impl<'r, 's> Blocks<'r, 's> {
    pub(super) fn new(source: &'s str, part: &'r mut Part<'s>, read: fn(&str, &mut Marks)) -> Self {
        Self {
            source,
            part,
            draft: Draft::default(),
            text: String::new(),
            lines: Vec::new(),
            marks: Marks::default(),
            read,
            foreign: false,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub(super) fn is_one_line(&self) -> bool {
        self.lines.len() == 1
    }

    /// The next line of the block; its prefix is left out of `span`.
    pub(super) fn line(&mut self, span: Span) {
        if span.is_empty() {
            return;
        }
        if !self.lines.is_empty() {
            self.text.push('\n');
        }
        self.lines.push((self.text.len(), span));
        self.text.push_str(&self.source[span.range()]);
    }

    /// Ends the block.
    pub(super) fn flush(&mut self, kind: SegmentKind, quoted: bool) {
        self.end(kind, quoted, None);
    }

    /// Ends a block that takes no other words.
    pub(super) fn flush_fixed(&mut self, kind: SegmentKind, quoted: bool) {
        self.end(kind, quoted, Some(AreaKind::Fixed));
    }

    /// A block that is the name of what the document defines below it.
    pub(super) fn term(&mut self, span: Span, quoted: bool) {
        self.line(span);
        self.flush_term(quoted);
    }

    /// Ends a block that is the name of what the document defines below it.
    pub(super) fn flush_term(&mut self, quoted: bool) {
        self.end(SegmentKind::Text, quoted, Some(AreaKind::Term));
    }

    /// Drops what was read of the block: it is no prose.
    pub(super) fn drop_block(&mut self) {
        self.text.clear();
        self.lines.clear();
    }

    fn end(&mut self, kind: SegmentKind, quoted: bool, whole: Option<AreaKind>) {
        if self.lines.is_empty() || self.foreign {
            self.drop_block();
            return;
        }
        self.marks.clear();
        (self.read)(&self.text, &mut self.marks);
        self.marks.sort();
        self.write();
        if let Some(area) = whole {
            self.draft.area(0, area);
        }
        self.part.push(&mut self.draft, kind, quoted);
        let asides = self.marks.take_asides();
        let asides: Vec<Vec<Span>> = asides.into_iter().map(|aside| self.within(aside)).collect();
        self.drop_block();
        for aside in asides {
            for line in aside {
                self.line(line);
            }
            self.end(SegmentKind::Text, quoted, whole);
        }
    }

    /// Where the lines of a stretch of the text stand.
    fn within(&self, span: Span) -> Vec<Span> {
        let lines = self.lines.iter();
        let within = lines.filter_map(|(from, line)| {
            let start = span.start.max(*from);
            let end = span.end.min(from + line.len());
            (start < end).then(|| Span::new(start - from, end - from).shifted(line.start))
        });
        within.collect()
    }

    /// A block of one stretch.
    pub(super) fn block(&mut self, span: Span, kind: SegmentKind, quoted: bool) {
        self.line(span);
        self.flush(kind, quoted);
    }

    /// A comment: it may be a directive.
    pub(super) fn comment(&mut self, inside: &str, span: Span) {
        self.part.directives.extend(Directive::parse(inside, span));
    }

    /// The text with its marks, into the draft.
    fn write(&mut self) {
        let mut areas: Vec<(Span, AreaKind)> = self.marks.take_areas();
        // Where each end of an area stands in the prose.
        let mut ends: Vec<(usize, usize)> = areas
            .iter()
            .flat_map(|(span, _)| [(span.start, 0), (span.end, 0)])
            .collect();
        ends.sort_unstable();
        ends.dedup();
        let mut next_end = 0;
        let mut at = 0;
        let marks = std::mem::take(&mut self.marks);
        let mut stops = marks.spans().iter().peekable();
        loop {
            while next_end < ends.len() && ends[next_end].0 <= at {
                ends[next_end].1 = self.draft.position();
                next_end += 1;
            }
            if at >= self.text.len() {
                break;
            }
            let upto = ends.get(next_end).map_or(self.text.len(), |end| end.0);
            match stops.peek() {
                Some((span, inline)) if span.start <= at => {
                    let span = *span;
                    self.mark(Span::new(at.max(span.start), span.end.max(at)), inline);
                    at = span.end.max(at);
                    stops.next();
                }
                Some((span, _)) => {
                    let end = span.start.min(upto);
                    self.plain(Span::new(at, end));
                    at = end;
                }
                None => {
                    self.plain(Span::new(at, upto));
                    at = upto;
                }
            }
        }
        drop(stops);
        self.marks = marks;
        let placed = |at: usize| {
            let found = ends.binary_search_by_key(&at, |end| end.0);
            found.map_or(self.draft.position(), |index| ends[index].1)
        };
        let placed: Vec<(Span, AreaKind)> = areas
            .drain(..)
            .map(|(span, kind)| (Span::new(placed(span.start), placed(span.end)), kind))
            .collect();
        for (span, kind) in placed {
            self.draft.area_at(span, kind);
        }
    }

    fn mark(&mut self, span: Span, inline: &Inline) {
        let Some(source) = self.source_of(span) else {
            return;
        };
        match inline {
            Inline::Gap => {}
            Inline::Object => self.draft.object(source),
            Inline::Break => self.draft.hard_break(source),
            Inline::Decoded(text) => self.draft.decoded(text, source),
        }
    }

    /// Text as it stands: verbatim, but for its line breaks.
    fn plain(&mut self, span: Span) {
        let mut at = span.start;
        while at < span.end {
            let newline = self.text[at..span.end].find('\n').map(|offset| at + offset);
            let end = newline.unwrap_or(span.end);
            if let Some(source) = self.source_of(Span::new(at, end)).filter(|_| at < end) {
                self.draft.verbatim(self.source, source);
            }
            at = end;
            if newline.is_some() {
                self.soft_break(at);
                at += 1;
            }
        }
    }

    /// The line break at `at` of the text.
    fn soft_break(&mut self, at: usize) {
        let index = self.line_of(at);
        let (Some((_, line)), Some((_, next))) = (self.lines.get(index), self.lines.get(index + 1))
        else {
            return;
        };
        if self.draft.is_empty() || self.draft.text().ends_with(['\n', ' ']) {
            return;
        }
        let newline = self.source[line.end..next.start].find(['\r', '\n']);
        let start = line.end + newline.unwrap_or(0);
        let newline = Span::new(start, (start + 1).min(next.start));
        self.draft.soft_break(self.source, newline, next.start);
    }

    fn line_of(&self, at: usize) -> usize {
        let after = self.lines.partition_point(|(start, _)| *start <= at);
        after.saturating_sub(1)
    }

    /// Where a stretch of the text stands in the source.
    fn source_of(&self, span: Span) -> Option<Span> {
        let (from, line) = self.lines.get(self.line_of(span.start))?;
        let start = line.start + (span.start - from);
        let (from, line) = self.lines.get(self.line_of(span.end))?;
        let end = line.start + (span.end - from);
        Some(Span::new(start.min(end), end))
    }
}

/// The texts of all blocks that a format reads, for its tests.
#[cfg(test)]
pub(super) fn texts(format: &dyn crate::document::Format, source: &str) -> Vec<String> {
    let document = format.read(source);
    let parts = document.parts.iter();
    parts
        .flat_map(|part| {
            let segments = part.segments.iter();
            segments.map(|segment| part.text(segment).to_owned())
        })
        .collect()
}

/// The names of what a document defines, for the tests of formats.
#[cfg(test)]
pub(super) fn terms(format: &dyn crate::document::Format, source: &str) -> Vec<String> {
    let document = format.read(source);
    let parts = document.parts.iter();
    let terms = parts.flat_map(|part| {
        let areas = part.segments.iter().flat_map(|segment| part.areas(segment));
        let terms = areas.filter(|area| area.kind == AreaKind::Term);
        terms.map(|area| part.prose[area.prose.range()].to_owned())
    });
    terms.collect()
}

//! What of a part's source was read as no prose and is seen by its readers all the same:
//! code, addresses, paths. Tags are not seen, but for the addresses in them, nor are
//! comments, scripts and styles.

use super::Part;
use super::markup::Markup;
use super::piece::PieceKind;
use super::segment::Segment;
use crate::text::span::Span;

/// The source of a part, told apart by what was read as prose.
#[derive(Debug)]
pub struct Unread {
    /// Where prose stands, in order, each with its segment.
    prose: Vec<(Span, usize)>,
    /// What readers see of the rest, in order and apart.
    seen: Vec<Span>,
}

/// What stands at a place of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Prose: its segment, and where it stands in the text of that.
    Prose(usize, Span),
    /// Code, an address, a path.
    Seen,
    /// What no reader sees.
    Hidden,
}

impl Unread {
    /// The source of a part, which the others have to be asked with.
    pub fn of(part: &Part<'_>) -> Self {
        let mut prose: Vec<(Span, usize)> = Vec::new();
        for (number, segment) in part.segments.iter().enumerate() {
            let pieces = part.pieces(segment, segment.prose);
            let read = pieces.filter(|piece| piece.kind != PieceKind::Object);
            prose.extend(read.map(|piece| (piece.source, number)));
        }
        prose.sort_unstable();
        let hidden = hidden(&part.source, part.markup);
        let read = prose.iter().map(|(span, _)| *span);
        let mut covered: Vec<Span> = read.chain(hidden).collect();
        if part.markup == Markup::Runs {
            covered.extend(members_without(&prose, &part.source));
        }
        covered.sort_unstable();
        let mut seen = Vec::new();
        let mut at = 0;
        let end = part.source.len();
        for span in covered.into_iter().chain([Span::new(end, end)]) {
            if span.start > at {
                seen.push(Span::new(at, span.start));
            }
            at = at.max(span.end);
        }
        Self { prose, seen }
    }

    /// What stands at a place of the source.
    pub fn standing(&self, part: &Part<'_>, at: Span) -> Standing {
        let next = self.seen.partition_point(|span| span.end <= at.start);
        if self.seen.get(next).is_some_and(|span| span.contains(at)) {
            return Standing::Seen;
        }
        let next = self.prose.partition_point(|(span, _)| span.end <= at.start);
        match self.prose.get(next) {
            Some((span, number)) if span.contains(at) => {
                match part.prose_of(&part.segments[*number], at) {
                    Some(prose) => Standing::Prose(*number, prose),
                    None => Standing::Hidden,
                }
            }
            _ => Standing::Hidden,
        }
    }

    /// What readers see between a segment and the next prose in the source.
    pub fn below<'p>(
        &self,
        part: &'p Part<'_>,
        segment: &Segment,
    ) -> impl Iterator<Item = &'p str> {
        let end = part.source_span(segment, segment.prose).end;
        let next = self.prose.partition_point(|(span, _)| span.start < end);
        let upto = self
            .prose
            .get(next)
            .map_or(usize::MAX, |(span, _)| span.start);
        let from = self.seen.partition_point(|span| span.end <= end);
        let below = self.seen[from..].iter();
        below
            .take_while(move |span| span.start < upto)
            .map(|span| &part.source[span.range()])
    }

    /// All that readers see of it and that is no prose.
    pub fn seen<'p>(&self, part: &'p Part<'_>) -> impl Iterator<Item = &'p str> {
        self.seen.iter().map(|span| &part.source[span.range()])
    }
}

impl Part<'_> {
    /// Where a stretch of the source that is prose as it stands is in its segment's text.
    fn prose_of(&self, segment: &Segment, source: Span) -> Option<Span> {
        let pieces = self.pieces(segment, segment.prose);
        let mut verbatim = pieces.filter(|piece| piece.kind == PieceKind::Verbatim);
        let piece = verbatim.find(|piece| piece.source.contains(source))?;
        let shift = piece.prose.start - segment.prose.start;
        let start = source.start - piece.source.start + shift;
        Some(Span::new(start, start + source.len()))
    }
}

/// The members of a package that hold no prose, such as comments and settings; between
/// members stands what no XML can hold.
fn members_without(prose: &[(Span, usize)], source: &str) -> Vec<Span> {
    let mut at = 0;
    let mut without = Vec::new();
    for member in source.split(|c: char| c.is_ascii_control() && !c.is_ascii_whitespace()) {
        let span = Span::new(at, at + member.len());
        let next = prose.partition_point(|(read, _)| read.end <= span.start);
        if prose
            .get(next)
            .is_none_or(|(read, _)| read.start >= span.end)
        {
            without.push(span);
        }
        at = span.end + 1;
    }
    without
}

/// Names of attributes that hold addresses.
const ADDRESSES: [&str; 4] = ["href", "src", "target", "action"];

/// What no reader sees of a source with tags: comments, scripts, styles, and the tags.
fn hidden(source: &str, markup: Markup) -> Vec<Span> {
    let has_tags = matches!(markup, Markup::Html | Markup::Runs | Markup::Markdown);
    let mut hidden = Vec::new();
    let mut at = 0;
    while has_tags && let Some(open) = source[at..].find('<').map(|open| at + open) {
        let behind = &source[open + 1..];
        let until = |close: &str| behind.find(close).map(|end| open + 1 + end + close.len());
        let is_of = |name: &str| {
            markup == Markup::Html
                && behind
                    .get(..name.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(name))
        };
        let whole = if behind.starts_with("!--") {
            until("-->")
        } else if is_of("script") {
            until("</script>")
        } else if is_of("style") {
            until("</style>")
        } else {
            None
        };
        at = match (whole, tag(behind)) {
            (Some(end), _) => {
                hidden.push(Span::new(open, end));
                end
            }
            (None, Some(length)) => {
                let tag = Span::new(open, open + 1 + length);
                hidden.extend(without_addresses(source, tag, markup));
                tag.end
            }
            (None, None) => open + 1,
        };
    }
    hidden
}

/// How long a tag is that a text begins with, behind its `<`.
fn tag(behind: &str) -> Option<usize> {
    let name = behind.trim_start_matches(['/', '!', '?']);
    let end = behind
        .find(['<', '>'])
        .filter(|end| behind[*end..].starts_with('>'))?;
    let first = name.split(char::is_whitespace).next().unwrap_or_default();
    let is_address = first.contains("://") || first.contains('@') || first.starts_with("mailto:");
    (name.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_address).then_some(end + 1)
}

/// A tag without the addresses in it; in Markdown without its name, too, which a reader of
/// code sees.
fn without_addresses(source: &str, tag: Span, markup: Markup) -> Vec<Span> {
    let text = &source[tag.range()];
    let named = text.find(|c: char| c.is_whitespace() || c == '>');
    let mut from = match named.filter(|_| markup == Markup::Markdown) {
        Some(end) => tag.start + end,
        None => tag.start,
    };
    let mut hidden = Vec::new();
    for (equals, _) in text.match_indices('=') {
        let name = text[..equals].trim_end().to_ascii_lowercase();
        let value = text[equals + 1..].trim_start();
        let start = tag.end - value.len();
        if !ADDRESSES.iter().any(|address| name.ends_with(address)) || start < from {
            continue;
        }
        let length = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].find(quote).map(|end| end + 1),
            _ => value.find(|c: char| c.is_whitespace() || c == '>'),
        };
        hidden.push(Span::new(from, start));
        from = start + length.unwrap_or(value.len());
    }
    hidden.push(Span::new(from, tag.end));
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Draft, SegmentKind};

    fn seen(markup: Markup, source: &str) -> String {
        let part = Part::new(source, markup);
        Unread::of(&part).seen(&part).collect()
    }

    #[test]
    fn tags_are_hidden_but_for_addresses() {
        for (markup, source, expected) in [
            (Markup::Html, "<p class=\"api\">x</p>", "x"),
            (
                Markup::Html,
                "<a class=\"b\" href=\"a/api\">x</a>",
                "\"a/apix",
            ),
            (Markup::Html, "<img src=api.png alt=x>", "api.png"),
            (Markup::Html, "<!-- api -->x<script>api</script>", "x"),
            (
                Markup::Markdown,
                "<https://api.example>",
                "<https://api.example>",
            ),
            (Markup::Markdown, "`Vec<Api>` a < b", "`Vec<Api` a < b"),
            (Markup::Plain, "<p>", "<p>"),
        ] {
            assert_eq!(seen(markup, source), expected, "{source}");
        }
    }

    #[test]
    fn of_a_package_only_members_with_prose_are_seen() {
        let source = "\u{1e}a\u{1f}<t a=\"api\">one</t>two\u{1e}notes\u{1f}<t>three</t>";
        let one = source.find("one").unwrap_or_default();
        let mut part = Part::new(source, Markup::Runs);
        let mut draft = Draft::default();
        draft.verbatim(source, Span::new(one, one + 3));
        part.push(&mut draft, SegmentKind::Text, false);
        let seen: String = Unread::of(&part).seen(&part).collect();
        assert_eq!(seen.trim_matches(char::is_control), "two");
    }

    #[test]
    fn what_is_prose_is_told_from_what_stands_below_it() {
        let source = "one `two` three\n\n    four\n\nfive\n";
        let mut part = Part::new(source, Markup::Plain);
        let mut draft = Draft::default();
        draft.verbatim(source, Span::new(0, 4));
        draft.object(Span::new(4, 9));
        draft.verbatim(source, Span::new(9, 15));
        part.push(&mut draft, SegmentKind::Text, false);
        draft.verbatim(source, Span::new(27, 31));
        part.push(&mut draft, SegmentKind::Text, false);
        let unread = Unread::of(&part);
        assert_eq!(unread.standing(&part, Span::new(5, 8)), Standing::Seen);
        let three = Standing::Prose(0, Span::new(8, 13));
        assert_eq!(unread.standing(&part, Span::new(10, 15)), three);
        let below: String = unread.below(&part, &part.segments[0]).collect();
        assert_eq!(below.trim(), "four");
    }
}

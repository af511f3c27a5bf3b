//! A long text is parsed window by window, since the parser keeps a tree of all that it
//! is given. A window ends where every block does, and labels that are defined in one
//! of them are known in all.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use memchr::{memchr_iter, memmem};
use pulldown_cmark::{
    BrokenLink, BrokenLinkCallback, CowStr, Event, OffsetIter, Options, Parser, Tag,
};

use crate::text::span::Span;

/// How many bytes a window has, or some more.
pub(super) const WINDOW: usize = 1 << 20;

/// A definition of a link that nobody writes. Where it is read as one behind a window,
/// no block of that window goes on.
const END: &str = "[\u{1}end]: x\n\n";
const END_LABEL: &str = "\u{1}end";

/// How long a label can be, in bytes.
const LONGEST_LABEL: usize = 4_000;

/// Parses a text, in windows of so many bytes if it is much longer, and gives every event
/// with its place.
pub(super) fn parse(
    text: &str,
    options: Options,
    window: usize,
    mut give: impl FnMut(Event<'_>, Span),
) {
    if text.len() <= 4 * window {
        let events = Parser::new_ext(text, options).into_offset_iter();
        events.for_each(|(event, range)| give(event, range.into()));
        return;
    }
    let labels = Labels::of(text, options, window);
    for_each(text, options, window, &labels, |window, events| {
        for (event, range) in events.filter(|(_, range)| window.holds(range.start)) {
            let place = |offset: usize| window.start + (offset - window.own.start);
            give(event, Span::new(place(range.start), place(range.end)));
        }
    });
}

/// Labels that a text defines.
#[derive(Default)]
struct Labels {
    links: HashSet<String>,
    footnotes: HashSet<String>,
}

impl Labels {
    fn of(text: &str, options: Options, window: usize) -> Self {
        let has = |sign: &[u8]| memmem::find(text.as_bytes(), sign).is_some();
        let mut labels = Self::default();
        if !has(b"]:") {
            return labels;
        }
        let has_footnotes = has(b"[^");
        for_each(text, options, window, &Self::default(), |_, events| {
            let definitions = events.reference_definitions().iter();
            labels
                .links
                .extend(definitions.map(|(label, _)| key(label)));
            if has_footnotes {
                let footnotes = events.filter_map(|(event, _)| match event {
                    Event::Start(Tag::FootnoteDefinition(label)) => Some(key(&label)),
                    _ => None,
                });
                labels.footnotes.extend(footnotes);
            }
        });
        labels
    }

    /// Definitions of the footnotes that a window speaks of.
    fn footnotes_of(&self, window: &str) -> String {
        if self.footnotes.is_empty() {
            return String::new();
        }
        let starts = memmem::find_iter(window.as_bytes(), b"[^");
        let labels = starts.filter_map(|at| {
            let near = &window[at + 2..window.floor_char_boundary(at + LONGEST_LABEL)];
            near.split(']').next()
        });
        let labels: BTreeSet<&str> = labels
            .filter(|label| self.footnotes.contains(&key(label)))
            .collect();
        let defined = labels.into_iter().map(|label| format!("[^{label}]: x\n\n"));
        defined.collect()
    }
}

/// Labels are compared whatever their capitals.
fn key(label: &str) -> String {
    label.to_uppercase().to_lowercase()
}

/// Resolves links whose labels other windows define.
struct Defined<'w>(&'w Labels);

impl<'w> BrokenLinkCallback<'w> for Defined<'w> {
    fn handle_broken_link(&mut self, link: BrokenLink<'w>) -> Option<(CowStr<'w>, CowStr<'w>)> {
        let known = self.0.links.contains(&key(&link.reference));
        known.then(|| ("".into(), "".into()))
    }
}

/// A window of a text.
struct Window {
    /// Where it starts.
    start: usize,
    /// Where it is in what was parsed, with definitions before or behind it.
    own: Range<usize>,
}

impl Window {
    /// Whether an event that starts there is one of its own. A cell that a row lacks
    /// stands at its end.
    fn holds(&self, at: usize) -> bool {
        self.own.start <= at && at <= self.own.end
    }
}

/// Gives each window and its events.
fn for_each(
    text: &str,
    options: Options,
    size: usize,
    labels: &Labels,
    mut see: impl FnMut(Window, OffsetIter<'_, Defined<'_>>),
) {
    let (mut start, mut least) = (0, size);
    while start < text.len() {
        let end = cut(text, start + least);
        let window = &text[start..end.unwrap_or(text.len())];
        let footnotes = labels.footnotes_of(window);
        // The first line of a text can say how to read it, and its last have no end.
        let (source, own) = match end {
            Some(_) => ([window, END, &footnotes].concat(), 0),
            None if start > 0 => ([&footnotes, window].concat(), footnotes.len()),
            None => (window.to_owned(), 0),
        };
        let parser = Parser::new_with_broken_link_callback(&source, options, Some(Defined(labels)));
        let definitions = parser.reference_definitions();
        let ends = definitions
            .get(END_LABEL)
            .is_some_and(|read| read.span.start == window.len());
        if end.is_some() && !(ends && closes_matter(window)) {
            // Inside a block of code or the like, which needs a longer window.
            least = 2 * window.len();
            continue;
        }
        let own = own..own + window.len();
        see(Window { start, own }, parser.into_offset_iter());
        start += window.len();
        least = size;
    }
}

/// Whether no line of a window could begin front matter that only a line behind it
/// closes: there it can stand anywhere.
fn closes_matter(window: &str) -> bool {
    ["---", "+++"].into_iter().all(|fence| {
        let mut lines = window.rmatch_indices(fence).filter_map(|(at, _)| {
            let (before, behind) = (&window[..at], &window[at + fence.len()..]);
            let (tail, next) = behind.split_once('\n').unwrap_or((behind, ""));
            let ends_line = tail.trim().is_empty() && !before.ends_with(&fence[..1]);
            ends_line.then_some((before, next))
        });
        let begins = |next: &str| !next.trim_start_matches([' ', '\t', '\r']).starts_with('\n');
        let is_fence = |before: &str| before.is_empty() || before.ends_with('\n');
        // All that stands before a fence is closed by it.
        let last = lines.find(|&(before, next)| begins(next) || is_fence(before));
        last.is_none_or(|(_, next)| !begins(next))
    })
}

/// The first place from `from` on where a window may end: behind a blank line, before a
/// line that goes on with no list and no quotation.
fn cut(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut line_ends = memchr_iter(b'\n', bytes.get(from..)?);
    line_ends.find_map(|at| {
        let next = &bytes[from + at + 1..];
        let behind = next
            .strip_prefix(b"\r\n")
            .or_else(|| next.strip_prefix(b"\n"))?;
        let begins = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'#';
        behind
            .first()
            .is_some_and(begins)
            .then(|| bytes.len() - behind.len())
    })
}

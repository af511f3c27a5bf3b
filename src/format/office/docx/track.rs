//! Tracked changes: an edit becomes a deletion (`w:del`) and an insertion (`w:ins`)
//! beside it, each of whole runs, as Word writes them. A run that is edited is taken
//! apart: its formatting and what it holds beside the text are copied byte for byte.
//!
//! A deletion is one a run, so that none reaches over the end of a link or a content
//! control; what takes the place of several runs is inserted once, behind the last
//! that is deleted, in the formatting of the first.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

use super::ids::Ids;
use super::notes::AUTHOR;
use super::runs::{Anatomy, Child, Run};
use crate::document::Markup;
use crate::text::edit::{Edit, splice};
use crate::text::span::Span;

/// What comes at a place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// Text is inserted, and nothing deleted.
    Insert(usize),
    /// A comment ends.
    Close(u64),
    /// A comment begins.
    Open(u64),
    /// Text is deleted, up to there.
    Delete(usize),
}

/// Comments to be anchored: where each starts and ends, with its number.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    pub(super) starts: BTreeSet<(usize, u64)>,
    pub(super) ends: BTreeSet<(usize, u64)>,
}

/// How many runs before a place may begin without being the one that it is in: those
/// of text boxes inside it.
const NEAR: usize = 1000;

/// Writes changes to the runs of one member.
pub(super) struct Tracker<'t> {
    pub(super) source: &'t str,
    pub(super) anatomy: &'t Anatomy,
    pub(super) edits: &'t [Edit],
    pub(super) anchors: &'t Anchors,
    /// The numbers for marks.
    pub(super) ids: &'t mut Ids,
    pub(super) date: &'t str,
}

/// Text to be inserted, and in the formatting of which run.
struct Insertion<'t> {
    text: &'t str,
    format: Span,
}

impl<'t> Tracker<'t> {
    /// The edits of the member that put tracked changes and anchors of comments in it.
    pub(super) fn edits(&mut self) -> Vec<Edit> {
        let insertions = self.insertions();
        let mut edits: Vec<Edit> = Vec::new();
        // A text box stands inside a run: what is inside is written first.
        for run in self.anatomy.runs.iter().rev() {
            let events = self.events(run);
            if !events.is_empty() {
                let before = |edit: &Edit| !run.span.contains(edit.span);
                let from = edits.iter().rposition(before).map_or(0, |last| last + 1);
                let inside = edits.split_off(from);
                let written = self.written(run, &events, &insertions, &inside);
                edits.push(Edit::new(run.span, written));
            }
        }
        edits
    }

    /// What is inserted, by the edit behind which it goes.
    fn insertions(&self) -> HashMap<usize, Insertion<'t>> {
        let runs = &self.anatomy.runs;
        let home = |edit: &Edit| {
            let upto = runs.partition_point(|run| run.span.start <= edit.span.start);
            let from = upto.saturating_sub(NEAR);
            let holds = |run: &Run| run.texts().any(|text| text.contains(edit.span));
            Some(from + runs[from..upto].iter().rposition(holds)?)
        };
        let homes: Vec<Option<usize>> = self.edits.iter().map(home).collect();
        let mut insertions = HashMap::new();
        for (number, edit) in self.edits.iter().enumerate() {
            let Some(run) = homes[number].map(|run| &runs[run]) else {
                continue;
            };
            if edit.replacement.is_empty() {
                continue;
            }
            let mut last = number;
            while let (Some(Some(here)), Some(Some(next))) = (homes.get(last), homes.get(last + 1))
            {
                let (end, begin) = (&self.edits[last], &self.edits[last + 1]);
                let adjoins = here + 1 == *next
                    && begin.replacement.is_empty()
                    && runs[*here].parent == runs[*next].parent
                    && runs[*here]
                        .children
                        .last()
                        .and_then(|child| child.text)
                        .is_some_and(|text| text.end == end.span.end)
                    && runs[*next]
                        .children
                        .first()
                        .and_then(|child| child.text)
                        .is_some_and(|text| text.start == begin.span.start);
                if !adjoins {
                    break;
                }
                last += 1;
            }
            let text = edit.replacement.as_str();
            let format = run.format;
            insertions.insert(last, Insertion { text, format });
        }
        insertions
    }

    /// What happens in a run, in order.
    fn events(&self, run: &Run) -> Vec<(usize, Event)> {
        let mut events = Vec::new();
        for text in run.texts() {
            let from = self
                .edits
                .partition_point(|edit| edit.span.start < text.start);
            let near = self.edits.iter().enumerate().skip(from);
            let near = near.take_while(|(_, edit)| edit.span.start <= text.end);
            for (number, edit) in near.filter(|(_, edit)| text.contains(edit.span)) {
                let event = if edit.span.is_empty() {
                    Event::Insert(number)
                } else {
                    Event::Delete(number)
                };
                events.push((edit.span.start, event));
            }
            let opens = self.anchors.starts.range((text.start, 0)..(text.end, 0));
            events.extend(opens.map(|&(at, id)| (at, Event::Open(id))));
            let closes = self.anchors.ends.range((text.start, 0)..(text.end + 1, 0));
            events.extend(closes.map(|&(at, id)| (at, Event::Close(id))));
        }
        events.sort_unstable();
        events
    }

    /// A run as it is written with what happens in it.
    fn written(
        &mut self,
        run: &Run,
        events: &[(usize, Event)],
        insertions: &HashMap<usize, Insertion<'_>>,
        inside: &[Edit],
    ) -> String {
        let mut out = String::new();
        let mut kept = String::new();
        let mut events = events.iter().peekable();
        for &Child { span, text } in &run.children {
            let Some(text) = text else {
                kept.push_str(&spliced(self.source, span, inside));
                continue;
            };
            let mut at = text.start;
            while let Some((place, event)) = events.next_if(|(place, _)| *place <= text.end) {
                self.keep(run, Span::new(at, *place), &mut kept);
                at = at.max(*place);
                self.flush(run, &mut kept, &mut out);
                match *event {
                    Event::Open(id) => self.mark(run, "commentRangeStart", id, &mut out),
                    Event::Close(id) => {
                        self.mark(run, "commentRangeEnd", id, &mut out);
                        let w = prefix(self.source, run);
                        let reference =
                            self.tag(run, "commentReference", &format!("{w}id=\"{id}\""), true);
                        let _ = write!(out, "<{w}r>{reference}</{w}r>");
                    }
                    Event::Insert(number) => {
                        if let Some(insertion) = insertions.get(&number) {
                            self.insert(run, insertion, &mut out);
                        }
                    }
                    Event::Delete(number) => {
                        let deleted = self.edits[number].span;
                        self.delete(run, deleted, &mut out);
                        at = deleted.end;
                        if let Some(insertion) = insertions.get(&number) {
                            self.insert(run, insertion, &mut out);
                        }
                    }
                }
            }
            self.keep(run, Span::new(at, text.end), &mut kept);
        }
        self.flush(run, &mut kept, &mut out);
        out
    }

    /// Adds text that stays to what stays of the run.
    fn keep(&self, run: &Run, text: Span, kept: &mut String) {
        if !text.is_empty() {
            let w = prefix(self.source, run);
            let text = &self.source[text.range()];
            let _ = write!(kept, "<{w}t xml:space=\"preserve\">{text}</{w}t>");
        }
    }

    /// Writes what stays as a run of its own.
    fn flush(&self, run: &Run, kept: &mut String, out: &mut String) {
        if !kept.is_empty() {
            out.push_str(&self.run(run, run.format, kept));
            kept.clear();
        }
    }

    fn run(&self, run: &Run, format: Span, inside: &str) -> String {
        let (tag, format) = (&self.source[run.tag.range()], &self.source[format.range()]);
        format!("{tag}{format}{inside}</{}r>", prefix(self.source, run))
    }

    fn delete(&mut self, run: &Run, text: Span, out: &mut String) {
        let w = prefix(self.source, run);
        let text = &self.source[text.range()];
        let deleted = format!("<{w}delText xml:space=\"preserve\">{text}</{w}delText>");
        let inside = self.run(run, run.format, &deleted);
        let change = self.change(run, "del", &inside);
        out.push_str(&change);
    }

    /// Inserts text. Inside somebody else's insertion that is closed before and opened
    /// again behind, so that ours can be accepted without it.
    fn insert(&mut self, run: &Run, insertion: &Insertion<'_>, out: &mut String) {
        let w = prefix(self.source, run);
        let text = insertion.text;
        let inserted = format!("<{w}t xml:space=\"preserve\">{text}</{w}t>");
        let inside = self.run(run, insertion.format, &inserted);
        let change = self.change(run, "ins", &inside);
        let Some(revision) = run.revision else {
            out.push_str(&change);
            return;
        };
        let outer = &self.source[revision.range()];
        let name = outer.trim_start_matches('<');
        let name = &name[..name
            .find([' ', '\t', '\r', '\n', '>'])
            .unwrap_or(name.len())];
        let again = self.renumbered(outer);
        let _ = write!(out, "</{name}>{change}{again}");
    }

    /// A tracked change around a run.
    fn change(&mut self, run: &Run, kind: &str, inside: &str) -> String {
        let id = self.ids.take();
        let w = prefix(self.source, run);
        let date = self.date;
        let attributes = format!("{w}id=\"{id}\" {w}author=\"{AUTHOR}\" {w}date=\"{date}\"");
        let open = self.tag(run, kind, &attributes, false);
        format!("{open}{inside}</{w}{kind}>")
    }

    fn mark(&self, run: &Run, kind: &str, id: u64, out: &mut String) {
        let w = prefix(self.source, run);
        out.push_str(&self.tag(run, kind, &format!("{w}id=\"{id}\""), true));
    }

    /// A tag in Word's namespace. Where that has no prefix, its attributes need one.
    fn tag(&self, run: &Run, name: &str, attributes: &str, empty: bool) -> String {
        let w = prefix(self.source, run);
        let end = if empty { "/" } else { "" };
        if w.is_empty() {
            let namespace = Markup::Runs.escape(&self.anatomy.namespace);
            let attributes: Vec<String> = attributes
                .split(' ')
                .map(|attribute| format!("w:{attribute}"))
                .collect();
            let attributes = attributes.join(" ");
            return format!("<{name} xmlns:w=\"{namespace}\" {attributes}{end}>");
        }
        format!("<{w}{name} {attributes}{end}>")
    }

    /// A tag with another number.
    fn renumbered(&mut self, tag: &str) -> String {
        let id = self.ids.take();
        let Some(at) = tag.find(":id=").map(|at| at + ":id=".len()) else {
            return tag.to_owned();
        };
        let quote = &tag[at..=at];
        let end = tag[at + 1..]
            .find(quote)
            .map_or(tag.len(), |end| at + 1 + end);
        format!("{}{id}{}", &tag[..=at], &tag[end..])
    }
}

/// A stretch of the source with the edits inside it.
fn spliced(source: &str, span: Span, edits: &[Edit]) -> String {
    let here = edits.iter().filter(|edit| span.contains(edit.span));
    let moved: Vec<Edit> = here
        .map(|edit| {
            let place = Span::new(edit.span.start - span.start, edit.span.end - span.start);
            Edit::new(place, edit.replacement.clone())
        })
        .collect();
    let bytes = splice(source[span.range()].as_bytes(), &moved);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The prefix of a run's own name, with its colon.
fn prefix<'t>(source: &'t str, run: &Run) -> &'t str {
    let name = &source[run.tag.start + 1..run.tag.end];
    let name = &name[..name
        .find([' ', '\t', '\r', '\n', '>', '/'])
        .unwrap_or(name.len())];
    name.find(':').map_or("", |colon| &name[..=colon])
}

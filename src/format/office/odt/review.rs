//! A review of an `OpenDocument` text. A tracked change is a mark where it stands and a
//! region at the start of the text that says who made it, when, and what was deleted;
//! a comment stands where it begins.

use std::fmt::Write as _;

use super::super::members::members;
use super::super::text::is_white;
use super::anatomy::{AUTHOR, Anatomy, anatomy};
use crate::document::{Markup, Remark, Review, Reviewed};
use crate::text::edit::{Edit, splice};
use crate::text::span::Span;

/// The source with a review of it.
///
/// # Errors
///
/// When the document does not name what a review needs.
pub(super) fn reviewed(source: &str, review: &Review<'_>) -> Result<Reviewed, String> {
    let mut said = vec![false; review.remarks.len()];
    let mut edits = Vec::new();
    for member in members(source) {
        let anatomy = anatomy(source, member.span);
        let mut writer = Writer {
            source,
            anatomy: &anatomy,
            date: review.date,
            events: Vec::new(),
            regions: vec![String::new(); anatomy.containers.len()],
            number: 0,
        };
        for edit in review
            .edits
            .iter()
            .filter(|edit| member.span.contains(edit.span))
        {
            writer.edit(edit);
        }
        for (number, remark) in review.remarks.iter().enumerate() {
            if member.span.contains(remark.span) {
                said[number] = writer.remark(remark);
            }
        }
        let written = writer.finish();
        if !written.is_empty() && anatomy.prefixes.iter().any(String::is_empty) {
            return Err("does not name what tracked changes are made of".to_owned());
        }
        edits.extend(written);
    }
    let bytes = splice(source.as_bytes(), &edits);
    Ok(Reviewed {
        source: String::from_utf8_lossy(&bytes).into_owned(),
        said,
    })
}

/// Which of several things comes first at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Insert,
    Close,
    Open,
    Delete,
}

struct Writer<'t> {
    source: &'t str,
    anatomy: &'t Anatomy,
    date: &'t str,
    events: Vec<(usize, Rank, Edit)>,
    /// What each container gets.
    regions: Vec<String>,
    number: usize,
}

impl Writer<'_> {
    /// A tracked change for an edit, if it is one of text.
    fn edit(&mut self, edit: &Edit) {
        let anatomy = self.anatomy;
        // What is inserted may stand at the end of a text.
        let start = edit.span.start;
        let mut near = [start, start.saturating_sub(1)].into_iter();
        let held = near.find_map(|place| {
            let text = anatomy.text_at(place);
            text.filter(|text| text.span.contains(edit.span))
        });
        let Some(text) = held else {
            return;
        };
        let [t, ..] = &anatomy.prefixes;
        if !edit.span.is_empty() {
            let deleted = with_spaces(&self.source[edit.span.range()], t);
            let styled =
                |style: &String| format!("<{t}span {t}style-name=\"{style}\">{deleted}</{t}span>");
            let inside = text.style.as_ref().map_or_else(|| deleted.clone(), styled);
            let style = &text.paragraph;
            let paragraph = format!("<{t}p {t}style-name=\"{style}\">{inside}</{t}p>");
            let name = self.region(text.container, "deletion", &paragraph);
            let mark = format!("<{t}change {t}change-id=\"{name}\"/>");
            let deletion = Edit::new(edit.span, mark);
            self.events.push((edit.span.start, Rank::Delete, deletion));
        }
        if !edit.replacement.is_empty() {
            let name = self.region(text.container, "insertion", "");
            let mark = format!(
                "<{t}change-start {t}change-id=\"{name}\"/>{}<{t}change-end {t}change-id=\"{name}\"/>",
                edit.replacement
            );
            self.at(edit.span.end, Rank::Insert, mark);
        }
    }

    /// A comment. Whether it stands there now.
    fn remark(&mut self, remark: &Remark) -> bool {
        let start = remark.span.start;
        let mut known = self.anatomy.comments.iter();
        if known
            .any(|known| known.end == start && known.author == AUTHOR && known.text == remark.text)
        {
            return true;
        }
        let text = self.anatomy.text_at(start);
        let begins = text.is_some_and(|text| text.takes_comments && start < text.span.end);
        if !begins {
            return false;
        }
        let [t, o, _] = &self.anatomy.prefixes;
        let text = Markup::Runs.escape(&remark.text).into_owned();
        let name = self.name("comment");
        let info = self.info();
        let comment =
            format!("<{o}annotation {o}name=\"{name}\">{info}<{t}p>{text}</{t}p></{o}annotation>");
        let end = format!("<{o}annotation-end {o}name=\"{name}\"/>");
        self.at(start, Rank::Open, comment);
        self.at(remark.span.end, Rank::Close, end);
        true
    }

    fn at(&mut self, place: usize, rank: Rank, written: String) {
        let edit = Edit::new(Span::new(place, place), written);
        self.events.push((place, rank, edit));
    }

    /// Adds a region of a change. Its name.
    fn region(&mut self, container: Option<usize>, kind: &str, inside: &str) -> String {
        let name = self.name("change");
        let [t, o, _] = &self.anatomy.prefixes;
        let info = self.info();
        if let Some(regions) = container.and_then(|number| self.regions.get_mut(number)) {
            let _ = write!(
                regions,
                "<{t}changed-region xml:id=\"{name}\" {t}id=\"{name}\"><{t}{kind}>\
                 <{o}change-info>{info}</{o}change-info>{inside}</{t}{kind}></{t}changed-region>"
            );
        }
        name
    }

    /// Who did it, and when.
    fn info(&self) -> String {
        let [_, _, dc] = &self.anatomy.prefixes;
        let date = self.date.trim_end_matches('Z');
        format!("<{dc}creator>{AUTHOR}</{dc}creator><{dc}date>{date}</{dc}date>")
    }

    /// A name that no mark of the member has.
    fn name(&mut self, kind: &str) -> String {
        loop {
            self.number += 1;
            let name = format!("dejargon-{kind}-{}", self.number);
            if !self.anatomy.names.contains(&name) {
                return name;
            }
        }
    }

    /// All edits of the member, in the order in which they are to be made.
    fn finish(mut self) -> Vec<Edit> {
        self.events.sort_by_key(|(at, rank, _)| (*at, *rank));
        let [t, ..] = &self.anatomy.prefixes;
        let containers = self.anatomy.containers.iter().zip(&self.regions);
        let regions =
            containers
                .filter(|(_, regions)| !regions.is_empty())
                .map(|(container, regions)| {
                    let written = if container.exists {
                        regions.clone()
                    } else {
                        format!("<{t}tracked-changes>{regions}</{t}tracked-changes>")
                    };
                    Edit::new(container.place, written)
                });
        regions
            .chain(self.events.into_iter().map(|(_, _, edit)| edit))
            .collect()
    }
}

/// Text that stands alone in a paragraph: spaces at its ends have to be elements there.
fn with_spaces(text: &str, prefix: &str) -> String {
    let words = text.trim_matches(is_white);
    let lead = if text.starts_with(is_white) {
        format!("<{prefix}s/>")
    } else {
        String::new()
    };
    let behind = !words.is_empty() && text.ends_with(is_white);
    let behind = if behind {
        format!("<{prefix}s/>")
    } else {
        String::new()
    };
    format!("{lead}{words}{behind}")
}

//! Word documents (`.docx`): which members of the package are read, in which order,
//! and how edits of their text are completed. `read` has the paragraphs, `styles` what
//! styles say of them, `notes` the comments, `twins` texts that stand there twice;
//! `review` writes tracked changes and comments, of runs (`runs`) taken apart (`track`).

use std::sync::Arc;

use super::super::templates::hide_in_blocks;
use super::archive::repack;
use super::members::{Member, members};
use super::opc::{Kinds, open, relations};
use super::text::{Clip, is_white};
use crate::document::{Document, Format, Markup, Package, Part, Review, Reviewed};
use crate::text::edit::{Edit, splice};
use crate::text::span::Span;

mod ids;
mod notes;
mod read;
mod review;
mod runs;
mod state;
mod styles;
mod track;
mod twins;

use notes::Notes;
use read::{Reader, Side, Twin};
use styles::Styles;

/// What the main member of a Word document is.
const MAIN: [&str; 4] = [
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
    "ms-word.document.macroEnabled.main+xml",
    "ms-word.template.macroEnabledTemplate.main+xml",
];

/// The members with prose beside the main one, by their relationship.
const PROSE: [&str; 4] = ["footnotes", "endnotes", "header", "footer"];

/// The Word format.
#[derive(Debug)]
pub(in super::super) struct Docx;

impl Format for Docx {
    fn name(&self) -> &'static str {
        "docx"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["docx", "docm"]
    }

    fn markup(&self) -> Markup {
        Markup::Runs
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        Document::of(read(source, Side::Choice).0)
    }

    fn package(&self) -> Option<&'static dyn Package> {
        Some(&Docx)
    }
}

impl Package for Docx {
    fn unpack(&self, bytes: &[u8]) -> Result<String, String> {
        let (mut archive, mut source, main) = open(bytes, "Word document", &MAIN)?;
        let mut added = vec![main.clone()];
        let related = relations(&source, &main);
        for kind in PROSE.into_iter().chain(["comments", "styles"]) {
            for relation in related.iter().filter(|relation| relation.kind == kind) {
                if archive.has(&relation.target) && !added.contains(&relation.target) {
                    archive.add_to(&mut source, &relation.target)?;
                    added.push(relation.target.clone());
                }
            }
        }
        Ok(source)
    }

    fn pack(&self, bytes: &[u8], before: &str, after: &str) -> Result<Vec<u8>, String> {
        repack(bytes, before, after)
    }

    fn complete(&self, source: &str, fixes: &mut [Vec<Edit>]) {
        twins::follow(source, fixes);
        keep_spaces(source, fixes);
    }

    fn takes_reviews(&self) -> bool {
        true
    }

    fn review(&self, source: &str, review: &Review<'_>) -> Result<Reviewed, String> {
        let main = main_of(source).ok_or("has no text inside")?;
        review::reviewed(source, &main, review)
    }
}

/// The main member of a source.
fn main_of(source: &str) -> Option<String> {
    Kinds::of(source).main(source, &MAIN)
}

/// The prose of a source, and the blocks of it that stand there twice.
fn read(source: &str, side: Side) -> (Part<'_>, Vec<Twin>) {
    let mut part = Part::new(source, Markup::Runs);
    let mut twins = Vec::new();
    let Some(main) = main_of(source) else {
        return (part, twins);
    };
    let members = members(source);
    let related = relations(source, &main);
    let of_kind = |kind: &str| -> Vec<Member<'_>> {
        let related = related.iter().filter(|relation| relation.kind == kind);
        let is_in = |target: &str| members.iter().find(|member| member.name == target);
        related
            .filter_map(|relation| is_in(&relation.target))
            .copied()
            .collect()
    };
    let styles = of_kind("styles")
        .first()
        .map(|member| Styles::read(source, member.span));
    let notes = of_kind("comments")
        .first()
        .map(|member| Notes::read(source, member.span));
    let (styles, notes) = (styles.unwrap_or_default(), notes.unwrap_or_default());
    let mut reader = Reader {
        source,
        part: &mut part,
        styles: &styles,
        notes: &notes,
        side,
        twins: &mut twins,
    };
    let prose: Vec<Member<'_>> = PROSE.into_iter().flat_map(of_kind).collect();
    for member in members
        .iter()
        .filter(|member| member.name == main || prose.contains(member))
    {
        let label = if member.name == main {
            ""
        } else {
            let file = member.name.rsplit('/').next().unwrap_or(member.name);
            file.trim_end_matches(".xml")
        };
        reader.read(&Arc::from(member.name), &Arc::from(label), member.span);
    }
    hide_in_blocks(&mut part);
    (part, twins)
}

/// Keeps spaces which now stand at the end of a text element: without
/// `xml:space="preserve"` Word would not show them. The first fix that changes the
/// element says so for all of them.
fn keep_spaces(source: &str, fixes: &mut [Vec<Edit>]) {
    let numbered = fixes.iter().enumerate();
    let mut edits: Vec<(usize, &Edit)> = numbered
        .flat_map(|(fix, edits)| edits.iter().map(move |edit| (fix, edit)))
        .collect();
    edits.sort_by_key(|(_, edit)| edit.span);
    let (owners, edits): (Vec<usize>, Vec<Edit>) = edits
        .into_iter()
        .map(|(fix, edit)| (fix, edit.clone()))
        .unzip();
    for (edit, kept) in kept_spaces(source, &edits) {
        fixes[owners[edit]].extend(kept);
    }
}

/// The edits that keep spaces, each with the first edit in its element.
fn kept_spaces(source: &str, edits: &[Edit]) -> Vec<(usize, Vec<Edit>)> {
    let mut kept = Vec::new();
    let mut done = 0;
    for (number, edit) in edits.iter().enumerate() {
        let Some(open) = source[..edit.span.start].rfind('<') else {
            continue;
        };
        let tag_end = source[open..].find('>').map(|at| open + at);
        let Some(tag_end) = tag_end.filter(|end| *end < edit.span.start && *end >= done) else {
            continue;
        };
        done = tag_end + 1;
        let tag = &source[open..tag_end];
        if tag.contains("xml:space") {
            continue;
        }
        let text_end = source[done..]
            .find('<')
            .map_or(source.len(), |at| done + at);
        let seen = Clip::of(source, done, false).span();
        let from = edits.partition_point(|edit| edit.span.start < seen.start);
        let inside = edits[from..].iter();
        let inside = inside.take_while(|edit| edit.span.start <= seen.end);
        let inside = inside.filter(|edit| edit.span.end <= seen.end);
        let inside: Vec<Edit> = inside
            .map(|edit| Edit::new(back(edit.span, seen.start), edit.replacement.clone()))
            .collect();
        let after = splice(source[seen.range()].as_bytes(), &inside);
        let after = String::from_utf8_lossy(&after);
        if after.starts_with(is_white) || after.ends_with(is_white) {
            let attribute = Edit::new(Span::new(tag_end, tag_end), " xml:space=\"preserve\"");
            let unseen = [Span::new(done, seen.start), Span::new(seen.end, text_end)];
            let unseen = unseen.into_iter().filter(|span| !span.is_empty());
            let unseen = unseen.map(|span| Edit::new(span, ""));
            kept.push((number, std::iter::once(attribute).chain(unseen).collect()));
        }
    }
    kept
}

fn back(span: Span, by: usize) -> Span {
    Span::new(span.start - by, span.end - by)
}

#[cfg(test)]
#[path = "docx_tests.rs"]
mod tests;

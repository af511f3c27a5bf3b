//! A review of a Word document: tracked changes in the members that are edited, and
//! comments, which stand in a member of their own that may have to be made first.

use std::fmt::Write as _;

use super::super::members::{add, member, members};
use super::super::opc::{TYPES, relations, relations_of};
use super::super::xml::{Node, Walker};
use super::ids::Ids;
use super::notes::{AUTHOR, Notes};
use super::runs::{Anatomy, anatomy};
use super::track::{Anchors, Tracker};
use crate::document::{Markup, Remark, Review, Reviewed};
use crate::text::edit::{Edit, splice};
use crate::text::span::Span;

/// What comments are in the table of kinds, and in relationships.
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// The source with a review of it.
///
/// # Errors
///
/// When a table of the package has no place for what must be added.
pub(super) fn reviewed(source: &str, main: &str, review: &Review<'_>) -> Result<Reviewed, String> {
    let related = relations(source, main);
    let kind_of = |name: &str| {
        let related = related.iter().find(|relation| relation.target == name);
        related.map_or("main", |relation| relation.kind.as_str())
    };
    let all = members(source);
    let prose: Vec<(Span, Anatomy)> = all
        .iter()
        .filter(|member| member.name == main || super::PROSE.contains(&kind_of(member.name)))
        .map(|member| {
            // In notes Word takes comments, and LibreOffice does not open the file.
            let anatomy = anatomy(source, member.span, kind_of(member.name) == "main");
            (member.span, anatomy)
        })
        .collect();
    let comments = related.iter().find(|relation| relation.kind == "comments");
    let comments = comments.and_then(|relation| member(source, &relation.target));
    let notes = comments.map(|member| Notes::read(source, member.span));
    let notes = notes.unwrap_or_default();
    let taken = prose
        .iter()
        .flat_map(|(_, anatomy)| anatomy.ids.iter().copied());
    let mut ids = Ids::beside(taken.chain(notes.ids()).collect());
    let mut written = String::new();
    let mut edits = Vec::new();
    let mut said = vec![false; review.remarks.len()];
    for (span, anatomy) in &prose {
        let mut anchors = Anchors::default();
        let here = review.remarks.iter().enumerate();
        for (number, remark) in here.filter(|(_, remark)| span.contains(remark.span)) {
            let is_there = is_said(anatomy, &notes, remark);
            said[number] = is_there || takes_comment(anatomy, remark.span);
            if is_there || !said[number] {
                continue;
            }
            let id = ids.take();
            anchors.starts.insert((remark.span.start, id));
            anchors.ends.insert((remark.span.end, id));
            let _ = write!(written, "{}", comment(id, remark, review.date));
        }
        let own = review.edits.iter().filter(|edit| span.contains(edit.span));
        let own: Vec<Edit> = own.cloned().collect();
        let mut tracker = Tracker {
            source,
            anatomy,
            edits: &own,
            anchors: &anchors,
            ids: &mut ids,
            date: review.date,
        };
        edits.extend(tracker.edits());
    }
    let mut new_members = Vec::new();
    if !written.is_empty() {
        let namespace = prose.first().map(|(_, anatomy)| anatomy.namespace.as_str());
        let namespace = namespace.unwrap_or_default();
        match comments {
            Some(comments) => edits.push(appended(source, comments.span, |_| {
                comments_in(namespace, &written)
            })?),
            None => add_comments(
                source,
                main,
                namespace,
                &written,
                &mut edits,
                &mut new_members,
            )?,
        }
    }
    let bytes = splice(source.as_bytes(), &edits);
    let mut after = String::from_utf8_lossy(&bytes).into_owned();
    for (name, text) in new_members {
        add(&mut after, &name, &text);
    }
    Ok(Reviewed {
        source: after,
        said,
    })
}

/// Whether a comment of ours says that already in that place.
fn is_said(anatomy: &Anatomy, notes: &Notes, remark: &Remark) -> bool {
    let mut around = anatomy
        .comments
        .iter()
        .filter(|range| range.span.overlaps(remark.span));
    around.any(|range| notes.own(&range.id) == Some(&remark.text))
}

/// Whether Word takes a comment on a place: both ends stand in texts that take one.
fn takes_comment(anatomy: &Anatomy, span: Span) -> bool {
    let upto = anatomy
        .runs
        .partition_point(|run| run.span.start <= span.end);
    let has = |inside: &dyn Fn(Span) -> bool| {
        anatomy.runs[..upto]
            .iter()
            .rev()
            .take_while(|run| run.span.end >= span.start || run.span.start >= span.start)
            .any(|run| run.takes_comments && run.texts().any(inside))
    };
    has(&|text| text.start <= span.start && span.start < text.end)
        && has(&|text| text.start <= span.end && span.end <= text.end)
}

/// A comment, with `w:` for Word's namespace.
fn comment(id: u64, remark: &Remark, date: &str) -> String {
    let text = Markup::Runs.escape(&remark.text);
    format!(
        "<w:comment w:id=\"{id}\" w:author=\"{AUTHOR}\" w:date=\"{date}\" w:initials=\"dj\">\
         <w:p><w:r><w:annotationRef/></w:r>\
         <w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p></w:comment>"
    )
}

/// Comments that say themselves what `w:` means.
fn comments_in(namespace: &str, written: &str) -> String {
    let namespace = Markup::Runs.escape(namespace).replace('"', "&quot;");
    written.replace(
        "<w:comment ",
        &format!("<w:comment xmlns:w=\"{namespace}\" "),
    )
}

/// Makes the member of comments, and names it in the two tables.
fn add_comments(
    source: &str,
    main: &str,
    namespace: &str,
    written: &str,
    edits: &mut Vec<Edit>,
    new_members: &mut Vec<(String, String)>,
) -> Result<(), String> {
    const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let free = |file: &str| {
        let name = if folder.is_empty() {
            file.to_owned()
        } else {
            format!("{folder}/{file}")
        };
        member(source, &name)
            .is_none()
            .then_some((file.to_owned(), name))
    };
    let numbered = (1..1000).map(|number| format!("dejargon-comments{number}.xml"));
    let (file, name) = std::iter::once("comments.xml".to_owned())
        .chain(numbered)
        .find_map(|file| free(&file))
        .ok_or("has too many comments inside")?;
    let escaped = Markup::Runs.escape(namespace);
    let all = format!("{XML}<w:comments xmlns:w=\"{escaped}\">{written}</w:comments>");
    new_members.push((name.clone(), all));

    let types = member(source, TYPES).ok_or("has no table of kinds inside")?;
    edits.push(appended(source, types.span, |prefix| {
        format!("<{prefix}Override PartName=\"/{name}\" ContentType=\"{KIND}\"/>")
    })?);

    let family = if namespace.starts_with("http://purl.oclc.org/") {
        "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
    } else {
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    };
    let known = relations(source, main);
    let id = (1..=known.len() + 1)
        .map(|number| format!("rIdDejargon{number}"))
        .find(|id| known.iter().all(|relation| relation.id != *id))
        .unwrap_or_default();
    let entry = |prefix: &str| {
        format!("<{prefix}Relationship Id=\"{id}\" Type=\"{family}\" Target=\"{file}\"/>")
    };
    let table = relations_of(main);
    match member(source, &table) {
        Some(table) => edits.push(appended(source, table.span, entry)?),
        None => {
            let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
            let entry = entry("");
            let text = format!("{XML}<Relationships xmlns=\"{namespace}\">{entry}</Relationships>");
            new_members.push((table, text));
        }
    }
    Ok(())
}

/// The edit that puts something at the end of a member's root element, for which it is
/// given that element's prefix.
fn appended(source: &str, span: Span, what: impl FnOnce(&str) -> String) -> Result<Edit, String> {
    let mut walker = Walker::new(source, span);
    let mut root: Option<Span> = None;
    let mut end = None;
    while let Ok(Some(node)) = walker.next() {
        match node {
            Node::Open(tag) if root.is_none() => {
                root = Some(tag.span);
                // An element without an end gets one.
                end = tag
                    .empty
                    .then_some(Span::new(tag.span.end - "/>".len(), tag.span.end));
            }
            Node::Close(_, span) => end = Some(Span::new(span.start, span.start)),
            _ => {}
        }
    }
    let (Some(root), Some(end)) = (root, end) else {
        return Err("has a list inside without an end (of comments, or of files)".to_owned());
    };
    let name = &source[root.start + 1..root.end];
    let name = &name[..name
        .find([' ', '\t', '\r', '\n', '>', '/'])
        .unwrap_or(name.len())];
    let prefix = name.find(':').map_or("", |colon| &name[..=colon]);
    let written = what(prefix);
    Ok(if end.is_empty() {
        Edit::new(end, written)
    } else {
        Edit::new(end, format!(">{written}</{name}>"))
    })
}

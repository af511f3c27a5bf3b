//! What of an `OpenDocument` text is prose, as a table of its elements.

use super::super::members::add;
use super::*;
use crate::document::{Remark, SegmentKind};
use crate::text::edit::Edit;
use crate::text::span::Span;

const NAMESPACES: &str = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
    xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' \
    xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' \
    xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' \
    xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' \
    xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:svg='urn:svg'";

/// The source of a document with this text.
fn source(body: &str) -> String {
    let mut source = String::new();
    let styles = "<style:style style:name='H' style:family='paragraph' style:display-name='Heading 1'/>\
        <style:style style:name='Q' style:family='paragraph' style:display-name='Quotations'/>\
        <style:style style:name='Pre' style:family='paragraph' style:display-name='Preformatted Text'/>\
        <style:style style:name='de' style:family='text'><style:text-properties fo:language='de'/></style:style>\
        <style:style style:name='gone' style:family='text'><style:text-properties text:display='none'/></style:style>";
    let content = format!(
        "<office:document-content {NAMESPACES}><office:automatic-styles>{styles}\
         </office:automatic-styles><office:body><office:text>{body}</office:text></office:body>\
         </office:document-content>"
    );
    let master = format!(
        "<office:document-styles {NAMESPACES}><office:master-styles><style:master-page>\
         <style:header><text:p>the header</text:p></style:header></style:master-page>\
         </office:master-styles></office:document-styles>"
    );
    assert!(add(&mut source, "content.xml", &content));
    assert!(add(&mut source, "styles.xml", &master));
    source
}

fn blocks(body: &str) -> Vec<String> {
    let source = source(body);
    let document = Odt.read(&source);
    let part = &document.parts[0];
    let texts = part
        .segments
        .iter()
        .map(|segment| part.text(segment).to_owned());
    let texts: Vec<String> = texts.collect();
    assert_eq!(
        texts.last().map(String::as_str),
        Some("the header"),
        "{body}"
    );
    texts[..texts.len() - 1].to_vec()
}

#[test]
fn text_is_read_as_a_writer_shows_it() {
    let table: &[(&str, &[&str])] = &[
        (
            "<text:p>We lev<text:span>erage</text:span> R&amp;D</text:p>",
            &["We leverage R&D"],
        ),
        ("<text:p> a \n  b </text:p>", &["a b "]),
        (
            "<text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d</text:p>",
            &["a  b\tc\nd"],
        ),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>a<text:change/><text:change-start/>new<text:change-end/></text:p>",
            &["anew"],
        ),
        (
            "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>the note</text:p></text:note-body></text:note>b</text:p>",
            &["the note", "a\u{fffc}b"],
        ),
        (
            "<text:p>a<office:annotation><dc:creator>Ann</dc:creator><text:p>a remark</text:p></office:annotation>b</text:p>",
            &["ab"],
        ),
        (
            "<text:p>on <text:date>today</text:date> or <text:page-number>1</text:page-number></text:p>",
            &["on \u{fffc} or \u{fffc}"],
        ),
        (
            "<text:p>see <text:bookmark-ref>the API</text:bookmark-ref>, <text:reference-ref>API</text:reference-ref>, <text:user-field-get>API</text:user-field-get><text:bookmark-start/> a<text:reference-mark-end/></text:p>",
            &["see \u{fffc}, \u{fffc}, \u{fffc} a"],
        ),
        (
            "<text:table-of-content><text:index-body><text:p>an entry</text:p></text:index-body></text:table-of-content><text:p>a</text:p>",
            &["a"],
        ),
        (
            "<text:p><text:span text:style-name='de'>Wort</text:span> word<text:span text:style-name='gone'> hidden</text:span></text:p>",
            &["\u{fffc} word"],
        ),
        ("<text:p text:style-name='Pre'>code</text:p>", &[]),
        (
            "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>",
            &["one"],
        ),
        (
            "<text:p>a<draw:frame><draw:text-box><text:p>inside</text:p></draw:text-box><svg:desc>what it shows</svg:desc></draw:frame></text:p>",
            &["inside", "a\u{fffc}"],
        ),
        (
            "<text:section text:display='none'><text:p>hidden</text:p></text:section>",
            &[],
        ),
    ];
    for (body, expected) in table {
        assert_eq!(blocks(body), *expected, "{body}");
    }
}

#[test]
fn styles_and_elements_make_headings_and_quotations() {
    let source = source(
        "<text:h text:outline-level='3'>a</text:h><text:p text:style-name='H'>b</text:p><text:p text:style-name='Q'>c</text:p>",
    );
    let document = Odt.read(&source);
    let segments = &document.parts[0].segments;
    assert_eq!(segments[0].kind, SegmentKind::Heading(3));
    assert_eq!(segments[1].kind, SegmentKind::Heading(1));
    assert!(segments[2].quoted && !segments[1].quoted);
    let spot = document.parts[0].spot(3).map(ToString::to_string);
    assert_eq!(spot.as_deref(), Some("header ¶1"));
}

#[test]
fn a_tracked_change_says_what_was_there() {
    let source = source(
        "<text:p text:style-name='Q'>the <text:span text:style-name='T1'>API</text:span></text:p>",
    );
    let at = source.find("API").expect("the word is there");
    let span = Span::new(at, at + 3);
    let edits = [Edit::new(span, "way")];
    let remarks = [Remark {
        span,
        text: "A <way>".to_owned(),
    }];
    let review = Review {
        edits: &edits,
        remarks: &remarks,
        date: "2026-11-23T12:00:00Z",
    };
    let reviewed = Odt.review(&source, &review).expect("it can be reviewed");
    let expected = "<text:p text:style-name=\"Q\"><text:span text:style-name=\"T1\">API</text:span></text:p></text:deletion>";
    assert!(reviewed.source.contains(expected), "{}", reviewed.source);
    let expected = "</office:annotation><text:change text:change-id=\"dejargon-change-1\"/>\
        <text:change-start text:change-id=\"dejargon-change-2\"/>way\
        <text:change-end text:change-id=\"dejargon-change-2\"/><office:annotation-end";
    assert!(reviewed.source.contains(expected), "{}", reviewed.source);
    assert_eq!(reviewed.said, [true]);
    let again = Review {
        edits: &[],
        ..review
    };
    let again = Odt.review(&source, &again).expect("it can be reviewed");
    assert_eq!(again.said, [true]);
}

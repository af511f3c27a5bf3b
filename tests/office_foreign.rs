//! Office documents as other programs write them: tables with fewer entries than Word's,
//! lists without content, signatures, numbers at the limit, types of old programs.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::sync::LazyLock;

use dejargon::finding::Applicability;
use dejargon::session::Session;
use dejargon::session::review::Marks;

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "support/office.rs"]
mod office;
#[allow(dead_code, reason = "other tests use the rest")]
mod support;

use office::{
    DATE, document, docx, docx_with, inside, odt_paragraph, paragraph, paragraphs, reviewed_as,
};

static BUNDLED: LazyLock<Session> = LazyLock::new(|| support::session(None));

/// The file of a part beside the main one, in tables that name it by this relationship.
fn with_part<'f>(kind: &str, file: &'f str, text: &'f str, body: &str) -> Vec<u8> {
    let family = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let table = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"p\" Type=\"{family}/{kind}\" Target=\"{file}\"/></Relationships>"
    );
    let name = format!("word/{file}");
    let others = [
        ("word/_rels/document.xml.rels", table.as_bytes()),
        (name.as_str(), text.as_bytes()),
    ];
    docx_with(body, &others)
}

#[test]
fn comments_go_into_a_list_that_is_empty() {
    let word = office::WORD;
    let empty =
        format!("<?xml version=\"1.0\"?>\n<w:comments xmlns:w=\"{word}\" />\n<!-- end -->\n");
    let before = with_part(
        "comments",
        "comments.xml",
        &empty,
        &paragraph(&["We leverage it."]),
    );
    let after = reviewed_as(&BUNDLED, &document("docx", &before), Marks::Comments);
    let comments = inside(&after, "word/comments.xml");
    assert_eq!(comments.matches("<w:comment ").count(), 1, "{comments}");
    assert!(
        comments.ends_with("</w:comments>\n<!-- end -->\n"),
        "{comments}"
    );
}

#[test]
fn notes_take_tracked_changes_and_no_comments() {
    let word = office::WORD;
    let notes = format!(
        "<w:footnotes xmlns:w=\"{word}\"><w:footnote w:id=\"1\">{}</w:footnote></w:footnotes>",
        paragraph(&["We leverage it."])
    );
    let before = with_part("footnotes", "footnotes.xml", &notes, &paragraph(&["Well."]));
    for marks in [Marks::Changes, Marks::Comments] {
        let input = document("docx", &before);
        let review = BUNDLED
            .review(&input, marks, DATE, Applicability::is_safe)
            .expect("it is reviewed");
        assert_eq!((review.comments, review.remarks), (0, 1));
        let notes = inside(&review.translation.bytes, "word/footnotes.xml");
        assert_eq!(
            notes.contains("<w:ins "),
            marks == Marks::Changes,
            "{notes}"
        );
        assert!(!notes.contains("comment"), "{notes}");
    }
}

#[test]
fn numbers_of_changes_stay_below_the_limit() {
    let mark = "<w:p><w:bookmarkStart w:id=\"2147483647\" w:name=\"a\"/></w:p>";
    let before = docx(&[mark, &paragraph(&["We leverage it."])].concat());
    let after = reviewed_as(&BUNDLED, &document("docx", &before), Marks::Changes);
    let document = inside(&after, "word/document.xml");
    assert!(
        document.contains("<w:commentRangeStart w:id=\"1\"/>"),
        "{document}"
    );
    assert!(document.contains("<w:del w:id=\"2\""), "{document}");
}

#[test]
fn a_document_whose_kind_is_that_of_all_xml_is_read() {
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Default Extension=\"xml\" ContentType=\"application/\
        vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let files = office::unpacked(&docx(&paragraph(&["We leverage it."])));
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| match name.as_str() {
            "[Content_Types].xml" => (name.as_str(), types.as_bytes()),
            name => (name, bytes.as_slice()),
        })
        .collect();
    let before = office::packed(&files);
    let after = BUNDLED
        .translate(&document("docx", &before), Applicability::is_safe)
        .expect("it is translated")
        .bytes;
    assert_eq!(paragraphs(&after, true), ["We use it."]);
}

#[test]
fn a_signed_document_is_checked_and_not_written() {
    let body = paragraph(&["We leverage it."]);
    let word_file = docx_with(&body, &[("_xmlsignatures/sig1.xml", b"<a/>")]);
    let odt = office::unpacked(&office::odt(&odt_paragraph(&["We leverage it."])));
    let mut files: Vec<(&str, &[u8])> = odt
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    files.push(("META-INF/documentsignatures.xml", b"<a/>"));
    for (format, bytes) in [("docx", word_file), ("odt", office::packed(&files))] {
        let input = document(format, &bytes);
        let findings = BUNDLED.check(&input).expect("it is checked");
        assert_eq!(findings.len(), 1, "{format}");
        let translated = BUNDLED
            .translate(&input, Applicability::is_safe)
            .map(|_| ());
        let error = translated.expect_err("it is not written");
        assert!(error.message.contains("signed"), "{}", error.message);
    }
}

#[test]
fn texts_of_old_programs_declare_their_type() {
    let manifest = "<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \
        \"Manifest.dtd\"><manifest:manifest xmlns:manifest=\"urn:m\"/>";
    let odt = office::unpacked(&office::odt(&odt_paragraph(&["We leverage it."])));
    let mut files: Vec<(&str, &[u8])> = odt
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    files.retain(|(name, _)| *name != "META-INF/manifest.xml");
    files.push(("META-INF/manifest.xml", manifest.as_bytes()));
    let input = document("odt", &office::packed(&files));
    assert_eq!(BUNDLED.check(&input).expect("it is checked").len(), 1);
}

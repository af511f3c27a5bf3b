//! What of a Word document is prose, as a table of its elements.

use super::super::members::add;
use super::*;
use crate::document::{AreaKind, SegmentKind};

const NAMESPACES: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
    xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
    xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'";

const STYLES: &str = "<w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/></w:style>\
    <w:style w:type='paragraph' w:styleId='Q'><w:name w:val='Quote'/></w:style>\
    <w:style w:type='paragraph' w:styleId='Src'><w:name w:val='Source Code'/></w:style>\
    <w:style w:type='character' w:styleId='Hid'><w:rPr><w:vanish/></w:rPr></w:style>";

/// The source of a document with this body and these comments.
pub(super) fn source(body: &str, comments: &str) -> String {
    let mut source = String::new();
    let mut put = |name: &str, text: &str| assert!(add(&mut source, name, text), "{name}");
    put(
        "[Content_Types].xml",
        "<Types><Override PartName='/word/document.xml' ContentType='application/\
         vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
    );
    put(
        "word/document.xml",
        &format!("<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"),
    );
    put(
        "word/_rels/document.xml.rels",
        "<Relationships><Relationship Id='a' Type='x/styles' Target='styles.xml'/>\
         <Relationship Id='b' Type='x/comments' Target='comments.xml'/></Relationships>",
    );
    put(
        "word/comments.xml",
        &format!("<w:comments {NAMESPACES}>{comments}</w:comments>"),
    );
    put(
        "word/styles.xml",
        &format!("<w:styles {NAMESPACES}>{STYLES}</w:styles>"),
    );
    source
}

fn blocks(body: &str) -> Vec<String> {
    let source = source(body, "");
    let (part, _) = read(&source, Side::Choice);
    let texts = part.segments.iter().map(|segment| part.text(segment));
    texts.map(str::to_owned).collect()
}

#[test]
fn text_is_read_as_word_shows_it() {
    let table: &[(&str, &[&str])] = &[
        (
            "<w:p><w:r><w:t>lever</w:t><w:softHyphen/><w:t>age a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r></w:p>",
            &["leverage a\u{2011}b"],
        ),
        (
            "<w:p><w:r><w:t>We lev</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>erage</w:t></w:r></w:p>",
            &["We leverage"],
        ),
        (
            "<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t xml:space='preserve'> b &amp; c</w:t></w:r></w:p>",
            &["a b & c"],
        ),
        (
            "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>",
            &["a\tb\nc"],
        ),
        (
            "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>",
            &["new"],
        ),
        (
            "<w:p><w:moveFrom><w:r><w:t>there</w:t></w:r></w:moveFrom><w:r><w:t>here</w:t></w:r></w:p>",
            &["here"],
        ),
        (
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>seen</w:t></w:r></w:p>",
            &["seen"],
        ),
        (
            "<w:p><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>seen</w:t></w:r></w:p>",
            &["seen"],
        ),
        (
            "<w:p><w:r><w:rPr><w:rStyle w:val='Hid'/></w:rPr><w:t>hidden</w:t></w:r></w:p>",
            &[],
        ),
        (
            "<w:p><w:r><w:rPr><w:lang w:val='fr-FR'/></w:rPr><w:t>mot</w:t></w:r><w:r><w:t>word</w:t></w:r></w:p>",
            &["\u{fffc}word"],
        ),
        (
            "<w:p><w:r><w:rPr><w:rFonts w:ascii='Courier New'/></w:rPr><w:t>x</w:t></w:r><w:r><w:t>y</w:t></w:r></w:p>",
            &["\u{fffc}y"],
        ),
        (
            "<w:p><w:pPr><w:pStyle w:val='Src'/></w:pPr><w:r><w:t>code</w:t></w:r></w:p>",
            &[],
        ),
        (
            "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>seen</w:t></w:r></w:p>",
            &["seen"],
        ),
        (
            "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>seen</w:t></w:r></w:p>",
            &["seen"],
        ),
        (
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>one</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>two</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            &["one", "two"],
        ),
        (
            "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:drawing><w:txbxContent><w:p><w:r>\
             <w:t>b</w:t></w:r></w:p></w:txbxContent></w:drawing><w:t>a</w:t><w:tab/><w:t>c</w:t></w:r></w:p>",
            &["b", "\u{fffc}a\tc"],
        ),
        (
            "<w:p><w:fldSimple w:instr='DATE'><w:r><w:t>today</w:t></w:r></w:fldSimple><w:r><w:t>a</w:t></w:r></w:p>",
            &["\u{fffc}a"],
        ),
        (
            "<w:p><m:oMath><m:r><w:t>x</w:t></m:r></m:oMath><w:r><w:t>a</w:t></w:r></w:p>",
            &["\u{fffc}a"],
        ),
        (
            "<w:p><w:r><w:t>a</w:t><w:drawing><w:txbxContent><w:p><w:r><w:t>inside</w:t></w:r></w:p></w:txbxContent></w:drawing><w:t>b</w:t></w:r></w:p>",
            &["inside", "a\u{fffc}b"],
        ),
        (
            "<w:p><w:r><w:t><![CDATA[b & c]]></w:t></w:r><w:r><w:t>a</w:t></w:r></w:p>",
            &["\u{fffc}a"],
        ),
    ];
    for (body, expected) in table {
        assert_eq!(blocks(body), *expected, "{body}");
    }
}

/// A field of that code with that result.
fn field(code: &str, result: &str) -> String {
    let kind = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let run = |tag: &str, text: &str| format!("<w:r><w:{tag}>{text}</w:{tag}></w:r>");
    [
        kind("begin"),
        run("instrText", code),
        kind("separate"),
        run("t", result),
        kind("end"),
    ]
    .concat()
}

#[test]
fn results_of_fields_are_no_prose_unless_they_are_links() {
    let paragraph = |inside: String| format!("<w:p>{inside}<w:r><w:t>a</w:t></w:r></w:p>");
    assert_eq!(blocks(&paragraph(field("PAGE", "7"))), ["\u{fffc}a"]);
    let link = paragraph(field(" HYPERLINK \"http://x\"", "the API"));
    assert_eq!(blocks(&link), ["the APIa"]);
    let source = source(&link, "");
    let (part, _) = read(&source, Side::Choice);
    let area = part.areas(&part.segments[0])[0];
    assert_eq!(
        (&part.prose[area.prose.range()], area.kind),
        ("the API", AreaKind::LinkText)
    );
}

#[test]
fn styles_make_headings_and_quotations() {
    let styled = |style: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>")
    };
    let source = source(&[styled("H1"), styled("Q")].concat(), "");
    let (part, _) = read(&source, Side::Choice);
    assert_eq!(part.segments[0].kind, SegmentKind::Heading(1));
    assert!(part.segments[1].quoted);
    let spots: Vec<String> = (0..2)
        .filter_map(|number| part.spot(number))
        .map(ToString::to_string)
        .collect();
    assert_eq!(spots, ["¶1", "¶2"]);
}

#[test]
fn a_text_with_a_copy_is_read_once_and_edited_twice() {
    let text = "<w:txbxContent><w:p><w:r><w:t>the API</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice>{text}</mc:Choice>\
         <mc:Fallback>{text}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    assert_eq!(blocks(&body), ["the API"]);
    let source = source(&body, "");
    let at = source.find("API").expect("the text is there");
    let mut fixes = [vec![Edit::new(Span::new(at, at + 3), "way")]];
    Package::complete(&Docx, &source, &mut fixes);
    let after = splice(source.as_bytes(), &fixes[0]);
    let after = String::from_utf8_lossy(&after);
    assert_eq!(after.matches("the way").count(), 2);
}

#[test]
fn spaces_at_the_ends_of_texts_are_kept() {
    let table = [
        (
            "<w:t>the API</w:t>",
            "API",
            "",
            "<w:t xml:space=\"preserve\">the </w:t>",
        ),
        (
            "<w:t>\n the API</w:t>",
            "API",
            "",
            "<w:t xml:space=\"preserve\">the </w:t>",
        ),
        ("<w:t>the API</w:t>", "API", "way", "<w:t>the way</w:t>"),
        (
            "<w:t xml:space='preserve'>API </w:t>",
            "API",
            "",
            "<w:t xml:space='preserve'> </w:t>",
        ),
    ];
    for (before, word, written, expected) in table {
        let source = source(&format!("<w:p><w:r>{before}</w:r></w:p>"), "");
        let at = source.find(word).expect("the word is there");
        let mut fixes = [vec![Edit::new(Span::new(at, at + word.len()), written)]];
        Package::complete(&Docx, &source, &mut fixes);
        let after = splice(source.as_bytes(), &fixes[0]);
        let after = String::from_utf8_lossy(&after).into_owned();
        assert!(after.contains(expected), "{before}: {after}");
    }
}

#[test]
fn templates_are_no_prose_however_they_are_split() {
    let body = "<w:p><w:r><w:t>Dear {</w:t></w:r><w:r><w:t>{ API</w:t></w:r><w:r><w:t> }}, \u{ab}API\u{bb}</w:t></w:r></w:p>";
    let source = source(body, "");
    let (part, _) = read(&source, Side::Choice);
    let areas = part.areas(&part.segments[0]).iter();
    let hidden: Vec<&str> = areas.map(|area| &part.prose[area.prose.range()]).collect();
    assert_eq!(hidden, ["{{ API}}", "\u{ab}API\u{bb}"]);
}

#[test]
fn what_a_control_shows_of_other_data_takes_no_other_words() {
    let control = |data: &str| {
        format!(
            "<w:sdt><w:sdtPr>{data}</w:sdtPr><w:sdtContent><w:p><w:r><w:t>An API</w:t></w:r></w:p>\
             </w:sdtContent></w:sdt><w:p><w:r><w:t>a </w:t></w:r><w:sdt><w:sdtPr>{data}</w:sdtPr>\
             <w:sdtContent><w:r><w:t>key</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        )
    };
    for (data, expected) in [
        ("<w:dataBinding w:xpath='/a'/>", &["An API", "key"][..]),
        ("<w:alias w:val='a'/>", &[]),
    ] {
        let source = source(&control(data), "");
        let (part, _) = read(&source, Side::Choice);
        let areas = part.segments.iter().flat_map(|segment| part.areas(segment));
        let fixed: Vec<&str> = areas
            .filter(|area| area.kind == AreaKind::Fixed)
            .map(|area| &part.prose[area.prose.range()])
            .collect();
        assert_eq!(fixed, expected, "{data}");
    }
}

#[test]
fn comments_can_switch_rules_off() {
    let comment = |id: u32, text: &str| {
        format!(
            "<w:comment w:id='{id}' w:author='Ann'><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
        )
    };
    let comments = [
        comment(1, "dejargon-disable it/api"),
        comment(2, "a remark"),
    ]
    .concat();
    let body = "<w:p><w:commentRangeStart w:id='1'/><w:r><w:t>API</w:t></w:r>\
                <w:commentRangeEnd w:id='1'/><w:r><w:commentReference w:id='1'/></w:r>\
                <w:r><w:commentReference w:id='2'/></w:r></w:p>";
    let source = source(body, &comments);
    let (part, _) = read(&source, Side::Choice);
    assert_eq!(part.directives.len(), 1);
    assert_eq!(part.directives[0].rules, ["it/api"]);
}

/// The document of `body` with "API" tracked as "way", and a comment on it.
fn tracked(body: &str) -> String {
    let source = source(body, "");
    let at = source.find("API").expect("the word is there");
    let span = Span::new(at, at + 3);
    let edits = [Edit::new(span, "way")];
    let remarks = [crate::document::Remark {
        span,
        text: "A <way>".to_owned(),
    }];
    let review = Review {
        edits: &edits,
        remarks: &remarks,
        date: "2026-11-23T12:00:00Z",
    };
    let reviewed = Docx.review(&source, &review);
    reviewed.expect("it can be reviewed").source
}

#[test]
fn a_tracked_change_takes_the_run_apart() {
    let after = tracked(
        "<w:p><w:bookmarkStart w:id='6'/><w:r w:rsidR='1'><w:rPr><w:b/></w:rPr><w:t>the API now</w:t></w:r></w:p>",
    );
    let mark = "w:author=\"dejargon\" w:date=\"2026-11-23T12:00:00Z\"";
    let run = "<w:r w:rsidR='1'><w:rPr><w:b/></w:rPr>";
    let expected = format!(
        "{run}<w:t xml:space=\"preserve\">the </w:t></w:r><w:commentRangeStart w:id=\"7\"/>\
         <w:del w:id=\"8\" {mark}>{run}<w:delText xml:space=\"preserve\">API</w:delText></w:r></w:del>\
         <w:ins w:id=\"9\" {mark}>{run}<w:t xml:space=\"preserve\">way</w:t></w:r></w:ins>\
         <w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r>\
         {run}<w:t xml:space=\"preserve\"> now</w:t></w:r></w:p>"
    );
    assert!(after.contains(&expected), "{after}");
    assert!(after.contains("A &lt;way&gt;</w:t>"), "{after}");
}

#[test]
fn in_anothers_insertion_ours_stands_beside_it() {
    let after =
        tracked("<w:p><w:ins w:id='3' w:author='Ann'><w:r><w:t>the API</w:t></w:r></w:ins></w:p>");
    let own = "</w:del></w:ins><w:ins w:id=\"6\" w:author=\"dejargon\"";
    assert!(after.contains(own), "{after}");
    assert!(
        after.contains("</w:ins><w:ins w:id='7' w:author='Ann'>"),
        "{after}"
    );
}

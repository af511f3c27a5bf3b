//! Promises about Word documents that tests pack themselves: however a sentence is
//! split into runs, it reads and translates as its words do; tracked changes can be
//! accepted and rejected; and what is not rewritten keeps its bytes.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::path::Path;
use std::sync::LazyLock;

use dejargon::finding::{Applicability, Finding};
use dejargon::input::Input;
use dejargon::session::Session;
use dejargon::session::review::Marks;
use proptest::prelude::*;

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "support/office.rs"]
mod office;
#[allow(dead_code, reason = "other tests use the rest")]
mod support;

use office::{
    document, docx, docx_with, inside, named, odt, odt_paragraph, packed_files, paragraph,
    paragraphs, reviewed_as,
};

static SESSION: LazyLock<Session> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/glossary.toml");
    support::session(Some(&path))
});
static BUNDLED: LazyLock<Session> = LazyLock::new(|| support::session(None));

fn word(bytes: &[u8]) -> Input {
    Input::from_bytes("a.docx".to_owned(), bytes.to_vec(), named("docx")).expect("it is read")
}

fn text(words: &str) -> Input {
    Input::from_bytes("a.txt".to_owned(), words.into(), named("text")).expect("it is read")
}

fn translated(session: &Session, input: &Input) -> Vec<u8> {
    let translation = session
        .translate(input, Applicability::is_safe)
        .expect("it is translated");
    translation.bytes
}

fn reviewed(session: &Session, bytes: &[u8], marks: Marks) -> Vec<u8> {
    reviewed_as(session, &word(bytes), marks)
}

fn says(findings: &[Finding]) -> Vec<(String, String, Vec<String>, bool)> {
    let say = |finding: &Finding| {
        (
            finding.rule.to_string(),
            finding.text.to_string(),
            finding.suggestions.to_vec(),
            finding.safe_fix().is_some(),
        )
    };
    findings.iter().map(say).collect()
}

fn rewritten_prose(blocks: &[&str]) -> String {
    blocks.iter().flat_map(|block| [block, "\n"]).collect()
}

/// Sentences with what is hard to rewrite: articles, separable verbs, possessives,
/// first uses, capitals.
const SENTENCES: [&str; 10] = [
    "We leveraged the API's limits & utilized an MVP.",
    "We will spin the server up now, then spin up two more.",
    "An API is not a repo; APIs are.",
    "UTILIZE THE SYNERGIES!",
    "Utilizing our learnings, she leverages a utilization report.",
    "It was deprecated by the DevOps team in the “stand-up” of May.",
    "Please circle back on the deliverables, e.g. the roadmap.",
    "Plain words stay as they are.",
    "R&D <leverages> it; 1 < 2 & 3 > 2.",
    "Our KPIs and SLAs (service level agreements) matter.",
];

/// A sentence cut anywhere.
fn cut(sentence: &str, places: &[prop::sample::Index]) -> Vec<String> {
    let bounds: Vec<usize> = sentence.char_indices().map(|(at, _)| at).collect();
    let mut cuts: Vec<usize> = places.iter().map(|place| *place.get(&bounds)).collect();
    cuts.extend([0, sentence.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let pairs = cuts.windows(2);
    pairs
        .map(|pair| sentence[pair[0]..pair[1]].to_owned())
        .collect()
}

/// Sentences as plain text, and split into runs as a Word file and as an
/// `OpenDocument` text.
fn split_document() -> impl Strategy<Value = (String, Vec<u8>, Vec<u8>)> {
    let sentence = prop::sample::select(&SENTENCES[..]);
    let places = prop::collection::vec(any::<prop::sample::Index>(), 0..9);
    let blocks = prop::collection::vec((sentence, places), 1..4);
    blocks.prop_map(|blocks| {
        let sentences: Vec<&str> = blocks.iter().map(|(sentence, _)| *sentence).collect();
        let body = |paragraph: fn(&[&str]) -> String| -> String {
            let paragraphs = blocks.iter().map(|(sentence, places)| {
                let runs = cut(sentence, places);
                paragraph(&runs.iter().map(String::as_str).collect::<Vec<_>>())
            });
            paragraphs.collect()
        };
        let (word, text) = (docx(&body(paragraph)), office::odt(&body(odt_paragraph)));
        (sentences.join("\n\n"), word, text)
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(11),
        ..ProptestConfig::default()
    })]

    #[test]
    fn runs_change_nothing_about_a_sentence((words, bytes, odt) in split_document()) {
        for session in [&*SESSION, &*BUNDLED] {
            let (input, plain) = (word(&bytes), text(&words));
            let found = session.check(&input).expect("it is checked");
            let expected = session.check(&plain).expect("it is checked");
            prop_assert_eq!(says(&found), says(&expected));
            let after = translated(session, &input);
            let rewritten = String::from_utf8(translated(session, &plain)).expect("it is text");
            let rewritten: Vec<&str> = rewritten.split("\n\n").collect();
            prop_assert_eq!(paragraphs(&after, true), rewritten.clone());
            prop_assert_eq!(translated(session, &word(&after)), after);

            let tracked = reviewed(session, &bytes, Marks::Changes);
            prop_assert_eq!(paragraphs(&tracked, true), rewritten.clone());
            prop_assert_eq!(paragraphs(&tracked, false), paragraphs(&bytes, true));
            prop_assert_eq!(reviewed(session, &tracked, Marks::Changes), tracked);

            let commented = reviewed(session, &bytes, Marks::Comments);
            prop_assert_eq!(paragraphs(&commented, true), paragraphs(&bytes, true));
            prop_assert_eq!(reviewed(session, &commented, Marks::Comments), commented);

            let input = document("odt", &odt);
            let found = session.check(&input).expect("it is checked");
            prop_assert_eq!(says(&found), says(&expected));
            let after = document("odt", &translated(session, &input));
            prop_assert_eq!(after.prose(), rewritten_prose(&rewritten));
            prop_assert_eq!(&translated(session, &after)[..], after.original());
            let tracked = document("odt", &reviewed_as(session, &input, Marks::Changes));
            prop_assert_eq!(tracked.prose(), rewritten_prose(&rewritten));
            prop_assert_eq!(office::odt_rejected(tracked.original()), office::odt_rejected(&odt));
            let again = reviewed_as(session, &tracked, Marks::Changes);
            prop_assert_eq!(&again[..], tracked.original());
        }
    }
}

#[test]
fn what_is_not_rewritten_keeps_its_bytes() {
    let others: [(&str, &[u8]); 2] = [
        ("word/media/image1.png", b"\x89PNG not really"),
        ("customXml/item1.xml", b"<a>We leverage it</a>"),
    ];
    let plain = docx_with(&paragraph(&["Nothing to say."]), &others);
    assert_eq!(translated(&BUNDLED, &word(&plain)), plain);
    assert_eq!(reviewed(&BUNDLED, &plain, Marks::Changes), plain);
    let before = docx_with(&paragraph(&["We leverage it."]), &others);
    let after = translated(&BUNDLED, &word(&before));
    assert!(inside(&after, "word/document.xml").contains("We use it."));
    for (old, new) in packed_files(&before).iter().zip(packed_files(&after)) {
        assert_eq!(old.0, new.0);
        assert!(old.0 == "word/document.xml" || old.1 == new.1, "{}", old.0);
    }
}

#[test]
fn an_explanation_looks_as_the_text_around_its_term() {
    let bracket = " (a way for programs to talk to each other)";
    let runs = ["The ", "API", " is new."];
    let expected = ["The ", "API", &format!("{bracket} is new.")];
    let before = docx(&paragraph(&runs));
    let after = translated(&BUNDLED, &word(&before));
    let body = inside(&after, "word/document.xml");
    assert!(body.contains(&paragraph(&expected)), "{body}");
    let changed = reviewed(&BUNDLED, &before, Marks::Changes);
    assert_eq!(paragraphs(&changed, true), [expected.concat()]);
    assert_eq!(paragraphs(&changed, false), [runs.concat()]);
    // Where all that follows is bold as well, or nothing does, it goes with its term.
    for runs in [&["The ", "API"][..], &["", "The API is new."]] {
        let after = translated(&BUNDLED, &word(&docx(&paragraph(runs))));
        let explained = runs.concat().replace("API", &format!("API{bracket}"));
        assert_eq!(paragraphs(&after, true), [explained]);
    }
    let before = document("odt", &odt(&odt_paragraph(&runs)));
    let content = inside(&translated(&BUNDLED, &before), "content.xml");
    assert!(content.contains(&odt_paragraph(&expected)), "{content}");
}

#[test]
fn a_document_that_is_zipped_otherwise_stays_so() {
    let before = docx(&paragraph(&["We leverage it."]));
    let after = translated(&BUNDLED, &word(&before));
    let listed = |bytes: &[u8]| {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("it is one");
        let mut all = Vec::new();
        for index in 0..archive.len() {
            let file = archive.by_index_raw(index).expect("it has the file");
            all.push((file.compression(), file.last_modified(), file.unix_mode()));
        }
        all
    };
    assert_eq!(listed(&before), listed(&after));
}

#[test]
fn comments_are_added_to_those_that_are_there() {
    let before = docx(&paragraph(&["We leverage an API."]));
    let once = reviewed(&BUNDLED, &before, Marks::Comments);
    assert!(inside(&once, "[Content_Types].xml").contains("/word/comments.xml"));
    assert!(inside(&once, "word/_rels/document.xml.rels").contains("comments.xml"));
    let comments = inside(&once, "word/comments.xml");
    assert_eq!(comments.matches("<w:comment ").count(), 2);
    // The words of the first comment are gone, so tracked changes say them anew.
    let twice = reviewed(&BUNDLED, &once, Marks::Changes);
    let comments = inside(&twice, "word/comments.xml");
    assert_eq!(comments.matches("<w:comment ").count(), 4);
    let tree = roxmltree::Document::parse(&comments).expect("it is XML");
    let mut ids: Vec<&str> = tree
        .descendants()
        .filter(|node| node.has_tag_name((office::WORD, "comment")))
        .filter_map(|node| node.attribute((office::WORD, "id")))
        .collect();
    assert_eq!(ids.len(), 4);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 4);
}

#[test]
fn a_namespace_without_a_prefix_is_one_all_the_same() {
    let bare = |xml: &str| xml.replace("<w:", "<").replace("</w:", "</");
    let body = bare(&paragraph(&["We ", "leverage", " it."]));
    let document = format!(
        "<document xmlns=\"{}\"><body>{body}</body></document>",
        office::WORD
    );
    let types = inside(&docx(""), "[Content_Types].xml");
    let package = office::packed(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ]);
    let tracked = reviewed(&BUNDLED, &package, Marks::Changes);
    assert_eq!(paragraphs(&tracked, true), ["We use it."]);
    assert_eq!(paragraphs(&tracked, false), ["We leverage it."]);
    assert_eq!(reviewed(&BUNDLED, &tracked, Marks::Changes), tracked);
}

#[test]
fn slides_are_read_in_the_order_in_which_they_are_shown() {
    let body = "<a:p><a:r><a:t>We lev</a:t></a:r><a:r><a:t>erage Q&amp;A</a:t></a:r></a:p>\
                <a:p><a:r><a:rPr lang=\"de-DE\"/><a:t>leverage</a:t></a:r></a:p>\
                <a:p><a:fld><a:t>leverage</a:t></a:fld></a:p>";
    let package = office::pptx(body);
    let input = document("pptx", &package);
    let found = BUNDLED.check(&input).expect("it is checked");
    let spots = found.iter().filter_map(|finding| finding.block.as_ref());
    let spots: Vec<String> = spots.map(|block| block.spot.to_string()).collect();
    assert_eq!(spots, ["slide 1 ¶1", "slide 2 ¶1", "slide 2 notes ¶1"]);
    let after = translated(&BUNDLED, &input);
    let slide = inside(&after, "ppt/slides/slide2.xml");
    assert!(
        slide.contains("<a:t>We use</a:t></a:r><a:r><a:t> Q&amp;A</a:t>"),
        "{slide}"
    );
    assert!(inside(&after, "ppt/slides/slide1.xml").contains("<a:t>Using It</a:t>"));
    assert_eq!(translated(&BUNDLED, &document("pptx", &after)), after);
}

#[test]
fn cells_are_checked_where_their_text_comes_first() {
    let cells = "<c r=\"A1\"><v>7</v></c><c r=\"B7\" t=\"s\"><v>1</v></c>\
                 <c r=\"C9\" t=\"s\"><v>1</v></c><c r=\"D2\" t=\"inlineStr\"><is><t>to utilize</t></is></c>\
                 <c r=\"E1\" t=\"str\"><f>A1</f><v>leverage</v></c>";
    let shared = "<si><t>nothing</t></si><si><r><t>We lev</t></r><r><t>erage</t></r>\
                  <rPh><t>leverage</t></rPh></si>";
    let package = office::xlsx(cells, shared);
    let input = document("xlsx", &package);
    let found = BUNDLED.check(&input).expect("it is checked");
    let spots = found.iter().filter_map(|finding| finding.block.as_ref());
    let spots: Vec<String> = spots.map(|block| block.spot.to_string()).collect();
    assert_eq!(spots, ["Plan!B7", "Plan!D2"]);
    assert!(found.iter().all(|finding| finding.fix.is_none()));
    let refused = BUNDLED
        .translate(&input, Applicability::is_safe)
        .expect_err("it is only checked");
    assert!(refused.message.contains("only checked"), "{refused}");
}

/// The text of all formats that have it says the same.
#[test]
fn one_text_has_the_same_findings_in_every_format() {
    let words = ["We leverage an API.", "An MVP is deprecated & utilized."];
    let markdown = words.join("\n\n");
    let escaped = words.map(|line| line.replace('&', "&amp;"));
    let each = |open: &str, close: &str| -> String {
        let lines = escaped.iter().map(|line| [open, line, close].concat());
        lines.collect()
    };
    let html = each("<p>", "</p>\n");
    let slide = each("<a:p><a:r><a:t>", "</a:t></a:r></a:p>");
    let word: String = words.iter().map(|line| paragraph(&[line])).collect();
    let text: String = words.iter().map(|line| odt_paragraph(&[line])).collect();
    let of = |format: &str, bytes: &[u8]| {
        let mut found = says(
            &BUNDLED
                .check(&document(format, bytes))
                .expect("it is checked"),
        );
        found.truncate(5);
        found
    };
    let expected = of("markdown", markdown.as_bytes());
    assert_eq!(expected.len(), 5);
    assert_eq!(of("html", html.as_bytes()), expected);
    assert_eq!(of("docx", &docx(&word)), expected);
    assert_eq!(of("odt", &office::odt(&text)), expected);
    assert_eq!(of("pptx", &office::pptx(&slide)), expected);
}

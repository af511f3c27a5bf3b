//! What handouts show, held against readers that are not ours: GitHub's tables,
//! CSV, and HTML as the program reads it.

use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::*;

const WORDS: &str = r#"
[glossary]
name = "our-words"
title = "Words | of <us>"
known-to = ["it"]

[[term]]
term = "API"
expansion = "application programming interface"
plain = ["connection", "a | b"]
definition = "A *way* in <b>.\nSecond & last."
see-also = ["sdk", "REST"]
tags = ["web apps"]
examples = [{ text = "Our API.", becomes = "Our connection." }, { text = "An API", becomes = "An API" }]
severity = "info"

[[term]]
term = "SDK"
known-to = ["public"]
aliases = ["kit"]

[[term]]
term = "pipeline"
status = "deprecated"
[term.meanings]
it = "Steps of a build."
business = "Likely sales."

[[term]]
term = "unsure"
status = "draft"
"#;

fn list() -> Wordlist {
    Wordlist::parse(Path::new("a.toml"), WORDS).expect("it is right")
}

fn written(handout: Handout) -> (String, Losses) {
    let (bytes, losses) = write(&[list()], handout).expect("it can be written");
    (String::from_utf8(bytes).expect("it is text"), losses)
}

#[test]
fn what_is_not_shown_is_named() {
    let (_, losses) = written(Handout::Markdown);
    let left: Vec<(&str, usize)> = losses
        .left
        .iter()
        .map(|(kind, count)| (kind.as_str(), *count))
        .collect();
    assert_eq!(
        left,
        [
            ("`examples`", 1),
            ("`known-to`", 1),
            ("`severity`", 1),
            ("`tags`", 1),
            ("drafts", 1)
        ]
    );
}

#[test]
fn the_table_says_what_the_glossary_says() {
    let (text, _) = written(Handout::Markdown);
    let mut cells: Vec<String> = Vec::new();
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableCell) => cells.push(String::new()),
            Event::Text(text) => cells
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|cell| cell.push_str(&text)),
            Event::Html(html) | Event::InlineHtml(html) if &*html == "<br>" => {
                cells
                    .iter_mut()
                    .last()
                    .into_iter()
                    .for_each(|cell| cell.push('/'));
            }
            Event::InlineHtml(html) => panic!("{html}"),
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    assert_eq!(
        cells[3..],
        [
            "API/application programming interface",
            "connection, a | b",
            "A *way* in <b>. Second & last./See also: sdk, REST",
            "pipeline (on its way out)",
            "",
            "business: Likely sales./it: Steps of a build.",
            "SDK/also: kit",
            "",
            "",
        ]
    );
    assert!(text.starts_with("<!-- dejargon-ignore-file -->\n"));
}

#[test]
fn cards_are_the_csv_that_anki_reads() {
    let (text, _) = written(Handout::Anki);
    let (head, rows) = text
        .split_once("#tags column:4\n")
        .expect("the headers come first");
    assert!(head.starts_with("#separator:Comma\n#html:true\n"), "{head}");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(rows.as_bytes());
    let rows: Vec<Vec<String>> = reader
        .records()
        .map(|row| {
            row.expect("it is a row")
                .iter()
                .map(str::to_owned)
                .collect()
        })
        .collect();
    assert_eq!(
        rows[0],
        [
            "our-words/api",
            "API",
            "application programming interface<br><b>connection, a | b</b><br>A *way* in &lt;b&gt;.<br>Second &amp; last.<br><i>Our API.</i> → <i>Our connection.</i><br><i>An API</i>",
            "our-words web_apps",
        ]
    );
    assert_eq!(rows.len(), 3);
}

#[test]
fn the_page_is_whole_and_escaped() {
    let (page, _) = written(Handout::Html);
    assert!(
        page.contains("<title>Words | of &lt;us&gt;</title>"),
        "{page}"
    );
    assert!(
        page.contains("<a href=\"#word-our-words-sdk\">sdk</a>, REST"),
        "{page}"
    );
    assert!(
        page.contains("data-known=\"[&quot;public&quot;]\""),
        "{page}"
    );
    assert!(
        page.contains("<dt>For business</dt><dd>Likely sales.</dd>"),
        "{page}"
    );
    assert!(!page.contains("<b>"), "{page}");
    assert!(!page.contains("unsure"), "{page}");
    for outside in ["http://", "https://", "src=", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    let opened = page.matches("<article").count();
    assert_eq!((opened, page.matches("</article>").count()), (3, 3));
}

#[test]
fn of_two_entries_with_one_rule_the_later_is_shown() {
    let mut above = list();
    above.terms.truncate(1);
    above.terms[0].record.say("definition", "Ours.");
    let (bytes, _) = write(&[list(), above], Handout::Html).expect("it can be written");
    let page = String::from_utf8(bytes).expect("it is text");
    assert_eq!(page.matches(">API</a>").count(), 1);
    assert!(page.contains("<p>Ours.</p>"));
}

#[test]
fn a_language_is_said_where_it_is_not_english() {
    let text = "[glossary]\nname = \"wir\"\ntitle = \"W\"\nlanguage = \"de\"\n[[term]]\nterm = \"Äther\"\n";
    let list = Wordlist::parse(Path::new("a.toml"), text).expect("it is right");
    let (bytes, _) = write(&[list], Handout::Html).expect("it can be written");
    let page = String::from_utf8(bytes).expect("it is text");
    assert!(page.contains("<h3 lang=\"de\">"), "{page}");
    assert!(page.contains("<h2>Ä</h2>"), "{page}");
}

//! What headings are called by, in documents of every kind: a line a heading, and an
//! anchor that a link names.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

use dejargon::document::SegmentKind;
use dejargon::format;
use dejargon::links::{Heading, Target, Targets};

/// Whether a link with this target leads to the last heading of a text.
fn leads(name: &str, text: &str, target: Target<'_>) -> bool {
    let format = format::by_name(name).expect("a format");
    let document = format.read(text);
    let part = &document.parts[0];
    let mut segments = part.segments.iter();
    let heading = segments.rfind(|segment| matches!(segment.kind, SegmentKind::Heading(_)));
    let heading = heading.expect("a heading");
    let mut targets = Targets::default();
    targets.add(target);
    targets.hold(&Heading::of(part, heading))
}

#[test]
fn a_heading_is_called_by_its_words() {
    let table = [
        ("markdown", "## Start `make` + `x`", "start-make--x"),
        ("markdown", "## Start early[^1]\n\n[^1]: x", "start-early"),
        ("markdown", "## Start  early ##", "start--early"),
        ("markdown", "## [Start](a.md) ![b](c.png)", "start-"),
        (
            "markdown",
            "Start <kbd>x</kbd> &amp; go\n---",
            "start-x--go",
        ),
        ("markdown", "## Start <!-- so --> it", "start--it"),
        (
            "markdown",
            "## :cat: Start :dog_2: it :+1:",
            "cat-start-dog_2-it-1",
        ),
        ("markdown", "## Start :dog: it", "start-it"),
        ("mdx", "## Start {x} it", "start--it"),
        ("html", "<h2>Start <code>x</code></h2>", "start-x"),
        ("rst", "Start ``x``\n===========\n", "start-x"),
        ("rst", "Start :code:`x`\n===============\n", "start-x"),
        ("asciidoc", "== Start `x`, go", "_start_x_go"),
        ("asciidoc", ":idprefix: s-\n\n== Start", "s-start"),
        ("org", "* TODO Start =x= :tag:", "start-x"),
    ];
    for (format, text, anchor) in table {
        assert!(leads(format, text, Target::Anchor(anchor)), "{text}");
    }
}

#[test]
fn a_heading_with_a_name_is_free() {
    let table = [
        ("markdown", "## Start {#start}"),
        ("markdown", "## Start { #x .y }"),
        ("markdown", "## Start\n{: #x}"),
        ("markdown", "<h2 id=\"x\">Start</h2>"),
        ("markdown", "<a id=\"start\"></a>\n\n## Start"),
        ("markdown", "## <a name=\"start\"></a>Start"),
        ("markdown", "(start)=\n## Start"),
        ("mdx", "## Start {#start}"),
        ("mdx", "## Start {/* #x */}"),
        ("html", "<h2 class=\"y\" id=\"x\">Start</h2>"),
        ("html", "<section id=\"start\"><h2>Start</h2>"),
        ("rst", ".. _start:\n\nStart\n=====\n"),
        ("asciidoc", "[[x]]\n== Start"),
        ("asciidoc", "[#x]\n== Start"),
        ("asciidoc", "[appendix#x]\n== Start"),
        ("asciidoc", "== Start [[x]]"),
        ("org", "* Start\n:PROPERTIES:\n:CUSTOM_ID: x\n:END:"),
    ];
    for (format, text) in table {
        assert!(!leads(format, text, Target::Anchor("start")), "{text}");
    }
    assert!(leads("asciidoc", "[#x]\n== Start", Target::Words("Start")));
    assert!(leads(
        "markdown",
        "## Start\n\nId: `<a id=\"start\">`",
        Target::Anchor("start")
    ));
}

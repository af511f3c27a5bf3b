//! Links as documents of every kind write them.

use super::{Link, Page, Target, each_link};
use crate::document::Markup;

fn links(text: &str, markup: Markup) -> Vec<Link<'_>> {
    let mut links = Vec::new();
    each_link(text, markup, |link| links.push(link));
    links
}

/// What one link leads to: its page, and its anchor or `"its words"`.
fn shown(link: &Link<'_>) -> String {
    let page = match link.page {
        Page::Here => "",
        Page::Anywhere => "?",
        Page::At(page) => page,
    };
    match link.target {
        Target::Anchor(name) => format!("{page} {name}"),
        Target::Words(words) => format!("{page} \"{words}\""),
    }
}

#[test]
fn links_are_seen_whatever_they_stand_in() {
    let table = [
        ("[x](#y)", " y"),
        ("[x](a#y)", "a y"),
        ("[x](a.md#y \"title\")", "a.md y"),
        ("[x](../a/#y)", "../a/ y"),
        ("[x](<a b.md#y>)", "a b.md y"),
        ("[x](a.md#what-(and-why))", "a.md what-(and-why)"),
        ("[x]: #y", " y"),
        ("[x]: <a.md#y>", "a.md y"),
        ("<https://me.example/a#y>", "https://me.example/a y"),
        ("see https://me.example/a#y.", "https://me.example/a y."),
        ("<a href=\"a.html#y\">x</a>", "a.html y"),
        ("<a href='#y'>x</a>", " y"),
        ("<a href=#y>x</a>", " y"),
        ("<Link to=\"a#y\">x</Link>", "a y"),
        ("<Link href={\"#y\"}>x</Link>", " y"),
        ("<Link to={`#y`}>x</Link>", " y"),
        ("[x]({{< ref \"a.md#y\" >}})", "a.md y"),
        ("[x]({{< relref \"a.md\" >}}#y)", "a.md y"),
        ("[x]({% link docs/a.md %}#y)", "docs/a.md y"),
        ("[x]({{ '/a' | relative_url }}#y)", "/a y"),
        ("[x]({{ page }}#y)", "? y"),
        ("[[#The heading]]", " \"The heading\""),
        ("[[A page#The heading|x]]", "A page \"The heading\""),
        ("[[x|A page#y]]", "A page y"),
        ("[y]: a.md#z", "a.md z"),
        ("[The heading]", " \"The heading\""),
        ("[The heading][]", " \"The heading\""),
        ("{ref}`x <y>`", "? y"),
        ("{numref}`y`", "? y"),
        ("| [x](#y) |", " y"),
        ("> [x](#y)", " y"),
    ];
    for (text, expected) in table {
        let found: Vec<_> = links(text, Markup::Markdown).iter().map(shown).collect();
        assert_eq!(found, [expected], "{text}");
    }
}

#[test]
fn what_is_no_link_is_none() {
    let table = [
        "## A heading\n\n# Another\n",
        "C# and F#: issue #12, `#channel`",
        "## A heading {#name}",
        "[](#)",
        ":::note[The heading]",
        "```md\n[x](#y)\n```",
        "> ~~~~\n> [x](a#y)\n> ```\n> ~~~~~",
        "- ```md\n  [x](#y)\n  ```",
    ];
    for text in table {
        let found: Vec<_> = links(text, Markup::Markdown).iter().map(shown).collect();
        assert_eq!(found, [""; 0], "{text}");
    }
}

#[test]
fn code_that_is_never_closed_hides_nothing() {
    assert_eq!(links("```\n[x](#y)\n", Markup::Markdown).len(), 1);
}

#[test]
fn references_of_other_markup_are_seen() {
    let table = [
        (Markup::Signs, "<<y>>", " y"),
        (Markup::Signs, "<<_the_y,x>>", " _the_y"),
        (Markup::Signs, "<<The heading>>", " \"The heading\""),
        (Markup::Signs, "<<a.adoc#y,x>>", "a.adoc y"),
        (Markup::Signs, "xref:y[x]", " y"),
        (Markup::Signs, "xref:#y[x]", " y"),
        (Markup::Signs, "xref:m:a.adoc#y[x]", "a.adoc y"),
        (Markup::Signs, "link:a.html#y[x]", "a.html y"),
        (Markup::Signs, "[[*The heading][x]]", " \"The heading\""),
        (
            Markup::Signs,
            "[[file:a.org::*The heading]]",
            "a.org \"The heading\"",
        ),
        (Markup::Signs, "[[#y]]", " y"),
        (Markup::Signs, "[[The heading]]", " \"The heading\""),
        (Markup::Rst, "`The heading`_", " \"The heading\""),
        (Markup::Rst, "`x <The heading_>`_", " \"The heading\""),
        (Markup::Rst, "`x <a.html#y>`_", "a.html y"),
        (Markup::Rst, "Heading_.", " \"Heading\""),
        (Markup::Rst, ":ref:`x <y>`", "? y"),
        (
            Markup::Rst,
            ":ref:`docs/a:The heading`",
            "docs/a The heading",
        ),
        (Markup::Html, "<a href=\"a#y\">x</a>", "a y"),
    ];
    for (markup, text, expected) in table {
        let found: Vec<_> = links(text, markup).iter().map(shown).collect();
        assert_eq!(found, [expected], "{text}");
    }
    for text in ["<<<", "xref:a.adoc[x]", "[[", "a_b __c__"] {
        assert!(links(text, Markup::Signs).is_empty(), "{text}");
    }
    for text in ["`code`", "a_b", ":doc:`a`", "|x|"] {
        assert!(links(text, Markup::Rst).is_empty(), "{text}");
    }
}

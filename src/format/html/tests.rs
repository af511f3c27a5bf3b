//! What of HTML is prose, by examples.

use super::super::lines::{terms, texts};
use super::*;
use crate::document::{AreaKind, SegmentKind};

#[test]
fn text_is_read_as_a_browser_shows_it() {
    let table = [
        (
            "<p>One <b>two</b>\n  three</p><p>four</p>",
            vec!["One two three", "four"],
        ),
        (
            "<p>Caf&eacute; &amp; bar:<br>the MVP&hellip;</P>",
            vec!["Café & bar:\nthe MVP…"],
        ),
        (
            "<p>a <code>b</code> c</p><script>d</script><pre>e</pre>",
            vec!["a \u{fffc} c"],
        ),
        ("<p translate=no>a <i>b</i></p><p>c</p>", vec!["c"]),
        ("<div lang=de>a<p lang=en>b</p>c</div>", vec!["b"]),
        ("<img alt='a b' src=c>", vec!["a b"]),
        ("&unknown; x &#x41;", vec!["&unknown; x A"]),
        ("<p>the API<sup>1</sup> is</p>", vec!["the API\u{fffc} is"]),
    ];
    for (source, expected) in table {
        assert_eq!(texts(&Html, source), expected, "{source}");
    }
}

#[test]
fn quotations_links_and_kinds_are_known() {
    let source = "<blockquote>a b</blockquote><h1>c</h1>\
        <p>d <q>e</q> <a href='#f'>g</a> <cite>h</cite> <del>i</del></p>";
    let document = Html.read(source);
    let part = &document.parts[0];
    assert!(part.segments[0].quoted && !part.segments[1].quoted);
    assert_eq!(part.segments[1].kind, SegmentKind::Heading(1));
    let areas: Vec<(&str, AreaKind)> = part
        .areas(&part.segments[2])
        .iter()
        .map(|area| (&part.prose[area.prose.range()], area.kind))
        .collect();
    assert_eq!(
        areas,
        [
            ("g", AreaKind::LinkText),
            ("e", AreaKind::Quotation),
            ("h", AreaKind::Quotation),
            ("i", AreaKind::Fixed)
        ]
    );
}

#[test]
fn what_is_struck_out_takes_no_other_words() {
    let document = Html.read("<p>a <del>b</del> <s>c</s> <ins>e</ins></p>");
    let part = &document.parts[0];
    let areas = part.areas(&part.segments[0]).iter();
    let fixed: Vec<&str> = areas
        .filter(|area| area.kind == AreaKind::Fixed)
        .map(|area| &part.prose[area.prose.range()])
        .collect();
    assert_eq!(fixed, ["b", "c"]);
}

#[test]
fn templates_are_objects_and_never_end_a_tag() {
    let table = [
        ("<p>An {{ api > x }} API</p>", vec!["An \u{fffc} API"]),
        ("<p {% if a > b %} class=x>An API</p>", vec!["An API"]),
        (
            "<p>a <%= api %> b <?php $api->b ?> c</p>",
            vec!["a \u{fffc} b \u{fffc} c"],
        ),
        (
            "{# the API #}<p>{{{ raw }}}, a {{ b</p>",
            vec!["\u{fffc}, a {{ b"],
        ),
        ("<script>x = '{{ y }}'</script>a", vec!["a"]),
    ];
    for (source, expected) in table {
        assert_eq!(texts(&Html, source), expected, "{source}");
    }
    let document = Html.read("{# dejargon-disable it/api #}<p>a</p>");
    assert_eq!(document.parts[0].directives[0].rules, ["it/api"]);
}

#[test]
fn attributes_that_readers_meet_are_prose() {
    let table = [
        ("<input placeholder='an &amp; b'>", vec!["an & b"]),
        ("<img alt=api src=\"c\">", vec!["api"]),
        (
            "<meta name=description content=\"the API\"><meta name=x content=y>",
            vec!["the API"],
        ),
        ("<p lang=de title='die API'>API</p>", vec![]),
        (
            "<div lang=de><p lang=en-GB aria-label=a>b</p></div>",
            vec!["a", "b"],
        ),
        ("<textarea placeholder=a/>the API</textarea>", vec!["a/"]),
        ("<html xml:lang=fr><p>b</p></html>", vec![]),
        ("<p lang=enm>b</p>", vec![]),
        (
            "<meta http-equiv=Content-Language content=de><p>die</p><p lang=en>b</p>",
            vec!["b"],
        ),
        (
            "<html lang=en><meta http-equiv=content-language content=de><p>b",
            vec!["b"],
        ),
        ("---\nlang: de\n---\n<p lang=en>b</p>", vec![]),
        ("---\ntitle: API\n---\n<p>b</p>", vec!["b"]),
        (
            "<code-block>API</code-block>a<CodeBlock>API</CodeBlock>",
            vec!["\u{fffc}a\u{fffc}"],
        ),
        ("<code-view>API</code-view>", vec![]),
        (
            "<p>leverage<sup>1</sup> it <sup>small</sup>",
            vec!["leverage\u{fffc} it \u{fffc}"],
        ),
    ];
    for (source, expected) in table {
        assert_eq!(texts(&Html, source), expected, "{source}");
    }
}

#[test]
fn odd_html_does_no_damage() {
    let table = [
        ("<noscript><img alt='the API'></noscript>a", vec!["a"]),
        ("<iframe><p title='API'>x</iframe>a", vec!["a"]),
        ("<script/>API</script>a", vec!["a"]),
        ("<!--[if IE]><p>API</p><![endif]--><p>a", vec!["a"]),
        ("<![CDATA[ API ]]>a", vec!["a"]),
        ("<p data-x='<p>API</p>'>a<p>b", vec!["a", "b"]),
        ("<p>a<code>API<p>b", vec!["a\u{fffc}"]),
        ("a < b and c > d", vec!["a < b and c > d"]),
        ("<p>a</p", vec!["a"]),
    ];
    for (source, expected) in table {
        assert_eq!(texts(&Html, source), expected, "{source}");
    }
}

#[test]
fn names_of_what_is_defined_are_known() {
    for (source, expected) in [
        ("<dl><dt>API</dt><dd>A way in.</dd></dl>", &["API"][..]),
        ("<dl><dt>API<dd>A way in.</dl>", &["API"]),
        ("<p>An <dfn>API</dfn> is a way in.</p>", &["API"]),
        (
            "<p>Its <abbr title='service level agreement'>SLA</abbr>.</p>",
            &["service level agreement", "SLA"],
        ),
        (
            "<p>Its <abbr title='SLA'>SLA</abbr>, <abbr>API</abbr>.</p>",
            &[],
        ),
    ] {
        assert_eq!(terms(&Html, source), expected, "{source}");
    }
}

//! What of reStructuredText is prose, by examples.

use super::super::lines::{terms, texts};
use super::*;
use crate::document::AreaKind;
use crate::text::edit::{apply, splice};

#[test]
fn blocks_are_known_by_their_lines() {
    let table = [
        ("The API\n=======\n\nOne\ntwo.", vec!["The API", "One two."]),
        ("=====\n The\n=====\n\n-----\n\na", vec!["The", "a"]),
        ("Run::\n\n  API\n\n  API\n\nback", vec!["Run:", "back"]),
        (
            ".. code-block:: c\n   :caption: The API\n\n   API\n\na",
            vec!["The API", "a"],
        ),
        (
            ".. note:: An API\n   is new.\n\n   More.\n\na",
            vec!["An API is new.", "More.", "a"],
        ),
        (
            ".. tabs::\n\n   .. tab:: One API\n\n      a\n",
            vec!["One API", "a"],
        ),
        (".. warning::\n\n   An API.\n", vec!["An API."]),
        (".. versionadded:: 3.1\n   The API.\n", vec!["The API."]),
        (
            ".. image:: api.png\n   :alt: the\n      API\n   :class: API\n\n.. _api: https://API\n.. |api| replace:: API\n",
            vec!["the API"],
        ),
        (
            ".. figure:: api.png\n   :alt: the API\n\n   A caption.\n",
            vec!["the API", "A caption."],
        ),
        (".. an API\n   comment\n\na", vec!["a"]),
        (">>> API\nAPI\n\na", vec!["a"]),
        (
            "- one\n  more\n- two\n\n  three\n#. four",
            vec!["one more", "two", "three", "four"],
        ),
        ("term\n  An API.\n", vec!["term", "An API."]),
        (
            ":Author: API\n\na\n\n:param x: An API\n   is new\n",
            vec!["a", "An API is new"],
        ),
        (
            ".. [1] An API\n   is new\n\na [1]_",
            vec!["An API is new", "a \u{fffc}"],
        ),
        ("| one\n| two", vec!["one", "two"]),
        (".. py:function:: api(x)\n\n   An API.\n", vec!["An API."]),
        ("-v  An API\n--api  More", vec!["An API", "More"]),
        (
            ".. toctree::\n   :caption: The API\n   :name: API\n\n   api\n\na",
            vec!["The API", "a"],
        ),
        (
            ".. function:: api(x)\n              key(x)\n\n   An API.\n",
            vec!["An API."],
        ),
        (
            "a\n\n:param x: An API\n:type x: API\n:rtype: API\n   or API\n",
            vec!["a", "An API"],
        ),
        (
            ".. csv-table:: The API\n   :header: one, two\n\n   \"a, b\", c\n   \"d\n   e\",\"\"\n\nf",
            vec!["The API", "one", "two", "a, b", "c", "d e", "f"],
        ),
        (
            ".. list-table:: The\n   API\n   :header-rows: 1\n\n   * - one\n     - two\n",
            vec!["The API", "one", "two"],
        ),
        (
            ".. glossary::\n   :sorted:\n\n   API\n   key : n\n      A way.\n\n      More.\n   .. API\n\n   b\n      c\n\nd",
            vec!["API", "key", "A way.", "More.", "b", "c", "d"],
        ),
    ];
    for (source, expected) in table {
        assert_eq!(texts(&Rst, source), expected, "{source}");
    }
}

#[test]
fn inline_markup_is_no_text() {
    let table = [
        ("a *b* **c** ``API`` d", "a b c \u{fffc} d"),
        ("a `the API <https://x>`__ b", "a the API b"),
        (
            "a `API`_ b api_ c |api| d",
            "a \u{fffc} b \u{fffc} c \u{fffc} d",
        ),
        (
            "a :ref:`the API <api>` b :class:`API` c",
            "a the API b \u{fffc} c",
        ),
        ("a\\ *b*\\ c \\*d\\*", "abc *d*"),
        ("2 * 3 * 4 and snake_case *", "2 * 3 * 4 and snake_case *"),
        ("a `two\nlines <x>`__ b", "a two lines b"),
        ("a ``API\nkey`` b", "a \u{fffc} b"),
    ];
    for (source, expected) in table {
        assert_eq!(texts(&Rst, source), [expected], "{source}");
    }
}

#[test]
fn tables_and_names_take_no_other_words() {
    let source = "+-----+-----+\n| API | two |\n| key | x   |\n+=====+=====+\n| a   | b   |\n+-----+-----+\n\n\
                  ===  =====\nAPI  b\n===  =====\nc    the d\n===  =====\n\n`The API <x>`_ is\n";
    let document = Rst.read(source);
    let part = &document.parts[0];
    let fixed =
        |segment: &crate::document::Segment| part.is_in(segment, segment.prose, AreaKind::Fixed);
    let found: Vec<_> = part
        .segments
        .iter()
        .map(|segment| (part.text(segment), fixed(segment)))
        .collect();
    let expected = [
        "API key",
        "two x",
        "a",
        "b",
        "API",
        "b",
        "c",
        "the d",
        "The API is",
    ];
    assert_eq!(found, expected.map(|text| (text, true)));
}

#[test]
fn terms_are_defined_by_markup() {
    for (source, expected) in [
        (
            ".. glossary::\n\n   API\n   the key : n\n      An API.\n\n   SDK\n      b\n\nAn API.\n",
            vec!["API", "the key", "SDK"],
        ),
        (
            "API\n   An API.\n\nSDK : n\n   b\n\nc\nd\n   e\n",
            vec!["API", "SDK : n"],
        ),
        (
            "An :abbr:`API (a way)` and a :dfn:`key`, :abbr:`SDK`.\n",
            vec!["API (a way)", "key"],
        ),
    ] {
        let document = Rst.read(source);
        let part = &document.parts[0];
        assert_eq!(terms(&Rst, source), expected, "{source}");
        assert!(
            part.segments.iter().all(|segment| !segment.quoted),
            "{source}"
        );
    }
}

#[test]
fn quotations_are_indented() {
    let document = Rst.read("a\n\n   b c\n\nd\n\n- e\n\n  f\n\n     g\n");
    let part = &document.parts[0];
    let quoted: Vec<_> = part
        .segments
        .iter()
        .filter(|segment| segment.quoted)
        .map(|segment| part.text(segment))
        .collect();
    assert_eq!(quoted, ["b c", "g"]);
}

#[test]
fn rows_go_along_with_their_title() {
    let source = "===\nAPI\n===\n\nThe API\n-------\n";
    let mut fixes = vec![
        vec![Edit::new(Span::new(4, 7), "connection")],
        vec![Edit::new(Span::new(17, 20), "it")],
        vec![Edit::new(Span::new(13, 16), "Those")],
    ];
    Rst.complete(source, &mut fixes);
    let text = |fixes: &[Vec<Edit>]| {
        let applied = apply(source.as_bytes(), fixes.iter().map(Vec::as_slice));
        assert!(applied.made.iter().all(|made| *made));
        String::from_utf8_lossy(&applied.bytes).into_owned()
    };
    let title = "==========\nconnection\n==========\n\n";
    assert_eq!(text(&fixes), format!("{title}Those it\n--------\n"));
    // Each is right without the others.
    assert_eq!(text(&fixes[..2]), format!("{title}The it\n------\n"));
}

#[test]
fn rows_are_as_wide_as_a_terminal_shows_their_title() {
    let source = "An API\n------\n";
    let mut fixes = [vec![Edit::new(Span::new(3, 6), "接続")]];
    Rst.complete(source, &mut fixes);
    let text = splice(source.as_bytes(), &fixes[0]);
    assert_eq!(String::from_utf8_lossy(&text), "An 接続\n-------\n");
    assert_eq!(
        Rst.read("接続\n---\n").parts[0].segments[0].kind,
        SegmentKind::Text
    );
}

#[test]
fn directives_stand_in_comments() {
    let document = Rst.read(".. dejargon-ignore-next-line it/api\n\nAn API");
    assert_eq!(document.parts[0].directives[0].rules, ["it/api"]);
}

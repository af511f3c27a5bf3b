//! What of `AsciiDoc` is prose, by examples.

use super::super::lines::texts;
use super::*;

#[test]
fn blocks_are_known_by_their_lines() {
    let table = [
        (
            "= The API\nAn Author\n:toc: API\n\nOne\ntwo.",
            vec!["The API", "One two."],
        ),
        ("a\n\n:lang: de\n\nb\n\n:lang: en\n\nc", vec!["a", "c"]),
        ("= a\n:lang: fr\n\nb", vec![]),
        ("a\n[quote, API]\nb", vec!["a", "b"]),
        (
            "a footnote:[b https://c[d].] footnote:x[] e",
            vec!["a \u{fffc} \u{fffc} e", "b d."],
        ),
        (
            "link:x[a b,role=c] link:x[\"d, e\",role=f] mailto:g@h[i,j] ((k)) (((l)))",
            vec!["a b d, e i k \u{fffc}"],
        ),
        ("The API\n-------\n\na", vec!["The API", "a"]),
        ("[source,c]\n----\nAPI\n----\na", vec!["a"]),
        ("[source]\nAPI\nAPI\n\na", vec!["a"]),
        (
            "....\nAPI\n....\n++++\nAPI\n++++\n////\nAPI\n////\na",
            vec!["a"],
        ),
        ("```c\nAPI\n```\na", vec!["a"]),
        ("NOTE: An API\nis new.", vec!["An API is new."]),
        ("====\nAn API.\n====", vec!["An API."]),
        (
            ".The API\nimage::api.png[an API,200]\n\ninclude::API[]",
            vec!["The API", "an API"],
        ),
        (
            "* one\nmore\n** two\n. three\n<1> four",
            vec!["one more", "two", "three", "four"],
        ),
        (
            "a. one\nB. two\niv) three\n\na.m. four\nvan) five",
            vec!["one", "two", "three", "a.m. four van) five"],
        ),
        (
            "[cols=\"1m,2*\"]\n|===\n|API |a |b\n|API\n2+|c\nm|API |d l|API\nAPI |\n|===\ne",
            vec!["a", "b", "c", "d", "e"],
        ),
        (
            "[cols=2*l]\n|===\n|API |API\na|b |API\n|===\n\n|===\n|c\n|===",
            vec!["b", "c"],
        ),
        (
            "[%header,format=csv]\n|===\nAPI,API\n|===\n\n|===\n|a\n|===",
            vec!["a"],
        ),
        ("API:: An API.\nb::\n  c", vec!["API", "An API.", "b", "c"]),
        ("API;; An API.\nb :::\nc", vec!["API", "An API.", "b", "c"]),
        (
            "a\nifdef::api[An API.]\nifndef::api[]\nb\nendif::[]",
            vec!["a", "An API.", "b \u{fffc}"],
        ),
        (":api: API\n\n API\n API\n\na", vec!["a"]),
        (
            ":the api : API\n:key: API\n:long: API \\\nAPI\na\n:b: API\nc",
            vec!["a", "c"],
        ),
        (
            "[cols=\"1,2\"]\n|===\n|a |the API\n\n2+^|b\n|c\nd\n|===\ne",
            vec!["a", "the API", "b", "c d", "e"],
        ),
        ("|===\na|\n----\nAPI\n----\n|===", vec![]),
        ("// API\na +\nb\n'''\nc", vec!["a\nb", "c"]),
    ];
    for (source, expected) in table {
        assert_eq!(texts(&AsciiDoc, source), expected, "{source}");
    }
}

#[test]
fn inline_markup_is_no_text() {
    let table = [
        ("a *b* _c_ `API` +API+ **d**e", "a b c \u{fffc} \u{fffc} de"),
        (
            "a {API} <<API>> <<api,the API>> b",
            "a \u{fffc} \u{fffc} the API b",
        ),
        (
            "a https://x[the API] link:x[an API^] b",
            "a the API an API b",
        ),
        (
            "a image:x[API] kbd:[API] b[API]",
            "a \u{fffc} \u{fffc} b[API]",
        ),
        ("a [.api]#b# \"`c`\" d", "a b “c” d"),
        ("2 * 3 * 4 a_b_c", "2 * 3 * 4 a_b_c"),
        ("a pass:[API] footnote:API[] b", "a \u{fffc} \u{fffc} b"),
    ];
    for (source, expected) in table {
        assert_eq!(texts(&AsciiDoc, source), [expected], "{source}");
    }
}

#[test]
fn quotations_and_directives_are_known() {
    let document = AsciiDoc.read("[quote]\na\n\n____\nb\n____\n\n// dejargon-disable it/api\nc");
    let part = &document.parts[0];
    let quoted: Vec<_> = part.segments.iter().map(|segment| segment.quoted).collect();
    assert_eq!(quoted, [true, true, false]);
    assert_eq!(part.directives[0].rules, ["it/api"]);
}

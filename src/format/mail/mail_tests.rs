//! What of mails is prose, by examples.

use super::super::lines::texts;
use super::*;
use crate::document::AreaKind;
use crate::text::edit::splice;

const MIXED: &str = "Subject: The\n API\nContent-Type: multipart/mixed;\n boundary=\"b\"\n\npreamble API\n\
    --b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n\
    A single sou=\nrce of truth is caf=C3=A9 =3D API.\n\n\
    --b\nContent-Type: text/html\n\n<p>An <b>API</b></p>\n\
    --b\nContent-Type: text/plain\nContent-Disposition: attachment\n\nAPI\n\
    --b\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nQW4g\nQVBJ\n--b--\nAPI\n";

#[test]
fn bodies_are_prose() {
    assert_eq!(
        texts(&Mail, MIXED),
        [
            "The API",
            "A single source of truth is café = API.",
            "An API",
            "An API"
        ]
    );
    let reply =
        "Subject: =?utf-8?q?API?=\n\nYes.\nMore.\n\nOn Monday a@b.c wrote:\n> An API?\n\n-- \nAPI";
    assert_eq!(texts(&Mail, reply), ["Yes. More.", "An API?"]);
    let patch = "Subject: Re: [api-list] [PATCH v2] The API\n\t[new]\n \nTo: API\n\na\n---\n\ndiff --git a/b c/d\n@@ -1 +1 @@\n-API\n\n+API\n";
    assert_eq!(texts(&Mail, patch), ["The API [new]", "a ---"]);
    assert_eq!(texts(&Mail, "Subject: [API]\n\na"), ["[API]", "a"]);
    assert_eq!(
        texts(&Mail, "Content-Type: text/plain; charset=big5\n\nAPI"),
        [""; 0]
    );
    assert_eq!(
        texts(&Mail, "Content-Type: application/pdf\n\nAPI"),
        [""; 0]
    );
}

#[test]
fn letters_are_where_they_stand() {
    let document = Mail.read(MIXED);
    let source_of = |part: usize, words: &str| {
        let part = &document.parts[part];
        let segment = &part.segments[0];
        let start = part.text(segment).find(words).expect("the words are there");
        let span = Span::new(start, start + words.len()).shifted(segment.prose.start);
        part.source[part.source_span(segment, span).range()].to_owned()
    };
    assert_eq!(source_of(1, "source of"), "sou=\nrce of");
    assert_eq!(source_of(1, "café ="), "caf=C3=A9 =3D");
    assert_eq!(source_of(2, "API"), "API");
    assert_eq!(source_of(3, "API"), "QVBJ");
    let encoded = &document.parts[3];
    let segment = &encoded.segments[0];
    assert!(encoded.is_in(segment, segment.prose, AreaKind::Fixed));
    assert!(encoded.spot(0).is_some());
}

#[test]
fn lines_that_grow_are_broken_anew() {
    let line = "a ".repeat(30) + "API=3D" + &"b ".repeat(5);
    let source = format!("Content-Transfer-Encoding: quoted-printable\n\n{line}\nlast\n");
    let at = source.find("API").expect("it is there");
    let end = source.find("\nlast").expect("it is there");
    let mut fixes = [
        vec![Edit::new(Span::new(at, at + 3), "way for programs to talk")],
        vec![Edit::new(Span::new(end, end), " to each other")],
    ];
    Mail.complete(&source, &mut fixes);
    let after = splice(source.as_bytes(), fixes.iter().flatten());
    let after = String::from_utf8(after).expect("it is text");
    assert!(after.lines().all(|line| line.len() <= 76), "{after}");
    let text = after.replace("=\n", "");
    let expected = source.replace("API", "way for programs to talk");
    assert_eq!(text, expected.replace("\nlast", " to each other\nlast"));
}

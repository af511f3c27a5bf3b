//! Objects inside verbs, and articles before nouns.

use super::{article_before, begins_place, is_object, starts_with_object_pronoun};

#[test]
fn what_may_stand_inside_a_verb() {
    let objects = [
        "the server",
        "it",
        "them",
        "the test server",
        "two servers",
        "3 servers",
        "a new server",
        "our server",
        "this server",
        "GitHub",
        "Anna's server",
        "servers",
        "new servers",
        "everything",
        "the pair of",
        "all servers",
        "\u{FFFC}",
        "these",
        "that server",
        "the company’s server",
        "test servers",
        "you",
    ];
    let others = [
        "in line",
        "quickly",
        "",
        "and",
        "the server, then",
        "to",
        "over",
        "right",
        "I look",
        "the server. Then",
        "is",
        "on the server",
        "it is",
        "the very large new server",
        "when",
        "what is",
        "around and look",
        "of",
        "the server (new)",
        "back",
    ];
    for between in objects {
        assert!(is_object(between), "{between}");
    }
    for between in others {
        assert!(!is_object(between), "{between}");
    }
}

#[test]
fn pronouns_behind_a_verb() {
    let pronouns = [
        "it",
        " it.",
        " them now",
        " us",
        " her",
        " this",
        " that.",
        " those of May",
        " you",
        " themselves",
    ];
    let others = [
        " the server",
        " this server",
        " her server",
        " those servers",
        "",
        ". It is",
        " servers",
        " (it)",
    ];
    for text in pronouns {
        assert!(starts_with_object_pronoun(text), "{text}");
    }
    for text in others {
        assert!(!starts_with_object_pronoun(text), "{text}");
    }
}

#[test]
fn an_article_stands_directly_before() {
    let table = [
        ("We need an ", Some("an")),
        ("A ", Some("A")),
        ("An ", Some("An")),
        ("Open a ", Some("a")),
        ("call it an \"", Some("an")),
        ("call it an “", Some("an")),
        ("call it a (", Some("a")),
        ("call it a\u{A0}", Some("a")),
        ("call it a ‘", Some("a")),
        ("it is new: a ", Some("a")),
        ("it is new—an ", Some("an")),
        ("(an ", Some("an")),
        ("In this step a ", Some("a")),
        ("Building A ", Some("A")),
        ("vitamin A ", None),
        ("vitamin a ", None),
        ("Plan A ", None),
        ("option a ", None),
        ("Type A ", None),
        ("an early ", None),
        ("the ", None),
        ("", None),
        ("a", None),
        ("data ", None),
        ("a, ", None),
        ("a/an ", None),
        ("à ", None),
        ("non-a ", None),
        ("it's a \"", Some("a")),
    ];
    for (before, expected) in table {
        let found = article_before(before).and_then(|range| before.get(range));
        assert_eq!(found, expected, "{before}");
    }
}

#[test]
fn a_particle_begins_no_place() {
    let table = [
        ("out", " the door.", true),
        ("out", " of the door.", true),
        ("down", " the hill", true),
        ("out", " the next day.", false),
        ("down", " a little.", false),
        ("back", " the way it came.", false),
        ("up", " today.", false),
        ("to", " your needs.", false),
        ("up", ".", false),
    ];
    for (particle, behind, expected) in table {
        assert_eq!(
            begins_place(particle, behind),
            expected,
            "{particle}{behind}"
        );
    }
}

//! Where sentences begin and end.

use super::{
    Gap, OBJECT, bounds, ends_with_abbreviation, starts_sentence, words_after, words_before,
};

/// The sentence around the text in square brackets.
fn sentence_of(marked: &str) -> String {
    let (before, rest) = marked.split_once('[').unwrap_or(("", marked));
    let (form, after) = rest.split_once(']').unwrap_or((rest, ""));
    let text = format!("{before}{form}{after}");
    let at = before.len()..before.len() + form.len();
    text[bounds(&text, at, 1000)].to_owned()
}

#[test]
fn full_stops_end_sentences() {
    let table = [
        ("One. Two [x] three. Four.", "Two x three."),
        ("[x] one. Two.", "x one."),
        ("One! Two [x]? Three.", "Two x?"),
        ("One… [X] two.", "X two."),
        ("One… [x] two.", "One… x two."),
        ("He said \"one.\" [X] two.", "X two."),
        ("(One.) [X] two.", "X two."),
        ("One! [x] two? Three.", "One! x two?"),
        ("Use \u{FFFC}. [X] two.", "X two."),
        ("It is \u{FFFC}.\u{FFFC} [X] two.", "X two."),
        ("One. \u{FFFC} is [x].", "\u{FFFC} is x."),
        ("One. 2 is [x].", "2 is x."),
        ("One. \"Two\" is [x].", "\"Two\" is x."),
        ("One. (Two) is [x].", "(Two) is x."),
        ("One\nTwo [x]\nThree", "Two x"),
        ("One [x]", "One x"),
        ("One [x].   Two", "One x."),
        ("It is ready? he asked [x].", "It is ready? he asked x."),
        (
            "We are done. iPhones are [x].",
            "We are done. iPhones are x.",
        ),
    ];
    for (marked, sentence) in table {
        assert_eq!(sentence_of(marked), sentence);
    }
}

#[test]
fn abbreviations_do_not() {
    let table = [
        "Tools, e.g. GitHub, are [x].",
        "Tools, i.e. GitHub, are [x].",
        "Ask Dr. Smith about [x].",
        "Ask Mrs. Smith about [x].",
        "This vs. That is [x].",
        "See No. 5 for [x].",
        "See Fig. 3 and Sec. 4 of [x].",
        "The U.S. Navy has [x].",
        "Version 2.0 of node.js is [x].",
        "J. Smith wrote [x].",
        "It costs approx. 5 for [x].",
        "Apple Inc. Stores sell [x].",
        "It has etc. and so [x].",
        "One, incl. Two, is [x].",
    ];
    for marked in table {
        assert_eq!(sentence_of(marked), marked.replace(['[', ']'], ""));
    }
    assert_eq!(
        sentence_of("Open at 5 p.m. The shop is [x]."),
        "The shop is x."
    );
    assert_eq!(sentence_of("Tests, plans, etc. Then [x]."), "Then x.");
    assert_eq!(sentence_of("We said no. We are [x]."), "We are x.");
    assert_eq!(
        sentence_of("Made by Apple Inc. The phone is [x]."),
        "The phone is x."
    );
}

#[test]
fn bounds_keep_to_their_limit_and_to_characters() {
    let text = "é".repeat(100);
    assert_eq!(bounds(&text, 100..102, 5), 96..106);
    assert_eq!(bounds(&text, 101..103, 5), 96..106);
    assert_eq!(bounds("", 0..0, 5), 0..0);
    assert_eq!(bounds("one", 7..9, 5), 0..3);
    let backwards = std::ops::Range { start: 3, end: 1 };
    assert!(bounds("one two", backwards, 5).end <= 7);
}

#[test]
fn any_position_of_any_text_is_fine() {
    let text = "É. (\u{FFFC}) “Ünï” 1.\n\u{301}e.g. … -- a’s J. [x] 🎉.🎉 Z";
    for start in 0..=text.len() + 1 {
        starts_sentence(text, start);
        for end in start..=text.len() + 1 {
            let range = bounds(text, start..end, 7);
            assert!(text.get(range).is_some());
        }
    }
}

#[test]
fn where_a_sentence_starts() {
    let table = [
        ("|One", true),
        ("One. |Two", true),
        ("One! |Two", true),
        ("One? \"|Two", true),
        ("\"|Two", true),
        ("(|Two", true),
        ("One. (|Two", true),
        ("He said \"one.\" |Two", true),
        ("One\n|two", true),
        ("1. |One", true),
        ("2.3) |One", true),
        ("(a) |One", true),
        ("iv. |One", true),
        ("- |One", true),
        ("• |One", true),
        ("[x] |One", true),
        ("[ ] |One", true),
        ("One\n1. |Two", true),
        ("🎉 |One", true),
        ("Step one. |Two", true),
        ("One |two", false),
        ("One: |two", false),
        ("Update: |Leveraging", false),
        ("1: |Two", false),
        ("One; |two", false),
        ("e.g. |Two", false),
        ("One, incl. |Two", false),
        ("One, |two", false),
        ("One \"|Two", false),
        ("\u{FFFC} |two", false),
        ("Mr. |Two", false),
        ("One — |two", false),
        ("One (|Two", false),
        ("version 2.|0", false),
    ];
    for (marked, expected) in table {
        let at = marked.find('|').unwrap_or_default();
        assert_eq!(
            starts_sentence(&marked.replace('|', ""), at),
            expected,
            "{marked}"
        );
    }
}

#[test]
fn words_carry_the_gap_to_their_neighbour() {
    let texts = |words: &mut dyn Iterator<Item = super::Word<'static>>| {
        words.map(|word| (word.text, word.gap)).collect::<Vec<_>>()
    };
    assert_eq!(
        texts(&mut words_before("One, the teams' well-known ")),
        [
            ("well-known", Gap::Space),
            ("teams", Gap::Possessive),
            ("the", Gap::Space),
            ("One", Gap::Comma)
        ],
    );
    assert_eq!(
        texts(&mut words_after(" it’s/was (2.0) \"node.js\"; end")),
        [
            ("it’s", Gap::Space),
            ("was", Gap::Joint),
            ("2.0", Gap::Break),
            ("node.js", Gap::Break),
            ("end", Gap::Break)
        ],
    );
    assert_eq!(
        texts(&mut words_after("use\u{FFFC}now \"yes\"")),
        [
            ("use", Gap::Space),
            ("\u{FFFC}", Gap::Space),
            ("now", Gap::Space),
            ("yes", Gap::Quote)
        ],
    );
    assert_eq!(
        words_before("\u{FFFC}")
            .next()
            .map(|word| word.text.starts_with(OBJECT)),
        Some(true)
    );
    assert_eq!(words_before(" … ").next(), None);
    assert_eq!(words_after("").next(), None);
}

#[test]
fn an_abbreviation_can_end_its_sentence() {
    for (text, expected) in [
        ("Cats, dogs, etc.", Some(true)),
        ("Cats, dogs, etc. ", Some(true)),
        ("He said “cats, etc.” They left.", Some(true)),
        ("Cats, etc. They came.", Some(true)),
        ("Cats, etc.\nCats came.", Some(true)),
        ("Cats, etc. are here.", Some(false)),
        ("(Cats, etc.) are here.", Some(false)),
        ("Cats (dogs, etc.). They came.", Some(false)),
        ("Cats, etc., came.", Some(false)),
        ("It is etc. 5 long.", Some(false)),
        ("Cats, etc. Smith came.", None),
    ] {
        let at = text.find("etc.").map(|at| at + "etc.".len()).expect("etc.");
        assert_eq!(ends_with_abbreviation(text, at), expected, "{text}");
    }
    assert_eq!(ends_with_abbreviation("Use e.g. Paris.", 8), Some(false));
}

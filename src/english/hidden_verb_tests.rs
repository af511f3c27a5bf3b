//! Sentences in which a verb hides, may hide, and does not.

use super::*;

/// What stands there, what hides in it, and whether it can take its place.
fn found(text: &str) -> Option<(&str, String, bool)> {
    let hidden = hidden_verbs(text).into_iter().next()?;
    Some((&text[hidden.span], hidden.verb.plain, hidden.is_certain))
}

#[test]
fn a_verb_is_found_in_every_frame() {
    for (text, words, plain) in [
        (
            "They conducted a review of the plan.",
            "conducted a review of",
            "review",
        ),
        (
            "It provides an indication of the cost.",
            "provides an indication of",
            "show",
        ),
        (
            "It gives an indication that it works.",
            "gives an indication",
            "show",
        ),
        (
            "We carried out inspections of the roof.",
            "carried out inspections of",
            "inspect",
        ),
        (
            "They came to the conclusion that it works.",
            "came to the conclusion",
            "conclude",
        ),
        ("She gave some years of thought.", "", ""),
        (
            "She gave thought to the matter.",
            "gave thought to",
            "think about",
        ),
        (
            "She gave her approval to the plan.",
            "gave her approval to",
            "approve",
        ),
        (
            "They took a decision on the bid.",
            "took a decision",
            "decide",
        ),
        ("He made an attempt to move it.", "made an attempt", "try"),
        (
            "We did a thorough review of it.",
            "did a thorough review of",
            "thoroughly review",
        ),
    ] {
        let expected = (!words.is_empty()).then(|| (words, plain.to_owned(), true));
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn what_is_not_certain_is_found() {
    for text in [
        "They conducted a recent review of the plan.",
        "They gave her approval to the plan.",
        "A review was conducted of the plan.",
        "They made a claim that nobody believed.",
        "An attempt has been made to move it.",
        "They made several changes to the plan.",
        "She gave her approval to close it.",
    ] {
        assert!(matches!(found(text), Some((_, _, false))), "{text}");
    }
}

#[test]
fn what_only_looks_like_one_is_not_found() {
    for text in [
        "The race took place in May.",
        "They make decisions on Monday.",
        "She gave notice to the owner.",
        "They read a review of the film.",
        "What do the reviews of the film say?",
        "Which plans do the reviews of the budget cover?",
        "They made a decision that hurt.",
        "They carried out research on Friday.",
        "They made improvements in the last year.",
        "They carried out repairs on site.",
        "They made no changes to the plan.",
        "The decision that they took was right.",
        "They conducted a review.",
        "They conducted a review, of course.",
        "He made a promise to the owner.",
        "She gave the right answer to the question.",
        "We took a first look at the map.",
    ] {
        assert_eq!(found(text), None, "{text}");
    }
}

#[test]
fn every_row_holds_in_its_own_sentence() {
    let table = include_str!("hidden_verb/table.rs");
    let rows = table.lines().filter(|line| line.starts_with("    row("));
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in rows {
        count += 1;
        let sentence = row.rsplit_once("// ").map_or("", |(_, sentence)| sentence);
        let noun = row.split('"').nth(1).unwrap_or_default();
        let verb = row.split('"').nth(3).unwrap_or_default();
        let verb = verb.split('/').next().unwrap_or_default();
        let is_right = found(sentence).is_some_and(|(_, plain, certain)| {
            certain && (plain == verb || plain.starts_with(&format!("{verb} ")))
        });
        if !is_right {
            wrong.push(format!("{noun}: {sentence} {:?}", found(sentence)));
        }
    }
    assert_eq!(count, ROWS.len());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

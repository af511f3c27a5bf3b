//! What is meant where, by what stands around it.

use std::path::Path;

use super::*;
use crate::glossary::{Glossary, parse};

const WORDS: &str = r#"
[glossary]
name = "it"
title = "IT"
[[term]]
term = "compiler"
[[term]]
term = "debugger"
[[term]]
term = "dividend"
tags = ["finance"]
[[term]]
term = "escrow"
tags = ["finance"]
[[term]]
term = "driver"
about = ["it"]
[[term]]
term = "branch"
about = ["it"]
[[term]]
term = "zone"
about = ["it"]
tags = ["networking"]
[[term]]
term = "gateway"
tags = ["networking"]
[[term]]
term = "subnet"
tags = ["networking"]
[[term]]
term = "cliff"
about = ["finance", "law"]
"#;

fn words() -> Glossary {
    parse(Path::new("words.toml"), WORDS).expect("sound words")
}

fn entry<'g>(words: &'g Glossary, term: &str) -> &'g Entry {
    let mut entries = words.entries.iter();
    let entry = entries.find(|entry| &*entry.term == term);
    entry.expect("it is one of the words")
}

/// What is meant at a place by a driver and by a cliff, with evidence at others.
fn sense(evidence: &[(&str, usize)], code: &[usize], at: usize) -> Sense {
    let words = words();
    let of = |term: &str| entry(&words, term);
    let mut subjects = Subjects::default();
    for &(term, place) in evidence {
        subjects.add(of(term), place);
    }
    for &place in code {
        subjects.add_code(place);
    }
    subjects.sense(&[of("driver"), of("cliff")], at)
}

#[test]
fn two_entries_that_stand_near_are_enough() {
    assert_eq!(
        sense(&[("compiler", 0), ("debugger", 1)], &[], 1),
        Sense::One(0)
    );
    assert_eq!(sense(&[("compiler", 0)], &[], 0), Sense::Nothing);
    assert_eq!(
        sense(&[("compiler", 0), ("compiler", 1)], &[], 1),
        Sense::Nothing
    );
    assert_eq!(
        sense(&[("compiler", 0), ("debugger", 1)], &[], 9),
        Sense::Nothing
    );
    assert_eq!(
        sense(&[("compiler", 0), ("debugger", 1)], &[], 99),
        Sense::Nothing
    );
}

#[test]
fn entries_of_a_glossary_are_evidence_whatever_their_tags() {
    let evidence = [("dividend", 0), ("escrow", 0)];
    assert_eq!(sense(&evidence, &[], 0), Sense::Tie);
    let more = [("compiler", 0), ("dividend", 0), ("escrow", 0)];
    assert_eq!(sense(&more, &[], 0), Sense::One(0));
}

#[test]
fn code_speaks_for_it_alone() {
    assert_eq!(sense(&[], &[0, 1, 2, 3], 4), Sense::One(0));
    assert_eq!(sense(&[], &[0, 1], 4), Sense::Nothing);
}

#[test]
fn words_that_ask_for_a_subject_lean_on_others() {
    let words = words();
    let of = |term: &str| entry(&words, term);
    let senses = [of("driver")];
    let mut subjects = Subjects::default();
    subjects.add_leaning(of("branch"), 0);
    subjects.add_leaning(of("zone"), 0);
    subjects.add_leaning(of("driver"), 0);
    assert_eq!(subjects.sense(&senses, 0), Sense::Nothing);
    subjects.add(of("compiler"), 0);
    assert_eq!(subjects.sense(&senses, 0), Sense::One(0));
}

#[test]
fn the_field_of_a_word_is_one_of_its_subject() {
    let words = words();
    let of = |term: &str| entry(&words, term);
    let mut subjects = Subjects::default();
    subjects.add(of("compiler"), 0);
    subjects.add(of("debugger"), 0);
    assert!(subjects.vouch_for(of("driver"), 0));
    assert!(!subjects.vouch_for(of("zone"), 0));
    subjects.add(of("gateway"), 0);
    subjects.add(of("subnet"), 0);
    assert!(subjects.vouch_for(of("zone"), 0));
}

#[test]
fn a_word_that_a_sentence_repeats_is_kept_once() {
    let words = words();
    let mut subjects = Subjects::default();
    for at in [0, 0, 1, 0] {
        subjects.add(entry(&words, "compiler"), at);
    }
    assert_eq!(subjects.entries.in_order.len(), 2);
    subjects.go_on(FAR + 1);
    assert_eq!(subjects.entries.in_order.len(), 1);
}

#[test]
fn sentences_are_counted_by_their_marks() {
    assert_eq!(sentences("One. Two! Three"), 3);
    assert_eq!(sentences(""), 1);
}

#[test]
fn a_field_is_believed_sooner_where_all_around_is_of_its_subject() {
    let words = words();
    let mut subjects = Subjects::default();
    subjects.add(entry(&words, "gateway"), 0);
    assert!(!subjects.vouch_for(entry(&words, "zone"), 0));
    for term in ["compiler", "debugger", "dividend", "escrow"] {
        subjects.add(entry(&words, term), 0);
    }
    assert!(subjects.vouch_for(entry(&words, "zone"), 0));
    assert!(!subjects.vouch_for(entry(&words, "zone"), FAR));
}

//! The tables must be sorted, or lookups miss entries without a word.

use super::*;

#[test]
fn rows_are_sorted_by_their_word() {
    for table in [THIRD_PERSONS, VERBS, PRESENT_PARTICIPLES, NOUNS, ADJECTIVES] {
        let words: Vec<_> = table.iter().map(|row| row.split(' ').next()).collect();
        assert!(words.is_sorted_by(|a, b| a < b), "{words:?}");
    }
}

#[test]
fn lists_are_sorted() {
    for list in [
        DOUBLING_VERBS,
        EITHER_DOUBLING_VERBS,
        TAKES_OES,
        TAKES_OES_OR_OS,
        UNCOUNTABLE,
        NOT_GRADABLE,
        ADJECTIVES_IN_LY,
        LINKS,
        PARTICLES,
        MODIFIERS,
    ] {
        assert!(list.is_sorted_by(|a, b| a < b), "{list:?}");
    }
}

#[test]
fn merged_verbs_are_sorted_as_one_word() {
    let verbs = MERGED_PHRASAL_VERBS.iter().map(|row| row.replace(' ', ""));
    assert!(verbs.is_sorted_by(|a, b| a < b));
}

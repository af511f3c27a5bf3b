//! Entries that have another name on one side of a merge: an id follows its term
//! unless it is written, so that a renamed entry would look like one that was removed
//! and another that was added.

use std::collections::HashMap;

use crate::glossary::layout::{Layout, Piece};

/// The ids of a side by which the base knows its entries, where they differ: an
/// entry that is gone, and the only new one that says the same.
pub(super) fn renamed(base: &Layout<'_>, side: &Layout<'_>) -> HashMap<String, String> {
    let new: Vec<&Piece> = side
        .entries
        .iter()
        .filter(|piece| base.entry(&piece.id).is_none())
        .collect();
    let gone = base
        .entries
        .iter()
        .filter(|piece| side.entry(&piece.id).is_none());
    let mut names = HashMap::new();
    for old in gone {
        let mut like = new.iter().filter(|piece| says_the_same(old, piece));
        if let (Some(only), None) = (like.next(), like.next()) {
            names.entry(only.id.clone()).or_insert(old.id.clone());
        }
    }
    names
}

/// Whether two entries explain a word alike, and say something at all.
fn says_the_same(one: &Piece, other: &Piece) -> bool {
    let value = |piece: &Piece, key| piece.field(key).map(|field| field.value.clone());
    let same = |key| value(one, key) == value(other, key);
    match value(one, "definition") {
        Some(_) => same("definition"),
        None => value(one, "plain").is_some() && same("plain") && same("part-of-speech"),
    }
}

//! What a finding says in one sentence.

use std::borrow::Cow;

use crate::english::article::{Article, indefinite};
use crate::glossary::term::JARGON;
use crate::matcher::Match;

/// What is wrong with a word: `readers` do not know it, know it as another, or cannot
/// tell which of several things it means.
pub(super) fn message(matched: &Match<'_>, spelled: &str, readers: &str) -> String {
    let spelled = in_one_line(spelled);
    let entry = matched.entry;
    if entry.is_false_friend() {
        format!("\"{spelled}\" means different things to different readers")
    } else if !matched.other_senses().is_empty() {
        let senses: Vec<&str> = senses(matched).collect();
        format!(
            "\"{spelled}\" can mean several things: {}",
            senses.join(", ")
        )
    } else if &*entry.label == JARGON {
        format!("\"{spelled}\" is jargon for {readers}")
    } else {
        format!("\"{spelled}\" is {}", entry.label)
    }
}

/// What each sense of a word is in other words: its full form, or the plainest there is.
pub(super) fn senses<'m>(matched: &Match<'m>) -> impl Iterator<Item = &'m str> {
    let senses = std::iter::once(matched.entry).chain(matched.other_senses().iter().copied());
    senses.filter_map(|sense| {
        let plain = sense.plain.first().map(String::as_str);
        let short = sense.expansion.as_deref().or(plain);
        short.or(sense.definition.as_deref())
    })
}

/// Words with one space between them.
fn in_one_line(words: &str) -> Cow<'_, str> {
    if words.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Cow::Borrowed(words);
    }
    let words: Vec<&str> = words.split_whitespace().collect();
    Cow::Owned(words.join(" "))
}

/// The audience in a sentence: `a public audience`.
pub(super) fn readers(audience: &str) -> String {
    // Short names are initialisms: an IT audience.
    let shown = match audience.len() {
        ..=2 => audience.to_uppercase(),
        _ => audience.to_owned(),
    };
    let article = indefinite(&shown).map_or("a", Article::as_str);
    format!("{article} {shown} audience")
}

//! What a finding says in one sentence.

use std::borrow::Cow;

use crate::english::article::{Article, indefinite};
use crate::glossary::term::Entry;

/// What is wrong with a word: `readers` do not know it, or know it as another.
pub(super) fn message(entry: &Entry, spelled: &str, readers: &str) -> String {
    let spelled = in_one_line(spelled);
    if entry.is_false_friend() {
        format!("\"{spelled}\" means different things to different readers")
    } else {
        format!("\"{spelled}\" is jargon for {readers}")
    }
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

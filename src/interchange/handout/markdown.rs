//! The table for a wiki or a repository: a row an entry. It begins with the mark by
//! which this program leaves the words alone that the table explains.

use std::fmt::Write as _;

use super::super::record::Wordlist;
use super::{Card, title};

pub(super) fn write(lists: &[Wordlist], cards: &[Card<'_>]) -> String {
    let mut file = format!(
        "<!-- dejargon-ignore-file -->\n\n# {}\n",
        text(&title(lists))
    );
    for list in lists {
        if let Some(description) = list.header.text("description") {
            let _ = write!(file, "\n{}\n", text(description));
        }
    }
    file.push_str("\n| Word | Say instead | What it means |\n| --- | --- | --- |\n");
    for card in cards {
        let _ = writeln!(
            file,
            "| {} | {} | {} |",
            word(card),
            instead(card),
            meaning(card)
        );
    }
    file
}

/// The term, what it stands for, and its other spellings.
fn word(card: &Card<'_>) -> String {
    let mut word = format!("**{}**", text(card.term()));
    if card.record.text("status") == Some("deprecated") {
        word.push_str(" (on its way out)");
    }
    if let Some(expansion) = card.record.text("expansion") {
        let _ = write!(word, "<br>{}", text(expansion));
    }
    let aliases = card.record.words("aliases");
    if !aliases.is_empty() {
        let _ = write!(word, "<br>also: {}", list(&aliases));
    }
    word
}

fn instead(card: &Card<'_>) -> String {
    list(&card.record.words("plain"))
}

fn meaning(card: &Card<'_>) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(card.record.text("definition").map(text));
    for (audience, meaning) in card.meanings() {
        parts.push(format!("*{}:* {}", text(audience), text(meaning)));
    }
    parts.extend(card.record.text("note").map(text));
    let related = card.record.words("see-also");
    if !related.is_empty() {
        parts.push(format!("See also: {}", list(&related)));
    }
    parts.join("<br>")
}

fn list(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| text(word)).collect();
    words.join(", ")
}

/// A text in a cell: no sign of it means anything, and a line end is a blank.
fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (index, word) in text.split_whitespace().enumerate() {
        if index > 0 {
            escaped.push(' ');
        }
        for c in word.chars() {
            match c {
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '$' => {
                    escaped.push('\\');
                    escaped.push(c);
                }
                c if c.is_control() => escaped.push('\u{fffd}'),
                c => escaped.push(c),
            }
        }
    }
    escaped
}

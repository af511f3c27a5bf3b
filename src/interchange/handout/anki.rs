//! Flash cards: the CSV that Anki imports, with the headers that say so. The word is
//! in front, what to say instead and what it means behind. A card keeps its
//! identity, so that the next import brings it up to date and keeps its schedule.

use super::super::Refused;
use super::super::record::Wordlist;
use super::{Card, escape, title};

pub(super) fn write(lists: &[Wordlist], cards: &[Card<'_>]) -> Result<Vec<u8>, Refused> {
    let deck = title(lists).replace("::", ":").replace(['\n', '\r'], " ");
    let head = format!(
        "#separator:Comma\n#html:true\n#notetype:Basic\n#deck:{deck}\n\
         #columns:Id,Front,Back,Tags\n#guid column:1\n#tags column:4\n"
    );
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(head.into_bytes());
    for card in cards {
        writer
            .write_record([card.rule.clone(), front(card), back(card), tags(card)])
            .map_err(|error| Refused::new(error.to_string()))?;
    }
    writer
        .into_inner()
        .map_err(|error| Refused::new(error.to_string()))
}

fn front(card: &Card<'_>) -> String {
    let term = text(card.term());
    match card.record.text("part-of-speech") {
        Some(part) => format!("{term} <small>({})</small>", text(part)),
        None => term,
    }
}

fn back(card: &Card<'_>) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(expansion) = card.record.text("expansion") {
        parts.push(text(expansion));
    }
    let plain = card.record.words("plain");
    if !plain.is_empty() {
        parts.push(format!("<b>{}</b>", text(&plain.join(", "))));
    }
    parts.extend(card.record.text("definition").map(text));
    for (audience, meaning) in card.meanings() {
        parts.push(format!("<i>{}:</i> {}", text(audience), text(meaning)));
    }
    parts.extend(card.record.text("note").map(text));
    for (example, becomes) in card.examples() {
        parts.push(match becomes {
            Some(becomes) => format!("<i>{}</i> → <i>{}</i>", text(example), text(becomes)),
            None => format!("<i>{}</i>", text(example)),
        });
    }
    let aliases = card.record.words("aliases");
    if !aliases.is_empty() {
        parts.push(format!("also: {}", text(&aliases.join(", "))));
    }
    if card.record.text("status") == Some("deprecated") {
        parts.push("on its way out".to_owned());
    }
    parts.join("<br>")
}

/// The glossary and its labels; a blank would end a tag.
fn tags(card: &Card<'_>) -> String {
    let labels = card.record.words("tags");
    let tags = std::iter::once(card.list.name()).chain(labels);
    let tags = tags.map(|tag| tag.split_whitespace().collect::<Vec<&str>>().join("_"));
    tags.filter(|tag| !tag.is_empty())
        .collect::<Vec<String>>()
        .join(" ")
}

fn text(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(escape).collect();
    lines.join("<br>")
}

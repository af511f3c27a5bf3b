//! Vale's `substitution` styles: a map from what is found to what to write. Keys are
//! regular expressions; those that stand for a few spellings are carried.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, de};
use serde_saphyr::Spanned;

use super::record::{Record, Row, Wordlist};
use super::swap::Swap;
use super::{Losses, Reading, Refused, Remark, spellings, yaml};

/// What a style says.
#[derive(Debug, Deserialize)]
struct Style {
    extends: String,
    message: Option<String>,
    link: Option<String>,
    level: Option<String>,
    #[serde(default)]
    ignorecase: bool,
    #[serde(default)]
    swap: Pairs,
    nonword: Option<de::IgnoredAny>,
    scope: Option<de::IgnoredAny>,
    exceptions: Option<de::IgnoredAny>,
    pos: Option<de::IgnoredAny>,
    capitalize: Option<de::IgnoredAny>,
}

/// A map in the order in which it is written.
#[derive(Debug, Default)]
struct Pairs(Vec<(Spanned<String>, String)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Ordered;
        impl<'de> Visitor<'de> for Ordered {
            type Value = Pairs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map from what is found to what to write")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Ordered)
    }
}

/// Reads a style.
///
/// # Errors
///
/// When it is no YAML, or a style that does not say what to write instead.
pub fn read(bytes: &[u8]) -> Result<Reading, Refused> {
    let style: Style = yaml::read(bytes, "style of Vale")?;
    if style.extends != "substitution" {
        return Err(Refused::new(format!(
            "it extends `{}`: only a `substitution` says what to write instead",
            style.extends
        )));
    }
    let mut losses = Losses::default();
    for (key, value) in [
        ("nonword", &style.nonword),
        ("scope", &style.scope),
        ("exceptions", &style.exceptions),
        ("pos", &style.pos),
        ("capitalize", &style.capitalize),
    ] {
        if value.is_some() {
            losses.leave(format!("the key `{key}`"));
        }
    }
    let severity = match style.level.as_deref() {
        Some("suggestion") => Some("info"),
        Some("error") => Some("error"),
        _ => None,
    };
    let note = style.message.filter(|message| {
        let says_the_words = message.contains("%s");
        if says_the_words {
            losses.leave("the wording of the message");
        }
        !says_the_words
    });
    let mut list = Wordlist::default();
    for (pattern, wanted) in &style.swap.0 {
        let place = yaml::line(pattern);
        match entry(&pattern.value, wanted, style.ignorecase) {
            Ok(mut record) => {
                let facts = [("severity", severity), ("note", note.as_deref())];
                for (field, text) in facts.into_iter().chain([("source", style.link.as_deref())]) {
                    if let Some(text) = text {
                        record.say(field, text);
                    }
                }
                list.terms.push(Row { place, record });
            }
            Err(reason) => losses.untranslatable.push(Remark::new(place, reason)),
        }
    }
    Ok(Reading {
        lists: vec![list],
        unit: "line",
        losses,
    })
}

fn entry(pattern: &str, wanted: &str, ignorecase: bool) -> Result<Record, String> {
    let spellings = spellings::of(pattern).ok_or_else(|| {
        format!("`{pattern}` is a regular expression that no short list of spellings can stand for")
    })?;
    let plain = wanted.split('|').map(|plain| plain.trim().to_owned());
    let plain = plain.filter(|plain| !plain.is_empty()).collect();
    Swap {
        spellings,
        plain,
        exact: !ignorecase,
    }
    .record()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_becomes_entries() {
        let text = "extends: substitution\nmessage: Keep it short.\nlink: https://example.com\n\
                    level: suggestion\nignorecase: true\nnonword: true\naction:\n  name: replace\n\
                    swap:\n  (?:utilize|make use of): use|apply\n  'it is(?!\\.)': it's\n  on: off\n  url: URL\n  open-source: open source\n";
        let reading = read(text.as_bytes()).expect("it is a style");
        let terms = &reading.lists[0].terms;
        let found: Vec<(usize, Option<&str>, Vec<&str>)> = terms
            .iter()
            .map(|row| {
                (
                    row.place,
                    row.record.text("term"),
                    row.record.words("plain"),
                )
            })
            .collect();
        assert_eq!(
            found,
            [
                (10, Some("utilize"), vec!["use", "apply"]),
                (12, Some("on"), vec!["off"]),
                (13, Some("url"), vec!["URL"]),
            ]
        );
        let record = &terms[0].record;
        assert_eq!(record.text("severity"), Some("info"));
        assert_eq!(record.text("note"), Some("Keep it short."));
        assert_eq!(record.text("source"), Some("https://example.com"));
        assert_eq!(reading.losses.left["the key `nonword`"], 1);
        let lines: Vec<usize> = reading
            .losses
            .untranslatable
            .iter()
            .map(|r| r.place)
            .collect();
        assert_eq!(lines, [11, 14]);
    }

    #[test]
    fn other_styles_and_other_yaml_are_refused() {
        for text in [
            "extends: existence\ntokens: [a]\n",
            "- a\n",
            "a: [",
            "",
            "extends: 1\nswap: 2\n",
        ] {
            assert!(read(text.as_bytes()).is_err(), "{text}");
        }
    }

    #[test]
    fn names_cannot_make_a_file_grow() {
        let mut text = "extends: substitution\nx0: &x0 [a, a, a, a, a, a, a, a, a]\n".to_owned();
        for level in 1..9 {
            let below = format!("*x{}", level - 1);
            let items = [below.as_str(); 9].join(", ");
            text = format!("{text}x{level}: &x{level} [{items}]\n");
        }
        text.push_str("swap: {a: b}\n");
        let started = std::time::Instant::now();
        drop(read(text.as_bytes()));
        assert!(started.elapsed().as_secs() < 5);
    }
}

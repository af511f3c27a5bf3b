//! The terms of textlint-rule-terminology: a list of words, which only say how they
//! are capitalized, and of pairs, a pattern and what to write. Comments are allowed.

use serde_json::Value;

use super::record::{Record, Row, Wordlist};
use super::swap::Swap;
use super::{Losses, Reading, Refused, Remark, decode, spellings};

/// Reads terms.
///
/// # Errors
///
/// When it is no JSON, or no list.
pub fn read(bytes: &[u8]) -> Result<Reading, Refused> {
    let text = without_comments(&decode::text(bytes)?);
    let value: Value = serde_json::from_str(&text)
        .map_err(|error| Refused::new(format!("it is no JSON: {error}")))?;
    let terms = match value {
        Value::Array(terms) => terms,
        Value::Object(mut options) => match options.remove("terms") {
            Some(Value::Array(terms)) => terms,
            _ => return Err(Refused::new("it has no list of terms")),
        },
        _ => return Err(Refused::new("it is no list of terms")),
    };
    let mut list = Wordlist::default();
    let mut losses = Losses::default();
    for (place, term) in (1..).zip(&terms) {
        let pair = match term {
            Value::String(_) => {
                losses.leave("terms that only say how a word is capitalized");
                continue;
            }
            Value::Array(pair) => pair,
            _ => &Vec::new(),
        };
        match &pair[..] {
            [Value::String(pattern), Value::String(wanted)] => match entry(pattern, wanted) {
                Ok(record) => list.terms.push(Row { place, record }),
                Err(reason) => losses.untranslatable.push(Remark::new(place, reason)),
            },
            _ => losses.unreadable.push(Remark::new(
                place,
                "it is neither a word nor a pair of pattern and word",
            )),
        }
    }
    Ok(Reading {
        lists: vec![list],
        unit: "entry",
        losses,
    })
}

fn entry(pattern: &str, wanted: &str) -> Result<Record, String> {
    let spellings = spellings::of(pattern).ok_or_else(|| {
        format!("`{pattern}` is a regular expression that no short list of spellings can stand for")
    })?;
    Swap {
        spellings,
        plain: vec![wanted.to_owned()],
        exact: false,
    }
    .record()
}

/// JSON without its comments and without commas before a closing bracket.
fn without_comments(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let end = if c == '"' {
            string_end(rest)
        } else if rest.starts_with("//") {
            let end = rest.find('\n').unwrap_or(rest.len());
            rest = &rest[end..];
            continue;
        } else if rest.starts_with("/*") {
            let end = rest.find("*/").map_or(rest.len(), |at| at + 2);
            rest = &rest[end..];
            continue;
        } else {
            if c == ']' || c == '}' {
                let kept = clean.trim_end();
                let kept = kept.strip_suffix(',').map_or(clean.len(), str::len);
                clean.truncate(kept);
            }
            c.len_utf8()
        };
        clean.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    clean
}

/// Where the string ends that `text` starts with.
fn string_end(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_become_entries() {
        let text = "[\n // brands\n \"GitHub\", /* , */\n [\"App ?Store\", \"App Store\"],\n \
                    [\"ES6\", \"ECMAScript // 2015\"],\n [\"HTTP(?!:)\", \"HTTP\"],\n [1],\n]\n";
        let reading = read(text.as_bytes()).expect("it is a list");
        let found: Vec<(usize, Option<&str>, Option<&str>)> = reading.lists[0]
            .terms
            .iter()
            .map(|row| (row.place, row.record.text("term"), row.record.text("plain")))
            .collect();
        assert_eq!(
            found,
            [
                (2, Some("AppStore"), Some("App Store")),
                (3, Some("ES6"), Some("ECMAScript // 2015"))
            ]
        );
        let losses = &reading.losses;
        assert_eq!(
            losses.left["terms that only say how a word is capitalized"],
            1
        );
        assert_eq!(losses.untranslatable[0].place, 4);
        assert_eq!(losses.unreadable[0].place, 5);
        for text in ["{}", "[", "1", "\"", "/*"] {
            assert!(read(text.as_bytes()).is_err(), "{text}");
        }
    }
}

//! Dictionaries of prh: rules with what is expected and the patterns that are not.
//! A pattern between slashes is a regular expression; any other is a spelling.

use serde::Deserialize;
use serde_json::{Value, json};
use serde_saphyr::Spanned;

use super::record::{Record, Row, Wordlist};
use super::swap::Swap;
use super::{Losses, Reading, Refused, Remark, spellings, yaml};

#[derive(Debug, Deserialize)]
struct Dictionary {
    #[serde(default)]
    rules: Vec<Spanned<Rule>>,
    imports: Option<serde::de::IgnoredAny>,
    targets: Option<serde::de::IgnoredAny>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Rule {
    Written(Box<Written>),
    Expected(String),
}

#[derive(Debug, Deserialize)]
struct Written {
    expected: String,
    pattern: Option<OneOrMany>,
    patterns: Option<OneOrMany>,
    prh: Option<String>,
    #[serde(default)]
    specs: Vec<Spec>,
    #[serde(rename = "regexpMustEmpty")]
    must_be_empty: Option<serde::de::IgnoredAny>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

/// A sentence, and what becomes of it.
#[derive(Debug, Deserialize)]
struct Spec {
    from: String,
    to: String,
}

/// Reads a dictionary.
///
/// # Errors
///
/// When it is no YAML, or none with rules.
pub fn read(bytes: &[u8]) -> Result<Reading, Refused> {
    let dictionary: Dictionary = yaml::read(bytes, "dictionary of prh")?;
    let mut losses = Losses::default();
    for (key, value) in [
        ("imports", &dictionary.imports),
        ("targets", &dictionary.targets),
    ] {
        if value.is_some() {
            losses.leave(format!("the key `{key}`"));
        }
    }
    let mut list = Wordlist::default();
    for rule in dictionary.rules {
        let place = yaml::line(&rule);
        let entry = match rule.value {
            Rule::Written(rule) => {
                if rule.must_be_empty.is_some() {
                    losses.leave("the key `regexpMustEmpty`");
                }
                entry(*rule)
            }
            Rule::Expected(expected) => Err(capitals(&expected)),
        };
        match entry {
            Ok(record) => list.terms.push(Row { place, record }),
            Err(reason) => losses.untranslatable.push(Remark::new(place, reason)),
        }
    }
    Ok(Reading {
        lists: vec![list],
        unit: "line",
        losses,
    })
}

fn entry(rule: Written) -> Result<Record, String> {
    let patterns: Vec<String> = [rule.pattern, rule.patterns]
        .into_iter()
        .flatten()
        .flat_map(|patterns| match patterns {
            OneOrMany::One(pattern) => vec![pattern],
            OneOrMany::Many(patterns) => patterns,
        })
        .collect();
    let expected = rule.expected;
    if patterns.is_empty() {
        return Err(capitals(&expected));
    }
    let mut spelled = Vec::new();
    let mut exact = true;
    for pattern in &patterns {
        match regular_expression(pattern) {
            Some((pattern, flags)) => {
                exact &= !flags.contains('i');
                let more = spellings::of(pattern).filter(|_| !expected.contains('$'));
                spelled.extend(more.ok_or_else(|| {
                    format!("`/{pattern}/` is a regular expression that no short list of spellings can stand for")
                })?);
            }
            None => spelled.push(pattern.clone()),
        }
    }
    let swap = Swap {
        spellings: spelled,
        plain: vec![expected],
        exact,
    };
    let mut record = swap.record()?;
    if let Some(note) = rule.prh {
        record.say("note", note);
    }
    let specs = rule.specs.into_iter();
    let specs = specs.map(|spec| json!({ "text": spec.from, "becomes": spec.to }));
    record.say("examples", specs.collect::<Value>());
    Ok(record)
}

/// `/pattern/flags`, taken apart.
fn regular_expression(pattern: &str) -> Option<(&str, &str)> {
    let (pattern, flags) = pattern.strip_prefix('/')?.rsplit_once('/')?;
    flags
        .chars()
        .all(|c| c.is_ascii_lowercase())
        .then_some((pattern, flags))
}

fn capitals(expected: &str) -> String {
    format!("`{expected}` only says which capitals a word has")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_become_entries() {
        let text = "version: 1\nimports:\n  - other.yml\nrules:\n  - expected: jQuery\n  \
                    - expected: Web Components\n    pattern: WebComponents\n  \
                    - expected: cookie\n    patterns: [cooky, /cookei?s/]\n    prh: A biscuit.\n    \
                    specs:\n      - from: A cooky.\n        to: A cookie.\n  \
                    - pattern: /つく([らり])/\n    expected: 作$1\n  - GitHub\n";
        let reading = read(text.as_bytes()).expect("it is a dictionary");
        let terms = &reading.lists[0].terms;
        let found: Vec<(usize, Option<&str>)> = terms
            .iter()
            .map(|row| (row.place, row.record.text("term")))
            .collect();
        assert_eq!(found, [(6, Some("WebComponents")), (8, Some("cooky"))]);
        let record = &terms[1].record;
        assert_eq!(record.words("aliases"), ["cookes", "cookeis"]);
        assert_eq!(record.text("note"), Some("A biscuit."));
        let examples = record
            .get("examples")
            .map(ToString::to_string)
            .unwrap_or_default();
        assert!(examples.contains("A cookie."), "{examples}");
        let lines: Vec<usize> = reading
            .losses
            .untranslatable
            .iter()
            .map(|r| r.place)
            .collect();
        assert_eq!(lines, [5, 14, 16]);
        assert_eq!(reading.losses.left["the key `imports`"], 1);
    }
}

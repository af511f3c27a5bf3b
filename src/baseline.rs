//! The baseline: findings that a project knows of and does not want to hear about.
//! An entry is a rule, a path and the mark of a sentence, with a count; it says
//! nothing about lines, so that moved text does not rot it. Owns the file's format
//! and the comparison; reading and writing the file is left to the program.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;

use crate::glossary::problem::{Problem, SourceFile};

mod mark;
mod renamed;

pub use mark::{Mark, Sentence, marks, marks_of_lines};

/// What stands above the entries.
const HEAD: &str = "\
# Findings that are known and not reported. `dejargon check --write-baseline` writes
# this file; an entry is a word of a sentence, wherever in its file that stands.
version = 1
entries = [
";

/// The findings that are known, by file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    files: BTreeMap<String, Entries>,
}

/// The entries of one file.
pub type Entries = BTreeMap<Key, Known>;

/// What is known in a file: a rule in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// The rule.
    pub rule: Arc<str>,
    /// The sentence.
    pub sentence: Sentence,
}

/// How often it is known, and how it reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The word as it stands, for those who read the file.
    pub text: String,
    /// How often it occurs.
    pub count: usize,
}

/// The findings of a file beside its entries.
#[derive(Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Which of the findings are known.
    pub known: Vec<bool>,
    /// Entries that do not occur any more, or not as often, with the difference.
    pub stale: Entries,
}

/// The file, key for key.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "version")]
    _version: Version,
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    path: String,
    rule: String,
    sentence: Sentence,
    text: String,
    count: NonZeroUsize,
}

/// The version of the format, the only one so far.
#[derive(Deserialize)]
#[serde(try_from = "u64")]
struct Version;

impl TryFrom<u64> for Version {
    type Error = String;

    fn try_from(number: u64) -> Result<Self, String> {
        match number {
            1 => Ok(Self),
            _ => Err(format!(
                "a baseline of version {number}; this program knows version 1"
            )),
        }
    }
}

impl Baseline {
    /// Reads the text of a baseline file.
    ///
    /// # Errors
    ///
    /// Everything in it that cannot be understood, with its place.
    pub fn parse(path: &Path, text: &str) -> Result<Self, Vec<Problem>> {
        let source = SourceFile { path, text };
        let mut problems = Vec::new();
        let table = source.toml(&mut problems);
        let file: Option<File> = source.read(table, &mut problems);
        match file {
            Some(file) if problems.is_empty() => Ok(Self::of(file.entries)),
            _ => Err(problems),
        }
    }

    /// An entry that is written twice, as merging two branches does, counts once.
    fn of(entries: Vec<Entry>) -> Self {
        let mut files: BTreeMap<String, Entries> = BTreeMap::new();
        for entry in entries {
            let count = entry.count.get();
            let key = Key {
                rule: entry.rule.into(),
                sentence: entry.sentence,
            };
            let known = files.entry(entry.path).or_default().entry(key);
            let known = known.or_insert(Known {
                text: entry.text,
                count,
            });
            known.count = known.count.max(count);
        }
        Self { files }
    }

    /// As a file: sorted, an entry a line, so that it reads well in a diff.
    pub fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for (path, entries) in &self.files {
            for (Key { rule, sentence }, known) in entries {
                // Writing to a string cannot fail.
                let _ = writeln!(
                    text,
                    "    {{ path = {}, rule = {}, sentence = \"{sentence}\", text = {}, count = {} }},",
                    quoted(path),
                    quoted(rule),
                    quoted(&known.text),
                    known.count,
                );
            }
        }
        text.push_str("]\n");
        text
    }

    /// The files with entries.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Entries)> {
        self.files
            .iter()
            .map(|(path, entries)| (path.as_str(), entries))
    }

    /// How many findings it knows.
    pub fn count(&self) -> usize {
        let known = self.files.values().flat_map(BTreeMap::values);
        known.map(|known| known.count).sum()
    }

    /// Puts other entries in the place of a file's.
    pub fn replace(&mut self, path: String, entries: Entries) {
        if entries.is_empty() {
            self.files.remove(&path);
        } else {
            self.files.insert(path, entries);
        }
    }

    /// Drops the entries of files that `keep` does not want.
    pub fn retain(&mut self, mut keep: impl FnMut(&str) -> bool) {
        self.files.retain(|path, _| keep(path));
    }

    /// Which of a file's findings are known. Where more occur than are known, the
    /// first are.
    pub fn compare(&self, path: &str, marks: &[Mark]) -> Comparison {
        let mut stale = self.files.get(path).cloned().unwrap_or_default();
        let mut is_known = |mark: &Mark| {
            let left = stale.get_mut(&mark.key).filter(|left| left.count > 0);
            left.map(|left| left.count -= 1).is_some()
        };
        let known = marks.iter().map(&mut is_known).collect();
        stale.retain(|_, left| left.count > 0);
        Comparison { known, stale }
    }
}

/// The entries that know these findings.
pub fn entries<'m>(marks: impl IntoIterator<Item = &'m Mark>) -> Entries {
    let mut entries = Entries::new();
    for mark in marks {
        let known = entries.entry(mark.key.clone()).or_insert_with(|| Known {
            text: mark.text.clone(),
            count: 0,
        });
        known.count += 1;
    }
    entries
}

/// A string of TOML on one line, spelled the same by every version.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(rule: &str, sentence: &str) -> Mark {
        Mark {
            key: Key {
                rule: rule.into(),
                sentence: Sentence::of(sentence),
            },
            occurrence: 1,
            text: "a \"b\"\\\u{7f}☕".to_owned(),
        }
    }

    fn baseline() -> Baseline {
        let mut baseline = Baseline::default();
        let (api, mvp) = (mark("it/api", "One."), mark("business/mvp", "Two."));
        baseline.replace("docs/b.md".to_owned(), entries([&api, &mvp, &api]));
        baseline.replace("a \"odd\".md".to_owned(), entries([&mvp]));
        baseline
    }

    #[test]
    fn what_is_written_reads_as_it_was() {
        let text = baseline().text();
        assert_eq!(Baseline::parse(Path::new("b.toml"), &text), Ok(baseline()));
        assert_eq!(text.lines().count(), 8);
        assert_eq!(baseline().count(), 4);
    }

    #[test]
    fn the_first_of_too_many_are_known_and_the_rest_of_too_few_is_stale() {
        let (api, mvp) = (mark("it/api", "One."), mark("business/mvp", "Two."));
        let other = mark("it/api", "Other.");
        let found = [api.clone(), other, api.clone(), api.clone()];
        let comparison = baseline().compare("docs/b.md", &found);
        assert_eq!(comparison.known, [true, false, true, false]);
        assert_eq!(comparison.stale, entries([&mvp]));
        let fewer = baseline().compare("docs/b.md", &[mvp, api.clone()]);
        assert_eq!(fewer.stale, entries([&api]));
    }

    #[test]
    fn a_line_that_a_merge_doubled_counts_once() {
        let text = baseline().text();
        let line = text.lines().nth(5).unwrap_or_default();
        let doubled = text.replace(line, &format!("{line}\n{line}"));
        assert_eq!(
            Baseline::parse(Path::new("b.toml"), &doubled),
            Ok(baseline())
        );
    }

    #[test]
    fn mistakes_are_named_with_their_line() {
        let entry = |fields: &str| format!("version = 1\nentries = [\n  {{ {fields} }},\n]\n");
        let table = [
            ("version = 2\nentries = []\n".to_owned(), 1),
            ("entries = []\n".to_owned(), 1),
            ("version = 1\nentries = [\n<<<<<<< HEAD\n]\n".to_owned(), 3),
            (entry("path = \"a\", rule = \"b\""), 3),
            (
                entry("path = \"a\", rule = \"b\", sentence = \"xyz\", text = \"\", count = 1"),
                3,
            ),
            (
                entry(
                    "path = \"a\", rule = \"b\", sentence = \"0123456789abcdef\", text = \"\", count = 0",
                ),
                3,
            ),
        ];
        for (text, line) in table {
            let problems = Baseline::parse(Path::new("b.toml"), &text).unwrap_err();
            assert_eq!(problems[0].position.line, line, "{text}: {}", problems[0]);
        }
    }
}

//! Changed lines: what a unified diff adds, file by file, so that a check can speak
//! of those lines alone. Reads what `git diff` and `diff -u` write; where the diff
//! comes from, and what its paths are relative to, is for the program.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::RangeInclusive;

mod header;

use header::{Hunk, NoName, binary, name, new_name};

/// The lines that were added or changed, by path with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    files: BTreeMap<String, Lines>,
    /// Whether `git` wrote the diff: its paths start at the repository's root.
    pub by_git: bool,
}

/// Lines of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Lines {
    /// All: the file is new.
    All,
    /// These, in ranges.
    Some(Vec<RangeInclusive<usize>>),
}

/// Why a text is no unified diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffError {
    /// The line of the diff, 1-based.
    pub line: usize,
    /// What is wrong with it.
    pub message: &'static str,
}

impl fmt::Display for DiffError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for DiffError {}

impl Changes {
    /// Reads a unified diff. Text between its files is passed over, as that of a
    /// mail; of several diffs in a row, the lines of each count.
    pub fn parse(diff: &[u8]) -> Result<Self, DiffError> {
        let mut reader = Reader::new(diff);
        let mut changes = Self::default();
        let mut found = diff.iter().all(u8::is_ascii_whitespace);
        let mut current = None;
        while let Some(line) = reader.next() {
            if line.starts_with(b"diff --git ") {
                found = true;
                changes.by_git = true;
                current = None;
            } else if let (Some(old), Some(new)) = (name(line, b"--- "), reader.new_file()) {
                found = true;
                reader.next();
                let new = new_name(old, new).map_err(|NoName| reader.error(BAD_NAME))?;
                if let Some(path) = &new {
                    changes.add(path, Vec::new());
                }
                current = Some(new);
            } else if let Some((old, new)) = binary(line) {
                // Nobody can say which lines: all of the file.
                found = true;
                let new = new_name(old, new).map_err(|NoName| reader.error(BAD_NAME))?;
                if let Some(path) = new {
                    changes.add_whole(&path);
                }
            } else if line.starts_with(b"@@@ -") {
                return Err(reader.error(COMBINED));
            } else if line.starts_with(b"@@ -") {
                let added = reader.hunk(line)?;
                let file = current.as_ref().ok_or_else(|| reader.error(NAMELESS))?;
                if let Some(path) = file {
                    changes.add(path, added);
                }
            }
        }
        if found {
            Ok(changes)
        } else {
            Err(DiffError {
                line: 1,
                message: NO_DIFF,
            })
        }
    }

    /// Every line of a new file.
    pub fn add_whole(&mut self, path: &str) {
        self.files.insert(path.to_owned(), Lines::All);
    }

    fn add(&mut self, path: &str, added: Vec<RangeInclusive<usize>>) {
        let lines = self.files.entry(path.to_owned());
        if let Lines::Some(lines) = lines.or_insert(Lines::Some(Vec::new())) {
            lines.extend(added);
        }
    }

    /// The files with changes, those that only lost lines included.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether a file has changes.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether any of the lines of a file was added or changed.
    pub fn touch(&self, path: &str, lines: &RangeInclusive<usize>) -> bool {
        match self.files.get(path) {
            Some(Lines::All) => true,
            Some(Lines::Some(changed)) => changed
                .iter()
                .any(|range| range.start() <= lines.end() && lines.start() <= range.end()),
            None => false,
        }
    }
}

const BAD_NAME: &str = "the name of the file is quoted and the quotation does not end well";
const COMBINED: &str = "this is the combined diff of a merge; give one between two versions, \
                        as `git diff A B` writes it";
const NAMELESS: &str = "there are no lines `---` and `+++` with the name of the file before it";
const NO_DIFF: &str = "this is no unified diff; `git diff` and `diff -u` write them";
const BAD_HUNK: &str = "`@@ -LINE,COUNT +LINE,COUNT @@` was expected";
const SHORT_HUNK: &str = "the lines of this change are not as many as its line `@@` says; \
                          was the diff cut off or edited?";

/// The lines of a diff, counted.
struct Reader<'d> {
    rest: Option<&'d [u8]>,
    line: usize,
}

impl<'d> Reader<'d> {
    fn new(diff: &'d [u8]) -> Self {
        Self {
            rest: (!diff.is_empty()).then_some(diff),
            line: 0,
        }
    }

    /// The next line without its end, and what is behind it.
    fn split(&self) -> Option<(&'d [u8], Option<&'d [u8]>)> {
        let rest = self.rest?;
        Some(match memchr::memchr(b'\n', rest) {
            Some(end) => {
                let behind = &rest[end + 1..];
                (&rest[..end], (!behind.is_empty()).then_some(behind))
            }
            None => (rest, None),
        })
    }

    fn next(&mut self) -> Option<&'d [u8]> {
        let (line, rest) = self.split()?;
        self.rest = rest;
        self.line += 1;
        Some(line)
    }

    /// The name in the next line, if that is `+++`.
    fn new_file(&self) -> Option<&'d [u8]> {
        name(self.split()?.0, b"+++ ")
    }

    fn error(&self, message: &'static str) -> DiffError {
        DiffError {
            line: self.line,
            message,
        }
    }

    /// The lines that a hunk adds; the reader is behind it then.
    fn hunk(&mut self, line: &[u8]) -> Result<Vec<RangeInclusive<usize>>, DiffError> {
        let mut hunk = Hunk::read(line).ok_or_else(|| self.error(BAD_HUNK))?;
        let mut added: Vec<RangeInclusive<usize>> = Vec::new();
        while !hunk.is_over() {
            let line = self.next().ok_or_else(|| self.error(SHORT_HUNK))?;
            let number = hunk.line;
            let taken = match line.first() {
                Some(b'+') => hunk.take(false, true),
                Some(b'-') => hunk.take(true, false),
                // Editors and mail take the space of an empty line away.
                Some(b' ' | b'\r') | None => hunk.take(true, true),
                // `\ No newline at end of file`
                Some(b'\\') => true,
                Some(_) => false,
            };
            if !taken {
                return Err(self.error(SHORT_HUNK));
            }
            if line.starts_with(b"+") {
                match added.last_mut() {
                    Some(last) if last.end() + 1 == number => *last = *last.start()..=number,
                    _ => added.push(number..=number),
                }
            }
        }
        Ok(added)
    }
}

#[cfg(test)]
#[path = "changes/changes_tests.rs"]
mod tests;

//! The sources of the project, as its tests of shape read them.

use std::path::{Path, PathBuf};

use regex::{Captures, Regex};

/// A source file.
pub(super) struct Source {
    /// Its path from the project's root, with `/`.
    pub(super) path: String,
    pub(super) text: String,
    /// The text without comments and literals, line for line.
    pub(super) code: String,
}

impl Source {
    /// The module of the library that it belongs to.
    pub(super) fn module(&self) -> &str {
        let inner = self.path.trim_start_matches("src/");
        inner.split(['/', '.']).next().unwrap_or_default()
    }

    pub(super) fn is_program(&self) -> bool {
        self.path == "src/main.rs" || self.path.starts_with("src/cli/")
    }

    /// Lines of code that are no tests, with their numbers.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let tests = self
            .code
            .find("#[cfg(test)]\nmod tests {")
            .unwrap_or(self.code.len());
        let end = if self.path.ends_with("_tests.rs") {
            0
        } else {
            tests
        };
        (1..).zip(self.code[..end].lines())
    }

    pub(super) fn line_of(&self, offset: usize) -> usize {
        self.code[..offset].matches('\n').count() + 1
    }

    /// The module that it is, name by name.
    pub(super) fn module_path(&self) -> Vec<String> {
        let inner = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        let inner = inner.trim_end_matches("/mod");
        inner.split('/').map(str::to_owned).collect()
    }

    /// The first names behind `prefix` in paths and in braces, with their lines.
    pub(super) fn names_behind(&self, prefix: &str) -> Vec<(usize, String)> {
        let mut names = Vec::new();
        for (at, _) in self.code.match_indices(prefix) {
            if self.code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let line = self.line_of(at);
            let behind = &self.code[at + prefix.len()..];
            match behind.strip_prefix('{') {
                Some(group) => names.extend(group_heads(group).map(|name| (line, name))),
                None => names.push((line, word(behind))),
            }
        }
        names
    }
}

fn word(text: &str) -> String {
    text.trim_start()
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// The first word of every item of `a, b::{c, d}}`, up to the closing brace.
fn group_heads(group: &str) -> impl Iterator<Item = String> {
    let mut depth = 0_usize;
    let mut heads = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(String::new()),
            c => heads
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|head| head.push(c)),
        }
    }
    heads
        .into_iter()
        .map(|head| word(&head))
        .filter(|head| !head.is_empty())
}

pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files under the folders, sorted; what lies in the input folder of a
/// command's test (`NAME.in/`) is no source.
pub(super) fn sources(folders: &[&str]) -> Vec<Source> {
    let literal =
        r##"(?s)//[^\n]*|br?#+".*?"#+|r#*".*?"#*|b?"(?:\\.|[^"\\])*"|b?'(?:\\[^']+|[^'\\\n])'"##;
    let literal = Regex::new(literal).expect("the pattern is valid");
    let newlines = |found: &Captures<'_>| "\n".repeat(found[0].matches('\n').count());
    let mut paths: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| ignore::Walk::new(root().join(folder)).flatten())
        .map(ignore::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter(|path| !path.to_string_lossy().contains(".in/"))
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a source can be read");
            let relative = path.strip_prefix(root()).unwrap_or(&path);
            Source {
                path: relative.to_string_lossy().replace('\\', "/"),
                code: literal.replace_all(&text, newlines).into_owned(),
                text,
            }
        })
        .collect()
}

//! The shape of the project, held by reading its sources: which module may use
//! which, and the habits that every file keeps. One test a rule; a failure lists
//! each place that breaks it.

#![allow(clippy::expect_used, reason = "a source that cannot be read fails")]

use std::fmt::Write as _;

use regex::Regex;

#[path = "architecture/circles.rs"]
mod circles;
#[path = "architecture/sources.rs"]
mod sources;

use sources::{Source, root, sources};

/// Modules by floor, from the top of the house. A module uses those of smaller
/// numbers, and itself; two of one number do not know each other.
const FLOORS: &[(&str, u32)] = &[
    ("crash", 0),
    ("text", 0),
    ("english", 0),
    ("parallel", 1),
    ("document", 10),
    ("finding", 10),
    ("links", 11),
    ("glossary", 20),
    ("config", 21),
    ("matcher", 30),
    ("format", 30),
    ("interchange", 30),
    ("check", 40),
    ("rewrite", 41),
    ("input", 50),
    ("baseline", 51),
    ("changes", 51),
    ("crosslinks", 51),
    ("paragraphs", 51),
    ("report", 52),
    ("edit", 51),
    ("diff", 51),
    ("session", 52),
    ("catalog", 53),
    ("lint", 53),
    ("projects", 53),
];

/// A format reads documents and knows nothing of vocabularies.
const FORMAT_SEES: u32 = 10;

/// How long a file gets before it has two subjects.
const MOST_LINES: usize = 400;

/// Fails with the list of places, if there is one.
fn none(rule: &str, places: impl IntoIterator<Item = (String, usize, String)>) {
    let mut list = String::new();
    for (path, line, what) in places {
        let _ = write!(list, "\n  {path}:{line}: {what}");
    }
    assert!(list.is_empty(), "{rule}:{list}");
}

/// Lines of code, tests aside, that match.
fn code_that(sources: &[Source], pattern: &Regex) -> Vec<(String, usize, String)> {
    let lines = sources
        .iter()
        .flat_map(|source| source.lines().map(move |line| (source, line)));
    lines
        .filter(|(_, (_, code))| pattern.is_match(code))
        .map(|(source, (line, code))| (source.path.clone(), line, code.trim().to_owned()))
        .collect()
}

fn floor(module: &str) -> Option<u32> {
    FLOORS
        .iter()
        .find(|(name, _)| *name == module)
        .map(|(_, floor)| *floor)
}

#[test]
fn a_module_uses_only_floors_above_it() {
    let mut places = Vec::new();
    for source in sources(&["src"]) {
        if source.is_program() || source.path == "src/lib.rs" {
            continue;
        }
        let Some(own) = floor(source.module()) else {
            places.push((source.path, 1, "has no floor".to_owned()));
            continue;
        };
        let highest = if source.module() == "format" {
            FORMAT_SEES + 1
        } else {
            own
        };
        for (line, used) in source.names_behind("crate::") {
            let allowed =
                used == source.module() || floor(&used).is_some_and(|used| used < highest);
            if !allowed {
                places.push((source.path.clone(), line, format!("uses `{used}`")));
            }
        }
    }
    none("a module uses only floors above it", places);
}

#[test]
fn the_program_and_the_library_are_apart() {
    let mut places = Vec::new();
    for source in sources(&["src"]) {
        let forbidden: &[&str] = if source.is_program() {
            &["crate::"]
        } else {
            &["dejargon::", "clap::", "anyhow::", "cli::", "mod cli"]
        };
        for (line, code) in (1..).zip(source.code.lines()) {
            for word in forbidden.iter().filter(|word| code.contains(**word)) {
                places.push((source.path.clone(), line, format!("`{word}`")));
            }
        }
    }
    none(
        "the library has no terminal, the program uses it by its name",
        places,
    );
}

/// `super::x` is a file beside, or something that the parent defines itself; what
/// the parent only passes on is imported from the file that has it.
#[test]
fn siblings_are_imported_by_file() {
    let sources = sources(&["src"]);
    let parent = |path: &str| {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let owner = if path.ends_with("/mod.rs") {
            folder.rsplit_once('/').map_or("", |(folder, _)| folder)
        } else {
            folder
        };
        let [file, module] = [format!("{owner}.rs"), format!("{owner}/mod.rs")];
        sources
            .iter()
            .find(|source| source.path == file || source.path == module)
    };
    let mut places = Vec::new();
    for source in sources
        .iter()
        .filter(|source| !source.path.ends_with("_tests.rs"))
    {
        let Some(parent) = parent(&source.path) else {
            continue;
        };
        let tests = source
            .code
            .find("#[cfg(test)]\nmod tests {")
            .map(|at| source.line_of(at));
        for (line, name) in source.names_behind("super::") {
            let defined = [
                "mod", "struct", "enum", "trait", "fn", "const", "static", "type",
            ]
            .iter()
            .any(|kind| {
                let item = format!("{kind} {name}");
                parent.code.match_indices(&item).any(|(at, _)| {
                    !parent.code[at + item.len()..]
                        .starts_with(|c: char| c.is_alphanumeric() || c == '_')
                })
            });
            let in_tests = tests.is_some_and(|tests| line > tests);
            if !defined && !in_tests && name != "super" && !name.is_empty() {
                places.push((
                    source.path.clone(),
                    line,
                    format!("`super::{name}` is passed on by {}", parent.path),
                ));
            }
        }
        let module = source.module();
        let through = format!("crate::{module}::");
        for (line, code) in source.lines() {
            if source.path.matches('/').count() > 1
                && code
                    .replace(&format!("in crate::{module}"), "")
                    .contains(&through)
            {
                places.push((
                    source.path.clone(),
                    line,
                    format!("`{through}` from inside"),
                ));
            }
        }
    }
    none("siblings are imported by file", places);
}

#[test]
fn every_file_says_what_it_is_for() {
    let places = sources(&["src", "tests", "benches", "examples"])
        .into_iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| (source.path, 1, "begins with no `//!`".to_owned()));
    none("every file says what it is for", places);
}

#[test]
fn no_file_is_too_long() {
    let places = sources(&["src", "tests", "benches", "examples", "build.rs"])
        .into_iter()
        .map(|source| (source.path, source.text.lines().count()))
        .filter(|(path, lines)| {
            *lines
                > if path == "src/main.rs" {
                    39
                } else {
                    MOST_LINES
                }
        })
        .map(|(path, lines)| (path, lines, "is its last line".to_owned()));
    none("no file has two subjects", places);
}

#[test]
fn nothing_is_unfinished_or_gives_up() {
    let words = r"\b(todo|unimplemented|dbg|panic)!|\.unwrap\(\)|\.expect\(";
    let words = Regex::new(words).expect("the pattern is valid");
    let sources = sources(&["src"]);
    let places = code_that(&sources, &words);
    none("nothing is unfinished, nothing taken on trust", places);
}

#[test]
fn the_library_never_prints() {
    let prints = Regex::new(r"\be?print(ln)?!").expect("the pattern is valid");
    let mut sources = sources(&["src"]);
    sources.retain(|source| !source.is_program());
    let places = code_that(&sources, &prints);
    none("the library never prints", places);
}

#[test]
fn files_are_written_in_one_place() {
    let calls = r"fs::(write|rename|copy|create_dir)|File::(create|options)|OpenOptions::new|\.persist\(|write::unfinished";
    let calls = Regex::new(calls).expect("the pattern is valid");
    let mut sources = sources(&["src"]);
    sources.retain(|source| !source.path.starts_with("src/cli/write"));
    let places = code_that(&sources, &calls);
    none("only src/cli/write.rs writes files", places);
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let manifest =
        std::fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml can be read");
    let mut section = "";
    let mut explained = false;
    let mut places = Vec::new();
    for (number, line) in (1..).zip(manifest.lines()) {
        if line.starts_with('[') {
            section = line;
        }
        let is_dependency =
            section.ends_with("dependencies]") && line.starts_with(char::is_alphabetic);
        if is_dependency && !explained {
            places.push(("Cargo.toml".to_owned(), number, line.to_owned()));
        }
        // Neighbours that belong together share a comment.
        explained = line.starts_with('#');
    }
    none("every dependency says why it is there", places);
}

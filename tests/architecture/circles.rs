//! Inside a room files use each other in one direction: who reads one of them needs those
//! that it uses, and none of those that use it. What a parent passes on from its child,
//! and a child takes from its parent, is no circle.

use std::collections::{BTreeMap, BTreeSet};

use super::none;
use super::sources::{Source, sources};

/// The siblings of each folder, and which of them each uses, with all that lies below it.
type Uses = BTreeMap<Vec<String>, BTreeMap<String, BTreeSet<String>>>;

/// The paths in `a::{b, c::{d}};`, name by name.
fn paths(text: &str) -> Vec<Vec<String>> {
    let (mut found, mut open, mut path) = (Vec::new(), vec![Vec::new()], Vec::new());
    let mut name = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() || c == '_' {
            name.push(c);
            continue;
        }
        if !name.is_empty() {
            path.push(std::mem::take(&mut name));
        }
        match c {
            ':' => {}
            '{' => open.push(path.clone()),
            '}' | ',' if open.len() > 1 => {
                found.push(path);
                if c == '}' {
                    open.pop();
                }
                path = open.last().cloned().unwrap_or_default();
            }
            c if c.is_whitespace() && open.len() > 1 => {}
            _ => break,
        }
    }
    found.push(path);
    found
}

/// The paths of all that a source names by its place in the tree, tests aside.
fn named(source: &Source, module: &[String]) -> Vec<Vec<String>> {
    let code: Vec<&str> = source.lines().map(|(_, line)| line).collect();
    let code = code.join("\n");
    let mut named = Vec::new();
    let starts = ["crate::", "super::", "self::"].into_iter();
    let places = starts.flat_map(|start| code.match_indices(start));
    for (at, start) in places {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let mut base = if start == "crate::" { &[] } else { module }.to_vec();
        let mut rest = &code[at..];
        while let Some(behind) = rest.strip_prefix("super::") {
            base.pop();
            rest = behind;
        }
        let rest = rest.strip_prefix(start).unwrap_or(rest);
        let all = paths(rest).into_iter();
        named.extend(all.map(|path| base.iter().cloned().chain(path).collect()));
    }
    named
}

fn uses(sources: &[Source]) -> Uses {
    let modules: BTreeSet<Vec<String>> = sources.iter().map(Source::module_path).collect();
    let mut uses = Uses::new();
    for source in sources {
        let module = source.module_path();
        for mut path in named(source, &module) {
            while !path.is_empty() && !modules.contains(&path) {
                path.pop();
            }
            let common = path.iter().zip(&module).take_while(|(a, b)| a == b).count();
            if let (Some(used), Some(user)) = (path.get(common), module.get(common)) {
                let room = uses.entry(module[..common].to_vec()).or_default();
                room.entry(user.clone()).or_default().insert(used.clone());
            }
        }
    }
    uses
}

/// Whether a way leads from one file to another.
fn leads(room: &BTreeMap<String, BTreeSet<String>>, from: &str, to: &str) -> bool {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(file) = next.pop() {
        for used in room.get(file).into_iter().flatten() {
            if used == to {
                return true;
            }
            if seen.insert(used.as_str()) {
                next.push(used);
            }
        }
    }
    false
}

#[test]
fn files_of_a_room_use_each_other_in_one_direction() {
    let mut sources = sources(&["src"]);
    sources.retain(|source| !source.path.ends_with("_tests.rs"));
    let uses = uses(&sources);
    let known = uses.get(["matcher".to_owned()].as_slice());
    assert!(known.is_some_and(|room| leads(room, "select", "automaton")));
    let mut places = Vec::new();
    for (room, files) in &uses {
        let ways = files
            .iter()
            .flat_map(|(user, used)| used.iter().map(move |used| (user, used)));
        for (user, used) in ways.filter(|(user, used)| leads(files, used, user)) {
            places.push((
                room.join("/"),
                0,
                format!("`{user}` uses `{used}`, and is used by it"),
            ));
        }
    }
    none("files of a room use each other in one direction", places);
}

#[test]
fn paths_are_told_apart() {
    let table: [(&str, &[&str]); 4] = [
        ("a::b;", &["a/b"]),
        ("a(b::c)", &["a"]),
        ("a::{b, c::{d, self}};", &["a/b", "a/c/d", "a/c/self", "a"]),
        ("{a,\n    b::C,\n};", &["a", "b/C"]),
    ];
    for (text, expected) in table {
        let found: BTreeSet<String> = paths(text).iter().map(|path| path.join("/")).collect();
        for path in expected {
            assert!(found.contains(*path), "{text}: {found:?}");
        }
    }
}

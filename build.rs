//! Reads the bundled glossaries and the word lists of English when the program is built: a
//! mistake in one stops the build, and what the program needs of them is left as tables that a start
//! does not have to read. The modules are the program's own.

#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::panic,
    clippy::struct_field_names,
    reason = "the modules are public in the library; a build that fails says why and stops"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use glossary::parse::parse;
use glossary::term::{Entry, Status};
use matcher::index::{Index, Numbered, Standing, Stretch};

#[path = "src/crash.rs"]
mod crash;
#[path = "src/english"]
mod english {
    pub mod inflect;
    mod inflection;
    mod irregular;
    mod regular;
    pub mod variety;
    pub mod word_rows;
    pub mod words;
}
#[path = "src/finding/mod.rs"]
mod finding;
#[path = "src/glossary"]
mod glossary {
    mod choice;
    pub mod context;
    mod entries;
    mod field;
    pub mod forms;
    mod inflected;
    pub mod parse;
    mod pattern;
    pub mod pieces;
    mod plain;
    pub mod problem;
    pub mod schema;
    pub mod term;
    mod value;
    mod written;
}
#[path = "src/matcher"]
mod matcher {
    mod automaton;
    pub mod index;
    mod words;
}
#[path = "src/parallel.rs"]
mod parallel;
#[path = "src/text/mod.rs"]
mod text;

/// Nobody reads what is generated.
const UNREAD: &str = "#[allow(clippy::unreadable_literal)]\n";

/// The glossaries, in the order in which they are loaded.
const NAMES: [&str; 3] = ["it", "business", "plain"];

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let write = |name: &str, contents: &[u8]| {
        fs::write(out.join(name), contents).expect("cargo's folder can be written to");
    };
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src");
    write("words.rs", words(&root).as_bytes());

    let mut glossaries = "/// The bundled glossaries, in the order in which they are loaded.\npub static ALL: &[Bundled] = &[\n".to_owned();
    let mut entries: Vec<Entry> = Vec::new();
    let mut layers = Vec::new();
    for (layer, name) in (1..).zip(NAMES) {
        let first = entries.len();
        let mut known_to = Vec::new();
        let mut files = String::new();
        for path in files_of(&root, name) {
            let text = fs::read_to_string(root.join(&path)).expect("the glossary can be read");
            let read = parse(&path, &text).unwrap_or_else(|problems| {
                let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
                panic!("{}", lines.join("\n"));
            });
            assert!(
                read.name == name,
                "{} names itself {}",
                path.display(),
                read.name
            );
            let shown = path.to_string_lossy();
            let whole = root.join(&path);
            let _ = write!(
                files,
                "({shown:?}, include_str!({:?})), ",
                whole.to_string_lossy()
            );
            entries.extend(
                read.entries
                    .into_iter()
                    .filter(|entry| entry.status != Status::Draft),
            );
            known_to = read.known_to;
        }
        layers.resize(entries.len(), layer);
        let spoken_of = entries[first..].iter().flat_map(|entry| &entry.known_to);
        let mut audiences: Vec<&String> = known_to.iter().chain(spoken_of).collect();
        audiences.sort_unstable();
        audiences.dedup();
        let _ = writeln!(
            glossaries,
            "Bundled {{ name: {name:?}, audiences: &{audiences:?}, entries: {first}..{}, \
             known_to: &{known_to:?}, files: &[{files}] }},",
            entries.len(),
        );
    }
    glossaries.push_str("];\n");

    let mut bytes = Vec::new();
    let mut ends = Vec::new();
    for entry in &entries {
        bytes.extend(postcard::to_allocvec(entry).expect("an entry is plain data"));
        ends.push(bytes.len());
    }
    let mut by_rule: Vec<usize> = (0..entries.len()).collect();
    by_rule.sort_by_key(|&number| (layers[number], &entries[number].rule));
    for pair in by_rule.windows(2) {
        let [one, other] = [&entries[pair[0]], &entries[pair[1]]];
        assert!(
            one.rule != other.rule,
            "{} is in {:?} and {:?}",
            one.rule,
            one.origin,
            other.origin
        );
    }
    let count = entries.len();
    let _ = writeln!(
        glossaries,
        "{UNREAD}static ENDS: [u32; {count}] = {ends:?};"
    );
    let _ = writeln!(
        glossaries,
        "{UNREAD}static BY_RULE: [u16; {count}] = {by_rule:?};"
    );
    glossaries.push_str(
        "static ENTRIES: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/entries.bin\"));\n",
    );
    write("glossaries.rs", glossaries.as_bytes());
    write("entries.bin", &bytes);

    let numbered = entries.iter().zip(&layers).enumerate();
    let numbered = numbered.map(|(number, (entry, &layer))| Numbered {
        number,
        layer,
        entry,
    });
    let index = Index::new(numbered, &[]).expect("the bundled glossaries fit");
    write("index.rs", written(&index).as_bytes());
    write("index.txt", index.text.as_bytes());
}

/// The word lists of English as Rust, in the words of `english::lexicon`: one text of all
/// words, each with its classes, and the places in which they are looked for.
fn words(root: &Path) -> String {
    let file = fs::read_to_string(root.join("src/english/words.tsv")).expect("the words are there");
    let mut classes: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (line, row) in (1..).zip(english::word_rows::rows(&file)) {
        let row = row.unwrap_or_else(|| panic!("src/english/words.tsv: row {line} is none"));
        for word in row.words() {
            classes
                .entry(word)
                .or_default()
                .push(format!("{}.0", row.class));
        }
    }
    let mut places = vec![0; english::words::SLOTS];
    let (mut text, mut rust) = (String::new(), String::new());
    for (number, (word, classes)) in (1..).zip(&classes) {
        let mut free = english::words::places(word).filter(|&place| places[place] == 0);
        let place = free.next().expect("there is room for all words");
        places[place] = number;
        let _ = writeln!(
            rust,
            "w({},{},{}),",
            text.len(),
            word.len(),
            classes.join("|")
        );
        text.push_str(word);
    }
    format!(
        "static TEXT: &str = {text:?};\nstatic WORDS: [Listed; {}] = [\n{rust}];\n\
         {UNREAD}static PLACES: [u16; {}] = {places:?};\n",
        classes.len(),
        places.len(),
    )
}

/// The files of a glossary, one a field, in the order of their names.
fn files_of(root: &Path, name: &str) -> Vec<PathBuf> {
    let folder = Path::new("glossary").join(name);
    println!("cargo::rerun-if-changed={}", folder.display());
    let files = fs::read_dir(root.join(&folder)).expect("the glossary has a folder");
    let mut paths: Vec<PathBuf> = files
        .filter_map(|file| Some(folder.join(file.ok()?.file_name())))
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    paths.sort();
    paths
}

/// An index as Rust, in the words of `matcher::compiled`.
fn written(index: &Index) -> String {
    let stretch = |s: Stretch| format!("s({},{})", s.start, s.length);
    let mut rust = String::new();
    let mut table = |name: &str, kind: &str, rows: Vec<String>| {
        let _ = writeln!(rust, "{UNREAD}static {name}: [{kind}; {}] = [", rows.len());
        for row in rows {
            let _ = writeln!(rust, "{row},");
        }
        rust.push_str("];\n");
    };
    let automaton = &index.automaton;
    let slots = automaton.slots.iter().map(ToString::to_string);
    table("SLOTS", "u32", slots.collect());
    let letters = automaton.letters.iter();
    let letters = letters.map(|l| format!("l({},{})", l.hash, l.state));
    table("LETTERS", "Alone", letters.collect());
    let states = automaton.states.iter();
    let states = states.map(|s| format!("n({},{},{},{})", s.steps, s.patterns, s.failure, s.depth));
    table("STATES", "State", states.collect());
    let steps = automaton.steps.iter();
    let steps = steps.map(|s| format!("g({},{})", s.letter, s.state));
    table("STEPS", "Step", steps.collect());
    let patterns = index
        .patterns
        .iter()
        .map(|p| format!("p({},{},{})", stretch(p.spelling), p.first, p.count));
    table("PATTERNS", "Pattern", patterns.collect());
    let targets = index.targets.iter().map(|t| {
        format!(
            "t({},({},{},{}),{:?},{},{},{},{})",
            t.entry,
            t.rank.standing == Standing::Exception,
            t.rank.separated,
            t.rank.exact,
            t.rank.context,
            t.rank.layer,
            t.inflections.bits(),
            stretch(t.exact),
            stretch(t.particle),
        )
    });
    table("TARGETS", "Target", targets.collect());
    rust
}

//! Documents in every language of markup: a sample of each is torn, doubled and cut at
//! random, always the same way, and whatever comes out is read without a panic, its
//! findings are where they say, and nothing outside of them changes. And what holds of
//! the samples as they are.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use dejargon::format;
use dejargon::input::Input;
use dejargon::session::Session;

#[allow(dead_code, reason = "other tests use more of it")]
mod support;

use support::invariants::verdict;

static SESSION: LazyLock<Session> =
    LazyLock::new(|| support::session(Some(&root().join("tests/support/glossary.toml"))));

/// How often each sample is torn, unless `MUTATIONS` says.
const MUTATIONS: usize = 120;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The samples, sorted by name.
fn samples() -> Vec<PathBuf> {
    let folder = root().join("tests/fixtures/markup");
    let entries = std::fs::read_dir(folder).expect("the samples are there");
    let mut samples: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    samples.sort();
    samples
}

fn read(path: &Path, bytes: Vec<u8>) -> Input {
    let name = path.to_string_lossy().into_owned();
    let format = if name.ends_with(".commit") {
        format::by_name("commit-message").expect("the format is known")
    } else {
        format::of_path(path)
    };
    let input = Input::from_bytes(name, bytes, format);
    input.expect("a text can be read")
}

/// Numbers that look random and are always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (end.max(1) as u64)).unwrap_or_default()
    }
}

/// What markup is made of.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "    ",
    "`",
    "``",
    "```\n",
    "*",
    "**",
    "_",
    "::",
    "::\n\n",
    "[",
    "]",
    "[[",
    "]]",
    "](",
    "{",
    "}",
    "{{",
    "}}",
    "{%",
    "%}",
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<p>",
    "<pre>",
    "\\",
    "\\begin{verbatim}",
    "\\end{",
    "$",
    "$$",
    "%",
    "&",
    "~",
    "#",
    "# ",
    "#+BEGIN_SRC\n",
    "* ",
    "- ",
    "|",
    "|===\n",
    "----\n",
    "....\n",
    "====\n",
    "====",
    "+---+\n",
    "= ",
    "=",
    "=\n",
    "=C3=A9",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "/*",
    "*/",
    "//",
    "<<EOF\n",
    "r#\"",
    "msgid \"\"\n",
    "msgstr \"",
    "--b\n",
    "Content-Type: text/html\n",
    ":x:",
    ".. ",
    ".. note::\n",
    ">",
    "> ",
    "-- \n",
    "é",
    "\u{feff}",
    "\u{1a}",
    "\0",
    "日本",
    "API",
    "leveraged",
    "a ",
];

/// The sample with a few places of it changed.
fn torn(sample: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut text = String::from_utf8_lossy(sample).into_owned();
    for _ in 0..=numbers.below(4) {
        let from = text.floor_char_boundary(numbers.below(text.len() + 1));
        let length = numbers.below(40);
        let to = text
            .floor_char_boundary((from + length).min(text.len()))
            .max(from);
        match numbers.below(5) {
            0 => text.replace_range(from..to, ""),
            1 => text.truncate(from),
            2 => {
                let copy = text[from..to].to_owned();
                let at = text.floor_char_boundary(numbers.below(text.len() + 1));
                text.insert_str(at, &copy);
            }
            _ => text.insert_str(from, PIECES[numbers.below(PIECES.len())]),
        }
    }
    let mut bytes = text.into_bytes();
    if numbers.below(8) == 0 && !bytes.is_empty() {
        let at = numbers.below(bytes.len());
        bytes[at] = 0xff;
    }
    bytes
}

fn assert_sound(path: &Path, bytes: Vec<u8>) {
    let shown = String::from_utf8_lossy(&bytes).into_owned();
    let violations = verdict(&SESSION, &read(path, bytes)).violations;
    let said: Vec<String> = violations.iter().map(ToString::to_string).collect();
    assert!(
        violations.is_empty(),
        "{} in {shown:?}:\n{}",
        path.display(),
        said.join("\n")
    );
}

#[test]
fn samples_keep_the_promises() {
    for path in samples() {
        let bytes = std::fs::read(&path).expect("a sample can be read");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let found = verdict(&SESSION, &read(&path, bytes.clone()));
        assert!(found.findings > 3, "{} has few findings", path.display());
        assert_sound(&path, bytes);
        assert_sound(&path, text.replace('\n', "\r\n").into_bytes());
    }
}

/// What a format leaves alone says so in its words: `MVP-not`, in every sample.
#[test]
fn what_is_no_prose_has_no_finding() {
    for path in samples() {
        let bytes = std::fs::read(&path).expect("a sample can be read");
        let input = read(&path, bytes);
        let text = input.text();
        let findings = SESSION.check(&input).expect("a sample can be checked");
        for finding in &findings {
            let behind = &text[finding.location.span.end..];
            assert!(
                !finding.text.starts_with("synergy"),
                "{} line {}: {}{}",
                path.display(),
                finding.location.start.line,
                finding.text,
                behind.lines().next().unwrap_or_default()
            );
        }
        assert!(text.contains("synergy"), "{} hides nothing", path.display());
    }
}

#[test]
fn torn_documents_keep_the_promises() {
    let asked = std::env::var("MUTATIONS").ok();
    let mutations = asked
        .and_then(|number| number.parse().ok())
        .unwrap_or(MUTATIONS);
    for (index, path) in samples().into_iter().enumerate() {
        let sample = std::fs::read(&path).expect("a sample can be read");
        let mut numbers = Numbers(0x9e37_79b9 + index as u64);
        for _ in 0..mutations {
            let bytes = torn(&sample, &mut numbers);
            if dejargon::input::unreadable(&bytes).is_none() {
                assert_sound(&path, bytes);
            }
        }
    }
}

/// One text in every language of markup has the same findings.
#[test]
fn one_text_has_the_same_findings_in_every_format() {
    let forms = [
        (
            "a.md",
            "# The MVP\n\nWe **leveraged** a single source\nof truth: see `API`.\n",
        ),
        (
            "a.txt",
            "The MVP\n\nWe leveraged a single source\nof truth: see it.\n",
        ),
        (
            "a.html",
            "<h1>The MVP</h1><p>We <b>leveraged</b> a single source\nof truth: see <code>API</code>.</p>",
        ),
        (
            "a.mdx",
            "# The MVP\n\nWe **leveraged** a single source\nof truth: see {API}.\n",
        ),
        (
            "a.rst",
            "The MVP\n=======\n\nWe **leveraged** a single source\nof truth: see ``API``.\n",
        ),
        (
            "a.adoc",
            "= The MVP\n\nWe *leveraged* a single source\nof truth: see `API`.\n",
        ),
        (
            "a.tex",
            "\\section{The MVP}\nWe \\textbf{leveraged} a single source\nof truth: see \\verb|API|.\n",
        ),
        (
            "a.org",
            "* TODO The MVP\nWe *leveraged* a single source\nof truth: see =API=.\n",
        ),
        (
            "a.eml",
            "Subject: The MVP\n\nWe leveraged a single source\nof truth: see it.\n",
        ),
        (
            "a.rs",
            "// # The MVP\n//\n// We **leveraged** a single source\n// of truth: see `API`.\n",
        ),
        (
            "a.po",
            "\"Language: en\\n\"\n\nmsgid \"x\"\nmsgstr \"The MVP\"\n\nmsgid \"y\"\nmsgstr \"We leveraged a single source \"\n\"of truth: see %s.\"\n",
        ),
    ];
    for (name, text) in forms {
        let input = read(Path::new(name), text.as_bytes().to_vec());
        let findings = SESSION.check(&input).expect("it can be checked");
        let rules: Vec<_> = findings.iter().map(|finding| &*finding.rule).collect();
        let expected = ["test/mvp", "test/leverage", "test/single-source-of-truth"];
        assert_eq!(rules, expected, "{name}");
        let fixed = findings.iter().all(|finding| finding.fix.is_some());
        assert!(fixed, "{name}");
    }
}

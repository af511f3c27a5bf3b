//! The documents that go through every report, and what a check of them says.

#![allow(dead_code, reason = "each test program needs a part of it")]

use std::fs;
use std::path::Path;

use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

/// A byte order mark, a tab, characters of two and four bytes, `\r\n`.
const NOTES: &str = "\u{feff}\tCaf\u{e9} \u{1f600}\r\nThe SLA and \"a&b\": \u{e9}\u{1f600} we leverage <it>.\r\n\r\nIt needs an MVP.\r\n";
pub(crate) const OTHER: &str =
    "Synergies, 100%: they leverage a pipeline.\n\nThey leverage a pipeline.\n";

/// How many findings they have: an error, an info, and warnings, one of them for a term
/// in two places.
pub(crate) const FINDINGS: usize = 7;

pub(crate) fn fixture() -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    fs::write(folder.path().join("a b,\u{fc}.md"), NOTES).expect("it can be written");
    fs::write(folder.path().join("other.md"), OTHER).expect("it can be written");
    folder
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What `dejargon check` says of a folder where there is something to find.
pub(crate) fn check(folder: &Path, args: &[&str]) -> String {
    check_with(folder, args, 1)
}

/// The same with any exit code.
pub(crate) fn check_with(folder: &Path, args: &[&str], code: i32) -> String {
    let output = Command::new(cargo_bin("dejargon"))
        .current_dir(folder)
        .env_remove("GITHUB_STEP_SUMMARY")
        .args(["check", "--isolated", "--no-bundled", "--glossary"])
        .arg(root().join("tests/cmd/common/words.toml"))
        .args(args)
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(code), "{output:?}");
    String::from_utf8(output.stdout).expect("a report is text")
}

//! The acceptance cases, when they lie beside the project: each is a document, a
//! glossary and what the program has to say. Without them, or without Python to
//! run them, there is nothing to do.

use std::path::Path;
use std::process::Command;

#[path = "support/skip.rs"]
mod skip;

/// The files of cases for open work that pass already, and must go on passing.
const DONE: [&str; 6] = [
    "abbreviations.toml",
    "damage.toml",
    "explanations.toml",
    "one-finding.toml",
    "subjects.toml",
    "trust.toml",
];

#[test]
fn the_acceptance_cases_pass() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/acceptance");
    let runner = folder.join("run.py");
    let mut cases = cases(&folder.join("cases"));
    let open = DONE.iter().map(|name| folder.join("next").join(name));
    cases.extend(open.filter(|file| file.is_file()));
    if !runner.is_file() || cases.is_empty() {
        skip::skip("no acceptance cases lie beside the project");
        return;
    }
    let run = Command::new("python3")
        .arg(runner)
        .arg("--bin")
        .arg(env!("CARGO_BIN_EXE_dejargon"))
        .args(cases)
        .output();
    let Ok(run) = run else {
        skip::skip_without("python3");
        return;
    };
    let said = [run.stdout, run.stderr].concat();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&said));
}

/// The case files of a folder, sorted; none if there is no such folder.
fn cases(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut cases: Vec<_> = entries
        .map(|entry| entry.path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        })
        .collect();
    cases.sort();
    cases
}

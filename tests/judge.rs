//! The script that lets people judge rewrites: what it draws, and how it counts.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::path::Path;
use std::process::Command;

#[path = "support/skip.rs"]
mod skip;

/// What the script prints; nothing if there is no Python that can run it.
fn judge(arguments: &[&str], folder: &Path) -> Option<String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/judge.py");
    let run = Command::new("python3")
        .arg(script)
        .args(arguments)
        .current_dir(folder)
        .output();
    let Ok(run) = run else {
        skip::skip_without("python3");
        return None;
    };
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    Some(String::from_utf8_lossy(&run.stdout).into_owned())
}

#[test]
fn a_sheet_shows_whole_sentences_and_is_summed_up() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("a file can be written");
    };
    write(
        "words.toml",
        "[glossary]\nname = \"x\"\ntitle = \"X\"\n\
         [[term]]\nterm = \"zorble\"\npart-of-speech = \"verb\"\nplain = \"use\"\n\
         [[term]]\nterm = \"blorb\"\npart-of-speech = \"noun\"\nplain = \"box\"\nrewrite = \"explain\"\n",
    );
    write("a.md", "It is May. We zorbled\nthe blorb. It works.\n");
    let draw = |seed: &str| {
        let bin = env!("CARGO_BIN_EXE_dejargon");
        let arguments = [
            "draw",
            "a.md",
            "--bin",
            bin,
            "--glossary",
            "words.toml",
            "--rule",
            "x/*",
            "--seed",
            seed,
        ];
        judge(&arguments, folder.path())
    };
    let Some(sheet) = draw("1") else { return };
    assert!(
        sheet.contains("x/zorble replaced a.md:1: zorbled\n"),
        "{sheet}"
    );
    assert!(
        sheet.contains("x/blorb explained a.md:2: blorb\n"),
        "{sheet}"
    );
    assert!(sheet.contains("  - We zorbled the blorb.\n"), "{sheet}");
    assert!(
        sheet.contains("  + We used the blorb (a box).\n"),
        "{sheet}"
    );
    assert_eq!(draw("1"), Some(sheet.clone()));
    let mut marks = ["[a]", "[D]"].into_iter();
    let marked: Vec<String> = sheet
        .split("[ ]")
        .map(|piece| piece.to_owned() + marks.next().unwrap_or_default())
        .collect();
    write("sheet.txt", &marked.concat());
    let Some(sums) = judge(&["sum", "sheet.txt"], folder.path()) else {
        return;
    };
    let first = sums.lines().nth(1).expect("there is a line for all");
    let words: Vec<&str> = first.split_whitespace().collect();
    assert_eq!(words, ["all", "1", "0", "0", "1", "50", "%", "of", "2"]);
}

//! `dejargon glossary merge` as a driver of a real git, in a real repository: branches
//! that change different things merge cleanly, others conflict at the field where they
//! differ, and files that only one branch has are none of its business.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use snapbox::cmd::cargo_bin;
use tempfile::TempDir;

#[path = "support/skip.rs"]
mod skip;

const WORDS: &str = r#"[glossary]
name = "our-words"
title = "Our words"

# Agreed in March.
[[term]]
term = "ballast"
part-of-speech = "noun"
plain = "spare money"
definition = "Money that we keep for bad months."

[[term]]
term = "berth"
part-of-speech = "noun"
plain = "test stage"
definition = "A place where a change is tried."
"#;

struct Repository(TempDir);

impl Repository {
    fn new() -> Self {
        let repository = Self(tempfile::tempdir().expect("a folder can be made"));
        repository.git(&["init", "-q", "-b", "main"]);
        let program = cargo_bin("dejargon");
        let driver = format!(
            "'{}' glossary merge %O %A %B --output %A --marker-size %L --path %P",
            program.display()
        );
        repository.git(&["config", "merge.dejargon.driver", &driver]);
        repository.write(".gitattributes", "*.toml merge=dejargon\n");
        repository.write("words.toml", WORDS);
        repository.commit("start");
        repository
    }

    fn run(&self, args: &[&str]) -> Output {
        let identity = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"];
        Command::new("git")
            .current_dir(self.0.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .args(identity)
            .args(args)
            .output()
            .expect("git runs")
    }

    fn git(&self, args: &[&str]) {
        let output = self.run(args);
        assert!(output.status.success(), "git {args:?}: {output:?}");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("it can be written");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("it can be read")
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", message]);
    }

    /// A branch off main on which the glossary is another.
    fn branch(&self, name: &str, text: &str) {
        self.git(&["checkout", "-q", "main"]);
        self.git(&["checkout", "-q", "-b", name]);
        self.write("words.toml", text);
        self.commit(name);
    }
}

/// Whether there is a git to merge with.
fn has_git() -> bool {
    let found = Command::new("git").arg("--version").output().is_ok();
    if !found {
        skip::skip_without("git");
    }
    found
}

#[test]
fn changes_in_different_places_merge_cleanly() {
    if !has_git() {
        return;
    }
    let repository = Repository::new();
    let new =
        "\n[[term]]\nterm = \"crow\" # the verb\npart-of-speech = \"verb\"\nplain = \"report\"\n";
    let theirs = WORDS.replace("\"spare money\"", "\"savings\" # Bo") + new;
    repository.branch("theirs", &theirs);
    // Lines right beside those of theirs, where git alone sees a conflict.
    let other = "\n[[term]]\nterm = \"crew\"\npart-of-speech = \"noun\"\nplain = \"team\"\n";
    let ours = WORDS
        .replace("for bad months", "for bad years")
        .replace("March", "May")
        + other;
    repository.branch("ours", &ours);
    repository.git(&["merge", "-q", "--no-edit", "theirs"]);
    let expected = WORDS
        .replace("\"spare money\"", "\"savings\" # Bo")
        .replace("for bad months", "for bad years")
        .replace("March", "May");
    assert_eq!(
        repository.read("words.toml"),
        format!("{expected}{other}{new}")
    );
}

#[test]
fn a_field_that_both_changed_is_a_conflict_of_git() {
    if !has_git() {
        return;
    }
    let repository = Repository::new();
    repository.branch(
        "theirs",
        &WORDS.replace("\"test stage\"", "\"trial place\""),
    );
    repository.branch("ours", &WORDS.replace("\"test stage\"", "\"test place\""));
    let output = repository.run(&["merge", "--no-edit", "theirs"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        said.contains("CONFLICT (content): Merge conflict in words.toml"),
        "{said}"
    );
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("words.toml:15: conflict: plain of berth"),
        "{said}"
    );
    let conflict =
        "<<<<<<< ours\nplain = \"test place\"\n=======\nplain = \"trial place\"\n>>>>>>> theirs\n";
    let expected = WORDS.replace("plain = \"test stage\"\n", conflict);
    assert_eq!(repository.read("words.toml"), expected);
    let unmerged = repository.run(&["diff", "--name-only", "--diff-filter=U"]);
    assert_eq!(String::from_utf8_lossy(&unmerged.stdout), "words.toml\n");
}

#[test]
fn glossaries_that_both_begin_have_no_base() {
    if !has_git() {
        return;
    }
    let repository = Repository::new();
    let head = "[glossary]\nname = \"new\"\ntitle = \"New\"\n";
    let file = |term: &str| format!("{head}\n[[term]]\nterm = \"{term}\"\nplain = \"x\"\n");
    for (branch, term) in [("theirs", "b"), ("ours", "a")] {
        repository.git(&["checkout", "-q", "main"]);
        repository.git(&["checkout", "-q", "-b", branch]);
        repository.write("new.toml", &file(term));
        repository.commit(branch);
    }
    repository.git(&["merge", "-q", "--no-edit", "theirs"]);
    let both = format!("{}\n[[term]]\nterm = \"b\"\nplain = \"x\"\n", file("a"));
    assert_eq!(repository.read("new.toml"), both);
}

#[test]
fn a_rebase_goes_through_it_as_well() {
    if !has_git() {
        return;
    }
    let repository = Repository::new();
    repository.branch("theirs", &WORDS.replace("March", "May"));
    repository.branch(
        "ours",
        &WORDS.replace("term = \"ballast\"", "term = \"ballast\"\nowner = \"Ann\""),
    );
    repository.git(&["rebase", "-q", "theirs"]);
    let expected = WORDS
        .replace("March", "May")
        .replace("term = \"ballast\"", "term = \"ballast\"\nowner = \"Ann\"");
    assert_eq!(repository.read("words.toml"), expected);
}

/// A job's log is read by many: what is no glossary is not shown.
#[test]
fn what_is_no_glossary_is_not_merged() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let secret = folder.path().join("secret");
    fs::write(&secret, "root:$6$salt$hash:19000:0:99999:7:::\n").expect("it can be written");
    let words = folder.path().join("words.toml");
    fs::write(&words, WORDS).expect("it can be written");
    for versions in [[&secret, &words, &words], [&words, &words, &secret]] {
        let output = Command::new(cargo_bin("dejargon"))
            .args(["glossary", "merge"])
            .args(versions)
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(said.contains("it is no glossary"), "{said}");
        assert!(!said.contains("hash"), "{said}");
    }
}

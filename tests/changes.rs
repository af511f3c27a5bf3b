//! Changed lines and baselines in real repositories and folders, which the tests
//! make with `git`; without git those are left out.

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

#[path = "support/skip.rs"]
mod skip;

type Outcome = Result<(), Box<dyn Error>>;

const WORDS: &str = "[glossary]\nname = \"words\"\ntitle = \"Words\"\n\
    [[term]]\nterm = \"leverage\"\npart-of-speech = \"verb\"\nplain = \"use\"\n";

/// A folder with a glossary, where `leverage` is jargon.
struct Project(TempDir);

impl Project {
    fn new() -> Result<Self, Box<dyn Error>> {
        let project = Self(TempDir::new()?);
        project.write(".words/words.toml", WORDS)?;
        Ok(project)
    }

    /// The same as a repository on its branch `main`; none where git is missing.
    fn repository() -> Result<Option<Self>, Box<dyn Error>> {
        if Command::new("git").arg("--version").output().is_err() {
            skip::skip_without("git");
            return Ok(None);
        }
        let project = Self::new()?;
        project.git(&["init", "-q", "-b", "main"])?;
        Ok(Some(project))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) -> Outcome {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap_or(self.path()))?;
        Ok(fs::write(path, text)?)
    }

    fn read(&self, name: &str) -> Result<String, Box<dyn Error>> {
        Ok(fs::read_to_string(self.path().join(name))?)
    }

    fn git(&self, args: &[&str]) -> Result<Vec<u8>, Box<dyn Error>> {
        let output = Command::new("git")
            .current_dir(self.path())
            .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
            .args(args)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {args:?}: {said}");
        Ok(output.stdout)
    }

    fn commit(&self) -> Outcome {
        self.git(&["add", "--all"])?;
        self.git(&["commit", "-q", "--message", "more"])?;
        Ok(())
    }

    fn run(&self, folder: &str, args: &[&str], stdin: &[u8]) -> Result<Output, Box<dyn Error>> {
        let mut child = Command::new(env!("CARGO_BIN_EXE_dejargon"))
            .current_dir(self.path().join(folder))
            .args(["check", "--format", "concise", "--isolated", "--no-bundled"])
            .arg("--glossary")
            .arg(self.path().join(".words/words.toml"))
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        if let Some(mut pipe) = child.stdin.take() {
            // A program that does not read has closed it.
            let _ = pipe.write_all(stdin);
        }
        Ok(child.wait_with_output()?)
    }

    /// The places of what `check` finds, `a.md:1`.
    fn found(&self, args: &[&str]) -> Result<Vec<String>, Box<dyn Error>> {
        found(&self.run(".", args, b"")?)
    }

    /// The exit code, and what was said on standard error.
    fn said(&self, args: &[&str]) -> Result<(Option<i32>, String), Box<dyn Error>> {
        let output = self.run(".", args, b"")?;
        Ok((output.status.code(), String::from_utf8(output.stderr)?))
    }
}

/// A heading that another file links to keeps its words, whichever files changed.
#[test]
fn links_from_files_without_changes_count() -> Outcome {
    let Some(project) = Project::repository()? else {
        return Ok(());
    };
    project.write("index.md", "See [there](notes.md#leverage-it).\n")?;
    project.write("notes.md", "# Title\n")?;
    project.commit()?;
    project.write("notes.md", "# Leverage it\n\nWe leverage it.\n")?;
    project.git(&["add", "--all"])?;
    let safe = |args: &[&str]| -> Result<Vec<bool>, Box<dyn Error>> {
        let args = [args, &["--report", "json=found.json"]].concat();
        project.run(".", &args, b"")?;
        let report: serde_json::Value = serde_json::from_str(&project.read("found.json")?)?;
        let findings = report["files"][0]["findings"].as_array().cloned();
        let findings = findings.unwrap_or_default();
        let safe = findings
            .iter()
            .map(|finding| finding["fix"]["safe"] == true);
        Ok(safe.collect())
    };
    assert_eq!(safe(&[])?, [false, true]);
    assert_eq!(safe(&["--diff-base", "HEAD"])?, [false, true]);
    assert_eq!(safe(&["--staged"])?, [false, true]);
    Ok(())
}

/// The places in a concise report; its exit code has to agree.
fn found(output: &Output) -> Result<Vec<String>, Box<dyn Error>> {
    let report = std::str::from_utf8(&output.stdout)?;
    let place = |line: &str| {
        let parts: Vec<&str> = line.split(':').take(2).collect();
        parts.join(":")
    };
    let lines = report
        .lines()
        .filter(|line| line.contains("words/leverage"));
    let places: Vec<String> = lines.map(place).collect();
    let said = String::from_utf8_lossy(&output.stderr);
    let expected = i32::from(!places.is_empty());
    assert_eq!(output.status.code(), Some(expected), "{report}{said}");
    Ok(places)
}

const OLD: &str = "We leverage it.\n\nText.\n\nThey leverage it.\n";

#[test]
fn only_lines_since_the_merge_base_count() -> Outcome {
    let Some(project) = Project::repository()? else {
        return Ok(());
    };
    project.write("docs/a b.md", OLD)?;
    project.write(
        "docs/moved.md",
        &format!("{OLD}\n{}", "More text.\n".repeat(9)),
    )?;
    project.commit()?;
    project.git(&["checkout", "-q", "-b", "work"])?;
    project.write("docs/a b.md", &OLD.replace("Text.", "You leverage\nit."))?;
    project.git(&["mv", "docs/moved.md", "docs/new \"é\".md"])?;
    project.commit()?;
    // What happens on the other branch is none of this one's.
    project.git(&["checkout", "-q", "main"])?;
    project.write("docs/a b.md", &format!("On main, leverage it.\n{OLD}"))?;
    project.commit()?;
    project.git(&["checkout", "-q", "work"])?;
    let committed = ["docs/a b.md:3"];
    assert_eq!(project.found(&["--diff-base", "main"])?, committed);
    // Uncommitted, staged and new files count, but not ignored ones or programs.
    project.write("new.md", OLD)?;
    project.write("new.rs", OLD)?;
    project.write("ignored.md", OLD)?;
    project.write(".gitignore", "ignored.md\n")?;
    let renamed = project.read("docs/new \"é\".md")?;
    project.write("docs/new \"é\".md", &format!("{renamed}I leverage it.\n"))?;
    let all = [
        "docs/a b.md:3",
        "docs/new \"é\".md:16",
        "new.md:1",
        "new.md:5",
    ];
    assert_eq!(project.found(&["--diff-base", "main"])?, all);
    assert_eq!(
        project.found(&["--diff-base", "main", "new.md"])?,
        &all[2..]
    );
    let inside = project.run("docs", &["--diff-base", "main", "."], b"")?;
    assert_eq!(found(&inside)?, ["a b.md:3", "new \"é\".md:16"]);
    Ok(())
}

#[test]
fn settings_of_git_change_nothing() -> Outcome {
    let Some(project) = Project::repository()? else {
        return Ok(());
    };
    project.write("a.md", OLD)?;
    project.commit()?;
    for setting in [
        "diff.noprefix",
        "diff.mnemonicPrefix",
        "color.ui",
        "diff.external",
        "diff.relative",
    ] {
        let value = if setting == "color.ui" {
            "always"
        } else {
            "true"
        };
        project.git(&["config", setting, value])?;
    }
    project.write("a.md", &format!("{OLD}\nI leverage it.\n"))?;
    assert_eq!(project.found(&["--diff-base", "HEAD"])?, ["a.md:7"]);
    project.write("a.md", OLD)?;
    assert_eq!(project.found(&["--diff-base", "HEAD"])?, [""; 0]);
    Ok(())
}

#[test]
fn staged_text_is_what_will_be_committed() -> Outcome {
    let Some(project) = Project::repository()? else {
        return Ok(());
    };
    project.write("first.md", "We leverage it.\n")?;
    project.git(&["add", "first.md"])?;
    assert_eq!(
        project.found(&["--staged"])?,
        ["first.md:1"],
        "before any commit"
    );
    project.write("a.md", OLD)?;
    project.commit()?;
    project.write("a.md", &OLD.replace("Text.", "I leverage it."))?;
    project.git(&["add", "a.md"])?;
    // The work tree says something else by now.
    project.write("a.md", &format!("One leverages it.\n\n{OLD}"))?;
    assert_eq!(project.found(&["--staged"])?, ["a.md:3"]);
    fs::remove_file(project.path().join("a.md"))?;
    let (code, said) = project.said(&["--staged"])?;
    assert_eq!(code, Some(2), "{said}");
    assert!(
        said.contains("a.md: is staged but not in the folder any more"),
        "{said}"
    );
    Ok(())
}

#[test]
fn a_diff_can_come_from_anywhere() -> Outcome {
    let Some(project) = Project::repository()? else {
        return Ok(());
    };
    project.write("docs/a.md", OLD)?;
    project.commit()?;
    project.write("docs/a.md", &OLD.replace("Text.", "I leverage it."))?;
    let diff = project.git(&["diff"])?;
    fs::write(project.path().join("my.diff"), &diff)?;
    assert_eq!(project.found(&["--diff-file", "my.diff"])?, ["docs/a.md:3"]);
    let piped = project.run("docs", &["--diff-file", "-", "."], &diff)?;
    assert_eq!(found(&piped)?, ["a.md:3"], "names of git start at the root");
    let plain =
        "--- a.md.orig\t2026-01-01\n+++ a.md\t2026-01-02\n@@ -4,0 +5 @@\n+They leverage it.\n";
    let piped = project.run("docs", &["--diff-file", "-"], plain.as_bytes())?;
    assert_eq!(found(&piped)?, ["a.md:5"], "other names start here");
    let output = project.run(".", &["--diff-file", "-"], b"# Title\n")?;
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr)?;
    assert!(said.contains("standard input could not be read: line 1: this is no unified diff"));
    Ok(())
}

#[test]
fn what_git_cannot_say_is_an_error_with_a_remedy() -> Outcome {
    let Some(project) = Project::repository()? else {
        return Ok(());
    };
    let fails = |project: &Project, args: &[&str], words: &str| -> Outcome {
        let (code, said) = project.said(args)?;
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(words), "{said}");
        Ok(())
    };
    project.write("a.md", OLD)?;
    project.commit()?;
    fails(
        &project,
        &["--diff-base", "nowhere"],
        "no revision `nowhere`",
    )?;
    fails(&project, &["--diff-base=--all"], "no revision `--all`")?;
    project.git(&["checkout", "-q", "--orphan", "other"])?;
    // Else it would be the same commit, if it is made in the same second.
    project.write("other.md", "Text.\n")?;
    project.commit()?;
    fails(&project, &["--diff-base", "main"], "no common ancestor")?;
    let outside = Project::new()?;
    fails(&outside, &["--diff-base", "main"], "needs a git repository")?;
    let clone = Project::new()?;
    project.commit_more("main")?;
    let url = format!("file://{}", project.path().display());
    clone.git(&[
        "clone",
        "-q",
        "--depth",
        "1",
        "--no-single-branch",
        &url,
        "c",
    ])?;
    let output = clone.run("c", &["--diff-base", "origin/other"], b"")?;
    let said = String::from_utf8(output.stderr)?;
    assert!(said.contains("git fetch --unshallow"), "{said}");
    let output = Command::new(env!("CARGO_BIN_EXE_dejargon"))
        .current_dir(project.path())
        .args(["check", "--staged"])
        .env("PATH", "")
        .output()?;
    let said = String::from_utf8(output.stderr)?;
    assert!(said.contains("the command `git` was not found"), "{said}");
    Ok(())
}

impl Project {
    /// Another commit on a branch.
    fn commit_more(&self, branch: &str) -> Outcome {
        self.git(&["checkout", "-q", branch])?;
        self.write("more.md", "Text.\n")?;
        self.commit()
    }
}

//! Where teams plug it in: the pre-commit hooks, whose own lines are run here in the
//! real pre-commit, and the examples of docs/ci.md. (The GitHub action has a file of
//! its own.)

#![cfg(unix)]

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use dejargon::format;
use regex::Regex;
use snapbox::cmd::cargo_bin;
use tempfile::TempDir;

#[path = "support/repository.rs"]
mod repository;
#[path = "support/skip.rs"]
mod skip;
#[path = "support/tools.rs"]
mod tools;

use repository::{Outcome, Repository, names, project, read};

/// The flags that the help of a command has.
fn flags_of(command: &str) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let help = Command::new(cargo_bin("dejargon"))
        .args([command, "--help"])
        .output()?;
    names(
        "(?m)^ +(?:-., )?(--[a-z-]+)",
        &String::from_utf8(help.stdout)?,
    )
}

#[test]
fn every_flag_is_one_of_the_program() -> Outcome {
    let (check, translate) = (flags_of("check")?, flags_of("translate")?);
    assert!(check.contains("--diff-base") && translate.contains("--write"));
    for path in [
        "scripts/github-action.sh",
        ".pre-commit-hooks.yaml",
        "examples/ci/gitlab-ci.yml",
        "docs/baseline.md",
        "docs/ci.md",
        "docs/reports.md",
    ] {
        let text = read(path)?;
        let ours = |line: &&str| {
            let is_ours = line.contains("dejargon check") || line.contains("dejargon translate");
            is_ours || line.contains("args") || line.trim_start().starts_with("- --")
        };
        for line in text.lines().filter(ours) {
            for flag in names("(?:^|[\\s(\\[\"'`])(--[a-z-]+)", line)? {
                let known = if line.contains("dejargon translate") {
                    &translate
                } else {
                    &check
                };
                // `cargo install --locked dejargon check` would be no command of ours.
                let ours = known.contains(&flag);
                assert!(ours, "{path}: {flag} in {line}");
            }
        }
    }
    Ok(())
}

/// The pattern of file names of a hook.
fn files_of(hook: &str) -> Result<Regex, Box<dyn Error>> {
    let hooks = read(".pre-commit-hooks.yaml")?;
    let hook = hooks
        .split("- id: ")
        .find(|text| text.starts_with(&format!("{hook}\n")));
    let line = hook.and_then(|text| text.lines().find_map(|line| line.strip_prefix("  files: ")));
    Ok(Regex::new(line.ok_or("the hook says which files")?)?)
}

#[test]
fn hooks_take_the_files_that_are_read() -> Outcome {
    let (checked, translated) = (files_of("dejargon")?, files_of("dejargon-translate")?);
    let formats = format::names().filter_map(format::by_name);
    for format in formats {
        let is_read_only = format
            .package()
            .is_some_and(|package| package.read_only().is_some());
        for extension in format.extensions() {
            let name = format!("Notes.{}", extension.to_uppercase());
            assert!(checked.is_match(&name), "{name}");
            assert_eq!(translated.is_match(&name), !is_read_only, "{name}");
        }
    }
    for name in ["code.rs", "values.yaml", "notes.md.j2", "README"] {
        assert!(
            !checked.is_match(name) && !translated.is_match(name),
            "{name}"
        );
    }
    Ok(())
}

/// The real pre-commit: the one that is installed, or one in a folder of the build.
fn pre_commit() -> Option<PathBuf> {
    let runs = |program: &Path| {
        let version = Command::new(program).arg("--version").output();
        version.is_ok_and(|output| output.status.success())
    };
    let installed = PathBuf::from("pre-commit");
    if runs(&installed) {
        return Some(installed);
    }
    let programs = tools::python("pre-commit-venv", &["pre-commit>=4,<5"])?;
    Some(programs.join("pre-commit")).filter(|program| runs(program))
}

/// The hooks as they are, but for the language: `rust` would build for release what
/// is built already.
fn hooks() -> Result<String, Box<dyn Error>> {
    let hooks = read(".pre-commit-hooks.yaml")?.replace("language: rust", "language: system");
    let lines = hooks.lines().map(|line| format!("      {line}\n"));
    Ok(lines.fold(
        "repos:\n  - repo: local\n    hooks:\n".to_owned(),
        |all, line| all + &line,
    ))
}

#[test]
fn the_hooks_run_in_the_real_pre_commit() -> Outcome {
    let Some(pre_commit) = pre_commit() else {
        return Ok(());
    };
    let repository = Repository::new()?;
    let home = TempDir::new()?;
    let program = cargo_bin("dejargon");
    let folder = program.parent().ok_or("the program is in a folder")?;
    let path = std::env::var("PATH")?;
    let path = format!("{}:{path}", folder.display());
    let run = |program: &Path, args: &[&str]| -> Result<(bool, String), Box<dyn Error>> {
        let output = repository
            .command(program)
            .args(args)
            .env("PATH", &path)
            .env("PRE_COMMIT_HOME", home.path())
            .env("GIT_EDITOR", "true")
            .output()?;
        let said = String::from_utf8(output.stdout)? + &String::from_utf8(output.stderr)?;
        Ok((output.status.success(), said))
    };
    let manifest = project(".pre-commit-hooks.yaml");
    let (is_valid, said) = run(
        &pre_commit,
        &["validate-manifest", &manifest.to_string_lossy()],
    )?;
    assert!(is_valid, "{said}");

    repository.write(".pre-commit-config.yaml", &hooks()?)?;
    repository.write("notes.md", "We leverage it.\n")?;
    repository.write("notes.rst", "We leverage it.\n")?;
    repository.write("code.rs", "// We leverage it.\n")?;
    repository.write("requirements.txt", "leverage>=1.0\n")?;
    let docx = project("tests/cmd/office.in/report.docx");
    fs::copy(docx, repository.path().join("report.docx"))?;
    fs::write(repository.path().join("picture.png"), b"\x89PNG\0 leverage")?;
    repository.git(&["add", "--all"])?;

    let (is_clean, said) = run(&pre_commit, &["run", "dejargon", "--all-files"])?;
    assert!(!is_clean);
    assert!(
        said.contains("notes.md:1:4: warning[plain/leverage]"),
        "{said}"
    );
    assert!(
        said.contains("notes.rst:1:4") && said.contains("report.docx:"),
        "{said}"
    );
    for name in ["code.rs", "picture.png", "requirements.txt"] {
        assert!(!said.contains(name), "{said}");
    }
    repository.git(&["rm", "--quiet", "--force", "report.docx"])?;

    let (is_clean, said) = run(&pre_commit, &["run", "dejargon-translate", "--all-files"])?;
    assert!(
        !is_clean && said.contains("files were modified by this hook"),
        "{said}"
    );
    let notes = fs::read_to_string(repository.path().join("notes.md"))?;
    assert_eq!(notes, "We use it.\n");
    let code = fs::read_to_string(repository.path().join("code.rs"))?;
    assert_eq!(code, "// We leverage it.\n");

    let stages = ["--hook-type", "pre-commit", "--hook-type", "commit-msg"];
    let (is_installed, said) = run(&pre_commit, &[&["install"][..], &stages].concat())?;
    assert!(is_installed, "{said}");
    repository.git(&["add", "--all"])?;
    let git = Path::new("git");
    let (is_done, said) = run(git, &["commit", "--message", "We leverage it"])?;
    assert!(!is_done);
    assert!(
        said.contains("COMMIT_EDITMSG:1:4: warning[plain/leverage]"),
        "{said}"
    );
    // Git's remarks and the patch stand in the message, too.
    let commit = [
        "commit",
        "--verbose",
        "--edit",
        "--message",
        "Mend the words",
    ];
    let (is_done, said) = run(git, &commit)?;
    assert!(is_done, "{said}");
    Ok(())
}

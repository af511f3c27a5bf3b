//! Where teams plug it in: the GitHub action, the pre-commit hooks, the examples of
//! docs/ci.md. What is run here is what users run: the action's own script, and the
//! hooks' own lines in the real pre-commit.

#![cfg(unix)]

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use regex::Regex;
use snapbox::cmd::cargo_bin;
use tempfile::TempDir;

#[path = "support/tools.rs"]
mod tools;

type Outcome = Result<(), Box<dyn Error>>;

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> Result<String, Box<dyn Error>> {
    Ok(fs::read_to_string(project(path))?)
}

fn names(pattern: &str, text: &str) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let found = Regex::new(pattern)?;
    let found = found.captures_iter(text).map(|found| found[1].to_owned());
    Ok(found.collect())
}

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

#[test]
fn the_action_hands_over_every_input_and_output() -> Outcome {
    let (action, script) = (read("action.yml")?, read("scripts/github-action.sh")?);
    let (inputs, rest) = action
        .split_once("\noutputs:\n")
        .ok_or("the action has outputs")?;
    let (outputs, steps) = rest.split_once("\nruns:\n").ok_or("the action runs")?;
    let declared = names(
        "(?m)^  ([a-z-]+):$",
        inputs.split_once("\ninputs:\n").ok_or("")?.1,
    )?;
    assert_eq!(declared, names("inputs\\.([a-z-]+)", steps)?);
    let handed_over = names("(INPUT_[A-Z_]+):", steps)?;
    assert_eq!(handed_over, names("\\$\\{(INPUT_[A-Z_]+)", &script)?);
    assert_eq!(
        names("(?m)^  ([a-z-]+):$", outputs)?,
        names("steps\\.check\\.outputs\\.([a-z-]+)", outputs)?
    );
    for output in names("outputs\\.([a-z-]+)", outputs)? {
        assert!(script.contains(&format!("output {output} ")), "{output}");
    }
    for step in names("github-action\\.sh\" ([a-z]+)", steps)? {
        assert!(script.contains(&format!("\n{step}() {{")), "{step}");
    }
    let parsed = Command::new("bash")
        .arg("-n")
        .arg(project("scripts/github-action.sh"))
        .status()?;
    assert!(parsed.success());
    Ok(())
}

/// A repository's folder, apart from what git is told elsewhere on this machine.
struct Repository(TempDir);

impl Repository {
    fn new() -> Result<Self, Box<dyn Error>> {
        let repository = Self(TempDir::new()?);
        repository.git(&["init", "--quiet", "--initial-branch", "main"])?;
        Ok(repository)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) -> Outcome {
        Ok(fs::write(self.path().join(name), text)?)
    }

    fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.path()).env_clear();
        let kept = ["PATH", "HOME", "TMPDIR", "LANG"];
        command.envs(
            kept.into_iter()
                .filter_map(|name| Some((name, std::env::var_os(name)?))),
        );
        command.envs([
            ("GIT_CONFIG_GLOBAL", "/dev/null"),
            ("GIT_CONFIG_NOSYSTEM", "1"),
            ("GIT_AUTHOR_NAME", "A"),
            ("GIT_AUTHOR_EMAIL", "a@example.com"),
            ("GIT_COMMITTER_NAME", "A"),
            ("GIT_COMMITTER_EMAIL", "a@example.com"),
        ]);
        command
    }

    fn git(&self, args: &[&str]) -> Outcome {
        let output = self.command("git").args(args).output()?;
        assert!(output.status.success(), "git {args:?}: {output:?}");
        Ok(())
    }

    fn commit(&self, message: &str) -> Outcome {
        self.git(&["add", "--all"])?;
        self.git(&["commit", "--quiet", "--no-verify", "--message", message])
    }
}

/// The action's check in `repository`, with a program that writes its arguments and
/// two findings down: the output, what it was asked, and the outputs.
fn act(
    repository: &Repository,
    inputs: &[(&str, &str)],
) -> Result<(Output, Vec<String>, String), Box<dyn Error>> {
    let runner = TempDir::new()?;
    let at = |name: &str| runner.path().join(name);
    let fake = "#!/usr/bin/env bash\nprintf '%s\\n' \"$@\" >\"$RUNNER_TEMP/asked\"\n\
                printf '{}\\n{}\\n' >\"$RUNNER_TEMP/dejargon.jsonl\"\nexit 1\n";
    fs::write(at("fake"), fake)?;
    fs::set_permissions(at("fake"), fs::Permissions::from_mode(0o755))?;
    let output = repository
        .command("bash")
        .arg(project("scripts/github-action.sh"))
        .arg("check")
        .env("RUNNER_TEMP", runner.path())
        .env("GITHUB_OUTPUT", at("output"))
        .env("GITHUB_STEP_SUMMARY", at("summary"))
        .env("INPUT_PROGRAM", at("fake"))
        .envs(inputs.iter().copied())
        .output()?;
    let text = |name: &str| fs::read_to_string(at(name)).unwrap_or_default();
    let here = format!("{}/", runner.path().display());
    let asked = text("asked").replace(&here, "");
    let asked = asked.lines().map(str::to_owned).collect();
    let outputs = (text("output") + &text("summary")).replace(&here, "");
    Ok((output, asked, outputs))
}

#[test]
fn the_action_passes_its_inputs_as_they_are() -> Outcome {
    let repository = Repository::new()?;
    let (output, asked, outputs) = act(
        &repository,
        &[
            ("INPUT_PATHS", "docs\nour notes.md\n\n$(touch x)"),
            ("INPUT_AUDIENCE", "business"),
            ("INPUT_FAIL_ON", "error"),
            ("INPUT_BASELINE", "a baseline.toml"),
            ("INPUT_CONFIG", "ci.toml"),
            ("INPUT_ARGS", "--select\nit/*"),
            ("INPUT_DIFF_BASE", "auto"),
        ],
    )?;
    let expected = "check --format github --report sarif=dejargon.sarif \
                    --report jsonl=dejargon.jsonl --audience business --config ci.toml \
                    --fail-on error --baseline";
    let mut expected: Vec<&str> = expected.split_whitespace().collect();
    expected.extend(["a baseline.toml", "--select", "it/*", "--"]);
    expected.extend(["docs", "our notes.md", "$(touch x)"]);
    assert_eq!(asked, expected);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(
        outputs.starts_with("findings=2\nexit-code=1\nsarif=dejargon.sarif\n"),
        "{outputs}"
    );
    assert!(
        outputs.ends_with("**dejargon**: 2 findings in all documents.\n\n"),
        "{outputs}"
    );
    assert_eq!(fs::read_dir(repository.path())?.count(), 1, "only .git");
    Ok(())
}

#[test]
fn the_action_fetches_the_base_of_a_pull_request() -> Outcome {
    let origin = Repository::new()?;
    for number in ["1", "2", "3"] {
        origin.write("a.md", number)?;
        origin.commit(number)?;
    }
    origin.git(&["switch", "--quiet", "--create", "change", "HEAD~1"])?;
    origin.write("b.md", "b")?;
    origin.commit("change")?;
    let checkout = Repository::new()?;
    let url = format!("file://{}", origin.path().display());
    checkout.git(&["remote", "add", "origin", &url])?;
    checkout.git(&["fetch", "--quiet", "--depth", "1", "origin", "change"])?;
    checkout.git(&["checkout", "--quiet", "FETCH_HEAD"])?;
    let inputs = [("INPUT_DIFF_BASE", "auto"), ("GITHUB_BASE_REF", "main")];
    let (_, asked, outputs) = act(&checkout, &inputs)?;
    assert_eq!(asked[7..9], ["--diff-base", "origin/main"]);
    assert!(outputs.contains("on the lines changed since `origin/main`"));
    checkout.git(&["merge-base", "origin/main", "HEAD"])?;
    let gone = [("INPUT_DIFF_BASE", "auto"), ("GITHUB_BASE_REF", "gone")];
    let (output, asked, _) = act(&checkout, &gone)?;
    assert_eq!(output.status.code(), Some(2));
    assert!(asked.is_empty(), "nothing ran");
    let said = String::from_utf8(output.stdout)?;
    assert!(said.starts_with("::error title=dejargon::the base of the pull request, gone,"));
    Ok(())
}

const WORDS: &str = "[glossary]\nname = \"words\"\ntitle = \"Words\"\n\
    [[term]]\nterm = \"leverage\"\npart-of-speech = \"verb\"\nplain = \"use\"\n";

/// The action's check with the program itself, on what a runner gives a job: the
/// output, the outputs, and the summary.
fn act_for_real(
    repository: &Repository,
    folder: &str,
    variables: &[(&str, &str)],
) -> Result<(Output, String, String), Box<dyn Error>> {
    let runner = TempDir::new()?;
    let at = |name: &str| runner.path().join(name);
    let output = repository
        .command("bash")
        .current_dir(repository.path().join(folder))
        .arg(project("scripts/github-action.sh"))
        .arg("check")
        .env("CI", "true")
        .env("GITHUB_ACTIONS", "true")
        .env("RUNNER_TEMP", runner.path())
        .env("GITHUB_OUTPUT", at("output"))
        .env("GITHUB_STEP_SUMMARY", at("summary"))
        .env("INPUT_PROGRAM", cargo_bin("dejargon"))
        .envs(variables.iter().copied())
        .output()?;
    let read = |name: &str| fs::read_to_string(at(name));
    let outputs = read("output")?;
    let sarif: serde_json::Value = serde_json::from_str(&read("dejargon.sarif")?)?;
    let results = sarif["runs"][0]["results"].as_array().map_or(0, Vec::len);
    assert!(
        outputs.starts_with(&format!("findings={results}\n")),
        "{outputs}"
    );
    Ok((output, outputs, read("summary")?))
}

#[test]
fn the_action_marks_the_lines_that_a_pull_request_changes() -> Outcome {
    let origin = Repository::new()?;
    origin.write("words.toml", WORDS)?;
    let config =
        "glossaries = [\"words.toml\"]\n\n[terms]\n\"words/leverage\" = { severity = \"error\" }\n";
    origin.write("dejargon.toml", config)?;
    origin.write("notes.md", "# Notes\n\nWe leverage it.\n")?;
    origin.write("old.md", "We leverage it, too.\n")?;
    origin.commit("Notes")?;
    origin.git(&["switch", "--quiet", "--create", "change"])?;
    let changed = "# Notes\n\nWe leverage it.\n\nAnd, 100%: we are leveraging more.\n";
    origin.write("notes.md", changed)?;
    origin.commit("change")?;
    origin.git(&["switch", "--quiet", "main"])?;
    origin.write("elsewhere.md", "They leverage this, on the base.\n")?;
    origin.commit("The base moves on")?;
    // As actions/checkout leaves it: the merge of both, and nothing before.
    origin.git(&["merge", "--quiet", "--no-edit", "change"])?;
    let checkout = Repository::new()?;
    let url = format!("file://{}", origin.path().display());
    checkout.git(&["remote", "add", "origin", &url])?;
    checkout.git(&["fetch", "--quiet", "--depth", "1", "origin", "main"])?;
    checkout.git(&["checkout", "--quiet", "--detach", "FETCH_HEAD"])?;
    origin.git(&["reset", "--quiet", "--hard", "HEAD~1"])?;

    let pull_request = [("INPUT_DIFF_BASE", "auto"), ("GITHUB_BASE_REF", "main")];
    let (output, outputs, summary) = act_for_real(&checkout, ".", &pull_request)?;
    let said = String::from_utf8(output.stdout)?;
    let marks: Vec<&str> = said.lines().filter(|line| line.starts_with("::")).collect();
    assert_eq!(marks.len(), 1, "{said}");
    assert!(
        marks[0].starts_with(
            "::error file=notes.md,line=5,endLine=5,col=19,endColumn=29,title=dejargon words/leverage::"
        ),
        "{said}"
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(outputs.contains("\nexit-code=1\n"), "{outputs}");
    let rows: Vec<&str> = summary
        .lines()
        .filter(|line| line.contains(".md:"))
        .collect();
    assert_eq!(
        rows,
        ["| error | notes.md:5 | words/leverage | \"leveraging\": write \"using\" |"]
    );
    assert!(
        summary.ends_with("1 finding on the lines changed since `origin/main`.\n\n"),
        "{summary}"
    );

    // A push has no base; and a threshold of its own.
    let push = [("INPUT_DIFF_BASE", "auto"), ("INPUT_FAIL_ON", "never")];
    let (output, outputs, summary) = act_for_real(&checkout, ".", &push)?;
    assert_eq!(output.status.code(), Some(0));
    assert!(outputs.contains("\nexit-code=0\n"), "{outputs}");
    assert!(
        summary.ends_with("4 findings in all documents.\n\n"),
        "{summary}"
    );

    // Files have their names from the root, wherever it runs.
    fs::create_dir(checkout.path().join("sub dir"))?;
    checkout.write("sub dir/new.md", "We leverage it.\n")?;
    checkout.write(
        "sub dir/here.toml",
        "extend = \"../dejargon.toml\"\nfail-on = \"never\"\n",
    )?;
    let below = [("INPUT_CONFIG", "here.toml"), ("INPUT_PATHS", ".\nnew.md")];
    let (output, _, _) = act_for_real(&checkout, "sub dir", &below)?;
    let said = String::from_utf8(output.stdout)?;
    assert!(
        said.starts_with("::error file=sub dir/new.md,line=1,"),
        "{said}"
    );
    assert_eq!(
        said.lines().filter(|line| line.starts_with("::")).count(),
        1,
        "{said}"
    );
    assert_eq!(output.status.code(), Some(0));

    // Nothing to say is a green job with a line in its summary.
    let clean = [
        ("INPUT_DIFF_BASE", "HEAD"),
        ("INPUT_PATHS", "notes.md\nold.md"),
    ];
    let (output, _, summary) = act_for_real(&checkout, ".", &clean)?;
    assert_eq!((output.status.code(), output.stdout), (Some(0), Vec::new()));
    assert_eq!(
        summary,
        "**dejargon**: 0 findings on the lines changed since `HEAD`.\n\n"
    );
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
    repository.write("code.rs", "// We leverage it.\n")?;
    fs::write(repository.path().join("picture.png"), b"\x89PNG\0 leverage")?;
    repository.git(&["add", "--all"])?;

    let (is_clean, said) = run(&pre_commit, &["run", "dejargon", "--all-files"])?;
    assert!(!is_clean);
    assert!(
        said.contains("notes.md:1:4: warning[plain/leverage]"),
        "{said}"
    );
    assert!(
        !said.contains("code.rs") && !said.contains("picture.md"),
        "{said}"
    );

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

//! The GitHub action: its own script is run here, with a program that writes down what
//! it was asked, and with the real one in a repository as a pull request finds it.

#![cfg(unix)]

use std::error::Error;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output};

use snapbox::cmd::cargo_bin;
use tempfile::TempDir;

#[path = "support/repository.rs"]
mod repository;

use repository::{Outcome, Repository, names, project, read};

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

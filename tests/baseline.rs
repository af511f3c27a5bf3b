//! Baselines in real folders: what is known survives moving and reflowing, what is
//! new does not hide behind it, and what is gone is dropped, but only where a run
//! has looked.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

type Outcome = Result<(), Box<dyn Error>>;

const WORDS: &str = "[glossary]\nname = \"words\"\ntitle = \"Words\"\n\
    [[term]]\nterm = \"leverage\"\npart-of-speech = \"verb\"\nplain = \"use\"\n\
    [[term]]\nterm = \"synergy\"\npart-of-speech = \"noun\"\nplain = \"benefit\"\n";

const TEXT: &str = "# Title\n\nWe leverage the tool every day. Fine. We leverage the tool every day.\n\n\
    There is **synergy** here.\n";

/// A folder with a glossary and two documents.
fn project() -> Result<TempDir, Box<dyn Error>> {
    let folder = TempDir::new()?;
    fs::create_dir(folder.path().join("docs"))?;
    fs::write(folder.path().join("words.toml"), WORDS)?;
    fs::write(folder.path().join("docs/a.md"), TEXT)?;
    fs::write(folder.path().join("b.md"), "Leverage it.\n")?;
    Ok(folder)
}

/// The exit code of a check, what it reports, and what it says besides.
fn check(folder: &Path, args: &[&str]) -> Result<(i32, String, String), Box<dyn Error>> {
    let output = Command::new(env!("CARGO_BIN_EXE_dejargon"))
        .current_dir(folder)
        .args(["check", "--format", "concise", "--isolated", "--no-bundled"])
        .args(["--glossary", "words.toml"])
        .args(args)
        .output()?;
    let code = output.status.code().unwrap_or(-1);
    Ok((
        code,
        String::from_utf8(output.stdout)?,
        String::from_utf8(output.stderr)?,
    ))
}

const APPLY: [&str; 2] = ["--baseline", "known.toml"];
const WRITE: [&str; 2] = ["--write-baseline", "known.toml"];
/// As on the first day, and on every day that the file is to be written anew.
const BOTH: [&str; 3] = ["--baseline", "known.toml", "--write-baseline"];

#[test]
fn what_is_known_is_found_again_wherever_it_stands() -> Outcome {
    let folder = project()?;
    let (code, report, said) = check(folder.path(), &WRITE)?;
    assert_eq!(code, 0, "{report}{said}");
    assert!(
        said.contains("known.toml has 4 known findings now"),
        "{said}"
    );
    let written = fs::read_to_string(folder.path().join("known.toml"))?;
    let entries: Vec<&str> = written
        .lines()
        .filter(|line| line.contains("path"))
        .collect();
    assert_eq!(entries.len(), 3, "{written}");
    assert!(
        entries[0].starts_with("    { path = \"b.md\", rule = \"words/leverage\", sentence = \"")
    );
    assert!(
        entries[1].ends_with("text = \"leverage\", count = 2 },"),
        "{written}"
    );
    assert_eq!(check(folder.path(), &APPLY)?.0, 0);
    let moved = "Intro.\n\n> # Title\n>\n> There\n> is synergy here.\n>\n> We leverage the\n> tool every day.\r\n> Fine. We *leverage*\n> the tool every day.\n";
    fs::write(folder.path().join("docs/a.md"), moved)?;
    let (code, report, said) = check(folder.path(), &APPLY)?;
    assert_eq!((code, said.as_str()), (0, ""), "{report}");
    // Another in the same sentence, and the same word in another sentence, are new.
    let more = "We leverage it. There is synergy here. Leverage synergy here.\n";
    fs::write(folder.path().join("docs/a.md"), format!("{moved}\n{more}"))?;
    let (code, report, _) = check(folder.path(), &APPLY)?;
    assert_eq!(
        (code, report.matches("docs/a.md:13:").count()),
        (1, 4),
        "{report}"
    );
    Ok(())
}

#[test]
fn what_is_gone_is_named_and_dropped_where_it_was_looked_for() -> Outcome {
    let folder = project()?;
    check(folder.path(), &WRITE)?;
    let text = TEXT
        .replace("Fine. We leverage", "Fine. We use")
        .replace("synergy", "benefit");
    fs::write(
        folder.path().join("docs/a.md"),
        format!("{text}\nI leverage it.\n"),
    )?;
    fs::remove_file(folder.path().join("b.md"))?;
    let (code, report, said) = check(folder.path(), &APPLY)?;
    assert_eq!((code, report.lines().count()), (1, 1), "{report}");
    assert!(said.contains("3 findings of the baseline"), "{said}");
    assert!(
        said.contains("  b.md: words/leverage \"Leverage\"\n"),
        "{said}"
    );
    let written = || fs::read_to_string(folder.path().join("known.toml"));
    // A run that reads a part keeps the rest; other rules than the selected stay.
    let (code, _, said) = check(
        folder.path(),
        &[&["docs", "--select", "words/synergy"], &BOTH[..]].concat(),
    )?;
    assert_eq!(code, 0, "{said}");
    let left = written()?;
    assert!(
        left.contains("\"b.md\"") && !left.contains("synergy"),
        "{left}"
    );
    assert!(left.contains("count = 1 }"), "{left}");
    // What is new gets in, too.
    assert_eq!(check(folder.path(), &APPLY)?.0, 1);
    assert_eq!(written()?, left);
    let (code, _, said) = check(folder.path(), &BOTH)?;
    assert_eq!(code, 0);
    assert!(
        said.ends_with("known.toml has 2 known findings now: 1 new, 1 dropped\n"),
        "{said}"
    );
    assert_eq!(written()?.matches("path = ").count(), 2);
    assert_eq!(check(folder.path(), &APPLY)?.0, 0);
    Ok(())
}

#[test]
fn a_file_that_was_renamed_is_the_same() -> Outcome {
    let folder = project()?;
    check(folder.path(), &WRITE)?;
    let at = |name: &str| folder.path().join(name);
    fs::rename(at("docs/a.md"), at("docs/c.md"))?;
    let (code, report, said) = check(folder.path(), &APPLY)?;
    assert_eq!((code, report.as_str(), said.as_str()), (0, "", ""));
    // What is new in it is new, and what the other rules have is not asked for.
    fs::write(at("docs/c.md"), format!("{TEXT}\nI leverage it.\n"))?;
    let (code, report, said) = check(folder.path(), &APPLY)?;
    assert_eq!((code, report.lines().count(), said.as_str()), (1, 1, ""));
    assert!(report.starts_with("docs/c.md:7:3:"), "{report}");
    // Of two copies nobody knows which one is new.
    fs::copy(at("docs/c.md"), at("docs/d.md"))?;
    let (code, report, _) = check(folder.path(), &APPLY)?;
    assert_eq!((code, report.lines().count()), (1, 8), "{report}");
    fs::remove_file(at("docs/d.md"))?;
    let (_, _, said) = check(folder.path(), &BOTH)?;
    assert_eq!(
        said,
        "known.toml has 5 known findings now: 1 new, 0 dropped\n"
    );
    let written = fs::read_to_string(at("known.toml"))?;
    assert!(!written.contains("docs/a.md"), "{written}");
    Ok(())
}

#[test]
fn a_baseline_that_changes_meanwhile_stays() -> Outcome {
    let folder = project()?;
    check(folder.path(), &WRITE)?;
    let known = folder.path().join("known.toml");
    let mut run = Command::new(env!("CARGO_BIN_EXE_dejargon"))
        .current_dir(folder.path())
        .args([
            "check",
            "-",
            "--isolated",
            "--no-bundled",
            "--glossary",
            "words.toml",
        ])
        .args(WRITE)
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    // It waits for its document, and has read the baseline by now.
    std::thread::sleep(Duration::from_millis(1500));
    let other = format!("{}# another\n", fs::read_to_string(&known)?);
    fs::write(&known, &other)?;
    let mut stdin = run.stdin.take().ok_or("it has an input")?;
    stdin.write_all(b"We leverage it.\n")?;
    drop(stdin);
    let output = run.wait_with_output()?;
    let said = String::from_utf8(output.stderr)?;
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("known.toml has changed since it was read"),
        "{said}"
    );
    assert_eq!(fs::read_to_string(&known)?, other);
    Ok(())
}

#[test]
fn a_baseline_has_a_name_of_its_own_and_paths_are_not_taken_for_it() -> Outcome {
    let folder = project()?;
    let at = |name: &str| folder.path().join(name);
    // With `--baseline` alone to say where, as on the first day.
    let first = ["--baseline", "a.toml", "--write-baseline"];
    let (code, report, said) = check(folder.path(), &first)?;
    assert_eq!((code, report.as_str()), (0, ""));
    assert_eq!(said, "a.toml has 4 known findings now: 4 new, 0 dropped\n");
    // With nothing to say where.
    assert_eq!(check(folder.path(), &["docs", "--write-baseline"])?.0, 0);
    let written = fs::read_to_string(at("dejargon-baseline.toml"))?;
    assert_eq!(written.matches("path = ").count(), 2, "{written}");
    // A path in its place is a mistake that leaves the path as it is.
    for path in ["docs", "-"] {
        let (code, _, said) = check(folder.path(), &["--write-baseline", path])?;
        assert_eq!(code, 2);
        assert!(
            said.contains(&format!("write `dejargon check {path} --write-baseline`")),
            "{said}"
        );
    }
    assert_eq!(check(folder.path(), &["--write-baseline", "b.md"])?.0, 2);
    assert_eq!(fs::read_to_string(at("b.md"))?, "Leverage it.\n");
    // Names in a file start at its folder.
    let other = ["--baseline", "a.toml", "--write-baseline", "docs/b.toml"];
    let (code, _, said) = check(folder.path(), &other)?;
    assert_eq!(code, 2);
    assert!(
        said.contains("a.toml and docs/b.toml lie in two folders"),
        "{said}"
    );
    Ok(())
}

#[test]
fn names_are_seen_from_the_folder_of_the_baseline() -> Outcome {
    let folder = project()?;
    check(folder.path(), &WRITE)?;
    let docs = folder.path().join("docs");
    let absolute = docs.join("a.md");
    let absolute = absolute.to_str().ok_or("the path is text")?;
    let there = ["--baseline", "../known.toml", "--glossary", "../words.toml"];
    for path in ["a.md", ".", "../docs/./a.md", absolute] {
        let output = Command::new(env!("CARGO_BIN_EXE_dejargon"))
            .current_dir(&docs)
            .args(["check", "--isolated", "--no-bundled"])
            .args(there)
            .arg(path)
            .output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{path}: {said}");
    }
    Ok(())
}

#[test]
fn a_baseline_that_is_missing_or_broken_is_an_error() -> Outcome {
    let folder = project()?;
    let (code, _, said) = check(folder.path(), &APPLY)?;
    assert_eq!(code, 2);
    assert!(said.contains("the baseline known.toml is not there; `dejargon check --baseline known.toml --write-baseline` makes it"), "{said}");
    let broken = "version = 1\nentries = [\n<<<<<<< HEAD\n]\n";
    fs::write(folder.path().join("known.toml"), broken)?;
    for flags in [&APPLY[..], &WRITE, &BOTH] {
        let (code, report, said) = check(folder.path(), flags)?;
        assert_eq!((code, report.as_str()), (2, ""), "{flags:?}");
        assert!(said.contains("known.toml:3"), "{said}");
    }
    assert_eq!(
        fs::read_to_string(folder.path().join("known.toml"))?,
        broken
    );
    Ok(())
}

//! Runs what users type. Each file of `tests/cmd/` is one behavior with its
//! commands, its output and its exit codes, and the examples of the README are
//! tests as well. `TRYCMD=overwrite cargo test --test cmd` writes what the
//! program says now into them; read the difference before you keep it.
//!
//! What a data file cannot say (permissions, links, a repository) stands below.

use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

type Outcome = Result<(), Box<dyn Error>>;

/// The data files, where nothing is colored unless it is asked for.
fn cases() -> trycmd::TestCases {
    let cases = trycmd::TestCases::new();
    cases.env("NO_COLOR", "1");
    cases
}

/// What `dejargon` does in `folder`, where a glossary explains `leverage`.
fn dejargon(folder: &Path, args: &[&str]) -> Result<Output, Box<dyn Error>> {
    let glossary = folder.join("words.toml");
    let words = "[glossary]\nname = \"words\"\ntitle = \"Words\"\n\
                 [[term]]\nterm = \"leverage\"\npart-of-speech = \"verb\"\nplain = \"use\"\n";
    fs::write(&glossary, words)?;
    let output = Command::new(cargo_bin("dejargon"))
        .current_dir(folder)
        .args(args)
        .args(["--isolated", "--no-bundled", "--glossary", "words.toml"])
        .output()?;
    Ok(output)
}

#[test]
fn commands() {
    cases().case("tests/cmd/*.trycmd").case("tests/cmd/*.toml");
}

#[test]
fn readme() {
    cases().case("README.md");
}

#[test]
fn git_ignored_files_are_left_out_of_a_folder() -> Outcome {
    let folder = TempDir::new()?;
    fs::create_dir(folder.path().join(".git"))?;
    fs::write(folder.path().join(".gitignore"), "drafts/\n")?;
    fs::create_dir(folder.path().join("drafts"))?;
    fs::write(folder.path().join("drafts/a.md"), "We leverage it.\n")?;
    fs::write(folder.path().join("b.md"), "We leverage it.\n")?;
    let found = |args: &[&str]| -> Result<Vec<String>, Box<dyn Error>> {
        let output = dejargon(folder.path(), args)?;
        let text = String::from_utf8(output.stdout)?;
        let paths = text.lines().filter_map(|line| line.split(':').next());
        Ok(paths.map(str::to_owned).collect())
    };
    assert_eq!(found(&["check", "--format", "concise"])?, ["b.md"]);
    assert_eq!(
        found(&["check", "--format", "concise", "--no-ignore"])?,
        ["b.md", "drafts/a.md"]
    );
    assert_eq!(
        found(&["check", "--format", "concise", "drafts/a.md"])?,
        ["drafts/a.md"]
    );
    Ok(())
}

/// What `dejargon` writes to standard output with these arguments alone.
fn said(args: &[&str]) -> Result<String, Box<dyn Error>> {
    let output = Command::new(cargo_bin("dejargon")).args(args).output()?;
    assert!(output.status.success(), "{args:?}: {}", output.status);
    Ok(String::from_utf8(output.stdout)?)
}

#[test]
fn every_command_is_on_the_manual_page_and_completed() -> Outcome {
    let page = said(&["man"])?;
    for name in ["check", "translate", "glossary lint", "config show", "init"] {
        let heading = format!(".SH \"DEJARGON {}\"", name.to_uppercase());
        assert!(page.contains(&heading), "{heading}");
    }
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = said(&["completions", shell])?;
        assert!(script.contains("force-exclude"), "{shell}");
    }
    Ok(())
}

#[test]
fn named_files_in_an_ignored_folder_are_left_out_where_that_is_asked_for() -> Outcome {
    let folder = TempDir::new()?;
    fs::create_dir(folder.path().join(".git"))?;
    fs::create_dir(folder.path().join("drafts"))?;
    fs::write(folder.path().join(".gitignore"), "drafts/\n")?;
    fs::write(folder.path().join("drafts/a.md"), "We leverage it.\n")?;
    fs::write(folder.path().join("b.md"), "We leverage it.\n")?;
    let named = ["check", "--format", "concise", "drafts/a.md", "./b.md"];
    let lines = |args: &[&str]| -> Result<usize, Box<dyn Error>> {
        let output = dejargon(folder.path(), args)?;
        Ok(String::from_utf8(output.stdout)?.lines().count())
    };
    assert_eq!(lines(&named)?, 2);
    assert_eq!(lines(&[&named[..], &["--force-exclude"]].concat())?, 1);
    Ok(())
}

#[test]
fn a_file_without_findings_is_not_written() -> Outcome {
    let folder = TempDir::new()?;
    let path = folder.path().join("clean.md");
    fs::write(&path, "All is well.\n")?;
    let before = fs::metadata(&path)?.modified()?;
    let output = dejargon(folder.path(), &["translate", "--write", "clean.md"])?;
    assert!(output.status.success());
    assert_eq!(fs::metadata(&path)?.modified()?, before);
    Ok(())
}

/// `dejargon translate` of plain text on an open pipe.
fn filter(folder: &Path) -> Result<Child, Box<dyn Error>> {
    dejargon(folder, &["explain", "leverage"])?;
    let child = std::process::Command::new(cargo_bin("dejargon"))
        .current_dir(folder)
        .args(["translate", "--quiet", "--as", "text", "--isolated"])
        .args(["--no-bundled", "--glossary", "words.toml", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    Ok(child)
}

#[test]
fn a_paragraph_comes_out_before_the_next_is_sent() -> Outcome {
    let folder = TempDir::new()?;
    let mut child = filter(folder.path())?;
    let (mut stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let (sender, receiver) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        let lines = stdout
            .into_iter()
            .flat_map(|out| BufReader::new(out).lines());
        lines
            .map_while(Result::ok)
            .try_for_each(|line| sender.send(line))
    });
    // Long enough for any machine: that it comes at all is the question.
    let next = || receiver.recv_timeout(Duration::from_mins(1));
    for _ in 0..3 {
        let stdin = stdin.as_mut().ok_or("the pipe is open")?;
        stdin.write_all(b"We leverage it.\n\n")?;
        stdin.flush()?;
        assert_eq!(next()?, "We use it.");
        assert_eq!(next()?, "");
    }
    drop(stdin);
    assert!(child.wait()?.success());
    assert!(reader.join().is_ok());
    Ok(())
}

#[test]
fn a_stream_is_written_to_the_output_file() -> Outcome {
    let folder = TempDir::new()?;
    let glossary = ["--isolated", "--no-bundled", "--glossary", "words.toml"];
    dejargon(folder.path(), &["explain", "leverage"])?;
    let output = Command::new(cargo_bin("dejargon"))
        .current_dir(folder.path())
        .args(["translate", "--as", "text", "--output", "out.txt"])
        .args(glossary)
        .stdin("We leverage it.\n\nAll.")
        .output()?;
    assert!(output.status.success());
    assert_eq!(output.stdout, b"");
    let written = fs::read_to_string(folder.path().join("out.txt"))?;
    assert_eq!(written, "We use it.\n\nAll.");
    Ok(())
}

/// The most memory that a stream took is the same for any length.
#[cfg(target_os = "linux")]
#[test]
fn a_stream_takes_no_memory_for_its_length() -> Outcome {
    let folder = TempDir::new()?;
    let mut child = filter(folder.path())?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let mut stdin = stdin.ok_or("the pipe is open")?;
    let reader = std::thread::spawn(move || {
        let copied = stdout.map(|mut out| std::io::copy(&mut out, &mut std::io::sink()));
        copied.transpose()
    });
    let status = format!("/proc/{}/status", child.id());
    let peak = || -> Result<u64, Box<dyn Error>> {
        let status = fs::read_to_string(&status)?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next());
        Ok(kilobytes.ok_or("the system tells the peak")?.parse()?)
    };
    let words = "Somebody wrote all of this, and it says little. ".repeat(40);
    let megabyte = format!("{words}\nWe leverage it.\n\n").repeat(540);
    stdin.write_all(megabyte.as_bytes())?;
    let first = peak()?;
    for _ in 0..8 {
        stdin.write_all(megabyte.as_bytes())?;
    }
    let last = peak()?;
    drop(stdin);
    assert!(child.wait()?.success());
    assert!(matches!(reader.join(), Ok(Ok(Some(read))) if read > 9_000_000));
    assert!(last < first + 1024, "{first} kB for 1 MB, {last} kB for 9");
    Ok(())
}

#[cfg(unix)]
mod on_unix {
    use std::io::Read;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_file_that_is_edited_keeps_its_permissions() -> Outcome {
        let folder = TempDir::new()?;
        let path = folder.path().join("a.md");
        fs::write(&path, "We leverage it.\n")?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640))?;
        let output = dejargon(folder.path(), &["translate", "--write", "a.md"])?;
        assert!(output.status.success());
        assert_eq!(fs::read_to_string(&path)?, "We use it.\n");
        assert_eq!(fs::metadata(&path)?.permissions().mode() & 0o777, 0o640);
        Ok(())
    }

    #[test]
    fn a_link_stays_a_link() -> Outcome {
        let folder = TempDir::new()?;
        let (path, link) = (folder.path().join("a.md"), folder.path().join("link.md"));
        fs::write(&path, "We leverage it.\n")?;
        symlink("a.md", &link)?;
        let output = dejargon(folder.path(), &["translate", "--write", "link.md"])?;
        assert!(output.status.success());
        assert!(fs::symlink_metadata(&link)?.is_symlink());
        assert_eq!(fs::read_to_string(&path)?, "We use it.\n");
        Ok(())
    }

    #[test]
    fn a_write_protected_file_is_an_error_and_stays() -> Outcome {
        let folder = TempDir::new()?;
        let path = folder.path().join("a.md");
        fs::write(&path, "We leverage it.\n")?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444))?;
        let output = dejargon(folder.path(), &["translate", "--write", "a.md"])?;
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(fs::read_to_string(&path)?, "We leverage it.\n");
        assert_eq!(
            fs::read_dir(folder.path())?.count(),
            2,
            "no file is left behind"
        );
        Ok(())
    }

    #[test]
    fn a_reader_that_stops_early_is_no_failure() -> Outcome {
        let folder = TempDir::new()?;
        fs::write(
            folder.path().join("a.md"),
            "We leverage it.\n\n".repeat(20_000),
        )?;
        dejargon(folder.path(), &["explain", "leverage"])?;
        for command in [
            &["translate", "--quiet"][..],
            &["check", "--format", "jsonl", "--fail-on", "never"],
        ] {
            let mut child = std::process::Command::new(cargo_bin("dejargon"))
                .current_dir(folder.path())
                .args(command)
                .args([
                    "--isolated",
                    "--no-bundled",
                    "--glossary",
                    "words.toml",
                    "a.md",
                ])
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()?;
            let mut first = [0; 16];
            if let Some(mut stdout) = child.stdout.take() {
                stdout.read_exact(&mut first)?;
            }
            let output = child.wait_with_output()?;
            assert!(output.status.success(), "{command:?}: {}", output.status);
            assert_eq!(String::from_utf8(output.stderr)?, "", "{command:?}");
        }
        Ok(())
    }
}

//! Work that takes long: Ctrl-C leaves every document old or new and no file half
//! written, and a terminal shows how far it is.

#![cfg(unix)]

use std::error::Error;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use snapbox::cmd::cargo_bin;
use tempfile::TempDir;

#[path = "support/skip.rs"]
mod skip;

type Outcome = Result<(), Box<dyn Error>>;

const PATIENCE: Duration = Duration::from_mins(1);
const INTERRUPT: i32 = 2;
const TERMINATE: i32 = 15;

fn translate(folder: &Path, args: &[&str]) -> std::io::Result<Child> {
    Command::new(cargo_bin("dejargon"))
        .current_dir(folder)
        .args(["translate", "--isolated"])
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
}

fn send(signal: i32, child: &Child) -> Outcome {
    let kill = Command::new("kill")
        .args([format!("-{signal}"), child.id().to_string()])
        .status()?;
    assert!(kill.success());
    Ok(())
}

/// Waits until something holds.
fn until(holds: impl Fn() -> std::io::Result<bool>) -> Outcome {
    let start = Instant::now();
    while !holds()? {
        assert!(start.elapsed() < PATIENCE, "it never came");
        std::thread::sleep(Duration::from_millis(1));
    }
    Ok(())
}

/// How many files are begun in a folder.
fn begun(folder: &Path) -> std::io::Result<usize> {
    let mut count = 0;
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        count += usize::from(name.to_string_lossy().starts_with(".dejargon-"));
    }
    Ok(count)
}

#[test]
fn an_interrupted_stream_leaves_the_old_file_alone() -> Outcome {
    for signal in [INTERRUPT, TERMINATE] {
        let folder = TempDir::new()?;
        let out = folder.path().join("out.txt");
        fs::write(&out, "old\n")?;
        let mut child = translate(folder.path(), &["--as", "text", "--output", "out.txt"])?;
        // The pipe stays open: the run waits for more in the middle of its file.
        until(|| Ok(begun(folder.path())? == 1))?;
        send(signal, &child)?;
        // `wait` would close the pipe first.
        let stdin = child.stdin.take();
        let status = child.wait()?;
        drop(stdin);
        assert_eq!(status.signal(), Some(signal), "{status}");
        assert_eq!(begun(folder.path())?, 0);
        assert_eq!(fs::read_to_string(&out)?, "old\n");
    }
    Ok(())
}

#[test]
fn interrupted_edits_leave_every_file_old_or_new() -> Outcome {
    const FILES: usize = 600;
    let (old, new) = (
        "We leverage it.\n\n".repeat(20),
        "We use it.\n\n".repeat(20),
    );
    let folder = TempDir::new()?;
    let file = |number: usize| folder.path().join(format!("{number}.md"));
    for number in 0..FILES {
        fs::write(file(number), &old)?;
    }
    let mut child = translate(folder.path(), &["--write", "--threads", "4", "."])?;
    let changed = || -> std::io::Result<bool> {
        let mut lengths = (0..FILES).map(|number| fs::metadata(file(number)));
        lengths.try_fold(false, |any, found| {
            Ok(any || found?.len() == new.len() as u64)
        })
    };
    until(changed)?;
    send(INTERRUPT, &child)?;
    let status = child.wait()?;
    assert_eq!(begun(folder.path())?, 0);
    let mut left = 0;
    for number in 0..FILES {
        let text = fs::read_to_string(file(number))?;
        assert!(text == old || text == new, "{number}.md is neither");
        left += usize::from(text == old);
    }
    assert_eq!(
        status.signal(),
        Some(INTERRUPT),
        "{left} files left: {status}"
    );
    assert!(left > 0, "it was interrupted too late to show anything");
    Ok(())
}

/// What `check` shows at a terminal, which `script` plays. `None` without one.
#[cfg(all(target_os = "linux", debug_assertions))]
fn shown(args: &str, variables: &[(&str, &str)]) -> Result<Option<String>, Box<dyn Error>> {
    let folder = TempDir::new()?;
    let paragraph = format!("{}\n\n", "All is well here. ".repeat(40));
    for number in 0..40 {
        let path = folder.path().join(format!("{number}.md"));
        fs::write(path, paragraph.repeat(900))?;
    }
    let program = cargo_bin("dejargon");
    let line = format!("{} check --isolated {args} .", program.display());
    let output = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .current_dir(folder.path())
        .env_remove("CI")
        .env("TERM", "xterm")
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .output();
    match output {
        Ok(output) => Ok(Some(String::from_utf8(output.stdout)?)),
        Err(error) => {
            skip::skip_without(&format!("script, which plays a terminal ({error})"));
            Ok(None)
        }
    }
}

/// An optimised program is done before there is anything to show.
#[cfg(all(target_os = "linux", debug_assertions))]
#[test]
fn a_terminal_shows_how_far_it_is_and_nothing_else_does() -> Outcome {
    let Some(seen) = shown("--format concise", &[])? else {
        return Ok(());
    };
    assert!(seen.contains(" of 40 documents"), "{seen:?}");
    assert!(
        seen.trim_end().ends_with("\r\u{1b}[K"),
        "it is erased: {seen:?}"
    );
    let unseen: [(&str, &[(&str, &str)]); 4] = [
        ("--format concise", &[("CI", "true")]),
        ("--format concise", &[("TERM", "dumb")]),
        ("--format concise --quiet", &[]),
        ("--format concise 2>/dev/null", &[]),
    ];
    for (args, variables) in unseen {
        assert_eq!(
            shown(args, variables)?.as_deref(),
            Some(""),
            "{args} {variables:?}"
        );
    }
    Ok(())
}

/// The shell's prompt comes to a line of its own.
#[cfg(all(target_os = "linux", debug_assertions))]
#[test]
fn an_interrupted_check_leaves_no_line_behind() -> Outcome {
    let folder = TempDir::new()?;
    let first = folder.path().join("0.md");
    fs::write(
        &first,
        "All is well here. We leverage it.\n\n".repeat(20_000),
    )?;
    // More work than any machine does before it is interrupted.
    for number in 1..400 {
        fs::hard_link(&first, folder.path().join(format!("{number}.md")))?;
    }
    let program = cargo_bin("dejargon");
    let line = format!(
        "timeout --foreground --signal INT 1.5 {} check --isolated --threads 1 .",
        program.display()
    );
    let output = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .current_dir(folder.path())
        .env_remove("CI")
        .env("TERM", "xterm")
        .stdin(Stdio::null())
        .output();
    let Ok(output) = output else {
        skip::skip_without("script, which plays a terminal");
        return Ok(());
    };
    // The exit code of `timeout` where time was up.
    assert_eq!(output.status.code(), Some(124), "{output:?}");
    let seen = String::from_utf8(output.stdout)?;
    assert!(
        seen.contains(" of 400 documents") || seen.contains("reading"),
        "{seen:?}"
    );
    assert!(seen.ends_with("\r\u{1b}[K"), "it is erased: {seen:?}");
    Ok(())
}

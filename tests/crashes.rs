//! When the program itself is wrong, it says so: what crashed, where, on which document;
//! the other documents are done, and the run ends as a failed one. A reader that went
//! away is no crash.

use std::error::Error;
use std::path::{Path, PathBuf};

use dejargon::crash::{Crash, fenced, listen};
use dejargon::input::{self, Walk};
use dejargon::parallel::side_by_side;
use tempfile::TempDir;

type Outcome = Result<(), Box<dyn Error>>;

fn fall_over(numbers: &[usize]) -> usize {
    numbers[numbers.len()]
}

fn is_told(said: &str) {
    for part in [
        "crashed at tests/crashes.rs:",
        "index out of bounds",
        "That is a bug of the program: please report it",
    ] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn a_crash_says_what_and_where() -> Outcome {
    listen();
    let crash: Crash = fenced(|| fall_over(&[1, 2]))
        .err()
        .ok_or("it did not crash")?;
    is_told(&crash.to_string());
    // Through a second fence it is the same.
    let again = fenced(|| crash.clone().go_on());
    assert_eq!(again, Err::<(), _>(crash));
    assert_eq!(fenced(|| 1), Ok(1));
    Ok(())
}

#[test]
fn a_crash_of_another_thread_says_so_too() -> Outcome {
    listen();
    let items: Vec<usize> = (0..1000).collect();
    let last = items.len() - 1;
    let work = |item: &usize| if *item == last { fall_over(&[]) } else { *item };
    let crash = fenced(|| side_by_side(&items, work))
        .err()
        .ok_or("it did not crash")?;
    is_told(&crash.to_string());
    Ok(())
}

#[test]
fn one_document_crashes_and_the_others_are_done() -> Outcome {
    listen();
    let folder = TempDir::new()?;
    for name in ["a.md", "b.md", "c.md"] {
        std::fs::write(folder.path().join(name), "text")?;
    }
    let work = |path: &Path| {
        if path.ends_with("b.md") {
            fall_over(&[])
        } else {
            0
        }
    };
    let (done, errors) = input::for_each(&[folder.path().to_owned()], Walk::default(), work);
    let done: Vec<PathBuf> = done.into_iter().map(|(path, _)| path).collect();
    assert_eq!(done, ["a.md", "c.md"].map(|name| folder.path().join(name)));
    assert_eq!(errors.len(), 1);
    assert!(errors[0].path.ends_with("/b.md"), "{errors:?}");
    is_told(&errors[0].message);
    Ok(())
}

#[cfg(unix)]
mod streams {
    use std::fs;
    use std::process::{Command, Stdio};

    use snapbox::cmd::cargo_bin;

    use super::*;

    /// The exit code of a run whose standard error, or whose standard output, nobody
    /// reads.
    fn code(args: &str, deaf: &str) -> Result<Option<i32>, Box<dyn Error>> {
        let folder = TempDir::new()?;
        fs::write(folder.path().join("a.md"), "We leverage it.\n")?;
        fs::write(folder.path().join("clean.md"), "All is well.\n")?;
        fs::write(folder.path().join("binary.md"), "\0")?;
        fs::write(folder.path().join("wrong.toml"), "[[term]]\nterm = \"x\"\n")?;
        let (reader, writer) = std::io::pipe()?;
        drop(reader);
        let mut command = Command::new(cargo_bin("dejargon"));
        command.current_dir(folder.path()).args(args.split(' '));
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        match deaf {
            "stderr" => command.stderr(writer),
            _ => command.stdout(writer),
        };
        Ok(command.status()?.code())
    }

    #[test]
    fn nobody_has_to_listen() -> Outcome {
        for (args, expected) in [
            ("check --isolated a.md", 1),
            ("check --isolated --statistics a.md", 1),
            ("check --isolated clean.md", 0),
            ("check --isolated binary.md", 2),
            ("check --isolated absent.md", 2),
            ("check --isolated --glossary wrong.toml a.md", 2),
            ("translate --isolated a.md", 0),
            ("translate --isolated --check a.md", 1),
            ("explain --isolated xyzzy", 1),
            ("glossary lint wrong.toml", 1),
            ("config show --config absent.toml", 2),
        ] {
            assert_eq!(code(args, "stderr")?, Some(expected), "{args}");
        }
        for args in [
            "check --isolated a.md",
            "check --isolated --format json a.md",
            "check --isolated --format sarif a.md",
            "translate --isolated a.md",
            "explain --isolated API",
            "glossary list --isolated",
            "man",
        ] {
            assert_eq!(code(args, "stdout")?, Some(0), "{args}");
        }
        Ok(())
    }
}

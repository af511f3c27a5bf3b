//! Folders as they are: files that cannot be read, links to nothing, pipes, loops,
//! what is no text. Each is done or named in an error, the others are still done, and
//! nothing hangs. And the same findings, however they are asked for.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use snapbox::cmd::cargo_bin;
use tempfile::TempDir;

#[path = "support/skip.rs"]
mod skip;

type Outcome = Result<(), Box<dyn Error>>;

/// Long enough for any machine: that it ends at all is the question.
const PATIENCE: Duration = Duration::from_mins(1);

/// `dejargon check` in `folder`, where only `leverage` is jargon.
fn check(folder: &Path, args: &[&str]) -> Result<Command, Box<dyn Error>> {
    let words = "[glossary]\nname = \"words\"\ntitle = \"Words\"\n\
                 [[term]]\nterm = \"leverage\"\npart-of-speech = \"verb\"\nplain = \"use\"\n";
    let glossary = folder.with_extension("words.toml");
    fs::write(&glossary, words)?;
    let mut command = Command::new(cargo_bin("dejargon"));
    command
        .current_dir(folder)
        .args(["check", "--isolated", "--no-bundled", "--format", "concise"])
        .arg("--glossary")
        .arg(&glossary)
        .args(args)
        .stdin(Stdio::null());
    Ok(command)
}

/// What it said, if it ended in time.
fn ended(mut command: Command) -> Result<Output, Box<dyn Error>> {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let start = Instant::now();
    while child.try_wait()?.is_none() {
        if start.elapsed() > PATIENCE {
            child.kill()?;
            return Err("it hangs".into());
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    Ok(child.wait_with_output()?)
}

/// The paths at the start of lines.
fn paths(text: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(text);
    let lines = text
        .lines()
        .map(|line| line.strip_prefix("error: ").unwrap_or(line));
    lines
        .filter_map(|line| Some(line.split_once(':')?.0.to_owned()))
        .collect()
}

fn folder() -> Result<TempDir, Box<dyn Error>> {
    let folder = TempDir::new()?;
    fs::create_dir_all(folder.path().join("in/sub.md"))?;
    for name in ["a.md", "b.txt", "sub.md/c.md", "d.html"] {
        fs::write(folder.path().join("in").join(name), "We leverage it.\n")?;
    }
    Ok(folder)
}

#[test]
fn what_is_no_text_is_named_and_the_rest_is_done() -> Outcome {
    let folder = folder()?;
    let at = folder.path().join("in");
    fs::write(at.join("binary.md"), b"\x7fELF\x02\x01\0\0 leverage")?;
    fs::write(at.join("latin.md"), b"caf\xe9: we leverage it\n")?;
    fs::write(at.join("utf16le.md"), b"\xff\xfeW\0e\0")?;
    fs::write(at.join("utf16be.md"), b"\xfe\xff\0W\0e")?;
    fs::write(at.join("bom.md"), "\u{feff}We leverage it.\n")?;
    fs::write(at.join("empty.md"), "")?;
    let output = ended(check(&at, &[])?)?;
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        paths(&output.stdout),
        [
            "a.md",
            "b.txt",
            "bom.md",
            "d.html",
            "latin.md",
            "sub.md/c.md"
        ]
    );
    assert_eq!(
        paths(&output.stderr),
        ["binary.md", "utf16be.md", "utf16le.md"]
    );
    Ok(())
}

/// Of a file of zeros only the start is read: this one is larger than memory.
#[test]
fn a_huge_file_that_is_no_text_costs_nothing() -> Outcome {
    let folder = folder()?;
    let at = folder.path().join("in");
    fs::File::create(at.join("huge.md"))?.set_len(4_000_000_000)?;
    fs::File::create(at.join("larger.md"))?.set_len(5_000_000_000)?;
    let output = ended(check(&at, &[])?)?;
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(paths(&output.stderr), ["huge.md", "larger.md"]);
    assert_eq!(paths(&output.stdout).len(), 4);
    Ok(())
}

/// 8 MB here, so that the test is quick without optimisation; docs/ci.md has 300 MB.
#[test]
fn a_large_text_is_read_to_its_end() -> Outcome {
    let folder = folder()?;
    let at = folder.path().join("in");
    let paragraph = format!("{}\n\n", "All is well. ".repeat(60));
    let text = paragraph.repeat(8_000_000 / paragraph.len());
    fs::write(at.join("large.txt"), text + "We leverage it.\n")?;
    let output = ended(check(&at, &["large.txt"])?)?;
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(paths(&output.stdout), ["large.txt"]);
    Ok(())
}

#[test]
fn the_same_findings_however_they_are_asked_for() -> Outcome {
    let folder = folder()?;
    let at = folder.path().join("in");
    for number in 0..40 {
        fs::write(at.join(format!("{number}.md")), "We leverage it.\n")?;
    }
    let said = |args: &[&str]| -> Result<(Vec<u8>, Vec<u8>), Box<dyn Error>> {
        let output = ended(check(&at, args)?)?;
        Ok((output.stdout, output.stderr))
    };
    let expected = said(&[])?;
    assert_eq!(paths(&expected.0).len(), 44);
    for args in [
        &["--threads", "1"][..],
        &["--threads", "2", "."],
        &["--threads", "16"],
        &[".", "a.md", "./a.md", "sub.md", "7.md"],
        &["7.md", "sub.md", "./a.md", "a.md", "."],
        &["sub.md/.", "sub.md/c.md", ".//./.", "sub.md/./c.md"],
    ] {
        assert_eq!(said(args)?, expected, "{args:?}");
    }
    let above = ended(check(folder.path(), &["in"])?)?;
    let above = String::from_utf8(above.stdout)?.replace("in/", "");
    assert_eq!(above.as_bytes(), expected.0);
    let absent = said(&["x.md", "absent.md", "a.md", "absent.md"])?;
    assert_eq!(absent, said(&["absent.md", "a.md", "x.md"])?);
    assert_eq!(paths(&absent.1), ["absent.md", "x.md"]);
    Ok(())
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::process::CommandExt;

    use super::*;

    #[test]
    fn links_to_nothing_pipes_and_loops_do_not_hold_anything_up() -> Outcome {
        let folder = folder()?;
        let at = folder.path().join("in");
        symlink("nowhere", at.join("broken.md"))?;
        symlink("itself.md", at.join("itself.md"))?;
        symlink("nowhere", at.join("no-document"))?;
        symlink("a.md", at.join("linked.md"))?;
        symlink("..", at.join("sub.md/loop"))?;
        symlink("..", at.join("sub.md/loop.md"))?;
        let made = Command::new("mkfifo").arg(at.join("pipe.md")).status()?;
        assert!(made.success());
        for args in [&[][..], &["."], &["sub.md/loop"]] {
            let output = ended(check(&at, args)?)?;
            assert_eq!(output.status.code(), Some(2), "{args:?}");
            assert_eq!(paths(&output.stdout).len(), 4, "{args:?}");
            let errors = paths(&output.stderr).join(" ").replace("sub.md/loop/", "");
            assert_eq!(errors, "broken.md itself.md pipe.md", "{args:?}");
        }
        let broken = ended(check(&at, &["broken.md"])?)?;
        let said = String::from_utf8(broken.stderr)?;
        assert_eq!(
            said,
            "error: broken.md: is a link to nothing; mend it or remove it\n"
        );
        let named = ended(check(&at, &["pipe.md", "linked.md"])?)?;
        assert_eq!(paths(&named.stdout), ["linked.md"]);
        assert_eq!(paths(&named.stderr), ["pipe.md"]);
        Ok(())
    }

    /// Root reads everything, so that it becomes somebody else here.
    #[test]
    fn what_may_not_be_read_is_named() -> Outcome {
        const NOBODY: u32 = 65534;
        let folder = folder()?;
        let at = folder.path().join("in");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755))?;
        fs::write(at.join("secret.md"), "We leverage it.\n")?;
        fs::create_dir(at.join("closed"))?;
        for name in ["secret.md", "closed"] {
            fs::set_permissions(at.join(name), fs::Permissions::from_mode(0o000))?;
        }
        let mut command = check(&at, &[])?;
        if fs::read(at.join("secret.md")).is_ok() {
            command.uid(NOBODY);
        }
        let output = ended(command);
        fs::set_permissions(at.join("closed"), fs::Permissions::from_mode(0o755))?;
        let output = match output {
            Ok(output) => output,
            Err(error) => {
                skip::skip(&format!("nobody else may run the program: {error}"));
                return Ok(());
            }
        };
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(paths(&output.stdout).len(), 4);
        assert_eq!(paths(&output.stderr), ["closed", "secret.md"]);
        Ok(())
    }

    /// What is in an excluded folder is not even listed: one that may not be read is no
    /// error then, and a configuration inside does not count.
    #[test]
    fn an_excluded_folder_is_not_looked_into() -> Outcome {
        const NOBODY: u32 = 65534;
        let folder = folder()?;
        let at = folder.path().join("in");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755))?;
        fs::create_dir_all(at.join("vendor/closed"))?;
        fs::create_dir_all(at.join("vendor/own"))?;
        fs::write(
            at.join("dejargon.toml"),
            "exclude = [\"vendor/**\", \"**/old\"]\n",
        )?;
        fs::write(at.join("vendor/own/dejargon.toml"), "")?;
        fs::create_dir_all(at.join("sub.md/old/deep"))?;
        for name in ["vendor/a.md", "vendor/own/a.md", "sub.md/old/deep/a.md"] {
            fs::write(at.join(name), "We leverage it.\n")?;
        }
        fs::set_permissions(at.join("vendor/closed"), fs::Permissions::from_mode(0o000))?;
        let found = |args: &[&str]| -> Result<(Option<i32>, Vec<String>), Box<dyn Error>> {
            let isolated = check(&at, args)?;
            let given = isolated.get_args().filter(|arg| *arg != "--isolated");
            let mut command = Command::new(isolated.get_program());
            command.current_dir(&at).args(given).stdin(Stdio::null());
            if fs::read_dir(at.join("vendor/closed")).is_ok() {
                command.uid(NOBODY);
            }
            let output = ended(command)?;
            Ok((output.status.code(), paths(&output.stdout)))
        };
        let all = ["a.md", "b.txt", "d.html", "sub.md/c.md"].map(str::to_owned);
        let whole = found(&[]);
        let inside = found(&["vendor/own"]);
        fs::set_permissions(at.join("vendor/closed"), fs::Permissions::from_mode(0o755))?;
        assert_eq!(whole?, (Some(1), all.to_vec()));
        // Whoever names a folder asks for it.
        assert_eq!(inside?, (Some(1), vec!["vendor/own/a.md".to_owned()]));
        Ok(())
    }

    /// Files come and go while the folder is walked.
    #[test]
    fn files_that_vanish_are_named_or_left() -> Outcome {
        let folder = folder()?;
        let at = folder.path().join("in");
        for number in 0..400 {
            fs::write(at.join(format!("gone{number}.md")), "We leverage it.\n")?;
        }
        let running = check(&at, &[])?;
        let vanishing = at.clone();
        let remover = std::thread::spawn(move || {
            (0..400)
                .try_for_each(|number| fs::remove_file(vanishing.join(format!("gone{number}.md"))))
        });
        let output = ended(running)?;
        assert!(matches!(remover.join(), Ok(Ok(()))));
        assert!(matches!(output.status.code(), Some(1 | 2)));
        let found = paths(&output.stdout);
        let stay = ["a.md", "b.txt", "d.html", "sub.md/c.md"];
        assert!(
            stay.iter()
                .all(|path| found.iter().any(|found| found == path))
        );
        let errors = paths(&output.stderr);
        assert!(errors.iter().all(|path| path.starts_with("gone")));
        Ok(())
    }
}

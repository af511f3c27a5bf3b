//! What is written to stays what it is: devices, pipes, open files and links are never
//! replaced, a file keeps its owner, attributes and other names, and what somebody
//! saved meanwhile is not lost.

#![cfg(unix)]

use std::error::Error;
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, chown, symlink};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use snapbox::cmd::cargo_bin;
use tempfile::TempDir;

#[path = "support/skip.rs"]
mod skip;

type Outcome = Result<(), Box<dyn Error>>;

const OLD: &str = "We leverage it.\n";
const NEW: &str = "We use it.\n";
const NOBODY: u32 = 65534;

/// A folder that anybody can use, with the documents `a.md` and `a.txt`.
fn folder() -> std::io::Result<TempDir> {
    let folder = TempDir::new()?;
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777))?;
    fs::write(folder.path().join("a.md"), OLD)?;
    fs::write(folder.path().join("a.txt"), OLD)?;
    Ok(folder)
}

fn dejargon(folder: &Path, args: &str) -> Command {
    let mut command = Command::new(cargo_bin("dejargon"));
    command
        .current_dir(folder)
        .args(args.split(' '))
        .stdin(Stdio::null());
    command
}

/// Every way to name a file to write, with `OUT` where it stands.
const WRITERS: [&str; 7] = [
    "translate --isolated --output OUT a.md",
    "check --isolated --output-file OUT a.md",
    "check --isolated -q --report json=OUT a.md",
    "check --isolated --report sarif=OUT --report junit=other.xml a.md",
    "glossary export --force --format csv --output OUT plain",
    "glossary import --force --from csv --name w --output OUT words.csv",
    "glossary merge --output OUT words.toml words.toml words.toml",
];

/// A run that writes to `out`, and what it should have written: what it writes to a
/// file of its own.
fn writing(args: &str, out: &str) -> Result<(TempDir, Command, Vec<u8>), Box<dyn Error>> {
    let folder = folder()?;
    let at = folder.path();
    fs::write(at.join("words.csv"), "term,plain\nleverage,use\n")?;
    fs::write(
        at.join("words.toml"),
        "[glossary]\nname = \"w\"\ntitle = \"W\"\n\n[[term]]\nterm = \"x\"\nplain = \"y\"\n",
    )?;
    let said = dejargon(at, &args.replace("OUT", "expected")).output()?;
    let expected = fs::read(at.join("expected")).map_err(|error| format!("{error}: {said:?}"))?;
    assert!(!expected.is_empty(), "{args}");
    let command = dejargon(at, &args.replace("OUT", out));
    Ok((folder, command, expected))
}

#[test]
fn a_pipe_gets_the_text_and_stays() -> Outcome {
    for args in WRITERS {
        let (folder, mut command, expected) = writing(args, "pipe")?;
        let pipe = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status()?.success());
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || fs::read(pipe)
        });
        let output = command.output()?;
        assert!(
            fs::symlink_metadata(&pipe)?.file_type().is_fifo(),
            "{args}: {output:?}"
        );
        let Ok(read) = reader.join() else {
            return Err("the reader fell over".into());
        };
        assert_eq!(
            String::from_utf8_lossy(&read?),
            String::from_utf8_lossy(&expected),
            "{args}"
        );
    }
    Ok(())
}

/// A node like `/dev/null`, of our own making.
#[test]
fn a_device_stays_a_device() -> Outcome {
    for args in WRITERS {
        let (folder, mut command, _) = writing(args, "node")?;
        let node = folder.path().join("node");
        let made = Command::new("mknod")
            .arg(&node)
            .args(["c", "1", "3"])
            .output()?;
        if !made.status.success() || File::options().write(true).open(&node).is_err() {
            skip::skip("only root makes devices");
            return Ok(());
        }
        let output = command.output()?;
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{args}: {output:?}"
        );
        assert!(
            fs::symlink_metadata(&node)?.file_type().is_char_device(),
            "{args}"
        );
    }
    Ok(())
}

/// `>> log`, `> log`, and a pipe.
#[test]
fn dev_stdout_is_the_stream_that_is_open() -> Outcome {
    for args in WRITERS {
        let (folder, mut command, expected) = writing(args, "/dev/stdout")?;
        let log = folder.path().join("log");
        fs::write(&log, "precious\n")?;
        command.stdout(File::options().append(true).open(&log)?);
        command.stderr(Stdio::null()).status()?;
        let written = fs::read(&log)?;
        let new = written
            .strip_prefix(b"precious\n")
            .ok_or("what stood in it is gone")?;
        assert!(new.starts_with(&expected), "{args}");

        let (_folder, mut command, expected) = writing(args, "/dev/stdout")?;
        let piped = command.output()?;
        assert!(piped.stdout.starts_with(&expected), "{args}: {piped:?}");

        let (folder, mut command, expected) = writing(args, "/dev/fd/1")?;
        let log = folder.path().join("log");
        command
            .stdout(File::create(&log)?)
            .stderr(Stdio::null())
            .status()?;
        assert!(fs::read(&log)?.starts_with(&expected), "{args}");
    }
    Ok(())
}

#[test]
fn dev_stderr_and_other_open_files_are_added_to() -> Outcome {
    let (_folder, mut command, expected) = writing(WRITERS[0], "/dev/stderr")?;
    assert!(command.output()?.stderr.starts_with(&expected));

    let folder = folder()?;
    let log = folder.path().join("log");
    fs::write(&log, "precious\n")?;
    let program = cargo_bin("dejargon");
    let script =
        "exec 3>>log; \"$0\" translate --isolated -q --output /dev/fd/3 a.md; echo end >&3";
    let run = Command::new("sh")
        .args(["-c", script])
        .arg(program)
        .current_dir(folder.path())
        .status()?;
    assert!(run.success());
    assert_eq!(fs::read_to_string(&log)?, format!("precious\n{NEW}end\n"));
    Ok(())
}

#[test]
fn the_stream_of_a_plain_text_is_written_to_devices_too() -> Outcome {
    let folder = folder()?;
    let log = folder.path().join("log");
    fs::write(&log, "precious\n")?;
    let mut command = dejargon(
        folder.path(),
        "translate --isolated -q --as text --output /dev/stdout",
    );
    command
        .stdin(File::open(folder.path().join("a.txt"))?)
        .stdout(File::options().append(true).open(&log)?);
    assert!(command.status()?.success());
    assert_eq!(fs::read_to_string(&log)?, format!("precious\n{NEW}"));
    Ok(())
}

#[test]
fn a_link_stays_and_what_it_leads_to_is_written() -> Outcome {
    for args in WRITERS {
        for there in [true, false] {
            let (folder, mut command, expected) = writing(args, "link")?;
            let at = folder.path();
            fs::create_dir(at.join("sub"))?;
            symlink("sub/second", at.join("link"))?;
            symlink("target", at.join("sub/second"))?;
            if there {
                fs::write(at.join("sub/target"), "old")?;
            }
            let output = command.output()?;
            assert!(
                at.join("link").is_symlink() && at.join("sub/second").is_symlink(),
                "{args}"
            );
            let written = fs::read(at.join("sub/target"));
            assert_eq!(written.ok(), Some(expected), "{args}: {output:?}");
        }
    }
    let folder = folder()?;
    symlink("nowhere/x.md", folder.path().join("link.md"))?;
    symlink("round.md", folder.path().join("round.md"))?;
    for (name, reason) in [
        ("link.md", "there is no folder nowhere; make it first"),
        (
            "round.md",
            "round.md cannot be written: its links lead round and round",
        ),
        (".", ". cannot be written: is a directory"),
    ] {
        let output = dejargon(
            folder.path(),
            &format!("translate --isolated --output {name} a.md"),
        )
        .output()?;
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8(output.stderr)?;
        assert!(said.contains(reason), "{said}");
    }
    Ok(())
}

/// What `--write` of `a.md` says; it has to work.
fn write(folder: &Path) -> Outcome {
    let output = dejargon(folder, "translate --isolated -q --write a.md").output()?;
    assert!(output.status.success(), "{output:?}");
    assert_eq!(fs::read_to_string(folder.join("a.md"))?, NEW);
    assert_eq!(
        fs::read_dir(folder)?.count(),
        2 + usize::from(folder.join("b.md").exists())
    );
    Ok(())
}

#[test]
fn both_names_of_a_file_have_the_new_text() -> Outcome {
    let folder = folder()?;
    let [a, b] = ["a.md", "b.md"].map(|name| folder.path().join(name));
    fs::hard_link(&a, &b)?;
    let before = fs::metadata(&a)?.ino();
    write(folder.path())?;
    assert_eq!(fs::read_to_string(&b)?, NEW);
    assert_eq!(
        (fs::metadata(&a)?.ino(), fs::metadata(&b)?.ino()),
        (before, before)
    );
    Ok(())
}

#[test]
fn owner_and_permissions_stay() -> Outcome {
    let folder = folder()?;
    let a = folder.path().join("a.md");
    if chown(&a, Some(NOBODY), Some(NOBODY)).is_err() {
        skip::skip("only root gives files away");
        return Ok(());
    }
    fs::set_permissions(&a, fs::Permissions::from_mode(0o4640))?;
    write(folder.path())?;
    let after = fs::metadata(&a)?;
    assert_eq!(
        (after.uid(), after.gid(), after.mode() & 0o7777),
        (NOBODY, NOBODY, 0o4640)
    );

    // Who cannot give a file back to its owner writes into it.
    let folder = self::folder()?;
    let a = folder.path().join("a.md");
    fs::set_permissions(&a, fs::Permissions::from_mode(0o666))?;
    let before = fs::metadata(&a)?;
    let mut command = dejargon(folder.path(), "translate --isolated --write a.md");
    let Ok(output) = command.uid(NOBODY).gid(NOBODY).output() else {
        skip::skip("nobody else may run the program");
        return Ok(());
    };
    assert!(output.status.success(), "{output:?}");
    assert_eq!(fs::read_to_string(&a)?, NEW);
    let after = fs::metadata(&a)?;
    assert_eq!((after.uid(), after.ino()), (before.uid(), before.ino()));

    // Or leaves it, where it may not.
    fs::write(&a, OLD)?;
    fs::set_permissions(&a, fs::Permissions::from_mode(0o644))?;
    let mut command = dejargon(folder.path(), "translate --isolated --write a.md");
    let output = command.uid(NOBODY).gid(NOBODY).output()?;
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert_eq!(fs::read_to_string(&a)?, OLD);
    assert_eq!(fs::read_dir(folder.path())?.count(), 2);
    Ok(())
}

/// `setfacl -m u:65534:r`, as the kernel has it: a version, then of each entry its tag,
/// its permissions and whom it is about.
fn access_control_list() -> Vec<u8> {
    let nobody = u32::MAX;
    let entries: [(u16, u16, u32); 5] = [
        (1, 6, nobody),
        (2, 4, NOBODY),
        (4, 4, nobody),
        (16, 4, nobody),
        (32, 4, nobody),
    ];
    let mut list = 2_u32.to_le_bytes().to_vec();
    for (tag, permissions, who) in entries {
        list.extend(tag.to_le_bytes());
        list.extend(permissions.to_le_bytes());
        list.extend(who.to_le_bytes());
    }
    list
}

#[test]
fn attributes_and_access_control_lists_stay() -> Outcome {
    let attributes = [
        ("user.colour", b"blue".to_vec()),
        ("system.posix_acl_access", access_control_list()),
    ];
    for (name, value) in attributes {
        let folder = folder()?;
        let a = folder.path().join("a.md");
        if xattr::set(&a, name, &value).is_err() {
            skip::skip(&format!("this file system has no `{name}`"));
            continue;
        }
        let before = fs::metadata(&a)?;
        write(folder.path())?;
        assert_eq!(xattr::get(&a, name)?, Some(value), "{name}");
        assert_eq!(fs::metadata(&a)?.mode(), before.mode());
        assert_ne!(fs::metadata(&a)?.ino(), before.ino(), "it was replaced");
    }
    Ok(())
}

/// An editor saves while the questions are asked.
#[test]
fn what_is_saved_meanwhile_stays() -> Outcome {
    for (answers, lost) in [
        ("y\n", "the accepted answer was"),
        ("y\ny\n", "the 2 accepted answers were"),
    ] {
        let folder = folder()?;
        let a = folder.path().join("a.md");
        let text = OLD.repeat(answers.lines().count());
        fs::write(&a, &text)?;
        let mut child = dejargon(folder.path(), "translate --isolated --interactive a.md")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let mut stdin = child.stdin.take().ok_or("no input")?;
        let mut stderr = child.stderr.take().ok_or("no errors")?;
        // The first question is there, so the document has been read.
        let mut asked = Vec::new();
        while !asked.ends_with(b"[?] ") {
            let mut byte = [0];
            std::io::Read::read_exact(&mut stderr, &mut byte)?;
            asked.extend(byte);
        }
        fs::write(&a, format!("{text}MINE\n"))?;
        stdin.write_all(answers.as_bytes())?;
        drop(stdin);
        let mut said = String::new();
        std::io::Read::read_to_string(&mut stderr, &mut said)?;
        assert_eq!(child.wait()?.code(), Some(2), "{said}");
        assert_eq!(fs::read_to_string(&a)?, format!("{text}MINE\n"));
        let why = format!(
            "{lost} not written: a.md has changed since it was read, so it was left as it is; \
             run the command again"
        );
        assert!(said.contains(&why), "{said}");
        assert_eq!(fs::read_dir(folder.path())?.count(), 2);
    }
    Ok(())
}

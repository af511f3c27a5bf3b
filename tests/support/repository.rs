//! What the tests of the plugs share: a repository of their own, and what stands in
//! the files of this one.

#![allow(dead_code, reason = "each test program needs a part of it")]

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use regex::Regex;
use tempfile::TempDir;

pub(crate) type Outcome = Result<(), Box<dyn Error>>;

pub(crate) fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub(crate) fn read(path: &str) -> Result<String, Box<dyn Error>> {
    Ok(fs::read_to_string(project(path))?)
}

pub(crate) fn names(pattern: &str, text: &str) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let found = Regex::new(pattern)?;
    let found = found.captures_iter(text).map(|found| found[1].to_owned());
    Ok(found.collect())
}

/// A repository's folder, apart from what git is told elsewhere on this machine.
pub(crate) struct Repository(TempDir);

impl Repository {
    pub(crate) fn new() -> Result<Self, Box<dyn Error>> {
        let repository = Self(TempDir::new()?);
        repository.git(&["init", "--quiet", "--initial-branch", "main"])?;
        Ok(repository)
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> Outcome {
        Ok(fs::write(self.path().join(name), text)?)
    }

    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
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

    pub(crate) fn git(&self, args: &[&str]) -> Outcome {
        let output = self.command("git").args(args).output()?;
        assert!(output.status.success(), "git {args:?}: {output:?}");
        Ok(())
    }

    pub(crate) fn commit(&self, message: &str) -> Outcome {
        self.git(&["add", "--all"])?;
        self.git(&["commit", "--quiet", "--no-verify", "--message", message])
    }
}

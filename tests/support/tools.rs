//! Programs of others that tests run: from Python's and Node's package registries, in
//! a folder of the build, once. Without the network, or without Python or Node, there
//! is none, and the test is skipped.

#![allow(dead_code, reason = "each test program needs a part of it")]

use std::path::{Path, PathBuf};
use std::process::Command;

use super::skip::skip_without;

/// A folder for the tools of one test program.
fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// The folder of the programs of a Python environment with these packages.
pub(crate) fn python(name: &str, packages: &[&str]) -> Option<PathBuf> {
    let folder = folder(name);
    // What was installed to its end has this file.
    let done = folder.join(format!(
        "{}.done",
        packages.join("_").replace(['<', '>', ',', '='], "-")
    ));
    if !done.exists() {
        let made = succeeds(Command::new("python3").args(["-m", "venv"]).arg(&folder));
        let mut pip = Command::new(folder.join("bin/pip"));
        pip.args(["install", "--quiet", "--disable-pip-version-check"]);
        pip.args(["--retries", "1", "--timeout", "20"]);
        if !made || !succeeds(pip.args(packages)) || std::fs::write(&done, "").is_err() {
            skip_without(&format!("{packages:?} for Python"));
            return None;
        }
    }
    Some(folder.join("bin"))
}

/// The folder `node_modules` with these packages.
pub(crate) fn node(name: &str, packages: &[&str]) -> Option<PathBuf> {
    let folder = folder(name);
    let file = packages.join("_").replace(['/', '@', '^'], "-");
    let done = folder.join(format!("{file}.done"));
    if !done.exists() {
        let made = std::fs::create_dir_all(&folder).is_ok();
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts"]);
        npm.args([
            "--fetch-retries",
            "1",
            "--fetch-timeout",
            "60000",
            "--prefix",
        ]);
        if !made || !succeeds(npm.arg(&folder).args(packages)) || std::fs::write(&done, "").is_err()
        {
            skip_without(&format!("{packages:?} for Node"));
            return None;
        }
    }
    Some(folder.join("node_modules"))
}

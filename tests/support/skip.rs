//! Tests that cannot run where they are say so, in a file that `.ci/run` prints at its
//! end: nobody reads what a test that passed has printed. In CI, where that script
//! installs what a test needs, a missing program is a failure.

#![allow(clippy::panic, reason = "in CI it is a failure")]
#![allow(dead_code, reason = "each test program needs a part of it")]

use std::fs::File;
use std::io::Write;
use std::path::Path;

/// Leaves a test out which the system does not allow.
pub(crate) fn skip(why: &str) {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    let line = format!("{}: {test}: {why}\n", env!("CARGO_CRATE_NAME"));
    let list = Path::new(env!("CARGO_TARGET_TMPDIR")).join("skipped");
    let file = File::options().create(true).append(true).open(list);
    let written = file.and_then(|mut file| file.write_all(line.as_bytes()));
    assert!(
        written.is_ok(),
        "what is skipped cannot be listed: {written:?}"
    );
}

/// Leaves a test out whose program cannot be had, except in CI.
pub(crate) fn skip_without(program: &str) {
    let in_ci = std::env::var("CI").is_ok_and(|value| matches!(value.as_str(), "1" | "true"));
    assert!(!in_ci, "{program}: it cannot be had, and CI has to have it");
    skip(&format!("{program}: it cannot be had"));
}

//! The promises of `support::invariants` on real documents: every file of a format that
//! is rewritten, in the folder that `DEJARGON_CORPUS` names, with the bundled glossaries.
//! Without that variable there is nothing to do.

#![allow(
    clippy::print_stdout,
    reason = "the counts are the point of a run by hand"
)]

use std::path::{Path, PathBuf};

use dejargon::format;
use dejargon::input::Input;
use ignore::WalkBuilder;

#[path = "support/skip.rs"]
mod skip;
#[allow(dead_code, reason = "other tests use the rest")]
mod support;

use support::invariants::{Verdict, verdict};

/// How many violations are printed.
const SHOWN: usize = 100;

#[test]
fn the_promises_hold_on_a_corpus() {
    let Some(folder) = std::env::var_os("DEJARGON_CORPUS") else {
        skip::skip("DEJARGON_CORPUS names no folder of documents");
        return;
    };
    let session = support::session(None);
    let mut sum = Verdict::default();
    let mut shown = Vec::new();
    let documents = documents(Path::new(&folder));
    for path in &documents {
        let Ok(input) = Input::file(path, None) else {
            continue;
        };
        if input
            .format
            .package()
            .is_some_and(|package| package.read_only().is_some())
        {
            continue;
        }
        let of_file = verdict(&session, &input);
        sum.findings += of_file.findings;
        sum.rewritten += of_file.rewritten;
        sum.left += of_file.left;
        shown.extend(
            of_file
                .violations
                .iter()
                .map(|violation| format!("{}: {violation}", path.display())),
        );
    }
    println!(
        "{} documents, {} findings, {} rewritten, {} left to be read as they were meant, {} violations",
        documents.len(),
        sum.findings,
        sum.rewritten,
        sum.left,
        shown.len()
    );
    for violation in shown.iter().take(SHOWN) {
        println!("{violation}");
    }
    assert!(!documents.is_empty(), "no document in that folder");
    assert!(shown.is_empty(), "{} violations", shown.len());
}

/// The documents of a folder, sorted.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut documents: Vec<PathBuf> = WalkBuilder::new(folder)
        .standard_filters(false)
        .build()
        .filter_map(|entry| Some(entry.ok()?.into_path()))
        .filter(|path| format::by_extension(path).is_some())
        .collect();
    documents.sort();
    documents
}

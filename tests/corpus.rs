//! The promises of `support::invariants` on real documents: every Markdown file
//! under the folder that `DEJARGON_CORPUS` names, with the bundled glossaries.
//! Without that variable there is nothing to do.

#![allow(
    clippy::print_stdout,
    reason = "the counts are the point of a run by hand"
)]

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

#[path = "support/skip.rs"]
mod skip;
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
        let Ok(bytes) = std::fs::read(path) else {
            continue;
        };
        let of_file = verdict(&session, &support::input("markdown", bytes));
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
    assert!(!documents.is_empty(), "no Markdown file in that folder");
    assert!(shown.is_empty(), "{} violations", shown.len());
}

/// The Markdown files of a folder, sorted.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut documents: Vec<PathBuf> = WalkBuilder::new(folder)
        .standard_filters(false)
        .build()
        .filter_map(|entry| Some(entry.ok()?.into_path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    documents.sort();
    documents
}

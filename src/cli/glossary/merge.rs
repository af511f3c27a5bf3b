//! `dejargon glossary merge`: a merge driver of git. What it writes is the result with
//! conflict markers, if there are any; exit code 1 tells git that somebody has to look.

use std::path::Path;

use anyhow::Context;
use dejargon::diff::{Labels, merge};
use dejargon::glossary::problem::SourceFile;
use dejargon::glossary::read;
use dejargon::input::shown;

use super::super::args::Merge;
use super::super::exit::Exit;
use super::super::terminal;
use super::super::write;

pub(super) fn run(args: &Merge) -> anyhow::Result<Exit> {
    let texts = [&args.base, &args.ours, &args.theirs].map(|path| text(path));
    let [base, ours, theirs] = texts;
    let (base, ours, theirs) = (base?, ours?, theirs?);
    let default = Labels::default();
    let mut labels = args.labels.iter();
    let labels = Labels {
        ours: labels.next().cloned().unwrap_or(default.ours),
        theirs: labels.next().cloned().unwrap_or(default.theirs),
        marker_size: usize::from(args.marker_size),
    };
    let called = |path| args.path.as_deref().unwrap_or(path);
    let source = |path, text| SourceFile {
        path: called(path),
        text,
    };
    let merged = merge(
        source(&args.base, &base),
        source(&args.ours, &ours),
        source(&args.theirs, &theirs),
        &labels,
    );
    match &args.output {
        Some(output) => write::replace(output, merged.text.as_bytes())?,
        None => terminal::print(merged.text.as_bytes())
            .context("the result could not be written to standard output")?,
    }
    let name = shown(called(args.output.as_deref().unwrap_or(&args.ours)));
    for conflict in &merged.conflicts {
        terminal::note(&format!(
            "{}:{}: conflict: {}",
            name, conflict.line, conflict.what
        ));
    }
    for problem in &merged.problems {
        terminal::note(&problem.to_string());
    }
    if !merged.problems.is_empty() {
        let why = if merged.conflicts.is_empty() {
            "the merged glossary is wrong"
        } else {
            "a version is no glossary, so they were merged line by line"
        };
        terminal::error(&format!("{name}: {why}; mend it before it is used"));
    }
    Ok(
        if merged.conflicts.is_empty() && merged.problems.is_empty() {
            Exit::Success
        } else {
            Exit::Findings
        },
    )
}

fn text(path: &Path) -> anyhow::Result<String> {
    read::text(path, read::Kind::Glossary)
        .with_context(|| format!("the glossary {} could not be read", shown(path)))
}

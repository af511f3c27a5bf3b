//! `dejargon translate`: the document rewritten, on standard output, in place,
//! in another file, or as a diff.

use std::borrow::Cow;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use dejargon::config::Flags;
use dejargon::document::Package;
use dejargon::finding::Applicability;
use dejargon::input::{Input, InputError, STDIN, readable};
use dejargon::projects::Projects;
use dejargon::report;
use dejargon::session::Translation;
use dejargon::session::review::Marks;
use similar::TextDiff;

use super::args::Translate;
use super::clock;
use super::documents::{self, Reading};
use super::exit::Exit;
use super::interactive;
use super::left::Left;
use super::output;
use super::selection;
use super::stream;
use super::terminal;
use super::verdict;
use super::write;

/// What a document leaves to be done when all have been read.
#[derive(Default)]
struct Outcome {
    /// What goes to standard output.
    out: Vec<u8>,
    /// What is said about it.
    note: Option<String>,
    /// Whether its file was changed.
    written: bool,
    left: Left,
}

pub(super) fn run(args: &Translate) -> anyhow::Result<Exit> {
    let paths = paths(args)?;
    let how = args.how.unwrap_or_default();
    let flags = Flags {
        audience: args.common.audience.clone(),
        ..args.common.glossaries.flags()
    };
    let rules = verdict::rules(&args.rules)?;
    let mut projects = Projects::new(flags, how).with_rules(rules.clone());
    if args.interactive {
        projects = projects.with_alternatives();
    }
    if !documents::open(&projects, &paths, &args.common) {
        return Ok(Exit::Failed);
    }
    if let Some(format) = stream::format(args, &paths) {
        return stream::run(args, &projects, format, &rules);
    }
    let reading = Reading::new(
        &args.common,
        &args.walk,
        &args.selection,
        &projects,
        &args.paths,
    );
    if args.interactive {
        return interactive::run(args, &paths, &reading, &rules);
    }
    let review = review(args)?;
    let accept = |fix: Applicability| fix.is_safe() || args.apply_unsafe;
    let done = documents::for_each(&paths, &reading, |input, session, path| {
        // In a folder there may be files of every kind; one that was named is an error.
        let named = path.is_none_or(|path| paths.iter().any(|named| named == path));
        if !named && !takes(input, review.is_some()) {
            return Ok(Outcome::default());
        }
        output::takes_footnotes(args, input)?;
        fits(args, input, path)?;
        let mut left = Left::default();
        let translation = match &review {
            Some((marks, date)) => {
                let reviewed = session.review(input, *marks, date, accept)?;
                left.commented(reviewed.comments, reviewed.remarks);
                reviewed.translation
            }
            None => session.translate(input, accept)?,
        };
        if args.plan {
            let Translation {
                findings,
                applied,
                plan,
                ..
            } = &translation;
            let out = report::plan(&input.name, findings, applied, plan).into_bytes();
            return Ok(Outcome {
                out,
                ..Outcome::default()
            });
        }
        if !args.comments_only {
            let Translation {
                findings, applied, ..
            } = &translation;
            left.count(&input.name, findings, applied, &rules);
        }
        deliver(args, input, path, translation.bytes)
            .map(|delivered| Outcome { left, ..delivered })
            .map_err(|error| InputError {
                path: input.name.clone(),
                message: format!("{error:#}"),
            })
    });
    for error in &done.errors {
        terminal::input_error(error);
    }
    let mut exit = if done.errors.is_empty() {
        Exit::Success
    } else {
        Exit::Failed
    };
    let mut left = Left::default();
    let mut written = 0;
    for outcome in done.results {
        terminal::print(&outcome.out).context("standard output could not be written to")?;
        if let Some(note) = outcome.note {
            terminal::note(&note);
            exit = exit.max(Exit::Findings);
        }
        written += usize::from(outcome.written);
        left.add(outcome.left);
    }
    if !args.common.quiet {
        if args.write {
            let files = if written == 1 { "file" } else { "files" };
            terminal::note(&format!("{written} {files} changed"));
        }
        left.say();
    }
    Ok(exit)
}

/// What a reviewer's marks are asked for, and when they are made.
fn review(args: &Translate) -> anyhow::Result<Option<(Marks, String)>> {
    let marks = match (args.track_changes, args.comments_only) {
        (true, _) => Marks::Changes,
        (_, true) => Marks::Comments,
        _ => return Ok(None),
    };
    Ok(Some((marks, clock::moment()?)))
}

/// What is translated: standard input unless something is named.
fn paths(args: &Translate) -> anyhow::Result<Vec<PathBuf>> {
    let in_place = args.write || args.interactive;
    let paths = selection::paths(&args.paths, &args.selection)?;
    let listed = args.selection.files_from.is_some();
    if args.paths.is_empty() && !listed {
        if in_place {
            bail!("name the files to edit");
        }
        if std::io::stdin().is_terminal() {
            bail!("name a file, or pipe text in: `echo 'We leveraged it.' | dejargon translate`");
        }
        return Ok(vec![PathBuf::from("-")]);
    }
    let several = listed || paths.len() > 1 || paths.iter().any(|path| path.is_dir());
    if several && !(in_place || args.diff || args.check || args.plan) {
        bail!("several documents need --write, --diff, --check or --plan");
    }
    if in_place && paths.iter().any(|path| path == Path::new("-")) {
        bail!("standard input cannot be edited in place; name a file");
    }
    Ok(paths)
}

/// Whether a kind of document can be rewritten, or reviewed.
fn takes(input: &Input, review: bool) -> bool {
    let package = input.format.package();
    let reviews = package.is_some_and(Package::takes_reviews);
    let is_read_only = package.is_some_and(|package| package.read_only().is_some());
    !is_read_only && (reviews || !review)
}

/// Whether a document can go where `--output` says.
fn fits(args: &Translate, input: &Input, path: Option<&Path>) -> Result<(), InputError> {
    let Some(output) = &args.output else {
        return Ok(());
    };
    output::fits(output, path, input.format).map_err(|error| InputError {
        path: input.name.clone(),
        message: error.to_string(),
    })
}

/// Puts a document where it is wanted, or returns what goes to standard output
/// and what is to be said.
fn deliver(
    args: &Translate,
    input: &Input,
    path: Option<&Path>,
    after: Vec<u8>,
) -> anyhow::Result<Outcome> {
    let changed = after != input.original();
    let mut outcome = Outcome::default();
    if args.check {
        outcome.note = changed.then(|| format!("{} would change", input.name));
    } else if args.diff {
        if changed {
            outcome.out = diff(input, after)?;
        }
    } else if args.write {
        if let Some(path) = path.filter(|_| changed) {
            write::update(path, Some(input.original()), &after)?;
            outcome.written = true;
        }
    } else if let Some(output) = &args.output {
        output::put(output, input, path, &after)?;
    } else {
        // A zip archive does strange things to a terminal.
        if input.packed.is_some() && std::io::stdout().is_terminal() {
            bail!(
                "a {} file is not for a terminal; use --output FILE, --write or --diff",
                input.format.name()
            );
        }
        outcome.out = after;
    }
    Ok(outcome)
}

/// A unified diff that `git apply` accepts; of a package, one of its paragraphs, to be
/// read.
fn diff(input: &Input, after: Vec<u8>) -> anyhow::Result<Vec<u8>> {
    let name = match input.name.as_str() {
        STDIN => "stdin",
        name => name.trim_start_matches('/'),
    };
    let (before, after) = if input.packed.is_some() {
        let after = Input::from_bytes(input.name.clone(), after, input.format)?;
        (input.prose().into(), after.prose().into())
    } else {
        let after = readable(&after).into_owned();
        (readable(&input.bytes), Cow::Owned(after))
    };
    let diff = TextDiff::from_lines(&before, &after);
    let (old, new) = (format!("a/{name}"), format!("b/{name}"));
    let diff = diff.unified_diff().header(&old, &new).to_string();
    Ok(diff.into_bytes())
}

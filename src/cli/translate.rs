//! `dejargon translate`: the document rewritten, on standard output, in place,
//! in another file, or as a diff.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use dejargon::config::Flags;
use dejargon::document::Markup;
use dejargon::input::{Input, InputError, STDIN, readable};
use dejargon::report::sanitize;
use dejargon::rewrite::How;
use dejargon::session::Translation;
use similar::TextDiff;

use super::args::{HowFlag, Translate};
use super::documents::{self, Done};
use super::exit::Exit;
use super::terminal;
use super::write::replace;

/// A document before and after.
struct Rewritten {
    name: String,
    before: Vec<u8>,
    translation: Translation,
}

pub(super) fn run(args: &Translate) -> anyhow::Result<Exit> {
    let paths = paths(args)?;
    let how = args.how.map_or(How::AsWritten, Into::into);
    let flags = Flags {
        audience: args.common.audience.clone(),
        ..args.common.glossaries.flags()
    };
    let Some((_, session)) = documents::open(flags, &args.common.glossaries, how)? else {
        return Ok(Exit::Failed);
    };
    let (done, errors) = documents::for_each(&paths, &args.common, args.walk.walk(), |input| {
        takes_footnotes(args, input)?;
        let translation = session.translate(input, |_, fix| fix.safe || args.apply_unsafe)?;
        Ok(Rewritten {
            name: input.name.clone(),
            before: input.bytes.clone(),
            translation,
        })
    });
    let mut exit = Exit::Success;
    for error in &errors {
        terminal::input_error(error);
        exit = Exit::Failed;
    }
    let mut left = Left::default();
    for Done { path, result } in done {
        match result.map_err(anyhow::Error::from_input).and_then(|document| {
            left.count(&document.translation);
            deliver(args, path.as_deref(), &document)
        }) {
            Ok(delivered) => exit = exit.max(delivered),
            Err(error) if terminal::is_broken_pipe(&error) => return Err(error),
            Err(error) => {
                terminal::error(&error);
                exit = Exit::Failed;
            }
        }
    }
    if !args.common.quiet {
        left.say();
    }
    Ok(exit)
}

/// An input's error as one of this command.
trait FromInput {
    fn from_input(error: InputError) -> Self;
}

impl FromInput for anyhow::Error {
    fn from_input(error: InputError) -> Self {
        let message = format!("{}: {}", error.path, error.message);
        Self::msg(sanitize(&message).into_owned())
    }
}

/// What is translated: standard input unless something is named.
fn paths(args: &Translate) -> anyhow::Result<Vec<PathBuf>> {
    if args.paths.is_empty() {
        if std::io::stdin().is_terminal() {
            bail!("name a file, or pipe text in: `echo 'We leveraged it.' | dejargon translate`");
        }
        return Ok(vec![PathBuf::from("-")]);
    }
    let several = args.paths.len() > 1 || args.paths[0].is_dir();
    let stdout = !(args.write || args.diff || args.check);
    if several && stdout {
        bail!("several documents need --write, --diff or --check");
    }
    if args.write && args.paths.iter().any(|path| path == Path::new("-")) {
        bail!("standard input cannot be written to; leave --write out");
    }
    Ok(args.paths.clone())
}

fn takes_footnotes(args: &Translate, input: &Input) -> Result<(), InputError> {
    if args.how == Some(HowFlag::Footnote) && input.format.markup() == Markup::Html {
        return Err(InputError {
            path: input.name.clone(),
            message: format!("{} has no footnotes; use --how explain", input.format.name()),
        });
    }
    Ok(())
}

/// Puts a document where it is wanted.
fn deliver(args: &Translate, path: Option<&Path>, document: &Rewritten) -> anyhow::Result<Exit> {
    let after = &document.translation.bytes;
    let changed = *after != document.before;
    if args.check {
        if changed {
            terminal::note(&format!("{} would change", sanitize(&document.name)));
            return Ok(Exit::Findings);
        }
    } else if args.diff {
        if changed {
            terminal::print(&diff(document)).context("the diff could not be written")?;
        }
    } else if args.write {
        if let Some(path) = path.filter(|_| changed) {
            replace(path, after)?;
        }
    } else if let Some(output) = &args.output {
        replace(output, after)?;
    } else {
        terminal::print(after).context("the document could not be written")?;
    }
    Ok(Exit::Success)
}

/// A unified diff that `git apply` accepts.
fn diff(document: &Rewritten) -> Vec<u8> {
    let name = if document.name == STDIN { "stdin" } else { &document.name };
    let (before, after) = (readable(&document.before), readable(&document.translation.bytes));
    let diff = TextDiff::from_lines(&before, &after);
    let (old, new) = (format!("a/{name}"), format!("b/{name}"));
    diff.unified_diff().header(&old, &new).to_string().into_bytes()
}

/// What was flagged and not rewritten, by reason.
#[derive(Default)]
struct Left {
    rewritten: usize,
    reasons: BTreeMap<&'static str, usize>,
}

impl Left {
    fn count(&mut self, translation: &Translation) {
        for (finding, applied) in translation.findings.iter().zip(&translation.applied) {
            match (applied, finding.held) {
                (true, _) => self.rewritten += 1,
                (false, Some(held)) => *self.reasons.entry(held.reason()).or_default() += 1,
                (false, None) => {}
            }
        }
    }

    fn say(&self) {
        let left: usize = self.reasons.values().sum();
        if left == 0 {
            return;
        }
        terminal::note(&format!("{} rewritten, {left} flagged and left:", self.rewritten));
        for (reason, count) in &self.reasons {
            terminal::note(&format!("{count:6}  {reason}"));
        }
    }
}

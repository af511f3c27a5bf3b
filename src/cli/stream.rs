//! `dejargon translate` as a filter of plain text: what was read is translated and
//! written before more is waited for, so that the reader of an open pipe sees each
//! paragraph as soon as it is complete, and memory does not grow with the text.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use dejargon::document::Format;
use dejargon::finding::Applicability;
use dejargon::input::{STDIN, failed};
use dejargon::paragraphs::Paragraphs;
use dejargon::projects::Projects;
use dejargon::rewrite::Rules;
use dejargon::session::{Session, Translation};

use super::args::Translate;
use super::documents::{stdin_format, stdin_project, warn, warn_of_unreadable};
use super::exit::Exit;
use super::left::Left;
use super::output;
use super::terminal;
use super::write::replace_with;

/// The format of standard input, if that is what is translated and it can be done
/// paragraph by paragraph. To compare before and after takes the whole text.
pub(super) fn format(args: &Translate, paths: &[PathBuf]) -> Option<&'static dyn Format> {
    let format = stdin_format(&args.common).ok()?;
    let compares = args.diff || args.check || args.plan || args.track_changes || args.comments_only;
    let streams = paths == [Path::new("-")] && !compares && format.reads_by_paragraph();
    streams.then_some(format)
}

/// Translates standard input.
pub(super) fn run(
    args: &Translate,
    projects: &Projects,
    format: &'static dyn Format,
    rules: &Rules,
) -> anyhow::Result<Exit> {
    if let Some(output) = &args.output {
        output::fits(output, None, format)?;
    }
    let session = stdin_project(projects, &args.common)?;
    if !args.common.quiet {
        warn(&session.warnings);
    }
    let mut left = Left::default();
    let mut count = |translation: &Translation| {
        left.count(STDIN, &translation.findings, &translation.applied, rules);
    };
    match &args.output {
        Some(path) => replace_with(path, |file| {
            let mut out = io::BufWriter::new(file);
            let written = || format!("the new text of {} could not be written", path.display());
            copy(args, &session, format, &mut count, &mut out, &written)
        })?,
        None => {
            let written = || "standard output could not be written to".to_owned();
            copy(
                args,
                &session,
                format,
                &mut count,
                &mut terminal::stdout(),
                &written,
            )?;
        }
    }
    if !args.common.quiet {
        left.say();
    }
    Ok(Exit::Success)
}

/// Copies the text, rewritten, and counts what was. `unwritten` says what failed when it cannot be
/// written.
fn copy(
    args: &Translate,
    session: &Session,
    format: &'static dyn Format,
    count: &mut dyn FnMut(&Translation),
    out: &mut impl Write,
    unwritten: &dyn Fn() -> String,
) -> anyhow::Result<()> {
    let accept = |fix: Applicability| fix.is_safe() || args.apply_unsafe;
    let mut stream = session.stream(STDIN, format);
    let mut paragraphs = Paragraphs::new(io::stdin().lock());
    let mut more = paragraphs.read().map_err(|error| failed(STDIN, &error))?;
    warn_of_unreadable(paragraphs.unread());
    while more {
        while let Some(paragraph) = paragraphs.take() {
            let translation = stream.translate(paragraph, accept)?;
            count(&translation);
            out.write_all(&translation.bytes).with_context(unwritten)?;
        }
        out.flush().with_context(unwritten)?;
        more = paragraphs.read().map_err(|error| failed(STDIN, &error))?;
    }
    out.write_all(stream.end().as_bytes())
        .and_then(|()| out.flush())
        .with_context(unwritten)
}

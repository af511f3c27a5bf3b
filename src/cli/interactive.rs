//! `dejargon translate --interactive`: one question a finding, one key an answer.
//! Answers are lines on standard input, so that a script can give them; its end
//! is `q`. What was accepted is written, whatever ends the questions.

use std::collections::HashSet;
use std::fs;
use std::io::{self, BufRead, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use dejargon::finding::{Applicability, Finding, Fix};
use dejargon::glossary::term::Entry;
use dejargon::input::{Input, InputError};
use dejargon::report;
use dejargon::rewrite::Rules;
use dejargon::session::Session;
use dejargon::session::rewritten;
use dejargon::text::fold::fold;
use dejargon::text::position::lines_around;
use toml_edit::{Array, DocumentMut, Item, Value};

use super::args::Translate;
use super::documents::{self, Reading};
use super::exit::Exit;
use super::left::Left;
use super::output::takes_footnotes;
use super::terminal::{self, Stream};
use super::write;

const HELP: &str = "y  yes, write it
o  the other suggestion: the next one of the glossary
n  no, leave it
s  skip: leave this term everywhere in this run
a  allow: this project's readers know it; it goes to `allow` in dejargon.toml
q  quit, and keep what was accepted";

/// What is done with a finding.
enum Answer<'f> {
    Accept(&'f Fix),
    Leave,
    SkipTerm,
    Allow,
    Quit,
}

/// What was decided for the rest of the run.
#[derive(Default)]
struct Decisions {
    skipped: HashSet<Arc<str>>,
    quit: bool,
}

pub(super) fn run(
    args: &Translate,
    paths: &[PathBuf],
    reading: &Reading,
    rules: &Rules,
) -> anyhow::Result<Exit> {
    let done = documents::for_each(paths, reading, |input, session, path| {
        takes_footnotes(args, input)?;
        let findings = session.check(input)?;
        let session = Arc::clone(session);
        Ok((input.clone(), session, path.map(Path::to_owned), findings))
    });
    for error in &done.errors {
        terminal::input_error(error);
    }
    let color = terminal::colors(Stream::Err);
    let mut decisions = Decisions::default();
    let mut left = Left::default();
    let mut failed = !done.errors.is_empty();
    for (input, session, path, findings) in done.results {
        let accepted = ask_all(&input, &findings, &mut decisions, &session, color)?;
        let applied: Vec<bool> = accepted.iter().map(Option::is_some).collect();
        left.count(&input.name, &findings, &applied, rules);
        let fixes: Vec<&Fix> = accepted.into_iter().flatten().collect();
        if let Some(path) = path.filter(|_| !fixes.is_empty())
            && let Err(error) = put(&input, &path, &fixes)
        {
            let error = error.context(match fixes.len() {
                1 => "the accepted answer was not written".to_owned(),
                count => format!("the {count} accepted answers were not written"),
            });
            terminal::error(&format!("{error:#}"));
            failed = true;
        }
    }
    if !args.common.quiet {
        left.say();
    }
    Ok(if failed { Exit::Failed } else { Exit::Success })
}

fn put(input: &Input, path: &Path, fixes: &[&Fix]) -> anyhow::Result<()> {
    let bytes = input
        .with_text(rewritten(input, fixes))
        .map_err(|InputError { path, message }| anyhow::anyhow!("{path}: {message}"))?;
    write::update(path, Some(input.original()), &bytes)
}

/// The fix that was accepted for each finding, if one was.
fn ask_all<'f>(
    input: &Input,
    findings: &'f [Finding],
    decisions: &mut Decisions,
    session: &Session,
    color: bool,
) -> anyhow::Result<Vec<Option<&'f Fix>>> {
    let text = input.text();
    let mut accepted = Vec::with_capacity(findings.len());
    for finding in findings {
        let fixable = finding.fix.is_some() || !finding.alternatives.is_empty();
        if decisions.quit || !fixable || decisions.skipped.contains(&finding.rule) {
            accepted.push(None);
            continue;
        }
        terminal::show(&report::finding(&input.name, &text, finding, color));
        let mut fix = None;
        match ask(input, &text, finding)? {
            Answer::Accept(chosen) => fix = Some(chosen),
            Answer::Leave => {}
            Answer::SkipTerm => {
                decisions.skipped.insert(Arc::clone(&finding.rule));
            }
            Answer::Allow => {
                decisions.skipped.insert(Arc::clone(&finding.rule));
                allow(finding, session)?;
            }
            Answer::Quit => decisions.quit = true,
        }
        accepted.push(fix);
    }
    Ok(accepted)
}

/// Asks until there is an answer.
fn ask<'f>(input: &Input, text: &str, finding: &'f Finding) -> anyhow::Result<Answer<'f>> {
    let first = finding.fix.iter().map(|fix| (fix, finding.applicability));
    let others = finding.alternatives.iter().map(|(fix, sure)| (fix, *sure));
    let others = others.filter(|other| Some(*other) != first.clone().next());
    let fixes: Vec<(&Fix, Applicability)> = first.clone().chain(others).collect();
    let mut at = 0;
    loop {
        let (fix, applicability) = fixes[at % fixes.len()];
        let doubt = if applicability.is_safe() {
            ""
        } else {
            " (not certain to be right)"
        };
        terminal::note(&format!(
            "  → {}{doubt}",
            preview(input, text, finding, fix)
        ));
        terminal::prompt("  [y]es [o]ther [n]o [s]kip term [a]llow [q]uit [?] ")?;
        let mut line = String::new();
        let read = io::stdin().lock().read_line(&mut line)?;
        // An answer that was not typed leaves the cursor behind the question.
        if !io::stdin().is_terminal() {
            terminal::note(line.trim());
        }
        if read == 0 {
            return Ok(Answer::Quit);
        }
        match line.trim() {
            "y" | "yes" => return Ok(Answer::Accept(fix)),
            "o" | "other" => at += 1,
            "n" | "no" => return Ok(Answer::Leave),
            "s" | "skip" => return Ok(Answer::SkipTerm),
            "a" | "allow" => return Ok(Answer::Allow),
            "q" | "quit" => return Ok(Answer::Quit),
            _ => terminal::note(HELP),
        }
    }
}

/// The line or the paragraph as the fix would write it.
fn preview(input: &Input, text: &str, finding: &Finding, fix: &Fix) -> String {
    if let Some(block) = &finding.block {
        let after = rewritten(input, &[fix]);
        return input.block_of(&after, &block.spot).unwrap_or_default();
    }
    let (Some(first), Some(last)) = (fix.edits.first(), fix.edits.last()) else {
        return fix
            .note
            .as_ref()
            .map(|note| note.text.clone())
            .unwrap_or_default();
    };
    let lines = lines_around(text, first.span.start, last.span.end);
    let mut edits = fix.edits.clone();
    for edit in &mut edits {
        edit.span.start -= lines.start;
        edit.span.end -= lines.start;
    }
    let line = dejargon::text::edit::splice(text[lines].as_bytes(), &edits);
    String::from_utf8_lossy(&line).into_owned()
}

/// The entry's own spelling of what was found: its term, or the alias that it is
/// a form of.
fn spelling<'e>(entry: &'e Entry, found: &str) -> &'e str {
    let found = fold(found);
    let spellings = std::iter::once(&*entry.term).chain(entry.aliases.iter().map(String::as_str));
    spellings
        .filter(|spelling| found.starts_with(&fold(spelling)))
        .max_by_key(|spelling| spelling.len())
        .unwrap_or(&entry.term)
}

/// Adds a term to the words that the project's readers know, with the comments
/// and the order of the file kept.
fn allow(finding: &Finding, session: &Session) -> anyhow::Result<()> {
    let Some(entry) = session.matcher().layers().entry_of(&finding.rule) else {
        return Ok(());
    };
    let word = spelling(entry, &finding.text);
    let path = session
        .config()
        .file
        .clone()
        .unwrap_or_else(|| PathBuf::from("dejargon.toml"));
    let name = path.display();
    let before = match fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error).with_context(|| format!("{name} could not be read")),
    };
    let text = before.as_deref().unwrap_or_default();
    let mut document: DocumentMut = text.parse().with_context(|| format!("{name} is no TOML"))?;
    let allowed = document
        .entry("allow")
        .or_insert(Item::Value(Value::Array(Array::new())));
    let Some(words) = allowed.as_array_mut() else {
        bail!("`allow` in {name} is no list of words");
    };
    if !words.iter().any(|known| known.as_str() == Some(word)) {
        words.push(word);
    }
    let before = before.as_deref().map(str::as_bytes);
    write::update(&path, before, document.to_string().as_bytes())
}

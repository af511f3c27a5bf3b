//! Explanations that need explaining: definitions and plain words that use other
//! terms, and plain words that lead in a circle. The matcher reads them as it
//! reads any text, so that context and part of speech count.

use std::collections::{BTreeMap, BTreeSet};

use super::remark::Remark;
use super::rule::Rule;
use super::written::Item;
use crate::check::{Known, check as check_document};
use crate::finding::Severity;
use crate::format;
use crate::glossary::term::{Entry, PUBLIC};
use crate::matcher::Scratch;
use crate::session::Session;
use crate::text::fold::fold;
use crate::text::span::Span;

/// A term in the plain words of another.
struct Step<'s> {
    file: usize,
    from: &'s str,
    to: &'s Entry,
    plain: &'s str,
    place: Span,
}

/// Adds the terms that definitions and plain words use, each file as its session
/// reads it.
pub(super) fn check<'s>(
    files: &'s [Vec<Item<'_>>],
    sessions: impl Iterator<Item = &'s Session>,
    remarks: &mut [Vec<Remark>],
) {
    let mut scratch = Scratch::default();
    let mut steps = Vec::new();
    let files = files.iter().zip(sessions).zip(&mut *remarks);
    for (file, ((items, session), found)) in files.enumerate() {
        for item in items {
            in_definition(item, session, &mut scratch, found);
            in_plain(item, file, session, &mut scratch, &mut steps);
        }
    }
    let graph = graph(&steps);
    for step in &steps {
        let remark = judge(step, &graph);
        if let Some(file) = remarks.get_mut(step.file) {
            file.extend(remark);
        }
    }
}

/// The terms in a text that readers outside every trade do not know, each once,
/// with their places. What means different things has its own rules.
fn unknown<'m>(text: &str, session: &'m Session, scratch: &mut Scratch) -> Vec<(&'m Entry, Span)> {
    let document = format::default().read(text);
    let mut known = Known::default();
    let checked = check_document(&document, session.matcher(), PUBLIC, &mut known, scratch);
    let mut terms: Vec<(&Entry, Span)> = Vec::new();
    for occurrence in checked.occurrences {
        let entry = occurrence.matched.entry;
        let told = terms.iter().any(|(told, _)| told.rule == entry.rule);
        if !told && !entry.is_false_friend() {
            terms.push((entry, occurrence.source()));
        }
    }
    terms
}

fn in_definition(
    item: &Item<'_>,
    session: &Session,
    scratch: &mut Scratch,
    found: &mut Vec<Remark>,
) {
    let Some(definition) = item.entry.definition.as_deref() else {
        return;
    };
    let value = item.place("definition");
    for (entry, span) in unknown(definition, session, scratch) {
        let defensible = entry.severity == Severity::Info || is_related(item.entry, entry);
        if defensible || entry.rule == item.entry.rule {
            continue;
        }
        let place = item.place_of_words(value, definition, span);
        let message = format!(
            "the definition of `{}` says \"{}\", which is jargon itself ({}): say it in other words, or add `{}` to `see-also`",
            item.entry.term,
            &definition[span.range()],
            entry.rule,
            entry.term
        );
        found.push(Remark::new(Rule::JargonInDefinition, place, message));
    }
}

/// Whether an entry sends its readers on to the other.
fn is_related(entry: &Entry, other: &Entry) -> bool {
    let id = other.rule.rsplit_once('/').map_or("", |(_, id)| id);
    let aliases = other.aliases.iter().map(String::as_str);
    let names: Vec<String> = aliases
        .chain([&*other.term, id, &*other.rule])
        .map(fold)
        .collect();
    let mut related = entry.see_also.iter();
    related.any(|name| names.contains(&fold(name)))
}

fn in_plain<'s>(
    item: &'s Item<'_>,
    file: usize,
    session: &'s Session,
    scratch: &mut Scratch,
    steps: &mut Vec<Step<'s>>,
) {
    if item.entry.is_false_friend() {
        return;
    }
    for (index, plain) in item.entry.plain.iter().enumerate() {
        let value = item.place_in("plain", index);
        for (to, span) in unknown(plain, session, scratch) {
            steps.push(Step {
                file,
                from: &item.entry.rule,
                to,
                plain,
                place: item.place_of_words(value, plain, span),
            });
        }
    }
}

type Graph<'s> = BTreeMap<&'s str, BTreeSet<&'s str>>;

fn graph<'s>(steps: &[Step<'s>]) -> Graph<'s> {
    let mut graph = Graph::new();
    for step in steps {
        graph.entry(step.from).or_default().insert(&step.to.rule);
    }
    graph
}

/// What is wrong with a step: it leads back, or to what has to be explained.
fn judge(step: &Step<'_>, graph: &Graph<'_>) -> Option<Remark> {
    let Step { plain, to, .. } = step;
    if reaches(graph, &to.rule, step.from) {
        let message = format!(
            "\"{plain}\" leads back to the term, by way of `{}`: break the circle with other words",
            to.rule
        );
        return Some(Remark::new(Rule::PlainCycle, step.place, message));
    }
    (to.severity > Severity::Info).then(|| {
        let message = format!(
            "\"{plain}\" is no plain language, since `{}` ({}) is jargon itself: write other words",
            to.term, to.rule
        );
        Remark::new(Rule::JargonInPlain, step.place, message)
    })
}

fn reaches(graph: &Graph<'_>, from: &str, goal: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(next) = open.pop() {
        if next == goal {
            return true;
        }
        if seen.insert(next) {
            open.extend(graph.get(next).into_iter().flatten().copied());
        }
    }
    false
}

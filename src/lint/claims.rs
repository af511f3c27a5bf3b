//! Who is found where: forms that two entries claim, entries that nothing can
//! match, exceptions that except nothing, aliases that inflection gives anyway.
//! It goes by the order in which the matcher tries entries of one form.

use std::collections::{BTreeMap, HashMap};

use super::remark::Remark;
use super::rule::Rule;
use super::written::Item;
use crate::finding::Severity;
use crate::glossary::context::{Context, Surroundings};
use crate::glossary::forms::{Form, exception_forms, forms, key};
use crate::glossary::term::{Entry, Status};
use crate::input::shown;
use crate::text::edit::Edit;
use crate::text::fold::fold;
use crate::text::position::lines_around;
use crate::text::span::Span;

/// Adds what is wrong with the forms and the context of one entry.
pub(super) fn check(item: &Item<'_>, found: &mut Vec<Remark>) {
    contradiction(item, found);
    useless_exceptions(item, found);
    redundant_aliases(item, found);
}

/// An entry whose own context rules out whatever it could match.
fn contradiction(item: &Item<'_>, found: &mut Vec<Remark>) {
    let always = item.entry.never_when.iter().position(|context| {
        let mut sentences = SENTENCES.iter();
        sentences.all(|sentence| holds_around_term(context, sentence, &item.entry.term))
    });
    let (index, reason) = match (always, excludes_all(item)) {
        (Some(index), _) => (index, "this holds wherever the term stands"),
        (None, true) => (0, "`never-when` rules out what `only-when` asks for"),
        (None, false) => return,
    };
    let message = format!(
        "`{}` can never match, since {reason}: narrow the pattern, or take it out",
        item.entry.term
    );
    let place = item.place_in("never-when", index);
    found.push(Remark::new(Rule::NeverMatches, place, message));
}

/// Sentences that have nothing in common but a place for the term, `~`.
const SENTENCES: &[&str] = &["~", "We saw the ~.", "12 ~ 34", "“~”, SHE SAID", "is ~, or"];

fn holds_around_term(context: &Context, sentence: &str, term: &str) -> bool {
    let start = sentence.find('~').unwrap_or_default();
    let text = sentence.replace('~', term);
    context.holds(Surroundings {
        text: &text,
        at: Span::new(start, start + term.len()),
        sentence: Span::new(0, text.len()),
    })
}

/// Whether some `never-when` asks for no more than each `only-when` does.
fn excludes_all(item: &Item<'_>) -> bool {
    let (only, never) = contexts(item);
    let excluded = |table: &BTreeMap<&str, &str>| {
        never.iter().any(|never| {
            let mut rules = never.iter();
            rules.all(|(key, pattern)| table.get(key) == Some(pattern))
        })
    };
    !only.is_empty() && only.iter().all(excluded)
}

/// Exceptions that are the term itself, which wins, or that do not hold it.
fn useless_exceptions(item: &Item<'_>, found: &mut Vec<Remark>) {
    let entry = item.entry;
    let forms: Vec<String> = forms(entry)
        .iter()
        .map(|form| fold(&form.spelling))
        .collect();
    for (index, phrase) in entry.except.iter().enumerate() {
        let spellings = exception_forms(phrase, Some(entry.part_of_speech));
        let spellings: Vec<String> = spellings.iter().map(|spelling| fold(spelling)).collect();
        let is_term = forms.contains(&fold(phrase));
        let holds_term = || {
            let mut all = spellings
                .iter()
                .flat_map(|s| forms.iter().map(move |f| (s, f)));
            all.any(|(spelling, form)| spelling.contains(form.as_str()))
        };
        let reason = if is_term {
            "is the term itself, which wins over it"
        } else if !holds_term() {
            "does not hold the term, so that it changes nothing"
        } else {
            continue;
        };
        let message = format!(
            "the exception `{phrase}` {reason}: write a longer phrase that `{}` is part of, or take it out",
            entry.term
        );
        let place = item.place_in("except", index);
        found.push(Remark::new(Rule::UselessException, place, message));
    }
}

/// Aliases that are a form of the term, or of an alias before them.
fn redundant_aliases(item: &Item<'_>, found: &mut Vec<Remark>) {
    let entry = item.entry;
    for (index, alias) in entry.aliases.iter().enumerate() {
        let mut without = entry.clone();
        without.aliases.truncate(index);
        let exact = entry.case_of(alias);
        let given = forms(&without).into_iter().any(|form| {
            let (folded, spelling) = key(&form);
            form.particle.is_none()
                && folded == fold(alias)
                && (spelling == Some(alias.as_str()) || spelling.is_none())
                && (spelling.is_none() || form.case == exact)
        });
        if given {
            let place = item.place_in("aliases", index);
            let message = format!(
                "`{alias}` is found as a form of `{}` anyway: take the alias out",
                entry.term
            );
            found.push(Remark {
                edits: removal(item, index).into_iter().collect(),
                ..Remark::new(Rule::RedundantAlias, place, message)
            });
        }
    }
}

/// The line of an entry's only alias, if nothing else is written on it.
fn whole_line(item: &Item<'_>, list: Span) -> Option<Edit> {
    let line = lines_around(item.text, list.start, list.end);
    let before = item.text.get(line.start..list.start)?;
    let behind = item.text.get(list.end..line.end)?;
    let key = before.trim_end().strip_suffix('=')?.trim();
    let alone = item.entry.aliases.len() == 1 && key == "aliases" && behind.trim().is_empty();
    let end = (line.end + 1).min(item.text.len());
    alone.then(|| Edit::new(Span::new(line.start, end), ""))
}

/// The edit that takes an alias out of its list, with the comma behind it and the
/// line that it has for itself; the last one with the comma before it. Comments
/// stay.
fn removal(item: &Item<'_>, index: usize) -> Option<Edit> {
    let list = item.place("aliases");
    if let Some(edit) = whole_line(item, list) {
        return Some(edit);
    }
    let value = item.place_in("aliases", index);
    let before = item.text.get(list.start + 1..value.start)?;
    let behind = item.text.get(value.end..list.end)?;
    let Some(rest) = behind.trim_start().strip_prefix(',') else {
        let kept = before
            .trim_end()
            .strip_suffix(',')
            .map_or(before.len(), str::len);
        return Some(Edit::new(Span::new(list.start + 1 + kept, value.end), ""));
    };
    let indent = before.len() - before.trim_end_matches([' ', '\t']).len();
    let space = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let mut end = list.end - rest.len() + space;
    let mut start = value.start;
    let has_own_line = before[..before.len() - indent].ends_with('\n');
    let line_end = ["\n", "\r\n"]
        .into_iter()
        .find(|line_end| item.text[end..].starts_with(line_end));
    if let Some(line_end) = line_end.filter(|_| has_own_line) {
        start -= indent;
        end += line_end.len();
    }
    Some(Edit::new(Span::new(start, end), ""))
}

/// An entry among those of all files.
#[derive(Clone, Copy)]
struct Claimant<'i> {
    file: usize,
    layer: usize,
    item: &'i Item<'i>,
}

/// Adds what entries take from each other, in one file or from another one. Each file
/// comes with its layer.
pub(super) fn compare<'i>(
    files: impl Iterator<Item = (&'i Vec<Item<'i>>, usize)>,
    remarks: &mut [Vec<Remark>],
) {
    let mut claimed: HashMap<String, Vec<(Claimant<'_>, Form)>> = HashMap::new();
    let mut spelled = Vec::new();
    for (file, (items, layer)) in files.enumerate() {
        for item in items
            .iter()
            .filter(|item| item.entry.status != Status::Draft)
        {
            let claimant = Claimant { file, layer, item };
            let mut own = forms(item.entry);
            own.retain(|form| form.particle.is_none());
            for form in &own {
                let folded = fold(&form.spelling);
                claimed
                    .entry(folded)
                    .or_default()
                    .push((claimant, form.clone()));
            }
            spelled.push((claimant, own));
        }
    }
    for (loser, own) in &spelled {
        let winners: Vec<Option<Claimant<'_>>> = own
            .iter()
            .map(|form| {
                let others = claimed.get(&fold(&form.spelling))?;
                others
                    .iter()
                    .find(|(winner, theirs)| takes(*winner, theirs, *loser, form))
                    .map(|(winner, _)| *winner)
            })
            .collect();
        judge(*loser, own, &winners, remarks);
    }
}

/// Whether `winner` is always tried first where both claim a form, and always
/// matches where `loser` could.
fn takes(winner: Claimant<'_>, theirs: &Form, loser: Claimant<'_>, form: &Form) -> bool {
    let (first, second) = (winner.item.entry, loser.item.entry);
    let spelled_alike = key(theirs).1.is_none() || key(theirs) == key(form);
    if std::ptr::eq(first, second) || first.rule == second.rule || !spelled_alike {
        return false;
    }
    let same_part_of_speech = first.part_of_speech == second.part_of_speech;
    // What the text is about chooses between senses, in whatever order they are tried.
    let same_context = same_part_of_speech
        && first.about == second.about
        && contexts(winner.item) == contexts(loser.item);
    let anywhere = !first.has_context() || same_context && first.has_context();
    let whatever_role = same_part_of_speech || first.word_class().is_none();
    let tried_first = match winner.layer.cmp(&loser.layer) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Less => false,
        // Of one layer those with context are tried first, then in order; two of one
        // file and part of speech without context are the reader's to report.
        std::cmp::Ordering::Equal => {
            let place = |claimant: Claimant<'_>| (claimant.file, claimant.item.entry.origin.line);
            let both_bare = !first.has_context() && !second.has_context();
            let is_told = same_part_of_speech && winner.file == loser.file;
            place(winner) < place(loser)
                && (both_bare && !is_told || same_context && first.has_context())
        }
    };
    tried_first && anywhere && whatever_role
}

type Contexts<'i> = Vec<BTreeMap<&'i str, &'i str>>;

fn contexts<'i>(item: &'i Item<'_>) -> (Contexts<'i>, Contexts<'i>) {
    (item.contexts("only-when"), item.contexts("never-when"))
}

/// Says what an entry loses to others: all of its forms, or some.
fn judge(
    loser: Claimant<'_>,
    own: &[Form],
    winners: &[Option<Claimant<'_>>],
    remarks: &mut [Vec<Remark>],
) {
    let mut told: Vec<&str> = Vec::new();
    let lost = || winners.iter().zip(own);
    let all = winners.iter().all(Option::is_some);
    for (winner, form) in lost().filter_map(|(winner, form)| Some(((*winner)?, form))) {
        let entry = winner.item.entry;
        if told.contains(&&*entry.rule) {
            continue;
        }
        told.push(&entry.rule);
        let same_file = winner.file == loser.file;
        let same_words = entry.part_of_speech == loser.item.entry.part_of_speech;
        let (at, remark) = match (same_file, all) {
            (true, _) if same_words => (loser, duplicate(loser, entry, form)),
            (_, true) => (loser, hidden(loser, entry, same_file)),
            _ => (winner, shadowed(winner, loser.item.entry, form)),
        };
        if let Some(file) = remarks.get_mut(at.file) {
            file.push(remark);
        }
        if all && !same_words {
            break;
        }
    }
}

fn duplicate(loser: Claimant<'_>, first: &Entry, form: &Form) -> Remark {
    let message = format!(
        "`{}` is a form of `{}` (line {}), too, in the same context: tell the two apart, or join them",
        form.spelling, first.term, first.origin.line
    );
    Remark::new(Rule::DuplicateForm, loser.item.term, message)
}

fn hidden(loser: Claimant<'_>, winner: &Entry, same_file: bool) -> Remark {
    let message = format!(
        "`{}` can never match: `{}` ({}) has its forms and is tried first; give one of them context, or take one out",
        loser.item.entry.term,
        winner.rule,
        place(winner)
    );
    let remark = Remark::new(Rule::NeverMatches, loser.item.term, message);
    // That a later glossary overrides an earlier one is what layers are for.
    let severity = if same_file {
        remark.severity
    } else {
        Severity::Info
    };
    Remark { severity, ..remark }
}

fn shadowed(winner: Claimant<'_>, loser: &Entry, form: &Form) -> Remark {
    let message = format!(
        "`{}` is a form of `{}` ({}), too, and hides it: the one that is tried first wins",
        form.spelling,
        loser.rule,
        place(loser)
    );
    Remark::new(Rule::ShadowedForm, winner.item.term, message)
}

fn place(entry: &Entry) -> String {
    format!("{}:{}", shown(&entry.origin.path), entry.origin.line)
}

//! From a table as it is written to an entry that is right: defaults filled in,
//! spellings and patterns checked, ids and forms claimed once.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;
use toml::Spanned;

use super::context::Context;
use super::forms::key;
use super::pattern::{Anchor, NoPattern, Pattern};
use super::problem::{Problem, SourceFile};
use super::schema::{self, Header, Inflections, OneOrMany, Term};
use super::term::{Entry, JARGON, Origin, Overrides, PartOfSpeech, Rewrite, Status};
use super::value::FileValue;
use crate::english::inflect::{Inflection, part_of};
use crate::finding::Severity;
use crate::parallel::side_by_side;
use crate::text::language;
use crate::text::position::LineIndex;
use crate::text::span::Span;

/// More entries than these are spelled out on all processors.
const MANY: usize = 500;

/// Turns written terms into entries, and knows what the file has claimed so far.
pub(super) struct Reader<'s> {
    source: SourceFile<'s>,
    lines: LineIndex<'s>,
    path: Arc<std::path::PathBuf>,
    name: &'s str,
    known_to: &'s [String],
    label: Arc<str>,
    english: bool,
    ids: HashMap<String, usize>,
    entries: Vec<(Entry, Span)>,
}

impl<'s> Reader<'s> {
    /// A reader of the terms below `header`; without one it only finds mistakes.
    pub(super) fn new(source: SourceFile<'s>, header: Option<&'s Header>) -> Self {
        let language = header
            .and_then(|header| header.language.as_deref())
            .unwrap_or("en");
        Self {
            source,
            lines: LineIndex::new(source.text),
            path: Arc::new(source.path.to_owned()),
            name: header.map_or("", |header| header.name.get_ref()),
            known_to: header.map_or(&[], |header| &header.known_to),
            label: header
                .and_then(|header| header.label.as_deref())
                .unwrap_or(JARGON)
                .into(),
            english: language::is_english(language) == Some(true),
            ids: HashMap::new(),
            entries: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, mut written: Term, problems: &mut Vec<Problem>) {
        written.disarm();
        let span: Span = written.term.span().into();
        let line = self.lines.position(span.start).line;
        let before = problems.len();
        self.check_spellings(&written, problems);
        let id = self.claim_id(&written, line, problems);
        let only_when = self.contexts(&written.only_when, problems);
        let never_when = self.contexts(&written.never_when, problems);
        let hold_when = self.contexts(&written.hold_when, problems);
        self.check_head(&written, problems);
        if problems.len() > before {
            return;
        }
        let plain = written.plain.map(OneOrMany::into_vec).unwrap_or_default();
        let rewrite = written.rewrite.unwrap_or({
            match (plain.is_empty(), written.expansion.is_some()) {
                (false, _) => Rewrite::Replace,
                (true, true) => Rewrite::Expand,
                (true, false) => Rewrite::Never,
            }
        });
        let part_of_speech = written.part_of_speech.unwrap_or({
            if written.expansion.is_some() {
                PartOfSpeech::Noun
            } else {
                PartOfSpeech::Phrase
            }
        });
        // A word that is meant so here, and otherwise elsewhere, is worth a thought.
        let is_sense = !written.meanings.is_empty() && !written.about.is_empty();
        let severity = if is_sense {
            Severity::Info
        } else {
            Severity::Warning
        };
        let entry = Entry {
            rule: format!("{}/{id}", self.name).into(),
            term: written.term.get_ref().trim().into(),
            part_of_speech,
            plain,
            plain_gb: written
                .plain_gb
                .map(OneOrMany::into_vec)
                .unwrap_or_default(),
            expansion: written.expansion,
            definition: written.definition.map(Into::into),
            aliases: written
                .aliases
                .into_iter()
                .map(Spanned::into_inner)
                .collect(),
            inflections: overrides(written.inflections),
            plain_inflections: overrides(written.plain_inflections),
            separable: written.separable,
            head: written.head.map(Spanned::into_inner),
            rewrite_is_said: written.rewrite.is_some(),
            rewrite,
            severity: written.severity.unwrap_or(severity),
            case: written.case,
            known_to: written.known_to.unwrap_or_else(|| self.known_to.to_vec()),
            except: written
                .except
                .into_iter()
                .map(Spanned::into_inner)
                .collect(),
            about: written.about,
            only_when,
            never_when,
            hold_when,
            meanings: written.meanings.into_iter().collect(),
            examples: written.examples,
            note: written.note,
            see_also: written.see_also,
            tags: written.tags,
            source: written.source,
            owner: written.owner,
            review_by: written.review_by,
            status: written.status.unwrap_or(Status::Admitted),
            english: self.english,
            label: Arc::clone(&self.label),
            origin: Origin {
                path: Arc::clone(&self.path),
                line,
            },
            inflected: OnceLock::new(),
            forms: OnceLock::new(),
            info: OnceLock::new(),
            names: OnceLock::new(),
        };
        self.entries.push((entry, span));
    }

    /// A spelling without a letter, digit or sign matches nothing.
    fn check_spellings(&self, written: &Term, problems: &mut Vec<Problem>) {
        let spellings = std::iter::once(&written.term)
            .chain(&written.aliases)
            .chain(&written.except);
        for spelling in spellings {
            if spelling.get_ref().trim().is_empty() {
                problems.push(
                    Problem::at(
                        &self.source,
                        spelling.span().into(),
                        "an empty term matches nothing",
                    )
                    .with_remedy("write the dictionary form, or take the entry out"),
                );
            }
        }
    }

    /// The head is one of the term's words, or a part of a hyphenated one.
    fn check_head(&self, written: &Term, problems: &mut Vec<Problem>) {
        let Some(head) = &written.head else {
            return;
        };
        let term = written.term.get_ref();
        if part_of(term, head.get_ref()).is_none() {
            problems.push(
                Problem::at(
                    &self.source,
                    head.span().into(),
                    format!("`{}` is no word of `{term}`", head.get_ref()),
                )
                .with_remedy("name the word of the term that changes its form"),
            );
        }
    }

    fn claim_id(&mut self, written: &Term, line: usize, problems: &mut Vec<Problem>) -> String {
        let id = match &written.id {
            Some(id) => id.get_ref().clone(),
            None => slug(written.term.get_ref()),
        };
        let span = written.id.as_ref().unwrap_or(&written.term).span();
        if let Some(first) = self.ids.get(&id) {
            problems.push(
                Problem::at(
                    &self.source,
                    span.into(),
                    format!("the id `{id}` is taken by the entry of "),
                )
                .naming_line(*first, "")
                .with_remedy("give one of the two another `id`, or join them"),
            );
        } else {
            self.ids.insert(id.clone(), line);
        }
        id
    }

    fn contexts(&self, written: &[schema::Context], problems: &mut Vec<Problem>) -> Vec<Context> {
        let mut pattern = |rule: &Option<schema::Regex>, anchor| {
            let schema::Regex(rule) = rule.as_ref()?;
            let compiled = Pattern::new(rule.get_ref(), anchor);
            compiled
                .map_err(|refused| problems.push(self.no_pattern(rule, &refused)))
                .ok()
        };
        written
            .iter()
            .map(|context| {
                Context::new(
                    pattern(&context.before, Anchor::End),
                    pattern(&context.after, Anchor::Start),
                    pattern(&context.sentence, Anchor::Anywhere),
                )
            })
            .collect()
    }

    fn no_pattern(&self, rule: &Spanned<String>, refused: &NoPattern) -> Problem {
        let pattern = rule.get_ref();
        let (message, remedy) = match refused {
            NoPattern::Syntax(reason) => (
                format!("the pattern `{pattern}` is no regular expression: {reason}"),
                "a bracket or a dot that is meant literally takes a backslash before it",
            ),
            NoPattern::TooBig => (
                format!("the pattern `{pattern}` is too big to be searched for"),
                "ask for fewer repetitions: those inside of others multiply",
            ),
        };
        Problem::at(&self.source, rule.span().into(), message).with_remedy(remedy)
    }

    /// The entries with the places of their terms, and the forms that two of
    /// them claim with nothing to tell them apart.
    pub(super) fn finish(self) -> (Vec<(Entry, Span)>, Vec<Problem>) {
        if self.entries.len() > MANY {
            side_by_side(&self.entries, |(entry, _)| _ = entry.forms());
        }
        let mut problems = Vec::new();
        let mut claimed: FxHashMap<(String, Option<&str>, PartOfSpeech), usize> =
            FxHashMap::default();
        for (index, (entry, span)) in self.entries.iter().enumerate() {
            if entry.has_context() || entry.status == Status::Draft {
                continue;
            }
            for form in entry.forms().iter().filter(|form| form.particle.is_none()) {
                let (folded, exact) = key(form);
                let key = (folded, exact, entry.part_of_speech);
                let first = *claimed.entry(key).or_insert(index);
                if first != index {
                    let other = &self.entries[first].0;
                    problems.push(
                        Problem::at(
                            &self.source,
                            *span,
                            format!("`{}` is a form of `{}` (", form.spelling, other.term),
                        )
                        .naming_line(other.origin.line, "), too")
                        .with_remedy("say when each is meant with `only-when` or `never-when`, or join the two entries"),
                    );
                    break;
                }
            }
        }
        (self.entries, problems)
    }
}

/// Small letters and digits, each run of anything else a hyphen.
pub fn slug(term: &str) -> String {
    let mut slug = String::with_capacity(term.len());
    for c in term.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_matches('-').to_owned()
}

/// The forms that are given, an empty one as none at all.
fn overrides(written: Inflections) -> Overrides {
    [
        (Inflection::ThirdPerson, written.third_person),
        (Inflection::Past, written.past),
        (Inflection::PastParticiple, written.past_participle),
        (Inflection::PresentParticiple, written.present_participle),
        (Inflection::Plural, written.plural),
        (Inflection::Comparative, written.comparative),
        (Inflection::Superlative, written.superlative),
    ]
    .into_iter()
    .filter_map(|(inflection, spellings)| {
        let mut spellings = spellings?.into_vec();
        spellings.retain(|spelling| !spelling.trim().is_empty());
        Some((inflection, spellings))
    })
    .collect()
}

//! One concept as an entry. Which of its terms is the one to flag: the deprecated
//! ones where a preferred one stands beside them, the short form of a full form,
//! else the first. This program's own marks come before such guesses.

use serde_json::json;

use super::super::Losses;
use super::super::choice::part_of_speech;
use super::super::record::{Record, TERM};
use super::tree::Element;
use super::{BECOMES, MARK, PLAIN, STATUSES, take};
use crate::text::language::is_within;

/// How the statuses begin of terms that are not to be used.
const OUT: &[&str] = &["deprecated", "superseded", "obsolete", "forbidden"];
/// The kinds of terms that stand for a full form.
const SHORT: &[&str] = &["abbreviation", "acronym", "initialism", "shortForm"];

/// An entry, and the glossary that it is of.
pub(super) struct Concept {
    pub(super) list: Option<String>,
    pub(super) record: Record,
}

/// A term of a concept.
#[derive(Default)]
struct Term {
    text: String,
    part_of_speech: Option<String>,
    status: Option<String>,
    kind: Option<String>,
    is_plain: bool,
}

impl Term {
    fn has_status(&self, statuses: &[&str]) -> bool {
        let status = self.status.as_deref().unwrap_or_default().to_lowercase();
        statuses.iter().any(|start| status.starts_with(start))
    }

    fn is_kind(&self, kinds: &[&str]) -> bool {
        self.kind
            .as_deref()
            .is_some_and(|kind| kinds.contains(&kind))
    }
}

/// What is gathered on the way through a concept.
struct Gathered<'l> {
    exact: bool,
    list: Option<String>,
    record: Record,
    tags: Vec<String>,
    related: Vec<String>,
    notes: Vec<String>,
    examples: Vec<serde_json::Value>,
    terms: Vec<Term>,
    losses: &'l mut Losses,
}

impl Concept {
    /// Reads a concept in one language.
    pub(super) fn of(
        element: &Element,
        language: &str,
        exact: bool,
        losses: &mut Losses,
    ) -> Result<Self, String> {
        let mut gathered = Gathered {
            exact,
            list: None,
            record: Record::default(),
            tags: Vec::new(),
            related: Vec::new(),
            notes: Vec::new(),
            examples: Vec::new(),
            terms: Vec::new(),
            losses,
        };
        for child in &element.children {
            if ["langSec", "langSet"].contains(&child.name.as_str()) {
                let own = child.attribute("xml:lang").unwrap_or("en");
                if is_within(own, language) {
                    gathered.descend(child, None);
                } else {
                    gathered
                        .losses
                        .leave(format!("terms in the language `{own}`"));
                }
            } else {
                gathered.look(child, None);
            }
        }
        let list = gathered.list.take();
        let record = gathered.record()?;
        if record
            .text("term")
            .is_none_or(|term| term.trim().is_empty())
        {
            return Err(format!("there is no term in the language `{language}`"));
        }
        Ok(Self { list, record })
    }
}

impl Gathered<'_> {
    fn descend(&mut self, element: &Element, term: Option<usize>) {
        for child in &element.children {
            self.look(child, term);
        }
    }

    /// Takes what one element says, of the concept or of one of its terms.
    fn look(&mut self, element: &Element, term: Option<usize>) {
        let text = self.text(element);
        match element.name.as_str() {
            "termSec" | "tig" | "ntig" => {
                self.terms.push(Term::default());
                let last = self.terms.len() - 1;
                self.descend(element, Some(last));
                return;
            }
            "descripGrp" | "termNoteGrp" | "adminGrp" | "termGrp" => {
                self.descend(element, term);
                return;
            }
            "term" => {
                if let Some(term) = self.term(term) {
                    term.text = text;
                }
                return;
            }
            "note" => {
                self.note(text, term);
                return;
            }
            _ => {}
        }
        match (element.category(), term) {
            ("subjectField", _) => self.tags.push(text),
            ("definition", _) => self.set("definition", text),
            ("source", _) => self.set("source", text),
            ("projectSubset", None) if self.exact => self.list = Some(text),
            ("crossReference", _) => self.related.push(text),
            ("context", _) => self.examples.push(json!({ "text": text })),
            ("partOfSpeech", Some(_)) => {
                self.of_term(term, |term| term.part_of_speech = Some(text));
            }
            ("administrativeStatus" | "normativeAuthorization", Some(_)) => {
                self.of_term(term, |term| term.status = Some(text));
            }
            ("termType", Some(_)) => self.of_term(term, |term| term.kind = Some(text)),
            (other, _) => self.losses.leave(format!("`{other}`")),
        }
    }

    fn note(&mut self, text: String, term: Option<usize>) {
        if text.trim() == PLAIN {
            self.of_term(term, |term| term.is_plain = true);
            return;
        }
        if let Some(becomes) = text.strip_prefix(BECOMES) {
            if let Some(example) = self.examples.last_mut() {
                example["becomes"] = json!(becomes);
            }
            return;
        }
        let said = text.strip_prefix(MARK);
        if said.is_some_and(|said| take(&mut self.record, TERM, said)) {
            return;
        }
        self.notes.push(text);
    }

    /// The first of a kind counts.
    fn set(&mut self, field: &str, text: String) {
        if self.record.get(field).is_some() {
            self.losses.leave(format!("another {field} of a concept"));
        } else {
            self.record.say(field, text);
        }
    }

    fn of_term(&mut self, term: Option<usize>, change: impl FnOnce(&mut Term)) {
        if let Some(term) = self.term(term) {
            change(term);
        }
    }

    fn term(&mut self, term: Option<usize>) -> Option<&mut Term> {
        self.terms.get_mut(term?)
    }

    /// The text of an element; that of other tools without its indentation.
    fn text(&self, element: &Element) -> String {
        if self.exact {
            element.text.clone()
        } else {
            element
                .text
                .split_whitespace()
                .collect::<Vec<&str>>()
                .join(" ")
        }
    }

    fn record(mut self) -> Result<Record, String> {
        let (plain, mut terms): (Vec<Term>, Vec<Term>) = std::mem::take(&mut self.terms)
            .into_iter()
            .partition(|term| term.is_plain);
        let mut plain: Vec<Term> = plain;
        terms.retain(|term| self.exact || !term.text.is_empty());
        let has =
            |terms: &[Term], statuses: &[&str]| terms.iter().any(|term| term.has_status(statuses));
        if plain.is_empty() && has(&terms, &["preferred"]) && has(&terms, OUT) {
            let (out, mut wanted): (Vec<Term>, Vec<Term>) =
                terms.into_iter().partition(|term| term.has_status(OUT));
            wanted.sort_by_key(|term| !term.has_status(&["preferred"]));
            plain = wanted;
            terms = out;
        }
        let short = terms.iter().position(|term| term.is_kind(SHORT));
        let full = terms.iter().position(|term| term.is_kind(&["fullForm"]));
        let expansion = short.and(full).map(|full| terms.remove(full).text);
        let main = terms
            .iter()
            .position(|term| term.is_kind(SHORT))
            .filter(|_| expansion.is_some());
        if terms.is_empty() {
            return Err("there is no term in it".to_owned());
        }
        let main = terms.remove(main.unwrap_or_default());
        Ok(self.finish(main, expansion, terms, plain))
    }

    fn finish(
        self,
        main: Term,
        expansion: Option<String>,
        aliases: Vec<Term>,
        plain: Vec<Term>,
    ) -> Record {
        let mut record = self.record;
        if let Some(said) = main
            .part_of_speech
            .filter(|_| record.get("part-of-speech").is_none())
        {
            match part_of_speech(&said) {
                Some(ours) => record.say("part-of-speech", ours),
                None if said.eq_ignore_ascii_case("other") => {}
                None => self.losses.leave(format!("the part of speech `{said}`")),
            }
        }
        if let Some(said) = main.status.filter(|_| record.get("status").is_none()) {
            let ours = STATUSES
                .iter()
                .find(|(ours, _)| said.to_lowercase().starts_with(ours));
            match ours {
                Some((ours, _)) => record.say("status", *ours),
                None => self.losses.leave(format!("the status `{said}`")),
            }
        }
        record.say("term", main.text);
        if let Some(expansion) = expansion {
            record.say("expansion", expansion);
        }
        let texts = |terms: Vec<Term>| -> serde_json::Value {
            terms.into_iter().map(|term| term.text).collect()
        };
        record.say("aliases", texts(aliases));
        if record.get("plain").is_none() {
            record.say("plain", texts(plain));
        }
        record.say("tags", self.tags);
        if record.get("see-also").is_none() {
            record.say("see-also", self.related);
        }
        if !self.notes.is_empty() {
            record.say("note", self.notes.join("\n"));
        }
        record.say("examples", self.examples);
        record
    }
}

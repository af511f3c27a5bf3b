//! A plain text that is translated while it is read, paragraph by paragraph, in
//! memory that does not grow with it. What one paragraph leaves behind for the
//! next is small: the terms explained so far, the rules switched off, the notes
//! for the end. Each has a plan of its own, as a whole document has.
//!
//! Nothing is known of what comes later. So a term is explained at its first use
//! though the text explains it further down, `ignore-file` holds from its
//! paragraph on, and so does a noun's name that has to stay there.

use rustc_hash::FxHashSet;

use super::Session;
use super::settle::Draft;
use super::translation::Translation;
use crate::check::{Known, check, sentences_of, spelled_out, standing};
use crate::document::front_matter::{Head, head};
use crate::document::{Directive, Document, EXPLANATIONS, Format, SegmentKind};
use crate::finding::{Applicability, Finding, Note, Once, UNUSED_IGNORE};
use crate::glossary::term::Entry;
use crate::input::{Input, InputError, guarded, readable};
use crate::matcher::{Matcher, Scratch};
use crate::rewrite::{Ending, How, Plan, Rewriter};

/// A translation under way.
#[derive(Debug)]
pub struct Stream<'s> {
    session: &'s Session,
    rewriter: Rewriter<'s>,
    scratch: Scratch,
    /// The text's name and format; its bytes come and go.
    input: Input,
    begun: bool,
    carried: Carried<'s>,
    ending: Ending,
    notes: Vec<Note>,
}

/// What a paragraph needs to know of those before it.
#[derive(Debug, Default)]
struct Carried<'s> {
    known: Known<'s>,
    /// The directives that still hold.
    standing: Vec<Directive>,
    /// Whether the section has begun that explains terms at the text's end.
    explaining: bool,
    /// The terms that were found in paragraphs before, of those that are said once.
    found: FxHashSet<Once>,
}

/// A paragraph, and what it leaves behind.
struct Planned<'s> {
    translation: Translation,
    /// Entries whose abbreviations it spells out.
    says: Vec<&'s Entry>,
    /// What it changes for the paragraphs behind it.
    standing: Option<Vec<Directive>>,
    explaining: bool,
    /// How many sentences it has.
    sentences: usize,
}

impl Session {
    /// A translation of a text that comes paragraph by paragraph, in a format
    /// that blank lines divide.
    pub fn stream(&self, name: &str, format: &'static dyn Format) -> Stream<'_> {
        Stream {
            session: self,
            rewriter: Rewriter::new(&self.matcher, &self.config, &self.policy, None),
            scratch: Scratch::default(),
            input: Input {
                name: name.to_owned(),
                bytes: Vec::new(),
                packed: None,
                format,
                backlinks: None,
            },
            begun: false,
            carried: Carried::default(),
            ending: Ending::default(),
            notes: Vec::new(),
        }
    }
}

impl<'s> Stream<'s> {
    /// The next paragraph, rewritten with the fixes that `accept` takes. The
    /// places of its findings count from its own start.
    pub fn translate(
        &mut self,
        paragraph: &[u8],
        accept: impl Fn(Applicability) -> bool,
    ) -> Result<Translation, InputError> {
        let is_inner = self.begun && head(&readable(paragraph)) != Head::Body(0);
        self.begun = true;
        if !is_inner {
            return self.paragraph(paragraph, &accept);
        }
        // Only at a text's very start there is a byte order mark or front matter.
        let mut translation = self.paragraph(&[b"\n", paragraph].concat(), &accept)?;
        translation.bytes.remove(0);
        Ok(translation)
    }

    /// What stands behind the last paragraph: the explanations that footnotes
    /// would be.
    pub fn end(&self) -> String {
        self.ending.explain(self.input.format.markup(), &self.notes)
    }

    fn paragraph(
        &mut self,
        paragraph: &[u8],
        accept: &impl Fn(Applicability) -> bool,
    ) -> Result<Translation, InputError> {
        let text = readable(paragraph);
        if self.session.policy.how == How::Footnote {
            self.ending.read(&text);
        }
        if self.carried.explaining {
            return Ok(self.explanations(paragraph, &text));
        }
        let mut planned = self.plan(paragraph, &text, accept)?;
        self.carried.known.explained.go_on();
        self.carried.known.subjects.go_on(planned.sentences);
        for entry in planned.says {
            self.carried.known.explained.say(entry);
        }
        self.carried.leave_known(&mut planned.translation);
        self.carried.explaining = planned.explaining;
        if let Some(standing) = planned.standing {
            self.carried.standing = standing;
        }
        Ok(planned.translation)
    }

    fn plan(
        &mut self,
        paragraph: &[u8],
        text: &str,
        accept: &impl Fn(Applicability) -> bool,
    ) -> Result<Planned<'s>, InputError> {
        let Self {
            session,
            rewriter,
            scratch,
            input,
            carried,
            notes,
            ..
        } = self;
        input.bytes.clear();
        input.bytes.extend_from_slice(paragraph);
        guarded(&input.name, input.format, || {
            let document = carried.under(input.format.read(text));
            let (matcher, audience) = (&session.matcher, &session.config.audience);
            let checked = check(&document, matcher, audience, &mut carried.known, scratch);
            carried.known.explained.keep_said();
            carried.known.read_signs(&document);
            let said = carried.known.explained.clone();
            let decide = |fix: Applicability| fix.is_safe() || accept(fix);
            let (translation, own) = loop {
                carried.known.explained.clone_from(&said);
                let mut findings =
                    rewriter.planned(&document, &checked, &mut carried.known, &decide);
                // What a directive silences may still come.
                findings.retain(|finding| *finding.rule != *UNUSED_IGNORE);
                let own = take_notes(&mut findings);
                let draft = Draft {
                    input,
                    document: &document,
                    checked: &checked,
                    findings,
                    known: &carried.known,
                    plan: rewriter.plan(),
                };
                let settled = session.settle(
                    draft,
                    |text| noting(carried.under(input.format.read(text)), notes, &own),
                    accept,
                )?;
                if let Some(translation) = settled.or_keep(rewriter.plan()) {
                    break (translation, own);
                }
            };
            let own = own.into_iter().zip(&translation.applied);
            let own = own.filter(|(_, applied)| **applied);
            for note in own.filter_map(|(note, _)| note) {
                let same = |known: &Note| known.term == note.term && known.text == note.text;
                if !notes.iter().any(same) {
                    notes.push(note);
                }
            }
            leave_out_explained(notes, &document);
            let abbreviations = document.parts.iter().flat_map(spelled_out);
            Ok(Planned {
                translation: translation.gathered(),
                says: abbreviations
                    .flat_map(|short| matcher.entries_of(short))
                    .collect(),
                standing: leaves_standing(&document, matcher),
                explaining: explains(&document),
                sentences: sentences_of(&document),
            })
        })?
    }

    /// A paragraph of the section that explains terms: it stays as it is, and
    /// what it explains needs no note.
    fn explanations(&mut self, paragraph: &[u8], text: &str) -> Translation {
        if !self.notes.is_empty() {
            let section = format!("{EXPLANATIONS}\n{text}");
            leave_out_explained(&mut self.notes, &self.input.format.read(&section));
        }
        Translation {
            bytes: paragraph.to_vec(),
            findings: Vec::new(),
            applied: Vec::new(),
            plan: Plan::default(),
        }
    }
}

impl Carried<'_> {
    /// The document, with the directives that still hold before its own.
    fn under<'t>(&self, mut document: Document<'t>) -> Document<'t> {
        for part in &mut document.parts {
            let standing = self.standing.iter().cloned();
            part.directives.splice(0..0, standing);
        }
        document
    }

    /// Leaves out the findings that are known from paragraphs before.
    fn leave_known(&mut self, translation: &mut Translation) {
        let mut applied = std::mem::take(&mut translation.applied).into_iter();
        translation.findings.retain(|finding| {
            let made = applied.next().unwrap_or_default();
            let key = finding.term.as_ref().and_then(|_| finding.key());
            let is_news = key.is_none_or(|key| self.found.insert(key));
            let is_kept = made || is_news;
            translation.applied.extend(is_kept.then_some(made));
            is_kept
        });
    }
}

/// Takes the notes out of the fixes: they are for the end, each once.
fn take_notes(findings: &mut [Finding]) -> Vec<Option<Note>> {
    let fixes = findings.iter_mut().map(|finding| finding.fix.as_mut());
    fixes
        .map(|fix| fix?.note.take().map(|note| *note))
        .collect()
}

/// The document with what the notes will explain at the text's end.
fn noting<'t>(mut document: Document<'t>, notes: &[Note], own: &[Option<Note>]) -> Document<'t> {
    for part in &mut document.parts {
        let all = notes.iter().chain(own.iter().flatten());
        part.footnote_labels
            .extend(all.map(|note| note.term.clone()));
    }
    document
}

/// Takes out the notes on terms that the text explains itself at its end.
fn leave_out_explained(notes: &mut Vec<Note>, document: &Document<'_>) {
    for part in &document.parts {
        notes.retain(|note| !part.footnote_labels.contains(&note.term));
    }
}

/// The directives that hold behind a document, if it changes anything about them.
/// Rules that no glossary has silence nothing, and would only take up room.
fn leaves_standing(document: &Document<'_>, matcher: &Matcher) -> Option<Vec<Directive>> {
    let part = document.parts.last()?;
    if part.directives.is_empty() {
        return None;
    }
    let mut standing = standing(part);
    standing.retain_mut(|directive| {
        let of_all = directive.rules.is_empty();
        let known = |rule: &String| matcher.layers().entry_of(rule).is_some();
        directive.rules.retain(known);
        of_all || !directive.rules.is_empty()
    });
    Some(standing)
}

fn explains(document: &Document<'_>) -> bool {
    let mut segments = document.parts.iter().flat_map(|part| &part.segments);
    segments.any(|segment| segment.kind == SegmentKind::Explanation)
}

//! What a search meets: a term where it occurs, and what says of a text what it is about.

use super::reading::Reading;
use crate::english::role::Context;
use crate::finding::Held;
use crate::glossary::term::Entry;
use crate::text::span::{Packed, Span};
use crate::text::word::Possessive;

/// A term where it occurs, as offsets into the text that was searched.
#[derive(Clone, Debug)]
pub struct Match<'m> {
    /// The entry.
    pub entry: &'m Entry,
    /// How it is used.
    pub reading: Reading,
    /// Why it is not to be rewritten here, if its entry or its sentence says so.
    pub held: Option<Held>,
    span: Packed,
    sentence: Packed,
    rare: Option<Box<Rare<'m>>>,
}

/// What few matches have.
#[derive(Clone, Debug, Default)]
struct Rare<'m> {
    particle: Option<Span>,
    possessive: Option<(Possessive, usize)>,
    other_senses: Vec<&'m Entry>,
}

/// What a search meets.
#[derive(Debug)]
pub enum Found<'m> {
    /// A term.
    Match(Match<'m>),
    /// An entry that says what the text is about, and its place in sentences; only
    /// while that is being learnt.
    Evidence(&'m Entry, usize),
    /// A word that the entry gives a sense to where the text is about its subject; only
    /// while that is being learnt. The matches of this block are not its last.
    Open(&'m Entry, usize),
    /// Such a word in what may be a rewrite's remark: it says nothing of the text.
    OpenInRemark,
}

impl<'m> Match<'m> {
    pub(super) fn new(entry: &'m Entry, span: Span, sentence: Span, reading: Reading) -> Self {
        Self {
            entry,
            reading,
            held: None,
            span: span.into(),
            sentence: sentence.into(),
            rare: None,
        }
    }

    pub(super) fn with_particle(mut self, particle: Option<Span>) -> Self {
        if particle.is_some() {
            self.rare.get_or_insert_default().particle = particle;
        }
        self
    }

    pub(super) fn with_possessive(mut self, possessive: Option<(Possessive, usize)>) -> Self {
        if possessive.is_some() {
            self.rare.get_or_insert_default().possessive = possessive;
        }
        self
    }

    pub(super) fn with_other_senses(mut self, others: Vec<&'m Entry>) -> Self {
        if !others.is_empty() {
            self.rare.get_or_insert_default().other_senses = others;
        }
        self
    }

    /// The form; of a separable verb its first word.
    pub fn span(&self) -> Span {
        self.span.span()
    }

    /// Its sentence.
    pub fn sentence(&self) -> Span {
        self.sentence.span()
    }

    /// The word that closes a separable verb behind its object.
    pub fn particle(&self) -> Option<Span> {
        self.rare.as_ref()?.particle
    }

    /// The possessive ending behind it, and its length in bytes.
    pub fn possessive(&self) -> Option<(Possessive, usize)> {
        self.rare.as_ref()?.possessive
    }

    /// What else the spelling may mean here, where nothing says which is meant.
    pub fn other_senses(&self) -> &[&'m Entry] {
        self.rare.as_ref().map_or(&[], |rare| &rare.other_senses)
    }

    /// All of it, the object inside a separable verb included.
    pub fn whole(&self) -> Span {
        let form = self.span();
        let end = self.particle().map_or(form.end, |particle| particle.end);
        Span::new(form.start, end)
    }

    /// The words around it in its sentence.
    pub fn context<'t>(&self, text: &'t str) -> Context<'t> {
        context_of(text, self.span(), self.sentence())
    }
}

/// The words around a place in its sentence.
pub(super) fn context_of(text: &str, span: Span, sentence: Span) -> Context<'_> {
    Context {
        before: &text[sentence.start.min(span.start)..span.start],
        form: &text[span.range()],
        after: &text[span.end..sentence.end.max(span.end)],
    }
}

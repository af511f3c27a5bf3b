//! Which hits are matches: whole words outside addresses, spelled as their entry
//! asks, in a context that allows them, used as their part of speech; and of
//! those that share a place the leftmost longest.

use super::evidence::says_what_it_is;
use super::index::{Standing, Target};
use super::place::{Place, context_of, remark_on, starts_in_compound};
use super::reading::Reading;
use super::search::{Hit, Matcher};
use super::subjects::{Around, Sense, Subjects, is_abbreviation, sentences};
use super::walk;
use crate::english::paired::is_paired;
use crate::english::role::Context;
use crate::finding::Held;
use crate::glossary::term::Entry;
use crate::text::address::{self, Addresses};
use crate::text::fold::same_letters;
use crate::text::span::{Packed, Span};
use crate::text::word::{Ending, Possessive, ends_word, starts_word};

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

    fn with_other_senses(mut self, others: Vec<&'m Entry>) -> Self {
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

/// What a search needs besides the matcher, kept from block to block so that
/// searching allocates nothing per block.
#[derive(Debug, Default)]
pub struct Scratch {
    walk: walk::Scratch,
    addresses: Addresses,
}

impl Matcher {
    /// The matches in one block of prose, in order of place. `masked` says of a span
    /// whether it is no prose. What the text is about decides which sense of a word is
    /// meant; while that is being learnt, words that depend on it are passed over, and
    /// what speaks for a subject is reported.
    pub fn find<'m>(
        &'m self,
        text: &str,
        scratch: &mut Scratch,
        masked: impl Fn(Span) -> bool,
        around: Around<'_, '_>,
        mut found: impl FnMut(Found<'m>),
    ) {
        let Scratch { walk, addresses } = scratch;
        addresses.forget();
        let (mut counted, mut sentence) = (0, around.start);
        let mut remark = Span::new(0, 0);
        let mut taken = Taken::default();
        let mut places = self.walk(text, walk);
        while let Some(hits) = places.next_place() {
            let start = hits[0].start;
            if start < taken.until || !starts_word(text, start) {
                continue;
            }
            for same_place in hits.chunk_by(|a, b| a.end == b.end) {
                let span = Span::new(start, same_place[0].end);
                let ending = ends_word(text, span.end);
                if ending == Ending::Open
                    || !taken.is_free(span)
                    || masked(span)
                    || addresses.hold(text, span)
                    || starts_in_compound(text, span)
                    || self.is_in_path(text, span)
                {
                    continue;
                }
                let place = Place::new(text, span, ending);
                remark = remark_on(text, span).unwrap_or(remark);
                sentence += sentences(&text[counted..span.start]) - 1;
                counted = span.start;
                let selected = match around.subjects {
                    Some(subjects) => self.select(&place, same_place, subjects, sentence),
                    None => self.survey(&place, same_place, &mut |what| match what {
                        // What explains a term in brackets may be a rewrite's.
                        Said::Evidence(_) if remark.overlaps(span) => {}
                        Said::Evidence(entry) => found(Found::Evidence(entry, sentence)),
                        Said::Open(_) if remark.overlaps(span) => found(Found::OpenInRemark),
                        Said::Open(entry) => found(Found::Open(entry, sentence)),
                    }),
                };
                match selected {
                    Some(Selected::Shield) => taken.take(span, None),
                    // One word closes one verb.
                    Some(Selected::Term(matched))
                        if matched
                            .particle()
                            .is_some_and(|particle| !taken.is_free(particle)) =>
                    {
                        continue;
                    }
                    Some(Selected::Term(matched)) => {
                        taken.take(matched.span(), matched.particle());
                        found(Found::Match(matched));
                    }
                    None => continue,
                }
                break;
            }
        }
    }

    /// Whether slashes join a word to one that is no term and that prose does not join so.
    fn is_in_path(&self, text: &str, span: Span) -> bool {
        let is_term = |word: &str| self.hits_at(word, 0).any(|hit| hit.end == word.len());
        address::joined_by_slashes(text, span).any(|word| !is_paired(word) && !is_term(word))
    }

    /// What a place holds by the subjects of its text: the first target that holds
    /// there; of those that say what they are about, the one that the text is about.
    fn select(
        &self,
        place: &Place<'_>,
        hits: &[Hit],
        subjects: &Subjects<'_>,
        sentence: usize,
    ) -> Option<Selected<'_>> {
        let mut senses: Vec<Match<'_>> = Vec::new();
        let mut fallback = None;
        for hit in hits {
            match self.selected(place, hit, Self::entry_that_holds) {
                None => {}
                Some(Selected::Term(matched)) if !matched.entry.about.is_empty() => {
                    senses.push(matched);
                }
                other => {
                    fallback = other;
                    break;
                }
            }
        }
        let is_explained = |sense: &Match<'_>| says_what_it_is(place.text, sense);
        // Of entries that say the same a remark tells nothing.
        let is_shared = matches!(&fallback, Some(Selected::Term(other)) if is_explained(other));
        let explained = senses.iter().position(is_explained);
        if let Some(number) = explained.filter(|_| !is_shared) {
            return Some(Selected::Term(senses.swap_remove(number)));
        }
        let entries: Vec<&Entry> = senses.iter().map(|sense| sense.entry).collect();
        match subjects.sense(&entries, sentence) {
            Sense::One(number) => {
                let mut meant = senses.swap_remove(number);
                if !subjects.vouch_for(meant.entry, sentence) {
                    meant.held = meant.held.or(Some(Held::Senses));
                }
                Some(Selected::Term(meant))
            }
            Sense::Nothing if fallback.is_some() => fallback,
            Sense::Nothing if entries.len() < 2 || !is_abbreviation(entries[0]) => None,
            Sense::Tie | Sense::Nothing => {
                let other_senses = entries[1..].to_vec();
                let first = senses.swap_remove(0);
                Some(Selected::Term(first.with_other_senses(other_senses)))
            }
        }
    }

    /// What a place holds whatever its text is about, and what it says of that.
    fn survey<'m>(
        &'m self,
        place: &Place<'_>,
        hits: &[Hit],
        say: &mut impl FnMut(Said<'m>),
    ) -> Option<Selected<'m>> {
        let mut shield = None;
        for hit in hits {
            let matched = match self.selected(place, hit, Self::entry_that_is_written) {
                None => continue,
                Some(Selected::Shield) => {
                    shield = Some(Selected::Shield);
                    continue;
                }
                Some(Selected::Term(matched)) => matched,
            };
            let is_open = !matched.entry.about.is_empty();
            say(if is_open { Said::Open } else { Said::Evidence }(
                matched.entry,
            ));
            let holds = self.entry_that_holds(self.target(hit)).is_some();
            if holds && !is_open && shield.is_none() {
                return Some(Selected::Term(matched));
            }
        }
        shield
    }

    /// What one target is in its place, if it holds there.
    fn selected<'m>(
        &'m self,
        place: &Place<'_>,
        hit: &Hit,
        entry_of: impl Fn(&'m Self, &Target) -> Option<&'m Entry>,
    ) -> Option<Selected<'m>> {
        let (exact, particle) = self.spellings(hit);
        let spelled = &place.text[place.span.range()];
        if exact.is_some_and(|exact| !same_letters(exact, spelled)) {
            return None;
        }
        let target = self.target(hit);
        if target.rank.standing != Standing::Term {
            return self.shields(target).then_some(Selected::Shield);
        }
        let entry = entry_of(self, target)?;
        let (mut matched, around) = place.matched(entry, target.inflections, particle)?;
        matched.reading.decided &= self.is_vouched_for(entry, around);
        Some(Selected::Term(matched))
    }

    fn entry_that_holds(&self, target: &Target) -> Option<&Entry> {
        self.layers().entry(target.entry as usize)
    }

    /// The entry of a target, switched off or not: a project that silences a word
    /// still writes about its subject.
    fn entry_that_is_written(&self, target: &Target) -> Option<&Entry> {
        self.layers().written(target.entry as usize)
    }
}

/// What a place says of its text.
enum Said<'m> {
    /// That it speaks of the entry's subjects.
    Evidence(&'m Entry),
    /// Something, if it is about a subject of the entry.
    Open(&'m Entry),
}

/// What a place holds.
enum Selected<'m> {
    /// A phrase in which nothing is jargon.
    Shield,
    /// A term.
    Term(Match<'m>),
}

/// Stretches that matches have taken.
#[derive(Default)]
struct Taken {
    until: usize,
    particles: Vec<Span>,
}

impl Taken {
    fn is_free(&self, span: Span) -> bool {
        span.start >= self.until && !self.particles.iter().any(|taken| taken.overlaps(span))
    }

    fn take(&mut self, span: Span, particle: Option<Span>) {
        self.until = span.end;
        self.particles.retain(|taken| taken.end > span.start);
        self.particles.extend(particle);
    }
}

#[cfg(test)]
#[path = "select_tests.rs"]
mod tests;

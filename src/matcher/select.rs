//! Which hits are matches: whole words outside addresses, spelled as their entry
//! asks, in a context that allows them, used as their part of speech; and of
//! those that share a place the leftmost longest.

use super::evidence::says_what_it_is;
use super::index::{Standing, Target};
use super::matched::{Found, Match};
use super::place::{Place, remark_on, starts_in_compound};
use super::search::{Hit, Matcher};
use super::subjects::{Around, Sense, Subjects, is_abbreviation, sentences};
use super::walk;
use crate::english::paired::is_paired;
use crate::finding::Held;
use crate::glossary::term::Entry;
use crate::text::address::{self, Addresses};
use crate::text::fold::same_letters;
use crate::text::span::Span;
use crate::text::word::{Ending, ends_word, starts_word};

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

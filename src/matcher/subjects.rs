//! What a text is about, by the other words that its author uses: one sense a
//! discourse (Gale, Church and Yarowsky, 1992). Words such as `node` or `driver` are
//! ordinary English that a trade has taken; an entry that says what it is `about` is
//! meant only where other entries of that subject stand around it.
//!
//! Evidence are distinct entries without a subject of their own, whoever knows them
//! and whether they are switched off or not, and code for the subject `it`. What
//! stands near counts twice what stands far. Where there is some, other words that ask
//! what the text is about lean on it: a text that speaks of a compiler, of builds and of
//! branches is not about trees. How far is counted in sentences: a rewrite
//! changes the number of words and not of those, so that a second run sees the same.

use rustc_hash::FxHashSet;

use crate::glossary::term::{Entry, PartOfSpeech};

/// Evidence within so many sentences or blocks counts double.
const NEAR: usize = 3;

/// Evidence beyond so many counts nothing: about three hundred words.
const FAR: usize = 16;

/// The least evidence that a text is about a subject: two entries that stand near, or
/// four.
const ENOUGH: usize = 4;

/// The subject that code speaks of.
const CODE: &str = "it";

/// Pieces of code count half of what entries do, and together no more than two of
/// them: a text may show one address and be about tea.
const MOST_CODE: usize = 4;

/// Words that depend on a subject themselves count half of what other entries do, and
/// together no more than one that stands near: they say nothing alone.
const MOST_LEANING: usize = 2;

/// What the words of a text say of its subjects. Places count the sentences and blocks
/// before them, in all parts and paragraphs that were read.
#[derive(Clone, Debug, Default)]
pub struct Subjects<'m> {
    /// Where entries stand, in order, each once a place.
    entries: Places<'m>,
    /// Where words stand that have a sense in some subject, in order.
    leaning: Places<'m>,
    /// Where code stands, in order.
    code: Vec<usize>,
    /// Where the document at hand starts.
    start: usize,
    /// What it is about, whatever it says.
    presumed: &'m [String],
}

/// Which of several senses is meant.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// The one of that number.
    One(usize),
    /// There is evidence for more than one, as much for the first as for the next.
    Tie,
    /// No subject of any of them is what the text is about.
    Nothing,
}

/// Where a block stands in its text, and what is known of the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around<'s, 'm> {
    /// The sentences before it.
    pub start: usize,
    /// What the text is about; nothing while that is being learnt.
    pub subjects: Option<&'s Subjects<'m>>,
}

/// How many sentences a block has, by the marks that end one; at least one.
pub fn sentences(text: &str) -> usize {
    let ends = |byte: &&u8| matches!(byte, b'.' | b'!' | b'?' | b';');
    1 + text.as_bytes().iter().filter(ends).count()
}

impl<'m> Subjects<'m> {
    /// What is known of a text that is about these subjects, whatever it says.
    pub fn presuming(subjects: &'m [String]) -> Self {
        Self {
            presumed: subjects,
            ..Self::default()
        }
    }

    /// Where the document at hand starts.
    pub fn start(&self) -> usize {
        self.start
    }

    /// An entry stands at that place.
    pub fn add(&mut self, entry: &'m Entry, at: usize) {
        self.entries.add(entry, at);
    }

    /// A word stands at that place that the entry gives a sense to if the text is about
    /// its subject.
    pub fn add_leaning(&mut self, entry: &'m Entry, at: usize) {
        self.leaning.add(entry, at);
    }

    /// Code stands at that place.
    pub fn add_code(&mut self, at: usize) {
        self.code.push(at);
    }

    /// The next paragraph of the same text starts behind so many sentences of this
    /// one; what is too far from it is forgotten.
    pub fn go_on(&mut self, sentences: usize) {
        self.start += sentences;
        let from = self.start.saturating_sub(FAR);
        self.entries.forget_before(from);
        self.leaning.forget_before(from);
        self.code.retain(|&at| at >= from);
    }

    /// Which of the senses is meant at a place.
    pub(super) fn sense(&self, senses: &[&Entry], at: usize) -> Sense {
        let weights = senses.iter().map(|sense| self.weight(sense, at));
        let mut best = (0, 0);
        let mut ties = false;
        for (number, weight) in weights.enumerate() {
            if weight > best.1 {
                (best, ties) = ((number, weight), false);
            } else if weight == best.1 {
                ties = true;
            }
        }
        match best {
            (_, weight) if weight < ENOUGH => Sense::Nothing,
            _ if ties => Sense::Tie,
            (number, _) => Sense::One(number),
        }
    }

    /// Whether words of the entry's own field stand around, if it has one: what is a *zone*
    /// to those who run networks is something else to those who keep time.
    pub(super) fn vouch_for(&self, entry: &Entry, at: usize) -> bool {
        let is_in_field = |tag: &String| self.entries_at(tag, at) >= ENOUGH;
        !self.presumed.is_empty() || entry.tags.is_empty() || entry.tags.iter().any(is_in_field)
    }

    /// How much speaks for the subjects of an entry at a place.
    fn weight(&self, sense: &Entry, at: usize) -> usize {
        let weights = sense.about.iter().map(|subject| {
            if self.presumed.contains(subject) {
                return usize::MAX;
            }
            let code = if subject == CODE { self.code_at(at) } else { 0 };
            match code + self.entries_at(subject, at) {
                0 => 0,
                said => said + self.leaning_at(subject, sense, at),
            }
        });
        weights.max().unwrap_or(0)
    }

    /// Distinct entries of a subject around a place, those near it twice.
    fn entries_at(&self, subject: &str, at: usize) -> usize {
        let mut seen: Vec<(&str, usize)> = Vec::new();
        let speaking = self
            .entries
            .around(at)
            .filter(|(_, entry)| speaks_of(entry, subject));
        for (place, entry) in speaking {
            let weight = if place.abs_diff(at) <= NEAR { 2 } else { 1 };
            match seen.iter_mut().find(|(rule, _)| *rule == &*entry.rule) {
                Some((_, known)) => *known = weight.max(*known),
                None => seen.push((&entry.rule, weight)),
            }
        }
        seen.iter().map(|(_, weight)| weight).sum()
    }

    /// Distinct words around a place that have a sense in a subject, besides the one in
    /// question.
    fn leaning_at(&self, subject: &str, sense: &Entry, at: usize) -> usize {
        let mut seen: Vec<&str> = Vec::new();
        let leans = |entry: &Entry| entry.about.iter().any(|about| about == subject);
        for (_, entry) in self.leaning.around(at) {
            let is_other = entry.rule != sense.rule && !seen.contains(&&*entry.rule);
            if is_other && leans(entry) {
                seen.push(&entry.rule);
            }
            if seen.len() == MOST_LEANING {
                break;
            }
        }
        seen.len()
    }

    /// Pieces of code around a place.
    fn code_at(&self, at: usize) -> usize {
        let first = self.code.partition_point(|&place| place + FAR < at);
        let around = self.code[first..].iter();
        let around = around.take_while(|&&place| place <= at + FAR);
        around.take(MOST_CODE).count()
    }
}

/// Where entries stand. A sentence of a hundred thousand words says of its subject what
/// its distinct entries say, and costs no more.
#[derive(Clone, Debug, Default)]
struct Places<'m> {
    in_order: Vec<(usize, &'m Entry)>,
    known: FxHashSet<(usize, &'m str)>,
}

impl<'m> Places<'m> {
    fn add(&mut self, entry: &'m Entry, at: usize) {
        if self.known.insert((at, &entry.rule)) {
            self.in_order.push((at, entry));
        }
    }

    fn forget_before(&mut self, from: usize) {
        self.in_order.retain(|&(at, _)| at >= from);
        self.known.retain(|&(at, _)| at >= from);
    }

    /// What stands no farther from a place than counts.
    fn around(&self, at: usize) -> impl Iterator<Item = (usize, &'m Entry)> {
        let in_order = &self.in_order;
        let first = in_order.partition_point(|&(place, _)| place + FAR < at);
        let from = in_order[first..].iter().copied();
        from.take_while(move |&(place, _)| place <= at + FAR)
    }
}

/// Whether an entry belongs to a subject: to a glossary of that name, or by a tag.
pub fn speaks_of(entry: &Entry, subject: &str) -> bool {
    let glossary = entry.rule.split('/').next();
    glossary == Some(subject) || entry.tags.iter().any(|tag| tag == subject)
}

/// Whether a spelling with several senses is worth a finding where none of them is
/// certain: an abbreviation is never an ordinary word.
pub(super) fn is_abbreviation(entry: &Entry) -> bool {
    entry.part_of_speech == PartOfSpeech::Noun
        && entry.term.chars().filter(|c| c.is_uppercase()).count() >= 2
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::glossary::{Glossary, parse};

    const WORDS: &str = r#"
[glossary]
name = "it"
title = "IT"
[[term]]
term = "compiler"
[[term]]
term = "debugger"
[[term]]
term = "dividend"
tags = ["finance"]
[[term]]
term = "escrow"
tags = ["finance"]
[[term]]
term = "driver"
about = ["it"]
[[term]]
term = "branch"
about = ["it"]
[[term]]
term = "zone"
about = ["it"]
tags = ["networking"]
[[term]]
term = "gateway"
tags = ["networking"]
[[term]]
term = "subnet"
tags = ["networking"]
[[term]]
term = "cliff"
about = ["finance", "law"]
"#;

    fn words() -> Glossary {
        parse(Path::new("words.toml"), WORDS).expect("sound words")
    }

    fn entry<'g>(words: &'g Glossary, term: &str) -> &'g Entry {
        let mut entries = words.entries.iter();
        let entry = entries.find(|entry| &*entry.term == term);
        entry.expect("it is one of the words")
    }

    /// What is meant at a place by a driver and by a cliff, with evidence at others.
    fn sense(evidence: &[(&str, usize)], code: &[usize], at: usize) -> Sense {
        let words = words();
        let of = |term: &str| entry(&words, term);
        let mut subjects = Subjects::default();
        for &(term, place) in evidence {
            subjects.add(of(term), place);
        }
        for &place in code {
            subjects.add_code(place);
        }
        subjects.sense(&[of("driver"), of("cliff")], at)
    }

    #[test]
    fn two_entries_that_stand_near_are_enough() {
        assert_eq!(
            sense(&[("compiler", 0), ("debugger", 1)], &[], 1),
            Sense::One(0)
        );
        assert_eq!(sense(&[("compiler", 0)], &[], 0), Sense::Nothing);
        assert_eq!(
            sense(&[("compiler", 0), ("compiler", 1)], &[], 1),
            Sense::Nothing
        );
        assert_eq!(
            sense(&[("compiler", 0), ("debugger", 1)], &[], 9),
            Sense::Nothing
        );
        assert_eq!(
            sense(&[("compiler", 0), ("debugger", 1)], &[], 99),
            Sense::Nothing
        );
    }

    #[test]
    fn entries_of_a_glossary_are_evidence_whatever_their_tags() {
        let evidence = [("dividend", 0), ("escrow", 0)];
        assert_eq!(sense(&evidence, &[], 0), Sense::Tie);
        let more = [("compiler", 0), ("dividend", 0), ("escrow", 0)];
        assert_eq!(sense(&more, &[], 0), Sense::One(0));
    }

    #[test]
    fn code_speaks_for_it_alone() {
        assert_eq!(sense(&[], &[0, 1, 2, 3], 4), Sense::One(0));
        assert_eq!(sense(&[], &[0, 1], 4), Sense::Nothing);
    }

    #[test]
    fn words_that_ask_for_a_subject_lean_on_others() {
        let words = words();
        let of = |term: &str| entry(&words, term);
        let senses = [of("driver")];
        let mut subjects = Subjects::default();
        subjects.add_leaning(of("branch"), 0);
        subjects.add_leaning(of("zone"), 0);
        subjects.add_leaning(of("driver"), 0);
        assert_eq!(subjects.sense(&senses, 0), Sense::Nothing);
        subjects.add(of("compiler"), 0);
        assert_eq!(subjects.sense(&senses, 0), Sense::One(0));
    }

    #[test]
    fn the_field_of_a_word_is_one_of_its_subject() {
        let words = words();
        let of = |term: &str| entry(&words, term);
        let mut subjects = Subjects::default();
        subjects.add(of("compiler"), 0);
        subjects.add(of("debugger"), 0);
        assert!(subjects.vouch_for(of("driver"), 0));
        assert!(!subjects.vouch_for(of("zone"), 0));
        subjects.add(of("gateway"), 0);
        subjects.add(of("subnet"), 0);
        assert!(subjects.vouch_for(of("zone"), 0));
    }

    #[test]
    fn a_word_that_a_sentence_repeats_is_kept_once() {
        let words = words();
        let mut subjects = Subjects::default();
        for at in [0, 0, 1, 0] {
            subjects.add(entry(&words, "compiler"), at);
        }
        assert_eq!(subjects.entries.in_order.len(), 2);
        subjects.go_on(FAR + 1);
        assert_eq!(subjects.entries.in_order.len(), 1);
    }

    #[test]
    fn sentences_are_counted_by_their_marks() {
        assert_eq!(sentences("One. Two! Three"), 3);
        assert_eq!(sentences(""), 1);
    }
}

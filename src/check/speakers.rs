//! Who speaks in minutes and transcripts: initials before what they said, as in
//! `JD: I agree.` They are people, and no abbreviations that somebody has to spell out.

use rustc_hash::FxHashSet;

use crate::english::casing::{is_capitalized, words};
use crate::text::span::Span;

/// What somebody says, behind their initials.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn<'t> {
    initials: &'t str,
    said: &'t str,
}

impl<'t> Turn<'t> {
    /// The turn that the letters at a place of a block open, if they do.
    pub(super) fn at(text: &'t str, letters: Span) -> Option<Self> {
        let initials = &text[letters.range()];
        let before = text[..letters.start].trim_end();
        let opens = before.is_empty() || before.ends_with(['.', '!', '?', '"', '”']);
        let is_short = (2..=3).contains(&initials.len());
        let is_name = is_short && initials.bytes().all(|letter| letter.is_ascii_uppercase());
        let behind = &text[letters.end..];
        let marks = [": ", " - ", " – ", " — "];
        let said = marks.iter().find_map(|mark| behind.strip_prefix(mark))?;
        (opens && is_name && is_capitalized(said)).then_some(Self { initials, said })
    }

    /// Whether it is speech by its words: somebody asks, or says who speaks to whom.
    fn is_speech(&self) -> bool {
        let people = [
            "I", "I'm", "I’m", "I'll", "I’ll", "We", "we", "You", "you", "me", "us",
        ];
        self.said.contains('?') || words(self.said).any(|word| people.contains(&word))
    }
}

/// The initials of those who talk to each other: of two at least, and some of it is speech.
/// Else the lines explain things: `KLR: A way to save.`
pub(super) fn speakers(turns: &[Turn<'_>]) -> FxHashSet<String> {
    let all: FxHashSet<String> = turns.iter().map(|turn| turn.initials.to_owned()).collect();
    if all.len() > 1 && turns.iter().any(Turn::is_speech) {
        all
    } else {
        FxHashSet::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::abbreviation::abbreviations;

    fn of(blocks: &[&str]) -> Vec<String> {
        let turns = blocks.iter().flat_map(|text| {
            let names = abbreviations(text).map(Span::from);
            names.filter_map(|name| Turn::at(text, name))
        });
        let mut found: Vec<String> = speakers(&turns.collect::<Vec<_>>()).into_iter().collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn initials_before_what_people_say_are_theirs() {
        for (blocks, expected) in [
            (&["JD: I agree.", "RK: So be it."][..], &["JD", "RK"][..]),
            (&["JD: I agree. RK: So be it."], &["JD", "RK"]),
            (
                &["JD – Who has the key?", "MWB – The porter."],
                &["JD", "MWB"],
            ),
            (&["JD: I agree."], &[]),
            (&["KLR: A way to save.", "QTZ: The new rule."], &[]),
            (&["KLR: a way to save.", "QTZ: we say so."], &[]),
            (&["We ask JD: Who has the key?", "RK: The porter."], &[]),
            (&["NOTE: I agree.", "RK: So be it."], &[]),
        ] {
            assert_eq!(of(blocks), expected, "{blocks:?}");
        }
    }
}

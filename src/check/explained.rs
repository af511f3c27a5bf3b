//! Which terms the document explains itself: `long form (SHORT)`, `SHORT (long
//! form)`, a footnote. An explanation is known by what the glossary calls the
//! term, or by the initials of its words.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Occurrence;
use crate::document::{Markup, Part};
use crate::english::casing::is_all_capitals;
use crate::english::inflect::{Inflection, WordClass, inflect};
use crate::glossary::term::Entry;
use crate::text::fold::fold;

/// How far an explanation in brackets reaches at most, in bytes.
const LONGEST: usize = 400;

/// The terms that a text explains, each with the block where it first does.
#[derive(Clone, Debug, Default)]
pub struct Explained {
    here: FxHashMap<Arc<str>, Block>,
    /// Where a text comes in pieces: what it said itself in those before, and what
    /// was written to them.
    said: FxHashSet<Arc<str>>,
    written: FxHashSet<Arc<str>>,
}

/// A block of a document: its part, and its segment in that part.
pub type Block = (usize, usize);

impl Explained {
    /// The text explains this entry in `block`.
    pub fn note(&mut self, entry: &Entry, block: Block) {
        let first = self.here.entry(Arc::clone(&entry.rule)).or_insert(block);
        *first = block.min(*first);
    }

    /// Whether the text explains this entry.
    pub fn knows(&self, entry: &Entry) -> bool {
        let rule = &entry.rule;
        self.here.contains_key(rule) || self.said.contains(rule) || self.written.contains(rule)
    }

    /// Whether the text says itself what this entry is, when it comes to `block`.
    pub(super) fn knows_at(&self, entry: &Entry, block: Block) -> bool {
        let rule = &entry.rule;
        self.here.get(rule).is_some_and(|first| *first <= block) || self.said.contains(rule)
    }

    /// What is explained outside of some blocks.
    #[must_use]
    pub fn outside(&self, blocks: impl Fn(Block) -> bool) -> Self {
        let mut kept = self.clone();
        kept.here.retain(|_, block| !blocks(*block));
        kept
    }

    /// The blocks of what is explained here and not, or later, in `other`.
    pub fn missing_in<'e>(&'e self, other: &'e Self) -> impl Iterator<Item = Block> + 'e {
        let explained = self.here.iter();
        let missing = explained.filter(|&(rule, block)| {
            let there = other.here.get(rule);
            there.is_none_or(|first| first > block)
        });
        missing.map(|(_, block)| *block)
    }

    /// What this piece explained up to now it said itself.
    pub fn keep_said(&mut self) {
        self.said.extend(self.here.drain().map(|(rule, _)| rule));
    }

    /// This piece says itself what the entry is, for those behind it.
    pub fn say(&mut self, entry: &Entry) {
        self.said.insert(Arc::clone(&entry.rule));
    }

    /// The next piece comes.
    pub fn go_on(&mut self) {
        self.written.extend(self.here.drain().map(|(rule, _)| rule));
    }
}

/// Whether a match stands in an explanation of itself. `text` is its segment's.
pub(super) fn explains_itself(part: &Part<'_>, text: &str, occurrence: &Occurrence<'_>) -> bool {
    let matched = &occurrence.matched;
    let short = &text[matched.span.range()];
    let before = &text[..matched.span.start];
    let after = &text[matched.whole().end..];
    is_in_last_section(part, matched.entry)
        || has_footnote(part, occurrence.source.end)
        || is_explained_behind(matched.entry, short, after)
        || is_spelled_out_behind(matched.entry, short, after)
        || is_in_brackets_behind(matched.entry, short, before, after)
}

/// A line `TERM: …` in the section that explains terms at a plain text's end.
fn is_in_last_section(part: &Part<'_>, entry: &Entry) -> bool {
    part.markup == Markup::Plain
        && part
            .footnote_labels
            .iter()
            .any(|term| **term == *entry.term)
}

/// `SHORT[^label]`, with a footnote of that label.
fn has_footnote(part: &Part<'_>, end: usize) -> bool {
    let behind = part.source[end..].trim_start_matches(['*', '_']);
    let Some(label) = behind
        .strip_prefix("[^")
        .and_then(|rest| rest.split(']').next())
    else {
        return false;
    };
    part.footnote_labels.iter().any(|known| known == label)
}

/// `SHORT (long form)`.
fn is_explained_behind(entry: &Entry, short: &str, after: &str) -> bool {
    inside_brackets(after).is_some_and(|inside| {
        let folded = fold(inside);
        is_long_form(inside, short)
            || long_forms(entry).any(|long| starts_with_words(&folded, &long))
    })
}

/// `SHORT - long form`, `SHORT: long form`, as lists of abbreviations have it; what
/// stands in brackets between the two counts for nothing.
fn is_spelled_out_behind(entry: &Entry, short: &str, after: &str) -> bool {
    let long = match inside_brackets(after) {
        Some(_) => after.split_once(')').map_or("", |(_, rest)| rest),
        None => after,
    };
    behind_dash(long).is_some_and(|long| {
        let expansion = entry.expansion.as_deref();
        starts_with_long_form(long, short)
            || expansion.is_some_and(|known| starts_with_words(&fold(long), known))
    })
}

/// What stands behind a dash, a colon or an equals sign, without an article.
fn behind_dash(after: &str) -> Option<&str> {
    let rest = after.trim_start().strip_prefix(['-', '–', '—', ':', '='])?;
    let long = rest.strip_prefix('-').unwrap_or(rest).trim_start();
    (long.len() < rest.len()).then(|| without_article(long))
}

/// What stands in brackets right behind, without an article.
pub(super) fn inside_brackets(after: &str) -> Option<&str> {
    let inside = after.trim_start().strip_prefix('(')?;
    let inside = &inside[..inside.floor_char_boundary(LONGEST)];
    let inside = inside.split(')').next()?;
    Some(without_article(inside.trim()))
}

/// `long form (SHORT)`.
fn is_in_brackets_behind(entry: &Entry, short: &str, before: &str, after: &str) -> bool {
    before_brackets(before, after).is_some_and(|long| {
        let folded = fold(long);
        ends_with_long_form(long, short)
            || long_forms(entry).any(|known| ends_with_words(&folded, &known))
    })
}

/// What stands before brackets that hold nothing but what lies between `before`
/// and `after`.
pub(super) fn before_brackets<'t>(before: &'t str, after: &str) -> Option<&'t str> {
    let long = before
        .trim_end_matches(['"', '“', '\'', '‘'])
        .strip_suffix(['(', '['])?;
    if !after.starts_with([')', ']', ',', ';', '"', '”', '\'', '’']) {
        return None;
    }
    let long = long.trim_end_matches([' ', '"', '”', '\'', '’', ',']);
    Some(&long[long.ceil_char_boundary(long.len().saturating_sub(LONGEST))..])
}

/// What the glossary calls the entry: its expansion, its plain words, its other
/// spellings and its definition, in every number, without an article.
fn long_forms(entry: &Entry) -> impl Iterator<Item = String> + '_ {
    let spelled = entry
        .expansion
        .iter()
        .chain(&entry.plain)
        .chain(&entry.aliases);
    let class = entry.part_of_speech.word_class().unwrap_or(WordClass::Noun);
    let inflected = spelled
        .map(String::as_str)
        .chain([&*entry.term])
        .flat_map(move |name| {
            let inflections = Inflection::of(class).iter();
            inflections.flat_map(move |&inflection| inflect(name, class, inflection))
        });
    let given = entry
        .plain_inflections
        .iter()
        .flat_map(|(_, forms)| forms.iter().cloned());
    let definition = entry
        .definition
        .iter()
        .map(|text| text.trim_end_matches('.').to_owned());
    inflected
        .chain(given)
        .chain(definition)
        .map(|long| without_article(&long).to_owned())
}

fn without_article(text: &str) -> &str {
    ["a ", "an ", "the ", "A ", "An ", "The "]
        .iter()
        .find_map(|article| text.strip_prefix(article))
        .unwrap_or(text)
}

/// Whether folded text starts with words.
fn starts_with_words(text: &str, words: &str) -> bool {
    text.strip_prefix(&*fold(words))
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether folded text ends with words.
fn ends_with_words(text: &str, words: &str) -> bool {
    text.strip_suffix(&*fold(words))
        .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

/// Whether `long` spells out an abbreviation, and nothing else.
pub(super) fn is_long_form(long: &str, short: &str) -> bool {
    initials_start(long, short) == Some(0)
}

/// Whether the last words of `text` spell out an abbreviation.
pub(super) fn ends_with_long_form(text: &str, short: &str) -> bool {
    initials_start(text, short).is_some()
}

/// Whether the first words of `text` spell out an abbreviation.
fn starts_with_long_form(text: &str, short: &str) -> bool {
    is_all_capitals(short.strip_suffix('s').unwrap_or(short))
        && word_ends(text)
            .take(2 * short.len())
            .any(|end| is_long_form(&text[..end], short))
}

/// Where words of a text end.
fn word_ends(text: &str) -> impl Iterator<Item = usize> {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (at, c) = letters.next()?;
            let ends = letters
                .peek()
                .is_none_or(|(_, next)| !next.is_alphanumeric());
            if c.is_alphanumeric() && ends {
                return Some(at + c.len_utf8());
            }
        }
    })
}

/// Where the words start whose initials are an abbreviation, read from the end
/// of `long`; words that abbreviations pass over may stand between.
fn initials_start(long: &str, short: &str) -> Option<usize> {
    let letters = short.strip_suffix('s').unwrap_or(short);
    if !is_all_capitals(letters) {
        return None;
    }
    let mut wanted = letters
        .chars()
        .rev()
        .filter(|c| c.is_alphanumeric())
        .peekable();
    let mut end = long.len();
    while let Some(&letter) = wanted.peek() {
        let rest = &long[..end];
        let word_end = rest
            .rfind(char::is_alphanumeric)
            .map(|at| rest.ceil_char_boundary(at + 1))?;
        let start = rest[..word_end]
            .rfind(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
            .map_or(0, |at| rest.ceil_char_boundary(at + 1));
        let word = &rest[start..word_end];
        if word.chars().next()?.to_uppercase().eq([letter]) && word != letters {
            wanted.next();
        } else if !is_passed_over(word) {
            return None;
        }
        end = start;
    }
    Some(end)
}

/// Words that abbreviations pass over: `return on investment (ROI)` does not, but
/// `state of the art (SOTA)` and `proof of the concept (POC)` pass over `the`.
fn is_passed_over(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "a" | "an" | "and" | "the" | "of" | "for" | "in" | "on" | "to" | "by" | "with"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_forms_are_known_by_their_initials() {
        let table = [
            ("service level agreement", "SLA", true),
            ("our own minimum lovable product", "MLP", true),
            ("the state of the art", "SOA", true),
            ("an \"API\" and an", "API", false),
            ("Key Performance Indicators", "KPIs", true),
            ("a thing of beauty", "API", false),
            ("see", "SEE", false),
        ];
        for (long, short, expected) in table {
            assert_eq!(
                ends_with_long_form(long, short),
                expected,
                "{long} ({short})"
            );
        }
    }

    #[test]
    fn a_dash_or_a_colon_spells_an_abbreviation_out() {
        let table = [
            (" - Service Level Agreement", "SLA", true),
            ("- service level agreement, in days", "SLA", true),
            (": a service level agreement.", "SLA", true),
            (" -- Key Performance Indicators", "KPIs", true),
            ("-based service", "SLA", false),
            (" - see the list", "SLA", false),
            (" - Service", "SLA", false),
            (" Service Level Agreement", "SLA", false),
        ];
        for (after, short, expected) in table {
            let spelled_out =
                behind_dash(after).is_some_and(|long| starts_with_long_form(long, short));
            assert_eq!(spelled_out, expected, "{short}{after}");
        }
    }
}

//! Whether a word is mentioned instead of used.
//!
//! Owns the company in which a term speaks about itself: `the term API`, `API
//! stands for`. Rewriting there would explain the wrong word.

use super::super::lexicon;
use super::super::sentence::{self, Gap};
use super::context::{Context, View};

/// Whether the match is mentioned instead of used: `the term API`, `the word
/// "API"`, `API stands for`, `known as an API`.
pub fn is_mention(context: Context) -> bool {
    let view = View::of(context);
    is_named(&view)
        || is_also_known(&view, context.before)
        || is_apposition(context)
        || is_abbreviation_of(&view)
        || is_defined(&view, context.after)
        || is_headword(&view, context)
}

/// Verbs whose object is a word as it is written.
const SPELLING: &[&str] = &[
    "abbreviate",
    "capitalise",
    "capitalize",
    "hyphenate",
    "lowercase",
    "misspell",
    "pronounce",
    "spell",
    "uppercase",
];

/// What says of a thing that a word is its name.
const CALLED: &[&str] = &["called", "named", "termed", "dubbed"];

/// `the term API`, `the words ask and leverage`, `is called an API`.
fn is_named(view: &View) -> bool {
    let from = usize::from(view.left(0).is_article());
    let (name, opener) = (view.left(from), view.left(from + 1));
    let is_the = view.left(0).is_article() && !view.left(0).reads(&["a", "an"]);
    if name.is_adjacent() && name.reads(SPELLING) && !is_the {
        return true;
    }
    let calling = name.reads(CALLED);
    let passive = view.left(view.past_adverbs(from + 1));
    if calling && passive.is(lexicon::BE) {
        return true;
    }
    if name.reads(&["as"]) && opener.reads(&["known", "to"]) {
        return opener.reads(&["known"])
            || view.left(from + 2).reads(&["referred", "refer", "refers"]);
    }
    let quoted = name.gap == Gap::Quote;
    let introduced = opener.is_article()
        || opener.is(lexicon::DEMONSTRATIVE)
        || opener.is_capital() && opener.is_open();
    let word = name.is(lexicon::NAMING) && name.is_adjacent();
    word && from == 0 && (introduced || quoted)
}

/// `outputs called deliverables`, `what we call a sandbox`, `so-called APIs`, `aka API`.
fn is_also_known(view: &View, before: &str) -> bool {
    let from = usize::from(view.left(0).is_article());
    let name = view.left(from);
    let opener_at = view.past_adverbs(from + 1);
    let opener = view.left(opener_at);
    let calls = name.reads(&["call", "calls", "called", "name", "term", "termed", "dub"]);
    let ours = opener.is(lexicon::SUBJECT) || opener.is(lexicon::EITHER_PRONOUN);
    let of_ours = calls && ours && view.left(from + 2).reads(&["what", "which", "that"]);
    // `The board called an EGM`: it met.
    let noun = opener_at + 1 + usize::from(view.left(opener_at + 1).is_article());
    let is_subject = from > 0 && view.left(noun).is_none();
    let is_apart = opener.gap == Gap::Comma;
    let of_noun = name.reads(CALLED) && (opener.is_open() && !is_subject || is_apart);
    of_ours
        || of_noun
        || name.reads(&["aka", "so-called"])
        || trim_opening(before).ends_with("a.k.a.")
}

/// `an output, or deliverable, is due`; not the last of several: `a, b, or deliverables.`
fn is_apposition(context: Context) -> bool {
    let before = trim_opening(context.before);
    let articles = ["a", "an", "the", "simply", "just"];
    let article = articles
        .iter()
        .find_map(|article| strip_word(before, article));
    let before = trim_opening(article.unwrap_or(before));
    let Some(said) = strip_word(before, "or").map(str::trim_end) else {
        return false;
    };
    let after = context.after.trim_start_matches(sentence::is_quote);
    let ends = after.trim_start();
    let is_closed = ends.starts_with([')', '–', '—', ']']) || after.starts_with(',');
    match said.char_indices().next_back() {
        Some((_, '(' | '[' | '–' | '—')) => is_closed,
        Some((at, ',')) => {
            let is_last = ends.is_empty() || ends.starts_with(['.', ';', ':']);
            is_closed || is_last && !said[..at].contains(',')
        }
        _ => false,
    }
}

/// A text without spaces and opening quotation marks at its end.
fn trim_opening(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || sentence::is_quote(c))
}

/// A text without a word at its end, if it ends with that.
fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (at, tail) = text.split_at_checked(text.len().checked_sub(word.len())?)?;
    let ends = tail.eq_ignore_ascii_case(word) && !at.ends_with(char::is_alphanumeric);
    ends.then_some(at)
}

/// `abbreviate it as API`, `shortened to API`.
fn is_abbreviation_of(view: &View) -> bool {
    let (link, verb) = (view.left(0), view.left(1));
    let shortens = |i| {
        view.left(i)
            .text
            .to_ascii_lowercase()
            .starts_with("abbreviat")
    };
    link.reads(&["as", "to"]) && ((1..6).any(shortens) || verb.reads(&["shorten", "shortened"]))
}

/// `API stands for`, `API is short for`, `API (short for …`, `"API" means`.
fn is_defined(view: &View, after: &str) -> bool {
    let after = after.trim_start_matches(|c: char| !c.is_alphanumeric());
    let starts = |words: &str| {
        let head = after.get(..words.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(words))
    };
    let spelt_out = [
        "stands for",
        "stand for",
        "short for",
        "is short for",
        "are short for",
        "is an acronym",
        "is the acronym",
        "is an abbreviation",
        "is the abbreviation",
        "abbreviates",
        "is defined as",
        "is a noun",
        "is a verb",
        "is an adjective",
        "is an adverb",
        "is a buzzword",
        "is jargon for",
    ];
    if spelt_out.iter().any(|words| starts(words)) {
        return true;
    }
    let of_a_word = [
        "means ",
        "refers to ",
        "is lowercase",
        "is uppercase",
        "is capitalized",
        "is capitalised",
        "is hyphenated",
        "is spelled",
        "is spelt",
        "is pronounced",
        "is one word",
        "is two words",
    ];
    let alone = view.left(0).is_none() || view.right(0).gap == Gap::Quote;
    alone && of_a_word.iter().any(|words| starts(words)) && view.right(0).gap != Gap::Comma
}

/// `API: API is`: the word in front of the text about it.
fn is_headword(view: &View, context: Context) -> bool {
    let said = context.after.strip_prefix(':').unwrap_or_default();
    let said = said.trim_start_matches(|c: char| !c.is_alphanumeric());
    let again = said.get(..context.form.len());
    !context.form.is_empty()
        && view.left(0).is_none()
        && again.is_some_and(|again| again.eq_ignore_ascii_case(context.form))
}

#[cfg(test)]
#[path = "mention_tests.rs"]
mod tests;

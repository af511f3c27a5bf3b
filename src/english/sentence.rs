//! Sentences and words of one block of prose.
//!
//! Owns where a sentence begins and ends, and what counts as a word next to a
//! match, so that the rules about neighbouring words never look past a full
//! stop. What the words mean is left to `role`.
//!
//! All offsets are byte offsets on character boundaries; any input is fine.

use std::ops::Range;

use super::lexicon;

/// Stands in the text for an inline object: code, mathematics, an image.
pub const OBJECT: char = '\u{FFFC}';

/// What stands between two neighbouring words, as far as grammar cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Space only, or signs that glue to a word (`C++`, `5 %`).
    Space,
    /// Quotation marks around one of the words.
    Quote,
    /// The apostrophe of a plural possessive: `the teams' ask`.
    Possessive,
    /// A comma.
    Comma,
    /// A slash, `&` or the like, which joins as `and` does.
    Joint,
    /// Anything that closes a clause: full stop, colon, bracket, dash.
    Break,
}

/// A word beside a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word as written; [`OBJECT`] is a word of its own.
    pub text: &'a str,
    /// What stands between this word and the one before it on the way to the match.
    pub gap: Gap,
}

/// The words of `text` from its end backwards: nearest to the match first.
pub fn words_before(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (word, before) = last_word(rest)?;
        rest = before;
        Some(word)
    })
}

/// The last word of `text`, and the text before it.
pub(super) fn last_word(text: &str) -> Option<(Word<'_>, &str)> {
    let end = text.char_indices().rev().find(|&(_, c)| in_word(c));
    let end = end.map(|(i, c)| i + c.len_utf8())?;
    let start = word_start(&text[..end]);
    let (word, between) = (&text[start..end], &text[end..]);
    let gap = gap(between, word);
    Some((Word { text: word, gap }, &text[..start]))
}

/// The words of `text` from its start on: nearest to the match first.
pub fn words_after(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = text;
    let mut last = "";
    std::iter::from_fn(move || {
        let (word, behind) = next_word(rest, last)?;
        rest = behind;
        last = word.text;
        Some(word)
    })
}

/// The first word of `text` behind the word `last`, and the text behind it.
pub(super) fn next_word<'a>(text: &'a str, last: &str) -> Option<(Word<'a>, &'a str)> {
    let start = text.find(in_word)?;
    let end = start + word_end(&text[start..]);
    let (between, word) = (&text[..start], &text[start..end]);
    let gap = gap(between, last);
    Some((Word { text: word, gap }, &text[end..]))
}

/// Where the last word of `text`, which ends with a word's character, begins.
fn word_start(text: &str) -> usize {
    let mut start = text.len();
    let mut chars = text.char_indices().rev().peekable();
    while let Some((i, c)) = chars.next() {
        if c == OBJECT {
            return if start == text.len() { i } else { start };
        }
        let inner = start < text.len()
            && joins(c)
            && chars
                .peek()
                .is_some_and(|&(_, left)| left != OBJECT && in_word(left));
        if !in_word(c) && !inner {
            break;
        }
        start = i;
    }
    start
}

/// Where the first word of `text`, which starts with a word's character, ends.
fn word_end(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if c == OBJECT {
            return if i == 0 { c.len_utf8() } else { i };
        }
        let inner = i > 0
            && joins(c)
            && chars
                .peek()
                .is_some_and(|&(_, right)| right != OBJECT && in_word(right));
        if !in_word(c) && !inner {
            return i;
        }
    }
    text.len()
}

/// Whether `c` belongs to a word wherever it stands.
fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | OBJECT | '\u{300}'..='\u{36F}') || is_invisible(c)
}

/// Characters without width that may stand inside a word.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'
    )
}

/// Whether `c` belongs to a word when a word goes on at both its sides.
fn joins(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '.' | '@')
}

/// What `between` is, seen from `word`, which stands on the match's far side or before it.
fn gap(between: &str, left: &str) -> Gap {
    let mark = between.trim();
    if matches!(mark, "'" | "’") && between.starts_with(mark) && left.ends_with(['s', 'S']) {
        return Gap::Possessive;
    }
    let breaks = |c: char| {
        matches!(
            c,
            '.' | ';'
                | ':'
                | '!'
                | '?'
                | '…'
                | '('
                | ')'
                | '['
                | ']'
                | '{'
                | '}'
                | '|'
                | '•'
                | '—'
                | '–'
                | '-'
                | '\u{2010}'
                | '\u{2011}'
                | '<'
                | '>'
                | '='
                | '→'
                | '\n'
        )
    };
    let has = |test: &dyn Fn(char) -> bool| between.chars().any(test);
    if has(&breaks) {
        Gap::Break
    } else if has(&|c| c == ',') {
        Gap::Comma
    } else if has(&|c| matches!(c, '/' | '&')) {
        Gap::Joint
    } else if has(&is_quote) {
        Gap::Quote
    } else {
        Gap::Space
    }
}

/// Quotation marks of either side, apostrophes included.
pub(super) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '“' | '”' | '‘' | '’' | '„' | '‚' | '«' | '»' | '‹' | '›' | '`'
    )
}

/// What may stand before the first word of a sentence.
pub(super) fn opens(c: char) -> bool {
    is_quote(c) || matches!(c, '(' | '[' | '{' | '¿' | '¡')
}

/// What may stand behind the mark that ends a sentence.
fn closes(c: char) -> bool {
    is_quote(c) || matches!(c, ')' | ']' | '}' | OBJECT)
}

/// Whether a character that may end a sentence can begin with `byte`.
fn may_end(byte: u8) -> bool {
    matches!(byte, b'.' | b'!' | b'?' | b'\n' | 0xe2)
}

/// Marks that may end a sentence.
fn ends(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

/// Bounds of the sentence of `text` in which the byte range `at` lies, at most
/// `limit` bytes to either side of it. `text` is one block of prose; a line
/// break in it is a hard one and parts sentences.
pub fn bounds(text: &str, at: Range<usize>, limit: usize) -> Range<usize> {
    let from = boundary_below(text, at.start.min(at.end));
    let to = boundary_below(text, at.end.max(from));
    let low = boundary_above(text, from.saturating_sub(limit));
    let high = boundary_below(text, to.saturating_add(limit)).max(to);
    let low = low.min(from);

    let bytes = text.as_bytes();
    let start = (low..from)
        .rev()
        .filter(|&at| may_end(bytes[at]))
        .filter_map(|at| next_sentence(text, at))
        .find(|&start| start <= from)
        .unwrap_or(low);
    let end = (to..high)
        .filter(|&at| may_end(bytes[at]))
        .find_map(|at| next_sentence(text, at))
        .map_or(high, |next| next.min(high));
    start..to + text[to..end.max(to)].trim_end().len()
}

/// The nearest character boundary at or below `at`.
fn boundary_below(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at)
        .rev()
        .find(|&i| text.is_char_boundary(i))
        .unwrap_or(0)
}

/// The nearest character boundary at or above `at`.
fn boundary_above(text: &str, at: usize) -> usize {
    (at..text.len())
        .find(|&i| text.is_char_boundary(i))
        .unwrap_or(text.len())
}

/// When the mark at `mark` ends a sentence: where the next one begins, past
/// closing quotes and space.
fn next_sentence(text: &str, mark: usize) -> Option<usize> {
    let behind = &text[mark..];
    let sign = behind.chars().next()?;
    let rest = &behind[sign.len_utf8()..];
    if sign == '\n' {
        return Some(text.len() - rest.trim_start().len());
    }
    if !ends(sign) {
        return None;
    }
    let after_closers = rest.trim_start_matches(closes);
    let next = after_closers.trim_start();
    if next.len() == after_closers.len() {
        return None; // no space: `2.0`, `node.js`, the end of the text
    }
    let closed = after_closers.len() < rest.len();
    let starts = next.chars().next().is_some_and(can_start);
    let abbreviates = sign == '.' && !closed && is_abbreviation(&text[..mark], next);
    (starts && !abbreviates).then(|| text.len() - next.len())
}

/// Whether a sentence may begin with `c`.
fn can_start(c: char) -> bool {
    if c.is_alphabetic() {
        return !c.is_lowercase();
    }
    !matches!(
        c,
        ',' | ';' | ':' | '.' | '!' | '?' | '…' | ')' | ']' | '}' | '—' | '–' | '-' | '/'
    )
}

/// Whether the full stop behind `before` belongs to an abbreviation, with
/// `next` as the text that goes on behind the space.
fn is_abbreviation(before: &str, next: &str) -> bool {
    let word = last_dotted_word(before);
    if lexicon::is_title_abbreviation(word) {
        return true;
    }
    if lexicon::is_number_abbreviation(word) {
        return next.starts_with(|c: char| c.is_ascii_digit());
    }
    let mut letters = word.chars();
    let initial = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_uppercase());
    if initial || lexicon::is_open_abbreviation(word) {
        // `J. Smith` goes on, `at 5 p.m. The shop` does not.
        let next = &next[..boundary_below(next, 64)];
        return !words_after(next)
            .next()
            .is_some_and(|word| lexicon::opens_sentence(word.text));
    }
    false
}

/// The word that ends `text`, with the full stops inside it; a long one is cut,
/// since no abbreviation is.
fn last_dotted_word(text: &str) -> &str {
    let inside = |&(_, c): &(usize, char)| c.is_alphanumeric() || c == '.';
    let start = text.char_indices().rev().take(12).take_while(inside).last();
    start.map_or("", |(i, _)| &text[i..])
}

/// Whether the full stop before `at`, which belongs to an abbreviation, also ends the
/// sentence; `None` where nobody can tell.
pub fn ends_with_abbreviation(text: &str, at: usize) -> Option<bool> {
    let behind = text[at..].trim_start_matches(closes);
    let next = behind.trim_start_matches([' ', '\t', '\u{a0}']);
    let Some(first) = next.trim_start_matches(opens).chars().next() else {
        return Some(true);
    };
    if first == '\n' {
        return Some(true);
    }
    if next.len() == behind.len() || !first.is_uppercase() {
        return Some(false);
    }
    let word = last_dotted_word(text[..at].trim_end_matches('.'));
    if lexicon::is_title_abbreviation(&word.to_lowercase()) {
        return Some(false);
    }
    // `cats etc. They` and `approx. Five`.
    let word = words_after(&next[..boundary_below(next, 64)]).next()?;
    lexicon::opens_sentence(word.text).then_some(true)
}

/// Whether position `at` is where a sentence begins: only opening quotes,
/// brackets, space or the furniture of a list stand between it and the start of
/// the sentence or the block. What follows a colon begins none.
pub fn starts_sentence(text: &str, at: usize) -> bool {
    let before = &text[..boundary_below(text, at)];
    let inner =
        before.trim_end_matches(|c: char| opens(c) || c == ' ' || c == '\u{A0}' || c == '\t');
    if inner.is_empty() || inner.ends_with('\n') {
        return true;
    }
    if is_furniture(inner) {
        return true;
    }
    // Quotation marks look alike on both sides: `"Ready?" The` closes, then opens.
    let sentence = inner.trim_end_matches(closes);
    let Some(mark) = sentence.char_indices().next_back() else {
        return false;
    };
    ends(mark.1) && next_sentence(text, mark.0).is_some_and(|start| start <= before.len())
}

/// Whether the last line of `text` is only what a list or a check box puts
/// before its content: `1.`, `(a)`, `2.3)`, `•`, `[x]`.
fn is_furniture(text: &str) -> bool {
    // Furniture is short; a block may be long and is asked about often.
    let tail = &text[boundary_above(text, text.len().saturating_sub(16))..];
    let line = match tail.rfind('\n') {
        Some(i) => &tail[i + 1..],
        None if tail.len() < text.len() => return false,
        None => tail,
    };
    let line = line.trim();
    if line.ends_with([':', ';']) {
        return false;
    }
    let label = line.trim_matches(|c: char| !c.is_alphanumeric() && c != OBJECT);
    let number = label.chars().all(|c| c.is_ascii_digit() || c == '.');
    let letter = label.len() == 1 || label.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    label.is_empty() || (line.ends_with(['.', ')', ']']) && (number || letter))
}

#[cfg(test)]
#[path = "sentence_tests.rs"]
mod tests;

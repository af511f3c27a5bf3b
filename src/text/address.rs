//! Addresses and names that only look like prose: URLs, e-mail addresses, host
//! and file names, paths, options, handles, bits of code without code marks.
//! Nobody translates them, so no match inside one counts.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::span::Span;
use super::word::{OBJECT, is_word_char};

/// Answers, for places in rising order, whether they lie inside an address. It
/// remembers the chunk it looked at last, so that a chunk of any length is read
/// once however many matches are in it.
#[derive(Debug, Default)]
pub struct Addresses {
    chunk: Span,
    address: bool,
}

impl Addresses {
    /// Whether `at` lies inside an address of `text`, which has to be the same
    /// text until [`Addresses::forget`]. A place that is the whole address (a
    /// term such as `Node.js`) is not inside one.
    pub fn hold(&mut self, text: &str, at: Span) -> bool {
        if self.chunk.is_empty() || !self.chunk.contains(at) {
            self.chunk = chunk_around(text, at);
            self.address = is_address(&text[trimmed(text, self.chunk).range()]);
        }
        self.address && trimmed(text, self.chunk) != at
    }

    /// Starts anew, for another text.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

/// The run around `at` that white space or quotation marks bound.
fn chunk_around(text: &str, at: Span) -> Span {
    let start = text[..at.start]
        .char_indices()
        .rev()
        .find(|&(_, c)| bounds_chunk(c))
        .map_or(0, |(offset, c)| offset + c.len_utf8());
    let end = text[at.end..]
        .char_indices()
        .find(|&(_, c)| bounds_chunk(c))
        .map_or(text.len(), |(offset, _)| at.end + offset);
    Span::new(start, end)
}

fn bounds_chunk(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '“' | '”' | '«' | '»' | '<' | '>' | '|' | OBJECT)
}

/// The chunk without the brackets and the punctuation of the sentence around.
fn trimmed(text: &str, chunk: Span) -> Span {
    let inner = &text[chunk.range()];
    let opened = inner.trim_start_matches(['(', '[', '\'', '‘', '*', '—', '–', '…']);
    let closed = opened.trim_end_matches([
        ')', ']', '\'', '’', '*', '.', ',', ';', ':', '!', '?', '…', '—', '–',
    ]);
    // `call()` keeps what marks it as code.
    let closed = if opened[closed.len()..].starts_with(')') && closed.ends_with('(') {
        &opened[..=closed.len()]
    } else {
        closed
    };
    let start = chunk.start + inner.len() - opened.len();
    Span::new(start, start + closed.len())
}

/// What stands in addresses and nowhere else, wherever it stands.
static MARKS: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::new(["://", "::", "\\", "mailto:", "()", "${", "{{", "/."]).ok());

/// Whether a chunk is an address as a whole.
fn is_address(chunk: &str) -> bool {
    // Nearly all chunks are plain words.
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    if chunk.as_bytes().iter().all(plain) {
        return false;
    }
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| chunk.starts_with(prefix));
    starts(&[
        "/", "./", "../", "~/", "www.", "@", "#", "$", "%", "--", "{",
    ]) || MARKS.as_ref().is_some_and(|marks| marks.is_match(chunk))
        || is_option(chunk)
        || is_identifier(chunk)
        || (chunk.ends_with('/') && chunk.len() > 1)
        || has_between_word_chars(chunk, '.')
        || has_between_word_chars(chunk, '@')
        || has_between_word_chars(chunk, '=')
}

/// `test-cspell-eslint-plugin`: four parts or more are a name in some system.
fn is_identifier(chunk: &str) -> bool {
    !chunk.contains('/') && chunk.matches('-').count() >= 3
}

/// `-x`, `-verbose`: a short option of a command.
fn is_option(chunk: &str) -> bool {
    let mut chars = chunk.chars();
    chars.next() == Some('-') && chars.next().is_some_and(char::is_alphabetic)
}

fn has_between_word_chars(chunk: &str, mark: char) -> bool {
    chunk.match_indices(mark).any(|(at, _)| {
        chunk[..at].ends_with(is_word_char)
            && chunk[at + mark.len_utf8()..].starts_with(is_word_char)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str) -> bool {
        let start = text.find("API").expect("API is in the text");
        Addresses::default().hold(text, Span::new(start, start + 3))
    }

    #[test]
    fn addresses_paths_and_code_hold_what_is_inside() {
        for text in [
            "see https://example.com/API for it",
            "(https://example.com/API).",
            "ask API@example.com,",
            "in /srv/API/readme.txt, now",
            "in ./API or so",
            "APIs-first.example",
            "open API.json",
            "C:\\API\\x",
            "use --API-key here",
            "use -API here",
            "the @API team",
            "in #API now",
            "src/API/ is",
            "std::API is",
            "set KEY=API first",
            "set ${API} first",
            "call API() first",
            "in test-our-API-plugin",
            "www.API-first.example",
        ] {
            assert!(holds(text), "{text}");
        }
    }

    #[test]
    fn prose_holds_nothing() {
        for text in [
            "the API.",
            "(API)",
            "API/SDK",
            "the “API” is",
            "API-based",
            "wait...API",
            "R&D/API",
            "API: it",
            "non-API",
            "'API'",
            "API, e.g.",
        ] {
            assert!(!holds(text), "{text}");
        }
    }

    #[test]
    fn a_place_that_is_the_whole_address_is_not_inside_one() {
        assert!(!Addresses::default().hold("use Node.js.", Span::new(4, 11)));
    }
}

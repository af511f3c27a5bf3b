//! Addresses and names that only look like prose: URLs, e-mail addresses, host
//! and file names, paths, options, handles, bits of code without code marks.
//! Nobody translates them, so no match inside one counts.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::span::Span;
use super::word::{OBJECT, is_word_char, is_word_space};

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
        self.address && !is_whole(text, trimmed(text, self.chunk), at)
    }

    /// Starts anew, for another text.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

/// Whether a place is all of an address, its possessive ending aside. The place has the
/// full stop of `i.e.`, which the address does not.
fn is_whole(text: &str, address: Span, at: Span) -> bool {
    let behind = text.get(at.end..address.end).unwrap_or_default();
    at.start <= address.start && matches!(behind, "" | "'s" | "’s")
}

/// The run around `at` that white space or quotation marks bound.
fn chunk_around(text: &str, at: Span) -> Span {
    // An arrow is part of code, a bracket is not.
    let bounds = |at: usize, c| bounds_chunk(c) && !(c == '>' && text[..at].ends_with('-'));
    let start = text[..at.start]
        .char_indices()
        .rev()
        .find(|&(offset, c)| bounds(offset, c))
        .map_or(0, |(offset, c)| offset + c.len_utf8());
    let end = text[at.end..]
        .char_indices()
        .find(|&(offset, c)| bounds(at.end + offset, c))
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
static MARKS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let marks = [
        "://", "::", "\\", "mailto:", "()", "${", "{{", "/.", "/*", "**/",
    ];
    AhoCorasick::new(marks).ok()
});

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
        || is_hidden_file(chunk)
        || is_path(chunk)
        || is_reference(chunk)
        || is_image(chunk)
        || is_token(chunk)
        || has_index(chunk)
        || has_arrow(chunk)
        || (chunk.ends_with('/') && chunk.len() > 1)
        || has_between_word_chars(chunk, '.')
        || has_between_word_chars(chunk, '@')
        || has_between_word_chars(chunk, '=')
}

/// `test-cspell-eslint-plugin`: four parts or more are a name in some system.
fn is_identifier(chunk: &str) -> bool {
    !chunk.contains('/') && chunk.matches('-').count() >= 3
}

/// `.env`, and `*.env` without the asterisk that could be emphasis.
fn is_hidden_file(chunk: &str) -> bool {
    chunk
        .strip_prefix('.')
        .is_some_and(|name| name.starts_with(is_word_char))
}

/// `owner/name#12`: an issue of a project.
fn is_reference(chunk: &str) -> bool {
    chunk.rsplit_once('#').is_some_and(|(project, number)| {
        project.ends_with(is_word_char)
            && !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Folders that are called so in every project, and nothing is in prose.
#[rustfmt::skip]
const FOLDERS: [&str; 24] = [
    "assets", "bin", "cfg", "cmd", "conf", "css", "dist", "doc", "docs", "etc", "github", "img", "js", "lib", "libs",
    "locales", "mnt", "node_modules", "opt", "pkg", "src", "trunk", "usr", "vendor",
];

/// Files that are called so in every project.
#[rustfmt::skip]
const FILES: [&str; 10] = [
    "AUTHORS", "CHANGELOG", "CONTRIBUTING", "COPYING", "Dockerfile", "LICENSE", "Makefile", "NOTICE", "README", "TODO",
];

/// `src/parser`, `owner/some-name`, `a/b/c`: a relative path, as far as it is none of the
/// pairs that prose has (`read/write`, `API/SDK`).
fn is_path(chunk: &str) -> bool {
    let parts: Vec<&str> = chunk.split('/').collect();
    if parts.len() < 2 || parts.iter().any(|part| part.is_empty()) {
        return false;
    }
    let is_small = |part: &&str| !part.contains(|c: char| c.is_uppercase() || c.is_whitespace());
    let is_odd = |part: &&str| {
        let has_letter = part.contains(|c: char| c.is_ascii_lowercase());
        is_small(part) && has_letter && part.contains(|c: char| c.is_ascii_digit() || c == '_')
    };
    let is_known = |part: &&str| FOLDERS.contains(part) || FILES.contains(part);
    let hyphenated = parts.iter().filter(|part| part.contains('-')).count();
    let all_small = parts.iter().all(is_small);
    parts.iter().any(|part| is_known(part) || is_odd(part))
        || all_small && (parts.len() > 2 || hyphenated == 1)
}

/// Tags of images that are no numbers.
const TAGS: [&str; 6] = ["latest", "stable", "edge", "main", "nightly", "alpine"];

/// `image:latest`, `image:v1.2`: an image with its tag.
fn is_image(chunk: &str) -> bool {
    let Some((name, tag)) = chunk.rsplit_once(':') else {
        return false;
    };
    let version = tag.strip_prefix('v').unwrap_or(tag);
    let is_part = |c: char| is_word_char(c) || matches!(c, '-' | '.' | '/');
    let is_tag = TAGS.contains(&tag)
        || version.starts_with(|c: char| c.is_ascii_digit()) && version.chars().all(is_part)
        || name.contains('/') && !tag.is_empty() && tag.chars().all(is_part);
    is_tag && name.ends_with(is_word_char) && name.chars().all(is_part)
}

/// `sha512-Qk3+x/Zw==`: a hash, a key.
fn is_token(chunk: &str) -> bool {
    let has = |what: fn(&char) -> bool| chunk.chars().any(|c| what(&c));
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=' | '-' | '_');
    chunk.len() >= SHORTEST_TOKEN
        && chunk.contains(['+', '='])
        && chunk.chars().all(is_part)
        && has(char::is_ascii_digit)
        && has(char::is_ascii_uppercase)
        && has(char::is_ascii_lowercase)
}

/// How many signs the shortest token has.
const SHORTEST_TOKEN: usize = 16;

/// `list[0]`, `map[key]`; the last bracket may be taken for the sentence's.
fn has_index(chunk: &str) -> bool {
    chunk.match_indices('[').any(|(at, _)| {
        let key = &chunk[at + 1..];
        chunk[..at].ends_with(is_word_char) && key.starts_with(is_word_char)
    })
}

/// `x->y`.
fn has_arrow(chunk: &str) -> bool {
    chunk.match_indices("->").any(|(at, arrow)| {
        chunk[..at].ends_with(is_word_char) && chunk[at + arrow.len()..].starts_with(is_word_char)
    })
}

/// How far the words that slashes join are looked at, to either side, in bytes.
const FARTHEST: usize = 200;

/// The words that slashes join to the one at `at`, where all have small letters alone.
pub fn joined_by_slashes(text: &str, at: Span) -> impl Iterator<Item = &str> {
    let from = text.ceil_char_boundary(at.start.saturating_sub(FARTHEST));
    let text = &text[from..text.floor_char_boundary(at.end + FARTHEST)];
    let at = Span::new(at.start - from, at.end - from);
    let touches = text[..at.start].ends_with('/') || text[at.end..].starts_with('/');
    let chunk = if touches {
        trimmed(text, chunk_around(text, at))
    } else {
        Span::default()
    };
    let is_part = |c: char| c.is_lowercase() || matches!(c, '/' | '-') || is_word_space(c);
    let words = Some(&text[chunk.range()]).filter(|words| words.chars().all(is_part));
    let mut from = chunk.start;
    words
        .into_iter()
        .flat_map(|words| words.split('/'))
        .filter(move |word| {
            let span = Span::new(from, from + word.len());
            from = span.end + 1;
            !span.is_empty() && !span.overlaps(at)
        })
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
            "in src/API now",
            "the docs/cache/API folder",
            "API/README is",
            "v2/API is",
            "API:latest",
            "team/API:1.2",
            "all *.API files",
            "in src/**/API",
            "API->send",
            "API[0] is",
            "map[API] is",
            "dGhpcyBp+API/SLAbc0==",
            "sha512-API+SLA/qrst0123abcd=",
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
            "IT/API/SDK",
            "TCP/IP and/or API",
            "see (API[^1])",
            "[API]",
            "API: 12",
            "API -> SDK",
            "front-end/back-end-API",
        ] {
            assert!(!holds(text), "{text}");
        }
    }

    #[test]
    fn paths_are_told_from_pairs() {
        for path in [
            "own/some-name",
            "a/b/c",
            "lib/x",
            "v2/x",
            "some_name/x",
            "x/LICENSE",
        ] {
            assert!(is_path(path), "{path}");
        }
        for pair in [
            "read/write",
            "front-end/back-end",
            "A/b/c",
            "24/7",
            "and/or",
            "/x",
            "x/",
        ] {
            assert!(!is_path(pair), "{pair}");
        }
    }

    #[test]
    fn words_that_slashes_join_are_named() {
        let table: [(&str, &[&str]); 5] = [
            ("a team/api b", &["team"]),
            ("(one/api/two)", &["one", "two"]),
            ("an api b", &[]),
            ("an IT/api b", &[]),
            ("api/b_c", &[]),
        ];
        for (text, expected) in table {
            let start = text.find("api").expect("api is in the text");
            let joined = joined_by_slashes(text, Span::new(start, start + 3));
            assert_eq!(joined.collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn a_place_that_is_the_whole_address_is_not_inside_one() {
        for (text, place, expected) in [
            ("use Node.js.", "Node.js", false),
            ("use Node.js’s way", "Node.js", false),
            ("that is, (i.e., now)", "i.e.", false),
            ("a Ph.D.'s worth", "Ph.D.", false),
            ("see i.e.example", "i.e.", true),
            ("see www.i.e.", "i.e.", true),
        ] {
            let start = text.find(place).expect("the place is in the text");
            let at = Span::new(start, start + place.len());
            assert_eq!(Addresses::default().hold(text, at), expected, "{text}");
        }
    }
}

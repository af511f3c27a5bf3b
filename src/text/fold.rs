//! Text in the one spelling that terms are compared in, with a map back: small
//! letters, one space between words, straight apostrophes, nothing invisible.
//!
//! The first letter of each word is a capital, whatever it was. A pattern folded
//! the same way then begins at a word's start by itself, and a search does not
//! stop inside longer words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

use super::span::Span;
use super::word::{
    is_apostrophe, is_combining_mark, is_hyphen, is_invisible, is_word_char, is_word_space,
};

/// Folded text and where each stretch of it came from. One value serves many
/// texts, so that folding allocates nothing per block.
#[derive(Debug, Default)]
pub struct Folded {
    text: String,
    /// Where the distance between folded and original offsets changes.
    shifts: Vec<Shift>,
    at_word: bool,
}

/// From `folded` on, `original` is the offset in the text as it was.
#[derive(Clone, Copy, Debug)]
struct Shift {
    folded: usize,
    original: usize,
}

impl Folded {
    /// Folds `original` in the place of what was there.
    pub fn fold(&mut self, original: &str) -> &str {
        self.text.clear();
        self.shifts.clear();
        self.at_word = false;
        let mut rest = original.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let next = rest.peek().map(|&(_, c)| c);
            self.note_shift(at);
            self.push(c, next);
        }
        &self.text
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a stretch of the folded text stands in `original`, the text that
    /// was folded last.
    pub fn original(&self, original: &str, folded: Span) -> Span {
        let start = self.original_start(folded.start);
        let last = self.text[..folded.end]
            .char_indices()
            .next_back()
            .map_or(0, |(at, _)| at);
        let mut rest = original[self.original_start(last)..].char_indices();
        rest.next();
        let end = rest
            .find(|&(_, c)| !is_combining_mark(c))
            .map_or(original.len(), |(offset, _)| {
                self.original_start(last) + offset
            });
        Span::new(start, end)
    }

    fn original_start(&self, folded: usize) -> usize {
        let after = self.shifts.partition_point(|shift| shift.folded <= folded);
        match self.shifts[..after].last() {
            Some(shift) => shift.original + (folded - shift.folded),
            None => folded,
        }
    }

    /// Notes that what comes next stands at `original`, if that is news.
    fn note_shift(&mut self, original: usize) {
        let folded = self.text.len();
        if self.original_start(folded) == original {
            return;
        }
        match self.shifts.last_mut() {
            Some(last) if last.folded == folded => last.original = original,
            _ => self.shifts.push(Shift { folded, original }),
        }
    }

    fn push(&mut self, c: char, next: Option<char>) {
        if is_invisible(c) {
            return;
        }
        let joins = is_hyphen(c) && self.at_word && next.is_some_and(is_word_char);
        if is_word_space(c) || joins {
            if !self.text.ends_with(' ') {
                self.text.push(' ');
            }
            self.at_word = false;
        } else if is_apostrophe(c) {
            self.text.push('\'');
            self.at_word = false;
        } else if is_combining_mark(c) && self.at_word {
            self.push_accent(c);
        } else {
            let starts_word = !self.at_word;
            self.at_word = is_word_char(c);
            let folded = if starts_word && c.is_ascii_alphabetic() {
                c.to_ascii_uppercase()
            } else {
                fold_char(c)
            };
            self.text.push(folded);
        }
    }

    /// An accent joins the letter before it, as if the two were written as one.
    fn push_accent(&mut self, accent: char) {
        let composed = self
            .text
            .chars()
            .next_back()
            .and_then(|base| compose(base, accent));
        match composed {
            Some(letter) => {
                self.text.pop();
                self.text.push(fold_char(letter));
            }
            None => self.text.push(accent),
        }
    }
}

/// A pattern in the spelling of [`Folded`] text.
pub fn fold(pattern: &str) -> String {
    let mut folded = Folded::default();
    folded.fold(pattern.trim()).to_owned()
}

/// Simple case folding of one character (Unicode, `CaseFolding.txt`, statuses C
/// and S): the small letter of its capital, where both are single characters.
pub fn fold_char(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    // The dotless i has a capital that it does not fold with.
    if c == 'ı' {
        return c;
    }
    let upper = only(c.to_uppercase()).unwrap_or(c);
    only(upper.to_lowercase()).unwrap_or(c)
}

/// The one item of an iterator that has just one.
fn only(mut mapped: impl Iterator<Item = char>) -> Option<char> {
    let first = mapped.next();
    first.filter(|_| mapped.next().is_none())
}

/// Whether two spellings have the same letters, capitals included, whatever
/// stands between their words.
pub fn same_letters(a: &str, b: &str) -> bool {
    letters(a).eq(letters(b))
}

fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    let mut spaced = false;
    text.nfc().filter_map(move |c| {
        let space = is_word_space(c) || is_hyphen(c) || c == '\n';
        let repeated = space && spaced;
        spaced = space;
        match c {
            _ if repeated || is_invisible(c) => None,
            _ if space => Some(' '),
            _ if is_apostrophe(c) => Some('\''),
            _ => Some(c),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_folds_alike() {
        let table = [
            ("front end", "Front End"),
            ("Front-End", "Front End"),
            ("front\u{a0} end", "Front End"),
            ("front \t end", "Front End"),
            ("front\u{2011}end", "Front End"),
            ("front–end", "Front–End"),
            ("lev\u{ad}erage", "Leverage"),
            ("NAÏVE", "Naïve"),
            ("nai\u{308}ve", "Naïve"),
            ("don’t", "Don'T"),
            ("CI/CD", "Ci/Cd"),
            ("3D", "3d"),
            ("- x", "- X"),
            ("my_API", "My_api"),
        ];
        for (text, expected) in table {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    #[test]
    fn places_map_back_over_what_changed_length() {
        let original = "a “nai\u{308}ve\u{ad}” so\u{ad}ft  front-end’s é";
        let mut folded = Folded::default();
        let text = folded.fold(original).to_owned();
        for (word, expected) in [
            ("Naïve", "nai\u{308}ve"),
            ("Soft", "so\u{ad}ft"),
            ("Front End", "front-end"),
            ("End'S", "end’s"),
            ("Soft Front", "so\u{ad}ft  front"),
        ] {
            let start = text.find(word).expect("the word is in the folded text");
            let span = folded.original(original, Span::new(start, start + word.len()));
            assert_eq!(&original[span.range()], expected);
        }
    }

    /// Two implementations agree: `regex` folds by Unicode's own table. Letters
    /// above U+2FFF are left out: the two may know different Unicode versions.
    #[test]
    fn letters_fold_as_unicode_says() {
        for code in 0x80..0x3000_u32 {
            let Some(c) = char::from_u32(code) else {
                continue;
            };
            let folded = fold_char(c);
            if folded != c {
                let either =
                    regex::Regex::new(&format!("(?i)^\\x{{{code:x}}}$")).expect("a pattern");
                assert!(
                    either.is_match(folded.encode_utf8(&mut [0; 4])),
                    "{c} folds to {folded}"
                );
            }
        }
        assert_eq!(fold_char('ſ'), 's');
        assert_eq!(fold_char('ẞ'), 'ß');
        assert_eq!(fold_char('İ'), 'İ');
    }

    #[test]
    fn exact_spelling_ignores_what_stands_between_words() {
        assert!(same_letters("Data-Lake", "Data Lake"));
        assert!(!same_letters("data Lake", "Data Lake"));
        assert!(same_letters("nai\u{308}ve", "naïve"));
        assert!(!same_letters("APIS", "APIs"));
    }
}

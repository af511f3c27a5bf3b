//! Text in the one spelling that terms are compared in: small letters, one space
//! between words, straight apostrophes, letters composed with their accents,
//! nothing invisible.
//!
//! A text is folded as it is read, from wherever a comparison begins: what a term
//! does not ask for is never folded, and no offsets have to be mapped back.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

use super::word::{
    is_apostrophe, is_combining_mark, is_hyphen, is_invisible, is_word_char, is_word_space,
};

/// The folded characters of a text, each with the offset right behind what it
/// stands for.
#[derive(Clone, Debug)]
pub struct Folding<'t> {
    text: &'t str,
    at: usize,
    /// Whether a word goes on: a hyphen and an accent join only there.
    in_word: bool,
    spaced: bool,
}

impl<'t> Folding<'t> {
    /// Folds from `at` on, which must be a character's start.
    pub fn new(text: &'t str, at: usize) -> Self {
        Self {
            text,
            at,
            in_word: false,
            spaced: false,
        }
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// A letter with the accents behind it, as if they were written as one.
    fn with_accents(&mut self, letter: char) -> char {
        let mut letter = letter;
        while let Some(accent) = self.peek().filter(|&c| is_combining_mark(c))
            && let Some(composed) = compose(letter, accent)
        {
            letter = composed;
            self.at += accent.len_utf8();
        }
        letter
    }
}

impl Iterator for Folding<'_> {
    type Item = (char, usize);

    fn next(&mut self) -> Option<(char, usize)> {
        loop {
            let c = self.peek()?;
            self.at += c.len_utf8();
            if is_invisible(c) {
                continue;
            }
            let joins = is_hyphen(c) && self.in_word && self.peek().is_some_and(is_word_char);
            if is_word_space(c) || joins {
                self.in_word = false;
                if !std::mem::replace(&mut self.spaced, true) {
                    return Some((' ', self.at));
                }
                continue;
            }
            self.spaced = false;
            if is_apostrophe(c) {
                self.in_word = false;
                return Some(('\'', self.at));
            }
            let word = is_word_char(c);
            let letter = if word { self.with_accents(c) } else { c };
            self.in_word = word;
            return Some((fold_char(letter), self.at));
        }
    }
}

/// A spelling, folded whole.
pub fn fold(spelling: &str) -> String {
    let spelling = spelling.trim();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b' ';
    if spelling.bytes().all(is_plain) && !spelling.contains("  ") {
        return spelling.to_ascii_lowercase();
    }
    Folding::new(spelling, 0).map(|(c, _)| c).collect()
}

/// Where `folded` ends in `text`, if the text from `at` on reads like it.
pub fn reads_as(text: &str, at: usize, folded: &str) -> Option<usize> {
    let (wanted, found) = (folded.as_bytes(), &text.as_bytes()[at..]);
    let same = wanted
        .iter()
        .zip(found)
        .take_while(|(wanted, found)| **wanted == found.to_ascii_lowercase())
        .count();
    let between_words = wanted[same.saturating_sub(1)..]
        .iter()
        .take(2)
        .any(|byte| *byte == b' ');
    match (wanted.get(same), found.get(same)) {
        // No accent can follow, so the last letter stands as it is.
        (None, None | Some(0..=0x7f)) if folded.is_ascii() => Some(at + same),
        (Some(_), None) => None,
        // In ASCII only what stands between words has more than one spelling.
        (Some(0..=0x7f), Some(b' ' | b'\t' | b'-')) if between_words => {
            reads_slowly_as(text, at, folded)
        }
        (Some(0..=0x7f), Some(0..=0x7f)) => None,
        (Some(0..=0x7f), Some(0x80..)) if !folds_to_ascii(text, at + same) => None,
        _ => reads_slowly_as(text, at, folded),
    }
}

/// Whether the character at `at` can stand for one of ASCII, or for nothing.
fn folds_to_ascii(text: &str, at: usize) -> bool {
    let c = text.get(at..).and_then(|rest| rest.chars().next());
    c.is_none_or(|c| {
        is_word_space(c)
            || is_hyphen(c)
            || is_apostrophe(c)
            || is_invisible(c)
            || is_combining_mark(c)
            || fold_char(c).is_ascii()
    })
}

/// The same, for what is spelled in other characters than the term is.
fn reads_slowly_as(text: &str, at: usize, folded: &str) -> Option<usize> {
    let mut found = Folding::new(text, at);
    let mut end = at;
    for wanted in folded.chars() {
        let (c, behind) = found.next()?;
        if c != wanted {
            return None;
        }
        end = behind;
    }
    Some(end)
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
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    /// Pieces of text in which letters, accents and what stands between words meet.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            prop::sample::select(vec![
                "a", "B", "é", "e\u{301}", "n\u{303}", "ï", "\u{301}", "\u{ad}", "\u{200b}", "’",
                "'", "-", "\u{2011}", "–", " ", "  ", "\t", "\u{a0}", "_", ".", "/", "ſ", "K", "İ",
                "ß", "\u{1a}", "1",
            ])
            .prop_map(str::to_owned),
            any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    /// Where a text ends that reads like `folded`, by folding all of it.
    fn compared_whole(text: &str, at: usize, folded: &str) -> Option<usize> {
        let mut read = String::new();
        let mut ends = vec![at];
        for (c, end) in Folding::new(text, at) {
            read.push(c);
            ends.push(end);
        }
        let count = folded.chars().count();
        read.starts_with(folded).then(|| ends[count])
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 4000,
            rng_seed: RngSeed::Fixed(7),
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn a_reading_is_the_same_as_of_all_folded(
            before in pieces(), term in pieces(), behind in pieces(), other in pieces(),
        ) {
            let text = format!("{before}{term}{behind}");
            let at = before.len();
            let whole: String = Folding::new(&text, at).map(|(c, _)| c).collect();
            let half: String = whole.chars().take(whole.chars().count() / 2).collect();
            // What the text reads like, in part and whole, and what it may not.
            for folded in [fold(&term), fold(&other), fold(&half), whole] {
                prop_assert_eq!(
                    reads_as(&text, at, &folded),
                    compared_whole(&text, at, &folded),
                    "{:?} at {} as {:?}", text, at, folded
                );
            }
        }
    }

    #[test]
    fn what_looks_alike_folds_alike() {
        let table = [
            ("Front End", "front end"),
            ("Front-End", "front end"),
            ("front\u{a0} end", "front end"),
            ("front \t end", "front end"),
            ("front\u{2011}end", "front end"),
            ("front–end", "front–end"),
            ("lev\u{ad}erage", "leverage"),
            ("NAÏVE", "naïve"),
            ("nai\u{308}ve", "naïve"),
            ("don’t", "don't"),
            ("CI/CD", "ci/cd"),
            ("- x", "- x"),
            ("my_API", "my_api"),
        ];
        for (text, expected) in table {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    #[test]
    fn a_reading_ends_where_the_text_does() {
        let text = "a “nai\u{308}ve\u{ad}” so\u{ad}ft  front-end’s é e\u{301}";
        for (from, folded, expected) in [
            ("nai", "naïve", "nai\u{308}ve"),
            ("so\u{ad}", "soft", "so\u{ad}ft"),
            ("front", "front end", "front-end"),
            ("end", "end's", "end’s"),
            ("so\u{ad}", "soft front", "so\u{ad}ft  front"),
            ("é", "é", "é"),
            ("e\u{301}", "é", "e\u{301}"),
        ] {
            let at = text.find(from).expect("the word is in the text");
            let end = reads_as(text, at, folded).expect("the two read alike");
            assert_eq!(&text[at..end], expected);
        }
        for (from, folded) in [
            ("e\u{301}", "e"),
            ("so\u{ad}", "softer"),
            ("front", "fronts"),
        ] {
            let at = text.find(from).expect("the word is in the text");
            assert_eq!(reads_as(text, at, folded), None, "{folded}");
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

//! What a word is: the characters it is made of and where it ends, after
//! Unicode text segmentation (UAX #29) as far as jargon needs it: an inner
//! apostrophe or full stop joins, a hyphen or a slash does not.

/// Stands for a byte that is not valid UTF-8. It takes one byte, so offsets in
/// the readable text are offsets in the file; it counts as a letter, since in
/// older encodings it most often is one.
pub const UNREADABLE: char = '\u{1a}';

/// Stands in prose for an object that is read as one unit but is no prose: a
/// code span, a formula, an image.
pub const OBJECT: char = '\u{fffc}';

/// Whether `c` is part of a word.
pub fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == UNREADABLE || is_combining_mark(c)
}

/// Whether `c` is an accent that joins the letter before it.
pub fn is_combining_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Whether `c` is invisible inside a word: a soft hyphen, a zero-width space or
/// joiner, a stray byte order mark.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

/// Whether `c` is an apostrophe, straight or curly.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// Whether `c` is a hyphen that can stand inside a compound. En and em dashes
/// are punctuation and separate.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether `c` can stand between the words of a term.
pub fn is_word_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}')
}

/// The possessive ending right behind a match, as the text has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Possessive {
    /// `'s` or `’s`.
    ApostropheS,
    /// A bare apostrophe behind an `s`: `the owners'`.
    Apostrophe,
}

/// How a stretch of text ends as a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The word goes on: this is no whole word.
    Open,
    /// The word ends here.
    Closed,
    /// The word ends here and a possessive ending follows, so many bytes long.
    Possessive(Possessive, usize),
}

/// Whether a word can start at `at`: what stands before does not join it.
pub fn starts_word(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev().filter(|&c| !is_invisible(c));
    match before.next() {
        None => true,
        Some(c) if is_word_char(c) => false,
        Some(c) if is_apostrophe(c) || c == '.' => !before.next().is_some_and(is_word_char),
        Some(_) => true,
    }
}

/// How the word that reaches to `at` ends.
pub fn ends_word(text: &str, at: usize) -> Ending {
    let mut after = text[at..].char_indices().filter(|&(_, c)| !is_invisible(c));
    let Some((_, first)) = after.next() else {
        return Ending::Closed;
    };
    if first.is_ascii_whitespace() {
        return Ending::Closed;
    }
    if is_word_char(first) || first == '#' {
        return Ending::Open;
    }
    let second = after.next();
    if first == '+' && second.is_some_and(|(_, c)| c == '+') {
        return Ending::Open;
    }
    if first == '.' && second.is_some_and(|(_, c)| is_word_char(c)) {
        return Ending::Open;
    }
    if !is_apostrophe(first) {
        return Ending::Closed;
    }
    match second {
        Some((offset, 's' | 'S')) => {
            if after.next().is_some_and(|(_, c)| is_word_char(c)) {
                Ending::Open
            } else {
                Ending::Possessive(Possessive::ApostropheS, offset + 1)
            }
        }
        Some((_, c)) if is_word_char(c) => Ending::Open,
        _ if text[..at].ends_with(['s', 'S']) => {
            Ending::Possessive(Possessive::Apostrophe, first.len_utf8())
        }
        _ => Ending::Closed,
    }
}

/// Whether a text has a word, spelled so.
pub fn has_word(text: &str, word: &str) -> bool {
    let mut found = text.match_indices(word);
    found.any(|(at, _)| starts_word(text, at) && ends_word(text, at + word.len()) != Ending::Open)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ending(text: &str, word: &str) -> Ending {
        let start = text.find(word).expect("the word is in the text");
        ends_word(text, start + word.len())
    }

    #[test]
    fn a_word_ends_at_punctuation_and_goes_on_over_letters() {
        use Ending::{Closed, Open};
        let table = [
            ("“API”", Closed),
            ("API/SDK", Closed),
            ("API-based", Closed),
            ("API.", Closed),
            ("APIs", Open),
            ("API_key", Open),
            ("API.json", Open),
            ("API\u{301}", Open),
            ("API\u{1a}", Open),
            ("API'll", Open),
            ("API++", Open),
            ("API+SDK", Closed),
        ];
        for (text, expected) in table {
            assert_eq!(ending(text, "API"), expected, "{text}");
        }
    }

    #[test]
    fn possessives_are_told_from_quotation_marks() {
        let possessive = |text, word| match ending(text, word) {
            Ending::Possessive(which, length) => Some((which, length)),
            _ => None,
        };
        assert_eq!(
            possessive("API's limit", "API"),
            Some((Possessive::ApostropheS, 2))
        );
        assert_eq!(
            possessive("API’s limit", "API"),
            Some((Possessive::ApostropheS, 4))
        );
        assert_eq!(
            possessive("the APIs' limit", "APIs"),
            Some((Possessive::Apostrophe, 1))
        );
        assert_eq!(possessive("an 'API' limit", "API"), None);
    }

    #[test]
    fn a_word_starts_behind_what_does_not_join() {
        let starts = |text: &str| starts_word(text, text.find("API").expect("API is in the text"));
        for text in [
            "API", "an API", "“API", "CI/API", "non-API", "'API'", "...API",
        ] {
            assert!(starts(text), "{text}");
        }
        for text in ["myAPI", "my_API", "l'API", "example.API", "é\u{ad}API"] {
            assert!(!starts(text), "{text}");
        }
    }
}

//! Quotations inside a block of prose, by their marks. Long ones are somebody
//! else's words; short ones most often are words that the author stresses.

use memchr::memchr3;

use super::span::Span;
use super::word::is_word_char;

/// From so many words on, text in quotation marks is a quotation.
const WORDS: usize = 5;

/// How far from a place its quotation marks are looked for, in bytes.
const REACH: usize = 2_000;

/// Whether `at` lies in quotation marks that hold a quotation.
pub fn holds(text: &str, at: Span) -> bool {
    let from = text.ceil_char_boundary(at.start.saturating_sub(REACH));
    let upto = text.floor_char_boundary(at.end + REACH);
    // Most prose has no mark at all; they begin with these bytes.
    if memchr3(b'"', 0xE2, 0xC2, &text.as_bytes()[from..upto]).is_none() {
        return false;
    }
    let mut open: Option<(char, usize)> = None;
    for (offset, c) in text[from..upto].char_indices() {
        let place = from + offset;
        match open {
            Some((closing, start)) if c == closing && !opens(text, place, c) => {
                if start <= at.start && at.end <= place {
                    return text[start..place].split_whitespace().count() >= WORDS;
                }
                open = None;
            }
            None => open = closing(text, place, c).map(|closing| (closing, place + c.len_utf8())),
            Some(_) => {}
        }
        if open.is_none() && place > at.end {
            return false;
        }
    }
    false
}

/// How far from a place the marks around a few words are looked for, in bytes.
const NEAR: usize = 80;

/// Marks around a few words, in pairs: of quotations, and of emphasis in plain text.
const PAIRS: [(char, &[char]); 9] = [
    ('"', &['"']),
    ('“', &['”']),
    ('„', &['“', '”']),
    ('‘', &['’']),
    ('\'', &['\'']),
    ('«', &['»']),
    ('*', &['*']),
    ('_', &['_']),
    ('`', &['`']),
];

/// The words in marks around `at`, without the marks.
pub fn marked(text: &str, at: Span) -> Option<Span> {
    let from = text.ceil_char_boundary(at.start.saturating_sub(NEAR));
    let upto = text.floor_char_boundary(at.end + NEAR);
    let is_word = |c: Option<char>| c.is_some_and(is_word_char);
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let before = text[from..at.start].char_indices().rev();
    let (start, closing) = before
        .map(|(offset, c)| (from + offset, c))
        .filter_map(|(place, c)| Some((place, c, PAIRS.iter().find(|(open, _)| *open == c)?.1)))
        .find(|&(place, c, _)| {
            let inside = text[place + c.len_utf8()..].chars().next();
            !is_word(text[..place].chars().next_back()) && !is_space(inside)
        })
        .map(|(place, c, closing)| (place + c.len_utf8(), closing))?;
    let mut inside = text[start..upto].char_indices();
    let end = inside.find_map(|(offset, c)| {
        let place = start + offset;
        let closes = closing.contains(&c)
            && !is_space(text[..place].chars().next_back())
            && !is_word(text[place + c.len_utf8()..].chars().next());
        closes.then_some(place)
    })?;
    (end >= at.end).then_some(Span::new(start, end))
}

/// Whether `at` lies in the quotation marks around a few words.
pub fn is_in_marks(text: &str, at: Span) -> bool {
    let mark = marked(text, at).and_then(|words| text[..words.start].chars().next_back());
    mark.is_some_and(|mark| !matches!(mark, '*' | '_' | '`'))
}

/// The mark that closes what `c` opens at `place`, if it opens a quotation.
fn closing(text: &str, place: usize, c: char) -> Option<char> {
    match c {
        '“' | '„' => Some('”'),
        '«' => Some('»'),
        '"' if opens(text, place, c) => Some('"'),
        _ => None,
    }
}

/// Whether a straight mark stands where one opens: before a word and behind none.
fn opens(text: &str, place: usize, mark: char) -> bool {
    let before = text[..place].chars().next_back();
    let after = text[place + mark.len_utf8()..].chars().next();
    mark == '"'
        && before.is_none_or(|c| !is_word_char(c) && !matches!(c, '.' | ',' | '!' | '?' | '…'))
        && after.is_some_and(|c| !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> bool {
        let start = text.find("API").expect("API is in the text");
        holds(text, Span::new(start, start + 3))
    }

    #[test]
    fn words_in_marks_are_found() {
        let marked = |text: &str| {
            let start = text.find("API").expect("API is in the text");
            let found = marked(text, Span::new(start, start + 3));
            found.map(|span| text[span.range()].to_owned())
        };
        for (text, expected) in [
            ("Press “The API now” here", Some("The API now")),
            ("Press \"API\"", Some("API")),
            ("the 'API' key", Some("API")),
            ("the *API*-key", Some("API")),
            ("\"Press\" the API \"now\"", None),
            ("the team's API isn't", None),
            ("Press “API", None),
        ] {
            assert_eq!(marked(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn five_words_in_marks_are_a_quotation() {
        let table = [
            ("She said \"we like the new API\".", true),
            ("She said \"we like the API\".", false),
            ("She said “we do like the API very much”, so", true),
            ("\"One two three four five\" is the API.", false),
            ("a 5\" screen with an API and a 6\" one", false),
            ("\"We like it,\" she said, \"and the API is good\".", true),
            ("“open and the API never closed at all", false),
        ];
        for (text, expected) in table {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }

    #[test]
    fn emphasis_is_no_quotation() {
        for (text, expected) in [
            ("a \"b API\" c", true),
            ("a 'API' c", true),
            ("a “API b” c", true),
            ("a **API** c", false),
            ("a `API` c", false),
            ("a API c", false),
            ("the API's \"a\" b", false),
        ] {
            let start = text.find("API").unwrap_or_default();
            let found = is_in_marks(text, Span::new(start, start + 3));
            assert_eq!(found, expected, "{text}");
        }
    }
}

//! Front matter: data at the head of a text, for the program that publishes it. YAML
//! between lines of `---`, TOML between `+++`, or an object of JSON, as Jekyll and Hugo
//! take them before any language of markup. It is nobody's prose.

use serde_json::{Map, Value};

use crate::text::language;
use crate::text::position::BYTE_ORDER_MARK;

/// What programs call the key for a page's language, in small letters.
const LANGUAGE_KEYS: [&str; 7] = [
    "content-language",
    "content_language",
    "contentlanguage",
    "lang",
    "language",
    "languagecode",
    "locale",
];

/// What stands at the head of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// No front matter: the body starts here, behind a byte order mark.
    Body(usize),
    /// Front matter whose end is not there, or not yet.
    Open,
    /// Front matter, behind which the body starts here.
    Front(usize),
}

/// How front matter is written.
#[derive(Clone, Copy)]
enum Data {
    Yaml,
    Toml,
}

/// What stands at the head of a text.
pub fn head(source: &str) -> Head {
    let mark = source
        .strip_prefix(BYTE_ORDER_MARK)
        .map_or(0, |_| BYTE_ORDER_MARK.len());
    let text = &source[mark..];
    let found = if text.starts_with('{') {
        object(text)
    } else {
        let first = text.lines().next().unwrap_or_default();
        match first.trim_end() {
            "---" => fenced(text, Data::Yaml),
            "+++" => fenced(text, Data::Toml),
            _ => Head::Body(0),
        }
    };
    match found {
        Head::Body(_) => Head::Body(mark),
        Head::Front(length) => Head::Front(mark + length),
        Head::Open => Head::Open,
    }
}

/// Where the body of a text starts: behind its byte order mark and its front matter.
pub fn body(source: &str) -> usize {
    match head(source) {
        Head::Body(start) | Head::Front(start) => start,
        Head::Open if source.starts_with(BYTE_ORDER_MARK) => BYTE_ORDER_MARK.len(),
        Head::Open => 0,
    }
}

/// Whether the front matter says that the text is in another language than English.
pub fn is_foreign(source: &str) -> bool {
    let Head::Front(end) = head(source) else {
        return false;
    };
    let said = source[..end].lines().find_map(|line| {
        let line = line.trim_start_matches(['\u{feff}', '{']);
        let (key, value) = line.split_once([':', '='])?;
        let key = key
            .trim_matches([' ', '\t', '"', '\''])
            .to_ascii_lowercase();
        let is_language = LANGUAGE_KEYS.contains(&key.as_str());
        is_language.then(|| value.trim_matches([' ', '\t', '\r', '"', '\'', ',', '[', ']', '}']))
    });
    said.is_some_and(language::is_foreign)
}

/// Lines between two of one kind, each of which can be data.
fn fenced(text: &str, data: Data) -> Head {
    let mut at = 0;
    let mut has_key = false;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        at += line.len();
        let text = line.trim_end();
        let closes = match data {
            Data::Yaml => text == "---" || text == "...",
            Data::Toml => text == "+++",
        };
        match number {
            0 => {}
            1 if closes => return Head::Front(at),
            _ if closes && has_key => return Head::Front(at),
            _ if closes => return Head::Body(0),
            _ => match data.of_line(text, has_key) {
                Some(is_key) => has_key |= is_key,
                // The last line may go on.
                None if line.ends_with('\n') => return Head::Body(0),
                None => return Head::Open,
            },
        }
    }
    Head::Open
}

impl Data {
    /// Whether a line has a key; `None` if it is no data. `within` is whether a key
    /// stands above it.
    fn of_line(self, line: &str, within: bool) -> Option<bool> {
        let is_indented = line.starts_with([' ', '\t']);
        if line.is_empty() || line.starts_with('#') || within && is_indented {
            return Some(false);
        }
        match self {
            Self::Yaml => {
                let goes_on = line.starts_with(['-', ']', '}', '"', '\'']) && within;
                let is_key = line.split_once(':').is_some_and(|(key, rest)| {
                    (rest.is_empty() || rest.starts_with([' ', '\t'])) && is_key(key)
                });
                (is_key || goes_on).then_some(is_key)
            }
            Self::Toml => {
                let is_table = line.starts_with('[');
                let is_key = line
                    .split_once('=')
                    .is_some_and(|(key, _)| is_key(key.trim_end()));
                // Strings and arrays go on over lines.
                (is_table || is_key || within).then_some(is_table || is_key)
            }
        }
    }
}

fn is_key(key: &str) -> bool {
    let name = key.trim_matches(['"', '\'']);
    let is_quoted = name.len() < key.len();
    !name.is_empty() && (is_quoted || !name.contains(char::is_whitespace))
}

/// An object of JSON that ends its line.
fn object(text: &str) -> Head {
    let inside = text[1..].trim_start();
    if !inside.starts_with('"') {
        return if inside.is_empty() {
            Head::Open
        } else {
            Head::Body(0)
        };
    }
    let mut objects = serde_json::Deserializer::from_str(text).into_iter::<Map<String, Value>>();
    match objects.next() {
        Some(Ok(_)) => {
            let end = objects.byte_offset();
            let line = text[end..]
                .find('\n')
                .map_or(text.len(), |length| end + length + 1);
            if text[end..line].trim().is_empty() {
                Head::Front(line)
            } else {
                Head::Body(0)
            }
        }
        Some(Err(error)) if error.is_eof() => Head::Open,
        _ => Head::Body(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bar stands where the body starts.
    #[test]
    fn data_at_the_head_is_found() {
        for marked in [
            "---\ntitle: x\n---\n|Text",
            "---\n---\n|Text",
            "---\r\na:\r\n  - b\r\n\r\n# c\r\n...\r\n|Text",
            "\u{feff}---\n\"a b\": x\n- c\n---\n|",
            "+++\na = 'x'\n[b]\nc = [\n1,\n]\n+++\n|Text",
            "{\n  \"a\": {\"b\": \"}\"}\n}\n|Text",
        ] {
            let (front, body) = marked.split_once('|').expect("the row has a bar");
            let expected = Head::Front(front.len());
            assert_eq!(head(&format!("{front}{body}")), expected, "{marked}");
        }
    }

    #[test]
    fn what_is_no_data_is_text() {
        let table = [
            ("---\ntitle: x\nText", Head::Open),
            ("---\ntit", Head::Open),
            ("{\"a\": [", Head::Open),
            ("---\ntitle: x\n\nText here.\n---\n", Head::Body(0)),
            ("{\"a\": 1} is text\n", Head::Body(0)),
            ("{{ x }}\n", Head::Body(0)),
            ("---\nA title\n---\n", Head::Body(0)),
            ("---\n\nText\n\n---\n", Head::Body(0)),
            ("---\nNote this: x\n---\n", Head::Body(0)),
            ("\u{feff}Text", Head::Body(3)),
            ("Text\n---\na: x\n---\n", Head::Body(0)),
            ("", Head::Body(0)),
        ];
        for (source, expected) in table {
            assert_eq!(head(source), expected, "{source}");
        }
    }

    #[test]
    fn it_may_say_another_language() {
        let table = [
            ("---\nlang: de-AT\n---\n", true),
            ("---\ntitle: x\nLanguage: \"fr\"\n---\n", true),
            ("+++\nlanguage = 'pt_BR'\n+++\n", true),
            ("{\"locale\": \"es\"}\n", true),
            ("+++\nlanguageCode = \"de-de\"\n+++\n", true),
            ("---\ncontent_language: fr\n---\n", true),
            ("---\nlang: en_US\n---\n", false),
            ("---\nlanguage: go\n---\n", false),
            ("---\ntitle: x\n---\nlang: de\n", false),
        ];
        for (source, expected) in table {
            assert_eq!(is_foreign(source), expected, "{source}");
        }
    }
}

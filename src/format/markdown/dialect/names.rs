//! What the dialects name by signs between words: citations, pictures, labels, and what
//! they set above or below the line.

use super::super::super::lines::near;

/// The length of Pandoc's citation that `text` begins with: `[see @key, p. 4]`.
pub(super) fn citation(text: &str) -> Option<usize> {
    let inner = near(text).strip_prefix('[')?;
    let close = inner.find([']', '[', '\n'])?;
    let (inside, behind) = inner.split_at(close);
    let behind = behind.strip_prefix(']')?;
    let cites = inside.match_indices('@').any(|(at, _)| {
        let before = inside[..at].chars().next_back();
        let opens = before.is_none_or(|c| c.is_whitespace() || matches!(c, '-' | ';'));
        opens && inside[at + 1..].starts_with(|c: char| c.is_alphanumeric() || c == '{')
    });
    (cites && !behind.starts_with(['(', '[', ':'])).then_some(close + 2)
}

/// The length of the name of an emoji that stands at `at`: `:name:`, apart from words.
pub(super) fn shortcode(text: &str, at: usize, limit: usize) -> Option<usize> {
    let stands_apart = |c: char| !(c.is_alphanumeric() || matches!(c, ':' | '_'));
    let inside = near(&text[at + 1..limit]);
    let length = inside.find(':')?;
    let (name, behind) = inside.split_at(length);
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-+".contains(c);
    let has_word = name.contains(|c: char| c.is_ascii_alphanumeric());
    let is_name = has_word && name.chars().all(is_part);
    let alone = text[..at].chars().next_back().is_none_or(stands_apart)
        && behind[1..].chars().next().is_none_or(stands_apart);
    (is_name && alone).then_some(length + 2)
}

/// The length of what names something at `at` in GitLab: `~label`, `~"two words"`,
/// `%"a milestone"`.
pub(super) fn reference(text: &str, at: usize, limit: usize) -> Option<usize> {
    let stands_apart = |c: char| !(c.is_alphanumeric() || matches!(c, '~' | '%' | '/' | '\\'));
    if !text[..at].chars().next_back().is_none_or(stands_apart) {
        return None;
    }
    let behind = near(&text[at + 1..limit]);
    if let Some(name) = behind.strip_prefix('"') {
        let length = name.find(['"', '\n'])?;
        return (length > 0 && name[length..].starts_with('"')).then_some(length + 3);
    }
    let is_part = |c: char| c.is_alphanumeric() || "_-.:&+".contains(c);
    let name = &behind[..behind.find(|c| !is_part(c)).unwrap_or(behind.len())];
    // What ends with a tilde, too, is struck out.
    let is_label = text[at..].starts_with('~')
        && name.starts_with(char::is_alphabetic)
        && !behind[name.len()..].starts_with('~');
    is_label.then(|| 1 + name.trim_end_matches(['.', ':']).len())
}

/// How long what stands above or below the line may be.
const LONGEST_SCRIPT: usize = 60;

/// The length of what Pandoc sets above or below the line: `^th^`, and `~2~` behind a word.
pub(super) fn script(text: &str, at: usize, limit: usize) -> Option<usize> {
    let sign = text.as_bytes()[at] as char;
    let before = text[..at].chars().next_back();
    let fits = match sign {
        '~' => before.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | ']' | '*')),
        _ => before.is_none_or(|c| !matches!(c, '^' | '[' | '\\')),
    };
    let behind = &text[at + 1..limit];
    let behind = &behind[..behind.floor_char_boundary(LONGEST_SCRIPT)];
    let length = behind.find(sign).filter(|length| *length > 0 && fits)?;
    let inside = behind[..length].replace("\\ ", "");
    let is_script = !inside.contains(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '`'))
        && !behind[length + 1..].starts_with(sign);
    is_script.then_some(length + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gitlab_names_things_behind_signs() {
        for (text, expected) in [
            ("see ~bug, and", Some("~bug")),
            ("see ~\"a b\" and", Some("~\"a b\"")),
            ("see ~a::b. And", Some("~a::b")),
            ("see %\"1 a\" and", Some("%\"1 a\"")),
            ("see ~struck~ out", None),
            ("see ~500 of them", None),
            ("see ~/a/b", None),
            ("a~b", None),
            ("50%\" and \"", None),
        ] {
            let at = text.find(['~', '%']).unwrap_or_default();
            let length = reference(text, at, text.len());
            let found = length.map(|length| &text[at..at + length]);
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn scripts_hold_no_space() {
        for (text, expected) in [
            ("H~2~O", Some("~2~")),
            ("a^b\\ c^ d", Some("^b\\ c^")),
            ("^th^", Some("^th^")),
            ("a~b c~", None),
            ("a~~b~~", None),
            (" ~b~", None),
            ("[^1][^2]", None),
            ("a^b", None),
        ] {
            let at = text.find(['~', '^']).unwrap_or_default();
            let length = script(text, at, text.len());
            let found = length.map(|length| &text[at..at + length]);
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn names_of_emoji_stand_apart() {
        for (text, expected) in [
            (":use: it", Some(":use:")),
            ("(:a_b-1:)", Some(":a_b-1:")),
            (":+1:", Some(":+1:")),
            ("Note: use: it", None),
            ("a:use:b", None),
            ("a :use:b", None),
            ("std::use::b", None),
            (":Use:", None),
            ("|:--:|", None),
            (":use it:", None),
        ] {
            let at = text.find(':').unwrap_or_default();
            let length = shortcode(text, at, text.len());
            assert_eq!(
                length.map(|length| &text[at..at + length]),
                expected,
                "{text}"
            );
        }
    }
}

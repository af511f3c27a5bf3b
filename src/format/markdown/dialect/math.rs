//! Formulas in all their spellings: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, both with two
//! backslashes, environments of LaTeX. Sums of money are none: the rules for `$` are those
//! of Pandoc and GitHub.

use super::super::super::lines::near;

/// How long a formula between two `$` may be, and how many `$` are looked at for its end.
const LONGEST: usize = 1_000;
const MOST: usize = 16;

/// How long an environment may be.
const LONGEST_ENVIRONMENT: usize = 20_000;

/// The length of the formula that begins with the `$` at `at`; it does not reach over
/// `limit`.
pub(super) fn dollars(text: &str, at: usize, limit: usize) -> Option<usize> {
    let rest = &text[at..limit];
    if let Some(inner) = rest.strip_prefix("$$") {
        return near(inner).find("$$").map(|length| length + 4);
    }
    let inner = &rest[1..];
    let opens = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '$')
        && !inner.starts_with(char::is_whitespace);
    if !opens {
        return None;
    }
    let near = &inner[..inner.floor_char_boundary(LONGEST)];
    if let Some(code) = near.strip_prefix('`') {
        return code.find("`$").map(|length| length + 4);
    }
    near.match_indices('$').take(MOST).find_map(|(close, _)| {
        let before = &inner[..close];
        let behind = &inner[close + 1..];
        let closes = close > 0
            && !before.ends_with(|c: char| c.is_whitespace() || c == '\\')
            && !behind.starts_with(|c: char| c.is_ascii_digit() || c == '{');
        (closes && !before.contains('`')).then_some(close + 2)
    })
}

/// The length of the formula that begins with a backslash; all but an environment ends
/// before `limit`.
pub(super) fn backslash(text: &str, at: usize, limit: usize) -> Option<usize> {
    let rest = &text[at..];
    if let Some(name) = rest.strip_prefix("\\begin{") {
        let name = &name[..=near(name).find('}')?];
        let body = &rest[..rest.floor_char_boundary(LONGEST_ENVIRONMENT)];
        let end = format!("\\end{{{name}");
        return Some(body.find(&end)? + end.len());
    }
    let rest = near(&text[at..limit]);
    for (open, close) in [("\\\\(", "\\\\)"), ("\\\\[", "\\\\]")] {
        if let Some(inner) = rest.strip_prefix(open) {
            return inner.find(close).map(|length| length + 6);
        }
    }
    for (open, close) in [("\\(", "\\)"), ("\\[", "\\]")] {
        if let Some(inner) = rest.strip_prefix(open) {
            let length = inner.find(close)?;
            return (!is_prose(&inner[..length])).then_some(length + 4);
        }
    }
    None
}

/// Whether brackets whose backslashes only say that they are brackets hold words.
fn is_prose(inside: &str) -> bool {
    let is_word = |word: &str| {
        let word = word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '\\');
        word.len() > 1 && word.chars().all(char::is_alphabetic)
    };
    let words = inside
        .split_whitespace()
        .filter(|word| is_word(word))
        .count();
    words > 2 && !inside.contains(['\\', '^', '_', '=', '{', '}', '<', '>', '+'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_end_where_pandoc_and_github_end_them() {
        let table = [
            ("$a$", Some("$a$")),
            ("$n$th", Some("$n$")),
            ("$`a$b`$ c", Some("$`a$b`$")),
            ("$$a\nb$$", Some("$$a\nb$$")),
            ("${\\bf x}$ a", Some("${\\bf x}$")),
            ("$5 a and $6 b", None),
            ("$5 a$6", None),
            ("$ a$", None),
            ("$a `b$` c$", None),
            ("$A/${B}", None),
            ("$a\\$ b", None),
            ("\\(a\\) b", Some("\\(a\\)")),
            ("\\[ \\text{a b c d} \\] e", Some("\\[ \\text{a b c d} \\]")),
            ("\\(see the list\\)", None),
            ("\\\\(a b c d\\\\) e", Some("\\\\(a b c d\\\\)")),
            ("\\\\[ a \\\\] b", Some("\\\\[ a \\\\]")),
            (
                "\\begin{align*}\na\n\nb\\end{align*} c",
                Some("\\begin{align*}\na\n\nb\\end{align*}"),
            ),
            ("\\begin{a}", None),
            ("\\* a", None),
        ];
        for (text, expected) in table {
            let length = match text.as_bytes()[0] {
                b'$' => dollars(text, 0, text.len()),
                _ => backslash(text, 0, text.len()),
            };
            assert_eq!(length.map(|length| &text[..length]), expected, "{text}");
        }
    }

    #[test]
    fn a_dollar_behind_a_word_or_a_number_opens_nothing() {
        for text in ["US$5 and US$6", "5$ and 6$"] {
            for (at, _) in text.match_indices('$') {
                assert_eq!(dollars(text, at, text.len()), None, "{text}");
            }
        }
    }
}

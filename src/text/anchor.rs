//! Anchors of headings, as site builders make them of the headings' words. Each has
//! rules of its own for spaces, punctuation and capitals; but all keep letters and
//! digits in their order. So a heading and a link to it are compared by those alone,
//! and what is known of a builder is which letters it leaves out besides.

use unicode_normalization::UnicodeNormalization;

use super::word::is_combining_mark;

/// Which letters and digits of a heading an anchor is made without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Without {
    /// What stands before the first letter: the number of a chapter.
    Start,
    /// Letters that no accent makes of one of `a` to `z`.
    Foreign,
    /// Letters that are not `a` to `z`, accents or not.
    Accented,
    /// The name in `:rocket:`, which becomes a picture.
    Shortcodes,
}

/// Who makes anchors, and what they are without. `docs/rewriting.md` says where each
/// is described.
const SCHEMES: [(&str, &[Without]); 14] = [
    ("GitHub", &[]),
    ("GitLab", &[]),
    ("GitLab, emoji", &[Without::Shortcodes]),
    ("Docusaurus", &[]),
    ("VitePress", &[]),
    ("Hugo", &[]),
    ("mdBook", &[]),
    ("Asciidoctor", &[]),
    ("Org", &[]),
    ("Pandoc", &[Without::Start]),
    ("Python-Markdown", &[Without::Foreign]),
    (
        "Python-Markdown, emoji",
        &[Without::Shortcodes, Without::Foreign],
    ),
    ("docutils", &[Without::Foreign, Without::Start]),
    ("kramdown", &[Without::Accented, Without::Start]),
];

/// What hosts put before the anchors of a heading.
const PREFIXES: [&str; 2] = ["user-content-", "markdown-header-"];

/// Letters and digits of a heading, as each scheme keeps them; none twice.
pub fn keys_of_heading(words: &str) -> Vec<String> {
    let mut keys = Vec::with_capacity(1);
    for (_, without) in SCHEMES {
        let key = key_without(words, without);
        if !key.is_empty() && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// Letters and digits of the anchor that a link names.
pub fn key_of_link(anchor: &str) -> String {
    let decoded = percent_decoded(anchor);
    let bare = PREFIXES
        .iter()
        .find_map(|prefix| decoded.strip_prefix(prefix));
    key(bare.unwrap_or(&decoded))
}

/// The key of a link without the number that tells a heading from others of the same
/// words (`costs-1`).
pub fn unnumbered(key: &str) -> &str {
    match key.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "" => key,
        words => words,
    }
}

/// Small letters and digits, accents aside.
pub fn key(text: &str) -> String {
    if text.is_ascii() {
        let kept = text.bytes().filter(u8::is_ascii_alphanumeric);
        return kept
            .map(|byte| char::from(byte.to_ascii_lowercase()))
            .collect();
    }
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c));
    let small = plain.flat_map(char::to_lowercase);
    small.filter(|c| c.is_alphanumeric()).collect()
}

fn key_without(words: &str, without: &[Without]) -> String {
    let mut words = words.to_owned();
    if without.contains(&Without::Shortcodes) {
        words = without_shortcodes(&words);
    }
    if without.contains(&Without::Accented) {
        words.retain(|c| c.is_ascii());
    }
    let mut key = key(&words);
    if without.contains(&Without::Foreign) {
        key.retain(|c| c.is_ascii());
    }
    if without.contains(&Without::Start) {
        let start = key.find(char::is_alphabetic).unwrap_or(key.len());
        key.drain(..start);
    }
    key
}

/// A text without `:names:` of pictures.
fn without_shortcodes(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(':') {
        let behind = &rest[open + 1..];
        let of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '+');
        let name = behind.find(|c| !of_name(c)).unwrap_or(behind.len());
        let closed = name > 0 && behind[name..].starts_with(':');
        kept.push_str(&rest[..open]);
        rest = if closed { &behind[name + 1..] } else { behind };
    }
    kept + rest
}

/// A text with `%20` as the character that it stands for.
pub fn percent_decoded(text: &str) -> String {
    String::from_utf8_lossy(&percent_bytes(text.as_bytes())).into_owned()
}

/// Bytes with `%20` as the byte that it stands for.
pub(super) fn percent_bytes(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, behind @ ..] = rest {
        let digits = behind.get(..2).filter(|_| *first == b'%');
        let digits = digits.filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let value = digits
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(value.unwrap_or(*first));
        rest = if value.is_some() {
            &behind[2..]
        } else {
            behind
        };
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a text has the words of the heading that an anchor names.
    fn names_the_same(words: &str, anchor: &str) -> bool {
        let named = key_of_link(anchor);
        let mut keys = keys_of_heading(words).into_iter();
        keys.any(|key| key == named || key == unnumbered(&named))
    }

    #[test]
    fn each_scheme_finds_its_heading() {
        let table = [
            ("GitHub", "Utilize `git` + `make`", "utilize-git--make"),
            ("GitHub", "The MVP: what & why?", "the-mvp-what--why"),
            ("GitHub", "🚀 Let's commence", "-lets-commence"),
            ("GitHub", ":rocket: Commence", "rocket-commence"),
            ("GitHub", "Commence", "user-content-commence"),
            ("GitHub", "Écrire  à tous", "%C3%A9crire--%C3%A0-tous"),
            ("GitHub", "Commence", "commence-2"),
            ("GitLab", "A & B -- C", "a-b-c"),
            ("GitLab", ":rocket: Commence", "commence"),
            ("Docusaurus", "`--leverage` it", "--leverage-it"),
            ("VitePress", "1.2 Écrire", "_1-2-ecrire"),
            ("Hugo", "What's new in 2.0?", "whats-new-in-20"),
            ("mdBook", "The *MVP*", "the-mvp"),
            ("Asciidoctor", "Utilize `git`", "_utilize_git"),
            ("Asciidoctor", "Utilize git.", "_utilize_git_2"),
            ("Asciidoctor", "Utilize git", "utilize-git"),
            ("Pandoc", "3. The MVP, v1.0", "the-mvp-v1.0"),
            ("Python-Markdown", "Café für 客户", "cafe-fur"),
            ("Python-Markdown", "Commence", "commence_1"),
            ("Python-Markdown", "Rules :material-api: here", "rules-here"),
            ("docutils", "2 Ways: Café_bar", "ways-cafe-bar"),
            ("kramdown", "1. Café plans", "caf-plans"),
            ("Bitbucket", "Commence now", "markdown-header-commence-now"),
            ("Azure", "What (and why)", "what-%28and-why%29"),
        ];
        for (scheme, heading, anchor) in table {
            assert!(names_the_same(heading, anchor), "{scheme}: {heading}");
        }
    }

    #[test]
    fn other_words_are_another_heading() {
        let table = [
            ("The MVP", "the-mvp-costs"),
            ("The MVP", "mvp"),
            ("2024", "2025"),
            ("客户", ""),
            ("", "2"),
        ];
        for (heading, anchor) in table {
            assert!(!names_the_same(heading, anchor), "{heading}");
        }
    }

    #[test]
    fn what_is_percent_encoded_is_read() {
        let table = [
            ("a%20b", "a b"),
            ("100%", "100%"),
            ("%zz%C3%A9", "%zzé"),
            ("%c3", "\u{fffd}"),
        ];
        for (text, expected) in table {
            assert_eq!(percent_decoded(text), expected);
        }
    }
}

//! What a text is whose name does not tell: marks at its start that only programs
//! write, and lists that have no sentence.

use crate::document::{Format, Markup};

/// How much of a file is looked at.
const HEAD: usize = 8 * 1024;

/// From how many lines on words without a blank between them are a list.
const LIST: usize = 20;

/// How a file begins, whatever its name says.
const SIGNATURES: [(&str, &str); 5] = [
    ("%PDF-", "PDF"),
    ("%!PS", "a drawing"),
    ("{\\rtf", "RTF"),
    ("-----BEGIN PGP ", "a key or a signature"),
    ("-----BEGIN CERTIFICATE", "a certificate"),
];

/// How a file begins whose name says nothing.
const BEGINNINGS: [(&str, &str); 8] = [
    ("#!/", "code"),
    ("diff --git ", "a patch"),
    ("[Adblock", "a list for a tool"),
    (".TH ", "a manual page"),
    (".Dd ", "a manual page"),
    (".\\\"", "a manual page"),
    ("'\\\"", "a manual page"),
    ("<svg", "a drawing"),
];

/// What a file is that does not begin as a text for people does. `format` is what its
/// name tells, if that is more than "text".
pub(in crate::format) fn by_content(
    format: Option<&dyn Format>,
    bytes: &[u8],
) -> Option<&'static str> {
    let head = head(bytes);
    let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head);
    let begins = |(mark, _): &&(&str, &'static str)| head.starts_with(mark.as_bytes());
    let signed = SIGNATURES.iter().find(begins);
    let is_xml = || {
        let may_be = format.is_none_or(|format| format.markup() != Markup::Html);
        may_be && head.starts_with(b"<?xml")
    };
    let found = signed.map(|(_, what)| *what);
    let found = found.or_else(|| is_xml().then_some("XML"));
    if found.is_some() || format.is_some() {
        return found;
    }
    let begun = BEGINNINGS.iter().find(begins);
    begun
        .map(|(_, what)| *what)
        .or_else(|| is_json(bytes).then_some("JSON"))
        .or_else(|| told_by_lines(&String::from_utf8_lossy(head)))
}

/// The first lines of a text; all of one that is short.
fn head(bytes: &[u8]) -> &[u8] {
    let Some(head) = bytes.get(..HEAD) else {
        return bytes;
    };
    let last = head.iter().rposition(|byte| *byte == b'\n');
    &head[..last.unwrap_or(HEAD)]
}

/// What lines are that have a form of their own.
fn told_by_lines(text: &str) -> Option<&'static str> {
    if is_patch(text) {
        Some("a patch")
    } else if is_vim_help(text) {
        Some("a help file of Vim")
    } else if is_list_of_packages(text) {
        Some("a list of packages")
    } else if is_settings(text) {
        Some("settings of a program")
    } else if is_list_of_words(text) {
        Some("a list of words")
    } else {
        None
    }
}

/// An object or an array of strings and such, and nothing behind it.
fn is_json(bytes: &[u8]) -> bool {
    let text = bytes.trim_ascii();
    let (first, rest, last) = match text {
        [first, rest @ .., last] => (first, rest.trim_ascii_start(), last),
        _ => return false,
    };
    match (first, last) {
        (b'{', b'}') => rest.starts_with(b"\""),
        (b'[', b']') => rest.starts_with(b"\"") || rest.starts_with(b"{") || rest.starts_with(b"["),
        _ => false,
    }
}

fn is_patch(text: &str) -> bool {
    let mut lines = text.lines();
    let (first, second) = (lines.next(), lines.next());
    let begins = |line: Option<&str>, mark| line.is_some_and(|line| line.starts_with(mark));
    begins(first, "--- ") && begins(second, "+++ ")
        || begins(first, "Index: ") && begins(second, "======")
}

/// Its first line is its own name, as other help files point at it.
fn is_vim_help(text: &str) -> bool {
    let first = text.split_ascii_whitespace().next();
    first.is_some_and(|word| word.starts_with('*') && word.ends_with(".txt*"))
}

/// Lines that say something: no blank ones, no comments.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Names of packages, of which one has a version: `name>=1.2`.
fn is_list_of_packages(text: &str) -> bool {
    let mut has_version = false;
    let is_package = |line: &str| {
        let end = line.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.[],".contains(c)));
        let (name, rest) = line.split_at(end.unwrap_or(line.len()));
        let rest = rest.trim_start();
        let compares = ["==", ">=", "<=", "~=", "!="];
        let version = compares.iter().any(|sign| rest.starts_with(sign));
        has_version |= version;
        let is_option = name.starts_with('-');
        is_option || !name.is_empty() && (version || rest.is_empty() || rest.starts_with(';'))
    };
    lines(text).all(is_package) && has_version
}

/// Sections in brackets, and values behind their names: `name=value`.
fn is_settings(text: &str) -> bool {
    let mut has_section = false;
    let is_setting = |line: &str| {
        let is_section = line.starts_with('[') && line.ends_with(']');
        has_section |= is_section;
        let name = line.split_once('=').map(|(name, _)| name.trim_end());
        let is_name = |name: &str| !name.is_empty() && !name.contains(char::is_whitespace);
        is_section || line.starts_with(';') || name.is_some_and(is_name)
    };
    lines(text).all(is_setting) && has_section
}

/// Many lines, and each a word. Scripts that have no blanks do not count.
fn is_list_of_words(text: &str) -> bool {
    let is_word = |line: &str| !line.contains(|c: char| c.is_whitespace() || c > '\u{24f}');
    lines(text).all(is_word) && lines(text).count() >= LIST
}

//! Text of strangers on a terminal or in a log: what could move the cursor or change
//! colours is shown instead of sent.

use std::borrow::Cow;

/// `text` with control characters as their pictures (`␛` for an escape).
pub fn sanitize(text: &str) -> Cow<'_, str> {
    let harmless = |byte: &u8| (0x20..0x7f).contains(byte);
    if text.as_bytes().iter().all(harmless) || !text.chars().any(char::is_control) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(pictured).collect())
}

/// The same, a line a line.
pub fn sanitize_lines(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') {
        return sanitize(text);
    }
    let lines = text.split('\n').map(|line| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        sanitize(line)
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

/// A source line for a renderer that shows the other control characters itself: without
/// those above ASCII, and as long as before.
pub fn sanitize_line(text: &str) -> String {
    text.replace(|c: char| !c.is_ascii() && c.is_control(), "\u{b7}")
}

/// What is shown of a character; a tab is a space.
pub fn pictured(c: char) -> char {
    match c {
        '\t' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown() {
        assert_eq!(sanitize("a\u{1b}[31mb\tc\n"), "a␛[31mb c␊");
        assert_eq!(sanitize("\u{9b}2J\u{7f}\r"), "\u{fffd}2J␡␍");
        assert_eq!(sanitize("café"), "café");
        assert_eq!(sanitize_line("a\u{9b}é\u{1b}"), "a·é\u{1b}");
        assert_eq!(sanitize_lines("a\u{7}\r\nb\rc\n"), "a␇\nb␍c\n");
    }
}

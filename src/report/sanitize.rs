//! Text of strangers on a terminal: what could move the cursor or change colours
//! is shown instead of sent.

use std::borrow::Cow;

/// `text` with control characters as their pictures (`␛` for an escape).
pub fn sanitize(text: &str) -> Cow<'_, str> {
    let harmless = |byte: &u8| (0x20..0x7f).contains(byte);
    if text.as_bytes().iter().all(harmless) || !text.chars().any(char::is_control) {
        return Cow::Borrowed(text);
    }
    let pictured = text.chars().map(|c| match c {
        '\t' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    });
    Cow::Owned(pictured.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown() {
        assert_eq!(sanitize("a\u{1b}[31mb\tc\n"), "a␛[31mb c␊");
        assert_eq!(sanitize("café"), "café");
    }
}

//! Character references in HTML text.

use html5gum::Tokenizer;
use html5gum::emitters::default::Token;

/// The longest name is `CounterClockwiseContourIntegral`.
const LONGEST: usize = 33;

/// The length of the reference that `text` starts with, and what it stands for;
/// `None` when it is no reference, so that it reads as it is written.
pub(super) fn decode(text: &str) -> (usize, Option<String>) {
    let name = text[1..]
        .bytes()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
        .count();
    let length = 1 + name;
    if !text[length..].starts_with(';') {
        return (length, None);
    }
    let reference = &text[..=length];
    // The reader of HTML has the whole table of names.
    let decoded = match Tokenizer::new(reference).next() {
        Some(Ok(Token::String(text))) => String::from_utf8(text.to_vec()).ok(),
        _ => None,
    };
    (
        reference.len(),
        decoded.filter(|decoded| decoded != reference),
    )
}

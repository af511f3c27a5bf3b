//! The words of a text, each with a hash of its folded letters: what a search
//! looks up.

use crate::text::fold::Folding;
use crate::text::word::{is_apostrophe, is_hyphen, is_invisible, is_word_char, is_word_space};

/// A place where a term can begin: a word, or a sign that is part of none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) hash: u32,
}

/// Whether `c` can stand between the words of a term.
fn joins(c: char) -> bool {
    is_word_space(c) || is_hyphen(c) || is_invisible(c)
}

/// Letters and digits of ASCII as small letters, nought for all else.
const FOLDED: [u8; 256] = {
    let mut folded = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            folded[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    folded
};

/// The words and signs of a text.
pub(crate) fn words(text: &str) -> impl Iterator<Item = Word> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.as_bytes()[at..].iter();
        at += rest.take_while(|byte| **byte == b' ').count();
        let word = word_at(text, at)?;
        at = word.end;
        Some(word)
    })
}

/// The words and signs that terms are told apart by: all but what only stands between
/// words, where a space and a hyphen are alike.
pub(crate) fn letters(text: &str) -> impl Iterator<Item = Word> {
    words(text).filter(|word| {
        let is_plain = text.as_bytes()[word.start].is_ascii_alphanumeric();
        is_plain || !text[word.start..].starts_with(joins)
    })
}

/// The word or sign that starts at `start`, unless the text ends there.
fn word_at(text: &str, start: usize) -> Option<Word> {
    let bytes = text.as_bytes();
    let mut end = start;
    let mut hash = Hash::default();
    for &byte in &bytes[start..] {
        let folded = FOLDED[usize::from(byte)];
        if folded == 0 {
            break;
        }
        hash.add(folded);
        end += 1;
    }
    let hash = match bytes.get(end) {
        None if end == start => return None,
        Some(&byte) if !byte.is_ascii() || is_word_char(char::from(byte)) => {
            let sign = text[end..].chars().next();
            match sign.filter(|&c| end == start && !is_word_char(c)) {
                Some(sign) => {
                    end += sign.len_utf8();
                    hash_of_sign(sign)
                }
                None => {
                    end = end_of_word(text, end);
                    hash_of_folded(&text[start..end])
                }
            }
        }
        Some(&sign) if end == start => {
            end += 1;
            hash.add(sign);
            hash.finish()
        }
        _ => hash.finish(),
    };
    Some(Word { start, end, hash })
}

/// Where the word ends that goes up to `at` at least.
fn end_of_word(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let length = rest.find(|c: char| !is_word_char(c) && !is_invisible(c));
    at + length.unwrap_or(rest.len())
}

fn hash_of_sign(sign: char) -> u32 {
    let mut hash = Hash::default();
    let folded = if is_apostrophe(sign) { '\'' } else { sign };
    let mut buffer = [0; 4];
    folded
        .encode_utf8(&mut buffer)
        .bytes()
        .for_each(|byte| hash.add(byte));
    hash.finish()
}

fn hash_of_folded(word: &str) -> u32 {
    let mut hash = Hash::default();
    let mut buffer = [0; 4];
    for (c, _) in Folding::new(word, 0) {
        c.encode_utf8(&mut buffer)
            .bytes()
            .for_each(|byte| hash.add(byte));
    }
    hash.finish()
}

/// A hash of few instructions a byte; words are short, and a wrong guess costs
/// one comparison.
#[derive(Clone, Copy, Default)]
struct Hash(u64);

impl Hash {
    fn add(&mut self, byte: u8) {
        // The multiplier of Fx, the hash of the Rust compiler.
        self.0 = (self.0.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn finish(self) -> u32 {
        (self.0 >> 32) as u32
    }
}

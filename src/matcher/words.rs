//! The words of a text, each with a hash of its folded letters: what a search
//! looks up.

use crate::text::fold::Folding;
use crate::text::word::{is_apostrophe, is_invisible, is_word_char};

/// A place where a term can begin: a word, or a sign that is part of none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) hash: u32,
}

impl Word {
    /// The first byte of the word behind a single space, if that is plain to see;
    /// else nought.
    pub(crate) fn second(&self, text: &str) -> u8 {
        match text.as_bytes().get(self.end..self.end + 2) {
            Some(&[b' ', byte]) if byte.is_ascii_alphanumeric() => byte.to_ascii_lowercase(),
            _ => 0,
        }
    }
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
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        at += bytes[at..].iter().take_while(|byte| **byte == b' ').count();
        let start = at;
        let mut hash = Hash::default();
        for &byte in &bytes[start..] {
            let folded = FOLDED[usize::from(byte)];
            if folded == 0 {
                break;
            }
            hash.add(folded);
            at += 1;
        }
        let hash = match bytes.get(at) {
            None if at == start => return None,
            Some(&byte) if !byte.is_ascii() || is_word_char(char::from(byte)) => {
                match text[at..]
                    .chars()
                    .next()
                    .filter(|&c| at == start && !is_word_char(c))
                {
                    Some(sign) => {
                        at += sign.len_utf8();
                        hash_of_sign(sign)
                    }
                    None => {
                        at = end_of_word(text, at);
                        hash_of_folded(&text[start..at])
                    }
                }
            }
            Some(&sign) if at == start => {
                at += 1;
                hash.add(sign);
                hash.finish()
            }
            _ => hash.finish(),
        };
        Some(Word {
            start,
            end: at,
            hash,
        })
    })
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

//! What is done to every value that is read of a file that people write. Its texts end up
//! on terminals and in logs, by way of every report and message, so none keeps a
//! character that could control one: it is shown instead. And a file is read in pieces,
//! so that places are moved to where they are in the whole.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::value::Datetime;

use super::choice::{Case, PartOfSpeech, Rewrite, Status};
use crate::finding::Severity;
use crate::text::sanitize::sanitize_lines;

/// What was read of a file; a value without texts and places is left as it is.
pub(crate) trait FileValue {
    /// Shows what its texts have of control characters, line breaks aside.
    fn disarm(&mut self) {}

    /// Moves its places: it was read of text that starts at `offset` of its file, in
    /// bytes.
    fn shift(&mut self, offset: usize) {
        let _ = offset;
    }
}

impl FileValue for bool {}
impl FileValue for Case {}
impl FileValue for Datetime {}
impl FileValue for PartOfSpeech {}
impl FileValue for Rewrite {}
impl FileValue for Severity {}
impl FileValue for Status {}

impl FileValue for String {
    fn disarm(&mut self) {
        if !self.chars().any(char::is_control) {
            return;
        }
        // A picture is something, and there is nothing to show.
        if self.trim().is_empty() {
            self.retain(|c| c == '\n' || !c.is_control());
        } else {
            *self = sanitize_lines(self).into_owned();
        }
    }
}

impl FileValue for Spanned<String> {
    fn disarm(&mut self) {
        self.get_mut().disarm();
    }

    fn shift(&mut self, offset: usize) {
        let span = self.span();
        let text = std::mem::take(self.get_mut());
        *self = Self::new(span.start + offset..span.end + offset, text);
    }
}

impl<T: FileValue> FileValue for Option<T> {
    fn disarm(&mut self) {
        self.iter_mut().for_each(T::disarm);
    }

    fn shift(&mut self, offset: usize) {
        if let Some(value) = self {
            value.shift(offset);
        }
    }
}

impl<T: FileValue> FileValue for Vec<T> {
    fn disarm(&mut self) {
        self.iter_mut().for_each(T::disarm);
    }

    fn shift(&mut self, offset: usize) {
        for value in self {
            value.shift(offset);
        }
    }
}

impl FileValue for BTreeMap<String, String> {
    fn disarm(&mut self) {
        let texts = std::mem::take(self).into_iter().map(|mut text| {
            text.0.disarm();
            text.1.disarm();
            text
        });
        *self = texts.collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_blank_stays_blank() {
        for (text, expected) in [
            ("\r", ""),
            (" \u{85}\n", " \n"),
            ("a\r", "a␍"),
            ("a\u{1b}", "a␛"),
            ("\u{1b}", "␛"),
        ] {
            let mut text = text.to_owned();
            text.disarm();
            assert_eq!(text, expected);
        }
    }
}

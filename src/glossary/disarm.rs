//! Texts of a glossary end up on terminals and in logs, by way of every report and
//! message. So none keeps a character that could control one: it is shown instead.

use std::collections::BTreeMap;

use toml::Spanned;

use super::schema::{Example, Header, Inflections, OneOrMany, Term};
use crate::text::sanitize::sanitize_lines;

/// What consists of texts.
pub(crate) trait Disarm {
    /// Shows what its texts have of control characters, line breaks aside.
    fn disarm(&mut self);
}

impl Disarm for String {
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

impl Disarm for Spanned<String> {
    fn disarm(&mut self) {
        self.get_mut().disarm();
    }
}

impl<T: Disarm> Disarm for Option<T> {
    fn disarm(&mut self) {
        self.iter_mut().for_each(T::disarm);
    }
}

impl<T: Disarm> Disarm for Vec<T> {
    fn disarm(&mut self) {
        self.iter_mut().for_each(T::disarm);
    }
}

impl Disarm for BTreeMap<String, String> {
    fn disarm(&mut self) {
        let texts = std::mem::take(self).into_iter().map(|mut text| {
            text.0.disarm();
            text.1.disarm();
            text
        });
        *self = texts.collect();
    }
}

impl Disarm for OneOrMany {
    fn disarm(&mut self) {
        match self {
            Self::One(text) => text.disarm(),
            Self::Many(texts) => texts.disarm(),
        }
    }
}

impl Disarm for Example {
    fn disarm(&mut self) {
        self.text.disarm();
        self.becomes.disarm();
    }
}

impl Disarm for Inflections {
    fn disarm(&mut self) {
        let Self {
            third_person,
            past,
            past_participle,
            present_participle,
            plural,
            comparative,
            superlative,
        } = self;
        for forms in [
            third_person,
            past,
            past_participle,
            present_participle,
            plural,
            comparative,
            superlative,
        ] {
            forms.disarm();
        }
    }
}

impl Disarm for Header {
    fn disarm(&mut self) {
        let Self {
            name,
            title,
            description,
            language: _,
            known_to,
            version,
            license,
            label,
        } = self;
        name.disarm();
        title.disarm();
        known_to.disarm();
        for text in [description, version, license, label] {
            text.disarm();
        }
    }
}

impl Disarm for Term {
    fn disarm(&mut self) {
        let Self {
            term,
            id,
            part_of_speech: _,
            plain,
            plain_gb,
            expansion,
            definition,
            aliases,
            inflections,
            plain_inflections,
            separable: _,
            head,
            rewrite: _,
            severity: _,
            case: _,
            known_to,
            except,
            about,
            // Patterns are compared, and shown by their place alone.
            only_when: _,
            never_when: _,
            hold_when: _,
            meanings,
            examples,
            note,
            see_also,
            tags,
            source,
            owner,
            review_by: _,
            status: _,
        } = self;
        term.disarm();
        id.disarm();
        head.disarm();
        plain.disarm();
        plain_gb.disarm();
        known_to.disarm();
        meanings.disarm();
        examples.disarm();
        for text in [expansion, definition, note, source, owner] {
            text.disarm();
        }
        for texts in [aliases, except] {
            texts.disarm();
        }
        for texts in [see_also, tags, about] {
            texts.disarm();
        }
        for forms in [inflections, plain_inflections] {
            forms.disarm();
        }
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

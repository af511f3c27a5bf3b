//! How text is written so that it reads as itself in a language of markup.

use std::borrow::Cow;

/// A language of markup.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Markup {
    /// None: text is what it is.
    #[default]
    Plain,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// XML of an office document: text stands in runs, and what is written in the
    /// place of several goes to the first.
    Runs,
}

impl Markup {
    /// Whether a footnote can be written in it, or explanations at a text's end.
    pub fn takes_footnotes(self) -> bool {
        matches!(self, Self::Plain | Self::Markdown)
    }

    /// `text` as it is written in running prose.
    pub fn escape(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Plain => Cow::Borrowed(text),
            Self::Markdown => escaped(text, |c| match c {
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' => {
                    Some(format!("\\{c}"))
                }
                _ => None,
            }),
            Self::Html | Self::Runs => escaped(text, |c| match c {
                '&' => Some("&amp;".to_owned()),
                '<' => Some("&lt;".to_owned()),
                '>' => Some("&gt;".to_owned()),
                _ => None,
            }),
        }
    }
}

fn escaped(text: &str, escape: impl Fn(char) -> Option<String>) -> Cow<'_, str> {
    if !text.chars().any(|c| escape(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let escaped = text
        .chars()
        .map(|c| escape(c).unwrap_or_else(|| c.to_string()));
    Cow::Owned(escaped.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_characters_read_as_themselves() {
        let table = [
            (Markup::Plain, "a < b", "a < b"),
            (Markup::Html, "R&D < b", "R&amp;D &lt; b"),
            (Markup::Runs, "R&D > b", "R&amp;D &gt; b"),
            (Markup::Markdown, "a*b_c", "a\\*b\\_c"),
            (Markup::Markdown, "plain words", "plain words"),
        ];
        for (markup, text, expected) in table {
            assert_eq!(markup.escape(text), expected);
        }
    }
}

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
    /// reStructuredText.
    Rst,
    /// `AsciiDoc`, Org: signs at the edge of words are markup, and nothing makes all
    /// of them text.
    Signs,
    /// LaTeX.
    Latex,
    /// A string in quotation marks, as gettext writes it.
    Quoted,
    /// Comments in code.
    Comment,
    /// A mail's body as it stands, whatever its letters.
    Mail,
    /// A mail's body in quoted-printable.
    QuotedPrintable,
}

impl Markup {
    /// Whether a footnote can be written in it, or explanations at a text's end.
    pub fn takes_footnotes(self) -> bool {
        matches!(self, Self::Plain | Self::Markdown)
    }

    /// Whether words can be taken for markup where they are written, so that a
    /// rewritten block is looked at again.
    pub fn can_tear(self) -> bool {
        !matches!(self, Self::Plain | Self::Html | Self::Runs)
    }

    /// Whether `text` can be written in it at all.
    pub fn takes(self, text: &str) -> bool {
        let signs: &[char] = match self {
            Self::Plain | Self::Markdown | Self::Html | Self::Runs | Self::Rst => &[],
            Self::Signs => &[
                '*', '/', '_', '=', '~', '+', '`', '#', '^', '|', '[', ']', '{', '}', '<', '>',
                '\\', '$', '@',
            ],
            Self::Latex => &[],
            Self::Quoted => &['%', '{', '}', '\\'],
            Self::Comment => &[
                '*', '/', '"', '\'', '`', '<', '>', '{', '}', '@', '\\', '$', '#',
            ],
            Self::Mail | Self::QuotedPrintable => {
                return text.is_ascii() && !text.contains(['\n', '\r', '<', '>', '&']);
            }
        };
        let begins = matches!(self, Self::Rst | Self::Signs) && begins_block(text);
        !(begins || text.contains(signs) || self.can_tear() && text.contains(['\n', '\r']))
    }

    /// `text` as it is written in running prose.
    pub fn escape(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Plain | Self::Signs | Self::Comment | Self::Mail => Cow::Borrowed(text),
            Self::Markdown => escaped(text, |c| match c {
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '{' | '}' => {
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
            Self::Rst => escaped(text, |c| match c {
                '\\' | '`' | '*' | '_' | '|' => Some(format!("\\{c}")),
                _ => None,
            }),
            Self::Latex => escaped(text, |c| match c {
                '&' | '%' | '$' | '#' | '_' | '{' | '}' => Some(format!("\\{c}")),
                '~' => Some("\\textasciitilde{}".to_owned()),
                '^' => Some("\\textasciicircum{}".to_owned()),
                '\\' => Some("\\textbackslash{}".to_owned()),
                _ => None,
            }),
            Self::Quoted => escaped(text, |c| (c == '"').then(|| "\\\"".to_owned())),
            Self::QuotedPrintable => escaped(text, |c| (c == '=').then(|| "=3D".to_owned())),
        }
    }
}

/// Whether a text would begin an item of a list at the start of a line, or a block behind
/// it at its end.
fn begins_block(text: &str) -> bool {
    let word = text.split(' ').next().unwrap_or_default();
    let number = word.trim_end_matches(['.', ')']);
    let is_marker = !word.contains(char::is_alphanumeric)
        || number.len() < word.len() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_marker && !word.is_empty() && word.len() < text.len() || text.ends_with("::")
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
            (Markup::Rst, "a*b_ `c`", "a\\*b\\_ \\`c\\`"),
            (Markup::Latex, "R&D 5%", "R\\&D 5\\%"),
            (Markup::Quoted, "a \"b\"", "a \\\"b\\\""),
            (Markup::QuotedPrintable, "a = b", "a =3D b"),
        ];
        for (markup, text, expected) in table {
            assert_eq!(markup.escape(text), expected);
        }
    }

    #[test]
    fn what_cannot_be_written_is_known() {
        let table = [
            (Markup::Markdown, "a*b", true),
            (Markup::Signs, "a *b*", false),
            (Markup::Signs, "plain words (PW)", true),
            (Markup::Comment, "ends */ here", false),
            (Markup::Comment, "two\nlines", false),
            (Markup::Quoted, "100 %s", false),
            (Markup::Mail, "caf\u{e9}", false),
            (Markup::Rst, "- a dash", false),
            (Markup::Rst, "1. one", false),
            (Markup::Rst, "as follows::", false),
            (Markup::Rst, "2 of them", true),
            (Markup::Signs, "\u{2022} one", false),
        ];
        for (markup, text, expected) in table {
            assert_eq!(markup.takes(text), expected, "{text}");
        }
    }
}

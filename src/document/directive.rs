//! Comments that switch rules off inside a document. A format hands over the
//! text of every comment; this module knows the words.

use crate::text::span::Span;

/// A comment that switches rules off or on again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// Where the comment stands in the source.
    pub span: Span,
    /// What it asks for.
    pub action: Action,
    /// The rules it names; empty means all.
    pub rules: Vec<String>,
    /// What `ignore-next-line` speaks of, in a document without lines.
    pub reach: Option<Span>,
}

/// What a directive asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Nothing is reported on the next line.
    IgnoreNextLine,
    /// Nothing is reported from here on.
    Disable,
    /// What was disabled is reported again.
    Enable,
    /// Nothing is reported in the whole file.
    IgnoreFile,
}

impl Directive {
    /// Reads the inside of a comment: `dejargon-disable it/api -- the reason`.
    /// `None` when it is an ordinary comment.
    pub fn parse(comment: &str, span: Span) -> Option<Self> {
        let words = comment.trim().strip_prefix("dejargon-")?;
        let mut words = words.split_whitespace();
        let action = match words.next()? {
            "ignore-next-line" => Action::IgnoreNextLine,
            "disable" => Action::Disable,
            "enable" => Action::Enable,
            "ignore-file" => Action::IgnoreFile,
            _ => return None,
        };
        let rules = words
            .take_while(|&word| word != "--")
            .map(|word| word.trim_end_matches(',').to_owned())
            .collect();
        Some(Self {
            span,
            action,
            rules,
            reach: None,
        })
    }

    /// Whether it speaks of `rule`.
    pub fn names(&self, rule: &str) -> bool {
        self.rules.is_empty() || self.rules.iter().any(|named| named == rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(comment: &str) -> Option<(Action, Vec<String>)> {
        Directive::parse(comment, Span::default()).map(|found| (found.action, found.rules))
    }

    #[test]
    fn directives_name_rules_and_reasons() {
        let none = Vec::new;
        let table = [
            (
                " dejargon-ignore-next-line ",
                Some((Action::IgnoreNextLine, none())),
            ),
            ("dejargon-disable", Some((Action::Disable, none()))),
            ("dejargon-enable", Some((Action::Enable, none()))),
            (
                " dejargon-ignore-file -- a quotation",
                Some((Action::IgnoreFile, none())),
            ),
            (
                " dejargon-disable it/api, it/sdk -- known here",
                Some((
                    Action::Disable,
                    vec!["it/api".to_owned(), "it/sdk".to_owned()],
                )),
            ),
            (" dejargon-nonsense ", None),
            (" TODO ", None),
        ];
        for (comment, expected) in table {
            assert_eq!(parsed(comment), expected, "{comment}");
        }
    }
}

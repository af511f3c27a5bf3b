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
    /// Nothing that is known; this was most likely meant.
    Unknown(Option<&'static str>),
}

/// What stands behind `dejargon-` in directives.
const NAMES: [(&str, Action); 4] = [
    ("ignore-next-line", Action::IgnoreNextLine),
    ("disable", Action::Disable),
    ("enable", Action::Enable),
    ("ignore-file", Action::IgnoreFile),
];

const PREFIX: &str = "dejargon";

impl Directive {
    /// Reads the inside of a comment: `dejargon-disable it/api -- the reason`.
    /// `None` when it is an ordinary comment.
    pub fn parse(comment: &str, span: Span) -> Option<Self> {
        let mut words = comment.split_whitespace();
        let first = words.next()?;
        let named = NAMES.into_iter().find(|(name, _)| {
            let behind = first.strip_prefix(PREFIX);
            behind.and_then(|behind| behind.strip_prefix('-')) == Some(name)
        });
        let action = match named {
            Some((_, action)) => action,
            None => misspelt(comment)?,
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
}

/// That a comment was meant as a directive, and most likely as which: it begins as they
/// all do, or as good as.
fn misspelt(comment: &str) -> Option<Action> {
    let comment = comment.trim().to_lowercase();
    let Some(behind) = comment.strip_prefix(PREFIX) else {
        let first = comment.split_whitespace().next()?;
        let (name, _) = NAMES.into_iter().find(|(name, _)| {
            let before = first.strip_suffix(name);
            before.is_some_and(|before| alike(before.trim_end_matches('-'), PREFIX) >= 0.9)
        })?;
        return Some(Action::Unknown(Some(name)));
    };
    // The name may stand in several words, before rules and the reason.
    let head = behind.split(" --").next()?;
    let words = head
        .split_whitespace()
        .take_while(|word| !word.contains('/'));
    let written = words.collect::<Vec<_>>().join("-").replace(['_', ':'], "-");
    let written = written.trim_matches('-');
    let names = NAMES
        .into_iter()
        .map(|(name, _)| (alike(written, name), name));
    let (likeness, name) = names.max_by(|a, b| a.0.total_cmp(&b.0))?;
    let is_meant = match behind.chars().next()? {
        '-' | '_' | ':' => !written.is_empty(),
        // `dejargon enables writers` is a sentence.
        c => c.is_whitespace() && likeness >= 0.9,
    };
    is_meant.then_some(Action::Unknown((likeness >= 0.8).then_some(name)))
}

fn alike(written: &str, name: &str) -> f64 {
    strsim::jaro_winkler(written, name)
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
            (" TODO ", None),
        ];
        for (comment, expected) in table {
            assert_eq!(parsed(comment), expected, "{comment}");
        }
    }

    #[test]
    fn what_was_meant_as_a_directive_is_told_from_what_was_not() {
        let table = [
            ("dejargon-ignore-nextline", Some(Some("ignore-next-line"))),
            ("dejargon-ignore-next-lines", Some(Some("ignore-next-line"))),
            ("dejargon-disabel it/api", Some(Some("disable"))),
            ("dejargon-disabled -- a reason", Some(Some("disable"))),
            ("dejargon_disable", Some(Some("disable"))),
            ("dejargon:disable it/api", Some(Some("disable"))),
            ("dejargon: ignore next line", Some(Some("ignore-next-line"))),
            ("dejargon ignore-file", Some(Some("ignore-file"))),
            ("Dejargon-Enable", Some(Some("enable"))),
            ("dejargo-enable it/api", Some(Some("enable"))),
            ("de-jargon-disable", Some(Some("disable"))),
            ("jargon-disable", Some(Some("disable"))),
            ("dejargon-off", Some(None)),
            ("dejargon-nonsense", Some(None)),
            ("dejargon enables writers", None),
            ("dejargon is run by the job below", None),
            ("dejargon", None),
            ("dejargonize", None),
            ("dejargon-", None),
            ("textlint-disable", None),
            ("markdownlint-disable-next-line MD013", None),
            ("disable", None),
            ("de-jargon this section", None),
            ("", None),
        ];
        for (comment, expected) in table {
            let expected = expected.map(Action::Unknown);
            let found = Directive::parse(comment, Span::default());
            assert_eq!(found.map(|found| found.action), expected, "{comment}");
        }
    }
}

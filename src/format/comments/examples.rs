//! Examples in comments: stretches of lines that are code, by a mark or by the way they
//! are indented.

use super::super::lines::braces;

/// Up to where an example goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Example {
    /// A blank line.
    Blank,
    /// The next tag.
    Tag,
    /// A line that is indented less.
    Indented(usize),
    /// A line that has this in it.
    Mark(&'static str),
    /// The last of so many braces.
    Braced(usize),
}

/// What begins an example that goes on up to a mark.
const MARKED: [(&str, &str); 7] = [
    ("<pre", "</pre>"),
    ("<code>", "</code>"),
    ("@code", "@endcode"),
    ("\\code", "\\endcode"),
    ("@verbatim", "@endverbatim"),
    ("\\verbatim", "\\endverbatim"),
    ("@startuml", "@enduml"),
];

/// Tags in braces that hold code.
const BRACED: [&str; 3] = ["{@code", "{@snippet", "{@literal"];

impl Example {
    /// The example that a line of that width of indentation begins by its words.
    pub(super) fn named(text: &str, width: usize) -> Option<Self> {
        match text {
            "Example:" | "Examples:" => Some(Self::Indented(width + 1)),
            _ if text.starts_with(">>>") => Some(Self::Blank),
            _ if text.starts_with("@example") => Some(Self::Tag),
            _ => None,
        }
    }

    /// Whether a line that is not blank belongs to it.
    pub(super) fn holds(self, text: &str, width: usize) -> bool {
        match self {
            Self::Tag => !text.starts_with('@'),
            Self::Indented(least) => width >= least,
            Self::Blank | Self::Mark(_) | Self::Braced(_) => true,
        }
    }

    /// What is left of it behind a line.
    pub(super) fn behind(self, text: &str, width: usize) -> Option<Self> {
        match self {
            Self::Mark(end) => (!text.contains(end)).then_some(self),
            Self::Braced(open) => {
                let open = open + text.matches('{').count();
                let open = open.saturating_sub(text.matches('}').count());
                (open > 0).then_some(Self::Braced(open))
            }
            _ => self.holds(text, width).then_some(self),
        }
    }
}

/// A line without the code that begins in it and goes on, and that.
pub(super) fn code_at_end(text: &str) -> (&str, Option<Example>) {
    for (begin, end) in MARKED {
        let goes_on = |at: &usize| {
            let behind = &text[at + begin.len()..];
            !behind.contains(end)
                && !behind.starts_with(char::is_alphanumeric)
                && !text[..*at].ends_with('{')
        };
        if let Some(at) = text.rfind(begin).filter(goes_on) {
            return (&text[..at], Some(Example::Mark(end)));
        }
    }
    for begin in BRACED {
        if let Some(at) = text.rfind(begin).filter(|at| braces(&text[*at..]) == 0) {
            return (&text[..at], Example::Braced(0).behind(&text[at..], 0));
        }
    }
    (text, None)
}

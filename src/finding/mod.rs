//! What a check says: findings, their severity, where they are, and how they can
//! be mended. Plain values: who made them and who prints them lie elsewhere.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::text::edit::Edit;
use crate::text::position::Position;
use crate::text::span::{Packed, Span, narrow};
use crate::text::spot::Spot;

mod applicability;

pub use applicability::{Applicability, Held};

/// The rule of a directive that silences nothing.
pub const UNUSED_IGNORE: &str = "unused-ignore";

/// The rule of a comment that was meant as a directive and is none.
pub const UNKNOWN_DIRECTIVE: &str = "unknown-directive";

/// The rule of an abbreviation that neither a glossary nor the document explains.
pub const UNDEFINED_ABBREVIATION: &str = "undefined-abbreviation";

/// What a rule that is no entry's is about, and what to do about its findings.
pub fn about(rule: &str) -> Option<(&'static str, &'static str)> {
    match rule {
        UNUSED_IGNORE => Some((
            "A directive that silences nothing",
            "Remove the directive, or name the rule that it is to silence.",
        )),
        UNKNOWN_DIRECTIVE => Some((
            "A comment that was meant as a directive",
            "Write one of `dejargon-ignore-next-line`, `dejargon-disable`, `dejargon-enable` \
             and `dejargon-ignore-file`.",
        )),
        UNDEFINED_ABBREVIATION => Some((
            "An abbreviation that is never spelled out",
            "Give its full form at its first use: `open source program office (OSPO)`. \
             If your readers know it, put it into `allow`, or into a glossary.",
        )),
        _ => None,
    }
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Defensible: worth a thought.
    Info,
    /// Jargon.
    Warning,
    /// Jargon that this organisation does not accept.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// A place in a document that its audience will not understand.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule: `GLOSSARY/ID` of a term, or one that is no entry's, as above.
    pub rule: Arc<str>,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: Arc<str>,
    /// The source as it stands, whatever it spans.
    pub text: Arc<str>,
    /// Where it is.
    pub location: Location,
    /// What of its rule has one finding in a document, wherever it stands: a term that
    /// is mended in one place or in none, the letters of an abbreviation. `None`: each
    /// place has a finding of its own.
    pub once: Option<Arc<str>>,
    /// The other places of that, in the order of the text.
    pub also: Vec<Elsewhere>,
    /// Where the text explains it, if it does so only further down.
    pub explained: Option<Box<Elsewhere>>,
    /// The block that it is in, where a document has no lines: then the location's
    /// lines are those of the text inside the package, and nothing to show.
    pub block: Option<Arc<Block>>,
    /// The entry's term, definition and meanings; absent where the rule is no entry's.
    pub term: Option<Arc<TermInfo>>,
    /// What to write instead, inflected and cased for the place; best first.
    pub suggestions: Arc<[String]>,
    /// The edits that mend it, where it can be mended.
    pub fix: Option<Fix>,
    /// Whether that fix is made.
    pub applicability: Applicability,
    /// Fixes that write each of the plain words, where somebody is to choose.
    pub alternatives: Vec<(Fix, Applicability)>,
}

impl Finding {
    /// A finding of a rule that is no entry's, with nothing said about it yet.
    pub fn of_rule(rule: &str, text: &str, location: Location) -> Self {
        Self {
            rule: rule.into(),
            severity: Severity::Warning,
            message: Arc::default(),
            text: text.into(),
            location,
            once: None,
            also: Vec::new(),
            explained: None,
            block: None,
            term: None,
            suggestions: Arc::default(),
            fix: None,
            applicability: Applicability::Safe,
            alternatives: Vec::new(),
        }
    }

    /// Leaves its words as they are, whatever is asked for.
    pub fn leave(&mut self, held: Held) {
        self.fix = None;
        self.applicability = Applicability::Never(held);
    }

    /// Why the program does not rewrite it by itself.
    pub fn held(&self) -> Option<Held> {
        self.applicability.held()
    }

    /// Whether it has a fix that `accept` takes.
    pub fn is_taken(&self, accept: &impl Fn(Applicability) -> bool) -> bool {
        self.fix.is_some() && accept(self.applicability)
    }

    /// All its places, each with what holds the fix back there.
    pub fn uses(&self) -> impl Iterator<Item = (Location, Option<Held>)> {
        let others = self.also.iter();
        let others = others.map(|place| (place.location(), place.applicability.held()));
        std::iter::once((self.location, self.held())).chain(others)
    }

    /// Says that a term which has no room for its explanation has none anywhere.
    pub fn has_no_room_at_all(&mut self) {
        let others = self.also.iter_mut();
        let others = others.map(|place| &mut place.applicability);
        for applicability in others.chain([&mut self.applicability]) {
            if applicability.held() == Some(Held::NoRoom) {
                *applicability = Applicability::Never(Held::NoRoomAtAll);
            }
        }
    }

    /// Its fix, if that is made unasked.
    pub fn safe_fix(&self) -> Option<&Fix> {
        self.fix.as_ref().filter(|_| self.applicability.is_safe())
    }
}

/// What a finding says of its term.
#[derive(Clone, Debug)]
pub struct TermInfo {
    /// The dictionary form.
    pub term: Arc<str>,
    /// What it means.
    pub definition: Option<Arc<str>>,
    /// What messages call it: jargon, officialese.
    pub label: Arc<str>,
    /// What each audience understands by it, for a false friend.
    pub meanings: Arc<[(String, String)]>,
}

/// Where a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    /// The part of the document, 0-based.
    pub part: usize,
    /// The bytes of that part's source.
    pub span: Span,
    /// Where it starts.
    pub start: Position,
    /// Right behind its last character.
    pub end: Position,
}

impl Location {
    /// Its place in the order of the text.
    pub fn order(&self) -> (usize, Span) {
        (self.part, self.span)
    }
}

/// Another place of what a finding is about. A term can have a great many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    span: Packed,
    part: u32,
    /// Line and column.
    start: [u32; 2],
    end: [u32; 2],
    /// Whether it is rewritten there.
    pub applicability: Applicability,
    /// Its block, in a document without lines.
    pub spot: Option<Box<Spot>>,
}

impl Elsewhere {
    /// A place.
    pub fn new(location: Location, spot: Option<&Spot>, applicability: Applicability) -> Self {
        let packed = |at: Position| [narrow(at.line), narrow(at.column)];
        Self {
            span: location.span.into(),
            part: narrow(location.part),
            start: packed(location.start),
            end: packed(location.end),
            applicability,
            spot: spot.cloned().map(Box::new),
        }
    }

    /// Where it is.
    pub fn location(&self) -> Location {
        let position = |[line, column]: [u32; 2]| Position {
            line: line as usize,
            column: column as usize,
        };
        Location {
            part: self.part as usize,
            span: self.span.span(),
            start: position(self.start),
            end: position(self.end),
        }
    }
}

/// What is said once in a document: a rule, and what of it.
pub type Once = (Arc<str>, Arc<str>);

/// The block of a finding, in a document without lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub spot: Spot,
    /// What it says.
    pub text: String,
    /// The bytes of that which the finding is about.
    pub words: Span,
}

/// The edits that mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is replaced: the words, an article before them, and in a report what must
    /// go with them, such as the row below a title or the note at the end.
    pub edits: Vec<Edit>,
    /// The segment of its part whose words it changes.
    pub segment: usize,
    /// What goes to the end of the document with it.
    pub note: Option<Box<Note>>,
}

/// An explanation at the end of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The label of its footnote.
    pub label: String,
    /// What it explains.
    pub term: String,
    /// The explanation.
    pub text: String,
}

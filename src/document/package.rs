//! Files that are several texts packed into one, such as Word's. A package is read
//! as one source: the members that matter, one behind the other; and edits of that
//! source become edits of the members. What is in no member that changed is copied
//! as it was compressed.

use crate::text::edit::Edit;
use crate::text::span::Span;

/// How a kind of package is taken apart and put together.
pub trait Package: Sync {
    /// The text of the members that hold prose, and of those that say how to read
    /// them.
    ///
    /// # Errors
    ///
    /// Why this file is not read, to stand behind its name.
    fn unpack(&self, bytes: &[u8]) -> Result<String, String>;

    /// The package with its members as `after` has them instead of `before`, which
    /// is what it unpacks to.
    ///
    /// # Errors
    ///
    /// Why the file cannot be written.
    fn pack(&self, bytes: &[u8], before: &str, after: &str) -> Result<Vec<u8>, String>;

    /// Adds to the edits of each fix those that must go with them.
    fn complete(&self, source: &str, fixes: &mut [Vec<Edit>]) {
        let _ = (source, fixes);
    }

    /// The source with edits as tracked changes and with comments.
    ///
    /// # Errors
    ///
    /// Why that cannot be done in this document.
    fn review(&self, source: &str, review: &Review<'_>) -> Result<Reviewed, String> {
        let _ = (source, review);
        Err("takes no tracked changes".to_owned())
    }

    /// Whether files of this kind can hold tracked changes and comments.
    fn takes_reviews(&self) -> bool {
        false
    }

    /// Why files of this kind are not rewritten, if they are not.
    fn read_only(&self) -> Option<&'static str> {
        None
    }
}

/// What a reviewer would do to a document.
#[derive(Clone, Copy, Debug)]
pub struct Review<'r> {
    /// What is changed.
    pub edits: &'r [Edit],
    /// What is said about it.
    pub remarks: &'r [Remark],
    /// When: `2026-11-23T12:00:00Z`.
    pub date: &'r str,
}

/// A source with what a reviewer did to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// The source.
    pub source: String,
    /// Which of the remarks stand in it; not every place takes one.
    pub said: Vec<bool>,
}

/// A comment on a stretch of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is about, in the source.
    pub span: Span,
    /// What it says.
    pub text: String,
}

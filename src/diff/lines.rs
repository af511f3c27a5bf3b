//! Conflict markers as git writes them, and what is left for files that are no
//! glossaries: every line that differs is a conflict, so that nothing is lost.

use similar::{ChangeTag, TextDiff};

/// What stands at the markers of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    /// At the version that is merged into.
    pub ours: String,
    /// At the version that is merged.
    pub theirs: String,
    /// How many signs a marker has; git's are 7.
    pub marker_size: usize,
}

impl Default for Labels {
    fn default() -> Self {
        Self {
            ours: "ours".to_owned(),
            theirs: "theirs".to_owned(),
            marker_size: 7,
        }
    }
}

/// A text and the one that it stands against, between markers.
pub(super) fn conflict(labels: &Labels, ours: &str, theirs: &str) -> String {
    let marker = |sign: char| sign.to_string().repeat(labels.marker_size);
    let ended = |text: &str| {
        let newline = if text.is_empty() || text.ends_with('\n') {
            ""
        } else {
            "\n"
        };
        format!("{text}{newline}")
    };
    format!(
        "{} {}\n{}{}\n{}{} {}\n",
        marker('<'),
        labels.ours,
        ended(ours),
        marker('='),
        ended(theirs),
        marker('>'),
        labels.theirs,
    )
}

/// Both texts in one, and how many conflicts it has.
pub(super) fn both(labels: &Labels, ours: &str, theirs: &str) -> (String, usize) {
    let (ours, theirs) = (ours.replace("\r\n", "\n"), theirs.replace("\r\n", "\n"));
    let diff = TextDiff::from_lines(&ours, &theirs);
    let mut text = String::new();
    let mut count = 0;
    for group in diff.ops() {
        let (mut deleted, mut inserted) = (String::new(), String::new());
        for change in diff.iter_changes(group) {
            match change.tag() {
                ChangeTag::Equal => text.push_str(change.value()),
                ChangeTag::Delete => deleted.push_str(change.value()),
                ChangeTag::Insert => inserted.push_str(change.value()),
            }
        }
        if !deleted.is_empty() || !inserted.is_empty() {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str(&conflict(labels, &deleted, &inserted));
            count += 1;
        }
    }
    (text, count)
}

//! Commit messages, as git leaves them to a `commit-msg` hook: plain text with git's
//! own remarks still in it. Those, the patch of `commit --verbose` and who signed it
//! off are no prose of the author.

use crate::document::{Document, Format, Markup};

use super::plain::read_lines;

/// The line behind which `git commit --verbose` shows the patch.
const SCISSORS: &str = "# ------------------------ >8 ------------------------";

/// The commit message format.
#[derive(Debug)]
pub(super) struct CommitMessage;

impl Format for CommitMessage {
    fn name(&self) -> &'static str {
        "commit-message"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &[]
    }

    fn markup(&self) -> Markup {
        Markup::Plain
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        let mut is_cut = false;
        read_lines(source, |line| {
            is_cut |= line.trim_end() == SCISSORS;
            !is_cut && !line.starts_with('#') && !is_signature(line)
        })
    }
}

/// `Signed-off-by: …`, `Co-authored-by: …`.
fn is_signature(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(key, _)| {
        key.to_ascii_lowercase().ends_with("-by") && !key.contains(char::is_whitespace)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_signatures_and_the_patch_are_no_prose() {
        let source = format!(
            "Add the API\n\nIt is\n# On branch main\nnew.\n\nCo-authored-by: An API <a@b.c>\n{SCISSORS}\n+ API\n"
        );
        let document = CommitMessage.read(&source);
        let part = &document.parts[0];
        let blocks: Vec<_> = part.segments.iter().map(|found| part.text(found)).collect();
        assert_eq!(blocks, ["Add the API", "It is", "new."]);
    }
}

//! Commit messages, as git leaves them to a `commit-msg` hook: plain text with git's
//! own remarks still in it. Those, the patch of `commit --verbose` and who signed it
//! off are no prose of the author.

use crate::document::{Document, Format, Markup};

use super::plain::{Reads, read_lines};

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
        let message = message(source);
        let trailers = message.len() - trailers(message);
        let mut at = 0;
        let mut has_subject = false;
        read_lines(source, |line| {
            at += line.len();
            if at > trailers || line.starts_with('#') || is_signature(line) {
                Reads::Nothing
            } else if has_subject || line.trim().is_empty() {
                Reads::Prose
            } else {
                has_subject = true;
                Reads::Title(prefix(line))
            }
        })
    }
}

/// The message without what `git commit --verbose` shows behind it.
fn message(source: &str) -> &str {
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        if line.trim_end() == SCISSORS {
            break;
        }
        at += line.len();
    }
    &source[..at]
}

/// The length of the trailers at the end: a last paragraph of lines such as
/// `Fixes: #12`, and the blank lines and remarks behind it.
fn trailers(message: &str) -> usize {
    let mut length = 0;
    let mut found = 0;
    for line in message.split_inclusive('\n').rev() {
        let text = line.trim_end();
        let passes = line.starts_with('#') || (text.is_empty() && found == 0);
        if text.is_empty() && found > 0 {
            return length;
        }
        if !passes && !is_trailer(text) {
            return 0;
        }
        found += usize::from(!passes);
        length += line.len();
    }
    // The subject is no trailer, whatever it looks like.
    0
}

fn is_trailer(line: &str) -> bool {
    let named = line.split_once(':').is_some_and(|(key, value)| {
        let of_key = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !key.is_empty() && key.chars().all(of_key) && (value.is_empty() || value.starts_with(' '))
    });
    named || line.starts_with([' ', '\t']) || line.starts_with("(cherry picked from commit ")
}

/// The length of what says which kind of change it is: `fix(api)!: `.
fn prefix(subject: &str) -> usize {
    let Some((kind, words)) = subject.split_once(": ") else {
        return 0;
    };
    let name = kind.split('(').next().unwrap_or_default();
    let name = name.trim_end_matches('!');
    let fits = !name.is_empty()
        && name.chars().all(|c| c.is_ascii_lowercase() || c == '-')
        && !kind.contains(' ');
    if fits { subject.len() - words.len() } else { 0 }
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
    use crate::document::SegmentKind;

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

    #[test]
    fn a_subject_is_a_title_and_trailers_are_no_prose() {
        let table = [
            (
                "fix(api)!: drop the API\n\nText: API\nmore.\n\nFixes: API\nChange-Id: API\n\n# API\n",
                vec!["drop the API", "Text: API more."],
            ),
            ("API: new\n", vec!["API: new"]),
            (
                "docs: API\n\nBREAKING CHANGE: the API\n",
                vec!["API", "BREAKING CHANGE: the API"],
            ),
            ("\n# x\nAPI\nRefs: API", vec!["API", "Refs: API"]),
        ];
        for (source, expected) in table {
            let document = CommitMessage.read(source);
            let part = &document.parts[0];
            let blocks: Vec<_> = part.segments.iter().map(|found| part.text(found)).collect();
            assert_eq!(part.segments[0].kind, SegmentKind::Title);
            assert_eq!(blocks, expected, "{source}");
        }
    }
}

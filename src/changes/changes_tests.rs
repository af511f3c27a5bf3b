//! Tables of unified diffs as `git` and `diff` write them, whole and broken, and
//! that no bytes at all make the reader panic.

#![allow(clippy::unwrap_used, reason = "a broken table fails the test")]

use proptest::prelude::*;

use super::*;

/// `PATH: 1-2 5` for each file of a diff, sorted.
fn read(diff: &str) -> Result<Vec<String>, DiffError> {
    let changes = Changes::parse(diff.as_bytes())?;
    let shown = |(path, lines): (&String, &Lines)| match lines {
        Lines::All => format!("{path}: all"),
        Lines::Some(ranges) => ranges.iter().fold(format!("{path}:"), |text, range| {
            match (range.start(), range.end()) {
                (start, end) if start == end => format!("{text} {start}"),
                (start, end) => format!("{text} {start}-{end}"),
            }
        }),
    };
    Ok(changes.files.iter().map(shown).collect())
}

/// A diff that replaces line 1 under these two header lines.
fn under(old: &str, new: &str) -> String {
    format!("--- {old}\n+++ {new}\n@@ -1 +1 @@\n-old\n+new\n")
}

#[test]
fn lines_are_those_of_the_new_version() {
    let table = [
        ("@@ -1,3 +1,4 @@ Title\n a\n+b\n+c\n-d\n e\n", "a.md: 2-3"),
        ("@@ -5,0 +6,2 @@\n+b\n+c\n", "a.md: 6-7"),
        ("@@ -3,2 +2,0 @@\n-b\n-c\n", "a.md:"),
        (
            "@@ -1 +1 @@\n-a\n+b\n@@ -9,2 +9,3 @@\n x\n+y\n z\n",
            "a.md: 1 10",
        ),
        (
            "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n",
            "a.md: 1",
        ),
        // Lines of text that look like headers of a diff.
        (
            "@@ -1,2 +1,2 @@\n--- a/x\n-b\n+++ b/y\n+@@ -1 +1 @@\n",
            "a.md: 1-2",
        ),
        // An empty line whose space was taken away.
        ("@@ -1,2 +1,3 @@\n\n+b\n c\n", "a.md: 2"),
        ("@@ -1,2 +1,3 @@\r\n\r\n+b\r\n c\r\n", "a.md: 2"),
    ];
    for (hunks, expected) in table {
        let diff = format!("--- a/a.md\n+++ b/a.md\n{hunks}");
        assert_eq!(read(&diff).unwrap(), [expected], "{diff}");
    }
}

#[test]
fn names_are_read_as_they_are_written() {
    let table = [
        ("a/docs/a.md", "b/docs/a.md", "docs/a.md"),
        ("a/old.md", "b/new.md", "new.md"),
        ("/dev/null", "b/new.md", "new.md"),
        ("a/a.md\r", "b/a.md\r", "a.md"),
        // Of `diff.mnemonicPrefix` and of `diff.noprefix`.
        ("c/a.md", "w/a.md", "a.md"),
        ("docs/a.md", "docs/a.md", "docs/a.md"),
        ("a/in-a.md", "a/in-a.md", "a/in-a.md"),
        ("/dev/null", "docs/a.md", "docs/a.md"),
        // Of `diff -u`, with the time behind a tab; git ends names with spaces so.
        (
            "a.md.orig\t2026-01-01 10:00:00 +0000",
            "a.md\t2026-01-02 10:00:00 +0000",
            "a.md",
        ),
        ("./a.md\t2026", "./a.md\t2026", "a.md"),
        ("a/a b.md\t", "b/a b.md\t", "a b.md"),
        ("a/a b.md", "b/a b.md", "a b.md"),
        // In the quotation of C.
        (r#""a/caf\303\251.md""#, r#""b/caf\303\251.md""#, "café.md"),
        (r#""a/\"x\"\t\\.md""#, r#""b/\"x\"\t\\.md""#, "\"x\"\t\\.md"),
    ];
    for (old, new, path) in table {
        assert_eq!(
            read(&under(old, new)).unwrap(),
            [format!("{path}: 1")],
            "{new}"
        );
    }
    assert_eq!(
        read("--- a/a.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n").unwrap(),
        [""; 0]
    );
}

#[test]
fn files_without_lines_and_text_between_are_passed_over() {
    let renamed =
        "diff --git a/a.md b/b.md\nsimilarity index 100%\nrename from a.md\nrename to b.md\n";
    let mail = "From 1234\nSubject: words\n\n---\n a.md | 1 +\n";
    let text = format!(
        "{mail}{renamed}diff --git a/a.md b/a.md\n{}-- \n2.47\n",
        under("a/a.md", "b/a.md")
    );
    assert_eq!(read(&text).unwrap(), ["a.md: 1"]);
    assert!(Changes::parse(text.as_bytes()).unwrap().by_git);
    assert_eq!(read("").unwrap(), [""; 0]);
    assert_eq!(read("\n").unwrap(), [""; 0]);
}

#[test]
fn what_is_no_diff_is_named_with_its_line() {
    let table = [
        ("# Title\n", 1, NO_DIFF),
        ("@@ -1 +1 @@\n-a\n+b\n", 3, NAMELESS),
        ("--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n-a\n+b\n", 5, SHORT_HUNK),
        ("--- a/a\n+++ b/a\n@@ -1 +1 @@\n-a\nb\n", 5, SHORT_HUNK),
        ("--- a/a\n+++ b/a\n@@ -1 +1 @@\n-a\n-b\n", 5, SHORT_HUNK),
        ("--- a/a\n+++ b/a\n@@ -x +1 @@\n", 3, BAD_HUNK),
        ("--- a/a\n+++ \"b/a\n", 2, BAD_NAME),
        ("--- a/a\n+++ \"b/\\9\"\n", 2, BAD_NAME),
        (
            "diff --cc a\n--- a/a\n+++ b/a\n@@@ -1 -1 +1 @@@\n",
            4,
            COMBINED,
        ),
    ];
    for (diff, line, message) in table {
        assert_eq!(read(diff), Err(DiffError { line, message }), "{diff}");
    }
}

#[test]
fn a_finding_counts_when_any_of_its_lines_changed() {
    let mut changes = Changes::parse(b"--- a/a.md\n+++ b/a.md\n@@ -2,0 +3,2 @@\n+a\n+b\n").unwrap();
    changes.add_whole("new.md");
    for (path, lines, expected) in [
        ("a.md", 2..=2, false),
        ("a.md", 2..=3, true),
        ("a.md", 4..=9, true),
        ("a.md", 5..=5, false),
        ("new.md", 7..=7, true),
        ("other.md", 3..=3, false),
    ] {
        assert_eq!(changes.touch(path, &lines), expected, "{path} {lines:?}");
    }
}

/// Lines of diffs, in any order.
fn lines() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "(---|\\+\\+\\+|@@|diff --git|rename to) .{0,12}",
        "@@ -[0-9]{1,20}(,[0-9]{1,20})? \\+[0-9]{1,20}(,[0-9]{1,20})? @@",
        "@@ -[0-3],[0-3] \\+[0-3],[0-3] @@",
        "[-+] ?\"[ab]/(\\\\[0-9nt\"]{0,4}|é){0,4}\"?",
        "[-+ \\\\]?[a-z]{0,4}\r?",
    ];
    prop::collection::vec(line, 0..24).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn reading_never_panics(text in lines(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Changes::parse(text.as_bytes());
        let _ = Changes::parse(&bytes);
    }
}

#[test]
fn of_what_is_no_text_all_is_changed() {
    let table = [
        (
            "Binary files a/r.docx and b/r.docx differ",
            vec!["r.docx: all"],
        ),
        (
            "Binary files /dev/null and \"b/n \\303\\251.docx\" differ",
            vec!["n é.docx: all"],
        ),
        (
            "Binary files a/a and b.docx and b/a and b.docx differ",
            vec!["a and b.docx: all"],
        ),
        ("Binary files a/r.docx and /dev/null differ", vec![]),
        (
            "Binary files old.docx and new.docx differ",
            vec!["new.docx: all"],
        ),
    ];
    for (line, expected) in table {
        assert_eq!(read(&format!("{line}\n")).unwrap(), expected, "{line}");
    }
}

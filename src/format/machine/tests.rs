//! Which files are left alone, by their names and by how they begin.

use super::super::{FORMATS, comments, html, markdown};
use super::*;

#[test]
fn names_tell_what_programs_read() {
    let table = [
        ("package.json", Some("JSON")),
        ("deploy/values.YAML", Some("YAML")),
        ("Makefile", Some("code")),
        ("Dockerfile.dev", Some("code")),
        ("CMakeLists.txt", Some("a list for a tool")),
        ("requirements-dev.txt", Some("a list for a tool")),
        ("requirements of the users.txt", None),
        ("robots.txt", Some("for the crawlers of a site")),
        ("x.egg-info/top_level.txt", Some("a list for a tool")),
        ("LICENSE-MIT", Some("a license, which nobody may change")),
        ("license.md", Some("a license, which nobody may change")),
        (
            "LICENSES/0BSD.txt",
            Some("a license, which nobody may change"),
        ),
        ("licensing.md", None),
        ("NOTICE", Some("a license, which nobody may change")),
        ("notice.md", None),
        ("SHA256SUMS.txt", Some("a lock file or a list of checksums")),
        (".gitignore", Some(SETTINGS)),
        (".env.local", Some(SETTINGS)),
        (".hidden.md", None),
        ("README", None),
        ("notes.txt", None),
        ("third.party.licenses.docx", None),
        (
            "THIRD-PARTY-NOTICES.txt",
            Some("a license, which nobody may change"),
        ),
        ("report.docx", None),
    ];
    for (path, expected) in table {
        assert_eq!(by_name(Path::new(path)), expected, "{path}");
    }
}

#[test]
fn an_ending_means_one_thing() {
    let mut seen = std::collections::BTreeSet::new();
    let read = FORMATS.iter().flat_map(|format| format.extensions());
    let all = KINDS.iter().flat_map(|kind| words(kind.endings));
    for ending in read.copied().chain(all) {
        assert!(seen.insert(ending), "{ending} is there twice");
        assert_eq!(ending, ending.to_lowercase());
        let program = comments::of_program(Path::new(&format!("x.{ending}")));
        assert!(program.is_none(), "{ending} is a program's");
    }
}

#[test]
fn beginnings_tell_what_names_do_not() {
    let help = "*api.txt*  How to call it\n\nText.\n";
    let long = "word\n".repeat(20);
    let table = [
        ("%PDF-1.7\n", Some("PDF")),
        ("{\\rtf1 text}", Some("RTF")),
        ("\u{feff}<?xml version='1.0'?><a/>", Some("XML")),
        ("#!/bin/sh\necho", Some("code")),
        (".TH GIT 1\n", Some("a manual page")),
        ("--- a/x\n+++ b/x\n", Some("a patch")),
        ("{\n  \"api\": 1\n}\n", Some("JSON")),
        ("[\"api\"]", Some("JSON")),
        ("{\"title\": \"x\"}\n\nText.", None),
        (help, Some("a help file of Vim")),
        (
            "requests>=2.0\nflask ; python\n# why\n-r other.txt\n",
            Some("a list of packages"),
        ),
        ("Requests\nflask\n", None),
        ("x >= 3 is right\nbut not always\n", None),
        (
            "[menu/File]\noriginal=Open the file\n\n; so\n",
            Some("settings of a program"),
        ),
        ("[sic]\nIt is a = b here.\n", None),
        ("a=b\nc = d\n", None),
        (&long, Some("a list of words")),
        ("We leverage it.\n", None),
        ("", None),
    ];
    for (text, expected) in table {
        assert_eq!(by_content(None, text.as_bytes()), expected, "{text}");
    }
    let chinese = "中文\n".repeat(30);
    assert_eq!(by_content(None, chinese.as_bytes()), None);
}

#[test]
fn a_name_that_tells_is_believed_more() {
    let xhtml = b"<?xml version='1.0'?><html></html>";
    assert_eq!(by_content(Some(&html::Html), xhtml), None);
    assert_eq!(by_content(Some(&markdown::Markdown), xhtml), Some("XML"));
    assert_eq!(by_content(Some(&markdown::Markdown), b"[\"a\"]"), None);
    assert_eq!(
        by_content(Some(&markdown::Markdown), b"%PDF-1.7"),
        Some("PDF")
    );
}

/// The table of `docs/formats.md` and the one here are equal.
#[test]
fn the_documentation_has_the_same_table() {
    let docs = include_str!("../../../docs/formats.md");
    let rows: Vec<String> = docs
        .lines()
        .skip_while(|line| *line != "| what it is | endings | names |")
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(str::to_owned)
        .collect();
    let expected: Vec<String> = KINDS
        .iter()
        .map(|kind| {
            let code = |list| {
                words(list)
                    .map(|word| format!("`{word}`"))
                    .collect::<Vec<_>>()
            };
            let cells = [code(kind.endings), code(kind.names)].map(|cell| cell.join(" "));
            let row = format!("| {} | {} | {} |", kind.what, cells[0], cells[1]);
            row.replace("|  |", "| |")
        })
        .collect();
    assert_eq!(rows, expected, "\n{}", expected.join("\n"));
}

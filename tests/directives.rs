//! Comments that were meant as directives and are none are found in every format, in its
//! own comments.

use std::error::Error;

use dejargon::config::Config;
use dejargon::finding::{Finding, Severity, UNKNOWN_DIRECTIVE, UNUSED_IGNORE};
use dejargon::format;
use dejargon::input::Input;
use dejargon::rewrite::How;
use dejargon::session::Session;

type Outcome = Result<(), Box<dyn Error>>;

fn session() -> Result<Session, Box<dyn Error>> {
    let flags = dejargon::config::Flags {
        isolated: true,
        ..Default::default()
    };
    let config = Config::resolve(&flags, std::path::Path::new("."))?;
    Ok(Session::new(config, How::AsWritten)?)
}

/// What is found in a document about its directives.
fn found(session: &Session, name: &str, text: &str) -> Result<Vec<Finding>, Box<dyn Error>> {
    let format = format::of_path(std::path::Path::new(name));
    let input = Input::from_bytes(name.to_owned(), text.as_bytes().to_vec(), format)?;
    let mut findings = session.check(&input)?;
    findings.retain(|finding| finding.term.is_none());
    Ok(findings)
}

/// A document of each format with a comment in it, which stands as `COMMENT`.
const DOCUMENTS: [(&str, &str); 15] = [
    (
        "a.md",
        "One.\n\n<!-- COMMENT -->\n\nTwo <!-- none --> words.\n",
    ),
    ("b.md", "One <!-- COMMENT --> word.\n"),
    ("a.txt", "One.\n\n<!-- COMMENT -->\nTwo.\n"),
    ("a.html", "<p>One.</p><!-- COMMENT --><p>Two.</p>\n"),
    ("b.html", "<p>One.</p>{# COMMENT #}<p>Two.</p>\n"),
    ("a.mdx", "One.\n\n{/* COMMENT */}\n\nTwo.\n"),
    ("a.rst", "One.\n\n.. COMMENT\n\nTwo.\n"),
    ("a.adoc", "One.\n\n// COMMENT\nTwo.\n"),
    (
        "a.tex",
        "\\begin{document}\nOne.\n\n% COMMENT\nTwo.\n\\end{document}\n",
    ),
    ("a.org", "One.\n\n# COMMENT\nTwo.\n"),
    (
        "a.po",
        "msgid \"\"\nmsgstr \"Language: en\\n\"\n\n# COMMENT\nmsgid \"One.\"\nmsgstr \"One.\"\n",
    ),
    ("a.rs", "// COMMENT\n// One.\nfn one() {}\n"),
    ("a.py", "# COMMENT\n# One.\n"),
    ("a.c", "/* COMMENT */\n/* One. */\n"),
    ("a.sql", "-- COMMENT\n-- One.\n"),
];

#[test]
fn a_misspelt_directive_is_found_in_every_format() -> Outcome {
    let session = session()?;
    for (name, text) in DOCUMENTS {
        for (comment, meant) in [
            (
                "dejargon-ignore-nextline",
                "did you mean `dejargon-ignore-next-line`?",
            ),
            (
                "dejargon-disabel it/api",
                "did you mean `dejargon-disable`?",
            ),
            ("dejargon-off", "there are `dejargon-ignore-next-line`,"),
        ] {
            let found = found(&session, name, &text.replace("COMMENT", comment))?;
            let [finding] = &found[..] else {
                return Err(format!("{name}: {found:?}").into());
            };
            assert_eq!(&*finding.rule, UNKNOWN_DIRECTIVE, "{name}");
            assert_eq!(finding.severity, Severity::Warning);
            assert!(
                finding.message.contains(meant),
                "{name}: {}",
                finding.message
            );
            assert!(finding.text.contains(comment), "{name}: {}", finding.text);
        }
        let plain = found(
            &session,
            name,
            &text.replace("COMMENT", "an ordinary remark"),
        )?;
        assert!(plain.is_empty(), "{name}: {plain:?}");
    }
    Ok(())
}

#[test]
fn rules_that_nobody_has_are_named() -> Outcome {
    const UNUSED: &str = "this directive silences nothing";
    let no_rule = |rule: &str, near: &str| format!("no glossary here has the rule `{rule}`{near}");
    let table = [
        (
            "dejargon-disable it/apii",
            vec![no_rule("it/apii", "; did you mean `it/api`?")],
        ),
        // The other one is silent, and so it is used.
        (
            "dejargon-disable it/api it/xyzzy-plugh",
            vec![no_rule("it/xyzzy-plugh", "")],
        ),
        (
            "dejargon-disable it/sdk it/0",
            vec![UNUSED.to_owned(), no_rule("it/0", "")],
        ),
        (
            "dejargon-enable it/api, plain/xx",
            vec![no_rule("plain/xx", "")],
        ),
        ("dejargon-disable it/api -- it/apii is a reason", vec![]),
        ("dejargon-disable", vec![]),
    ];
    let session = session()?;
    for (comment, expected) in table {
        let text = format!("<!-- {comment} -->\n\nOur API.\n");
        let found = found(&session, "a.md", &text)?;
        let messages: Vec<&str> = found.iter().map(|finding| &*finding.message).collect();
        let alike = |(said, expected): (&&str, &String)| {
            **said == *expected || (expected.ends_with('`') && said.starts_with(expected.as_str()))
        };
        assert!(
            messages.len() == expected.len() && messages.iter().zip(&expected).all(alike),
            "{comment}: {messages:?}"
        );
        assert!(found.iter().all(|finding| &*finding.rule == UNUSED_IGNORE));
        assert!(
            found
                .iter()
                .all(|finding| finding.severity == Severity::Info)
        );
    }
    Ok(())
}

//! Which fixes are made, and why others are not: what `check` reports is what
//! `translate` writes, and what comes out is read as it was meant.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use dejargon::config::{Config, Flags};
use dejargon::finding::{Finding, Held};
use dejargon::input::Input;
use dejargon::rewrite::How;
use dejargon::session::Session;

#[allow(dead_code, reason = "other tests use the rest")]
mod support;

use support::input;
use support::invariants::verdict;

const HEAD: &str = "[glossary]\nname = \"x\"\ntitle = \"X\"\nlanguage = \"en\"\n";

/// A session with terms, each with its part of speech, its plain words and whatever
/// else its entry says.
fn session(terms: &[(&str, &str, &str, &str)]) -> Session {
    let entries = terms.iter().map(|(term, part_of_speech, plain, more)| {
        format!(
            "\n[[term]]\nterm = \"{term}\"\npart-of-speech = \"{part_of_speech}\"\n\
             plain = \"{plain}\"\n{more}\n"
        )
    });
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("x.toml");
    let text = HEAD.to_owned() + &entries.collect::<String>();
    std::fs::write(&path, text).expect("a file can be written");
    let flags = Flags {
        glossaries: vec![path],
        no_bundled: true,
        isolated: true,
        ..Flags::default()
    };
    let config = Config::resolve(&flags, folder.path()).expect("the configuration is valid");
    Session::new(&config, How::AsWritten).expect("the glossary is valid")
}

/// What a text becomes, and why its findings are left; every promise holds for it.
fn planned(session: &Session, input: &Input) -> (String, Vec<Option<Held>>) {
    let violations = verdict(session, input).violations;
    assert!(violations.is_empty(), "{violations:?}");
    let translation = session.translate(input, |fix| fix.safe);
    let translation = translation.expect("it is translated");
    let held = translation
        .findings
        .iter()
        .map(|finding: &Finding| finding.held);
    let text = String::from_utf8(translation.bytes).expect("it is text");
    (text, held.collect())
}

#[test]
fn what_spells_out_the_name_beside_it_keeps_its_words() {
    let session = session(&[
        ("KPI", "noun", "measure", ""),
        ("program", "noun", "software", ""),
    ]);
    let table = "| Name | Meaning |\n| --- | --- |\n| KPI | key program indicator |\n";
    let (text, held) = planned(&session, &input("markdown", table));
    assert_eq!(text, table);
    assert_eq!(held, [Some(Held::Unsettled)]);
}

#[test]
fn a_line_break_inside_a_separable_verb_goes_behind_its_particle() {
    let session = session(&[
        ("loop in", "verb", "include", "separable = true"),
        ("account executive", "noun", "salesperson", ""),
    ]);
    for (text, expected) in [
        (
            "We looped the account\nexecutive in yesterday.\n",
            "We included the salesperson\nyesterday.\n",
        ),
        (
            "We looped the account executive\nin yesterday.\n",
            "We included the salesperson\nyesterday.\n",
        ),
        (
            "We met the account\nexecutive in May.\n",
            "We met the salesperson\nin May.\n",
        ),
    ] {
        let (text, held) = planned(&session, &input("markdown", text));
        assert_eq!(text, expected);
        assert!(held.iter().all(Option::is_none), "{held:?}");
    }
}

#[test]
fn what_would_be_read_as_markup_is_left() {
    let session = session(&[
        ("dasher", "noun", "- dash", ""),
        ("counter", "noun", "1. one", ""),
        ("coloner", "noun", "thing::", ""),
    ]);
    for (format, text, expected) in [
        ("rst", "dasher is here.\n", "dasher is here.\n"),
        ("asciidoc", "dasher is here.\n", "dasher is here.\n"),
        ("org", "dasher is here.\n", "dasher is here.\n"),
        ("markdown", "dasher is here.\n", "dasher is here.\n"),
        ("rst", "counter is here.\n", "counter is here.\n"),
        ("asciidoc", "counter is here.\n", "counter is here.\n"),
        ("org", "counter is here.\n", "counter is here.\n"),
        // It would swallow the paragraph behind it.
        (
            "rst",
            "See coloner\n\nThe end.\n",
            "See coloner\n\nThe end.\n",
        ),
        ("markdown", "See dasher.\n", "See - dash.\n"),
        // What stands elsewhere is written all the same.
        (
            "markdown",
            "dasher is here.\n\nSee dasher.\n",
            "dasher is here.\n\nSee - dash.\n",
        ),
    ] {
        let (after, held) = planned(&session, &input(format, text));
        assert_eq!(after, expected, "{format}");
        let is_torn = |held: &Option<Held>| matches!(held, Some(Held::Torn | Held::Markup));
        let torn = held.iter().any(is_torn);
        let stays = text.lines().next() == expected.lines().next();
        assert_eq!(torn, stays, "{format} {text:?}: {held:?}");
    }
}

#[test]
fn words_are_understood_as_their_author_wrote_them() {
    let gate = "only-when = [{ sentence = '\\b(task|job)s?\\b' }]";
    let session = session(&[
        ("action item", "noun", "task", ""),
        ("asynchronously", "adverb", "in the background", gate),
    ]);
    for (text, expected, held) in [
        (
            "The job runs asynchronously.\n",
            "The job runs in the background.\n",
            vec![None],
        ),
        (
            "One action item: settle it asynchronously.\n",
            "One task: settle it asynchronously.\n",
            vec![None],
        ),
        // A first run may have written that.
        (
            "One task: settle it asynchronously.\n",
            "One task: settle it asynchronously.\n",
            vec![Some(Held::Undecided)],
        ),
    ] {
        assert_eq!(
            planned(&session, &input("markdown", text)),
            (expected.to_owned(), held)
        );
    }
}

#[test]
fn rows_of_titles_belong_to_the_fix() {
    let session = session(&[("breaking change", "noun", "incompatible change", "")]);
    let title = "A breaking change\n-----------------\n";
    let (text, _) = planned(&session, &input("rst", title));
    assert_eq!(text, "An incompatible change\n----------------------\n");
}

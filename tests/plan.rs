//! Which fixes are made, and why others are not: what `check` reports is what
//! `translate` writes, and what comes out is read as it was meant.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use dejargon::config::{Config, Flags};
use dejargon::finding::{Applicability, Finding, Held};
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
    Session::new(config, How::AsWritten).expect("the glossary is valid")
}

/// What a text becomes, and why each use of a term in it is left; every promise holds for it.
fn planned(session: &Session, input: &Input) -> (String, Vec<Option<Held>>) {
    let violations = verdict(session, input).violations;
    assert!(violations.is_empty(), "{violations:?}");
    let translation = session.translate(input, Applicability::is_safe);
    let translation = translation.expect("it is translated");
    let uses = translation.findings.iter().flat_map(Finding::uses);
    let mut uses: Vec<_> = uses.map(|(at, held)| (at.order(), held)).collect();
    uses.sort_by_key(|(order, _)| *order);
    let text = String::from_utf8(translation.bytes).expect("it is text");
    (text, uses.into_iter().map(|(_, held)| held).collect())
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

#[test]
fn what_a_noun_that_stays_leans_on_stays_too() {
    let defined = "definition = \"A place that keeps all versions.\"";
    let session = session(&[
        ("repo", "noun", "archive", defined),
        ("MVP", "noun", "first version", ""),
    ]);
    for (text, held) in [
        // Without the abbreviation behind it, a second run would replace it.
        ("Some *repos* (MVP).\n", Held::Mention),
        ("The repo [MVP] is there.\n", Held::Mention),
        ("We saw A good MVP* repo.\n", Held::Name),
    ] {
        let (after, mut why) = planned(&session, &input("markdown", text));
        why.sort();
        assert_eq!(after, text);
        assert_eq!(why, [Some(held), Some(Held::Unsettled)], "{text}");
    }
    for (text, expected) in [
        (
            "Some repos (MVPs), an MVP.\n\nAn MVP.\n",
            "Some repos (MVPs), an MVP.\n\nA first version.\n",
        ),
        // What the text explains stays whatever stands beside it.
        (
            "The repo is new.\n\nThey said “we saw the big repo once” of an MVP.\n",
            "The repo (an archive) is new.\n\n\
             They said “we saw the big repo once” of a first version.\n",
        ),
    ] {
        assert_eq!(planned(&session, &input("markdown", text)).0, expected);
    }
}

#[test]
fn an_article_that_markup_parts_stays() {
    let session = session(&[("MVP", "noun", "first version", "")]);
    for (text, expected, held) in [
        ("<p>A</b>n MVP", "<p>A</b>n MVP", Some(Held::Markup)),
        ("<p><b>An</b> MVP", "<p><b>A</b> first version", None),
        ("<p>&#65;n MVP", "<p>A first version", None),
    ] {
        let (after, why) = planned(&session, &input("html", text));
        assert_eq!((after.as_str(), why), (expected, vec![held]), "{text}");
    }
}

#[test]
fn a_noun_with_a_definition_is_replaced_everywhere_or_nowhere() {
    let defined = "definition = \"A copy in which nothing can break.\"";
    let session = session(&[
        ("sandbox", "noun", "practice area", defined),
        ("deliverable", "noun", "result", ""),
        ("utilize", "verb", "use", ""),
    ]);
    for (format, text, expected) in [
        (
            "markdown",
            "# A sandbox\n\nBoth sandboxes are new.\n",
            "# A practice area\n\nBoth practice areas are new.\n",
        ),
        (
            "markdown",
            "Both sandboxes are new. Call `open_sandbox()`.\n",
            "Both sandboxes (practice areas) are new. Call `open_sandbox()`.\n",
        ),
        (
            "html",
            "<p class=\"sandbox\">Both sandboxes are new.</p>\n",
            "<p class=\"sandbox\">Both practice areas are new.</p>\n",
        ),
        (
            "html",
            "<p>Both sandboxes are new: <a href=\"/sandbox\">see</a>.</p>\n",
            "<p>Both sandboxes (practice areas) are new: <a href=\"/sandbox\">see</a>.</p>\n",
        ),
        (
            "rst",
            "It is sandbox-based. Every sandbox is new.\n",
            "It is sandbox-based. Every sandbox (a practice area) is new.\n",
        ),
        // The author asks to leave one.
        (
            "markdown",
            "Every sandbox is new.\n\n<!-- dejargon-ignore-next-line -->\nThe sandbox stays.\n",
            "Every sandbox (a practice area) is new.\n\n\
             <!-- dejargon-ignore-next-line -->\nThe sandbox stays.\n",
        ),
        // The text says itself what it is, further down.
        (
            "markdown",
            "Every sandbox is new.\n\nA sandbox (a practice area) is empty.\n",
            "Every sandbox is new.\n\nA sandbox (a practice area) is empty.\n",
        ),
        // Each for itself.
        (
            "markdown",
            "`utilize(deliverable)`: we utilize each deliverable.\n",
            "`utilize(deliverable)`: we use each result.\n",
        ),
    ] {
        let (after, _) = planned(&session, &input(format, text));
        assert_eq!(after, expected, "{format}");
    }
}

#[test]
fn a_noun_that_is_torn_somewhere_keeps_its_name() {
    let defined = "definition = \"A short stroke.\"";
    let session = session(&[("dasher", "noun", "- dash", defined)]);
    let (after, held) = planned(
        &session,
        &input("rst", "dasher is here.\n\nSee it.\n\n* dasher\n"),
    );
    assert!(after.contains("* dasher\n"), "{after}");
    assert!(!after.starts_with("- dash"), "{after}");
    assert_eq!(held.len(), 2);
}

#[test]
fn words_that_are_named_stay() {
    let session = session(&[
        ("deliverable", "noun", "result", ""),
        ("terminate", "verb", "end", ""),
        ("statement of work", "noun", "work plan", ""),
    ]);
    for (format, text) in [
        ("markdown", "Press the \"terminate call\" button.\n"),
        (
            "markdown",
            "Press the button labeled “terminate call” now.\n",
        ),
        ("markdown", "Fill in the **deliverable** field.\n"),
        ("html", "<p>Fill in the <b>deliverable</b> field.</p>\n"),
        ("rst", "Fill in the *deliverable* field.\n"),
        ("text", "Fill in the *deliverable* field.\n"),
        ("markdown", "The tab *late deliverables* is new.\n"),
        ("markdown", "We sign a statement of work (sow).\n"),
        ("markdown", "We sign a statement of work (SoW).\n"),
        (
            "markdown",
            "We sign a *statement of work* (“SOW” for short).\n",
        ),
        ("markdown", "An SOW (“statement of work”) is long.\n"),
        (
            "markdown",
            "Call `send DELIVERABLE`, where DELIVERABLE is a file.\n",
        ),
        ("text", "Usage: send --to DELIVERABLE now\n"),
        (
            "markdown",
            "If the call terminated, it says:\n\n    call terminated\n",
        ),
        (
            "html",
            "<p>If the call terminated, it says:</p><pre>Call terminated</pre>\n",
        ),
    ] {
        let (after, held) = planned(&session, &input(format, text));
        assert_eq!(after, text, "{format}");
        assert!(held.contains(&Some(Held::Mention)), "{text}: {held:?}");
    }
    for (text, expected) in [
        (
            "The \"late deliverables\" grow.\n",
            "The \"late results\" grow.\n",
        ),
        ("A **deliverable** is due.\n", "A **result** is due.\n"),
        ("We terminate it (see below).\n", "We end it (see below).\n"),
        ("EVERY DELIVERABLE IS LATE.\n", "EVERY RESULT IS LATE.\n"),
    ] {
        let (after, _) = planned(&session, &input("markdown", text));
        assert_eq!(after, expected);
    }
}

//! A plain text that is translated while it is read: what comes out is what the
//! whole document gives, however it is read, and where it is not, why.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::collections::HashSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use dejargon::config::{Config, Flags};
use dejargon::finding::{Applicability, Finding, Held};
use dejargon::format;
use dejargon::input::Input;
use dejargon::paragraphs::Paragraphs;
use dejargon::rewrite::{How, gathered};
use dejargon::session::{Session, Translation};
use proptest::prelude::*;
use proptest::test_runner::{Config as Runs, RngSeed};

#[path = "support/documents.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod documents;

use documents::{bytes, plain, prose};

const HOWS: [How; 4] = [How::AsWritten, How::Replace, How::Explain, How::Footnote];

/// A session for each way to rewrite, with terms of every kind.
static SESSIONS: LazyLock<Vec<Session>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let flags = Flags {
        glossaries: vec![root.join("tests/support/glossary.toml")] as Vec<PathBuf>,
        no_bundled: true,
        isolated: true,
        ..Flags::default()
    };
    let config = Config::resolve(&flags, root).expect("the configuration is valid");
    let session = |how: How| Session::new(config.clone(), how).expect("the glossary is valid");
    HOWS.map(session).into()
});

fn session(how: How) -> &'static Session {
    let number = HOWS.iter().position(|known| *known == how);
    &SESSIONS[number.expect("each way has a session")]
}

/// Reads so many bytes at a time.
struct Slow<'t>(&'t [u8], usize);

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let step = self.1.min(buffer.len());
        self.0
            .take(step as u64)
            .read(buffer)
            .inspect(|read| self.0 = &self.0[*read..])
    }
}

/// What was found, without its place.
fn said(findings: &[Finding]) -> Vec<(String, Option<Held>)> {
    let words = findings.iter().filter(|finding| finding.term.is_some());
    let mut said: Vec<_> = words
        .map(|finding| (finding.text.to_string(), finding.held()))
        .collect();
    said.sort();
    said
}

/// The text as it comes out of a stream, and what was found.
fn streamed(how: How, text: &[u8], step: usize) -> (Vec<u8>, Vec<(String, Option<Held>)>) {
    let format = format::by_name("text").expect("the format exists");
    let mut stream = session(how).stream("text", format);
    let mut paragraphs = Paragraphs::new(Slow(text, step));
    let (mut out, mut findings) = (Vec::new(), Vec::new());
    while paragraphs.read().expect("bytes can be read") {
        while let Some(paragraph) = paragraphs.take() {
            let translation = stream.translate(paragraph, Applicability::is_safe);
            let translation = translation.expect("a paragraph is translated");
            out.extend(translation.bytes);
            findings.extend(translation.findings.into_iter().zip(translation.applied));
        }
    }
    out.extend(stream.end().into_bytes());
    // A term that is explained in a later paragraph was reported before.
    let findings: Vec<Finding> = gathered(findings)
        .into_iter()
        .map(|(found, _)| found)
        .collect();
    (out, said(&findings))
}

fn whole(how: How, text: &[u8]) -> Translation {
    let input = Input {
        name: "text".to_owned(),
        bytes: text.to_vec(),
        packed: None,
        format: format::by_name("text").expect("the format exists"),
        backlinks: None,
    };
    let translation = session(how).translate(&input, Applicability::is_safe);
    translation.expect("a text is translated")
}

/// Whether a term is used before the text explains it by itself, or a noun keeps its
/// name for a place further down: only who knows the whole text can leave that to it.
fn looks_ahead(translation: &Translation) -> bool {
    let mut written = HashSet::new();
    let mut findings = translation.findings.iter();
    translation.plan.keeps_any()
        || findings.any(|finding| {
            if finding.fix.is_some() {
                written.insert(&finding.rule);
            }
            let waits = finding.uses().any(|(_, held)| held == Some(Held::LaterUse));
            waits && !written.contains(&finding.rule)
        })
}

fn as_text(bytes: &[u8]) -> String {
    bytes.escape_ascii().to_string()
}

/// Plain text with directives on lines of their own, too.
fn text() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        4 => plain(),
        2 => prose().prop_map(|text| text + "\n\n"),
        1 => prop::sample::select(vec![
            "<!-- dejargon-disable -->\n", "<!-- dejargon-disable -->\n\n", "<!-- dejargon-enable -->\n\n",
            "<!-- dejargon-disable test/api test/repo -->\n\n", "<!-- dejargon-enable test/api -->\n",
            "<!-- dejargon-ignore-next-line -->\n", "\n\n\n", " \n", "\u{feff}- ", "\u{feff}",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(line, 1..8).prop_map(|lines| lines.concat())
}

proptest! {
    #![proptest_config(Runs {
        cases: 300,
        rng_seed: RngSeed::Fixed(7),
        failure_persistence: None,
        max_global_rejects: 100_000,
        ..Runs::default()
    })]

    #[test]
    fn a_stream_gives_what_the_whole_text_gives(
        text in bytes(text()),
        how in prop::sample::select(HOWS.to_vec()),
        step in prop::sample::select(vec![1_usize, 7, 100, 100_000]),
    ) {
        let translation = whole(how, &text.0);
        prop_assume!(!looks_ahead(&translation) && !looks_ahead(&whole(how, &translation.bytes)));
        let Translation { bytes: expected, findings, .. } = translation;
        let (out, found) = streamed(how, &text.0, step);
        prop_assert_eq!(as_text(&out), as_text(&expected), "of {}", as_text(&text.0));
        prop_assert_eq!(found, said(&findings), "in {}", as_text(&text.0));
    }

    #[test]
    fn how_a_stream_is_read_changes_nothing(
        text in bytes(text()),
        how in prop::sample::select(HOWS.to_vec()),
        step in 1_usize..50,
    ) {
        prop_assert_eq!(streamed(how, &text.0, step), streamed(how, &text.0, 100_000));
    }

    #[test]
    fn a_stream_that_is_translated_again_stays(
        text in bytes(text()),
        how in prop::sample::select(HOWS.to_vec()),
    ) {
        let once = streamed(how, &text.0, 100).0;
        let twice = streamed(how, &once, 100).0;
        prop_assert_eq!(as_text(&once), as_text(&twice), "of {}", as_text(&text.0));
    }
}

#[test]
fn what_comes_later_is_not_known() {
    let explains_later = "The API works.\n\nAn application programming interface (API) is new.\n";
    let ignored_later = "A repo.\n\nA repo. <!-- dejargon-ignore-file -->\n\nA repo.\n";
    let section = "A repo.\n\nWords used here\n\nrepo: A place for code.\n\nA repo.\n";
    let table = [
        (
            How::Explain,
            explains_later,
            "The API (a way for programs to talk to each other) works.\n\nAn application programming interface (API) is new.\n",
        ),
        (
            How::AsWritten,
            ignored_later,
            "An archive.\n\nA repo. <!-- dejargon-ignore-file -->\n\nA repo.\n",
        ),
        (
            How::AsWritten,
            section,
            "An archive.\n\nWords used here\n\nrepo: A place for code.\n\nA repo.\n",
        ),
        (How::Footnote, section, section),
    ];
    for (how, text, expected) in table {
        let out = streamed(how, text.as_bytes(), 5).0;
        assert_eq!(String::from_utf8_lossy(&out), expected, "{how:?}");
    }
}

#[test]
fn ignore_file_in_the_first_paragraph_holds_for_all() {
    let text =
        "\n\nA repo. <!-- dejargon-ignore-file -->\n\nA repo. <!-- dejargon-enable -->\n\nA repo.";
    assert_eq!(
        streamed(How::AsWritten, text.as_bytes(), 3).0,
        text.as_bytes()
    );
}

#[test]
fn a_long_paragraph_loses_nothing() {
    let text = "We leveraged the repo. ".repeat(200_000);
    let expected = "We used the archive. ".repeat(200_000);
    let out = streamed(How::AsWritten, text.as_bytes(), 64 * 1024).0;
    assert!(out == expected.as_bytes());
}

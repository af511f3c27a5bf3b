//! How fast each stage of the straight line is, in bytes of its document a second:
//! `cargo bench --bench stages`. Each stage is given what the one before it made. The document is made here, about one megabyte of
//! Markdown with about as much jargon as a technical text has.

#![allow(
    clippy::expect_used,
    reason = "a benchmark that cannot be set up fails"
)]

use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use dejargon::check::{Checked, Known, check};
use dejargon::config::{Config, Flags};
use dejargon::document::Document;
use dejargon::finding::{Applicability, Finding, Fix};
use dejargon::format;
use dejargon::glossary::bundled;
use dejargon::input::Input;
use dejargon::matcher::{Around, Scratch};
use dejargon::report::{FileReport, Report, ReportFormat};
use dejargon::rewrite::{How, Policy, Rewriter};
use dejargon::session::{Session, rewritten};
use dejargon::text::fold::Folding;
use dejargon::text::named::Named;
use divan::Bencher;
use divan::counter::BytesCount;

/// How large the document is, about.
const SIZE: usize = 1_000_000;

/// Sentences with and without jargon; a `#` is a number that changes.
const SENTENCES: &[&str] = &[
    "The team met on day # and went through what was left to do.",
    "We leveraged the new API to deploy the back end in under # minutes.",
    "Nobody had expected that the harvest would be this good.",
    "See [the guide](https://example.com/guide#part-#) for what to do next.",
    "Each of the # stakeholders asked for a *short* answer, and got one.",
    "The old tool was **deprecated** last spring; `legacy-tool` still runs it.",
    "It rained on the way home, so they stayed # nights in the village.",
    "Our latency went down once the cache was warm.",
    "A letter that arrives late is better than one that never does.",
    "The repo has # open questions, and the roadmap answers most of them.",
];

static DOCUMENT: LazyLock<Input> = LazyLock::new(|| {
    let mut text = String::with_capacity(SIZE + 1000);
    let mut number = 0_usize;
    while text.len() < SIZE {
        let _ = writeln!(text, "## Part {number} of the story\n");
        for line in 0..12 {
            // Steps that share no factor with the list give a mix without a pattern.
            let sentence = SENTENCES[(number * 7 + line * 3) % SENTENCES.len()];
            let bullet = if number % 4 == 3 { "- " } else { "" };
            let _ = writeln!(
                text,
                "{bullet}{}",
                sentence.replace('#', &number.to_string())
            );
            number += 1;
        }
        text.push('\n');
    }
    Input {
        name: "story.md".to_owned(),
        bytes: text.into_bytes(),
        packed: None,
        format: format::default(),
        backlinks: None,
    }
});

static SESSION: LazyLock<Session> = LazyLock::new(|| {
    let flags = Flags {
        isolated: true,
        ..Flags::default()
    };
    let config = Config::resolve(&flags, Path::new(".")).expect("the defaults are valid");
    Session::new(config.clone(), How::AsWritten).expect("the bundled glossaries are valid")
});

fn main() {
    LazyLock::force(&DOCUMENT);
    LazyLock::force(&SESSION);
    divan::main();
}

/// What every stage is measured in.
fn bytes() -> BytesCount {
    BytesCount::new(DOCUMENT.bytes.len())
}

#[divan::bench(name = "0 bundled glossaries")]
fn glossaries() -> usize {
    bundled::ALL
        .iter()
        .filter_map(|glossary| bundled::load(glossary.name))
        .count()
}

#[divan::bench(name = "1 session")]
fn session(bencher: Bencher<'_, '_>) {
    let config = Config::resolve(
        &Flags {
            isolated: true,
            ..Flags::default()
        },
        Path::new("."),
    );
    let config = config.expect("the defaults are valid");
    bencher.bench(|| Session::new(config.clone(), How::AsWritten));
}

#[divan::bench(name = "2 fold")]
fn fold(bencher: Bencher<'_, '_>) {
    let text = DOCUMENT.text();
    bencher
        .counter(bytes())
        .bench(|| Folding::new(&text, 0).count());
}

#[divan::bench(name = "3 segment Markdown")]
fn read(bencher: Bencher<'_, '_>) {
    let text = DOCUMENT.text();
    bencher
        .counter(bytes())
        .bench(|| DOCUMENT.format.read(&text));
}

#[divan::bench(name = "4 match")]
fn find(bencher: Bencher<'_, '_>) {
    let text = DOCUMENT.text();
    let document = DOCUMENT.format.read(&text);
    let mut scratch = Scratch::default();
    bencher.counter(bytes()).bench_local(|| {
        let mut matches = 0;
        for part in &document.parts {
            for segment in &part.segments {
                SESSION.matcher().find(
                    part.text(segment),
                    &mut scratch,
                    |_| false,
                    Around::default(),
                    |_| matches += 1,
                );
            }
        }
        matches
    });
}

/// The document's findings as `check` leaves them to the rewriter.
fn checked(document: &Document<'_>, known: &mut Known<'static>) -> Checked<'static> {
    check(
        document,
        SESSION.matcher(),
        "public",
        known,
        &mut Scratch::default(),
    )
}

#[divan::bench(name = "5 check (match included)")]
fn check_document(bencher: Bencher<'_, '_>) {
    let text = DOCUMENT.text();
    let document = DOCUMENT.format.read(&text);
    bencher
        .counter(bytes())
        .bench_local(|| checked(&document, &mut Known::default()).occurrences.len());
}

#[divan::bench(name = "6 rewrite: fixes")]
fn fixes(bencher: Bencher<'_, '_>) {
    let text = DOCUMENT.text();
    let document = DOCUMENT.format.read(&text);
    let policy = Policy::default();
    bencher
        .counter(bytes())
        // What a document explains, a rewriter notes down; each run needs its own.
        .with_inputs(|| {
            let mut known = Known::default();
            (checked(&document, &mut known), known)
        })
        .bench_local_values(|(checked, mut known)| {
            let mut rewriter = Rewriter::new(SESSION.matcher(), SESSION.config(), &policy, None);
            rewriter.findings(&document, &checked, &mut known)
        });
}

#[divan::bench(name = "7 rewrite: bytes")]
fn splice(bencher: Bencher<'_, '_>) {
    let findings = found();
    let fixes: Vec<&Fix> = findings
        .iter()
        .filter_map(|finding| finding.safe_fix())
        .collect();
    bencher
        .counter(bytes())
        .bench_local(|| rewritten(&DOCUMENT, &fixes).len());
}

#[divan::bench(name = "bytes to findings (3 to 7, and the result read again)")]
fn findings(bencher: Bencher<'_, '_>) {
    bencher.counter(bytes()).bench(|| SESSION.check(&DOCUMENT));
}

#[divan::bench(name = "bytes to bytes")]
fn translate(bencher: Bencher<'_, '_>) {
    bencher
        .counter(bytes())
        .bench(|| SESSION.translate(&DOCUMENT, Applicability::is_safe));
}

/// What is found in the document.
fn found() -> Vec<Finding> {
    SESSION.check(&DOCUMENT).expect("the document can be read")
}

#[divan::bench(name = "8 report", args = ["concise", "human", "json"])]
fn write(bencher: Bencher<'_, '_>, name: &str) {
    let format: &dyn ReportFormat = Named::by_name(name).expect("the format exists");
    let report = Report {
        files: vec![FileReport {
            path: DOCUMENT.name.clone(),
            source: DOCUMENT.text().into_owned(),
            findings: found(),
            ..FileReport::default()
        }],
        files_read: 1,
        ..Report::default()
    };
    let mut out = Vec::new();
    bencher.counter(bytes()).bench_local(|| {
        out.clear();
        format.write(&report, false, &mut out)
    });
}

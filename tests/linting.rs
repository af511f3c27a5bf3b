//! The linter on whole glossaries: one with about thirty mistakes, of the format
//! and of the words, which are all found in one run at their lines; and layers.

#![allow(clippy::expect_used, reason = "a test that cannot be set up fails")]

use std::path::Path;

use dejargon::lint::{Linter, Question, Source};
use toml::value::Date;

/// Line, column and rule of every finding, by file.
fn findings(sources: &[Source]) -> Vec<Vec<(usize, usize, String)>> {
    let linter = Linter::new(sources).expect("one search can take them");
    let question = Question {
        today: Date {
            year: 2026,
            month: 7,
            day: 1,
        },
        used: None,
    };
    let found = |finding: &dejargon::finding::Finding| {
        let start = finding.location.start;
        (start.line, start.column, finding.rule.to_string())
    };
    let reports = linter.reports(&question).into_iter();
    reports
        .map(|report| report.findings.iter().map(found).collect())
        .collect()
}

#[test]
fn a_broken_glossary_has_all_its_mistakes_in_one_run() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/linting/broken.toml");
    let text = std::fs::read_to_string(&path).expect("the fixture can be read");
    let source = Source::new(path, text);
    let expected: &[(usize, usize, &str)] = &[
        (6, 1, "lint/format"),
        (11, 9, "lint/part-of-speech"),
        (16, 14, "lint/circular-definition"),
        (17, 13, "lint/unknown-see-also"),
        (20, 8, "lint/unexplained-abbreviation"),
        (25, 9, "lint/long-plain"),
        (26, 13, "lint/review-due"),
        (32, 43, "lint/jargon-in-definition"),
        (37, 10, "lint/plain-cycle"),
        (42, 10, "lint/plain-cycle"),
        (47, 15, "lint/jargon-in-plain"),
        (52, 12, "lint/redundant-alias"),
        (53, 11, "lint/useless-exception"),
        (53, 21, "lint/useless-exception"),
        (60, 15, "lint/never-matches"),
        (66, 15, "lint/never-matches"),
        (69, 8, "lint/shadowed-form"),
        (85, 8, "lint/duplicate-form"),
        (91, 8, "lint/format"),
        (97, 18, "lint/format"),
        (101, 8, "lint/format"),
        (106, 9, "lint/format"),
        (111, 25, "lint/format"),
        (117, 14, "lint/long-definition"),
        (119, 3, "lint/failing-example"),
        (120, 3, "lint/failing-example"),
        (121, 3, "lint/failing-example"),
        (124, 1, "lint/format"),
        (131, 1, "lint/format"),
        (136, 9, "lint/part-of-speech"),
        (138, 3, "lint/format"),
    ];
    let found = findings(&[source]).remove(0);
    let found: Vec<(usize, usize, &str)> = found
        .iter()
        .map(|(line, column, rule)| (*line, *column, rule.as_str()))
        .collect();
    assert_eq!(found, expected);
}

/// Two files of one glossary, and one of another, that have forms in common: what is
/// found does not depend on which is named first.
#[test]
fn the_order_in_which_files_are_named_decides_nothing() {
    let file = |path: &str, name: &str, entry: &str| {
        let text = format!("glossary = {{ name = '{name}', title = 'T' }}\n[[term]]\n{entry}");
        Source::new(path, text)
    };
    let noun = "term = 'lead'\npart-of-speech = 'noun'\n";
    let files = [
        file(
            "x/one.toml",
            "x",
            &format!(
                "{noun}plain = 'buyer'\nexamples = [{{ text = 'A lead came.', becomes = 'A buyer came.' }}]"
            ),
        ),
        file(
            "x/two.toml",
            "x",
            &format!(
                "{noun}id = 'dog'\nonly-when = [{{ before = 'dog ' }}]\nexamples = [{{ text = 'The dog lead broke.' }}]"
            ),
        ),
        file(
            "y.toml",
            "a",
            &format!(
                "{noun}plain = 'chance'\nexamples = [{{ text = 'A lead came.', becomes = 'A chance came.' }}]"
            ),
        ),
    ];
    let found = |order: [usize; 3]| {
        let sources = order.map(|number| files[number].clone());
        findings(&sources)
    };
    let expected = found([0, 1, 2]);
    let rules = expected.iter().flatten().map(|(_, _, rule)| rule.as_str());
    assert_eq!(
        rules.collect::<Vec<&str>>(),
        ["lint/never-matches", "lint/failing-example"],
        "the other glossary lies below, and its entry is hidden"
    );
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        assert_eq!(found(order), expected, "{order:?}");
    }
}

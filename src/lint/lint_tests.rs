//! What each rule says of a glossary of an entry or two, and what it leaves
//! alone; a line a case. `tests/linting.rs` has whole glossaries.

use super::*;

const TODAY: Date = Date {
    year: 2026,
    month: 7,
    day: 1,
};

fn reports(sources: &[Source]) -> Vec<FileReport> {
    let linter = Linter::new(sources).expect("there are few terms");
    linter.reports(&Question {
        today: TODAY,
        used: None,
    })
}

/// Line, severity and rule of all that is wrong with glossaries, each of whose
/// entries begin at line 2.
fn broken(glossaries: &[&str]) -> Vec<String> {
    let glossaries = glossaries.iter().enumerate();
    let sources: Vec<Source> = glossaries
        .map(|(number, terms)| {
            let header = format!("glossary = {{ name = \"g{number}\", title = \"G\" }}");
            Source::new(format!("{number}.toml"), format!("{header}\n{terms}"))
        })
        .collect();
    let mut found = Vec::new();
    for (number, report) in reports(&sources).iter().enumerate() {
        for finding in &report.findings {
            let (rule, line) = (&finding.rule, finding.location.start.line);
            let file = if number == 0 { "" } else { "later " };
            found.push(format!("{file}{line} {} {}", finding.severity, &rule[5..]));
        }
    }
    found
}

/// Checks a rule on an entry of these lines, the term on line 3.
fn check(lines: &str, expected: &[&str]) {
    assert_eq!(
        broken(&[&format!("[[term]]\n{lines}")]),
        expected,
        "{lines}"
    );
}

#[test]
fn definitions_say_something_new() {
    for (definition, expected) in [
        (
            "The act of deploying.",
            &["4 warning circular-definition"][..],
        ),
        (
            "To deploy something, or its deployment.",
            &["4 warning circular-definition"],
        ),
        ("The act of making a program available.", &[]),
        ("Deploying a program.", &[]),
    ] {
        check(
            &format!("term = 'deployment'\ndefinition = '{definition}'"),
            expected,
        );
    }
    check(
        "term = 'on a monthly basis'\ndefinition = 'Once each month.'",
        &[],
    );
    check(
        "term = 'owing to'\naliases = ['by reason of']\ndefinition = 'For this reason.'",
        &[],
    );
    check("term = 'a lot of'\ndefinition = 'Many.'", &[]);
    let thirty = "word and ".repeat(15);
    check(&format!("term = 'x'\ndefinition = '{thirty}'"), &[]);
    check(
        &format!("term = 'x'\ndefinition = '{thirty} more'"),
        &["4 warning long-definition"],
    );
}

#[test]
fn abbreviations_are_explained() {
    check("term = 'KPI'", &["3 warning unexplained-abbreviation"]);
    check("term = 'KPI'\nexpansion = 'key performance indicator'", &[]);
    check(
        "term = 'KPI'\ndefinition = 'A number that tells success.'",
        &[],
    );
    check(
        "term = 'KPI'\nmeanings = { it = 'one', business = 'other' }",
        &[],
    );
    check("term = 'KPis'", &[]);
}

#[test]
fn plain_words_are_short_where_they_stand_in() {
    let long = "plain = 'one two three four five six'";
    check(&format!("term = 'x'\n{long}"), &["4 warning long-plain"]);
    check(&format!("term = 'x'\n{long}\nrewrite = 'explain'"), &[]);
    check("term = 'x'\nplain = 'one two three four five'", &[]);
}

#[test]
fn reviews_are_due_from_their_day_on() {
    check(
        "term = 'x'\nreview-by = 2026-07-01",
        &["4 warning review-due"],
    );
    check("term = 'x'\nreview-by = 2026-07-02", &[]);
}

#[test]
fn context_leaves_something_to_match() {
    check(
        "term = 'ping'\nonly-when = [{ after = 'a' }]\nnever-when = [{ after = 'a' }]",
        &["5 warning never-matches"],
    );
    check(
        "term = 'ping'\nonly-when = [{ after = 'a' }]\nnever-when = [{ after = 'a', before = 'b' }]",
        &[],
    );
    check(
        "term = 'ping'\nnever-when = [{ sentence = 'x' }, { sentence = '(?i)ping' }]",
        &["4 warning never-matches"],
    );
    check("term = 'ping'\nnever-when = [{ after = '$' }]", &[]);
}

#[test]
fn exceptions_except_something() {
    check(
        "term = 'spark'\nexcept = ['spark plug', 'Sparks flew']",
        &[],
    );
    check(
        "term = 'spark'\nexcept = ['Spark']",
        &["4 warning useless-exception"],
    );
    check(
        "term = 'spark'\nexcept = ['Flink']",
        &["4 warning useless-exception"],
    );
}

#[test]
fn aliases_are_no_forms_of_the_term() {
    let noun = "term = 'front end'\npart-of-speech = 'noun'\naliases = ";
    check(&format!("{noun}['frontend']"), &[]);
    check(&format!("{noun}['front-end']"), &["5 info redundant-alias"]);
    check(
        &format!("{noun}['frontend', 'frontends']"),
        &["5 info redundant-alias"],
    );
    check("term = 'API'\naliases = ['api']\nexpansion = 'a b'", &[]);
}

#[test]
fn related_terms_exist() {
    check("term = 'x'\nsee-also = ['X', 'x', 'it/api', 'SDK']", &[]);
    check(
        "term = 'x'\nsee-also = ['nonesuch']",
        &["4 warning unknown-see-also"],
    );
    // An entry that is broken is there all the same.
    check(
        "term = 'x'\nsee-also = ['y']\n[[term]]\nterm = 'y'\ncolour = 1",
        &["7 error format"],
    );
}

/// Two entries: how the second is written, and what is wrong.
#[test]
fn entries_of_one_form_can_be_told_apart() {
    let noun = "term = 'lead'\nid = 'noun'\npart-of-speech = 'noun'\n";
    for (second, expected) in [
        ("part-of-speech = 'noun'", &["8 error duplicate-form"][..]),
        ("part-of-speech = 'verb'", &[]),
        (
            "part-of-speech = 'noun'\nonly-when = [{ after = 'x' }]",
            &[],
        ),
        ("status = 'draft'\npart-of-speech = 'noun'", &[]),
    ] {
        check(
            &format!("{noun}\n[[term]]\nterm = 'lead'\n{second}"),
            expected,
        );
    }
    let context = "only-when = [{ after = 'x' }]";
    check(
        &format!("{noun}{context}\n[[term]]\nterm = 'lead'\npart-of-speech = 'noun'\n{context}"),
        &["8 error duplicate-form"],
    );
    // What matches anywhere leaves nothing to what comes behind it.
    check(
        "term = 'lead'\n[[term]]\nterm = 'lead'\nid = 'b'\npart-of-speech = 'adverb'",
        &["5 warning never-matches"],
    );
}

#[test]
fn later_glossaries_win() {
    let noun = "[[term]]\nterm = 'lead'\npart-of-speech = 'noun'\n";
    let found = |later: &str| broken(&[noun, later]);
    assert_eq!(found(noun), ["3 info never-matches"]);
    assert_eq!(
        found("[[term]]\nterm = 'leads'"),
        ["later 3 info shadowed-form"]
    );
    assert!(found("[[term]]\nterm = 'lead'\npart-of-speech = 'verb'").is_empty());
    assert!(found(&format!("{noun}only-when = [{{ after = 'x' }}]")).is_empty());
}

#[test]
fn jargon_does_not_explain_jargon() {
    let other = "\n[[term]]\nterm = 'runway'\npart-of-speech = 'noun'\n";
    for (first, other_has, expected) in [
        (
            "definition = 'A short runway.'",
            "",
            &["4 warning jargon-in-definition"][..],
        ),
        (
            "definition = 'A short runway.'\nsee-also = ['runway']",
            "",
            &[],
        ),
        ("definition = 'A short runway.'", "severity = 'info'", &[]),
        (
            "definition = 'A short runway.'",
            "known-to = ['public']",
            &[],
        ),
        ("definition = 'A short runway.'", "status = 'draft'", &[]),
        (
            "definition = 'A short runway.'",
            "never-when = [{ before = 'short ' }]",
            &[],
        ),
        (
            "definition = 'A short runway.'",
            "meanings = { it = 'a', b = 'c' }",
            &[],
        ),
        ("plain = 'runway'", "", &["4 warning jargon-in-plain"]),
        ("plain = 'runway'", "severity = 'info'", &[]),
        (
            "plain = 'runway'",
            "plain = 'burn'",
            &["4 error plain-cycle", "8 error plain-cycle"],
        ),
    ] {
        let first = format!("term = 'burn'\n{first}");
        let found = broken(&[&format!("[[term]]\n{first}{other}{other_has}")]);
        assert_eq!(found, expected, "{first} {other_has}");
    }
}

#[test]
fn examples_hold() {
    let entry = "term = 'leverage'\npart-of-speech = 'verb'\nplain = 'use'\nexamples = [\n";
    for (example, holds) in [
        (
            "{ text = 'We leveraged it.', becomes = 'We used it.' }",
            true,
        ),
        ("{ text = 'We leveraged it.' }", true),
        (
            "{ text = 'We leveraged it.', becomes = 'We leveraged it.' }",
            false,
        ),
        ("{ text = 'We used it.' }", false),
    ] {
        let expected = &["7 error failing-example"];
        check(
            &format!("{entry}{example}]"),
            if holds { &[] } else { expected },
        );
    }
}

#[test]
fn entries_that_documents_do_not_use_are_named() {
    let terms = "glossary = { name = 'a', title = 'A' }\nterm = [{ term = 'x' }, { term = 'y' }]\n";
    let sources = [Source::new("a.toml", terms)];
    let linter = Linter::new(&sources).expect("there are few terms");
    let input = crate::input::Input {
        name: "a.md".to_owned(),
        bytes: b"An x (x).".to_vec(),
        packed: None,
        format: crate::format::default(),
        backlinks: None,
    };
    let used = linter.session().occurring(&input).expect("it is text");
    let reports = linter.reports(&Question {
        today: TODAY,
        used: Some(used),
    });
    let found: Vec<(&str, usize)> = reports[0]
        .findings
        .iter()
        .map(|finding| (&*finding.rule, finding.location.start.column))
        .collect();
    assert_eq!(found, [("lint/unused-entry", 34)]);
}

#[test]
fn what_is_bundled_is_not_judged_by_what_lies_on_top() {
    let names = crate::glossary::bundled::ALL
        .iter()
        .map(|glossary| glossary.name);
    let mut sources: Vec<Source> = names.flat_map(Source::bundled).collect();
    let bundled_files = sources.len();
    let found = |sources: &[Source]| {
        let reports = reports(sources);
        let bundled = reports
            .iter()
            .take(bundled_files)
            .flat_map(|report| &report.findings);
        bundled
            .filter(|finding| finding.severity > crate::finding::Severity::Info)
            .count()
    };
    let alone = found(&sources);
    sources.push(Source::new(
        "own.toml",
        "glossary = { name = 'own', title = 'O' }\nterm = [{ term = 'use', part-of-speech = 'verb', plain = 'take' }]",
    ));
    assert_eq!(found(&sources), alone);
}

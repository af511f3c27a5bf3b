//! What is accepted as a glossary, and what is said about one that is not.

use super::*;
use crate::glossary::entries::slug;
use crate::glossary::term::{Entry, PartOfSpeech, Rewrite};

const HEAD: &str = "[glossary]\nname = \"it\"\ntitle = \"IT\"\n";

fn problems(text: &str) -> Vec<(usize, String, String)> {
    let found = parse(Path::new("words.toml"), text)
        .err()
        .unwrap_or_default();
    found
        .into_iter()
        .map(|problem| {
            let remedy = problem.remedy.unwrap_or_default();
            (problem.position.line, problem.message, remedy)
        })
        .collect()
}

/// The only problem of a glossary with these terms: its line, counted from the
/// first of the terms, what is wrong, and the remedy.
fn only_problem(terms: &str) -> (usize, String, String) {
    let mut found = problems(&format!("{HEAD}{terms}"));
    assert_eq!(found.len(), 1, "{terms}: {found:?}");
    let (line, message, remedy) = found.remove(0);
    (line - HEAD.lines().count(), message, remedy)
}

#[test]
fn each_mistake_is_told_with_its_line_and_remedy() {
    let table = [
        (
            "[[term]]\nterm = \"API\"\nplian = \"x\"",
            3,
            "unknown key `plian`",
            "did you mean `plain`?",
        ),
        (
            "[[term]]\nterm = \"API\"\npart-of-speech = \"nown\"",
            3,
            "unknown value `nown`",
            "did you mean `noun`?",
        ),
        (
            "[[term]]\nterm = \"\"",
            2,
            "an empty term matches nothing",
            "dictionary form",
        ),
        (
            "[[term]]\nterm = \"a\"\naliases = [\" \"]",
            3,
            "an empty term",
            "take the entry out",
        ),
        (
            "[[term]]\nterm = \"a\"\n[[term]]\nterm = \"b\"\nid = \"a\"",
            5,
            "the id `a` is taken by the entry of line 5",
            "another `id`",
        ),
        (
            "[[term]]\nterm = \"a\"\nonly-when = [{ before = '(x' }]",
            3,
            "the pattern `(x` is no regular expression",
            "backslash",
        ),
        (
            "[[term]]\nterm = \"a\"\nnever-when = [\n  { sentence = 'x' },\n  { after = '(z{1,1000}){1,1000}{1,1000}' },\n]",
            5,
            "is too big to be searched for",
            "fewer repetitions",
        ),
        (
            "[[term]]\nterm = \"box\"\npart-of-speech = \"noun\"\n[[term]]\nterm = \"crate\"\npart-of-speech = \"noun\"\naliases = [\"boxes\"]",
            5,
            "`boxes` is a form of `box` (line 5), too",
            "only-when",
        ),
        ("[[term]]\nplain = \"x\"", 1, "missing field `term`", ""),
        (
            "[[terms]]\nterm = \"x\"",
            1,
            "unknown key `terms`",
            "[[term]]",
        ),
        (
            "[term]\nterm = \"x\"",
            1,
            "`term` is a list of tables",
            "two brackets",
        ),
        (
            "[[term]]\nterm = 1",
            2,
            "invalid type: integer `1`, expected a string",
            "",
        ),
    ];
    for (terms, line, message, remedy) in table {
        let found = only_problem(terms);
        assert_eq!(found.0, line, "{terms}: {found:?}");
        assert!(found.1.contains(message), "{terms}: {found:?}");
        assert!(found.2.contains(remedy), "{terms}: {found:?}");
    }
}

#[test]
fn all_mistakes_are_told_in_one_go() {
    let text = "[glossary]\nname = \"IT!\"\ntitle = \"IT\"\nlanguag = \"en\"\n\
                [[term]]\nterm = \"a\"\nplian = \"b\"\nseverity = \"grave\"\ncase = \"some\"\n\
                [[term]]\nterm = \"\"\n";
    let lines: Vec<usize> = problems(text).into_iter().map(|(line, ..)| line).collect();
    assert_eq!(lines, [2, 4, 7, 8, 9, 11]);
}

#[test]
fn a_file_that_is_no_toml_says_so_only() {
    let syntax = problems("[glossary\nname = 1");
    assert!(!syntax.is_empty() && syntax.iter().all(|(line, ..)| *line <= 2));
    assert_eq!(problems("")[0].1, "the `[glossary]` table is missing");
}

#[test]
fn defaults_are_filled_in() {
    let entry = entry_of("term = \"SLA\"\nexpansion = \"service level agreement\"");
    assert_eq!(entry.part_of_speech, PartOfSpeech::Noun);
    assert_eq!(entry.rewrite, Rewrite::Expand);
    assert_eq!(&*entry.rule, "it/sla");
    let entry = entry_of("term = \"going forward\"\nplain = \"from now on\"");
    assert_eq!(entry.part_of_speech, PartOfSpeech::Phrase);
    assert_eq!(entry.rewrite, Rewrite::Replace);
    assert_eq!(entry_of("term = \"x\"").rewrite, Rewrite::Never);
}

#[test]
fn two_entries_of_one_form_need_something_to_tell_them_apart() {
    let terms = |second: &str| {
        format!(
            "{HEAD}[[term]]\nterm = \"ask\"\npart-of-speech = \"noun\"\n[[term]]\nterm = \"ask\"\nid = \"b\"\n{second}"
        )
    };
    let context = "part-of-speech = \"noun\"\nonly-when = [{ before = 'x' }]";
    assert!(problems(&terms(context)).is_empty());
    assert!(problems(&terms("part-of-speech = \"verb\"")).is_empty());
    assert_eq!(problems(&terms("part-of-speech = \"noun\"")).len(), 1);
}

#[test]
fn slugs_are_small_letters_digits_and_hyphens() {
    for (term, expected) in [
        ("API key", "api-key"),
        ("CI/CD", "ci-cd"),
        ("C++", "c"),
        ("Naïve", "naïve"),
    ] {
        assert_eq!(slug(term), expected);
    }
}

/// An entry as a test writes it.
pub(in crate::glossary) fn entry_of(fields: &str) -> Entry {
    let text = format!("{HEAD}[[term]]\n{fields}\n");
    let mut glossary = parse(Path::new("test.toml"), &text).expect("a sound glossary");
    glossary.entries.pop().expect("one entry")
}

//! Merges of small glossaries, written as what each side makes of a base.

use std::path::Path;

use super::*;
use crate::glossary::problem::SourceFile;

const BASE: &str = r#"# Ours.
[glossary]
name = "our"
title = "Our"

# --- Money ---

# Ask Ann.
[[term]]
term = "zoo"
plain = "park"
definition = "A park with animals."

[[term]]
term = "burn"
plain = "spend"
definition = "To use up."

# --- People ---

[[term]]
term = "churn"
definition = "Lost customers."
note = "Say it slowly."
"#;

fn merged(base: &str, ours: &str, theirs: &str) -> Merged {
    let source = |text| SourceFile {
        path: Path::new("words.toml"),
        text,
    };
    merge(
        source(base),
        source(ours),
        source(theirs),
        &Labels::default(),
    )
}

fn clean(ours: &str, theirs: &str) -> String {
    let merged = merged(BASE, ours, theirs);
    assert_eq!(merged.conflicts, [], "{}", merged.text);
    assert_eq!(merged.problems, []);
    merged.text
}

/// `BASE` with replacements.
fn with(changes: &[(&str, &str)]) -> String {
    let mut text = BASE.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}

const NEW: &str = "\n# From Bo.\n[[term]]\nterm = \"lead\" # a person\nplain = \"contact\"\n";

#[test]
fn what_one_side_changed_holds() {
    for (name, changes) in [
        ("a value", &[("\"spend\"", "[\"spend\", \"use\"]")][..]),
        ("a comment above", &[("# Ask Ann.", "# Ask Bo.")]),
        (
            "a comment behind",
            &[("plain = \"spend\"", "plain = \"spend\" # or use")],
        ),
        (
            "a comment above a field",
            &[("plain = \"spend\"", "# Bo says:\nplain = \"spend\"")],
        ),
        ("layout", &[("\"spend\"", "[\n  \"spend\", # yes\n]")]),
        (
            "a field more",
            &[("plain = \"spend\"\n", "plain = \"spend\"\nowner = \"Bo\"\n")],
        ),
        (
            "a table more",
            &[(
                "\"Say it slowly.\"\n",
                "\"Say it slowly.\"\n[term.inflections]\nplural = \"\"\n",
            )],
        ),
        ("a field less", &[("note = \"Say it slowly.\"\n", "")]),
        (
            "an entry more",
            &[("\n# --- People", &*format!("{NEW}\n# --- People"))],
        ),
        (
            "a section more",
            &[(
                "\n# --- People ---\n",
                "\n# --- Sales ---\n\n[[term]]\nterm = \"lead\"\n\n# --- People ---\n",
            )],
        ),
        (
            "an entry less",
            &[(
                "[[term]]\nterm = \"burn\"\nplain = \"spend\"\ndefinition = \"To use up.\"\n\n",
                "",
            )],
        ),
        (
            "a heading of a section",
            &[("# --- People ---", "# --- Customers ---")],
        ),
        (
            "the head",
            &[(
                "title = \"Our\"",
                "title = \"Our words\"\nknown-to = [\"it\"]",
            )],
        ),
        ("a comment of the head", &[("# Ours.", "# Ours, by Bo.")]),
        ("another term", &[("term = \"burn\"", "term = \"burn up\"")]),
    ] {
        let changed = with(changes);
        assert_eq!(clean(&changed, BASE), changed, "ours: {name}");
        assert_eq!(clean(BASE, &changed), changed, "theirs: {name}");
        assert_eq!(clean(&changed, &changed), changed, "both: {name}");
    }
}

#[test]
fn changes_of_both_sides_come_together() {
    let ours = with(&[
        (
            "definition = \"To use up.\"",
            "definition = \"To use up money.\"",
        ),
        ("# Ask Ann.", "# Ask Ann or Bo."),
        ("term = \"churn\"", "term = \"churn rate\""),
    ]);
    let theirs = with(&[
        (
            "plain = \"spend\"",
            "# The first is written.\nplain = [\"spend\", \"use\"] # ok",
        ),
        ("plain = \"park\"", "plain = \"animal park\""),
        ("note = \"Say it slowly.\"", "note = \"Say it.\""),
        ("\n# --- People", &format!("{NEW}\n# --- People")),
    ]);
    let both = with(&[
        (
            "definition = \"To use up.\"",
            "definition = \"To use up money.\"",
        ),
        ("# Ask Ann.", "# Ask Ann or Bo."),
        ("term = \"churn\"", "term = \"churn rate\""),
        (
            "plain = \"spend\"",
            "# The first is written.\nplain = [\"spend\", \"use\"] # ok",
        ),
        ("plain = \"park\"", "plain = \"animal park\""),
        ("note = \"Say it slowly.\"", "note = \"Say it.\""),
        ("\n# --- People", &format!("{NEW}\n# --- People")),
    ]);
    assert_eq!(clean(&ours, &theirs), both);
    assert_eq!(clean(&theirs, &ours), both);
}

#[test]
fn additions_at_one_place_are_all_kept() {
    let entry = |term: &str| format!("\n[[term]]\nterm = \"{term}\"\n");
    let ours = format!("{BASE}{}", entry("one"));
    let theirs = format!("{BASE}{}{}", entry("two"), entry("three"));
    let both = format!("{ours}{}{}", entry("two"), entry("three"));
    assert_eq!(clean(&ours, &theirs), both);
}

#[test]
fn a_sorted_file_stays_sorted() {
    let file = |terms: &[&str]| {
        let entries = terms
            .iter()
            .map(|term| format!("\n[[term]]\nterm = \"{term}\"\n"));
        format!(
            "[glossary]\nname = \"x\"\ntitle = \"X\"\n{}",
            entries.collect::<String>()
        )
    };
    let merged = merged(
        &file(&["b", "f", "k"]),
        &file(&["b", "d", "f", "k"]),
        &file(&["b", "f", "g", "k", "c"]),
    );
    assert_eq!(merged.text, file(&["b", "c", "d", "f", "g", "k"]));
}

#[test]
fn what_both_changed_in_two_ways_is_a_conflict() {
    for (name, ours, theirs, what, marked) in [
        (
            "a value",
            with(&[("\"spend\"", "\"use\"")]),
            with(&[("\"spend\"", "\"pay\"")]),
            "plain of burn",
            "<<<<<<< ours\nplain = \"use\"\n=======\nplain = \"pay\"\n>>>>>>> theirs\n",
        ),
        (
            "a comment",
            with(&[("# Ask Ann.", "# Ask Bo.")]),
            with(&[("# Ask Ann.", "# Ask Cy.")]),
            "the comments of zoo",
            "<<<<<<< ours\n# Ask Bo.\n=======\n# Ask Cy.\n>>>>>>> theirs\n",
        ),
        (
            "a field that is gone",
            with(&[("note = \"Say it slowly.\"\n", "")]),
            with(&[("slowly", "fast")]),
            "note of churn",
            "<<<<<<< ours\n=======\nnote = \"Say it fast.\"\n>>>>>>> theirs\n",
        ),
        (
            "an entry that is gone",
            with(&[(
                "term = \"burn\"\nplain = \"spend\"\ndefinition = \"To use up.\"\n\n",
                "term = \"x\"\n\n",
            )]),
            with(&[("\"spend\"", "\"pay\"")]),
            "burn (removed by ours)",
            "<<<<<<< ours\n=======\n[[term]]\nterm = \"burn\"\nplain = \"pay\"\ndefinition = \"To use up.\"\n>>>>>>> theirs\n",
        ),
        (
            "the same entry, new on both sides",
            format!("{BASE}\n[[term]]\nterm = \"lead\"\nplain = \"contact\"\n"),
            format!("{BASE}\n[[term]]\nterm = \"lead\"\nplain = \"person\"\nowner = \"Bo\"\n"),
            "plain of lead",
            "<<<<<<< ours\nplain = \"contact\"\n=======\nplain = \"person\"\n>>>>>>> theirs\nowner = \"Bo\"\n",
        ),
    ] {
        let merged = merged(BASE, &ours, &theirs);
        let said: Vec<&str> = merged
            .conflicts
            .iter()
            .map(|conflict| &*conflict.what)
            .collect();
        assert_eq!(said, [what], "{name}");
        assert!(merged.text.contains(marked), "{name}: {}", merged.text);
        let line = merged.text.lines().nth(merged.conflicts[0].line - 1);
        assert_eq!(line, Some("<<<<<<< ours"), "{name}");
    }
}

#[test]
fn an_entry_renamed_on_one_side_takes_the_changes_of_the_other() {
    let ours = with(&[("term = \"burn\"", "term = \"burn up\"")]);
    let theirs = with(&[("plain = \"spend\"", "plain = \"use\"")]);
    let both = with(&[
        ("term = \"burn\"", "term = \"burn up\""),
        ("plain = \"spend\"", "plain = \"use\""),
    ]);
    assert_eq!(clean(&ours, &theirs), both);
    assert_eq!(clean(&theirs, &ours), both);
}

#[test]
fn two_entries_of_one_form_are_a_mistake_of_the_result() {
    let entry =
        |id: &str| format!("{BASE}\n[[term]]\nterm = \"lead\"\nid = \"{id}\"\nplain = \"{id}\"\n");
    let merged = merged(BASE, &entry("one"), &entry("two"));
    assert_eq!(merged.conflicts, []);
    assert_eq!(merged.problems.len(), 1, "{:?}", merged.problems);
}

#[test]
fn what_is_no_glossary_is_merged_line_by_line() {
    let broken = BASE.replace("\"spend\"", "\"spend");
    let merged = merged(BASE, BASE, &broken);
    assert_eq!(merged.problems.len(), 1);
    assert_eq!(merged.conflicts.len(), 1);
    let marked = "<<<<<<< ours\nplain = \"spend\"\n=======\nplain = \"spend\n>>>>>>> theirs\n";
    assert!(merged.text.contains(marked), "{}", merged.text);
}

#[test]
fn line_endings_are_those_of_ours() {
    let theirs = with(&[("\"spend\"", "\"use\"")]);
    let ours = BASE.replace('\n', "\r\n");
    assert_eq!(clean(&ours, &theirs), theirs.replace('\n', "\r\n"));
    assert_eq!(clean(&theirs, &ours), theirs);
}

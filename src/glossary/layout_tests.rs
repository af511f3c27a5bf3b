//! Tables of what a file is cut into.

use std::path::Path;

use super::*;

const FILE: &str = r#"#:schema ./glossary.json

# Licence: CC0.
[glossary] # ours
name = "our"
title = "Our"

# --- Money ---

# Ask Ann.
[[term]] # old
term = "burn"
plain = [
  # the first is written
  "spend",
  "use up", # or this
] # two
# said by finance

definition = """
To use [money]
# up."""
# plain = "later"

[[term]]
id = "x"
term = "Churn"
[term.inflections] # odd
plural = ""

# an example
[[term.examples]]
text = "a"
[[term.examples]]
text = "b"
# next
[[term]]
term = "deal"
inflections.plural = "deals"
inflections.past = ""

# the end
"#;

fn cut(text: &str) -> Result<Layout<'_>, Vec<Problem>> {
    Layout::of(&Written::read(SourceFile {
        path: Path::new("words.toml"),
        text,
    }))
}

#[test]
fn entries_and_fields_have_their_comments() {
    let layout = cut(FILE).expect("it is a glossary");
    let [burn, churn, deal] = &layout.entries[..] else {
        panic!("three entries");
    };
    let at = |span| layout.at(span);
    assert_eq!(
        at(layout.head.comments),
        "#:schema ./glossary.json\n\n# Licence: CC0.\n"
    );
    assert_eq!(at(layout.head.heading), "[glossary] # ours\n");
    assert_eq!(at(burn.gap), "\n# --- Money ---\n\n");
    assert_eq!(at(burn.comments), "# Ask Ann.\n");
    assert_eq!(at(burn.heading), "[[term]] # old\n");
    assert_eq!(at(burn.tail), "# plain = \"later\"\n");
    let plain = burn.field("plain").expect("it is there");
    assert!(at(plain.assignment).starts_with("plain = [\n"));
    assert!(at(plain.assignment).ends_with(']'));
    assert!(at(plain.span).ends_with("] # two\n"));
    let definition = burn.field("definition").expect("it is there");
    assert_eq!(at(definition.comments), "# said by finance\n\n");
    assert!(at(definition.span).ends_with("# up.\"\"\"\n"));
    assert_eq!((&*churn.id, &*churn.term), ("x", "Churn"));
    let inflections = churn.field("inflections").expect("it is there");
    assert!(inflections.has_heading);
    assert_eq!(
        at(inflections.assignment),
        "[term.inflections] # odd\nplural = \"\"\n"
    );
    let examples = churn.field("examples").expect("it is there");
    assert_eq!(at(examples.comments), "\n# an example\n");
    assert_eq!(
        at(examples.assignment),
        "[[term.examples]]\ntext = \"a\"\n[[term.examples]]\ntext = \"b\"\n"
    );
    assert_eq!(at(deal.comments), "# next\n");
    let inflections = deal.field("inflections").expect("it is there");
    assert_eq!(
        at(inflections.assignment),
        "inflections.plural = \"deals\"\ninflections.past = \"\""
    );
    assert_eq!(at(layout.foot()), "\n# the end\n");
}

#[test]
fn the_pieces_are_the_whole_file() {
    for text in [
        FILE.to_owned(),
        FILE.replace('\n', "\r\n"),
        format!("\u{feff}{FILE}"),
        "\u{feff}[glossary]\nname = \"x\"".to_owned(),
        "[ glossary ]\n\"name\" = \"x\"\n[[ term ]]\n\"term\" = 'a'".to_owned(),
    ] {
        let layout = cut(&text).expect("it is a glossary");
        let mut whole = String::new();
        for piece in std::iter::once(&layout.head).chain(&layout.entries) {
            whole.push_str(layout.at(piece.gap));
            whole.push_str(layout.at(piece.comments));
            whole.push_str(layout.at(piece.heading));
            for field in &piece.fields {
                whole.push_str(layout.at(field.span));
            }
            whole.push_str(layout.at(piece.tail));
        }
        whole.push_str(layout.at(layout.foot()));
        assert_eq!(whole, text);
    }
}

#[test]
fn what_cannot_be_told_apart_is_left_alone() {
    for (name, text) in [
        (
            "inline entries",
            "term = [{ term = \"a\" }]\n[glossary]\nname = \"x\"\ntitle = \"X\"\n",
        ),
        (
            "inline head",
            "glossary = { name = \"x\", title = \"X\" }\n[[term]]\nterm = \"a\"\n",
        ),
        (
            "head below",
            "[[term]]\nterm = \"a\"\n[glossary]\nname = \"x\"\n",
        ),
        (
            "keys apart",
            "[glossary]\nname = \"x\"\n[[term]]\nmeanings.a = \"a\"\nterm = \"a\"\nmeanings.b = \"b\"\n",
        ),
        (
            "another table",
            "[glossary]\nname = \"x\"\n[[term]]\nterm = \"a\"\n[other]\nx = 1\n",
        ),
        ("no head", "[[term]]\nterm = \"a\"\n"),
        ("no TOML", "[glossary\n"),
    ] {
        assert!(cut(text).is_err(), "{name}");
    }
}

#[test]
fn a_sorted_file_has_a_place_for_every_term() {
    let file = |terms: &[&str]| {
        let entries = terms
            .iter()
            .map(|term| format!("\n[[term]]\nterm = \"{term}\"\n"));
        let entries: Vec<String> = entries.collect();
        let entries = entries.concat();
        format!("[glossary]\nname = \"x\"\ntitle = \"X\"\n{entries}")
    };
    for (terms, term, place) in [
        (&["Ad", "burn", "Churn"][..], "Bit", 1),
        (&["Ad", "burn", "Churn"], "aa", 0),
        (&["Ad", "burn", "Churn"], "zero", 3),
        (&["burn", "ad", "churn"], "bit", 3),
        (&["ad", "burn"], "aa", 2),
        (&[], "aa", 0),
    ] {
        let text = file(terms);
        let layout = cut(&text).expect("it is a glossary");
        assert_eq!(layout.place_for(term), place, "{term} in {terms:?}");
    }
}

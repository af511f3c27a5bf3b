//! Files before and after a change, byte for byte.

use std::path::Path;

use super::*;
use crate::glossary::PartOfSpeech;
use crate::glossary::parse;
use crate::interchange::Record;

const HEAD: &str = "# Ours.\n[glossary]\nname = \"our\"\ntitle = \"Our\"\n";

fn source(text: &str) -> SourceFile<'_> {
    SourceFile {
        path: Path::new("words.toml"),
        text,
    }
}

fn entry(term: &str) -> Record {
    let mut entry = Record::default();
    entry.say("term", term);
    entry.say("plain", "x");
    entry
}

#[test]
fn an_entry_goes_where_the_order_asks() {
    let sorted = "\n# a\n[[term]]\nterm = \"ad\"\n\n[[term]]\nterm = \"burn\"\n# b\n\n# --- c ---\n\n[[term]]\nterm = \"churn\"\n\n# end\n";
    let new = |term: &str| format!("[[term]]\nterm = \"{term}\"\nplain = \"x\"\n");
    for (name, text, term, expected) in [
        (
            "first",
            sorted.to_owned(),
            "a",
            sorted.replacen("# a", &format!("{}\n# a", new("a")), 1),
        ),
        (
            "between",
            sorted.to_owned(),
            "Bit",
            sorted.replacen("ad\"\n", &format!("ad\"\n\n{}", new("Bit")), 1),
        ),
        (
            "behind comments",
            sorted.to_owned(),
            "bye",
            sorted.replacen("# b\n", &format!("# b\n\n{}", new("bye")), 1),
        ),
        (
            "last",
            sorted.to_owned(),
            "zoo",
            format!("{sorted}\n{}", new("zoo")),
        ),
        (
            "the only one",
            String::new(),
            "zoo",
            format!("\n{}", new("zoo")),
        ),
        (
            "no last line end",
            "\n[[term]]\nterm = \"z\"".to_owned(),
            "a",
            format!("\n[[term]]\nterm = \"z\"\n\n{}", new("a")),
        ),
        (
            "blank end",
            "\n[[term]]\nterm = \"z\"\n\n".to_owned(),
            "a",
            format!("\n[[term]]\nterm = \"z\"\n\n{}", new("a")),
        ),
        (
            "close together",
            "[[term]]\nterm = \"z\"\n[[term]]\nterm = \"y\"\n".to_owned(),
            "a",
            format!(
                "[[term]]\nterm = \"z\"\n[[term]]\nterm = \"y\"\n{}",
                new("a")
            ),
        ),
    ] {
        for ending in ["\n", "\r\n"] {
            let written = |text: &str| format!("{HEAD}{text}").replace('\n', ending);
            let revision = added(source(&written(&text)), &entry(term)).expect(name);
            let expected = written(&expected);
            assert_eq!(revision.text, expected, "{name}");
            let heading = revision.text.lines().nth(revision.line - 1);
            assert_eq!(heading, Some("[[term]]"), "{name}");
        }
    }
}

#[test]
fn an_entry_has_all_that_is_said_of_it() {
    let mut entry = entry("He said \"hi\" \\o/");
    entry.say("id", "hi");
    entry.say("part-of-speech", "proper-noun");
    entry.say("plain", vec!["a", "b\nc"]);
    entry.say("aliases", vec!["it's"]);
    entry.say("status", "draft");
    let revision = added(source(HEAD), &entry).expect("it can be added");
    assert_eq!(revision.rule, "our/hi");
    let glossary = parse(Path::new("words.toml"), &revision.text).expect("it is a glossary");
    let read = &glossary.entries[0];
    assert_eq!(&*read.term, "He said \"hi\" \\o/");
    assert_eq!(read.part_of_speech, PartOfSpeech::ProperNoun);
    assert_eq!(read.plain, ["a", "b\nc"]);
    assert_eq!(read.aliases, ["it's"]);
    assert_eq!(read.status, crate::glossary::Status::Draft);
}

#[test]
fn what_is_there_already_is_not_added() {
    let text = format!("{HEAD}\n[[term]]\nterm = \"Lead\"\npart-of-speech = \"noun\"\n");
    let mut noun = entry("leads");
    noun.say("part-of-speech", "noun");
    for (name, new, message) in [
        ("an id", entry("lead"), "is here already, as our/lead"),
        ("a form", noun, "is a form of"),
        ("nothing", entry(" "), "an empty term"),
    ] {
        let problems = added(source(&text), &new).expect_err(name);
        assert!(
            problems[0].message.contains(message),
            "{name}: {}",
            problems[0]
        );
    }
    assert!(
        added(source("[glossary]\n"), &entry("x")).is_err(),
        "a broken file"
    );
}

#[test]
fn an_entry_goes_with_its_comments() {
    let text = format!(
        "{HEAD}\n# about ad\n[[term]]\nterm = \"ad\" # x\n# more\n\n# --- b ---\n\n[[term]]\nterm = \"burn\"\n\n[[term]]\nterm = \"churn\"\n"
    );
    for (id, expected) in [
        (
            "ad",
            "\n# --- b ---\n\n[[term]]\nterm = \"burn\"\n\n[[term]]\nterm = \"churn\"\n",
        ),
        (
            "burn",
            "\n# about ad\n[[term]]\nterm = \"ad\" # x\n# more\n\n# --- b ---\n\n[[term]]\nterm = \"churn\"\n",
        ),
        (
            "churn",
            "\n# about ad\n[[term]]\nterm = \"ad\" # x\n# more\n\n# --- b ---\n\n[[term]]\nterm = \"burn\"\n",
        ),
    ] {
        let revision = removed(source(&text), id).expect(id);
        assert_eq!(revision.text, format!("{HEAD}{expected}"), "{id}");
    }
    let mut text = text;
    for id in ["churn", "burn", "ad"] {
        text = removed(source(&text), id).expect(id).text;
    }
    assert_eq!(text, format!("{HEAD}\n# --- b ---\n"));
    assert!(removed(source(&text), "ad").is_err());
}

#[test]
fn a_new_name_goes_through_the_file() {
    let text = format!(
        r#"{HEAD}
# the base
[[term]]
term = "Bluebird" # why
part-of-speech = "noun"
aliases = ["Redbird", "Birdie"] # spoken
plain = "database"
examples = [
  {{ text = "Bluebirds are up.", becomes = "Databases are up." }},
]

[[term]]
term = "nest"
see-also = [
  "bluebird", # the base
  "our/bluebird",
]
"#
    );
    let follow = text
        .replace("term = \"Bluebird\"", "term = \"Redbird\"")
        .replace("[\"Redbird\", \"Birdie\"]", "[\"Birdie\"]")
        .replace("Bluebirds are", "Redbirds are")
        .replace("\"bluebird\"", "\"Redbird\"")
        .replace("our/bluebird", "our/redbird");
    let keep = follow
        .replace("# why\n", "# why\nid = \"bluebird\"\n")
        .replace("[\"Birdie\"]", "[\"Birdie\", \"Bluebird\"]")
        .replace("our/redbird", "our/bluebird");
    for (renaming, rule, expected) in [
        (Renaming::default(), "our/redbird", follow),
        (
            Renaming {
                keep_id: true,
                keep_alias: true,
                ..Renaming::default()
            },
            "our/bluebird",
            keep,
        ),
    ] {
        let renaming = Renaming {
            term: "Redbird".to_owned(),
            ..renaming
        };
        let revision = renamed(source(&text), "bluebird", &renaming).expect(rule);
        assert_eq!(revision.text, expected);
        let windows = |text: &str| text.replace('\n', "\r\n");
        let same = renamed(source(&windows(&text)), "bluebird", &renaming).expect(rule);
        assert_eq!(same.text, windows(&expected));
        assert_eq!(revision.rule, rule);
        assert_eq!(
            revision.text.lines().nth(revision.line - 1),
            Some("[[term]]")
        );
    }
}

#[test]
fn a_name_that_is_taken_is_refused() {
    let text = format!("{HEAD}\n[[term]]\nterm = \"a\"\n\n[[term]]\nterm = \"b\"\n");
    let renaming = Renaming {
        term: "B".to_owned(),
        ..Renaming::default()
    };
    assert!(renamed(source(&text), "a", &renaming).is_err());
}

#[test]
fn a_name_means_a_term_a_rule_or_an_id() {
    let text = format!(
        "{HEAD}[[term]]\nterm = \"Ping\"\nid = \"ping-host\"\nonly-when = [{{ after = \"x\" }}]\n[[term]]\nterm = \"ping\"\n"
    );
    let layout = Layout::of(&Written::read(source(&text))).expect("it is a glossary");
    for (name, expected) in [
        ("PING", &["ping-host", "ping"][..]),
        ("ping-host", &["ping-host"]),
        ("our/ping-host", &["ping-host"]),
        ("it/ping-host", &[]),
        ("pong", &[]),
    ] {
        let ids: Vec<&str> = named(&layout, "our", name)
            .iter()
            .map(|piece| &*piece.id)
            .collect();
        assert_eq!(ids, expected, "{name}");
    }
}

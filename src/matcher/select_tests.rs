//! What is found in a text, and what of things that lie on top of each other.

use std::path::Path;

use super::*;
use crate::glossary::{Layers, parse};

const WORDS: &str = r#"
[glossary]
name = "it"
title = "IT"
[[term]]
term = "API"
part-of-speech = "noun"
[[term]]
term = "API key"
part-of-speech = "noun"
[[term]]
term = "data lake"
part-of-speech = "noun"
[[term]]
term = "data"
part-of-speech = "noun"
except = ["data plan", "data lake"]
[[term]]
term = "spin up"
part-of-speech = "verb"
separable = true
[[term]]
term = "ask"
id = "ask-noun"
part-of-speech = "noun"
[[term]]
term = "ask"
id = "ask-verb"
part-of-speech = "verb"
[[term]]
term = "node.js"
[[term]]
term = "C++"
[[term]]
term = "branch"
part-of-speech = "noun"
never-when = [{ before = 'bank ' }]
[[term]]
term = "node"
part-of-speech = "noun"
plain = "computer in a group"
about = ["it"]
"#;

fn matcher() -> Matcher {
    let mut layers = Layers::default();
    layers.push(parse(Path::new("words.toml"), WORDS).expect("sound words"));
    layers.allow(["REST API".to_owned()]);
    Matcher::new(layers).expect("few terms")
}

/// What is found, with the entry where the spelling does not tell it.
fn found(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    matcher().find(
        text,
        &mut Scratch::default(),
        |_| false,
        Around::default(),
        |what| {
            let Found::Match(term) = what else {
                return;
            };
            let spelled = &text[term.whole().range()];
            found.push(match &*term.entry.rule {
                "it/ask-noun" | "it/ask-verb" => format!("{spelled}={}", term.entry.rule),
                _ => spelled.to_owned(),
            });
        },
    );
    found
}

#[test]
fn whole_words_are_found_leftmost_longest() {
    let table: [(&str, &[&str]); 25] = [
        ("The API key works.", &["API key"]),
        ("The API keyboard works.", &["API"]),
        ("A data lakehouse.", &["data"]),
        ("Data lakes and data.", &["Data lakes", "data"]),
        ("The data plans of our data.", &["data"]),
        ("The REST API and its API.", &["API"]),
        ("api, Api, APIS, my_API", &[]),
        ("APIs' limits, API's limits", &["APIs", "API"]),
        ("We spin the server up now.", &["spin the server up"]),
        ("We spin the API up now.", &["spin the API up", "API"]),
        ("We spin it spun it up.", &["spun it up"]),
        ("They spin in circles up there.", &[]),
        ("The ask is clear.", &["ask=it/ask-noun"]),
        ("We ask them.", &["ask=it/ask-verb"]),
        ("Use Node.js and C++, not C++11.", &["Node.js", "C++"]),
        ("A branch, a bank branch.", &["branch"]),
        (
            "data\u{a0}lake data-lake data\u{2011}lake data–lake",
            &["data\u{a0}lake", "data-lake", "data\u{2011}lake", "data"],
        ),
        ("da\u{ad}ta", &["da\u{ad}ta"]),
        ("https://x.y/API and api.API.example", &[]),
        ("A big-data lake.", &["data"]),
        ("A data lake-based plan.", &["data lake"]),
        ("We spin up-to-date wool.", &[]),
        ("In src/data and vault/data.", &[]),
        (
            "A branch/data view, read/data.",
            &["branch", "data", "data"],
        ),
        ("The REST/API/data, IT/data.", &["API", "data", "data"]),
    ];
    for (text, expected) in table {
        assert_eq!(found(text), expected, "{text}");
    }
}

/// What explains a term is not what its author speaks of, but says which sense is meant.
#[test]
fn a_remark_tells_the_sense_and_is_no_evidence() {
    let table: [(&str, &[&str], &[&str]); 6] = [
        ("The node is new.", &[], &[]),
        ("The nodes (computers in a group) are new.", &["nodes"], &[]),
        (
            "The node list (node: a computer in a group).",
            &["node"],
            &[],
        ),
        ("The node (in a group) is new.", &[], &[]),
        (
            "The API (a way to data lakes) is new.",
            &["API", "data lakes"],
            &["API"],
        ),
        (
            "An API list (API: a way to data) of data.",
            &["API", "API", "data", "data"],
            &["API", "data"],
        ),
    ];
    let matcher = matcher();
    for (text, terms, evidence) in table {
        let subjects = Subjects::default();
        let [mut found, mut speaks] = [Vec::new(), Vec::new()];
        let known = Around {
            start: 0,
            subjects: Some(&subjects),
        };
        for around in [Around::default(), known] {
            matcher.find(
                text,
                &mut Scratch::default(),
                |_| false,
                around,
                |what| match what {
                    Found::Match(term) if around.subjects.is_some() => {
                        found.push(text[term.span().range()].to_owned());
                    }
                    Found::Evidence(entry, _) => speaks.push(entry.term.to_string()),
                    Found::Match(_) | Found::Open(..) | Found::OpenInRemark => {}
                },
            );
        }
        assert_eq!(found, terms, "{text}");
        assert_eq!(speaks, evidence, "{text}");
    }
}

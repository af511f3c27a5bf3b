//! Which spellings an entry has, and what each of them is.

use super::*;
use crate::glossary::parse::entry_of;

fn spellings(fields: &str) -> Vec<String> {
    let forms = forms(&entry_of(fields));
    let spelled = forms.into_iter().map(|form| match form.particle {
        Some(particle) => format!("{} … {particle}", form.spelling),
        None => form.spelling,
    });
    spelled.collect()
}

#[test]
fn an_entry_has_its_inflections_and_those_of_its_aliases() {
    let table: [(&str, &[&str]); 8] = [
        (
            "term = \"deploy\"\npart-of-speech = \"verb\"",
            &["deploy", "deploys", "deployed", "deploying"],
        ),
        (
            "term = \"spin up\"\npart-of-speech = \"verb\"\nseparable = true",
            &[
                "spin up",
                "spins up",
                "spun up",
                "spinning up",
                "spin … up",
                "spins … up",
                "spun … up",
                "spinning … up",
            ],
        ),
        (
            "term = \"API\"\npart-of-speech = \"noun\"\naliases = [\"interface\"]",
            &["API", "APIs", "interface", "interfaces"],
        ),
        (
            "term = \"single source of truth\"\npart-of-speech = \"noun\"",
            &["single source of truth", "single sources of truth"],
        ),
        ("term = \"going forward\"", &["going forward"]),
        (
            "term = \"lean\"\npart-of-speech = \"adjective\"",
            &["lean", "leaner", "leanest"],
        ),
        (
            "term = \"index\"\npart-of-speech = \"noun\"\ninflections = { plural = [\"indices\", \"indexes\"] }",
            &["index", "indices", "indexes"],
        ),
        (
            "term = \"gear\"\npart-of-speech = \"noun\"\ninflections = { plural = \"\" }",
            &["gear"],
        ),
    ];
    for (fields, expected) in table {
        assert_eq!(spellings(fields), expected, "{fields}");
    }
}

#[test]
fn one_spelling_can_be_several_forms() {
    let entry = entry_of("term = \"reset\"\npart-of-speech = \"verb\"");
    let forms = forms(&entry);
    let reset = forms
        .iter()
        .find(|form| form.spelling == "reset")
        .expect("the base form");
    for inflection in [
        Inflection::Base,
        Inflection::Past,
        Inflection::PastParticiple,
    ] {
        assert!(reset.inflections.has(inflection));
    }
    assert_eq!(reset.inflections.only(), None);
}

#[test]
fn each_spelling_asks_for_its_own_comparison() {
    let entry = entry_of("term = \"API\"\npart-of-speech = \"noun\"\naliases = [\"interface\"]");
    let cases: Vec<Case> = forms(&entry).into_iter().map(|form| form.case).collect();
    assert_eq!(cases, [Case::Exact, Case::Exact, Case::Any, Case::Any]);
}

#[test]
fn exceptions_are_inflected_as_terms_are() {
    let plug = exception_forms("spark plug", Some(PartOfSpeech::Noun));
    assert_eq!(plug, ["spark plug", "spark plugs"]);
    assert!(
        exception_forms("roll out", Some(PartOfSpeech::Verb)).contains(&"rolled out".to_owned())
    );
}

//! Term bases of both editions and both styles, of this program and of others.

use std::fmt::Write as _;
use std::path::Path;

use super::super::record::Wordlist;
use super::*;

fn reading(body: &str) -> super::super::Reading {
    let text = format!(
        "<?xml version=\"1.0\"?>\n<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\">\
         <tbxHeader><fileDesc><titleStmt><title>Their\n words</title></titleStmt></fileDesc></tbxHeader>\
         <text><body>{body}</body></text></tbx>"
    );
    read(text.as_bytes(), None).expect("it is a term base")
}

#[test]
fn a_term_base_of_this_edition_is_read() {
    let reading = reading(
        "<conceptEntry id=\"c1\"><descrip type=\"subjectField\">web</descrip>\
         <transacGrp><transac type=\"transactionType\">origination</transac></transacGrp>\
         <langSec xml:lang=\"de\"><termSec><term>Schnittstelle</term></termSec></langSec>\
         <langSec xml:lang=\"en-US\"><descripGrp><descrip type=\"definition\">A way\n   in &amp; out.</descrip>\
         <admin type=\"source\">A book</admin></descripGrp>\
         <termSec><term>application programming interface</term><termNote type=\"termType\">fullForm</termNote></termSec>\
         <termSec><term>API</term><termNote type=\"termType\">acronym</termNote>\
         <termNote type=\"partOfSpeech\">noun</termNote><termNote type=\"grammaticalGender\">neuter</termNote>\
         <descripGrp><descrip type=\"context\">Our API.</descrip></descripGrp></termSec></langSec></conceptEntry>",
    );
    let record = &reading.lists[0].terms[0].record;
    assert_eq!(record.text("term"), Some("API"));
    assert_eq!(
        record.text("expansion"),
        Some("application programming interface")
    );
    assert_eq!(record.text("definition"), Some("A way in & out."));
    assert_eq!(record.text("source"), Some("A book"));
    assert_eq!(record.text("part-of-speech"), Some("noun"));
    assert_eq!(record.words("tags"), ["web"]);
    let left: Vec<&str> = reading.losses.left.keys().map(String::as_str).collect();
    assert_eq!(
        left,
        [
            "`grammaticalGender`",
            "`transacGrp`",
            "terms in the language `de`"
        ]
    );
}

#[test]
fn deprecated_terms_are_flagged_where_a_preferred_one_stands_beside() {
    let term = |term: &str, status: &str| {
        format!(
            "<termSec><term>{term}</term><termNote type=\"administrativeStatus\">{status}</termNote></termSec>"
        )
    };
    let reading = reading(&format!(
        "<conceptEntry id=\"c1\"><langSec xml:lang=\"en\">{}{}{}{}</langSec></conceptEntry>",
        term("apply", "admittedTerm-admn-sts"),
        term("use", "preferredTerm-admn-sts"),
        term("utilize", "deprecatedTerm-admn-sts"),
        term("make use of", "supersededTerm-admn-sts"),
    ));
    let record = &reading.lists[0].terms[0].record;
    assert_eq!(record.text("term"), Some("utilize"));
    assert_eq!(record.words("aliases"), ["make use of"]);
    assert_eq!(record.words("plain"), ["use", "apply"]);
    assert_eq!(record.text("status"), Some("deprecated"));
}

#[test]
fn the_edition_before_and_the_other_style_are_read() {
    let martif = "<?xml version=\"1.0\"?>\n<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n\
        <martif type=\"TBX\" xml:lang=\"en\"><martifHeader/><text><body><termEntry id=\"a\">\
        <langSet xml:lang=\"en\"><ntig><termGrp><term>sprint</term>\
        <termNote type=\"partOfSpeech\">noun</termNote></termGrp></ntig></langSet>\
        </termEntry></body></text></martif>";
    let dct = "<tbx type=\"TBX-Basic\" style=\"dct\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\" \
        xmlns:min=\"http://www.tbxinfo.net/ns/min\"><text><body><conceptEntry id=\"a\">\
        <langSec xml:lang=\"en\"><termSec><term>sprint</term>\
        <min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec></conceptEntry></body></text></tbx>";
    for text in [martif, dct] {
        let reading = read(text.as_bytes(), None).expect("it is a term base");
        let record = &reading.lists[0].terms[0].record;
        assert_eq!(record.text("term"), Some("sprint"));
        assert_eq!(record.text("part-of-speech"), Some("noun"), "{text}");
    }
}

#[test]
fn the_language_is_chosen() {
    let text = "<tbx><text><body><conceptEntry id=\"a\"><langSec xml:lang=\"fr\"><termSec><term>jeton</term>\
        </termSec></langSec><langSec xml:lang=\"de-AT\"><termSec><term>Marke</term></termSec></langSec>\
        </conceptEntry></body></text></tbx>";
    let term = |language| {
        let reading = read(text.as_bytes(), language).map_err(|refused| refused.to_string())?;
        let list = &reading.lists[0];
        Ok((
            list.language().to_owned(),
            list.terms[0].record.text("term").map(str::to_owned),
        ))
    };
    assert_eq!(term(None), Ok(("fr".to_owned(), Some("jeton".to_owned()))));
    assert_eq!(
        term(Some("de")),
        Ok(("de-AT".to_owned(), Some("Marke".to_owned())))
    );
    assert_eq!(
        term(Some("it")),
        Err("it has no language `it`, but de-AT, fr".to_owned())
    );
}

#[test]
fn hostile_files_are_refused() {
    let deep = format!(
        "<tbx>{}{}</tbx>",
        "<a>".repeat(50_000),
        "</a>".repeat(50_000)
    );
    let mut laughs = "<!DOCTYPE tbx [<!ENTITY a \"ha\">".to_owned();
    for level in 0..9 {
        let _ = write!(laughs, "<!ENTITY b{level} \"&a;&a;&a;&a;\">");
    }
    laughs.push_str("]><tbx>&b8;</tbx>");
    for text in [
        deep.as_str(),
        laughs.as_str(),
        "<!DOCTYPE tbx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><tbx>&x;</tbx>",
        "<tbx>&x;</tbx>",
        "<tbx><text>",
        "<html></html>",
        "<tbx a=\"&x;\"></tbx>",
        "",
        "text",
    ] {
        let shown: String = text.chars().take(60).collect();
        assert!(read(text.as_bytes(), None).is_err(), "{shown}");
    }
}

#[test]
fn what_looks_like_a_mark_and_is_none_comes_back() {
    let text = "[glossary]\nname = \"a\"\ntitle = \"A\"\n\
        [[term]]\nterm = \" x \"\nnote = \"dejargon plain\"\nsee-also = [\"nowhere\"]\n\
        [[term]]\nterm = \"y\"\nnote = \"dejargon rewrite: never\"\nstatus = \"draft\"\nsee-also = [\" x \"]\n\
        meanings = { \"a: b\" = \"c: d\", \": \" = \"\", \"e\\\\\" = \"f\" }\n";
    let list = Wordlist::parse(Path::new("a.toml"), text).expect("it is right");
    let (bytes, losses) = write(std::slice::from_ref(&list));
    assert!(losses.left.is_empty());
    let again = read(&bytes, None).expect("it reads what it writes");
    assert_eq!(again.lists, [list]);
}

#[test]
fn control_characters_are_counted() {
    let text = "[glossary]\nname = \"a\"\ntitle = \"A\"\n[[term]]\nterm = \"x\"\ndefinition = \"\\u0001\\r\"\n";
    let list = Wordlist::parse(Path::new("a.toml"), text).expect("it is right");
    let (bytes, losses) = write(&[list]);
    assert_eq!(losses.left["control characters, which XML cannot hold"], 1);
    let again = read(&bytes, None).expect("it reads what it writes");
    assert_eq!(
        again.lists[0].terms[0].record.text("definition"),
        Some("\u{fffd}\r")
    );
}

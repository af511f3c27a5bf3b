//! The forms of many words, a line per word: `base: form, form`, in the order of
//! `Inflection::of`, with accepted spellings parted by slashes and
//! a dash where there is no such form.

use super::*;

const VERBS: &str = include_str!("../../tests/fixtures/inflections/verbs.txt");

const NOUNS: &str = include_str!("../../tests/fixtures/inflections/nouns.txt");

const ADJECTIVES: &str = include_str!("../../tests/fixtures/inflections/adjectives.txt");

/// Texts that are no plain English words.
const ODD: &[&str] = &[
    "",
    " ",
    "-",
    "--",
    "a",
    "é",
    "İ",
    "İstanbul",
    "naïve",
    "déploy",
    "Déploy up",
    "8",
    "404",
    "1,000",
    "'",
    "(x)",
    "a--b",
    "-of-",
    "a-of-",
    "x of",
    "of",
    "of of of",
    "中文",
    "ﬁx",
    "ẞ",
    "Straße",
    "up-",
    "-up",
    "in-in-in",
    "non\u{2011}breaking",
    "tab\tword",
    "\u{301}",
    "ΟΔΟΣ",
    "e",
    "y",
    "l",
    "c",
    "ic",
    "uc",
    "ly",
    "s",
    "ss",
    "ed",
    "A/B",
    "/",
    "é-é",
    "un",
    "re",
    "o",
    "qu",
    "quy",
    "z",
    "iz",
];

#[test]
fn verbs_take_all_their_forms() {
    check(VERBS, WordClass::Verb, 220);
}

#[test]
fn nouns_take_a_plural() {
    check(NOUNS, WordClass::Noun, 160);
}

#[test]
fn adjectives_take_degrees() {
    check(ADJECTIVES, WordClass::Adjective, 60);
}

/// The lines of a table, without its head.
fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

fn check(table: &'static str, class: WordClass, at_least: usize) {
    assert!(rows(table).count() >= at_least);
    let wrong: Vec<_> = rows(table)
        .filter_map(|line| {
            let base = line.split(':').next().unwrap_or_default();
            let found = line_of_forms(base, class);
            (found != line).then(|| format!("{found}, not {line}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn line_of_forms(base: &str, class: WordClass) -> String {
    let forms = Inflection::of(class)[1..]
        .iter()
        .map(|inflection| inflect(base, class, *inflection).join("/"))
        .map(|forms| {
            if forms.is_empty() {
                "-".to_string()
            } else {
                forms
            }
        });
    format!("{base}: {}", forms.collect::<Vec<_>>().join(", "))
}

#[test]
fn head_is_the_part_that_changes() {
    for (phrase, class, expected) in [
        ("reach out to", WordClass::Verb, "reach"),
        ("right-size", WordClass::Verb, "size"),
        ("follow-up", WordClass::Verb, "follow"),
        ("cold call", WordClass::Verb, "call"),
        ("double down", WordClass::Verb, "double"),
        ("rollback", WordClass::Verb, "rollback"),
        ("point of contact", WordClass::Noun, "point"),
        ("man-in-the-middle attack", WordClass::Noun, "attack"),
        ("business to business sale", WordClass::Noun, "sale"),
        ("built in function", WordClass::Noun, "function"),
        ("on-call rota (weekly)", WordClass::Noun, "rota"),
        ("\"North Star\"", WordClass::Noun, "Star"),
        ("high-level", WordClass::Adjective, "high"),
        ("cloud-native", WordClass::Adjective, "cloud-native"),
        ("", WordClass::Noun, ""),
    ] {
        assert_eq!(&phrase[head(phrase, class)], expected, "{phrase}");
    }
}

#[test]
fn only_the_head_is_replaced() {
    let around = |phrase, class, head| Headed::new(phrase, class).around(head);
    assert_eq!(
        around("a point of contact.", WordClass::Noun, "places"),
        "a places of contact."
    );
    assert_eq!(
        around("Right-size it", WordClass::Verb, "sized"),
        "Right-sized it"
    );
    assert_eq!(around("", WordClass::Verb, "sized"), "sized");
}

#[test]
fn uncountable_nouns_are_known_by_their_head() {
    for uncountable in [
        "software",
        "Legacy Software",
        "SaaS",
        "big data",
        "feedback on a draft",
    ] {
        assert!(is_uncountable(uncountable), "{uncountable}");
    }
    for countable in [
        "software license",
        "data point",
        "feedback loop",
        "API",
        "",
        "framework",
    ] {
        assert!(!is_uncountable(countable), "{countable}");
    }
}

#[test]
fn base_is_the_phrase_itself() {
    for (phrase, class) in [
        ("backup", WordClass::Verb),
        ("SaaS", WordClass::Noun),
        ("Agile", WordClass::Adjective),
    ] {
        assert_eq!(inflect(phrase, class, Inflection::Base), [phrase]);
    }
}

#[test]
fn forms_of_another_class_do_not_exist() {
    assert!(inflect("deploy", WordClass::Verb, Inflection::Plural).is_empty());
    assert!(inflect("index", WordClass::Noun, Inflection::Past).is_empty());
    assert!(inflect("lean", WordClass::Adjective, Inflection::ThirdPerson).is_empty());
}

#[test]
fn odd_texts_do_not_panic_and_keep_their_surroundings() {
    for phrase in ODD {
        for class in [WordClass::Verb, WordClass::Noun, WordClass::Adjective] {
            let head = head(phrase, class);
            let _ = is_uncountable(phrase);
            for inflection in Inflection::ALL {
                for form in inflect(phrase, class, inflection) {
                    assert!(form.starts_with(&phrase[..head.start]), "{form}");
                    assert!(form.ends_with(&phrase[head.end..]), "{form}");
                }
            }
        }
    }
}

#[test]
fn a_variety_has_its_spelling() {
    let table = [
        ("travel", "traveled", "travelled"),
        ("label", "labeled", "labelled"),
        ("focus", "focused", "focused"),
        ("tell", "told", "told"),
        ("fill", "filled", "filled"),
    ];
    for (verb, american, british) in table {
        let past = || inflect(verb, WordClass::Verb, Inflection::Past);
        let of = |variety| spelling(past(), variety);
        assert_eq!(of(Variety::American).as_deref(), Some(american));
        assert_eq!(of(Variety::British).as_deref(), Some(british));
    }
}

#[test]
fn no_form_is_listed_twice() {
    for (table, class) in [
        (VERBS, WordClass::Verb),
        (NOUNS, WordClass::Noun),
        (ADJECTIVES, WordClass::Adjective),
    ] {
        for base in rows(table).filter_map(|line| line.split(':').next()) {
            for inflection in Inflection::ALL {
                let mut forms = inflect(base, class, inflection);
                let count = forms.len();
                forms.sort();
                forms.dedup();
                assert_eq!(forms.len(), count, "{base} {inflection:?}");
            }
        }
    }
}

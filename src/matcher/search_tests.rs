//! Two implementations agree: what our automaton over words finds is what the crate's
//! over letters finds that reads the whole text, folded before. The crate's forms come
//! from the entries, not from the index.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use unicode_normalization::UnicodeNormalization;

use super::{Hit, Matcher};
use crate::glossary::bundled;
use crate::glossary::forms::{exception_forms, forms};
use crate::glossary::layers::Layers;
use crate::glossary::parse;
use crate::matcher::index::{NO_ENTRY, Standing};
use crate::matcher::walk;
use crate::text::fold::{Folding, fold};
use crate::text::word::{Ending, ends_word, is_invisible, is_word_space, starts_word};

/// A hit as both give it: start, end, the rule (none for an allowed word), whether
/// it is an exception, the bits of the inflections, and the closing particle.
type Found = (usize, usize, Meaning);
type Meaning = (Option<String>, bool, u16, Option<String>);

struct Both {
    matcher: Matcher,
    automaton: AhoCorasick,
    meanings: Vec<Vec<Meaning>>,
    /// As they are written.
    spellings: Vec<String>,
}

/// The bundled glossaries, a project's own on top, and words it allows.
static BOTH: LazyLock<Both> = LazyLock::new(|| {
    let names: Vec<&str> = bundled::ALL.iter().map(|glossary| glossary.name).collect();
    let mut layers = Layers::of_bundled(&names).expect("the names are those of all, in order");
    let path = Path::new("tests/support/glossary.toml");
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .expect("the glossary can be read");
    layers.push(parse(path, &text).expect("the glossary is valid"));
    layers.allow(["runbook".to_owned(), "cloud native".to_owned()]);
    let mut by_folded: HashMap<String, BTreeSet<Meaning>> = HashMap::new();
    let mut spellings = Vec::new();
    let mut add = |spelling: String, meaning: Meaning| {
        by_folded
            .entry(fold(&spelling))
            .or_default()
            .insert(meaning);
        spellings.push(spelling);
    };
    for entry in layers.entries() {
        let rule = Some(entry.rule.to_string());
        for form in forms(entry) {
            let meaning = (
                rule.clone(),
                false,
                form.inflections.bits(),
                form.particle.clone(),
            );
            add(form.spelling, meaning);
        }
        for phrase in &entry.except {
            for spelling in exception_forms(phrase, Some(entry.part_of_speech)) {
                add(spelling, (rule.clone(), true, 0, None));
            }
        }
    }
    for word in layers.allowed() {
        for spelling in exception_forms(word, None) {
            add(spelling, (None, false, 0, None));
        }
    }
    let (patterns, meanings): (Vec<String>, Vec<_>) = by_folded.into_iter().unzip();
    Both {
        matcher: Matcher::new(layers).expect("there are not too many terms"),
        automaton: AhoCorasick::new(patterns).expect("there are not too many forms"),
        meanings: meanings
            .into_iter()
            .map(|set| set.into_iter().collect())
            .collect(),
        spellings,
    }
});

impl Both {
    fn by_index(&self, text: &str) -> BTreeSet<Found> {
        let mut found = BTreeSet::new();
        let mut scratch = walk::Scratch::default();
        let mut places = self.matcher.walk(text, &mut scratch);
        while let Some(hits) = places.next_place() {
            let start = hits[0].start;
            let whole = |hit: &&Hit| starts_word(text, start) && closes(text, hit.end);
            for hit in hits.iter().filter(whole) {
                let target = self.matcher.target(hit);
                let number = Some(target.entry).filter(|&number| number != NO_ENTRY);
                let entry = number.and_then(|number| self.matcher.layers().entry(number as usize));
                let (_, particle) = self.matcher.spellings(hit);
                let meaning = (
                    entry.map(|entry| entry.rule.to_string()),
                    target.rank.standing == Standing::Exception,
                    target.inflections.bits(),
                    particle.map(str::to_owned),
                );
                // Overridden by a layer above: `select` finds no entry for it.
                if entry.is_some() || target.rank.standing == Standing::Allowed {
                    found.insert((start, hit.end, meaning));
                }
            }
        }
        found
    }

    fn by_automaton(&self, text: &str) -> BTreeSet<Found> {
        // Where every byte of the folded text stands in the text.
        let mut folded = String::new();
        let mut places = Vec::new();
        let mut begins = 0;
        for (c, end) in Folding::new(text, 0) {
            // What is dropped before a character is not part of it.
            let skipped = text[begins..end]
                .chars()
                .take_while(|&dropped| is_invisible(dropped) || c != ' ' && is_word_space(dropped))
                .map(char::len_utf8)
                .sum::<usize>();
            places.extend(std::iter::repeat_n((begins + skipped, end), c.len_utf8()));
            folded.push(c);
            begins = end;
        }
        let mut found = BTreeSet::new();
        for hit in self.automaton.find_overlapping_iter(&folded) {
            let (start, end) = (places[hit.start()].0, places[hit.end() - 1].1);
            if starts_word(text, start) && closes(text, end) {
                let meanings = &self.meanings[hit.pattern().as_usize()];
                found.extend(meanings.iter().map(|meaning| (start, end, meaning.clone())));
            }
        }
        found
    }

    /// What only one of the two finds.
    fn difference(&self, text: &str) -> String {
        let (index, automaton) = (self.by_index(text), self.by_automaton(text));
        let mut said = String::new();
        for found in index.symmetric_difference(&automaton) {
            let whose = if index.contains(found) {
                "index"
            } else {
                "automaton"
            };
            let _ = writeln!(
                said,
                "only the {whose}: {:?} {found:?}",
                &text[found.0..found.1]
            );
        }
        said
    }
}

fn closes(text: &str, end: usize) -> bool {
    ends_word(text, end) != Ending::Open
}

/// A term or a plain word as somebody may write it.
fn token() -> impl Strategy<Value = String> {
    let plain = prop::sample::select(vec![
        "the", "é", "naïve", "x", "API", "-", "“", "up", "data", "ſ", "İ", "1.5", "a_b", "#", "'s",
    ]);
    let written = (any::<prop::sample::Index>(), 0..12_u8, any::<u8>()).prop_map(|(at, how, n)| {
        let spelling = at.get(&BOTH.spellings).as_str();
        let middle = spelling.floor_char_boundary(usize::from(n) % (spelling.len() + 1));
        let with = |what: &str| format!("{}{what}{}", &spelling[..middle], &spelling[middle..]);
        match how {
            0 => spelling.to_uppercase(),
            1 => spelling.to_lowercase(),
            2 => spelling.replace(' ', "-"),
            3 => spelling.replace(' ', "\u{a0}"),
            4 => spelling.replace([' ', '-'], " \t"),
            5 => spelling.replace(' ', "\u{2011}"),
            6 => with("\u{ad}"),
            7 => with("\u{301}"),
            8 => spelling.nfd().collect(),
            9 => spelling.replace('\'', "’") + "’s",
            10 => spelling.replace([' ', '-'], ""),
            _ => spelling.to_owned(),
        }
    });
    prop_oneof![1 => plain.prop_map(str::to_owned), 3 => written]
}

/// Tokens with what may stand between them.
fn text() -> impl Strategy<Value = String> {
    let between = prop::sample::select(vec![
        " ",
        " ",
        " ",
        " ",
        "-",
        ", ",
        ". ",
        "'",
        "/",
        " (",
        "",
        "\u{ad}",
        "\u{200b} ",
        "_",
        "\n",
        "  ",
        " \u{301}",
        "…",
        "’s ",
    ]);
    prop::collection::vec((token(), between), 1..24).prop_map(|tokens| {
        tokens
            .into_iter()
            .flat_map(|(token, between)| [token, between.to_owned()])
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1000,
        rng_seed: RngSeed::Fixed(7),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn an_automaton_over_all_forms_finds_the_same(text in text()) {
        let difference = BOTH.difference(&text);
        prop_assert!(difference.is_empty(), "{text:?}\n{difference}");
    }
}

#[test]
fn every_spelling_is_found_where_it_stands_alone() {
    for spelling in &BOTH.spellings {
        let text = format!("{spelling}, {spelling}");
        assert_eq!(BOTH.difference(&text), "", "{spelling}");
        let found = BOTH.by_index(&text);
        assert!(
            found
                .iter()
                .any(|&(start, end, _)| text[start..end] == **spelling),
            "{spelling} is not found"
        );
    }
}

/// On real documents: those under the folder that `DEJARGON_CORPUS` names.
#[test]
fn an_automaton_finds_the_same_on_a_corpus() {
    let Some(folder) = std::env::var_os("DEJARGON_CORPUS") else {
        return;
    };
    let mut documents = 0;
    for entry in ignore::Walk::new(folder).flatten() {
        let Ok(text) = std::fs::read_to_string(entry.path()) else {
            continue;
        };
        documents += 1;
        let difference = BOTH.difference(&text);
        assert!(
            difference.is_empty(),
            "{}\n{difference}",
            entry.path().display()
        );
    }
    assert!(documents > 0, "no document in that folder");
}

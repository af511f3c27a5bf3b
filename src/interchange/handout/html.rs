//! The page: everything in one file, to be sent, put on a web server, or printed.
//! Without JavaScript it is a list of words under their letters; with it, one that
//! can be searched and narrowed to what an audience does not know.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::super::record::Wordlist;
use super::{Card, escape, title};
use crate::glossary::slug;
use crate::glossary::term::{AUDIENCES, PUBLIC};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// What stands above the words that begin with no letter.
const NO_LETTER: &str = "#";

pub(super) fn write(lists: &[Wordlist], cards: &[Card<'_>]) -> String {
    let title = escape(&title(lists));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <!-- dejargon-ignore-file -->\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#words\">Skip to the words</a>\n<header>\n<h1>{title}</h1>\n"
    );
    for list in lists {
        if let Some(description) = list.header.text("description") {
            let _ = writeln!(page, "<p{}>{}</p>", lang(list), escape(description));
        }
    }
    filters(&mut page, cards);
    let index = Index::new(cards);
    let letters = letters(cards);
    page.push_str("</header>\n<nav aria-label=\"Letters\">\n");
    for (number, (letter, _)) in letters.iter().enumerate() {
        let _ = writeln!(page, "<a href=\"#letter-{number}\">{}</a>", escape(letter));
    }
    page.push_str("</nav>\n<main id=\"words\">\n");
    for (number, (letter, numbers)) in letters.iter().enumerate() {
        let _ = writeln!(
            page,
            "<section id=\"letter-{number}\">\n<h2>{}</h2>",
            escape(letter)
        );
        for &card in numbers {
            article(&mut page, &cards[card], card, &index);
        }
        page.push_str("</section>\n");
    }
    page.push_str("<p id=\"nothing\" hidden>No word fits.</p>\n</main>\n");
    let _ = write!(page, "<script>\n{SCRIPT}</script>\n</body>\n</html>\n");
    page
}

/// The search and the choices, which only a script can make work.
fn filters(page: &mut String, cards: &[Card<'_>]) {
    let known = cards
        .iter()
        .flat_map(|card| card.list.known_to(card.record));
    let mut audiences: BTreeSet<&str> = known.chain(AUDIENCES).collect();
    audiences.remove(PUBLIC);
    let tags: BTreeSet<&str> = cards
        .iter()
        .flat_map(|card| card.record.words("tags"))
        .collect();
    page.push_str(
        "<form id=\"filters\" role=\"search\" hidden>\n\
         <label>Search <input id=\"search\" type=\"search\" autocomplete=\"off\"></label>\n\
         <label>Readers <select id=\"audience\"><option value=\"\">everybody</option>",
    );
    options(page, &audiences);
    page.push_str("</select></label>\n");
    if !tags.is_empty() {
        page.push_str("<label>Topic <select id=\"tag\"><option value=\"\">all</option>");
        options(page, &tags);
        page.push_str("</select></label>\n");
    }
    let _ = write!(
        page,
        "<output id=\"count\" for=\"search audience tag\" aria-live=\"polite\">{} words</output>\n</form>\n",
        cards.len()
    );
}

fn options(page: &mut String, names: &BTreeSet<&str>) {
    for name in names {
        let name = escape(name);
        let _ = write!(page, "<option value=\"{name}\">{name}</option>");
    }
}

/// Cards under the letters that they begin with. What begins with none comes first,
/// as it does in the order of the cards.
fn letters(cards: &[Card<'_>]) -> Vec<(String, Vec<usize>)> {
    let mut letters: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, card) in cards.iter().enumerate() {
        let first = card.term().chars().next().filter(|c| c.is_alphabetic());
        let letter = first.map_or(NO_LETTER.to_owned(), |c| c.to_uppercase().collect());
        letters.entry(letter).or_default().push(number);
    }
    letters.into_iter().collect()
}

/// Where each word is found on the page.
struct Index {
    /// The anchor of each card, unlike any other.
    anchors: Vec<String>,
    /// Cards by their terms and aliases, in small letters.
    names: BTreeMap<String, usize>,
}

impl Index {
    fn new(cards: &[Card<'_>]) -> Self {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut anchors = Vec::new();
        let mut names = BTreeMap::new();
        for (number, card) in cards.iter().enumerate() {
            let mut anchor = format!("word-{}", slug(&card.rule));
            if !seen.insert(anchor.clone()) {
                anchor = format!("{anchor}--{number}");
            }
            anchors.push(anchor);
            names.entry(card.term().to_lowercase()).or_insert(number);
        }
        for (number, card) in cards.iter().enumerate() {
            for alias in card.record.words("aliases") {
                names.entry(alias.to_lowercase()).or_insert(number);
            }
        }
        Self { anchors, names }
    }

    /// A word, with a link to its card if it has one.
    fn link(&self, word: &str) -> String {
        let text = escape(word);
        match self.names.get(&word.to_lowercase()) {
            Some(&number) => format!("<a href=\"#{}\">{text}</a>", escape(&self.anchors[number])),
            None => text,
        }
    }
}

fn article(page: &mut String, card: &Card<'_>, number: usize, index: &Index) {
    let lang = lang(card.list);
    let record = card.record;
    let anchor = escape(&index.anchors[number]);
    let json = |names: &[&str]| escape(&serde_json::Value::from(names).to_string());
    let _ = write!(
        page,
        "<article id=\"{anchor}\" data-known=\"{}\" data-tags=\"{}\">\n<h3{lang}><a href=\"#{anchor}\">{}</a>",
        json(&card.list.known_to(record)),
        json(&record.words("tags")),
        escape(card.term())
    );
    if let Some(part) = record.text("part-of-speech") {
        let _ = write!(page, " <small>{}</small>", escape(part));
    }
    if record.text("status") == Some("deprecated") {
        page.push_str(" <small class=\"out\">on its way out</small>");
    }
    page.push_str("</h3>\n");
    if let Some(definition) = record.text("definition") {
        let _ = writeln!(page, "<p{lang}>{}</p>", escape(definition));
    }
    page.push_str("<dl>\n");
    let mut fact = |name: &str, text: String| {
        let _ = writeln!(page, "<div><dt>{name}</dt><dd{lang}>{text}</dd></div>");
    };
    let list = |name: &str| {
        let words: Vec<String> = record.words(name).iter().map(|word| escape(word)).collect();
        Some(words.join(", ")).filter(|text| !text.is_empty())
    };
    let facts = [
        ("Stands for", record.text("expansion").map(escape)),
        (
            "Say instead",
            list("plain").map(|plain| format!("<strong>{plain}</strong>")),
        ),
        ("Also", list("aliases")),
    ];
    for (name, text) in facts {
        if let Some(text) = text {
            fact(name, text);
        }
    }
    for (audience, meaning) in card.meanings() {
        fact(&format!("For {}", escape(audience)), escape(meaning));
    }
    for (text, becomes) in card.examples() {
        let becomes = becomes.map(|becomes| format!("<br>→ <q>{}</q>", escape(becomes)));
        fact(
            "Example",
            format!("<q>{}</q>{}", escape(text), becomes.unwrap_or_default()),
        );
    }
    if let Some(note) = record.text("note") {
        fact("Note", escape(note));
    }
    let related: Vec<String> = record
        .words("see-also")
        .iter()
        .map(|word| index.link(word))
        .collect();
    if !related.is_empty() {
        fact("See also", related.join(", "));
    }
    let facts = [
        (
            "Known to",
            Some(card.list.known_to(record).join(", ")).filter(|names| !names.is_empty()),
        ),
        ("Source", record.text("source").map(str::to_owned)),
    ];
    for (name, text) in facts {
        if let Some(text) = text {
            fact(name, escape(&text));
        }
    }
    page.push_str("</dl>\n</article>\n");
}

/// The language of what a glossary says, where it is not that of the page.
fn lang(list: &Wordlist) -> String {
    match list.language() {
        "en" => String::new(),
        language => format!(" lang=\"{}\"", escape(language)),
    }
}

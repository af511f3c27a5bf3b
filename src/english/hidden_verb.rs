//! Verbs that hide in nouns: `conduct a review of` says `review`.
//!
//! Owns how such words stand in a text: a light verb in any form, what may stand before
//! the noun, and what has to follow it. Which nouns they are is the table's. A place that
//! only looks like one says nothing; one whose sentence would have to be built anew, or
//! where the words around do not tell, is found and not certain.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::ambiguous;
use super::article::{Article, indefinite};
use super::inflect::{Inflection, WordClass};
use super::lexicon;
use super::role::{self, Context, Role};
use super::sentence::{Gap, last_word, next_word};

mod table;

use table::{ADVERBS, DOING, LIGHTS, ROWS, Row};

/// A place where a verb hides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// From the light verb to the noun, or to the preposition that goes with it.
    pub span: Range<usize>,
    /// What hides there.
    pub verb: Verb,
    /// What form the light verb is in.
    pub inflections: Vec<Inflection>,
    /// Whether the verb can take its place.
    pub is_certain: bool,
}

/// A verb that hides, with the adverb before it and the preposition behind it that the
/// place asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// In its dictionary form: `review`, `thoroughly review`, `think about`.
    pub plain: String,
    /// As the British spell it, if otherwise.
    pub british: Option<String>,
    /// What hides it, in the dictionary form: `conduct a review of`.
    pub hiding: String,
}

/// The verbs that hide in a text, in order.
pub fn hidden_verbs(text: &str) -> Vec<Hidden> {
    let mut found: Vec<Hidden> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphabetic() {
            at += 1;
            continue;
        }
        let length = bytes[at..]
            .iter()
            .position(|byte| !byte.is_ascii_alphabetic());
        let end = at + length.unwrap_or(bytes.len() - at);
        if FORMS.may_have(&bytes[at..end]) {
            let free = found.last().is_none_or(|last| last.span.end <= at);
            found.extend(free.then(|| read(text, at..end)).flatten());
        }
        at = end;
    }
    found
}

/// What hides behind the word at a place, if it is a form of a light verb.
fn read(text: &str, word: Range<usize>) -> Option<Hidden> {
    let (before, behind) = (&text[..word.start], &text[word.end..]);
    let touches = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\''));
    if touches || !behind.starts_with(char::is_whitespace) {
        return None;
    }
    let lights = FORMS
        .lights
        .get(&*text[word.clone()].to_ascii_lowercase())?;
    lights.iter().find_map(|light| {
        let mut words = Words::behind(text, word.end);
        if !light.particle.is_empty() && words.next()?.text != light.particle {
            return None;
        }
        active(text, word.clone(), light, words.clone())
            .or_else(|| passive(text, word.clone(), light, words))
    })
}

/// `conducted a review of`.
fn active(text: &str, word: Range<usize>, light: &Light, words: Words<'_>) -> Option<Hidden> {
    let before = &text[..word.start];
    let mut words = words;
    let mut next = words.next()?;
    let mut certain = true;
    let is_own = is_possessive(next.text);
    let is_opened = is_own || next.reads(&["a", "an", "the"]);
    if is_opened {
        certain &= !is_own || owner_agrees(before, next.text);
        next = words.next()?;
    } else if lexicon::class(next.text).is(lexicon::QUANTIFIER) && !next.reads(&["such"]) {
        certain = false;
        next = words.next()?;
    }
    let mut adjectives = Vec::new();
    let row = loop {
        if let Some(row) = noun(next.text) {
            break row;
        }
        if !is_adjective(next.text) || adjectives.len() == 2 {
            return None;
        }
        adjectives.push(next.text);
        next = words.next()?;
    };
    let noun_end = next.end;
    let link = words.next()?;
    let frame = row.frame(light, link.text)?;
    if light.helps() && !(is_opened && has_subject(before)) {
        return None;
    }
    certain &= light.is_verb(before, &text[word.clone()], &text[word.end..])?;
    let behind = words.rest();
    certain &= match frame.keeps {
        Keeps::Clause => true,
        Keeps::Verb => takes_verb(behind)?,
        Keeps::Preposition => role::has_object_behind(behind_only(behind)).then_some(true)?,
        Keeps::Nothing => takes_object(link.text, behind)?,
    };
    let adverb = match adjectives[..] {
        [] => "",
        // `contribute significantly to` goes on behind its verb.
        [adjective] if frame.keeps != Keeps::Preposition => adverb_of(adjective),
        _ => "",
    };
    certain &= adjectives.is_empty() || !adverb.is_empty();
    Some(Hidden {
        span: word.start..if frame.keeps == Keeps::Nothing {
            link.end
        } else {
            noun_end
        },
        verb: frame.verb(row, light, adverb),
        inflections: light.inflections.clone(),
        is_certain: certain,
    })
}

/// `a review was conducted of`: its sentence would have to be built anew.
fn passive(text: &str, word: Range<usize>, light: &Light, words: Words<'_>) -> Option<Hidden> {
    if !light.inflections.contains(&Inflection::PastParticiple) {
        return None;
    }
    let mut words = words;
    let mut before = &text[..word.start];
    let mut is_helped = false;
    let (row, before) = loop {
        let (last, rest) = last_word(before)?;
        let class = lexicon::class(last.text);
        if last.gap != Gap::Space {
            return None;
        }
        if !class.is(lexicon::AUXILIARY | lexicon::ADVERB) {
            break (noun(last.text)?, rest);
        }
        is_helped |= class.is(lexicon::BE);
        before = rest;
    };
    let link = words.next()?;
    let frame = row.frame(light, link.text).filter(|_| is_helped)?;
    let article = last_word(before).filter(|(word, _)| {
        let reads = |article: &&str| word.text.eq_ignore_ascii_case(article);
        word.gap == Gap::Space && ["a", "an", "the"].iter().any(|article| reads(&article))
    });
    let from = article.map_or(before.len(), |(_, before)| before.len());
    let start = from + text[from..].find(char::is_alphanumeric)?;
    Some(Hidden {
        span: start..link.end,
        verb: frame.verb(row, light, ""),
        inflections: vec![Inflection::Base],
        is_certain: false,
    })
}

/// The row of a noun, in any number that it is used in.
fn noun(word: &str) -> Option<&'static Row> {
    let folded = word.to_ascii_lowercase();
    NOUNS.get(&*folded).map(|&row| &ROWS[row])
}

fn is_adjective(word: &str) -> bool {
    lexicon::class(word).is(lexicon::ADJECTIVE) || !adverb_of(word).is_empty()
}

/// The adverb that an adjective becomes before the verb, or nothing.
fn adverb_of(adjective: &str) -> &'static str {
    let mut all = ADVERBS.iter();
    all.find(|(known, _)| adjective.eq_ignore_ascii_case(known))
        .map_or("", |(_, adverb)| adverb)
}

/// Whether what stands before `do` or `have` is a subject, or a verb that it follows:
/// they begin questions, too.
fn has_subject(before: &str) -> bool {
    let Some((word, _)) = last_word(before).filter(|(word, _)| word.gap == Gap::Space) else {
        return false;
    };
    let class = lexicon::class(word.text);
    let subject = lexicon::SUBJECT | lexicon::EITHER_PRONOUN | lexicon::TO | lexicon::AUXILIARY;
    class.is(subject) || !class.is(lexicon::CLOSED)
}

/// The context of nothing but what stands behind.
fn behind_only(after: &str) -> Context<'_> {
    Context {
        before: "",
        form: "",
        after,
    }
}

/// Whether a base form follows `to`; `None` where a noun does.
fn takes_verb(behind: &str) -> Option<bool> {
    let (next, _) = next_word(behind, "to")?;
    let class = lexicon::class(next.text);
    let is_small = next.text.starts_with(char::is_lowercase);
    let is_verb = class.is(lexicon::BE | lexicon::HAVE | lexicon::DO) || !class.is(lexicon::CLOSED);
    (next.gap == Gap::Space && is_small && is_verb).then_some(true)
}

/// Whether an object follows a preposition that goes, so that the verb can have it for
/// its own; `None` where something else does: `on Friday`, `in the last year`, `on site`.
fn takes_object(preposition: &str, behind: &str) -> Option<bool> {
    let context = behind_only(behind);
    if !role::has_object_behind(context) {
        return None;
    }
    let mut words = Words::behind(behind, 0);
    let first = words.next()?;
    let class = lexicon::class(first.text);
    if preposition.eq_ignore_ascii_case("of") {
        return Some(true);
    }
    let is_when = |word: &str| {
        lexicon::class(word).is(lexicon::TIME)
            || MONTHS.contains(&word)
            || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let mut near = std::iter::once(first).chain(words.take(3));
    if near.any(|word| is_when(word.text)) || BARE.contains(&first.text) {
        return None;
    }
    let opens = lexicon::ARTICLE
        | lexicon::DEMONSTRATIVE
        | lexicon::QUANTIFIER
        | lexicon::EITHER_PRONOUN
        | lexicon::OBJECT_PRONOUN
        | lexicon::INDEFINITE
        | lexicon::QUESTION
        | lexicon::ADJECTIVE;
    let is_plural = first.text.ends_with('s') && !first.text.ends_with("ss");
    let is_name = first.text.starts_with(char::is_uppercase);
    Some(class.is(opens) || is_plural || is_name)
}

const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Nouns that make adverbs with a preposition before them.
const BARE: &[&str] = &[
    "accordance",
    "addition",
    "advance",
    "average",
    "behalf",
    "date",
    "demand",
    "detail",
    "foot",
    "full",
    "general",
    "instance",
    "line",
    "now",
    "order",
    "paper",
    "parallel",
    "part",
    "particular",
    "person",
    "place",
    "practice",
    "principle",
    "private",
    "public",
    "purpose",
    "relation",
    "request",
    "response",
    "secret",
    "site",
    "time",
    "turn",
    "work",
    "writing",
];

fn is_possessive(word: &str) -> bool {
    OWNERS.iter().any(|(_, own)| word.eq_ignore_ascii_case(own))
}

const OWNERS: &[(&str, &str)] = &[
    ("i", "my"),
    ("you", "your"),
    ("he", "his"),
    ("she", "her"),
    ("it", "its"),
    ("we", "our"),
    ("they", "their"),
];

/// Whether what is done belongs to who does it: `she gave her approval`, and not `they
/// gave her approval`. A subject that is a noun is believed.
fn owner_agrees(before: &str, own: &str) -> bool {
    let mut rest = before;
    for _ in 0..4 {
        let Some((word, beyond)) = last_word(rest) else {
            return true;
        };
        let owner = OWNERS
            .iter()
            .find(|(owner, _)| word.text.eq_ignore_ascii_case(owner));
        if let Some((_, owned)) = owner {
            return owned.eq_ignore_ascii_case(own);
        }
        let class = lexicon::class(word.text);
        if word.gap != Gap::Space || !class.is(lexicon::AUXILIARY | lexicon::ADVERB | lexicon::TO) {
            return true;
        }
        rest = beyond;
    }
    true
}

/// A word behind the light verb.
#[derive(Clone, Copy, Debug)]
struct Token<'t> {
    text: &'t str,
    /// Where it ends in the text.
    end: usize,
}

impl Token<'_> {
    fn reads(&self, words: &[&str]) -> bool {
        words
            .iter()
            .any(|word| self.text.eq_ignore_ascii_case(word))
    }
}

/// The words behind a place, up to what is no space between them.
#[derive(Clone)]
struct Words<'t> {
    text: &'t str,
    at: usize,
    last: &'t str,
}

impl<'t> Words<'t> {
    fn behind(text: &'t str, at: usize) -> Self {
        Self { text, at, last: "" }
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let (word, rest) = next_word(self.rest(), self.last)?;
        if word.gap != Gap::Space {
            return None;
        }
        self.at = self.text.len() - rest.len();
        self.last = word.text;
        Some(Token {
            text: word.text,
            end: self.at,
        })
    }
}

/// A form of a light verb.
struct Light {
    verb: &'static str,
    inflections: Vec<Inflection>,
    /// The second word of a verb that has one, or nothing.
    particle: &'static str,
}

impl Light {
    /// Whether it is an auxiliary, too.
    fn helps(&self) -> bool {
        matches!(self.verb, "do" | "have") && self.inflections != [Inflection::PresentParticiple]
    }

    /// Whether it is surely a verb where it stands, and no noun as in `the place`; `None`
    /// where it is the noun.
    fn is_verb(&self, before: &str, form: &str, after: &str) -> Option<bool> {
        let as_noun = [Inflection::Base, Inflection::ThirdPerson];
        let can_be_noun = self.inflections.iter().any(|form| as_noun.contains(form))
            && ambiguous::can_be_noun(self.verb);
        let context = Context {
            before,
            form,
            after,
        };
        match can_be_noun.then(|| role::noun_or_verb(context)) {
            None | Some(Role::Verb) => Some(true),
            Some(Role::Undecided) => Some(false),
            Some(Role::Noun) => None,
        }
    }
}

/// What follows a noun, and what of it stays.
struct Frame {
    link: &'static str,
    keeps: Keeps,
    /// The preposition that takes the place of the link, or nothing.
    written: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keeps {
    Nothing,
    Preposition,
    Verb,
    Clause,
}

impl Row {
    /// What follows the noun, by the word behind it, if that light verb carries it.
    fn frame(&self, light: &Light, link: &str) -> Option<Frame> {
        let carries = |listed: &str| {
            listed == light.verb
                || listed == "do" && DOING.split(", ").any(|verb| verb == light.verb)
        };
        let mut frames = self.frames.split(' ').map(Frame::of);
        let frame = frames.find(|frame| link.eq_ignore_ascii_case(frame.link));
        frame.filter(|_| self.light.split(", ").any(carries))
    }
}

impl Frame {
    fn of(written: &'static str) -> Self {
        let (link, keeps, written) = match (written.strip_suffix('+'), written.split_once('=')) {
            (Some("to"), _) => ("to", Keeps::Verb, ""),
            (Some(link), _) => (link, Keeps::Clause, ""),
            (None, Some((link, kept))) if link == kept => (link, Keeps::Preposition, ""),
            (None, Some((link, other))) => (link, Keeps::Nothing, other),
            (None, None) => (written, Keeps::Nothing, ""),
        };
        Self {
            link,
            keeps,
            written,
        }
    }

    /// The verb of a row that hides behind a light one.
    fn verb(&self, row: &Row, light: &Light, adverb: &str) -> Verb {
        let noun = row.noun.split('/').next().unwrap_or_default();
        let article = match indefinite(noun) {
            Some(article) if !MASS.contains(&noun) => Article::as_str(article),
            _ => "",
        };
        let joined = |words: &[&str]| {
            let said: Vec<&str> = words
                .iter()
                .copied()
                .filter(|word| !word.is_empty())
                .collect();
            said.join(" ")
        };
        let (plain, british) = row.verb.split_once('/').unwrap_or((row.verb, ""));
        Verb {
            plain: joined(&[adverb, plain, self.written]),
            british: (!british.is_empty()).then(|| joined(&[adverb, british, self.written])),
            hiding: joined(&[light.verb, article, noun, self.link]),
        }
    }
}

/// Nouns without an article.
#[rustfmt::skip]
const MASS: &[&str] = &[
    "advice", "approval", "assistance", "authorization", "confirmation", "consent",
    "consideration", "contact", "control", "delivery", "emphasis", "encouragement", "guidance",
    "help", "knowledge", "maintenance", "mention", "monitoring", "permission", "protection",
    "provision", "reference", "reliance", "research", "supervision", "support", "testing",
    "thought", "training", "treatment", "trust", "use", "validation", "verification",
];

/// The numbers of the rows by their nouns.
static NOUNS: LazyLock<FxHashMap<&'static str, usize>> = LazyLock::new(|| {
    let rows = ROWS.iter().enumerate();
    rows.flat_map(|(number, row)| row.noun.split('/').map(move |noun| (noun, number)))
        .collect()
});

/// The forms of the light verbs.
struct Forms {
    lights: FxHashMap<&'static str, Vec<Light>>,
    /// The lengths of the forms, a bit each, by their first letters.
    lengths: [u32; 26],
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut all = Forms {
        lights: FxHashMap::default(),
        lengths: [0; 26],
    };
    for (verb, forms) in LIGHTS {
        let particle = verb.split_once(' ').map_or("", |(_, particle)| particle);
        let inflections = Inflection::of(WordClass::Verb).iter();
        for (form, &inflection) in forms.iter().zip(inflections) {
            if let Some(lengths) = all.lengths.get_mut(letter(form.as_bytes())) {
                *lengths |= 1 << form.len().min(31);
            }
            let lights = all.lights.entry(form).or_default();
            match lights.iter_mut().find(|light| light.verb == *verb) {
                Some(light) => light.inflections.push(inflection),
                None => lights.push(Light {
                    verb,
                    inflections: vec![inflection],
                    particle,
                }),
            }
        }
    }
    all
});

impl Forms {
    /// Whether some form begins like a word and is as long.
    fn may_have(&self, word: &[u8]) -> bool {
        let lengths = self.lengths.get(letter(word)).copied().unwrap_or_default();
        lengths & 1 << word.len().min(31) != 0
    }
}

/// The number of a word's first letter in the alphabet.
fn letter(word: &[u8]) -> usize {
    let first = word.first().map_or(0, u8::to_ascii_lowercase);
    usize::from(first.wrapping_sub(b'a'))
}

#[cfg(test)]
#[path = "hidden_verb_tests.rs"]
mod tests;

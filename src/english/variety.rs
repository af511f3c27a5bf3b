//! Which English a text is written in, by the words that only one side of the Atlantic
//! spells or uses so.
//!
//! Owns the list of such words. It is short on purpose: a word stands here if hardly
//! anybody on the other side writes it. `-ise` and `-ize` say little, since British
//! publishers use both.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// A variety of English, as far as plain words differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Variety {
    /// American, or not to be told.
    #[default]
    American,
    /// British, and whoever writes as the British do.
    British,
}

/// The signs that a text has shown so far.
#[derive(Clone, Debug, Default)]
pub struct Signs {
    british: FxHashSet<&'static str>,
    american: FxHashSet<&'static str>,
    /// Whether a word in -ise or -ize was met.
    weakly: [bool; 2],
}

/// What a sign weighs that counts; an ending weighs one.
const FULL: usize = 2;

impl Signs {
    /// Notes the signs in some words.
    pub fn read(&mut self, text: &str) {
        for word in text.split(|c: char| !c.is_alphanumeric() && c != '£') {
            self.note(word);
        }
    }

    /// The variety that most signs speak for.
    pub fn variety(&self) -> Variety {
        let weigh = |signs: &FxHashSet<_>, weakly| FULL * signs.len() + usize::from(weakly);
        let british = weigh(&self.british, self.weakly[0]);
        if british > weigh(&self.american, self.weakly[1]) {
            Variety::British
        } else {
            Variety::American
        }
    }

    fn note(&mut self, word: &str) {
        if word.starts_with('£') {
            self.british.insert("£");
            return;
        }
        let Some(folded) = Folded::of(word) else {
            return;
        };
        let is_name = word.starts_with(char::is_uppercase);
        match sign(folded.as_str(), word) {
            Some((Side::British, sign)) => _ = self.british.insert(sign),
            Some((Side::American, sign)) => _ = self.american.insert(sign),
            None if !is_name => {
                self.weakly[0] |= has_ending(folded.as_str(), WEAKLY_BRITISH);
                self.weakly[1] |= has_ending(folded.as_str(), WEAKLY_AMERICAN);
            }
            None => {}
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    British,
    American,
}

/// The sign that a word is: by its spelling, or by the stem that it begins with.
fn sign(folded: &str, written: &str) -> Option<(Side, &'static str)> {
    if let Some(&(capital, side, sign)) = WORDS.get(folded) {
        return (!capital || written.starts_with(char::is_uppercase)).then_some((side, sign));
    }
    if folded.len() < SHORTEST_STEM {
        return None;
    }
    let first = folded.as_bytes()[0];
    let stems = STEMS.iter();
    stems
        .filter(|(stem, _)| stem.as_bytes()[0] == first)
        .filter(|(stem, _)| folded.len() <= stem.len() + LONGEST_ENDING)
        .find(|(stem, _)| folded.starts_with(stem))
        .map(|&(stem, side)| (side, stem))
}

/// How long a stem is at least, in bytes; most words are shorter.
const SHORTEST_STEM: usize = 5;

/// How much may follow a stem: `behavioural`, `honourably`, `neighbourhoods`.
const LONGEST_ENDING: usize = 6;

#[rustfmt::skip]
const STEMS: &[(&str, Side)] = &[
    ("armour", Side::British), ("behaviour", Side::British), ("candour", Side::British),
    ("colour", Side::British), ("endeavour", Side::British), ("favour", Side::British),
    ("flavour", Side::British), ("harbour", Side::British), ("honour", Side::British),
    ("humour", Side::British), ("labour", Side::British), ("neighbour", Side::British),
    ("rumour", Side::British), ("savour", Side::British), ("tumour", Side::British),
    ("vapour", Side::British), ("manoeuvr", Side::British), ("paediatric", Side::British),
    ("anaesthe", Side::British), ("orthopaedic", Side::British), ("councillor", Side::British),
    ("analyse", Side::British), ("analysing", Side::British), ("catalogu", Side::British),
    ("armor", Side::American), ("behavior", Side::American), ("color", Side::American),
    ("endeavor", Side::American), ("favor", Side::American), ("flavor", Side::American),
    ("harbor", Side::American), ("honor", Side::American), ("labor", Side::American),
    ("neighbor", Side::American), ("rumor", Side::American), ("savor", Side::American),
    ("tumor", Side::American), ("maneuver", Side::American), ("pediatric", Side::American),
    ("anesthe", Side::American), ("orthopedic", Side::American), ("analyz", Side::American),
];

/// Whole words. A capital says that the word is a sign with one only.
#[rustfmt::skip]
const LISTS: &[(Side, &str)] = &[
    (Side::British, "
        whilst amongst learnt spelt centre centres centred theatre theatres metre metres
        kilometre kilometres litre litres fibre fibres programme programmes licence licences
        defence defences offence offences pretence cheque cheques tyre tyres kerb kerbs grey
        plough ploughs mould storey storeys jewellery aluminium cancelled cancelling travelled
        travelling traveller travellers labelled labelling modelled modelling fuelled signalled
        counselling counsellor counsellors fulfil fulfils enrol enrols enrolment instalment instalments skilful
        wilful ageing maths fortnight fortnightly pensioner pensioners postcode postcodes
        motorway motorways lorry lorries petrol solicitor solicitors barrister barristers
        tonne tonnes sceptic sceptical draught vigour rigour odour parlour practise practised
        practising tarmac pavements aeroplane mum rubbish fulfilment Whitehall HMRC NHS
        Westminster Ofsted Ofcom Holyrood"),
    (Side::American, "
        gotten center centers centered theater theaters meter meters kilometer kilometers liter
        liters fiber fibers defense offense pretense tire tires curb curbs gray plow plows mold
        jewelry aluminum canceled canceling traveled traveling traveler travelers labeled
        labeling modeled modeling fueled signaled counseling counselor counselors fulfill
        fulfills enrollment installment installments skillful willful math skeptic
        skeptical vigor rigor odor parlor gasoline sidewalk sidewalks freeway attorney attorneys
        airplane airplanes downtown toward percent Federal federally Medicare Medicaid Congress
        Senate IRS ZIP licensed fulfillment nonprofit nonprofits"),
];

const WEAKLY_BRITISH: &[&str] = &["ise", "ised", "ises", "ising", "isation", "isations"];
const WEAKLY_AMERICAN: &[&str] = &["ize", "ized", "izes", "izing", "ization", "izations"];

/// Words that everybody ends in -ise.
#[rustfmt::skip]
const EVERYBODYS: &[&str] = &[
    "advertise", "advise", "arise", "compromise", "concise", "disguise", "enterprise",
    "exercise", "expertise", "franchise", "improvise", "merchandise", "noise", "otherwise",
    "precise", "premise", "promise", "raise", "revise", "rise", "supervise", "surprise",
    "televise", "wise", "likewise", "devise", "comprise", "cruise", "bruise", "praise",
    "excise", "incise", "demise", "treatise", "paradise", "appraise", "clockwise", "poise",
];

/// Whether a word has one of the endings that the two sides spell in two ways.
fn has_ending(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| {
        word.strip_suffix(ending).is_some_and(|stem| {
            let everybodys = |known: &&str| known.strip_suffix("ise") == Some(stem);
            stem.len() > 2 && !EVERYBODYS.iter().any(everybodys)
        })
    })
}

/// A listed word: whether it needs its capital, whose it is, and its sign.
type Listed = (bool, Side, &'static str);

static WORDS: LazyLock<FxHashMap<String, Listed>> = LazyLock::new(|| {
    let listed = LISTS.iter().flat_map(|&(side, words)| {
        let words = words.split_ascii_whitespace();
        words.map(move |word| {
            let capital = word.starts_with(char::is_uppercase);
            (word.to_lowercase(), (capital, side, word))
        })
    });
    listed.collect()
});

/// Longer words are no signs.
const LONGEST: usize = 20;

/// A word of ASCII letters in small ones.
struct Folded {
    letters: [u8; LONGEST],
    length: usize,
}

impl Folded {
    fn of(word: &str) -> Option<Self> {
        if !(3..=LONGEST).contains(&word.len()) {
            return None;
        }
        let mut letters = [0; LONGEST];
        for (letter, byte) in letters.iter_mut().zip(word.bytes()) {
            if !byte.is_ascii_alphabetic() {
                return None;
            }
            *letter = byte.to_ascii_lowercase();
        }
        let length = word.len();
        Some(Self { letters, length })
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.letters[..self.length]).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variety(text: &str) -> Variety {
        let mut signs = Signs::default();
        signs.read(text);
        signs.variety()
    }

    #[test]
    fn a_text_shows_its_variety_by_a_few_words() {
        for text in [
            "The youth programme moved to the new centre.",
            "Labour costs rose whilst the council waited.",
            "They organised a walk and prioritised the old.",
            "It cost £30 a head.",
            "A neighbourhood in grey; the color is off.",
        ] {
            assert_eq!(variety(text), Variety::British, "{text}");
        }
        for text in [
            "",
            "We met at noon.",
            "The Federal labor office closed two centers.",
            "They organized a walk.",
            "A wise enterprise will rise and promise to advise.",
            "Our neighbors like the colour of the theater.",
            "The color of the federation is red.",
            "They analysed it at the defense center.",
        ] {
            assert_eq!(variety(text), Variety::American, "{text}");
        }
    }

    #[test]
    fn no_word_is_on_both_sides() {
        let words: usize = LISTS
            .iter()
            .map(|(_, words)| words.split_ascii_whitespace().count())
            .sum();
        assert_eq!(WORDS.len(), words);
    }
}

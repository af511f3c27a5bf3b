//! Whether a text is plainly in another language: the words that hold sentences together
//! tell. Those of English are counted against those of each other language, without the
//! words that both have. In doubt a text is English: names, tables and code have few
//! such words, and are never called foreign.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// English first, then other languages that are written in Latin letters.
const LANGUAGES: [&str; 15] = [
    "the of and to in is that it for on with as was are be this by from or an at not have has had \
     were which you your we our they their there its but if when what can could will would should \
     may must more than then these those do does how all also any each other such into only about \
     out up no so his her he she who one some over after before because while where been being \
     both here just like most much me my us why use used uses using see make made need get let new per \
     same two first many add set run via",
    "le la les de des du un une et est en dans que qui pour sur pas plus par avec ce cette ces son \
     sa ses il elle nous vous ils je ne se au aux ou mais sont cet leur leurs tout tous comme si \
     ont sans entre votre vos notre nos même très aussi être été fait où dont peut ainsi lors",
    "der die das und ist nicht den von zu mit sich des auf für im dem ein eine einen einem einer \
     als auch es werden aus er hat dass sie nach wird bei wir ich ihr noch wie um am sind nur oder \
     aber vor zur bis mehr durch man kann diese dieser dieses wenn haben sein seine über zum unter \
     gegen vom können wurde keine",
    "el la los las de del que en un una por con para es se su al lo como más pero sus le este esta \
     esto sí porque entre cuando muy sin sobre también hasta hay donde quien desde todo nos son \
     está ser fue era han si puede ese eso y",
    "os as de da do dos das que em um uma para com não por se na nas mais como mas foi ao ele ela \
     seu sua ou ser quando muito há já está também só pelo pela até isso entre depois sem mesmo \
     aos seus quem esse esta este são você pode",
    "de het een en van ik te dat die niet zijn op aan met voor er om hij ook maar als dan wat bij \
     uit nog naar heb kan deze dit door worden wordt hebben heeft was je ze zich geen tot wel moet \
     mijn haar hun onze is in we",
    "il lo la gli le di del della dei delle dello che un una uno per con non sono si da come al \
     alla ma anche più questo questa se ha nel nella dal dalla su ci ho cui essere suo sua loro tra \
     quando molto ai alle degli dopo senza è",
    "och det att en jag som är på för med av den till inte har de ett om var sig men så han vi \
     från kan när eller måste också under",
    "og det at en er som på de med til af ikke jeg har den for et av å fra kan vi du om men ved \
     eller blir være denne dette også skal",
    "nie na się do to jest jak ale od po przez dla są oraz przy który która które tym być tego może \
     lub czy za ze jego tylko",
    "ve bir bu için ile da ne çok daha gibi olan olarak ama kadar sonra var değil olduğu her veya",
    "yang dan di untuk dengan ini itu dari dalam tidak pada adalah akan juga atau ke oleh sebagai \
     dapat bisa kami anda",
    "et est non ad ut cum per quod qui sed ex atque esse lorem ipsum dolor sit amet consectetur \
     adipiscing elit eiusmod tempor enim quis nisi aut sint nulla vel eget nec vitae",
    "se na že je do si jako který ale pro také jsou nebo byl jeho podle však být ve ze",
    "și în de la cu pe nu este că pentru din un care mai sunt să au prin sau fost",
];

/// The words, and a bit for each language that has them.
static WORDS: LazyLock<FxHashMap<&'static str, u16>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for (language, list) in LANGUAGES.iter().enumerate() {
        for word in list.split_ascii_whitespace() {
            *words.entry(word).or_default() |= 1 << language;
        }
    }
    words
});

/// How many words of another language say enough of a long text.
const MANY: u32 = 12;

/// How many words of a text speak for each language.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Words of another language that are none of English, and words of English that are
    /// none of that language.
    counts: [(u32, u32); LANGUAGES.len()],
    words: u32,
    /// Words in small letters that say something, so that not all are names.
    content: u32,
    /// Letters of Latin, and of other scripts.
    letters: (u32, u32),
}

/// What a text is, as far as its words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// It has more of English.
    English,
    /// It has much more of another language.
    Foreign,
    /// It has too little of either.
    Unknown,
}

impl Tally {
    /// Counts the words of a text.
    pub fn of(text: &str) -> Self {
        let mut tally = Self::default();
        tally.add(text);
        tally
    }

    /// Counts the words of more text.
    pub fn add(&mut self, text: &str) {
        let mut starts = true;
        for token in text.split_whitespace() {
            let word = token.trim_matches(|c: char| !c.is_alphanumeric());
            if word.is_empty() {
                continue;
            }
            self.word(word, starts);
            starts = false;
        }
    }

    /// How many words were counted.
    pub fn words(&self) -> u32 {
        self.words
    }

    fn word(&mut self, word: &str, starts: bool) {
        let letters = u32::try_from(word.chars().count()).unwrap_or(u32::MAX);
        let is_other = |c: &char| c.is_alphabetic() && *c > '\u{24f}';
        let others = u32::try_from(word.chars().filter(is_other).count()).unwrap_or(u32::MAX);
        self.letters.0 = self.letters.0.saturating_add(letters - others);
        self.letters.1 = self.letters.1.saturating_add(others);
        self.words += 1;
        // A capital is a name's, but for the first word of a block.
        let is_small = word.starts_with(char::is_lowercase);
        if !is_small && !starts {
            return;
        }
        let known = match WORDS.get(word) {
            None if !is_small => WORDS.get(word.to_lowercase().as_str()),
            known => known,
        };
        let Some(known) = known else {
            let is_word = is_small && letters > 3 && word.chars().all(char::is_alphabetic);
            self.content += u32::from(is_word);
            return;
        };
        let is_english = known & 1 == 1;
        for (language, (theirs, ours)) in self.counts.iter_mut().enumerate().skip(1) {
            match (known >> language & 1 == 1, is_english) {
                (true, false) => *theirs += 1,
                (false, true) => *ours += 1,
                _ => {}
            }
        }
    }

    /// What a text is: at least two words of another language, a sixth of its words, and
    /// hardly one of English.
    pub fn language(&self) -> Language {
        let (latin, others) = self.letters;
        if others > latin {
            return Language::Foreign;
        }
        let best = self.counts[1..]
            .iter()
            .max_by_key(|(theirs, ours)| i64::from(*theirs) - i64::from(*ours));
        let (theirs, ours) = best.copied().unwrap_or_default();
        let says_something = self.content > 0 || theirs > 4;
        // A long text needs fewer: languages that glue words together have few small ones.
        let is_dense = theirs * 6 >= self.words || theirs >= MANY && theirs * 25 >= self.words;
        let is_told = theirs >= 2 && is_dense && says_something;
        if is_told && theirs > ours * 4 {
            Language::Foreign
        } else if ours >= 2 && ours > theirs {
            Language::English
        } else {
            Language::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_other_languages_are_known() {
        for text in [
            "Le serveur utilise ce fichier.",
            "Wir nutzen die API.",
            "El equipo tiene que usar la API para todos los clientes.",
            "A equipe não pode usar a API sem o servidor.",
            "Het team gebruikt de API van een andere groep, maar niet altijd.",
            "Il gruppo usa la API per gli utenti che non sono nel progetto.",
            "Vi använder det som är på servern och inte i molnet.",
            "Zespół nie może być tym, który jest na serwerze.",
            "Bu sunucu için bir API var ve daha hızlı olarak çalışır.",
            "Server ini tidak dapat dengan API yang lain.",
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.",
            "このサーバーは API を使います。",
            "Мы используем API.",
        ] {
            assert_eq!(Tally::of(text).language(), Language::Foreign, "{text}");
        }
    }

    #[test]
    fn a_long_text_needs_fewer_words() {
        let sentence = "Sunucu yazılımları kullanıcıların bilgisayarlarında çalışmakta ve geliştirilmektedir. ";
        assert_eq!(Tally::of(sentence).language(), Language::Unknown);
        assert_eq!(
            Tally::of(&sentence.repeat(20)).language(),
            Language::Foreign
        );
    }

    #[test]
    fn in_doubt_a_text_is_english() {
        for text in [
            "We leverage the API.",
            "Leverage API",
            "API",
            "Juan de la Cruz, Maria de los Santos, Los Angeles, La Paz",
            "die casting, per se, and a de facto standard",
            "SELECT id FROM users; let x = de.la.foo(en, un);",
            "Smith et al. use la carte data.",
            "In die man die war das Auto on the way to the market.",
            "van der Berg, von der Leyen and de Gaulle met in Den Haag.",
            "Latency µs Ω",
        ] {
            assert_ne!(Tally::of(text).language(), Language::Foreign, "{text}");
        }
    }
}

//! Chooses between "a" and "an" by the sound that follows, not by the letter.
//!
//! A replaced term often changes which article must stand before it ("an API"
//! becomes "a programming interface"), so the choice has to be made anew. This
//! module knows how English words, initialisms and numbers start when spoken.
//! It does not look for articles in a text, nor decide whether one is needed;
//! callers hand it whatever follows the article.

/// The two forms of the English indefinite article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Article {
    /// "a", said before a consonant sound.
    A,
    /// "an", said before a vowel sound.
    An,
}

use Article::{A, An};

impl Article {
    /// The article in lower case.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            A => "a",
            An => "an",
        }
    }

    fn an_if(vowel_sound: bool) -> Self {
        if vowel_sound { An } else { A }
    }
}

/// Words whose first sound breaks every rule below: whole words in lower case,
/// sorted.
#[rustfmt::skip]
const ODD_WORDS: &[(&str, Article)] = &[
    ("euler", An), ("eulerian", An), ("herb", An), ("herbal", An), ("herbs", An), ("hors", An),
    ("mr", A), ("mrs", A), ("ms", A), ("nginx", An), ("oaxaca", A), ("oaxacan", A), ("once", A),
    ("one", A), ("onedrive", A), ("oneness", A), ("onenote", A), ("oneof", A), ("ones", A),
    ("oneself", A), ("onesie", A), ("onetime", A), ("ouija", A), ("st", A), ("uber", An),
    ("ubuntu", An), ("udon", An), ("udp", A), ("uk", A), ("ukraine", A), ("ukrainian", A),
    ("uluru", An), ("uma", An), ("umami", An), ("unary", A), ("unesco", A), ("url", A), ("urls", A),
    ("usb", A), ("usd", A), ("utc", A), ("utf", A), ("ux", A),
];

/// Beginnings of words with a silent h, in lower case.
const SILENT_H: &[&str] = &["heir", "honest", "honor", "honour", "hour"];

/// Beginnings that look like "uni" (one) but are "un" (not) before an i.
const NEGATED_I: &[&str] = &[
    "unide", "unig", "unill", "unima", "unimp", "unin", "unirr", "uniss",
];

/// Capital-letter acronyms said as words although their length or spelling
/// suggests spelling them out, and short words that may be shouted. Only those
/// are listed whose first letter has a name that asks for the other article
/// (F, H, L, M, N, R, S, X, and U before a plain vowel sound). Sorted.
#[rustfmt::skip]
const SAID_AS_WORDS: &[&str] = &[
    "FAB", "FAR", "FAS", "FAT", "FAX", "FEW", "FHIR", "FIT", "FIX", "FOIA", "FOO", "FOR", "FUD",
    "FUN", "HAD", "HAL", "HAR", "HAS", "HATEOAS", "HER", "HEX", "HIS", "HIT", "HOT", "HOW", "HUB",
    "HUD", "LAN", "LET", "LIN", "LOG", "LOT", "LOW", "LUN", "LUT", "MAC", "MAN", "MAP", "MAX",
    "MIB", "MIG", "MIN", "MOD", "MUD", "NAC", "NAP", "NAS", "NAT", "NEW", "NIC", "NIL", "NOAA",
    "NOC", "NOR", "NOT", "NUC", "NUL", "ONE", "RAD", "RAG", "RAM", "RAR", "RAT", "RAW", "RED",
    "REM", "RIP", "ROM", "ROW", "RUM", "RUN", "SAD", "SAM", "SAML", "SAN", "SCSI", "SET", "SHA",
    "SID", "SIG", "SIM", "SIMD", "SIP", "SIT", "SKU", "SLSA", "SOC", "SOX", "SUB", "SUM", "ULTRA",
    "URGENT", "WYSIWYG", "XAML", "XEROX",
];

/// Two consonants that can start an English word; decides whether a longer
/// run of capitals could be said as a word.
#[rustfmt::skip]
const ONSETS: &[&str] = &[
    "fl", "fr", "rh", "sc", "sh", "sk", "sl", "sm", "sn", "sp", "st", "sw", "wh",
];

/// Consonant pairs that can close a spoken word.
#[rustfmt::skip]
const CODAS: &[&str] = &[
    "bs", "ch", "ck", "ct", "cs", "ds", "ff", "ft", "gh", "gs", "ht", "ks", "ld", "lf", "lk", "ll",
    "lm", "lp", "ls", "lt", "mp", "ms", "nd", "ng", "nk", "nn", "ns", "nt", "ps", "pt", "rb", "rc",
    "rd", "rf", "rg", "rk", "rl", "rm", "rn", "rp", "rs", "rt", "sc", "sh", "sk", "sm", "sp", "ss",
    "st", "th", "ts", "tt", "ws", "xt",
];

/// The indefinite article by sound before `text`, where `text` is what follows
/// the article and only its first word counts. Quotation marks, brackets and
/// Markdown marks in front of the word are skipped. `None` when there is no
/// word, or when its script is not one whose sounds are known here.
#[must_use]
pub fn indefinite(text: &str) -> Option<Article> {
    let text = after_tag(text);
    let start = text.find(char::is_alphanumeric)?;
    if let Some(article) = spoken_symbol(&text[..start]) {
        return Some(article);
    }
    let word: String = text[start..]
        .chars()
        .take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | ','))
        .collect();
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(before_number(&word));
    }
    let word = word.split(['\'', '’', ',']).next().unwrap_or_default();
    let word = in_plain_letters(word)?;
    Some(before_word(&word))
}

/// `text` without an HTML tag glued to its first word, as in "<em>hour</em>". A
/// tag with nothing glued to it is a placeholder to be read: "a <user> name".
fn after_tag(text: &str) -> &str {
    text.trim_start()
        .strip_prefix('<')
        .and_then(|tag| tag.split_once('>'))
        .map(|(_, rest)| rest)
        .filter(|rest| rest.starts_with(char::is_alphanumeric))
        .unwrap_or(text)
}

/// A mark that is read aloud when it is glued to the word after it: the dot of
/// ".NET", the at of "@mention".
fn spoken_symbol(skipped: &str) -> Option<Article> {
    match skipped.chars().next_back()? {
        '.' => Some(A),
        '@' => Some(An),
        _ => None,
    }
}

/// Eight, eleven and eighteen are the numbers that start with a vowel, and a
/// long number starts with the name of its leading group of up to three digits.
fn before_number(word: &str) -> Article {
    let digits: String = word
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == ',')
        .filter(char::is_ascii_digit)
        .collect();
    let leads_a_group = digits.len() % 3 == 2;
    let eleven_or_eighteen = digits.starts_with("11") || digits.starts_with("18");
    // Four digits without a comma and starting with 18 are a year: "an 1890 law".
    let eighteen_hundreds =
        digits.len() == 4 && digits.starts_with("18") && !word.starts_with("1,");
    Article::an_if(
        digits.starts_with('8') || (leads_a_group && eleven_or_eighteen) || eighteen_hundreds,
    )
}

/// The word with its first letter stripped of accents, or `None` when that
/// letter belongs to an alphabet whose sounds are not known here.
fn in_plain_letters(word: &str) -> Option<String> {
    let first = word.chars().next()?;
    let plain = match first.to_lowercase().next()? {
        'a'..='z' => first,
        'à'..='å' | 'æ' | 'ā' | 'ą' | 'α' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' | 'ε' | 'η' => 'e',
        'ì'..='ï' | 'ī' | 'ι' => 'i',
        // The u of "über" is said without the glide of a plain u.
        'ò'..='ö' | 'ø' | 'ō' | 'œ' | 'ο' | 'ω' | 'ù'..='ü' | 'ū' => 'o',
        'ñ' | 'ń' => 'n',
        'ś' | 'š' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        'ł' => 'w',
        'β' | 'γ' | 'δ' | 'ζ' | 'θ' | 'κ' | 'λ' | 'μ' | 'µ' | 'ν' | 'ξ' | 'π' | 'ρ' | 'σ' | 'τ'
        | 'φ' | 'χ' | 'ψ' => 'b',
        _ => return None,
    };
    Some(plain.to_string() + &word[first.len_utf8()..])
}

fn before_word(word: &str) -> Article {
    let capitals = word
        .bytes()
        .take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        .count();
    if word.len() == 1 {
        before_letter(word)
    } else if capitals >= 2 {
        before_initialism(word, capitals)
    } else if is_letter_then_capital(word) {
        before_letter(word)
    } else {
        before_lower_case(&word.to_lowercase())
    }
}

/// "mTLS", "iPhone", "xUnit": the small letter is said by its name.
fn is_letter_then_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase)
}

/// The first letter of `word`, said by its name: "ef", but "you".
fn before_letter(word: &str) -> Article {
    Article::an_if(word.starts_with(|c: char| "aefhilmnorsx".contains(c.to_ascii_lowercase())))
}

/// A word that starts with `capitals` capital letters or digits.
fn before_initialism(word: &str, capitals: usize) -> Article {
    let (run, rest) = word.split_at(capitals);
    let stands_alone = matches!(rest, "" | "s" | "es") || capitals == 2 || said_as_word(run);
    // In "HTMLElement" the last capital starts the next word.
    let run = if stands_alone {
        run
    } else {
        &run[..capitals - 1]
    };
    if said_as_word(run) {
        before_lower_case(&run.to_lowercase())
    } else {
        before_letter(run)
    }
}

/// Whether a run of capitals is read as a word ("NASA") and not letter by
/// letter ("SDK"): by the table, or when it is long enough and looks sayable.
fn said_as_word(run: &str) -> bool {
    let letters = run.trim_end_matches(|c: char| c.is_ascii_digit());
    // "UPDATE" and "UNTIL" are shouted words; "USDA" and "UCLA" only look it.
    let may_be_word =
        !letters.starts_with('U') || letters.starts_with("UN") || letters.starts_with("UP");
    SAID_AS_WORDS.binary_search(&letters).is_ok()
        || (letters.len() >= 4 && may_be_word && looks_sayable(&letters.to_lowercase()))
}

/// A sayable word opens with one consonant or a known pair before its first
/// vowel, and never holds three vowels or, inside, four consonants in a row.
fn looks_sayable(word: &str) -> bool {
    let Some(first_vowel) = word.find(is_vowel) else {
        return false;
    };
    let Some(last_vowel) = word.rfind(is_vowel) else {
        return false;
    };
    let (onset, coda) = (&word[..first_vowel], &word[last_vowel + 1..]);
    let opens = onset.len() <= 1 || ONSETS.contains(&onset) || onset == "str" || onset == "scr";
    let closes = coda.len() <= 1 || CODAS.contains(&&coda[coda.len() - 2..]) && coda.len() <= 3;
    let flows = word
        .as_bytes()
        .chunk_by(|a, b| is_vowel(char::from(*a)) == is_vowel(char::from(*b)))
        .all(|run| run.len() < if is_vowel(char::from(run[0])) { 3 } else { 4 });
    opens && closes && flows && word.is_ascii()
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// An ordinary word in lower case, not empty.
fn before_lower_case(word: &str) -> Article {
    if let Ok(found) = ODD_WORDS.binary_search_by_key(&word, |(odd, _)| odd) {
        return ODD_WORDS[found].1;
    }
    let letters = word
        .split(|c: char| c.is_ascii_digit())
        .next()
        .unwrap_or(word);
    if is_spelled_out(letters) {
        return before_letter(letters);
    }
    match letters.as_bytes() {
        [b'h', ..] => Article::an_if(SILENT_H.iter().any(|h| letters.starts_with(h))),
        [b'u', ..] => Article::an_if(!starts_like_you(letters)),
        [b'e', b'u', ..] | [b'e', b'w', b'e', ..] => A,
        // "Yves" and "Xbox" start with a vowel sound, "yes" and "xenon" do not.
        [b'x' | b'y', next, ..] => Article::an_if(!is_vowel(char::from(*next))),
        [b'a' | b'e' | b'i' | b'o', ..] => An,
        _ => A,
    }
}

/// Lower-case abbreviations without a vowel ("npm", "x86") are said by letter.
fn is_spelled_out(letters: &str) -> bool {
    letters.len() == 1
        || letters.is_ascii() && !letters.chars().skip(1).any(is_vowel) && {
            !letters.starts_with(|c| is_vowel(c) && c != 'y')
        }
}

/// Whether a word in u starts with the sound of "you".
fn starts_like_you(word: &str) -> bool {
    if let Some(after) = word.strip_prefix("un") {
        let is_one = after.starts_with('i') && !NEGATED_I.iter().any(|no| word.starts_with(no));
        return is_one || after.starts_with("animo") || after.starts_with("animi");
    }
    let mut letters = word.chars().skip(1);
    match (letters.next(), letters.next()) {
        // "upend" and "upon" are up and more.
        (Some('p') | None, _) => false,
        // "usurp" and "usage", but "usher" and "utter".
        (Some(second), third) => is_vowel(second) || third.is_some_and(is_vowel),
    }
}

#[cfg(test)]
#[path = "article_tests.rs"]
mod tests;

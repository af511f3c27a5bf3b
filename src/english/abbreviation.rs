//! Abbreviations by their look, and what stands in capitals and is none: Roman
//! numerals, units, codes, ordinary words that somebody shouts.

use std::ops::{Range, RangeInclusive};

use super::ambiguous::is_both;
use super::lexicon;

/// The letters and digits of an abbreviation without the `s` of its plural.
const LENGTHS: RangeInclusive<usize> = 2..=6;

/// How far words are taken together that a slash joins, in bytes; no abbreviation is
/// nearly as long.
const LONGEST: usize = 40;

/// Where words of a text look like abbreviations. Of words that a slash joins each is
/// one, but for those of two letters at most: `A/R`, `CI/CD`.
pub fn abbreviations(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let capital = text.as_bytes()[at..]
                .iter()
                .position(u8::is_ascii_uppercase)?;
            let word = word_around(text, at, at + capital);
            let joined = &text[word.clone()];
            let is_whole = joined.split('/').all(|part| part.chars().count() <= 2);
            let upto = match joined.find('/').filter(|_| !is_whole) {
                Some(slash) => word.start + slash,
                None => word.end,
            };
            // The slash goes with the word, so that the next one starts behind it.
            at = upto + usize::from(upto < word.end);
            if at > word.start && looks_abbreviated(&text[word.start..upto]) {
                return Some(word.start..upto);
            }
        }
    })
}

/// The word around a letter, with `&` and `/` between letters and digits of it; it
/// starts at `from` at the earliest.
fn word_around(text: &str, from: usize, letter: usize) -> Range<usize> {
    let (mut start, mut end) = (letter, letter);
    let mut sign = false;
    for (at, c) in text[from..letter].char_indices().rev() {
        match c {
            '&' | '/' if !sign => sign = true,
            c if c.is_alphanumeric() => {
                start = from + at;
                sign = false;
            }
            _ => break,
        }
    }
    sign = false;
    for (at, c) in text[letter..].char_indices() {
        match c {
            '&' | '/' if !sign && at < LONGEST => sign = true,
            c if c.is_alphanumeric() => {
                end = letter + at + c.len_utf8();
                sign = false;
            }
            _ => break,
        }
    }
    start..end
}

/// A word without the `s` that makes the plural of an abbreviation.
pub fn without_plural(word: &str) -> &str {
    word.strip_suffix('s')
        .filter(|rest| rest.chars().filter(|c| c.is_uppercase()).count() >= 2)
        .unwrap_or(word)
}

/// Whether a word looks like an abbreviation: `OSPO`, `DFSPs`, `M365`, `A/R`, `T&E`,
/// `IaaS`, `eBPF`. A word is letters and digits, with `&` or `/` between some of them.
pub fn looks_abbreviated(word: &str) -> bool {
    let word = without_plural(word);
    let count = |is: fn(char) -> bool| word.chars().filter(|c| is(*c)).count();
    let capitals = count(char::is_uppercase);
    let digits = count(|c| c.is_ascii_digit());
    let length = capitals + digits + count(char::is_lowercase);
    if !LENGTHS.contains(&length) || capitals == 0 || capitals + digits < 2 {
        return false;
    }
    let runs = |runs: &mut dyn Iterator<Item = &str>| runs.filter(|run| !run.is_empty()).count();
    let digit_runs = runs(&mut word.split(|c: char| !c.is_ascii_digit()));
    let numbered = digits == 0 || digit_runs == 1 && length > 2;
    // `RS256`, `ERA001`: a code.
    let is_code = digits > 2 && length - digits > 1;
    numbered && !is_code && has_small_letters_of_initials(word) && !is_measure(word)
}

/// Whether the small letters inside, if there are any, are those of small words (`IaaS`,
/// `DoD`), or one at an end (`eBPF`, `NVMe`). Others are in names: `PyPI`, `MySQL`.
fn has_small_letters_of_initials(word: &str) -> bool {
    let is_capital = |c: char| !c.is_lowercase();
    let letters = word.strip_suffix('e').unwrap_or(word);
    let initial = letters.chars().next().filter(|c| c.is_lowercase());
    let letters = &letters[initial.map_or(0, char::len_utf8)..];
    let has_capitals = letters.chars().filter(|c| c.is_uppercase()).count() >= 2;
    let mut inside = letters.split(is_capital).filter(|small| !small.is_empty());
    let begins = initial.is_none() || !letters.contains(char::is_lowercase);
    word.chars().all(is_capital)
        || has_capitals
            && begins
            && inside.all(|small| ["a", "aa", "f", "n", "o", "of"].contains(&small))
}

/// `16GB`: a number and its unit.
fn is_measure(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    unit.len() < word.len() && (unit.len() == 1 || is_unit(unit))
}

/// Whether capitals are a Roman numeral. Those of hundreds are words as often; what
/// stands before them decides (`numbered`).
pub fn is_roman_numeral(word: &str, numbered: bool) -> bool {
    let value = |c| {
        Some(match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            'C' => 100,
            'D' => 500,
            'M' => 1000,
            _ => return None,
        })
    };
    let Some(digits) = word.chars().map(value).collect::<Option<Vec<u32>>>() else {
        return false;
    };
    let below: u32 = digits
        .windows(2)
        .filter(|pair| pair[0] < pair[1])
        .map(|pair| pair[0])
        .sum();
    let number = digits.iter().sum::<u32>().saturating_sub(2 * below);
    let small = digits.iter().all(|digit| *digit < 100);
    roman(number) == word && (small || numbered || word.len() > 3)
}

fn roman(mut number: u32) -> String {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut roman = String::new();
    for (value, digits) in DIGITS {
        while number >= value {
            roman.push_str(digits);
            number -= value;
        }
    }
    roman
}

/// Units, and what follows a time of day.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "AM", "BST", "BTU", "CEST", "CET", "CST", "EB", "EDT", "EET", "EST", "EiB", "GB", "GHz", "GMT", "GPa", "GW", "GWh",
    "GiB", "Gbps", "HP", "JST", "KB", "KHz", "KW", "KiB", "MB", "MDT", "MHz", "MJ", "MPa", "MST", "MV", "MW",
    "MWh", "MiB", "Mbps", "PB", "PDT", "PM", "PST", "PiB", "TB", "TW", "TWh", "THz", "TiB", "UTC", "YB", "ZB",
    "CFM", "DPI", "FPS", "IU", "KPH", "MPH", "PPM", "PSI", "QPS", "RPM", "VAC", "VDC",
    "dB", "dBA", "dBm", "kB", "kHz", "kPa", "kV", "kVA", "kW", "kWh", "mAh", "mW", "nF", "pF",
];

#[rustfmt::skip]
/// Units that are the abbreviation of something else without a number before them.
const BEHIND_NUMBERS: &[&str] = &[
    "AM", "BTU", "CFM", "DPI", "EB", "FPS", "HP", "IU", "KPH", "MPH", "MV", "PB", "PM", "PPM", "PSI", "QPS", "RPM",
    "VAC", "VDC", "YB", "ZB",
];

/// Whether it is a unit; `HP` is one behind a number only.
pub fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

/// Whether it is a unit without a number before it, too.
pub fn is_unit_alone(word: &str) -> bool {
    is_unit(word) && !BEHIND_NUMBERS.contains(&word)
}

/// Codes of currencies (ISO 4217) that are used abroad.
const CURRENCIES: &str = "AED ARS AUD BDT BGN BRL BTC CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD \
    HUF IDR ILS INR ISK JPY KES KRW MAD MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RON RSD RUB SAR SEK \
    SGD THB TND TRY TWD UAH USD UYU VND XAF XOF ZAR";

/// Whether it is the code of a currency. Some are abbreviations of other things as
/// often; those need an amount before them.
pub fn is_currency(word: &str, behind_number: bool) -> bool {
    let ambiguous = [
        "ARS", "CAD", "COP", "INR", "MAD", "PEN", "PHP", "RON", "SAR", "TRY",
    ];
    CURRENCIES.split(' ').any(|code| code == word) && (behind_number || !ambiguous.contains(&word))
}

/// Codes of countries and territories (ISO 3166), of states of the USA, Canada and
/// Australia, and of languages that are no country's.
const REGIONS: &str = "AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ \
    BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE \
    DJ DK DM DO DZ EC EE EG EH ER ES ET EU FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ \
    GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN \
    KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS \
    MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT \
    PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF \
    TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UK UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA \
    ZM ZW AK AZ CT DC FL HI IA KS MI NH NJ NM NV NY OH OK OR RI TX UT VT WA WI WV WY AB BC NB NT ON \
    QC SK YK ACT NSW QLD VIC EN JA ZH USA UAE GBR DEU FRA ITA ESP NLD BEL AUT CHE POL SWE NOR DNK FIN \
    PRT GRC IRL CAN MEX BRA ARG CHL COL CHN JPN KOR IND AUS NZL ZAF RUS UKR TUR ISR EGY NGA KEN";

/// Codes that stand behind *the* all the same.
const WITH_ARTICLE: &[&str] = &["EU", "UAE", "UK", "US", "USA"];

/// Whether it is the code of a country or a language. Behind an article it is another
/// abbreviation, but for `the UK` and its like.
pub fn is_region(word: &str, behind_article: bool) -> bool {
    if behind_article {
        return WITH_ARTICLE.contains(&word);
    }
    REGIONS.split(' ').any(|code| code == word)
}

/// Common words of few letters that no other list here has, words of code and keyboards,
/// and at the end names that are written in capitals and abbreviate nothing to anybody.
const OTHERS: &str = "action age agenda air alarm alpha alter angle anti apple apr area army array asset aug avail \
    baby ball bash bell binary bird birth bit blank blood boat body bone bonus bool border born \
    bottom brain bread brown button byte cake camera camp cancel car carbon card cat cell cent \
    center centre char child church city clay clerk client clock cloth cmd coal coat coffee coin \
    coming comma compat config const cookie core corner court cow crew crime crisis crop crowd ctrl \
    cup cursor dance danger data death debt dec decade deck del desc desert desk dev device dir dirt \
    dog dollar door drag driver dust duty ear earth easily east edge egg engine entry enum env error \
    esc essay event exam exe expert expire eye fact fair faith family far farm fat father feb fee \
    feet female fence fever finger fish fixme floor food foot forum fresh fri friend fruit fun game \
    garden gas gender girl glass glove goat gold grain grass guest gun guy habit hair hat health \
    heart heaven hell hello hex hidden hide hill hole home horse hotel ice id idea idle inch info \
    init inner insect int invalid iron island jacket jan jewel joy juice jul jun junior kid king \
    kitchen knee knife lady lake lamb lamp lane law leaf leg legend lesson letter lib lid life \
    linear lion lip liquid liter litre login lookup lunch lung machine magic maker male maple mar \
    math max md meal meat medal media mem memory menu meta metal method metric middle mile milk min \
    misc mode mom money mood moon mother mouse mouth movie msg mud muscle museum music mut nail nan \
    nature neck neg nerve nil noise noon nope north nose nov null nurse nut obj ocean oct office oil \
    ok okay optional orange organ pain paint panel paper param parcel path pen people pepper person \
    pet photo piano pig pixel pkg plain planet plate poem poet police policy pot potato pre pretty \
    prison prod proven ptr pub puppy qty queen quiet rabbit radio rain ratio readme regex region \
    retire river road robot rock roles room rope rubber rural safety salad sand scalar schema school \
    sea season self senior sep sept server sex sheep sheet shirt shoe silk silver sister skill skin \
    sky sleep smart snake snow soap soft soil soldier son song sorry soul soup south speak spirit \
    sport square src stderr stdin stdout steel stone storm story str street strict struct studio sub \
    subtle sudo sugar suit suite super sweet swim syntax system tail tea teeth tent theory thing \
    throat thu tiger tiny tire tmp todo toe toilet tongue tooth tower town tree truck truth tue \
    tuple txt uint uncle union unit unite unset upper urban usable usage util valid valley van var \
    varchar vast vegan vendor video village violin virus void wall war water wealth west wheel wife \
    wild window wine wing wip wire wolf woman women wood wool world worm www xxx yard yellow yes \
    youth \
    avro esri inout kafka lego linux nginx nvidia redis temp unix visa vue yahoo";

/// Words before a numeral: `Chapter II`, `World War II`.
const NUMBERED: &[&str] = &[
    "act", "annex", "article", "book", "chapter", "division", "era", "king", "louis", "pope",
    "queen", "scene", "stage", "title", "volume", "war",
];

/// Whether a number or a letter of a list stands behind a word: `Chapter II`.
pub fn is_numbered(word: &str) -> bool {
    lexicon::class(word).is(lexicon::LETTERED) || NUMBERED.contains(&&*word.to_lowercase())
}

/// Whether a noun begins with a word: `the`, `our`, `this`.
pub fn is_determiner(word: &str) -> bool {
    lexicon::class(word).is(lexicon::ARTICLE | lexicon::DEMONSTRATIVE)
}

/// Whether a word in capitals is an ordinary one: `NOT`, `README`, `FAILS`.
pub fn is_ordinary(word: &str) -> bool {
    let small = word.to_lowercase();
    let stems = ["", "s", "es", "d", "ed", "ing", "r", "er", "ers", "y", "ly"];
    stems
        .iter()
        .filter_map(|ending| small.strip_suffix(ending))
        .any(|stem| stem.len() > 1 && is_listed(stem))
}

fn is_listed(word: &str) -> bool {
    lexicon::is_word(word)
        || is_both(word)
        || OTHERS.split_ascii_whitespace().any(|other| other == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_known_by_their_look() {
        for word in [
            "OSPO", "DFSPs", "M365", "SOC2", "A/R", "T&E", "IaaS", "CI/CD", "eBPF", "vCPU", "2FA",
            "B2B", "NVMe", "W3C", "PoC", "DoD", "ÖBB",
        ] {
            assert!(looks_abbreviated(word), "{word}");
        }
        for word in [
            "Team",
            "iPad",
            "McDonald",
            "GitHub",
            "PayPal",
            "A",
            "H1",
            "16GB",
            "5G",
            "A1B2C3",
            "RS256",
            "QXTClient",
            "As",
            "Is",
            "2024",
            "3D",
        ] {
            assert!(!looks_abbreviated(word), "{word}");
        }
    }

    #[test]
    fn abbreviations_are_found_in_a_text() {
        for (text, expected) in [
            (
                "The OSPO, the A/R team and T&E.",
                &["OSPO", "A/R", "T&E"][..],
            ),
            (
                "OSPO/DFSP/open and API/APIs, CI/CD.",
                &["OSPO", "DFSP", "API", "APIs", "CI/CD"],
            ),
            ("TCP/IP getHTTPS() Xéña ÖBB", &["TCP", "IP", "ÖBB"]),
            ("no one/Two & A", &[]),
        ] {
            let found: Vec<&str> = abbreviations(text).map(|at| &text[at]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn capitals_that_abbreviate_nothing_are_known() {
        for numeral in ["II", "XIV", "XIII", "VII", "LX", "MMXXVI"] {
            assert!(is_roman_numeral(numeral, false), "{numeral}");
        }
        for word in ["CD", "CI", "IIX", "VX", "OSPO", "DC"] {
            assert!(!is_roman_numeral(word, false), "{word}");
        }
        assert!(is_roman_numeral("CD", true));
        assert!(is_unit_alone("GHz") && is_unit("HP") && !is_unit_alone("HP"));
        assert!(
            is_currency("CHF", false) && is_currency("CAD", true) && !is_currency("CAD", false)
        );
        assert!(is_region("DE", false) && is_region("US", true) && !is_region("CA", true));
        for word in [
            "MUST", "NOT", "README", "FAILS", "LABELS", "DOOR", "PLEASE", "NULL",
        ] {
            assert!(is_ordinary(word), "{word}");
        }
        for word in ["OSPO", "KPI", "API", "DFSP", "CPU", "SLA", "CA"] {
            assert!(!is_ordinary(word), "{word}");
        }
    }
}

//! Capitals: what those of a text say, and how they are carried over to other
//! words. Where a sentence or a heading starts is for the caller to know.

/// How words are to be capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capitals {
    /// As the words have them.
    Own,
    /// The first letter a capital.
    Initial,
    /// As in a title; the first word too, even a small one, if `first`.
    Title {
        /// Whether the words begin the title.
        first: bool,
    },
    /// All of them.
    All,
}

/// Articles, conjunctions and prepositions that titles keep small.
const SMALL_WORDS: &[&str] = &[
    "a", "an", "and", "as", "at", "but", "by", "en", "for", "from", "if", "in", "into", "nor",
    "of", "off", "on", "onto", "or", "over", "per", "so", "than", "the", "to", "up", "via", "vs",
    "with", "yet",
];

/// `words` with `capitals`. A capital that a word has of its own stays, and so
/// does a small letter before one (`iPhone`).
pub fn capitalize(words: &str, capitals: Capitals) -> String {
    match capitals {
        Capitals::Own => words.to_owned(),
        Capitals::All => words.to_uppercase(),
        Capitals::Initial => with_initial(words),
        Capitals::Title { first } => {
            let mut titled = String::with_capacity(words.len());
            for (index, word) in words.split_inclusive([' ', '-']).enumerate() {
                let bare = word.trim_end_matches([' ', '-']);
                if (index > 0 || !first) && SMALL_WORDS.contains(&bare) {
                    titled.push_str(word);
                } else {
                    titled.push_str(&with_initial(word));
                }
            }
            titled
        }
    }
}

fn with_initial(words: &str) -> String {
    let Some(at) = words.find(char::is_alphabetic) else {
        return words.to_owned();
    };
    let first_word = words.split([' ', '-']).next().unwrap_or_default();
    if first_word.chars().skip(1).any(char::is_uppercase) {
        return words.to_owned();
    }
    let mut rest = words[at..].chars();
    let mut capitalized = words[..at].to_owned();
    capitalized.extend(rest.next().into_iter().flat_map(char::to_uppercase));
    capitalized.push_str(rest.as_str());
    capitalized
}

/// Whether all letters are capitals, and at least two are there.
pub fn is_all_capitals(words: &str) -> bool {
    let mut letters = words.chars().filter(|c| c.is_alphabetic());
    let count = letters.clone().count();
    count >= 2 && letters.all(char::is_uppercase)
}

/// Whether the first letter is a capital.
pub fn is_capitalized(word: &str) -> bool {
    word.chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(char::is_uppercase)
}

/// Short words that are no initialisms when they stand in capitals, in order.
#[rustfmt::skip]
const SHORT_WORDS: &[&str] = &[
    "ALL", "AND", "ANY", "ARE", "AS", "ASK", "AT", "BAD", "BE", "BEST", "BIG", "BUT", "BY", "CAN", "DAY", "DO",
    "DOES", "DOWN", "END", "FOR", "FREE", "FROM", "FULL", "GET", "GO", "GOOD", "HAS", "HAVE", "HELP", "HERE", "HIGH",
    "HOW", "IF", "IN", "INTO", "IS", "IT'S", "KEEP", "LAST", "LATE", "LIVE", "LOW", "MAIN", "MAKE", "MORE", "MUST",
    "NEED", "NEW", "NEXT", "NO", "NOT", "NOW", "OF", "OFF", "OLD", "ON", "ONE", "ONLY", "OPEN", "OR", "OUR", "OUT",
    "OVER", "PAY", "READ", "RUN", "SEE", "SHE", "SO", "STOP", "TAKE", "TEST", "THAT", "THE", "THEY", "THIS", "TO",
    "TOP", "TRY", "UP", "WAS", "WE", "WHAT", "WHEN", "WHO", "WHY", "WILL", "WITH", "YES", "YOU", "YOUR",
];

/// Whether the words of a sentence are shouted: of those that are words and no
/// initialisms, at least half stand in capitals throughout.
pub fn is_shouted<'w>(words: impl Iterator<Item = &'w str>) -> bool {
    let mut shouted = 0;
    let mut said = 0;
    for word in words.filter(|word| word.starts_with(char::is_alphabetic)) {
        if !is_all_capitals(word) {
            said += usize::from(word.chars().count() > 1);
        } else if word.chars().count() >= 5 || SHORT_WORDS.binary_search(&word).is_ok() {
            shouted += 1;
        }
    }
    shouted > 0 && shouted >= said
}

/// Whether the words of a heading behind its first are capitalised as in a
/// title: more of those that titles do not keep small are than are not.
pub fn is_title<'w>(later_words: impl Iterator<Item = &'w str>) -> bool {
    let mut capitalized = 0;
    let mut small = 0;
    for word in later_words {
        if !word.starts_with(char::is_alphabetic) || SMALL_WORDS.contains(&word) {
            continue;
        }
        if is_capitalized(word) {
            capitalized += 1;
        } else {
            small += 1;
        }
    }
    capitalized > small
}

/// How many words in title case are rather the title of a work than a label.
const WORDS_OF_TITLE: usize = 5;

/// Whether a text reads like the title of a book or an article: long, and nearly
/// all in title case. Initialisms say nothing.
pub fn is_title_of_work(text: &str) -> bool {
    let telling = |word: &&str| {
        word.starts_with(char::is_alphabetic)
            && !SMALL_WORDS.contains(word)
            && !is_all_capitals(word)
    };
    let (capitalized, small): (Vec<&str>, Vec<&str>) = words(text)
        .filter(telling)
        .partition(|word| is_capitalized(word));
    words(text).count() >= WORDS_OF_TITLE && capitalized.len() > 2 * small.len()
}

/// The words of a text, cut at what is neither letter, digit nor apostrophe.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_carried_over() {
        use Capitals::{All, Initial, Own, Title};
        let table = [
            ("use", Own, "use"),
            ("use", Initial, "Use"),
            ("use", All, "USE"),
            ("Monday meeting", Own, "Monday meeting"),
            ("iPhone app", Initial, "iPhone app"),
            ("way to pay", Title { first: false }, "Way to Pay"),
            ("to be done", Title { first: true }, "To Be Done"),
            ("one-off job", Title { first: false }, "One-off Job"),
            ("URL list", Title { first: false }, "URL List"),
            ("élan", Initial, "Élan"),
            ("", Initial, ""),
        ];
        for (words, capitals, expected) in table {
            assert_eq!(
                capitalize(words, capitals),
                expected,
                "{words} {capitals:?}"
            );
        }
    }

    #[test]
    fn short_words_are_in_order() {
        assert!(SHORT_WORDS.is_sorted());
    }

    #[test]
    fn shouting_and_titles_are_told_from_the_words_around() {
        assert!(is_shouted(words("YOU MUST THE FORM")));
        assert!(is_shouted(words("REVISED")));
        assert!(is_shouted(words("A NEW")));
        assert!(!is_shouted(words("REST SSO")));
        assert!(!is_shouted(words("the REST is slow")));
        assert!(!is_shouted(words("")));
        assert!(is_title(words("Our Learnings")));
        assert!(is_title(words("the in May")));
        assert!(!is_title(words("our learnings")));
        assert!(!is_title(words("of the")));
        assert!(is_title_of_work(
            "Software is Never Done: Refactoring the Code"
        ));
        assert!(!is_title_of_work("Insufficient CPU for the workload"));
        assert!(!is_title_of_work("Leveraging Our Data"));
    }
}

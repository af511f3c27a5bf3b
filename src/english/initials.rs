//! Which words an abbreviation stands for: `open source program office` for `OSPO`,
//! `Software as a Service` for `SaaS`, `hypertext markup language` for `HTML`. Most of
//! its letters begin a word, in their order; small words may be passed over.

use std::ops::Range;

use super::abbreviation::without_plural;

/// More words than these spell no abbreviation out.
const MOST_WORDS: usize = 16;

/// Longer abbreviations are not compared.
const MOST_LETTERS: usize = 12;

/// Where the words start that `text` ends with, if they spell `short` out.
pub fn start_of_long_form(text: &str, short: &str) -> Option<usize> {
    let letters = letters_of(short)?;
    let words = last_words(text, short);
    let starts = (0..words.len()).rev();
    starts
        .filter(|&from| fits(&words[from..], &letters))
        .map(|from| words[from].at.start)
        .next()
}

/// Where the words end that `text` starts with, if they spell `short` out.
pub fn end_of_long_form(text: &str, short: &str) -> Option<usize> {
    let letters = letters_of(short)?;
    let words: Vec<Word<'_>> = words(text, short).take(MOST_WORDS).collect();
    let ends = 1..=words.len();
    ends.filter(|&upto| fits(&words[..upto], &letters))
        .map(|upto| words[upto - 1].at.end)
        .next()
}

/// Its letters and digits, small; none if it is no abbreviation that initials make.
fn letters_of(short: &str) -> Option<Vec<char>> {
    let letters: Vec<char> = without_plural(short)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    (2..=MOST_LETTERS)
        .contains(&letters.len())
        .then_some(letters)
}

/// A word of a text, in small letters.
struct Word<'t> {
    at: Range<usize>,
    text: &'t str,
    /// Whether it is the abbreviation itself, which spells nothing out.
    is_short: bool,
}

/// The words of a text, cut at hyphens, slashes and `&`, too.
fn words<'t>(text: &'t str, short: &str) -> impl Iterator<Item = Word<'t>> {
    let short = without_plural(short).to_owned();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let ends = |c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’');
        let end = text[start..]
            .find(ends)
            .map_or(text.len(), |end| start + end);
        at = end;
        let word = &text[start..end];
        Some(Word {
            at: start..end,
            text: word,
            is_short: without_plural(word) == short,
        })
    })
}

/// The last words of a text, in order.
fn last_words<'t>(text: &'t str, short: &str) -> Vec<Word<'t>> {
    let mut from = text.len();
    for _ in 0..MOST_WORDS {
        let before = text[..from].trim_end_matches(|c: char| !c.is_alphanumeric());
        let gap = before.rfind(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
        from = gap.map_or(0, |gap| before.ceil_char_boundary(gap + 1));
        if from == 0 {
            break;
        }
    }
    let shifted = |word: Word<'t>| Word {
        at: word.at.start + from..word.at.end + from,
        ..word
    };
    words(&text[from..], short).map(shifted).collect()
}

/// How far a comparison has come.
#[derive(Clone, Copy, Default)]
struct Progress {
    /// Letters that begin a word, or go on from those that do.
    initials: usize,
    /// Words that gave letters.
    words: usize,
    /// Words of weight that gave none.
    skipped: usize,
}

/// Whether words, all of them, spell letters out.
fn fits(words: &[Word<'_>], letters: &[char]) -> bool {
    let starts = words.first().is_some_and(|word| !word.is_short);
    let ends = words.last().is_some_and(|word| !is_small(word.text));
    starts && ends && goes_on(words, letters, letters.len(), Progress::default())
}

fn goes_on(words: &[Word<'_>], letters: &[char], total: usize, so_far: Progress) -> bool {
    let [word, rest @ ..] = words else {
        return letters.is_empty() && so_far.is_enough(total);
    };
    if word.is_short {
        return false;
    }
    let consumed = |(count, initials): (usize, usize)| {
        let now = Progress {
            initials: so_far.initials + initials,
            words: so_far.words + 1,
            ..so_far
        };
        goes_on(rest, &letters[count..], total, now)
    };
    if shares(word.text, letters).any(consumed) {
        return true;
    }
    // An abbreviation begins with its first word, and leaves out one word of weight
    // at most (`Centers for Disease Control and Prevention (CDC)`).
    let begun = so_far.words > 0;
    let skipped = so_far.skipped + usize::from(!is_small(word.text));
    let can_skip = skipped == 0 || skipped == 1 && total > 2;
    begun && can_skip && goes_on(rest, letters, total, Progress { skipped, ..so_far })
}

impl Progress {
    /// Two words at least, and most letters their initials.
    fn is_enough(self, total: usize) -> bool {
        let wanted = if self.skipped > 0 {
            total
        } else {
            (total * 3).div_ceil(5).max(2)
        };
        self.words >= 2 && self.initials >= wanted
    }
}

/// How many of the letters a word can give, and how many of these are initials: its
/// first letter, those right behind it, and capitals inside (`JavaScript`).
fn shares(word: &str, letters: &[char]) -> impl Iterator<Item = (usize, usize)> {
    let mut shares = Vec::new();
    if let Some(&first) = letters.first() {
        let mut inside = word.chars().peekable();
        let begins = is_number_of(first, word)
            || first == 'x'
                && word
                    .get(..2)
                    .is_some_and(|start| start.eq_ignore_ascii_case("ex"))
            || inside.peek().is_some_and(|c| c.to_lowercase().eq([first]));
        if begins {
            inside.next();
            shares.push((1, 1));
            let (mut count, mut initials, mut together) = (1, 1, true);
            for c in inside {
                match letters.get(count) {
                    Some(&wanted) if c.to_lowercase().eq([wanted]) => {
                        count += 1;
                        initials += usize::from(together || c.is_uppercase());
                        shares.push((count, initials));
                    }
                    Some(_) => together = false,
                    None => break,
                }
            }
        }
    }
    shares.into_iter()
}

/// `2` for `two`, `to` and `second`, `4` for `for`.
fn is_number_of(digit: char, word: &str) -> bool {
    let words: &[&str] = match digit {
        '1' => &["one", "first"],
        '2' => &["two", "to", "second", "double"],
        '3' => &["three", "third", "triple"],
        '4' => &["four", "for", "fourth"],
        '5' => &["five", "fifth"],
        _ => return false,
    };
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Words that abbreviations pass over or not: `proof of concept (POC)` passes over
/// none, `state of the art (SOTA)` over none, `Department of Homeland Security (DHS)`
/// over one.
fn is_small(word: &str) -> bool {
    matches!(
        &*word.to_ascii_lowercase(),
        "a" | "an"
            | "and"
            | "as"
            | "at"
            | "by"
            | "de"
            | "for"
            | "from"
            | "in"
            | "into"
            | "of"
            | "on"
            | "or"
            | "per"
            | "the"
            | "to"
            | "via"
            | "with"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_words_spell_an_abbreviation_out() {
        let table = [
            (
                "service level agreement",
                "SLA",
                Some("service level agreement"),
            ),
            (
                "our own minimum lovable product",
                "MLP",
                Some("minimum lovable product"),
            ),
            ("the state of the art", "SOTA", Some("state of the art")),
            ("the state of the art", "SOA", Some("state of the art")),
            (
                "Key Performance Indicators",
                "KPIs",
                Some("Key Performance Indicators"),
            ),
            (
                "The open-source program office",
                "OSPO",
                Some("open-source program office"),
            ),
            (
                "a Department of Homeland Security",
                "DHS",
                Some("Department of Homeland Security"),
            ),
            (
                "software as a service",
                "SaaS",
                Some("software as a service"),
            ),
            (
                "extensible markup language",
                "XML",
                Some("extensible markup language"),
            ),
            (
                "hypertext markup language",
                "HTML",
                Some("hypertext markup language"),
            ),
            (
                "JavaScript object notation",
                "JSON",
                Some("JavaScript object notation"),
            ),
            (
                "the Open Source Security Foundation",
                "OpenSSF",
                Some("Open Source Security Foundation"),
            ),
            (
                "representational state transfer",
                "REST",
                Some("representational state transfer"),
            ),
            (
                "two-factor authentication",
                "2FA",
                Some("two-factor authentication"),
            ),
            ("business to business", "B2B", Some("business to business")),
            (
                "travel and entertainment",
                "T&E",
                Some("travel and entertainment"),
            ),
            ("accounts receivable", "A/R", Some("accounts receivable")),
            (
                "Centers for Disease Control and Prevention",
                "CDC",
                Some("Centers for Disease Control and Prevention"),
            ),
            (
                "continuous integration and continuous delivery",
                "CI/CD",
                Some("continuous integration and continuous delivery"),
            ),
            ("an \"API\" and an", "API", None),
            ("a thing of beauty", "API", None),
            ("The office on the second floor", "OSPO", None),
            ("from members of the alliance", "NATO", None),
            ("the client", "CI", None),
            ("see", "SEE", None),
            ("", "API", None),
        ];
        for (long, short, expected) in table {
            let found = start_of_long_form(long, short).map(|start| &long[start..]);
            assert_eq!(found, expected, "{long} ({short})");
        }
    }

    #[test]
    fn the_first_words_spell_an_abbreviation_out() {
        let table = [
            (
                "service level agreement, in days",
                "SLA",
                Some("service level agreement"),
            ),
            (
                "Key Performance Indicators.",
                "KPIs",
                Some("Key Performance Indicators"),
            ),
            ("see the list", "SLA", None),
            ("Service", "SLA", None),
            ("the service level agreement", "SLA", None),
        ];
        for (long, short, expected) in table {
            let found = end_of_long_form(long, short).map(|end| &long[..end]);
            assert_eq!(found, expected, "{short}: {long}");
        }
    }
}

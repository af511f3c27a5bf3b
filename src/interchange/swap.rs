//! One spelling for another, as linters of other tools say it: the entry that means
//! the same here. What a glossary cannot tell apart, hyphens and blanks, or capitals
//! alone in every other way, becomes no entry: it would flag what it asks for.

use super::record::Record;

/// Spellings, and what to write instead.
#[derive(Debug, Default)]
pub(super) struct Swap {
    /// What is found; the first is the term.
    pub(super) spellings: Vec<String>,
    /// What to write, best first.
    pub(super) plain: Vec<String>,
    /// Whether capitals count.
    pub(super) exact: bool,
}

impl Swap {
    /// The entry, or why there is none.
    pub(super) fn record(self) -> Result<Record, String> {
        let mut exact = self.exact;
        let mut kept: Vec<String> = Vec::new();
        let mut same = None;
        for spelling in self.spellings {
            let wanted = self.plain.iter().find(|plain| key(plain) == key(&spelling));
            match wanted {
                Some(plain) if words(plain) == words(&spelling) => {
                    same = Some(spelling);
                    continue;
                }
                Some(_) => exact = true,
                None => {}
            }
            if !kept.iter().any(|other| is_same(other, &spelling, exact)) {
                kept.push(spelling);
            }
        }
        if kept.is_empty() {
            let spelling = same.unwrap_or_default();
            return Err(format!(
                "`{spelling}` differs from what to write in hyphens or blanks alone, which a glossary does not tell apart"
            ));
        }
        let mut record = Record::default();
        record.say("term", kept.remove(0));
        record.say("aliases", kept);
        record.say("plain", self.plain);
        if exact {
            record.say("case", "exact");
        }
        Ok(record)
    }
}

/// A spelling as the search compares it, whatever its capitals.
fn key(spelling: &str) -> String {
    hyphenless(&spelling.to_lowercase())
}

/// A spelling as the search compares it, letter by letter.
fn hyphenless(spelling: &str) -> String {
    let words: Vec<&str> = words(spelling);
    words.join(" ")
}

fn words(spelling: &str) -> Vec<&str> {
    let words = spelling.split(|c: char| c == '-' || c.is_whitespace());
    words.filter(|word| !word.is_empty()).collect()
}

fn is_same(a: &str, b: &str, exact: bool) -> bool {
    if exact {
        hyphenless(a) == hyphenless(b)
    } else {
        key(a) == key(b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn swapped(spellings: &[&str], plain: &str, exact: bool) -> Result<Record, String> {
        let spellings = spellings.iter().map(ToString::to_string).collect();
        Swap {
            spellings,
            plain: vec![plain.to_owned()],
            exact,
        }
        .record()
    }

    #[test]
    fn spellings_become_a_term_and_its_aliases() {
        let record = swapped(&["utilize", "make use of"], "use", false).expect("it is one");
        assert_eq!(record.text("term"), Some("utilize"));
        assert_eq!(record.words("aliases"), ["make use of"]);
        assert_eq!(record.text("case"), None);
    }

    #[test]
    fn what_differs_in_capitals_alone_is_compared_exactly() {
        let record = swapped(&["url", "Url"], "URL", false).expect("it is one");
        assert_eq!(record.text("case"), Some("exact"));
        assert_eq!(record.words("aliases"), ["Url"]);
    }

    #[test]
    fn what_it_asks_for_is_not_flagged() {
        assert!(swapped(&["open-source"], "open source", false).is_err());
        assert!(swapped(&["Open-Source"], "open source", true).is_ok());
        assert!(swapped(&["API"], "API", true).is_err());
        let record = swapped(&["back-light", "back light"], "backlight", false).expect("it is one");
        assert_eq!(record.words("aliases"), Vec::<&str>::new());
    }
}

//! Values that are one of a few words, as people and other tools write them: in any
//! letter case, short or long.

/// Parts of speech, and other names of each.
const PARTS_OF_SPEECH: &[(&str, &[&str])] = &[
    (
        "noun",
        &["n", "nn", "s", "sb", "subst", "substantive", "common-noun"],
    ),
    ("verb", &["v", "vb", "vt", "vi", "v.t", "v.i"]),
    ("adjective", &["adj", "a", "jj"]),
    ("adverb", &["adv", "rb"]),
    (
        "proper-noun",
        &["propn", "pn", "name", "proper-name", "nnp"],
    ),
    ("phrase", &["phr", "expression", "multiword"]),
];

/// The part of speech that dictionaries and other tools call so.
pub(super) fn part_of_speech(said: &str) -> Option<&'static str> {
    let said = choice(said);
    let known =
        |(name, forms): &&(&'static str, &[&str])| *name == said || forms.contains(&said.as_str());
    PARTS_OF_SPEECH.iter().find(known).map(|(name, _)| *name)
}

/// The word for a choice: in small letters, with a hyphen between its words.
pub(super) fn choice(said: &str) -> String {
    let mut word = String::with_capacity(said.len());
    let mut is_low = false;
    for c in said.trim().trim_end_matches('.').chars() {
        match c {
            ' ' | '_' => word.push('-'),
            c if c.is_uppercase() && is_low => {
                word.push('-');
                word.extend(c.to_lowercase());
            }
            c => word.extend(c.to_lowercase()),
        }
        is_low = c.is_lowercase();
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_have_many_spellings() {
        for (said, expected) in [
            ("Noun", Some("noun")),
            ("NOUN", Some("noun")),
            ("PROPER_NOUN", Some("proper-noun")),
            ("n.", Some("noun")),
            ("V", Some("verb")),
            ("adj.", Some("adjective")),
            ("properNoun", Some("proper-noun")),
            ("Proper noun", Some("proper-noun")),
            ("particle", None),
        ] {
            assert_eq!(part_of_speech(said), expected, "{said}");
        }
        assert_eq!(choice(" Preferred"), "preferred");
    }
}

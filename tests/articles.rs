//! Holds `indefinite` against what writers chose.
//!
//! The fixture lists which article stood before which word in public documents,
//! and how often. The writers are not always of one mind ("a SQL user", "an SQL
//! user"), so the test asks for a high share of agreement and not for all of it.

use dejargon::english::article::indefinite;

/// Share of all occurrences in which the choice must be the writers'.
const LEAST_BY_COUNT: f64 = 0.995;
/// Share of distinct words for which the choice must be the writers'.
const LEAST_BY_WORD: f64 = 0.985;
/// The fixture must stay large enough for those shares to mean something.
const LEAST_WORDS: u32 = 2_400;

struct Observation<'a> {
    article: &'a str,
    word: &'a str,
    count: u32,
}

/// What a line of the fixture says: article, word and count, parted by tabs.
fn observation(line: &str) -> Option<Observation<'_>> {
    let (article, rest) = line.split_once('\t')?;
    let (word, count) = rest.split_once('\t')?;
    let count = count.parse().ok()?;
    Some(Observation {
        article,
        word,
        count,
    })
}

#[test]
fn agrees_with_writers() {
    let (mut words, mut agreed_words) = (0, 0);
    let (mut occurrences, mut agreed_occurrences) = (0, 0);
    let mut disagreements = Vec::new();
    let fixture = include_str!("fixtures/articles.txt");
    for line in fixture.lines().filter(|line| !line.starts_with('#')) {
        let seen = observation(line);
        assert!(seen.is_some(), "not article, word and count: {line:?}");
        let Some(Observation {
            article,
            word,
            count,
        }) = seen
        else {
            continue;
        };
        words += 1;
        occurrences += count;
        let chosen = indefinite(word).map_or("none", |article| article.as_str());
        if chosen == article {
            agreed_words += 1;
            agreed_occurrences += count;
        } else {
            disagreements.push(format!("{count} times {article} {word}, not {chosen}"));
        }
    }
    let by_word = f64::from(agreed_words) / f64::from(words);
    let by_count = f64::from(agreed_occurrences) / f64::from(occurrences);
    assert!(words >= LEAST_WORDS, "only {words} words in the fixture");
    assert!(
        by_count >= LEAST_BY_COUNT && by_word >= LEAST_BY_WORD,
        "agreed on {by_count:.4} by count, {by_word:.4} by word; writers chose:\n{}",
        disagreements.join("\n")
    );
}

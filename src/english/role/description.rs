//! What a sentence says of a name in its own words.
//!
//! Owns `Zephyr is a website …`, `the recipe-sharing website Zephyr`, `a website called
//! Zephyr` and `Zephyr, a website for cooks, …`. Whether the words describe what the name
//! means is the caller's question.

use super::super::lexicon;
use super::super::sentence::Gap;
use super::context::{Context, Token, View};

/// What is said of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Description<'t> {
    /// A sentence says what it is: `Zephyr is a …`; the words behind *is*.
    Predicate(&'t str),
    /// The noun right before it: `the website Zephyr`.
    Noun(&'t str),
    /// The noun of a sentence that ends in the name: `our website is Zephyr`.
    Subject(&'t str),
    /// What stands behind it between commas, dashes, or in brackets: `Zephyr, a website`.
    Apposition(&'t str),
}

/// What the words around a name say of it, the surest first.
pub fn description(context: Context<'_>) -> Option<Description<'_>> {
    let view = View::of(context);
    predicate(&view, context.after)
        .or_else(|| subject(&view))
        .or_else(|| called(&view))
        .or_else(|| noun_before(&view))
        .or_else(|| apposition(context.after))
}

/// `An API is a way …`, `APIs are ways …`, `Zephyr, which is a website`; not `the API is a
/// mess`.
fn predicate<'t>(view: &View<'t>, after: &'t str) -> Option<Description<'t>> {
    let (before, article) = (view.left(0), view.left(1));
    let is_subject = before.is_none() || before.reads(&["a", "an"]) && article.is_none();
    let relative = view.right(0).gap == Gap::Comma && view.right(0).reads(&["which"]);
    let verb = usize::from(relative);
    let is = view.right(verb);
    let opener = (verb + 1..verb + 3)
        .map(|i| view.right(i))
        .find(|word| !word.is(lexicon::ADVERB))?;
    let of_many = is.reads(&["are"]) && opener.is_open() && !opener.ends_with("ing");
    let says = is.is_adjacent()
        && is.reads(&["is", "are"])
        && opener.gap == Gap::Space
        && (of_many || opener.reads(&["a", "an", "the", "one"]));
    ((is_subject || relative) && says).then(|| {
        let start = after.find(opener.text).unwrap_or_default();
        Description::Predicate(&after[start..])
    })
}

/// `Our website is Zephyr.`
fn subject<'t>(view: &View<'t>) -> Option<Description<'t>> {
    let (is, noun) = (view.left(0), view.left(1));
    let says = is.is_adjacent() && is.reads(&["is"]) && view.right(0).is_none();
    (says && is_common_noun(noun)).then_some(Description::Subject(noun.text))
}

/// `a website called Zephyr`.
fn called<'t>(view: &View<'t>) -> Option<Description<'t>> {
    let (verb, noun) = (view.left(0), view.left(1));
    let names = verb.is_adjacent() && verb.reads(&["called", "named"]);
    (names && is_common_noun(noun)).then_some(Description::Noun(noun.text))
}

/// `the recipe-sharing website Zephyr`; not `the team uses Zephyr`.
fn noun_before<'t>(view: &View<'t>) -> Option<Description<'t>> {
    let (noun, before) = (view.left(0), view.left(1));
    let goes_on = |i: &usize| {
        let word = view.left(*i);
        word.gap == Gap::Space && (word.is_open() || word.is(lexicon::ADJECTIVE))
    };
    let opener = view.left((1..5).find(|i| !goes_on(i))?);
    let opens = opener.is_adjacent() && (opener.is_article() || opener.is(lexicon::DEMONSTRATIVE));
    let is_noun = is_common_noun(noun) && !noun.is_plural() && !before.is_plural();
    (opens && is_noun).then_some(Description::Noun(noun.text))
}

fn is_common_noun(word: Token) -> bool {
    word.gap == Gap::Space
        && word.is_open()
        && word.text.starts_with(char::is_lowercase)
        && !word.is(lexicon::IRREGULAR_PAST | lexicon::FINITE_S)
        && !["ed", "ing", "ous"].iter().any(|end| word.ends_with(end))
}

/// What an apposition stands between.
const BOUNDS: [(&str, &[char]); 5] = [
    (", ", &[',', '.', ';', ')']),
    (" (", &[')', ';']),
    (" – ", &['–', '.', ';', ')']),
    (" — ", &['—', '.', ';', ')']),
    (" -- ", &['-', '.', ';', ')']),
];

/// `, a website for cooks,`, `(a website for cooks)`; not `, a drum and a horn`.
fn apposition(after: &str) -> Option<Description<'_>> {
    let mut bounds = BOUNDS.iter();
    let (words, end) = bounds.find_map(|(begin, end)| Some((after.strip_prefix(begin)?, *end)))?;
    let opens = ["a ", "an ", "the "]
        .iter()
        .any(|article| words.starts_with(article));
    let (inside, behind) = words.split_at(words.find(end)?);
    let is_list = [", and ", ", or "]
        .iter()
        .any(|and| behind.starts_with(and));
    (opens && !is_list).then_some(Description::Apposition(inside))
}

#[cfg(test)]
mod tests {
    use super::super::context::marked;
    use super::Description::{Apposition, Noun, Predicate, Subject};
    use super::description;

    #[test]
    fn a_sentence_describes_a_name() {
        let table = [
            ("[Zephyr] is a site.", Some(Predicate("a site."))),
            ("An [API] is simply a way in.", Some(Predicate("a way in."))),
            (
                "We use [Zephyr], which is a site.",
                Some(Predicate("a site.")),
            ),
            ("[APIs] are ways in.", Some(Predicate("ways in."))),
            ("The [API] is a mess.", None),
            ("Our website is [Zephyr].", Some(Subject("website"))),
            ("Our website is [Zephyr] and good.", None),
            ("[Zephyr] is slow.", None),
            (
                "We publish on the recipe-sharing website [Zephyr].",
                Some(Noun("website")),
            ),
            ("It is a website called [Zephyr].", Some(Noun("website"))),
            ("Send it in the text format [JSON].", Some(Noun("format"))),
            ("The team uses [Zephyr].", None),
            ("The teams use [Zephyr].", None),
            ("We like the new [Zephyr].", None),
            ("We publish on [Zephyr].", None),
            (
                "We like [Zephyr], a website for cooks, most.",
                Some(Apposition("a website for cooks")),
            ),
            ("We like [Zephyr], a drum, and a horn.", None),
            (
                "We like [Zephyr] (a website for cooks) most.",
                Some(Apposition("a website for cooks")),
            ),
            (
                "Our [Zephyr] – a website for cooks – is slow.",
                Some(Apposition("a website for cooks ")),
            ),
            ("We like [Zephyr] (see below).", None),
        ];
        for (sentence, expected) in table {
            assert_eq!(description(marked(sentence)), expected, "{sentence}");
        }
    }
}

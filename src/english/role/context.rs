//! The words around a match, each with its classes.
//!
//! Owns how a rule looks at its surroundings: [`View`] lists the words of the
//! clause to both sides, nearest first, and ends where punctuation closes the
//! clause. The rules themselves live beside this file.

use std::cell::Cell;

use super::super::lexicon::{self, Class};
use super::super::sentence::{self, Gap, OBJECT};

/// The sentence around a match.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The sentence up to the match, as a reader sees it.
    pub before: &'a str,
    /// The match as written.
    pub form: &'a str,
    /// The sentence behind the match.
    pub after: &'a str,
}

/// How many words to either side the rules look at.
pub(super) const REACH: usize = 12;

/// A word beside the match.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    /// What stands between this word and its neighbour towards the match.
    pub(super) gap: Gap,
    pub(super) class: Class,
}

impl Token<'_> {
    /// What stands beyond the clause.
    const NONE: Token<'static> = Token {
        text: "",
        gap: Gap::Break,
        class: lexicon::NOTHING,
    };

    pub(super) fn is_none(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn is(&self, classes: Class) -> bool {
        self.class.is(classes)
    }

    /// Whether the word is one of `words`.
    pub(super) fn reads(&self, words: &[&str]) -> bool {
        words
            .iter()
            .any(|word| self.text.eq_ignore_ascii_case(word))
    }

    /// Whether nothing but space or a quotation mark stands on the match's side.
    pub(super) fn is_adjacent(&self) -> bool {
        matches!(self.gap, Gap::Space | Gap::Quote | Gap::Possessive)
    }

    /// Whether the word begins a noun phrase: an article or a possessive.
    pub(super) fn is_article(&self) -> bool {
        self.is(lexicon::ARTICLE) || self.gap == Gap::Possessive
    }

    /// Whether the word is a noun that owns what follows: `the owner's`.
    pub(super) fn is_possessor(&self) -> bool {
        self.is(lexicon::ARTICLE) && self.text.contains(['\'', '’'])
    }

    /// Whether the word is in no closed class, so that it may be a noun.
    pub(super) fn is_open(&self) -> bool {
        !self.is_none() && !self.is(lexicon::CLOSED)
    }

    /// Code or the like, which acts as a name.
    pub(super) fn is_inline_object(&self) -> bool {
        self.text.starts_with(OBJECT)
    }

    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether the word looks like the plural of a noun.
    pub(super) fn is_plural(&self) -> bool {
        self.is_open() && has_plural_s(self.text) && !self.is(lexicon::FINITE_S)
            || self.reads(&["people", "men", "women", "children"])
    }

    pub(super) fn is_number(&self) -> bool {
        self.is(lexicon::NUMBER)
            || self.text.starts_with(|c: char| c.is_ascii_digit())
                && self.text.chars().all(|c| c.is_ascii_digit() || c == ',')
    }

    pub(super) fn ends_with(&self, suffix: &str) -> bool {
        let at = self.text.len().checked_sub(suffix.len());
        at.filter(|&at| at > 1)
            .and_then(|at| self.text.get(at..))
            .is_some_and(|tail| tail.eq_ignore_ascii_case(suffix))
    }

    /// An adverb of manner: `quickly`.
    pub(super) fn is_manner(&self) -> bool {
        self.is(lexicon::ADVERB) && self.ends_with("ly") && !self.reads(&["only"])
    }

    /// An adjective and nothing else.
    pub(super) fn is_adjective(&self) -> bool {
        self.is(lexicon::ADJECTIVE) && !self.is(lexicon::ADVERB | lexicon::PREPOSITION)
    }
}

/// Whether `word` ends like a plural.
pub(super) fn has_plural_s(word: &str) -> bool {
    let mut end = word.chars().rev().map(|c| c.to_ascii_lowercase());
    word.len() > 2 && end.next() == Some('s') && !matches!(end.next(), Some('s' | 'u' | 'i' | '\''))
}

/// The clause around a match, read as far as a rule asks.
pub(super) struct View<'a> {
    left: Side<'a>,
    right: Side<'a>,
}

impl<'a> View<'a> {
    pub(super) fn of(context: Context<'a>) -> View<'a> {
        View {
            left: Side::new(context.before, |text, _| sentence::last_word(text)),
            right: Side::new(context.after, sentence::next_word),
        }
    }

    /// The word `i` places before the match; 0 is its neighbour.
    pub(super) fn left(&self, i: usize) -> Token<'a> {
        let token = self.left.token(i);
        if token.is(lexicon::HALF_ADVERB) && self.is_half_of_adverb(i, token) {
            return Token {
                class: lexicon::ADVERB,
                ..token
            };
        }
        token
    }

    /// The word `i` places behind the match; 0 is its neighbour.
    pub(super) fn right(&self, i: usize) -> Token<'a> {
        self.right.token(i)
    }

    /// All words before the match, nearest first.
    pub(super) fn before(&self) -> impl Iterator<Item = Token<'a>> {
        (0..REACH)
            .map(|i| self.left(i))
            .take_while(|token| !token.is_none())
    }

    /// Whether the word makes an adverb with one beside it: `no longer`.
    fn is_half_of_adverb(&self, i: usize, token: Token<'a>) -> bool {
        const PAIRS: [[&str; 2]; 5] = [
            ["no", "longer"],
            ["at", "least"],
            ["of", "course"],
            ["kind", "of"],
            ["sort", "of"],
        ];
        PAIRS.iter().any(|[first, second]| {
            token.reads(&[first]) && i > 0 && self.left.token(i - 1).reads(&[second])
                || token.reads(&[second]) && self.left.token(i + 1).reads(&[first])
        })
    }

    /// The first place from `i` on to the left that is no adverb.
    pub(super) fn past_adverbs(&self, i: usize) -> usize {
        let adverb = |at: &usize| {
            let token = self.left(*at);
            token.is(lexicon::ADVERB) && token.is_adjacent()
        };
        (i..=i + REACH).find(|at| !adverb(at)).unwrap_or(i)
    }

    /// Whether what follows is surely the object of a verb: it begins with an
    /// article, a possessive, an object pronoun.
    pub(super) fn object_follows(&self) -> bool {
        let next = self.right(0);
        let amount = &[
            "some",
            "any",
            "many",
            "several",
            "various",
            "multiple",
            "numerous",
            "additional",
        ];
        next.is_adjacent()
            && (next.is(lexicon::ARTICLE | lexicon::OBJECT_PRONOUN)
                || next.reads(&["this", "these", "those"])
                || next.reads(amount))
    }

    /// Whether `it` or `you` follows as an object, not as the subject of a
    /// clause without `that`: `deploy it`, not `the change it makes`.
    pub(super) fn pronoun_object_follows(&self) -> bool {
        let (next, second) = (self.right(0), self.right(1));
        let subject = second.is(lexicon::AUXILIARY)
            || second.is_open() && (has_plural_s(second.text) || second.ends_with("ed"))
            || second.is_open() && next.reads(&["you"]);
        next.is_adjacent() && next.is(lexicon::EITHER_PRONOUN) && !(second.is_adjacent() && subject)
    }

    /// Whether a finite auxiliary follows, which makes the match its subject.
    pub(super) fn auxiliary_follows(&self) -> bool {
        let next = self.right(0);
        next.is_adjacent()
            && next.is(lexicon::AUXILIARY)
            && !next.reads(&["do", "having", "being", "been", "be"])
    }
}

/// Finds a word and what is left of the text beyond it; the second argument is
/// the word found before.
type Find = for<'a> fn(&'a str, &str) -> Option<(sentence::Word<'a>, &'a str)>;

/// The words to one side of a match, each looked at once, when first asked for.
struct Side<'a> {
    tokens: [Cell<Token<'a>>; REACH],
    known: Cell<usize>,
    /// What is not read yet; `None` beyond the clause.
    rest: Cell<Option<&'a str>>,
    find: Find,
}

impl<'a> Side<'a> {
    fn new(text: &'a str, find: Find) -> Self {
        Self {
            tokens: [const { Cell::new(Token::NONE) }; REACH],
            known: Cell::new(0),
            rest: Cell::new(Some(text)),
            find,
        }
    }

    fn token(&self, i: usize) -> Token<'a> {
        let Some(token) = self.tokens.get(i) else {
            return Token::NONE;
        };
        while self.known.get() <= i
            && let Some(rest) = self.rest.get()
        {
            self.read(rest);
        }
        token.get()
    }

    /// Reads one more word, unless the clause ends before it.
    fn read(&self, rest: &'a str) {
        let known = self.known.get();
        let last = known
            .checked_sub(1)
            .map_or("", |last| self.tokens[last].get().text);
        let found = (self.find)(rest, last).filter(|(word, _)| word.gap != Gap::Break);
        self.rest.set(found.map(|(_, rest)| rest));
        if let Some((word, _)) = found {
            self.tokens[known].set(Token {
                text: word.text,
                gap: word.gap,
                class: class(word.text),
            });
            self.known.set(known + 1);
        }
    }
}

/// The classes of a word, a contraction taking those of its last part.
fn class(word: &str) -> Class {
    if matches!(word, "IT" | "US" | "WHO") {
        return lexicon::NOTHING; // names, unless a whole sentence shouts
    }
    let listed = lexicon::class(word);
    let Some((base, tail)) = word.rsplit_once(['\'', '’']) else {
        return listed;
    };
    if listed != lexicon::NOTHING {
        return listed;
    }
    match tail.to_ascii_lowercase().as_str() {
        "ve" => lexicon::HAVE,
        "ll" => lexicon::MODAL,
        "d" => lexicon::HAVE | lexicon::MODAL,
        "re" | "m" => lexicon::BE,
        "s" if lexicon::class(base).is(lexicon::CONTRACTING) => lexicon::BE | lexicon::HAVE,
        "s" => lexicon::ARTICLE,
        _ => listed,
    }
}

/// The context of the form in square brackets in `sentence`.
#[cfg(test)]
pub(super) fn marked(sentence: &str) -> Context<'_> {
    let (before, rest) = sentence.split_once('[').unwrap_or(("", sentence));
    let (form, after) = rest.split_once(']').unwrap_or((rest, ""));
    Context {
        before,
        form,
        after,
    }
}

/// Fails with every sentence of `table` that `answer` reads otherwise.
#[cfg(test)]
pub(super) fn hold<T: PartialEq + std::fmt::Debug>(
    table: &[(&str, T)],
    answer: impl Fn(Context) -> T,
) {
    let wrong = |(sentence, expected): &(&str, T)| {
        let got = answer(marked(sentence));
        (got != *expected).then(|| format!("{sentence}: {got:?}, not {expected:?}"))
    };
    let failures: Vec<String> = table.iter().filter_map(wrong).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

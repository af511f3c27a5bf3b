//! The closed word classes of English, and the few open ones whose company
//! tells a noun from a verb.
//!
//! Owns which class a word may belong to, never which one it has in a sentence; that is
//! `role`'s question. The words are in `words.tsv`, each with the sentence that needs it,
//! and in a table that the build makes of that, so that a start reads nothing. A word may
//! be in several classes. They are not complete, and need not be: a word that is in none
//! counts as a possible noun, which is what nearly all others are.

use std::ops::BitOr;

use super::words;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u64);

impl Class {
    /// Whether the word is in at least one of `classes`.
    pub(super) fn is(self, classes: Class) -> bool {
        self.0 & classes.0 != 0
    }
}

impl BitOr for Class {
    type Output = Class;
    fn bitor(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// Names each class; its words are in `words.tsv`.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        $($(#[$doc])* pub(super) const $name: Class = Class(1 << $bit);)*
        #[cfg(test)]
        const NAMES: &[(&str, Class)] = &[$((stringify!($name), $name)),*];
    };
}

classes! {
    /// Articles and possessives: a noun phrase begins here.
    ARTICLE = 0;
    /// Determiners that also stand alone as pronouns.
    DEMONSTRATIVE = 1;
    /// Words for amounts, which stand before nouns and alone.
    QUANTIFIER = 2;
    /// Numbers in words.
    NUMBER = 3;
    /// Pronouns that are subjects only.
    SUBJECT = 4;
    /// Pronouns that are subjects or objects.
    EITHER_PRONOUN = 5;
    /// Pronouns that are objects only.
    OBJECT_PRONOUN = 6;
    /// Pronouns of no person.
    INDEFINITE = 7;
    /// Verbs that a base form follows.
    MODAL = 8;
    BE = 9;
    HAVE = 10;
    DO = 11;
    GET = 12;
    PREPOSITION = 13;
    /// Small words that make a verb of two words.
    PARTICLE = 14;
    /// Words that open a clause of their own.
    SUBORDINATOR = 15;
    COORDINATOR = 16;
    QUESTION = 17;
    ADVERB = 18;
    ADJECTIVE = 19;
    /// Adjectives that may follow their noun, or that end a clause.
    POSTPOSITIVE = 20;
    /// Verbs with a person before a thing: `give you access`.
    GIVING = 21;
    /// Verbs with a person and a base form: `help us align`.
    CAUSING = 22;
    /// Verbs before a clause with `that`.
    SAYING = 23;
    /// Words whose `to` is a preposition: `due to impact`.
    TO_NOUN = 24;
    /// Words whose `to` may be either.
    TO_EITHER = 25;
    /// Verbs that take a bare noun as their object: `get support`.
    TAKING_NOUN = 26;
    /// Verbs before an -ing form that is one too: `keep debugging`.
    TAKING_GERUND = 27;
    /// Irregular pasts, which are no nouns behind a noun.
    IRREGULAR_PAST = 28;
    /// Verbs before an adjective that describes the subject.
    LINKING = 29;
    /// Third persons that are hardly ever plural nouns.
    FINITE_S = 30;
    /// Nouns of time, which follow a verb without being its object.
    TIME = 31;
    /// Words that keep their company's form a noun, though they look like prepositions' company.
    NAMING = 32;
    /// Plurals that stand before another noun.
    PLURAL_MODIFIER = 33;
    LETTERED = 34;
    /// Lettered things before a small letter; the others are seen before the article too often.
    LETTERED_SMALL = 35;
    NEGATION = 36;
    TITLE_ABBREVIATION = 37;
    NUMBER_ABBREVIATION = 38;
    OPEN_ABBREVIATION = 39;
    /// Verbs so common before a participle that modifies their object.
    COMMON_VERB = 40;
    PLEASE = 41;
    /// Verbs before an -ing form that may still be a noun of its own: `enjoy fishing`.
    LIKING_GERUND = 44;
    /// Words that make an adverb with one beside them: `no longer`, `kind of`.
    HALF_ADVERB = 45;
    TO = 42;
    /// Verbs whose participle is the base form, so that `has` says nothing.
    UNCHANGING = 43;
    /// Words in common use both as a noun and as a verb.
    NOUN_AND_VERB = 46;
    /// Common verbs that are never nouns and whose form does not tell.
    VERB_ONLY = 47;
    /// Words in -ly that are no adverbs.
    NO_ADVERB = 48;
}

/// No class at all.
pub(super) const NOTHING: Class = Class(0);

/// Verbs that help another verb.
pub(super) const AUXILIARY: Class = Class(BE.0 | HAVE.0 | DO.0 | MODAL.0);

/// Words that contract with `is` and `has`; a noun with `'s` is a possessive.
pub(super) const CONTRACTING: Class =
    Class(SUBJECT.0 | EITHER_PRONOUN.0 | DEMONSTRATIVE.0 | QUESTION.0 | ADVERB.0 | INDEFINITE.0);

/// Words that begin an object, or stand for one.
pub(super) const OPENS_OBJECT: Class = Class(
    ARTICLE.0
        | DEMONSTRATIVE.0
        | QUANTIFIER.0
        | EITHER_PRONOUN.0
        | OBJECT_PRONOUN.0
        | INDEFINITE.0
        | QUESTION.0
        | ADJECTIVE.0,
);

/// Classes whose words hold a sentence together and name nothing.
pub(super) const FUNCTION: Class = Class(
    ARTICLE.0
        | DEMONSTRATIVE.0
        | QUANTIFIER.0
        | SUBJECT.0
        | EITHER_PRONOUN.0
        | OBJECT_PRONOUN.0
        | INDEFINITE.0
        | AUXILIARY.0
        | PREPOSITION.0
        | SUBORDINATOR.0
        | COORDINATOR.0
        | QUESTION.0
        | ADVERB.0
        | PLEASE.0
        | TO.0,
);

/// Classes whose words are no nouns, verbs or participles.
pub(super) const CLOSED: Class = Class(FUNCTION.0 | NUMBER.0 | ADJECTIVE.0);

/// A word of the table: where it stands in `TEXT`, and its classes.
struct Listed {
    start: u16,
    length: u8,
    class: Class,
}

const fn w(start: u16, length: u8, classes: u64) -> Listed {
    Listed {
        start,
        length,
        class: Class(classes),
    }
}

// `TEXT`, `WORDS`, and for each place of the table the number of its word, from one on.
include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The classes of a word in small letters.
fn listed(word: &str) -> Class {
    for place in words::places(word) {
        let Some(found) = usize::from(PLACES[place]).checked_sub(1) else {
            break;
        };
        let found = &WORDS[found];
        let start = usize::from(found.start);
        if &TEXT[start..start + usize::from(found.length)] == word {
            return found.class;
        }
    }
    NOTHING
}

/// Longer words are in no list.
const LONGEST: usize = 24;

/// All classes of `word`, in any capitals and with either apostrophe.
pub(super) fn class(word: &str) -> Class {
    let mut folded = [0; LONGEST];
    let mut length = 0;
    for c in word.chars() {
        let c = if c == '’' {
            '\''
        } else {
            c.to_ascii_lowercase()
        };
        if !c.is_ascii() || length == LONGEST {
            return Class::default();
        }
        folded[length] = c as u8;
        length += 1;
    }
    let folded = std::str::from_utf8(&folded[..length]).unwrap_or_default();
    let listed = listed(folded);
    #[cfg(test)]
    let listed = Class(listed.0 & !tests::taken_out(folded).0);
    let is_manner = folded.len() > 4 && folded.ends_with("ly") && !listed.is(NO_ADVERB);
    if is_manner { listed | ADVERB } else { listed }
}

/// Whether `word` is one of these lists for what it means, and not as an abbreviation; a
/// noun or a verb is none.
pub(super) fn is_word(word: &str) -> bool {
    let abbreviations = TITLE_ABBREVIATION | NUMBER_ABBREVIATION | OPEN_ABBREVIATION;
    let open = PLURAL_MODIFIER | NOUN_AND_VERB | VERB_ONLY | NO_ADVERB;
    class(word).0 & !(abbreviations | open).0 != 0
}

/// An abbreviation that goes before a name or an explanation: `e.g.`, `Dr.`
pub(super) fn is_title_abbreviation(word: &str) -> bool {
    class(word).is(TITLE_ABBREVIATION)
}

/// An abbreviation that goes before a number: `Fig. 3`.
pub(super) fn is_number_abbreviation(word: &str) -> bool {
    class(word).is(NUMBER_ABBREVIATION)
}

/// An abbreviation that may end a sentence too: `Inc.`, `p.m.`
pub(super) fn is_open_abbreviation(word: &str) -> bool {
    class(word).is(OPEN_ABBREVIATION)
}

/// Whether `word`, with a capital, is rather a sentence's first word than a name.
pub(super) fn opens_sentence(word: &str) -> bool {
    class(word).is(CLOSED) && !class(word).is(ADJECTIVE)
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;

//! What plain words ask of the sentence around a match.
//!
//! Owns the tests for an object right behind, a passive, the place of an adverb that is
//! a phrase, and nouns that belong together. Where they do not hold, other words would
//! be no English there; that is the caller's care.

use super::super::lexicon;
use super::super::sentence::Gap;
use super::behind_noun::is_behind_noun;
use super::context::{Context, Token, View};

/// How far two uses of one verb stand apart at most.
const REACH: usize = 8;

/// Whether an object begins right behind: `helps with [the talks]`.
pub fn has_object_behind(context: Context) -> bool {
    let view = View::of(context);
    let (next, second) = (view.right(0), view.right(1));
    let opens = lexicon::OPENS_OBJECT | lexicon::NUMBER;
    let when = next.reads(&["last", "next"]) && second.is(lexicon::TIME);
    let is_clause = next.reads(&["that"]) && !is_noun_behind(second);
    next.is_adjacent()
        && !when
        && !is_clause
        && (next.is(opens) || next.is_open() || next.reads(&["whether"]))
}

/// Whether a word behind `that` can be its noun (`that list`), and is no subject of a
/// clause: `that we call`, `that the list ends`.
fn is_noun_behind(word: Token) -> bool {
    word.gap == Gap::Space && word.is_open() && !word.is_plural()
        || word.is_none()
        || word.is(lexicon::PREPOSITION | lexicon::COORDINATOR | lexicon::NUMBER)
}

/// Whether a participle is that of a passive: `was quietly facilitated`.
pub fn is_passive(context: Context) -> bool {
    let view = View::of(context);
    let helper = view.left(view.past_adverbs(0));
    helper.is_adjacent() && helper.is(lexicon::BE | lexicon::GET)
}

/// Whether an auxiliary says that a form is no participle before its noun: `has omitted
/// rows`, `did you omit`.
pub fn is_behind_auxiliary(context: Context) -> bool {
    let view = View::of(context);
    let helper = view.left(view.past_adverbs(0));
    let subject = lexicon::SUBJECT | lexicon::EITHER_PRONOUN;
    helper.is_adjacent() && helper.is(lexicon::AUXILIARY | lexicon::GET | subject)
}

/// Whether a noun, or what describes one, stands right behind: `omitted [rows]`.
pub fn has_noun_behind(context: Context) -> bool {
    let next = View::of(context).right(0);
    next.gap == Gap::Space && (next.is_open() || next.is_adjective())
}

/// Whether an adverb stands where one of several words can: behind the verb and its
/// object, and not before the verb or between it and its auxiliary.
pub fn takes_adverbial(context: Context) -> bool {
    let view = View::of(context);
    let (before, next) = (view.left(0), view.right(0));
    let goes_on = lexicon::PREPOSITION
        | lexicon::COORDINATOR
        | lexicon::SUBORDINATOR
        | lexicon::QUESTION
        | lexicon::AUXILIARY
        | lexicon::TO;
    let waits = lexicon::AUXILIARY
        | lexicon::ARTICLE
        | lexicon::SUBJECT
        | lexicon::TO
        | lexicon::DEMONSTRATIVE;
    let when = next.is(lexicon::ARTICLE | lexicon::QUANTIFIER | lexicon::ADJECTIVE)
        && (1..3).any(|i| view.right(i).is(lexicon::TIME));
    let is_behind = !next.is_adjacent() || next.is_none() || next.is(goes_on) || when;
    let is_described = before.is(lexicon::BE) && !next.is_none() && !is_participle(next);
    is_described || is_behind && !(before.is_adjacent() && before.is(waits))
}

/// Whether a word behind `is` may be a participle, and no adjective: `opened`, `opening`.
fn is_participle(word: Token) -> bool {
    let endings = ["ed", "ing", "en", "wn", "ought"];
    let ends = endings.iter().any(|ending| word.ends_with(ending));
    word.is(lexicon::IRREGULAR_PAST | lexicon::UNCHANGING | lexicon::PREPOSITION)
        || ends && !word.text.starts_with("un")
}

/// Whether a phrase stands before the noun of its own article or adjective:
/// `many under the hood changes`.
pub fn is_before_noun(context: Context) -> bool {
    let view = View::of(context);
    let (before, next) = (view.left(0), view.right(0));
    let opens = lexicon::ARTICLE | lexicon::QUANTIFIER | lexicon::NUMBER | lexicon::DEMONSTRATIVE;
    let opened = before.is_adjacent() && (before.is(opens) || before.is_adjective());
    opened && next.is_adjacent() && next.is_open()
}

/// Whether the word before is joined to the first word of the match and goes with its
/// last: `IT and [business units]`.
pub fn shares_last_word(context: Context) -> bool {
    let view = View::of(context);
    let joined = view.left(0);
    let other = match joined.gap {
        Gap::Joint => joined,
        Gap::Space if joined.is(lexicon::COORDINATOR) && !joined.reads(&["then"]) => view.left(1),
        _ => return false,
    };
    let plural = other.is_plural() && !other.is(lexicon::PLURAL_MODIFIER);
    let near = matches!(other.gap, Gap::Space | Gap::Comma | Gap::Joint);
    near && !other.is_none() && !plural && (other.is_open() || other.is_adjective())
}

/// Whether a verb that `is_same` knows stands before, with a conjunction behind it and
/// the object of both here: `complies and will go on to [comply with] it`.
pub fn shares_object(context: Context, is_same: impl Fn(&str) -> bool) -> bool {
    let view = View::of(context);
    let is_joined = |at: usize| {
        let behind = (0..at)
            .rev()
            .map(|i| view.left(i))
            .find(|word| !word.is(lexicon::ADVERB));
        behind.is_some_and(|word| word.is(lexicon::COORDINATOR))
    };
    (1..REACH).any(|at| is_same(view.left(at).text) && is_joined(at))
}

/// Whether a noun is one of three or more in a row; `is_modifier` says that it stands
/// before another.
pub fn is_in_stack(context: Context, is_modifier: bool) -> bool {
    let view = View::of(context);
    let behind = if is_modifier { behind(&view) } else { 0 };
    let before = if behind < 2 { before(context) } else { 0 };
    before + 1 + behind > 2
}

/// How many nouns stand behind, up to two.
fn behind(view: &View) -> usize {
    let first = view.right(0);
    let second = view.right(1);
    let goes_on = |noun: &Token| !noun.is_plural() || noun.is(lexicon::PLURAL_MODIFIER);
    let is_verb = second.is(lexicon::FINITE_S | lexicon::IRREGULAR_PAST) || second.ends_with("ed");
    if first.is_adjacent() && goes_on(&first) && second.gap == Gap::Space && second.is_open() {
        1 + usize::from(!is_verb)
    } else {
        1
    }
}

/// How many nouns stand before, up to two.
fn before(context: Context) -> usize {
    let Some(first) = noun_before(context) else {
        return 0;
    };
    1 + usize::from(noun_before(first).is_some())
}

/// The noun right before, if one is there that makes one thing with what follows it.
fn noun_before(context: Context<'_>) -> Option<Context<'_>> {
    let noun = View::of(context).left(0);
    let goes_on = !noun.is_plural() || noun.is(lexicon::PLURAL_MODIFIER);
    let is_verb = noun.is(lexicon::FINITE_S | lexicon::IRREGULAR_PAST);
    let start = context.before.rfind(noun.text)?;
    (goes_on && !is_verb && is_behind_noun(context)).then(|| Context {
        before: &context.before[..start],
        form: noun.text,
        after: "",
    })
}

#[cfg(test)]
mod tests {
    use super::super::context::hold;
    use super::*;

    #[test]
    fn an_object_stands_right_behind() {
        let table = [
            ("She [facilitates] the talks.", true),
            ("She [facilitates] weekly talks.", true),
            ("She [facilitates] it.", true),
            ("She [facilitates] what we need.", true),
            ("She [facilitates] “open days”.", true),
            ("She [facilitated] last week.", false),
            ("Plan, [facilitate], report.", false),
            ("Ask Ana to [facilitate].", false),
            ("It was [facilitated] by her.", false),
            ("She [facilitates] and leads.", false),
            ("She [facilitates] in May.", false),
        ];
        hold(&table, has_object_behind);
    }

    #[test]
    fn a_passive_has_its_auxiliary() {
        let table = [
            ("It was well [facilitated].", true),
            ("It has been [facilitated].", true),
            ("It got [facilitated].", true),
            ("She has [facilitated] it.", false),
            ("She [facilitated] it.", false),
        ];
        hold(&table, is_passive);
    }

    #[test]
    fn an_adverb_of_several_words_stands_behind_the_verb() {
        let table = [
            ("They opened it [simultaneously].", true),
            ("They opened it [simultaneously], and left.", true),
            ("They opened it [simultaneously] in two rooms.", true),
            ("It is sent [simultaneously] every night.", true),
            ("It is [simultaneously] cheap and good.", true),
            ("It was [simultaneously] unknown.", true),
            ("It is [simultaneously] opened.", false),
            ("It is [simultaneously] being built.", false),
            ("They [simultaneously] opened it.", false),
            ("They will [simultaneously] open it.", false),
            ("They want to [simultaneously] open it.", false),
            ("The [simultaneously] open doors.", false),
        ];
        hold(&table, takes_adverbial);
    }

    #[test]
    fn a_phrase_stands_before_a_noun() {
        let table = [
            ("There are many [under the hood] changes.", true),
            ("The [under-the-hood] view is new.", true),
            ("Much changed [under the hood].", false),
            ("It runs [under the hood] of the car.", false),
        ];
        hold(&table, is_before_noun);
    }

    #[test]
    fn a_last_word_is_shared() {
        let table = [
            ("Our IT and [business units] talk.", true),
            ("Ask sales or [support desks].", true),
            ("Ask the IT/[business units].", true),
            ("Ask research, IT, and [business units].", true),
            ("Ask public and [business units].", true),
            ("Ask customers and [business units].", false),
            ("Two [business units] moved.", false),
            ("They moved and the [business units] stayed.", false),
        ];
        hold(&table, shares_last_word);
    }

    #[test]
    fn a_verb_stands_twice_before_one_object() {
        let table = [
            ("It complies and will continue to [comply with] it.", true),
            ("It complies, and always will [comply with] it.", true),
            ("It complies with the law and will [comply with] it.", false),
            ("It waits and will [comply with] it.", false),
        ];
        hold(&table, |context| {
            shares_object(context, |word| word == "complies")
        });
    }

    #[test]
    fn nouns_stack() {
        let modifiers = [
            ("Fix [backend] error count.", true),
            ("The customer [backend] error is fixed.", true),
            ("The [backend] error is fixed.", false),
            ("The [backend] errors rose.", false),
            ("The [backend] error happened.", false),
        ];
        hold(&modifiers, |context| is_in_stack(context, true));
        let heads = [
            ("The customer data [backend] is slow.", true),
            ("The data [backend] is slow.", false),
            ("The scan found [backend] parts.", false),
            ("Restart the [backend] now.", false),
        ];
        hold(&heads, |context| is_in_stack(context, false));
    }
}

//! How a match is used: which form of its entry it is, and whether the words
//! around decide that. A use that they rule out is no match at all.

use crate::english::ambiguous;
use crate::english::inflect::Inflection;
use crate::english::role::{self, Context, Finite, Ing, NounPlace, Past, Role};
use crate::glossary::forms::InflectionSet;
use crate::glossary::term::{Entry, PartOfSpeech};

/// How a match is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The form, where the words around tell it.
    pub inflection: Option<Inflection>,
    /// All forms that the spelling can be.
    pub inflections: InflectionSet,
    /// Whether the part of speech is certain.
    pub decided: bool,
    /// Whether it stands before a noun that it belongs to.
    pub place: Place,
}

/// Where a match stands to the noun behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On its own.
    Own,
    /// In front of a noun: `API limits`.
    Modifier,
    /// Perhaps in front of a noun.
    Perhaps,
}

/// The reading of a form in its place; `None` when the words around rule out
/// that it is used as the entry's part of speech.
pub(super) fn read(
    entry: &Entry,
    inflections: InflectionSet,
    context: Context<'_>,
    possessive: bool,
) -> Option<Reading> {
    if !entry.english {
        return Some(Reading::certain(inflections));
    }
    match entry.part_of_speech {
        PartOfSpeech::Noun => read_noun(entry, inflections, context, possessive),
        PartOfSpeech::Verb => read_verb(entry, inflections, context),
        PartOfSpeech::Adjective => Some(Reading {
            decided: role::adjective(context) || stands_alone(context),
            ..Reading::certain(inflections)
        }),
        PartOfSpeech::ProperNoun => Some(Reading {
            place: noun_place(context, false, possessive),
            ..Reading::certain(inflections)
        }),
        PartOfSpeech::Adverb | PartOfSpeech::Phrase => Some(Reading::certain(inflections)),
    }
}

impl Reading {
    /// Whether it is a plural and nothing else.
    pub fn is_plural(&self) -> bool {
        self.inflections == InflectionSet::of(Inflection::Plural)
    }

    pub(super) fn certain(inflections: InflectionSet) -> Self {
        Self {
            inflection: inflections.only(),
            inflections,
            decided: true,
            place: Place::Own,
        }
    }

    fn undecided(inflections: InflectionSet) -> Self {
        Self {
            decided: false,
            ..Self::certain(inflections)
        }
    }

    fn as_form(self, inflection: Inflection) -> Self {
        Self {
            inflection: Some(inflection),
            ..self
        }
    }
}

fn noun_place(context: Context<'_>, plural: bool, possessive: bool) -> Place {
    if possessive {
        return Place::Own;
    }
    match role::noun_place(context, plural) {
        NounPlace::Head => Place::Own,
        NounPlace::Modifier => Place::Modifier,
        NounPlace::Undecided => Place::Perhaps,
    }
}

/// Whether nothing else stands in its sentence: a table's cell, a label.
fn stands_alone(context: Context<'_>) -> bool {
    let silent = |text: &str| !text.contains(char::is_alphanumeric);
    silent(context.before) && silent(context.after)
}

fn read_noun(
    entry: &Entry,
    inflections: InflectionSet,
    context: Context<'_>,
    possessive: bool,
) -> Option<Reading> {
    let mut reading = Reading::certain(inflections);
    let role = if possessive {
        Role::Noun
    } else if ambiguous::is_compound(context.form) {
        role::compound(context)
    } else if ambiguous::can_be_verb(&entry.term) {
        role::noun_or_verb(context)
    } else if inflections.has(Inflection::Base) && ambiguous::can_be_gerund(&entry.term) {
        match role::ing(context) {
            Ing::Verbal => Role::Verb,
            Ing::Noun | Ing::Modifier => Role::Noun,
            // A gerund at the end of its clause is as good as a noun.
            Ing::Undecided if role::noun_place(context, false) == NounPlace::Head => Role::Noun,
            Ing::Undecided => Role::Undecided,
        }
    } else {
        Role::Noun
    };
    match role {
        Role::Noun => {}
        Role::Verb => return None,
        Role::Undecided => reading.decided = false,
    }
    reading.place = noun_place(context, reading.is_plural(), possessive);
    Some(reading)
}

fn read_verb(entry: &Entry, inflections: InflectionSet, context: Context<'_>) -> Option<Reading> {
    use Inflection::{Base, Past as PastForm, PastParticiple, PresentParticiple};
    if inflections.has(PresentParticiple) {
        return Some(read_ing(inflections, context));
    }
    if inflections.has(PastForm) || inflections.has(PastParticiple) {
        let finite = inflections.has(Base);
        match role::past_or_participle(context) {
            Past::Past if !finite => return Some(Reading::certain(inflections).as_form(PastForm)),
            Past::Participle => {
                return Some(Reading::certain(inflections).as_form(PastParticiple));
            }
            Past::Modifier => {
                return Some(Reading {
                    place: Place::Modifier,
                    ..Reading::certain(inflections).as_form(PastParticiple)
                });
            }
            // Which of the two it is may not matter: the replacement decides.
            _ if !finite => {
                return Some(Reading {
                    inflection: None,
                    ..Reading::certain(inflections)
                });
            }
            _ => {}
        }
    }
    let reading = finite(inflections, context);
    let is_noun = ambiguous::holds_noun(&entry.term) && role::is_behind_determiner(context)
        || ambiguous::is_hyphenated_noun(&entry.term) && role::noun_or_verb(context) == Role::Noun;
    if is_noun {
        return None;
    }
    if !ambiguous::can_be_noun(&entry.term) {
        return Some(reading);
    }
    match role::noun_or_verb(context) {
        Role::Verb => Some(reading),
        Role::Noun => None,
        Role::Undecided => Some(Reading::undecided(inflections)),
    }
}

/// The reading of a form that is no participle: base, third person or past.
fn finite(inflections: InflectionSet, context: Context<'_>) -> Reading {
    let reading = Reading::certain(inflections);
    if !(inflections.has(Inflection::Base) && inflections.has(Inflection::Past)) {
        return reading;
    }
    match role::base_or_past(context) {
        Finite::Base => reading.as_form(Inflection::Base),
        Finite::Past => reading.as_form(Inflection::Past),
        Finite::Undecided => reading,
    }
}

fn read_ing(inflections: InflectionSet, context: Context<'_>) -> Reading {
    match role::ing(context) {
        Ing::Verbal => Reading::certain(inflections),
        Ing::Noun | Ing::Undecided => Reading::undecided(inflections),
        Ing::Modifier => Reading {
            place: Place::Modifier,
            ..Reading::undecided(inflections)
        },
    }
}

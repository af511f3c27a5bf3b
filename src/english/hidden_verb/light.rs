//! The light verbs, in the forms that a text has.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::super::inflect::{Inflection, WordClass};
use super::super::role::{self, Context, Role};
use super::table::LIGHTS;

/// A form of a light verb.
pub(super) struct Light {
    pub(super) verb: &'static str,
    pub(super) inflections: Vec<Inflection>,
    /// The second word of a verb that has one, or nothing.
    pub(super) particle: &'static str,
}

impl Light {
    /// Whether it may begin a question, as `do` and `have` can.
    pub(super) fn asks(&self) -> bool {
        matches!(self.verb, "do" | "have") && self.inflections != [Inflection::PresentParticiple]
    }

    /// Whether it is surely a verb where it stands, and no noun as in `the place`; `None`
    /// where it is the noun.
    pub(super) fn is_verb(&self, before: &str, form: &str, after: &str) -> Option<bool> {
        let as_noun = [Inflection::Base, Inflection::ThirdPerson];
        let can_be_noun = self.inflections.iter().any(|form| as_noun.contains(form))
            && NOUNS.contains(&self.verb);
        let context = Context {
            before,
            form,
            after,
        };
        match can_be_noun.then(|| role::noun_or_verb(context)) {
            None | Some(Role::Verb) => Some(true),
            Some(Role::Undecided) => Some(false),
            Some(Role::Noun) => None,
        }
    }
}

/// Those that are nouns before another noun, too: `the place limits`.
const NOUNS: &[&str] = &[
    "conduct", "draw", "effect", "exercise", "file", "grant", "issue", "offer", "place", "show",
];

/// The forms of the light verbs.
pub(super) struct Forms {
    pub(super) lights: FxHashMap<&'static str, Vec<Light>>,
    /// The lengths of the forms, a bit each, by their first letters.
    lengths: [u32; 26],
}

pub(super) static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut all = Forms {
        lights: FxHashMap::default(),
        lengths: [0; 26],
    };
    for (verb, forms) in LIGHTS {
        let particle = verb.split_once(' ').map_or("", |(_, particle)| particle);
        let inflections = Inflection::of(WordClass::Verb).iter();
        for (form, &inflection) in forms.iter().zip(inflections) {
            if let Some(lengths) = all.lengths.get_mut(letter(form.as_bytes())) {
                *lengths |= 1 << form.len().min(31);
            }
            let lights = all.lights.entry(form).or_default();
            match lights.iter_mut().find(|light| light.verb == *verb) {
                Some(light) => light.inflections.push(inflection),
                None => lights.push(Light {
                    verb,
                    inflections: vec![inflection],
                    particle,
                }),
            }
        }
    }
    all
});

impl Forms {
    /// Whether some form begins like a word and is as long.
    pub(super) fn may_have(&self, word: &[u8]) -> bool {
        let lengths = self.lengths.get(letter(word)).copied().unwrap_or_default();
        lengths & 1 << word.len().min(31) != 0
    }
}

/// The number of a word's first letter in the alphabet.
fn letter(word: &[u8]) -> usize {
    let first = word.first().map_or(0, u8::to_ascii_lowercase);
    usize::from(first.wrapping_sub(b'a'))
}

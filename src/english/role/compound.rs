//! Whether a noun of two words is used as the verb that is spelled like it.
//!
//! Owns `work around` beside `workaround`, and `feature-flag it` beside `a feature
//! flag`. Two words are a verb less often than one, so the surest rules alone
//! count where no hyphen and no particle speaks for it.

use super::super::{ambiguous, lexicon};
use super::context::Context;
use super::noun_verb::noun_or_verb;
use super::scene::{Role, Scene};

/// What a form of two words or more is that its glossary calls a noun.
pub fn compound(context: Context) -> Role {
    let form = context.form;
    if ambiguous::ends_with_particle(form) {
        return noun_or_verb(context);
    }
    if let Some(core) = without_preposition(form) {
        return before_preposition(core, context);
    }
    if ambiguous::ends_as_either(form) && is_verb(context) {
        Role::Verb
    } else {
        Role::Noun
    }
}

/// `deep dive` of `deep dive into`.
fn without_preposition(form: &str) -> Option<&str> {
    let (core, last) = form.rsplit_once(char::is_whitespace)?;
    lexicon::class(last)
        .is(lexicon::PREPOSITION)
        .then_some(core)
}

/// `watch it, deep dive into it` has no article, and may be an imperative.
fn before_preposition(core: &str, context: Context) -> Role {
    if !ambiguous::ends_as_either(core) {
        return Role::Noun;
    }
    let after = format!("{}{}", &context.form[core.len()..], context.after);
    let context = Context {
        form: core,
        after: &after,
        ..context
    };
    match noun_or_verb(context) {
        Role::Verb if !is_verb(context) => Role::Undecided,
        role => role,
    }
}

/// `we feature flag it`, `let's feature flag`, `to feature flag the page`, `feature
/// flag it`.
fn is_verb(context: Context) -> bool {
    let scene = Scene::of(context);
    let helper = scene.view.past_adverbs(0);
    // `Will feature flag tools help?`
    let may_ask = scene.left(helper + 1).is_none() && !scene.takes_object();
    let verb = Some(Role::Verb);
    // `Add it to command-line.` has a noun.
    let hyphenated = !context.form.contains(char::is_whitespace);
    let goes_on = scene.takes_object() || hyphenated && scene.view.right(0).is_adjacent();
    !may_ask && scene.after_auxiliary() == verb
        || scene.after_subject_pronoun() == verb
        || scene.after_please() == verb
        || goes_on && scene.after_to() == verb
        || (hyphenated || !scene.in_s)
            && scene.takes_object()
            && noun_or_verb(context) == Role::Verb
}

#[cfg(test)]
mod tests {
    use super::super::context::hold;
    use super::Role::{Noun, Undecided, Verb};
    use super::compound;

    #[test]
    fn a_noun_that_is_spelled_like_a_verb_is_read_by_its_company() {
        let table = [
            ("You can [work around] this by using a loop.", Verb),
            ("This section will [walk through] the process.", Verb),
            ("To [work around] it, wait.", Verb),
            ("There is a [work around] for it.", Noun),
            ("They like to go there: [work around] noon.", Undecided),
            ("How to [feature-flag] it.", Verb),
            ("Let's [deep-dive] into the data.", Verb),
            ("Let's [deep dive] into the data.", Verb),
            ("We [code review] them.", Verb),
            ("[Feature flag] it.", Verb),
            ("[Customer segments] the team serves", Noun),
            ("In [code review] the team learned much.", Noun),
            ("To [code review] the change, wait.", Verb),
            ("She asked for a [deep-dive] in May.", Noun),
            ("Will [code review] tools help?", Noun),
            ("Our [feature flag] is on.", Noun),
            ("It is close to [code review] time.", Noun),
            ("We [user story] it.", Noun),
            ("Add it to [command-line].", Noun),
            ("See the example [helm-charts] PR.", Noun),
            ("She gave us a [deep dive into] it.", Noun),
            ("The full [deep dive into] the prices.", Noun),
            ("Watch it, [deep dive into] parts.", Undecided),
            ("We [deep dive into] it.", Verb),
        ];
        hold(&table, compound);
    }
}

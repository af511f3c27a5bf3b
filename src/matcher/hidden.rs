//! The entries of verbs that hide in nouns, each made when it is first met. Which words
//! hide a verb is known to `english::hidden_verb`.

use std::sync::OnceLock;

use crate::english::hidden_verb::Verb;
use crate::glossary::term::Entry;

/// An entry for each verb that a text was found to hide: a list that only grows, so that
/// matches can point into it.
#[derive(Debug, Default)]
pub(super) struct HiddenVerbs(OnceLock<Box<Link>>);

#[derive(Debug)]
struct Link {
    entry: Entry,
    next: HiddenVerbs,
}

impl HiddenVerbs {
    /// The entry of a verb, made from that of the rule when it is first asked for.
    pub(super) fn entry(&self, rule: &Entry, verb: &Verb) -> &Entry {
        let mut list = self;
        loop {
            let link = list.0.get_or_init(|| {
                Box::new(Link {
                    entry: rule.hiding(&verb.hiding, &verb.plain, verb.british.as_deref()),
                    next: Self::default(),
                })
            });
            let entry = &link.entry;
            if *entry.term == *verb.hiding && entry.plain.first() == Some(&verb.plain) {
                return entry;
            }
            list = &link.next;
        }
    }
}

//! Verbs that hide in nouns, as matches. The rule is an entry of the bundled glossary
//! `plain`: where that holds, with the severity that it has, so does the rule; which words
//! hide a verb is known to `english::hidden_verb`.

use std::sync::OnceLock;

use super::place::context_of;
use super::reading::{Reading, read};
use super::search::Matcher;
use super::select::Match;
use crate::english::hidden_verb::{Hidden, Verb, hidden_verbs};
use crate::english::sentence;
use crate::finding::Held;
use crate::glossary::context::WINDOW;
use crate::glossary::forms::InflectionSet;
use crate::glossary::term::Entry;
use crate::text::span::Span;

/// The rule's entry.
const HIDDEN_VERB: &str = "plain/hidden-verb";

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
    fn entry(&self, rule: &Entry, verb: &Verb) -> &Entry {
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

impl Matcher {
    /// The verbs that hide in the nouns of a block, in order.
    pub fn hidden_verbs(&self, text: &str) -> Vec<Match<'_>> {
        let found = hidden_verbs(text).into_iter();
        found
            .filter_map(|hidden| self.hidden_verb(text, &hidden))
            .collect()
    }

    fn hidden_verb(&self, text: &str, hidden: &Hidden) -> Option<Match<'_>> {
        let rule = self.layers().entry_of(HIDDEN_VERB)?;
        let entry = self.hidden.entry(rule, &hidden.verb);
        let span = Span::from(hidden.span.clone());
        let sentence = Span::from(sentence::bounds(text, span.range(), WINDOW));
        let inflections = hidden.inflections.iter().copied().map(InflectionSet::of);
        let inflections = inflections.fold(InflectionSet::default(), InflectionSet::union);
        let reading = if hidden.is_certain {
            read(entry, inflections, context_of(text, span, sentence), false)?
        } else {
            Reading::certain(inflections)
        };
        let mut matched = Match::new(entry, span, sentence, reading);
        matched.held = (!hidden.is_certain).then_some(Held::Recast);
        Some(matched)
    }
}

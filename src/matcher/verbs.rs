//! Verbs that hide in nouns, as matches. The rule is an entry of the bundled glossary
//! `plain`: where that holds, with the severity that it has, so does the rule.

use super::matched::{Match, context_of};
use super::reading::{Reading, read};
use super::search::Matcher;
use crate::english::hidden_verb::{Hidden, hidden_verbs};
use crate::english::sentence;
use crate::finding::Held;
use crate::glossary::context::WINDOW;
use crate::glossary::forms::InflectionSet;
use crate::text::span::Span;

/// The rule's entry.
const HIDDEN_VERB: &str = "plain/hidden-verb";

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

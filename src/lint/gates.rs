//! Plain words that say what a text is about. An entry with `about` is meant where
//! entries of its subject stand around; what a rewrite brings in must not change what
//! anything else means.

use std::collections::BTreeMap;

use super::remark::Remark;
use super::rule::Rule;
use super::written::Item;
use crate::glossary::term::{Entry, Rewrite};
use crate::matcher::{Around, Found, Scratch, speaks_of};
use crate::session::Session;

/// The subjects that entries ask for, each with the term of one that does.
pub(super) struct Gates<'s>(BTreeMap<&'s str, &'s str>);

impl<'s> Gates<'s> {
    /// The subjects that the entries of a session ask for.
    pub(super) fn of(session: &'s Session) -> Self {
        let mut gates = BTreeMap::new();
        for entry in session.matcher().layers().entries() {
            for subject in &entry.about {
                gates.entry(&**subject).or_insert(&*entry.term);
            }
        }
        Self(gates)
    }

    /// Adds the plain words of an entry that open a gate. Explanations stand in
    /// brackets, where they are no evidence.
    pub(super) fn check(&self, item: &Item<'_>, session: &Session, found: &mut Vec<Remark>) {
        let entry = item.entry;
        let Some(plain) = entry.plain.first() else {
            return;
        };
        if self.0.is_empty() || entry.rewrite != Rewrite::Replace {
            return;
        }
        let mut evidence: Vec<&Entry> = Vec::new();
        let scratch = &mut Scratch::default();
        let (matcher, anywhere) = (session.matcher(), Around::default());
        matcher.find(
            plain,
            scratch,
            |_| false,
            anywhere,
            |what| {
                if let Found::Evidence(entry, _) = what {
                    evidence.push(entry);
                }
            },
        );
        for said in evidence {
            let mut gates = self.0.iter();
            if let Some((subject, term)) = gates.find(|(subject, _)| speaks_of(said, subject)) {
                let message = format!(
                    "`{}` becomes \"{plain}\", and `{}` says that a text is about `{subject}`: \
                     what is written must not decide whether `{term}` is meant; write other words",
                    entry.term, said.term,
                );
                found.push(Remark::new(
                    Rule::PlainOpensGate,
                    item.place_in("plain", 0),
                    message,
                ));
            }
        }
    }
}

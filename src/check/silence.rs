//! Directives at work: which rules are silent at a place, and which directives
//! silence nothing.

use std::collections::HashMap;

use memchr::memchr;

use crate::document::{Action, Directive, Part};
use crate::glossary::Layers;
use crate::glossary::problem::nearest;
use crate::text::span::Span;

/// What is odd about a directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// It silences nothing.
    Unused,
    /// No glossary has a rule that it names.
    NoSuchRule {
        /// The rule.
        rule: String,
        /// What it was most likely meant to be.
        near: Option<String>,
    },
    /// Nothing is called so that a directive can ask for.
    Unknown {
        /// What it was most likely meant to be.
        meant: Option<&'static str>,
    },
}

/// Of so many directives it is looked for what was meant; it takes a look at every rule.
const MOST_MISSPELT: usize = 100;

/// The directives of one part, asked for places in rising order.
pub(super) struct Silence<'p> {
    source: &'p str,
    directives: &'p [Directive],
    /// How many directives stand before the place that was asked for last.
    passed: usize,
    whole_file: Option<usize>,
    all: Option<usize>,
    rules: HashMap<&'p str, usize>,
    /// The line that the last `ignore-next-line` directives speak of, and which of
    /// them is the first for all rules and for each that is named.
    line: Span,
    line_all: Option<usize>,
    line_rules: HashMap<&'p str, usize>,
    /// A place, and the line behind the one that holds it.
    next_line: Option<(usize, Span)>,
    used: Vec<bool>,
}

impl<'p> Silence<'p> {
    pub(super) fn new(part: &'p Part<'_>) -> Self {
        let directives = &part.directives;
        Self {
            source: &part.source,
            directives,
            passed: 0,
            whole_file: directives
                .iter()
                .position(|directive| directive.action == Action::IgnoreFile),
            all: None,
            rules: HashMap::new(),
            line: Span::default(),
            line_all: None,
            line_rules: HashMap::new(),
            next_line: None,
            used: vec![false; directives.len()],
        }
    }

    /// Whether a finding of `rule` that starts at `at` of the source is silent.
    pub(super) fn covers(&mut self, rule: &str, at: usize) -> bool {
        self.pass(at);
        let by = self
            .whole_file
            .or_else(|| self.by_line(rule, at))
            .or_else(|| self.rules.get(rule).copied())
            .or(self.all);
        if let Some(directive) = by {
            self.used[directive] = true;
        }
        by.is_some()
    }

    /// The first directive that silences `rule` on its line, if `at` is there.
    fn by_line(&self, rule: &str, at: usize) -> Option<usize> {
        let on_line = self.line.start <= at && at < self.line.end;
        let named = self.line_rules.get(rule).copied();
        let first = [self.line_all, named].into_iter().flatten().min();
        first.filter(|_| on_line)
    }

    /// What is odd about the directives, when all places have been asked for.
    pub(super) fn oddities(&self, layers: &Layers) -> Vec<(Span, Oddity)> {
        let mut odd = Vec::new();
        for (directive, used) in self.directives.iter().zip(&self.used) {
            let span = directive.span;
            if let Action::Unknown(meant) = directive.action {
                odd.push((span, Oddity::Unknown { meant }));
                continue;
            }
            let (known, unknown): (Vec<&String>, Vec<&String>) = directive
                .rules
                .iter()
                .partition(|rule| layers.has_rule(rule));
            let unused = !used && directive.action != Action::Enable;
            if unused && (unknown.is_empty() || !known.is_empty()) {
                odd.push((span, Oddity::Unused));
            }
            for rule in unknown {
                let rules = || layers.entries().map(|entry| &*entry.rule);
                let near = (odd.len() < MOST_MISSPELT).then(|| nearest(rule, rules()));
                let near = near.flatten().map(str::to_owned);
                let rule = rule.clone();
                odd.push((span, Oddity::NoSuchRule { rule, near }));
            }
        }
        odd
    }

    /// The directives that hold behind the part, as ones that could stand at the
    /// start of what follows it.
    fn standing(mut self) -> Vec<Directive> {
        self.pass(usize::MAX);
        let standing = |action, rules| Directive {
            span: Span::default(),
            action,
            rules,
            reach: None,
        };
        let mut rules: Vec<String> = self.rules.into_keys().map(str::to_owned).collect();
        rules.sort_unstable();
        let file = self.whole_file.map(|_| (Action::IgnoreFile, Vec::new()));
        let all = self.all.map(|_| (Action::Disable, Vec::new()));
        let some = (!rules.is_empty()).then_some((Action::Disable, rules));
        [file, all, some]
            .into_iter()
            .flatten()
            .map(|(action, rules)| standing(action, rules))
            .collect()
    }

    fn pass(&mut self, at: usize) {
        while let Some(directive) = self.directives.get(self.passed)
            && directive.span.start <= at
        {
            self.apply(self.passed, directive);
            self.passed += 1;
        }
    }

    /// What an `ignore-next-line` speaks of.
    fn reach_of(&mut self, directive: &Directive) -> Span {
        if let Some(reach) = directive.reach {
            return reach;
        }
        let end = directive.span.end;
        match self.next_line {
            // One line can hold many directives.
            Some((from, line)) if from <= end && end < line.start => line,
            _ => {
                let line = next_line(self.source, end);
                self.next_line = Some((end, line));
                line
            }
        }
    }

    fn apply(&mut self, index: usize, directive: &'p Directive) {
        match directive.action {
            Action::IgnoreFile | Action::Unknown(_) => {}
            Action::IgnoreNextLine => {
                let line = self.reach_of(directive);
                if line != self.line {
                    self.line = line;
                    self.line_all = None;
                    self.line_rules.clear();
                }
                if directive.rules.is_empty() {
                    self.line_all.get_or_insert(index);
                }
                for rule in &directive.rules {
                    self.line_rules.entry(rule).or_insert(index);
                }
            }
            Action::Disable if directive.rules.is_empty() => {
                self.all.get_or_insert(index);
            }
            Action::Disable => {
                for rule in &directive.rules {
                    self.rules.entry(rule).or_insert(index);
                }
            }
            Action::Enable if directive.rules.is_empty() => {
                self.all = None;
                self.rules.clear();
            }
            Action::Enable => {
                for rule in &directive.rules {
                    self.rules.remove(rule.as_str());
                }
            }
        }
    }
}

/// What the directives of a part leave switched off for the text behind it, as
/// directives to put before those of the next part.
pub fn standing(part: &Part<'_>) -> Vec<Directive> {
    Silence::new(part).standing()
}

/// The line behind the one that holds `at`.
fn next_line(source: &str, at: usize) -> Span {
    let newline =
        |from: usize| memchr(b'\n', &source.as_bytes()[from..]).map(|offset| from + offset);
    let Some(start) = newline(at).map(|end| end + 1) else {
        return Span::new(source.len(), source.len());
    };
    Span::new(start, newline(start).unwrap_or(source.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Markup;

    #[test]
    fn what_stays_switched_off_is_carried_on() {
        let table: [(&[&str], &[&str]); 6] = [
            (&["disable"], &["disable"]),
            (&["disable", "enable"], &[]),
            (
                &["disable it/b", "disable it/a it/b"],
                &["disable it/a it/b"],
            ),
            (&["disable it/a it/b", "enable it/a"], &["disable it/b"]),
            (&["ignore-file", "enable"], &["ignore-file"]),
            (
                &["ignore-next-line", "disable", "disable it/a"],
                &["disable", "disable it/a"],
            ),
        ];
        let directive =
            |words: &&str| Directive::parse(&format!("dejargon-{words}"), Span::default());
        for (written, expected) in table {
            let mut part = Part::new("", Markup::Plain);
            part.directives = written.iter().filter_map(directive).collect();
            let expected: Vec<Directive> = expected.iter().filter_map(directive).collect();
            assert_eq!(standing(&part), expected, "{written:?}");
        }
    }
}

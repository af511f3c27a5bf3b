//! What a finding says beside its message, whoever prints it: the one thing to do about
//! it, and where else it stands.

use crate::finding::{Elsewhere, Finding, Held};
use crate::text::spot::{BlockNumber, Spot};

/// So many places are named; of more, the first two, and how many others there are.
const MOST_NAMED: usize = 3;

impl Finding {
    /// What to do: what to write, where it is explained, or why it is left. Empty where
    /// the message says it all.
    pub fn advice(&self) -> String {
        self.advice_with(&self.suggestions)
    }

    /// The same, with no other words than the best.
    pub fn brief_advice(&self) -> String {
        self.advice_with(self.suggestions.get(..1).unwrap_or_default())
    }

    fn advice_with(&self, words: &[String]) -> String {
        let Some(held) = self.held() else {
            return written(words);
        };
        match (held, &self.explained) {
            (Held::Forbidden, _) => written(words),
            (Held::NoRewrite, _) => "say what it means".to_owned(),
            (Held::FalseFriend | Held::Senses, _) => "say which is meant".to_owned(),
            (Held::Unknown, _) => "give its full form here, at its first use".to_owned(),
            (Held::LaterUse, Some(place)) => format!("explained at {}", place.name()),
            (Held::NoRoomAtAll, _) => held.reason().to_owned(),
            _ if self.once.is_some() => {
                format!("explain it in a sentence of its own: {}", held.reason())
            }
            _ if held.is_of_markup() => written(words),
            _ => format!("left as it is: {}", held.reason()),
        }
    }

    /// Where else it stands: `also on lines 14, 20 and 7 more`.
    pub fn elsewhere(&self) -> Option<String> {
        if self.also.is_empty() {
            return None;
        }
        let own = match &self.block {
            Some(block) => block.spot.to_string(),
            None => self.location.start.line.to_string(),
        };
        let mut names: Vec<String> = self.also.iter().map(Elsewhere::number).collect();
        names.dedup();
        names.retain(|name| *name != own);
        let spot = self.block.as_ref().map(|block| &block.spot);
        Some(match (spot, names.as_slice()) {
            (None, []) => "also on the same line".to_owned(),
            (None, [line]) => format!("also on line {line}"),
            (None, lines) => format!("also on lines {}", listed(lines)),
            (Some(spot), []) => format!("also in the same {}", kind(spot)),
            (Some(_), [place]) => format!("also in {place}"),
            (Some(_), places) => format!("also in {}", listed(places)),
        })
    }
}

impl Elsewhere {
    /// `line 14`, `¶12`.
    fn name(&self) -> String {
        match self.spot {
            Some(_) => self.number(),
            None => format!("line {}", self.number()),
        }
    }

    fn number(&self) -> String {
        match &self.spot {
            Some(spot) => spot.to_string(),
            None => self.location().start.line.to_string(),
        }
    }
}

/// `write "use", or "draw on"`; empty where nothing is known.
fn written(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [first] => format!("write \"{first}\""),
        [first, others @ ..] => {
            let others: Vec<String> = others.iter().map(|other| format!("\"{other}\"")).collect();
            format!("write \"{first}\", or {}", others.join(", "))
        }
    }
}

/// `14 and 20`, `14, 20 and 7 more`.
fn listed(names: &[String]) -> String {
    let shown = if names.len() > MOST_NAMED {
        2
    } else {
        names.len() - 1
    };
    let last = match &names[shown..] {
        [last] => last.clone(),
        others => format!("{} more", others.len()),
    };
    format!("{} and {last}", names[..shown].join(", "))
}

fn kind(spot: &Spot) -> &'static str {
    match spot.block {
        BlockNumber::Paragraph(_) => "paragraph",
        BlockNumber::Cell(_) => "cell",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_places_are_listed_and_many_are_counted() {
        let names = |count: usize| {
            (1..=count)
                .map(|number| number.to_string())
                .collect::<Vec<_>>()
        };
        for (count, expected) in [
            (2, "1 and 2"),
            (3, "1, 2 and 3"),
            (4, "1, 2 and 2 more"),
            (9, "1, 2 and 7 more"),
        ] {
            assert_eq!(listed(&names(count)), expected);
        }
    }
}

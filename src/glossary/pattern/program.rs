//! A pattern as a tree, and the walk that says whether a text has it. Only whether
//! there is a match counts, so greed and groups are forgotten, and a pattern that
//! has to match at a text's end is walked backwards from there.

use memchr::memmem;
use serde::{Deserialize, Serialize};

use super::Anchor;
use crate::text::fold::fold_char;

/// A pattern ready to be walked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Program {
    pub(super) node: Node,
    /// The characters that a match can begin with.
    pub(super) first: First,
    /// What stands in every match of a pattern that can be of any length, so that
    /// most stretches need no walk.
    pub(super) needle: Option<String>,
}

/// A part of a pattern.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Node {
    /// These characters.
    Text(String),
    /// These folded characters, in any capitals.
    Letters(String),
    /// One character of a set.
    Class(Set),
    /// Something about the place.
    Look(Look),
    /// All of them, in turn.
    All(Vec<Node>),
    /// One of them, each with what it can begin with.
    Any(Vec<(First, Node)>),
    /// The node so often.
    Repeat(Box<Node>, u32, Option<u32>),
}

/// A set of characters.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum Set {
    /// Those of words: `\\w`, hundreds of ranges.
    Word,
    /// Those of these ranges, in their order.
    Ranges(Vec<(char, char)>),
}

impl Set {
    pub(super) fn has(&self, c: char) -> bool {
        match self {
            Self::Word => is_word(c),
            Self::Ranges(ranges) => {
                let near = ranges.partition_point(|&(_, last)| last < c);
                ranges.get(near).is_some_and(|&(first, _)| first <= c)
            }
        }
    }
}

/// What can be asked of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Look {
    Start,
    End,
    WordBound,
    NoWordBound,
    WordStart,
    WordEnd,
}

/// A set of first characters, exact for ASCII.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct First {
    pub(super) ascii: [u64; 2],
    /// Whether it can be any other character.
    pub(super) other: bool,
    /// Whether it can be none at all.
    pub(super) empty: bool,
    /// Whether it only begins where a word does.
    pub(super) at_word: bool,
}

impl First {
    /// Whether a character with this byte at its near end is in the set.
    fn has(&self, byte: Option<&u8>) -> bool {
        match byte {
            None => false,
            Some(&byte) if byte.is_ascii() => {
                self.ascii[usize::from(byte / 64)] >> (byte % 64) & 1 == 1
            }
            Some(_) => self.other,
        }
    }

    fn can_be(&self, text: &str, at: usize) -> bool {
        if self.empty {
            return true;
        }
        let bytes = text.as_bytes();
        let inside = || at > 0 && bytes[at - 1].is_ascii_alphanumeric();
        self.has(bytes.get(at)) && !(self.at_word && inside())
    }
}

impl Program {
    /// Whether `text` has it; `None` when that takes more than `steps`.
    pub(super) fn is_match(&self, text: &str, anchor: Anchor, steps: u32) -> Option<bool> {
        let lacks = |needle: &String| memmem::find(text.as_bytes(), needle.as_bytes()).is_none();
        if self.needle.as_ref().is_some_and(lacks) {
            return Some(false);
        }
        let direction = Direction::from(anchor);
        let mut walk = Walk {
            text,
            direction,
            steps,
            depth: 0,
        };
        let mut begins = |at: usize| walk.step(&self.node, at, &mut |_, _| true);
        let found = match anchor {
            Anchor::End => begins(text.len()),
            Anchor::Start => begins(0),
            Anchor::Anywhere => (0..=text.len())
                .filter(|&at| text.is_char_boundary(at) && self.first.can_be(text, at))
                .any(begins),
        };
        (walk.steps > 0).then_some(found)
    }
}

/// Which way a walk goes: from the start of a match, or from its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Ahead,
    Back,
}

impl From<Anchor> for Direction {
    fn from(anchor: Anchor) -> Self {
        match anchor {
            Anchor::End => Self::Back,
            Anchor::Start | Anchor::Anywhere => Self::Ahead,
        }
    }
}

/// What is to hold beyond a match that goes up to an offset.
type Then<'f, 't> = &'f mut dyn FnMut(&mut Walk<'t>, usize) -> bool;

struct Walk<'t> {
    text: &'t str,
    direction: Direction,
    /// How many steps are left; no way leads on without any.
    steps: u32,
    /// How many steps are under way inside each other.
    depth: u32,
}

/// How deep steps may lie inside each other: the stack of a thread is small.
const DEEPEST: u32 = 400;

impl<'t> Walk<'t> {
    /// Whether `node` matches from `at` on such that `then` holds beyond it.
    fn step(&mut self, node: &Node, at: usize, then: Then<'_, 't>) -> bool {
        self.steps = self.steps.saturating_sub(1);
        if self.depth == DEEPEST {
            self.steps = 0;
        }
        if self.steps == 0 {
            return false;
        }
        self.depth += 1;
        let found = self.step_into(node, at, then);
        self.depth -= 1;
        found
    }

    fn step_into(&mut self, node: &Node, at: usize, then: Then<'_, 't>) -> bool {
        match node {
            Node::All(nodes) => self.all(nodes, at, then),
            Node::Any(nodes) => nodes
                .iter()
                .any(|(first, node)| self.can_begin(*first, at) && self.step(node, at, then)),
            Node::Repeat(node, least, most) => match &**node {
                Node::Class(set) => self.run_of(set, (*least, *most), at, then),
                node => self.repeat(node, (*least, *most), at, then),
            },
            simple => match self.simple(simple, at) {
                Some(end) => then(self, end),
                None => false,
            },
        }
    }

    fn can_begin(&self, first: First, at: usize) -> bool {
        match self.direction {
            Direction::Ahead => first.can_be(self.text, at),
            Direction::Back => first.empty || first.has(self.text.as_bytes()[..at].last()),
        }
    }

    fn all(&mut self, nodes: &[Node], mut at: usize, then: Then<'_, 't>) -> bool {
        let mut left = nodes;
        while let Some((node, rest)) = match self.direction {
            Direction::Ahead => left.split_first(),
            Direction::Back => left.split_last(),
        } {
            if matches!(node, Node::All(_) | Node::Any(_) | Node::Repeat(..)) {
                return self.step(node, at, &mut |walk, end| walk.all(rest, end, then));
            }
            match self.simple(node, at) {
                Some(end) => at = end,
                None => return false,
            }
            left = rest;
        }
        then(self, at)
    }

    /// Where a node that can match in one way only ends.
    fn simple(&self, node: &Node, at: usize) -> Option<usize> {
        let (before, behind) = self.text.split_at(at);
        match (node, self.direction) {
            (Node::Text(text), Direction::Ahead) => {
                behind.starts_with(text.as_str()).then(|| at + text.len())
            }
            (Node::Text(text), Direction::Back) => {
                before.ends_with(text.as_str()).then(|| at - text.len())
            }
            (Node::Letters(letters), Direction::Ahead) => {
                let mut found = behind.chars();
                letters
                    .chars()
                    .all(|letter| found.next().is_some_and(|c| fold_char(c) == letter))
                    .then(|| self.text.len() - found.as_str().len())
            }
            (Node::Letters(letters), Direction::Back) => {
                let mut found = before.chars();
                letters
                    .chars()
                    .rev()
                    .all(|letter| found.next_back().is_some_and(|c| fold_char(c) == letter))
                    .then_some(found)
                    .map(|left| left.as_str().len())
            }
            (Node::Class(set), _) => {
                let c = self.next(at)?;
                set.has(c).then(|| self.beyond(at, c))
            }
            (Node::Look(look), _) => self.holds(*look, at).then_some(at),
            (Node::All(_) | Node::Any(_) | Node::Repeat(..), _) => None,
        }
    }

    /// The next character on the way.
    fn next(&self, at: usize) -> Option<char> {
        match self.direction {
            Direction::Ahead => self.text[at..].chars().next(),
            Direction::Back => self.text[..at].chars().next_back(),
        }
    }

    /// The place beyond the next character.
    fn beyond(&self, at: usize, c: char) -> usize {
        match self.direction {
            Direction::Ahead => at + c.len_utf8(),
            Direction::Back => at - c.len_utf8(),
        }
    }

    /// Characters of a class, as few as may be, then more.
    fn run_of(
        &mut self,
        set: &Set,
        (least, most): (u32, Option<u32>),
        mut at: usize,
        then: Then<'_, 't>,
    ) -> bool {
        for count in 0.. {
            self.steps = self.steps.saturating_sub(1);
            if self.steps == 0 {
                return false;
            }
            if count >= least && then(self, at) {
                return true;
            }
            match self.next(at).filter(|&c| most != Some(count) && set.has(c)) {
                Some(c) => at = self.beyond(at, c),
                None => return false,
            }
        }
        false
    }

    fn repeat(
        &mut self,
        node: &Node,
        (least, most): (u32, Option<u32>),
        at: usize,
        then: Then<'_, 't>,
    ) -> bool {
        let left = (
            least.saturating_sub(1),
            most.map(|most| most.saturating_sub(1)),
        );
        // A round that consumes nothing would go on for ever.
        let again = most != Some(0)
            && self.step(node, at, &mut |walk, end| {
                (end != at || least > 0) && walk.repeat(node, left, end, then)
            });
        again || (least == 0 && then(self, at))
    }

    fn holds(&self, look: Look, at: usize) -> bool {
        let before = || self.text[..at].chars().next_back().is_some_and(is_word);
        let behind = || self.text[at..].chars().next().is_some_and(is_word);
        match look {
            Look::Start => at == 0,
            Look::End => at == self.text.len(),
            Look::WordBound => before() != behind(),
            Look::NoWordBound => before() == behind(),
            Look::WordStart => !before() && behind(),
            Look::WordEnd => before() && !behind(),
        }
    }
}

fn is_word(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric() || c == '_'
    } else {
        regex_syntax::is_word_character(c)
    }
}

//! From a regular expression as it is written to the tree that is walked.

use regex_syntax::hir::{self, Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind};

use super::program::{Direction, First, Look, Node, Program, Set};
use crate::text::fold::fold_char;

/// The tree of a pattern; `None` where it asks for what only `regex` has.
pub(super) fn compile(hir: &Hir, direction: Direction) -> Option<Program> {
    let node = node(hir, direction)?;
    Some(Program {
        first: First {
            at_word: begins_at_word(&node),
            ..first(&node, direction)
        },
        needle: needle(&node)
            .filter(|_| is_boundless(&node))
            .map(str::to_owned),
        node,
    })
}

fn node(hir: &Hir, direction: Direction) -> Option<Node> {
    Some(match hir.kind() {
        HirKind::Empty => Node::All(Vec::new()),
        HirKind::Literal(literal) => Node::Text(String::from_utf8(literal.0.to_vec()).ok()?),
        HirKind::Class(Class::Unicode(class)) => match letter(class) {
            Some(letter) => Node::Letters(letter.to_string()),
            None => Node::Class(set(class)),
        },
        HirKind::Class(Class::Bytes(_)) => return None,
        HirKind::Look(look) => Node::Look(self::look(*look)?),
        HirKind::Repetition(repetition) => Node::Repeat(
            Box::new(node(&repetition.sub, direction)?),
            repetition.min,
            repetition.max,
        ),
        HirKind::Capture(capture) => node(&capture.sub, direction)?,
        HirKind::Concat(parts) => all(parts, direction)?,
        HirKind::Alternation(parts) => {
            let nodes = parts.iter().map(|part| {
                let node = node(part, direction)?;
                Some((first(&node, direction), node))
            });
            Node::Any(nodes.collect::<Option<_>>()?)
        }
    })
}

/// Parts in turn, letters that follow each other as one.
fn all(parts: &[Hir], direction: Direction) -> Option<Node> {
    let mut nodes: Vec<Node> = Vec::with_capacity(parts.len());
    for part in parts {
        let next = node(part, direction)?;
        match (nodes.last_mut(), next) {
            (Some(Node::Letters(letters)), Node::Letters(more)) => letters.push_str(&more),
            (Some(Node::Letters(letters)), Node::Text(text)) if text.chars().all(is_caseless) => {
                letters.push_str(&text);
            }
            (_, next) => nodes.push(next),
        }
    }
    Some(Node::All(nodes))
}

/// The letter that a class stands for in any capitals.
fn letter(class: &ClassUnicode) -> Option<char> {
    let folded = fold_char(class.iter().next()?.start());
    (folding_to(folded) == *class && !is_caseless(folded)).then_some(folded)
}

fn set(class: &ClassUnicode) -> Set {
    // No other class of glossaries has so many ranges as that of words.
    let word = (class.ranges().len() > 100).then(|| regex_syntax::parse(r"\w").ok());
    match word.flatten().as_ref().map(Hir::kind) {
        Some(HirKind::Class(Class::Unicode(word))) if word == class => Set::Word,
        _ => Set::Ranges(
            class
                .iter()
                .map(|range| (range.start(), range.end()))
                .collect(),
        ),
    }
}

fn is_caseless(c: char) -> bool {
    folding_to(c)
        .iter()
        .map(ClassUnicodeRange::len)
        .sum::<usize>()
        == 1
}

fn folding_to(c: char) -> ClassUnicode {
    let mut class = ClassUnicode::new([ClassUnicodeRange::new(c, c)]);
    class.case_fold_simple();
    class
}

fn look(look: hir::Look) -> Option<Look> {
    Some(match look {
        hir::Look::Start => Look::Start,
        hir::Look::End => Look::End,
        hir::Look::WordUnicode => Look::WordBound,
        hir::Look::WordUnicodeNegate => Look::NoWordBound,
        hir::Look::WordStartUnicode => Look::WordStart,
        hir::Look::WordEndUnicode => Look::WordEnd,
        _ => return None,
    })
}

/// Whether it begins with a word's bound and a letter behind it.
fn begins_at_word(node: &Node) -> bool {
    let Node::All(nodes) = node else {
        return false;
    };
    let [Node::Look(Look::WordBound | Look::WordStart), rest @ ..] = &nodes[..] else {
        return false;
    };
    let next = first_of_all(rest.iter(), Direction::Ahead);
    let mut ascii =
        (0..128_u8).filter(|byte| next.ascii[usize::from(byte / 64)] >> (byte % 64) & 1 == 1);
    !next.empty && ascii.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The longest text that stands in every match.
fn needle(node: &Node) -> Option<&str> {
    match node {
        Node::Text(text) => Some(text),
        Node::All(nodes) => nodes
            .iter()
            .filter_map(needle)
            .max_by_key(|text| text.len()),
        Node::Repeat(node, 1.., _) => needle(node),
        _ => None,
    }
}

/// Whether matches can be of any length.
fn is_boundless(node: &Node) -> bool {
    match node {
        Node::All(nodes) => nodes.iter().any(is_boundless),
        Node::Any(nodes) => nodes.iter().any(|(_, node)| is_boundless(node)),
        Node::Repeat(node, _, most) => most.is_none() || is_boundless(node),
        _ => false,
    }
}

/// What a node begins with, seen from where a walk comes.
fn first(node: &Node, direction: Direction) -> First {
    let near = |text: &str| match direction {
        Direction::Ahead => text.chars().next(),
        Direction::Back => text.chars().next_back(),
    };
    match node {
        Node::Text(text) => of_chars(near(text).into_iter()),
        // A few other letters fold to ASCII.
        Node::Letters(letters) => {
            let letter = near(letters);
            let capital = letter.map(|letter| letter.to_ascii_uppercase());
            First {
                other: true,
                ..of_chars(letter.into_iter().chain(capital))
            }
        }
        Node::Class(set) => First {
            other: match set {
                Set::Word => true,
                Set::Ranges(ranges) => ranges.last().is_some_and(|(_, high)| !high.is_ascii()),
            },
            empty: false,
            ..of_chars((0..128_u8).map(char::from).filter(|&c| set.has(c)))
        },
        Node::Look(_) => First {
            empty: true,
            ..First::default()
        },
        Node::All(nodes) => match direction {
            Direction::Ahead => first_of_all(nodes.iter(), direction),
            Direction::Back => first_of_all(nodes.iter().rev(), direction),
        },
        Node::Any(nodes) => nodes
            .iter()
            .map(|(first, _)| *first)
            .fold(First::default(), union),
        Node::Repeat(node, least, _) => {
            let set = first(node, direction);
            First {
                empty: set.empty || *least == 0,
                ..set
            }
        }
    }
}

fn first_of_all<'n>(nodes: impl Iterator<Item = &'n Node>, direction: Direction) -> First {
    let mut set = First {
        empty: true,
        ..First::default()
    };
    for next in nodes.map(|node| first(node, direction)) {
        set = First {
            empty: next.empty,
            ..union(set, next)
        };
        if !set.empty {
            break;
        }
    }
    set
}

fn of_chars(chars: impl Iterator<Item = char>) -> First {
    let mut set = First {
        empty: true,
        ..First::default()
    };
    for c in chars {
        set.empty = false;
        match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() => set.ascii[usize::from(byte / 64)] |= 1 << (byte % 64),
            _ => set.other = true,
        }
    }
    set
}

fn union(a: First, b: First) -> First {
    First {
        ascii: [a.ascii[0] | b.ascii[0], a.ascii[1] | b.ascii[1]],
        other: a.other || b.other,
        empty: a.empty || b.empty,
        at_word: false,
    }
}

//! Entries that are out of order in a file that is sorted but for them. A file whose
//! entries stand in sections, or in no order, is left as it is.

use super::remark::Remark;
use super::rule::Rule;
use super::written::File;
use crate::glossary::layout::{Layout, Piece, sort_key};
use crate::text::edit::Edit;
use crate::text::span::Span;

/// How many entries show that somebody sorts them.
const FEWEST: usize = 5;
/// Of how many entries one may be out of order: of more than one in so many, nobody
/// sorts them.
const ONE_IN: usize = 5;

/// Adds the entries that stand out of order, each with what puts it right.
pub(super) fn check(file: &File<'_>, found: &mut Vec<Remark>) {
    let Ok(layout) = Layout::of(&file.written) else {
        return;
    };
    let entries = &layout.entries;
    let has_sections = entries
        .iter()
        .skip(1)
        .any(|piece| !layout.at(piece.gap).trim().is_empty());
    if entries.len() < FEWEST || has_sections || layout.is_sorted() {
        return;
    }
    let keys: Vec<String> = entries.iter().map(|piece| sort_key(&piece.term)).collect();
    let in_order = longest_sorted(&keys);
    if (entries.len() - in_order.len()) * ONE_IN > entries.len() {
        return;
    }
    for number in (0..entries.len()).filter(|number| in_order.binary_search(number).is_err()) {
        let before = in_order
            .iter()
            .take_while(|other| keys[**other] <= keys[number])
            .last();
        let neighbor = before.map(|other| &entries[*other]);
        found.push(remark(&layout, &entries[number], neighbor));
    }
}

fn remark(layout: &Layout<'_>, piece: &Piece, before: Option<&Piece>) -> Remark {
    let text = layout.at(piece.span);
    let newline = if layout.text.contains("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let end_of = |text: &str| if text.ends_with('\n') { "" } else { newline };
    let end = end_of(text);
    let apart = layout.at(piece.gap);
    let apart = if apart.is_empty() { "" } else { newline };
    let (at, moved, place) = match (before, layout.entries.first()) {
        (Some(before), _) => (
            before.span.end,
            format!("{}{apart}{text}{end}", end_of(layout.at(before.span))),
            format!("behind `{}`", before.term),
        ),
        (None, first) => (
            first.map_or(piece.span.start, |first| first.span.start),
            format!("{text}{end}{apart}"),
            "first".to_owned(),
        ),
    };
    let place_of_term = piece
        .field("term")
        .map_or(piece.heading, |field| field.written);
    let message = format!(
        "`{}` is out of order in a file that is sorted by its terms: it belongs {place}",
        piece.term
    );
    Remark {
        edits: vec![
            Edit::new(Span::new(at, at), moved),
            Edit::new(Span::new(piece.gap.start, piece.span.end), ""),
        ],
        ..Remark::new(Rule::OutOfOrder, place_of_term, message)
    }
}

/// The numbers of the most keys that stand in order, one behind the other.
fn longest_sorted(keys: &[String]) -> Vec<usize> {
    // The last number of the best run of each length, and what stands before each.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; keys.len()];
    for number in 0..keys.len() {
        let length = ends.partition_point(|&end| keys[end] <= keys[number]);
        before[number] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = number,
            None => ends.push(number),
        }
    }
    let mut run = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(number) = next {
        run.push(number);
        next = before[number];
    }
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::lint::Source;
    use crate::text::edit::splice;

    fn file(terms: &[&str], section: &str) -> String {
        let head = "[glossary]\nname = \"x\"\ntitle = \"X\"\n";
        let entries = terms.iter().enumerate().map(|(number, term)| {
            let section = if number == 3 { section } else { "" };
            format!("\n{section}# on {term}\n[[term]]\nterm = \"{term}\"\n")
        });
        format!("{head}{}", entries.collect::<String>())
    }

    fn sorted(text: &str) -> (Vec<String>, String) {
        let source = Source::new(PathBuf::from("x.toml"), text);
        let mut found = Vec::new();
        check(&File::read(&source), &mut found);
        let messages = found.iter().map(|remark| remark.message.clone()).collect();
        let edits: Vec<Edit> = found.into_iter().flat_map(|remark| remark.edits).collect();
        let text = String::from_utf8(splice(text.as_bytes(), &edits)).expect("it is text");
        (messages, text)
    }

    #[test]
    fn an_entry_out_of_order_is_put_where_it_belongs() {
        for (terms, expected) in [
            (
                ["b", "c", "d", "e", "a", "f"],
                ["a", "b", "c", "d", "e", "f"],
            ),
            (
                ["f", "a", "b", "c", "d", "e"],
                ["a", "b", "c", "d", "e", "f"],
            ),
            (
                ["a", "b", "e", "c", "d", "F"],
                ["a", "b", "c", "d", "e", "F"],
            ),
        ] {
            for ending in ["\n", "\r\n"] {
                let text = file(&terms, "").replace('\n', ending);
                let (messages, text) = sorted(text.trim_end_matches(['\r', '\n']));
                assert_eq!(messages.len(), 1);
                let expected = file(&expected, "").replace('\n', ending);
                assert_eq!(text.trim_end(), expected.trim_end());
            }
        }
    }

    #[test]
    fn an_order_of_its_own_stays() {
        for (name, text) in [
            ("sorted", file(&["a", "b", "c", "d", "e"], "")),
            ("few", file(&["a", "c", "b"], "")),
            ("no order", file(&["c", "a", "d", "b", "e"], "")),
            (
                "sections",
                file(&["b", "c", "d", "a", "e", "f"], "# --- x ---\n\n"),
            ),
        ] {
            assert_eq!(sorted(&text).0, [""; 0], "{name}");
        }
    }
}

//! Edits and how they are applied: the only code that splices text. Nothing is
//! ever written anew from a parsed form, so what is outside an edit keeps its
//! bytes. A fix is a group of edits that is applied whole or not at all.

use std::collections::{BTreeMap, BTreeSet};

use super::span::Span;

/// Put `replacement` in the place of `span`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, in bytes of the source.
    pub span: Span,
    /// What stands there afterwards.
    pub replacement: String,
}

impl Edit {
    /// An edit of `span`.
    pub fn new(span: Span, replacement: impl Into<String>) -> Self {
        Self {
            span,
            replacement: replacement.into(),
        }
    }
}

/// A source with fixes applied.
#[derive(Debug)]
pub struct Applied {
    /// What the source is now.
    pub bytes: Vec<u8>,
    /// Of each fix whether it was applied.
    pub made: Vec<bool>,
}

/// The source with fixes applied in their order, each whole or not at all: one that
/// touches what an earlier one has taken, or reaches past the end, is left out.
pub fn apply<'f>(source: &[u8], fixes: impl IntoIterator<Item = &'f [Edit]>) -> Applied {
    let mut taken = Taken::default();
    let mut made = Vec::new();
    let mut edits: Vec<&Edit> = Vec::new();
    for fix in fixes {
        let fits = fix.iter().all(|edit| edit.span.end <= source.len()) && taken.take(fix);
        if fits {
            edits.extend(fix);
        }
        made.push(fits);
    }
    Applied {
        bytes: splice(source, edits),
        made,
    }
}

/// The source with edits that do not touch each other, in any order. What is inserted
/// at one place stands there in their order.
pub fn splice<'e>(source: &[u8], edits: impl IntoIterator<Item = &'e Edit>) -> Vec<u8> {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let grown: usize = edits.iter().map(|edit| edit.replacement.len()).sum();
    let mut out = Vec::with_capacity(source.len() + grown);
    let mut done = 0;
    for edit in edits {
        if edit.span.start < done || edit.span.end > source.len() {
            continue;
        }
        out.extend_from_slice(&source[done..edit.span.start]);
        out.extend_from_slice(edit.replacement.as_bytes());
        done = edit.span.end;
    }
    out.extend_from_slice(&source[done..]);
    out
}

/// Where what each edit writes stands behind all of them, in their order; they do not
/// touch each other and come sorted by place.
pub fn landed<'e>(edits: impl IntoIterator<Item = &'e Edit>) -> Vec<Span> {
    let (mut before, mut behind) = (0, 0);
    let land = |edit: &Edit| {
        let start = behind + (edit.span.start - before);
        let end = start + edit.replacement.len();
        (before, behind) = (edit.span.end, end);
        Span::new(start, end)
    };
    edits.into_iter().map(land).collect()
}

/// The stretches of a source that edits have taken. What is inserted takes no byte, but
/// lies in nothing that is replaced.
#[derive(Debug, Default)]
pub struct Taken {
    /// The end of each stretch that is replaced, by its start.
    replaced: BTreeMap<usize, usize>,
    inserted: BTreeSet<usize>,
}

impl Taken {
    /// Takes what the edits of a fix need, if nothing of it is taken. Whether it did.
    pub fn take(&mut self, fix: &[Edit]) -> bool {
        let mut spans: Vec<Span> = fix.iter().map(|edit| edit.span).collect();
        spans.sort_unstable();
        let apart = spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
        let free = apart && spans.iter().all(|span| self.is_free(*span));
        if free {
            for span in spans {
                if span.is_empty() {
                    self.inserted.insert(span.start);
                } else {
                    self.replaced.insert(span.start, span.end);
                }
            }
        }
        free
    }

    fn is_free(&self, span: Span) -> bool {
        let Span { start, end } = span;
        // Of stretches that are apart the last that starts before reaches farthest.
        let before = self.replaced.range(..end).next_back();
        let inside = |inserted: &usize| *inserted > start;
        before.is_none_or(|(_, taken)| *taken <= start)
            && !self.inserted.range(start..end).any(inside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits(edits: &[(usize, usize, &str)]) -> Vec<Edit> {
        let edits = edits.iter();
        edits
            .map(|&(start, end, text)| Edit::new(Span::new(start, end), text))
            .collect()
    }

    fn spliced(source: &str, spans: &[(usize, usize, &str)]) -> String {
        let bytes = splice(source.as_bytes(), &edits(spans));
        String::from_utf8(bytes).expect("edits of text give text")
    }

    #[test]
    fn edits_are_spliced_in_order_of_place() {
        assert_eq!(spliced("one two", &[(4, 7, "2"), (0, 3, "1")]), "1 2");
        assert_eq!(spliced("one two", &[(3, 3, ","), (7, 7, ".")]), "one, two.");
        assert_eq!(
            spliced("one", &[(3, 3, "1"), (0, 3, "x"), (3, 3, "2")]),
            "x12"
        );
        assert_eq!(spliced("one two", &[]), "one two");
    }

    #[test]
    fn an_overlapping_or_outlying_edit_is_left_out() {
        assert_eq!(spliced("one two", &[(0, 5, "x"), (4, 7, "y")]), "xwo");
        assert_eq!(spliced("one", &[(2, 9, "y")]), "one");
    }

    #[test]
    fn a_fix_is_made_whole_or_not_at_all() {
        type Fix = &'static [(usize, usize, &'static str)];
        let table: [(&[Fix], &str, &[bool]); 7] = [
            // `loop … in` and the noun inside, whose line break would go behind it.
            (
                &[&[(0, 1, "A"), (3, 5, "")], &[(2, 3, "B"), (3, 4, "\n")]],
                "Anewo",
                &[true, false],
            ),
            (&[&[(0, 3, "1")], &[(4, 7, "2")]], "1 2", &[true, true]),
            (&[&[(4, 7, "2")], &[(0, 5, "1")]], "one 2", &[true, false]),
            // What is inserted stands beside what is replaced, not in it.
            (&[&[(0, 3, "1")], &[(3, 3, "!")]], "1! two", &[true, true]),
            (
                &[&[(2, 2, "!")], &[(0, 3, "1")]],
                "on!e two",
                &[true, false],
            ),
            (&[&[(0, 3, "1")], &[(2, 2, "!")]], "1 two", &[true, false]),
            (&[&[(0, 3, "1"), (6, 9, "2")]], "one two", &[false]),
        ];
        for (fixes, expected, made) in table {
            let fixes: Vec<Vec<Edit>> = fixes.iter().map(|fix| edits(fix)).collect();
            let applied = apply(b"one two", fixes.iter().map(Vec::as_slice));
            assert_eq!(String::from_utf8_lossy(&applied.bytes), expected);
            assert_eq!(applied.made, made);
        }
    }

    #[test]
    fn edits_land_where_their_text_stands() {
        let edits = edits(&[(0, 3, "first"), (3, 3, ","), (4, 7, "")]);
        let text = String::from_utf8(splice(b"one two", &edits)).expect("it is text");
        assert_eq!(text, "first, ");
        let landed: Vec<&str> = landed(&edits)
            .iter()
            .map(|span| &text[span.range()])
            .collect();
        assert_eq!(landed, ["first", ",", ""]);
    }
}

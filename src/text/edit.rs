//! Edits and how they are applied: the only code that splices text. Nothing is
//! ever written anew from a parsed form, so what is outside an edit keeps its
//! bytes.

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

/// The source with all edits applied. They may come in any order; one that
/// overlaps an earlier-starting one, or reaches past the end, is left out, so
/// that no byte is ever written twice.
pub fn apply<'e>(source: &[u8], edits: impl IntoIterator<Item = &'e Edit>) -> Vec<u8> {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(source: &str, edits: &[(usize, usize, &str)]) -> String {
        let edits: Vec<Edit> = edits
            .iter()
            .map(|&(start, end, text)| Edit::new(Span::new(start, end), text))
            .collect();
        String::from_utf8(apply(source.as_bytes(), &edits)).expect("edits of text give text")
    }

    #[test]
    fn edits_are_spliced_in_order_of_place() {
        assert_eq!(applied("one two", &[(4, 7, "2"), (0, 3, "1")]), "1 2");
        assert_eq!(applied("one two", &[(3, 3, ","), (7, 7, ".")]), "one, two.");
        assert_eq!(applied("one two", &[]), "one two");
    }

    #[test]
    fn an_overlapping_or_outlying_edit_is_left_out() {
        assert_eq!(applied("one two", &[(0, 5, "x"), (4, 7, "y")]), "xwo");
        assert_eq!(applied("one", &[(2, 9, "y")]), "one");
    }
}

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

/// A stretch of a text that was edited: of the source, or written.
enum Stretch {
    Kept(Span),
    Written(String),
}

/// The edits of a source of `length` bytes that do at once what `first` and then, on
/// what came out, `second` do. Both are edits that [`apply`] leaves none of out.
pub fn composed(length: usize, first: &[Edit], second: &[Edit]) -> Vec<Edit> {
    let whole = vec![Stretch::Kept(Span::new(0, length))];
    let mut edits = Vec::new();
    let mut done = 0;
    let mut written = String::new();
    for stretch in edited(edited(whole, first), second) {
        match stretch {
            Stretch::Written(text) => written.push_str(&text),
            Stretch::Kept(span) => {
                if done < span.start || !written.is_empty() {
                    let text = std::mem::take(&mut written);
                    edits.push(Edit::new(Span::new(done, span.start), text));
                }
                done = span.end;
            }
        }
    }
    if done < length || !written.is_empty() {
        edits.push(Edit::new(Span::new(done, length), written));
    }
    edits
}

/// Where what stands at `offset` behind edits stood before them; of what was written,
/// the start of what it took the place of.
pub fn origin(edits: &[Edit], offset: usize) -> usize {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let (mut before, mut behind) = (0, 0);
    for edit in edits {
        let kept = edit.span.start - before;
        if offset < behind + kept {
            break;
        }
        if offset < behind + kept + edit.replacement.len() {
            return edit.span.start;
        }
        before = edit.span.end;
        behind += kept + edit.replacement.len();
    }
    before + (offset - behind)
}

/// The stretches of a text after edits of it.
fn edited(text: Vec<Stretch>, edits: &[Edit]) -> Vec<Stretch> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let mut out = Vec::new();
    let mut rest = text.into_iter();
    let mut current = rest.next();
    // Where `current` starts.
    let mut at = 0;
    let mut take = |upto: usize, out: Option<&mut Vec<Stretch>>| {
        let mut out = out;
        while at < upto {
            let Some(stretch) = current.take() else {
                return;
            };
            let length = stretch.len();
            let (head, tail) = stretch.split((upto - at).min(length));
            at += head.len();
            if let Some(out) = &mut out {
                out.push(head);
            }
            current = if tail.len() > 0 {
                Some(tail)
            } else {
                rest.next()
            };
        }
    };
    for edit in edits {
        take(edit.span.start, Some(&mut out));
        take(edit.span.end, None);
        if !edit.replacement.is_empty() {
            out.push(Stretch::Written(edit.replacement.clone()));
        }
    }
    take(usize::MAX, Some(&mut out));
    out
}

impl Stretch {
    fn len(&self) -> usize {
        match self {
            Self::Kept(span) => span.len(),
            Self::Written(text) => text.len(),
        }
    }

    fn split(self, at: usize) -> (Self, Self) {
        match self {
            Self::Kept(span) => {
                let middle = span.start + at;
                let head = Span::new(span.start, middle);
                (Self::Kept(head), Self::Kept(Span::new(middle, span.end)))
            }
            Self::Written(mut text) => {
                let tail = text.split_off(text.floor_char_boundary(at));
                (Self::Written(text), Self::Written(tail))
            }
        }
    }
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
    fn edits_of_an_edited_text_are_edits_of_the_first() {
        let source = "We spin the server up now.";
        let edit = |start, end, text: &str| Edit::new(Span::new(start, end), text);
        let first = [edit(3, 7, "start"), edit(18, 21, ""), edit(25, 25, "!")];
        let text = apply(source.as_bytes(), &first);
        let edited = String::from_utf8_lossy(&text).into_owned();
        assert_eq!(edited, "We start the server now!.");
        for second in [
            vec![],
            vec![edit(0, 2, "They"), edit(8, 8, " up")],
            vec![edit(3, 8, "boot"), edit(23, 25, "?")],
            vec![edit(5, 22, "x")],
            vec![edit(0, 25, "")],
        ] {
            let twice = apply(edited.as_bytes(), &second);
            let at_once = composed(source.len(), &first, &second);
            assert_eq!(apply(source.as_bytes(), &at_once), twice, "{second:?}");
        }
        assert_eq!(origin(&first, 0), 0);
        assert_eq!(origin(&first, 5), 3);
        assert_eq!(origin(&first, edited.find("server").unwrap_or(0)), 12);
        assert_eq!(origin(&first, edited.find("now").unwrap_or(0)), 22);
    }

    #[test]
    fn an_overlapping_or_outlying_edit_is_left_out() {
        assert_eq!(applied("one two", &[(0, 5, "x"), (4, 7, "y")]), "xwo");
        assert_eq!(applied("one", &[(2, 9, "y")]), "one");
    }
}

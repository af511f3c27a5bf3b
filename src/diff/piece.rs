//! One entry out of three versions of it: its comments, its heading and each of its
//! fields, from the side that changed it. What both changed, each in its own way, is
//! a conflict.

use crate::glossary::layout::{Field, Layout, Piece};
use crate::text::span::Span;

/// Text of the result, or two texts between which somebody has to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Text(String),
    Conflict {
        what: String,
        ours: String,
        theirs: String,
    },
}

/// An entry, or the head, as one version has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Version<'v> {
    pub(super) layout: &'v Layout<'v>,
    pub(super) piece: &'v Piece,
}

impl<'v> Version<'v> {
    fn text(&self, span: Span) -> String {
        self.layout.at(span).replace("\r\n", "\n")
    }

    fn field(&self, key: &str) -> Option<Written<'_>> {
        let field = self.piece.field(key)?;
        Some(Written {
            comments: self.text(field.comments),
            assignment: self.text(field.assignment),
            behind: self.text(Span::new(field.assignment.end, field.span.end)),
            field,
        })
    }

    /// All of it, without the gap before it.
    pub(super) fn whole(&self) -> String {
        self.text(self.piece.span)
    }

    /// Whether another version says the same, comments included.
    pub(super) fn is(&self, other: &Version<'v>) -> bool {
        let comments = |version: &Version<'v>| {
            let piece = version.piece;
            let places = [piece.comments, piece.heading, piece.tail];
            places.map(|span| tidy(version.layout.at(span)))
        };
        let count = self.piece.fields.len();
        comments(self) == comments(other)
            && count == other.piece.fields.len()
            && self.piece.fields.iter().all(|field| {
                let (ours, theirs) = (self.field(&field.key), other.field(&field.key));
                matches!((ours, theirs), (Some(ours), Some(theirs)) if ours.is(&theirs))
            })
    }
}

/// A field as one version has it, with `\n` at the ends of its lines.
struct Written<'v> {
    field: &'v Field,
    comments: String,
    assignment: String,
    behind: String,
}

impl Written<'_> {
    fn whole(&self) -> String {
        format!("{}{}{}", self.comments, self.assignment, self.behind)
    }

    fn is(&self, other: &Self) -> bool {
        self.field.value == other.field.value
            && tidy(&self.comments) == tidy(&other.comments)
            && tidy(&self.behind) == tidy(&other.behind)
    }

    /// Whether there may be comments inside of it, which a choice would lose.
    fn may_have_comments(&self) -> bool {
        self.assignment.contains('\n') && self.assignment.contains('#')
    }
}

/// The blocks of an entry that both sides have.
pub(super) fn merged(
    base: Option<&Version<'_>>,
    ours: &Version<'_>,
    theirs: &Version<'_>,
) -> Vec<Block> {
    let name = if ours.piece.id.is_empty() {
        "[glossary]"
    } else {
        &ours.piece.term
    };
    let comment = |place: fn(&Piece) -> Span| {
        let text = |version: &Version<'_>| version.text(place(version.piece));
        three_way(base.map(text), text(ours), text(theirs)).map_or_else(
            |(ours, theirs)| conflict(format!("the comments of {name}"), ours, theirs),
            Block::Text,
        )
    };
    let mut blocks = vec![
        comment(|piece| piece.comments),
        comment(|piece| piece.heading),
    ];
    let mut fields = Vec::new();
    for key in keys(ours.piece, theirs.piece) {
        let written = [
            base.and_then(|base| base.field(key)),
            ours.field(key),
            theirs.field(key),
        ];
        let has_heading = written[1..]
            .iter()
            .flatten()
            .any(|written| written.field.has_heading);
        if let Some(block) = merged_field(&format!("{key} of {name}"), &written) {
            fields.push((has_heading, block));
        }
    }
    // A table with a heading takes every key behind it.
    fields.sort_by_key(|(has_heading, _)| *has_heading);
    blocks.extend(fields.into_iter().map(|(_, block)| block));
    blocks.push(comment(|piece| piece.tail));
    blocks
}

/// The keys of both sides in the order of ours; one that only theirs has comes
/// behind the key that it follows there.
fn keys<'p>(ours: &'p Piece, theirs: &'p Piece) -> Vec<&'p str> {
    let mut keys: Vec<&str> = ours.fields.iter().map(|field| &*field.key).collect();
    let mut at = 0;
    for field in &theirs.fields {
        match keys.iter().position(|key| *key == field.key) {
            Some(found) => at = found + 1,
            None => {
                keys.insert(at, &field.key);
                at += 1;
            }
        }
    }
    keys
}

fn merged_field(what: &str, [base, ours, theirs]: &[Option<Written<'_>>; 3]) -> Option<Block> {
    let choose = |ours: Option<&Written<'_>>, theirs: Option<&Written<'_>>| {
        let whole = |written: Option<&Written<'_>>| written.map(Written::whole).unwrap_or_default();
        conflict(what.to_owned(), whole(ours), whole(theirs))
    };
    match (base, ours, theirs) {
        (_, None, None) => None,
        (None, Some(only), None) | (None, None, Some(only)) => Some(Block::Text(only.whole())),
        // One side took it out.
        (Some(base), Some(left), None) | (Some(base), None, Some(left)) if left.is(base) => None,
        (Some(_), ours, theirs) if ours.is_none() || theirs.is_none() => {
            Some(choose(ours.as_ref(), theirs.as_ref()))
        }
        (base, Some(ours), Some(theirs)) => {
            let base = base.as_ref();
            let comments = three_way(
                base.map(|base| base.comments.clone()),
                ours.comments.clone(),
                theirs.comments.clone(),
            );
            let behind = three_way(
                base.map(|base| base.behind.clone()),
                ours.behind.clone(),
                theirs.behind.clone(),
            );
            Some(match (comments, assigned(base, ours, theirs), behind) {
                (Ok(comments), Some(side), Ok(behind)) => {
                    Block::Text(format!("{comments}{}{behind}", side.assignment))
                }
                _ => choose(Some(ours), Some(theirs)),
            })
        }
        (Some(_), _, _) => None,
    }
}

/// The side whose value holds, or none if each has its own.
fn assigned<'w, 'v>(
    base: Option<&Written<'v>>,
    ours: &'w Written<'v>,
    theirs: &'w Written<'v>,
) -> Option<&'w Written<'v>> {
    let is_text = |side: &Written<'_>| base.is_some_and(|base| base.assignment == side.assignment);
    let is_value =
        |side: &Written<'_>| base.is_some_and(|base| base.field.value == side.field.value);
    if ours.assignment == theirs.assignment || is_text(theirs) {
        return Some(ours);
    }
    if is_text(ours) {
        return Some(theirs);
    }
    if ours.may_have_comments() || theirs.may_have_comments() {
        return None;
    }
    if ours.field.value == theirs.field.value || is_value(theirs) {
        Some(ours)
    } else if is_value(ours) {
        Some(theirs)
    } else {
        None
    }
}

/// The text that holds: that of the side which changed it.
fn three_way(
    base: Option<String>,
    ours: String,
    theirs: String,
) -> Result<String, (String, String)> {
    let base = base.unwrap_or_default();
    let (was, is, other) = (tidy(&base), tidy(&ours), tidy(&theirs));
    if is == other || was == other {
        Ok(ours)
    } else if was == is {
        Ok(theirs)
    } else {
        Err((ours, theirs))
    }
}

/// Text without what nobody sees.
fn tidy(text: &str) -> Vec<&str> {
    let lines = text.lines().map(str::trim_end);
    lines.filter(|line| !line.is_empty()).collect()
}

pub(super) fn conflict(what: String, ours: String, theirs: String) -> Block {
    Block::Conflict { what, ours, theirs }
}

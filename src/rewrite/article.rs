//! The indefinite article before a replacement: `a` or `an` by the sound of what
//! now follows, gone before what cannot be counted.

use crate::english::article::{Article, indefinite};
use crate::english::casing::is_all_capitals;
use crate::english::role::article_before;
use crate::english::sentence::starts_sentence;
use crate::finding::Held;
use crate::text::edit::Edit;
use crate::text::span::Span;

use super::place::Place;
use super::splice::{self, is_verbatim};

/// What becomes of the words before a match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// They stay.
    Stays,
    /// The article, in the block's text, is written in another way.
    Changed { article: Span, written: String },
    /// The article and the space behind it go.
    Gone {
        removed: Span,
        begins_sentence: bool,
    },
}

/// What becomes of the article before a match when `words` take its place.
///
/// # Errors
///
/// [`Held::Agreement`] when it cannot be told.
pub(super) fn before(place: &Place<'_>, words: &str, uncountable: bool) -> Result<Before, Held> {
    let context = place.context();
    let Some(range) = article_before(context.before) else {
        return Ok(Before::Stays);
    };
    let sentence = place.matched.span().start - context.before.len();
    let article = Span::from(range).shifted(sentence);
    if uncountable {
        let between = Span::new(article.end, place.matched.span().start);
        return removed(place, article, between);
    }
    let written = &place.text[article.range()];
    let needed = indefinite(words).ok_or(Held::Agreement)?;
    let needed = if written.len() > 1 && is_all_capitals(written) || shouted(place, written) {
        needed.as_str().to_uppercase()
    } else if written.starts_with('A') {
        match needed {
            Article::A => "A".to_owned(),
            Article::An => "An".to_owned(),
        }
    } else {
        needed.as_str().to_owned()
    };
    Ok(if needed == written {
        Before::Stays
    } else {
        Before::Changed {
            article,
            written: needed,
        }
    })
}

/// `A` in a line of capitals does not say so itself; the match does.
fn shouted(place: &Place<'_>, written: &str) -> bool {
    written == "A" && place.capitals() == crate::english::casing::Capitals::All
}

/// Takes the article away with one space: the one behind it, and nothing else.
fn removed(place: &Place<'_>, article: Span, between: Span) -> Result<Before, Held> {
    let removed = Span::new(article.start, between.end);
    if &place.text[between.range()] != " " || !is_verbatim(place, removed) {
        return Err(Held::Agreement);
    }
    Ok(Before::Gone {
        removed,
        begins_sentence: starts_sentence(place.text, article.start),
    })
}

/// The edits of a replacement and those of the words before it.
pub(super) fn with(
    edits: Vec<Edit>,
    before: Option<Before>,
    place: &Place<'_>,
) -> Option<Vec<Edit>> {
    let (span, written) = match before {
        None | Some(Before::Stays) => return Some(edits),
        Some(Before::Changed { article, written }) => (article, written),
        Some(Before::Gone { removed, .. }) => (removed, String::new()),
    };
    let mut all = splice::written(place, span, &written)?;
    all.extend(edits);
    Some(all)
}

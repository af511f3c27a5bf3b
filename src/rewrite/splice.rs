//! From words for a place to edits of the source: markup around the place stays,
//! a line break inside stays behind the same word, and where markup would have
//! to be invented there is no edit.

use crate::document::PieceKind;
use crate::text::edit::Edit;
use crate::text::span::Span;

use super::place::Place;

/// The edits that put `words` in the place of the match, with another possessive
/// ending if one is given.
pub(super) fn replaced(
    place: &Place<'_>,
    words: &str,
    possessive: Option<&str>,
) -> Option<Vec<Edit>> {
    let matched = place.matched;
    let mut end = matched.span.end;
    let mut written = place.part.markup.escape(words).into_owned();
    if let (Some(ending), Some((_, length))) = (possessive, matched.possessive) {
        let apostrophe = place.text[end..]
            .chars()
            .find(|c| matches!(c, '\'' | '’'))?;
        written.push_str(&ending.replace('\'', &apostrophe.to_string()));
        end += length;
    }
    let span = Span::new(matched.span.start, end);
    let mut edits = vec![in_lines(place, span, &written)?];
    if let Some(particle) = matched.particle {
        edits.push(without_particle(place, particle)?);
    }
    Some(edits)
}

/// The edit that puts `text`, in the part's markup, right behind the match.
pub(super) fn inserted(place: &Place<'_>, text: &str) -> Option<Vec<Edit>> {
    let source = source_of(place, place.matched.whole())?;
    Some(vec![Edit::new(Span::new(source.end, source.end), text)])
}

/// Where a stretch of the block stands in the source, if no markup lies inside.
fn source_of(place: &Place<'_>, span: Span) -> Option<Span> {
    let prose = place.in_prose(span);
    let pieces = place.part.pieces(place.segment, prose);
    let unbroken = pieces
        .windows(2)
        .all(|pair| pair[0].source.end == pair[1].source.start);
    let readable = pieces.iter().all(|piece| piece.kind != PieceKind::Object);
    (unbroken && readable && !pieces.is_empty())
        .then(|| place.part.source_span(place.segment, prose))
}

/// An edit of `span` whose line breaks stay behind the same words. Where fewer
/// words are written, the break takes the place of the space behind them.
fn in_lines(place: &Place<'_>, span: Span, words: &str) -> Option<Edit> {
    let source = source_of(place, span)?;
    let breaks = line_breaks(place, span);
    if breaks.is_empty() {
        return Some(Edit::new(source, words));
    }
    let mut lines = String::with_capacity(words.len() + 8);
    let mut breaks = breaks.into_iter().peekable();
    let count = words.split(' ').count();
    for (index, word) in words.split(' ').enumerate() {
        lines.push_str(word);
        let behind = |&(after, _): &(usize, &str)| after == index + 1;
        if index + 1 == count {
            break;
        }
        match breaks.next_if(behind) {
            Some((_, line_break)) => lines.push_str(line_break),
            None => lines.push(' '),
        }
    }
    let Some((_, line_break)) = breaks.next() else {
        return Some(Edit::new(source, lines));
    };
    let space = Span::new(span.end, span.end + 1);
    if !place.text[span.end..].starts_with(' ') {
        return Some(Edit::new(source, lines));
    }
    let source = source_of(place, Span::new(span.start, space.end))?;
    let next_is_break = !line_breaks(place, space).is_empty();
    if !next_is_break {
        lines.push_str(line_break);
        return Some(Edit::new(source, lines));
    }
    Some(Edit::new(source_of(place, span)?, lines))
}

/// The line breaks in a stretch: behind how many of its words, and how the
/// source spells them.
fn line_breaks<'p>(place: &'p Place<'_>, span: Span) -> Vec<(usize, &'p str)> {
    let prose = place.in_prose(span);
    place
        .part
        .pieces(place.segment, prose)
        .iter()
        .filter(|piece| piece.kind == PieceKind::SoftBreak)
        .map(|piece| {
            let before = &place.part.prose[prose.start..piece.prose.start.max(prose.start)];
            let spelled = &place.part.source[piece.source.range()];
            (before.split_whitespace().count(), spelled)
        })
        .collect()
}

/// Takes the particle of a separable verb away, with the space before it, or
/// with the one behind when it begins a line.
fn without_particle(place: &Place<'_>, particle: Span) -> Option<Edit> {
    let before = place.text[..particle.start].trim_end().len();
    let with_space = Span::new(before, particle.end);
    if line_breaks(place, with_space).is_empty() {
        return Some(Edit::new(source_of(place, with_space)?, ""));
    }
    let space = Span::new(particle.end, particle.end + 1);
    let removable =
        place.text[particle.end..].starts_with(' ') && line_breaks(place, space).is_empty();
    let with_space = Span::new(particle.start, space.end);
    removable
        .then(|| source_of(place, with_space))
        .flatten()
        .map(|source| Edit::new(source, ""))
}

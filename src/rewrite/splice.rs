//! From words for a place to edits of the source: markup around the place stays,
//! a line break inside stays behind the same word, and where markup would have
//! to be invented there is no edit.

use crate::document::{AreaKind, Markup, Piece, PieceKind};
use crate::text::edit::Edit;
use crate::text::span::Span;

use super::place::Place;
use crate::text::word::OBJECT;

/// The edits that put `words` in the place of the match, with another possessive
/// ending if one is given. `gone` is what another fix takes away behind it.
pub(super) fn replaced(
    place: &Place<'_>,
    words: &str,
    possessive: Option<&str>,
    gone: Option<Span>,
) -> Option<Vec<Edit>> {
    let matched = place.matched;
    let mut end = matched.span().end;
    if !place.part.markup.takes(words) {
        return None;
    }
    let mut written = place.part.markup.escape(words).into_owned();
    if let (Some(ending), Some((_, length))) = (possessive, matched.possessive()) {
        let apostrophe = place.text[end..]
            .chars()
            .find(|c| matches!(c, '\'' | '’'))?;
        written.push_str(&ending.replace('\'', &apostrophe.to_string()));
        end += length;
    }
    if closes_its_comma(place, words) {
        end += 1;
    }
    stop(place, &mut written);
    let span = Span::new(matched.span().start, end);
    let mut edits = in_lines(place, span, &written, gone)?;
    if let Some(particle) = particle(place) {
        edits.extend(without_particle(place, particle)?);
    }
    Some(edits)
}

/// Whether the comma behind the match is the second of a pair that goes with it:
/// `including, but not limited to, rent`.
fn closes_its_comma(place: &Place<'_>, words: &str) -> bool {
    let commas = place.form().matches(',').count();
    commas % 2 == 1
        && !words.contains(',')
        && place.text[place.matched.span().end..].starts_with(',')
}

/// The edit that puts `text`, in the part's markup, behind what ends at `end` of the
/// block, and behind the markup that closes there.
pub(super) fn inserted(place: &Place<'_>, end: usize, text: &str) -> Option<Vec<Edit>> {
    let whole = place.matched.whole();
    if !place.part.markup.takes(text) {
        return None;
    }
    let last = Span::new(place.text.floor_char_boundary(end.saturating_sub(1)), end);
    let at = if has_runs(place) {
        let behind = behind_emphasis(place, last);
        behind.or_else(|| Some(runs(place, last)?.last()?.end))?
    } else {
        let at = source_of(place, last)?.end;
        at + closing_markup(place, end, at)
    };
    let mut text = text.to_owned();
    if end == whole.end {
        stop(place, &mut text);
    }
    Some(vec![Edit::new(Span::new(at, at), text)])
}

/// Where the run behind emphasized or linked words starts, if it looks as those around do:
/// what is written there does not look as the words that it explains.
fn behind_emphasis(place: &Place<'_>, last: Span) -> Option<usize> {
    let stands_out = |span: Span| {
        let mut kinds = [AreaKind::Emphasis, AreaKind::LinkText].into_iter();
        kinds.any(|kind| {
            let span = place.in_prose(span);
            let mut areas = place.part.areas_at(place.segment, span, kind);
            areas.next().is_some()
        })
    };
    let next = place.text[last.end..].chars().next()?;
    let next = Span::new(last.end, last.end + next.len_utf8());
    if !stands_out(last) || stands_out(next) {
        return None;
    }
    Some(runs(place, next)?.first()?.start)
}

/// The length of the markup that closes behind what ends at `end` of the block and at
/// `at` of its source.
fn closing_markup(place: &Place<'_>, end: usize, at: usize) -> usize {
    let prose = place.in_prose(Span::new(end, place.text.len()));
    let goes_on = place.text[end..].chars().next();
    let next = place.part.pieces(place.segment, prose).next();
    let next = next.map(|piece| piece.source.start);
    match (goes_on, next) {
        // What opens stands before a word, what closes before a space or a mark.
        (Some(c), Some(next)) if !c.is_alphanumeric() && c != OBJECT => next.saturating_sub(at),
        (None, _) => {
            let behind = &place.part.source[at..];
            behind.len() - behind.trim_start_matches(['*', '_']).len()
        }
        _ => 0,
    }
}

/// Ends a sentence again whose full stop an abbreviation at its end takes along.
fn stop(place: &Place<'_>, written: &mut String) {
    let stops = place.ends_sentence() != Some(false);
    if stops && !written.ends_with(['.', '!', '?', '…']) {
        written.push('.');
    }
}

/// The edits that put `words` in the place of a stretch without line breaks, if no markup
/// lies inside.
pub(super) fn written(place: &Place<'_>, span: Span, words: &str) -> Option<Vec<Edit>> {
    if has_runs(place) {
        return in_runs(place, span, words);
    }
    Some(vec![Edit::new(source_of(place, span)?, words)])
}

/// Whether the text stands in runs that end anywhere.
fn has_runs(place: &Place<'_>) -> bool {
    place.part.markup == Markup::Runs
}

/// The stretches of the source that a stretch of the block stands in, a run each.
/// None if something inside it is no text.
fn runs(place: &Place<'_>, span: Span) -> Option<Vec<Span>> {
    let prose = place.in_prose(span);
    let mut runs: Vec<Span> = Vec::new();
    for piece in place.part.pieces(place.segment, prose) {
        if piece.kind == PieceKind::Object {
            return None;
        }
        let source = piece.source;
        match runs.last_mut() {
            Some(run) if run.end == source.start => run.end = source.end,
            _ => runs.push(source),
        }
    }
    Some(runs)
}

/// The edits that put `words` into the first run of a stretch, in its formatting, and
/// nothing into the others.
fn in_runs(place: &Place<'_>, span: Span, words: &str) -> Option<Vec<Edit>> {
    let runs = runs(place, span)?;
    let words = std::iter::once(words).chain(std::iter::repeat(""));
    let edits = runs.into_iter().zip(words);
    Some(edits.map(|(run, words)| Edit::new(run, words)).collect())
}

/// Where a stretch of the block stands in the source, if no markup lies inside.
fn source_of(place: &Place<'_>, span: Span) -> Option<Span> {
    let prose = place.in_prose(span);
    let mut pieces = place.part.pieces(place.segment, prose);
    let is_text = |piece: &Piece| piece.kind != PieceKind::Object;
    let first = pieces.next().filter(is_text)?;
    let goes_on = |end: usize, next: Piece| {
        (end == next.source.start && is_text(&next)).then_some(next.source.end)
    };
    let end = pieces.try_fold(first.source.end, goes_on)?;
    Some(Span::new(first.source.start, end))
}

/// Edits of `span` whose line breaks stay behind the same words. Where fewer
/// words are written, the break takes the place of the next space.
fn in_lines(place: &Place<'_>, span: Span, words: &str, gone: Option<Span>) -> Option<Vec<Edit>> {
    if has_runs(place) {
        return in_runs(place, span, words);
    }
    let source = source_of(place, span)?;
    let mut breaks = line_breaks(place, span).into_iter().peekable();
    let mut lines = String::with_capacity(words.len() + 8);
    for (index, word) in words.split(' ').enumerate() {
        if index > 0 {
            let kept = breaks.next_if(|&(after, _)| after == index);
            lines.push_str(kept.map_or(" ", |(_, line_break)| line_break));
        }
        lines.push_str(word);
    }
    let mut edits = vec![Edit::new(source, lines)];
    if let Some((_, line_break)) = breaks.next() {
        let behind = (span.end, source.end);
        edits.extend(broken_at_next_space(place, behind, line_break, gone));
    }
    Some(edits)
}

/// The break in the place of the space behind the word that ends at a place of the block
/// and of the source, or behind what is `gone` there; none where the line ends anyway.
fn broken_at_next_space(
    place: &Place<'_>,
    (end, source_end): (usize, usize),
    line_break: &str,
    gone: Option<Span>,
) -> Option<Edit> {
    let behind = &place.text[end..];
    let punctuation = behind.find(|c: char| {
        !matches!(
            c,
            ',' | '.' | ';' | ':' | '!' | '?' | ')' | '"' | '”' | '’' | '\''
        )
    })?;
    let space = Span::new(end + punctuation, end + punctuation + 1);
    if let Some(gone) = gone.filter(|gone| gone.start == space.start) {
        let behind = (gone.end, source_of(place, gone)?.end);
        return broken_at_next_space(place, behind, line_break, None);
    }
    if !behind[punctuation..].starts_with(' ') || !line_breaks(place, space).is_empty() {
        return None;
    }
    let source = source_of(place, space)?;
    // What stands between in the source and not in the text (a footnote) stays on the
    // line of its word.
    let between = &place.part.source[source_end..source.start.max(source_end)];
    (!between.contains(char::is_whitespace)).then(|| Edit::new(source, line_break))
}

/// Whether a stretch stands in its source as it is read, on one line.
pub(super) fn is_verbatim(place: &Place<'_>, span: Span) -> bool {
    let length = if has_runs(place) {
        runs(place, span).map(|runs| runs.into_iter().map(Span::len).sum())
    } else {
        source_of(place, span).map(Span::len)
    };
    line_breaks(place, span).is_empty() && length == Some(span.len())
}

/// The line breaks in a stretch: behind how many of its words, and how the
/// source spells them.
fn line_breaks<'p>(place: &'p Place<'_>, span: Span) -> Vec<(usize, &'p str)> {
    let prose = place.in_prose(span);
    place
        .part
        .pieces(place.segment, prose)
        .filter(|piece| {
            // A run of spaces in HTML reads as one space, too.
            let spelled = &place.part.source[piece.source.range()];
            piece.kind == PieceKind::SoftBreak && spelled.contains('\n')
        })
        .map(|piece| {
            let before = &place.part.prose[prose.start..piece.prose.start.max(prose.start)];
            let spelled = &place.part.source[piece.source.range()];
            (before.split_whitespace().count(), spelled)
        })
        .collect()
}

/// The particle of a separable verb, with the space before it, or with the one behind
/// when it begins a line.
pub(super) fn particle(place: &Place<'_>) -> Option<Span> {
    let particle = place.matched.particle()?;
    let before = place.text[..particle.start].trim_end().len();
    let with_space = Span::new(before, particle.end);
    if has_runs(place) || line_breaks(place, with_space).is_empty() {
        return Some(with_space);
    }
    let behind = place.text[particle.end..].starts_with(' ');
    Some(Span::new(
        particle.start,
        particle.end + usize::from(behind),
    ))
}

/// Takes the particle of a separable verb away.
fn without_particle(place: &Place<'_>, particle: Span) -> Option<Vec<Edit>> {
    if has_runs(place) {
        return in_runs(place, particle, "");
    }
    let source = source_of(place, particle)?;
    let written = &place.part.source[source.range()];
    // White space that reads as one space but is none (a tab in HTML) is not removed,
    // nor the only word of a line.
    let begins_line = written.starts_with(char::is_alphanumeric);
    let is_read_so = written == &place.text[particle.range()];
    let removable = !begins_line || (is_read_so && written.ends_with(' '));
    removable.then(|| vec![Edit::new(source, "")])
}

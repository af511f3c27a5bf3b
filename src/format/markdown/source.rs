//! What Markdown's parser does not tell and its source does: where a link's title
//! stands, which footnotes are explanations, and labels that are defined in another file.

use crate::document::{AreaKind, Draft};
use crate::text::span::Span;

/// Whether a footnote is one that this program writes: `[^api]: **API**: …`.
pub(super) fn is_explanation(footnote: &str) -> bool {
    footnote
        .split_once("]: **")
        .is_some_and(|(_, rest)| rest.contains("**: "))
}

/// Where the title of `[text](target "title")` stands, without its quotes; one
/// with an escape or an entity in it is left alone.
pub(super) fn title_in(link: &str) -> Option<Span> {
    let inner = link.strip_suffix(')')?.trim_end();
    let close = inner.chars().next_back()?;
    let open = match close {
        '"' | '\'' => close,
        _ => return None,
    };
    let end = inner.len() - 1;
    let start = inner[..end].rfind(open)? + 1;
    let before = &inner[..start - 1];
    let behind_target = before.ends_with([' ', '\t', '\n']) && before.contains("](");
    let plain = !inner[start..end].contains(['\\', '&', '\n']);
    (behind_target && plain).then(|| Span::new(start, end))
}

/// The label in `[text][label]` reads as text where this file does not define it:
/// a template may bring the definition in, so it is none. `[label][]` is one label.
pub(super) fn mask_labels(draft: &mut Draft) {
    let mut masks = Vec::new();
    let text = draft.text();
    for (between, _) in text.match_indices("][") {
        let from = between + 2;
        let Some(length) = text[from..].find(['[', ']', '\n']) else {
            break;
        };
        let closes = text[from + length..].starts_with(']');
        let opener = text[..between].rfind(['[', ']', '\n']);
        if let Some(open) = opener.filter(|&open| closes && text[open..].starts_with('[')) {
            masks.push((Span::new(open + 1, between), Span::new(from, from + length)));
        }
    }
    for (text, label) in masks {
        draft.area_at(label, AreaKind::Opaque);
        let kind = if label.is_empty() {
            AreaKind::Opaque
        } else {
            AreaKind::LinkText
        };
        draft.area_at(text, kind);
    }
}

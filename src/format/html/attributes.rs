//! Attributes that are read aloud or shown: prose for a check, flagged only. Their
//! values are found in the source again, since the reader of HTML decodes them.

use html5gum::emitters::default::StartTag;
use html5gum::{HtmlString, Spanned};

use super::elements::Effect;
use super::{Fragment, name_of, token_span};
use crate::document::{AreaKind, SegmentKind};
use crate::text::language;
use crate::text::span::Span;

/// The attributes that are prose wherever they stand.
const PROSE: [&str; 5] = [
    "alt",
    "title",
    "aria-label",
    "aria-description",
    "placeholder",
];

/// What a `<meta>` calls a text that readers see: in a search, in a preview.
const SUMMARIES: [&str; 6] = [
    "description",
    "og:title",
    "og:description",
    "twitter:title",
    "twitter:description",
    "abstract",
];

impl Fragment<'_, '_> {
    /// The attributes of a tag whose element has that effect.
    pub(super) fn attributes(
        &mut self,
        tag: &StartTag<usize>,
        effect: Option<Effect>,
        shift: usize,
    ) {
        let value = |name: &str| tag.attributes.get(name.as_bytes());
        let is_read = match effect {
            Some(Effect::Foreign) => false,
            Some(Effect::Skip) => holds_form_text(name_of(&tag.name)) && !self.elements.skips(),
            Some(Effect::Read) => true,
            _ => !self.elements.skips(),
        };
        if !is_read {
            return;
        }
        for name in PROSE {
            if let Some(value) = value(name) {
                // The full name of what the element's text is short for.
                let is_term = name == "title" && effect == Some(Effect::Area(AreaKind::Term));
                self.attribute(value, is_term, shift);
            }
        }
        let names = || [value("name"), value("property")].into_iter().flatten();
        let is_summary = name_of(&tag.name) == "meta"
            && names().any(|name| {
                let name = String::from_utf8_lossy(name).to_ascii_lowercase();
                SUMMARIES.contains(&name.as_str())
            });
        if let Some(content) = value("content").filter(|_| is_summary) {
            self.attribute(content, false, shift);
        }
    }

    /// What the tag says of the language of the whole document.
    pub(super) fn language(&mut self, tag: &StartTag<usize>, effect: Option<Effect>) {
        let value = |name: &str| {
            let value = tag.attributes.get(name.as_bytes());
            value.map(|value| String::from_utf8_lossy(value).to_ascii_lowercase())
        };
        match name_of(&tag.name) {
            "html" | "body" => self.part.foreign |= effect == Some(Effect::Foreign),
            "meta" if value("http-equiv").as_deref() == Some("content-language") => {
                let english = value("content").as_deref().and_then(language::is_english);
                if english == Some(false) && !self.elements.decides("html") {
                    self.part.foreign = true;
                    self.elements.leave_all();
                }
            }
            _ => {}
        }
    }

    fn attribute(&mut self, value: &Spanned<HtmlString, usize>, is_term: bool, shift: usize) {
        let named = token_span(value.span).shifted(shift);
        let Some(span) = value_in(self.source, named) else {
            return;
        };
        // Read by itself: whether the text around is left out does not matter here.
        let around = std::mem::take(self.elements);
        let mut draft = std::mem::take(self.draft);
        self.raw_text(span);
        std::mem::swap(&mut draft, self.draft);
        *self.elements = around;
        if is_term {
            draft.area(0, AreaKind::Term);
        }
        self.part
            .push(&mut draft, SegmentKind::Attribute, self.quoted);
    }
}

/// Whether an element's text is what somebody types, so that it is left out, but its
/// attributes are the author's.
fn holds_form_text(name: &str) -> bool {
    name == "textarea"
}

/// Where the value stands in `name="value"`, which `named` starts with.
fn value_in(source: &str, named: Span) -> Option<Span> {
    let text = source.get(named.start..)?;
    let equals = text.find('=')?;
    let rest = text[equals + 1..].trim_start();
    let start = source.len() - rest.len();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (start, length) = match quote {
        Some(quote) => (start + 1, rest[1..].find(quote)?),
        None => {
            let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '>');
            (start, end.unwrap_or(rest.len()))
        }
    };
    Some(Span::new(start, start + length))
}

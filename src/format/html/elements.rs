//! The elements that are open at a place in HTML, as far as they matter to
//! prose: what is left out, what is a quotation, a heading, a link.

use super::super::templates::names_code;
use crate::document::{AreaKind, Draft, SegmentKind};
use crate::text::language;

/// How deep effects nest before further ones are taken for the innermost known.
const DEEPEST: usize = 256;

/// What an element does to the text inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format) enum Effect {
    /// It is no prose.
    Skip,
    /// It is in another language than English.
    Foreign,
    /// It is English prose again.
    Read,
    /// It is a block of somebody else's words.
    BlockQuote,
    /// It is an area.
    Area(AreaKind),
    /// It is a block of another kind.
    Kind(SegmentKind),
}

impl Effect {
    /// Whether it says if text is read, whatever the elements around say.
    fn decides(self) -> bool {
        matches!(self, Self::Skip | Self::Foreign | Self::Read)
    }

    /// The effect of an element, if it has one.
    pub(in crate::format) fn of(
        name: &str,
        attribute: impl Fn(&str) -> Option<String>,
    ) -> Option<Self> {
        if matches!(
            name,
            "script"
                | "style"
                | "code"
                | "pre"
                | "kbd"
                | "samp"
                | "var"
                | "svg"
                | "math"
                | "textarea"
                | "tt"
                | "template"
                | "iframe"
                | "noembed"
                | "noframes"
                | "noscript"
                | "plaintext"
                | "xmp"
                | "listing"
                // A mark behind a word: a footnote's number.
                | "sup"
        ) || is_code_component(name)
        {
            return Some(Self::Skip);
        }
        if let Some(translate) = attribute("translate") {
            return Some(if translate.eq_ignore_ascii_case("no") {
                Self::Skip
            } else {
                Self::Read
            });
        }
        if attribute("class")
            .is_some_and(|class| class.split_whitespace().any(|c| c == "notranslate"))
        {
            return Some(Self::Skip);
        }
        let language = attribute("lang").or_else(|| attribute("xml:lang"));
        if let Some(is_english) = language.as_deref().and_then(language::is_english) {
            return Some(if is_english {
                Self::Read
            } else {
                Self::Foreign
            });
        }
        Some(match name {
            "blockquote" => Self::BlockQuote,
            "q" | "cite" => Self::Area(AreaKind::Quotation),
            "del" | "s" | "strike" => Self::Area(AreaKind::Fixed),
            // Its text is what a form sends.
            "option" if attribute("value").is_none() => Self::Area(AreaKind::Fixed),
            "a" => Self::Area(AreaKind::LinkText),
            "h1" => Self::Kind(SegmentKind::Heading(1)),
            "h2" => Self::Kind(SegmentKind::Heading(2)),
            "h3" => Self::Kind(SegmentKind::Heading(3)),
            "h4" => Self::Kind(SegmentKind::Heading(4)),
            "h5" => Self::Kind(SegmentKind::Heading(5)),
            "h6" => Self::Kind(SegmentKind::Heading(6)),
            "dt" | "dfn" => Self::Area(AreaKind::Term),
            "abbr" | "acronym" if attribute("title").is_some_and(|title| is_full(&title)) => {
                Self::Area(AreaKind::Term)
            }
            "caption" | "figcaption" => Self::Kind(SegmentKind::Caption),
            "td" | "th" => Self::Kind(SegmentKind::Cell),
            "title" => Self::Kind(SegmentKind::Title),
            _ => return None,
        })
    }
}

/// Whether a component is called by the code that it shows: `<code-block>`, `<CodeBlock>`.
fn is_code_component(name: &str) -> bool {
    if name.contains('-') {
        return names_code(name);
    }
    let parts = name.split_at_checked("code".len());
    parts.is_some_and(|(code, kind)| {
        let mut kinds = CODE_COMPONENTS.iter();
        code.eq_ignore_ascii_case("code") && kinds.any(|known| kind.eq_ignore_ascii_case(known))
    })
}

/// What stands behind `code` in the names of components.
const CODE_COMPONENTS: [&str; 6] = ["block", "editor", "example", "fence", "sample", "snippet"];

/// Whether the title of an abbreviation is its full form, and not the letters again.
fn is_full(title: &str) -> bool {
    title.contains(char::is_lowercase)
}

/// Open elements with an effect, the outermost first.
#[derive(Debug, Default)]
pub(in crate::format) struct Elements {
    open: Vec<Open>,
}

#[derive(Debug)]
struct Open {
    name: String,
    effect: Effect,
    /// Elements of the same name that are open inside and have no effect.
    inside: usize,
    /// Where its text starts in the block that is being read.
    from: usize,
}

impl Elements {
    /// The document is in another language, but for what says otherwise.
    pub(super) fn leave_all(&mut self) {
        self.open.insert(
            0,
            Open {
                name: String::new(),
                effect: Effect::Foreign,
                inside: 0,
                from: 0,
            },
        );
    }

    /// An element starts.
    pub(in crate::format) fn open(&mut self, name: &str, effect: Option<Effect>, from: usize) {
        match effect {
            Some(effect) if self.open.len() < DEEPEST => self.open.push(Open {
                name: name.to_owned(),
                effect,
                inside: 0,
                from,
            }),
            _ => {
                if let Some(same) = self.innermost(name) {
                    self.open[same].inside += 1;
                }
            }
        }
    }

    /// An element ends, and with it all that was left open inside. Areas are
    /// marked in `draft`.
    pub(in crate::format) fn close(&mut self, name: &str, draft: &mut Draft) {
        let Some(at) = self.innermost(name) else {
            return;
        };
        if self.open[at].inside > 0 {
            self.open[at].inside -= 1;
            return;
        }
        for element in self.open.drain(at..) {
            if let Effect::Area(kind) = element.effect {
                draft.area(element.from, kind);
            }
        }
    }

    /// Whether text is left out here.
    pub(in crate::format) fn skips(&self) -> bool {
        let last = self
            .open
            .iter()
            .rev()
            .find(|element| element.effect.decides());
        last.is_some_and(|element| element.effect != Effect::Read)
    }

    /// Whether an element of that name is open that says whether its text is read.
    pub(super) fn decides(&self, name: &str) -> bool {
        let mut named = self.open.iter().filter(|element| element.name == name);
        named.any(|element| element.effect.decides())
    }

    /// Whether text is somebody else's words here.
    pub(in crate::format) fn quoted(&self) -> bool {
        self.open
            .iter()
            .any(|element| element.effect == Effect::BlockQuote)
    }

    /// What a block of text is here.
    pub(in crate::format) fn kind(&self) -> SegmentKind {
        self.open
            .iter()
            .rev()
            .find_map(|element| match element.effect {
                Effect::Kind(kind) => Some(kind),
                _ => None,
            })
            .unwrap_or(SegmentKind::Text)
    }

    /// A block ends: areas that are still open are marked in it and go on from
    /// the start of the next.
    pub(in crate::format) fn rebase(&mut self, draft: &mut Draft) {
        for element in &mut self.open {
            if let Effect::Area(kind) = element.effect {
                draft.area(element.from, kind);
            }
            element.from = 0;
        }
    }

    fn innermost(&self, name: &str) -> Option<usize> {
        self.open.iter().rposition(|element| element.name == name)
    }
}

/// Whether an element is a block, so that no word goes on over its tags.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "button"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "iframe"
            | "legend"
            | "li"
            | "link"
            | "main"
            | "noscript"
            | "menu"
            | "meta"
            | "nav"
            | "object"
            | "ol"
            | "optgroup"
            | "option"
            | "p"
            | "pre"
            | "script"
            | "section"
            | "select"
            | "style"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "template"
            | "textarea"
            | "tfoot"
            | "th"
            | "thead"
            | "title"
            | "tr"
            | "ul"
            | "video"
    )
}

/// Whether all that stands up to an element's end tag is text to the reader of HTML.
pub(super) fn holds_raw_text(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "textarea"
            | "title"
            | "iframe"
            | "xmp"
            | "noembed"
            | "noframes"
            | "noscript"
            | "plaintext"
    )
}

/// Whether an element has no end tag.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

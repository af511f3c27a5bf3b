//! Tags of templates that stand in pairs, and whether what lies between two is code: the
//! tag's name says so. Text between all others is what the document says.

use crate::text::span::Span;

/// Words in the name of a tag that holds code, or what nobody reads.
#[rustfmt::skip]
const CODE: [&str; 40] = [
    "asciinema", "chart", "code", "codeblock", "command", "comment", "console", "css", "diagram", "dot", "goat",
    "graphviz", "highlight", "javascript", "js", "json", "katex", "latex", "listing", "literal", "markmap", "math",
    "mathjax", "mermaid", "output", "php", "plantuml", "pre", "prettify", "prism", "prompt", "raw", "schema", "script",
    "shell", "source", "style", "stylesheet", "terminal", "verbatim",
];

/// The statements of Blade that stand alone and hold code.
const BARE: [&str; 2] = ["php", "verbatim"];

/// How many bytes are read in vain for the ends of tags, in all.
const PATIENCE: usize = 4_000_000;

/// Looks for the ends of tags, as long as somebody could have written them.
pub(super) struct Pairs {
    patience: usize,
}

impl Default for Pairs {
    fn default() -> Self {
        Self { patience: PATIENCE }
    }
}

/// Whether `@name` is a statement of Blade by itself.
pub(super) fn is_bare_statement(name: &str) -> bool {
    BARE.contains(&name.strip_prefix("end").unwrap_or(name))
}

impl Pairs {
    /// The code behind a tag, and where the tag ends that closes it; `None` if the tag
    /// holds none.
    pub(super) fn code_behind(&mut self, source: &str, tag: Span) -> Option<(Span, usize)> {
        let text = &source[tag.range()];
        let family = FAMILIES.iter().find(|family| text.starts_with(family.0))?;
        let &(open, next, close) = family;
        let (opens, name) = named(&text[open.len()..]);
        if !opens || text.ends_with(&format!("/{close}")) || !holds_code(name, open) {
            return None;
        }
        let mut at = tag.end;
        while let Some(offset) = source[at..].find(next) {
            let start = at + offset;
            let (opens, other) = named(&source[start + next.len()..]);
            at = start + next.len();
            if other == name {
                if opens {
                    break;
                }
                let name_end = start + next.len() + source[at..].find(name)? + name.len();
                let length = source[name_end..].find(close)?;
                let body = Span::new(tag.end, start);
                return Some((body, name_end + length + close.len()));
            }
            if at - tag.end > self.patience {
                break;
            }
        }
        self.patience = self.patience.saturating_sub(source.len().min(at) - tag.end);
        None
    }
}

/// How tags begin, how others of their kind do, and how they end.
const FAMILIES: [(&str, &str, &str); 7] = [
    ("{{{{", "{{{{", "}}}}"),
    ("{{<", "{{<", ">}}"),
    ("{{%", "{{%", "%}}"),
    ("{{#", "{{", "}}"),
    ("{%", "{%", "%}"),
    ("{", "{", "}"),
    ("@", "@", ""),
];

/// What a tag is called, and whether it opens something: `raw`, `endraw`, `/raw`.
fn named(tag: &str) -> (bool, &str) {
    let inner = tag.trim_start_matches(['-', '+', '~', '*', '#', ' ', '\n']);
    let (opens, inner) = match inner.strip_prefix('/') {
        Some(inner) => (false, inner.trim_start()),
        None => (true, inner),
    };
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.');
    let length = inner.find(|c| !is_part(c)).unwrap_or(inner.len());
    let name = &inner[..length];
    match name
        .strip_prefix("end")
        .map(|name| name.trim_start_matches('_'))
    {
        Some(name) if opens && !name.is_empty() => (false, name),
        _ => (opens, name),
    }
}

fn holds_code(name: &str, open: &str) -> bool {
    match open {
        "{" | "@" => name == "literal" || BARE.contains(&name),
        _ => names_code(name),
    }
}

/// Whether what is called so holds code: a part of its name says so.
pub(in crate::format) fn names_code(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.split(['-', '_', '/', '.'])
        .any(|part| CODE.contains(&part))
}

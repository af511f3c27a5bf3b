//! What single lines of `AsciiDoc` are known by: the marks that open and close blocks,
//! announce the next one, and begin items and cells.

use crate::text::span::Span;

/// Styles of blocks that hold no prose.
const OPAQUE: [&str; 14] = [
    "source",
    "listing",
    "literal",
    "stem",
    "latexmath",
    "asciimath",
    "plantuml",
    "ditaa",
    "mermaid",
    "graphviz",
    "pass",
    "comment",
    "subs",
    "bibliography",
];

/// What an attribute line says of the next block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Prose,
    Quotation,
    Opaque,
}

/// What a line can open or close.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Delimiter {
    Prose,
    Quotation,
    Table,
    Opaque,
}

/// What a line opens or closes.
pub(super) fn delimiter(text: &str) -> Option<Delimiter> {
    if text == "--" {
        return Some(Delimiter::Prose);
    }
    if text.starts_with("```") && !text[3..].contains('`') {
        return Some(Delimiter::Opaque);
    }
    match text {
        "|===" => return Some(Delimiter::Table),
        ",===" | ":===" | "!===" => return Some(Delimiter::Opaque),
        _ => {}
    }
    let sign = text.chars().next()?;
    if text.len() < 4 || text.chars().any(|c| c != sign) {
        return None;
    }
    match sign {
        '-' | '.' | '+' | '/' => Some(Delimiter::Opaque),
        '=' | '*' => Some(Delimiter::Prose),
        '_' => Some(Delimiter::Quotation),
        _ => None,
    }
}

/// The style that `[quote, somebody]` gives to the next block.
pub(super) fn style_of(text: &str, before: Style) -> Style {
    let inner = &text[1..text.len() - 1];
    let name = inner.split([',', '#', '.', '%']).next().unwrap_or_default();
    let name = name.trim().trim_matches('"').to_ascii_lowercase();
    if OPAQUE.contains(&name.as_str()) || (name.is_empty() && inner.starts_with(',')) {
        Style::Opaque
    } else if matches!(name.as_str(), "quote" | "verse") {
        Style::Quotation
    } else {
        before
    }
}

/// `:name: value`, `:!name:`; the name may have spaces in it.
pub(super) fn is_attribute(text: &str) -> bool {
    let Some((name, behind)) = text.strip_prefix(':').and_then(|rest| rest.split_once(':')) else {
        return false;
    };
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    name.trim_start_matches('!').starts_with(is_name)
        && (behind.is_empty() || behind.starts_with([' ', '\t']))
}

/// What says how the next block is: `[source,c]`, `[#id.role]`, `[[anchor]]`.
pub(super) fn is_block_attribute(text: &str) -> bool {
    let inside = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    inside.is_some_and(|inside| {
        let is_anchor = inside.starts_with('[') && inside.ends_with(']');
        let begins = |c: char| c.is_alphabetic() || "_.#%{,\"'".contains(c);
        inside.is_empty() || is_anchor || inside.starts_with(begins)
    })
}

/// The text that stands for what `image::path[text, …]` shows; empty for others.
pub(super) fn block_macro(text: &str) -> Option<Span> {
    let (name, behind) = text.split_once("::")?;
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c == '-' || c == '_');
    let open = behind.find('[')?;
    if !is_name || !text.ends_with(']') || behind[..open].contains(' ') {
        return None;
    }
    let start = text.len() - behind.len() + open + 1;
    let inner = &text[start..text.len() - 1];
    let alt = inner.split(',').next().unwrap_or_default();
    let is_alt = name == "image" && !alt.contains(['=', '"']);
    Some(Span::new(start, start + if is_alt { alt.len() } else { 0 }))
}

/// The text of a condition on one line: `ifdef::name[text]`.
pub(super) fn condition(text: &str) -> Option<Span> {
    let is_condition = text.starts_with("ifdef::") || text.starts_with("ifndef::");
    let open = text
        .find('[')
        .filter(|_| is_condition && text.ends_with(']'))?;
    let inside = Span::new(open + 1, text.len() - 1);
    (!inside.is_empty()).then_some(inside)
}

/// Where a term ends that its meaning follows: `term:: meaning`, `term;;`.
pub(super) fn term_end(text: &str) -> Option<usize> {
    let marks = text.match_indices("::").chain(text.match_indices(";;"));
    let ends = marks.filter(|(at, mark)| {
        let behind = text[*at..]
            .trim_start_matches(*mark)
            .trim_start_matches(':');
        *at > 0 && (behind.is_empty() || behind.starts_with(' '))
    });
    ends.map(|(at, _)| at).min()
}

/// The length of a list marker and the space behind it.
pub(super) fn marker(text: &str) -> usize {
    let bullets = text.len() - text.trim_start_matches(['*', '.', '-']).len();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let length = if bullets > 0 && bullets < 6 {
        bullets
    } else if digits > 0 && text[digits..].starts_with('.') {
        digits + 1
    } else if let Some(letters) = lettered(text) {
        letters + 1
    } else if let Some(inner) = text.strip_prefix('<') {
        let inner = inner.split('>').next().unwrap_or_default();
        let callout = inner == "." || inner.bytes().all(|byte| byte.is_ascii_digit());
        if callout { inner.len() + 2 } else { 0 }
    } else {
        0
    };
    let rest = text.get(length..).unwrap_or_default();
    if length == 0 || !rest.starts_with(' ') {
        return 0;
    }
    let words = rest.trim_start();
    let boxed = ["[ ] ", "[x] ", "[*] "]
        .iter()
        .any(|check| words.starts_with(check));
    text.len() - words.len() + if boxed { 4 } else { 0 }
}

/// The letters that number an item: `a.`, `B.`, `iv)`.
fn lettered(text: &str) -> Option<usize> {
    let length = text.find(['.', ')'])?;
    let is_numeral = |c: char| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x');
    let numbers = match &text[length..=length] {
        "." => length == 1 && text.starts_with(|c: char| c.is_ascii_alphabetic()),
        _ => (1..6).contains(&length) && text[..length].chars().all(is_numeral),
    };
    numbers.then_some(length)
}

/// The length of what says how the next cell looks: `2+^.>s` before its bar.
pub(super) fn specification(cell: &str, before_bar: bool) -> usize {
    if !before_bar {
        return 0;
    }
    let of_spec = |c: char| c.is_ascii_digit() || matches!(c, '.' | '+' | '*' | '<' | '^' | '>');
    let style = usize::from(cell.ends_with(['a', 'd', 'e', 'h', 'l', 'm', 's', 'v']));
    let rest = &cell[..cell.len() - style];
    let spec = rest.trim_end_matches(of_spec);
    let stands_alone = spec.is_empty() || spec.ends_with(' ');
    if stands_alone {
        cell.len() - spec.len()
    } else {
        0
    }
}

//! The structure of a Markdown document: its blocks, links and code without its
//! words. A rewrite changes words, and may take the last one of a run away (`spun
//! **it** up`); whatever else the parser says stays.

use dejargon::document::front_matter;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// What the Markdown format lets its parser read. Formulas are not among it: other rules
/// than the parser's say where one ends.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS)
    .union(Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_WIKILINKS);

/// The events of a document without its prose.
pub(crate) fn structure(source: &str) -> Vec<String> {
    let (front, source) = source.split_at(front_matter::body(source));
    let mut shape = vec![front.to_owned()];
    let has_bodies = source.lines().any(opens_body);
    let mut is_code = false;
    for event in Parser::new_ext(source, OPTIONS) {
        match &event {
            Event::Start(Tag::MetadataBlock(_)) => is_code = true,
            // MyST's directives: their bodies may be prose.
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                is_code = !info.starts_with('{');
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => is_code = !has_bodies,
            Event::End(TagEnd::CodeBlock | TagEnd::MetadataBlock(_)) => is_code = false,
            _ => {}
        }
        let item = match event {
            Event::Text(text) if is_code => text.into_string(),
            Event::Text(_) | Event::SoftBreak => continue,
            Event::Html(html) => tags(&html),
            Event::Start(tag) => untitled(tag),
            other => format!("{other:?}"),
        };
        if !item.is_empty() {
            shape.push(item);
        }
    }
    shape
}

/// Whether a line opens a block of `MkDocs`, whose body is indented as code is.
fn opens_body(line: &str) -> bool {
    let line = line.trim_start();
    ["!!!", "???", "==="]
        .iter()
        .any(|sign| line.starts_with(sign))
}

/// A tag without the words of its title.
fn untitled(tag: Tag<'_>) -> String {
    match tag {
        Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        } => format!("link {link_type:?} {dest_url} {} {id}", title.is_empty()),
        Tag::Image {
            link_type,
            dest_url,
            title,
            id,
        } => format!("image {link_type:?} {dest_url} {} {id}", title.is_empty()),
        tag => format!("{tag:?}"),
    }
}

/// The tags in a line of raw HTML, without the text between them. A `<` with no
/// name behind it is text.
fn tags(html: &str) -> String {
    let mut tags = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start..];
        let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        let length = match rest.find('>') {
            _ if !is_tag => 1,
            Some(end) => end + 1,
            None => rest.len(),
        };
        if is_tag {
            tags.push_str(&rest[..length]);
        }
        rest = &rest[length..];
    }
    tags
}

//! Markdown: `CommonMark` with GitHub's tables, footnotes, task lists, alerts and
//! strike-through, math, front matter, and what the dialects add. Every stretch of prose
//! is the slice of the source that the parser names; what it decodes or drops is noted.

use pulldown_cmark::Options;

use crate::document::{AreaKind, Document, Draft, Format, Markup, SegmentKind, front_matter};

mod compiler;
mod dialect;
mod mdx;
mod reader;
mod seen;
mod source;
#[cfg(test)]
mod tests;
mod windows;
#[cfg(test)]
mod windows_tests;

use compiler::Compiler;
pub(super) use mdx::Mdx;
use reader::Reader;
use windows::WINDOW;

/// The Markdown format.
#[derive(Debug)]
pub(super) struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &[
            "md", "markdown", "mdown", "mdwn", "mkd", "mkdn", "mkdown", "mdc", "qmd", "rmd",
        ]
    }

    fn markup(&self) -> Markup {
        Markup::Markdown
    }

    fn read<'s>(&self, source: &'s str) -> Document<'s> {
        read(source, Compiler::Markdown)
    }
}

/// The prose of a source that is written for a compiler.
fn read(source: &str, compiler: Compiler) -> Document<'_> {
    read_in_windows(source, compiler, WINDOW)
}

/// The same, parsed in windows of so many bytes.
fn read_in_windows(source: &str, compiler: Compiler, window: usize) -> Document<'_> {
    let shift = front_matter::body(source);
    let seen = dialect::seen(source, compiler);
    let text = seen.text();
    let mut reader = Reader::new(source, &text, &seen);
    // What is defined apart from the prose is known all over it.
    for name in &seen.named {
        let mut draft = Draft::default();
        draft.verbatim(source, *name);
        draft.area(0, AreaKind::Term);
        let part = &mut reader.part;
        part.push(&mut draft, SegmentKind::Attribute, false);
    }
    windows::parse(
        &text[shift..],
        options(seen.has_definitions),
        window,
        |event, span| reader.event(event, span.shifted(shift)),
    );
    Document::of(reader.finish())
}

/// What the parser reads by itself. Smart punctuation would rewrite text; formulas are
/// known before, by the rules of those who write them.
fn options(has_definitions: bool) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS;
    options.set(Options::ENABLE_DEFINITION_LIST, has_definitions);
    options
}
